// @ts-check
// What several screens need to know of a rotation: which step comes next, whose a certificate is, what became of the old one.

import { hasEnded, recentTime } from "../../lib/format.js";
import { strings } from "../../strings/en/all.js";

/** @import { ConnectionView, CredentialView, KeyHolder, ReplacedView, RotationAct, RotationSide, RotationStep, RotationView } from "../../types/ipc.d.ts" */

/** The first step that is not true yet. @param {RotationView} rotation @returns {RotationStep | null} */
export const nextStep = (rotation) => rotation.steps.find(({ state }) => state === "next")?.step ?? rotation.steps.find(({ state }) => state !== "done")?.step ?? null;

/** @param {RotationView} rotation @param {RotationStep} step */
export const isTrue = (rotation, step) => rotation.steps.some((line) => line.step === step && line.state === "done");

/** When a step became true. @param {RotationView} rotation @param {RotationStep} step */
export const trueSince = (rotation, step) => rotation.steps.find((line) => line.step === step && line.state === "done")?.at ?? null;

/** @param {ConnectionView} view @param {RotationSide | null} side @returns {CredentialView | null} */
export const credentialOf = (view, side) => view.credentials.find(({ id }) => id === side?.credentialId) ?? null;

/** Whether the target can fetch tokens with the old certificate. @param {RotationView} rotation */
export const oldWorks = (rotation) => rotation.old !== null && !rotation.old.revoked && !isTrue(rotation, "old-revoked") && !hasEnded(rotation.old.validUntil);

/** What the user does next; null while there is nothing for them to do. @param {RotationAct | null} next @returns {Exclude<RotationAct, "continue"> | null} */
export const waitsFor = (next) => (next === null || next === "continue" ? null : next);

/**
 * Whether Certdesk reads NetSuite's list by itself for an upload without an answer, after its last act failed in this way. What
 * only the user can put right is not tried again and again.
 * @param {string | null} kind of the last failure
 */
export const looksByItself = (kind) => kind === null || LOOKS.includes(kind);

const LOOKS = ["upload-unsettled", "offline", "timed-out", "server-failed", "too-many-requests", "answer-empty", "answer-not-json", "answer-too-large", "redirected", "tls-failed", "sign-in-needed", "sign-in-ended", "vault-locked", "vault-unavailable", "practice-not-running", "rotation-elsewhere", "busy"];

/** What has to be typed before a certificate is revoked. @param {string} certificateId */
export const lastSix = (certificateId) => certificateId.slice(-6);

/**
 * Whose a certificate in a slot is: one of this connection by how far it has come, one of another
 * connection or of a vendor by name.
 * @param {ConnectionView} view
 * @param {{ certificateId: string, holder: KeyHolder, name: string | null }} certificate
 */
export function whose(view, { certificateId, holder, name }) {
  const s = strings.rotation.slots;
  const credential = view.credentials.find((known) => known.certificateId === certificateId);
  if (credential) return s.ofThis[credential.state];
  if (holder === "vendor" && name) return s.ofVendor(name);
  if (holder === "ours") return name ? s.ofConnection(name) : s.ours;
  return name ? s.ofRole(name) : s.unknown;
}

/** What became of a certificate that was in use before. @param {ReplacedView} replaced */
export function fate({ state, revoked }) {
  const s = strings.rotation.fate;
  if (state !== "revoked") return s.gone;
  return revoked ? s.revokedBy[revoked.by](recentTime(revoked.at)) : s.revoked;
}
