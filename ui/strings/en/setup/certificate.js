// @ts-check
// Steps 5 to 7 of the setup: the key with its certificate, its upload, its test.

import { figure, list, plural } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";

/** @import { KeyType, LocalCheckKind, TokenCheckKind } from "../../../types/ipc.d.ts" */

export const key = {
  lead: "The private key signs token requests. NetSuite gets only the certificate, to recognize the key.",
  searchName: "Key generation",
  /** @type {Record<KeyType, string>} */
  searching: {
    "rsa-4096": "Generating a 4096-bit RSA key",
    "rsa-3072": "Generating a 3072-bit RSA key",
    "p-256": "Generating a P-256 key",
    "p-384": "Generating a P-384 key",
    "p-521": "Generating a P-521 key",
  },
  /** @param {number} primes found so far @param {number} tested @param {number | null} seconds left on average, once this computer’s speed is known */
  progress: (primes, tested, seconds) => {
    const left = seconds === null ? "How long this takes varies." : plural(seconds, { one: "About {count} more second at this computer’s speed, sometimes several times that.", other: "About {count} more seconds at this computer’s speed, sometimes several times that." });
    return `Prime ${primes + 1} of 2, ${figure(tested)} candidates tested. ${left}`;
  },
  firstPrime: "Prime 1 of 2 found",
  found: "Key generated",
  foundNote: "Certdesk saves it when you create the certificate.",
  cancelled: "Key generation canceled",
  cancelledNote: "No key was created.",
  failed: "Key generation failed",
  cancel: "Cancel",
  cancelName: "key generation",
  restart: "Generate key",
  legend: "Key and signature algorithm",
  hint: "RS256 isn’t offered: NetSuite no longer lists it.",
  /** @type {Record<KeyType, string>} */
  note: {
    "rsa-4096": "The key type that Oracle’s own command creates.",
    "rsa-3072": "Shorter, also accepted by NetSuite.",
    "p-256": "Elliptic curve: small and fast.",
    "p-384": "Elliptic curve, longer.",
    "p-521": "Elliptic curve, longest.",
  },
  /** @param {string} label */
  rsaOnly: (label) => `${label} accepts RSA keys only.`,
  /** @param {string} label @param {string[]} keys */
  ecOnly: (label, keys) => `${label} accepts ${list(keys)} keys only.`,
  /** @param {string} label */
  keysUnseen: (label) => `${label} doesn’t document which keys it accepts. Ask before you choose another one.`,
  askOther: "Ask which key types the target system accepts.",
  days: "Valid for",
  /** @param {number} days */
  daysOption: (days) => (days === 730 ? "730 days (maximum)" : `${days} days`),
  /** @param {string} date */
  daysHint: (date) => `Until ${date}. NetSuite allows at most two years.`,
  subject: "Subject (common name)",
  subjectHint: "Public. Helps you tell certificates apart.",
  more: "Other key types and certificate signature",
  other: "Key and algorithm",
  plain: "Sign the certificate with RSA PKCS#1 v1.5",
  plainNote: "For systems that can’t read RSASSA-PSS certificates. Token requests stay the same.",
  where: "About the private key",
  facts: {
    purpose: ["Purpose", "Signs token requests for this connection only."],
    seen: ["Who can see it", "Only you, until you give it to the target system. NetSuite and the makers of Certdesk never get it."],
    kept: "Storage",
    lost: ["If you lose it", "Create a new key pair and upload its certificate."],
  },
  /** @param {string} store */
  keptIn: (store) => `In ${store}.`,
  keptNowhere: "Nowhere yet: the keychain isn’t ready.",
  make: "Create certificate",
  making: "Creating…",
  wait: "You don’t have to wait for the key.",
  noVault: "To create a certificate, set up or unlock the keychain.",
  exists: "This connection has a key and a certificate",
  /** @param {string} store @param {string} until */
  existsBody: (store, until) => `The private key is in ${store}. The certificate is valid until ${until}.`,
  another: "Create a new key pair…",
  anotherTitle: "Create a new key pair?",
  anotherBody: "The current certificate keeps working. Once the new one is uploaded and tested, give the target system the new key and Certificate ID.",
  anotherAct: "Create key pair",
  /** @param {string} until */
  made: (until) => `Certificate created, valid until ${until}`,
  /** @param {string} type @param {import("../../../lib/html.js").Markup} until */
  summary: (type, until) => html`${type}, until ${until}`,
};

