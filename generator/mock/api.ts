import type { OpenApiDocument } from "../openapi";
import { resolveOperations, type ResolvedOperation } from "../prepare/operations";
import { Refusal, jsonAnswer, type Answer } from "./answer/answer";
import { refusalAnswer } from "./answer/refusal-answer";
import { answerWith, responseFor, successOf } from "./answer/response-of";
import { basePathsOf, readings } from "./base-paths";
import type { Fault } from "./faults/fault";
import { readBody } from "./request/body";
import { readParameters } from "./request/parameters";
import type { ReceivedRequest } from "./request/received-request";
import { Routes, type Match } from "./request/routes";
import { checkSecurity } from "./request/security";
import { State } from "./state/state";
import { answerTokenRequest, tokenEndpointsOf, type TokenEndpoint } from "./tokens/token-endpoint";
import type { Tokens } from "./tokens/tokens";
import { Schemas } from "./validation/schemas";

/** What a request is for. */
export type Target =
  | { readonly kind: "token"; readonly name: "token"; readonly endpoint: TokenEndpoint }
  | { readonly kind: "operation"; readonly name: string; readonly operation: ResolvedOperation; readonly match: Match }
  | { readonly kind: "nothing"; readonly name: undefined; readonly refusal: Refusal };

/** The document as a server: request in, answer out. Knows nothing of sockets. */
export class Api {
  private readonly schemas: Schemas;
  private readonly operations: readonly ResolvedOperation[];
  private readonly routes: Routes;
  private readonly basePaths: readonly string[];
  private readonly endpoints: readonly TokenEndpoint[];
  private readonly state: State;

  constructor(
    private readonly document: OpenApiDocument,
    private readonly tokens: Tokens,
    seeds: number,
  ) {
    this.schemas = new Schemas(document);
    this.operations = resolveOperations(document);
    this.routes = new Routes(this.operations);
    this.basePaths = basePathsOf(document);
    this.endpoints = tokenEndpointsOf(document, this.basePaths.at(-1) ?? "");
    this.state = new State(this.schemas, this.operations, seeds);
  }

  reset(): void {
    this.state.reset();
  }

  find({ method, path }: ReceivedRequest): Target {
    const paths = readings(path, this.basePaths);
    const endpoint = this.endpoints.find((own) =>
      [own.path, ...readings(own.path, this.basePaths)].some((candidate) => paths.includes(candidate)),
    );
    if (endpoint !== undefined) return { kind: "token", name: "token", endpoint };
    const match = paths.map((candidate) => this.routes.match(candidate, method)).find((found) => found !== undefined);
    if (match === undefined) return nothing(new Refusal(404, ["the document has no such path"]));
    const operation = match.route.operations.get(method);
    if (operation !== undefined) return { kind: "operation", name: operation.operationId, operation, match };
    const allow = [...match.route.operations.keys()].join(", ");
    return nothing(new Refusal(405, [`${match.route.path} takes ${allow}`], { allow }));
  }

  /** Answers; never throws because of what a request holds. */
  async answer(target: Target, request: ReceivedRequest, fault: Fault | undefined): Promise<Answer> {
    try {
      if (target.kind === "nothing") throw target.refusal;
      if (fault?.status !== undefined && fault.status >= 300) return this.failure(target, request, fault.status);
      if (target.kind === "token") return answerTokenRequest(this.tokens, target.endpoint, request);
      return await this.perform(target.operation, target.match, request, fault);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refusalAnswer(
        this.schemas,
        this.operations,
        target.kind === "operation" ? target.operation : undefined,
        error,
      );
    }
  }

  private async perform(
    operation: ResolvedOperation,
    match: Match,
    request: ReceivedRequest,
    fault: Fault | undefined,
  ): Promise<Answer> {
    checkSecurity(this.document, operation, request, (token) => this.tokens.stateOf(token));
    const parameters = readParameters(this.schemas, operation, request, match.texts);
    const body = await readBody(this.schemas, operation, request);
    if (parameters.problems.length > 0) throw new Refusal(400, [...parameters.problems, ...body.problems]);
    if (body.problems.length > 0) throw new Refusal(bodyStatus(operation), body.problems);
    const success = successOf(operation);
    const { values } = parameters;
    const value = this.state.perform({ operation, values, body: body.value, bookmark: fault?.bookmark });
    return success === undefined
      ? { status: 204, headers: {}, body: "" }
      : answerWith(this.document, request, success, value);
  }

  /** The answer of a status that a fault asks for; nothing is performed. */
  private failure(target: Exclude<Target, { kind: "nothing" }>, request: ReceivedRequest, status: number): Answer {
    const refusal = new Refusal(status, ["a fault was asked for"]);
    if (target.kind === "operation") {
      const response = status < 400 ? responseFor(target.operation, status) : undefined;
      if (response !== undefined && response.status !== "default")
        return answerWith(this.document, request, { status, response });
      return refusalAnswer(this.schemas, this.operations, target.operation, refusal);
    }
    const error = { 400: "invalid_grant", 401: "invalid_client" }[status] ?? "temporarily_unavailable";
    return jsonAnswer(status, { error, error_description: refusal.message });
  }
}

function nothing(refusal: Refusal): Target {
  return { kind: "nothing", name: undefined, refusal };
}

/** What the document says of a body that can't be processed: 422 where it has that alone, else 400. */
function bodyStatus({ responses }: ResolvedOperation): number {
  const has = (status: string): boolean => responses.some((response) => response.status === status);
  return has("422") && !has("400") ? 422 : 400;
}
