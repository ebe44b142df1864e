// @ts-check
// A new connection, one connection, and bringing an existing key.

import { breakable } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import * as ipc from "../../types/ipc.d.ts" */

export const newConnection = {
  title: "Set up a connection",
  titlePractice: "Set up a practice connection",
  lead: "From nothing to a proven token in eight steps. You can leave at any time.",
  leadPractice: "The same eight steps against a stand-in for NetSuite on this computer. Nothing leaves the machine.",
  name: "Client",
  hint: "As you call them. It names the connection and the certificate.",
  create: "Begin",
  creating: "Beginning…",
  steps: "What comes",
};

export const bring = {
  title: "Bring an existing key",
  lead: "A private key and the certificate that NetSuite already has. Certdesk checks that they belong together and keeps the key in the keychain; your files stay where they are.",
  choose: "Choose files…",
  chooseOthers: "Choose other files…",
  choosing: "Choosing…",
  chooseNote: "Both at once: .pem, .cer, .crt, .key. Contents decide, not the name.",
  files: "What the files are",
  file: "File",
  what: "What it is",
  passphrase: "Passphrase of the private key",
  passphraseHint: "It is used once to open the key and not kept.",
  unlock: "Open the key",
  unlocking: "Opening…",
  problems: "What stands in the way",
  pair: "Key and certificate belong together",
  keyType: "Key",
  certificateId: "Certificate ID",
  subject: "Name in the certificate",
  validUntil: "Valid until",
  name: "Client",
  nameHint: "As you call them. It names the connection.",
  import: "Keep this key",
  importing: "Keeping it…",
  after: "Then the set-up asks for the system, the account and the Client ID, and proves the pair with a token.",
  kept: "The key is in the keychain, your files are where they were",
  noVault: "A key can be kept once the keychain is ready.",
};

