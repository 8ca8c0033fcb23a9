import { readsDocs } from "../../../generator/render/reads-docs";
import { readTemplates } from "../../../generator/render/read-templates";
import { partOf, type Part } from "../../../generator/part";
import { templatesFolder } from "../../../generator/templates-folder";

const all = readTemplates(templatesFolder);
const half = (part: Part): typeof all => ({ ...all, outputs: all.outputs.filter(({ path }) => partOf(path) === part) });

describe("whether templates read docs", () => {
  it.each([
    ["all", all, true],
    ["docs", half("docs"), true],
    ["client", half("client"), false],
  ])("ours: %s", (_, templates, wanted) => {
    expect(readsDocs(templates)).toBe(wanted);
  });

  it.each([
    ["{{#docs}}\n{{{title}}}\n{{/docs}}\n", true],
    ["{{{gen.docs.name}}}", true],
    ["{{#vendorExtensions.x-gen.docs}}", true],
    ["see docs/README.md, {{{name}}}", false],
  ])("a partial of the user's own: %j", (text, wanted) => {
    expect(readsDocs({ ...half("client"), partials: new Map([["own", text]]) })).toBe(wanted);
  });
});
