import { methods } from "../openapi";

type Json = Record<string, unknown>;

/** An operation of a document that nothing has checked yet. */
export interface RawOperation {
  readonly path: string;
  readonly method: string;
  readonly pathItem: Json;
  readonly value: Json;
}

export function rawOperations(document: unknown): RawOperation[] {
  return Object.entries(objectOf(objectOf(document)["paths"])).flatMap(([path, item]) => {
    const pathItem = objectOf(item);
    return methods
      .filter((method) => isObject(pathItem[method]))
      .map((method) => ({ path, method, pathItem, value: pathItem[method] as Json }));
  });
}

/** The names that a selector may call an operation by. */
export function namesOf({ path, method, value }: RawOperation): string[] {
  const id = value["operationId"];
  return [...(typeof id === "string" ? [id] : []), `${method.toUpperCase()} ${path}`];
}

export function tagsOf({ value }: RawOperation): string[] {
  return Array.isArray(value["tags"]) ? value["tags"].filter((tag): tag is string => typeof tag === "string") : [];
}

/** Whether a text is what a selector says, in which `*` stands for any text. */
export function matches(selector: string, text: string): boolean {
  const parts = selector.split("*");
  if (parts.length === 1) return selector === text;
  let from = parts[0]!.length;
  if (!text.startsWith(parts[0]!)) return false;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - parts.at(-1)!.length >= from && text.endsWith(parts.at(-1)!);
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
