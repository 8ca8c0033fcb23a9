import type { Json, MediaType, OpenApiDocument } from "../../openapi";
import { schemaName, type ResolvedOperation } from "../operations";
import { ownExample } from "./example";
import { fits } from "./fits";

/** The first example that the document gives of each schema: its own, else that of a body which is this schema. */
export function schemaExamples(document: OpenApiDocument, operations: readonly ResolvedOperation[]): Map<string, Json> {
  const examples = new Map<string, Json>();
  for (const [key, schema] of Object.entries(document.components?.schemas ?? {})) {
    const example = typeof schema === "object" ? schema.example : undefined;
    if (example !== undefined && fits(document, schema, example)) examples.set(key, example);
  }
  for (const mediaType of operations.flatMap(mediaTypesOf)) {
    const key = schemaName(mediaType.schema);
    const example = key === undefined || examples.has(key) ? undefined : ownExample(document, mediaType);
    if (example !== undefined) examples.set(key!, example.value);
  }
  return examples;
}

/** What an operation takes and gives, as media types. */
function mediaTypesOf({ requestBody, responses }: ResolvedOperation): MediaType[] {
  return [requestBody?.value.content, ...responses.map(({ value }) => value.content)].flatMap((content) =>
    Object.values(content ?? {}),
  );
}
