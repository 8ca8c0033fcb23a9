import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { suggest } from "../suggest";
import { load } from "../load";
import type { SourceDocument } from "../flow";
import { GenerateError, exitCodes, type Problem } from "../problem";
import type { EngineName } from "../render/engine";
import type { Alias } from "../prepare/aliases";
import { aliasesOf } from "./aliases";
import { nameOf } from "./package-name";
import type { PaginationRule, Selection, Shaping } from "../load/shaping";
import { keys, type FlagKey } from "./keys";

/** What a run makes, and from what: flags over the configuration file over defaults. */
export interface Configuration {
  /** The document, from the current folder. */
  readonly spec: string;
  /** The package's folder, from the current folder. */
  readonly out: string;
  readonly name: string;
  readonly version: string;
  readonly engine: "auto" | EngineName;
  /** What is done to the document before it is checked. */
  readonly shaping?: Shaping;
  /** A folder of the user's own templates, from the current folder. */
  readonly templates?: string;
  /** Old names that are kept. */
  readonly aliases?: readonly Alias[];
  /** The configuration file, if there is one. */
  readonly file?: string;
}

export interface ConfigurationRequest {
  readonly cwd: string;
  /** `--config` */
  readonly configPath?: string | undefined;
  readonly flags: { readonly [key in FlagKey]?: string | undefined };
}

const fileNames = ["codegen.config.yaml", "codegen.config.json"];

/**
 * Reads `--config`, else the configuration file of the folder, if any, and lays the flags over it. Throws a `GenerateError` with
 * exit code 2. Paths in the file start from its folder. A configuration speaks of its own document: given another one by
 * `--spec`, what it says of its own stays behind.
 */
export function readConfiguration({ cwd, configPath, flags }: ConfigurationRequest): Configuration {
  const file = configPath ?? findFile(cwd);
  const values = file === undefined ? nowhere : readFile(file, cwd);
  const problems = Object.entries(flags).flatMap(([key, value]) => {
    const message = value === undefined ? undefined : keys[key as FlagKey].check(value);
    return message === undefined ? [] : [usageProblem(`--${key} ${message}`)];
  });
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
  return merge(values, flags, cwd, file);
}

function merge(
  values: Values,
  flags: ConfigurationRequest["flags"],
  cwd: string,
  file: string | undefined,
): Configuration {
  const spec = flags.spec ?? values.spec;
  if (spec === undefined) {
    const hint = "Give --spec FILE, or set `spec` in codegen.config.yaml.";
    throw GenerateError.of(exitCodes.usage, "no-document", "which document? None is named", hint);
  }
  const isOther =
    flags.spec !== undefined && values.spec !== undefined && resolve(cwd, flags.spec) !== resolve(cwd, values.spec);
  const shaping = isOther ? {} : values;
  return {
    spec,
    shaping: shapingOf(shaping, values.locate),
    ...(values.templates === undefined ? {} : { templates: values.templates }),
    out: flags.out ?? values.out ?? "generated",
    name: flags.name ?? (isOther ? undefined : values.name) ?? nameOf(spec, cwd),
    version: (isOther ? undefined : values.version) ?? "0.1.0",
    aliases: isOther ? [] : aliasesOf(values.aliases),
    engine: (flags.engine ?? values.engine ?? "auto") as Configuration["engine"],
    ...(file === undefined ? {} : { file }),
  };
}

/** What a file says, checked, and where it says it. */
interface Values extends Partial<Record<FlagKey | "templates", string>> {
  readonly include?: Selection;
  readonly exclude?: Selection;
  readonly overlays?: readonly string[];
  readonly pagination?: readonly PaginationRule[];
  readonly aliases?: unknown;
  readonly locate: Shaping["locate"];
}

const nowhere: Values = { locate: () => ({ file: "", line: 1, column: 1, pointer: "" }) };

function shapingOf(values: Partial<Values>, locate: Shaping["locate"]): Shaping {
  const { include, exclude, overlays = [], pagination = [] } = values;
  return { overlays, pagination, locate, ...(include && { include }), ...(exclude && { exclude }) };
}

function findFile(cwd: string): string | undefined {
  const found = fileNames.filter((name) => existsSync(join(cwd, name)));
  if (found.length < 2) return found[0];
  const message = `there is both a ${found.join(" and a ")}`;
  throw GenerateError.of(exitCodes.usage, "two-configurations", message, "Keep one, or choose with --config.");
}

/** The values of a file, checked; its paths made to start from `cwd`. */
function readFile(file: string, cwd: string): Values {
  const source = loadFile(file, cwd);
  const value = source.value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw GenerateError.of(
      exitCodes.usage,
      "configuration",
      `${file} holds no keys`,
      `Begin with \`spec: openapi.yaml\`.`,
    );
  }
  const problems = Object.entries(value).flatMap(([key, member]) => checkMember(source, key, member));
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
  const values: Values = { ...(value as Omit<Values, "locate">), locate: source.locate };
  const fromFile = (path: string): string => relative(cwd, resolve(cwd, dirname(file), path)) || ".";
  return {
    ...values,
    ...(values.spec === undefined ? {} : { spec: fromFile(values.spec) }),
    ...(values.out === undefined ? {} : { out: fromFile(values.out) }),
    ...(values.templates === undefined ? {} : { templates: fromFile(values.templates) }),
    overlays: (values.overlays ?? []).map(fromFile),
  };
}

/** A configuration that can't be read is a matter of usage, whatever is wrong with it. */
function loadFile(file: string, cwd: string): SourceDocument {
  try {
    return load(file, { cwd });
  } catch (error) {
    if (error instanceof GenerateError) throw new GenerateError(exitCodes.usage, error.problems);
    throw error;
  }
}

function checkMember(source: SourceDocument, key: string, value: unknown): Problem[] {
  const at = (place: "key" | "value"): Partial<Problem> => ({
    pointer: `#/${key}`,
    place: source.locate(`/${key}`, place),
  });
  if (!Object.hasOwn(keys, key)) {
    const near = suggest(key, Object.keys(keys));
    const hint = near === undefined ? `Known keys: ${Object.keys(keys).join(", ")}.` : `Did you mean ${near}?`;
    return [{ ...usageProblem(`there is no key ${JSON.stringify(key)}`, hint), code: "unknown-key", ...at("key") }];
  }
  const message = keys[key as keyof typeof keys].check(value);
  return message === undefined ? [] : [{ ...usageProblem(`${key} ${message}`), ...at("value") }];
}

function usageProblem(message: string, hint?: string): Problem {
  return { severity: "error", code: "configuration", message, ...(hint === undefined ? {} : { hint }) };
}
