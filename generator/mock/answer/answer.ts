/** What is sent for a request, unless a fault has something else in mind. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

/** Ends the handling of a request: a status, and what is wrong, in sentences for a person. No value of the request is in them. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    readonly problems: readonly string[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problems.join("; "));
  }
}
