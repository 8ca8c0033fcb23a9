// Starts the mock, runs a command with the mock's URL as its last argument, and ends as it ends:
//   node with-mock.mjs COMMAND ARGUMENT…
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../generator/dist/command-line/main.js", import.meta.url));
const spec = fileURLToPath(new URL("../../spec/audiences.yaml", import.meta.url));

const mock = spawn(process.execPath, [program, "mock", "--spec", spec, "--json"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [ready] = await once(mock.stdout, "data");
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, [...args, JSON.parse(ready.toString()).url], { stdio: ["ignore", "inherit", "inherit"] });
try {
  const [code] = await once(child, "close");
  process.exitCode = code ?? 1;
} finally {
  mock.kill();
}
