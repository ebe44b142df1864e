// @ts-check
// The setup itself and its steps 1 to 4.

import { html } from "../../lib/html.js";

/** @import { Environment, PemForm } from "../../types/ipc.d.ts" */

export const setup = {
  /** @param {string} name */
  title: (name) => `Set up ${name}`,
  lead: "Each step is saved. You can leave at any time.",
  saving: "Saving…",
  save: "Save",
  back: "Back without saving",
  leave: "Back",
  /** Summaries of steps that aren't open yet. */
  ahead: {
    target: "The system that gets tokens",
    account: "Account ID or any NetSuite address",
    role: "Features to turn on, and the role’s permissions",
    integration: "The target system’s record in NetSuite",
    key: "Created on this computer",
    upload: "By an administrator or by Certdesk",
    prove: "Request a token",
    "hand-over": "Enter its values, field by field",
  },
};

export const target = {
  lead: "The target system decides the key type and the format of the values.",
  legend: "Target system",
  find: "Find a system",
  /** @param {string} words */
  nothing: (words) => `“${words}” isn’t listed. Choose Another system to get all values in every format.`,
  proposed: "Suggested key",
  form: "Private key",
  known: "Documentation",
  /** @type {Record<PemForm, string>} */
  pemForm: { "pkcs8-lines": "unencrypted PKCS#8", "pkcs8-one-line": "PKCS#8 on one line", "pkcs8-base64": "PKCS#8 as base64", traditional: "PKCS#1 or SEC1", file: "key file" },
  change: "Changing the system keeps the certificate. If the new system can’t use its key, create a new key pair.",
  save: "Save target system",
};

export const account = {
  lead: html`The account ID is in every NetSuite address, before <code>.app.netsuite.com</code>.`,
  label: "Account ID or any NetSuite address",
  hint: "1234567, 1234567_SB1, 1234567-sb1, or an address from your browser",
  accountId: "Account ID",
  hostForm: "In addresses",
  environment: "Environment",
  tokenUrl: "Token URL",
  check: "Check account",
  checking: "Checking…",
  skip: "Save without checking",
  note: "Certdesk looks up the account’s addresses at NetSuite and sends only the ID.",
  notePractice: "Certdesk checks it with the practice account, on this computer.",
  known: "checked with NetSuite",
  knownPractice: "on this computer",
  unknown: "unknown to NetSuite",
  notChecked: "not checked",
  otherEnvironment: "The certificate is for another account or environment. Upload it to this one too, or set up a separate connection.",
  unknownTitle: "NetSuite doesn’t know this account",
  /** @param {string} accountId */
  unknownBody: (accountId) => `Compare ${accountId} with the address bar of NetSuite, or with Setup > Company > Company Information.`,
  unconfirmedTitle: "NetSuite didn’t confirm this account",
  /** @param {string} accountId */
  unconfirmedBody: (accountId) => `NetSuite’s answer contains addresses, but none of them is for ${accountId}. Compare the ID with the address bar of NetSuite. If it’s correct, save it without checking.`,
  practice: "The practice account’s ID is filled in.",
  /** @param {Environment} environment @param {string} name */
  environmentOf: (environment, name) => {
    if (environment === "sandbox") return "sandbox (has its own certificates, cleared by each refresh)";
    return environment === "release-preview" ? "Release Preview (has its own certificates)" : name;
  },
};

