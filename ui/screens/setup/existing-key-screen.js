// @ts-check
// A key and a certificate that already exist. The backend reads and holds them; this screen only
// learns what they are and what stands in the way.

import { callout, failurePlace } from "../../elements/callout.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { pageHead } from "../../elements/page-head.js";
import { repairNotes } from "../../elements/repairs.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { field, valueOf } from "../../elements/form.js";
import { dayTime, idInSixes, nameIn } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { vaultCallout, vaultReady } from "../vault/status.js";

/** @import { Failure, PairView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Page, RunOptions, Screen } from "../../window/page.js" */

const s = strings.bring;

/** What the backend holds, as long as it holds it. @type {PairView | null} */
let pair = null;

/** Chosen on the board already. @param {PairView} chosen */
export function holdPair(chosen) {
  pair = chosen;
}

/** @param {Page} page @returns {Promise<Screen>} */
export async function openBring(page) {
  const kept = drafts("bring");
  return {
    name: "bring",
    title: () => s.title,
    drafts: () => kept,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead, back: { label: strings.board.title, route: { screen: "connections" } } })}
      ${vaultCallout()}
      <div class="card" data-part>
        <div class="card-head"><p class="soft small grow">${s.chooseNote}</p>${button({ act: "choose-pair", id: "choose-pair", label: pair ? s.chooseOthers : s.choose, busy: s.choosing, kind: pair ? "" : "button-primary" })}</div>
        ${failurePlace()}
        ${pair && chosen(pair)}
      </div>
      ${pair && isWhole(pair) && importForm(kept.get("bring-name", ""))}
    </div>`,
    acts: {
      "choose-pair": (pressed) =>
        page.run(pressed, async () => {
          const next = await backend.pair.choose();
          if (!next) return;
          pair = next;
          page.draw();
          announce(next.problems[0] ? messageFor(next.problems[0]).title : isWhole(next) ? s.pair : s.files);
        }),
      unlock: (pressed) =>
        page.run(
          pressed,
          async () => {
            pair = await backend.pair.unlock(valueOf("pair-passphrase"));
            page.draw();
            if (isWhole(pair)) announce(s.pair);
          },
          PASSPHRASE,
        ),
      import: (pressed) =>
        page.run(
          pressed,
          async () => {
            const made = await backend.pair.import(valueOf("bring-name").trim());
            pair = null;
            kept.clear();
            toast(s.kept);
            page.go({ screen: "setup", id: made.id, step: null });
          },
          { fields: { "name-empty": "bring-name", "name-too-long": "bring-name" } },
        ),
    },
    left: () => {
      // A private key is not left lying in memory for a screen that nobody looks at.
      if (!pair) return;
      pair = null;
      void backend.pair.discard();
    },
  };
}

/** @param {PairView} pair */
const isWhole = (pair) => pair.problems.length === 0 && !pair.needsPassphrase && pair.certificateId !== null;

/** @param {PairView} pair */
const chosen = (pair) => html`<div class="stack" id="pair">
  <div class="table-frame" tabindex="0" role="region" aria-label="${s.files}">
    <table class="table">
      <caption class="visually-hidden">${s.files}</caption>
      <thead><tr><th scope="col">${s.file}</th><th scope="col">${s.what}</th></tr></thead>
      <tbody>${pair.files.map((file) => html`<tr><th scope="row"><span class="mono">${file.name}</span></th><td>${strings.names.fileKind[file.what]}${file.detail && html`<span class="cell-note cell-block">${nameIn(file.detail)}</span>`}${repairNotes(file.repairs, "cell-note cell-block")}</td></tr>`)}</tbody>
    </table>
  </div>
  ${pair.problems.length > 0 && html`<section class="stack stack-tight" aria-labelledby="problems"><h2 id="problems" class="h3">${s.problems}</h2>${pair.problems.map(problem)}</section>`}
  ${pair.needsPassphrase && html`<form class="stack stack-tight" novalidate data-part>${field({ id: "pair-passphrase", label: s.passphrase, value: "", type: "password", hint: s.passphraseHint })}${failurePlace()}<div class="actions">${button({ act: "unlock", label: s.unlock, busy: s.unlocking, kind: "button-primary", submit: true })}</div></form>`}
  ${isWhole(pair) && html`<div class="actions">${badge("ok", "ok", s.pair)}</div><dl class="facts">
    ${row(s.certificateId, pair.certificateId && idInSixes(pair.certificateId))}
    ${row(s.keyType, pair.keyType && strings.names.keyType[pair.keyType])}
    ${row(s.subject, pair.subject && nameIn(pair.subject))}
    ${row(s.validUntil, pair.validUntil && dayTime(pair.validUntil))}
  </dl>`}
</div>`;

/** @param {Failure} failure */
function problem(failure) {
  const { title, body } = messageFor(failure);
  return callout({ tone: "danger", title, body: html`<p>${body}</p>` });
}

/** @param {string} name */
const importForm = (name) => html`<form class="card" novalidate data-part>
  ${field({ id: "bring-name", label: s.name, value: name, hint: s.nameHint })}
  ${failurePlace()}
  <div class="actions">${button({ act: "import", label: s.import, busy: s.importing, kind: "button-primary", submit: true, disabled: !vaultReady() })}</div>
  <p class="field-hint">${vaultReady() ? s.after : s.noVault}</p>
</form>`;

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;

/** @type {RunOptions} */
const PASSPHRASE = { fields: { "passphrase-wrong": "pair-passphrase" } };
