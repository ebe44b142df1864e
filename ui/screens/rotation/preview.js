// @ts-check
// Before a rotation: old and new side by side, the slots, the order of events, and what keeps it
// from starting. Nothing is made or sent by looking at it.

import { callout, failurePlace } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { copyButton } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { FREE, slotRow } from "../../elements/slot-row.js";
import { vault } from "../../lib/app-state.js";
import { field, select } from "../../elements/form.js";
import { capital, day, dayAfter, daysLeft, dayTime, hasEnded, idInSixes, nameIn, shortId } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { accessLine } from "../sign-in/access-line.js";
import { mapping } from "../certificates/upload-by-hand.js";
import { identityWarning } from "../connection/identity.js";
import { targetName } from "../../lib/connection-facts.js";
import { fate, whose } from "./facts.js";
import { whatWillHappen } from "./steps.js";
import { vaultReady } from "../vault/status.js";

/** @import { Algorithm, CertificateRow, ConnectionView, KeyType, RotationOrder, RotationPlan, RotationPreview, RotationReason, RotationStep, RotationWay } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Slot } from "../../elements/slot-row.js" */

const s = strings.rotation.preview;
const slots = strings.rotation.slots;

/**
 * @typedef {object} Intent
 * @property {RotationReason} reason
 * @property {RotationOrder} order
 */

/** @param {ConnectionView} view @param {RotationPreview} preview @param {Intent} intent @param {Drafts} drafts */
export function previewMarkup(view, preview, intent, drafts) {
  const plan = planOf(view, preview, intent, drafts);
  const byHand = plan.way === "by-hand";
  // Revoking first makes the room that is missing; by hand, nothing of NetSuite is asked.
  const overcome = byHand ? preview.obstacle?.kind !== "rotation-under-way" : preview.obstacle?.kind === "slots-full" && revokesFirst(preview, plan);
  const obstacle = overcome ? null : preview.obstacle;
  const full = obstacle?.kind === "slots-full" ? obstacle : null;
  return html`${situation(view, preview, intent)}
    ${identityWarning(view)}
    ${full ? slotsFull(view, preview, full.most) : obstacle && html`<div id="obstacle" data-obstacle="${obstacle.kind}">${failureCallout(obstacle)}</div>`}
    ${canBeByHand(intent) && ways(plan.way)}
    <section class="part" aria-labelledby="sides"><h2 id="sides">${s.sides}</h2>
      <div class="pair sides">${oldSide(view, preview)}${newSide(plan)}</div>
      ${more(view, preview, plan)}
    </section>
    ${byHand ? toBeMapped(view) : slotsThen(view, preview, intent)}
    <section class="part" aria-labelledby="order">
      <div class="part-head"><h2 id="order">${s.order}</h2><p class="part-note">${s.orderNote}</p></div>
      ${whatWillHappen(view, plan, stepsOf(view, preview, plan), storeNow(), preview.old && dayTime(preview.old.validUntil))}
    </section>
    ${!byHand && html`<section class="part part-tight" aria-labelledby="access"><h2 id="access">${s.access}</h2><p>${accessLine(preview.access, view.id)}</p></section>`}
    ${failurePlace()}
    ${full ? null : html`<div class="step-foot page-foot">
        ${button({ act: "start", id: "start", label: startLabel(preview, plan), busy: s.starting, kind: "button-primary", disabled: obstacle !== null || !vaultReady() })}
        <p class="step-foot-note">${vaultReady() ? (byHand ? s.startNoteByHand : revokesFirst(preview, plan) ? s.startNoteRevokeFirst : s.startNote(targetName(view))) : s.noVault}</p>
    </div>`}`;
}

/** What is chosen now, ready to be sent. @param {ConnectionView} view @param {RotationPreview} preview @param {Intent} intent @param {Drafts} drafts @returns {RotationPlan} */
export function planOf(view, preview, { reason, order }, drafts) {
  const [keyType, algorithm] = /** @type {[KeyType, Algorithm]} */ (drafts.get("rotate-key", `${preview.keyType} ${preview.algorithm}`).split(" "));
  return {
    reason,
    order,
    way: canBeByHand({ reason, order }) && drafts.get("rotate-way", view.integration.clientId === null ? "by-hand" : "endpoint") === "by-hand" ? "by-hand" : "endpoint",
    keyType,
    algorithm,
    signature: preview.signature,
    days: Number(drafts.get("rotate-days", String(preview.days))),
    subject: drafts.get("rotate-subject", preview.subject).trim(),
    role: drafts.get("rotate-role", preview.role ?? "").trim() || null,
    entity: drafts.get("rotate-entity", preview.entity ?? "").trim() || null,
  };
}

/** What is out must be revoked at once, and so by Certdesk. @param {Intent} intent */
const canBeByHand = ({ reason, order }) => reason !== "leak" && order === "replace-first";

