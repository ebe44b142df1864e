// The browser sign-in, and how its answer comes back: by the app's own links or through a web page, and
// what the screen says where the links don't open. The page that Certdesk saves for a web server is
// opened as it is; the domain's tests keep it the present one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { LANDED, LANDED_ON_PAGE, REDIRECT_URI, WEB_PAGE } from "../fake-backend/certificates.js";
import { start } from "../support/browser.js";
import { calls, walk } from "../support/walk.js";

const PAGE = readFileSync(new URL("../sign-in/page.html", import.meta.url), "utf8");

const QUERY = "?state=pX3vQ0cB7nRk5TqPz0aYdHsL7mGf3cVo&code=0a1b2c&role=3&entity=-5&company=4718203";

/** @param {import("playwright-core").Page} page @param {string} command */
const called = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

// --- the screen ------------------------------------------------------------------------------

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

test("nothing is said to work always, and each browser has its own line", () =>
  walk("sign-in-waiting", async (page) => {
    const text = await page.locator("main").innerText();
    assert.doesNotMatch(text, /always/i);
    const browsers = page.locator("[aria-labelledby=sign-in-browsers]");
    assert.deepEqual(await browsers.locator("dt").allInnerTexts(), ["Chrome, Edge", "Firefox", "Safari"]);
    assert.match(await browsers.innerText(), /stays on NetSuite’s page[\s\S]*nothing to copy/);
  }));

test("who signs in through a web page enters its address once, and finds it on the list for the record", () =>
  walk("sign-in", async (page) => {
    await page.locator("#way-page").check();
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-page-message .field-message").waitFor();
    assert.deepEqual(await called(page, "sign_in_start"), [], "nothing is opened without an address");
    await page.fill("#sign-in-page", "http://127.0.0.1:8080/");
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-page-message .field-message").waitFor();
    assert.match(await page.locator("#sign-in-page-message").innerText(), /NetSuite doesn’t accept http/);
    await page.fill("#sign-in-page", WEB_PAGE);
    assert.equal(await page.locator("#sign-in-fields .copy").first().getAttribute("data-copy"), WEB_PAGE);
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-waiting").waitFor();
    assert.equal((await called(page, "sign_in_start")).at(-1)?.page, WEB_PAGE);
    assert.match(await page.locator("[aria-labelledby=sign-in-steps]").innerText(), /sign-in\.kestrel-consulting\.example/);
    assert.equal(await page.locator("#sign-in-browsers").count(), 0, "it is the same in each browser");
    await page.fill("#landed-address", LANDED_ON_PAGE);
    await page.keyboard.press("Enter");
    await page.locator("#signed-in").waitFor();
  }));

test("a pasted address that holds no answer is told by what it is", () =>
  walk("sign-in-waiting", async (page) => {
    const told = async (/** @type {string} */ address) => {
      await page.fill("#landed-address", address);
      await page.keyboard.press("Enter");
      await page.locator("#landed-address-message .field-message").waitFor();
      return page.locator("#landed-address-message").innerText();
    };
    assert.match(await told("https://4718203.app.netsuite.com/app/login/oauth2/authorize.nl?state=x"), /NetSuite’s own page[\s\S]*nothing to copy/);
    assert.match(await told("https://somewhere.example/?code=1"), /another page[\s\S]*certdesk:\/\/oauth\/callback/);
    await page.fill("#landed-address", LANDED);
    await page.keyboard.press("Enter");
    await page.locator("#signed-in").waitFor();
  }));

test("whoever has nothing to copy goes on with a web page, in one act", () =>
  walk("sign-in-waiting", async (page) => {
    await page.locator("[data-act=sign-in-by-page]").click();
    await page.locator("#sign-in-page").waitFor();
    assert.equal((await called(page, "sign_in_cancel")).length, 1);
    assert.ok(await page.locator("#way-page").isChecked());
    await page.locator("[data-act=sign-in-save-page]").click();
    await page.locator(".toast").waitFor();
    assert.match((await page.locator("#announce").textContent()) ?? "", /certdesk-sign-in\.html/);
  }));

test("a Certdesk that was not installed is made to open the links where the sign-in needs it", () =>
  walk("sign-in-not-installed", async (page) => {
    assert.match(await page.locator("#links-missing").innerText(), /No program opens certdesk:\/\/ links/);
    await page.locator("[data-act=links-register]").click();
    await page.locator("#links-missing").waitFor({ state: "detached" });
    assert.equal((await called(page, "links_register")).length, 1);
  }));

test("the practice account's own page needs no hosting", () =>
  walk("sign-in-page-practice", async (page) => {
    assert.equal(await page.inputValue("#sign-in-page"), "https://sign-in.practice.invalid/certdesk");
    assert.equal(await page.locator("[data-act=sign-in-save-page]").count(), 0);
  }));

