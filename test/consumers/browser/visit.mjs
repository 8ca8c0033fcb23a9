// Opens the page in the Chromium of this system, and prints what its title becomes.
import { chromium } from "playwright-core";

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.goto(process.env.PAGE);
  await page.waitForFunction("document.title !== ''", undefined, { timeout: 20_000 });
  console.log(await page.title());
} finally {
  await browser.close();
}
