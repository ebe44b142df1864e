// @ts-check
// Backups, files for colleagues, and removed connections.

import { list, plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { BackupRelation } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

/** @param {number} count */
const keys = (count) => plural(count, { one: "{count} private key", other: "{count} private keys" });
/** @param {number} count */
const connections = (count) => plural(count, { one: "{count} connection", other: "{count} connections" });
/** @param {number} count */
const guides = (count) => plural(count, { one: "{count} guide or plan", other: "{count} guides and plans" });

export const backup = {
  title: "Backup",
  lead: "Save everything on this computer to one encrypted file, and restore it on another.",
  open: "Back up or restore",

  saveTitle: "Create a backup",
  /** @param {number} connectionCount @param {number} guideCount */
  holds: (connectionCount, guideCount) => `It contains ${guideCount === 0 ? connections(connectionCount) : `${connections(connectionCount)} and ${guides(guideCount)}`} with their history. Practice connections work only on this computer.`,
  nothing: "There’s nothing to back up yet.",
  withKeys: "Include private keys",
  withKeysNote: "Also Client Secrets and stored API secret values. Anyone who can open the file can use them. Without keys, a restored connection needs a new key pair.",
  protection: "Who can open the file",
  passphraseOption: "Anyone with a passphrase",
  passphraseOptionNote: "Choose it now and keep it in a password manager.",
  ageOption: "Owners of age keys",
  ageOptionNote: "For people who use age, the file encryption format.",
  passphrase: "Passphrase",
  passphraseHint: "At least 12 characters. If you lose it, nobody can open the file.",
  repeat: "Repeat the passphrase",
  different: "The passphrases don’t match.",
  ageKeys: "Public age keys",
  ageKeysHint: "They start with age1. Enter one on each line. Each owner can open the file.",
  save: "Save backup…",
  saving: "Saving and checking…",
  savedTitle: "Backup saved and verified",
  /** @param {number} connectionCount @param {number} keyCount @param {Part} path */
  saved: (connectionCount, keyCount, path) => html`Certdesk opened the file again${keyCount > 0 ? ` and tested ${keys(keyCount)}` : ""}. It contains ${connections(connectionCount)}: ${path}`,
  /** @param {string[]} names */
  withoutKeys: (names) => `The keychain no longer has all keys of ${list(names)}, so they aren’t in the file.`,
  unreadable: "Not included, because Certdesk can’t read it:",

  handOverOpen: "Send to a colleague…",
  handOverNote: "Your colleague can continue with this connection in Certdesk.",
  /** @param {string} name */
  handOverTitle: (name) => `Send ${name} to a colleague`,
  handOverLead: "Creates an encrypted file that your colleague restores in Certdesk. This connection’s history records it.",
  /** @param {number} keyCount */
  handOverHolds: (keyCount) => `The file contains the connection, its certificates, and its history. Without its ${keyCount === 1 ? "private key" : "private keys"}, your colleague needs a new key pair.`,
  others: "Send other connections along",
  handOverKeysNote: "Also Client Secrets that you entered. Anyone who can open the file can get tokens.",
  handOverRotation: "A rotation is in progress. Continue it on one computer only.",
  ageOptionColleague: "My colleague’s age key",
  ageOptionColleagueNote: "Your colleague sends you the public key. Only the owner of the secret key can open the file.",
  passphraseOptionColleague: "A passphrase",
  passphraseOptionColleagueNote: "Send the file and tell the passphrase separately, such as by phone.",
  handOverSave: "Save file…",
  handedOverTitle: "File saved and verified",
  /** @param {string} name @param {number} count */
  keepTitle: (name, count) => (count === 1 ? `Keep ${name} on this computer?` : `Keep these ${count} connections on this computer?`),
  keepNote: "If both of you keep them, agree on who rotates the certificates.",
  /** @param {number} count */
  keep: (count) => plural(count, { one: "Keep connection", other: "Keep connections" }),
  /** @param {number} count */
  kept: (count) => plural(count, { one: "Connection kept", other: "Connections kept" }),
  /** @param {number} count */
  remove: (count) => plural(count, { one: "Remove connection", other: "Remove connections" }),
  /** @param {number} count */
  removeTitle: (count) => `Remove these ${count} connections from this computer?`,
  /** @param {number} count */
  removedMany: (count) => `${count} connections`,
  removeNote: "They can’t be used anymore. You can restore them for 30 days; then Certdesk deletes their private keys.",

  restoreTitle: "Restore",
  restoreNote: "Choose a backup or a file from a colleague. You see what’s in it before anything changes.",
  choose: "Choose file…",
  choosing: "Choosing…",
  /** @param {string} name */
  unlockTitle: (name) => `Open ${name}`,
  filePassphrase: "Passphrase of the file",
  openFile: "Open file",
  opening: "Opening…",
  ageKeyNote: "This file opens with an age key. Choose the file with your secret key, which age-keygen created.",
  chooseKey: "Choose key file…",
  /** @param {"backup" | "hand-over"} purpose @param {string} at */
  contentsTitle: (purpose, at) => (purpose === "backup" ? `Backup from ${at}` : `File from a colleague, ${at}`),
  table: "What’s in the file",
  columns: { name: "Entry", here: "On this computer", keys: "Keys", goes: "Deletion", acts: "Actions" },
  kinds: { connection: "Connection", "api-secrets": "API secrets", "pro-record": "SuiteProjects Pro record", "tba-plan": "Plan to move from TBA" },
  /** @param {string} name */
  take: (name) => `Restore ${name}`,
  /** @type {Record<BackupRelation, string>} */
  relations: {
    new: "Not here yet",
    same: "Identical",
    "newer-here": "The one here is newer",
    "newer-in-backup": "The one here is older",
    differs: "Changed here and in the file",
    damaged: "The one here is damaged",
    unreadable: "This Certdesk can’t read the one here",
  },
  /** @type {Record<"connection" | "guide", string>} */
  replaces: { connection: "Replaces the one here, which stays in Removed connections for 30 days.", guide: "Replaces the one here." },
  replacesDamaged: "Replaces the one here. The damaged file stays beside it.",
  staysUnread: "Not replaced. Update Certdesk if a newer version saved the one here, or close the program that has it open. Then open this file again.",
  rotating: "A rotation is in progress. Continue it on one computer only.",
  /** @param {number} secrets @param {number} lacking */
  itemKeys: (secrets, lacking) => (secrets + lacking === 0 ? "None needed" : lacking === 0 ? plural(secrets, { one: "{count} in the file", other: "{count} in the file" }) : secrets === 0 ? "Not in the file" : `${secrets} of ${secrets + lacking} in the file`),
  /** @param {number} count */
  missingHere: (count) => plural(count, { one: "{count} missing here", other: "{count} missing here" }),
  missingKeysNote: "Certdesk also adds missing keys for entries you don’t restore.",
  nothingToRestore: "Everything in this file is on this computer already.",
  leaveFile: "Close file",
  /** @param {number} count */
  restore: (count) => (count === 0 ? "Add missing keys" : plural(count, { one: "Restore {count} entry", other: "Restore {count} entries" })),
  restoring: "Restoring and checking…",
  cancel: "Cancel",
  restoredTitle: "Restored and checked",
  /** @param {number} written @param {number} stored */
  restored: (written, stored) => `${plural(written, { one: "{count} entry", other: "{count} entries" })} restored, ${plural(stored, { one: "{count} key", other: "{count} keys" })} added. Every private key was tested.`,
  /** @param {string[]} names */
  stillWithoutKeys: (names) => `Keys are missing for ${list(names)}. Restore a file that has them, or create new key pairs.`,
  toBoard: "Show connections",

  unfinishedTitle: "A restore wasn’t finished",
  /** @param {string} at @param {Part} path */
  unfinished: (at, path) => html`It started ${at} with ${path}. Choose that file again to finish. If you stop instead, restored entries stay, and keys that nothing uses are deleted.`,
  stop: "Stop the restore",
  stopping: "Stopping…",
  stopped: "Restore stopped",

  removedTitle: "Removed connections and replaced keys",
  removedNote: "They stay for 30 days and can’t be used. Then Certdesk deletes them. Certificates and history of a replaced key stay.",
  /** @param {string} name @param {Part} certificateId */
  retiredKey: (name, certificateId) => html`Key of ${name}: ${certificateId}`,
  keepKey: "Keep key",
  keepingKey: "Saving…",
  /** @param {string} name */
  keyKept: (name) => `Key of ${name} kept`,
  deleteKeyTitle: "Delete this private key?",
  deleteKeyNote: "Its certificate isn’t in use anymore. If NetSuite still accepts it, files with this key keep working. You can’t undo this.",
  deleteKeyAct: "Delete key",
  keyDeleted: "Key deleted",
  removedNone: "Nothing is waiting to be deleted.",
  removedTable: "What’s deleted, and when",
  /** @param {string} day @param {number} days */
  goes: (day, days) => `${day}, in ${plural(days, { one: "{count} day", other: "{count} days" })}`,
  replacedBy: "Replaced by a restored version",
  bringBack: "Restore",
  bringingBack: "Restoring…",
  /** @param {string} name */
  broughtBack: (name) => `${name} restored`,
  deleteNow: "Delete now",
  /** @param {string} name */
  deleteTitle: (name) => `Delete ${name} for good?`,
  /** @param {number} keyCount */
  deleteNote: (keyCount) => (keyCount === 0 ? "You can’t undo this." : `Certdesk also deletes ${keys(keyCount)} that nothing else uses. You can’t undo this.`),
  deleteAct: "Delete connection",
  /** @param {string} name */
  deleted: (name) => `${name} deleted`,
};
