// @ts-check
// What concerns more than one connection: several rotations at once, a refreshed sandbox.

import { html } from "../../../lib/html.js";

/** @import * as ipc from "../../../types/ipc.d.ts" */
/** @import { Part } from "../../../lib/html.js" */

/** @param {number} count */
const connections = (count) => (count === 1 ? "1 connection" : `${count} connections`);

/** One line of several rotations. */
export const lines = {
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  reached: { "upload-by-hand": "Made", "hand-over": "Proven", switch: "Handed over", "revoke-old": "Rotated" },
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  waits: { "upload-by-hand": "Waits for you: upload by hand", "hand-over": "Waits for you: hand over", switch: "Waits for you: say that it is in use", "revoke-old": "Waits for you: the old certificate" },
  /** @type {Record<ipc.RotationStep, string>} */
  running: { "key-stored": "Making the new key…", uploaded: "Uploading…", proven: "Asking for a token…", "handed-over": "Reading…", switched: "Reading…", "old-revoked": "Revoking…" },
  begin: "Begins…",
  stopped: "Stopped",
  interrupted: "Interrupted",
  underWay: "Being rotated",
  ended: "Rotated",
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  act: { "upload-by-hand": "Upload", "hand-over": "Hand over", switch: "Confirm", "revoke-old": "Decide" },
  open: "Open",
  /** @param {string} name */
  of: (name) => `: ${name}`,
};

export const several = {
  title: "Rotate several connections",
  sub: "Each gets a new key, an uploaded certificate and a proven token. What follows takes you, one connection at a time.",
  /** @type {Record<ipc.Due, string>} */
  due: { "fourteen-days": "Within 14 days", "one-month": "Within one month", "two-months": "Within two months" },
  none: "No certificate runs out within two months",
  noneBody: "There is nothing to rotate. NetSuite mails Administrators at two months, one month and 14 days; the board names the same ones.",
  table: "Connections that are due",
  caption: "Connections whose certificate runs out within two months",
  columns: { choose: "Rotate", client: "Client", certificate: "Certificate", access: "Access, and what is true now", act: "Next act" },
  /** @param {string} name */
  choose: (name) => `Rotate ${name}`,
  /** @param {number} most @param {Part} when */
  full: (most, when) => html`All ${most} slots are in use, as of ${when}`,
  all: "Choose all that can be asked for",
  /** @param {number} count */
  start: (count) => (count === 0 ? "Rotate" : `Rotate ${connections(count)}`),
  starting: "At work…",
  nothing: "Choose at least one.",
  note: "Up to four at a time. One that stops leaves the others alone; nothing old is revoked.",
  /** @param {number} running @param {number} all */
  working: (running, all) => `${all - running} of ${all} have come as far as they can alone`,
  workingNote: "You can leave this page: it goes on.",
  progress: "Rotations at work",
  leftTitle: "What is left for you",
  /** @param {number} waiting @param {number} stopped */
  left: (waiting, stopped) => [waiting > 0 && `${connections(waiting)} ${waiting === 1 ? "waits" : "wait"} for you`, stopped > 0 && `${stopped === 1 ? "1 stopped" : `${stopped} stopped`}, nothing is lost`].filter(Boolean).join("; "),
  leftBody: "Each target needs its own new private key and Certificate ID. The old certificates work until you revoke them.",
};

export const refreshed = {
  /** @param {string} account @param {boolean} marked */
  title: (account, marked) => (marked ? `${account} was refreshed` : `Was ${account} refreshed?`),
  account: { sandbox: (/** @type {string} */ account) => `sandbox ${account}`, preview: (/** @type {string} */ account) => `Release Preview ${account}`, practice: "the practice account" },
  sub: "For all connections of this account at once.",
  whatTitle: "What a refresh does",
  what: [
    "NetSuite clears the certificate mappings of a refreshed account. Its documentation says so; no certificate uploaded before it works any longer.",
    "Nothing is copied between production, Release Preview and sandbox: each has mappings of its own.",
    "Whether the integration record, its Consumer Key, the role and the user are the same afterwards, NetSuite does not say here. Look before you begin.",
  ],
  check: "Look in NetSuite first",
  checkNote: "Is each application still in the list, with the same name and State Enabled? If a record is gone, enter the new Consumer Key in step 4 of that connection.",
  connections: "Connections of this account",
  table: "Table of its connections",
  /** @param {string} account */
  caption: (account) => `Connections of account ${account}`,
  columns: { choose: "Re-create", client: "Client", certificate: "Certificate", now: "What is true now", act: "Next act" },
  active: "Not marked",
  gone: "Mapping gone",
  noCertificate: "No certificate yet",
  mark: "Yes, it was refreshed…",
  markTitle: (/** @type {number} */ count) => `Mark the mappings of ${connections(count)} as gone?`,
  markBody: "Certdesk stops asking for tokens with the old certificates and offers to re-create the mappings. Keys and certificates stay here; NetSuite is sent nothing.",
  markBack: "If the account was not refreshed after all, the old certificates go on working over there; a successful test of a connection shows it.",
  markAct: "Mark as gone",
  marked: "The mappings are marked as gone",
  markFirst: "Nothing is marked yet. Do this only if the account was really refreshed.",
  signInTitle: "One sign-in for all of them",
  signInBody: "After a refresh no certificate of this account can ask NetSuite for anything, so somebody signs in once by the browser. The same sign-in is tried for every integration record of the account; whether NetSuite lets it, the answer shows.",
  signIn: "Sign in…",
  access: "Access to NetSuite",
  /** @param {string} name */
  choose: (name) => `Re-create ${name}`,
  /** @param {number} count */
  start: (count) => (count === 0 ? "Re-create" : `Re-create ${count === 1 ? "1 mapping" : `${count} mappings`}`),
  note: "Fresh keys and certificates, uploaded and proven. The old pairs are not used again.",
  nothing: "Choose at least one.",
  tellTitle: "Who must be told",
  tellNote: "None of these gets tokens until it has its new values.",
  copyList: "The list",
  /** For pasting into a message. @param {string} system @param {string} name @param {string} account */
  tellLine: (system, name, account) => `${system} (${name}, account ${account}): needs the new private key and the new Certificate ID.`,
  values: "New private key and new Certificate ID",
  told: "Has the new values",
  notYet: "Not re-created yet",
};
