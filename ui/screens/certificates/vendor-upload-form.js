// @ts-check
// Uploading a certificate whose key a vendor holds: the file is chosen, its fingerprint compared
// with the vendor by phone, then it is uploaded like one of ours.

import { callout, failurePlace } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { copyButton } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { field, isTicked, say, valueOf } from "../../elements/form.js";
import { repairNotes } from "../../elements/repairs.js";
import { dayTime, nameIn } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { keepVisible } from "../../lib/scrolling.js";
import { failureOf } from "../../window/page.js";
import { strings } from "../../strings/en/all.js";
import { repeatedLooks } from "./repeated-looks.js";
import { checkList, outcomeCallout, unsettledCallout } from "./upload-checks.js";
import { isMappingChoice, isMappingTyped, MAPPING_FIELDS, mappingCheck, mappingFields, mappingPasses, readMapping } from "./mapping-fields.js";

/** @import { AccessView, ConnectionView, MappingRequest, UploadOutcome, UploadPreview, VendorCertificate } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Markup, Part } from "../../lib/html.js" */
/** @import { Act, Page } from "../../window/page.js" */

/**
 * @typedef {object} VendorHost
 * @property {Page} page
 * @property {() => ConnectionView} view
 * @property {Drafts} drafts
 * @property {() => void} draw
 * @property {(access: AccessView) => void} access
 * @property {(outcome: UploadOutcome) => void} done
 * @property {() => Part} next
 */

const s = strings.uploadForMe;
const v = strings.uploadForMe.vendor;

