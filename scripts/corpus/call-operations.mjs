// Calls every operation of documents through the packages made of them, against the mock, twice: with the arguments that it needs, and
// with all that can be sent. Prints a JSON list, an object a document: how many operations there are and calls, the operations whose
// answer is the redirect that is all the document has for them, and each call that did not end as it should.
//   node scripts/corpus/call-operations.mjs ENTRY (DOCUMENT PACKAGE)…      ENTRY: the module of a package, from its folder
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { credentialsOf } from "./credentials.mjs";

const require = createRequire(import.meta.url);
const stage = (path) => require(`../../generator/dist/${path}`);
const { check } = stage("check");
const { splitDirections } = stage("directions");
const { tellApart } = stage("discriminators");
const { load } = stage("load");
const { startMock } = stage("mock");
const { normalize } = stage("normalize");
const { isBytes, typeOfBytes } = stage("prepare/docs/bytes");
const { exampleArguments } = stage("prepare/docs/operation-examples");
const { resolveOperations } = stage("prepare/operations");

const [entry, ...paths] = process.argv.slice(2);
const found = [];
for (let at = 0; at < paths.length; at += 2) found.push(await callOperations(paths[at], paths[at + 1]));
console.log(JSON.stringify(found));

async function callOperations(spec, folder) {
  const document = normalize(await check(load(spec)));
  // As the docs see it, so that what is sent here is what their examples show.
  const { openapi } = tellApart(splitDirections(document));
  const operations = resolveOperations(openapi);
  const { createClient } = await import(pathToFileURL(resolve(folder, entry)).href);
  const mock = await startMock(document, { seeds: 3 });
  const client = createClient({ baseUrl: mock.url, maxRetries: 0, ...credentialsOf(openapi) });
  const context = { openapi, mock, client, names: namesOf(folder) };
  const calls = [];
  try {
    for (const operation of operations)
      for (const onlyRequired of [true, false]) calls.push(await callOperation(context, operation, onlyRequired));
  } finally {
    await mock.close();
  }
  return {
    operations: operations.length,
    calls: calls.length,
    redirects: calls.filter(({ isRedirect }) => isRedirect).map(({ operation }) => operation),
    faults: calls.filter(({ wrong }) => wrong !== undefined),
  };
}

/** The namespace and the method of each operation. */
function namesOf(folder) {
  const { operations } = JSON.parse(readFileSync(join(folder, "docs", "index.json"), "utf8"));
  return new Map(operations.map(({ operationId, call }) => [operationId, call.split(".").slice(1)]));
}

/** Each call finds the mock as at its start, so that none depends on those before it. */
async function callOperation({ openapi, mock, client, names }, operation, onlyRequired) {
  mock.reset();
  const { operationId } = operation;
  const [namespace, method] = names.get(operationId);
  const args = Object.fromEntries(exampleArguments(openapi, operation, { onlyRequired }).map(withBlobs));
  const result = await client.safe[namespace][method](args);
  const asked = mock.requests().map((request) => request.operation);
  const isRedirect = isDeclaredRedirect(operation, result);
  const wrong = isRedirect ? undefined : whatIsWrong(operation, result, asked.join());
  return { operation: operationId, onlyRequired, isRedirect, wrong };
}

/** As in the docs, there is a `Blob` in the place of bytes. */
function withBlobs([name, value]) {
  return [name, blobs(value)];
}

function blobs(value) {
  if (isBytes(value)) return new Blob(["bytes"], { type: typeOfBytes(value) });
  if (Array.isArray(value)) return value.map(blobs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(withBlobs));
}

/** A redirect where the document has nothing else for when all goes well. */
function isDeclaredRedirect({ responses }, { status }) {
  const declared = responses.map((response) => response.status);
  return declared.includes(String(status)) && /^3/.test(status) && !declared.some((own) => /^(2|default)/.test(own));
}

/** `undefined`: the operation was asked for, and its answer is a success that the document has. */
function whatIsWrong({ operationId, responses }, { ok, status, error }, asked) {
  if (asked !== operationId) return `${error?.message}: the mock was asked for ${asked || "nothing"}`;
  if (!ok) return `${status}: ${JSON.stringify(error.body ?? error.message)}`;
  const declared = responses.map((response) => response.status.toUpperCase());
  const isDeclared = [String(status), "2XX", "DEFAULT"].some((own) => declared.includes(own));
  return isDeclared ? undefined : `${status}, which the document has not`;
}
