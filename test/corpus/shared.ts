import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/command";

/** Facts and documents that are not the repository's: `../shared`, where it is there. */
export const shared = join(root, "..", "shared");

/** `describe`, or its skipping twin where `../shared` is not there. */
export const withShared = existsSync(join(shared, "hostile", "index.json")) ? describe : describe.skip;
