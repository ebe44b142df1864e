// @ts-check
// A refreshed sandbox: its connections are re-created at once.

import { connections } from "./several.js";

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
