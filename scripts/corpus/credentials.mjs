import { createRequire } from "node:module";

const { dereference } = createRequire(import.meta.url)("../../generator/dist/references.js");

/** Options of a client with something for every security scheme of a document; each operation takes what it needs. */
export function credentialsOf(document) {
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  const credentials = schemes.flatMap(([name, own]) => {
    const { type, scheme } = dereference(document, own);
    if (type === "apiKey") return [[name, "key"]];
    return type === "http" && /^basic$/i.test(scheme) ? [[name, { username: "name", password: "password" }]] : [];
  });
  return {
    accessToken: "token",
    ...(credentials.length === 0 ? {} : { credentials: Object.fromEntries(credentials) }),
  };
}
