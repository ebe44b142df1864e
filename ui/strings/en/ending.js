// @ts-check
// What is over: a leaked key, a connection that ends.

import { html } from "../../lib/html.js";

/** @import { Part } from "../../lib/html.js" */

export const leak = {
  title: "Leaked key",
  /** @param {string} name */
  sub: (name) => `Its certificate is used by ${name}.`,
  badTitle: "Anyone with this key can get tokens until you revoke its certificate",
  badBody: "Revoke it now. Certdesk can’t see who uses the key; NetSuite’s Login Audit Trail lists the requests:",
  id: "Certificate ID",
  actTitle: "Revoke its certificate",
  revokeNow: "Revoke certificate…",
  /** @param {string} systems */
  revokeNote: (systems) => `At once. ${systems} can’t get new tokens until it has the new values.`,
  revokeNoteSignIn: "You sign in to NetSuite first, in the browser.",
  /** A token of the certificate itself is no access. */
  whySignIn: "Certdesk has only this certificate to ask NetSuite with, and a certificate can’t revoke itself. Sign in, and the revocation continues by itself.",
  whySignInNone: "Nobody is signed in. Sign in, and the revocation continues by itself.",
  orReplace: "Or avoid an outage",
  replace: "Replace first, then revoke…",
  /** @param {string} systems */
  replaceNote: (systems) => `${systems} continues without an outage. Anyone with the key keeps access until you revoke its certificate, after the switch.`,
  signInTitle: "Sign in to revoke it",
  signInCancel: "Back without signing in",
  noClientId: "This connection has no Client ID, so Certdesk can’t ask NetSuite. An administrator revokes the certificate there:",
  usesTitle: "Where it is used",
  usesNote: "As far as this computer knows.",
  table: "Uses of this key",
  caption: "Connections that use this key",
  columns: { client: "Client", target: "Used by", files: "Files it was saved to", act: "Action" },
  noFiles: "None from here",
  filesNote: "Delete these files, and every copy of them.",
  replaceOther: "Replace…",
  tokensTitle: "Tokens issued already",
  /** @param {Part} when */
  tokensKnown: (when) => html`The last one known here expires ${when}. Others may have been issued that Certdesk doesn’t know of.`,
  tokensUnknown: "None known here is still valid. Others may have been issued that Certdesk doesn’t know of.",
  tokensRest: "A token lasts 60 minutes. NetSuite doesn’t document whether revoking a certificate ends tokens already issued: allow 60 minutes after the revocation.",
  revokeTitle: "Revoke this certificate now?",
  /** @param {string} target */
  usersOne: (target) => `${target} uses it and can’t get new tokens from then on, until it has the new values.`,
  /** @param {string} systems */
  usersMany: (systems) => `${systems} use it and can’t get new tokens from then on, until they have new values.`,
  revoked: "The certificate is revoked",
  revokedTitle: "The certificate is revoked",
  revokedBody: "NetSuite’s list says so. Nobody gets new tokens with this key; those issued before may last up to 60 minutes.",
  wordTitle: "Revoked by an administrator, as you said",
  wordBody: "Certdesk hasn’t checked it: read NetSuite’s list to be sure. Tokens issued before may last up to 60 minutes.",
  checkList: "Check NetSuite’s list",
  makeNew: "Create the new certificate…",
  open: "Open the rotation",
  /** @param {string} name */
  openNamed: (name) => `of ${name}`,
  access: "Access to NetSuite",
};

export const ending = {
  title: "End this connection",
  sub: "Three steps, in this order. Each can be left for later.",
  /** @param {number} number @param {string} title */
  step: (number, title) => `${number}. ${title}`,
  revokeTitle: "Revoke its certificates",
  /** @param {string} target */
  revokeNote: (target) => `Until then ${target} and anyone else with the private key can get tokens.`,
  none: "No active certificate of this connection is known.",
  noneNote: "NetSuite accepts no token request of it any more, as far as Certdesk knows.",
  table: "Certificates that may still be active",
  caption: "Certificates of this connection that NetSuite may still accept",
  columns: { id: "Certificate ID", holder: "Key", until: "Valid until", act: "Action" },
  ours: "Kept on this computer",
  /** @param {string} vendor */
  vendor: (vendor) => `Kept by ${vendor}`,
  revoke: "Revoke…",
  /** @param {string} id */
  revokeNamed: (id) => `certificate ${id}`,
  signInFirst: "Certdesk asks you to sign in to NetSuite first: it has only this certificate, and a certificate can’t revoke itself.",
  signInFirstNone: "Certdesk asks you to sign in to NetSuite first.",
  dialogTitle: "Revoke this certificate?",
  /** @param {string} target */
  dialogUsers: (target) => `${target} can’t get tokens any more. If it has no other certificate of its own, its integration stops.`,
  /** @param {string} vendor */
  dialogVendor: (vendor) => `${vendor} holds its key. Tell them first: their system can’t get tokens any more.`,
  revoked: "The certificate is revoked",
  rotationTitle: "A rotation is under way",
  rotationBody: "Finish or abandon it first: it decides what becomes of both certificates.",
  openRotation: "Open the rotation",
  signInTitle: "Sign in to revoke it",
  signInCancel: "Back without signing in",
  which: "Certificate",

  tellTitle: "Tell who uses it",
  tellNote: "NetSuite tells nobody. Copy this and send it.",
  copy: "the message",
  /** For pasting into a message. */
  message: {
    /** @param {string} name @param {string} account */
    head: (name, account) => `The NetSuite access of ${name} ends (account ${account}).`,
    /** @param {string} id @param {string} when */
    revoked: (id, when) => `- Certificate ${id} was revoked ${when}.`,
    /** @param {string} id @param {string} until */
    active: (id, until) => `- Certificate ${id} is still active, until ${until}.`,
    /** @param {string} target */
    target: (target) => `${target}: delete the private key, the Certificate ID and the Client ID of this access.`,
    /** @param {string} vendor @param {string} id */
    vendor: (vendor, id) => `${vendor}: delete the private key of certificate ${id}.`,
    /** @param {string} application */
    administrator: (application) => `NetSuite administrator: if nothing else uses them, the integration record${application && ` ${application}`}, its role and its user are no longer needed.`,
  },
  filesTitle: "Delete these files, and every copy of them",

  removeTitle: "Remove it from this computer",
  removeNote: "Deletes the private keys and this connection’s history here. Nobody can bring them back.",
  /** @param {number} active */
  stillActive: (active) => `${active === 1 ? "1 certificate" : `${active} certificates`} may still be active in NetSuite. Once the connection is removed, Certdesk can’t revoke ${active === 1 ? "it" : "them"}.`,
  remove: "Remove connection…",
  saveHistory: "Save the history first…",
  savingHistory: "Saving…",
};

/** The question before the removal. */
export const removal = {
  /** @param {string} name */
  title: (name) => `Remove ${name} from this computer?`,
  keys: "Its private keys are deleted from the keychain. Nobody can bring them back.",
  files: "Files that you saved stay where they are.",
  netsuite: "NetSuite isn’t told: certificates that are active there stay active until somebody revokes them.",
  users: "A system that has a private key can still get tokens until then.",
  act: "Remove connection",
  /** @param {string} name */
  removed: (name) => `${name} is removed`,
};
