// @ts-check
// The message for the administrator who uploads a certificate by hand: copied as text, or saved as a
// page that carries the certificate and checks the Certificate ID before it is sent back.

import { copyText } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { field, say, valueOf } from "../../elements/form.js";
import { repairNotes } from "../../elements/repairs.js";
import { dayTime, idInSixes, nameIn } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { fingerprint } from "../certificates/vendor-upload-form.js";

/** @import { ConnectionView, VendorFile, VendorRequest } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Act, Page } from "../../window/page.js" */

const s = strings.request;

/** The two buttons, and what they are for. */
export const requestButtons = () => html`<div class="request" id="upload-request">
  <div class="actions">${button({ act: "copy-request", id: "copy-request", label: s.copy, busy: s.copying, sign: "copy" })}${button({ act: "save-request", id: "save-request", label: s.save, busy: s.saving, sign: "file" })}</div>
  <p class="tiny soft">${s.note}</p>
</div>`;

/**
 * @param {Page} page
 * @param {() => Promise<{ text: string } | null>} read null where something is missing, which was told
 * @param {() => Promise<string | null>} save the path, or null
 * @returns {Record<string, Act>}
 */
export const requestActs = (page, read, save) => ({
  "copy-request": (pressed) =>
    page.run(pressed, async () => {
      const message = await read();
      if (!message) return;
      const copied = await copyText(message.text);
      if (copied) toast(s.copied);
      announce(copied ? s.copied : strings.common.notCopied);
    }),
  "save-request": (pressed) =>
    page.run(pressed, async () => {
      const path = await save();
      if (path !== null) toast(s.saved(path));
    }),
});

/**
 * The same for a vendor's certificate, whose file is chosen here: nobody has to sign in for that.
 * @param {{ page: Page, view: () => ConnectionView, drafts: Drafts, draw: () => void }} host
 */
export function vendorRequestPart({ page, view, drafts, draw }) {
  /** @type {VendorFile | null} */
  let chosen = null;

  /** What is asked for; what is missing is told beside its field. @returns {VendorRequest | null} */
  function asked() {
    const missing = FIELDS.filter((id) => valueOf(id).trim() === "");
    for (const id of FIELDS) say(id, missing.includes(id) ? "danger" : null, s.vendor.missing);
    if (missing[0]) {
      document.getElementById(missing[0])?.focus();
      return null;
    }
    return { vendor: valueOf("request-vendor").trim(), entityName: valueOf("request-entity").trim(), roleName: valueOf("request-role").trim() };
  }

  return {
    /** @returns {Markup} */
    html: () => html`<form class="card stack" novalidate data-part id="vendor-request" aria-labelledby="vendor-request-title">
      <div class="card-head"><h2 id="vendor-request-title" class="grow">${s.vendor.title}</h2>${button({ act: "choose-request", id: "choose-request", label: chosen ? s.vendor.chooseOther : s.vendor.choose, busy: s.vendor.choosing, sign: "file" })}</div>
      <p class="small soft">${s.vendor.lead}</p>
      ${chosen && file(chosen)}
      ${failurePlace()}
    </form>`,
    /** @type {Record<string, Act>} */
    acts: {
      "choose-request": (pressed) =>
        page.run(pressed, async () => {
          const file = await backend.vendorRequest.choose(view().id);
          if (!file) return;
          chosen = file;
          draw();
          document.getElementById("request-vendor")?.focus();
        }),
      ...requestActs(
        page,
        async () => {
          const request = asked();
          return request && backend.vendorRequest.read(view().id, request);
        },
        async () => {
          const request = asked();
          return request && backend.vendorRequest.save(view().id, request);
        },
      ),
    },
  };

  /** @param {VendorFile} certificate */
  function file(certificate) {
    return html`<dl class="facts">
        ${row(strings.uploadForMe.vendor.file, html`<span class="mono">${certificate.file}</span>${repairNotes(certificate.repairs, "facts-note")}`)}
        ${row(strings.uploadForMe.vendor.subject, nameIn(certificate.subject))}
        ${row(strings.uploadForMe.vendor.until, dayTime(certificate.validUntil))}
        ${row(s.vendor.expected, idInSixes(certificate.certificateId))}
      </dl>
      <section class="part part-tight" aria-labelledby="request-fingerprint"><h3 class="h3" id="request-fingerprint">${strings.uploadForMe.vendor.fingerprint}</h3>${fingerprint(certificate.fingerprint)}<p class="small soft">${strings.uploadForMe.vendor.fingerprintNote}</p></section>
      ${field({ id: "request-vendor", label: s.vendor.name, value: drafts.get("request-vendor", "") })}
      <div class="pair">
        ${field({ id: "request-entity", label: s.vendor.entity, value: drafts.get("request-entity", ""), hint: s.vendor.hint })}
        ${field({ id: "request-role", label: s.vendor.role, value: drafts.get("request-role", ""), hint: s.vendor.hint })}
      </div>
      ${requestButtons()}`;
  }
}

/** @param {string} name @param {import("../../lib/html.js").Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;

const FIELDS = ["request-vendor", "request-entity", "request-role"];