/** @param {VendorHost} host */
export function vendorPart({ page, view, drafts, draw, access, done, next }) {
  /** @type {VendorCertificate | null} */
  let chosen = null;
  /** @type {UploadOutcome | null} */
  let outcome = null;
  let compared = false;
  let vendor = "";
  /** It was sent, and what became of it is not known: with what, and by when it is. @type {{ mapping: MappingRequest, until: string } | null} */
  let unsettled = null;
  const looks = repeatedLooks(() => look());

  /** @param {HTMLElement} pressed @param {MappingRequest} mapping */
  const upload = (pressed, mapping) =>
    page.run(
      pressed,
      async () => {
        arrived(await backend.vendorCertificate.upload(view().id, vendor, mapping));
        show("upload-outcome-title");
      },
      {
        fields: { ...MAPPING_FIELDS, "name-empty": "vendor-name", "name-too-long": "vendor-name" },
        failed: (told) => {
          if (told.kind !== "upload-unsettled") return false;
          waitFor(mapping, told.until);
          draw();
          announce(s.unsettledTitle);
          show("upload-unsettled-title");
          return true;
        },
      },
    );

  /** @param {UploadOutcome} known */
  function arrived(known) {
    outcome = known;
    unsettled = null;
    looks.stop();
    announce(s.outcome.said);
    done(known);
    draw();
  }

  /** @param {MappingRequest} mapping @param {string} until */
  function waitFor(mapping, until) {
    unsettled = { mapping, until };
    looks.plan(until);
  }

  /** Reads the list without anybody having pressed anything: what is shown stays until something has changed. */
  async function look() {
    if (!unsettled) return;
    const { mapping, until } = unsettled;
    try {
      arrived(await backend.vendorCertificate.upload(view().id, vendor, mapping));
    } catch (thrown) {
      const told = failureOf(thrown);
      // Nothing can arrive anymore: what the button says then is the answer.
      if (told.kind === "upload-lost") return draw();
      waitFor(mapping, told.kind === "upload-unsettled" ? told.until : until);
    }
  }

  return {
    html: body,
    /** @type {Record<string, Act>} */
    acts: {
      "vendor-choose": (pressed) =>
        page.run(pressed, async () => {
          const file = await backend.vendorCertificate.choose(view().id);
          if (!file) return;
          chosen = file;
          compared = false;
          outcome = unsettled = null;
          looks.stop();
          if (file.preview) access(file.preview.access);
          draw();
          show(file.preview ? "fingerprint-title" : "vendor-problems");
        }),
      "vendor-upload": async (pressed) => {
        const preview = chosen?.preview;
        if (!complete() || !preview) return;
        vendor = valueOf("vendor-name").trim();
        const mapping = await readMapping(preview, view(), drafts, { expects: false });
        if (!mapping) return;
        return upload(pressed, mapping);
      },
      "vendor-settle": (pressed) => {
        if (unsettled) return upload(pressed, unsettled.mapping);
      },
      "vendor-another": () => {
        chosen = outcome = null;
        drafts.clear();
        draw();
        document.getElementById("vendor-choose")?.focus();
      },
    },
    /** @param {HTMLElement} element */
    chosen: (element) => {
      if (element.id === "fingerprint-compared") {
        compared = isTicked("fingerprint-compared");
        say("fingerprint-compared", null);
      }
      if (!isMappingChoice(element)) return;
      draw();
      document.getElementById(`${element.id}-id`)?.focus();
    },
    /** @param {HTMLElement} element */
    typed: (element) => {
      if (isMappingTyped(element)) draw();
    },
    /** Forgets the file. */
    left: () => {
      looks.stop();
      if (chosen) void backend.vendorCertificate.discard(view().id).catch(console.error);
    },
  };

  /** What a person has to do first, told beside it. */
  function complete() {
    const named = valueOf("vendor-name").trim() !== "";
    const ticked = isTicked("fingerprint-compared");
    say("vendor-name", named ? null : "danger", v.nameMissing);
    say("fingerprint-compared", ticked ? null : "danger", v.comparedMissing);
    if (named && ticked) return true;
    announce(ticked ? v.nameMissing : v.comparedMissing);
    document.getElementById(ticked ? "vendor-name" : "fingerprint-compared")?.focus();
    return false;
  }

  /** @returns {Markup} */
  function body() {
    if (outcome) {
      return outcomeCallout(outcome, {
        title: v.done(vendor),
        then: html`<p>${v.tell}</p>`,
        actions: html`${next()}${button({ act: "vendor-another", label: v.another })}`,
      });
    }
    if (unsettled) return html`<div class="stack" data-part>${unsettledCallout("vendor-settle", unsettled.until)}${failurePlace()}</div>`;
    return html`<div class="stack" data-part>
      <div class="card-head"><p class="small soft grow">${v.chooseNote}</p>${button({ act: "vendor-choose", id: "vendor-choose", label: chosen ? v.chooseOther : v.choose, busy: v.choosing, sign: "file", kind: chosen ? "" : "button-primary" })}</div>
      ${chosen && (chosen.preview ? file(chosen, chosen.preview) : problems(chosen))}
      ${!chosen?.preview && failurePlace()}
    </div>`;
  }

  /** @param {VendorCertificate} file */
  function problems(file) {
    return html`<section class="part part-tight" id="vendor-problems" tabindex="-1" aria-labelledby="vendor-problems-title"><h3 class="h3" id="vendor-problems-title">${v.problems(html`<span class="file-name">${file.file}</span>`)}</h3>${file.problems.map((problem) => failureCallout(problem, { without: "go-to-step" }))}</section>`;
  }

  /** @param {VendorCertificate} certificate @param {UploadPreview} preview */
  function file(certificate, preview) {
    return html`<form class="stack" novalidate data-part id="vendor-form">
      <dl class="facts">
        ${row(v.file, html`<span class="mono">${certificate.file}</span>${repairNotes(certificate.repairs, "facts-note")}`)}
        ${row(v.subject, nameIn(preview.subject))}
        ${row(v.key, preview.keyType ? strings.names.keyType[preview.keyType] : strings.certificates.unsaid)}
        ${row(v.until, dayTime(preview.validUntil))}
      </dl>
      <section class="part part-tight" aria-labelledby="fingerprint-title">
        <div class="part-head"><h3 class="h3" id="fingerprint-title" tabindex="-1">${v.fingerprint}</h3>${copyButton(preview.fingerprint, v.fingerprint, { word: true })}</div>
        ${fingerprint(preview.fingerprint)}
        <p class="small soft">${v.fingerprintNote}</p>
        <div class="field"><label class="choice"><input type="checkbox" id="fingerprint-compared" name="fingerprint-compared" ${flag("checked", compared)} aria-describedby="fingerprint-compared-message" /><span>${v.compared}</span></label><div id="fingerprint-compared-message" class="field-messages"></div></div>
      </section>
      ${preview.ready && html`${field({ id: "vendor-name", label: v.name, value: drafts.get("vendor-name", ""), hint: v.nameHint })}${mappingFields(preview, view(), drafts, { expects: false })}`}
      ${checkList(preview, { more: preview.ready ? { markup: mappingCheck(preview, view(), drafts, { expects: false }), passes: mappingPasses(preview, drafts, { expects: false }) } : null })}
      ${preview.ready
        ? html`${failurePlace()}
          <div class="card-head">${button({ act: "vendor-upload", id: "vendor-upload", label: s.upload, busy: s.uploading, sign: "upload", kind: "button-primary", submit: true })}<p class="small soft grow">${s.once}</p></div>`
        : html`${failurePlace()}${callout({ tone: "note", title: v.notReady })}`}
    </form>`;
  }
}

/** Two bytes a group, eight groups a line: as it is read over the phone. @param {string} hex with colons */
export function fingerprint(hex) {
  const digits = hex.replaceAll(":", "");
  const groups = digits.match(/.{1,4}/g) ?? [];
  return html`<p class="fingerprint" id="fingerprint">${groups.map((group, index) => html`${index > 0 && " "}<span>${group}</span>`)}</p>`;
}

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;

/** @param {string} id */
function show(id) {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  keepVisible(element?.closest(".callout") ?? element);
}
