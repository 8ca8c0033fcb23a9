import type ts from "typescript";
import type { Schema } from "../openapi";
import type { Comparison, Spot } from "./comparison";
import type { FlatSchema } from "./flat-schema";

/** One value of the package on one side: its type for the compiler, its schema for what types can't show. */
export interface Part {
  readonly type: ts.Type | undefined;
  readonly schema: Schema | undefined;
  readonly pointer: string;
}

/** A part with its schema taken apart. */
export interface Shaped {
  readonly part: Part;
  readonly flat: FlatSchema;
}

/** Without null and undefined. */
export function stripped({ surface }: Comparison, type: ts.Type | undefined): ts.Type | undefined {
  return type && surface.checker.getNonNullableType(type);
}

/** A spot one step further in: what is there is a property, whatever holds it. */
export function inside({ inheritedFrom: _, ...spot }: Spot, member: string): Spot {
  return { ...spot, member, kind: "property" };
}

/** A type as a person would write it. */
export function printed({ surface }: Comparison, type: ts.Type): string {
  const { TypeFormatFlags: flags } = surface.ts;
  const text = surface.checker.typeToString(
    type,
    undefined,
    flags.NoTruncation | flags.UseAliasDefinedOutsideCurrentScope,
  );
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
