// The page for the administrator, opened as a file, as it is: it checks the Certificate ID without a
// network, and gives the certificate away unchanged. The domain's tests keep it the present one.

import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { BROWSER, tools } from "../support/browser.js";

const { chromium } = tools("playwright-core");
const PAGE = new URL("../administrator/page.html", import.meta.url).href;
const SAMPLE = fileURLToPath(new URL("../administrator/sample.pem", import.meta.url));
/** What NetSuite gave Oracle's sample. */
const ID = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA";

/** @type {any} */
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser.close());

/** @param {(page: any) => Promise<void>} steps */
async function opened(steps) {
  const context = await browser.newContext({ offline: true, acceptDownloads: true });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (/** @type {any} */ message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (/** @type {any} */ request) => !/^(file|data):/.test(request.url()) && complaints.push(request.url()));
  await page.goto(PAGE);
  await steps(page);
  assert.deepEqual(complaints, []);
  await context.close();
}

test("the right Certificate ID matches, with spaces around it", () =>
  opened(async (page) => {
    await page.fill("#id", `  ${ID} `);
    assert.equal(await page.getAttribute("#result", "data-tone"), "ok");
    assert.match(await page.innerText("#result"), /It matches\. Send it back/);
  }));

test("a wrong one is told with the place where it differs, a short one with its length", () =>
  opened(async (page) => {
    await page.fill("#id", `NPMmRy${ID.slice(6)}`);
    assert.match(await page.innerText("#result"), /differs from the expected ID at character 4/);
    await page.fill("#id", ID.slice(0, 40));
    assert.match(await page.innerText("#result"), /It has 40 characters\. A Certificate ID has 43/);
    await page.fill("#id", "");
    assert.equal(await page.innerText("#result"), "");
  }));

test("the certificate that is saved from the page is the one whose ID is expected", () =>
  opened(async (page) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
    assert.equal(download.suggestedFilename(), "northwind-alumio-public.pem");
    const pem = readFileSync(await download.path(), "utf8");
    assert.equal(createHash("sha256").update(new X509Certificate(pem).raw).digest("base64url"), ID);
    assert.equal(pem, readFileSync(SAMPLE, "utf8"));
  }));

test("each value is copied by its button, in NetSuite's order", () =>
  opened(async (page) => {
    assert.deepEqual(await page.locator("dt").allInnerTexts(), ["Entity", "Role", "Application", "Certificate"]);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click("[data-copy='Alumio M2M']");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "Alumio M2M");
  }));

test("no other script than its own runs on it", () =>
  opened(async (page) => {
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.body.append(script);
      return "ran" in globalThis;
    });
    assert.equal(ran, false);
  }).catch((failed) => assert.match(String(failed), /Content Security Policy/)));
