import { jsonAnswer, type Answer } from "./answer/answer";
import type { ReceivedRequest } from "./request/received-request";
import type { LoggedRequest } from "./request-log";
import type { TokenSettings } from "./tokens/tokens";

/** Below this path the mock itself is spoken to. */
export const controlPath = "/__mock__/";

/** What a test may do to the mock, from outside or in its own process. */
export interface Controls {
  requests(): readonly LoggedRequest[];
  /** Adds to the script of faults; gives a sentence for each that can't be understood. */
  faults(texts: readonly string[]): readonly string[];
  pendingFaults(): readonly { readonly fault: string; readonly left: number }[];
  clearFaults(): void;
  tokens(settings: Partial<TokenSettings>): TokenSettings;
  /** Ends access tokens: those given, else all that were issued. Gives their number. */
  expireTokens(tokens?: readonly string[]): number;
  /** As it was at its start: what is kept, tokens, faults, the log. */
  reset(): void;
}

type Command = (controls: Controls, body: Record<string, unknown>) => Answer;

const commands: Readonly<Record<string, Command>> = {
  "GET requests": (controls) => jsonAnswer(200, { requests: controls.requests() }),
  "GET faults": (controls) => jsonAnswer(200, { faults: controls.pendingFaults() }),
  "POST faults": (controls, { faults }) => {
    if (!isTexts(faults)) return wrong(['the body must be {"faults": ["status=503; times=2", …]}']);
    const problems = controls.faults(faults);
    return problems.length > 0 ? wrong(problems) : jsonAnswer(200, { faults: controls.pendingFaults() });
  },
  "DELETE faults": (controls) => {
    controls.clearFaults();
    return jsonAnswer(200, { faults: [] });
  },
  "POST tokens": (controls, body) => {
    const problems = Object.entries(body).flatMap(([name, value]) => settingProblem(name, value));
    return problems.length > 0 ? wrong(problems) : jsonAnswer(200, controls.tokens(body));
  },
  "POST tokens/expire": (controls, { tokens }) =>
    tokens === undefined || isTexts(tokens)
      ? jsonAnswer(200, { expired: controls.expireTokens(tokens) })
      : wrong(['the body must be {"tokens": ["…"]}, or nothing']),
  "POST reset": (controls) => {
    controls.reset();
    return jsonAnswer(200, {});
  },
};

/** Answers a request to a path below `controlPath`. */
export function answerControl(controls: Controls, request: ReceivedRequest): Answer {
  const name = `${request.method} ${request.path.slice(controlPath.length)}`;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return jsonAnswer(404, { problems: [`known: ${Object.keys(commands).join(", ")}`] });
  const body = parseObject(request.body);
  return body === undefined ? wrong(["the body must be a JSON object"]) : command(controls, body);
}

function parseObject(bytes: Buffer | undefined): Record<string, unknown> | undefined {
  if (bytes?.length === 0) return {};
  try {
    const value = JSON.parse(bytes?.toString("utf8") ?? "") as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function settingProblem(name: string, value: unknown): string[] {
  if (name === "strict") return typeof value === "boolean" ? [] : ["strict must be true or false"];
  if (name === "expiresIn" || name === "refreshTokenExpiresIn")
    return typeof value === "number" && Number.isFinite(value) ? [] : [`${name} must be a number of seconds`];
  return ["known settings: expiresIn, refreshTokenExpiresIn, strict"];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function wrong(problems: readonly string[]): Answer {
  return jsonAnswer(400, { problems });
}
