import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { exportsOf } from "../support/exports";
import { allExamples } from "../support/examples";
import { generate } from "../support/generate";
import { root } from "../support/command";
import { brokenLinks, fences, links, page, pages, section, table } from "../support/markdown";
import * as seed from "./seed-facts";

/** The document, read anew: nothing of what made the docs is asked. */
interface Spec {
  readonly info: { readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, Schema & Parameter & Scheme>>;
}
interface Operation {
  readonly operationId?: string;
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Record<string, string[]>[];
  readonly parameters?: readonly unknown[];
  readonly requestBody?: {
    readonly description: string;
    readonly required?: boolean;
    readonly content: Record<string, { readonly schema: { $ref: string } }>;
  };
  readonly responses: Record<
    string,
    { readonly description: string; readonly content: Record<string, { readonly schema: { $ref: string } }> }
  >;
  readonly [extension: `x-${string}`]: unknown;
}
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
  readonly allOf?: readonly (Schema & { $ref?: string })[];
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly $ref?: string;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description: string;
  readonly example: unknown;
  readonly schema: Schema & { readonly minimum?: number; readonly maximum?: number; readonly maxLength?: number };
}
interface Scheme {
  readonly flows: Record<
    string,
    { readonly authorizationUrl: string; readonly tokenUrl: string; readonly scopes: Record<string, string> }
  >;
}

const spec = parse(readFileSync(join(root, "spec/audiences.yaml"), "utf8")) as Spec;

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what is there
function resolved<T>(value: unknown): T {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value as T;
  return $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], spec) as T;
}

