// What a person does with NetSuite's list, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { idWithEnd } from "../../../ui/screens/certificates/revoke-dialog.js";
import { Rows } from "../../../ui/screens/certificates/rows.js";
import { fingerprint } from "../../../ui/screens/certificates/vendor-upload-form.js";
import { LANDED, manyRows, row } from "../fake-backend/certificates.js";
import { EXPECTED_ID, OLD_ID } from "../fake-backend/fixtures.js";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page @param {string} command */
const called = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

/** What is shown of each row, by its state attribute. @param {import("playwright-core").Page} page @param {string} attribute */
const shown = (page, attribute) => page.locator("#certificates tbody tr").evaluateAll((rows, name) => rows.map((row) => row.getAttribute(name)), attribute);

test("the list is read once signed in, in place", () =>
  walk("list-signed-out", async (page) => {
    await page.locator("#sign-in").click();
    await page.fill("#landed-address", LANDED);
    await page.locator("[data-act=sign-in-paste]").click();
    await page.locator("#certificates").waitFor();
    assert.equal((await called(page, "certificate_list")).length, 1);
  }));

test("what works comes first, and of that what ends first", () =>
  walk("list", async (page) => {
    assert.deepEqual(await shown(page, "data-state"), ["active", "active", "active", "expired", "revoked", "revoked"]);
    assert.equal((await shown(page, "data-certificate"))[0], OLD_ID);
  }));

test("a column is sorted one way, then the other, and says so", () =>
  walk("list", async (page) => {
    await page.locator("#sort-until").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("th:has(#sort-until)").getAttribute("aria-sort"), "ascending");
    assert.equal(await focused(page), "sort-until", "the focus stays for the second press");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("th:has(#sort-until)").getAttribute("aria-sort"), "descending");
    assert.equal(await page.locator("[aria-sort]").count(), 1);
    assert.match((await page.locator("#announce").textContent()) ?? "", /Sorted by Valid until, descending/);
  }));

test("search, state and key narrow the list together, and the way back is one press", () =>
  walk("list", async (page) => {
    await page.locator("#state-active").check({ force: true });
    await page.selectOption("#holder", "vendor");
    assert.deepEqual(await shown(page, "data-holder"), ["vendor"]);
    await page.fill("#search", "administrator");
    await page.locator("#show-all").click();
    assert.equal((await shown(page, "data-state")).length, 6);
    assert.equal(await focused(page), "search");
    assert.equal(await page.inputValue("#search"), "");
  }));

test("ten thousand certificates are paged by keyboard, and the page says which are shown", () =>
  walk("list-long", async (page) => {
    assert.equal(await page.locator("#shown").innerText(), "51 to 100 of 10,000 certificates");
    assert.equal(await page.locator("#certificates").getAttribute("aria-rowcount"), "10001");
    assert.equal(await page.locator("#certificates tbody tr").first().getAttribute("aria-rowindex"), "52");
    await page.locator("#page-last").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#shown").innerText(), "9,951 to 10,000 of 10,000 certificates");
    assert.equal(await focused(page), "page-last", "at the end the button keeps the focus");
    await page.locator("#state-active").check({ force: true });
    assert.match(await page.locator("#shown").innerText(), /^1 to 50 of 3,\d{3} matching, 10,000 in all$/);
  }));

test("a refused list is told with the permission that is missing, and asked for again", () =>
  walk("list-no-permission", async (page) => {
    assert.match(await page.locator("[data-failure]").innerText(), /Manage own OAuth 2\.0 Client Credentials Certificates/);
    await page.evaluate(() => delete globalThis.fakeBackend.scene.failures.certificate_list);
    await page.locator("[data-failure] [data-act=refresh]").click();
    await page.locator("#certificates").waitFor();
  }));

