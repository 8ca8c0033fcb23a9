// Runs commands where every address leads back here, and notes who asks for one. In a network of its own (`unshare --user --map-root-user
// --net`): standard input has the jobs, `[{ cwd, command }]`; standard output gets `{ asked, runs: [{ code, said }] }`.
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

const asked = [];
const ports = [80, 443, 18099];

for (const command of ["link set lo up", "route add local default dev lo"]) {
  const { status, stderr } = spawnSync("ip", command.split(" "), { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${command}: ${stderr}`);
}
for (const port of ports) {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (bytes) => {
      asked.push(`port ${port}: ${bytes.toString("latin1").split("\r\n")[0]}`);
      socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
  });
  await once(server.listen(port, "0.0.0.0"), "listening");
  server.unref();
}
// Whoever looks for a name asks here: the first label stands at the thirteenth byte, after its length.
const names = createSocket("udp4", (bytes) =>
  asked.push(`name ${bytes.subarray(13, 13 + bytes[12]).toString("latin1")}`),
);
await once(names.bind(53), "listening");
names.unref();

const jobs = JSON.parse(readFileSync(0, "utf8"));
const runs = [];
let next = 0;
const worker = async () => {
  for (let index = next++; index < jobs.length; index = next++) runs[index] = await run(jobs[index]);
};
await Promise.all([worker(), worker()]);
process.stdout.write(JSON.stringify({ asked, runs }), () => process.exit());

async function run({ cwd, command: [program, ...args] }) {
  const child = spawn(program, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
    killSignal: "SIGKILL",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  return { code, said };
}
