import { baseUrlOf } from "../prepare/base-url";
import { sameText } from "./compare-annotations";
import type { Comparison, Spot } from "./comparison";
import type { SecurityScheme } from "../openapi";
import { dereference } from "../references";
import { join } from "./flat-schema";
import type { Side } from "./side";

/** What concerns no single operation: where requests go, how tokens are got, what the docs say of the whole. */
export function comparePackage(comparison: Comparison): void {
  compareServers(comparison);
  compareSchemes(comparison);
  compareTexts(comparison);
}

function spotOf(spelled: string): Spot {
  return {
    subject: { kind: "package", name: spelled },
    spelled,
    member: "",
    use: { request: true, response: true },
    kind: "property",
  };
}

function compareServers({ old, new: next, add }: Comparison): void {
  const [before, after] = [old, next].map(({ document }) => baseUrlOf(document));
  if (before === after) return;
  const change = { before: before && before, after: after && after };
  const found = { spot: spotOf("baseUrl"), old: "#/servers", new: "#/servers", ...change } as const;
  const isShown = after === undefined;
  const severity = before === undefined ? "minor" : "major";
  add({ code: "base-url-changed", severity, ...found, shownBy: isShown ? "types" : "document" });
}

/** Schemes that operations of both sides use. */
function compareSchemes({ old, new: next, add }: Comparison): void {
  const [before, after] = [usedSchemes(old), usedSchemes(next)];
  for (const [name, scheme] of before) {
    const other = after.get(name);
    if (other === undefined) continue;
    const pointer = join("#/components/securitySchemes", name);
    const found = { spot: spotOf(name), old: pointer, new: pointer, shownBy: "document" } as const;
    const [was, is] = [factsOf(scheme), factsOf(other)];
    if (was !== is) {
      const severity = scheme.type === other.type ? "minor" : "major";
      add({ code: "security-scheme-changed", severity, ...found, before: was, after: is });
    }
    if (!sameText(scheme.description, other.description))
      add({ code: "description-changed", severity: "patch", ...found });
  }
}

function usedSchemes({ document, operations }: Side): Map<string, SecurityScheme> {
  const names = new Set(
    operations.flatMap(({ security }) => security.flatMap((requirement) => Object.keys(requirement))),
  );
  const schemes = Object.entries(document.components?.securitySchemes ?? {}).filter(([name]) => names.has(name));
  return new Map(schemes.map(([name, scheme]) => [name, dereference<SecurityScheme>(document, scheme)]));
}

/** Kind and addresses; the list of all scopes is no concern of an operation that needs one of them. */
function factsOf({ type, name, in: location, scheme, flows, openIdConnectUrl }: SecurityScheme): string {
  const addresses = Object.entries(flows ?? {}).map(([flow, { authorizationUrl, tokenUrl, refreshUrl }]) =>
    [flow, authorizationUrl, tokenUrl, refreshUrl].filter(Boolean).join(" "),
  );
  const facts = [type, location, name, scheme?.toLowerCase(), openIdConnectUrl, ...addresses.sort()];
  return facts.filter((fact) => fact !== undefined).join(", ");
}

function compareTexts({ old, new: next, add }: Comparison): void {
  const [before, after] = [old.document, next.document];
  const say = (spelled: string, pointer: string): void =>
    add({
      code: "description-changed",
      severity: "patch",
      spot: spotOf(spelled),
      old: pointer,
      new: pointer,
      shownBy: "document",
    });
  if (!sameText(before.info.title, after.info.title)) say("title", "#/info/title");
  if (!sameText(before.info.description, after.info.description)) say("package", "#/info/description");
  const tags = new Map((before.tags ?? []).map((tag) => [tag.name, tag]));
  (after.tags ?? []).forEach((tag, index) => {
    const used = next.names.tags.get(tag.name);
    if (used && tags.has(tag.name) && !sameText(tags.get(tag.name)?.description, tag.description)) {
      say(`client.${used.namespace}`, join("#/tags", String(index), "description"));
    }
  });
}
