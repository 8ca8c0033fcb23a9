import type { Located } from "../flow";
import type { LoadedFile } from "./read-file";

interface Origin {
  readonly file: LoadedFile;
  /** Where it stands in its file. */
  readonly pointer: string;
}

/** Which file each part of a document came from, and where it stands there. What is not said came from the entry file. */
export class Origins {
  private readonly mounts = new Map<string, Origin>();

  constructor(entry: LoadedFile) {
    this.mounts.set("", { file: entry, pointer: "" });
  }

  /** Says that the value at `at` of the document is the one at `pointer` of `file`. */
  add(at: string, file: LoadedFile, pointer: string): void {
    this.mounts.set(at, { file, pointer });
  }

  /** The place of a value of the document, and its pointer there. */
  locate(pointer: string, at: "key" | "value" = "value"): Located {
    let mount = pointer;
    while (!this.mounts.has(mount)) mount = mount.slice(0, mount.lastIndexOf("/"));
    const { file, pointer: base } = this.mounts.get(mount)!;
    const inFile = base + pointer.slice(mount.length);
    return { ...file.locate(inFile, at), pointer: inFile };
  }
}
