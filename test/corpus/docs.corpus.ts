import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { buildSite } from "../../generator/site";
import { findChromium, launch, opensQuietly } from "../support/browser";
import { root, writeFiles } from "../support/command";
import { compile } from "../support/compile";
import { packageExamples } from "../support/examples";
import { generate } from "../support/generate";
import { brokenLinks } from "../support/markdown";

jest.setTimeout(600_000);

const shared = join(root, "..", "shared");
const full = join(shared, "corpus", "pinterest-full.json");

(existsSync(full) ? describe : describe.skip)("the docs of the full Pinterest document", () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    files = await generate("../shared/corpus/pinterest-full.json");
  });

  it("every example compiles under strict TypeScript", () => {
    const examples = packageExamples(files);
    expect(examples.length).toBeGreaterThan(1000);
    const environment = "declare const process: { env: Record<string, string | undefined> };\n";
    const all = new Map([...files, ...examples, ["environment.d.ts", environment] as const]);
    expect(compile(new Map([["full", all]]))).toEqual([]);
  });

  it("no link of any page leads nowhere", () => {
    const pages = [...files].filter(([path]) => path.endsWith(".md"));
    expect(pages.length).toBeGreaterThan(770);
    expect(brokenLinks(writeFiles(mkdtempSync(join(tmpdir(), "links-")), Object.fromEntries(files)))).toEqual([]);
  });

  it("no link of the site leads nowhere, and no address is there twice", () => {
    const site = buildSite(writeFiles(mkdtempSync(join(tmpdir(), "package-")), Object.fromEntries(files)));
    const idsOf = (text: string): string[] => [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => unescape(id!));
    const ids = new Map(site.map(({ path, text }) => [path, idsOf(text)]));
    const broken: string[] = [];
    for (const { path, text } of site.filter((file) => file.path.endsWith(".html"))) {
      const own = ids.get(path)!;
      if (new Set(own).size !== own.length) broken.push(`${path}: an address twice`);
      for (const [, href] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        if (/^(https?|mailto):/i.test(href!)) continue;
        const target = new URL(unescape(href!), `file:///${path}`);
        const found = ids.get(decodeURI(target.pathname.slice(1)));
        const anchor = decodeURIComponent(target.hash.slice(1));
        if (found === undefined || (anchor !== "" && !found.includes(anchor))) broken.push(`${path} → ${href!}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("what search leads to is there", () => {
    const site = buildSite(writeFiles(mkdtempSync(join(tmpdir(), "package-")), Object.fromEntries(files)));
    const script = site.find(({ path }) => path === "assets/search-entries.js")!.text;
    const entries = JSON.parse(script.replace(/^window\.searchEntries = |;\n$/g, "")) as { u: string }[];
    const ids = new Map(
      site.map(({ path, text }) => [
        path,
        new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => unescape(id!))),
      ]),
    );
    const broken = entries.filter(({ u }) => {
      const [page = "", anchor] = u.split("#");
      return ids.get(decodeURI(page))?.has(anchor === undefined ? "content" : decodeURIComponent(anchor)) !== true;
    });
    expect(entries.length).toBeGreaterThan(5000);
    expect(broken).toEqual([]);
  });
});

function unescape(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: "amp" | "lt" | "gt" | "quot") => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name],
  );
}

const hostile = join(shared, "hostile");

interface HostileCase {
  readonly file: string;
  readonly expected: string;
  readonly alsoAccept?: readonly string[];
}

(existsSync(hostile) && findChromium() !== undefined ? describe : describe.skip)(
  "the docs of hostile documents, in Chromium",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());

    const cases = existsSync(hostile)
      ? (JSON.parse(readFileSync(join(hostile, "index.json"), "utf8")) as { cases: HostileCase[] }).cases
      : [];
    const there = new Set(existsSync(hostile) ? readdirSync(hostile) : []);
    const pages = cases.filter(
      ({ file, expected, alsoAccept = [] }) => there.has(file) && [expected, ...alsoAccept].includes("safe-output"),
    );

    it.each(pages.map((one) => [one.file, one] as const))(
      "%s runs nothing and loads nothing",
      async (file, { expected, alsoAccept = [] }) => {
        const mayRefuse = [expected, ...alsoAccept].includes("clear-error");
        await opensQuietly(browser, `../shared/hostile/${file}`).catch((error: unknown) => {
          // A document that is refused has no pages.
          if (!mayRefuse || (error as Error).name !== "GenerateError") throw error;
        });
      },
    );
  },
);
