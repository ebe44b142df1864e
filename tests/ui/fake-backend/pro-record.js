// @ts-check
// The record of SuiteProjects Pro, as the stand-in backend answers for it.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} GuidesHeld
 * @property {ipc.ProBoard} proBoard
 * @property {Record<string, ipc.ProRecordView>} proRecords by account
 * @property {Partial<ipc.ProRecordView>} chosen what a native dialog adds
 */

/** @param {Partial<GuidesHeld>} [part] @returns {GuidesHeld} */
export const guides = (part = {}) => ({ proBoard: { records: [], unreadable: [], accounts: [] }, proRecords: {}, chosen: {}, ...part });

/** @param {string} text @returns {ipc.ProSaid} */
export function readMessage(text) {
  if (text.includes("PRIVATE KEY")) return { kind: "secret" };
  if (/custcertificate_oa_realtime.*not found/.test(text)) return { kind: "not-found" };
  const other = /(custcertificate_\w+).*not found/.exec(text);
  if (other?.[1]) return { kind: "other-not-found", id: other[1] };
  if (text.includes("No valid certificate")) return { kind: "no-certificate" };
  if (text.includes("03/04/2027")) return { kind: "valid-until", date: "03/04/2027", readings: [renewal("2027-03-04", 104), renewal("2027-04-03", 134)], until: null };
  if (text.includes("valid until 12/31/2026")) return { kind: "valid-until", date: "12/31/2026", readings: [renewal("2026-12-31", 41)], until: renewal("2026-12-31", 41) };
  if (text.includes("valid until soon")) return { kind: "valid-until", date: "soon", readings: [], until: null };
  return { kind: "unknown" };
}

/** @param {string} day @param {number} daysLeft @param {ipc.RenewalPhase} [phase] @returns {ipc.RenewalView} */
export function renewal(day, daysLeft, phase = "before") {
  const before = (/** @type {number} */ days) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
  return { day, daysLeft, from: before(14), to: before(7), phase };
}

/** @param {ipc.ProStep[]} steps @param {ipc.ProStep | null} open @returns {ipc.ProStepView[]} */
const steps = (steps, open) => steps.map((step, index) => ({ step, state: open === null || index < steps.indexOf(open) ? "done" : step === open ? "open" : "ahead" }));

/** @type {ipc.ProStep[]} */
const BY_HAND = ["says", "bundles", "way", "restore", "role", "generate", "check"];
/** @type {ipc.ProStep[]} */
const ONE_PRESS = ["says", "generate", "check"];

/** One account at a step. @param {ipc.ProStep | null} open @param {Partial<ipc.ProRecordView>} [part] @returns {ipc.ProRecordView} */
export const proRecord = (open, part = {}) => ({
  accountId: "5530917",
  environment: "production",
  client: "Beispiel GmbH",
  heard: { at: "2026-11-20T09:20:00Z", said: { kind: "not-found" } },
  situation: "not-found",
  failed: false,
  bundles: { import: "3.0", integration: "4.0" },
  reason: "placeholder-in-bundle",
  ways: ["by-hand", "update"],
  way: "by-hand",
  updates: ["integration-updated", "import-updated"],
  acts: [],
  boxesSeen: false,
  marketplace: false,
  placeholder: null,
  standIn: null,
  recordId: null,
  proven: false,
  steps: steps(BY_HAND, open),
  ...part,
});

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const guideCommands = {
  account_open: () => null,
  pro_record_list: (backend) => backend.scene.guides.proBoard,
  pro_message_read: (_, { text }) => readMessage(text),
  pro_record_begin: (backend, { account, text }) => {
    if (!/^\d{5,}/.test(account.trim())) throw { kind: "account-id-invalid", text: account };
    const said = readMessage(text);
    if (said.kind === "unknown") throw { kind: "health-check-unknown" };
    if (said.kind === "secret") throw { kind: "paste-is-secret" };
    const onePress = said.kind === "no-certificate";
    const made = proRecord(onePress ? "generate" : "bundles", {
      ...(onePress && { situation: "no-certificate", boxesSeen: true, steps: steps(ONE_PRESS, "generate") }),
      accountId: account.trim(), client: "", heard: { at: "2026-11-20T09:20:00Z", said }, bundles: null, reason: onePress ? "none-valid" : null, ways: onePress ? ["generate"] : [], way: onePress ? "generate" : null });
    return (backend.scene.guides.proRecords[made.accountId] = made);
  },
  pro_record_read: (backend, { account }) => find(backend, account),
  pro_record_restore: () => null,
  pro_record_remove: (backend, { account }) => {
    delete backend.scene.guides.proRecords[account];
    return null;
  },
  pro_record_change: (backend, { account, change }) => changePro(find(backend, account), change),
  pro_placeholder_choose: (backend, { account }) => Object.assign(find(backend, account), backend.scene.guides.chosen),
  pro_stand_in_save: (backend, { account }) => Object.assign(find(backend, account), { standIn: { path: "/home/mira/Documents/openair-certificate.pem", at: "2026-11-20T09:40:00Z" } }),
};

