import { relative, sep, dirname } from "node:path";
import { GenerateError, exitCodes, type Problem } from "../problem";
import { holdsNames, isData } from "../name-maps";
import { tokensOf, valueAt } from "../references";
import { componentKind } from "./component-kind";
import { limits } from "./limits";
import { pointerOf, type Origins } from "./origins";
import { readFile, type LoadedFile } from "./read-file";
import { targetOf } from "./target";

type Json = Record<string, unknown>;

/** A value at a pointer of a file. */
interface Part {
  readonly file: LoadedFile;
  /** The file's real path. */
  readonly path: string;
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * Several files → one document: what a reference to another file names becomes a component of the document, called as the reference calls
 * it, and the reference a local one. Path items are put where they are referred to.
 */
export class Bundler {
  readonly files = new Map<string, LoadedFile>();
  readonly problems: Problem[] = [];
  private readonly document: Json;
  /** The local reference of each part that was pulled in. */
  private readonly placed = new Map<string, string>();
  private readonly pending: (() => void)[] = [];
  private values = 0;

  /** `entry`: the real path of the entry file, which is loaded as `file`. */
  constructor(
    private readonly entry: string,
    private readonly file: LoadedFile,
    private readonly origins: Origins,
    private readonly cwd: string,
  ) {
    this.files.set(entry, file);
    this.document = Object.assign(Object.create(null) as Json, file.value);
  }

  bundle(): unknown {
    this.adoptComponents();
    const root: Part = { file: this.file, path: this.entry, pointer: "", value: this.document };
    for (const [key, value] of Object.entries(this.document))
      this.document[key] = this.copy({ ...root, pointer: pointerOf([key]), value }, [key]);
    for (let work = this.pending.shift(); work !== undefined; work = this.pending.shift()) work();
    return this.document;
  }

  /** A component that is nothing but a reference to a file gives that part its name. */
  private adoptComponents(): void {
    for (const [kind, components] of Object.entries((this.document["components"] ?? {}) as Json)) {
      for (const [name, value] of Object.entries((components ?? {}) as Json)) {
        const reference = referenceOf(value);
        if (reference === undefined || reference.startsWith("#")) continue;
        const tokens = ["components", kind, name];
        const part = this.resolve(reference, { file: this.file, path: this.entry, pointer: pointerOf(tokens), value });
        if (part !== undefined && !this.placed.has(keyOf(part))) this.placed.set(keyOf(part), `#${pointerOf(tokens)}`);
      }
    }
  }

  /** A copy of a part as it stands at `tokens` of the document, its references local. */
  private copy(part: Part, tokens: readonly string[]): unknown {
    const { value } = part;
    this.count(part);
    if (tokens.length > limits.depth) this.refuse(part, tooDeep);
    if (Array.isArray(value)) return value.map((_, index) => this.copyMember(part, String(index), tokens));
    if (typeof value !== "object" || value === null) return value;
    const reference = isNamesOf(tokens) ? undefined : referenceOf(value);
    if (reference !== undefined && this.isForeign(part, reference)) return this.copyReference(part, reference, tokens);
    const result = Object.create(null) as Json;
    for (const [key, member] of Object.entries(value)) {
      const isOpaque = isData(tokens.at(-1), key, member) || (key.startsWith("x-") && !holdsNames(tokens.at(-1)));
      result[key] = isOpaque ? member : this.copyMember(part, key, tokens);
    }
    return result;
  }

  private copyMember(part: Part, key: string, tokens: readonly string[]): unknown {
    const value = (part.value as Json)[key];
    const member = { ...part, pointer: part.pointer + pointerOf([key]), value };
    if (tokens.at(-1) === "mapping" && tokens.at(-2) === "discriminator" && typeof value === "string")
      return this.mapping(member, value);
    return this.copy(member, [...tokens, key]);
  }

