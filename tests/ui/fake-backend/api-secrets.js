// @ts-check
// API secrets, as the stand-in backend answers them.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} SecretsHeld
 * @property {ipc.SecretsBoard} board
 * @property {Record<string, ipc.BankSecretsView>} banks by ID
 * @property {ipc.SecretValueReport} report of every value
 */

/** @param {Partial<SecretsHeld>} [part] @returns {SecretsHeld} */
export const secretsHeld = (part = {}) => ({ board: { banks: [], unreadable: [], accounts: [] }, banks: {}, report: { characters: 64, lines: 1, blankAtEdge: false, invisible: false }, ...part });

/** @param {ipc.SecretKind} kind @param {Partial<ipc.ApiSecretView>} [part] @returns {ipc.ApiSecretView} */
export const secret = (kind, part = {}) => {
  const scriptId = `_fhb_${kind.replaceAll("-", "_")}`;
  return { kind, name: `First Harbour Bank ${kind.replaceAll("-", " ")}`, scriptId, wholeId: `custsecret${scriptId}`, notes: { secret: kind, name: [], id: [], day: null }, created: false, endsOn: null, held: null, valueFile: null, kept: null, ...part };
};

/** Saved, created and entered: what these make true. @param {ipc.BankSecretsView} view @param {boolean} named */
const steps = (view, named) => {
  const created = view.secrets.every(({ created }) => created);
  /** @type {[ipc.SecretsStep, boolean][]} */
  const done = [["names", named || created], ["create", created], ["connect", view.connections.length > 0 && view.connections.every(({ entered }) => entered)]];
  const open = done.find(([, is]) => !is)?.[0];
  return done.map(([step, is]) => ({ step, state: is ? /** @type {const} */ ("done") : step === open ? /** @type {const} */ ("open") : /** @type {const} */ ("ahead") }));
};

/** One bank, and whether its names were saved. @param {Partial<ipc.BankSecretsView>} [part] @param {boolean} [named] @returns {ipc.BankSecretsView} */
export const bank = (part = {}, named = false) => {
  const view = plain(part);
  view.steps = steps(view, named);
  return view;
};

/** @param {Partial<ipc.BankSecretsView>} part @returns {ipc.BankSecretsView} */
const plain = (part) => ({
  id: "fhb",
  accountId: "5530917",
  environment: "production",
  bank: "First Harbour Bank",
  client: "Beispiel GmbH",
  brazil: false,
  secrets: [secret("client-id"), secret("client-secret")],
  choices: { owners: "", forSuiteApp: false, suiteApp: "", testAccounts: "", employees: "", allScripts: false, scripts: "", allDomains: false, domains: "" },
  domainNotes: [],
  connections: [],
  overlap: null,
  steps: [],
  ...part,
});

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const secretCommands = {
  api_secret_list: (backend) => backend.scene.secrets.board,
  api_secret_begin: (backend, { account, bank: name }) => {
    if (name === "") throw { kind: "name-empty" };
    if (!/^\d{5,}/.test(account.trim())) throw { kind: "account-id-invalid", text: account };
    return (backend.scene.secrets.banks.fhb = bank({ bank: name, accountId: account.trim(), client: "" }));
  },
  api_secret_read: (backend, { id }) => find(backend, id),
  api_secret_restore: () => null,
  api_secret_remove: (backend, { id }) => {
    delete backend.scene.secrets.banks[id];
    return null;
  },
  api_secret_check: (_, { secrets }) => secrets.map(notes),
  api_secret_change: (backend, { id, change }) => altered(find(backend, id), change),
  api_secret_value_hold: (backend, { id, kind, value, again }) => {
    if (value === "") throw { kind: "value-empty" };
    if (value !== again) throw { kind: "values-differ" };
    return onSecret(backend, id, kind, { held: backend.scene.secrets.report });
  },
  api_secret_value_choose: (backend, { id, kind }) => onSecret(backend, id, kind, { held: { ...backend.scene.secrets.report, lines: 3 } }),
  api_secret_value_save: (backend, { id, kind }) => onSecret(backend, id, kind, { valueFile: { path: `/home/mira/Documents/${kind}.txt`, at: "2026-11-20T09:40:00Z" } }),
  api_secret_value_keep: (backend, { id, kind }) => onSecret(backend, id, kind, { kept: "secret-service" }),
  api_secret_value_delete: (backend, { id, kind }) => onSecret(backend, id, kind, { kept: null }),
  api_secret_value_forget: (backend, { id, kind }) => onSecret(backend, id, kind, { held: null }),
  api_secret_values_discard: () => null,
};

