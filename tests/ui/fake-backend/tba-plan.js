// @ts-check
// Plans that move integrations off token-based authentication, as the stand-in backend answers for them.

import { connection, WITHOUT_M2M } from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} TbaHeld
 * @property {ipc.TbaBoard} board
 * @property {Record<string, ipc.TbaPlanView>} plans by account
 * @property {ipc.TbaHint | null} hint of every connection
 */

/** @param {Partial<TbaHeld>} [part] @returns {TbaHeld} */
export const tbaHeld = (part = {}) => ({ board: { plans: [], unreadable: [], accounts: [] }, plans: {}, hint: null, ...part });

/** @param {string} id @param {Partial<ipc.TbaEntryView>} [part] @returns {ipc.TbaEntryView} */
export const tbaEntry = (id, part = {}) => ({
  id,
  kind: "access-tokens",
  name: "Celigo integrator.io",
  tokenName: "Celigo integrator.io - Integration, Celigo, Celigo Role",
  user: "Integration, Celigo",
  role: "Celigo Role",
  created: "3/14/2021 9:20 am",
  internalId: "401",
  calls: [],
  target: null,
  unneeded: false,
  connection: null,
  progress: "to-do",
  open: true,
  deadline: "tba-end",
  switchedAt: null,
  revoked: null,
  ...part,
});

/** @param {ipc.TbaEntryView[]} entries @param {Partial<ipc.TbaPlanView>} [part] @returns {ipc.TbaPlanView} */
export const tbaPlan = (entries, part = {}) => ({ accountId: "4718203", environment: "production", client: "Northwind Traders", entries, connections: [], ...part });

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const TBA_COMMANDS = {
  tba_plan_list: (backend) => backend.scene.tba.board,
  tba_plan_paste: (backend, { account, text }) => {
    if (!/^\d{5,}/.test(account.trim())) throw { kind: "account-id-invalid", text: account };
    if (/[0-9a-f]{64}/.test(text)) throw { kind: "tba-list-holds-secret", line: 2 };
    if (!text.includes("Application Name")) throw { kind: "tba-list-unknown" };
    return took(backend, account.trim());
  },
  tba_plan_load: (backend, { account }) => took(backend, account.trim()),
  tba_plan_read: (backend, { account }) => find(backend, account),
  tba_plan_export: () => "/home/mira/Documents/move-from-tba.csv",
  tba_plan_hint: (backend) => backend.scene.tba.hint,
  tba_plan_remove: (backend, { account }) => {
    delete backend.scene.tba.plans[account];
    return null;
  },
  tba_plan_restore: () => null,
  tba_plan_set_up: (backend, { account, entry }) => {
    const view = find(backend, account);
    const made = connection("target", { id: "from-tba", name: view.client });
    backend.scene.connections.push(made);
    Object.assign(one(view, entry), { connection: { id: made.id, name: made.name, target: null }, progress: "setup-started" });
    return made.id;
  },
  tba_plan_change: (backend, { account, entry, change }) => {
    const view = find(backend, account);
    alter(view, one(view, entry), change);
    return view;
  },
};

/** @param {FakeBackend} backend @param {string} account @returns {ipc.TbaListTaken} */
function took(backend, account) {
  backend.scene.tba.plans[account] ??= tbaPlan([tbaEntry("a"), tbaEntry("b", { name: "Boomi", user: "User, Boomi", role: "Boomi Role" })], { accountId: account, client: "" });
  return { accountId: account, kind: "access-tokens", added: 2, known: 1, revoked: 3 };
}

/** @param {ipc.TbaPlanView} view @param {ipc.TbaEntryView} entry @param {ipc.TbaPlanChange} change */
function alter(view, entry, change) {
  const at = "2026-11-20T09:50:00Z";
  if (change.kind === "about") {
    const soap = change.calls.includes("soap");
    const waits = WITHOUT_M2M.some(({ system }) => system === change.target) ? "waits-for-target" : "to-do";
    Object.assign(entry, { calls: change.calls, target: change.target === null ? null : { system: change.target, label: change.target }, progress: soap ? "waits-for-rest" : waits, deadline: soap ? "soap-end" : "tba-end" });
  }
  if (change.kind === "connection") {
    const connection = view.connections.find(({ id }) => id === change.connection) ?? null;
    Object.assign(entry, { connection, progress: connection ? "works" : "to-do" });
  }
  if (change.kind === "unneeded") Object.assign(entry, { unneeded: change.done, progress: change.done ? "unneeded" : "to-do" });
  if (change.kind === "switched") Object.assign(entry, { switchedAt: change.done ? at : null, progress: change.done ? "switched" : "works" });
  if (change.kind === "token-revoked") Object.assign(entry, { revoked: change.done ? { at, by: "word" } : null, progress: change.done ? "revoked" : "switched", open: !change.done });
}

/** @param {FakeBackend} backend @param {string} account */
function find(backend, account) {
  const found = backend.scene.tba.plans[account];
  if (!found) throw { kind: "guide-unknown" };
  return found;
}

/** @param {ipc.TbaPlanView} view @param {string} id */
function one(view, id) {
  const found = view.entries.find((entry) => entry.id === id);
  if (!found) throw { kind: "tba-entry-unknown" };
  return found;
}
