import type { Located } from "../flow";
import type { Place } from "../problem";

/** A text that knows where the values in it are. */
interface Locatable {
  readonly locate: (pointer: string, at: "key" | "value") => Place;
}

interface Origin {
  readonly file: Locatable;
  /** Where it stands in its file. */
  readonly pointer: string;
}

/** Says that the value at `tokens` of the document is the one at `pointer` of a file; `moved`: that it was at `from` before. */
export interface Mount {
  (tokens: readonly (string | number)[], pointer: string): void;
  readonly moved: (from: readonly (string | number)[], to: readonly (string | number)[]) => void;
}

/** Which file each part of a document came from, and where it stands there. What is not said came from the entry file. */
export class Origins {
  private readonly mounts = new Map<string, Origin>();

  constructor(entry: Locatable) {
    this.mounts.set("", { file: entry, pointer: "" });
  }

  /** Says that the value at `at` of the document is the one at `pointer` of `file`. */
  add(at: string, file: Locatable, pointer: string): void {
    this.mounts.set(at, { file, pointer });
  }

  /** `add`, for what comes from one file. */
  mountOf(file: Locatable): Mount {
    const mount = (tokens: readonly (string | number)[], pointer: string): void => {
      this.add(pointerOf(tokens), file, pointer);
    };
    const moved = (from: readonly (string | number)[], to: readonly (string | number)[]): void => {
      this.mounts.set(pointerOf(to), this.originOf(pointerOf(from)));
    };
    return Object.assign(mount, { moved });
  }

  /** The place of a value of the document, and its pointer there. */
  locate(pointer: string, at: "key" | "value" = "value"): Located {
    const origin = this.originOf(pointer);
    return { ...origin.file.locate(origin.pointer, at), pointer: origin.pointer };
  }

  private originOf(pointer: string): Origin {
    let mount = pointer;
    while (!this.mounts.has(mount)) mount = mount.slice(0, mount.lastIndexOf("/"));
    const { file, pointer: base } = this.mounts.get(mount)!;
    return { file, pointer: base + pointer.slice(mount.length) };
  }
}

/** The JSON pointer (RFC 6901) of a way through a document. */
export function pointerOf(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
