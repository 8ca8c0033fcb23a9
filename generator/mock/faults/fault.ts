/** What goes wrong with one answer, on purpose. README.md says what each does on the wire. */
export interface Fault {
  /** Milliseconds before anything is answered. */
  readonly delay?: number;
  readonly status?: number;
  /** The header's value; `date+5`: five seconds from when it is sent, as a date. */
  readonly retryAfter?: string;
  /** `before`: the operation is not performed; `after`: it is, and nothing is answered; `body`: half of the body is. */
  readonly reset?: "before" | "after" | "body";
  readonly body?: "truncated" | "cut" | "html" | "empty" | "oversize";
  /** Bytes of an oversize body. */
  readonly size?: number;
  /** An oversize body is compressed. */
  readonly gzip?: boolean;
  readonly bookmark?: "repeat" | "cycle";
  /** Milliseconds between one byte and the next. */
  readonly drip?: number;
  readonly redirect?: string;
  /** How many requests it happens to. */
  readonly times: number;
  /** Only requests for this operationId, or for `token`. */
  readonly on?: string;
}

/** Key, and what its value must be; the reader gives the member of the fault. */
const keys: Readonly<Record<string, (value: string) => Partial<Fault> | undefined>> = {
  delay: (value) => numberUpTo(value, 600_000, (delay) => ({ delay })),
  status: (value) => (/^[2-5]\d\d$/.test(value) ? { status: Number(value) } : undefined),
  "retry-after": (value) => ({ retryAfter: value }),
  reset: (value) => oneOf(["before", "after", "body"] as const, value, (reset) => ({ reset })),
  body: (value) => oneOf(["truncated", "cut", "html", "empty", "oversize"] as const, value, (body) => ({ body })),
  size: (value) => numberUpTo(value, 1e11, (size) => ({ size })),
  gzip: (value) => oneOf(["true", "false"] as const, value, (gzip) => ({ gzip: gzip === "true" })),
  bookmark: (value) => oneOf(["repeat", "cycle"] as const, value, (bookmark) => ({ bookmark })),
  drip: (value) => numberUpTo(value, 60_000, (drip) => ({ drip })),
  redirect: (value) => (/^[\x21-\x7e]+$/.test(value) ? { redirect: value } : undefined),
  times: (value) => numberUpTo(value, 1e9, (times) => ({ times })),
  on: (value) => ({ on: value }),
};

/** `status=503; retry-after=2; times=1` → a fault; a sentence where it can't be understood. */
export function parseFault(text: string): Fault | string {
  const fault: Fault = { times: 1 };
  const parts = text.split(";").map((part) => part.trim());
  for (const part of parts.filter((own) => own !== "" && own !== "none")) {
    const [key = "", ...rest] = part.split("=");
    const read = Object.hasOwn(keys, key.trim()) ? keys[key.trim()] : undefined;
    if (read === undefined)
      return `there is no fault ${JSON.stringify(key.trim())}; known: ${Object.keys(keys).join(", ")}`;
    const member = read(rest.join("=").trim());
    if (member === undefined) return `the fault ${key.trim()} does not take this value`;
    Object.assign(fault, member);
  }
  return fault;
}

function numberUpTo<T>(value: string, most: number, give: (number: number) => T): T | undefined {
  return /^\d+$/.test(value) && Number(value) <= most ? give(Number(value)) : undefined;
}

function oneOf<const T extends string, R>(values: readonly T[], value: string, give: (value: T) => R): R | undefined {
  const found = values.find((own) => own === value);
  return found === undefined ? undefined : give(found);
}

/** The header's value now. Seconds and dates as RFC 9110 §10.2.3 has them; anything else as it is. */
export function retryAfterText(retryAfter: string, now = new Date()): string {
  const [, seconds] = /^date([+-]\d+)?$/.exec(retryAfter) ?? [retryAfter, undefined];
  if (!/^date([+-]\d+)?$/.test(retryAfter)) return retryAfter.replace(/[^\t\x20-\x7e]/g, "?");
  return new Date(now.getTime() + Number(seconds ?? 0) * 1000).toUTCString();
}
