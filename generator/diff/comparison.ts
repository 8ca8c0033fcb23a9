import type ts from "typescript";
import { code as codeSpan } from "../prepare/docs/markdown";
import type { Finding, FindingSeverity, Subject } from "./finding";
import { sentences, type FindingCode } from "./sentences";
import type { Side } from "./side";
import type { Surface } from "./surface";
import type { Use } from "./uses";

/** Both sides, and what has been found so far. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly surface: Surface;
  readonly add: (found: Found) => void;
}

/** Where in the package a comparison is: what a finding there is about. */
export interface Spot {
  readonly subject: Subject;
  /** How code spells the subject: `client.audiences.list`, `AudienceRule`. */
  readonly spelled: string;
  readonly member: string;
  readonly use: Use;
  /** What the member is to the subject. */
  readonly kind: "parameter" | "request-body" | "property";
  /** The component that declares the member on both sides, where it is another than the subject: its findings say the same. */
  readonly inheritedFrom?: string;
}

/** A finding before it is put into words. */
export interface Found {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly spot: Spot;
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly shownBy: Finding["shownBy"];
}

/** Puts what was found into words; what a component says already is not said again of the types that hold it. */
export function findingsOf(comparison: Comparison, found: readonly Found[]): Finding[] {
  const said = new Set(
    found.map(({ code, spot }) => `${code} ${spot.subject.kind} ${spot.subject.name} ${spot.member}`),
  );
  const seen = new Set<string>();
  return found.flatMap((one) => {
    const { code, spot } = one;
    if (spot.inheritedFrom !== undefined && said.has(`${code} type ${spot.inheritedFrom} ${lastMember(spot.member)}`))
      return [];
    const key = JSON.stringify([code, spot.subject, spot.member, one.before, one.after]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [inWords(comparison, one)];
  });
}

function lastMember(member: string): string {
  return member.split(".").at(-1)!;
}

function inWords({ old, new: next }: Comparison, found: Found): Finding {
  const { code, severity, spot, shownBy, before, after } = found;
  const subject = codeSpan(spot.spelled);
  const [message, advice] = sentences[code]({
    subject,
    member: codeSpan(spot.member),
    thing: spot.member === "" ? subject : `${codeSpan(spot.member)} of ${subject}`,
    before: before === undefined ? "none" : codeSpan(before),
    after: after === undefined ? "none" : codeSpan(after),
  });
  return {
    ...{ code, severity, subject: spot.subject, member: spot.member, message, advice },
    pointers: given({ old: found.old, new: found.new }),
    places: given({ old: found.old && old.locate(found.old), new: found.new && next.locate(found.new) }),
    ...given({ before, after }),
    shownBy,
  };
}

/** Only what is there. */
function given<T>(members: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, T] => entry[1] !== undefined));
}

/** What a value of the old type meets in the new, and the other way round. */
export interface Fit {
  /** Not every value that could be sent can be sent now. */
  readonly isNarrower: boolean;
  /** Values may be received that could not be received before. */
  readonly isWider: boolean;
}

/** The compiler's word, in both directions. */
export function fitOf({ surface }: Comparison, old: ts.Type, next: ts.Type): Fit {
  return {
    isNarrower: !surface.checker.isTypeAssignableTo(old, next),
    isWider: !surface.checker.isTypeAssignableTo(next, old),
  };
}

/** Narrower breaks who sends, wider breaks who receives; the rest is news. */
export function severityOf({ isNarrower, isWider }: Fit, use: Use): FindingSeverity {
  return (isNarrower && use.request) || (isWider && use.response) ? "major" : "minor";
}