/** @param {ipc.SecretEntry} entry @returns {ipc.SecretNotes} */
function notes({ secret, name, scriptId, endsOn }) {
  const proposal = `_${scriptId.toLowerCase().replace(/^custsecret/, "").replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "")}`;
  /** @type {ipc.SecretIdNote[]} */
  const id = [];
  if (scriptId.startsWith("custsecret")) id.push({ kind: "prefixed", proposal });
  else if (!scriptId.startsWith("_")) id.push({ kind: "no-underscore", proposal });
  if (scriptId.includes(" ")) id.push({ kind: "blank", proposal });
  if (scriptId.length > 40) id.push({ kind: "long", length: scriptId.length });
  /** @type {ipc.SecretNotes["name"]} */
  const said = name.trim() === "" ? [{ kind: "empty" }] : name.includes("pin") ? [{ kind: "word", word: "pin" }] : [];
  return { secret, name: said, id, day: dayNote(endsOn) };
}

/** @param {string} text @returns {ipc.SecretDayNote | null} */
function dayNote(text) {
  if (text.trim() === "") return null;
  if (text === "03/04/2027") return { kind: "unclear", readings: ["2027-03-04", "2027-04-03"] };
  return /^\d{4}-\d\d-\d\d$/.test(text) ? { kind: "day", day: text, daysLeft: text < "2027" ? 20 : 365 } : { kind: "invalid" };
}

/** @param {FakeBackend} backend @param {string} id */
function find(backend, id) {
  const found = backend.scene.secrets.banks[id];
  if (!found) throw { kind: "guide-unknown" };
  return found;
}

/** @param {FakeBackend} backend @param {string} id @param {ipc.SecretKind} kind @param {Partial<ipc.ApiSecretView>} part */
function onSecret(backend, id, kind, part) {
  const view = find(backend, id);
  const found = view.secrets.find((secret) => secret.kind === kind);
  if (found) Object.assign(found, part);
  return view;
}

/** @param {ipc.BankSecretsView} view @param {ipc.SecretsChange} change */
function altered(view, change) {
  /** @param {ipc.SecretKind} kind */
  const of = (kind) => view.secrets.find((secret) => secret.kind === kind) ?? secret(kind);
  switch (change.kind) {
    case "names":
      if (change.secrets.map(notes).some(({ id }) => id.some(({ kind }) => kind !== "long"))) throw { kind: "secret-id-refused" };
      for (const entry of change.secrets) Object.assign(of(entry.secret), { name: entry.name, scriptId: entry.scriptId, wholeId: `custsecret${entry.scriptId}`, endsOn: entry.endsOn || null, notes: notes(entry) });
      view.steps = steps(view, true);
      break;
    case "created":
      of(change.secret).created = change.done;
      break;
    case "choices":
      view.choices = change.choices;
      break;
    case "brazil":
      view.brazil = change.needed;
      view.secrets = change.needed ? [...view.secrets, secret("preferences")] : view.secrets.slice(0, 2);
      break;
    case "add-connection":
      if (change.name.trim() === "") throw { kind: "name-empty" };
      view.connections.push({ name: change.name.trim(), entered: false });
      break;
    case "remove-connection":
      view.connections = view.connections.filter(({ name }) => name !== change.name);
      break;
    case "entered":
      for (const connection of view.connections) if (connection.name === change.name) connection.entered = change.done;
      break;
    case "changed":
      view.overlap = { changedAt: new Date().toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
      break;
    case "old-withdrawn":
      view.overlap = null;
      break;
    case "bank":
      view.bank = change.name;
  }
  view.steps = steps(view, view.steps[0]?.state === "done");
  return view;
}
