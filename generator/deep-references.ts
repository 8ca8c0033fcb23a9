import { limits } from "./load/limits";
import { holdsNames, isData } from "./name-maps";
import { isReference, type OpenApiDocument, type Reference } from "./openapi";
import { atPointer, leadsDeep } from "./references";

/** How much a part stands for, with all that its references stand for. */
export interface Size {
  readonly values: number;
  readonly depth: number;
}

/**
 * What references lead to that is no component. It is to stand in their place (normalize/deep-references.ts): how large that makes the
 * document, and where it would have no end.
 */
export class DeepReferences {
  private readonly endless = new Set<string>();
  private readonly sizes = new Map<string, Size>();
  private readonly begun = new Set<string>();

  /** Of the whole document. */
  readonly size: Size;

  constructor(private readonly document: OpenApiDocument) {
    this.size = this.measure(document, undefined);
  }

  /** Whether there is none. */
  get isEmpty(): boolean {
    return this.sizes.size === 0;
  }

  /** Whether a reference leads into what holds it. */
  isEndless(reference: string): boolean {
    return this.endless.has(reference);
  }

  /** Of what a reference stands for; where that would have no end, of the reference itself. */
  sizeOf(reference: string): Size {
    const known = this.sizes.get(reference);
    if (known !== undefined) return known;
    if (this.begun.has(reference)) {
      this.endless.add(reference);
      return { values: 1, depth: 1 };
    }
    if (this.begun.size > limits.depth) return { values: 1, depth: Infinity };
    this.begun.add(reference);
    const size = this.measure(atPointer(this.document, reference), undefined);
    this.begun.delete(reference);
    this.sizes.set(reference, size);
    return size;
  }

  private measure(value: unknown, field: string | undefined): Size {
    if (typeof value !== "object" || value === null) return { values: 1, depth: 1 };
    if (isDeepReference(value, field)) return this.sizeOf(value.$ref);
    let [values, depth] = [1, 0];
    for (const [key, member] of Object.entries(value)) {
      if (isData(field, key, member)) continue;
      const size = this.measure(member, Array.isArray(value) || holdsNames(field) ? undefined : key);
      values += size.values;
      depth = Math.max(depth, size.depth);
    }
    return { values, depth: depth + 1 };
  }
}

/** Whether a value of a field is a reference that leads to no component by its name. */
export function isDeepReference(value: object, field: string | undefined): value is Reference {
  return !holdsNames(field) && isReference(value) && leadsDeep(value.$ref);
}
