import type { SourceDocument } from "../flow";
import { pointerOf } from "../load/origins";
import type { Problem, Severity } from "../problem";

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
  /** Whether the place is that of the member's key rather than of its value. */
  readonly at?: "key" | "value";
}

/** Collects what the rules find, each with its place. */
export class Findings {
  private readonly problems: Problem[] = [];

  constructor(private readonly source: SourceDocument) {}

  get hasErrors(): boolean {
    return this.problems.some(({ severity }) => severity === "error");
  }

  /** `tokens`: the way to the value, unencoded: `["paths", "/a", "get"]`. */
  add(tokens: readonly (string | number)[], { code, message, hint, severity = "error", at = "value" }: Finding): void {
    const { pointer: inFile, ...place } = this.source.locate(pointerOf(tokens), at);
    this.problems.push({
      severity,
      code,
      message,
      pointer: `#${inFile}`,
      place,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  /** In the order of the file. */
  inOrder(): Problem[] {
    return [...this.problems].sort((a, b) => a.place!.line - b.place!.line || a.place!.column - b.place!.column);
  }
}
