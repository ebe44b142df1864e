// @ts-check
// The stand-in's answers for rotations, refreshed sandboxes and leaked keys. A rotation is really
// driven, step by step, as far as the scene lets it.

import { BY_CERTIFICATE, NOBODY, row, SIGNED_IN } from "./certificates.js";
import * as fixtures from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} RotationsHeld
 * @property {Partial<ipc.RotationPreview>} preview what differs in the answer
 * @property {Record<string, ipc.Failure[]>} stops by connection, what its next drives end with
 * @property {ipc.RotationStep | null} pause the step at which driving never comes back
 * @property {Record<string, ipc.AccessView>} access by connection
 * @property {Partial<ipc.LeakView>} leak what differs in the answer
 */

export const NEW_ID = fixtures.EXPECTED_ID;
const OTHER_ID = "DcEGnBk5TqPz0aYdHsL7mGf3cVo9eEj1iWnKtQ8TZ0c";
const LATER = "2026-11-20T09:46:20Z";

/** @param {Partial<RotationsHeld>} [part] @returns {RotationsHeld} */
export const rotations = (part = {}) => ({ preview: {}, stops: {}, pause: null, access: {}, leak: {}, ...part });

/** @type {ipc.RotationStep[]} */
const ORDER = ["key-stored", "uploaded", "proven", "handed-over", "switched", "old-revoked"];

/**
 * A rotation that has come to `reached`; null is one that was only planned.
 * @param {ipc.RotationStep | null} reached
 * @param {Partial<ipc.RotationView>} [part]
 * @returns {ipc.RotationView}
 */
export function rotation(reached, part = {}) {
  const { order: sequence = "replace-first", way = "endpoint", old = side(fixtures.OLD_ID, "c1", 12, "2026-12-02T13:55:00Z") } = part;
  const usual = ORDER.filter((step) => step !== "old-revoked");
  const steps = old === null ? usual : sequence === "revoke-first" ? [/** @type {const} */ ("old-revoked"), ...usual] : ORDER;
  const at = reached ? steps.indexOf(reached) + 1 : 0;
  /** @type {ipc.RotationView} */
  const made = {
    reason: "renewal", order: sequence, way, startedAt: "2026-11-19T16:17:00Z", old, new: null,
    steps: steps.map((step, index) => ({ step, state: index < at ? "done" : index === at ? "next" : "later", at: index < at ? `2026-11-19T16:${18 + index}:00Z` : null, notes: [] })),
    next: null, canAbandon: true, canLeaveOld: false, abandoning: false, unsettled: false, mayRunElsewhere: false, settlesAt: null, lastFailure: null, replaced: null, slots: null, ...part,
  };
  return settle(made);
}

/** Works out what can be done next. @param {ipc.RotationView} rotation */
function settle(rotation) {
  const next = rotation.steps.find(({ state }) => state !== "done");
  for (const line of rotation.steps) if (line.state !== "done") line.state = line === next ? "next" : "later";
  rotation.next = next === undefined ? null : next.step === "uploaded" && rotation.way === "by-hand" ? "upload-by-hand" : next.step === "handed-over" ? "hand-over" : next.step === "switched" ? "switch" : next.step === "old-revoked" ? "revoke-old" : "continue";
  rotation.canAbandon = !rotation.steps.some(({ step, state }) => step === "switched" && state === "done");
  rotation.canLeaveOld = rotation.next === "revoke-old" && !rotation.canAbandon;
  if (rotation.steps.some(({ step, state }) => step === "key-stored" && state === "done")) rotation.new ??= side(NEW_ID, "c9", 728, "2028-11-18T09:31:00Z");
  return rotation;
}

/** @param {string} certificateId @param {string} credentialId @param {number} daysLeft @param {string} validUntil @returns {ipc.RotationSide} */
const side = (certificateId, credentialId, daysLeft, validUntil) => ({ credentialId, certificateId, validUntil, daysLeft, revoked: false });

/**
 * Northwind, whose certificate runs out, in the middle of a rotation.
 * @param {ipc.RotationStep | null} reached
 * @param {Partial<ipc.RotationView>} [part]
 * @param {Partial<ipc.ConnectionView>} [of]
 */
