// @ts-check
// One connection, and who it acts as: what NetSuite says, beside what step 3 expects.

import { breakable, day, plural, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { secretStores } from "./secret-stores.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup, Part } from "../../lib/html.js" */

export const connection = {
  /** @param {string} target @param {string} environment */
  account: (target, environment) => `${target}, ${environment} account`,
  noAccount: "No account entered yet",
  test: "Test connection",
  testing: "Requesting a token…",
  tested: "Test result",
  continue: "Continue setup",
  replace: "Replace certificate",
  rotate: "Rotate certificate",
  openRotation: "Open rotation",
  recreate: "Re-create mapping",
  /** @param {number} active @param {number} most @param {Markup} when */
  slotsUsed: (active, most, when) => html`${active} of ${most} slots in use, as of ${when}`,
  freeSlot: "Free a slot…",
  /** @param {number} most */
  fullTitle: (most) => `All ${most} slots are in use, so you can’t rotate yet`,
  /** @param {Markup} when */
  fullBody: (when) => html`Revoke a certificate that nobody uses first. Certdesk checked NetSuite’s list ${when}.`,
  /** How it is known. @type {Record<ipc.RevokedBy, (when: Markup) => Markup>} */
  revoked: { list: (when) => html`revoked ${when}`, word: (when) => html`as you reported ${when}, not checked in NetSuite yet` },
  diagnosis: "Find the cause…",
  diagnosisNote: "Ranks the possible causes of a failed token request, call, or upload.",
  leak: "Report a leaked key…",
  leakNote: "Shows where the key is used, and revokes its certificate.",
  refreshed: "Re-create all mappings…",
  refreshedNote: "A refresh clears the mappings of all the account’s connections.",
  goneTitle: "A refresh cleared the mapping in NetSuite",
  /** @param {string} target */
  goneBody: (target) => `Until you re-create it with a new key pair, ${target} can’t get tokens.`,
  revokedTitle: "Certificate revoked and not replaced",
  /** @param {string} target */
  revokedBody: (target) => `Until you rotate it, ${target} can’t get tokens.`,
  rotation: {
    runningTitle: "Rotation running",
    runningBody: "Certdesk continues it in the background.",
    elsewhereTitle: "Rotation running in another Certdesk",
    elsewhereBody: "Certdesk is open twice on this computer. Wait until the other one finishes, or close it.",
    /** @type {Record<ipc.RotationAct, (target: string) => string>} */
    title: {
      continue: () => "Rotation paused",
      "upload-by-hand": () => "Waiting for an administrator to upload",
      "hand-over": (target) => `Waiting for you to configure ${target}`,
      switch: (target) => `Waiting for ${target} to use the new key`,
      "revoke-old": () => "Old certificate still active",
    },
    /** @type {Record<ipc.RotationAct, (target: string) => string>} */
    body: {
      continue: () => "Open the rotation to continue or abandon it.",
      "upload-by-hand": () => "Enter the Certificate ID that the administrator sends back.",
      "hand-over": (target) => `Until you enter the new values, ${target} uses the old key.`,
      switch: (target) => `Confirm the switch once ${target} has gotten a token with it.`,
      "revoke-old": () => "Anyone with the old key can still get tokens. Revoke its certificate, or leave it until it expires.",
    },
  },
  end: "End connection…",
  endNote: "Revokes its certificates, helps you notify its users, and removes it from this computer.",
  rename: "Rename client…",
  undoRename: "Undo rename",
  renameTitle: "Rename client",
  renameAct: "Rename client",
  name: "Client",
  /** @param {number} days */
  runsOutTitle: (days) => (days === 0 ? "Certificate expires today" : plural(days, { one: "Certificate expires in {count} day", other: "Certificate expires in {count} days" })),
  /** @param {Markup} date @param {string} target */
  runsOutBody: (date, target) => html`After ${date}, ${target} can’t get tokens. The old certificate keeps working while you rotate.`,
  expiredTitle: "Certificate expired",
  /** @param {Markup} date @param {string} target */
  expiredBody: (date, target) => html`It was valid until ${date}, so ${target} can’t get tokens.`,
  /** @param {Markup} when */
  refusedTitle: (when) => html`NetSuite refused the last token request ${when}`,
  /** @param {Markup} when */
  callRefusedTitle: (when) => html`NetSuite refused the last test call ${when}`,
  /** @param {string} step @param {number} number */
  settingUpTitle: (step, number) => `Next is step ${number} of 8: ${step}`,
  /** @param {string} target */
  untestedTitle: (target) => `Only ${target} can get tokens here`,
  untestedBody: "Certdesk can’t test the connection without its Consumer Key.",
  credentials: "Keys and certificates",
  /** @param {string} name */
  caption: (name) => `Keys and certificates of ${name}`,
  columns: { id: "Certificate ID", state: "Status", algorithm: "Algorithm", until: "Valid until", acts: "Actions" },
  noCredentials: "None yet. Step 5 of the setup creates them.",
  details: "Show details",
  /** @param {string} id */
  detailsOf: (id) => `of ${id}`,
  predicted: "predicted, not confirmed in NetSuite",
  facts: "Details",
  history: "History",
  exportHistory: "Save history…",
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
    subject: "Subject (common name)",
    serial: "Serial number",
    fingerprint: "SHA-256 fingerprint",
    from: "Valid from",
    until: "Valid until",
    key: "Key",
    signature: "Signature",
    kept: "Private key in",
    certificateFile: "Certificate saved",
    keyFile: "Private key saved",
    pem: "Certificate as text",
  },
  notEntered: "Not entered yet",
  notKnown: "Unknown",
  practiceStopped: "Practice account not running",
  keysNone: "None yet",
  detailsTitle: "Certificate",
  /** @param {ipc.HistoryEvent} event @param {string | null} system that it names @returns {Part} */
  event(event, system) {
    switch (event.kind) {
      case "created":
        return "Connection created";
      case "target-chosen":
        return `Target system: ${system}`;
      case "account-set":
        return html`Account <span class="mono">${event.accountId}</span> entered`;
      case "client-id-set":
        return "Client ID entered";
      case "certificate-made":
        return html`Key and certificate ${short(event.certificateId)} created`;
      case "pair-imported":
        return html`Key and certificate ${short(event.certificateId)} imported`;
      case "certificate-saved":
        return html`Certificate saved as ${path(event.path)}`;
      case "key-exported":
        return event.encrypted ? html`Encrypted private key saved as ${path(event.path)}` : html`Unencrypted private key saved as ${path(event.path)}`;
      case "key-storing-started":
        return html`Storing the private key in ${secretStores.label[event.store]} started: ${breakable(event.location)}`;
      case "key-not-stored":
        return html`Private key not stored in ${secretStores.label[event.store]}: ${breakable(event.location)}`;
      case "key-stored":
        return html`Private key stored in ${secretStores.label[event.store]}${!event.compared && ", not confirmed"}: ${breakable(event.location)}`;
      case "sheet-saved":
        return html`Client handout saved as ${path(event.path)}`;
      case "certificate-id-confirmed":
        return html`Certificate ID ${short(event.certificateId)} confirmed`;
      case "token-received":
        return html`Token received with ${short(event.certificateId)}`;
      case "token-refused":
        return html`Token refused with ${short(event.certificateId)}: ${event.reason}`;
      case "handed-over":
        return `${system} configured`;
      case "signed-in":
        return html`Signed in to NetSuite${event.role !== null && html`, role <span class="mono">${event.role}</span>`}${event.entity !== null && html`, entity <span class="mono">${event.entity}</span>`}`;
      case "certificate-uploaded":
        return event.foundInList ? html`Certificate ${short(event.certificateId)} uploaded; NetSuite’s reply was lost, but its list shows it` : html`Certificate ${short(event.certificateId)} uploaded`;
      case "vendor-certificate-uploaded":
        return html`Certificate ${short(event.certificateId)} from ${event.vendor} uploaded`;
      case "certificate-revoked":
        return html`Certificate ${short(event.certificateId)} revoked`;
      case "certificate-revoked-by-hand":
        return html`Certificate ${short(event.certificateId)} revoked by an administrator, as you reported`;
      case "list-changed":
        return event.active === 0 ? "No active certificate in NetSuite" : html`${plural(event.active, { one: "{count} active certificate", other: "{count} active certificates" })} in NetSuite: ${event.certificateIds.map((id, index) => html`${index > 0 && ", "}${short(id)}`)}`;
      case "rotation-started":
        return { renewal: "Rotation started", "sandbox-refreshed": "Rotation started after a sandbox refresh", leak: "Rotation started after a key leak" }[event.reason];
      case "switched":
        return html`Switched to ${short(event.certificateId)}`;
      case "rotation-abandoned":
        return "Rotation abandoned";
      case "rotation-ended":
        return event.oldKept ? "Rotation finished, old certificate left to expire" : "Rotation finished";
      case "mapping-gone":
        return "Mapping marked as missing in NetSuite";
      case "handed-to-colleague":
        return html`Saved for a colleague ${event.withKeys ? "with its private keys" : "without private keys"}: <span class="mono">${breakable(event.path)}</span>`;
      case "restored":
        return event.purpose === "backup" ? `Restored from the backup of ${day(event.madeAt)}` : `Restored from a colleague’s file of ${day(event.madeAt)}`;
      case "removed":
        return "Removed from this computer";
      case "brought-back":
        return "Restored after removal";
      case "key-deleted":
        return `Private key of certificate ${shortId(event.certificateId)} deleted: nothing used it anymore`;
      case "evidence-saved":
        return html`Evidence saved as ${path(event.path)}`;
      case "chain-started":
        return "Hash chain started, earlier entries added to it";
    }
  },
};

