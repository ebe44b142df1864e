// @ts-check
// Uploading from the list: a certificate of this connection, or one whose key a vendor holds.

import { callout } from "../../elements/callout.js";
import { button } from "../../elements/button.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { select } from "../../elements/form.js";
import { dayTime, shortId } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { accessLine } from "../sign-in/access-line.js";
import { uploadPart } from "./upload-form.js";
import { vendorPart } from "./vendor-upload-form.js";
import { practiceBar } from "../practice/bar.js";
import { signInPart } from "../sign-in/panel.js";
import { vendorRequestPart } from "../administrator/upload-request.js";
import { vaultCallout } from "../vault/status.js";

/** @import { CredentialView, UploadOutcome } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.uploadForMe;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openCertificateUpload(page, { id }) {
  let view = await backend.connection.read(id);
  /** Taken once: what is uploaded here stays chosen, so that its outcome can be told. */
  const open = view.credentials.filter(({ state }) => state === "made" || state === "gone");
  const kept = drafts(`${id}/certificate-upload`);
  const which = () => kept.get("which", open.length > 0 ? "ours" : "vendor");
  const credential = () => open.find(({ id }) => id === kept.get("credential", "")) ?? open[0];
  const signIn = signInPart({ page, view: () => view, draw, taken: begin });
  await signIn.read();

  /** @param {UploadOutcome} outcome */
  const done = (outcome) => void (view = outcome.connection);
  const next = () => button({ act: "open-certificates", label: s.backToList, kind: "button-primary" });
  const host = { page, view: () => view, drafts: kept, draw, access: signIn.take, done, next };
  const ours = uploadPart({ ...host, credentialId: () => credential()?.id ?? "" });
  const vendor = vendorPart(host);
  const request = vendorRequestPart(host);

  function draw() {
    if (page.isShown(screen)) page.draw();
  }

  /** Checks by itself what there is to check. */
  async function begin() {
    if (!needsSignIn() && which() === "ours" && credential() && ours.idle()) await ours.check();
  }

  function needsSignIn() {
    const access = signIn.access();
    return access === null || access.by.kind === "none" || access.waiting !== null;
  }

  /** @type {Screen} */
  const screen = {
    name: "certificate-upload",
    title: () => `${s.title}: ${view.name}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead, back: { label: strings.certificates.title, route: { screen: "certificates", id } }, practice: view.practice })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${needsSignIn() ? html`<div class="card">${signIn.html()}</div>` : form()}
      ${(needsSignIn() || which() === "vendor") && request.html()}
    </div>`,
    drafts: () => kept,
    entered: () => {
      signIn.entered();
      return begin();
    },
    left: () => {
      signIn.left();
      ours.left();
      vendor.left();
    },
    typed: (element) => {
      signIn.typed(element);
      (which() === "ours" ? ours : vendor).typed(element);
    },
    chosen: (element) => {
      if (element.id === "which-ours" || element.id === "which-vendor") {
        draw();
        return begin();
      }
      if (element.id === "credential") return ours.check();
      signIn.chosen(element);
      (which() === "ours" ? ours : vendor).chosen(element);
    },
    acts: {
      ...signIn.acts,
      ...ours.acts,
      ...vendor.acts,
      ...request.acts,
      "try-again": () => (which() === "ours" ? ours.check() : page.show(() => openCertificateUpload(page, { id }))),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
    },
  };
  return screen;

  function form() {
    const access = signIn.access();
    return html`<fieldset class="field"><legend class="field-label">${s.which}</legend>
        <div class="choice-cards">
          <label class="choice-card"><input type="radio" name="which" id="which-ours" value="ours" ${flag("checked", which() === "ours")} /><span class="choice-card-title">${s.ours}</span><span class="choice-card-note">${s.oursNote}</span></label>
          <label class="choice-card"><input type="radio" name="which" id="which-vendor" value="vendor" ${flag("checked", which() === "vendor")} /><span class="choice-card-title">${s.vendors}</span><span class="choice-card-note">${s.vendorsNote}</span></label>
        </div>
      </fieldset>
      <div class="card">
        <div class="card-head"><h2>${which() === "vendor" ? s.vendors : s.ours}</h2>${access && html`<p class="small">${accessLine(access, id)}</p>`}</div>
        ${which() === "vendor" ? vendor.html() : own()}
      </div>`;
  }

  function own() {
    const chosen = credential();
    if (!chosen) return callout({ tone: "note", title: s.oursNone, body: html`<p>${s.oursNoneBody}</p>`, actions: button({ act: "go-to-step", step: "key", label: s.make }) });
    return html`${open.length > 1 ? select({ id: "credential", label: s.oursWhich, value: chosen.id, options: open.map((one) => ({ value: one.id, label: `${shortId(one.certificateId)}, ${strings.names.keyType[one.keyType]}` })) }) : what(chosen)}${ours.html()}`;
  }
}

/** @param {CredentialView} credential */
const what = (credential) => html`<p class="small"><span class="mono">${shortId(credential.certificateId)}</span>, ${strings.names.keyType[credential.keyType]}, ${strings.certificates.untilWord} ${dayTime(credential.validUntil)}</p>`;
