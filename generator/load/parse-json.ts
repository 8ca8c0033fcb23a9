import { findNodeAtLocation, parseTree, printParseErrorCode, visit, type JSONPath, type Node } from "jsonc-parser";
import type { Problem } from "../problem";
import { limits } from "./limits";
import { mostProblems, problemAt, type Parsed } from "./parsed";

/** JSON as RFC 8259 has it: no comments, no trailing commas, no key twice. */
export function parseJson(text: string, path: string): Parsed {
  const tooDeep = offsetBelow(text, limits.depth);
  if (tooDeep !== undefined) {
    const problem = problemAt(
      { path, text, offset: tooDeep },
      "too-deep",
      `values are nested deeper than ${limits.depth} levels`,
    );
    return { value: undefined, problems: [problem], offsetOf: () => undefined };
  }
  const builder = new JsonBuilder(text, path);
  visit(text, builder.visitor(), { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  let tree: Node | undefined;
  return {
    value: builder.value,
    problems: builder.problems,
    offsetOf: (tokens, at) => {
      tree ??= parseTree(text);
      return tree && offsetIn(tree, tokens, at);
    },
  };
}

/** Builds the value in one pass: null-prototype objects, limits counted as they come. */
class JsonBuilder {
  value: unknown;
  readonly problems: Problem[] = [];
  private readonly open: (Record<string, unknown> | unknown[])[] = [];
  private readonly keys: string[] = [];
  private values = 0;

  constructor(
    private readonly text: string,
    private readonly path: string,
  ) {}

  visitor(): Parameters<typeof visit>[1] {
    return {
      onObjectBegin: (offset) => {
        this.begin(Object.create(null) as Record<string, unknown>, offset);
      },
      onArrayBegin: (offset) => {
        this.begin([], offset);
      },
      onObjectEnd: () => void this.open.pop(),
      onArrayEnd: () => void this.open.pop(),
      onObjectProperty: (key, offset) => {
        this.property(key, offset);
      },
      onLiteralValue: (value: unknown, offset) => {
        this.place(value, offset);
      },
      onError: (code, offset) => {
        this.problem(offset, "invalid-json", `this is not JSON: ${words(printParseErrorCode(code))}`);
      },
    };
  }

  private begin(value: Record<string, unknown> | unknown[], offset: number): void {
    this.place(value, offset);
    this.open.push(value);
  }

  private property(key: string, offset: number): void {
    const parent = this.open.at(-1);
    if (parent !== undefined && Object.hasOwn(parent, key))
      this.problem(offset, "duplicate-key", `the key "${key}" is there twice`);
    this.keys[this.open.length] = key;
  }

  private place(value: unknown, offset: number): void {
    this.values += 1;
    if (this.values === limits.values + 1)
      this.problem(offset, "too-many-values", `the document has more than ${limits.values} values`);
    const parent = this.open.at(-1);
    if (parent === undefined) this.value = value;
    else if (Array.isArray(parent)) parent.push(value);
    else parent[this.keys[this.open.length]!] = value;
  }

  private problem(offset: number, code: string, message: string): void {
    if (this.problems.length < mostProblems)
      this.problems.push(problemAt({ path: this.path, text: this.text, offset }, code, message));
  }
}

/** Where a text goes deeper than `depth` levels; the parser calls itself for each, so this is asked first. */
function offsetBelow(text: string, depth: number): number | undefined {
  let level = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (token === "{" || token === "[") level += 1;
    else if (token === "}" || token === "]") level -= 1;
    if (level > depth) return index;
  }
  return undefined;
}

function offsetIn(tree: Node, tokens: readonly string[], at: "key" | "value"): number | undefined {
  const path = pathIn(tree, tokens);
  const node = path && findNodeAtLocation(tree, path);
  if (node === undefined) return undefined;
  return at === "key" && node.parent?.type === "property" ? node.parent.offset : node.offset;
}

/** A pointer's token is an index where the value is a list. */
function pathIn(tree: Node, tokens: readonly string[]): JSONPath | undefined {
  const path: JSONPath = [];
  for (const token of tokens) {
    const parent = findNodeAtLocation(tree, path);
    if (parent === undefined) return undefined;
    path.push(parent.type === "array" ? Number(token) : token);
  }
  return path;
}

/** `CommaExpected` → `comma expected` */
function words(code: string): string {
  return code
    .replace(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();
}
