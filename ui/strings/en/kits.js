// @ts-check
// Step 8: the values that the target system needs, and its private key. Systems that need none of them, because they
// have no M2M access.

import { breakable } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { Evidence, PemForm } from "../../types/ipc.d.ts" */

export const handOver = {
  /** @param {string} label */
  lead: (label) => `Enter these values in ${label}.`,
  /** @param {string} label */
  fields: (label) => `Fields in ${label}`,
  copyAll: "Copy all values",
  copyAllNote: "One field per line, without the private key.",
  saveKey: "Save private.pem…",
  saveKeyText: "Save private key…",
  /** @type {Record<PemForm, string>} */
  neverShown: {
    "pkcs8-lines": "Unencrypted PKCS#8 file, never shown here",
    "pkcs8-one-line": "Unencrypted PKCS#8 file on one line, never shown here",
    "pkcs8-base64": "Unencrypted PKCS#8 file as base64, never shown here",
    traditional: "PKCS#1 or SEC1 file, never shown here",
    file: "File, never shown here",
  },
  unseen: "Other values it needs",
  /** @param {string} label */
  unseenNote: (label) => `How ${label} names these fields isn’t documented, so they have NetSuite’s names.`,
  /** @param {string} label */
  warnings: (label) => `Before you configure ${label}`,
  from: "Source of these fields",
  /** @param {string} label */
  untried: (label) => `Certdesk hasn’t been tested with ${label} itself.`,
  source: "Source",
  /** @type {Record<Evidence, string>} */
  evidence: { maker: "Documented by its maker", "third-party": "Documented by third parties", "fields-unseen": "Field list not seen", unknown: "Not documented" },
  /** @param {string} label */
  pathTitle: (label) => `${label} can’t use the key from this folder`,
  /** @param {string} character */
  pathRefused: (character) => html`It refuses the character <code>${character}</code> in the path. Save the key to a folder without it.`,
  pathBlank: "The path contains a space, which may not work on Windows. Save the key to a folder without spaces, such as C:\\keys.",
  /** @param {import("../../lib/html.js").Markup} when @param {string} path @param {boolean} encrypted */
  exported: (when, path, encrypted) => (encrypted ? html`Saved ${when} as <span class="mono">${breakable(path)}</span>, encrypted.` : html`Saved ${when} as <span class="mono">${breakable(path)}</span>, unencrypted.`),
  exportTitle: "Save the private key to a file?",
  /** @param {string} label */
  exportWho: (label) => `Only ${label} needs it, to sign token requests. NetSuite and the administrator don’t.`,
  exportRisk: "Anyone with the file can act as this user in NetSuite. Only you can read it on this computer; don’t send it by email or chat.",
  /** @param {string} store */
  exportStays: (store) => `The original stays in ${store}, so you can save the file again.`,
  form: "Encryption",
  plain: "Unencrypted",
  /** @param {string} label */
  plainNote: (label) => `What ${label} accepts.`,
  plainNoteOther: "What most systems accept.",
  written: "Format",
  /** @type {Record<PemForm, string>} */
  pemForm: {
    "pkcs8-lines": "PKCS#8 on several lines",
    "pkcs8-one-line": "PKCS#8 on one line, with \\n for line breaks",
    "pkcs8-base64": "PKCS#8 as base64 on one line",
    traditional: "PKCS#1 for RSA, SEC1 for EC",
    file: "PKCS#8 on several lines",
  },
  /** @param {string} form @param {string} label */
  takes: (form, label) => `${form} (for ${label})`,
  protect: "Encrypted",
  protectNote: "PKCS#8 with a passphrase. The target system must be able to open it.",
  passphrase: "Passphrase",
  again: "Repeat passphrase",
  passphraseHint: "At least 12 characters. Certdesk doesn’t save it.",
  short: "Enter at least 12 characters.",
  differ: "The passphrases don’t match.",
  exportAct: "Save private key…",
  exporting: "Saving…",
  exportedSaid: "Private key saved",
  /** @param {string} file @param {string} label */
  deleteTitle: (file, label) => html`Delete <span class="file-name">${file}</span> once ${label} has the key`,
  then: "Next",
  /** @param {string} label */
  done: (label) => `Confirm that ${label} gets tokens`,
  doneBrought: "Confirm that the CLI accepted the key",
  notWorking: "Troubleshoot the connection",
  /** @param {string} label */
  notWorkingTitle: (label) => `If ${label} gets no token`,
  /** @param {string} label */
  notWorkingBody: (label) => `Request a token here. If NetSuite sends one, compare every value in ${label}, including the private key. If not, the checks help you find the cause.`,
  notWorkingAct: "Request a token here",
  notWorkingBrought: "Compare the value that the CLI names: private key, Certificate ID, or account. If it’s right, the code in NetSuite’s Login Audit Trail gives the cause.",
  finish: "Setup complete",
  key: "Private key",
  certificate: "Certificate",
  certificateId: "Certificate ID",
  files: "Saved files",
  handedOver: "Target system",
  noFiles: "None",
  /** @param {string} type @param {string} store */
  keyIn: (type, store) => `${type}, in ${store}`,
  /** @param {import("../../lib/html.js").Markup} date @param {string} left */
  until: (date, left) => html`Valid until ${date} (${left})`,
  /** @param {import("../../lib/html.js").Markup} when @param {string} label */
  handedOverAt: (when, label) => html`${label}, configured ${when}`,
  openConnection: "Open connection",
  showValues: "Show values again",
};

export const withoutM2m = {
  /** @param {string} label @param {string} connector */
  title: (label, connector) => `${label}’s ${connector} has no M2M access`,
  badge: "No M2M",
  legend: "No M2M access",
  offers: "It offers",
  asOf: "As of",
  instead: "What to do instead",
  keep: "Keep its TBA connection for now.",
  ask: "Ask its maker for OAuth 2.0 client credentials (M2M).",
  own: "If your own program requests the tokens and passes them on, choose Another system.",
  /** Beside the button that can’t be pressed. */
  choose: "Choose a system with M2M access.",
  plan: "Open Move from TBA",
  sources: "Sources",
};
