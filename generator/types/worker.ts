import { parentPort } from "node:worker_threads";
import { useCompileCache } from "../compile-cache";

const keepCompiled = useCompileCache();
const { loadOpenapiTypescript } = require("./library") as typeof import("./library");
const { makeTypes } = require("./make-types") as typeof import("./make-types");

// Loaded before it is asked for: that is what takes time.
loadOpenapiTypescript();
parentPort!.on("message", (job: import("./make-types").TypesJob) => {
  parentPort!.postMessage(makeTypes(job));
});
parentPort!.once("message", keepCompiled);
