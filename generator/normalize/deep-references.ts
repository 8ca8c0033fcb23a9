import { DeepReferences, isDeepReference } from "../deep-references";
import { componentKind } from "../load/component-kind";
import { holdsNames, isData } from "../name-maps";
import type { OpenApiDocument, Reference } from "../openapi";
import { Claims } from "../prepare/claims";
import { atPointer, pointerTokens } from "../references";

type Tokens = readonly string[];
type Json = Record<string, unknown>;

/**
 * The document in which every reference leads to a component by its name: any other is replaced by what it leads to, for a part without a
 * name has no type and no page of its own. A schema that leads to itself becomes a component. Where there is none, it is the same document.
 * `check` has made sure that it does not grow beyond what a document may have.
 */
export function withoutDeepReferences(document: OpenApiDocument): OpenApiDocument {
  const deep = new DeepReferences(document);
  return deep.isEmpty ? document : new Inliner(document, deep).inline();
}

class Inliner {
  /** What a part has become: it stays one object, however often it is referred to. */
  private readonly made = new Map<object, unknown>();
  /** References that lead to themselves, and the components that their schemas become. */
  private readonly named = new Map<string, string>();

  private readonly claims: Claims;

  constructor(
    private readonly document: OpenApiDocument,
    private readonly deep: DeepReferences,
  ) {
    this.claims = new Claims(Object.keys(document.components?.schemas ?? {}));
  }

  inline(): OpenApiDocument {
    const document = this.copy(this.document, undefined, []) as OpenApiDocument;
    const schemas = joined(document.components?.schemas ?? {});
    // More of them may come while these are copied.
    for (const [reference, name] of this.named)
      schemas[name] = this.copy(atPointer(this.document, reference), undefined, ["components", "schemas", name]);
    if (this.named.size === 0) return document;
    return joined(document, {
      components: joined(document.components ?? {}, { schemas }),
    }) as unknown as OpenApiDocument;
  }

  /** `field`: that the value is of; `undefined` where its own name is the author's. */
  copy(value: unknown, field: string | undefined, tokens: Tokens): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (!this.made.has(value)) this.made.set(value, this.make(value, field, tokens));
    return this.made.get(value);
  }

  private make(value: object, field: string | undefined, tokens: Tokens): unknown {
    if (Array.isArray(value)) return value.map((item, index) => this.copy(item, undefined, [...tokens, String(index)]));
    if (isDeepReference(value, field)) return this.inlined(value, tokens);
    const result = Object.create(null) as Json;
    for (const [key, member] of Object.entries(value))
      result[key] = isData(field, key, member)
        ? member
        : this.copy(member, holdsNames(field) ? undefined : key, [...tokens, key]);
    return result;
  }

  /** With what stands beside the reference: the words of any, and all of a schema's (3.1, Reference Object and Schema Object). */
  private inlined({ $ref, ...beside }: Reference, tokens: Tokens): unknown {
    const target = this.deep.isEndless($ref)
      ? this.toComponent($ref, tokens)
      : this.copy(atPointer(this.document, $ref), undefined, tokens);
    if (typeof target !== "object" || target === null) return target;
    const words = Object.entries(beside).filter(([key]) => key === "summary" || key === "description");
    const saysMore = componentKind(tokens) === "schemas" && words.length < Object.keys(beside).length;
    return saysMore
      ? joined({ allOf: [target] }, this.copy(beside, undefined, tokens) as Json)
      : joined(target, Object.fromEntries(words));
  }

  /** Only a schema leads to itself in what is read later: a callback that holds its own path item is left out. */
  private toComponent($ref: string, tokens: Tokens): unknown {
    if (componentKind(tokens) !== "schemas") return { $ref };
    if (!this.named.has($ref)) this.named.set($ref, this.claims.claim(nameOf($ref)));
    return { $ref: `#/components/schemas/${this.named.get($ref)!}` };
  }
}

/** `#/components/schemas/Tree/properties/children/items` → `Tree_children_items` */
function nameOf(reference: string): string {
  const words = pointerTokens(reference).filter((token) => !isStructure.has(token));
  const name = words.join("_").replaceAll(/[^A-Za-z0-9._-]+/g, "_");
  return name.replaceAll(/^_+|_+$/g, "") || "Schema";
}

const isStructure = new Set(
  "components schemas properties $defs definitions paths content schema responses".split(" "),
);

/** The members of all, of the last where several have one; with null as its prototype, as all objects of a document. */
function joined(...objects: readonly object[]): Json {
  return Object.assign(Object.create(null) as Json, ...objects) as Json;
}
