// @ts-check
// A leaked key, and the end of a connection.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { Part } from "../../lib/html.js" */

export const leak = {
  title: "Leaked key",
  /** @param {string} name */
  sub: (name) => `Used by ${name}`,
  badTitle: "Anyone with this key can get tokens until you revoke its certificate",
  badBody: "Certdesk can’t see who uses it. NetSuite’s Login Audit Trail lists the requests:",
  id: "Certificate ID",
  actTitle: "Revoke its certificate",
  revokeNow: "Revoke certificate…",
  /** @param {string} systems */
  revokeNote: (systems) => `Revoking stops new tokens for ${systems} until you enter new values.`,
  revokeNoteSignIn: "You sign in with the browser first.",
  /** A token of the certificate itself is no access. */
  whySignIn: "A certificate can’t revoke itself. Sign in, and the revocation continues.",
  whySignInNone: "Sign in, and the revocation continues.",
  orReplace: "Or avoid an outage",
  replace: "Replace key first…",
  replaceNote: "You revoke the certificate after the switch. Until then, the leaked key works.",
  signInTitle: "Sign in to revoke it",
  signInCancel: "Cancel sign-in",
  noClientId: "This connection has no Client ID, so an administrator must revoke the certificate in NetSuite.",
  usesTitle: "Where it’s used",
  usesNote: "On this computer",
  table: "Uses of this key",
  caption: "Connections that use this key",
  columns: { client: "Client", target: "Used by", files: "Where it was saved", act: "Action" },
  noFiles: "None",
  filesNote: "Delete these files and all copies.",
  storesNote: "Delete the key and its versions in these secret stores.",
  replaceOther: "Replace key…",
  tokensTitle: "Tokens already issued",
  /** @param {Part} when */
  tokensKnown: (when) => html`The last one that Certdesk knows of expires ${when}; there may be others.`,
  tokensUnknown: "Certdesk knows of no valid token, but there may be some.",
  tokensRest: "NetSuite doesn’t document whether revoking a certificate ends its tokens: allow 60 minutes.",
  revokeTitle: "Revoke this certificate now?",
  revokedTitle: "Certificate revoked",
  revokedBody: "NetSuite’s list confirms it. Nobody can get new tokens with this key.",
  wordTitle: "Marked as revoked, not checked yet",
  /** @param {Part} when */
  wordBody: (when) => html`You marked it ${when}. Check NetSuite’s list to be sure.`,
  checkList: "Check NetSuite’s list",
  makeNew: "Create new certificate…",
  open: "Open rotation",
  /** @param {string} name */
  openNamed: (name) => `for ${name}`,
  /** @param {Part} line */
  access: (line) => html`Access to NetSuite: ${line}`,
};

export const ending = {
  title: "End connection",
  sub: "Three steps. You can do each one now or later.",
  /** @param {number} number @param {string} title */
  step: (number, title) => `${number}. ${title}`,
  revokeTitle: "Revoke its certificates",
  revokeNote: "Until you do, anyone with a private key can get tokens.",
  none: "No active certificates",
  noneNote: "As far as Certdesk knows, nobody can get tokens with this connection’s keys.",
  table: "Certificates that may still be active",
  columns: { id: "Certificate ID", holder: "Key", until: "Valid until", act: "Action" },
  ours: "On this computer",
  /** @param {string} vendor */
  vendor: (vendor) => `Held by ${vendor}`,
  revoke: "Revoke certificate…",
  /** @param {string} id */
  revokeNamed: (id) => id,
  signInFirst: "A certificate can’t revoke itself, so you sign in to NetSuite first.",
  signInFirstNone: "You sign in to NetSuite first.",
  dialogTitle: "Revoke this certificate?",
  /** @param {string} target */
  dialogUsers: (target) => `${target} can’t get tokens with it anymore.`,
  /** @param {string} vendor */
  dialogVendor: (vendor) => `${vendor} holds its key. Tell them first: their system can’t get tokens anymore.`,
  revoked: "Certificate revoked",
  rotationTitle: "Rotation in progress",
  rotationBody: "Finish or abandon the rotation first.",
  openRotation: "Open rotation",
  signInTitle: "Sign in to revoke it",
  signInCancel: "Cancel sign-in",
  which: "Certificate",

  tellTitle: "Notify its users",
  tellNote: "NetSuite doesn’t notify anyone. Send them this:",
  copy: "the message",
  /** For pasting into a message. */
  message: {
    /** @param {string} name @param {string} account */
    head: (name, account) => `The NetSuite access for ${name} (account ${account}) is ending.`,
    /** @param {string} id @param {string} when */
    revoked: (id, when) => `- Certificate ${id} was revoked ${when}.`,
    /** @param {string} id @param {string} until */
    active: (id, until) => `- Certificate ${id} is still active, until ${until}.`,
    /** @param {string} target */
    target: (target) => `${target}: delete the private key, the Certificate ID, and the Client ID of this access.`,
    /** @param {string} vendor @param {string} id */
    vendor: (vendor, id) => `${vendor}: delete the private key of certificate ${id}.`,
    /** @param {string} application */
    administrator: (application) => (application ? `NetSuite administrator: disable the integration record ${application}, its role, and its user if nothing else uses them.` : "NetSuite administrator: disable the integration record, its role, and its user if nothing else uses them."),
  },
  filesTitle: "Delete these files and all copies",

  removeTitle: "Remove it from this computer",
  removeNote: "It stays in Removed connections for 30 days with its keys and history, and can’t be used. You can restore it until then.",
  /** @param {number} active */
  stillActive: (active) => plural(active, { one: "{count} certificate may still be active, and Certdesk can’t revoke it once the connection is removed.", other: "{count} certificates may still be active, and Certdesk can’t revoke them once the connection is removed." }),
  remove: "Remove connection…",
  saveHistory: "Save history first…",
  savingHistory: "Saving…",
};

/** The question before the removal. */
export const removal = {
  /** @param {string} name */
  title: (name) => `Remove ${name} from this computer?`,
  keys: "It can’t be used anymore. You can restore it for 30 days; then Certdesk deletes its private keys.",
  files: "Files that you saved stay.",
  netsuite: "Active certificates stay active in NetSuite: anyone with their private keys can still get tokens.",
  act: "Remove connection",
};
