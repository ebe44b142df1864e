// @ts-check
// The walk itself and its steps 1 to 4.

import { html } from "../../lib/html.js";

/** @import { Environment, PemForm } from "../../types/ipc.d.ts" */

export const setup = {
  /** @param {string} name */
  title: (name) => `Set up ${name}`,
  lead: "You can leave at any time. What is done stays done.",
  continue: "Continue",
  saving: "Saving…",
  save: "Save",
  back: "Back without saving",
  leave: "Back",
  /** Summaries of steps that are still ahead. */
  ahead: {
    target: "The system that will fetch tokens",
    account: "Its ID in any form",
    role: "What to switch on, and the permissions of the role",
    integration: "The record that stands for the other system",
    key: "Made on this computer",
    upload: "By hand on one page of NetSuite, or by Certdesk",
    prove: "Fetch a token and see who NetSuite says we are",
    "hand-over": "Everything the other system asks for, field by field",
  },
  /** @param {string} label */
  aheadHandOver: (label) => `Everything ${label} asks for, field by field`,
};

export const target = {
  lead: "The other system decides which kind of key it can use and in which form it wants the values.",
  legend: "System",
  find: "Find a system",
  /** @param {string} words */
  nothing: (words) => `No system here is called “${words}”. Another system shows all values in all forms.`,
  proposed: "Proposed key",
  form: "Private key",
  known: "What is known",
  /** @type {Record<PemForm, string>} */
  pemForm: { "pkcs8-lines": "unencrypted PKCS#8", "pkcs8-one-line": "PKCS#8 in one line", "pkcs8-base64": "PKCS#8 as base64", traditional: "PKCS#1 or SEC1", file: "key as a file" },
  change: "If you change the system, a certificate that exists is kept. A kind of key that the new system cannot use must be made anew.",
};

export const account = {
  lead: html`The account ID stands in every NetSuite address, before <code>.app.netsuite.com</code>.`,
  label: "Account ID or any NetSuite address",
  hint: "1234567, 1234567_SB1, 1234567-sb1, or an address copied from the browser",
  accountId: "In account fields",
  hostForm: "In addresses",
  environment: "Environment",
  tokenUrl: "Token URL",
  check: "Check with NetSuite and continue",
  checking: "Asking NetSuite…",
  skip: "Continue without checking",
  note: "The check asks NetSuite for the account’s addresses. Nothing is sent but the ID.",
  known: "NetSuite knows it",
  knownPractice: "on this computer",
  unknown: "NetSuite does not know it",
  notChecked: "not checked",
  otherEnvironment: "This is another account or environment than the one the certificate here was made for. NetSuite keeps them apart: the certificate must be uploaded there anew, or set up a connection of its own for it.",
  unknownTitle: "NetSuite does not know this account",
  /** @param {string} accountId */
  unknownBody: (accountId) => `It lists no addresses for ${accountId}. Compare the ID with the address bar of NetSuite, or with Setup > Company > Company Information.`,
  practice: "This is a practice connection. The practice account’s ID is filled in.",
  /** @param {Environment} environment @param {string} name */
  environmentOf: (environment, name) => {
    if (environment === "sandbox") return `${name}. Its certificates are apart from production, and each refresh clears them.`;
    return environment === "release-preview" ? `${name}. Its certificates are apart from production.` : name;
  },
};

