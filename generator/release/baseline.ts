import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { rcompare, valid } from "semver";
import { parse } from "yaml";
import type { Configuration } from "../configuration";
import { GenerateError, exitCodes } from "../problem";

/** The newest release: what its document said, and the version that it had. */
export interface Baseline {
  /** How a person would name it: `v0.2.0`, `spec/released.yaml`. */
  readonly name: string;
  readonly version: string;
  readonly document: string;
}

/** First line of `spec/released.yaml`; the rest is the document. */
const header = (version: string): string =>
  `# The document of release ${version}, the newest. Written by \`npm run release:plan\`; never edited.\n`;

/** `since`: a commit or tag; else the newest tag `v*`, else the file beside the document. Throws a `GenerateError` where there is none. */
export function findBaseline(configuration: Configuration, cwd: string, since: string | undefined): Baseline {
  const ref = since ?? newestTag(cwd);
  return ref === undefined ? fromFile(configuration, cwd) : fromCommit(configuration, cwd, ref);
}

/** The file that stands in for a tag in a clone that has none. */
export function releasedFile({ spec }: Configuration): string {
  return join(dirname(spec), "released.yaml");
}

export function releasedText({ version, document }: Baseline): string {
  return header(version) + withoutHeader(document);
}

function newestTag(cwd: string): string | undefined {
  const tags = git(cwd, ["tag", "--list", "v*"])?.split("\n") ?? [];
  return tags.filter((tag) => valid(tag.slice(1)) !== null).sort((a, b) => rcompare(a.slice(1), b.slice(1)))[0];
}

function fromCommit({ spec, file }: Configuration, cwd: string, ref: string): Baseline {
  const show = (path: string): string => {
    const text = git(cwd, ["show", `${ref}:./${relative(cwd, join(cwd, path)).replaceAll("\\", "/")}`]);
    if (text !== undefined) return text;
    throw GenerateError.of(
      exitCodes.inputOutput,
      "no-baseline",
      `${ref} has no ${path}`,
      "Name another commit with --since.",
    );
  };
  const { version } = parse(show(file ?? "codegen.config.yaml")) as { version?: string };
  return { name: ref, version: version ?? "0.1.0", document: show(spec) };
}

function fromFile(configuration: Configuration, cwd: string): Baseline {
  const name = releasedFile(configuration);
  const path = join(cwd, name);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const version = /^# The document of release (\S+),/.exec(text)?.[1];
  if (version !== undefined) return { name, version, document: withoutHeader(text) };
  const hint = `Tag the newest release, name a commit with --since, or begin ${name} with "${header("0.1.0").trim()}".`;
  throw GenerateError.of(
    exitCodes.inputOutput,
    "no-baseline",
    `there is no tag v* and no ${name} to compare with`,
    hint,
  );
}

function withoutHeader(text: string): string {
  return text.replace(/^# The document of release .*\n/, "");
}

/** What git prints; nothing where it fails. */
function git(cwd: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
  } catch {
    return undefined;
  }
}
