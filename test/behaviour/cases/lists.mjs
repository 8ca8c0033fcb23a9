import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const args = { ad_account_id: "549755885175", page_size: 2 };
const pageOf = (items, bookmark) => json({ items: items.map((id) => ({ id })), bookmark });
const three = () => stub(pageOf(["1", "2"], "b"), pageOf([], "c"), pageOf(["3"], null));
const listOn = ({ createClient }, api) => createClient({ accessToken: "t", fetch: api.fetch }).audiences;
const bookmarks = (api) => api.requests.map(({ url }) => new URL(url).searchParams.get("bookmark"));

export const cases = [
  {
    name: "a list is a promise of its first page, sent once however often it is awaited",
    async run(library) {
      const api = three();
      const list = listOn(library, api).list(args);
      equal([list instanceof Promise, api.requests.length], [true, 0], "nothing is sent before it is used");
      equal((await list).items, [{ id: "1" }, { id: "2" }]);
      await list;
      equal(await list.then(({ bookmark }) => bookmark), "b");
      equal(await Promise.all([list, list.catch(() => 0), list.finally(() => 0)]).then((all) => all.length), 3);
      equal(api.requests.length, 1, "requests");
    },
  },
  {
    name: "iterating gives the items of all pages, and keeps the other arguments",
    async run(library) {
      const api = three();
      const found = [];
      for await (const { id } of listOn(library, api).list(args)) found.push(id);
      equal(found, ["1", "2", "3"]);
      equal(bookmarks(api), [null, "b", "c"]);
      equal(
        api.requests.map(({ url }) => new URL(url).searchParams.get("page_size")),
        ["2", "2", "2"],
      );
    },
  },
  {
    name: "awaiting, then iterating, asks for the first page once",
    async run(library) {
      const api = three();
      const list = listOn(library, api).list(args);
      await list;
      const sizes = [];
      for await (const { items } of list.pages()) sizes.push(items.length);
      equal([sizes, api.requests.length], [[2, 0, 1], 3]);
    },
  },
  {
    name: "leaving the loop sends no more",
    async run(library) {
      const api = three();
      for await (const { id } of listOn(library, api).list(args)) if (id === "2") break;
      equal(api.requests.length, 1, "requests");
    },
  },
  {
    name: "toArray takes as many as it is told",
    async run(library) {
      equal((await listOn(library, three()).list(args).toArray({ limit: 100 })).length, 3);
      const api = three();
      equal(await listOn(library, api).list(args).toArray({ limit: 2 }), [{ id: "1" }, { id: "2" }]);
      equal(api.requests.length, 1, "requests");
      equal(
        (await failure(() => listOn(library, three()).list(args).toArray({ limit: 0 }))).name,
        "InvalidArgumentError",
      );
    },
  },
  {
    name: "an absent, null or empty bookmark ends it",
    async run(library) {
      for (const bookmark of [undefined, null, ""]) {
        const api = stub(pageOf(["1"], bookmark));
        equal((await listOn(library, api).list(args).toArray({ limit: 9 })).length, 1);
        equal(api.requests.length, 1, "requests");
      }
    },
  },
  {
    name: "a bookmark that comes back is a PaginationError, next page or later",
    async run(library) {
      for (const api of [stub(pageOf(["1"], "b")), stub(pageOf(["1"], "b"), pageOf(["2"], "c"), pageOf(["3"], "b"))]) {
        const error = await failure(() => listOn(library, api).list(args).toArray({ limit: 99 }));
        equal(error.name, "PaginationError");
      }
    },
  },
  {
    name: "a page without its list is a PaginationError; a failed page rejects the loop",
    async run(library) {
      equal(
        (
          await failure(() =>
            listOn(library, stub(json({})))
              .list(args)
              .toArray({ limit: 9 }),
          )
        ).name,
        "PaginationError",
      );
      const api = stub(pageOf(["1"], "b"), json({ code: 1, message: "no" }, 400));
      equal((await failure(() => listOn(library, api).list(args).toArray({ limit: 9 }))).name, "BadRequestError");
    },
  },
  {
    name: "10,000 empty pages need no more stack or memory than ten",
    async run(library) {
      let count = 0;
      const fetch = async () =>
        json({ items: [], bookmark: (count += 1) > 10_000 ? null : `${count}`.padStart(1000, "x") });
      let pages = 0;
      for await (const { items } of listOn(library, { fetch }).list(args).pages()) pages += 1 + items.length;
      equal([pages, count], [10_001, 10_001]);
    },
  },
  {
    name: "a circle of any length ends",
    async run(library) {
      for (const length of [1, 2, 3, 99, 100, 101, 500]) {
        let count = 0;
        const fetch = async () => json({ items: [{ id: "1" }], bookmark: `b${(count += 1) % length}` });
        const error = await failure(() => listOn(library, { fetch }).list(args).toArray({ limit: 1e9 }));
        equal(error.name, "PaginationError");
        ok(length > 100 ? count < length * 5 : count <= length + 1, `${length}: ${count} requests`);
      }
    },
  },
];
