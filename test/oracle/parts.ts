/* Of nothing, an intersection is the object without members. */
/* eslint-disable @typescript-eslint/no-empty-object-type */

/**
 * What a comparison is written with (comparison.ts). Copied into the program that is judged.
 */

/**
 * A type with other members at some paths, written as members are: `"body.file": Blob` is there, `"body.size?": number` may be there,
 * `"body.id": never` isn't. `"[string]"` is the index signature, `""` the whole; lists are looked through.
 */
export type Amended<T, Changes> = [keyof Changes] extends [never]
  ? T
  : "" extends keyof Changes
    ? Changes[""]
    : T extends readonly (infer Item)[]
      ? Amended<Item, Changes>[]
      : T extends object
        ? Kept<T, Changes> & Required<Changes, keyof T> & Optional<Changes, keyof T>
        : T;

type Kept<T, Changes> = {
  [K in keyof T as IsChanged<K, Changes> extends true ? never : K]: Amended<T[K], Below<Changes, K>>;
};
type IsChanged<K, Changes> = string extends K
  ? IsIn<"[string]", Changes>
  : K extends keyof Changes
    ? true
    : IsIn<`${K & string}?`, Changes>;
type IsIn<Path, Changes> = Path extends keyof Changes ? true : false;
type Required<Changes, Keys> = {
  [
    Path in keyof Changes as Path extends Keys ? ([Changes[Path]] extends [never] ? never : Path) : never
  ]: Changes[Path];
};
type Optional<Changes, Keys> = {
  [Path in keyof Changes as Path extends `${infer Name}?` ? Extract<Name, Keys> : never]?: Changes[Path];
};
type Below<Changes, K> = {
  [Path in keyof Changes as Path extends `${K & string}.${infer Rest}` ? Rest : never]: Changes[Path];
};

/** Every `get /path` of openapi-typescript's `paths`. */
export type OperationsOf<Paths> = {
  [Path in keyof Paths]: {
    [Method in keyof Paths[Path]]-?: [NonNullable<Paths[Path][Method]>] extends [never]
      ? never
      : Paths[Path][Method] extends { responses: unknown }
        ? `${Method & string} ${Path & string}`
        : never;
  }[keyof Paths[Path]];
}[keyof Paths];

/**
 * The arguments of an operation of openapi-typescript's, in one object as ours are: where a name is taken, by `body`, by what every object has,
 * or by a location before it, it is spelled with its own.
 */
export type Arguments<Operation, MediaType> = Operation extends { parameters: infer P }
  ? OrNone<
      At<P, "path", Taken> &
        At<P, "query", Taken | Names<P, "path">> &
        At<P, "header", Taken | Names<P, "path" | "query">> &
        At<P, "cookie", Taken | Names<P, "path" | "query" | "header">> &
        Body<Operation, MediaType>
    >
  : never;

type Taken =
  | ("body" | "constructor" | "hasOwnProperty" | "isPrototypeOf" | "propertyIsEnumerable" | "toLocaleString")
  | ("toString" | "valueOf" | "__proto__" | `__${"define" | "lookup"}${"Getter" | "Setter"}__`);

type In<P, Location> = Location extends keyof P ? NonNullable<P[Location]> : never;
type Names<P, Location> = Location extends keyof P ? KeysOf<NonNullable<P[Location]>> : never;
type KeysOf<T> = [T] extends [never] ? never : keyof T;
type At<P, Location extends string, Names> = [In<P, Location>] extends [never]
  ? {}
  : Spelled<In<P, Location>, Location, Names>;
type Spelled<T, Location extends string, Names> = {
  [K in keyof T as K extends Names ? `${Location}.${K & string}` : K]: T[K];
};
type OrNone<T> = [keyof T] extends [never] ? Record<string, never> : T;

type Body<Operation, MediaType> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[MediaType & keyof Content] }
  : Operation extends { requestBody?: never }
    ? {}
    : Operation extends { requestBody?: { content: infer Content } }
      ? { body?: Content[MediaType & keyof Content] }
      : never;

/** What openapi-typescript has for a response: of all its media types. */
export type Answer<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

/** What our result holds where an answer has a status. */
export type OurAnswer<Result, Status> = Result extends { status: infer S; data: infer Data }
  ? Holds<S, Status, Data>
  : Result extends { status: infer S; error: { body: infer Body } }
    ? Holds<S, Status, Body>
    : never;

type Holds<S, Status, Body> = Status extends S ? Body : never;

/** What a list gives one by one. */
export type ItemOf<List> = List extends AsyncIterable<infer Item> ? Item : never;