  /** A mapping's value is a reference, or a schema's bare name. */
  private mapping(part: Part, value: string): unknown {
    if (!/[#/:]|\.(json|ya?ml)$/.test(value) || !this.isForeign(part, value)) return value;
    const target = this.resolve(value, part);
    return target === undefined ? value : this.place(target, "schemas");
  }

  private copyReference(part: Part, reference: string, tokens: readonly string[]): unknown {
    const target = this.resolve(reference, part);
    if (target === undefined) return part.value;
    const kind = componentKind(tokens);
    const own = `#${pointerOf(tokens)}`;
    if (kind === undefined || kind === "pathItems" || this.placed.get(keyOf(target)) === own) {
      this.origins.add(pointerOf(tokens), target.file, target.pointer);
      return this.copy(target, tokens);
    }
    const siblings = Object.keys(part.value as Json).filter((key) => key !== "$ref");
    const result = Object.create(null) as Json;
    result["$ref"] = this.place(target, kind);
    for (const key of siblings) result[key] = this.copyMember(part, key, tokens);
    return result;
  }

  /** The local reference of a part; a part of the entry file has its own place. */
  private place(part: Part, kind: string): string {
    if (part.path === this.entry) return `#${encodeURI(part.pointer).replaceAll("#", "%23")}`;
    const known = this.placed.get(keyOf(part));
    if (known !== undefined) return known;
    const components = (this.document["components"] ??= Object.create(null)) as Json;
    const siblings = (components[kind] ??= Object.create(null)) as Json;
    const tokens = ["components", kind, freeName(nameOf(part), siblings)];
    const local = `#${pointerOf(tokens)}`;
    this.placed.set(keyOf(part), local);
    this.origins.add(pointerOf(tokens), part.file, part.pointer);
    siblings[tokens[2]!] = null;
    // Looked up again: the entry's own components are copied by then.
    this.pending.push(() => {
      const target = ((this.document["components"] as Json)[kind] ??= Object.create(null)) as Json;
      target[tokens[2]!] = this.copy(part, tokens);
    });
    return local;
  }

  /** Whether a reference has to be rewritten: it names another file, or stands in one. */
  private isForeign(part: Part, reference: string): boolean {
    return part.path !== this.entry || !reference.startsWith("#");
  }

  /** The part that a reference names, through references that are nothing else. */
  private resolve(reference: string, from: Part): Part | undefined {
    let [current, next] = [from, reference];
    for (const seen = new Set<string>(); ;) {
      const target = targetOf(next, current.path, dirname(this.entry));
      if ("code" in target) {
        this.problem(from, target);
        return undefined;
      }
      const file = this.read(target.file, from);
      if (file === undefined) return undefined;
      const part = {
        file,
        path: target.file,
        pointer: target.pointer,
        value: valueAt(file.value, tokensOf(target.pointer)),
      };
      if (part.value === undefined) {
        this.problem(from, unresolved(reference));
        return undefined;
      }
      if (seen.has(keyOf(part))) {
        this.problem(from, cycle(reference));
        return undefined;
      }
      seen.add(keyOf(part));
      const further = part.path === this.entry ? undefined : pureReference(part.value);
      if (further === undefined) return part;
      [current, next] = [part, further];
    }
  }

  private read(path: string, from: Part): LoadedFile | undefined {
    const known = this.files.get(path);
    if (known !== undefined) return known;
    if (this.files.size >= limits.files) {
      this.problem(from, tooMany);
      return undefined;
    }
    const shown = relative(this.cwd, path).split(sep).join("/");
    try {
      const file = readFile(shown, this.cwd);
      this.files.set(path, file);
      return file;
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      if (!this.problems.some(({ place }) => place?.file === shown)) this.problems.push(...error.problems);
      return undefined;
    }
  }

  private count(part: Part): void {
    this.values += 1;
    if (this.values > limits.values) this.refuse(part, tooLarge);
  }

  private refuse(part: Part, what: { code: string; message: string; hint: string }): never {
    this.problem(part, what);
    throw new GenerateError(exitCodes.problems, this.problems);
  }

  private problem(part: Part, what: { code: string; message: string; hint: string }): void {
    const pointer = referenceOf(part.value) === undefined ? part.pointer : `${part.pointer}/$ref`;
    const place = part.file.locate(pointer, "value");
    this.problems.push({ severity: "error", ...what, pointer: `#${pointer}`, place });
  }
}

const tooMany = {
  code: "too-many-files",
  message: `the document has more than ${limits.files} files`,
  hint: "Bundle it into one file first.",
};

const tooDeep = {
  code: "too-deep",
  message: `values are nested deeper than ${limits.depth} levels`,
  hint: "Does a reference lead back to where it stands?",
};

const tooLarge = {
  code: "too-many-values",
  message: `the document has more than ${limits.values} values`,
  hint: "Make the document smaller: such a one is not read.",
};

function unresolved(reference: string): { code: string; message: string; hint: string } {
  const shown = reference.length > 120 ? `${reference.slice(0, 117)}…` : reference;
  return {
    code: "unresolved-reference",
    message: `${shown} does not exist`,
    hint: "Define it, or correct the reference.",
  };
}

function cycle(reference: string): { code: string; message: string; hint: string } {
  return {
    code: "reference-cycle",
    message: `${reference} leads back to itself`,
    hint: "One of the references on the way must be a value.",
  };
}

/** Whether the keys of the object at a place are names, so that `$ref` is one of them. */
function isNamesOf(tokens: readonly string[]): boolean {
  return ["properties", "patternProperties", "$defs", "schemas"].includes(tokens.at(-1) ?? "");
}

function referenceOf(value: unknown): string | undefined {
  const reference = typeof value === "object" && value !== null ? (value as Json)["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

function pureReference(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && Object.keys(value).length === 1
    ? referenceOf(value)
    : undefined;
}

function keyOf({ path, pointer }: Part): string {
  return `${path}#${pointer}`;
}

/** The last word of the pointer, or the file's name: `Pet` of `common.yaml#/components/schemas/Pet` and of `schemas/Pet.yaml`. */
function nameOf({ path, pointer }: Part): string {
  const word =
    pointer === ""
      ? path
          .split(sep)
          .at(-1)!
          .replace(/\.[^.]*$/, "")
      : pointer.split("/").at(-1)!;
  return word.replace(/[^A-Za-z0-9._-]+/g, "_") || "part";
}

function freeName(name: string, taken: object): string {
  let candidate = name;
  for (let number = 2; Object.hasOwn(taken, candidate); number += 1) candidate = `${name}${number}`;
  return candidate;
}
