// @ts-check
// Backups, files for colleagues, and removed connections, held in memory.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} BackupHeld
 * @property {ipc.UnfinishedRestore | null} unfinished
 * @property {ipc.RemovedView[]} removed
 * @property {ipc.RetiredKeyView[]} retiredKeys
 * @property {number} guides
 * @property {string[]} withoutKeys names of whom the keychain lacks a key
 * @property {ipc.BackupFile | null} file what a dialog ends with; null when it is cancelled
 * @property {ipc.BackupItem[]} items in that file
 */

/** @type {ipc.RemovedView[]} */
export const REMOVED = [
  { id: "removed-1", name: "Blue Harbor", target: "Alumio", accountId: "4718203", removal: "by-user", keys: 1, removedAt: "2026-11-15T08:00:00Z", goesAt: "2026-12-15T08:00:00Z", replaced: false },
  { id: "removed-2", name: "Northwind Traders", target: "SuiteCloud CLI", accountId: "1234567_SB1", removal: "replaced", keys: 2, removedAt: "2026-10-22T08:00:00Z", goesAt: "2026-11-21T08:00:00Z", replaced: true },
];

/** @type {ipc.RetiredKeyView[]} */
export const RETIRED_KEYS = [{ id: "vermeer", credentialId: "c7", name: "Vermeer Metaalwerken", certificateId: "y2KdXc6mHa9fEu3gJi7oTb5RvQxC1Wn4LrV8sPq0ZtB", goesAt: "2026-12-01T08:00:00Z" }];

/** @param {string} id @param {string} name @param {ipc.BackupRelation} relation @param {Partial<ipc.BackupItem>} [part] @returns {ipc.BackupItem} */
const item = (id, name, relation, part = {}) => ({ id: { kind: "connection", id }, name, target: "Alumio", accountId: "4718203", relation, secrets: 1, lacking: 0, missingHere: 0, rotating: false, ...part });

/** @type {ipc.BackupItem[]} */
export const ITEMS = [
  item("northwind", "Northwind Traders", "newer-here"),
  item("harbor", "Blue Harbor", "new", { secrets: 2 }),
  item("vermeer", "Vermeer Metaalwerken", "newer-in-backup", { target: "Boomi", rotating: true }),
  item("beispiel", "Beispielhaus & Söhne GmbH", "differs", { secrets: 0, lacking: 1 }),
  item("acme", "Acme", "same", { missingHere: 1 }),
  item("broken", "Contoso", "unreadable"),
  item("damaged", "Fabrikam Retail", "damaged"),
  { id: { kind: "api-secrets", id: "bank" }, name: "Harbour Bank", target: null, accountId: "4718203", relation: "new", secrets: 1, lacking: 1, missingHere: 0, rotating: false },
  { id: { kind: "pro-record", id: "4718203" }, name: "Blue Harbor", target: null, accountId: "4718203", relation: "new", secrets: 0, lacking: 0, missingHere: 0, rotating: false },
];

/** @param {Partial<BackupHeld>} [part] @returns {BackupHeld} */
export const backupHeld = (part = {}) => ({ unfinished: null, removed: [], retiredKeys: [], guides: 2, withoutKeys: [], file: { name: "certdesk-2026-11-18-backup.age", opensWith: "passphrase" }, items: ITEMS, ...part });

/** @param {BackupHeld} held @returns {ipc.BackupContents} */
const contents = ({ file, items }) => ({ name: file?.name ?? "", purpose: file?.opensWith === "age-key" ? "hand-over" : "backup", madeAt: "2026-11-18T16:20:00Z", madeBy: "0.1.0", withKeys: true, items });

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const BACKUP_COMMANDS = {
  /** @returns {ipc.BackupOverview} */
  backup_read: (backend) => ({ connections: backend.scene.connections.length, guides: backend.scene.backup.guides, unreadable: backend.scene.unreadable, unfinished: backend.scene.backup.unfinished, removed: backend.scene.backup.removed, retiredKeys: backend.scene.backup.retiredKeys }),
  /** @returns {ipc.SavedBackup | null} */
  backup_save: (backend, { ids, withKeys, protection }) => {
    if (protection.kind === "passphrase" && protection.passphrase.length < 12) throw { kind: "passphrase-too-short", least: 12 };
    if (protection.kind === "age-keys" && !protection.text.startsWith("age1")) throw { kind: protection.text.startsWith("AGE-SECRET") ? "age-key-secret" : "age-key-invalid" };
    const connections = ids ? ids.length : backend.scene.connections.length;
    return { path: "/home/mira/Documents/certdesk-2026-11-20-backup.age", connections, guides: ids ? 0 : backend.scene.backup.guides, keys: withKeys ? connections : 0, withoutKeys: backend.scene.backup.withoutKeys, unreadable: ids ? [] : backend.scene.unreadable };
  },
  backup_choose: (backend) => backend.scene.backup.file,
  backup_open: (backend, { passphrase }) => {
    if (passphrase !== "correct horse battery") throw { kind: "backup-passphrase-wrong" };
    return contents(backend.scene.backup);
  },
  backup_open_with_key: (backend) => contents(backend.scene.backup),
  backup_close: () => null,
  /** @returns {ipc.RestoredBackup} */
  backup_restore: (backend, { taken }) => {
    backend.scene.backup.unfinished = null;
    return { written: taken.length, stored: taken.length + 1, withoutKeys: backend.scene.backup.withoutKeys };
  },
  backup_discard: (backend) => {
    backend.scene.backup.unfinished = null;
    return null;
  },
  retired_key_keep: (backend, { credentialId }) => withoutKey(backend, credentialId),
  retired_key_delete: (backend, { credentialId }) => withoutKey(backend, credentialId),
  removed_bring_back: (backend, { id }) => {
    backend.scene.backup.removed = backend.scene.backup.removed.filter((removed) => removed.id !== id);
    return "harbor";
  },
  removed_delete: (backend, { id }) => {
    backend.scene.backup.removed = backend.scene.backup.removed.filter((removed) => removed.id !== id);
    return null;
  },
};

/** @param {FakeBackend} backend @param {string} key */
function withoutKey({ scene }, key) {
  scene.backup.retiredKeys = scene.backup.retiredKeys.filter(({ credentialId }) => credentialId !== key);
  return null;
}
