import type { Json } from "../../openapi";
import type { ResolvedOperation } from "../../prepare/operations";
import { Refusal } from "../answer/answer";
import { exampleValue, jsonContent, successOf } from "../answer/response-of";
import { memberIn, partsOf } from "../validation/parts";
import type { Schemas } from "../validation/schemas";
import type { Item, List, Role } from "./collection";
import { collectionsOf, isSame } from "./collections";
import { pageValue, selectItems } from "./list-page";
import { isObject, overlay } from "./overlay";
import { Store, scopeKey, type Scope } from "./store";

/** A request that has been read and found right. */
export interface ReadRequest {
  readonly operation: ResolvedOperation;
  /** Of the parameters, by location and name. */
  readonly values: ReadonlyMap<string, Json>;
  readonly body: Json | undefined;
  readonly bookmark?: "repeat" | "cycle" | undefined;
}

/** Everything that is kept between requests, and what each operation does with it. */
export class State {
  private readonly stores: readonly Store[];

  constructor(
    private readonly schemas: Schemas,
    operations: readonly ResolvedOperation[],
    seeds: number,
  ) {
    this.stores = collectionsOf(schemas.document, operations).flatMap(
      (collection) => Store.of(schemas, collection, seeds) ?? [],
    );
  }

  reset(): void {
    for (const store of this.stores) store.reset();
  }

  /** The value to answer with; `undefined`: the operation is no collection's, or answers no JSON. Throws a `Refusal`: 400, 404. */
  perform(request: ReadRequest): Json | undefined {
    for (const store of this.stores) {
      const role = store.collection.roles.get(request.operation);
      if (role !== undefined) return this.act(store, role, request);
    }
    return undefined;
  }

  private act(store: Store, role: Role, request: ReadRequest): Json | undefined {
    const scope = scopeOf(store, request);
    if (role.kind === "list") return this.list(store, role, scope, request);
    if (role.kind === "create") {
      const example = this.itemExample(store, request.operation);
      return this.answer(store, request.operation, store.create(scope, example, request.body));
    }
    const item = found(store, scope, request);
    return this.answer(store, request.operation, this.change(store, role, scope, item, request));
  }

  private change(store: Store, role: Role, scope: Scope, item: Item, request: ReadRequest): Item {
    const { schema } = store.collection.item;
    if (role.kind === "remove" || (role.kind === "update" && this.asksForRemoval(request))) {
      store.remove(scope, item.id);
      return item;
    }
    if (role.kind === "update")
      return store.replace(scope, item, overlay(this.schemas, schema, item.value, request.body));
    if (role.kind !== "replace") return item;
    const example = this.itemExample(store, request.operation);
    return store.replace(scope, item, overlay(this.schemas, schema, example, request.body));
  }

  private list(store: Store, list: List, scope: Scope, { operation, values, bookmark }: ReadRequest): Json {
    const content = jsonContent(successOf(operation)!.response)!;
    const key = `${store.collection.path} ${scopeKey(scope)}`;
    const request = { operation, list, content, values, key, bookmark };
    const page = selectItems(this.schemas, store.list(scope), request);
    const example = exampleValue(this.schemas.document, { schema: list.itemSchema! });
    const items = page.items.map(({ value }) =>
      isSame(list.itemSchema, store.collection.item.schema)
        ? value
        : overlay(this.schemas, list.itemSchema, example, value),
    );
    return pageValue(this.schemas, request, items, page.next);
  }

  /** A new thing, as the operation's own example has it where that is one. */
  private itemExample(store: Store, operation: ResolvedOperation): Json {
    const { document } = this.schemas;
    const content = jsonContent(successOf(operation)?.response);
    const isItem = content !== undefined && isSame(content.schema, store.collection.item.schema);
    return exampleValue(document, isItem ? content : store.collection.item);
  }

  private answer(store: Store, operation: ResolvedOperation, { value }: Item): Json | undefined {
    const content = jsonContent(successOf(operation)?.response);
    if (content === undefined) return undefined;
    if (isSame(content.schema, store.collection.item.schema)) return value;
    return overlay(this.schemas, content.schema, exampleValue(this.schemas.document, content), value);
  }

  /** A change that says REMOVE or DELETE in a member whose schema has that word among its values. */
  private asksForRemoval({ operation, body }: ReadRequest): boolean {
    if (!isObject(body)) return false;
    const contents = Object.values(operation.requestBody?.value.content ?? {});
    const parts = contents.flatMap(({ schema }) => partsOf(this.schemas.document, schema));
    return Object.entries(body).some(
      ([name, value]) =>
        typeof value === "string" &&
        /^(remove|delete)d?$/i.test(value) &&
        partsOf(this.schemas.document, memberIn(parts, name)).some((part) => part.enum?.includes(value)),
    );
  }
}

function scopeOf({ collection }: Store, { values }: ReadRequest): Scope {
  return Object.fromEntries(collection.scope.map((name) => [name, values.get(`path ${name}`) ?? null]));
}

function found(store: Store, scope: Scope, { values }: ReadRequest): Item {
  const name = store.collection.parameter?.name ?? "";
  const id = values.get(`path ${name}`);
  const item = store.get(scope, typeof id === "string" ? id : JSON.stringify(id));
  if (item !== undefined) return item;
  throw new Refusal(404, [`there is nothing with this ${name}`]);
}
