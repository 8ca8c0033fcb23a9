import { parseFault, type Fault } from "./fault";

/** The faults that wait for their requests: those that were scripted, in their order, and those that requests bring along. */
export class FaultQueue {
  private waiting: { readonly text: string; readonly fault: Fault; left: number }[] = [];
  private readonly used = new Map<string, number>();

  /** Adds to the script. Gives a sentence for each that can't be understood; then none is added. */
  push(texts: readonly string[]): string[] {
    const parsed = texts.map((text) => ({ text, fault: parseFault(text) }));
    const problems = parsed.flatMap(({ fault }) => (typeof fault === "string" ? [fault] : []));
    if (problems.length > 0) return problems;
    for (const { text, fault } of parsed as { text: string; fault: Fault }[])
      this.waiting.push({ text, fault, left: fault.times });
    return [];
  }

  /** What is left of the script. */
  pending(): { readonly fault: string; readonly left: number }[] {
    return this.waiting.map(({ text, left }) => ({ fault: text, left }));
  }

  clear(): void {
    this.waiting = [];
    this.used.clear();
  }

  /**
   * The fault of a request for an operation. `header`: the one that it brings along, which counts its times by `key`, for a caller
   * who tries again brings it again. Without one, the first of the script that is meant for it.
   */
  take(operation: string, header: string | undefined, key: string): Fault | string | undefined {
    if (header !== undefined) return this.takeOwn(header, key);
    const next = this.waiting.find(({ fault }) => fault.on === undefined || fault.on === operation);
    if (next === undefined) return undefined;
    next.left -= 1;
    if (next.left <= 0) this.waiting = this.waiting.filter((entry) => entry !== next);
    return next.fault;
  }

  private takeOwn(header: string, key: string): Fault | string | undefined {
    const fault = parseFault(header);
    if (typeof fault === "string" || !/(^|;)\s*times\s*=/.test(header)) return fault;
    const count = (this.used.get(`${key} ${header}`) ?? 0) + 1;
    this.used.set(`${key} ${header}`, count);
    return count <= fault.times ? fault : undefined;
  }
}