/** @param {FakeBackend} backend @param {string} account */
function find(backend, account) {
  const found = backend.scene.guides.proRecords[account];
  if (!found) throw { kind: "guide-unknown" };
  return found;
}

/** @param {ipc.ProRecordView} view @param {ipc.ProChange} change */
function changePro(view, change) {
  switch (change.kind) {
    case "client":
      view.client = change.name;
      break;
    case "says":
      view.heard = { at: "2026-11-20T09:20:00Z", said: readMessage(change.text) };
      view.steps = steps(BY_HAND, "bundles");
      break;
    case "valid-until":
      view.situation = "in-order";
      view.steps = steps(["says"], null);
      break;
    case "bundles":
      if (change.import === "4.1") throw { kind: "bundle-version-unclear", text: "4.1" };
      if (change.integration === "x") throw { kind: "bundle-version-invalid", text: "x" };
      view.bundles = { import: change.import || null, integration: change.integration || null };
      Object.assign(view, { reason: "placeholder-in-bundle", ways: ["by-hand", "update"], way: null, steps: steps(BY_HAND, "way") });
      break;
    case "way":
      view.way = change.way;
      view.steps = steps(BY_HAND, "restore");
      break;
    case "act":
      view.acts = change.done ? [...view.acts, change.act] : view.acts.filter((act) => act !== change.act);
      if (view.steps.find(({ state }) => state === "open")?.step === "role" && view.acts.includes("box-oauth2")) view.steps = steps(BY_HAND, "generate");
      if (change.act === "generated" && change.done) Object.assign(view, { failed: false, steps: steps(view.steps.map(({ step }) => step), "check") });
      break;
    case "record-id":
      if (change.text !== "custcertificate_oa_realtime") throw { kind: "record-id-differs", expected: "custcertificate_oa_realtime", entered: change.text };
      view.recordId = change.text;
      if (view.acts.includes("record-saved")) view.steps = steps(BY_HAND, "role");
      break;
    case "check": {
      const said = readMessage(change.text);
      if (said.kind === "unknown") throw { kind: "health-check-unknown" };
      view.heard = { at: "2026-11-20T09:50:00Z", said };
      if (said.kind === "valid-until" && said.until) Object.assign(view, { situation: "in-order", proven: true, steps: steps(view.steps.map(({ step }) => step), null) });
      if (said.kind === "not-found") Object.assign(view, { situation: "not-found", failed: true, acts: view.acts.filter((act) => act !== "generated" && act !== "record-saved"), recordId: null, way: null, ways: ["by-hand", "update"], reason: "not-made-by-generate", steps: steps(BY_HAND, view.bundles ? "way" : "bundles") });
      break;
    }
  }
  return view;
}
