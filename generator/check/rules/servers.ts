import type { Rule } from "..";
import type { PathItem, Server } from "../../openapi";
import { dereference } from "../../references";
import type { Findings } from "../findings";
import { forEachOperation } from "../operations";

/** A server's URL is one that a client can use: http, https or relative, without credentials, its variables defined. */
export const checkServers: Rule = (document, findings) => {
  const checkAll = (servers: readonly Server[] = [], tokens: readonly string[]): void => {
    servers.forEach((server, index) => {
      checkServer(findings, server, [...tokens, "servers", index]);
    });
  };
  checkAll(document.servers, []);
  for (const [path, item] of Object.entries(document.paths ?? {}))
    checkAll(dereference<PathItem>(document, item).servers, ["paths", path]);
  forEachOperation(document, ({ servers }, tokens) => {
    checkAll(servers, tokens);
  });
};

function checkServer(findings: Findings, server: Server, tokens: readonly (string | number)[]): void {
  const problem = (message: string, hint: string): void => {
    findings.add([...tokens, "url"], { code: "server-url", message, hint });
  };
  const names = [...server.url.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);
  for (const name of names.filter((candidate) => !Object.hasOwn(server.variables ?? {}, candidate))) {
    problem(`the server's URL has {${name}}, which \`variables\` does not define`, "Define it with a default.");
  }
  for (const [name, variable] of Object.entries(server.variables ?? {})) {
    if (typeof variable.default === "string") continue;
    const at = [...tokens, "variables", name, "default"];
    findings.add(at, { code: "server-url", message: "a variable's default is a text", hint: "Write it in quotes." });
    return;
  }
  const url = server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => server.variables?.[name]?.default ?? "x");
  if (!/^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/.test(url)) {
    problem("the server's URL holds a character that a URL can't", "Percent-encode it (RFC 3986, 2).");
    return;
  }
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme))
    problem(`the server's URL has the scheme ${scheme}`, "Use https.");
  else if (!URL.canParse(url, "https://relative.invalid")) problem("the server's URL is not a URL", "See RFC 3986.");
  else checkParts(new URL(url, "https://relative.invalid"), problem);
}

function checkParts(url: URL, problem: (message: string, hint: string) => void): void {
  if (url.username !== "" || url.password !== "")
    problem("the server's URL carries credentials", "Leave them to the caller.");
  if (url.search !== "" || url.hash !== "") problem("the server's URL has a query or a fragment", "Leave both out.");
}
