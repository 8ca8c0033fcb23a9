import type { Rule } from "..";
import type { SecurityScheme } from "../../openapi";
import { dereference } from "../../references";
import { forEachOperation } from "../operations";

/** A client calls; what the API calls back is not part of it, nor how every scheme of HTTP is made. Said, so that nobody looks for it. */
export const noticeLeftOut: Rule = (document, findings) => {
  const notice = { code: "left-out", severity: "notice", at: "key" } as const;
  for (const name of Object.keys(document.webhooks ?? {})) {
    findings.add(["webhooks", name], {
      ...notice,
      message: `the webhook ${JSON.stringify(name)} is left out: a client does not receive`,
    });
  }
  for (const [name, own] of Object.entries(document.components?.securitySchemes ?? {})) {
    const { type, scheme = "" } = dereference<SecurityScheme>(document, own);
    if (type !== "http" || /^(basic|bearer)$/i.test(scheme)) continue;
    findings.add(["components", "securitySchemes", name], {
      ...notice,
      message: `the client has no option for the HTTP scheme ${JSON.stringify(scheme)}`,
      hint: "A caller gives it as a header, or by a fetch that adds it.",
    });
  }
  forEachOperation(document, (operation, tokens) => {
    for (const name of Object.keys(operation.callbacks ?? {})) {
      findings.add([...tokens, "callbacks", name], {
        ...notice,
        message: `the callback ${JSON.stringify(name)} is left out: a client does not receive`,
      });
    }
  });
};
