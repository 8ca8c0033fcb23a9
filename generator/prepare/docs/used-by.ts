import { subschemas } from "../open-enums";
import type { OpenApiDocument, Schema } from "../../openapi";
import type { Names } from "../names";
import { schemaName, type ResolvedOperation } from "../operations";
import { link, text } from "./markdown";

/** Who names each schema, as links from its page: operations first, then schemas. */
export function usedBy(
  document: OpenApiDocument,
  operations: readonly ResolvedOperation[],
  names: Names,
  links: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const users = new Map<string, Set<string>>();
  const add = (schema: Schema | undefined, user: string): void => {
    for (const name of namesIn(schema)) users.set(name, (users.get(name) ?? new Set()).add(user));
  };
  for (const operation of operations) {
    const user = link(text(operation.operationId), `../${links.get(operation.operationId)!}`);
    for (const schema of schemasOf(operation)) add(schema, user);
  }
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const user = link(text(name), `${names.schemas.get(name)!.pageStem}.md`);
    if (schemaName(schema) !== undefined) add(schema, user);
    else if (typeof schema === "object")
      subschemas(schema).forEach((part) => {
        add(part, user);
      });
  }
  return new Map([...users].map(([name, set]) => [name, [...set]]));
}

function schemasOf({ parameters, requestBody, responses }: ResolvedOperation): (Schema | undefined)[] {
  const contents = [
    requestBody?.value.content,
    ...responses.map(({ value }) => value.content),
    ...parameters.map(({ content }) => content),
  ];
  return [
    ...parameters.map(({ schema }) => schema),
    ...contents.flatMap((content) => Object.values(content ?? {}).map(({ schema }) => schema)),
  ];
}

/** The components that a schema names, itself or in what it is made of; what they name in turn is theirs. */
function namesIn(schema: Schema | undefined): string[] {
  if (schema === undefined || typeof schema === "boolean") return [];
  const name = schemaName(schema);
  return name === undefined ? subschemas(schema).flatMap(namesIn) : [name];
}
