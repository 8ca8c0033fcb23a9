import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What a document has, counted from its file and not by the generator. */
export function countsOfDocument(path) {
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  const document = path.endsWith(".json") ? JSON.parse(text) : parse(text);
  const items = Object.values(document.paths ?? {});
  const operations = items.flatMap((item) => methods.filter((method) => item[method] !== undefined)).length;
  return { operations, schemas: Object.keys(document.components?.schemas ?? {}).length };
}

/** What a package says that it has. `inputs`: schemas that are there twice, for what is sent and what is answered differ. */
export function countsOfPackage(out, { inputs }) {
  const { operations, schemas } = JSON.parse(readFileSync(join(out, "docs", "index.json"), "utf8"));
  return { operations: operations.length, schemas: schemas.length - inputs, inputs };
}
