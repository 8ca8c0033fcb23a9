import type { OpenApiDocument, Operation, Server } from "../../openapi";
import { baseUrlOf } from "../base-url";
import { briefCell } from "./description";
import { code } from "./markdown";

/** Where the document says of none. */
export const anyServer = "https://api.example.com";

/** A line for each server, where there is a choice: more than one, or one with variables. */
export function serverLines({ servers = [] }: OpenApiDocument): string[] {
  const isChoice = servers.length > 1 || servers.some(({ variables = {} }) => Object.keys(variables).length > 0);
  return isChoice ? servers.map(serverLine) : [];
}

function serverLine({ url, description, variables = {} }: Server): string {
  const values = Object.entries(variables).map(([name, { default: value, enum: others = [] }]) => {
    const more = others.filter((other) => other !== value);
    return `${code(`{${name}}`)} is ${value === "" ? "empty" : code(value)}${more.length === 0 ? " by default" : `, or ${more.map(code).join(", ")}`}`;
  });
  const notes = [...(description === undefined ? [] : [briefCell(description).replace(/\.$/, "")]), ...values];
  return `${code(url)}${notes.length === 0 ? "" : `: ${notes.join("; ")}`}`;
}

/** Of an operation, where it is not the base URL of the others (normalize): with its variables at their defaults. */
export function ownServer({ servers = [] }: Operation): string | undefined {
  return baseUrlOf({ servers }) ?? servers[0]?.url;
}
