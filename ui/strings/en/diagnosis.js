// @ts-check
// The diagnosis of a failure: what is checked, what may be the cause, what settles it.

import { html } from "../../lib/html.js";
import { causes } from "./diagnosis-causes.js";
import { signs } from "./diagnosis-signs.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

export const diagnosis = {
  /** @param {string} name */
  title: (name) => `What is wrong with ${name}?`,
  /** @param {string} target @param {string} environment @param {string} account */
  sub: (target, environment, account) => html`${target}, ${environment} account <span class="mono">${account}</span>`,
  subNone: "Nothing is set up yet",
  running: "Looking…",

  /** What failed. @type {Record<ipc.DiagnosisDoing, string>} */
  doing: {
    token: "NetSuite refused the token request",
    call: "A call with a token was refused",
    endpoint: "NetSuite’s list of certificates cannot be read",
    upload: "The certificate was not uploaded",
    "sign-in": "The sign-in by browser failed",
    mapping: "Something is not as expected in NetSuite",
    key: "A key or certificate cannot be used",
  },
  noToken: "No token could be had",
  reported: "Another system reports a failure",
  theirs: "Of another system:",
  /** @param {string | null} error @param {number | null} status */
  answer: (error, status) => (error && status ? html`: <code>${error}</code>, status ${status}` : error ? html`: <code>${error}</code>` : status ? html`, status ${status}` : null),
  failedBody: "NetSuite does not say why, and documents no list of answers for this. The causes below are ranked by what is known about this connection.",
  toldBody: "What was found leaves no doubt.",
  /** @param {Markup} when */
  failedAt: (when) => html`Last seen ${when}.`,
  /** @param {string} code */
  settledTitle: (code) => html`NetSuite says <code>${code}</code>`,
  settledBody: "That settles it. What to do stands below.",
  settledSeveral: "That code stands for the causes below. They are in the order of what is known here.",
  noCauseTitle: "None of the causes that Certdesk knows fits",
  noCauseBody: "What was answered is not documented. Look into the Login Audit Trail, and send the report to whoever runs the account.",
  fineTitle: "Nothing has failed, and every check passed",
  fineOpenTitle: "Nothing has failed, as far as can be seen here",
  fineBody: "If another system has trouble, paste below what it said. If NetSuite shows something unexpected, choose it there.",
  foundTitle: "Something does not hold",
  foundBody: "No request failed so far, but one would. What was found stands below.",
  offlineTitle: "NetSuite cannot be reached",
  offlineBody: "What can be checked without it stands below.",

  moreFromThem: "Two things tell more. Paste the assertion that the other system sent, beside the answer. And test from here: if Certdesk receives a token with the same certificate, the fault is in what the other system sends.",
  test: "Test again",
  testHere: "Test from here",
  testing: "Asking NetSuite…",
  worksHere: "A token was received here: what NetSuite holds is in order",
  works: "A token was received: it works again",
  ask: "Ask NetSuite",
  asking: "Asking NetSuite…",
  askNote: "Compares the clocks and asks whether the account exists. No token is requested.",
  askListNote: "Compares the clocks, asks whether the account exists, and reads the list of certificates with your sign-in.",
  askSignIn: "Signed in, it would read the list of certificates as well.",
  /** @param {Markup} when */
  askedWhen: (when) => html`Asked ${when}.`,
  signIn: "Sign in",
  copyReport: "Copy report",
  reportCopied: "Report copied",

  causes: "Likely causes",
  settledCauses: "The cause",
  foundCauses: "What was found",
  causesNote: "Most likely first; at the right the audit code to look for",
  evidenceFor: "For it",
  evidenceAgainst: "Against it",
  nothingKnown: "Nothing known.",
  /** @param {string} code */
  auditSays: (code) => `NetSuite’s Login Audit Trail says ${code}.`,
  means: "What it means",
  remedy: "Remedy",
  place: "In NetSuite",
  noCode: "no code documented",
  /** @type {Record<ipc.DiagnosisSource, string>} */
  source: {
    oracle: "",
    "third-party": "That this answer has this cause is reported by third parties, not by Oracle.",
    derived: "Nobody documents this. It follows from how these things work and was not tried on a real account.",
  },

  checks: "Checked on this computer",
  /** @param {number} passed @param {number} all @param {number} open */
  checksNote: (passed, all, open) => `${passed} of ${all} passed${open > 0 ? `, ${open} not checked` : ""}`,
  passed: "Passed:",
  failed: "Failed:",
  open: "Not checked:",
  /** @type {Record<ipc.DiagnosisCheck, string>} */
  check: {
    pair: "Private key and certificate belong together",
    "certificate-id": "The Certificate ID is the one of this certificate",
    dates: "The certificate is within its dates",
    algorithm: "Signed with an algorithm NetSuite lists, one that fits the key",
    "client-id": "iss is the Client ID, not the Application ID",
    audience: "aud is the address posted to, and names this account",
    lifetime: "The assertion lives for less than 60 minutes",
    scope: "Scopes are asked for, and only ones chosen here",
    clock: "The clock agrees with NetSuite’s",
    account: "NetSuite knows the account",
    list: "NetSuite’s list shows the certificate as active",
  },
  /** @param {number} seconds */
  lifetime: (seconds) => `${Math.round(seconds / 60)} minutes`,
  /** Why a check is open. @type {Record<ipc.DiagnosisCheck, string>} */
  openNote: {
    pair: "The keychain was not asked, or the other system’s assertion is not known.",
    "certificate-id": "There is no certificate, or the other system’s assertion is not known.",
    dates: "There is no certificate.",
    algorithm: "The other system’s assertion is not known: paste it below.",
    "client-id": "No Client ID is entered, or the other system’s assertion is not known.",
    audience: "The address is not known while the practice account is stopped, or the other system’s assertion is not known.",
    lifetime: "The other system’s assertion is not known: paste it below.",
    scope: "No scope is chosen yet, or the other system’s assertion is not known.",
    clock: "NetSuite’s clock stands in its answers only.",
    account: "NetSuite was not asked.",
    list: "Needs somebody who is signed in.",
  },

  audit: "Let NetSuite tell you",
  auditBefore: html`Tick <em>Use Advanced Search</em>; under <em>Results</em> add <em>Detail</em> and <em>Token-based Application Name</em>.`,
  code: "What does the column Detail say?",
  codeHint: "Paste the code, for example MissingKey. It settles the cause. Some failures leave no line.",
  /** @param {string} codes */
  codeLookFor: (codes) => `Look for ${codes}.`,
  codeUse: "Use this code",
  codeUsing: "Looking…",
  codeClear: "Without the code",
  codeUnknown: "This is none of the codes that Oracle documents for OAuth 2.0. Compare it with the column Detail. If it really stands there, it is new, or belongs to another kind of login: the ranking stays as it is.",
  codeEmpty: "Paste the code first.",
  /** @param {string} code */
  codeNoCause: (code) => `Oracle lists ${code}, but what it stands for in this grant is not known here. The ranking stays as it is.`,

  other: "Something else went wrong?",
  otherNote: "Start from what another system said, or from what NetSuite shows.",
  paste: "Paste what the other system said",
  pasteHint: "An answer, a line of its log, the request, or the assertion that it sent. It is read on this computer, and only what is recognised in it is kept. Leave private keys out.",
  pasteRead: "Read it",
  pasteReading: "Reading…",
  pasteEmpty: "Paste a text first.",
  pasteNothing: "Nothing in this text is known to Certdesk. An answer of NetSuite has an error and a status; the assertion has three parts and begins with eyJ.",
  pasteKey: "There is a private key in this text. It was not kept, but it was on the clipboard: if it may have been seen, replace it.",
  pasteFound: "Recognised:",
  pasteAssertion: "A client assertion, which was checked against this connection.",
  seen: "Or choose what NetSuite shows",
  seenNone: "Choose",
  /** @type {Record<ipc.SeenInNetSuite, string>} */
  seenWords: {
    "application-not-offered": "The list Application does not offer the integration record",
    "table-empty": "The table of mappings is empty after saving",
    "stays-at-net-suite": "After signing in, the browser stays on a page of NetSuite",
  },
  back: "Back to this connection’s own failure",

  fix: {
    step: { target: "Open step 1", account: "Correct the account", role: "Open step 3", integration: "Correct the Client ID or the scopes", key: "Make a new pair", upload: "Compare the Certificate ID", prove: "Open step 7", "hand-over": "Open step 8" },
    newPair: "Set up a new certificate",
    recreate: "Make the mappings anew",
    certificates: "Open the list of certificates",
    signIn: "Sign in",
    handOver: "Show the values to hand over",
  },

  report: {
    /** @param {string} name */
    title: (name) => `Certdesk, diagnosis of ${name}`,
    account: "Account",
    target: "Target",
    clientId: "Client ID, shortened",
    certificateId: "Certificate ID",
    tokenUrl: "Token address",
    failure: "What failed",
    at: "At",
    asked: "NetSuite was asked",
    end: "No key, no token and no assertion is in this report.",
  },
  signs,
  cause: causes,
};
