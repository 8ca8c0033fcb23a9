import type { Problem } from "../problem";
import { matchesNothing } from "./filter";
import { matches, namesOf, objectOf, rawOperations, type RawOperation } from "./operations";
import type { Mount } from "./origins";
import type { Shaping } from "./shaping";

/**
 * Writes `x-pagination` into the operations that rules mean and that have none. A selector with `*` means only those that have the rule's
 * query parameter. `mount`: told where each comes from.
 */
export function paginate(document: unknown, { pagination, locate }: Shaping, mount: Mount): Problem[] {
  const operations = rawOperations(document);
  const names = new Set(operations.flatMap(namesOf));
  return pagination.flatMap(({ operations: selectors, ...rule }, index) =>
    selectors.flatMap((selector, position) => {
      const meant = operations.filter(
        (operation) =>
          namesOf(operation).some((name) => matches(selector, name)) &&
          (!selector.includes("*") || hasParameter(document, operation, rule.parameter)),
      );
      for (const operation of meant.filter(({ value }) => value["x-pagination"] === undefined)) {
        operation.value["x-pagination"] = { ...rule };
        mount(["paths", operation.path, operation.method, "x-pagination"], `/pagination/${index}`);
      }
      const at = `/pagination/${index}/operations/${position}`;
      return meant.length > 0 ? [] : [matchesNothing(selector, names, locate(at))];
    }),
  );
}

function hasParameter(document: unknown, { value, pathItem }: RawOperation, name: string): boolean {
  const lists = [value["parameters"], pathItem["parameters"]].flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  );
  return lists.some((item: unknown) => {
    const reference = objectOf(item)["$ref"];
    const key = typeof reference === "string" ? reference.replace("#/components/parameters/", "") : undefined;
    const components = objectOf(objectOf(document)["components"]);
    const parameter = key === undefined ? objectOf(item) : objectOf(objectOf(components["parameters"])[key]);
    return parameter["name"] === name && parameter["in"] === "query";
  });
}
