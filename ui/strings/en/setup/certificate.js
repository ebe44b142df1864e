// @ts-check
// Steps 5 to 7 of the walk: the key with its certificate, its upload, its proof.

import { figure } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";

/** @import { KeyType, LocalCheckKind, TokenCheckKind } from "../../../types/ipc.d.ts" */

export const key = {
  lead: "A private key signs each token request. A certificate lets NetSuite recognise that key; it is the only part NetSuite receives.",
  searchName: "Key search",
  searching: "Looking for the two primes of the key",
  /** @param {number} primes @param {number} tested */
  progress: (primes, tested) =>
    primes === 0
      ? `${figure(tested)} candidates tried for the first prime. Chance decides how long it takes.`
      : `First prime found. ${figure(tested)} candidates tried in all. Chance decides how long it takes.`,
  firstPrime: "First prime found",
  found: "The key is found",
  foundNote: "It is held in memory, and kept as soon as the certificate is made.",
  cancelled: "The key search is cancelled",
  cancelledNote: "No key was made. Start it again to go on.",
  failed: "The key search has stopped",
  cancel: "Cancel",
  cancelName: "the key search",
  restart: "Search again",
  legend: "Key and signature",
  hint: "RS256 is not offered: NetSuite no longer lists it.",
  /** @type {Record<KeyType, string>} */
  note: {
    "rsa-4096": "What Oracle’s own command makes.",
    "rsa-3072": "Shorter, and NetSuite takes it as well.",
    "p-256": "Elliptic curve: small and quick.",
    "p-384": "Elliptic curve, longer.",
    "p-521": "Elliptic curve, the longest.",
  },
  /** @param {string} label */
  rsaOnly: (label) => `${label} takes RSA keys only.`,
  /** @param {string} label */
  keysUnseen: (label) => `Which kinds of key ${label} takes is not documented; ask there before you choose another than the proposed one.`,
  askOther: "Ask which kinds of key the other system takes.",
  days: "Valid for",
  /** @param {number} days */
  daysOption: (days) => (days === 730 ? "730 days, the longest" : `${days} days`),
  /** @param {string} date */
  daysHint: (date) => `Until ${date}. NetSuite shortens anything over two years.`,
  subject: "Name in the certificate",
  subjectHint: "Public. It helps you tell certificates apart.",
  more: "Other keys, and how the certificate is signed",
  other: "Key and algorithm",
  plain: "Sign the certificate in the plain way (RSA PKCS#1 v1.5)",
  plainNote: "For a system that cannot read RSASSA-PSS certificates. Token requests stay PS256 and up either way.",
  where: "Where the private key is, and who can see it",
  facts: {
    purpose: ["What it is for", "Signing token requests for this connection, nothing else."],
    seen: ["Who can see it", "Only you, until you give it to the target system. NetSuite and the makers of Certdesk never receive it."],
    kept: "Where it is kept",
    lost: ["If it is lost", "Make a new pair and upload the new certificate. Nothing else is lost."],
  },
  keptNowhere: "Nowhere yet: the keychain is not ready.",
  make: "Make certificate",
  making: "Making it…",
  wait: "You can press this while the key is still being looked for.",
  noVault: "A certificate can be made once the keychain is ready.",
  exists: "A key and a certificate exist for this connection",
  /** @param {string} store @param {string} until */
  existsBody: (store, until) => `The private key is in ${store}. The certificate is valid until ${until}.`,
  another: "Make another…",
  keep: "Keep it",
  anotherTitle: "Make another key and certificate?",
  anotherBody: "The present ones stay: nothing is deleted here, and NetSuite goes on taking the present certificate. The new one must be uploaded and proven, and the other system needs the new key and the new Certificate ID.",
  anotherAct: "Make another",
  /** @param {string} until */
  made: (until) => `The certificate is made. Valid until ${until}.`,
  /** @param {string} type @param {import("../../../lib/html.js").Markup} until */
  summary: (type, until) => html`${type}, until ${until}`,
};

export const upload = {
  lead: "An Administrator uploads the certificate by hand and reads the Certificate ID back to you.",
  save: "Save the certificate",
  savePem: "Save public.pem…",
  saveAgain: "Save again…",
  saveCer: "As .cer…",
  saving: "Saving…",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} file */
  saved: (when, file) => html`Saved ${when} as <span class="mono">${file}</span>. It is public and may be sent by e-mail.`,
  saveNote: "It is public and may be sent by e-mail. The private key is not in it.",
  /** @param {string} path */
  savedAnnounced: (path) => `Certificate saved as ${path}`,
  where: "Upload it in NetSuite",
  needs: html`Needs an Administrator, or the permission <em>OAuth 2.0 Authorized Applications Management</em>.`,
  missing: "Is the application not offered? On its integration record the Client Credentials grant must be ticked, and its State must be Enabled.",
  /** @param {string} application */
  missingBrought: (application) => html`Is <em>${application}</em> not offered? Sign in once with the CLI in the browser, so that NetSuite has it.`,
  enter: "Enter the Certificate ID that NetSuite shows",
  label: "Certificate ID",
  hint: "43 characters, in the list after saving. It is compared with the ID worked out from the certificate.",
  matches: "All 43 characters match: NetSuite has this certificate.",
  /** @param {number} length */
  typed: (length) => `${length} of 43 characters`,
  continue: "Compare and continue",
  comparing: "Comparing…",
  prediction: "Certdesk works the ID out from the certificate before the upload. It is a prediction: if NetSuite really shows another ID, NetSuite is right.",
  useExpected: "Use the expected ID",
  insist: "NetSuite really shows this one",
  insistTitle: "Use the ID that NetSuite shows?",
  insistBody: "Token requests will carry the ID you entered. If it was misread, or belongs to another certificate, NetSuite refuses them. Nothing breaks: the ID can be changed here again.",
  insistAct: "Use the entered ID",
  summary: { expected: "NetSuite shows the expected Certificate ID", other: "NetSuite shows a Certificate ID of its own", made: "Not uploaded yet" },
};

