import { parentPort, workerData } from "node:worker_threads";
import { useCompileCache } from "../compile-cache";

const keepCompiled = useCompileCache();
const { loadOpenapiTypescript } = require("./library") as typeof import("./library");
const { makeTypes } = require("./make-types") as typeof import("./make-types");

// Loaded before it is asked for: that is what takes time.
loadOpenapiTypescript();
const { lasts } = workerData as { readonly lasts: boolean };
// A thread that is to answer once ends by itself: the other has no time to end it.
parentPort![lasts ? "on" : "once"]("message", (job: import("./make-types").TypesJob) => {
  parentPort!.postMessage(makeTypes(job));
});
parentPort!.once("message", keepCompiled);
