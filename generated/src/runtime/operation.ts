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
  /** Whether it is called without credentials (an empty security requirement). */
  readonly anonymous?: true;
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
}

/** The media type of a request body, and what is said of the parts of a form. */
export interface BodyDescriptor {
  readonly mediaType: string;
  readonly encoding?: Readonly<Record<string, { readonly contentType?: string }>>;
}

/** `x-pagination`: the query parameter of the cursor, and the page's properties of items and of the next cursor. */
export interface Pagination {
  readonly parameter: string;
  readonly items: string;
  readonly next: string;
}
