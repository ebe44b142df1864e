// @ts-check
// Rotations, several at once, a refreshed sandbox and a leaked key, in every state.

import { BY_CERTIFICATE, held as heldCertificates, NOBODY, row, rows, SIGNED_IN } from "../certificates.js";
import * as fixtures from "../fixtures.js";
import { busy, due, handingOver, rotating, rotations, sandbox } from "../rotation.js";

/** @import * as ipc from "../../../../ui/types/ipc.d.ts" */
/** @import { Scene } from "../backend.js" */
/** @import { RotationsHeld } from "../rotation.js" */
/** @import { Shown } from "../scenes.js" */

const ROTATE = "#/connection/northwind/rotate";
const OFFLINE = /** @type {const} */ ({ kind: "offline", host: "4718203.restlets.api.netsuite.com", detail: "the connection was reset" });

/** @param {ipc.ConnectionView} view @param {Partial<RotationsHeld>} [part] @param {Partial<Scene>} [scene] @returns {Partial<Scene>} */
const one = (view, part = {}, scene = {}) => ({ connections: [view], rotations: rotations(part), ...scene });

const UNSETTLED = /** @type {const} */ ({ kind: "upload-unsettled", until: "2026-11-20T09:56:00Z" });
/** Its upload had no answer, and the list was read a moment ago. */
const unsettled = () => ({ unsettled: true, settlesAt: UNSETTLED.until, lastFailure: { at: "2026-11-20T09:46:00Z", kind: UNSETTLED.kind } });

/** Northwind with its old certificate. @param {Partial<ipc.ConnectionView>} [part] */
const northwind = (part = {}) => Object.assign(fixtures.runsOut(), { slots: fixtures.slots(3), due: "fourteen-days" }, part);

const early = () => northwind({ due: null, status: { kind: "in-order" }, credentials: [fixtures.credential({ state: "current", certificateIdConfirmed: true, certificateId: fixtures.OLD_ID, daysLeft: 320, validUntil: "2027-10-06T13:55:00Z" })] });
const gone = () => northwind({ due: null, status: { kind: "mapping-gone" }, account: fixtures.account("4718203_SB1"), credentials: [fixtures.credential({ state: "gone", certificateIdConfirmed: true, certificateId: fixtures.OLD_ID, daysLeft: 320, validUntil: "2027-10-06T13:55:00Z" })] });

/** Five of five, two of which look dead. */
const full = () => {
  const dead = rows().filter(({ state }) => state === "active").slice(1);
  return { slots: { active: 5, most: 5 }, active: [...rows().filter(({ state }) => state === "active"), row({ certificateId: "Pq0ZtBy2KdXc6mHa9fEu3gJi7oTb5RvQxC1Wn4LrV8s", roleName: "Warehouse Sync" }), row({ certificateId: "y2KdXc6mHa9fEu3gJi7oTb5RvQxC1Wn4LrV8sPq0ZtB", roleName: "Tax Filing" })], dead, obstacle: /** @type {const} */ ({ kind: "slots-full", most: 5 }) };
};