/** @param {RotationWay} chosen */
const ways = (chosen) => html`<fieldset class="field"><legend class="field-label">${s.way}</legend>
  <div class="choice-cards">${WAYS.map((way) => html`<label class="choice-card"><input type="radio" name="rotate-way" id="rotate-way-${way}" value="${way}" ${flag("checked", way === chosen)} /><span class="choice-card-title">${s.ways[way].title}</span><span class="choice-card-note">${s.ways[way].note}</span></label>`)}</div>
</fieldset>`;

/** @param {ConnectionView} view */
const toBeMapped = (view) => html`<section class="part" aria-labelledby="mapping">
  <div class="part-head"><h2 id="mapping">${s.mapping}</h2></div>
  <div class="card">${mapping(view, "public.pem")}</div>
  <p class="part-note">${s.mappingNote}</p>
</section>`;

/** @param {ConnectionView} view @param {RotationPreview} preview @param {Intent} intent */
function situation(view, preview, { reason, order }) {
  const target = targetName(view);
  if (reason === "leak") {
    // Revoked already: nobody goes on without a break any more, and nothing is left to be shut out.
    if (preview.replaced?.state === "revoked") return callout({ id: "shut-out", tone: "warn", title: s.shutOutTitle, body: html`<p>${strings.rotation.state.noOld(capital(target))}</p>` });
    return callout({ tone: "danger", title: s.leakTitle, body: html`<p>${s.leakBody[order](target)}</p>` });
  }
  if (reason === "sandbox-refreshed") return callout({ tone: "warn", sign: "clock", title: s.goneTitle, body: html`<p>${s.goneBody(target)}</p>` });
  if (preview.old && preview.old.daysLeft > SOON && !preview.obstacle) return callout({ tone: "note", title: s.notDueTitle(preview.old.daysLeft), body: html`<p>${s.notDueBody}</p>` });
  return null;
}

/** @param {ConnectionView} view @param {RotationPreview} preview @param {number} most */
const slotsFull = (view, preview, most) => html`<div id="slots-full" data-obstacle="slots-full">${callout({
  tone: "warn",
  title: s.fullTitle(most),
  body: html`<p>${preview.dead.length > 0 ? s.fullBody : s.fullNone}</p>
    ${preview.dead.length > 0 && html`<ul class="dead" aria-label="${s.dead}">${preview.dead.map((certificate) => html`<li class="dead-line" data-certificate="${certificate.certificateId}">
      <span><span class="id">${idInSixes(certificate.certificateId)}</span><span class="cell-note cell-block">${whose(view, held(certificate))}</span>${certificate.validUntil && html`<span class="cell-note cell-block">${s.deadUntil(html`<time datetime="${certificate.validUntil}">${day(`${certificate.validUntil}T12:00:00Z`)}</time>`)}</span>`}</span>
      <a class="button button-danger" href="${hashOf({ screen: "certificates", id: view.id, revoke: certificate.certificateId })}">${s.revoke}<span class="visually-hidden"> ${certificate.certificateId.slice(0, 6)}</span></a>
    </li>`)}</ul>`}`,
  actions: html`<a class="button" href="${hashOf({ screen: "certificates", id: view.id })}">${s.openList}</a>${button({ act: "read-again", id: "read-again", label: s.checkAgain, sign: "rotate" })}`,
})}</div>`;

/** @param {ConnectionView} view @param {RotationPreview} preview */
function oldSide(view, preview) {
  const { old } = preview;
  const credential = view.credentials.find(({ id }) => id === old?.credentialId);
  const { replaced } = preview;
  if (!old && replaced) {
    return html`<div class="card side" data-side="old"><h3>${s.replaced}</h3>
      <dl class="facts facts-close">
        ${row(s.id, html`<span class="id-line"><span class="id">${shortId(replaced.certificateId)}</span>${copyButton(replaced.certificateId, s.id)}</span>`)}
        ${row(s.stateNow, fate(replaced))}
      </dl></div>`;
  }
  if (!old) return html`<div class="card side" data-side="old"><h3>${s.old}</h3><p class="small soft">${s.none}</p></div>`;
  return html`<div class="card side" data-side="old"><h3>${s.old}</h3>
    <dl class="facts facts-close">
      ${row(s.id, html`<span class="id-line"><span class="id">${shortId(old.certificateId)}</span>${copyButton(old.certificateId, s.id)}</span>`)}
      ${credential && row(s.key, `${strings.names.keyType[credential.keyType]}, ${credential.algorithm}`)}
      ${row(s.until, html`${dayTime(old.validUntil)}<span class="facts-note">${daysLeft(old.daysLeft, old.validUntil)}</span>`)}
      ${credential && row(s.subject, nameIn(credential.subject))}
    </dl></div>`;
}

/** @param {RotationPlan} plan */
const newSide = (plan) => html`<div class="card side side-new" data-side="new"><h3>${s.new}</h3>
  <dl class="facts facts-close">
    ${row(s.id, html`<span class="soft">${s.idLater}</span>`)}
    ${row(s.key, `${strings.names.keyType[plan.keyType]}, ${plan.algorithm}`)}
    ${row(s.until, html`${dayAfter(plan.days)}<span class="facts-note">${s.days(plan.days)}</span>`)}
    ${row(s.subject, plan.subject)}
  </dl></div>`;