export function rotating(reached, part = {}, of = {}) {
  const view = Object.assign(fixtures.runsOut(), { slots: { active: 3, most: 5, at: "2026-11-20T09:40:00Z", holders: HOLDERS() }, due: "fourteen-days" }, of);
  const [current] = view.credentials;
  const under = rotation(reached, { ...(current && part.old === undefined ? { old: side(current.certificateId, current.id, current.daysLeft, current.validUntil) } : {}), ...part });
  return carry(view, under);
}

/** Northwind's own, an earlier one of its own that was left to run out, and a vendor's. @returns {ipc.SlotHolder[]} */
export const HOLDERS = () => [
  { certificateId: fixtures.OLD_ID, holder: "ours", name: "Northwind Traders" },
  { certificateId: "BxUNwiRk5TqPz0aYdHsL7mGf3cVo9eEj1iWnKtQ8JXK", holder: "ours", name: "Northwind Traders" },
  { certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", holder: "vendor", name: "Orbit Payroll B.V." },
];

/** NetSuite's slots with what the rotation has put there or taken away. @param {ipc.ConnectionView} view @param {ipc.RotationView} under @returns {ipc.SlotsSeen | null} */
function slotsOf(view, under) {
  const seen = view.slots;
  if (!seen) return null;
  const is = (/** @type {ipc.RotationStep} */ wanted) => under.steps.some(({ step, state }) => step === wanted && state === "done");
  let { holders, active } = seen;
  if (is("uploaded") && under.new && !holders.some(({ certificateId }) => certificateId === under.new?.certificateId)) {
    if (holders.length > 0) holders = [...holders, { certificateId: under.new.certificateId, holder: "ours", name: view.name }];
    active += 1;
  }
  if (is("old-revoked") && under.old) {
    const before = holders.length;
    holders = holders.filter(({ certificateId }) => certificateId !== under.old?.certificateId);
    if (holders.length < before) active -= 1;
  }
  return { ...seen, holders, active };
}

/** @param {ipc.RotationView} under */
const isUploaded = ({ steps }) => steps.some(({ step, state }) => step === "uploaded" && state === "done");

/** The key that each rotation was asked for. @type {WeakMap<ipc.RotationView, Pick<ipc.CredentialView, "keyType" | "algorithm" | "signature">>} */
const planned = new WeakMap();

/** @param {ipc.ConnectionView} view @param {ipc.RotationView} under */
function carry(view, under) {
  view.rotation = under;
  under.slots = slotsOf(view, under);
  view.status = { kind: "rotating", next: under.next, interrupted: under.lastFailure !== null };
  if (under.new && !view.credentials.some(({ id }) => id === under.new?.credentialId)) {
    view.credentials.unshift(fixtures.credential({ id: under.new.credentialId, certificateId: under.new.certificateId, ...planned.get(under), ...(isUploaded(under) ? { certificateIdConfirmed: true, state: "proven" } : {}) }));
  }
  const switched = under.steps.some(({ step, state }) => step === "switched" && state === "done");
  if (switched && under.new) view.credential = under.new.credentialId;
  return view;
}

/**
 * The same before the target has the new values.
 * @param {ipc.TargetView} target
 * @param {Partial<ipc.CredentialView>} [fresh] what differs in the new certificate
 * @param {Partial<ipc.RotationView>} [part]
 */
export function handingOver(target, fresh = {}, part = {}) {
  const view = rotating("proven", part, { target });
  const [made, former] = view.credentials;
  Object.assign(made ?? {}, fresh);
  if (former && view.rotation?.replaced) former.state = view.rotation.replaced.state;
  return view;
}

/** @param {string} id @param {string} name @param {string} account @param {Partial<ipc.ConnectionView>} [part] */
export const due = (id, name, account, part = {}) => Object.assign(fixtures.runsOut(), { id, name, account: fixtures.account(account), slots: fixtures.slots(2), due: "fourteen-days" }, part);

/** @param {number} days */
const lasting = (days) => fixtures.runsOut().credentials.map((credential, index) => (index === 0 ? { ...credential, daysLeft: days, validUntil: new Date(Date.parse(fixtures.NOW) + days * 86_400_000).toISOString() } : credential));

/** The board of a busy week. @returns {ipc.ConnectionView[]} */
export const busy = () => [
  Object.assign(fixtures.runsOut(), { slots: fixtures.slots(3), due: "fourteen-days" }),
  rotating("uploaded", { lastFailure: { at: "2026-11-19T16:19:00Z", kind: "timed-out" } }, { id: "kestrel", name: "Kestrel Logistics", target: fixtures.TARGETS.other, account: fixtures.account("7315566"), credentials: lasting(41), due: "two-months" }),
  rotating("proven", {}, { id: "beispiel", name: "Beispiel GmbH", account: fixtures.account("5530917"), due: "one-month", credentials: lasting(24) }),
  rotating("switched", {}, { id: "larkspur", name: "Larkspur Medical", account: fixtures.account("8127750"), credentials: lasting(9), due: null }),
  due("vermeer", "Vermeer & Zoon", "3904471_SB2", { status: { kind: "mapping-gone" }, slots: fixtures.slots(0), due: null, target: fixtures.TARGETS.other, credentials: [fixtures.credential({ state: "gone", certificateIdConfirmed: true, daysLeft: 470, validUntil: "2028-03-04T00:00:00Z" })] }),
  due("alder", "Alder & Finch Foods", "6627120", { credentials: lasting(52), due: "two-months", slots: fixtures.slots(5) }),
  Object.assign(fixtures.connection(null), { id: "harbour", name: "Harbour Books", account: fixtures.account("2260418"), slots: fixtures.slots(1) }),
];

/** Three of one sandbox, one of them without a certificate. @param {boolean} gone @returns {ipc.ConnectionView[]} */
export function sandbox(gone) {
  /** @type {Partial<ipc.ConnectionView>} */
  const status = { status: { kind: gone ? "mapping-gone" : "in-order" } };
  /** @type {ipc.CredentialState} */
  const state = gone ? "gone" : "current";
  /** @param {string} certificateId */
  const pair = (certificateId) => ({ credentials: [fixtures.credential({ state, certificateId, certificateIdConfirmed: true, daysLeft: 470, validUntil: "2028-03-04T00:00:00Z" })] });
  return [
    fixtures.connection(null, { id: "vermeer", name: "Vermeer & Zoon", account: fixtures.account("3904471_SB2"), ...status, ...pair(fixtures.OLD_ID) }),
    fixtures.connection(null, { id: "vermeer-webshop", name: "Vermeer webshop", target: fixtures.TARGETS.other, account: fixtures.account("3904471_SB2"), ...status, ...pair("ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt") }),
    fixtures.connection(null, { id: "vermeer-cli", name: "Vermeer deployments", target: fixtures.TARGETS["suitecloud-cli"], account: fixtures.account("3904471_SB2"), ...status, ...pair(OTHER_ID) }),
    fixtures.connection("key", { id: "vermeer-new", name: "Vermeer forecasts", account: fixtures.account("3904471_SB2") }),
  ];
}

/** @param {FakeBackend} backend @param {string} id */
const accessOf = (backend, id) => held(backend).access[id] ?? BY_CERTIFICATE;

/** @param {FakeBackend} backend @returns {RotationsHeld} */
const held = (backend) => (backend.scene.rotations ??= rotations());

/** @param {ipc.ConnectionView} view @param {ipc.RotationPlan} plan */
function begin(view, plan) {
  if (view.rotation) throw { kind: "rotation-under-way" };
  const current = view.credentials.find(({ id }) => id === view.credential) ?? view.credentials[0];
  const usable = current && current.state !== "gone" && current.state !== "revoked" && plan.reason !== "sandbox-refreshed";
  const old = usable ? side(current.certificateId, current.id, current.daysLeft, current.validUntil) : null;
  const under = rotation(null, { reason: plan.reason, order: plan.order, way: plan.way, startedAt: fixtures.NOW, old, replaced: old ? null : replacedOf(view) });
  if (view.integration.clientId === null) under.steps = under.steps.filter(({ step }) => step !== "proven");
  planned.set(under, { keyType: plan.keyType, algorithm: plan.algorithm, signature: plan.signature });
  return carry(view, settle(under));
}

/** The certificate that was in use before. @param {ipc.ConnectionView} view @returns {ipc.ReplacedView | null} */
function replacedOf(view) {
  const away = view.credentials.find(({ state }) => state === "revoked" || state === "gone");
  return away ? { certificateId: away.certificateId, state: away.state, revoked: away.revoked } : null;
}

/** @param {ipc.RotationView} under @param {ipc.RotationStep} step @param {ipc.RotationNote[]} [notes] */
function reach(under, step, notes = []) {
  for (const line of under.steps) if (line.step === step) Object.assign(line, { state: "done", at: LATER, notes });
  under.lastFailure = null;
  Object.assign(under, { unsettled: false, settlesAt: null });
  return settle(under);
}

/**
 * Does what needs no user, telling each step.
 * @param {FakeBackend} backend @param {ipc.ConnectionView} view @param {(rotation: ipc.RotationView) => void} tell
 */
async function drive(backend, view, tell) {
  const { rotation: under } = view;
  if (!under) throw { kind: "rotation-missing" };
  while (under.next === "continue") {
    const step = under.steps.find(({ state }) => state === "next")?.step ?? "key-stored";
    await null;
    if (held(backend).pause === step) await paused(backend, view, step);
    const failure = step === "key-stored" ? null : held(backend).stops[view.id]?.shift();
    if (failure) {
      under.lastFailure = { at: now(), kind: failure.kind };
      if (failure.kind === "upload-unsettled") Object.assign(under, { unsettled: true, settlesAt: failure.until });
      carry(view, under);
      throw failure;
    }
    // Nothing arrived in all the time it had: another pair takes its place.
    const lost = step === "uploaded" && under.settlesAt !== null && Date.parse(under.settlesAt) <= Date.now();
    if (lost) under.new = side(OTHER_ID, "c10", 728, "2028-11-18T09:31:00Z");
    reach(under, step);
    carry(view, under);
    tell(structuredClone(under));
  }
  return view;
}

/** What the page's clock says, which a test may move. */
const now = () => new Date().toISOString();

/** It never comes back; only the search for a key can be cancelled. @param {FakeBackend} backend @param {ipc.ConnectionView} view @param {ipc.RotationStep} step */
const paused = (backend, view, step) =>
  new Promise((_resolve, reject) => {
    if (step === "key-stored") backend.searches.set(view.id, (outcome) => reject({ kind: outcome }));
  });

/** @param {ipc.ConnectionView} view @param {ipc.RotationStep} step */
function step(view, step) {
  if (!view.rotation) throw { kind: "rotation-missing" };
  return carry(view, reach(view.rotation, step));
}

/** @param {ipc.ConnectionView} view @param {boolean} oldKept */
function end(view, oldKept) {
  for (const credential of view.credentials) {
    if (credential.id === view.rotation?.old?.credentialId) credential.state = oldKept ? "superseded" : "revoked";
    if (credential.id === view.rotation?.new?.credentialId) credential.state = "current";
  }
  view.rotation = null;
  view.status = { kind: "in-order" };
  return view;
}

/** @param {FakeBackend} backend @param {string} id @returns {ipc.AccountConnections} */
function accountOf(backend, id) {
  const own = backend.find(id);
  const access = held(backend).access[id] ?? NOBODY;
  return {
    accountId: own.account?.accountId ?? "", practice: own.practice, access,
    connections: backend.scene.connections.filter(({ account }) => account?.accountId === own.account?.accountId).map((view) => ({
      id: view.id, name: view.name, target: fixtures.named(view), certificateId: view.credentials[0]?.certificateId ?? null,
      gone: view.credentials.some(({ state }) => state === "gone"), obstacle: access.by.kind === "none" ? { kind: "sign-in-needed" } : null, rotation: view.rotation,
    })),
  };
}

/** @param {FakeBackend} backend @param {string} id @param {string} credentialId @returns {ipc.LeakView} */
function leakOf(backend, id, credentialId) {
  const view = backend.find(id);
  const credential = view.credentials.find((credential) => credential.id === credentialId);
  if (!credential) throw { kind: "connection-unknown" };
  const { access } = backend.scene.certificates;
  const byItself = access.by.kind === "certificate" && access.by.certificateId === credential.certificateId;
  return {
    certificateId: credential.certificateId, access: byItself ? { ...access, by: { kind: "none" } } : SIGNED_IN, revokeObstacle: byItself ? { kind: "revokes-itself" } : null,
    uses: [{ connectionId: id, connectionName: view.name, credentialId, certificateId: credential.certificateId, target: fixtures.named(view), accountId: view.account?.accountId ?? null, exportedTo: credential.exportedKey ? [credential.exportedKey.path] : [], storedIn: [], lastTokenUntil: "2026-11-20T10:12:00Z", rotation: view.rotation }],
    ...held(backend).leak,
  };
}

/** @param {FakeBackend} backend @param {string} id @returns {ipc.EndingView} */
function endingOf(backend, id) {
  const view = fixtures.decided(backend.find(id));
  const { access } = backend.scene.certificates;
  /** @type {ipc.Failure | null} */
  const obstacle = access.by.kind === "none" ? { kind: "sign-in-needed" } : null;
  const own = view.credentials.filter(({ state, certificateIdConfirmed }) => ["uploaded", "proven", "current"].includes(state) || (state === "superseded" && certificateIdConfirmed));
  return {
    connection: view, access,
    certificates: [
      ...own.map(({ certificateId, validUntil, daysLeft }) => ({ certificateId, vendor: null, validUntil, daysLeft, obstacle: access.by.kind === "certificate" ? (access.by.certificateId === certificateId ? /** @type {const} */ ({ kind: "revokes-itself" }) : null) : obstacle })),
      ...view.vendorCertificates.filter(({ state }) => state === "active").map(({ certificateId, vendor, validUntil, daysLeft }) => ({ certificateId, vendor, validUntil, daysLeft, obstacle })),
    ],
  };
}

/** @param {string} typed @param {string | undefined} certificateId */
function confirmed(typed, certificateId) {
  if (typed !== certificateId?.slice(-6)) throw { kind: "confirmation-differs" };
}

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const ROTATION_COMMANDS = {
  rotation_preview: (backend, { id }) => {
    const view = backend.find(id);
    const current = view.credentials.find(({ id }) => id === view.credential) ?? view.credentials[0];
    const usable = current && current.state !== "gone" && current.state !== "revoked";
    const active = [...(usable ? [row({ certificateId: current.certificateId, holder: "ours", connectionId: id, connectionName: view.name, credentialId: current.id })] : []), row({ certificateId: OTHER_ID, roleName: "Warehouse Sync" }), row({ certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", holder: "vendor", vendor: "Orbit Payroll B.V." })];
    return {
      old: usable ? side(current.certificateId, current.id, current.daysLeft, current.validUntil) : null, replaced: usable ? null : replacedOf(view),
      keyType: "rsa-4096", algorithm: "PS256", signature: "pss", days: 730, subject: view.suggestedSubject, role: "1042", entity: "1187", access: accessOf(backend, id),
      slots: { active: active.length, most: 5 }, active, dead: [], obstacle: null, ...held(backend).preview,
    };
  },
  rotation_start: (backend, { id, plan }) => begin(backend.find(id), plan),
  rotation_continue: (backend, { id, onStep }) => drive(backend, backend.find(id), (told) => onStep.onmessage(told)),
  rotation_uploaded: (backend, { id, text, accept }) => {
    const view = backend.find(id);
    const fresh = view.credentials.find(({ id }) => id === view.rotation?.new?.credentialId);
    if (text.trim().length !== 43) throw { kind: "certificate-id-invalid", length: text.trim().length };
    if (fresh && text.trim() !== fresh.certificateId && !accept) throw { kind: "certificate-id-differs", expected: fresh.certificateId, entered: text.trim() };
    if (fresh) Object.assign(fresh, { certificateId: text.trim(), certificateIdConfirmed: true, state: "uploaded" });
    return step(view, "uploaded");
  },
  rotation_go_on_here: (backend, { id }) => {
    const view = backend.find(id);
    if (!view.rotation) throw { kind: "rotation-missing" };
    view.rotation.mayRunElsewhere = false;
    return view;
  },
  rotation_hand_over: (backend, { id }) => step(backend.find(id), "handed-over"),
  rotation_switch: (backend, { id }) => {
    const view = step(backend.find(id), "switched");
    return view.rotation?.next === "revoke-old" ? view : end(view, false);
  },
  rotation_revoke_old: (backend, { id, typed }) => {
    const view = backend.find(id);
    confirmed(typed, view.rotation?.old?.certificateId);
    step(view, "old-revoked");
    return view.rotation?.next === "continue" ? view : end(view, false);
  },
  rotation_leave_old: (backend, { id }) => end(backend.find(id), true),
  rotation_abandon: (backend, { id }) => {
    const view = backend.find(id);
    const failure = held(backend).stops[id]?.shift();
    if (failure && view.rotation) {
      Object.assign(view.rotation, { abandoning: true, lastFailure: { at: now(), kind: failure.kind } });
      throw failure;
    }
    view.credentials = view.credentials.filter((credential) => credential.id !== view.rotation?.new?.credentialId);
    view.rotation = null;
    view.status = view.credentials[0]?.state === "gone" ? { kind: "mapping-gone" } : { kind: "runs-out-soon" };
    return view;
  },
  rotations_run: async (backend, { ids, onStep }) => {
    await Promise.all(ids.map(async (/** @type {string} */ id) => {
      const view = backend.find(id);
      if (!view.rotation) begin(view, { reason: view.status.kind === "mapping-gone" ? "sandbox-refreshed" : "renewal", order: "replace-first", way: "endpoint", keyType: "rsa-4096", algorithm: "PS256", signature: "pss", days: 730, subject: view.suggestedSubject, role: null, entity: null });
      try {
        await drive(backend, view, (rotation) => onStep.onmessage({ kind: "progress", id, rotation }));
      } catch (failure) {
        onStep.onmessage({ kind: "stopped", id, failure });
      }
    }));
    return null;
  },
  due_list: (backend) =>
    backend.scene.connections.filter(({ due }) => due !== null).map((view) => {
      const working = view.credentials.find(({ id }) => id === view.credential) ?? view.credentials[0];
      return { id: view.id, name: view.name, target: fixtures.named(view), accountId: view.account?.accountId ?? null, due: view.due, daysLeft: working?.daysLeft ?? 0, certificateId: working?.certificateId ?? "", access: accessOf(backend, view.id), rotation: view.rotation };
    }),
  account_connections: (backend, { id }) => accountOf(backend, id),
  account_refreshed: (backend, { id }) => {
    const own = backend.find(id);
    for (const view of backend.scene.connections) {
      if (view.account?.accountId !== own.account?.accountId || view.credentials.length === 0) continue;
      view.credentials.forEach((credential) => (credential.state = "gone"));
      view.status = { kind: "mapping-gone" };
    }
    return accountOf(backend, id);
  },
  leak_read: (backend, { id, credentialId }) => leakOf(backend, id, credentialId),
  leak_revoke: (backend, { id, certificateId, typed }) => {
    confirmed(typed, certificateId);
    const view = backend.find(id);
    const leaked = view.credentials.find((credential) => credential.certificateId === certificateId);
    if (leaked) Object.assign(leaked, { state: "revoked", revoked: { at: fixtures.NOW, by: "list" } });
    view.status = { kind: "revoked" };
    return leakOf(backend, id, leaked?.id ?? "");
  },
  certificate_revoked_by_hand: (backend, { id, certificateId }) => {
    const view = backend.find(id);
    const revoked = view.credentials.find((credential) => credential.certificateId === certificateId);
    if (revoked) Object.assign(revoked, { state: "revoked", revoked: { at: fixtures.NOW, by: "word" } });
    return view;
  },
  ending_read: (backend, { id }) => endingOf(backend, id),
  ending_revoke: (backend, { id, certificateId, typed }) => {
    confirmed(typed, certificateId);
    const view = backend.find(id);
    for (const credential of view.credentials) if (credential.certificateId === certificateId) Object.assign(credential, { state: "revoked", revoked: { at: fixtures.NOW, by: "list" } });
    for (const vendor of view.vendorCertificates) if (vendor.certificateId === certificateId) vendor.state = "revoked";
    return endingOf(backend, id);
  },
};
