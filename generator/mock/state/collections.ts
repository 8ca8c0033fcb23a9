import type { MediaType, OpenApiDocument, Parameter, Schema } from "../../openapi";
import type { ResolvedOperation } from "../../prepare/operations";
import { jsonContent, successOf } from "../answer/response-of";
import { itemsIn, memberIn, memberNames, partsOf, typesIn } from "../validation/parts";
import type { Collection, List, Role } from "./collection";

/**
 * The collections of a document: a path (`/things`) and that of one of its things (`/things/{id}`), of which one lists or creates; or a
 * path alone that lists in pages, or that lists and creates. README.md has the rules.
 */
export function collectionsOf(document: OpenApiDocument, operations: readonly ResolvedOperation[]): Collection[] {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const candidates = new Set([...paths, ...paths.flatMap((path) => itemPath.exec(path)?.[1] ?? [])]);
  return [...candidates].flatMap((path) => new Derivation(document, operations, path).collection() ?? []);
}

/** `/things/{id}`: the path of a collection, and the parameter. */
const itemPath = /^(.+)\/\{([^{}/]+)\}$/;

class Derivation {
  private readonly own: readonly ResolvedOperation[];
  private readonly ofItem: readonly ResolvedOperation[];

  constructor(
    private readonly document: OpenApiDocument,
    private readonly operations: readonly ResolvedOperation[],
    private readonly path: string,
  ) {
    this.own = operations.filter((operation) => operation.path === path);
    this.ofItem = operations.filter((operation) => itemPath.exec(operation.path)?.[1] === path);
  }

  collection(): Collection | undefined {
    const lister = this.own.find(({ method }) => method === "get");
    const list = lister && this.list(lister);
    const item = this.item(list);
    if (item === undefined) return undefined;
    const identifier = this.identifier(item);
    const creators = this.creators(item, identifier);
    const isKept =
      this.ofItem.length > 0
        ? list !== undefined || creators.length > 0
        : list !== undefined && (list.pagination !== undefined || creators.length > 0);
    if (!isKept) return undefined;
    const roles = new Map<ResolvedOperation, Role>([
      ...(list === undefined ? [] : [[lister!, { kind: "list", ...list }] as const]),
      ...creators.map((operation) => [operation, { kind: "create" }] as const),
      ...this.ofItem.flatMap((operation) => roleOfItem(operation)),
    ]);
    const scope = [...this.path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);
    return { path: this.path, scope, parameter: this.parameter(), item, identifier, roles };
  }

  /** What a GET lists: an array, the `items` of its x-pagination, or the only list among the members of an object. */
  private list(operation: ResolvedOperation): List | undefined {
    const schema = jsonContent(successOf(operation)?.response)?.schema;
    const parts = partsOf(this.document, schema);
    const pagination = operation.operation["x-pagination"];
    if (typesIn(parts).has("array")) return { member: undefined, itemSchema: itemsIn(parts), pagination: undefined };
    const lists = memberNames(parts).filter((name) =>
      typesIn(partsOf(this.document, memberIn(parts, name))).has("array"),
    );
    const member = pagination?.items ?? (lists.length === 1 ? lists[0] : undefined);
    if (member === undefined) return undefined;
    return { member, itemSchema: itemsIn(partsOf(this.document, memberIn(parts, member))), pagination };
  }

  /** As its own GET answers it; else as the list has it; else as another operation on it answers. */
  private item(list: List | undefined): MediaType | undefined {
    const getter = this.ofItem.find(({ method }) => method === "get");
    const others = [...this.ofItem, ...this.own.filter(({ method }) => method === "post")];
    const candidates = [
      getter && jsonContent(successOf(getter)?.response),
      list?.itemSchema === undefined ? undefined : { schema: list.itemSchema },
      ...others.map((operation) => jsonContent(successOf(operation)?.response)),
    ];
    return candidates.find((content) => typesIn(partsOf(this.document, content?.schema)).has("object"));
  }

  private parameter(): Parameter | undefined {
    const operation = this.ofItem[0];
    const name = operation && itemPath.exec(operation.path)?.[2];
    return operation?.parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
  }

  /** The simple member named as the parameter, or as its last word (`slug` of `team_slug`), or `id`. */
  private identifier({ schema }: MediaType): string | undefined {
    const name = this.parameter()?.name ?? "id";
    const lastWord = name
      .split(/[_-]|(?<=[a-z])(?=[A-Z])/)
      .at(-1)!
      .toLowerCase();
    const parts = partsOf(this.document, schema);
    const known = memberNames(parts).filter((member) => {
      const types = typesIn(partsOf(this.document, memberIn(parts, member)));
      return !types.has("object") && !types.has("array");
    });
    return [name, lastWord, "id"].find((candidate) => known.includes(candidate));
  }

  /** A POST to the collection, or to a literal below it, that answers one thing; to the collection itself also one that answers nothing. */
  private creators(item: MediaType, identifier: string | undefined): ResolvedOperation[] {
    const below = this.operations.filter(
      ({ path }) => path.startsWith(`${this.path}/`) && /^[^/{}]+$/.test(path.slice(this.path.length + 1)),
    );
    const answers = (operation: ResolvedOperation): MediaType | undefined =>
      jsonContent(successOf(operation)?.response);
    return [
      ...this.own.filter((operation) => {
        const content = answers(operation);
        if (content === undefined) return operation.requestBody !== undefined;
        const names = memberNames(partsOf(this.document, content.schema));
        return isSame(content.schema, item.schema) || (identifier !== undefined && names.includes(identifier));
      }),
      ...below.filter((operation) => isSame(answers(operation)?.schema, item.schema)),
    ].filter(({ method }) => method === "post");
  }
}

function roleOfItem(operation: ResolvedOperation): [ResolvedOperation, Role][] {
  const kinds = { get: "get", patch: "update", put: "replace", delete: "remove" } as const;
  const kind = Object.hasOwn(kinds, operation.method) ? kinds[operation.method as keyof typeof kinds] : undefined;
  return kind === undefined ? [] : [[operation, { kind }]];
}

/** Whether two schemas are one: by reference, or by value. */
export function isSame(a: Schema | undefined, b: Schema | undefined): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
