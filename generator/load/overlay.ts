import type { Problem } from "../problem";
import { objectOf } from "./operations";
import type { Mount } from "./origins";
import type { LoadedFile } from "./read-file";

type Json = Record<string, unknown>;
type Tokens = (string | number)[];

/**
 * Applies an OpenAPI Overlay 1.0 to a document, in place, action by action: `target` is a JSONPath (RFC 9535), `remove` takes what it
 * finds away, `update` is merged into it. `mount`: told where each value that is new comes from. An action that finds nothing is a warning.
 */
export function applyOverlay(document: unknown, overlay: LoadedFile, mount: Mount): Problem[] {
  const problems = checkOverlay(overlay);
  if (problems.length > 0) return problems;
  return (objectOf(overlay.value)["actions"] as Json[]).flatMap((action, index) =>
    applyAction(document, action, { overlay, mount, at: `/actions/${index}` }),
  );
}

interface Work {
  readonly overlay: LoadedFile;
  readonly mount: Mount;
  /** Where the action stands in the overlay. */
  readonly at: string;
}

/** The parts of an Overlay Object and of its Action Objects that are read here. */
function checkOverlay(overlay: LoadedFile): Problem[] {
  const { overlay: version, actions } = objectOf(overlay.value);
  if (typeof version !== "string" || !/^1\.0(\.\d+)?$/.test(version))
    return [
      problem(overlay, "/overlay", "overlay", "this is not an OpenAPI Overlay 1.0", "Begin with `overlay: 1.0.0`."),
    ];
  if (!Array.isArray(actions) || actions.length === 0)
    return [
      problem(overlay, "/actions", "overlay", "an overlay needs a list of actions", "See the Overlay Specification."),
    ];
  return actions.flatMap((action, index) => {
    const { target, update, remove } = objectOf(action);
    const isWhole = typeof target === "string" && (remove === true || (typeof update === "object" && update !== null));
    const hint = "See the Overlay Specification, Action Object.";
    return isWhole
      ? []
      : [problem(overlay, `/actions/${index}`, "overlay", "an action needs a target, and remove or update", hint)];
  });
}

function applyAction(document: unknown, action: Json, { overlay, mount, at }: Work): Problem[] {
  const found = find(document, action["target"] as string);
  if (found === undefined)
    return [problem(overlay, `${at}/target`, "overlay", "the target is not a JSONPath", "See RFC 9535.")];
  if (found.length === 0) {
    const nothing = problem(
      overlay,
      `${at}/target`,
      "matches-nothing",
      "the target finds nothing in the document",
      "Correct it, or take the action out.",
    );
    return [{ ...nothing, severity: "warning" }];
  }
  // From the back, so that places in lists stay what they were.
  if (action["remove"] === true) for (const tokens of found.reverse()) remove(document, tokens, mount);
  else
    for (const tokens of found)
      update(document, tokens, action["update"], (way, from) => {
        mount(way, `${at}/update${from}`);
      });
  return [];
}

/** The ways to what a JSONPath finds; `undefined` for what is none. */
function find(document: unknown, path: string): Tokens[] | undefined {
  const { jsonpath, JSONPathError } = require("json-p3") as typeof import("json-p3");
  try {
    return jsonpath.query(path, document as never).nodes.map(({ location }) => [...location]);
  } catch (error) {
    if (error instanceof JSONPathError) return undefined;
    throw error;
  }
}

function remove(document: unknown, tokens: Tokens, mount: Mount): void {
  const parent = valueAt(document, tokens.slice(0, -1));
  const last = tokens.at(-1);
  if (last === undefined) return;
  if (!Array.isArray(parent)) return void Reflect.deleteProperty(parent as object, last);
  parent.splice(Number(last), 1);
  for (let index = Number(last); index < parent.length; index += 1)
    mount.moved([...tokens.slice(0, -1), index + 1], [...tokens.slice(0, -1), index]);
}

type Told = (tokens: Tokens, from: string) => void;

function update(document: unknown, tokens: Tokens, value: unknown, told: Told): void {
  const target = valueAt(document, tokens);
  if (Array.isArray(target)) {
    told([...tokens, target.length], "");
    target.push(value);
  } else if (isObject(target) && isObject(value)) merge(target, value, tokens, "", told);
}

/** Objects are merged, lists get longer, anything else takes the place of what was there. */
function merge(target: Json, value: Json, tokens: Tokens, from: string, told: Told): void {
  for (const [key, member] of Object.entries(value)) {
    const own = Object.hasOwn(target, key) ? target[key] : undefined;
    const way = [...tokens, key];
    const source = `${from}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (isObject(own) && isObject(member)) merge(own, member, way, source, told);
    else if (Array.isArray(own) && Array.isArray(member)) {
      member.forEach((_, index) => {
        told([...way, own.length + index], `${source}/${index}`);
      });
      for (const item of member as unknown[]) own.push(item);
    } else {
      told(way, source);
      target[key] = member;
    }
  }
}

function valueAt(document: unknown, tokens: Tokens): unknown {
  return tokens.reduce<unknown>((value, token) => (value as Json)[token], document);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function problem(overlay: LoadedFile, pointer: string, code: string, message: string, hint: string): Problem {
  return { severity: "error", code, message, hint, pointer: `#${pointer}`, place: overlay.locate(pointer, "value") };
}
