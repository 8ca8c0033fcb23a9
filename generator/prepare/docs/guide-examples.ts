import type { OAuthFlow } from "../../openapi";
import { securitySchemes } from "../../security-schemes";
import { stringLiteral } from "../encode";
import type { ResolvedOperation } from "../operations";
import { callLines, codeExample, importLines } from "./code-example";
import {
  baseUrlOption,
  exampleArguments,
  prologue,
  type ExampleArguments,
  type ExampleContext,
} from "./operation-examples";
import { exampleContext, type DocsScope } from "./scope";
import type { CodeExample, GuideDocs } from "./view";

/** The operation that a guide's examples call, with what is required. */
interface Subject {
  readonly context: ExampleContext;
  readonly args: ExampleArguments;
}

/** Programs for the guides. `first`: the operation that shows the package best; `paged`: one with pages. */
export function guideExamples(
  scope: DocsScope,
  first: ResolvedOperation,
  paged: ResolvedOperation | undefined,
): GuideDocs {
  const subject = subjectOf(scope, first);
  return {
    ...tokenExamples(scope, subject),
    ...pageExamples(paged && subjectOf(scope, paged), paged?.operation["x-pagination"]?.next),
    ...errorExamples(subject),
    ...optionExamples(subject),
    ...testExamples(subject),
  };
}

function subjectOf(scope: DocsScope, operation: ResolvedOperation): Subject {
  return {
    context: exampleContext(scope, operation),
    args: exampleArguments(scope.document, operation, { onlyRequired: true }),
  };
}

/** A program: imports, the client with these options, the call, what came. */
function program({ context, args }: Subject, imports: readonly string[], options: readonly string[]): CodeExample {
  return codeExample([...clientLines(context, imports, options), ...printLines({ context, args })]);
}

function clientLines(context: ExampleContext, imports: readonly string[], options: readonly string[]): string[] {
  const baseUrl = baseUrlOption(context.baseUrl).map((option) => `  ${option},`);
  return [
    ...importLines(["createClient", ...imports], context.packageName),
    "",
    "const client = createClient({",
    ...options.map((line) => `  ${line}`),
    ...(options.some((line) => line.startsWith("baseUrl")) ? [] : baseUrl),
    "});",
    "",
  ];
}

function printLines({ context, args }: Subject): string[] {
  return [...callLines(`const data = await ${context.call}`, args, ";", 0), "console.log(data);"];
}

function credentialLines({ credentials }: ExampleContext): string[] {
  return credentials.options.map((option) => `${option},`);
}

function tokenExamples(
  { document }: DocsScope,
  subject: Subject,
): Pick<GuideDocs, "tokenFunction" | "refreshToken" | "clientCredentials"> {
  const takesToken = subject.context.credentials.options.some((option) => option.startsWith("accessToken"));
  const schemes = [...securitySchemes(document).values()];
  const flowOf = (name: "authorizationCode" | "clientCredentials"): OAuthFlow | undefined =>
    schemes.map(({ flows = {} }) => flows[name]).find((flow) => flow?.tokenUrl !== undefined);
  const code = flowOf("authorizationCode");
  const own = flowOf("clientCredentials");
  return {
    tokenFunction: takesToken && program(subject, [], ['accessToken: () => process.env.ACCESS_TOKEN ?? "",']),
    refreshToken:
      takesToken && code !== undefined && program(subject, ["oauth2RefreshToken"], refreshLines(code.tokenUrl!)),
    clientCredentials:
      takesToken &&
      own !== undefined &&
      program(subject, ["clientCredentials"], ownTokenLines(own.tokenUrl!, own.scopes)),
  };
}

const appLines = ['clientId: process.env.CLIENT_ID ?? "",', 'clientSecret: process.env.CLIENT_SECRET ?? "",'];

function refreshLines(tokenUrl: string): string[] {
  return [
    "auth: oauth2RefreshToken({",
    ...appLines.map((line) => `  ${line}`),
    '  refreshToken: process.env.REFRESH_TOKEN ?? "",',
    `  tokenUrl: ${stringLiteral(tokenUrl)},`,
    "  onTokens: () => {",
    "    // Keep the tokens where the next run finds them: a refresh token may be new.",
    "  },",
    "}),",
  ];
}

