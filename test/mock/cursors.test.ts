import { misfits } from "./document-fit";
import { saying, serving } from "./serving";

const api = serving({ seeds: 7 });
const path = "/ad_accounts/1/audiences";

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly bookmark?: string | null;
}

async function page(query: string, headers: Record<string, string> = {}): Promise<Page> {
  const { status, json } = await api.call("GET", `${path}?${query}`, { headers });
  expect([status, misfits("get", "/ad_accounts/{ad_account_id}/audiences", 200, json)]).toEqual([200, []]);
  return json as Page;
}

/** The identifiers on each page, to the end. */
async function pages(query: string): Promise<string[][]> {
  const found: string[][] = [];
  for (let bookmark: string | null | undefined = ""; bookmark !== null && bookmark !== undefined;) {
    const next: Page = await page(`${query}${bookmark === "" ? "" : `&bookmark=${bookmark}`}`);
    found.push(next.items.map(({ id }) => id));
    bookmark = next.bookmark;
  }
  return found;
}

const id = (n: number): string => String(2_542_620_639_259 + n);

it("pages are as long as asked for, and end with no cursor", async () => {
  expect(await pages("page_size=3")).toEqual([[id(0), id(1), id(2)], [id(3), id(4), id(5)], [id(6)]]);
  expect(await pages("page_size=7")).toHaveLength(1);
  expect(await pages("")).toHaveLength(1);
});

it("descending goes the other way", async () => {
  expect((await pages("page_size=3&order=DESCENDING")).flat()).toEqual([6, 5, 4, 3, 2, 1, 0].map(id));
  expect((await pages("page_size=3&order=ASCENDING")).flat()).toEqual([0, 1, 2, 3, 4, 5, 6].map(id));
});

it("what is removed between two pages is not missed by the next", async () => {
  const { bookmark } = await page("page_size=3");
  for (const n of [2, 3]) await api.call("PATCH", `${path}/${id(n)}`, { body: { operation_type: "REMOVE" } });
  expect((await page(`page_size=3&bookmark=${bookmark!}`)).items.map((item) => item.id)).toEqual([4, 5, 6].map(id));
});

it("a cursor that this list did not give out is refused", async () => {
  const { bookmark } = await page("page_size=3");
  const refused = [
    `${path}?bookmark=nonsense`,
    `${path}?bookmark=${bookmark!}x`,
    `${path}?bookmark=${bookmark!.slice(0, -1)}`,
    `${path}?bookmark=${bookmark!}&order=DESCENDING`,
    `/ad_accounts/2/audiences?bookmark=${bookmark!}`,
  ];
  for (const target of refused) {
    const { status, json } = await api.call("GET", target);
    expect([target, status, json]).toEqual([target, 400, { code: 400, message: saying("bookmark") }]);
  }
});

it("the document's own example of a cursor begins at the start", async () => {
  expect((await page("bookmark=Y2JVSG81V2sxcmNHRlpWM1J5&page_size=1")).items).toHaveLength(1);
});

it("a repeated cursor, and a cycle, on request", async () => {
  const { bookmark } = await page("page_size=2");
  const repeat = { "x-mock-fault": "bookmark=repeat" };
  expect((await page(`page_size=2&bookmark=${bookmark!}`, repeat)).bookmark).toBe(bookmark);
  const cycle = { "x-mock-fault": "bookmark=cycle" };
  const first = await page("page_size=2", cycle);
  const second = await page(`page_size=2&bookmark=${first.bookmark!}`, cycle);
  const third = await page(`page_size=2&bookmark=${second.bookmark!}`, cycle);
  expect(second.bookmark).not.toBe(first.bookmark);
  expect(third.bookmark).toBe(first.bookmark);
});

describe("a list without a path for one of its things", () => {
  const things = serving({ spec: "test/fixtures/pagination/spec.yaml", seeds: 30 });

  it("has pages too", async () => {
    const first = await things.call("GET", "/v1/things");
    const { things: items, next_cursor } = first.json as { things: object[]; next_cursor: string };
    expect(items).toHaveLength(25);
    const second = await things.call("GET", `/v1/things?cursor=${next_cursor}`);
    expect(second.json).toMatchObject({ next_cursor: null });
    expect((second.json as { things: object[] }).things).toHaveLength(5);
  });
});
