import type { EncodedBody } from "./body.js";
import type { Read } from "./read-response.js";
import type { RequestParts } from "./request.js";

/** What the runtime must know of an operation to call it; the generated modules have one for each. */
export interface Operation {
  /** Its operationId. */
  readonly id: string;
  readonly method: string;
  /** The path template: `/things/{id}`. */
  readonly path: string;
  readonly parameters?: readonly ParameterDescriptor[];
  readonly body?: BodyDescriptor;
  readonly pagination?: Pagination;
  /** Reads its 2xx answer; without it, what comes is not looked at. */
  readonly read?: Read;
  /** What it asks for, where that is not plain JSON. */
  readonly accept?: string;
  /** Whether it is called without credentials (an empty security requirement). */
  readonly anonymous?: true;
  /** The names of the security schemes that it takes, an alternative each; absent: what the client has. */
  readonly security?: readonly (readonly string[])[];
}

/** A Parameter Object, as far as it says how a value is sent. What is absent has the specification's default. */
export interface ParameterDescriptor {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** The member of the arguments, where it is not `name`. */
  readonly argument?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** For a parameter described by `content`: the media type of its value. */
  readonly mediaType?: string;
  /** What its value may be beside a primitive; absent: nothing else. */
  readonly type?: "array" | "object" | "any";
  /**
   * Makes what is sent of its value; `undefined`: nothing. Absent: it is a primitive in its location's default style. Named
   * here and not found by style, so that a bundle holds only what its operations need; so is `encode` of a body.
   */
  readonly serialize?: (parameter: ParameterDescriptor, value: unknown) => string | undefined;
  /** Where its text goes; absent: into the path or the query. */
  readonly put?: (parts: RequestParts, parameter: ParameterDescriptor, text: string) => void;
}

/** The media type of a request body, and how a value becomes one. */
export interface BodyDescriptor {
  readonly mediaType: string;
  readonly encode: (descriptor: BodyDescriptor, body: unknown) => EncodedBody;
  /** Of a form, by property: what the document says of a field or a part. */
  readonly encoding?: Readonly<Record<string, EncodingDescriptor>>;
}

/** An Encoding Object. With a `style`, a property is sent as a query parameter is; without, by its content type. */
export interface EncodingDescriptor {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** Headers of a part of a multipart body, with the one value that the document lets them have. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** `x-pagination`: the query parameter of the cursor, and the page's properties of items and of the next cursor. */
export interface Pagination {
  readonly parameter: string;
  readonly items: string;
  readonly next: string;
}
