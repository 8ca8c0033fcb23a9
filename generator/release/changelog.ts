import { gt, valid } from "semver";
import type { Diff } from "../diff";
import { sections } from "../diff/print-markdown";

/**
 * A changelog with the entry of the next version on top. Entries of versions that are newer than the released one are plans, and
 * are written anew; `entry`: none where nothing is to be released.
 */
export function withEntry(changelog: string, released: string, entry: string | undefined): string {
  const [intro, ...entries] = changelog.split(/^(?=## )/m);
  const kept = entries.filter((text) => !isPlanned(text, released));
  const parts = [intro!, ...(entry === undefined ? [] : [entry]), ...kept];
  return `${parts.map((part) => part.trim()).join("\n\n")}\n`;
}

function isPlanned(entry: string, released: string): boolean {
  const version = valid(/^## (\S+)/.exec(entry)?.[1]);
  return version !== null && gt(version, released);
}

/** What a reader of the changelog is told of a version: from which release of the API, and every finding, worst first. */
export function entryOf(version: string, { old, new: next, findings }: Diff): string {
  const from =
    next.version === old.version ? "" : `Made from release ${next.version} of the API, before from ${old.version}.`;
  return [`## ${version}`, ...(from === "" ? [] : [from]), ...sections(findings)].join("\n\n");
}