test("About says who opens the links, and takes the entry back that was made here", () =>
  walk("about-registered", async (page) => {
    assert.equal(await page.locator("#links-state").getAttribute("data-opened-by"), "this");
    await page.locator("#links-unregister").click();
    await page.locator("#links-state[data-opened-by=none]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "about-links");
    await page.locator("#links-register").click();
    await page.locator("#links-state[data-opened-by=this]").waitFor();
    assert.deepEqual((await calls(page)).map(({ command }) => command).filter((name) => name.startsWith("links_")), ["links_unregister", "links_register"]);
  }));

test("a public client signs in without a secret and without staying signed in", () =>
  walk("sign-in", async (page) => {
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-waiting").waitFor();
    assert.equal(await focused(page), "sign-in-title");
    assert.deepEqual(await called(page, "sign_in_start"), [{ id: "northwind", publicClient: true, clientSecret: null, staySignedIn: false, page: null }]);
  }));

test("a confidential client is asked for its secret once, and it is kept nowhere in the window", () =>
  walk("sign-in", async (page) => {
    await page.locator("#client-confidential").check();
    await page.locator("#sign-in").click();
    await page.locator("#client-secret-message .field-message").waitFor();
    assert.deepEqual(await called(page, "sign_in_start"), [], "nothing is opened without it");
    await page.fill("#client-secret", "s3cret-of-the-record");
    await page.locator("#stay-signed-in").check();
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-waiting").waitFor();
    assert.deepEqual(await called(page, "sign_in_start"), [{ id: "northwind", publicClient: false, clientSecret: "s3cret-of-the-record", staySignedIn: true, page: null }]);
    await page.locator("[data-act=sign-in-cancel]").click();
    await page.locator("#secret-kept").waitFor();
    assert.doesNotMatch(await page.content(), /s3cret-of-the-record/);
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-waiting").waitFor();
    assert.equal((await called(page, "sign_in_start")).at(-1)?.clientSecret, null, "the one in the vault is used");
  }));

test("the pasted address signs in, and the screen says as whom", () =>
  walk("sign-in-waiting", async (page) => {
    await page.fill("#landed-address", LANDED);
    await page.keyboard.press("Enter");
    await page.locator("#signed-in").waitFor();
    assert.deepEqual(await called(page, "sign_in_paste"), [{ id: "northwind", address: LANDED }]);
    assert.match(await page.locator("[data-fact=role]").innerText(), /^3\n/);
    assert.match(await page.locator("[data-fact=entity]").innerText(), /^-5\n/);
    assert.equal(await focused(page), "sign-in-title");
  }));

test("who comes back from the browser is signed in without pressing anything", () =>
  walk("sign-in-waiting", async (page) => {
    await page.waitForFunction(() => globalThis.fakeBackend.calls.some(({ command }) => command === "app_listen"));
    await page.evaluate(() => {
      const { fakeBackend } = globalThis;
      fakeBackend.scene.certificates.access.waiting = null;
      fakeBackend.scene.certificates.access.by = { kind: "sign-in", role: "1042", entity: "1187", account: "4718203", scopes: ["rest_webservices"], expiresAt: "2026-11-20T10:46:00Z", ofAnotherRecord: false };
      fakeBackend.notify({ kind: "signed-in", id: "northwind" });
    });
    await page.locator("#signed-in").waitFor();
    assert.match((await page.locator("#announce").textContent()) ?? "", /^Signed in/);
  }));

test("a sign-in that is refused is told where it is waited for", () =>
  walk("sign-in-waiting", async (page) => {
    await page.waitForFunction(() => globalThis.fakeBackend.calls.some(({ command }) => command === "app_listen"));
    await page.evaluate(() => {
      globalThis.fakeBackend.scene.certificates.access.waiting = null;
      globalThis.fakeBackend.notify({ kind: "sign-in-failed", id: "northwind", failure: { kind: "sign-in-denied" } });
    });
    await page.locator("#sign-in-failure").waitFor();
    assert.equal(await focused(page), "sign-in-failure");
    assert.equal(await page.locator("#notice").count(), 0, "told once");
  }));

test("an answer nobody asked for is told on any screen, and goes when it is closed", () =>
  walk("sign-in-not-asked", async (page) => {
    assert.match((await page.locator("#announce").textContent()) ?? "", /No sign-in was waiting/);
    await page.locator("#notice [data-notice=leave]").click();
    await page.locator("#notice").waitFor({ state: "detached" });
    await page.locator("[data-screen=connections]").waitFor();
  }));

test("the redirect URI is copied whole, and the waiting page is opened again", () =>
  walk("sign-in-waiting", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#sign-in-stays .copy").first().click();
    await page.locator(".copy[data-state=copied]").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), REDIRECT_URI);
    await page.locator("[data-act=sign-in-open]").click();
    assert.equal((await called(page, "sign_in_open")).length, 1);
  }));

