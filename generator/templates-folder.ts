import { existsSync } from "node:fs";
import { join } from "node:path";

/** `templates/` of this package, seen from the sources and from what is compiled of them. */
export const templatesFolder: string = [
  join(__dirname, "..", "templates"),
  join(__dirname, "..", "..", "templates"),
].find((folder) => existsSync(join(folder, "client")))!;