export const role = {
  lead: "An administrator does this once per account. Check what’s done; you can come back for the rest.",
  /** One act for all boxes of the step. */
  everything: {
    claim: "Everything here is already set up",
    note: "Checks all eight boxes: the features are on, the role has the permissions, and the entity has the role. Certdesk can’t see this in NetSuite; the first token confirms it.",
    claimed: "All eight boxes are checked. Certdesk can’t see this in NetSuite; the first token confirms it.",
    undo: "Undo: restore the boxes",
    clear: "Clear all boxes",
    saidChecked: "All boxes checked",
    saidCleared: "Boxes restored",
  },
  features: "Turn on these features",
  featuresNote: "Accept NetSuite’s terms, then click Save.",
  /** @param {string | null} section */
  section: (section) => (section ? `under ${section}` : "needed for RESTlets"),
  permissions: "Create a role with these permissions",
  permissionsWhy: "Oracle advises against using Administrator. Add permissions for the records that the target system uses.",
  /** @param {string} level */
  level: (level) => `Level ${level}`,
  manageNote: "Lets the connection manage its own certificates",
  assign: "Assign the role to the entity",
  assigned: html`Assigned on the <em>Access</em> subtab of the entity’s record`,
  readyHint: "Exists in the practice account.",
  roleName: "Role name",
  roleHint: "As in NetSuite. You’ll need it for the upload.",
  entityName: "Entity",
  entityHint: "The connection acts as this employee, customer, partner, contact, or vendor.",
  save: "Save role",
  /** @param {number} features @param {number} permissions @param {string} role */
  summary: (features, permissions, role) => (role ? `${role}: ${features} of 4 features, ${permissions} of 3 permissions` : `${features} of 4 features, ${permissions} of 3 permissions`),
  /** @param {string} role */
  proven: (role) => (role ? `Confirmed by a token, expected role ${role}` : "Confirmed by a token"),
  /** @param {import("../../lib/html.js").Part} summary */
  unconfirmed: (summary) => html`${summary} (not confirmed)`,
  /** @param {string} summary @param {string} client */
  takenFrom: (summary, client) => `${summary} (same as for ${client})`,
};

export const integration = {
  lead: "This record represents the target system in NetSuite. Its Consumer Key is the Client ID in token requests.",
  needs: html`Requires an administrator or the permission <em>Integration Application</em>.`,
  fields: "Fields on NetSuite’s page",
  name: "Record name",
  tick: "checked",
  untick: "all boxes cleared",
  clear: "cleared, unless you use a browser sign-in",
  tickSignIn: "checked, for the browser sign-in in step 6",
  /** @param {string} label */
  descriptionOf: (label) => `Machine-to-machine access for ${label}`,
  noteOf: "OAuth 2.0 client credentials with a certificate. Don’t click Reset Credentials: all systems that use this record would stop getting tokens.",
  forMe: "Let Certdesk upload the certificate, with a browser sign-in",
  forMeNote: "Requires more fields on the record. You can also decide in step 6.",
  scopes: "Scopes",
  scopesHint: "Check the same boxes in NetSuite, at least one.",
  clientId: "Consumer Key (Client ID)",
  clientIdHint: "64 characters, shown once after you first save the record. You don’t need the Consumer Secret.",
  clientIdHintForMe: "64 characters, shown once after you first save the record. Copy the Client Secret too if Public Client stays cleared.",
  clientIdFits: "64 characters, as expected.",
  clientIdMissing: "Paste the Consumer Key.",
  resetTitle: "Never click Reset Credentials",
  resetBody: "Systems that use the current Consumer Key would stop getting tokens. If you lost it, create a new integration record instead.",
  save: "Save record details",
  /** @param {string} name @param {string} shortKey */
  summary: (name, shortKey) => html`${name}, Client ID <span class="mono">${shortKey}</span>`,
  /** For a system that installs its own record in NetSuite. */
  brought: {
    /** @param {string} label @param {string} application */
    lead: (label, application) => html`${label} installs its own record, <em>${application}</em>, so you don’t create one.`,
    install: "Install the record",
    installNote: "Run this command once, and sign in to this account in the browser.",
    command: "Command",
    look: "Check the record",
    /** @param {string} application */
    lookNote: (application) => html`NetSuite must list <em>${application}</em> with State <em>Enabled</em>.`,
    clientId: "Consumer Key (Client ID), if you know it",
    clientIdHint: "With it, Certdesk can request a token. Without it, the CLI command in step 8 tests the connection.",
    clientIdPractice: "64 characters. Required here: the CLI can’t reach the practice account.",
    scopes: "Scopes to request",
    scopesHint: "Select at least one.",
    continue: "Continue to key and certificate",
    /** @param {string} name */
    summary: (name) => `${name}, Client ID not entered`,
  },
};