export const role = {
  lead: "An Administrator switches these on once for each account. Tick what is done. You can continue without, and come back to it: the step then counts as not confirmed.",
  features: "Features to switch on",
  featuresNote: "Accept the terms that NetSuite shows, then press Save.",
  /** @param {string | null} section */
  section: (section) => (section ? `under ${section}` : "needed for RESTlets"),
  permissions: "A role of its own, with these permissions",
  permissionsWhy: "Use a custom role: Oracle advises against Administrator here. Add what the other system reads or writes as well.",
  /** @param {string} level */
  level: (level) => `Level ${level}`,
  manageNote: "Lets the connection look after its own certificates later",
  assigned: html`The role is assigned to the user it acts as, on the subtab <em>Access</em>`,
  readyHint: "The practice account has it ready.",
  roleName: "Name of the role",
  roleHint: "As on NetSuite’s page. It is chosen again at the upload.",
  entityName: "User it acts as",
  entityHint: "An employee, customer, partner, contact or vendor with that role.",
  /** @param {number} features @param {number} permissions @param {string} role */
  summary: (features, permissions, role) => `${features} of 4 features, ${permissions} of 3 permissions ticked${role ? `, ${role}` : ""}`,
  /** @param {string} role */
  proven: (role) => `A token proves it${role ? `, ${role} expected` : ""}`,
  /** @param {import("../../lib/html.js").Part} words */
  unconfirmed: (words) => html`Not confirmed: ${words}`,
  /** @param {string} words @param {string} client */
  takenFrom: (words, client) => `${words}, as for ${client}`,
};

export const integration = {
  lead: "The integration record stands for the other system in NetSuite. Its Consumer Key is the Client ID that token requests carry.",
  needs: html`Needs an Administrator, or the permission <em>Integration Application</em>.`,
  fields: "Fields on NetSuite’s page",
  name: "Name of the record",
  tick: "tick",
  untick: "clear all boxes",
  clear: "clear: the other system needs Client Credentials only",
  tickSignIn: "tick: the browser sign-in of step 6 needs it. The other system doesn’t",
  /** @param {string} label */
  descriptionOf: (label) => `Machine-to-machine access for ${label}`,
  noteOf: "OAuth 2.0 client credentials with a certificate. Don’t press Reset Credentials: every system that uses this record stops fetching tokens.",
  forMe: "Let Certdesk upload the certificate, by a browser sign-in",
  forMeNote: "Then these fields are needed on the record as well. It can also be decided in step 6.",
  scopes: "Scopes to tick, and to ask for",
  scopesHint: "Tick the same ones in NetSuite. At least one is needed.",
  clientId: "Consumer Key",
  clientIdHint: "64 characters. NetSuite shows it once, after the record is first saved. The Consumer Secret is not needed.",
  clientIdHintForMe: "64 characters. NetSuite shows it once, after the record is first saved. The Client Secret below it is shown once too: copy it only if Public Client is not to be ticked.",
  clientIdFits: "64 characters, as a Consumer Key has.",
  clientIdMissing: "Paste the Consumer Key here.",
  resetTitle: "Never press Reset Credentials to see the key again",
  resetBody: "It makes a new Consumer Key, and every system that uses the old one stops fetching tokens. If the Consumer Key is lost, create a new integration record: the old one keeps working.",
  /** @param {string} name @param {string} shortKey */
  summary: (name, shortKey) => html`${name}, Client ID <span class="mono">${shortKey}</span>`,
  /** For a system that brings its record to NetSuite itself. */
  brought: {
    /** @param {string} label @param {string} application */
    lead: (label, application) => html`${label} brings its own record, <em>${application}</em>. There is none to make.`,
    install: "Let it install itself",
    installNote: "Sign in once with the CLI, in the browser, to this account. NetSuite then has the record.",
    command: "Command",
    look: "See that it is there",
    /** @param {string} application */
    lookNote: (application) => html`The list names it <em>${application}</em>. Its State must be <em>Enabled</em>.`,
    clientId: "Consumer Key, only if you know it",
    clientIdHint: "With it Certdesk can ask for a token itself. Without it the CLI’s own command in step 8 does, and so proves the connection.",
    clientIdPractice: "64 characters. Enter it: the CLI itself cannot reach the practice account.",
    scopes: "Scopes to ask for",
    scopesHint: "At least one is needed.",
    /** @param {string} name */
    summary: (name) => `${name}, proven by the system itself`,
  },
};
