import type { Rule } from "..";
import { forEachOperation } from "../operations";

/** A client calls; what the API calls back is not part of it. Said, so that nobody looks for it. */
export const noticeLeftOut: Rule = (document, findings) => {
  const notice = { code: "left-out", severity: "notice", at: "key" } as const;
  for (const name of Object.keys(document.webhooks ?? {})) {
    findings.add(["webhooks", name], {
      ...notice,
      message: `the webhook ${JSON.stringify(name)} is left out: a client does not receive`,
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
