// Imports every module below each folder of the folder it is given; prints a JSON object: what happened, by folder.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [root] = process.argv.slice(2);
const prototype = Object.getOwnPropertyNames(Object.prototype).join();
const faults = {};
for (const folder of readdirSync(root)) {
  if (folder === "node_modules") continue;
  faults[folder] = [];
  for (const path of readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith(".js"))) {
    try {
      await import(pathToFileURL(join(root, folder, path)).href);
    } catch (error) {
      faults[folder].push(`${path} can't be imported: ${String(error.message).split("\n")[0]}`);
    }
    if (globalThis.__PWNED__ !== undefined) faults[folder].push(`${path} ran code of the document`);
    delete globalThis.__PWNED__;
    if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype)
      faults[folder].push(`${path} changed Object.prototype`);
  }
}
console.log(JSON.stringify(faults));
