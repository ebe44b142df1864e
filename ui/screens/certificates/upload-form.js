// @ts-check
// Uploading a certificate of ours: checked, mapped to a role and an entity, sent once, settled. The
// walk's step 6 and the screen of uploads both show it.

import { failureCallout } from "../../elements/failure.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { failureOf } from "../../window/page.js";
import { keepVisible } from "../../lib/scrolling.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { repeatedLooks } from "./repeated-looks.js";
import { checkList, outcomeCallout, unsettledCallout } from "./upload-checks.js";
import { isMappingChoice, isMappingTyped, MAPPING_FIELDS, mappingCheck, mappingFields, mappingPasses, readMapping } from "./mapping-fields.js";

/** @import { AccessView, ConnectionView, Failure, MappingRequest, UploadOutcome, UploadPreview } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Markup, Part } from "../../lib/html.js" */
/** @import { Act, Page } from "../../window/page.js" */

/**
 * @typedef {object} UploadHost
 * @property {Page} page
 * @property {() => ConnectionView} view
 * @property {() => string} credentialId
 * @property {Drafts} drafts
 * @property {() => void} draw
 * @property {(access: AccessView) => void} access what an answer says of it
 * @property {(outcome: UploadOutcome) => void} done once; the outcome stays shown
 * @property {() => Part} next the button under the outcome
 * @property {(primary: Part, note: string) => Markup} [foot] where the button that sends stands, and what is said beside it
 * @property {Part} [listed] the button beside "NetSuite lists it already"
 */

const s = strings.uploadForMe;

/** @param {UploadHost} host */
export function uploadPart({ page, view, credentialId, drafts, draw, access, done, next, foot = plainFoot, listed = null }) {
  /** @type {UploadPreview | null} */
  let preview = null;
  /** @type {Failure | null} */
  let failure = null;
  /** @type {UploadOutcome | null} */
  let outcome = null;
  let checking = false;
  /** Sent, and what became of it is not known: by when it is. @type {string | null} */
  let unsettled = null;
  /** What it was sent with, to ask for its outcome with the same. @type {MappingRequest | null} */
  let sent = null;
  const looks = repeatedLooks(() => look());

  /** Asks what would be sent. Sends nothing. */
  async function check() {
    if (checking) return;
    checking = true;
    failure = null;
    draw();
    try {
      preview = await backend.certificate.previewUpload(view().id, credentialId());
      unsettled = null;
      access(preview.access);
      announce(s.passedOf(preview.checks.filter(({ passed }) => passed).length + Number(mappingPasses(preview, drafts)), preview.checks.length + 1));
    } catch (thrown) {
      preview = null;
      const told = failureOf(thrown);
      unsettled = null;
      if (told.kind === "upload-unsettled") waitFor(told);
      else failure = told;
      announce(messageFor(told).title);
    }
    checking = false;
    draw();
  }

  /** @param {HTMLElement} pressed @param {MappingRequest} mapping */
  const upload = (pressed, mapping) =>
    page.run(
      pressed,
      async () => {
        sent = mapping;
        arrived(await backend.certificate.upload(view().id, credentialId(), mapping));
        show("upload-outcome-title");
      },
      {
        fields: MAPPING_FIELDS,
        failed: (told) => {
          if (told.kind === "upload-lost") {
            lost(told);
            return true;
          }
          if (told.kind !== "upload-unsettled") return false;
          waitFor(told);
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

  /** It isn't sent again, so there's nothing more to wait for. @param {Failure} told */
  function lost(told) {
    unsettled = null;
    looks.stop();
    failure = told;
    announce(messageFor(told).title);
    draw();
  }

  /** @param {Extract<Failure, { kind: "upload-unsettled" }>} told */
  function waitFor({ until }) {
    unsettled = until;
    looks.plan(until);
  }

  /** Reads the list without anybody having pressed anything: what is shown stays until something has changed. */
  async function look() {
    try {
      if (sent) return arrived(await backend.certificate.upload(view().id, credentialId(), sent));
      const known = await backend.certificate.previewUpload(view().id, credentialId());
      [preview, unsettled] = [known, null];
      access(known.access);
      draw();
    } catch (thrown) {
      const told = failureOf(thrown);
      if (told.kind === "upload-lost") return lost(told);
      // What keeps the list from being read now may be over by the next time.
      if (unsettled !== null) waitFor(told.kind === "upload-unsettled" ? told : { kind: "upload-unsettled", until: unsettled });
    }
  }

  return {
    check,
    left: looks.stop,
    /** Whether anything has been asked yet. */
    /** Whether it can be sent now. */
    ready: () => preview?.ready === true && outcome === null && unsettled === null && !checking,
    idle: () => preview === null && failure === null && outcome === null && !checking && unsettled === null,
    html: body,
    /** @type {Record<string, Act>} */
    acts: {
      "upload-check": () => check(),
      "upload-certificate": async (pressed) => {
        const mapping = preview && (await readMapping(preview, view(), drafts));
        if (mapping) return upload(pressed, mapping);
      },
      "upload-settle": (pressed) => (sent ? upload(pressed, sent) : check()),
    },
    /** @param {HTMLElement} element */
    chosen: (element) => {
      if (!isMappingChoice(element)) return;
      draw();
      document.getElementById(`${element.id}-id`)?.focus();
    },
    /** @param {HTMLElement} element */
    typed: (element) => {
      if (isMappingTyped(element)) draw();
    },
  };

  /** @returns {Markup} */
  function body() {
    if (outcome) return outcomeCallout(outcome, { actions: next() });
    if (unsettled !== null) return html`${unsettledCallout("upload-settle", unsettled)}${failurePlace()}`;
    if (checking) return html`<div class="progress" id="upload-checking"><p class="progress-title">${s.checking}</p><div class="progress-bar run" role="progressbar" aria-label="${s.checking}"></div></div>`;
    if (failure) return failureCallout(failure, { extra: !AGAIN.includes(messageFor(failure).remedy?.act ?? "") && button({ act: "upload-check", label: s.checkAgain }) });
    if (!preview) return html``;
    return html`<form class="stack" novalidate data-part id="upload-form">
      ${preview.ready && mappingFields(preview, view(), drafts)}
      ${checkList(preview, { listed, more: preview.ready ? { markup: mappingCheck(preview, view(), drafts), passes: mappingPasses(preview, drafts) } : null })}
      ${preview.ready ? html`${failurePlace()}${foot(button({ act: "upload-certificate", id: "upload-certificate", label: s.upload, busy: s.uploading, sign: "upload", kind: "button-primary", submit: true }), s.once)}` : html`${failurePlace()}<div class="actions">${button({ act: "upload-check", label: s.checkAgain, sign: "rotate" })}</div>`}
    </form>`;
  }
}

/** @type {NonNullable<UploadHost["foot"]>} */
const plainFoot = (primary, note) => html`<div class="card-head">${primary}<p class="small soft grow">${note}</p></div>`;

/** @param {string} id */
function show(id) {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  keepVisible(element?.closest(".callout") ?? element);
}

/** Acts that read again by themselves. */
const AGAIN = ["try-again"];
