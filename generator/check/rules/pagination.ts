import type { Rule } from "..";
import {
  isReference,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Response,
  type Schema,
  type SchemaObject,
} from "../../openapi";
import { isOurs } from "../../pagination";
import { dereference } from "../../references";
import type { Findings } from "../findings";
import { forEachOperation } from "../operations";

/** `x-pagination` names a query parameter, and properties of the page that is answered (spec/README.md). */
export const checkPagination: Rule = (document, findings) => {
  forEachOperation(document, (operation, tokens, pathItem) => {
    const pagination = operation["x-pagination"] as unknown;
    if (pagination === undefined) return;
    if (!isOurs(pagination)) {
      findings.add([...tokens, "x-pagination"], notOurs);
      return;
    }
    checkOperation(document, findings, operation, pathItem, [...tokens, "x-pagination"]);
  });
};

const notOurs = {
  code: "unknown-pagination",
  severity: "notice",
  message: "this x-pagination is not understood, and has no effect",
  hint: "x-pagination: { parameter: …, items: …, next: … }",
} as const;

function checkOperation(
  document: OpenApiDocument,
  findings: Findings,
  operation: Operation,
  pathItem: PathItem,
  tokens: readonly string[],
): void {
  const pagination = (operation["x-pagination"] ?? {}) as unknown as Record<string, unknown>;
  const problem = (key: string, message: string): void => {
    findings.add([...tokens, key], {
      code: "pagination",
      message,
      hint: "x-pagination: { parameter: …, items: …, next: … }",
    });
  };
  const wrong = ["parameter", "items", "next"].filter((key) => typeof pagination[key] !== "string");
  if (wrong.length > 0) {
    problem("", `x-pagination needs ${wrong.join(", ")} as a string`);
    return;
  }
  const parameters = [...(operation.parameters ?? []), ...(pathItem.parameters ?? [])].map((value) =>
    dereference<Parameter>(document, value),
  );
  if (!parameters.some(({ name, in: location }) => name === pagination["parameter"] && location === "query")) {
    problem("parameter", `the operation has no query parameter ${JSON.stringify(pagination["parameter"])}`);
  }
  const page = pageSchema(document, operation);
  const items = page && propertyOf(document, page, pagination["items"] as string);
  if (items === undefined) problem("items", `the page has no property ${JSON.stringify(pagination["items"])}`);
  else if (typeOf(document, items) !== "array")
    problem("items", `${JSON.stringify(pagination["items"])} is not a list`);
  if (page === undefined || propertyOf(document, page, pagination["next"] as string) === undefined) {
    problem("next", `the page has no property ${JSON.stringify(pagination["next"])}`);
  }
}

function pageSchema(document: OpenApiDocument, operation: Operation): Schema | undefined {
  const status = Object.keys(operation.responses ?? {}).find((key) => /^2/.test(key));
  const response = status === undefined ? undefined : dereference<Response>(document, operation.responses![status]!);
  return Object.values(response?.content ?? {})[0]?.schema;
}

/** A property, own or from a part of allOf. */
function propertyOf(document: OpenApiDocument, schema: Schema, name: string): Schema | undefined {
  if (typeof schema === "boolean") return undefined;
  const value = isReference(schema) ? dereference<SchemaObject>(document, schema) : schema;
  if (value.properties !== undefined && Object.hasOwn(value.properties, name)) return value.properties[name];
  return (value.allOf ?? []).map((part) => propertyOf(document, part, name)).find((found) => found !== undefined);
}

function typeOf(document: OpenApiDocument, schema: Schema): unknown {
  const value = isReference(schema) ? dereference<SchemaObject>(document, schema) : schema;
  return typeof value === "boolean" ? undefined : value.type;
}
