import Mustache from "mustache";
import type { PreparedDocument, PreparedTag, RawFile } from "../flow";
import { withinTime } from "../time-limit";
import type { Engine, Output, TemplateSet } from "./engine";
import { outputPath } from "./output-path";

/** Renders in process, over the same skeleton that openapi-generator hands to a template. */
export function createMustacheEngine(): Engine {
  return {
    name: "mustache",
    render: (document, templates) =>
      Promise.resolve(withinTime("rendering the templates", () => render(document, templates))),
  };
}

function render(document: PreparedDocument, templates: TemplateSet): RawFile[] {
  const writer = new Mustache.Writer();
  const partials = (name: string): string => templates.partials.get(name) ?? "";
  return templates.outputs.flatMap((output) =>
    contextsOf(document, output).map(({ path, context }) => ({
      path,
      text: writer.render(output.text, { ...context, gen: document.package }, partials),
    })),
  );
}

interface Job {
  readonly path: string;
  readonly context: object;
}

function contextsOf(document: PreparedDocument, output: Output): Job[] {
  if (output.per === "tag")
    return document.tags.map((tag) => ({ path: outputPath(output, tag), context: tagSkeleton(tag) }));
  if (output.per === "schema") {
    return document.schemas.map((schema) => ({
      path: outputPath(output, schema),
      context: { models: [modelSkeleton(schema)] },
    }));
  }
  const context = { apiInfo: { apis: document.tags.map(tagSkeleton) }, models: document.schemas.map(modelSkeleton) };
  return [{ path: output.path, context }];
}

function tagSkeleton(tag: PreparedTag): object {
  return { operations: { operation: tag.operations.map((view) => ({ vendorExtensions: { "x-gen": view } })) } };
}

function modelSkeleton(schema: { readonly view: object }): object {
  return { model: { vendorExtensions: { "x-gen": schema.view } } };
}
