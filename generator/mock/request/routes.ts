import type { ResolvedOperation } from "../../prepare/operations";
import { decodeText } from "./received-request";

/** A path of the document, with its operations by method (`GET`). */
export interface Route {
  readonly path: string;
  readonly operations: ReadonlyMap<string, ResolvedOperation>;
}

export interface Match {
  readonly route: Route;
  /** What stands in the place of each path parameter, as on the wire. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Text and parameters in turn: `["", "id", ".json"]` for `{id}.json`. */
type Segment = readonly string[];

/**
 * Finds the path of the document that a request means: a literal segment wins over one with parameters, from left to right. Of paths that
 * differ in the names of their parameters alone, which real documents have, it is the one that has the method.
 */
export class Routes {
  private readonly routes: readonly { readonly route: Route; readonly segments: readonly Segment[] }[];

  constructor(operations: readonly ResolvedOperation[]) {
    const paths = new Map<string, Map<string, ResolvedOperation>>();
    for (const operation of operations) {
      const methods = paths.get(operation.path) ?? new Map<string, ResolvedOperation>();
      paths.set(operation.path, methods.set(operation.method.toUpperCase(), operation));
    }
    this.routes = [...paths]
      .map(([path, methods]) => ({ route: { path, operations: methods }, segments: segmentsOf(path) }))
      .sort((a, b) => compare(a.segments, b.segments));
  }

  match(path: string, method: string): Match | undefined {
    const texts = path.split("/");
    let first: Match | undefined;
    for (const { route, segments } of this.routes) {
      if (segments.length !== texts.length) continue;
      if (first !== undefined && shapeOf(route.path) !== shapeOf(first.route.path)) continue;
      const found = new Map<string, string>();
      if (!segments.every((segment, index) => matchSegment(segment, texts[index]!, found))) continue;
      if (route.operations.has(method)) return { route, texts: found };
      first ??= { route, texts: found };
    }
    return first;
  }
}

/** `/things/{}` of `/things/{id}`. */
function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** Without what a document may have behind a path. */
function segmentsOf(path: string): Segment[] {
  return path
    .replace(/[?#].*/s, "")
    .split("/")
    .map((segment) => segment.split(/\{([^{}]*)\}/));
}

function compare(a: readonly Segment[], b: readonly Segment[]): number {
  for (const [index, segment] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (rank(segment) !== rank(other)) return rank(segment) - rank(other);
  }
  return a.length - b.length;
}

/** Literal, with text beside its parameters, nothing but a parameter. */
function rank(segment: Segment): number {
  if (segment.length === 1) return 0;
  return segment.some((text, index) => index % 2 === 0 && text !== "") ? 1 : 2;
}

/** Each parameter takes the text up to the next literal; the last takes the rest. */
function matchSegment(segment: Segment, text: string, found: Map<string, string>): boolean {
  if (segment.length === 1) return decodeText(text) === decodeText(segment[0]!);
  let rest = text;
  for (let index = 0; index < segment.length; index += 2) {
    const literal = segment[index]!;
    const name = segment[index - 1];
    const isLast = index === segment.length - 1;
    const at =
      isLast && name !== undefined ? rest.length - literal.length : rest.indexOf(literal, name === undefined ? 0 : 1);
    if (at < (name === undefined ? 0 : 1) || (name === undefined && at !== 0) || !rest.startsWith(literal, at))
      return false;
    if (name !== undefined) found.set(name, rest.slice(0, at));
    rest = rest.slice(at + literal.length);
  }
  return true;
}
