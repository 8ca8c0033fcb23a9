// Runs the cases in headless Chromium, on a page that bundles the package by its name, and prints what came of each as JSON:
//   node browser.mjs PATH-OF-CHROMIUM [URL of the mock]
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

/** A browser that asks nobody but us. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const [executablePath, mockUrl] = process.argv.slice(2);
const script = await bundle();
const server = createServer((request, response) => {
  const isScript = request.url === "/cases.js";
  response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
  response.end(isScript ? script : '<!doctype html><script src="/cases.js"></script>');
}).listen(0, "127.0.0.1");
await once(server, "listening");
const profile = await mkdtemp(join(tmpdir(), "chromium-"));
const browser = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: flags });
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(String(error)));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const outcomes = await page.evaluate((url) => globalThis.runAll(url), mockUrl);
  for (const outcome of outcomes) console.log(JSON.stringify(outcome));
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true });
}

/** What is Node's own stays outside: a case that asks for it says `browser: false`. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("browser-page.mjs", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "chrome120",
    external: ["node:*"],
  });
  return outputFiles[0].text;
}
