import type { PreparedDocument } from "../../flow";
import type { Output, TemplateSet } from "../engine";
import { outputPath } from "../output-path";
import type { Alias } from "./carrier";

/** One template as the JAR gets it, and the files it will make of it. */
export interface Row {
  /** Name in the template folder. */
  readonly template: string;
  readonly text: string;
  /** Its entry under `files`; the three that the host generator has already need none. */
  readonly entry?: { readonly templateType: string; readonly folder: string; readonly destinationFilename: string };
  /** Paths below the JAR's output folder, with where each goes in the package. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

/** The three templates of the host generator `markdown`, which it renders whatever is asked: ours take their names. */
const hosts = {
  package: { template: "README.mustache", from: "README.md" },
  tag: { template: "api.mustache", folder: "api", suffix: ".md" },
  schema: { template: "model.mustache", folder: "model", suffix: ".md" },
} as const;

/** Gives each template a safe name; the first of each kind takes the host's place. A kind without one gets an empty template. */
export function layOut(document: PreparedDocument, { outputs }: TemplateSet, alias: Alias): Row[] {
  const rows = outputs.map((output, index) => {
    const isHost = outputs.findIndex(({ per }) => per === output.per) === index;
    return output.per === "package"
      ? packageRow(output, index, isHost)
      : repeatedRow(document, output, index, isHost, alias);
  });
  const missing = (["package", "tag", "schema"] as const).filter((kind) => !outputs.some(({ per }) => per === kind));
  return [...rows, ...missing.map((kind) => ({ template: hosts[kind].template, text: "", files: [] }))];
}

function packageRow(output: Output, index: number, isHost: boolean): Row {
  if (isHost)
    return {
      template: hosts.package.template,
      text: output.text,
      files: [{ from: hosts.package.from, to: output.path }],
    };
  const name = `row${index}`;
  return {
    template: `${name}.mustache`,
    text: output.text,
    entry: { templateType: "SupportingFiles", folder: "package", destinationFilename: name },
    files: [{ from: `package/${name}`, to: output.path }],
  };
}

/** A file's stem is what the JAR makes of the alias: `Tag01` → `Tag01Api`, `Schema01` as it is. */
function repeatedRow(document: PreparedDocument, output: Output, index: number, isHost: boolean, alias: Alias): Row {
  const isTag = output.per === "tag";
  const { template, folder, suffix } = isHost
    ? hosts[isTag ? "tag" : "schema"]
    : { template: `row${index}.mustache`, folder: `row${index}`, suffix: ".out" };
  const files = isTag
    ? document.tags.map((tag, at) => ({ from: `${folder}/${alias.tag(at)}Api${suffix}`, to: outputPath(output, tag) }))
    : document.schemas.map((schema, at) => ({
        from: `${folder}/${alias.schema(at)}${suffix}`,
        to: outputPath(output, schema),
      }));
  const entry = { templateType: isTag ? "API" : "Model", folder, destinationFilename: suffix };
  return { template, text: output.text, ...(isHost ? {} : { entry }), files };
}
