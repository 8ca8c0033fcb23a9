import { isJsonMediaType, schemaName } from "../operations";
import type { Names } from "../names";
import type { OpenApiDocument, Schema } from "../../openapi";

/** What a type expression may name: the exported schemas, and the operation's own type from openapi-typescript. */
export interface TypeScope {
  readonly document: OpenApiDocument;
  readonly names: Names;
  /** `operations["audiences_get"]` */
  readonly operationType: string;
}

/** `schemas.Audience`, where a schema is a reference to a component. */
export function schemaType(schema: Schema | undefined, { names }: TypeScope): string | undefined {
  const name = schemaName(schema);
  const own = name === undefined ? undefined : names.schemas.get(name);
  return own && `schemas.${own.typeName}`;
}

/** How the runtime reads an answer of a media type: as JSON, as text, or as a Blob. A wildcard is typed by its schema. */
export function contentKind(mediaType: string): "json" | "text" | "binary" {
  if (isJsonMediaType(mediaType) || mediaType.startsWith("*")) return "json";
  return /^(text\/|application\/(xml|javascript|x-yaml|yaml)\b|[^;]+\+(xml|yaml)\b)/i.test(mediaType)
    ? "text"
    : "binary";
}
