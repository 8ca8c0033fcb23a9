// What a type checker does for 20 calls on a large document: instantiations, counted by tsc (the same on any machine).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { largeDocument } from "../large-document.mjs";

const limit = 2500;
const calls = 20;
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const real = resolve("../shared/corpus/pinterest-full.json");

/** `{ rows, failures }`: the table's rows, what is over its budget. */
export function instantiations({ folder }) {
  const made = join(folder, "large-231.json");
  writeFileSync(made, JSON.stringify(largeDocument(231)));
  const results = [made, ...(existsSync(real) ? [real] : [])].map((spec) =>
    measure(spec, join(folder, `types-${basename(spec, ".json")}`)),
  );
  const verdict = (...counts) => `≤ ${limit}: ${Math.max(...counts) <= limit ? "yes" : "**no**"}`;
  return {
    rows: results.map(({ name, named, safe, fetch }) => [name, named, safe, fetch, verdict(named, safe)]),
    failures: results
      .filter(({ named, safe }) => Math.max(named, safe) > limit)
      .map(({ name, named, safe }) => `${calls} calls on ${name}: ${named} and ${safe} instantiations, over ${limit}`),
  };
}

function measure(spec, home) {
  const out = join(home, "package");
  mkdirSync(home);
  symlinkSync(resolve("node_modules"), join(home, "node_modules"));
  run([
    "generator/dist/command-line/main.js",
    "generate",
    "--spec",
    spec,
    "--out",
    out,
    "--name",
    "large",
    "--engine",
    "mustache",
    "--only",
    "client",
  ]);
  run([tsc, "-p", join(out, "tsconfig.json"), "--emitDeclarationOnly", "--outDir", join(home, "declarations")]);
  const chosen = choose(out);
  const written = (client) => chosen.map(({ call, args }) => `await ${client}.${call}(${JSON.stringify(args)})`);
  const named = written("client").map((call) => `  use(${call});`);
  const safe = written("client.safe").map(
    (call) => `  { const r = ${call}; use(r.ok ? r.data : r.status === 404 && r.error.body); }`,
  );
  const fetch = chosen.map(({ method, path, args }) => {
    const init = Object.keys(args).length === 0 ? "" : `, { params: { path: ${JSON.stringify(args)} } }`;
    return `  { const r = await client.${method}(${JSON.stringify(path)}${init}); use(r.data ?? r.error); }`;
  });
  const client = 'import { createClient } from "./declarations/index.js";\nconst client = createClient();';
  const bare =
    'import createClient from "openapi-fetch";\nimport type { paths } from "./declarations/openapi.js";\nconst client = createClient<paths>({});';
  return {
    name: basename(spec, ".json"),
    named: count(home, "named", client, named),
    safe: count(home, "safe", client, safe),
    fetch: count(home, "fetch", bare, fetch),
  };
}

/** Operations, evenly spread, that need no more than path parameters: `{ call, method, path, args }`. */
function choose(out) {
  const names = methodNames(readFileSync(join(out, "src/client.ts"), "utf8"));
  const document = JSON.parse(readFileSync(join(out, "openapi.json"), "utf8"));
  const source = readdirSync(join(out, "src/operations"))
    .map((file) => readFileSync(join(out, "src/operations", file), "utf8"))
    .join("\n");
  const simple = [
    ...source.matchAll(
      /^const (\w+)Operation: Operation = \{\n  id: "(?:[^"\\]|\\.)*",\n  method: "(\w+)",\n  path: "([^"]*)",/gm,
    ),
  ]
    .map(([, name, method, path]) => ({
      call: names.get(name),
      method,
      path,
      args: argumentsOf(path),
      needs: required(document, method, path),
    }))
    .filter(({ call, needs }) => call !== undefined && needs.length === 0);
  return Array.from({ length: calls }, (_, index) => simple[Math.floor((index * simple.length) / calls)]);
}

/** What an operation requires beside path parameters. */
function required(document, method, path) {
  const pathItem = document.paths[path] ?? {};
  const operation = pathItem[method.toLowerCase()] ?? {};
  const at = (value) =>
    value.$ref
      ? value.$ref
          .slice(2)
          .split("/")
          .reduce((node, key) => node[key.replaceAll("~1", "/").replaceAll("~0", "~")], document)
      : value;
  const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].map(at);
  const texts = parameters.filter(
    (parameter) =>
      parameter.in !== "path" || at(parameter.schema ?? {}).type !== "string" || at(parameter.schema ?? {}).enum,
  );
  return [
    ...texts.filter((parameter) => parameter.required),
    ...(operation.requestBody ? [operation.requestBody] : []),
  ];
}

function argumentsOf(path) {
  return Object.fromEntries([...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => [name, "1"]));
}

/** `audiences.get` by the name of its function, as `createClient` has them. */
function methodNames(source) {
  const names = new Map();
  let tag = "";
  const body = source.slice(source.indexOf("export function createClient"), source.indexOf("    safe: {"));
  for (const line of body.split("\n")) {
    tag = /^ {4}(\w+): \{$/.exec(line)?.[1] ?? tag;
    const [, method, name] = /^ {6}(\w+): \(.*=> (\w+)\(transport/.exec(line) ?? [];
    if (method !== undefined) names.set(name, `${tag}.${method}`);
  }
  return names;
}

/** Instantiations of a program with nothing but the calls; declarations of libraries are not checked, as most consumers have it. */
function count(home, name, head, lines) {
  const program = `${head}\ndeclare function use(value: unknown): void;\nexport async function all(): Promise<void> {\n${lines.join("\n")}\n}\n`;
  writeFileSync(join(home, `${name}.mts`), program);
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, module: "nodenext", target: "es2022", types: [] },
    lib: ["es2022", "dom", "dom.iterable"],
  };
  const project = join(home, `${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${name}.mts`] }));
  return Number(/^Instantiations:\s+(\d+)/m.exec(run([tsc, "-p", project, "--extendedDiagnostics"]))[1]);
}

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.slice(0, 2).join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