/** @param {ConnectionView} view @param {RotationPreview} preview @param {RotationPlan} plan */
function more(view, preview, plan) {
  const days = [...new Set([preview.days, ...DAYS])].sort((one, other) => other - one);
  const types = view.target?.keyTypes ?? [preview.keyType];
  return html`<details class="more" id="more-plan">
    <summary class="more-summary">${icon("right")}${plan.way === "endpoint" ? s.more : s.moreByHand}</summary>
    <div class="more-body stack">
      <div class="pair">
        ${select({ id: "rotate-key", label: s.key, value: `${plan.keyType} ${plan.algorithm}`, options: types.flatMap((type) => ALGORITHMS[type].filter((algorithm) => view.target?.algorithms?.includes(algorithm) ?? true).map((algorithm) => ({ value: `${type} ${algorithm}`, label: `${strings.names.keyType[type]}, ${algorithm}` }))) })}
        ${select({ id: "rotate-days", label: strings.key.days, value: String(plan.days), options: days.map((count) => ({ value: String(count), label: strings.key.daysOption(count) })), hint: strings.key.daysHint(dayAfter(plan.days)) })}
      </div>
      ${field({ id: "rotate-subject", label: strings.key.subject, value: plan.subject, hint: strings.key.subjectHint })}
      ${plan.way === "endpoint" && html`<div class="pair">
        ${field({ id: "rotate-role", label: s.role, value: plan.role ?? "", hint: s.mappingHint, mono: true })}
        ${field({ id: "rotate-entity", label: s.entity, value: plan.entity ?? "", hint: s.mappingHint, mono: true })}
      </div>`}
    </div>
  </details>`;
}

/** @param {ConnectionView} view @param {RotationPreview} preview @param {Intent} intent */
function slotsThen(view, preview, intent) {
  if (!preview.slots) return null;
  const { active, most } = preview.slots;
  /** @type {Slot[]} */
  const all = preview.active.map((certificate) => {
    const isOld = certificate.certificateId === preview.old?.certificateId;
    return { id: certificate.certificateId, note: isOld ? (intent.order === "revoke-first" ? slots.inUseRevokeFirst : slots.inUse) : whose(view, held(certificate)), tone: isOld && intent.reason === "leak" ? "danger" : null };
  });
  if (active < most) all.push({ id: null, name: slots.newHere, note: slots.newHereNote, tone: "accent", free: true });
  return html`<section class="part" aria-labelledby="slots">
    <div class="part-head"><h2 id="slots">${slots.title}</h2><p class="part-note">${slots.note(active, most)}</p></div>
    ${slotRow([...all, ...Array.from({ length: Math.max(0, most - all.length) }, () => FREE)].slice(0, most))}
  </section>`;
}

/** @param {CertificateRow} row */
const held = ({ certificateId, holder, connectionName, vendor, roleName }) => ({ certificateId, holder, name: vendor ?? connectionName ?? roleName });

/** @param {ConnectionView} view @param {RotationPreview} preview @param {RotationPlan} plan @returns {RotationStep[]} */
function stepsOf(view, preview, plan) {
  /** Where the Consumer Key is not known, only the target can ask for a token. @type {RotationStep[]} */
  const replaced = ["key-stored", "uploaded", ...(view.integration.clientId === null ? [] : /** @type {RotationStep[]} */ (["proven"])), "handed-over", "switched"];
  if (!preview.old) return replaced;
  return plan.order === "revoke-first" ? ["old-revoked", ...replaced] : [...replaced, "old-revoked"];
}

/** @param {RotationPreview} preview @param {RotationPlan} plan */
function startLabel(preview, plan) {
  if (revokesFirst(preview, plan)) return s.start;
  return { renewal: s.start, "sandbox-refreshed": s.startGone, leak: s.startLeak }[plan.reason];
}

/** @param {RotationPreview} preview @param {RotationPlan} plan */
const revokesFirst = (preview, plan) => plan.order === "revoke-first" && preview.old !== null && !hasEnded(preview.old.validUntil);

function storeNow() {
  const now = vault();
  return now.state === "ready" ? strings.names.store[now.store] : strings.board.keychain;
}

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;

/** @type {RotationWay[]} */
const WAYS = ["endpoint", "by-hand"];
/** Days from which a rotation is proposed. */
const SOON = 60;
const DAYS = [730, 365, 180, 90];
/** RFC 7518, section 3.1; NetSuite binds the curve to the hash. @type {Record<KeyType, Algorithm[]>} */
const ALGORITHMS = { "rsa-4096": ["PS256", "PS384", "PS512"], "rsa-3072": ["PS256", "PS384", "PS512"], "p-256": ["ES256"], "p-384": ["ES384"], "p-521": ["ES512"] };
