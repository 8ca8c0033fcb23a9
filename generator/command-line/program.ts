import { Command, CommanderError, Option } from "commander";
import { GenerateError, exitCodes, type ExitCode } from "../problem";
import { resultAsJson, type CommandResult } from "./result";
import { reportProblems } from "./terminal";

/** A command's own module is loaded when it is called: `--help` and a run that has nothing to do start fast. */
const commands = {
  generate: () => (require("./generate") as typeof import("./generate")).generate,
  check: () => (require("./check") as typeof import("./check")).check,
  validate: () => (require("./validate") as typeof import("./validate")).validate,
  watch: () => (require("./watch") as typeof import("./watch")).watch,
  mock: () => (require("./mock") as typeof import("./mock")).mock,
  diff: () => (require("./diff") as typeof import("./diff")).diff,
  impact: () => (require("./impact") as typeof import("./impact")).impact,
  site: () => (require("./site") as typeof import("./site")).site,
} as const;

type CommandName = keyof typeof commands;

const options = {
  config: () => new Option("--config <file>", "the configuration file"),
  spec: () => new Option("--spec <file>", "the OpenAPI document"),
  out: () => new Option("--out <folder>", "the package's folder"),
  name: () => new Option("--name <name>", "the package's name"),
  engine: () =>
    new Option("--engine <engine>", "what renders the templates; all give the same bytes").choices([
      "auto",
      "openapi-generator",
      "mustache",
    ]),
  only: () => new Option("--only <part>", "make half of the package").choices(["client", "docs"]),
  package: () => new Option("--package <folder>", "the package whose docs are shown"),
  site: () => new Option("--out <folder>", "the site's folder; else site in the package's"),
  force: () => new Option("--force", "overwrite files that generate did not make"),
  offline: () => new Option("--offline", "do without the network"),
  full: () => new Option("--full", "render even where all hashes agree"),
  port: () => new Option("--port <number>", "the port to serve on; one that is free, unless given"),
  consumer: () => new Option("--consumer <folder>", "the folder of the other repository's tsconfig.json"),
  markdown: () => new Option("--markdown", "print Markdown, for a pull request"),
  failOn: () =>
    new Option("--fail-on <severity>", "exit with 1 when callers are reached this far").choices([
      "major",
      "minor",
      "patch",
    ]),
  json: () => new Option("--json", "print one JSON object on stdout"),
} as const;

const flagsOf: Record<
  CommandName,
  {
    readonly description: string;
    /** Words that must be there, by the names under which the command gets them. */
    readonly words?: readonly string[];
    readonly flags: readonly (keyof typeof options)[];
  }
> = {
  generate: {
    description: "make the package",
    flags: ["config", "spec", "out", "name", "engine", "only", "force", "offline"],
  },
  check: {
    description: "compare the package with what would be made; write nothing",
    flags: ["config", "spec", "out", "name", "engine", "full", "offline"],
  },
  validate: { description: "say what is wrong with the document", flags: ["config", "spec"] },
  watch: {
    description: "make the package again whenever an input changes",
    flags: ["config", "spec", "out", "name", "engine", "only", "force", "offline"],
  },
  mock: { description: "serve the document on loopback, for tests and examples", flags: ["config", "spec", "port"] },
  diff: {
    description: "say what a change of the document does to callers",
    words: ["old", "new"],
    flags: ["config", "markdown", "failOn"],
  },
  impact: {
    description: "say which lines of another repository a change of the document breaks",
    words: ["old", "new"],
    flags: ["consumer", "config", "name"],
  },
  site: { description: "make static pages of the package's docs", flags: ["config", "package", "site"] },
};

/** Runs a command line without its first two words; gives the exit code. Everything it has to say is said. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  const asJson = args.includes("--json");
  let command = "audiences-codegen";
  try {
    let result: CommandResult | undefined;
    const program = makeProgram(async (name, flags) => {
      command = name;
      result = await (commands[name]() as (flags: object) => Promise<CommandResult>)(flags);
    });
    if (args.includes("--version")) return printVersions(asJson);
    await program.parseAsync([...args], { from: "user" });
    if (result === undefined) return exitCodes.done;
    const exitCode = print(result, asJson);
    return result.until === undefined ? exitCode : await result.until();
  } catch (error) {
    return fail(error, command, asJson);
  }
}

function makeProgram(run: (name: CommandName, flags: object) => Promise<void>): Command {
  const program = new Command("audiences-codegen")
    .description("Turns an OpenAPI document into a typed client with docs.")
    .option("--version", "print the versions of everything that takes part")
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride();
  for (const name of Object.keys(flagsOf) as CommandName[]) {
    const { description, words = [], flags } = flagsOf[name];
    const command = program.command(name).description(description).exitOverride().allowExcessArguments(false);
    for (const flag of [...flags, "json"] as const) command.addOption(options[flag]());
    for (const word of words) command.argument(`<${word}>`);
    command.action((...given: unknown[]) => {
      const named = Object.fromEntries(words.map((word, index) => [word, given[index]]));
      return run(name, { ...named, ...(given[words.length] as object) });
    });
  }
  return program;
}

function print(result: CommandResult, asJson: boolean): ExitCode {
  if (asJson) process.stdout.write(resultAsJson(result));
  else {
    reportProblems(result.problems);
    process.stdout.write(result.text);
  }
  return result.exitCode;
}

function printVersions(asJson: boolean): ExitCode {
  const { versions } = require("./version") as typeof import("./version");
  const lines = Object.entries(versions()).map(([name, version]) => `${name} ${version}\n`);
  process.stdout.write(asJson ? `${JSON.stringify({ version: 1, versions: versions() }, null, 2)}\n` : lines.join(""));
  return exitCodes.done;
}

/** Commander has printed its own; problems are printed; anything else is a bug of ours, said in one line. */
function fail(error: unknown, command: string, asJson: boolean): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof GenerateError) {
    const { exitCode, problems } = error;
    if (asJson) process.stdout.write(resultAsJson({ command, exitCode, problems, text: "" }));
    else reportProblems(problems);
    return exitCode;
  }
  const message = error instanceof Error ? error.message.split("\n")[0]! : String(error);
  process.stderr.write(`this is a bug of audiences-codegen: ${message}\n`);
  if (process.env["AUDIENCES_CODEGEN_DEBUG"] === "1" && error instanceof Error)
    process.stderr.write(`${error.stack ?? ""}\n`);
  return exitCodes.bug;
}
