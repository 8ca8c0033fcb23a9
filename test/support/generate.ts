import { join, resolve } from "node:path";
import type { RenderedFile } from "../../generator/flow";
import { generateFiles } from "../../generator/generate";
import type { EngineName } from "../../generator/render/engine";

const root = join(__dirname, "..", "..");

/** The files of a package made from a document, by path; from the sources, in memory. */
export async function generate(
  spec: string,
  options: { engine?: EngineName; name?: string; version?: string } = {},
): Promise<Map<string, string>> {
  const { engine = "mustache", name = "fixture", version = "1.0.0" } = options;
  const configuration = { spec: resolve(root, spec), out: join(root, "generated"), name, version, engine };
  const { files } = await generateFiles(configuration, { offline: true });
  return new Map(files.map(({ path, text }: RenderedFile) => [path, text]));
}
