// @ts-check
// The diagnosis of a failure: what is checked, what may be the cause, and how to find out.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { causes } from "./diagnosis/causes.js";
import { signs, validUntil } from "./diagnosis/signs.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

const NO_CERTIFICATE = "There isn’t a certificate yet.";
const NO_CLIENT_ID = "Enter the Client ID first.";

export const diagnosis = {
  /** @param {string} name */
  title: (name) => `What’s wrong with ${name}?`,
  /** @param {string} target @param {string} environment @param {string} account */
  sub: (target, environment, account) => html`${target}, ${environment} account <span class="mono">${account}</span>`,
  subNone: "Setup incomplete",

  /** What failed. @type {Record<ipc.DiagnosisDoing, string>} */
  doing: {
    token: "NetSuite refused the token request",
    call: "NetSuite refused a call with a token",
    endpoint: "NetSuite’s certificate list can’t be read",
    upload: "The certificate wasn’t uploaded",
    "sign-in": "The browser sign-in failed",
    mapping: "NetSuite shows something unexpected",
    key: "A key or certificate can’t be used",
  },
  noToken: "Certdesk couldn’t get a token",
  reported: "Another system reports a failure",
  /** What failed in another system. @type {Record<ipc.DiagnosisDoing, string>} */
  doingThere: {
    token: "NetSuite refused another system’s token request",
    call: "NetSuite refused another system’s call",
    endpoint: "Another system can’t read the certificate list",
    upload: "Another system couldn’t upload the certificate",
    "sign-in": "Another system’s sign-in failed",
    mapping: "NetSuite shows something unexpected",
    key: "Another system can’t use a key or certificate",
  },
  /** What failed, with the answer. @param {string} what @param {string | null} error @param {number | null} status */
  answered: (what, error, status) => (error && status ? html`${what}: <code>${error}</code>, status ${status}` : error ? html`${what}: <code>${error}</code>` : status ? html`${what}, status ${status}` : html`${what}`),
  unexplained: "NetSuite doesn’t say why.",
  /** @param {number} count @param {string} title */
  fitting: (count, title) => html`${plural(count, { one: "Most likely cause:", other: "{count} causes fit. Most likely:" })} <strong>${title}</strong>.`,
  /** What can be checked next, and what it tells. */
  why: {
    testHere: "If Certdesk gets a token, the problem is in what the other system sends.",
    list: "NetSuite’s certificate list rules out some of these causes.",
    signIn: "After you sign in, NetSuite’s certificate list rules out some of these causes. If the sign-in fails too, look up the audit code.",
    netSuite: "Certdesk can check the account ID and the clocks.",
    auditTrail: "The code in NetSuite’s Login Audit Trail tells these causes apart.",
  },
  /** The headline is what is left, not what is certain. */
  onlyOne: "Of the causes that Certdesk knows, only this one fits.",
  /** One problem is certain, but something else was seen as well. @param {string} title */
  certain: (title) => html`Certdesk found a problem: <strong>${title}</strong>.`,
  /** @param {number} count other causes */
  moreFit: (count) => plural(count, { one: "It may not be the only one: {count} more cause fits.", other: "It may not be the only one: {count} more causes fit." }),
  /** @param {Markup} when */
  failedAt: (when) => html`Last seen ${when}.`,
  /** @param {string} code */
  settledTitle: (code) => html`NetSuite’s audit code is <code>${code}</code>`,
  noCause: "No cause that Certdesk knows fits.",
  noCauseBody: "Look up the audit code, and send the report to the account’s administrator.",
  fineTitle: "No problems found. Every check passed",
  fineOpenTitle: "No problems found so far",
  unfinishedTitle: "The setup isn’t finished",
  unfinishedBody: "There’s no certificate yet. Certdesk checks it, its key, and the Client ID once they’re set up.",
  continueSetup: "Continue setup",
  fineBody: "If another system reports an error, or NetSuite shows something unexpected, enter it below.",
  foundTitle: "A check found a problem",
  foundBody: "The next token request may fail.",
  offlineTitle: "NetSuite can’t be reached",

  moreFromThem: "Paste the other system’s assertion too, so Certdesk can check its values.",
  test: "Test connection",
  testHere: "Test from here",
  testing: "Testing…",
  worksHere: "Token received: the certificate and its mapping work",
  works: "Test passed: the connection works",
  ask: "Check with NetSuite",
  askAgain: "Check with NetSuite again",
  asking: "Checking…",
  signInAndAsk: "Sign in and check",
  lookUp: "Look up audit code",
  askNote: "Checks the account ID and the clocks.",
  askListNote: "Checks the account ID, the clocks, and the certificate list.",
  /** @param {string} address of the sign-in */
  askSignIn: (address) => html`<a href="${address}">Sign in</a> to check the certificate list too.`,
  /** @param {Markup} when */
  askedWhen: (when) => html`Checked with NetSuite ${when}.`,
  listUnread: "It didn’t show the certificate list. The Client ID may belong to another record, or the role may lack the permission.",
  copyReport: "Copy report",
  reportCopied: "Report copied",

  causes: "Possible causes",
  settledCauses: "Evidence for this cause",
  foundCauses: "Problems found",
  causesNote: "Most likely first, with their audit codes",
  evidenceFor: "Evidence for",
  evidenceAgainst: "Evidence against",
  nothingKnown: "Nothing known",
  /** @param {string} code */
  auditSays: (code) => `NetSuite’s Login Audit Trail says ${code}.`,
  means: "What it means",
  remedy: "How to fix it",
  /** Beside a remedy that replaces the certificate, while it is a guess. */
  fixInDoubt: "Other causes fit as well, and a new certificate won’t fix those.",
  place: "In NetSuite",
  noCode: "No documented code",
  /** @type {Record<ipc.DiagnosisSource, string>} */
  source: {
    oracle: "",
    "third-party": "Reported by third parties, not by Oracle.",
    derived: "Not documented, and not tested on a real account.",
  },

  checks: "Checks",
  /** @param {number} passed @param {number} all @param {number} open */
  checksNote: (passed, all, open) => (all === 0 ? `${open} not checked` : open > 0 ? `${passed} of ${all} passed, ${open} not checked` : `${passed} of ${all} passed`),
  passed: "Passed:",
  failed: "Failed:",
  open: "Not checked:",
  /** @type {Record<ipc.DiagnosisCheck, string>} */
  check: {
    pair: "The private key matches the certificate",
    "certificate-id": "The Certificate ID matches the certificate",
    dates: "The certificate is valid now",
    algorithm: "NetSuite accepts the algorithm, and it matches the key",
    "client-id": "iss is the Client ID, not the Application ID",
    audience: "aud is this account’s Token URL",
    lifetime: "The assertion expires in less than 60 minutes",
    scope: "The scopes are chosen for this connection",
    clock: "This computer’s clock matches NetSuite’s",
    account: "NetSuite knows the account",
    list: "NetSuite lists the certificate as active",
  },
  validUntil,
  /** @param {number} seconds */
  lifetime: (seconds) => plural(Math.round(seconds / 60), { one: "{count} minute", other: "{count} minutes" }),
  /** Why a check is open. @type {Record<ipc.DiagnosisCheck, string>} */
  openNote: {
    pair: "Certdesk couldn’t check the private key.",
    "certificate-id": NO_CERTIFICATE,
    dates: NO_CERTIFICATE,
    algorithm: NO_CERTIFICATE,
    "client-id": NO_CLIENT_ID,
    audience: "Enter the account, or start the practice account.",
    lifetime: "The assertion’s iat or exp isn’t known.",
    scope: NO_CLIENT_ID,
    clock: "Certdesk hasn’t compared the clocks.",
    account: "NetSuite hasn’t confirmed it.",
    list: "Certdesk hasn’t seen the list.",
  },
  /** What the other system’s assertion would tell. */
  openAssertion: "Paste the other system’s assertion below to check this.",
  /** The key, while keychain or key files are locked. */
  openLocked: "Your keys are locked. Unlock them to check this.",

  audit: "Look up the audit code",
  auditBefore: html`Select <em>Use Advanced Search</em>. Under <em>Results</em>, add <em>Detail</em> and <em>Token-based Application Name</em>.`,
  code: "Code in the column Detail",
  codeHint: "For example MissingKey. Some failures leave no entry.",
  /** @param {string} codes */
  codeLookFor: (codes) => `Look for ${codes}.`,
  codeUse: "Use this code",
  codeUsing: "Checking…",
  codeClear: "Remove code",
  codeUnknown: "Oracle doesn’t list this code for OAuth 2.0, so the causes stay as they are. Check its spelling in the column Detail.",
  codeEmpty: "Enter the code first.",
  /** @param {string} code */
  codeNoCause: (code) => `Oracle doesn’t explain ${code} for this grant, so the causes stay as they are.`,

  other: "Something else went wrong?",
  paste: "Error from another system",
  pasteHint: "A response, log line, request, or assertion, but never a private key. It stays on this computer.",
  pasteRead: "Check text",
  pasteReading: "Checking…",
  pasteEmpty: "Paste the text first.",
  pasteNothing: "Certdesk doesn’t recognize this text. One of these helps:",
  pasteHelps: [
    html`The HTTP status, such as <code>401</code>`,
    html`The value of <code>error</code> in NetSuite’s answer, such as <code>invalid_client</code>`,
    html`The code in the column Detail of NetSuite’s Login Audit Trail, such as <code>MissingKey</code>`,
    html`The assertion that was sent, which starts with <code>eyJ</code>`,
  ],
  pasteKey: "This text contains a private key. Certdesk didn’t keep it, but it was on the clipboard. Replace it if someone may have seen it.",
  pasteFound: "Recognized:",
  pasteAssertion: "A client assertion, checked against this connection",
  seen: "Or choose what NetSuite shows",
  seenNone: "Choose…",
  /** @type {Record<ipc.SeenInNetSuite, string>} */
  seenWords: {
    "application-not-offered": "The Application list doesn’t offer the integration record",
    "table-empty": "The table of mappings is empty after saving",
    "stays-at-net-suite": "After the sign-in, the browser stays on a NetSuite page",
  },
  back: "Back to this connection",

  fix: {
    step: { target: "Open target system", account: "Correct account", role: "Open features and role", integration: "Correct Client ID or scopes", key: "Create a new key pair", upload: "Confirm Certificate ID", prove: "Test connection", "hand-over": "Configure the target system" },
    newPair: "Create a new key pair",
    recreate: "Re-create mappings",
    certificates: "Open certificate list",
    signIn: "Sign in to NetSuite",
    handOver: "Show values for the target system",
  },

  report: {
    /** @param {string} name */
    title: (name) => `Certdesk diagnosis of ${name}`,
    account: "Account",
    target: "Target system",
    clientId: "Client ID, shortened",
    certificateId: "Certificate ID",
    tokenUrl: "Token address",
    failure: "What failed",
    /** @param {string} what @param {string | null} error @param {number | null} status */
    answered: (what, error, status) => [error ? `${what}: ${error}` : what, status && `status ${status}`].filter(Boolean).join(", "),
    at: "When",
    asked: "Checked with NetSuite",
    end: "This report doesn’t contain a key, token, or assertion.",
  },
  signs,
  cause: causes,
};
