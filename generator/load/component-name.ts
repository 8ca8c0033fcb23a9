import { sep } from "node:path";

/** The last word of the pointer, or the file's name: `Pet` of `common.yaml#/components/schemas/Pet` and of `schemas/Pet.yaml`. */
export function nameOf({ path, pointer }: { readonly path: string; readonly pointer: string }): string {
  const word =
    pointer === ""
      ? path
          .split(sep)
          .at(-1)!
          .replace(/\.[^.]*$/, "")
      : pointer.split("/").at(-1)!;
  return word.replace(/[^A-Za-z0-9._-]+/g, "_") || "part";
}

/** The name, with a number where it is taken. */
export function freeName(name: string, taken: object): string {
  let candidate = name;
  for (let number = 2; Object.hasOwn(taken, candidate); number += 1) candidate = `${name}${number}`;
  return candidate;
}
