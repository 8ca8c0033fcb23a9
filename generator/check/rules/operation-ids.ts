import type { Rule } from "..";
import { forEachOperation } from "../operations";

/** "The operationId … MUST be unique among all operations" (Operation Object); at least one operation is worth a client. */
export const checkOperationIds: Rule = (document, findings) => {
  const first = new Map<string, readonly string[]>();
  let count = 0;
  forEachOperation(document, (operation, tokens) => {
    count += 1;
    const { operationId } = operation;
    if (operationId === undefined) return;
    const other = first.get(operationId);
    if (other === undefined) return void first.set(operationId, tokens);
    const message = `the operationId ${JSON.stringify(operationId)} belongs to ${other[2]!.toUpperCase()} ${other[1]!} already`;
    findings.add([...tokens, "operationId"], {
      code: "duplicate-operation-id",
      message,
      hint: "Give each operation an id of its own.",
    });
  });
  if (count === 0)
    findings.add(["paths"], {
      code: "no-operations",
      message: "the document describes no operation",
      hint: "Add a path.",
    });
};
