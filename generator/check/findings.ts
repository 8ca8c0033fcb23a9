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

const severities = ["error", "warning", "notice"] as const;

/** Of one severity: who has mended a thousand runs it again. */
const most = 1_000;

/** Collects what the rules find, each with its place. */
export class Findings {
  private readonly problems: Problem[] = [];
  private readonly counts = { error: 0, warning: 0, notice: 0 };

  constructor(private readonly source: SourceDocument) {}

  get hasErrors(): boolean {
    return this.counts.error > 0;
  }

  /** `tokens`: the way to the value, unencoded: `["paths", "/a", "get"]`. */
  add(tokens: readonly (string | number)[], { code, message, hint, severity = "error", at = "value" }: Finding): void {
    this.counts[severity] += 1;
    if (this.counts[severity] > most) return;
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

  /** In the order of the file; then how many more there are. */
  inOrder(): Problem[] {
    const sorted = [...this.problems].sort(
      (a, b) => a.place!.line - b.place!.line || a.place!.column - b.place!.column,
    );
    return [...sorted, ...severities.flatMap((severity) => this.more(severity))];
  }

  private more(severity: Severity): Problem[] {
    const number = this.counts[severity] - most;
    const message = `${number} more like these are not shown`;
    return number > 0 ? [{ severity, code: "more", message, hint: "Mend these first." }] : [];
  }
}
