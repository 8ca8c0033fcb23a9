import type { Document } from "../flow";
import {
  methods,
  type Components,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Referable,
  type RequestBody,
  type Response,
  type Schema,
} from "../openapi";
import { Claims } from "../prepare/claims";
import { resolveOperations } from "../prepare/operations";
import { flaggedComponents, look, reachedComponents, type Direction } from "./flagged";
import { inDirection } from "./in-direction";

/**
 * `Document` → `Document` in which what is sent and what is answered have schemas of their own where `readOnly` and `writeOnly` make them
 * differ. A component that goes both ways keeps its name for what is answered, and is called `<Name>Input` where it is sent; one that goes
 * one way keeps its name. Where nothing differs, it is the same document.
 */
export function splitDirections(document: Document): Document {
  const { openapi } = document;
  const flagged = flaggedComponents(openapi);
  const operations = resolveOperations(openapi);
  const sent = operations.flatMap(({ parameters, requestBody }) => [
    ...parameters.flatMap(({ schema, content }) => [...(schema === undefined ? [] : [schema]), ...schemasOf(content)]),
    ...schemasOf(requestBody?.value.content),
  ]);
  const answered = operations.flatMap(({ responses }) => responses.flatMap(({ value }) => schemasOf(value.content)));
  if (flagged.size === 0 && ![...sent, ...answered].some((schema) => look(openapi, schema).isFlagged)) return document;
  const reached = { request: reachedComponents(openapi, sent), response: reachedComponents(openapi, answered) };
  const inputs = inputNames(
    openapi,
    [...flagged].filter((name) => reached.request.has(name) && reached.response.has(name)),
  );
  return { ...document, openapi: new Split(openapi, flagged, inputs, reached.request).document() };
}

function schemasOf(content: Record<string, MediaType> | undefined): Schema[] {
  return Object.values(content ?? {}).flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
}

/** `Pet` → `PetInput`, or the first of `PetInput2`, … that no component has. */
function inputNames(openapi: OpenApiDocument, names: readonly string[]): Map<string, string> {
  const claims = new Claims(Object.keys(openapi.components?.schemas ?? {}));
  return new Map(names.map((name) => [name, claims.claim(`${name}Input`)]));
}

class Split {
  constructor(
    private readonly openapi: OpenApiDocument,
    private readonly flagged: ReadonlySet<string>,
    private readonly inputs: ReadonlyMap<string, string>,
    private readonly sent: ReadonlySet<string>,
  ) {}

  document(): OpenApiDocument {
    const paths = mapValues(this.openapi.paths ?? {}, (pathItem) => this.pathItem(pathItem));
    return { ...this.openapi, paths, components: this.components(this.openapi.components ?? {}) };
  }

  private components(components: Components): Components {
    const { parameters, requestBodies, responses } = components;
    return {
      ...components,
      schemas: this.schemas(components.schemas ?? {}),
      ...(parameters && { parameters: mapValues(parameters, (value) => this.parameter(value)) }),
      ...(requestBodies && { requestBodies: mapValues(requestBodies, (value) => this.body(value)) }),
      ...(responses && { responses: mapValues(responses, (value) => this.response(value)) }),
    };
  }

  /** Each component in the direction it goes; behind one that goes both ways, its input. */
  private schemas(schemas: Record<string, Schema>): Record<string, Schema> {
    const result = Object.create(null) as Record<string, Schema>;
    for (const [name, schema] of Object.entries(schemas)) {
      const input = this.inputs.get(name);
      const isOnlySent = this.sent.has(name) && input === undefined;
      const direction = isOnlySent ? "request" : "response";
      result[name] = this.flagged.has(name) ? this.schema(schema, direction) : schema;
      if (input !== undefined) result[input] = this.schema(schema, "request");
    }
    return result;
  }

  private schema(schema: Schema, direction: Direction): Schema {
    const rename = (name: string): string => (direction === "request" ? (this.inputs.get(name) ?? name) : name);
    return inDirection(this.openapi, schema, direction, rename);
  }

  private pathItem(pathItem: PathItem): PathItem {
    return mapValues(pathItem as Record<string, unknown>, (value, key) =>
      (methods as readonly string[]).includes(key) ? this.operation(value as Operation) : value,
    );
  }

  private operation(operation: Operation): Operation {
    const { parameters, requestBody, responses } = operation;
    return {
      ...operation,
      ...(parameters && { parameters: parameters.map((value) => this.parameter(value)) }),
      ...(requestBody && { requestBody: this.body(requestBody) }),
      ...(responses && { responses: mapValues(responses, (value) => this.response(value)) }),
    };
  }

  private parameter(parameter: Referable<Parameter>): Referable<Parameter> {
    if ("$ref" in parameter || parameter.schema === undefined) return parameter;
    return { ...parameter, schema: this.schema(parameter.schema, "request") };
  }

  private body(body: Referable<RequestBody>): Referable<RequestBody> {
    return "$ref" in body ? body : { ...body, content: this.content(body.content, "request") };
  }

  private response(response: Referable<Response>): Referable<Response> {
    if ("$ref" in response || response.content === undefined) return response;
    return { ...response, content: this.content(response.content, "response") };
  }

  private content(content: Record<string, MediaType>, direction: Direction): Record<string, MediaType> {
    return mapValues(content, (mediaType) =>
      mediaType.schema === undefined ? mediaType : { ...mediaType, schema: this.schema(mediaType.schema, direction) },
    );
  }
}

function mapValues<T>(record: Record<string, T>, change: (value: T, key: string) => T): Record<string, T> {
  const result = Object.create(null) as Record<string, T>;
  for (const [key, value] of Object.entries(record)) result[key] = change(value, key);
  return result;
}
