import type { TemplateSet } from "./engine";

/** Whether a template reads the `docs` of a view: they are half of `prepare`'s work, and a client alone needs none. */
export function readsDocs({ outputs, partials }: TemplateSet): boolean {
  const texts = [...outputs.map(({ text }) => text), ...partials.values()];
  return texts.some((text) => /\{\{[^}]*\bdocs\b/.test(text));
}