test("a certificate is revoked once its last six characters are typed, and the list says so", () =>
  walk("list-revoke", async (page) => {
    const confirm = page.locator("dialog [data-act=confirm]");
    assert.ok(await confirm.isDisabled());
    await page.fill("#typed", "sd4cgt");
    assert.ok(await confirm.isDisabled(), "capitals count");
    await page.fill("#typed", "sD4CGt");
    await confirm.click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.equal(await page.locator("[data-holder=vendor]").getAttribute("data-state"), "revoked");
    assert.deepEqual(await called(page, "certificate_revoke"), [{ id: "northwind", certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", typed: "sD4CGt" }]);
    assert.equal(await focused(page), "list-title");
  }));

test("a refused revocation keeps the dialog and says why in it", () =>
  walk("list-revoke", async (page) => {
    await page.evaluate(() => (globalThis.fakeBackend.scene.failures.certificate_revoke = { kind: "revoke-unsettled" }));
    await page.fill("#typed", "sD4CGt");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("dialog .callout").waitFor();
    assert.match(await page.locator("dialog .callout").innerText(), /still shows this certificate as active/);
  }));

test("the last working certificate is not revoked: the dialog leads to the rotation", () =>
  walk("list-revoke-last", async (page) => {
    assert.equal(await page.locator("#typed").count(), 0);
    await page.locator("dialog [data-act=confirm]").click();
    await page.waitForFunction(() => location.hash === "#/connection/northwind/rotate");
    assert.deepEqual(await called(page, "certificate_revoke"), []);
  }));

test("the certificate that the access came from is not revoked: the dialog leads to the sign-in", () =>
  walk("list-revoke-itself", async (page) => {
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=sign-in]").waitFor();
    assert.deepEqual(await called(page, "certificate_revoke"), []);
  }));

test("the walk uploads for me: signed in, checked, mapped as step 3 names it, sent once", () =>
  walk("setup-upload-for-me", async (page) => {
    await page.locator("#sign-in").click();
    await page.fill("#landed-address", LANDED);
    await page.locator("[data-act=sign-in-paste]").click();
    await page.locator("#upload-certificate").click();
    await page.locator("#upload-outcome").waitFor();
    assert.deepEqual(await called(page, "certificate_upload"), [{ id: "northwind", credentialId: "c1", mapping: { role: "1042", entity: "1187", another: false, administrator: false } }], "not as the Administrator who signed in");
    assert.equal(await page.locator("[data-as-predicted]").getAttribute("data-as-predicted"), "true");
    await page.locator("#upload-go-on").click();
    await page.locator("[data-screen=setup-prove]").waitFor();
  }));

test("an internal ID that is none is told beside its field, and nothing is sent", () =>
  walk("setup-upload-other-id", async (page) => {
    assert.deepEqual(await called(page, "certificate_upload"), []);
    assert.equal(await focused(page), "map-role-id");
    await page.fill("#map-role-id", "1099");
    await page.locator("#upload-certificate").click();
    await page.locator("#upload-outcome").waitFor();
    assert.deepEqual((await called(page, "certificate_upload"))[0]?.mapping, { role: "1099", entity: "1187", another: false, administrator: false });
  }));

test("a lost answer is looked for with the same values until the list shows it", () =>
  walk("setup-upload-unsettled", async (page) => {
    await page.locator("[data-act=upload-settle]").click();
    await page.waitForFunction(() => globalThis.fakeBackend.scene.certificates.uploads.length === 0);
    assert.ok(await page.locator("#upload-unsettled").isVisible());
    assert.equal(await page.locator("#upload-certificate").count(), 0, "there is nothing to send it again with");
    await page.locator("[data-act=upload-settle]").click();
    await page.locator("#upload-outcome").waitFor();
    const sent = await called(page, "certificate_upload");
    assert.equal(new Set(sent.map((args) => JSON.stringify(args))).size, 1);
  }));

test("a lost answer names the moment at which it is known, and the list is read until then without a press", () =>
  walk("setup-upload-unsettled", async (page) => {
    assert.match((await page.locator("#upload-unsettled").textContent()) ?? "", /We’ll know by 9:56 AM/);
    await page.clock.fastForward("01:00");
    await page.waitForFunction(() => globalThis.fakeBackend.scene.certificates.uploads.length === 0);
    assert.ok(await page.locator("#upload-unsettled").isVisible());
    await page.clock.fastForward("01:00");
    await page.locator("#upload-outcome").waitFor();
    const sent = await called(page, "certificate_upload");
    assert.deepEqual([sent.length, new Set(sent.map((args) => JSON.stringify(args))).size], [3, 1]);
  }));

test("an upload that didn’t arrive by the moment named is told at that moment, with the next step", () =>
  walk("setup-upload-unsettled", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.certificates.uploads = [{ kind: "upload-lost" }]));
    await page.clock.fastForward("10:00");
    await page.locator(".callout", { hasText: "The upload didn’t arrive" }).waitFor();
    await page.locator(".callout [data-act=go-to-step][data-step=key]").click();
    await page.locator("[data-screen=setup-key]").waitFor();
  }));

