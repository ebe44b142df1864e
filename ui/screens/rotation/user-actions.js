// @ts-check
// What a rotation waits for from the user: configure the target, confirm that it uses the new key,
// decide about the old certificate. One sheet, under the step that it belongs to.

import { callout, failurePlace } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { capital, dayTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { kitActs, kitValues } from "../kits/values.js";
import { position } from "./status.js";
import { targetName } from "../../lib/connection-facts.js";
import { credentialOf, isTrue, oldWorks } from "./facts.js";

/** @import { ConnectionView, Failure, Kit, RotationView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { byHand } from "../certificates/upload-by-hand.js" */

const r = strings.rotation;

/**
 * @typedef {object} Sheet
 * @property {Kit | null} kit of the new credential
 * @property {Kit | null} formerKit of the old credential; null without one, or when it can't be read
 * @property {Failure | null} kitFailure
 * @property {boolean} values whether they are shown while it waits for the switch
 * @property {ReturnType<typeof byHand>} byHand the upload by a person
 * @property {boolean} stuck whether somebody said that it does not work
 */

/** Null when nothing waits for the user. @param {ConnectionView} view @param {RotationView} rotation @param {Sheet} sheet @returns {Part} */
export function sheetOf(view, rotation, sheet) {
  switch (rotation.next) {
    case "upload-by-hand":
      return uploadByHand(rotation, sheet);
    case "hand-over":
      return handOver(view, rotation, sheet);
    case "switch":
      return switched(view, rotation, sheet);
    case "revoke-old":
      return revokeOld(view, rotation);
    default:
      return null;
  }
}

/** @param {RotationView} rotation @param {Sheet} sheet */
const uploadByHand = (rotation, { byHand }) => html`<form class="step-sheet" novalidate data-part data-sheet="upload-by-hand">
  <p>${r.byHand.lead}</p>
  ${byHand.steps()}
  ${failurePlace()}
  <div class="step-foot">
    ${byHand.primary()}
    ${byHand.second()}
    ${abandon(rotation)}
    <p class="step-foot-note">${oldWorks(rotation) ? r.byHand.note : r.handOver.noteNone}</p>
  </div>
</form>`;

/** @param {ConnectionView} view @param {RotationView} rotation @param {Sheet} sheet */
const handOver = (view, rotation, sheet) => html`<div class="step-sheet" data-part data-sheet="hand-over">
  <p>${sheet.formerKit ? r.handOver.lead(targetName(view)) : r.handOver.leadNotCompared(targetName(view))}</p>
  ${values(view, rotation, sheet, true)}
  ${failurePlace()}
  <div class="step-foot">
    ${button({ act: "handed-over", id: "handed-over", label: r.handOver.done(targetName(view)), busy: r.handOver.saving, kind: "button-primary" })}
    ${abandon(rotation)}
    <p class="step-foot-note">${oldWorks(rotation) ? r.handOver.note : r.handOver.noteNone}</p>
  </div>
</div>`;

/** @param {ConnectionView} view @param {RotationView} rotation @param {Sheet} sheet */
function switched(view, rotation, sheet) {
  const target = targetName(view);
  const acts = sheet.kit && sheet.kit.then.length > 0;
  return html`<div class="step-sheet" data-part data-sheet="switch">
    <div class="stack stack-tight"><p class="strong">${r.switch.title(target)}</p><p>${r.switch.lead(target)}</p>${acts && sheet.kit ? kitActs(sheet.kit) : html`<p class="small">${r.switch.fallback(target)}</p>`}</div>
    <p class="small soft">${r.switch.lead2} ${position(view, rotation)}</p>
    ${sheet.values && values(view, rotation, sheet, false)}
    ${sheet.stuck && callout({ id: "stuck", tone: "accent", title: r.switch.stuckTitle(target), body: html`<p>${r.switch.stuckBody(target)}${oldWorks(rotation) && html` ${r.switch.stuckBack}`}</p>`, actions: button({ act: "test-new", id: "test-new", label: r.switch.test, busy: r.switch.testing, sign: "test" }) })}
    ${failurePlace()}
    <div class="step-foot">
      ${button({ act: "switched", id: "switched", label: r.switch.done, busy: r.switch.saving, kind: "button-primary" })}
      ${!sheet.stuck && button({ act: "not-working", id: "not-working", label: r.switch.notWorking })}
      ${button({ act: "toggle-values", id: "toggle-values", label: sheet.values ? r.switch.hide : r.switch.values, kind: "button-plain" })}
      ${abandon(rotation)}
    </div>
  </div>`;
}

/** @param {ConnectionView} view @param {RotationView} rotation */
function revokeOld(view, rotation) {
  const first = !isTrue(rotation, "switched");
  const manual = rotation.way === "by-hand";
  const noHurry = !first && rotation.reason !== "leak";
  return html`<div class="step-sheet" data-part data-sheet="revoke-old">
    <div class="stack stack-tight">
      ${first && html`<p>${r.revokeOld.first} ${r.revokeOld.usersFirst(capital(targetName(view)))}</p>`}
      ${rotation.reason === "leak" ? html`<p>${r.revokeOld.stillLeak}</p>` : rotation.old && oldWorks(rotation) && html`<p>${r.revokeOld.still(dayTime(rotation.old.validUntil))}</p>`}
    </div>
    ${manual && html`<div class="stack stack-tight"><p>${r.revokeOld.byHand}</p><div class="card-head">${netsuitePath(paths.mappings)}${openPages(view.practice, "mappings")}</div></div>`}
    ${failurePlace()}
    <div class="step-foot">
      ${manual ? button({ act: "leave-old", id: "leave-old", label: r.revokeOld.doneByHand, busy: r.revokeOld.leaving, kind: "button-primary" }) : button({ act: "revoke-old", id: "revoke-old", label: r.revokeOld.act, kind: noHurry ? "button-danger" : "button-primary" })}
      ${!manual && rotation.canLeaveOld && button({ act: "leave-old", id: "leave-old", label: r.revokeOld.leave, busy: r.revokeOld.leaving })}
      ${first && abandon(rotation)}
      ${noHurry && html`<p class="step-foot-note">${r.revokeOld.noHurry}</p>`}
    </div>
  </div>`;
}

/** @param {ConnectionView} view @param {RotationView} rotation @param {Sheet} sheet @param {boolean} then */
function values(view, rotation, { kit, formerKit, kitFailure }, then) {
  if (kit) return kitValues({ kit, view, label: targetName(view), credential: credentialOf(view, rotation.new), fresh: true, formerKit, then });
  return kitFailure && failureCallout(kitFailure);
}

/** @param {RotationView} rotation */
const abandon = (rotation) => rotation.canAbandon && button({ act: "abandon", id: "abandon", label: r.state.abandon, kind: "button-danger" });
