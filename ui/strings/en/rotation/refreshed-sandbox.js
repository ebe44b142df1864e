// @ts-check
// A refreshed sandbox: its connections are re-created at once.

import { plural } from "../../../lib/format.js";

export const refreshed = {
  /** By the kind of account, before and after the mappings are marked as missing. */
  title: {
    /** @param {string} account @param {boolean} marked */
    sandbox: (account, marked) => (marked ? `Sandbox ${account} was refreshed` : `Was sandbox ${account} refreshed?`),
    /** @param {string} account @param {boolean} marked */
    preview: (account, marked) => (marked ? `Release Preview ${account} was refreshed` : `Was Release Preview ${account} refreshed?`),
    /** @param {boolean} marked */
    practice: (marked) => (marked ? "The practice account was refreshed" : "Was the practice account refreshed?"),
  },
  sub: "For all connections of this account at once.",
  whatTitle: "What a refresh does",
  what: [
    "NetSuite clears the account’s certificate mappings, so its certificates stop working.",
    "NetSuite doesn’t copy mappings from production.",
    "NetSuite doesn’t document whether the integration record, its Consumer Key, the role, and the user stay the same. Check first.",
  ],
  check: "Check in NetSuite first",
  checkNote: "Is each application listed with the same name and State Enabled? If a record is missing, enter the new Consumer Key in step 4 of its connection.",
  connections: "Connections of this account",
  table: "Table of connections",
  /** @param {string} account */
  caption: (account) => `Connections of account ${account}`,
  columns: { choose: "Re-create", client: "Client", certificate: "Certificate", now: "Status" },
  active: "Not marked",
  gone: "Mapping missing",
  noCertificate: "No certificate yet",
  mark: "Mark mappings as missing…",
  /** @param {number} count */
  markTitle: (count) => plural(count, { one: "Mark the mapping of {count} connection as missing?", other: "Mark the mappings of {count} connections as missing?" }),
  markBody: "Certdesk stops requesting tokens with the old certificates and offers to re-create the mappings. Keys and certificates stay here; nothing is sent to NetSuite.",
  markBack: "If the account wasn’t refreshed, the old certificates still work: test a connection to see.",
  markAct: "Mark as missing",
  marked: "Mappings marked as missing",
  markFirst: "Only if the account was refreshed. Next, you re-create the mappings here.",
  signInTitle: "Sign in once for all connections",
  signInBody: "After a refresh, no certificate of this account works. Certdesk tries one browser sign-in for every integration record; NetSuite doesn’t document whether that works.",
  signIn: "Sign in to NetSuite",
  /** @param {string} name */
  choose: (name) => `Re-create ${name}`,
  /** @param {number} count */
  start: (count) => (count === 0 ? "Re-create mappings" : plural(count, { one: "Re-create {count} mapping", other: "Re-create {count} mappings" })),
  note: "Certdesk creates new key pairs, uploads their certificates, and tests them.",
  nothing: "Select at least one connection.",
  tellTitle: "Who needs new values",
  tellNote: "Until you enter the new values, these systems can’t get tokens.",
  copyList: "the list",
  /** For pasting into a message. @param {string} system @param {string} name @param {string} account */
  tellLine: (system, name, account) => `${system} (${name}, account ${account}): needs the new private key and the new Certificate ID.`,
  /** @param {string} name */
  values: (name) => `${name}. Needs the new private key and Certificate ID.`,
  /** @param {string} name */
  told: (name) => `${name}. Has the new values.`,
  /** @param {string} name */
  notYet: (name) => `${name}. Not re-created yet.`,
};