test("leaving the page ends its looking, and coming back names the same moment", () =>
  walk("setup-upload-unsettled", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures.certificate_upload_preview = { kind: "upload-unsettled", until: "2026-11-20T09:56:00Z" }));
    await page.locator("#rail-connections").click();
    await page.locator("[data-screen=connections]").waitFor();
    const before = (await called(page, "certificate_upload")).length;
    await page.clock.fastForward("03:00");
    assert.equal((await called(page, "certificate_upload")).length, before);
    await page.locator("[data-act=next-act]").click();
    await page.locator("#upload-unsettled", { hasText: "We’ll know by 9:56 AM" }).waitFor();
    assert.equal(await page.locator("#upload-certificate").count(), 0, "there is nothing to send it again with");
  }));

test("one that NetSuite lists already is gone on with, not sent", () =>
  walk("setup-upload-listed", async (page) => {
    await page.locator("[data-act=upload-take-listed]").click();
    await page.locator("[data-screen=setup-prove]").waitFor();
    assert.deepEqual(await called(page, "certificate_upload"), []);
    assert.equal((await called(page, "connection_change"))[0]?.change.text, EXPECTED_ID);
  }));

test("by hand stays what it was, and the choice between the ways can be changed back", () =>
  walk("setup-upload-for-me", async (page) => {
    await page.locator("#way-by-hand").check();
    await page.fill("#certificate-id", EXPECTED_ID);
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=setup-prove]").waitFor();
  }));

test("step 4 asks for the further fields only where Certdesk is to upload", () =>
  walk("setup-integration-for-me", async (page) => {
    assert.match(await page.locator("#code-grant").innerText(), /Authorization Code Grant\s*checked, for the browser sign-in/);
    assert.match(await page.locator("#sign-in-fields").innerText(), /certdesk:\/\/oauth\/callback[\s\S]*Public Client/);
    await page.locator("#for-me").uncheck();
    await page.locator("#sign-in-fields").waitFor({ state: "detached" });
    assert.match(await page.locator("#code-grant").innerText(), /Authorization Code Grant\s*cleared/, "only Client Credentials");
  }));

test("a vendor's certificate is sent after its fingerprint was compared and its vendor named", () =>
  walk("upload-vendor-missing", async (page) => {
    assert.deepEqual(await called(page, "vendor_certificate_upload"), []);
    assert.equal(await focused(page), "fingerprint-compared");
    await page.locator("#fingerprint-compared").check();
    await page.fill("#vendor-name", "Orbit Payroll B.V.");
    await page.selectOption("#map-role", "1055");
    await page.selectOption("#map-entity", "2210");
    assert.equal(await page.inputValue("#vendor-name"), "Orbit Payroll B.V.", "a choice loses nothing");
    assert.ok(await page.locator("#fingerprint-compared").isChecked());
    await page.locator("#vendor-upload").click();
    await page.locator("#upload-outcome").waitFor();
    assert.deepEqual(await called(page, "vendor_certificate_upload"), [{ id: "northwind", vendor: "Orbit Payroll B.V.", mapping: { role: "1055", entity: "2210", another: false, administrator: false } }]);
  }));

test("a vendor's lost answer is looked for with the same values", () =>
  walk("upload-vendor-unsettled", async (page) => {
    assert.equal(await page.locator("#vendor-upload").count(), 0);
    await page.locator("[data-act=vendor-settle]").click();
    await page.locator("#upload-outcome").waitFor();
    const sent = await called(page, "vendor_certificate_upload");
    assert.deepEqual(sent[1], sent[0]);
  }));

test("a vendor's file that holds a key is refused with a sentence and forgotten on leaving", () =>
  walk("upload-vendor-key", async (page) => {
    assert.match(await page.locator("#vendor-problems").innerText(), /This is a private key/);
    assert.equal(await page.locator("#vendor-upload").count(), 0);
    await page.locator("#back").click();
    await page.locator("[data-screen=certificates]").waitFor();
    assert.equal((await called(page, "vendor_certificate_discard")).length, 1);
  }));

test("the history is saved as text, and the connection leads to the list", () =>
  walk("connection-vendors", async (page) => {
    await page.locator("#export-history").click();
    await page.locator(".toast").waitFor();
    assert.match(await page.locator(".toast").innerText(), /history\.txt/);
    await page.locator("#certificates-link").click();
    await page.locator("[data-screen=certificates]").waitFor();
  }));

