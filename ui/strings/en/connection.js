// @ts-check
// One connection, and who it acts as: what NetSuite says, beside what step 3 expects.

import { breakable } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import * as ipc from "../../types/ipc.d.ts" */

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

export const identity = {
  /** A name that NetSuite gave. @param {string} name @param {string} id */
  named: (name, id) => `${name} (${id})`,
  /** @param {string} id */
  unnamed: (id) => `Internal ID ${id}`,
  /** @param {string} name */
  expected: (name) => `Step 3 expects ${name}`,
  /** @param {string} name */
  notSaid: (name) => `Expected: ${name}. No token has shown it yet.`,
  /** @param {string} name */
  unnamedExpected: (name) => `Step 3 expects ${name}. NetSuite hasn’t named this ID here, so they aren’t compared.`,
  unnamedNote: "NetSuite hasn’t named this ID here.",
  agrees: "As step 3 expects",
  administrator: "Full access to the account",
  titles: {
    administrator: "It acts as Administrator",
    both: "It acts as another user and role than expected",
    entity: "It acts as another user than expected",
    role: "It acts in another role than expected",
  },
  administratorBody: "Whoever has this private key can do everything in the account. Oracle advises against it: create a role of its own, and a new certificate for it.",
  /** @param {string} side @param {string} given @param {string} expected */
  differs: (side, given, expected) => html`${side}: NetSuite says <strong>${given}</strong>, step 3 expects <strong>${expected}</strong>.`,
  differsBody: "If NetSuite is right, correct step 3. If step 3 is right, create a new certificate and upload it for the right user and role: a mapping can’t be changed.",
  sides: { entity: "User", role: "Role" },
  correct: "Correct step 3",
  another: "Create a new certificate",
  look: "Look up names in NetSuite",
  looking: "Asking NetSuite…",
  lookNote: "NetSuite’s list of certificates names users and roles.",
};
