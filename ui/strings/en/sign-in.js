// @ts-check
// The browser sign-in: what the integration record needs for it, the wait, who one is then.

import { html } from "../../lib/html.js";
import { way } from "./sign-in/redirect.js";

/** @import { Markup } from "../../lib/html.js" */

export const signIn = {
  way,
  title: "Sign in to NetSuite",
  formTitle: "How you sign in",
  lead: "You sign in to NetSuite in your own browser and allow Certdesk to read and change the certificates of this integration record. Certdesk never sees your password.",
  /** @type {Record<string, string>} */
  backTo: { certificates: "Certificates in NetSuite", "certificate-upload": "Upload a certificate", setup: "Set-up", rotate: "Rotation", rotations: "Rotate several connections", leak: "Leaked key", end: "End this connection", refreshed: "Sandbox refreshed", diagnosis: "Find the cause" },
  needsRecord: "The sign-in goes through the integration record, so its Consumer Key has to be entered first.",
  goToRecord: "Open step 4",

  record: "On the integration record",
  recordNote: "Edit the record, set these fields and save. Do not press Reset Credentials: it makes a new Consumer Key.",
  how: "How the record is registered",
  publicClient: "Public client",
  publicNote: "Box Public Client ticked. Nothing secret to enter. Right for a program on your computer.",
  confidential: "Confidential client",
  confidentialNote: "Box Public Client not ticked. NetSuite also asks for the record’s Client Secret.",
  secret: "Client Secret",
  secretHint: "NetSuite shows it below the Consumer Key, once, when the record is first saved. Never press Reset Credentials to see it again: that changes the Consumer Key too. Tick Public Client instead.",
  /** @param {string} store */
  secretKept: (store) => `Entered once, then kept in ${store}. NetSuite alone receives it.`,
  /** @param {string} store */
  secretThere: (store) => `The Client Secret is in ${store}.`,
  secretOther: "Enter another",
  secretForget: "Forget the secret",
  secretForgetting: "Forgetting…",
  secretForgotten: "The Client Secret is deleted from the keychain",
  secretMissing: "Enter the Client Secret, or choose “Public client”.",
  stay: "Stay signed in",
  /** @param {string} store */
  stayNote: (store) => `Keeps NetSuite’s refresh token in ${store}. Without it the sign-in ends after 60 minutes, or when Certdesk is closed.`,
  stayPublic: "NetSuite lets it last 48 hours, unless the record says otherwise.",
  stayConfidential: "NetSuite lets it last 7 days.",
  start: "Sign in by the browser",
  starting: "Opening the browser…",
  tick: "tick",
  untick: "do not tick",
  asUsual: "Client Credentials stays ticked as well",

  waiting: "Waiting for your answer in the browser",
  /** @param {Markup} when */
  waitingNote: (when) => html`Opened ${when}. Certdesk continues by itself when the browser opens it.`,
  /** @param {Markup} when */
  waitingPageNote: (when) => html`Opened ${when}. Certdesk continues when you paste the address.`,
  steps: "In the browser",
  again: "Open the page again",
  opened: "The page is open in the browser",
  address: "Address of the sign-in page",
  addressNote: "For another browser or a private window on this computer.",
  cancel: "Cancel the sign-in",
  cancelling: "Cancelling…",
  noBrowser: "Copy the address of the sign-in page below, and open it in any browser on this computer.",
  stays: "NetSuite shows an error instead of asking",
  staysBody: "Then it sends nothing back. NetSuite documents two causes. Fix either on the integration record:",
  staysRedirect: "No Redirect URI there is exactly this one. Compare capitals and slashes:",
  staysClient: "NetSuite doesn’t know the Client ID: it’s another account’s, or the record was deleted:",
  staysAudit: "The Login Audit Trail then says InvalidRedirectURI or UnknownIntegration.",

  signedIn: "Signed in",
  /** @param {Markup} until */
  until: (until) => html`until ${until}`,
  /** @param {Markup} until */
  untilStay: (until) => html`until ${until}, then renewed by itself`,
  account: "Account",
  /** @param {string} account */
  accountNote: (account) => `of this connection: ${account}`,
  role: "Role",
  roleNote: "internal ID",
  entity: "Entity",
  entityNote: "internal ID of the user",
  scopes: "Scopes",
  unsaid: "not said",
  otherRecord: "This sign-in was made for another integration record of the account",
  otherRecordBody: "NetSuite does not say whether that suffices; it is tried. If it is refused, sign in anew.",
  end: "Sign out",
  ending: "Signing out…",
  ended: "Signed out; NetSuite was told",
  goOn: "Go on",
  other: "Sign in anew…",

  byCertificate: "Certdesk asks with a certificate",
  /** @param {string} id @param {string} who */
  byCertificateNote: (id, who) => html`Without a sign-in, Certdesk asks NetSuite with certificate <span class="mono">${id}</span>${who && `, ${who}`}. Sign in if that role lacks the permission, or to revoke this certificate.`,
  /** @param {string} id @param {string} who */
  byCertificateBody: (id, who) => html`Certdesk asks with a token of the proven certificate <span class="mono">${id}</span>${who && `, ${who}`}. Sign in when its role lacks the permission, or to revoke this certificate.`,
  instead: "Sign in instead…",

  /** The line above a list or an upload. */
  line: {
    /** @param {string} who @param {Markup} until */
    signIn: (who, until) => html`Signed in${who && ` with ${who}`} until ${until}`,
    /** @param {string} id @param {string} who */
    certificate: (id, who) => html`By a token of certificate <span class="mono">${id}</span>${who && `, ${who}`}`,
    none: "Nobody is signed in",
    /** @param {string} role */
    role: (role) => `role ${role}`,
    /** @param {string} entity */
    entity: (entity) => `entity ${entity}`,
    open: "Sign-in…",
  },

  notices: {
    /** @param {string} name */
    signedIn: (name) => `Signed in to NetSuite for ${name}`,
    label: "Sign-in",
    close: "Close",
    open: "Open the sign-in",
  },
};