export const prove = {
  lead: "Certdesk signs one request with the private key and asks NetSuite for a token. The token itself is neither shown whole nor kept.",
  request: "Request a token",
  again: "Request another",
  requesting: "Asking NetSuite…",
  received: "Token received",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} until */
  receivedNote: (when, until) => html`${when}, good until ${until}`,
  account: "Account",
  entity: "Entity",
  entityNote: "the user NetSuite sees",
  role: "Role",
  roleNote: "the role it acts in",
  scopes: "Scopes",
  /** @param {number} count */
  granted: (count) => `${count} granted`,
  unsaid: "not said",
  both: "What was sent, and what came back",
  bothNote: "An assertion is the request that the private key signed. Shown without signatures, so neither can be used.",
  assertion: "Assertion, signed here",
  token: "Access token, signed by NetSuite",
  opaque: "NetSuite’s token cannot be decoded here. That is no fault: clients need not read it.",
  checks: "Checks",
  passed: "Passed:",
  notPassed: "Not passed:",
  /** @type {Record<TokenCheckKind, import("../../../lib/html.js").Markup>} */
  check: {
    "kid-is-certificate-id": html`<code>kid</code> is the Certificate ID of this certificate`,
    "token-names-client-id": html`<code>iss</code> is the Client ID, and the token names the same one`,
    "token-names-account": html`The token is for this account`,
    "scopes-granted": html`All scopes asked for were granted`,
    clock: html`The clock of this computer agrees with NetSuite’s`,
  },
  /** @param {number} seconds */
  clockOff: (seconds) => (Math.abs(seconds) <= 2 ? "within 2 seconds" : `this computer is ${figure(Math.abs(seconds))} seconds ${seconds > 0 ? "ahead" : "behind"}`),
  /** @param {string} day */
  untilDay: (day) => `until ${day}`,
  detailsGone: "Request another token to see what is sent and what comes back.",
  goOn: "Go on to hand over",
  /** @param {string} store */
  works: (store) => `The connection works. The key stays in ${store} until you hand it over.`,
  worksAsAnother: "Tokens arrive, but not for whom you expected. Check that first.",
  tryAgain: "Try again",
  /** @param {string} error @param {number} status */
  refusedTitle: (error, status) => html`NetSuite refused the token request: ${error ? html`<code>${error}</code>, ` : ""}status ${status}`,
  refusedBody: "NetSuite does not say why, and documents no list of answers for this request.",
  /** @param {string} text */
  description: (text) => html`It adds: <q>${text}</q>`,
  local: "Checked on this computer",
  /** @param {number} passed @param {number} all */
  localNote: (passed, all) => `${passed} of ${all} passed`,
  /** @type {Record<LocalCheckKind, string>} */
  localCheck: {
    algorithm: "Signed with an algorithm NetSuite lists",
    pair: "Private key and certificate belong together",
    "certificate-id": "The Certificate ID is the one of this certificate",
    validity: "The certificate is within its dates",
    "client-id": "The Client ID has the form of a Consumer Key",
    clock: "The clock of this computer agrees with NetSuite’s",
    scope: "The scopes asked for are ones NetSuite lists",
  },
  audit: "Let NetSuite tell you",
  auditBefore: html`Tick <em>Use Advanced Search</em>; under <em>Results</em> add <em>Detail</em> and <em>Token-based Application Name</em>. The code in the column Detail settles the cause. Some failures leave no line.`,
  codes: "Codes to look for",
  code: "Detail",
  means: "What it means",
  pointed: "a check above points to it",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} reason */
  refusedEarlier: (when, reason) => html`The last request was refused ${when}: <code>${reason}</code>. Ask again to see the checks.`,
  receivedSaid: "Token received",
  /** @param {string} label @param {string} application */
  byTarget: (label, application) => html`Certdesk cannot ask for this token: nobody can look up the Consumer Key of <em>${application}</em>. The command in step 8 makes ${label} ask NetSuite for one, and so proves the connection.`,
  enterClientId: "Enter the Consumer Key",
  summary: {
    /** @param {import("../../../lib/html.js").Markup} when */
    done: (when) => html`Token received ${when}`,
    /** @param {string} label */
    byTarget: (label) => `${label} proves it itself, with the command in step 8`,
  },
};