const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([, { operationId }]) => operationId !== undefined)
    .map(([method, operation]) => {
      const own = [
        ...((item["parameters"] as unknown as unknown[] | undefined) ?? []),
        ...(operation.parameters ?? []),
      ];
      return {
        id: operation.operationId!,
        method: method.toUpperCase(),
        path,
        operation,
        parameters: own.map((one) => resolved<Parameter>(one)),
      };
    }),
);
const schemas = Object.entries(spec.components["schemas"]!);
const index = page("docs/README.md");
const api = page("docs/AudiencesApi.md");
const broken = brokenLinks(join(root, "generated"));
const readme = page("README.md");
const textOf = (id: string): string => section(api, `## ${id}`);
const inputsOf = (id: string): ReturnType<typeof table> => table(section(textOf(id), "### Inputs"));
const statusesOf = (id: string): ReturnType<typeof table> => table(section(textOf(id), "### Responses"));
const seedOf = (id: string): seed.SeedOperation => seed.operations.find((operation) => operation.id === id)!;
const methodOf = (id: string): string =>
  id.replace("audiences_", "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const plain = (text: string): string =>
  text
    .replaceAll(/\\([_[\]])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
const nameOf = (schema: { $ref?: string }): string => schema.$ref!.split("/").at(-1)!;
const schemaPage = (name: string): string => page(`docs/schemas/${name}.md`);

/** Numbers and words of the checklist; S: the seed page has it, N: it is new. */
type Check = readonly [title: string, check: () => void | Promise<void>];
const each = (check: (id: string, operation: (typeof operations)[number]) => void) => () => {
  for (const operation of operations) check(operation.id, operation);
};
const eachSchema = (check: (name: string, schema: Schema, text: string) => void) => () => {
  for (const [name, schema] of schemas) check(name, schema, schemaPage(name));
};

const indexChecks: Check[] = [
  ["S base URL", () => expect(index).toContain(`All URIs are relative to <${spec.servers[0]!.url}>`)],
  [
    "S one row per operation, in the order of the document",
    () =>
      expect([...table(index).keys()].map((cell) => /\[(.*)\]/.exec(cell)![1])).toEqual(operations.map(({ id }) => id)),
  ],
  [
    "S a row has name, verb and path, summary",
    each((id, { method, path, operation }) => {
      const row = table(index).get(`[${id}](AudiencesApi.md#${id})`)!;
      expect([row["call"], row["HTTP request"], row["description"]]).toEqual([
        `\`client.audiences.${methodOf(id)}\``,
        `\`${method} ${path}\``,
        operation.summary,
      ]);
    }),
  ],
  [
    "S a row links to an anchor that is there",
    each((id) => {
      expect(links(index)).toContain(`AudiencesApi.md#${id}`);
      expect(broken).not.toContainEqual(expect.stringMatching(`#${id}$`));
    }),
  ],
  [
    "N every schema is listed",
    () =>
      expect([...table(section(index, "## Schemas")).keys()]).toEqual(
        schemas.map(([name]) => `[${name}](schemas/${name}.md)`),
      ),
  ],
  [
    "N version of the document; its hash and the generator's in the lock",
    () => {
      expect(index).toContain(`Made from Pinterest audiences, ${spec.info.version}.`);
      expect(index).toContain("codegen.lock.json");
      const lock = JSON.parse(page("codegen.lock.json")) as { inputs: Record<string, unknown> };
      expect(Object.keys(lock.inputs)).toEqual(expect.arrayContaining(["spec", "generator", "versions"]));
    },
  ],
  [
    "N install line and first call",
    () => {
      expect(section(index, "## First call")).toContain("npm install pinterest-audiences");
      expect(fences(section(index, "## First call"), "ts")[0]).toContain("await client.audiences.");
    },
  ],
  [
    "N chapter on authorisation linked",
    () => expect(links(section(index, "## Authorisation"))).toContain("guides/authorisation.md"),
  ],
];

const headingChecks: Check[] = [
  ["S heading is the operationId (design §8)", each((id) => expect(api.split("\n")).toContain(`## ${id}`))],
  ["N its anchor is the operationId", each((id) => expect(links(index)).toContain(`AudiencesApi.md#${id}`))],
  ["S verb and path", each((id, { method, path }) => expect(textOf(id)).toContain(`\n\`${method} ${path}\`\n`))],
  [
    "S signature with what it returns",
    each((id) =>
      expect(signatureOf(id)).toMatch(
        /^client\.audiences\.\w+\(args: Audiences\w+Args, options\?: CallOptions\): (Page)?Promise<.+>$/,
      ),
    ),
  ],
  [
    "N the return type is exported",
    each((id) => {
      const names = /: (?:Page)?Promise<(.*)>$/.exec(signatureOf(id))![1]!.split(", ");
      for (const name of names) expect(exportsOf("index")).toContain(name);
      expect(names).not.toContain("unknown");
    }),
  ],
  ["S summary", each((id, { operation }) => expect(textOf(id)).toContain(`**${operation.summary}**`))],
  [
    "S whole description",
    each((id, { operation }) => expect(plain(textOf(id))).toContain(plain(operation.description))),
  ],
  [
    "N no HTML, links well formed",
    () => {
      expect(api.replace(/^```[\s\S]*?^```$/gm, "").replace(/(`+).*?\1/g, "")).not.toMatch(
        /<\/?[a-z][^>]*>(?<!<https:[^>]*>)/i,
      );
      for (const target of links(api)) expect(target).toMatch(/^(#|https:\/\/|[\w./-]+\.md(#|$))/);
    },
  ],
  [
    "N links into the API's site are absolute",
    () => expect(links(api)).toContain("https://developers.pinterest.com/docs/reference/pagination/"),
  ],
  [
    "S help link on create",
    () =>
      expect(textOf("audiences_create")).toContain(
        "[Audience targeting](https://help.pinterest.com/en/business/article/audience-targeting)",
      ),
  ],
];

function signatureOf(id: string): string {
  return /^`(client\.audiences\.\w+\(args.*)`$/m.exec(textOf(id))![1]!;
}

const accessOf = (id: string): string => section(textOf(id), "### Authorisation");
const accessChecks: Check[] = [
  ["S scheme", each((id) => expect(accessOf(id)).toContain(`[${seed.securityScheme}](`))],
  ["S kind of scheme", each((id) => expect(accessOf(id)).toContain("OAuth2"))],
  [
    "N flow, authorization and token URL",
    () => {
      for (const [name, { flows }] of Object.entries(spec.components["securitySchemes"]!))
        for (const [flow, { authorizationUrl, tokenUrl }] of Object.entries(flows))
          for (const fact of [flow, authorizationUrl, tokenUrl]) expect(section(index, `### ${name}`)).toContain(fact);
    },
  ],
  [
    "N scopes",
    each((id, { operation }) => {
      for (const scope of operation.security.flatMap((requirement) => Object.values(requirement).flat()))
        expect(accessOf(id)).toContain(`\`${scope}\``);
    }),
  ],
  [
    "N alternatives",
    async () => {
      const text = (await generate("test/fixtures/security-schemes/spec.yaml")).get("docs/ThingsApi.md")!;
      expect(section(section(text, "## things_either"), "### Authorisation").match(/^- .*$/gm)).toHaveLength(2);
    },
  ],
  [
    "N rate-limit category",
    each((id, { operation }) => expect(accessOf(id)).toContain(`\`${operation["x-ratelimit-category"] as string}\``)),
  ],
  [
    "N sandbox",
    each((id, { operation }) => expect(accessOf(id)).toContain(`Sandbox: \`${operation["x-sandbox"] as string}\``)),
  ],
];

const programsOf = (id: string): string[] => fences(textOf(id), "ts");
const given = (code: string, name: string): boolean => new RegExp(`^    ${name}: `, "m").test(code);
const exampleChecks: Check[] = [
  [
    "S with what is required",
    each((id, { parameters, operation }) => {
      for (const { name, required } of parameters)
        expect([name, given(programsOf(id)[0]!, name)]).toEqual([name, required === true]);
      expect(given(programsOf(id)[0]!, "body")).toBe(operation.requestBody?.required === true);
    }),
  ],
  [
    "S with optional inputs, exactly where there are some",
    each((id) => {
      const full = textOf(id).includes("With the optional inputs too:");
      expect(full).toBe(seedOf(id).parameters.some(({ isOptional }) => isOptional));
    }),
  ],
  ["S the host once, and that it can be changed", () => expect(index).toContain("`baseUrl` changes that")],
  [
    "S no token in an example",
    each((id) => {
      for (const code of programsOf(id)) expect(code).toContain("accessToken: process.env.ACCESS_TOKEN");
      expect(api).not.toMatch(/pina_|Bearer [^$…]/);
    }),
  ],
  [
    "S prints what came",
    each((id) => {
      for (const code of programsOf(id)) expect(code).toMatch(/console\.log\((data|result\.data|item)\);/);
    }),
  ],
  [
    "S catches and prints the error",
    each((id) => expect(programsOf(id)[0]).toContain(`console.error("${id} failed:", error);`)),
  ],
  ["N every program compiles (examples.test.ts leaves none out)", () => expect(skipped("ts")).toEqual([])],
  [
    "N every program runs (examples.test.ts leaves none out)",
    () => expect(allExamples().filter(({ language }) => language === "ts").length).toBeGreaterThan(35),
  ],
  [
    "N only exported names",
    () => {
      for (const code of pages().flatMap((path) => fences(page(path), "ts")))
        for (const [, names, module] of code.matchAll(/^import \{([^}]*)\} from "([^"]+)";$/gm))
          for (const name of names!
            .split(",")
            .map((one) => one.trim())
            .filter(Boolean))
            expect(exportsOf(module!.endsWith("/functions") ? "functions" : "index")).toContain(name);
    },
  ],
  [
    "N every optional input in the full example",
    each((id, { parameters }) => {
      const full = programsOf(id).find((code) => parameters.every(({ name }) => given(code, name)));
      expect(full).toBeDefined();
    }),
  ],
  [
    "N the same call for a shell",
    each((id, { method, path, parameters }) => {
      const [code = ""] = fences(textOf(id), "sh");
      const route = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        String(parameters.find((one) => one.name === name)!.example),
      );
      expect(code).toContain(`curl --request ${method} '${spec.servers[0]!.url}${route}`);
      expect(skipped("sh").filter(([place]) => place!.startsWith("docs/AudiencesApi.md"))).toEqual([]);
    }),
  ],
  [
    "N request JSON (validated in examples.test.ts)",
    each((id, { operation }) =>
      expect(textOf(id).includes("\nRequest body")).toBe(operation.requestBody !== undefined),
    ),
  ],
  [
    "N response JSON (validated in examples.test.ts)",
    each((id, { operation }) => {
      for (const status of Object.keys(operation.responses))
        expect(section(textOf(id), "### As JSON")).toContain(`Status \`${status}\``);
    }),
  ],
  [
    "N without exceptions, and by openapi-fetch",
    each((id, { method, path }) => {
      expect(programsOf(id).join("")).toContain(`client.safe.audiences.${methodOf(id)}({`);
      expect(programsOf(id).join("").replace(/\s+/g, "")).toContain(`client.raw.${method}("${path}",`);
    }),
  ],
  [
    "N the loop over pages, on a list only",
    each((id, { operation }) => expect(textOf(id).includes("for await")).toBe(operation["x-pagination"] !== undefined)),
  ],
  [
    "N limits of time and a signal",
    each((id) =>
      expect(programsOf(id).filter((code) => /signal: controller\.signal, timeoutMs/.test(code))).toHaveLength(1),
    ),
  ],
];

/** Blocks of a language that don't run. */
function skipped(language: string): (string | undefined)[][] {
  return allExamples()
    .filter((example) => example.language === language && example.reason !== undefined)
    .map(({ place, reason }) => [place, reason]);
}

const inputRows = (check: (row: Record<string, string>, parameter: Parameter, id: string) => void): (() => void) =>
  each((id, { parameters }) => {
    for (const parameter of parameters) check(inputsOf(id).get(parameter.name)!, parameter, id);
  });
const inputChecks: Check[] = [
  [
    "S a row for each parameter, exactly",
    each((id, { parameters, operation }) =>
      expect([...inputsOf(id).keys()]).toEqual([
        ...parameters.map(({ name }) => name),
        ...(operation.requestBody === undefined ? [] : ["body"]),
      ]),
    ),
  ],
  [
    "S type",
    inputRows((row, { schema }) => {
      const values = schema.enum?.map((value) => `\`${JSON.stringify(value)}\``).join(" \\| ");
      expect(row["type"]).toBe(values ?? `\`${schema.type === "integer" ? "number" : schema.type!}\``);
    }),
  ],
  [
    "S description",
    inputRows((row, { description }) => expect(plain(row["description"]!)).toContain(plain(description))),
  ],
  [
    "S required or optional",
    inputRows((row, { required }) => expect(row["required"]).toBe(required ? "required" : "optional")),
  ],
  ["S default 25", () => expect(inputsOf("audiences_list").get("page_size")!["default"]).toBe("`25`")],
  ["S default OWNED", () => expect(inputsOf("audiences_list").get("ownership_type")!["default"]).toBe('`"OWNED"`')],
  ["S no default for order", () => expect(inputsOf("audiences_list").get("order")!["default"]).toBe("-")],
  ["N where it goes", inputRows((row, { in: location }) => expect(row["in"]).toBe(location))],
  [
    "N limits",
    inputRows((row, { schema }) => {
      for (const limit of [schema.minimum, schema.maximum, schema.maxLength, schema.pattern])
        if (limit !== undefined) expect(row["limits"]).toContain(String(limit));
    }),
  ],
  [
    "N values of an enum",
    inputRows((row, { schema }) => {
      for (const value of schema.enum ?? []) expect(row["type"]).toContain(`\`"${value as string}"\``);
    }),
  ],
  ["S an example", inputRows((row, { example }) => expect(row["example"]).toBe(`\`${JSON.stringify(example)}\``))],
  [
    "N the body leads to its schema",
    each((id, { operation }) => {
      if (operation.requestBody === undefined) return;
      const name = nameOf(operation.requestBody.content["application/json"]!.schema);
      expect(inputsOf(id).get("body")!["type"]).toBe(`[${name}](schemas/${name}.md)`);
    }),
  ],
  [
    "S the body's description, N and what is wrong with it",
    each((id, { operation }) => {
      if (operation.requestBody === undefined) return;
      expect(plain(inputsOf(id).get("body")!["description"]!)).toBe(plain(operation.requestBody.description));
      if (id === "audiences_create")
        expect(inputsOf(id).get("body")!["description"]).toContain("belongs to another operation");
    }),
  ],
  [
    "S update's body is optional, the others' required",
    () => {
      const required = ["audiences_create", "audiences_create_custom", "audiences_update"].map(
        (id) => inputsOf(id).get("body")!["required"],
      );
      expect(required).toEqual(["required", "required", "optional"]);
    },
  ],
];

const outputOf = (id: string): string => section(textOf(id), "### Output").replaceAll("`", "");
const declared = (id: string): [string, Record<string, string>][] =>
  [...statusesOf(id)]
    .filter(([, row]) => row["description"] !== "*Not in the document.*")
    .map(([status, row]) => [status.split(",")[0]!, row]);
const statusRows = (
  check: (
    row: Record<string, string>,
    response: Operation["responses"][string],
    status: string,
    method: string,
  ) => void,
): (() => void) =>
  each((id, { operation, method }) => {
    const rows = new Map(declared(id));
    for (const [status, response] of Object.entries(operation.responses))
      check(rows.get(status)!, resolved(response), status, method);
  });
const classes: Record<string, string> = {
  400: "BadRequestError",
  404: "NotFoundError",
  401: "AuthenticationError",
  403: "PermissionError",
  429: "RateLimitError",
};
const httpChecks: Check[] = [
  ["S Content-Type", each((id) => expect(outputOf(id)).toContain(`- Content-Type: ${seedOf(id).contentType}\n`))],
  ["S Accept", each((id) => expect(outputOf(id)).toContain(`- Accept: ${seedOf(id).accept}`))],
  [
    "S a row for each status, exactly",
    each((id, { operation }) =>
      expect(declared(id).map(([status]) => status)).toEqual(Object.keys(operation.responses)),
    ),
  ],
  [
    "S its description, to the full stop",
    statusRows((row, { description }) => expect(row["description"]).toBe(description)),
  ],
  ["S response headers", statusRows((row) => expect(row["response headers"]).toBe("-"))],
  [
    "N default is not 0",
    each((id) => {
      expect(statusesOf(id).has("default, any other status")).toBe(true);
      expect(statusesOf(id).has("0")).toBe(false);
    }),
  ],
  [
    "N the body's type",
    statusRows((row, { content }) => {
      const name = nameOf(content["application/json"]!.schema);
      expect(row["body"]).toBe(`[${name}](schemas/${name}.md)`);
    }),
  ],
  [
    "N an error as JSON",
    () =>
      expect(
        fences(section(textOf("audiences_list"), "### As JSON"), "json").map((code) => JSON.parse(code) as unknown),
      ).toContainEqual({ code: 400, message: "Invalid ad account audience parameters." }),
  ],
  [
    "N class",
    statusRows((row, _, status) =>
      expect(row["error class"]).toBe(
        /^2/.test(status)
          ? "-"
          : status === "default"
            ? "`ApiError`, or its class for the status"
            : `\`${classes[status]!}\``,
      ),
    ),
  ],
  [
    "N whether it is retried",
    each((id, { method }) => {
      expect(statusesOf(id).get("429")!["retried"]).toBe("yes");
      expect(statusesOf(id).get("default, any other status")!["retried"]).toBe(
        method === "GET" ? "`408`, `429`, `500`, `502`, `503`, `504`" : "`429`, `503` with `Retry-After`",
      );
      expect(textOf(id).includes("both are retried")).toBe(method === "GET");
    }),
  ],
  [
    "N 401, 403, 429 are marked as not in the document",
    each((id) => {
      for (const status of ["401", "403", "429"]) {
        const row = statusesOf(id).get(status)!;
        expect([row["description"], row["error class"]]).toEqual(["*Not in the document.*", `\`${classes[status]!}\``]);
      }
    }),
  ],
];

const ends = (id: string): string => textOf(id).split("\n").slice(-12).join("\n");
const navigationChecks: Check[] = [
  ["S back to top", each((id) => expect(ends(id)).toContain("[Back to top](#audiencesapi)"))],
  ["S back to the API list", each((id) => expect(ends(id)).toContain("[Back to API list](README.md#operations)"))],
  ["S to the schema list", each((id) => expect(ends(id)).toContain("(README.md#schemas)"))],
  ["S to the README", each((id) => expect(ends(id)).toContain("[Back to README](../README.md)"))],
  [
    "N previous and next",
    () =>
      operations.forEach(({ id }, at) => {
        const [before, after] = [operations[at - 1]?.id, operations[at + 1]?.id];
        expect(ends(id).includes("[Previous: ")).toBe(before !== undefined);
        if (before !== undefined) expect(ends(id)).toContain(`[Previous: ${before}](#${before})`);
        if (after !== undefined) expect(ends(id)).toContain(`[Next: ${after}](#${after})`);
      }),
  ],
  ["N every link leads somewhere", () => expect(broken).toEqual([])],
  [
    "N no page that nothing leads to",
    () => {
      const reached = new Set(
        pages().flatMap((path) =>
          links(page(path)).map((link) => posix.join(posix.dirname(path), link.split("#")[0]!)),
        ),
      );
      for (const path of pages().filter((name) => name !== "README.md" && name !== "CHANGELOG.md"))
        expect(reached).toContain(path);
    },
  ],
];

/** Fields of a schema, those of its parts too, with the part that each is from. */
function fieldsOf(schema: Schema, origin?: string): Map<string, { schema: Schema; origin: string | undefined }> {
  const parts = (schema.allOf ?? []).flatMap((part) => [
    ...fieldsOf(resolved<Schema>(part), part.$ref === undefined ? origin : nameOf(part)),
  ]);
  return new Map([
    ...parts,
    ...Object.entries(schema.properties ?? {}).map(([name, own]) => [name, { schema: own, origin }] as const),
  ]);
}
const requiredOf = (schema: Schema): string[] => [
  ...(schema.required ?? []),
  ...(schema.allOf ?? []).flatMap((part) => requiredOf(resolved<Schema>(part))),
];
const fieldRows = (
  check: (
    row: Record<string, string>,
    field: { schema: Schema; origin: string | undefined },
    whole: Schema,
    name: string,
  ) => void,
): (() => void) =>
  eachSchema((_, schema, text) => {
    const fields = fieldsOf(schema);
    if (fields.size > 0)
      for (const [name, field] of fields) check(table(section(text, "## Fields")).get(name)!, field, schema, name);
  });
const schemaChecks: Check[] = [
  [
    "S a page for every schema that the seed page names",
    () => {
      for (const name of seed.operations.flatMap((operation) => operation.schemas))
        expect(schemaPage(name)).toMatch(`# ${name}\n`);
    },
  ],
  [
    "N fields: name, type, required, nullable, default, limits, example, description",
    fieldRows((row, { schema }, whole, name) => {
      const value = resolved<Schema>(schema);
      expect(Object.keys(row)).toEqual([
        "name",
        "type",
        "required",
        "nullable",
        "default",
        "limits",
        "example",
        "description",
      ]);
      expect(row["required"]).toBe(requiredOf(whole).includes(name) ? "required" : "optional");
      expect(row["nullable"]).toBe(value.nullable === true ? "yes" : "no");
      expect(row["default"]).toBe(value.default === undefined ? "-" : `\`${JSON.stringify(value.default)}\``);
      if (value.pattern !== undefined) expect(row["limits"]).toContain(value.pattern);
    }),
  ],
  [
    "N parts of allOf, and where each field is from",
    () => {
      fieldRows((row, { origin }) => {
        if (origin !== undefined) expect(row["description"]).toContain(`From [${origin}](${origin}.md).`);
      })();
      expect(schemaPage("AudienceCreateRequest")).toContain("From [AudienceCommon](AudienceCommon.md).");
    },
  ],
  [
    "N every value of an enum",
    eachSchema((_, schema, text) => {
      if (schema.enum !== undefined)
        expect([...table(section(text, "## Values")).keys()]).toEqual(
          schema.enum.map((value) => JSON.stringify(value)),
        );
    }),
  ],
  [
    "N used by, both ways",
    each((id, { operation }) => {
      const used = [operation.requestBody, ...Object.values(operation.responses)].flatMap((one) =>
        one === undefined
          ? []
          : Object.values(resolved<{ content: Record<string, { schema: { $ref: string } }> }>(one).content),
      );
      for (const { schema } of used) {
        expect(links(textOf(id))).toContain(`schemas/${nameOf(schema)}.md`);
        expect(section(schemaPage(nameOf(schema)), "## Used by")).toContain(`[${id}](../AudiencesApi.md#${id})`);
      }
    }),
  ],
  [
    "N the example fits",
    eachSchema((name, _, text) => {
      const ajv = new Ajv({ strict: false });
      ajv.addSchema(JSON.parse(page("openapi.json")) as object, "document");
      const validate = ajv.compile({ $ref: `document#/components/schemas/${name}` });
      validate(JSON.parse(fences(section(text, "## Example"), "json")[0]!));
      expect([name, validate.errors]).toEqual([name, null]);
    }),
  ],
  [
    "N open or closed",
    eachSchema((name, schema, text) => {
      // Only these are reached by answers, as the document has it.
      if (schema.enum !== undefined)
        expect(text).toContain(["ObjectiveType", "Currency"].includes(name) ? "\nOpen: " : "\nClosed: ");
    }),
  ],
];

const globalChecks: Check[] = [
  [
    "N deprecated things are flagged",
    async () => {
      const files = await generate("test/fixtures/deprecated/spec.yaml");
      const text = files.get("docs/ThingsApi.md")!;
      expect(text).toContain("\n**Deprecated.**\n");
      expect(text).toContain("Gone after 2027-01-31.");
      expect(table(section(text, "### Inputs")).get("page")!["description"]).toMatch(/^\*\*Deprecated\.\*\*/);
      expect(files.get("docs/README.md")).toContain("| **Deprecated.** List things |");
    },
  ],
  [
    "N table of errors",
    () => {
      for (const name of exportsOf("index").filter((one) => one.endsWith("Error") && one !== "Error")) {
        expect([name, readme.includes(`\`${name}\``)]).toEqual([name, true]);
        expect([name, page("docs/guides/errors-and-retries.md").includes(`\n| \`${name}\` |`)]).toEqual([name, true]);
      }
    },
  ],
  [
    "N chapter on rate limits",
    () => {
      for (const { id, operation } of operations)
        expect(
          table(section(index, "## Rate limits")).get(operation["x-ratelimit-category"] as string)!["operations"],
        ).toContain(`[${id}](`);
    },
  ],
  ["N the changelog names this release of the API", () => expect(page("CHANGELOG.md")).toContain(spec.info.version)],
  [
    "N the same bytes again, LF, one final newline",
    async () => {
      const again = await generate("spec/audiences.yaml", { name: "pinterest-audiences", version: "0.1.0" });
      for (const path of pages()) {
        expect([path, again.get(path)]).toEqual([path, page(path)]);
        expect([path, /^[^\r]*[^\n]\n$/.test(page(path))]).toEqual([path, true]);
      }
    },
  ],
  [
    "N rows of a table have as many cells as its head",
    () => {
      const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
      for (const path of pages())
        for (const block of page(path)
          .replace(/^```[\s\S]*?^```$/gm, "")
          .match(/(?:^\|.*\|\n)+/gm) ?? []) {
          const [head = "", ...rows] = block.trimEnd().split("\n");
          for (const row of rows) expect([path, row, cells(row)]).toEqual([path, row, cells(head)]);
        }
    },
  ],
  [
    "N hostile descriptions are inert",
    async () => {
      const text = (await generate("test/fixtures/unsafe-text/spec.yaml")).get("docs/ThingsApi.md")!;
      const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
      expect(prose).not.toMatch(/(?<!\\)<(script|img|b|br)\b/i);
      expect(prose).not.toContain("](javascript:");
      expect(text).not.toContain("*/\n//#");
    },
  ],
  [
    "N every fence is tagged",
    () => {
      for (const { place, language } of allExamples()) expect([place, language]).not.toEqual([place, ""]);
    },
  ],
  [
    "N nothing undefined, no any",
    () => {
      for (const path of pages())
        expect([
          path,
          page(path)
            .replace(/^```ts[\s\S]*?^```$/gm, "")
            .match(/\bundefined\b|\[object |: any\b|`any`/),
        ]).toEqual([path, null]);
    },
  ],
  [
    "N every line of the seed page has a place (npm run report:docs)",
    () => {
      const report = readFileSync(join(root, "test/REPORT.md"), "utf8");
      const part = section(report, "### Lines of the seed page");
      expect(part).toMatch(/^280 lines, 0 missing\.$/m);
      expect(part.match(/^\| \d+ \|/gm)).toHaveLength(280);
    },
  ],
];

const checks = [
  ...indexChecks,
  ...headingChecks,
  ...accessChecks,
  ...exampleChecks,
  ...inputChecks,
  ...httpChecks,
  ...navigationChecks,
  ...schemaChecks,
  ...globalChecks,
];

describe("the checklist", () => {
  it("has 90 items", () => {
    expect(checks).toHaveLength(90);
  });

  it.each(checks.map(([title, check], at) => [`${at + 1} ${title}`, check] as const))("%s", async (_, check) => {
    await check();
  });
});
