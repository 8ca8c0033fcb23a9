import type { Json } from "../../openapi";
import { exampleValue } from "../answer/response-of";
import type { Schemas } from "../validation/schemas";
import type { Collection, Item } from "./collection";
import { identifiersOf, identifierValue, parameterText, type Identifiers } from "./identifiers";
import { overlay } from "./overlay";

/** The values of the path parameters that things are kept apart by. */
export type Scope = Readonly<Record<string, Json>>;

/** The things of one collection, apart by scope. A scope begins with some that are always the same, and counts on from them. */
export class Store {
  private readonly shelves = new Map<string, { readonly items: Map<string, Item>; next: number }>();
  /** The parameter's example. It stands for the first thing where no identifier is like it: the calls of the docs find something. */
  private readonly example: string | undefined;

  private constructor(
    private readonly schemas: Schemas,
    readonly collection: Collection,
    private readonly identifiers: Identifiers,
    private readonly seeds: number,
  ) {
    this.example = parameterText(schemas.document, collection);
  }

  /** `undefined` where no identifier can be made that the document takes: such a collection is not kept. */
  static of(schemas: Schemas, collection: Collection, seeds: number): Store | undefined {
    const identifiers = identifiersOf(schemas, collection);
    return identifiers && new Store(schemas, collection, identifiers, seeds);
  }

  reset(): void {
    this.shelves.clear();
  }

  /** In the order of creation. */
  list(scope: Scope): Item[] {
    return [...this.shelf(scope).items.values()];
  }

  get(scope: Scope, id: string): Item | undefined {
    const { items } = this.shelf(scope);
    return items.get(id) ?? (id === this.example ? items.get(this.identifiers(0)) : undefined);
  }

  /** Keeps a thing: the item's example with the given members, its identifier and its scope. */
  create(scope: Scope, example: Json, members: Json | undefined): Item {
    return this.add(this.shelf(scope), scope, example, members);
  }

  /** `value`: all of it, but the identifier and the scope, which stay. */
  replace(scope: Scope, { id, sequence }: Item, value: Json): Item {
    const item = { id, sequence, value: this.placed(value, scope, id) };
    this.shelf(scope).items.set(id, item);
    return item;
  }

  remove(scope: Scope, id: string): void {
    this.shelf(scope).items.delete(id);
  }

  private shelf(scope: Scope): { readonly items: Map<string, Item>; next: number } {
    const key = scopeKey(scope);
    const known = this.shelves.get(key);
    if (known !== undefined) return known;
    const shelf = { items: new Map<string, Item>(), next: 0 };
    this.shelves.set(key, shelf);
    const example = exampleValue(this.schemas.document, this.collection.item);
    for (let n = 0; n < this.seeds; n += 1) this.add(shelf, scope, example, undefined);
    return shelf;
  }

  private add(
    shelf: { readonly items: Map<string, Item>; next: number },
    scope: Scope,
    example: Json,
    members: Json | undefined,
  ): Item {
    const sequence = shelf.next;
    shelf.next += 1;
    const id = this.identifiers(sequence);
    const merged = overlay(this.schemas, this.collection.item.schema, example, members);
    const item = { id, sequence, value: this.placed(merged, scope, id) };
    shelf.items.set(id, item);
    return item;
  }

  /** A thing says which it is, and where. */
  private placed(value: Json, scope: Scope, id: string): Json {
    const { identifier, item } = this.collection;
    const own = identifier === undefined ? {} : { [identifier]: identifierValue(this.schemas, this.collection, id) };
    return overlay(this.schemas, item.schema, value, { ...scope, ...own });
  }
}

export function scopeKey(scope: Scope): string {
  return JSON.stringify(Object.entries(scope));
}
