import type { Json, MediaType, OpenApiDocument } from "../../openapi";
import { exampleValue } from "../answer/response-of";
import { Refusal } from "../answer/answer";
import { parameterExample } from "../../prepare/docs/operation-examples";
import type { ResolvedOperation } from "../../prepare/operations";
import { memberIn, memberNames, partsOf, typesIn } from "../validation/parts";
import type { Schemas } from "../validation/schemas";
import type { Item, List } from "./collection";
import { readCursor, writeCursor } from "./cursor";
import { isObject } from "./overlay";

/** What a list is asked for. */
export interface PageRequest {
  readonly operation: ResolvedOperation;
  readonly list: List;
  readonly content: MediaType;
  /** By location and name, `query page_size`. */
  readonly values: ReadonlyMap<string, Json>;
  /** Names the list that cursors belong to. */
  readonly key: string;
  /** Has a cursor come back: `repeat`, the one that was given; `cycle`, the first of all. */
  readonly bookmark?: "repeat" | "cycle" | undefined;
}

/** How many items a page has where the document doesn't say. */
const ordinarySize = 25;
const sizeNames = /^(page_?size|per_?page|limit|count|max_?results|max_?items|size|top|first)$/i;

/** The items asked for, in the order asked for, and the cursor of the next page, if there is one. */
export function selectItems(
  schemas: Schemas,
  items: readonly Item[],
  request: PageRequest,
): { readonly items: readonly Item[]; readonly next: string | undefined } {
  const isDescending = orderOf(request) === "descending";
  const key = `${request.key} ${isDescending ? "descending" : "ascending"}`;
  const after = startOf(schemas.document, request, key);
  const filters = filtersOf(schemas, request);
  const matching = items.filter(
    ({ value }) => !isObject(value) || filters.every(([name, wanted]) => value[name] === wanted),
  );
  const ordered = isDescending ? matching.reverse() : matching;
  const rest = ordered.filter(
    ({ sequence }) => after === undefined || (isDescending ? sequence < after : sequence > after),
  );
  const size = sizeOf(request);
  const page = rest.slice(0, size);
  const hasNext = request.list.pagination !== undefined && rest.length > page.length;
  const next = hasNext ? writeCursor({ list: key, after: page.at(-1)!.sequence }) : undefined;
  return { items: page, next: bent(request, key, size, ordered, next) };
}

/** The page as the document has it, its items and its cursor put in; the cursor is null, else absent, else empty at the end. */
export function pageValue(
  schemas: Schemas,
  { list, content }: PageRequest,
  items: readonly Json[],
  next: string | undefined,
): Json {
  if (list.member === undefined) return [...items];
  const example = exampleValue(schemas.document, content);
  const members = { ...(isObject(example) ? example : {}), [list.member]: [...items] };
  const name = list.pagination?.next;
  if (name === undefined) return members;
  if (next !== undefined) return { ...members, [name]: next };
  const { [name]: _last, ...without } = members;
  const ends: Json[] = [{ ...members, [name]: null }, without];
  return ends.find((end) => schemas.fits(content.schema, "response", end)) ?? { ...members, [name]: "" };
}

/** A fault of cursors: the same again, or from the third page back to the first cursor. */
function bent(
  { bookmark, list, values }: PageRequest,
  key: string,
  size: number,
  ordered: readonly Item[],
  next: string | undefined,
): string | undefined {
  const given = values.get(`query ${list.pagination?.parameter ?? ""}`);
  if (bookmark === undefined || typeof given !== "string") return next;
  if (bookmark === "repeat") return given;
  const first = ordered[size - 1] && writeCursor({ list: key, after: ordered[size - 1]!.sequence });
  return given === first ? next : first;
}

/** Where a page begins. What the docs' calls have for a cursor begins at the start, so that they work. */
function startOf(document: OpenApiDocument, { operation, list, values }: PageRequest, key: string): number | undefined {
  const name = list.pagination?.parameter;
  const given = values.get(`query ${name ?? ""}`);
  if (name === undefined || given === undefined || given === "") return undefined;
  const parameter = operation.parameters.find((own) => own.in === "query" && own.name === name)!;
  if (given === parameterExample(document, parameter)) return undefined;
  const cursor = typeof given === "string" ? readCursor(given, key) : undefined;
  if (cursor === undefined)
    throw new Refusal(400, [`the query parameter ${name} is no cursor that this list gave out`]);
  return cursor.after;
}

/** By a query parameter whose enum has a word for descending. */
function orderOf({ operation, values }: PageRequest): "ascending" | "descending" {
  const isOrder = operation.parameters.some(({ in: location, name }) => {
    const value = values.get(`query ${name}`);
    return location === "query" && typeof value === "string" && /^desc(ending)?$/i.test(value);
  });
  return isOrder ? "descending" : "ascending";
}

function sizeOf({ operation, values, list }: PageRequest): number {
  const parameter = operation.parameters.find(({ in: location, name }) => location === "query" && sizeNames.test(name));
  const value = parameter && values.get(`query ${parameter.name}`);
  if (typeof value === "number" && value > 0) return value;
  const schema = parameter?.schema;
  const fallback = typeof schema === "object" && typeof schema.default === "number" ? schema.default : ordinarySize;
  return list.pagination === undefined && value === undefined ? Infinity : fallback;
}

/** What selects items: query parameters that are given, and named as a simple member of the items. */
function filtersOf({ document }: Schemas, { list, values, operation }: PageRequest): [name: string, wanted: Json][] {
  const parts = partsOf(document, list.itemSchema);
  const members = memberNames(parts);
  return operation.parameters.flatMap(({ in: location, name }): [string, Json][] => {
    const wanted = location === "query" ? values.get(`query ${name}`) : undefined;
    if (wanted === undefined || !members.includes(name)) return [];
    const types = typesIn(partsOf(document, memberIn(parts, name)));
    return types.has("array") || types.has("object") ? [] : [[name, wanted]];
  });
}
