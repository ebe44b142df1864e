// @ts-check
// The hand-over: the values that the other system needs, and its private key.

import { breakable } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { Evidence, PemForm } from "../../types/ipc.d.ts" */

export const handOver = {
  /** @param {string} label */
  lead: (label) => `The values for ${label}, in the order of its own form.`,
  /** @param {string} label */
  fields: (label) => `Fields of ${label}`,
  copyAll: "Copy all values",
  copyAllNote: "Each field with its value, one per line, without the private key.",
  saveKey: "Save private.pem…",
  saveKeyText: "Save private key…",
  /** @type {Record<PemForm, string>} */
  neverShown: {
    "pkcs8-lines": "Unencrypted PKCS#8, in a file. Never shown here: whoever has it can act as this user.",
    "pkcs8-one-line": "Unencrypted PKCS#8 in one line, in a file. Never shown here: whoever has it can act as this user.",
    "pkcs8-base64": "Unencrypted PKCS#8 as base64, in a file. Never shown here: whoever has it can act as this user.",
    traditional: "PKCS#1 or SEC1, in a file. Never shown here: whoever has it can act as this user.",
    file: "A file. Never shown here: whoever has it can act as this user.",
  },
  unseen: "Values that it must have as well",
  /** @param {string} label */
  unseenNote: (label) => `The fields that ${label} has for them were not seen, so they are named as NetSuite names them.`,
  /** @param {string} label */
  warnings: (label) => `Before you enter them in ${label}`,
  from: "Where this is from",
  /** @param {string} label */
  untried: (label) => `Certdesk has not been tried with ${label} itself.`,
  source: "Source",
  /** @type {Record<Evidence, string>} */
  evidence: { maker: "Documented by its maker", "third-party": "From third parties", "fields-unseen": "Field list not seen", unknown: "No kit of its own" },
  /** @param {string} label */
  pathTitle: (label) => `${label} cannot use the key from where it was saved`,
  /** @param {string} character */
  pathRefused: (character) => html`The path holds the character <code>${character}</code>, which it refuses. Save the key again, to a folder without it.`,
  pathBlank: "The path has a blank, and how to write that on Windows is not known for certain. Save the key again, to a folder without blanks, such as C:\\keys.",
  /** @param {import("../../lib/html.js").Markup} when @param {string} path @param {boolean} encrypted */
  exported: (when, path, encrypted) => html`Saved ${when} as <span class="mono">${breakable(path)}</span>, ${encrypted ? "protected by a passphrase" : "not encrypted"}.`,
  exportTitle: "Save the private key to a file?",
  /** @param {string} label */
  exportWho: (label) => `${label} needs it to sign its token requests. Nobody else does: not NetSuite, not the Administrator.`,
  exportRisk: "Whoever has the file can act as this user in NetSuite. Only you will be able to read it on this computer; do not send it by e-mail or chat.",
  /** @param {string} store */
  exportStays: (store) => `The original stays in ${store}, so the file can be made again at any time.`,
  form: "Form of the file",
  plain: "Not encrypted",
  /** @param {string} label */
  plainNote: (label) => `What ${label} takes.`,
  plainNoteOther: "What most systems take.",
  written: "Written as",
  /** @type {Record<PemForm, string>} */
  pemForm: {
    "pkcs8-lines": "PKCS#8, with its lines",
    "pkcs8-one-line": "PKCS#8 in one line, \\n where a line ends",
    "pkcs8-base64": "PKCS#8 as base64, in one line",
    traditional: "PKCS#1 for RSA, SEC1 for EC",
    file: "PKCS#8, with its lines",
  },
  /** @param {string} label */
  takes: (label) => `what ${label} takes`,
  protect: "With a passphrase",
  protectNote: "Encrypted PKCS#8, for carrying it. The other system must be able to open it.",
  passphrase: "Passphrase",
  again: "The same again",
  passphraseHint: "At least 12 characters. Certdesk does not keep it.",
  short: "At least 12 characters are needed.",
  differ: "The two do not match.",
  exportAct: "Save private key…",
  exporting: "Saving…",
  exportedSaid: "Private key saved",
  /** @param {string} file @param {string} label */
  deleteTitle: (file, label) => html`Delete <span class="file-name">${file}</span> once ${label} has it`,
  /** @param {string} store */
  deleteBody: (store) => `The original stays in ${store}; the file can be made again at any time.`,
  then: "Then",
  /** @param {string} label */
  done: (label) => `${label} has fetched a token`,
  doneOther: "The other system has fetched a token",
  doneBrought: "The CLI accepted it",
  notWorking: "It does not work",
  /** @param {string} label */
  notWorkingTitle: (label) => `If ${label} gets no token`,
  notWorkingBody: "Ask for a token here. If it comes, NetSuite’s side is right, and a value in the other system differs: compare them one by one, the private key included. If it does not come, the checks say more.",
  notWorkingAct: "Request a token here",
  notWorkingBrought: "Read what the CLI says: it names the private key, the Certificate ID or the account. Compare the values one by one. If all are right, the code in NetSuite’s Login Audit Trail settles the cause.",
  finish: "Everything is done",
  finishLead: "What exists now:",
  key: "Private key",
  certificate: "Certificate",
  certificateId: "Certificate ID",
  files: "Files",
  handedOver: "Handed over",
  noFiles: "None were saved",
  /** @param {string} type @param {string} store */
  keyIn: (type, store) => `${type}, in ${store}`,
  /** @param {import("../../lib/html.js").Markup} date @param {string} words */
  until: (date, words) => html`Valid until ${date}, ${words}`,
  /** @param {import("../../lib/html.js").Markup} when @param {string} label */
  handedOverAt: (when, label) => html`To ${label}, ${when}`,
  openConnection: "Open the connection",
  showValues: "Show the values again",
  summary: "Handed over",
};
