import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { root } from "../support/command";

interface Responses {
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema: object }>>;

const document = parse(readFileSync(join(root, "spec/audiences.yaml"), "utf8")) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Responses>>>>;
  readonly components: { readonly responses: Readonly<Record<string, { readonly content: Content }>> };
};
// Read by ajv itself, without the mock's own translation.
const ajv = addFormats(new Ajv({ strict: false, allErrors: true })).addSchema(document, "spec");

/** What ajv has to say of a body that the audiences document is answered with; nothing: it fits. */
export function misfits(method: string, path: string, status: number, body: unknown): string[] {
  const { responses } = document.paths[path]![method.toLowerCase()]!;
  const own = responses[String(status)] ?? responses["default"]!;
  const content =
    own.$ref === undefined ? own.content! : document.components.responses[own.$ref.split("/").at(-1)!]!.content;
  const validate = ajv.compile(absolute(content["application/json"]!.schema));
  validate(body);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "$ref" ? (value as string).replace("#/", "spec#/") : value,
  ) as object;
}
