// Asks our mock and Prism, which knows nothing of us, the same; compares the class of the status, and each body with the document.
//   node scripts/prism.mjs
// Prism is installed into a temporary folder: 185 packages, of which no other command needs one.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const version = "5.14.2";
const spec = "spec/audiences.yaml";
const list = "/ad_accounts/{ad_account_id}/audiences";
const custom = `${list}/custom`;
const one = `${list}/{audience_id}`;
const good = { name: "n", audience_type: "VISITOR", rule: { retention_days: 30 } };
const goodCustom = { name: "n", sharing_type: "CUSTOM", data_party: "1p", rule: { country: "US" } };

/** What is asked: a title, the method and the path of the document, and what is sent. `wanted`: the class that both must give. */
const requests = [
  ["list", "GET", list, {}, 2],
  ["list, every parameter", "GET", list, { query: "order=DESCENDING&page_size=7&ownership_type=OWNED" }, 2],
  ["list, an unknown parameter", "GET", list, { query: "colour=red" }, 2],
  ["list, page_size 0", "GET", list, { query: "page_size=0" }, 4],
  ["list, page_size 251", "GET", list, { query: "page_size=251" }, 4],
  ["list, page_size text", "GET", list, { query: "page_size=many" }, 4],
  ["list, page_size 1.5", "GET", list, { query: "page_size=1.5" }, 4],
  ["list, another order", "GET", list, { query: "order=UP" }, 4],
  ["list, another ownership", "GET", list, { query: "ownership_type=ALL" }, 4],
  ["list, account of letters", "GET", list, { account: "abc" }, 4],
  ["list, account of 19 digits", "GET", list, { account: "1".repeat(19) }, 4],
  ["list, no token", "GET", list, { headers: { authorization: undefined } }, 4],
  ["list, a cursor nobody gave out", "GET", list, { query: "bookmark=nonsense" }, 4],
  ["list, two page sizes", "GET", list, { query: "page_size=1&page_size=2" }, 4],
  ["list, an empty page size", "GET", list, { query: "page_size=" }, 4],
  ["get", "GET", one, {}, 2],
  ["get, an id of letters", "GET", one, { audience: "abc" }, 4],
  ["get, one that is not there", "GET", one, { audience: "1" }, 4],
  ["get, no token", "GET", one, { headers: { authorization: undefined } }, 4],
  ["create", "POST", list, { body: good }, 2],
  ["create, an unknown field", "POST", list, { body: { ...good, colour: "red" } }, 2],
  ["create, no body", "POST", list, {}, 4],
  ["create, half a body", "POST", list, { text: '{"name":' }, 4],
  ["create, a list", "POST", list, { body: [good] }, 4],
  ["create, no name", "POST", list, { body: { ...good, name: undefined } }, 4],
  ["create, no rule", "POST", list, { body: { ...good, rule: undefined } }, 4],
  ["create, a number as name", "POST", list, { body: { ...good, name: 1 } }, 4],
  ["create, another type", "POST", list, { body: { ...good, audience_type: "visitor" } }, 4],
  ["create, a rule that is a list", "POST", list, { body: { ...good, rule: [] } }, 4],
  ["create, days as text", "POST", list, { body: { ...good, rule: { retention_days: "30" } } }, 4],
  ["create, a bad seed", "POST", list, { body: { ...good, rule: { seed_id: ["x"] } } }, 4],
  ["create, text", "POST", list, { text: "x", headers: { "content-type": "text/plain" } }, 4],
  ["create, no token", "POST", list, { body: good, headers: { authorization: undefined } }, 4],
  ["create custom", "POST", custom, { body: goodCustom }, 2],
  ["create custom, no party", "POST", custom, { body: { ...goodCustom, data_party: undefined } }, 4],
  ["create custom, another party", "POST", custom, { body: { ...goodCustom, data_party: "2p" } }, 4],
  ["create custom, another sharing", "POST", custom, { body: { ...goodCustom, sharing_type: "NONE" } }, 4],
  ["update", "PATCH", one, { body: { name: "m", operation_type: "UPDATE" } }, 2],
  ["update, nothing in it", "PATCH", one, { body: {} }, 2],
  ["update, no body", "PATCH", one, {}, 2],
  ["update, another operation", "PATCH", one, { body: { operation_type: "DELETE" } }, 4],
  ["update, a number as description", "PATCH", one, { body: { description: 1 } }, 4],
  ["update, an id of letters", "PATCH", one, { audience: "x", body: {} }, 4],
  ["no such path", "GET", "/nowhere", {}, 4],
  ["no such method", "DELETE", list, {}, 4],
  ["remove", "PATCH", one, { body: { operation_type: "REMOVE" } }, 2],
  ["get what was removed", "GET", one, {}, 4],
].map(([title, method, path, sent, wanted]) => ({ title, method, path, sent, wanted }));