test("every word of the search must be found, in any column and any case", () => {
  const rows = new Rows([row({ certificateId: "AAA", entityName: "Orbit Payroll" }), row({ certificateId: "BBB", roleName: "Payroll Export" })]);
  const found = (/** @type {string} */ search) => rows.matching({ search, state: "all", holder: "all" }).map(({ certificateId }) => certificateId);
  assert.deepEqual(found("PAYROLL"), ["AAA", "BBB"]);
  assert.deepEqual(found("payroll orbit"), ["AAA"]);
  assert.deepEqual(found("aaa export"), []);
});

test("equal rows keep NetSuite's order whichever way they are sorted", () => {
  const rows = new Rows(["first", "second", "third"].map((certificateId) => row({ certificateId })));
  const order = () => rows.matching({ search: "", state: "all", holder: "all" }).map(({ certificateId }) => certificateId);
  rows.sortBy("role");
  assert.deepEqual(order(), ["first", "second", "third"]);
  rows.sortBy("role");
  assert.deepEqual(order(), ["first", "second", "third"]);
});

test("rows without a date come after those that have one", () => {
  const rows = new Rows([row({ certificateId: "none", validUntil: null }), ...manyRows(50)]);
  rows.sortBy("until");
  assert.equal(rows.matching({ search: "", state: "all", holder: "all" }).at(-1)?.certificateId, "none");
});

test("the marked end of an ID is what has to be typed, and the ID stays whole", () => {
  for (const id of [EXPECTED_ID, "abc", "123456", "1234567", "x".repeat(44)]) {
    const markup = idWithEnd(id).text;
    assert.equal(markup.replace(/<[^>]*>/g, ""), id);
    assert.equal([...markup.matchAll(/<b class="id-end">([^<]*)<\/b>/g)].map(([, part]) => part).join(""), id.slice(-6));
  }
});

test("a fingerprint is grouped by fours without losing a digit", () => {
  assert.equal(fingerprint("AB:B5:5D:DA:65").text.replace(/<[^>]*>/g, "").trim(), "ABB5 5DDA 65");
});

test("the list shows when each certificate was created, sorts by it, and tells everything of one row", () =>
  walk("list", async (page) => {
    await page.locator("#sort-created").click();
    assert.equal(await page.locator("#certificates thead [aria-sort]").innerText(), "Created");
    const first = page.locator("#certificates tbody tr").first();
    assert.match(await first.innerText(), /Jun 1, 2023/);
    await page.locator("[data-holder=vendor] [data-act=details]").click();
    const told = await page.locator("[data-dialog=listed-certificate]").innerText();
    for (const part of ["ssaHUk", "Orbit Payroll", "2210", "Payroll Export", "1055", "Mar 4, 2026", "Mar 3, 2028", "469 days left", "EC", "4718203.restlets.api.netsuite.com"]) assert.ok(told.includes(part), part);
  }));

test("the list is saved as a table, and the window shows what was saved", () =>
  walk("list", async (page) => {
    await page.locator("#export").click();
    await page.locator(".toast", { hasText: "certificates.csv" }).waitFor();
    assert.deepEqual(await called(page, "certificate_export"), [{ id: "northwind" }]);
  }));

test("a vendor's certificate that is revoked has no days left, and the page says from when that is", () =>
  walk("connection-vendors", async (page) => {
    const revoked = page.locator("section:has(#vendor-certificates) tr[data-state=revoked]");
    const words = await revoked.innerText();
    assert.match(words, /Revoked/);
    assert.match(words, /as of Saturday at 8:12 AM/);
    assert.doesNotMatch(words, /days left/);
    assert.match(await page.locator("section:has(#vendor-certificates) tr[data-state=active]").innerText(), /469 days left/);
  }));

for (const size of ["usual", "small"]) {
  test(`at the ${size} size both acts of a certificate are in sight`, async () => {
    await walk("list", async (page) => {
      const frame = await page.locator(".table-frame").boundingBox();
      const act = await page.locator("[data-act=revoke]").first().boundingBox();
      assert.ok(act.x + act.width <= frame.x + frame.width, `${act.x + act.width} > ${frame.x + frame.width}`);
    }, { size });
  });
}
