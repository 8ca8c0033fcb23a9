import type { Rule } from "..";

/** OpenAPI 3.0 and 3.1, said as a string (OpenAPI Object, `openapi`). */
export const checkVersion: Rule = (document, findings) => {
  const value = document as unknown;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    findings.add([], {
      code: "not-openapi",
      message: "this is not an OpenAPI document: it holds no object",
      hint: "Begin with `openapi: 3.1.0`.",
    });
    return;
  }
  const { openapi, swagger } = value as { openapi?: unknown; swagger?: unknown };
  if (typeof openapi === "string" && /^3\.[01](\.\d+)?(-.+)?$/.test(openapi)) return;
  if (swagger !== undefined) {
    const hint = "Convert it to OpenAPI 3 first, for example with swagger2openapi.";
    findings.add(["swagger"], {
      code: "unsupported-version",
      message: "this is a Swagger 2.0 document; OpenAPI 3.0 and 3.1 are supported",
      hint,
      at: "key",
    });
    return;
  }
  if (openapi === undefined) {
    findings.add([], {
      code: "not-openapi",
      message: "this is not an OpenAPI document: it has no `openapi` field",
      hint: "Begin with `openapi: 3.1.0`.",
    });
    return;
  }
  const isText = typeof openapi === "string";
  findings.add(["openapi"], {
    code: "unsupported-version",
    message: isText
      ? `OpenAPI ${JSON.stringify(openapi)} is not supported; 3.0 and 3.1 are`
      : "the version of OpenAPI must be a string",
    hint: isText ? "Use 3.0.x or 3.1.x." : "Write all of it: `openapi: 3.0.3` or `openapi: 3.1.0`.",
  });
};