/** @param {string} id */
const short = (id) => html`<span class="mono nowrap">${shortId(id)}</span>`;
/** @param {string} path */
const path = (path) => html`<span class="mono">${breakable(path)}</span>`;

export const identity = {
  /** A name that NetSuite gave. @param {string} name @param {string} id */
  named: (name, id) => `${name} (${id})`,
  /** @param {string} id */
  unnamed: (id) => `Internal ID ${id}`,
  /** @param {string} name */
  expected: (name) => `Step 3 expects ${name}`,
  /** @param {string} name */
  notSaid: (name) => `Expected: ${name}. No token has confirmed it yet.`,
  /** @param {string} name */
  unnamedExpected: (name) => `Step 3 expects ${name}, but Certdesk has no name for this ID.`,
  unnamedNote: "Certdesk has no name for this ID.",
  agrees: "Matches step 3 of setup",
  administrator: "Full access to the account",
  titles: {
    administrator: "This connection acts as Administrator",
    both: "Unexpected entity and role",
    entity: "Unexpected entity",
    role: "Unexpected role",
  },
  administratorBody: "Anyone with this key can do everything in the account; Oracle advises against it. Create a dedicated role, then a new certificate.",
  /** @param {string} side @param {string} given @param {string} expected */
  differs: (side, given, expected) => html`${side}: NetSuite says <strong>${given}</strong>, step 3 expects <strong>${expected}</strong>.`,
  differsBody: "If NetSuite is right, correct step 3. Otherwise, create a new certificate for the right entity and role: a mapping can’t be changed.",
  sides: { entity: "Entity", role: "Role" },
  correct: "Correct step 3",
  another: "Create new certificate",
  look: "Look up names",
  looking: "Looking up…",
  lookNote: "NetSuite’s certificate list names entities and roles.",
};
