import Mustache from "mustache";
import { features, fixturePath } from "../../support/fixtures";
import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { normalize } from "../../../generator/normalize";
import { prepare } from "../../../generator/prepare";
import { assertView } from "../../../generator/prepare/assert-view";
import { lintTemplate } from "../../../generator/render/lint-templates";
import { createMustacheEngine } from "../../../generator/render/mustache-engine";
import { readTemplates } from "../../../generator/render/read-templates";
import { templatesFolder } from "../../../generator/templates-folder";
import { root } from "../../support/command";

const lint = (text: string, isPartial = false): string[] =>
  lintTemplate("t", text, { isPartial }).map(
    ({ place, message }) => `${place?.line ?? 0}:${place?.column ?? 0} ${message}`,
  );

describe("the lint of templates", () => {
  it.each([
    ["{{#gen.code}}\n{{name}}\n{{/gen.code}}", "2:1 {{name}} escapes for HTML"],
    ["{{#gen.code}}\n{{&name}}\n{{/gen.code}}", "2:1 {{&name}} is not part of what both engines know"],
    ["{{=<% %>=}}", "1:1 {{=<% %>=}} is not part of what both engines know"],
    ["a {{#gen.code}}\n{{/gen.code}}", "1:3 {{#gen.code}} must stand alone on its line"],
    ["  {{> header}}", "1:3 {{> header}} must begin at the first column"],
    ["{{{appName}}}", "1:1 {{{appName}}} is the engine's own value"],
    ["{{#operations}}\n{{{classname}}}\n{{/operations}}", "2:1 {{{classname}}} is the engine's own value"],
    ["{{#hasAuthMethods}}\n{{/hasAuthMethods}}", "1:1 {{#hasAuthMethods}} is the engine's own value"],
    ["{{#gen.code}}\n{{#a}}\n{{/gen.code}}\n{{/a}}", "3:1 {{/gen.code}} closes {{#a}}"],
    ["{{#gen.code}}", "0:0 templates/t.mustache: {{#gen.code}} is never closed"],
  ])("%j", (text, message) => {
    expect(lint(text)).toContain(message);
  });

  it("finds nothing in what both engines render alike", () => {
    expect(
      lint("{{! why }}\n{{> header}}\n{{#gen.code}}\na {{{name}}} b\n{{^no}}\n-\n{{/no}}\n{{/gen.code}}\n"),
    ).toEqual([]);
    expect(lint("{{{gen.code.name}}}\n")).toEqual([]);
    expect(lint("{{{name}}}\n", true)).toEqual([]);
  });
});

describe("the values that templates read", () => {
  it.each([
    [{ a: [{ b: "" }] }, "gen.a.0.b is an empty string"],
    [{ a: null }, "gen.a is null"],
    [{ a: 1 }, "gen.a is of type number"],
    [{ a: undefined }, "gen.a is of type undefined"],
  ])("%j is refused", (value, message) => {
    expect(() => assertView(value, "gen")).toThrow(message);
  });

  /** An absent member would be looked up further out, and differently by each engine. */
  it.each([...features.map(fixturePath), "spec/audiences.yaml"])(
    "every name in a template is a member: %s",
    async (spec) => {
      const document = normalize(await check(load(spec, { cwd: root })));
      const prepared = prepare(document, { name: "x", version: "1.0.0", hasChangelog: false, hasDocs: true });
      const missing: string[] = [];
      const lookup = jest.spyOn(Mustache.Context.prototype, "lookup").mockImplementation(function (
        this: Mustache.Context,
        name,
      ) {
        const { found, value } = find(this.view, name, this.parent === undefined);
        if (found) return value;
        if (this.parent !== undefined && /^(gen|vendorExtensions)\b/.test(name))
          return this.parent.lookup(name) as unknown;
        missing.push(name);
        return undefined;
      });
      await createMustacheEngine().render(prepared, readTemplates(templatesFolder));
      lookup.mockRestore();
      expect(missing).toEqual([]);
    },
  );
});

function find(view: unknown, name: string, isOutermost: boolean): { found: boolean; value?: unknown } {
  if (name === ".") return { found: true, value: view };
  // Only one of the two skeletons is there in each template.
  if (isOutermost && ["apiInfo", "models", "operations"].includes(name))
    return { found: true, value: (view as Record<string, unknown>)[name] };
  let value = view;
  for (const part of name.split(/\.(?!gen)|(?<=vendorExtensions)\./)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return { found: false };
    value = (value as Record<string, unknown>)[part];
  }
  return { found: true, value };
}
