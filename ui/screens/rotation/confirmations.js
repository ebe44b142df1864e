// @ts-check
// What is asked before something that cannot be taken back: abandoning a rotation, revoking a certificate.

import { copyField } from "../../elements/copy.js";
import { confirmDialog, openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { backend } from "../../lib/backend.js";
import { valueOf } from "../../elements/form.js";
import { idInSixes, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { targetName } from "../../lib/connection-facts.js";
import { whenIdle } from "./active-runs.js";
import { isTrue, lastSix, oldWorks, trueSince } from "./facts.js";

/** @import { ConnectionView, RotationView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

/** @param {ConnectionView} view @param {RotationView} rotation @returns {Promise<ConnectionView | null>} */
export async function abandonDialog(view, rotation) {
  const s = strings.rotation.abandon;
  const target = targetName(view);
  /** @type {ConnectionView | null} */
  let after = null;
  await confirmDialog({
    name: "abandon",
    title: s.title,
    body: html`<ul class="dialog-list">
      <li>${icon("revoke")}<span>${rotation.way === "by-hand" && rotation.new ? s.byHand : rotation.unsettled ? s.unsettled : isTrue(rotation, "uploaded") ? s.uploaded : s.notUploaded}</span></li>
      ${rotation.new && html`<li>${icon("key")}<span>${s.key}</span></li>`}
      ${isTrue(rotation, "handed-over") && html`<li>${icon("warn")}<span>${s.handedOver(target)}</span></li>`}
      <li>${icon(oldWorks(rotation) ? "ok" : "warn")}<span>${oldWorks(rotation) ? s.old(target) : s.oldGone(target)}</span></li>
    </ul>`,
    act: s.act,
    work: async () => {
      await whenIdle(view.id);
      after = await backend.rotation.abandon(view.id);
    },
  });
  return after;
}

/** @param {ConnectionView} view @param {RotationView} rotation @returns {Promise<ConnectionView | null>} */
export function revokeOldDialog(view, rotation) {
  const s = strings.rotation.revokeOld;
  const switched = trueSince(rotation, "switched");
  return revocation({
    name: "revoke-old",
    title: s.dialogTitle(view.name),
    certificateId: rotation.old?.certificateId ?? "",
    users: switched ? s.users(targetName(view), recentTime(switched)) : s.usersFirst(targetName(view)),
    work: (typed) => backend.rotation.revokeOld(view.id, typed),
  });
}

/**
 * Asks for the last six characters before a certificate is revoked.
 * @template T
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.title
 * @param {string} options.certificateId
 * @param {Part} options.users what is known of who still uses it
 * @param {(typed: string) => Promise<T>} options.work
 * @returns {Promise<T | null>}
 */
export function revocation({ name, title, certificateId, users, work }) {
  const s = strings.rotation.revokeOld;
  const typed = lastSix(certificateId);
  return openDialog({
    name,
    title,
    body: html`${copyField({ label: s.dialogId, value: certificateId, shown: idInSixes(certificateId) })}
      <ul class="dialog-list">
        <li>${icon("stop")}<span>${s.refuses}</span></li>
        <li>${icon("info")}<span>${users}</span></li>
        <li>${icon("revoke")}<span>${s.final}</span></li>
      </ul>
      <div class="field"><label class="field-label" for="typed">${s.type} <strong class="mono">${typed}</strong></label><input class="field-input field-mono" id="typed" autocomplete="off" autocapitalize="off" spellcheck="false" /></div>`,
    act: { label: s.dialogAct, busy: s.revoking, kind: "destroy" },
    typed,
    work: () => work(valueOf("typed").trim()),
  });
}
