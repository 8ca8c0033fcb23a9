import type { NormalizedNodeType } from "@redocly/openapi-core/lib/types";
import type { WalkContext } from "@redocly/openapi-core/lib/walk";
import type { OpenApiDocument } from "../openapi";
import { tokensOf } from "../references";
import { withinTime } from "../time-limit";

/** One of Redocly's problems, as far as it is read here. */
export interface LintProblem {
  readonly message: string;
  readonly suggest: readonly string[];
  /** The way to what it is about, and whether that is the key of the last. */
  readonly tokens: readonly string[];
  readonly isKey: boolean;
  /** What it is about, as Redocly calls an object of the specification: `Schema`. */
  readonly type: string;
  /** What a member is part of by its place, whatever refers to it. */
  readonly place: string | undefined;
}

/**
 * Redocly's `struct` rule over a document, and nothing else of it: its parts one by one load in half the time of its `lintDocument`,
 * which takes every rule and every kind of document along (DECISIONS.md). Asks for no file and no address.
 */
export async function lintStructure(parsed: OpenApiDocument): Promise<readonly LintProblem[]> {
  const { BaseResolver, Source, resolveDocument } = library("resolve");
  const { normalizeVisitors } = library("visitors");
  const { walkDocument } = library("walk");
  const { Struct } = library("rules/common/struct");
  /** References are local by now; what else names an address (an example's `externalValue`) is not asked for. */
  class OfflineResolver extends BaseResolver {
    override loadExternalRef(address: string): Promise<never> {
      return Promise.reject(new Error(`not asked for: ${address}`));
    }
  }
  const document = { source: new Source("document.json", ""), parsed };
  const { types, rootType, oasVersion } = typesFor(parsed);
  const context: WalkContext = { problems: [], oasVersion: oasVersion as never, visitorsData: {} };
  const resolvedRefMap = await resolveDocument({
    rootDocument: document,
    rootType,
    externalRefResolver: new OfflineResolver(),
  });
  const rules = [
    { severity: "error" as const, ruleId: "struct", visitor: withType(Struct({}) as unknown as Visitor) as never },
  ];
  const normalizedVisitors = normalizeVisitors(rules, types);
  withinTime("checking the document", () => {
    walkDocument({ document, rootType, normalizedVisitors, resolvedRefMap, ctx: context });
  });
  return context.problems.map((problem) => {
    const [location] = problem.location;
    // They are in no URI: nothing in them is percent-encoded.
    const tokens = tokensOf(location?.pointer ?? "#/");
    const { message, suggest, type } = problem as typeof problem & { readonly type: string };
    const place = typeAt(rootType, parsed, tokens.slice(0, -1));
    return { message, suggest, tokens, isKey: location?.reportOnKey === true, type, place };
  });
}

/**
 * What Redocly calls what has its place somewhere: `Schema`, and `value` for what is no object; `undefined` inside of a keyword that it does not
 * know, or of data.
 */
export function placeIn(document: OpenApiDocument): (tokens: readonly string[]) => string | undefined {
  const { rootType } = typesFor(document);
  return (tokens) => typeAt(rootType, document, tokens);
}

function typesFor({ openapi }: OpenApiDocument) {
  const { normalizeTypes } = library("types");
  const is31 = openapi.startsWith("3.1");
  const types = normalizeTypes(is31 ? library("types/oas3_1").Oas3_1Types : library("types/oas3").Oas3Types, {});
  return { types, rootType: types["Root"]!, oasVersion: is31 ? "oas3_1" : "oas3_0" };
}

function typeAt(root: NormalizedNodeType, document: unknown, tokens: readonly string[]): string | undefined {
  let type = root;
  let value = document;
  for (const token of tokens) {
    value = (value as Record<string, unknown> | undefined)?.[token];
    const member = (type.items ?? type.properties[token] ?? type.additionalProperties) as unknown;
    const found: unknown =
      typeof member === "function" ? (member as (value: unknown, key: string) => unknown)(value, token) : member;
    if (typeof found !== "object" || found === null) return undefined;
    if (!("name" in found)) return "value";
    type = found as NormalizedNodeType;
  }
  return type.name;
}

interface Visitor {
  readonly any: (node: unknown, context: VisitorContext) => void;
}

interface VisitorContext {
  readonly report: (problem: object) => void;
  readonly type: { readonly name: string };
}

/** The same rule, which says with every problem what the object is. */
function withType({ any }: Visitor): Visitor {
  return {
    any: (node, context) => {
      const report = (problem: object): void => {
        context.report({ ...problem, type: context.type.name });
      };
      any(node, { ...context, report });
    },
  };
}

interface Library {
  readonly resolve: typeof import("@redocly/openapi-core/lib/resolve");
  readonly types: typeof import("@redocly/openapi-core/lib/types");
  readonly "types/oas3": typeof import("@redocly/openapi-core/lib/types/oas3");
  readonly "types/oas3_1": typeof import("@redocly/openapi-core/lib/types/oas3_1");
  readonly visitors: typeof import("@redocly/openapi-core/lib/visitors");
  readonly walk: typeof import("@redocly/openapi-core/lib/walk");
  readonly "rules/common/struct": typeof import("@redocly/openapi-core/lib/rules/common/struct");
}

/** Late: a command that finds nothing to do never needs it. */
function library<Name extends keyof Library>(name: Name): Library[Name] {
  return require(`@redocly/openapi-core/lib/${name}`) as Library[Name];
}
