import { relative, sep, dirname } from "node:path";
import { GenerateError, exitCodes, type Problem } from "../problem";
import { holdsNames, isData } from "../name-maps";
import { tokensOf, valueAt } from "../references";
import { componentKind } from "./component-kind";
import { freeName, nameOf } from "./component-name";
import { cycle, notAMap, tooDeep, tooLarge, tooMany, unresolved, type Fault } from "./faults";
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
  /** What is being put where, in the place of a reference. */
  private readonly begun = new Set<string>();
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
    if (!this.readComponents()) return this.document;
    this.adoptComponents();
    const root: Part = { file: this.file, path: this.entry, pointer: "", value: this.document };
    for (const [key, value] of Object.entries(this.document))
      this.document[key] = this.copy({ ...root, pointer: pointerOf([key]), value }, [key]);
    for (let work = this.pending.shift(); work !== undefined; work = this.pending.shift()) work();
    return this.document;
  }

  /** Each kind of component may have a file of its own, and all of them may. Says whether there is a place to put more of them. */
  private readComponents(): boolean {
    if (!Object.hasOwn(this.document, "components")) return true;
    const components = this.membersOf(this.document["components"], ["components"]);
    if (components === undefined) return false;
    this.document["components"] = components;
    for (const kind of Object.keys(components).filter((key) => !key.startsWith("x-"))) {
      const members = this.membersOf(components[kind], ["components", kind]);
      if (members === undefined) return false;
      components[kind] = members;
    }
    (this.file.value as Json)["components"] = components;
    return true;
  }

  /** The map at a place of the entry file; where it is in another file, a reference to each member. */
  private membersOf(value: unknown, tokens: readonly string[]): Json | undefined {
    const at: Part = { file: this.file, path: this.entry, pointer: pointerOf(tokens), value };
    const reference = referenceOf(value);
    const isElsewhere = reference !== undefined && !reference.startsWith("#");
    const part = isElsewhere ? this.resolve(reference, at) : at;
    if (part === undefined) return undefined;
    if (typeof part.value !== "object" || part.value === null || Array.isArray(part.value)) {
      this.problem(at, notAMap(tokens.at(-1)!));
      return undefined;
    }
    return isElsewhere ? this.referenceToEach(part) : (part.value as Json);
  }

  private referenceToEach({ path, pointer, value }: Part): Json {
    const file = relative(dirname(this.entry), path).split(sep).join("/");
    const members = Object.create(null) as Json;
    for (const key of Object.keys(value as Json))
      members[key] = { $ref: [file, pointer + pointerOf([key])].map(encoded).join("#") };
    return members;
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
    const reference = referenceOf(value);
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
      return this.putInPlace(target, part, tokens);
    }
    const siblings = Object.keys(part.value as Json).filter((key) => key !== "$ref");
    const result = Object.create(null) as Json;
    result["$ref"] = this.place(target, kind);
    for (const key of siblings) result[key] = this.copyMember(part, key, tokens);
    return result;
  }

  /** A part, where a reference to it stands. */
  private putInPlace(target: Part, reference: Part, tokens: readonly string[]): unknown {
    const step = `${keyOf(target)} ${pointerOf(tokens)}`;
    if (this.begun.has(step)) {
      this.problem(reference, cycle(referenceOf(reference.value)!));
      return reference.value;
    }
    this.begun.add(step);
    this.origins.add(pointerOf(tokens), target.file, target.pointer);
    const copy = this.copy(target, tokens);
    this.begun.delete(step);
    return copy;
  }

  /** The local reference of a part; a part of the entry file has its own place. */
  private place(part: Part, kind: string): string {
    if (part.path === this.entry) return `#${encoded(part.pointer)}`;
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

  private refuse(part: Part, what: Fault): never {
    this.problem(part, what);
    throw new GenerateError(exitCodes.problems, this.problems);
  }

  private problem(part: Part, what: Fault): void {
    const pointer = referenceOf(part.value) === undefined ? part.pointer : `${part.pointer}/$ref`;
    const place = part.file.locate(pointer, "value");
    this.problems.push({ severity: "error", ...what, pointer: `#${pointer}`, place });
  }
}

/** Also where keys are names: what a name stands for is never a text. */
function referenceOf(value: unknown): string | undefined {
  const reference = typeof value === "object" && value !== null ? (value as Json)["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

function pureReference(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && Object.keys(value).length === 1
    ? referenceOf(value)
    : undefined;
}

/** As a reference spells it. */
function encoded(text: string): string {
  return encodeURI(text).replaceAll("#", "%23");
}

function keyOf({ path, pointer }: Part): string {
  return `${path}#${pointer}`;
}