export const upload = {
  lead: "An administrator uploads the certificate and reads the Certificate ID back to you.",
  save: "Save the certificate",
  savePem: "Save public.pem…",
  saveAgain: "Save again…",
  saveCer: "Save as .cer…",
  saving: "Saving…",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} file */
  saved: (when, file) => html`Saved ${when} as <span class="mono">${file}</span>. It’s public; you can email it.`,
  saveNote: "It’s public and doesn’t contain the private key, so you can email it.",
  /** @param {string} path */
  savedAnnounced: (path) => `Certificate saved as ${path}`,
  where: "Upload it in NetSuite",
  needs: html`Requires an administrator or the permission <em>OAuth 2.0 Authorized Applications Management</em>.`,
  missing: "If the application isn’t offered, check Client Credentials on its integration record and set State to Enabled.",
  /** @param {string} application */
  missingBrought: (application) => html`If <em>${application}</em> isn’t offered, sign in once with the CLI in the browser to install it.`,
  enter: "Enter the Certificate ID that NetSuite shows",
  label: "Certificate ID",
  hint: "43 characters, in the list after saving. Certdesk compares it with the expected ID.",
  matches: "All 43 characters match.",
  isClientId: "This looks like a Consumer Key. A Certificate ID has 43 characters.",
  continue: "Confirm Certificate ID",
  comparing: "Comparing…",
  prediction: "Certdesk calculates the expected ID from the certificate. If NetSuite really shows a different one, use that.",
  useExpected: "Use the expected ID",
  insist: "Use the entered ID…",
  insistTitle: "Use the ID you entered?",
  insistBody: "If it’s misread or belongs to another certificate, NetSuite refuses token requests until you change it here.",
  insistAct: "Use the entered ID",
  summary: { confirmed: "Certificate ID confirmed", made: "Not uploaded yet" },
};