/** Where Prism differs, by title: in the status, or in that its body does not fit the document; and why. */
const known = new Map([
  ["list, a cursor nobody gave out", ["status", "Prism keeps nothing: it can't know which cursors were given out"]],
  ["list, an empty page size", ["status", "Prism takes an empty value for none; the document wants an integer"]],
  ["get, one that is not there", ["status", "Prism keeps nothing: every audience is there"]],
  ["get what was removed", ["status", "Prism keeps nothing: what was removed is there"]],
  ["create, half a body", ["body", "Prism answers a body that it can't parse in a shape of its own"]],
]);

const document = parse(readFileSync(spec, "utf8"));
const ajv = addFormats(new Ajv({ strict: false, allErrors: true })).addSchema(document, "spec");
const folder = mkdtempSync(join(tmpdir(), "prism-"));
const children = [];

try {
  install();
  const [ours, prism] = await Promise.all([startOurs(), startPrism()]);
  const outcomes = [];
  for (const request of requests)
    outcomes.push({ request, ours: await ask(ours, request), prism: await ask(prism, request) });
  report(outcomes);
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}

function install() {
  const args = ["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefix", folder];
  const { status, stderr } = spawnSync("npm", [...args, `@stoplight/prism-cli@${version}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`Prism ${version} can't be installed: ${stderr}`);
}

async function startOurs() {
  const child = start(["generator/dist/command-line/main.js", "mock", "--spec", spec, "--json"]);
  const [output] = await once(child.stdout, "data");
  return JSON.parse(output.toString()).url;
}

async function startPrism() {
  const port = await freePort();
  start([
    join(folder, "node_modules/@stoplight/prism-cli/dist/index.js"),
    "mock",
    spec,
    "--port",
    String(port),
    "--errors",
  ]);
  const url = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 150; turn += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return url;
    await wait(200);
  }
  throw new Error("Prism does not answer");
}

function start(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.resume();
  child.stderr.resume();
  children.push(child);
  return child;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The status, and what is wrong with the body by the document; nothing is asked of bodies for paths and methods that it hasn't. */
async function ask(url, { method, path, sent }) {
  const { account = "549755885175", audience = "2542620639259", query, body, text, headers = {} } = sent;
  const target = path.replace("{ad_account_id}", account).replace("{audience_id}", audience);
  const hasBody = body !== undefined || text !== undefined;
  const all = { authorization: "Bearer t", ...(hasBody ? { "content-type": "application/json" } : {}), ...headers };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  const response = await fetch(`${url}${target}${query === undefined ? "" : `?${query}`}`, {
    method,
    headers: given,
    ...(hasBody ? { body: text ?? JSON.stringify(body) } : {}),
  });
  return { status: response.status, misfits: misfits(method, path, response.status, await response.text()) };
}

function misfits(method, path, status, text) {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) return "";
  const response = operation.responses[status] ?? operation.responses.default;
  const { content } =
    response.$ref === undefined ? response : document.components.responses[response.$ref.split("/").at(-1)];
  const schema = JSON.parse(JSON.stringify(content["application/json"].schema).replaceAll('"#/', '"spec#/'));
  const validate = ajv.compile(schema);
  try {
    return validate(JSON.parse(text)) ? "" : ajv.errorsText(validate.errors);
  } catch {
    return "not JSON";
  }
}

function report(outcomes) {
  const width = Math.max(...outcomes.map(({ request }) => request.title.length));
  const judged = outcomes.map((outcome) => ({ ...outcome, ...judge(outcome) }));
  for (const { request, ours, prism, faults, reason = "" } of judged) {
    const mark = faults.length > 0 ? "✗" : "✓";
    console.log(
      `${mark} ${request.title.padEnd(width)}  ours ${ours.status}  Prism ${prism.status}  ${reason}`.trimEnd(),
    );
  }
  const failures = judged.flatMap(({ request, faults }) => faults.map((fault) => `${request.title}: ${fault}`));
  for (const failure of failures) console.log(failure);
  const alike = judged.filter(({ reason, faults }) => reason === undefined && faults.length === 0).length;
  console.log(`${judged.length} requests: ${alike} alike, ${known.size} known to differ, ${failures.length} faults`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** Ours must be as wanted and fit; Prism's too, unless it is known to differ, and then it must. */
function judge({ request, ours, prism }) {
  const [what, reason] = known.get(request.title) ?? [];
  const differs = { status: classOf(prism) !== request.wanted, body: prism.misfits !== "" && what !== "status" };
  const faults = [
    ...(classOf(ours) === request.wanted ? [] : [`ours is ${ours.status}, wanted ${request.wanted}xx`]),
    ...(ours.misfits === "" ? [] : [`the body of ours does not fit: ${ours.misfits}`]),
    ...(differs.status && what !== "status" ? [`Prism says ${prism.status}, and no reason is known`] : []),
    ...(differs.body && what !== "body" ? [`the body of Prism's does not fit: ${prism.misfits}`] : []),
    ...(what !== undefined && !differs[what] ? [`Prism no longer differs in its ${what}`] : []),
  ];
  return { reason, faults };
}

function classOf({ status }) {
  return Math.floor(status / 100);
}
