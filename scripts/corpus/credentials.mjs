import { createRequire } from "node:module";

const { isBasic, securitySchemes } = createRequire(import.meta.url)("../../generator/dist/security-schemes.js");

/** Options of a client with something for every security scheme of a document; each operation takes what it needs. */
export function credentialsOf(document) {
  const credentials = [...securitySchemes(document)].flatMap(([name, scheme]) => {
    if (scheme.type === "apiKey") return [[name, "key"]];
    return isBasic(scheme) ? [[name, { username: "name", password: "password" }]] : [];
  });
  return {
    accessToken: "token",
    ...(credentials.length === 0 ? {} : { credentials: Object.fromEntries(credentials) }),
  };
}
