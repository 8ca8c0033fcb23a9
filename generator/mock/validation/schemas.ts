import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { OpenApiDocument, Schema } from "../../openapi";
import type { Direction } from "../../prepare/docs/example";
import { tokensOf } from "../../references";
import { toJsonSchema } from "./json-schema";
import { linearPattern } from "./linear-pattern";

/** How many problems of one value are worth saying. */
const enough = 5;

/** Says what is wrong with values, by the document's schemas; each is compiled when it is first needed. */
export class Schemas {
  private readonly ajv = addFormats(
    new Ajv2020({
      strict: false,
      allErrors: true,
      validateSchema: false,
      logger: false,
      code: { regExp: linearPattern },
    }),
  );
  private readonly compiled = { request: new Map<Schema, ValidateFunction>(), response: new Map() } as Record<
    Direction,
    Map<Schema, ValidateFunction>
  >;

  constructor(readonly document: OpenApiDocument) {}

  /** A sentence each; none where the value fits. `subject`: what the sentences call the value. Values are not repeated. */
  problems(schema: Schema | undefined, direction: Direction, value: unknown, subject: string): string[] {
    if (schema === undefined) return [];
    const validate = this.validator(schema, direction);
    try {
      if (validate(value)) return [];
    } catch (error) {
      if (error instanceof RangeError) return [`${subject} is nested too deep`];
      throw error;
    }
    const sentences = [...new Set((validate.errors ?? []).map((error) => sentence(error, subject)))];
    return sentences.length <= enough ? sentences : [...sentences.slice(0, enough), `${subject} has more problems`];
  }

  fits(schema: Schema | undefined, direction: Direction, value: unknown): boolean {
    return this.problems(schema, direction, value, "").length === 0;
  }

  private validator(schema: Schema, direction: Direction): ValidateFunction {
    const known = this.compiled[direction].get(schema);
    if (known !== undefined) return known;
    const validate = this.ajv.compile(toJsonSchema(this.document, schema, direction));
    this.compiled[direction].set(schema, validate);
    return validate;
  }
}

function sentence({ instancePath, message = "is wrong", keyword, params }: ErrorObject, subject: string): string {
  const path = tokensOf(instancePath);
  const where = path.map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${token}`)).join("");
  const detail = params as { allowedValues?: unknown[]; additionalProperty?: string; unevaluatedProperty?: string };
  const extra = detail.additionalProperty ?? detail.unevaluatedProperty;
  if (keyword === "enum")
    return `${subject}${where} must be one of ${(detail.allowedValues ?? []).map(String).join(", ")}`;
  return `${subject}${where} ${message}${extra === undefined ? "" : ` (${extra})`}`;
}
