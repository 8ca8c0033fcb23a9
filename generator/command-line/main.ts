#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { useCompileCache } from "../compile-cache";
import { exitCodes } from "../problem";

// Optimise what runs ten times as often as V8 would wait for: compiling costs a short run more than it gains, and a long one less.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=1000000");
const keepCompiled = useCompileCache();

const { runProgram } = require("./program") as typeof import("./program");
void runProgram(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
  keepCompiled();
  // Whatever still watches or listens: who interrupts does not wait.
  if (exitCode === exitCodes.interrupted) process.exit();
});
