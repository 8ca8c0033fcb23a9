import { limits } from "./limits";

/** What is wrong, for whoever says where: what reading several files may find, and `check` after it. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export const tooMany: Fault = {
  code: "too-many-files",
  message: `the document has more than ${limits.files} files`,
  hint: "Bundle it into one file first.",
};

export const tooDeep: Fault = {
  code: "too-deep",
  message: `values are nested deeper than ${limits.depth} levels`,
  hint: "Does a reference lead back to where it stands?",
};

export const tooLarge: Fault = {
  code: "too-many-values",
  message: `the document has more than ${limits.values} values`,
  hint: "Make the document smaller: such a one is not read.",
};

export function notAMap(field: string): Fault {
  return {
    code: "structure",
    message: `${field} must be an object`,
    hint: "See the specification, Components Object.",
  };
}

export function unresolved(reference: string): Fault {
  return {
    code: "unresolved-reference",
    message: `${shortened(reference)} does not exist`,
    hint: "Define it, or correct the reference.",
  };
}

export function cycle(reference: string): Fault {
  return {
    code: "reference-cycle",
    message: `${reference} leads back to itself`,
    hint: "One of the references on the way must be a value.",
  };
}

/** As a line can show it. */
export function shortened(reference: string): string {
  return reference.length > 120 ? `${reference.slice(0, 117)}…` : reference;
}
