import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, smallDocument, withoutJava, writeFiles } from "../support/command";
import { packedFiles } from "../support/packed-files";

jest.setTimeout(240_000);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "install-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(cwd: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const ended = spawnSync(program, args, { cwd, encoding: "utf8", env: { ...process.env, ...env } });
  if (ended.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

const quietly = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

/** Packs a built folder, which other tests use meanwhile, and installs the tarball into an empty one; gives that one. */
function installElsewhere(source: string, name: string): string {
  const target = join(folder, name);
  writeFiles(target, { "package.json": '{ "private": true }\n' });
  const [packed] = JSON.parse(
    call(source, "npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", target]),
  ) as {
    filename: string;
  }[];
  call(target, "npm", ["install", ...quietly, `./${packed!.filename}`]);
  return target;
}

/** A program that serves one page of audiences on this machine and asks for it with the installed package. */
const program = `
const server = createServer((request, response) => {
  const wanted = request.url === "/v5/ad_accounts/1/audiences?page_size=2" && request.headers.authorization === "Bearer t";
  response.writeHead(wanted ? 200 : 400, { "content-type": "application/json" });
  response.end(JSON.stringify(wanted ? { items: [{ id: "7" }], bookmark: null } : { code: 1, message: request.url }));
});
server.listen(0, "127.0.0.1", async () => {
  const baseUrl = "http://127.0.0.1:" + server.address().port + "/v5";
  const client = createClient({ accessToken: "t", baseUrl });
  for await (const { id } of client.audiences.list({ ad_account_id: "1", page_size: 2 })) console.log("audience", id);
  console.log("status", (await client.safe.audiences.get({ ad_account_id: "1", audience_id: "2" })).status);
  server.closeAllConnections();
  server.close();
});
`;

describe("pinterest-audiences, installed from its tarball into an empty folder", () => {
  let consumer: string;
  beforeAll(() => void (consumer = installElsewhere(join(root, "generated"), "consumer")));

  it("brings openapi-fetch and what that needs, and nothing else", () => {
    const installed = readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed.sort()).toEqual(["openapi-fetch", "openapi-typescript-helpers", "pinterest-audiences"]);
  });

  it.each([
    [
      "import",
      "call.mjs",
      'import { createServer } from "node:http";\nimport { createClient } from "pinterest-audiences";\n',
    ],
    [
      "require",
      "call.cjs",
      'const { createServer } = require("node:http");\nconst { createClient } = require("pinterest-audiences");\n',
    ],
  ])("makes a real HTTP call from %s", (_kind, name, head) => {
    writeFiles(consumer, { [name]: head + program });
    expect(call(consumer, process.execPath, [name])).toBe("audience 7\nstatus 400\n");
  });

  it("has the document, its lock and its docs along", () => {
    const script =
      'const name = "pinterest-audiences/"; console.log(require(name + "openapi.json").info.version, require(name + "codegen.lock.json").lockVersion)';
    expect(call(consumer, process.execPath, ["-e", script])).toBe("5.14.0 1\n");
    const files = readdirSync(join(consumer, "node_modules/pinterest-audiences"));
    expect(files.sort()).toEqual(packedFiles);
  });
});

describe("audiences-codegen, installed from its tarball elsewhere", () => {
  it("generates a package that is up to date and builds", () => {
    const elsewhere = installElsewhere(root, "elsewhere");
    writeFiles(elsewhere, { "openapi.yaml": smallDocument });
    const bin = join(elsewhere, "node_modules/.bin/audiences-codegen");
    const args = ["--spec", "openapi.yaml", "--out", "client", "--name", "small-client", "--engine", "mustache"];
    const env = { ...withoutJava, PATH: join(process.execPath, "..") };
    expect(call(elsewhere, process.execPath, [bin, "generate", ...args], env)).toMatch(
      /^client: \d+ files from 1 operation/,
    );
    expect(call(elsewhere, process.execPath, [bin, "check", "--full", ...args], env)).toBe("client is up to date\n");
    call(join(elsewhere, "client"), "npm", ["install", ...quietly]);
    call(join(elsewhere, "client"), "npm", ["run", "build"]);
    expect(readdirSync(join(elsewhere, "client/dist")).sort()).toEqual(["cjs", "esm"]);
  });
});
