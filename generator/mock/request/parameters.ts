import type { Json, Parameter, Schema } from "../../openapi";
import { isJsonMediaType, type ResolvedOperation } from "../../prepare/operations";
import { itemsIn, memberIn, memberNames, partsOf, typesIn } from "../validation/parts";
import type { Schemas } from "../validation/schemas";
import { coerceList, coerceMembers, coerceText, type Preference } from "./coerce";
import { cookiePairs, queryPairs, type Pair } from "./pairs";
import { headerOf, type ReceivedRequest } from "./received-request";
import { readCookie, readHeader, readPath, readQuery, type Reading, type Shape } from "./styles";

/** The values of an operation's parameters, by location and name (`query page_size`), and what is wrong with them. */
export interface ReadParameters {
  readonly values: ReadonlyMap<string, Json>;
  readonly problems: readonly string[];
}

/** Of these a parameter of the document has no say (OpenAPI, Parameter Object, `name`). */
const notParameters = new Set(["accept", "content-type", "authorization"]);

/** Reads every parameter as its style says, and asks its schema. */
export function readParameters(
  schemas: Schemas,
  { parameters }: ResolvedOperation,
  request: ReceivedRequest,
  pathTexts: ReadonlyMap<string, string>,
): ReadParameters {
  const reader = new Reader(schemas, parameters, request, pathTexts);
  const values = new Map<string, Json>();
  const problems: string[] = [];
  for (const parameter of parameters) {
    if (parameter.in === "header" && notParameters.has(parameter.name.toLowerCase())) continue;
    const { value, wrong } = reader.read(parameter);
    problems.push(...wrong);
    if (value !== undefined) values.set(`${parameter.in} ${parameter.name}`, value);
  }
  return { values, problems };
}

interface Outcome {
  readonly value: Json | undefined;
  readonly wrong: readonly string[];
}

class Reader {
  private readonly query: readonly Pair[];
  private readonly cookies: readonly Pair[];
  private readonly queryNames: ReadonlySet<string>;

  constructor(
    private readonly schemas: Schemas,
    parameters: readonly Parameter[],
    private readonly request: ReceivedRequest,
    private readonly pathTexts: ReadonlyMap<string, string>,
  ) {
    this.query = queryPairs(request.query);
    this.cookies = cookiePairs(headerOf(request, "cookie"));
    this.queryNames = new Set(parameters.filter((own) => own.in === "query").map(({ name }) => name));
  }

  /**
   * The first way to read it that its schema takes; if there is none, what is wrong with the first way. What no style can write (OpenAPI
   * 3.1.1, Style Values) can't be told wrong: `fetch` itself sends `Accept-Language: *`, whatever a document says of that header.
   */
  read(parameter: Parameter): Outcome {
    const subject = `the ${parameter.in} parameter ${parameter.name}`;
    const outcomes = this.attempts(parameter).map(([shape, as]) => this.attempt(parameter, shape, as, subject));
    const present = outcomes.filter((outcome) => outcome !== undefined);
    if (present.length === 0)
      return { value: undefined, wrong: parameter.required === true ? [`${subject} is missing`] : [] };
    const right = present.find(({ wrong }) => wrong.length === 0);
    return right ?? (this.isNested(parameter) ? { value: undefined, wrong: [] } : present[0]!);
  }

  private attempt(parameter: Parameter, shape: Shape, as: Preference, subject: string): Outcome | undefined {
    const content = Object.entries(parameter.content ?? {})[0];
    const schema = parameter.schema ?? content?.[1].schema;
    const reading = this.wire(parameter, shape);
    if (reading.kind === "absent") return undefined;
    if (reading.kind === "wrong") return { value: undefined, wrong: [`${subject} ${reading.problem}`] };
    const value = content === undefined ? this.value(schema, reading, as) : contentValue(content[0], reading);
    if (value === undefined) return { value, wrong: [`${subject} is not JSON`] };
    return { value, wrong: this.schemas.problems(schema, "request", value, subject) };
  }

  /** Lists and members before text, for a text could be anything; numbers before text, for the same reason. */
  private attempts({ schema, content }: Parameter): [Shape, Preference][] {
    if (content !== undefined) return [["text", "text"]];
    const types = typesIn(partsOf(this.schemas.document, schema));
    const shapes: Shape[] = [
      ...(types.has("array") ? ["list" as const] : []),
      ...(types.has("object") ? ["members" as const] : []),
      ...([...types].some((type) => !["array", "object", "null"].includes(type)) || types.size === 0
        ? ["text" as const]
        : []),
    ];
    return shapes.flatMap((shape): [Shape, Preference][] => [
      [shape, "typed"],
      [shape, "text"],
    ]);
  }

  /** Whether an item or a member is a list or an object itself, and nothing else. */
  private isNested({ schema }: Parameter): boolean {
    const { document } = this.schemas;
    const parts = partsOf(document, schema);
    return [itemsIn(parts), ...memberNames(parts).map((name) => memberIn(parts, name))].some((inner) => {
      const types = [...typesIn(partsOf(document, inner))].filter((type) => type !== "null");
      return types.length > 0 && types.every((type) => type === "array" || type === "object");
    });
  }

  private wire(parameter: Parameter, shape: Shape): Reading {
    switch (parameter.in) {
      case "path":
        return readPath(parameter, shape, this.pathTexts.get(parameter.name) ?? "");
      case "header":
        return readHeader(parameter, shape, headerOf(this.request, parameter.name));
      case "cookie":
        return readCookie(parameter, shape, this.cookies);
      case "query":
        return readQuery(parameter, shape, this.query, this.members(parameter));
    }
  }

  private members({ schema }: Parameter): Parameters<typeof readQuery>[3] {
    const parts = partsOf(this.schemas.document, schema);
    const isOpen = parts.some(({ additionalProperties = false }) => additionalProperties !== false);
    return { names: memberNames(parts), isOpen, others: this.queryNames };
  }

  private value(schema: Schema | undefined, reading: Reading, as: Preference): Json | undefined {
    const { document } = this.schemas;
    if (reading.kind === "text") return coerceText(document, schema, reading.text, as);
    if (reading.kind === "list") return coerceList(document, schema, reading.texts, as);
    return reading.kind === "members" ? coerceMembers(document, schema, reading.members, as) : undefined;
  }
}

function contentValue(mediaType: string, reading: Reading): Json | undefined {
  if (reading.kind !== "text") return undefined;
  if (!isJsonMediaType(mediaType)) return reading.text;
  try {
    return JSON.parse(reading.text) as Json;
  } catch {
    return undefined;
  }
}