function ownTokenLines(tokenUrl: string, scopes: Readonly<Record<string, string>>): string[] {
  const [first] = Object.keys(scopes);
  return [
    "auth: clientCredentials({",
    ...appLines.map((line) => `  ${line}`),
    `  tokenUrl: ${stringLiteral(tokenUrl)},`,
    `  scopes: [${first === undefined ? "" : stringLiteral(first)}],`,
    "}),",
  ];
}

function pageExamples(
  subject: Subject | undefined,
  next: string | undefined,
): Pick<GuideDocs, "onePage" | "eachPage" | "someItems"> {
  if (subject === undefined || next === undefined) return { onePage: false, eachPage: false, someItems: false };
  const { context, args } = subject;
  const call = (before: string, after: string): CodeExample["text"][] =>
    callLines(`${before}${context.call}`, args, after, 0);
  return {
    onePage: codeExample([
      ...prologue(context),
      ...call("const page = await ", ";"),
      `console.log(page, page${memberOf(next)});`,
    ]),
    eachPage: codeExample([
      ...prologue(context),
      ...call("const list = ", ";"),
      "for await (const page of list.pages()) {",
      "  console.log(page);",
      "}",
    ]),
    someItems: codeExample([
      ...prologue(context),
      ...call("const list = ", ";"),
      "const items = await list.toArray({ limit: 100 });",
      "console.log(items.length);",
    ]),
  };
}

function memberOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}

function errorExamples({ context, args }: Subject): Pick<GuideDocs, "catching" | "narrowing"> {
  const safe = context.call.replace(/^client\./, "client.safe.");
  return {
    catching: codeExample([
      ...prologue(context, ["ApiError", "NotFoundError", "RateLimitError"]),
      "try {",
      ...callLines(`const data = await ${context.call}`, args, ";", 2),
      "  console.log(data);",
      "} catch (error) {",
      "  if (error instanceof NotFoundError) {",
      '    console.error("It is not there.");',
      "  } else if (error instanceof RateLimitError) {",
      "    console.error(`Wait for ${error.retryAfterMs ?? 1000} ms.`);",
      "  } else if (error instanceof ApiError) {",
      "    console.error(error.status, error.requestId, error.body);",
      "  } else {",
      "    throw error;",
      "  }",
      "}",
    ]),
    narrowing: codeExample([
      ...prologue(context),
      ...callLines(`const result = await ${safe}`, args, ";", 0),
      "if (result.ok) {",
      "  console.log(result.status, result.data);",
      "} else if (result.status === undefined) {",
      '  console.error("No answer:", result.error.message);',
      "} else {",
      "  console.error(result.status, result.error.message);",
      "}",
    ]),
  };
}

function optionExamples(subject: Subject): Pick<GuideDocs, "retrying" | "watching" | "middleware"> {
  const credentials = credentialLines(subject.context);
  return {
    retrying: program(
      subject,
      [],
      [
        ...credentials,
        "timeoutMs: 10_000,",
        "deadlineMs: 60_000,",
        "maxRetries: 4,",
        "retry: { baseMs: 250, capMs: 5000 },",
      ],
    ),
    watching: program(
      subject,
      [],
      [
        ...credentials,
        'logLevel: "warn",',
        "hooks: {",
        "  onRetry: ({ operationId, delayMs }) => {",
        "    console.warn(`${operationId}: again in ${delayMs} ms`);",
        "  },",
        "},",
      ],
    ),
    middleware: codeExample([
      ...prologue(subject.context),
      "client.use({",
      "  onRequest({ request }) {",
      '    request.headers.set("X-Trace", "checkout");',
      "    return request;",
      "  },",
      "});",
      "",
      ...printLines(subject),
    ]),
  };
}

function testExamples(subject: Subject): Pick<GuideDocs, "stubbedFetch" | "againstMock"> {
  const safe = {
    ...subject,
    context: { ...subject.context, call: subject.context.call.replace(/^client\./, "client.safe.") },
  };
  const token = subject.context.credentials.options.some((option) => option.startsWith("accessToken"))
    ? ['accessToken: "test",']
    : [];
  return {
    stubbedFetch: codeExample([
      ...clientLines(
        subject.context,
        [],
        [...token, "fetch: () =>", '  Promise.resolve(Response.json({ message: "not there" }, { status: 404 })),'],
      ),
      ...callLines(`const result = await ${safe.context.call}`, subject.args, ";", 0),
      "console.log(result.ok, result.status);",
    ]),
    againstMock: program(subject, [], [...token, 'baseUrl: "http://127.0.0.1:4010",']),
  };
}
