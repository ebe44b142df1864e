// @ts-check
// After a rotation: what exists now, and what becomes of the old certificate.

import { copyFact } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { capital, daysLeft, dayTime, idInSixes, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { targetName } from "../../lib/connection-facts.js";
import { credentialOf, fate } from "./facts.js";

/** @import { ConnectionView, RotationView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

/**
 * @typedef {object} End
 * @property {RotationView} rotation as it was before its last act
 * @property {boolean} oldKept the old certificate was left to expire
 */

const s = strings.rotation.ended;

/** @param {ConnectionView} view @param {End} end */
export function endedMarkup(view, { rotation, oldKept }) {
  const fresh = credentialOf(view, rotation.new);
  return html`<section class="card" id="ended" tabindex="-1" aria-labelledby="ended-title">
    <h2 id="ended-title">${s.title(capital(targetName(view)))}</h2>
    <dl class="facts">
      ${fresh && row(s.certificate, html`${s.until(dayTime(fresh.validUntil))}<span class="facts-note">${daysLeft(fresh.daysLeft, fresh.validUntil)}</span>`)}
      ${fresh && row(s.certificateId, copyFact(fresh.certificateId, s.certificateId, idInSixes(fresh.certificateId)))}
      ${row(s.old, old(view, rotation, oldKept))}
      ${row(s.next, s.nextBody)}
    </dl>
    ${failurePlace()}
    <div class="actions">${button({ act: "open-connection", id: "open-connection", label: s.open, kind: "button-primary" })}${oldKept && rotation.way === "endpoint" && button({ act: "open-certificates", label: s.list })}</div>
  </section>`;
}

/** What became of the old certificate. @param {ConnectionView} view @param {RotationView} rotation @param {boolean} kept @returns {Part} */
function old(view, { old, replaced, way }, kept) {
  if (!old) return replaced ? html`<span class="mono">${shortId(replaced.certificateId)}</span> <span class="facts-note">${fate(replaced)}</span>` : s.oldNone;
  // The credential says more than the rotation knew before its last act: since when, and who said so.
  const revoked = credentialOf(view, old)?.revoked;
  if (revoked) return fate({ certificateId: old.certificateId, state: "revoked", revoked });
  if (kept) return (way === "by-hand" ? s.oldKeptByHand : s.oldKept)(dayTime(old.validUntil));
  return s.oldRevoked;
}

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;