test("signing out ends the access, and forgetting the secret keeps the rest", () =>
  walk("sign-in-stays", async (page) => {
    await page.locator("[data-act=sign-in-forget-secret]").click();
    await page.locator("#secret-kept").waitFor({ state: "detached" });
    await page.locator("[data-act=sign-in-end]").click();
    await page.locator("#sign-in").waitFor();
    assert.deepEqual((await calls(page)).map(({ command }) => command).filter((name) => /forget|sign_in_end/.test(name)), ["client_secret_forget", "sign_in_end"]);
  }));

test("the sign-in leads back to where it was asked for", () =>
  walk("list", async (page) => {
    await page.locator("[data-act=open-sign-in]").click();
    await page.locator("[data-screen=sign-in]").waitFor();
    await page.locator("#sign-in-go-on").click();
    await page.locator("[data-screen=certificates] #certificates").waitFor();
  }));

test("where no browser opens the sign-in waits all the same, for the address by hand", () =>
  walk("sign-in-no-browser", async (page) => {
    assert.match(await page.locator("#sign-in-failure").innerText(), /The browser didn’t open/);
    await page.fill("#landed-address", LANDED);
    await page.locator("[data-act=sign-in-paste]").click();
    await page.locator("#signed-in").waitFor();
  }));

test("whoever goes to the sign-in gets it, also where a certificate could ask", () =>
  walk("sign-in-certificate", async (page) => {
    await page.locator("#sign-in").waitFor();
    assert.doesNotMatch(await page.locator("main").innerText(), /Nobody has to sign in/);
    assert.match(await page.locator("#by-certificate").innerText(), /to revoke this certificate/);
  }));

// --- the page for a web server -----------------------------------------------------------------

/** @type {Awaited<ReturnType<typeof start>>} */
let window;

/** @type {import("node:http").Server} */
let server;

/** @type {string} */
let origin;

before(async () => {
  window = await start();
  server = createServer((request, response) => {
    if (request.url?.startsWith("/authorize")) response.setHeader("content-type", "text/html").end("<title>NetSuite</title><form method=post action=/allow><button>Allow</button></form>");
    else if (request.url === "/allow") response.writeHead(303, { location: `certdesk://oauth/callback${QUERY}` }).end();
    else response.setHeader("content-type", "text/html").end(PAGE);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
  origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
});

after(async () => {
  await window.stop();
  server.close();
});

/** @param {string} query @param {(page: import("playwright-core").Page, asked: string[]) => Promise<void>} steps */
async function opened(query, steps) {
  const context = await window.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  /** @type {string[]} */
  const asked = [];
  const complaints = [];
  page.on("request", (/** @type {any} */ request) => asked.push(new URL(request.url()).pathname));
  page.on("console", (/** @type {any} */ message) => message.type() === "error" && !/favicon/.test(message.location().url) && complaints.push(message.text()));
  await page.goto(`${origin}/certdesk${query}`);
  await steps(page, asked);
  assert.deepEqual(complaints, []);
  await context.close();
}

test("the page shows the whole address it was opened with, copies it, and asks nobody for anything", () =>
  opened(QUERY, async (page, asked) => {
    assert.equal(await page.innerText("h1:visible"), "Copy this address into Certdesk");
    assert.equal(await page.inputValue("#address"), `${origin}/certdesk${QUERY}`);
    await page.click("#copy");
    await page.locator("#copied", { hasText: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${origin}/certdesk${QUERY}`);
    assert.equal(await page.getAttribute("#open", "href"), `certdesk://oauth/callback${QUERY}`);
    assert.deepEqual(asked.filter((path) => path !== "/favicon.ico"), ["/certdesk"]);
  }));

test("a refusal is shown for copying as well, and without an answer the page says what it is for", async () => {
  await opened("?error=access_denied&state=pX3vQ0cB7nRk5TqPz0aYdH", async (page) => {
    assert.equal(await page.innerText("h1:visible"), "NetSuite didn’t allow the sign-in");
    assert.match(await page.inputValue("#address"), /error=access_denied/);
  });
  await opened("", async (page) => {
    assert.equal(await page.innerText("h1:visible"), "Certdesk sign-in page");
    assert.equal(await page.locator("#answer").isVisible(), false);
  });
});

test("what an address carries is text on the page, never markup", () =>
  opened("?code=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27&state=%3C/textarea%3E%3Cscript%3E", async (page) => {
    assert.equal(await page.locator("img, #answer script").count(), 0);
    assert.match((await page.getAttribute("#open", "href")) ?? "", /^certdesk:\/\/oauth\/callback\?code=%3Cimg/);
  }));

test("Chromium stays on the page that it was sent away from where no program opens the link", async () => {
  const context = await window.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/authorize`);
  const sentAway = page.waitForResponse((/** @type {any} */ response) => response.url().endsWith("/allow"));
  await page.click("button");
  assert.equal((await sentAway).headers().location, `certdesk://oauth/callback${QUERY}`);
  assert.equal(await page.title(), "NetSuite");
  assert.equal(page.url(), `${origin}/authorize`, "the answer is not in the address bar");
  await context.close();
});
