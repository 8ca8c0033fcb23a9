import { parentPort } from "node:worker_threads";
import { loadOpenapiTypescript } from "./library";
import { makeTypes, type TypesJob } from "./make-types";

// Loaded before it is asked for: that is what takes time.
loadOpenapiTypescript();
parentPort!.once("message", (job: TypesJob) => parentPort!.postMessage(makeTypes(job)));
