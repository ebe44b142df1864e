// @ts-check
// The browser sign-in: what the integration record needs for it, the wait, and the access it gives.

import { html } from "../../lib/html.js";
import { way } from "./sign-in/redirect.js";

/** @import { Access } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

/** @typedef {{ role: string | null, entity: string | null }} Who internal IDs, as far as NetSuite gave them */

/** @param {Who} who */
const whoIs = ({ role, entity }) => {
  if (role !== null && entity !== null) return `role ${role}, entity ${entity}`;
  if (role !== null) return `role ${role}`;
  return entity === null ? "" : `entity ${entity}`;
};

/** A certificate and whom it acts as. @param {string} id @param {Who} who */
const certificate = (id, who) => (whoIs(who) ? html`<span class="mono">${id}</span> (${whoIs(who)})` : html`<span class="mono">${id}</span>`);

export const signIn = {
  way,
  title: "Sign in to NetSuite",
  formTitle: "Sign-in options",
  /** @param {string} name @param {string} environment @param {string} account */
  sub: (name, environment, account) => html`${name}, ${environment} account <span class="mono">${account}</span>`,
  lead: "Sign in with your browser, and let Certdesk read and change this integration record’s certificates. It never sees your password.",
  /** @type {Record<string, string>} */
  backTo: { certificates: "Certificates in NetSuite", "certificate-upload": "Upload certificate", setup: "Setup", rotate: "Rotation", rotations: "Rotate multiple certificates", leak: "Leaked key", end: "End connection", refreshed: "Sandbox refreshed", diagnosis: "Find the cause" },
  needsRecord: "The sign-in uses the integration record: enter its Consumer Key first.",
  goToRecord: "Open step 4",

  record: "On the integration record",
  recordNote: "Edit the record, set these fields, and save. Never click Reset Credentials.",
  how: "Client type on the record",
  publicClient: "Public client",
  publicNote: "Public Client is checked. No secret needed.",
  confidential: "Confidential client",
  confidentialNote: "Public Client is cleared. You also enter the Client Secret.",
  secret: "Client Secret",
  secretHint: "NetSuite shows it once, after you first save the record. If you lost it, check Public Client instead of resetting credentials.",
  /** @param {string} store */
  secretKept: (store) => `Certdesk saves it in ${store} and sends it only to NetSuite.`,
  /** @param {string} store */
  secretThere: (store) => `The Client Secret is in ${store}.`,
  secretOther: "Enter another secret",
  secretForget: "Delete the secret",
  secretForgetting: "Deleting…",
  secretForgotten: "Client Secret deleted from the keychain",
  secretMissing: "Enter the Client Secret, or choose Public client.",
  stay: "Stay signed in",
  /** @param {string} store */
  stayNote: (store) => `Otherwise the sign-in ends after 60 minutes or when Certdesk closes. Certdesk saves NetSuite’s refresh token in ${store}.`,
  stayPublic: "The token lasts 48 hours, unless the record says otherwise.",
  stayConfidential: "The token lasts 7 days.",
  start: "Sign in with the browser",
  starting: "Opening the browser…",
  tick: "checked",
  untick: "cleared",

  waiting: "Waiting for you to sign in",
  /** @param {Markup} when */
  waitingNote: (when) => html`Browser opened ${when}. Certdesk waits until the browser opens it, you cancel here, or you close Certdesk.`,
  /** @param {Markup} when */
  waitingPageNote: (when) => html`Browser opened ${when}. Certdesk waits until you paste the address, cancel here, or close Certdesk.`,
  steps: "In the browser",
  again: "Open the sign-in page again",
  opened: "Sign-in page opened in the browser",
  address: "Sign-in address",
  addressNote: "Sign-in address, for another browser or a private window on this computer",
  cancel: "Cancel sign-in",
  cancelling: "Canceling…",
  noBrowser: "Open the sign-in address below in any browser on this computer.",
  stays: "If NetSuite shows an error",
  staysBody: "NetSuite documents two causes. Fix them on the integration record:",
  staysRedirect: "No Redirect URI is exactly this one. Compare capitals and slashes:",
  staysClient: "NetSuite doesn’t know this Client ID. It’s another account’s, or the record was deleted:",
  staysAudit: "The Login Audit Trail then shows InvalidRedirectURI or UnknownIntegration.",

  signedIn: "Signed in",
  /** @param {Markup} until */
  until: (until) => html`until ${until}`,
  /** @param {Markup} until */
  untilStay: (until) => html`until ${until}, renewed automatically`,
  account: "Account",
  /** @param {string} account */
  accountNote: (account) => `this connection: ${account}`,
  role: "Role",
  roleNote: "internal ID",
  entity: "Entity",
  entityNote: "internal ID",
  scopes: "Scopes",
  unsaid: "not stated",
  otherRecord: "You signed in through another integration record of this account",
  otherRecordBody: "NetSuite doesn’t document whether this works, so Certdesk tries. If NetSuite refuses, sign in again.",
  end: "Sign out",
  ending: "Signing out…",
  ended: "Signed out of NetSuite",
  goOn: "Return to previous page",
  other: "Sign in again…",

  byCertificate: "Access with a certificate",
  /** @param {string} id @param {Who} who */
  byCertificateNote: (id, who) => html`Without a sign-in, Certdesk uses certificate ${certificate(id, who)}. Sign in to revoke this certificate, or if its role lacks the permission.`,
  instead: "Sign in instead…",

  /** The line above a list or an upload. */
  line: {
    /** @param {Who} who @param {Markup} until */
    signIn: (who, until) => (whoIs(who) ? html`Signed in with ${whoIs(who)} until ${until}` : html`Signed in until ${until}`),
    /** @param {string} id @param {Who} who */
    certificate: (id, who) => html`Access with certificate ${certificate(id, who)}`,
    none: "Not signed in",
    /** What the button beside it does. @type {Record<Access["kind"], string>} */
    open: { none: "Sign in…", certificate: "Sign in instead…", "sign-in": "Manage sign-in…" },
  },

  notices: {
    /** @param {string} name */
    signedIn: (name) => `Signed in to NetSuite for ${name}`,
    label: "Sign-in",
    close: "Close",
    open: "Open sign-in",
  },
};
