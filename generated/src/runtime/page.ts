import { call } from "./call.js";
import { ClientError, InvalidArgumentError } from "./errors.js";
import type { Operation, Pagination } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { Transport } from "./transport.js";

type Fetch<Page> = (cursor: unknown) => Promise<Page>;

/** Calls a list: await it for a page, iterate it for the items of all pages. */
export function page<Page, Item>(
  transport: Transport,
  operation: Operation,
  args: object,
  options?: CallOptions,
): PagePromise<Page, Item> {
  const pagination = operation.pagination!;
  const fetchPage: Fetch<Page> = (cursor) =>
    call(transport, operation, cursor === undefined ? args : { ...args, [pagination.parameter]: cursor }, options);
  return new PagePromise<Page, Item>(fetchPage, pagination, operation.id);
}

/** The pages of a list do not lead to an end. */
export class PaginationError extends ClientError {
  override get name(): string {
    return "PaginationError";
  }

  declare protected readonly paginationError: true;
}

/**
 * The promise of a page that is also the way to the others. The first request is sent on first use, and once: awaiting it twice, or
 * awaiting and then iterating, sends no more.
 */
export class PagePromise<Page, Item> extends Promise<Page> implements AsyncIterable<Item> {
  /** What `then` and its like return is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #fetchPage: Fetch<Page>;
  readonly #pagination: Pagination;
  readonly #operationId: string;
  #first: Promise<Page> | undefined;

  /** For the runtime: a list's functions make these. */
  constructor(fetchPage: Fetch<Page>, pagination: Pagination, operationId: string) {
    // The base's own state is never asked for: `then` leads to the first page.
    super((resolve) => {
      resolve(undefined as never);
    });
    this.#fetchPage = fetchPage;
    this.#pagination = pagination;
    this.#operationId = operationId;
  }

  override then<Fulfilled = Page, Rejected = never>(
    onFulfilled?: ((page: Page) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#firstPage().then(onFulfilled, onRejected);
  }

  /** The pages, one request each; leaving the loop sends no more. Throws a `PaginationError` when a cursor comes back. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const cursors = new Cursors();
    let current = await this.#firstPage();
    for (;;) {
      yield current;
      const cursor = (current as Record<string, unknown> | undefined)?.[this.#pagination.next];
      if (cursor === undefined || cursor === null || cursor === "") return;
      if (cursors.repeats(cursor))
        throw new PaginationError(`${this.#operationId}: the API gave the same ${this.#pagination.next} twice`);
      current = await this.#fetchPage(cursor);
    }
  }

  /** The items of all pages, a page at a time in memory. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const current of this.pages()) yield* this.#itemsOf(current);
  }

  /** The items of all pages in a list, `limit` at most. */
  async toArray({ limit }: { readonly limit: number }): Promise<Item[]> {
    if (!(limit > 0)) throw new InvalidArgumentError("limit", "limit must be a number above 0");
    const items: Item[] = [];
    for await (const item of this) {
      items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }

  #firstPage(): Promise<Page> {
    this.#first ??= this.#fetchPage(undefined);
    return this.#first;
  }

  #itemsOf(current: Page): Item[] {
    const items = (current as Record<string, unknown> | undefined)?.[this.#pagination.items];
    if (Array.isArray(items)) return items as Item[];
    throw new PaginationError(`${this.#operationId}: the page has no list ${this.#pagination.items}`);
  }
}

/**
 * The cursors of a list: the last hundred, and one of long ago. Any circle comes back to one of them: a short one at once, a long one
 * after a few rounds (Brent's way of finding cycles); and the memory does not grow with the list.
 */
class Cursors {
  readonly #recent: unknown[] = [];
  #landmark: unknown;
  #next = 1;
  #count = 0;

  /** Whether a cursor was there before; remembers it. */
  repeats(cursor: unknown): boolean {
    if (this.#recent.includes(cursor) || (this.#count > 0 && cursor === this.#landmark)) return true;
    this.#count += 1;
    if (this.#count === this.#next) {
      this.#landmark = cursor;
      this.#next *= 2;
    }
    if (this.#recent.push(cursor) > 100) this.#recent.shift();
    return false;
  }
}
