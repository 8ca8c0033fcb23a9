import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../../generator/cache-folder";
import { jarPath } from "../../generator/render/openapi-generator/jar";
import { program, run, smallDocument, writeFiles } from "../support/command";
import { findJava } from "../support/java";
import { accepted, refused } from "./documents";
import { faultsOfError } from "./judge";
import { mixed } from "./mixed";
import { outcomeOf, type Sources } from "./outcome";

jest.setTimeout(300_000);

const inOwnNetwork = ["--user", "--map-root-user", "--net"];
const hasOwnNetwork = spawnSync("unshare", [...inOwnNetwork, "ip", "link", "set", "lo", "up"]).status === 0;

interface Canary {
  /** What was asked of the network. */
  readonly asked: readonly string[];
  readonly runs: readonly { readonly code: number | null; readonly said: string }[];
}

function inCanary(jobs: readonly { readonly cwd: string; readonly command: readonly string[] }[]): Canary {
  const { stdout, stderr } = spawnSync("unshare", [...inOwnNetwork, process.execPath, join(__dirname, "canary.mjs")], {
    input: JSON.stringify(jobs),
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1 << 28,
  });
  if (stdout === "") throw new Error(`nothing was run: ${stderr}`);
  return JSON.parse(stdout) as Canary;
}

const configuration = "name: fixture\nversion: 1.0.0\nengine: openapi-generator\n";
const generate = (entry: string): string[] => [
  ...[process.execPath, program, "generate", "--config", "codegen.config.yaml"],
  ...["--spec", entry, "--out", "out", "--offline"],
];

(hasOwnNetwork && findJava() ? describe : describe.skip)(
  "by openapi-generator, where every address leads to a canary",
  () => {
    const documents: Readonly<Record<string, Sources>> = {
      ...refused,
      ...Object.fromEntries(Object.entries(accepted).map(([title, text]) => [title, { "spec.json": text }])),
      ...Object.fromEntries(
        Array.from({ length: 4 }, (_, n) => [`payloads ${n}`, { "spec.json": JSON.stringify(mixed(3 * n)) }]),
      ),
    };
    const titles = Object.keys(documents);
    const folder = mkdtempSync(join(tmpdir(), "canary-"));
    const folderOf = (title: string): string => join(folder, String(titles.indexOf(title)));
    let canary: Canary;

    beforeAll(() => {
      // The JAR may have to be downloaded.
      const cwd = writeFiles(join(folder, "first"), {
        "spec.yaml": smallDocument,
        "codegen.config.yaml": configuration,
      });
      expect(run(generate("spec.yaml").slice(2), { cwd }).stderr).toBe("");
      const jobs = titles.map((title) => {
        const sources = documents[title]!;
        const own = writeFiles(folderOf(title), { ...sources, "codegen.config.yaml": configuration });
        return { cwd: own, command: generate(Object.keys(sources)[0]!) };
      });
      canary = inCanary(jobs);
    });

    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    it("nobody asks for an address", () => {
      expect(canary.asked).toEqual([]);
    });

    it.each(Object.keys(refused))("refused: %s", (title) => {
      const { code, said } = canary.runs[titles.indexOf(title)]!;
      expect(said).toMatch(new RegExp(`(^|[ \\n])error ${title.split(":")[0]} `));
      expect(faultsOfError(code, said).filter((fault) => !fault.startsWith("no line says"))).toEqual([]);
      expect(readdirSync(folderOf(title))).not.toContain("out");
    });

    it.each(titles.slice(Object.keys(refused).length))("the same bytes as the Mustache library: %s", async (title) => {
      const { code, said } = canary.runs[titles.indexOf(title)]!;
      expect({ code, said }).toMatchObject({ code: 0 });
      const wanted = await outcomeOf(documents[title]!);
      if (!("files" in wanted)) throw new Error(wanted.said);
      const out = join(folderOf(title), "out");
      for (const [path, text] of wanted.files)
        expect([path, readFileSync(join(out, path), "utf8")]).toEqual([path, text]);
      const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      expect(paths).toHaveLength(wanted.files.size + 1);
    });

    it("the canary hears the stock generator ask for what these documents name", () => {
      const stock = ["java", "-jar", jarPath(cacheFolder()), "generate", "-g", "markdown", "--skip-validate-spec"];
      const jobs = ["http://127.0.0.1:18099/x.json#/a", "http://example.com/x.json"].map(($ref, index) => ({
        cwd: writeFiles(join(folder, `stock-${index}`), {
          "spec.json": JSON.stringify({
            openapi: "3.0.3",
            info: { title: "Stock", version: "1" },
            paths: {},
            components: { schemas: { A: { $ref } } },
          }),
        }),
        command: [...stock, "-i", "spec.json", "-o", "out"],
      }));
      expect(inCanary(jobs).asked).toEqual(
        expect.arrayContaining([expect.stringMatching(/^port 18099: GET \/x\.json /), "name example"]),
      );
    });
  },
);
