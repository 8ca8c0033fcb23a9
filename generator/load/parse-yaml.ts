import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from "yaml";
import type { Problem } from "../problem";
import { limits } from "./limits";
import { mostProblems, problemAt, type Parsed } from "./parsed";

/** YAML 1.2, core schema, one document: what JSON can say, and nothing else. */
export function parseYaml(text: string, path: string): Parsed {
  try {
    return parse(text, path);
  } catch (error) {
    // The parser calls itself for each level; a text that is all levels ends its stack before the reader counts them.
    if (!(error instanceof RangeError)) throw error;
    const problem = problemAt(
      { path, text, offset: 0 },
      "too-deep",
      `values are nested deeper than ${limits.depth} levels`,
    );
    return { value: undefined, problems: [problem], offsetOf: () => undefined };
  }
}

function parse(text: string, path: string): Parsed {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: true,
    merge: false,
    prettyErrors: false,
    // `silent` would also be silent about a second document.
    logLevel: "error",
  });
  // The parser reports the end of its own stack as one more mistake in the text.
  if (document.errors.some(({ message: said }) => said.includes("call stack"))) throw new RangeError();
  const syntax = [...document.errors, ...document.warnings]
    .slice(0, mostProblems)
    .map((error) =>
      problemAt({ path, text, offset: error.pos[0] }, problemCode(error.code), message(error, text), hints[error.code]),
    );
  if (syntax.length > 0) return { value: undefined, problems: syntax, offsetOf: () => undefined };
  const reader = new YamlReader(document, text, path);
  const value = reader.read(document.contents, []);
  return { value, problems: reader.problems, offsetOf: (tokens, at) => offsetIn(document, tokens, at) };
}

const hints: Record<string, string> = {
  DUPLICATE_KEY: "Keep one of the two.",
  MULTIPLE_DOCS: "Keep one document in a file.",
  TAG_RESOLVE_FAILED: "Tags are not part of an OpenAPI document.",
  BAD_ALIAS: "An alias must stand below its anchor.",
};

function problemCode(code: string): string {
  if (code === "DUPLICATE_KEY") return "duplicate-key";
  return code === "TAG_RESOLVE_FAILED" ? "yaml-tag" : "invalid-yaml";
}

function message({ code, message: said, pos }: YAMLError, text: string): string {
  if (code === "DUPLICATE_KEY") return `the key ${keyAt(text, pos[0])} is there twice`;
  return `this is not YAML as OpenAPI has it: ${said.split("\n")[0]!.replace(/\.$/, "")}`;
}

/** A key as it is written, in quotes. */
function keyAt(text: string, offset: number): string {
  const [key = ""] = /^("[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(offset, offset + 80)) ?? [];
  return /^["']/.test(key) ? key : `"${key.trim()}"`;
}

/** Nodes → plain values, with every limit counted on the way. */
class YamlReader {
  readonly problems: Problem[] = [];
  private values = 0;
  private aliased = 0;
  private readonly resolving = new Set<Node>();

  constructor(
    private readonly document: Document,
    private readonly text: string,
    private readonly path: string,
  ) {}

  /** `inAlias`: whether the value stands for an alias, and counts as such. */
  read(node: Node | null | undefined, trail: readonly Node[], inAlias = false): unknown {
    if (node === null || node === undefined || this.isOverLimit(node, trail, inAlias)) return null;
    if (isAlias(node)) return this.readAlias(node, trail);
    if (isScalar(node)) return this.readScalar(node.value, node);
    const inner = [...trail, node];
    if (isSeq(node)) return node.items.map((item) => this.read(item as Node, inner, inAlias));
    if (!isMap(node)) return null;
    const result = Object.create(null) as Record<string, unknown>;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.readKey(pair.key);
      if (key !== undefined && Object.hasOwn(result, key))
        this.problem(pair.key, "duplicate-key", `the key "${key}" is there twice`);
      if (key !== undefined) result[key] = this.read(pair.value, inner, inAlias);
    }
    return result;
  }

  private readAlias(node: Node, trail: readonly Node[]): unknown {
    const target = isAlias(node) ? node.resolve(this.document) : undefined;
    if (target === undefined) return this.problem(node, "invalid-yaml", "this alias has no anchor");
    if (trail.includes(target) || this.resolving.has(target))
      return this.problem(node, "alias-cycle", "this alias stands inside what it stands for");
    this.resolving.add(target);
    const value = this.read(target, trail, true);
    this.resolving.delete(target);
    return value;
  }

  private readScalar(value: unknown, node: Node): unknown {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    return this.problem(
      node,
      "not-json",
      "this value has no form in JSON",
      "Write it as a string, or as a finite number.",
    );
  }

  /** Keys are strings in JSON; a response's `200` is one too. */
  private readKey(node: Node): string | undefined {
    if (isScalar(node) && (typeof node.value === "string" || typeof node.value === "number")) return scalarText(node);
    if (isScalar(node) && (typeof node.value === "boolean" || node.value === null)) return scalarText(node);
    this.problem(node, "not-json", "a key must be a string");
    return undefined;
  }

  private isOverLimit(node: Node, trail: readonly Node[], inAlias: boolean): boolean {
    this.values += 1;
    if (inAlias) this.aliased += 1;
    const over = [
      [trail.length > limits.depth, "too-deep", `values are nested deeper than ${limits.depth} levels`],
      [this.values > limits.values, "too-many-values", `the document has more than ${limits.values} values`],
      [
        this.aliased > limits.aliasedValues,
        "too-many-aliases",
        `aliases stand for more than ${limits.aliasedValues} values`,
      ],
    ].find(([isOver]) => isOver) as [boolean, string, string] | undefined;
    if (over !== undefined && !this.problems.some(({ code }) => code === over[1]))
      this.problem(node, over[1], over[2], "Make the document smaller: such a one is not read.");
    return over !== undefined;
  }

  private problem(node: Node, code: string, text: string, hint?: string): null {
    const offset = node.range?.[0] ?? 0;
    if (this.problems.length < mostProblems)
      this.problems.push(problemAt({ path: this.path, text: this.text, offset }, code, text, hint));
    return null;
  }
}

/** A key as it is written: `200`, `1.0` and `true` stay what the author typed. */
function scalarText(node: { source?: string; value: unknown }): string {
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

function offsetIn(document: Document, tokens: readonly string[], at: "key" | "value"): number | undefined {
  let node: unknown = document.contents;
  let key: unknown;
  for (const token of tokens) {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) {
      key = undefined;
      node = node.items[Number(token)];
      continue;
    }
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isScalar(item.key) && scalarText(item.key as never) === token)
      : undefined;
    if (pair === undefined) return undefined;
    key = pair.key;
    node = pair.value ?? pair.key;
  }
  const found = (at === "key" ? (key ?? node) : node) as Node | undefined;
  return found?.range?.[0];
}
