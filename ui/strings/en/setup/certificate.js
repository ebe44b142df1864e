// @ts-check
// Steps 5 to 8 of the walk.

import { breakable, figure } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";

/** @import { Evidence, KeyType, LocalCheckKind, PemForm, TokenCheckKind } from "../../../types/ipc.d.ts" */

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
    seen: ["Who can see it", "Nobody else. NetSuite and the makers of Certdesk never receive it."],
    kept: "Where it is kept",
    lost: ["If it is lost", "Make a new pair and upload the new certificate. Nothing else is lost."],
  },
  keptNowhere: "Nowhere yet: the keychain is not ready.",
  make: "Make certificate",
  making: "Making it…",
  wait: "You need not wait: the certificate is made as soon as the key is found.",
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
  savedToast: (path) => `Certificate saved as ${path}`,
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

export const handOver = {
  /** @param {string} label */
  lead: (label) => `The values for ${label}, in the order of its own form.`,
  /** @param {string} label */
  fields: (label) => `Fields of ${label}`,
  copyAll: "Copy all values",
  copyAllNote: "Each field with its value, one per line, without the private key.",
  saveKey: "Save private.pem…",
  saveKeyText: "Save private key…",
  /** @type {Record<PemForm, string>} */
  neverShown: {
    "pkcs8-lines": "Unencrypted PKCS#8, in a file. Never shown here: whoever has it can act as this user.",
    "pkcs8-one-line": "Unencrypted PKCS#8 in one line, in a file. Never shown here: whoever has it can act as this user.",
    "pkcs8-base64": "Unencrypted PKCS#8 as base64, in a file. Never shown here: whoever has it can act as this user.",
    traditional: "PKCS#1 or SEC1, in a file. Never shown here: whoever has it can act as this user.",
    file: "A file. Never shown here: whoever has it can act as this user.",
  },
  unseen: "Values that it must have as well",
  /** @param {string} label */
  unseenNote: (label) => `The fields that ${label} has for them were not seen, so they are named as NetSuite names them.`,
  /** @param {string} label */
  warnings: (label) => `Before you enter them in ${label}`,
  from: "Where this is from",
  /** @param {string} label */
  untried: (label) => `Certdesk has not been tried with ${label} itself.`,
  source: "Source",
  /** @type {Record<Evidence, string>} */
  evidence: { maker: "Documented by its maker", "third-party": "From third parties", "fields-unseen": "Field list not seen", unknown: "No kit of its own" },
  /** @param {string} label */
  pathTitle: (label) => `${label} cannot use the key from where it was saved`,
  /** @param {string} character */
  pathRefused: (character) => html`The path holds the character <code>${character}</code>, which it refuses. Save the key again, to a folder without it.`,
  pathBlank: "The path has a blank, and how to write that on Windows is not known for certain. Save the key again, to a folder without blanks, such as C:\\keys.",
  /** @param {import("../../../lib/html.js").Markup} when @param {string} path @param {boolean} encrypted */
  exported: (when, path, encrypted) => html`Saved ${when} as <span class="mono">${breakable(path)}</span>, ${encrypted ? "protected by a passphrase" : "not encrypted"}.`,
  exportTitle: "Save the private key to a file?",
  /** @param {string} label */
  exportWho: (label) => `${label} needs it to sign its token requests. Nobody else does: not NetSuite, not the Administrator.`,
  exportRisk: "Whoever has the file can act as this user in NetSuite. Only you will be able to read it on this computer; do not send it by e-mail or chat.",
  /** @param {string} store */
  exportStays: (store) => `The original stays in ${store}, so the file can be made again at any time.`,
  form: "Form of the file",
  plain: "Not encrypted",
  /** @param {string} label */
  plainNote: (label) => `What ${label} takes.`,
  plainNoteOther: "What most systems take.",
  written: "Written as",
  /** @type {Record<PemForm, string>} */
  pemForm: {
    "pkcs8-lines": "PKCS#8, with its lines",
    "pkcs8-one-line": "PKCS#8 in one line, \\n where a line ends",
    "pkcs8-base64": "PKCS#8 as base64, in one line",
    traditional: "PKCS#1 for RSA, SEC1 for EC",
    file: "PKCS#8, with its lines",
  },
  /** @param {string} label */
  takes: (label) => `what ${label} takes`,
  protect: "With a passphrase",
  protectNote: "Encrypted PKCS#8, for carrying it. The other system must be able to open it.",
  passphrase: "Passphrase",
  again: "The same again",
  passphraseHint: "At least 12 characters. Certdesk does not keep it.",
  short: "At least 12 characters are needed.",
  differ: "The two do not match.",
  exportAct: "Save private key…",
  exporting: "Saving…",
  exportedSaid: "Private key saved",
  /** @param {string} file @param {string} label */
  deleteTitle: (file, label) => html`Delete <span class="file-name">${file}</span> once ${label} has it`,
  /** @param {string} store */
  deleteBody: (store) => `The original stays in ${store}; the file can be made again at any time.`,
  then: "Then",
  /** @param {string} label */
  done: (label) => `${label} has fetched a token`,
  doneOther: "The other system has fetched a token",
  doneBrought: "The CLI accepted it",
  notWorking: "It does not work",
  /** @param {string} label */
  notWorkingTitle: (label) => `If ${label} gets no token`,
  notWorkingBody: "Ask for a token here. If it comes, NetSuite’s side is right, and a value in the other system differs: compare them one by one, the private key included. If it does not come, the checks say more.",
  notWorkingAct: "Request a token here",
  notWorkingBrought: "Read what the CLI says: it names the private key, the Certificate ID or the account. Compare the values one by one. If all are right, the code in NetSuite’s Login Audit Trail settles the cause.",
  finish: "Everything is done",
  finishLead: "What exists now:",
  key: "Private key",
  certificate: "Certificate",
  certificateId: "Certificate ID",
  files: "Files",
  handedOver: "Handed over",
  noFiles: "None were saved",
  /** @param {string} type @param {string} store */
  keyIn: (type, store) => `${type}, in ${store}`,
  /** @param {import("../../../lib/html.js").Markup} date @param {string} words */
  until: (date, words) => html`Valid until ${date}, ${words}`,
  /** @param {import("../../../lib/html.js").Markup} when @param {string} label */
  handedOverAt: (when, label) => html`To ${label}, ${when}`,
  openConnection: "Open the connection",
  showValues: "Show the values again",
  summary: "Handed over",
};

/** The printable page for the client. */
export const sheet = {
  save: "Save a sheet for the client…",
  saving: "Saving…",
  note: "A page to print or send: who fetches tokens as whom, with which certificate, until when, and what to do before it ends. Nothing on it is secret.",
  /** @param {string} path */
  saved: (path) => `Sheet saved as ${path}`,
};
