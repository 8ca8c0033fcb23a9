import type { PreparedDocument } from "../../generator/flow";
import type { OpenApiDocument } from "../../generator/openapi";
import { resolveOperations, type ResolvedOperation } from "../../generator/prepare/operations";
import type { OperationCode } from "../../generator/prepare/view";

/** What our types have in place of openapi-typescript's: by path in the part, a type (`Amended` in same.ts). */
export type Difference = Readonly<Record<string, string>>;

/** By part (`things_create arguments`, `things_create 201`). */
export type Differences = Readonly<Record<string, Difference>>;

/** What is known to differ, and the types that it names. */
export interface Known {
  readonly differences?: Differences | undefined;
  readonly declarations?: string | undefined;
}

/** A line of a module, and what it claims; of a claim with `needs`, that it does not hold without this path. */
export interface Claim {
  readonly part: string;
  readonly says: string;
  readonly needs?: string;
  readonly code: string;
}

export interface Comparison {
  readonly text: string;
  /** By line, from the first. */
  readonly claims: readonly (Claim | undefined)[];
  readonly operations: number;
}

/** One thing that both have a type for. */
interface Part {
  readonly name: string;
  readonly ours: string;
  readonly stock: string;
}

const head = `import type { Amended, Answer, Arguments, Exact, ItemOf, OperationsOf, OurAnswer } from "./same.js";
import type { components, paths } from "./stock.js";
import type * as ours from "./src/functions.js";
`;

/**
 * The claims that our types are openapi-typescript's, a line each: what it has fits ours, as it is; and, enums closed, each is exactly the
 * other. Where a difference is known the claim is made of its type amended, so that the difference must be that and no other.
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
  const lost = Object.keys(differences).filter((name) => parts.every((part) => part.name !== name));
  if (lost.length > 0) throw new Error(`known differences of what is not there: ${lost.join(", ")}`);
  const claims = [completeness(operations), ...parts.flatMap((part) => claimsOf(part, differences[part.name] ?? {}))];
  return {
    text: `${head}${claims.map(({ code }, index) => `export const claim${index} = ${code};\n`).join("")}${declarations}`,
    claims: [
      ...head
        .trimEnd()
        .split("\n")
        .map(() => undefined),
      ...claims,
    ],
    operations: operations.length,
  };
}

/** Every operation that openapi-typescript has is compared. */
function completeness(operations: readonly ResolvedOperation[]): Claim {
  const all = operations.map(({ method, path }) => JSON.stringify(`${method} ${path}`)).join(" | ") || "never";
  return { part: "all", says: "every operation is compared", code: lambda("OperationsOf<paths>", all) };
}

function claimsOf({ name: part, ours, stock }: Part, difference: Difference): Claim[] {
  const amended = amend(stock, Object.entries(difference));
  return [
    { part, says: "openapi-typescript's fits ours", code: lambda(amended, ours) },
    ...bothWays(part, ours, amended),
    ...Object.keys(difference).flatMap((needs) => {
      const others = Object.entries(difference).filter(([path]) => path !== needs);
      return bothWays(part, ours, amend(stock, others)).map((claim) => ({ ...claim, needs }));
    }),
  ];
}

function bothWays(part: string, ours: string, stock: string): Claim[] {
  return [
    { part, says: "ours is openapi-typescript's", code: lambda(`Exact<${ours}>`, `Exact<${stock}>`) },
    { part, says: "openapi-typescript's is ours", code: lambda(`Exact<${stock}>`, `Exact<${ours}>`) },
  ];
}

function lambda(from: string, to: string): string {
  return `(from: ${from}): ${to} => from`;
}

function amend(type: string, difference: readonly (readonly [path: string, type: string])[]): string {
  if (difference.length === 0) return type;
  return `Amended<${type}, { ${difference.map(([path, to]) => `${JSON.stringify(path)}: ${to}`).join("; ")} }>`;
}

function partsOf(operation: ResolvedOperation, code: OperationCode): Part[] {
  const { operationId, method, path, requestBody, responses } = operation;
  const pagination = operation.operation["x-pagination"];
  const stock = `paths[${JSON.stringify(path)}]["${method}"]`;
  const mediaType = requestBody?.mediaType === undefined ? "never" : JSON.stringify(requestBody.mediaType);
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const returned = successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
  const answers = returned.map(({ status }) => answerOf(stock, status));
  return [
    {
      name: `${operationId} arguments`,
      ours: `ours.${code.argsName}`,
      stock: `Arguments<${stock}, ${mediaType}>`,
    },
    {
      name: `${operationId} returns`,
      ours: `Awaited<ReturnType<typeof ours.${code.functionName}>>`,
      stock: answers.join(" | ") || "unknown",
    },
    ...(pagination === undefined ? [] : [itemsPart(operation, code, answers.join(" | "))]),
    ...responses.map(({ status }) => ({
      name: `${operationId} ${status}`,
      ours: `OurAnswer<ours.${code.resultName}, ${statusMeantBy(status, operation)}>`,
      stock: answerOf(stock, status),
    })),
  ];
}

/** What the pages of a list hold. */
function itemsPart({ operationId, operation }: ResolvedOperation, code: OperationCode, answer: string): Part {
  return {
    name: `${operationId} items`,
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