export const prove = {
  lead: "Certdesk sends NetSuite a token request signed with the private key, then makes one call that only reads. It stores neither the token nor the reply.",
  request: "Request a token",
  again: "Request another token",
  requesting: "Requesting a token…",
  received: "Token received",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} until */
  receivedNote: (when, until) => html`${when}, valid until ${until}`,
  account: "Account",
  entity: "Entity",
  entityNote: "the user NetSuite sees",
  role: "Role",
  roleNote: "the role it uses",
  scopes: "Scopes",
  /** @param {number} count */
  granted: (count) => `${count} granted`,
  unsaid: "not stated",
  both: "Request and response",
  bothNote: "Shown without signatures, so neither can be used.",
  assertion: "Assertion, signed by Certdesk",
  token: "Access token, signed by NetSuite",
  opaque: "Certdesk can’t decode this token. Clients don’t need to.",
  checks: "Checks",
  passed: "Passed:",
  notPassed: "Failed:",
  /** @type {Record<TokenCheckKind, import("../../../lib/html.js").Markup>} */
  check: {
    "kid-is-certificate-id": html`<code>kid</code> is this certificate’s ID`,
    "token-names-client-id": html`<code>iss</code> and the token have the same Client ID`,
    "token-names-account": html`The token is for this account`,
    "scopes-granted": html`All requested scopes were granted`,
    clock: html`This computer’s clock matches NetSuite’s`,
  },
  /** @param {number} seconds */
  clockOff: (seconds) => {
    if (Math.abs(seconds) <= 2) return "within 2 seconds";
    const off = Math.abs(seconds);
    const by = off < 120 ? plural(off, { one: "{count} second", other: "{count} seconds" }) : plural(Math.round(off / 60), { one: "{count} minute", other: "{count} minutes" });
    return seconds > 0 ? `this computer’s clock is ${by} fast` : `this computer’s clock is ${by} slow`;
  },
  /** @param {string} day */
  untilDay: (day) => `until ${day}`,
  detailsGone: "Request another token to see the request and the response.",
  works: "The connection works.",
  worksAsAnother: "The token is for another user or role than expected. Check that first.",
  tryAgain: "Request a token again",
  /** @param {string} error @param {number} status */
  refusedTitle: (error, status) => (error ? html`NetSuite refused the token request: <code>${error}</code>, status ${status}` : html`NetSuite refused the token request: status ${status}`),
  refusedBody: "NetSuite doesn’t say why, and doesn’t document these answers.",
  /** What a failed check on this computer means, and what to do. @type {Record<LocalCheckKind, { cause: string, remedy: string }>} */
  localCause: {
    algorithm: { cause: "NetSuite doesn’t accept the signing algorithm", remedy: "Create a new key pair." },
    pair: { cause: "the private key doesn’t match the certificate", remedy: "Create a new key pair, or import the matching key." },
    "certificate-id": { cause: "the Certificate ID belongs to another certificate", remedy: "Enter the one that NetSuite shows for this certificate." },
    validity: { cause: "the certificate isn’t valid today", remedy: "Create a new key pair and upload its certificate." },
    "client-id": { cause: "the Client ID isn’t a Consumer Key", remedy: "Enter the record’s Consumer Key: 64 characters without hyphens." },
    clock: { cause: "this computer’s clock is wrong", remedy: "Turn on automatic date and time, then request a token again." },
    scope: { cause: "a requested scope doesn’t exist in NetSuite", remedy: "Correct the scopes of the integration record." },
  },
  /** @param {string} cause @param {string} remedy */
  likelyCause: (cause, remedy) => html`<strong>Likely cause: ${cause}.</strong> ${remedy}`,
  /** @param {string} text */
  description: (text) => html`It adds: <q>${text}</q>`,
  local: "Checked on this computer",
  /** @param {number} passed @param {number} all */
  localNote: (passed, all) => `${passed} of ${all} passed`,
  /** @type {Record<LocalCheckKind, string>} */
  localCheck: {
    algorithm: "NetSuite supports the signing algorithm",
    pair: "The private key matches the certificate",
    "certificate-id": "The Certificate ID matches the certificate",
    validity: "The certificate is valid now",
    "client-id": "The Client ID looks like a Consumer Key",
    clock: "This computer’s clock matches NetSuite’s",
    scope: "The requested scopes exist in NetSuite",
  },
  audit: "Look in NetSuite’s Login Audit Trail",
  auditBefore: html`Select <em>Use Advanced Search</em>. Under <em>Results</em>, add <em>Detail</em> and <em>Token-based Application Name</em>. The code under Detail gives the cause, but some failures aren’t listed.`,
  codes: "Codes to look for",
  code: "Detail",
  means: "Meaning",
  pointed: "a failed check above suggests this",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} reason */
  refusedEarlier: (when, reason) => html`NetSuite refused the last request ${when}: <code>${reason}</code>. Request a token to see the checks.`,
  receivedSaid: "Token received",
  /** @param {string} label @param {string} application */
  byTarget: (label, application) => html`Without the Consumer Key of <em>${application}</em>, Certdesk can’t request a token. The command in step 8 makes ${label} request one.`,
  enterClientId: "Enter the Consumer Key",
  summary: {
    /** @param {import("../../../lib/html.js").Markup} when */
    done: (when) => html`Token received ${when}`,
    /** @param {string} label */
    byTarget: (label) => `${label} tests it with the command in step 8`,
  },
};
