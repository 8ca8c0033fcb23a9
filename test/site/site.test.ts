import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSite } from "../../generator/site";
import { root, run, temporaryFolder, writeFiles } from "../support/command";

const packageFolder = join(root, "generated");
const files = buildSite(packageFolder);

it("is the same every time, and small", () => {
  expect(buildSite(packageFolder)).toEqual(files);
  const size = files.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0);
  expect(size).toBeLessThan(150_000);
});

it("names nothing outside itself but in links", () => {
  for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
    expect([path, text.match(/<(script|link|img|iframe)[^>]*(src|href)="(?!(\.|\.\.)\/assets\/)/)]).toEqual([
      path,
      null,
    ]);
    expect([path, text.match(/ style="| on[a-z]+="|<script>/)]).toEqual([path, null]);
    expect(text).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  }
});

it("addresses of operations, inputs, statuses, fields and values come from their names", () => {
  const page = (path: string): string => files.find((file) => file.path === path)!.text;
  for (const id of [
    "audiences_list",
    "audiences_list.page_size",
    "audiences_list~400",
    "audiences_create.body",
    "audiences_get~404",
  ])
    expect(page("AudiencesApi.html")).toContain(` id="${id}"`);
  expect(page("schemas/AudienceRule.html")).toContain(' id="audiencerule.retention_days"');
  expect(page("schemas/AudienceType.html")).toContain(' id="audiencetype~PERSONA"');
});

it("no address twice on a page; every link leads somewhere", () => {
  const pages = new Map(files.map(({ path, text }) => [path, text]));
  const ids = (text: string): string[] => [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  for (const [path, text] of [...pages].filter(([name]) => name.endsWith(".html"))) {
    expect([path, ids(text).length]).toEqual([path, new Set(ids(text)).size]);
    for (const [, href] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^(https?|mailto):/.test(href!)) continue;
      const target = new URL(href!, `file:///${path}`);
      const found = pages.get(decodeURI(target.pathname.slice(1)));
      const anchor = decodeURIComponent(target.hash.slice(1));
      expect([path, href, found !== undefined && (anchor === "" || ids(found).includes(anchor))]).toEqual([
        path,
        href,
        true,
      ]);
    }
  }
});

describe("audiences-codegen site", () => {
  const folder = temporaryFolder();
  const call = (...more: string[]): ReturnType<typeof run> => run(["site", "--package", packageFolder, ...more]);

  it("writes the site, and replaces it", () => {
    const out = join(folder(), "docs");
    expect(call("--out", out)).toMatchObject({ code: 0, stderr: "" });
    writeFiles(out, { "old.html": "of an older site" });
    expect(JSON.parse(call("--out", out, "--json").stdout)).toMatchObject({ command: "site", ok: true, exitCode: 0 });
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(written).toHaveLength(files.length);
    for (const { path, text } of files) expect(readFileSync(join(out, path), "utf8")).toBe(text);
    expect(readdirSync(folder())).toEqual(["docs"]);
  });

  it("leaves a folder alone that holds something else", () => {
    writeFiles(folder(), { "thesis.txt": "years of work" });
    const { code, stderr } = call("--out", folder());
    expect([code, stderr]).toEqual([3, expect.stringContaining("holds files that are no site of ours")]);
    expect(readdirSync(folder())).toEqual(["thesis.txt"]);
  });

  it("says what is missing where there are no docs", () => {
    const { code, stderr } = run(["site", "--package", folder()]);
    expect([code, stderr]).toEqual([4, expect.stringContaining("Run generate first")]);
  });

  it("is neither packed nor drift", () => {
    rmSync(join(packageFolder, "site"), { recursive: true, force: true });
    expect(call()).toMatchObject({ code: 0, stdout: expect.stringContaining("open ") as string });
    const { files: packed } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
      files: string[];
    };
    expect(packed).not.toContain("site");
    rmSync(join(packageFolder, "site"), { recursive: true });
  });
});
