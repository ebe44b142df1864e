// The page for the administrator, opened as a file, as it is: it checks the Certificate ID without a
// network, and gives the certificate away unchanged. The domain's tests keep it the present one.

import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { start } from "../support/browser.js";
import { calls, walk } from "../support/walk.js";

const PAGE = new URL("../administrator/page.html", import.meta.url).href;

const SAMPLE = fileURLToPath(new URL("../administrator/sample.pem", import.meta.url));

/** What NetSuite gave Oracle's sample. */
const ID = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;

before(async () => {
  window = await start();
});

after(() => window.stop());

/** @param {(page: any) => Promise<void>} steps */
async function opened(steps) {
  const context = await window.browser.newContext({ offline: true, acceptDownloads: true });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (/** @type {any} */ message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (/** @type {any} */ request) => !/^(file|data):/.test(request.url()) && complaints.push(request.url()));
  await page.goto(PAGE);
  await steps(page);
  assert.deepEqual(complaints, []);
  await context.close();
}

/** @param {any} page @param {string} command */
const asked = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

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

test("the client handout is saved from step 8 and noted in the history", () =>
  walk("setup-hand-over", async (page) => {
    await page.locator("#save-sheet").click();
    await page.locator(".toast").waitFor();
    assert.match((await page.locator("#announce").textContent()) ?? "", /netsuite-access\.html/);
    await page.locator("#back").click();
    await page.locator(".history").waitFor();
    assert.match((await page.locator(".history-item").first().textContent()) ?? "", /Client handout saved/);
  }));

test("the message for the administrator is copied and saved as a page", () =>
  walk("setup-upload", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#copy-request").click();
    await page.locator(".toast").waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Upload a certificate for Northwind/);
    await page.locator("#save-request").click();
    await page.getByText("Page saved as").first().waitFor();
    assert.deepEqual(await asked(page, "upload_request_save"), [{ id: "northwind", credentialId: "c1" }]);
    const terms = await page.locator("#mapping-fields dt").allInnerTexts();
    assert.deepEqual(terms, ["Entity", "Role", "Application", "Certificate"], "in NetSuite's order");
  }));

test("a vendor's certificate is handed to an administrator without a sign-in", () =>
  walk("upload-vendor-request", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#copy-request").click();
    await page.locator("#request-entity-message .field-message").waitFor();
    assert.deepEqual(await asked(page, "vendor_request_read"), []);
    await page.fill("#request-entity", "Orbit Payroll");
    await page.fill("#request-role", "Payroll Export");
    await page.locator("#copy-request").click();
    await page.locator(".toast").waitFor();
    assert.deepEqual(await asked(page, "vendor_request_read"), [{ id: "northwind", request: { vendor: "Orbit Payroll B.V.", entityName: "Orbit Payroll", roleName: "Payroll Export" } }]);
  }));