/** @type {Shown["then"]} */
const started = [["click", "#start"]];
const SEVERAL = () => [...busy(), due("orchard", "Orchard Dairy", "3388120"), due("tern", "Tern & Tide", "5117720", { due: "one-month" }), due("heron", "Heron Foods", "6627121", { due: "two-months" })];
const VERMEER = "#/connection/vermeer/refreshed";
const LEAK = "#/connection/northwind/leak/c1";
const END = "#/connection/northwind/end";
const LONG = "Nederlandse Vereniging van Onafhankelijke Groothandelaren in Bouwmaterialen en Aanverwante Artikelen";
/** @type {NonNullable<Shown["then"]>} */
const REVOKED = [["click", "#revoke-now"], ["fill", "#typed", fixtures.OLD_ID.slice(-6)], ["click", "[data-dialog=revoke-leaked] [data-act=confirm]"], ["wait", "#revoked"]];
/** @returns {ipc.VendorCertificateView[]} */
const VENDORS = () => [{ vendor: "Orbit Payroll B.V.", certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", subject: "CN=Orbit Payroll", fingerprint: "AB:B5", validUntil: "2028-03-03T00:00:00Z", daysLeft: 469, state: "active", seenAt: fixtures.NOW }];

/** @type {Record<string, Shown>} */
export const ROTATION_SCENES = {
  "rotate-preview": { scene: one(northwind()), hash: ROTATE },
  "rotate-preview-by-hand": { scene: one(northwind(), { preview: { slots: null, active: [], obstacle: { kind: "sign-in-needed" } } }), hash: ROTATE, then: [["click", "label:has(#rotate-way-by-hand)"], ["wait", "#mapping"]] },
  "rotate-preview-cli": { scene: one(northwind(fixtures.byCli())), hash: ROTATE, then: [["wait", "#mapping"]] },
  "rotate-upload-by-hand": { scene: one(rotating("key-stored", { way: "by-hand" })), hash: ROTATE, then: [["wait", "[data-sheet=upload-by-hand]"]] },
  "rotate-upload-by-hand-differs": { scene: one(rotating("key-stored", { way: "by-hand" })), hash: ROTATE, then: [["fill", "#certificate-id", fixtures.MISREAD_ID], ["click", "[data-act=confirm-id]"], ["wait", ".compare"]] },
  "rotate-hand-over-by-hand": { scene: one(rotating("proven", { way: "by-hand" })), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-old-by-hand": { scene: one(rotating("switched", { way: "by-hand" })), hash: ROTATE },
  "rotate-abandon-by-hand": { scene: one(rotating("key-stored", { way: "by-hand" })), hash: ROTATE, then: [["click", "#abandon"], ["wait", "dialog[open]"]] },
  "rotate-preview-more": { scene: one(northwind()), hash: ROTATE, then: [["click", "#more-plan summary"], ["select", "#rotate-key", "p-256 ES256"]] },
  "rotate-preview-early": { scene: one(early(), { access: { northwind: SIGNED_IN } }), hash: ROTATE },
  "rotate-preview-full": { scene: one(northwind(), { preview: full() }), hash: ROTATE },
  "rotate-preview-sign-in": { scene: one(northwind(), { access: { northwind: NOBODY }, preview: { slots: null, active: [], obstacle: { kind: "sign-in-needed" } } }), hash: ROTATE },
  "rotate-preview-gone": { scene: one(gone(), { access: { northwind: SIGNED_IN } }), hash: ROTATE },
  "rotate-preview-leak": { scene: one(northwind()), hash: `${ROTATE}/leak/replace-first` },
  "rotate-preview-leak-first": { scene: one(northwind(), { access: { northwind: SIGNED_IN } }), hash: `${ROTATE}/leak/revoke-first` },
  "rotate-preview-leak-full": { scene: one(northwind(), { access: { northwind: SIGNED_IN }, preview: full() }), hash: `${ROTATE}/leak/revoke-first` },
  "rotate-preview-failed": { scene: one(northwind(), {}, { failures: { rotation_preview: { kind: "endpoint-missing", host: "4718203.app.netsuite.com" } } }), hash: ROTATE },
  "rotate-key": { scene: one(northwind(), { pause: "key-stored" }), hash: ROTATE, then: [...started, ["wait", "#at-work[data-step=key-stored]"]] },
  "rotate-running": { scene: one(northwind(), { pause: "uploaded" }), hash: ROTATE, then: [...started, ["wait", "#at-work[data-step=uploaded]"]] },
  "rotate-stopped": { scene: one(northwind(), { stops: { northwind: [OFFLINE] } }), hash: ROTATE, then: [...started, ["wait", "#interrupted"]] },
  "rotate-interrupted": { scene: one(rotating("uploaded", { lastFailure: { at: "2026-11-19T16:19:00Z", kind: "timed-out" }, steps: [{ step: "key-stored", state: "done", at: "2026-11-19T16:18:00Z", notes: [] }, { step: "uploaded", state: "done", at: "2026-11-19T16:19:00Z", notes: [{ kind: "found-in-list" }] }, { step: "proven", state: "next", at: null, notes: [] }, { step: "handed-over", state: "later", at: null, notes: [] }, { step: "switched", state: "later", at: null, notes: [] }, { step: "old-revoked", state: "later", at: null, notes: [] }] })), hash: ROTATE },
  "rotate-unsettled": { scene: one(rotating("key-stored", unsettled()), { stops: { northwind: [UNSETTLED] } }), hash: ROTATE },
  "rotate-unsettled-stuck": { scene: one(rotating("key-stored", { ...unsettled(), lastFailure: { at: "2026-11-20T09:46:00Z", kind: "permission-missing" } })), hash: ROTATE },
  "board-unsettled": { scene: one(rotating("key-stored", unsettled())), hash: "#/connections" },
  "rotate-interrupted-sign-in": { scene: one(rotating("key-stored", { lastFailure: { at: "2026-11-20T09:40:00Z", kind: "sign-in-ended" } })), hash: ROTATE },
  "rotate-interrupted-signed-in": { scene: one(rotating("key-stored", { lastFailure: { at: "2026-11-20T09:40:00Z", kind: "sign-in-ended" } }), {}, { certificates: { ...heldCertificates(), access: SIGNED_IN } }), hash: ROTATE },
  "rotate-interrupted-certificate": { scene: one(rotating("switched", { lastFailure: { at: "2026-11-20T09:40:00Z", kind: "sign-in-needed" }, next: "continue" }), {}, { certificates: { ...heldCertificates(), access: BY_CERTIFICATE } }), hash: ROTATE },
  "rotate-stopped-sign-in": { scene: one(northwind(), { stops: { northwind: [{ kind: "sign-in-ended" }] } }), hash: ROTATE, then: [...started, ["wait", "#interrupted"]] },
  "rotate-abandoning-sign-in": { scene: one(rotating("uploaded", { abandoning: true, lastFailure: { at: "2026-11-20T09:40:00Z", kind: "sign-in-needed" } })), hash: ROTATE },
  "rotate-abandoning-unsettled": { scene: one(rotating("key-stored", { ...unsettled(), abandoning: true })), hash: ROTATE },
  "rotate-abandoning": { scene: one(rotating("uploaded", { abandoning: true, lastFailure: { at: "2026-11-20T09:40:00Z", kind: "offline" } })), hash: ROTATE },
  "rotate-moved": { scene: one(rotating("uploaded", { mayRunElsewhere: true })), hash: ROTATE },
  "rotate-paused": { scene: one(rotating(null)), hash: ROTATE },
  "rotate-elsewhere": { scene: one(elsewhere()), hash: ROTATE },
  "rotate-hand-over": { scene: one(rotating("proven")), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-hand-over-algorithm": { scene: one(handingOver(fixtures.TARGETS.mulesoft, { keyType: "p-521", algorithm: "ES512" })), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-hand-over-cli": { scene: one(handingOver(fixtures.TARGETS["suitecloud-cli"])), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-hand-over-other": { scene: one(handingOver(fixtures.TARGETS.other)), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-hand-over-unseen": { scene: one(handingOver(fixtures.TARGETS.workato, { keyType: "p-256", algorithm: "ES256" })), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-hand-over-no-old": { scene: one(handingOver(fixtures.TARGETS.alumio, { keyType: "p-256", algorithm: "ES256" }, { reason: "sandbox-refreshed", old: null, replaced: { certificateId: fixtures.OLD_ID, state: "gone", revoked: null } })), hash: ROTATE, then: [["wait", ".kit"]] },
  "rotate-hand-over-exported": { scene: one(rotating("proven")), hash: ROTATE, then: [["wait", ".kit"], ["click", "#export-key"], ["click", "[data-dialog=export-key] [data-act=confirm]"], ["wait", ".toast"]] },
  "rotate-switch": { scene: one(rotating("handed-over")), hash: ROTATE },
  "rotate-switch-stuck": { scene: one(rotating("handed-over")), hash: ROTATE, then: [["click", "#not-working"], ["wait", "#stuck"]] },
  "rotate-revoke-old": { scene: one(rotating("switched")), hash: ROTATE },
  "rotate-revoke-dialog": { scene: one(rotating("switched")), hash: ROTATE, then: [["click", "#revoke-old"], ["fill", "#typed", "PXP2k"]] },
  "rotate-revoke-ready": { scene: one(rotating("switched")), hash: ROTATE, then: [["click", "#revoke-old"], ["fill", "#typed", fixtures.OLD_ID.slice(-6)]] },
  "rotate-ended": { scene: one(rotating("switched")), hash: ROTATE, then: [["click", "#leave-old"], ["wait", "#ended"]] },
  "rotate-notes": { scene: one(noted()), hash: ROTATE },
  "rotate-leak-first": { scene: one(rotating(null, { reason: "leak", order: "revoke-first" })), hash: ROTATE },
  "rotate-abandon": { scene: one(rotating("proven")), hash: ROTATE, then: [["click", "#abandon"], ["wait", "dialog[open]"]] },
  "board-rotations": { scene: { connections: busy() }, hash: "#/connections" },
  "several": { scene: { connections: SEVERAL(), rotations: rotations({ access: { tern: NOBODY } }) }, hash: "#/rotate" },
  "several-none": { scene: { connections: [fixtures.connection(null)] }, hash: "#/rotate" },
  "several-running": { scene: { connections: SEVERAL(), rotations: rotations({ pause: "uploaded", stops: { kestrel: [OFFLINE] } }) }, hash: "#/rotate", then: [["click", "#choose-all"], ["click", "#start"], ["wait", "#at-work"]] },
  "several-left": { scene: { connections: SEVERAL(), rotations: rotations({ stops: { orchard: [{ kind: "permission-missing", detail: "" }] } }) }, hash: "#/rotate", then: [["click", "#choose-all"], ["click", "#start"], ["wait", "#left"]] },
  "refreshed": { scene: { connections: sandbox(false) }, hash: VERMEER },
  "refreshed-mark": { scene: { connections: sandbox(false) }, hash: VERMEER, then: [["click", "#mark"], ["wait", "dialog[open]"]] },
  "refreshed-sign-in": { scene: { connections: sandbox(true) }, hash: VERMEER },
  "refreshed-ready": { scene: { connections: sandbox(true), rotations: rotations({ access: { vermeer: SIGNED_IN } }) }, hash: VERMEER },
  "refreshed-done": { scene: { connections: sandbox(true), rotations: rotations({ access: { vermeer: SIGNED_IN }, stops: { "vermeer-cli": [{ kind: "permission-missing", detail: "" }] } }) }, hash: VERMEER, then: [["click", "#start"], ["wait", "[data-line=stopped]"]] },
  "leak": { scene: one(northwind()), hash: LEAK },
  "leak-sign-in": { scene: one(northwind(), {}, { certificates: { ...heldCertificates(), access: BY_CERTIFICATE } }), hash: LEAK, then: [["click", "#revoke-now"], ["wait", "#revoke-sign-in"]] },
  "leak-obstacle": { scene: one(northwind(), {}, { certificates: { ...heldCertificates(), access: BY_CERTIFICATE } }), hash: LEAK },
  "leak-by-hand": { scene: one(northwind()), hash: LEAK, then: [["click", "#by-hand summary"]] },
  "leak-by-hand-done": { scene: one(northwind()), hash: LEAK, then: [["click", "#by-hand summary"], ["click", "#revoked-by-hand"], ["wait", "#revoked"]] },
  "leak-no-client-id": { scene: one(northwind({ ...fixtures.byCli(), credentials: fixtures.runsOut().credentials })), hash: LEAK },
  "leak-dialog": { scene: one(northwind()), hash: LEAK, then: [["click", "#revoke-now"], ["wait", "dialog[open]"]] },
  "leak-revoked": { scene: one(northwind()), hash: LEAK, then: REVOKED },
  "leak-preview-revoked": { scene: one(northwind()), hash: LEAK, then: [...REVOKED, ["click", "#replace"], ["wait", "[data-screen=rotate-preview] #start"]] },
  "leak-ended": { scene: one(northwind()), hash: LEAK, then: [...REVOKED, ["click", "#replace"], ["click", "[data-screen=rotate-preview] #start"], ["click", "#handed-over"], ["click", "#switched"], ["wait", "#ended"]] },
  "end": { scene: one(northwind({ vendorCertificates: VENDORS() }), {}, { certificates: { ...heldCertificates(), access: SIGNED_IN } }), hash: END },
  "end-sign-in": { scene: one(northwind(), {}, { certificates: { ...heldCertificates(), access: BY_CERTIFICATE } }), hash: END, then: [["click", "#ending-certificates [data-act=revoke]"], ["wait", "#revoke-sign-in"]] },
  "end-by-hand": { scene: one(northwind(), {}, { certificates: { ...heldCertificates(), access: SIGNED_IN } }), hash: END, then: [["click", "#by-hand summary"]] },
  "end-none": { scene: { connections: [fixtures.connection("upload", { name: LONG })] }, hash: END },
  "end-remove": { scene: { connections: [fixtures.connection("upload", { name: LONG })] }, hash: END, then: [["click", "#remove"], ["wait", "dialog[open]"]] },
  "end-rotating": { scene: one(rotating("proven"), {}, { certificates: { ...heldCertificates(), access: SIGNED_IN } }), hash: END },
  "connection-revoked": { scene: one(northwind({ status: { kind: "revoked" }, credential: null, credentials: fixtures.runsOut().credentials.map((known) => ({ ...known, state: "revoked", revoked: { at: fixtures.NOW, by: "word" } })) })), hash: "#/connection/northwind" },
  "connection-slots-full": { scene: one(northwind({ slots: fixtures.slots(5) })), hash: "#/connection/northwind" },
  "leak-many": { scene: { connections: [northwind()], rotations: rotations({ leak: { uses: [use("northwind", "Northwind Traders", "alumio"), use("harbour", "Harbour Books", "other")] } }) }, hash: LEAK },
  "connection-rotating": { scene: one(rotating("proven")), hash: "#/connection/northwind" },
  "connection-interrupted": { scene: one(rotating("uploaded", { lastFailure: { at: "2026-11-19T16:19:00Z", kind: "timed-out" } })), hash: "#/connection/northwind" },
  "connection-mapping-gone": { scene: one(gone()), hash: "#/connection/northwind" },
};

/** @param {string} id @param {string} name @param {string} of @returns {ipc.LeakUse} */
function use(id, name, of) {
  const target = { target: of, label: fixtures.targetOf(of)?.label ?? "" };
  return { connectionId: id, connectionName: name, credentialId: "c1", certificateId: fixtures.OLD_ID, target, accountId: "4718203", exportedTo: id === "northwind" ? ["/home/mira/Documents/private.pem", "/home/mira/Desktop/northwind alumio key.pem"] : [], storedIn: id === "northwind" ? [{ store: "vault", location: "secret/netsuite/northwind-traders-alumio, field private_key, at https://vault.northwind.example:8200" }] : [], lastTokenUntil: null, rotation: null };
}

function elsewhere() {
  const view = rotating("key-stored");
  if (view.rotation) view.rotation.next = null;
  view.status = { kind: "rotating", next: null, interrupted: false };
  return view;
}

/** Everything that may be noted beside a step. */
function noted() {
  const view = rotating("proven");
  const [, uploaded] = view.rotation?.steps ?? [];
  uploaded?.notes.push({ kind: "found-in-list" }, { kind: "other-id", predicted: fixtures.MISREAD_ID }, { kind: "date-shortened", validUntil: "2028-11-11" });
  return view;
}