export const connection = {
  /** @param {string} target @param {string} environment */
  account: (target, environment) => `${target}, ${environment} account`,
  noAccount: "The account is not entered yet.",
  test: "Test",
  testing: "Asking NetSuite…",
  tested: "This test",
  handOver: "Hand over",
  continue: "Continue set-up",
  replace: "Replace certificate",
  rotate: "Rotate",
  openRotation: "Open the rotation",
  recreate: "Re-create the mapping",
  /** @param {import("../../lib/html.js").Markup} when */
  slotsUsed: (when) => html`slots of the integration record used, as of ${when}`,
  freeSlot: "Free a slot…",
  /** @param {number} most */
  fullTitle: (most) => `All ${most} slots are in use, so a rotation can’t start`,
  /** @param {import("../../lib/html.js").Markup} when */
  fullBody: (when) => html`NetSuite’s list said so ${when}. Revoke a certificate that nobody uses, then rotate this one.`,
  /** How it is known. @type {Record<ipc.RevokedBy, (when: import("../../lib/html.js").Markup) => import("../../lib/html.js").Markup>} */
  revoked: { list: (when) => html`revoked ${when}`, word: (when) => html`revoked by an administrator, as you said ${when}; not checked in NetSuite’s list yet` },
  diagnosis: "Find the cause…",
  diagnosisNote: "A token, a call, an upload or another system fails: rank the causes with their evidence, from what is known here or from a text that you paste.",
  leak: "Report a leaked key…",
  leakNote: "A private key got into the wrong hands, or may have: see where it is used, and revoke its certificate.",
  refreshed: "The sandbox was refreshed…",
  refreshedPreview: "Release Preview was refreshed…",
  refreshedPractice: "The practice account was refreshed…",
  refreshedAll: "All connections of this account…",
  refreshedNote: "A refresh clears the certificate mappings of the account: re-create them for all its connections at once.",
  goneTitle: "The mapping is gone from NetSuite",
  goneBody: "Its certificate was cleared by a refresh, so NetSuite refuses its token requests. A fresh pair makes a new mapping.",
  revokedTitle: "The certificate is revoked, and nothing has taken its place",
  /** @param {string} target */
  revokedBody: (target) => `Until ${target} has a new key and certificate it gets no tokens. Rotate to create them, or end this connection.`,
  rotation: {
    interruptedTitle: "The rotation was interrupted; nothing is lost",
    interruptedBody: "Open it to continue or to abandon it.",
    elsewhereTitle: "Another Certdesk works on the rotation",
    elsewhereBody: "It was started twice on this computer. Wait until the other one has finished, or close it.",
    /** @type {Record<ipc.RotationAct, string>} */
    title: { continue: "A rotation stands still; nothing is lost", "upload-by-hand": "The rotation waits for you: upload by hand", "hand-over": "The rotation waits for you: hand over", switch: "The rotation waits for you: is the new one in use?", "revoke-old": "Rotated; the old certificate waits for your decision" },
    /** @type {Record<ipc.RotationAct, string>} */
    body: {
      continue: "Open it to continue or to abandon it.",
      "upload-by-hand": "The new certificate is made. An Administrator uploads it in NetSuite and reads its Certificate ID back.",
      "hand-over": "The new key is proven. The other system still uses the old one until it has the new values.",
      switch: "The values were handed over. Say so once the other system has fetched a token with them.",
      "revoke-old": "The other system uses the new certificate. Whoever has the old key can still fetch tokens: revoke its certificate, or leave it until it runs out.",
    },
  },
  end: "End this connection…",
  endNote: "The client leaves, or the system is replaced: revoke its certificates, tell who uses them, then remove it from this computer.",
  rename: "Rename…",
  renameTitle: "Rename this connection",
  renameAct: "Rename",
  name: "Client",
  runsOutTitle: (/** @type {string} */ words) => `This certificate runs out: ${words}`,
  /** @param {import("../../lib/html.js").Markup} date */
  runsOutBody: (date) => html`After ${date} NetSuite refuses its token requests. Its successor leaves it in place: nothing is revoked by itself.`,
  expiredTitle: "The certificate has expired",
  /** @param {import("../../lib/html.js").Markup} date */
  expiredBody: (date) => html`It was valid until ${date}. NetSuite refuses its token requests: a rotation makes a new key and certificate.`,
  refusedTitle: "The last token request failed",
  /** @param {import("../../lib/html.js").Markup} when */
  refusedBody: (when) => html`It was ${when}. Find the cause from what is known here, or test again.`,
  settingUpTitle: "The set-up is not finished",
  /** @param {string} step @param {number} number */
  settingUpBody: (step, number) => `It stands at step ${number} of 8: ${step}.`,
  /** @param {string} target */
  untestedTitle: (target) => `Only ${target} can fetch tokens here`,
  untestedBody: "Its Consumer Key is not known, so Certdesk cannot test this connection itself.",
  credentials: "Credentials",
  table: "Table of credentials",
  /** @param {string} name */
  caption: (name) => `Credentials of ${name}`,
  columns: { id: "Certificate ID", state: "State", algorithm: "Algorithm", until: "Valid until", acts: "Acts" },
  noCredentials: "No key and certificate yet. They are made in step 5 of the set-up.",
  details: "Details",
  /** @param {string} id */
  detailsOf: (id) => `of ${id}`,
  predicted: "predicted, not yet seen in NetSuite",
  facts: "Facts",
  history: "History",
  exportHistory: "Save as text…",
  exportingHistory: "Saving…",
  /** @param {string} path */
  historyExported: (path) => `History saved as ${path}`,
  labels: {
    clientId: "Client ID",
    application: "Application",
    role: "Role",
    entity: "Entity",
    scopes: "Scopes",
    tokenUrl: "Token URL",
    accountId: "Account ID",
    keys: "Private keys",
    created: "Made",
    subject: "Name in it",
    serial: "Serial number",
    fingerprint: "SHA-256 fingerprint",
    from: "Valid from",
    until: "Valid until",
    key: "Key",
    signature: "Certificate signature",
    kept: "Private key is in",
    certificateFile: "Certificate saved",
    keyFile: "Private key saved",
    pem: "Certificate as text",
  },
  notEntered: "Not entered yet",
  notKnown: "Not known",
  practiceStopped: "The practice account is not running",
  keysNone: "None yet",
  detailsTitle: "Certificate",
  /** @param {ipc.HistoryEvent} event @param {string | null} system that it names */
  event(event, system) {
    switch (event.kind) {
      case "created":
        return "Connection begun";
      case "target-chosen":
        return `To be used in: ${system}`;
      case "account-set":
        return html`Account <span class="mono">${event.accountId}</span> entered`;
      case "client-id-set":
        return "Client ID entered";
      case "certificate-made":
        return html`Key and certificate <span class="mono">${short(event.certificateId)}</span> made`;
      case "pair-imported":
        return html`Key and certificate <span class="mono">${short(event.certificateId)}</span> brought`;
      case "certificate-saved":
        return html`Certificate saved as <span class="mono">${breakable(event.path)}</span>`;
      case "key-exported":
        return html`Private key saved as <span class="mono">${breakable(event.path)}</span>, ${event.encrypted ? "with a passphrase" : "not encrypted"}`;
      case "sheet-saved":
        return html`Sheet for the client saved as <span class="mono">${breakable(event.path)}</span>`;
      case "certificate-id-confirmed":
        return html`NetSuite shows the Certificate ID <span class="mono">${short(event.certificateId)}</span>`;
      case "token-received":
        return html`Token received with <span class="mono">${short(event.certificateId)}</span>`;
      case "token-refused":
        return html`Token refused with <span class="mono">${short(event.certificateId)}</span>: ${event.reason}`;
      case "handed-over":
        return `Handed over to ${system}`;
      case "signed-in":
        return html`Signed in to NetSuite${event.role !== null && html`, role <span class="mono">${event.role}</span>`}${event.entity !== null && html`, entity <span class="mono">${event.entity}</span>`}`;
      case "certificate-uploaded":
        return html`Certificate <span class="mono">${short(event.certificateId)}</span> uploaded${event.foundInList && "; the answer was lost, the list shows it"}`;
      case "vendor-certificate-uploaded":
        return html`Certificate <span class="mono">${short(event.certificateId)}</span> of ${event.vendor} uploaded`;
      case "certificate-revoked":
        return html`Certificate <span class="mono">${short(event.certificateId)}</span> revoked`;
      case "certificate-revoked-by-hand":
        return html`Certificate <span class="mono">${short(event.certificateId)}</span> revoked by an administrator, as you said`;
      case "rotation-started":
        return { renewal: "Rotation begun", "sandbox-refreshed": "Rotation begun: the sandbox was refreshed", leak: "Rotation begun: the key leaked" }[event.reason];
      case "switched":
        return html`Switched to <span class="mono">${short(event.certificateId)}</span>`;
      case "rotation-abandoned":
        return "Rotation abandoned";
      case "rotation-ended":
        return event.oldKept ? "Rotation ended; the old certificate was left to run out" : "Rotation ended";
      case "mapping-gone":
        return "Marked: the mapping is gone from NetSuite";
    }
  },
};

/** @param {string} id */
const short = (id) => (id.length > 14 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id);
