// @ts-check
// The diagnosis of a failure: what is checked, what may be the cause, what settles it.

import { html } from "../../lib/html.js";
import { causes } from "./diagnosis/causes.js";
import { signs } from "./diagnosis/signs.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

export const diagnosis = {
  /** @param {string} name */
  title: (name) => `What’s wrong with ${name}?`,
  /** @param {string} target @param {string} environment @param {string} account */
  sub: (target, environment, account) => html`${target}, ${environment} account <span class="mono">${account}</span>`,
  subNone: "Not set up yet",

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
  theirs: "In another system:",
  /** @param {string | null} error @param {number | null} status */
  answer: (error, status) => (error && status ? html`: <code>${error}</code>, status ${status}` : error ? html`: <code>${error}</code>` : status ? html`, status ${status}` : null),
  /** @param {number} count @param {string} title @param {boolean} answered whether NetSuite answered at all */
  fitting: (count, title, answered) => html`${answered && "NetSuite doesn’t say why. "}${count === 1 ? "Most likely cause" : `${count} causes fit. Most likely`}: <strong>${title}</strong>.`,
  /** What can be asked next, and what it tells. */
  why: {
    testHere: "Request a token from here. If Certdesk gets one with the same certificate, the fault is in what the other system sends.",
    list: "Ask NetSuite: its certificate list rules out some of these causes. Nothing changes in NetSuite.",
    signIn: "Sign in: Certdesk then reads NetSuite’s certificate list, which rules out some of these causes. Nothing changes in NetSuite. If the sign-in fails too, look up the audit code.",
    netSuite: "Ask NetSuite: Certdesk checks whether the account exists and compares the clocks. No token is requested.",
    auditTrail: "Look up the code in NetSuite’s Login Audit Trail: it tells these causes apart.",
  },
  /** The headline is what is left, not what was proven. */
  onlyOne: "Of the causes that Certdesk knows, only this one fits.",
  /** @param {number} count further problems that are certain */
  moreFound: (count) => (count === 1 ? "Certdesk found one more problem. It’s listed below." : `Certdesk found ${count} more problems. They’re listed below.`),
  /** @param {Markup} when */
  failedAt: (when) => html`Last seen ${when}.`,
  /** @param {string} code */
  settledTitle: (code) => html`NetSuite’s audit code is <code>${code}</code>`,
  noCause: "None of the causes that Certdesk knows fits.",
  noCauseBody: "NetSuite doesn’t document this answer. Look up the code in the Login Audit Trail, and send the report to whoever runs the account.",
  fineTitle: "Nothing has failed, and every check passed",
  fineOpenTitle: "Nothing has failed, and no check found a problem",
  fineBody: "If another system reports an error, paste it below. If NetSuite shows something unexpected, choose it there.",
  foundTitle: "A check found a problem",
  foundBody: "Nothing has failed yet, but the next token request would.",
  offlineTitle: "NetSuite can’t be reached",

  moreFromThem: "Paste the assertion that the other system sent, next to the answer: Certdesk then checks every value in it.",
  test: "Test again",
  testHere: "Test from here",
  testing: "Requesting a token…",
  worksHere: "Token received here: the certificate and its mapping work",
  works: "Token received: the connection works again",
  ask: "Ask NetSuite",
  askAgain: "Ask NetSuite again",
  asking: "Asking NetSuite…",
  signInAndAsk: "Sign in and check",
  lookUp: "Look up the audit code",
  askNote: "Compares the clocks and checks whether the account exists. No token is requested.",
  askListNote: "Compares the clocks, checks whether the account exists and reads the certificate list. Nothing changes in NetSuite.",
  askSignIn: "If you sign in, Certdesk reads the certificate list too.",
  /** @param {Markup} when */
  askedWhen: (when) => html`NetSuite was asked ${when}.`,
  listUnread: "It didn’t show the certificate list to this sign-in. Either the Client ID is of another record, or the role may not manage certificates.",
  signIn: "Sign in",
  copyReport: "Copy report",
  reportCopied: "Report copied",

  causes: "Possible causes",
  settledCauses: "Why this is the cause",
  foundCauses: "Problems found",
  causesNote: "Most likely first. The code on the right is the one to look for in the audit trail.",
  evidenceFor: "For",
  evidenceAgainst: "Against",
  nothingKnown: "Nothing known.",
  /** @param {string} code */
  auditSays: (code) => `NetSuite’s Login Audit Trail says ${code}.`,
  means: "What it means",
  remedy: "How to fix it",
  /** Beside a remedy that replaces the certificate, while it is a guess. */
  fixInDoubt: "Other causes fit as well. Find out first: a new certificate doesn’t fix those.",
  place: "In NetSuite",
  noCode: "no code documented",
  /** @type {Record<ipc.DiagnosisSource, string>} */
  source: {
    oracle: "",
    "third-party": "Reported by third parties, not documented by Oracle.",
    derived: "NetSuite doesn’t document this, and it wasn’t tried on a real account.",
  },

  checks: "Checked on this computer",
  /** @param {number} passed @param {number} all @param {number} open */
  checksNote: (passed, all, open) => `${passed} of ${all} passed${open > 0 ? `, ${open} not checked` : ""}`,
  passed: "Passed:",
  failed: "Failed:",
  open: "Not checked:",
  /** @type {Record<ipc.DiagnosisCheck, string>} */
  check: {
    pair: "The private key belongs to the certificate",
    "certificate-id": "The Certificate ID belongs to the certificate",
    dates: "The certificate is valid today",
    algorithm: "NetSuite accepts the signing algorithm, and it fits the key",
    "client-id": "iss is the Client ID, not the Application ID",
    audience: "aud is the token address of this account",
    lifetime: "The assertion expires in less than 60 minutes",
    scope: "The scopes are ones chosen for this connection",
    clock: "The clock agrees with NetSuite’s",
    account: "NetSuite knows the account",
    list: "NetSuite lists the certificate as active",
  },
  /** @param {number} seconds */
  lifetime: (seconds) => `${Math.round(seconds / 60)} minutes`,
  /** Why a check is open. @type {Record<ipc.DiagnosisCheck, string>} */
  openNote: {
    pair: "The keychain wasn’t asked, or the other system’s assertion isn’t known.",
    "certificate-id": "There is no certificate, or the other system’s assertion isn’t known.",
    dates: "There is no certificate.",
    algorithm: "Paste the other system’s assertion below to check this.",
    "client-id": "No Client ID is entered, or the other system’s assertion isn’t known.",
    audience: "The practice account is stopped, or the other system’s assertion isn’t known.",
    lifetime: "Paste the other system’s assertion below to check this.",
    scope: "No scope is chosen yet, or the other system’s assertion isn’t known.",
    clock: "NetSuite’s time comes with its answers only.",
    account: "NetSuite wasn’t asked.",
    list: "NetSuite wasn’t asked with a sign-in.",
  },
  /** The key, while keychain or key files are locked. */
  openLocked: "Your keys are locked. Unlock them to check this.",

  audit: "Look up the audit code",
  auditBefore: html`Tick <em>Use Advanced Search</em>. Under <em>Results</em>, add <em>Detail</em> and <em>Token-based Application Name</em>.`,
  code: "Code in the column Detail",
  codeHint: "For example MissingKey. It settles the cause. Some failures leave no line.",
  /** @param {string} codes */
  codeLookFor: (codes) => `Look for ${codes}.`,
  codeUse: "Use this code",
  codeUsing: "Checking…",
  codeClear: "Remove the code",
  codeUnknown: "This is none of the codes that Oracle documents for OAuth 2.0. Compare it with the column Detail. If it’s the same, it’s new or belongs to another kind of login, and the order of the causes stays as it is.",
  codeEmpty: "Paste the code first.",
  /** @param {string} code */
  codeNoCause: (code) => `Oracle lists ${code} but doesn’t say what it means for this grant. The order of the causes stays as it is.`,

  other: "Something else went wrong?",
  otherNote: "Start from an error in another system, or from what NetSuite shows.",
  paste: "Paste the other system’s error",
  pasteHint: "An answer, a log line, the request, or the assertion that it sent. It’s read on this computer, and only what is recognized is kept. Leave private keys out.",
  pasteRead: "Read text",
  pasteReading: "Reading…",
  pasteEmpty: "Paste a text first.",
  pasteNothing: "Certdesk doesn’t recognize anything in this text. An answer from NetSuite has an error and a status. An assertion has three parts and begins with eyJ.",
  pasteKey: "There is a private key in this text. Certdesk didn’t keep it, but it was on the clipboard. If somebody may have seen it, replace it.",
  pasteFound: "Recognized:",
  pasteAssertion: "A client assertion. It was checked against this connection.",
  seen: "Or choose what NetSuite shows",
  seenNone: "Choose",
  /** @type {Record<ipc.SeenInNetSuite, string>} */
  seenWords: {
    "application-not-offered": "The list Application doesn’t offer the integration record",
    "table-empty": "The table of mappings is empty after saving",
    "stays-at-net-suite": "After signing in, the browser stays on a page of NetSuite",
  },
  back: "Back to this connection’s own failure",

  fix: {
    step: { target: "Open step 1", account: "Correct the account", role: "Open step 3", integration: "Correct the Client ID or the scopes", key: "Create a new key pair", upload: "Compare the Certificate ID", prove: "Open step 7", "hand-over": "Open step 8" },
    newPair: "Set up a new certificate",
    recreate: "Re-create the mappings",
    certificates: "Open the certificate list",
    signIn: "Sign in",
    handOver: "Show the values for the target system",
  },

  report: {
    /** @param {string} name */
    title: (name) => `Certdesk, diagnosis of ${name}`,
    account: "Account",
    target: "Target system",
    clientId: "Client ID, shortened",
    certificateId: "Certificate ID",
    tokenUrl: "Token address",
    failure: "What failed",
    at: "At",
    asked: "NetSuite was asked",
    end: "This report contains no key, no token and no assertion.",
  },
  signs,
  cause: causes,
};
