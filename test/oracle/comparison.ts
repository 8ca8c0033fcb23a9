import type { PreparedDocument } from "../../generator/flow";
import type { OpenApiDocument } from "../../generator/openapi";
import { resolveOperations, type ResolvedOperation } from "../../generator/prepare/operations";
import type { OperationCode } from "../../generator/prepare/view";

/** What our types have in place of openapi-typescript's: by path in the part, a type (`Amended` in parts.ts). */
export type Difference = Readonly<Record<string, string>>;

/** By part (`things_create arguments`, `things_create 201`). */
export type Differences = Readonly<Record<string, Difference>>;

/** What is known to differ, and the types that it names. */
export interface Known {
  readonly differences?: Differences | undefined;
  readonly declarations?: string | undefined;
}

/** A pair of types that must be the same; of one with `needs`, they must not be, for that path is left out of what is known. */
export interface Pair {
  readonly part: string;
  readonly needs?: string;
  /** Expressions of types. */
  readonly ours: string;
  readonly stock: string;
}

/** A module of `Ours1` and `Stock1`, …, and what they are of. */
export interface Comparison {
  readonly text: string;
  readonly pairs: readonly Pair[];
  readonly operations: number;
}

const head = `import type { Amended, Answer, Arguments, ItemOf, OperationsOf, OurAnswer } from "./parts.js";
import type { components, paths } from "./stock.js";
import type * as ours from "./src/functions.js";
`;

/**
 * Our types and openapi-typescript's, part by part. Where a difference is known its type is amended, so that the difference must be that and no other.
 */
export function comparisonOf(
  openapi: OpenApiDocument,
  prepared: PreparedDocument,
  { differences = {}, declarations = "" }: Known,
): Comparison {
  const codes = new Map(
    prepared.tags.flatMap(({ operations }) => operations.map(({ code }) => [code.idLiteral, code] as const)),
  );
  const operations = resolveOperations(openapi);
  const parts = operations.flatMap((operation) =>
    partsOf(operation, codes.get(JSON.stringify(operation.operationId))!),
  );
  const lost = Object.keys(differences).filter((name) => parts.every(({ part }) => part !== name));
  if (lost.length > 0) throw new Error(`known differences of what is not there: ${lost.join(", ")}`);
  const pairs = [everyOperation(operations), ...parts.flatMap((part) => amended(part, differences[part.part] ?? {}))];
  const types = pairs.map(
    ({ ours, stock }, index) => `export type Ours${index} = ${ours};\nexport type Stock${index} = ${stock};\n`,
  );
  return { text: `${head}${types.join("")}${declarations}`, pairs, operations: operations.length };
}

/** Every operation that openapi-typescript has is compared, but those that `fetch` refuses. */
function everyOperation(operations: readonly ResolvedOperation[]): Pair {
  const all = operations.map(({ method, path }) => JSON.stringify(`${method} ${path}`)).join(" | ") || "never";
  return { part: "operations", ours: all, stock: "Exclude<OperationsOf<paths>, `trace ${string}`>" };
}

function amended(pair: Pair, difference: Difference): Pair[] {
  const entries = Object.entries(difference);
  return [
    { ...pair, stock: amend(pair.stock, entries) },
    ...entries.map(([needs]) => {
      const others = entries.filter(([path]) => path !== needs);
      return { ...pair, needs, stock: amend(pair.stock, others) };
    }),
  ];
}

function amend(type: string, difference: readonly (readonly [path: string, type: string])[]): string {
  if (difference.length === 0) return type;
  return `Amended<${type}, { ${difference.map(([path, to]) => `${JSON.stringify(path)}: ${to}`).join("; ")} }>`;
}

function partsOf(operation: ResolvedOperation, code: OperationCode): Pair[] {
  const { operationId, method, path, requestBody, responses } = operation;
  const pagination = operation.operation["x-pagination"];
  const stock = `paths[${JSON.stringify(path)}]["${method}"]`;
  const mediaType = requestBody?.mediaType === undefined ? "never" : JSON.stringify(requestBody.mediaType);
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const returned = successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
  const answers = returned.map(({ status }) => answerOf(stock, status));
  return [
    {
      part: `${operationId} arguments`,
      ours: `ours.${code.argsName}`,
      stock: `Arguments<${stock}, ${mediaType}>`,
    },
    {
      part: `${operationId} returns`,
      ours: `Awaited<ReturnType<typeof ours.${code.functionName}>>`,
      stock: answers.join(" | ") || "unknown",
    },
    ...(pagination === undefined ? [] : [itemsPart(operation, code, answers.join(" | "))]),
    ...responses.map(({ status }) => ({
      part: `${operationId} ${status}`,
      ours: `OurAnswer<ours.${code.resultName}, ${statusMeantBy(status, operation)}>`,
      stock: answerOf(stock, status),
    })),
  ];
}

/** What the pages of a list hold. */
function itemsPart({ operationId, operation }: ResolvedOperation, code: OperationCode, answer: string): Pair {
  return {
    part: `${operationId} items`,
    ours: `ItemOf<ReturnType<typeof ours.${code.functionName}>>`,
    stock: `NonNullable<(${answer})[${JSON.stringify(operation["x-pagination"]!.items)}]>[number]`,
  };
}

function answerOf(operation: string, status: string): string {
  return `Answer<${operation}["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]>`;
}

const statuses = [404, 418, 503, 507, 304, 307, 204, 208, 100, 103];

/** A status that a range or `default` stands for. */
function statusMeantBy(status: string, { responses }: ResolvedOperation): number {
  if (/^\d+$/.test(status)) return Number(status);
  const others = responses.map((response) => response.status).filter((other) => other !== status);
  return statuses.find(
    (candidate) =>
      (status === "default" ? candidate >= 300 : String(candidate)[0] === status[0]) &&
      !others.some((other) => new RegExp(`^${other.replaceAll(/x/gi, "\\d")}$`).test(String(candidate))),
  )!;
}
