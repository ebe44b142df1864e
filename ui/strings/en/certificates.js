// @ts-check
// NetSuite's list of certificates: reading it, uploading to it, revoking in it.

import { html } from "../../lib/html.js";
import { figure } from "../../lib/format.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

export const certificates = {
  title: "Certificates in NetSuite",
  /** @param {string} record @param {string} account */
  sub: (record, account) => html`Of the integration record <em>${record}</em>, account <span class="mono">${account}</span>`,
  refresh: "Read again",
  reading: "Reading the list from NetSuite…",
  refreshing: "Reading…",
  upload: "Upload a certificate…",
  listTitle: "NetSuite’s list",
  slotsAfter: "slots of the integration record used",
  slotsFull: "All slots are in use: one certificate has to be revoked before another can be uploaded.",
  /** @param {string} host @param {Markup} when */
  fromHost: (host, when) => html`Read ${when} from <span class="mono">${host}</span>`,
  fallback: "The documented host did not know this list; the one of Oracle’s article of 2023 did.",

  open: "Certificates in NetSuite",
  ofVendors: "Certificates whose keys vendors hold",
  ofVendorsTable: "Table of vendors’ certificates",
  vendorColumn: "Vendor",

  search: "Search by ID, entity, role, connection or vendor",
  searchShort: "ID, entity, role, vendor",
  state: "State",
  holder: "Key",
  allHolders: "All keys",
  /** @param {string} word @param {number} count */
  filter: (word, count) => `${word} ${figure(count)}`,
  all: "All",
  table: "Table of certificates",
  /** @param {string} record */
  caption: (record) => `Certificates of ${record} as NetSuite lists them`,
  columns: { id: "Certificate ID", state: "State", entity: "Entity", role: "Role", created: "Created", from: "Valid from", until: "Valid until", acts: "Actions" },
  /** @type {Record<ipc.ListedState, string>} */
  states: { active: "Active", expired: "Expired", revoked: "Revoked" },
  /** @type {Record<ipc.KeyHolder, string>} */
  holders: { ours: "Key kept here", vendor: "A vendor’s key", unknown: "Key unknown" },
  /** @param {string} vendor */
  vendor: (vendor) => `Key of ${vendor}`,
  inUse: "the access in use",
  /** @param {string} id */
  internal: (id) => `ID ${id}`,
  unsaid: "not said",
  details: "Details",
  detailsTitle: "Certificate in NetSuite",
  daysLeft: "Days left",
  algorithm: "Algorithm",
  listRead: "List read",
  export: "Save as CSV…",
  exporting: "Saving…",
  /** @param {string} path */
  exported: (path) => `List saved as ${path}`,
  gone: "Not listed",
  /** @param {Markup} when */
  asOf: (when) => html`as of ${when}`,
  /** @param {Markup} date */
  fromDate: (date) => html`from ${date}`,
  untilWord: "until",
  shortened: "ended early by NetSuite",
  revoke: "Revoke…",
  /** @param {string} id */
  revokeNamed: (id) => `certificate ${id}`,
  nothing: "No certificate matches.",
  nothingAct: "Show all",
  emptyTitle: "NetSuite lists no certificate here",
  emptyBody: "Nothing was uploaded to this integration record yet, or the account was refreshed since.",
  /** @param {number} first @param {number} last @param {number} matching @param {number} all */
  shown: (first, last, matching, all) =>
    `${first === 1 && last === matching ? `${figure(matching)}` : `${figure(first)} to ${figure(last)} of ${figure(matching)}`} ${matching === all ? (all === 1 ? "certificate" : "certificates") : `${matching === 1 ? "matches" : "match"}, ${figure(all)} in all`}`,
  pages: "Pages of the list",
  turn: { first: "First", previous: "Back", next: "Next", last: "Last" },
  turnNamed: "page",
  /** @param {string} column @param {boolean} down */
  sorted: (column, down) => `Sorted by ${column}, ${down ? "descending" : "ascending"}`,
  /** @param {number} count */
  readSaid: (count) => `${figure(count)} ${count === 1 ? "certificate" : "certificates"} read`,

  revocation: {
    /** @param {string} name */
    titleOurs: (name) => `Revoke a certificate of ${name}?`,
    /** @param {string} vendor */
    titleVendor: (vendor) => `Revoke the certificate of ${vendor}?`,
    titleUnknown: "Revoke this certificate?",
    id: "Certificate ID",
    entity: "Entity",
    role: "Role",
    valid: "Valid",
    /** @param {Markup | string} from @param {Markup | string} until */
    fromUntil: (from, until) => html`${from} to ${until}`,
    refused: "NetSuite refuses every token request signed with its key. Whether tokens already given end as well, NetSuite does not say; they end by themselves within 60 minutes.",
    /** @param {string} name */
    usersOurs: (name) => html`Certdesk knows of <strong>${name}</strong>, whose system uses it. NetSuite does not say who else does.`,
    /** @param {string} vendor */
    usersVendor: (vendor) => html`<strong>${vendor}</strong> holds its key. Tell them first: their system stops fetching tokens.`,
    usersUnknown: "Its key was not made here, and NetSuite does not say who uses it. Ask the user and the role above before you revoke it.",
    final: "It cannot be taken back, and a revoked certificate cannot be used again.",
    type: "To confirm, type the last six characters",
    act: "Revoke certificate",
    busy: "Revoking…",
    /** @param {string} id */
    done: (id) => `Certificate ${id} is revoked; the list says so`,
    itselfTitle: "This certificate cannot be revoked with itself",
    itselfBody: "The access in use is a token of this very certificate. Revoking it would end the access in the middle of the work, and the list could not be read any more.",
    itselfHow: "Sign in by the browser, then revoke it. Or rotate the connection: then the new certificate revokes the old one.",
    itselfAct: "Sign in by the browser…",
    /** @param {string} name */
    lastTitle: (name) => `${name} would be left without a certificate`,
    /** @param {string} name */
    lastBody: (name) => html`It is the last working certificate of <strong>${name}</strong>. Without it its system fetches no more tokens.`,
    lastHow: "Rotate the connection: a new certificate is uploaded, tested and handed over, and only then the old one goes. If the key leaked or the client leaves, use “Report a leaked key” or “End this connection” on the connection’s page.",
    lastAct: "Rotate instead…",
    otherTitle: "This certificate cannot be revoked from here now",
  },
};

export const uploadForMe = {
  /** The two ways of step 6. */
  ways: "How the certificate gets into NetSuite",
  byHand: "By hand",
  byHandNote: "An Administrator uploads the file and reads the Certificate ID back to you.",
  forMe: "For me",
  forMeNote: "You sign in to NetSuite in the browser; Certdesk uploads it, once.",

  title: "Upload a certificate",
  lead: "Certdesk checks the certificate, sends it once, and looks in NetSuite’s list whether it arrived. NetSuite receives the certificate only, never a key.",
  which: "Which certificate",
  ours: "One of this connection",
  oursNote: "Made here, its key kept here, not uploaded yet.",
  oursNone: "Every certificate of this connection is uploaded already",
  oursNoneBody: "A renewal makes a new one by itself: rotate the connection. To have a further one beside it, make it in step 5.",
  oursWhich: "Certificate",
  make: "Open step 5",
  backToList: "Back to the list",
  vendors: "One whose key a vendor holds",
  vendorsNote: "A file the vendor sent. Its key stays with them.",
  checking: "Checking…",
  checkAgain: "Check again",
  checks: "Checked before anything is sent",
  /** @param {number} passed @param {number} all */
  passedOf: (passed, all) => `${passed} of ${all} passed`,
  passed: "Passed:",
  notPassed: "Not passed:",
  /** @type {Record<ipc.UploadCheckKind, [passed: string, not: string]>} */
  check: {
    "is-certificate": ["It is a certificate, and no key", "It is not a certificate"],
    "key-type": ["NetSuite takes this kind of key", "NetSuite does not take this kind of key"],
    validity: ["It is within its dates, and valid for two years at most", "Its dates are not what NetSuite takes"],
    "not-listed": ["NetSuite does not list it yet", "NetSuite lists it already"],
    "free-slot": ["A slot is free", "No slot is free"],
    scope: ["The access covers REST web services", "The access does not cover REST web services"],
    account: ["The access is for this connection’s account", "The access is for another account"],
  },
  /** What to do about a check that did not pass. @type {Record<ipc.UploadCheckKind, string>} */
  remedy: {
    "is-certificate": "Choose the certificate file: its first line says BEGIN CERTIFICATE.",
    "key-type": "RSA with 3072 or 4096 bits, or EC on P-256, P-384 or P-521.",
    validity: "It has to be valid now, and for 730 days at most.",
    "not-listed": "There is nothing to upload: look at it in the list.",
    "free-slot": "Revoke one that nobody uses, then check again.",
    scope: "Tick REST WEB SERVICES on the integration record and in step 4, then sign in again.",
    account: "Sign in again, to the account of this connection.",
  },
  /** @param {Markup} date */
  until: (date) => html`until ${date}`,
  openList: "Open the list",
  takeListed: "Go on with it",
  openRecord: "Open step 4",
  signInAgain: "Sign in anew…",

  mapping: "Who it acts as",
  mappingNote: "NetSuite ties the certificate to one user and one role, for good. Choose those that the other system is to act as.",
  /** The check of its own. */
  match: {
    open: "User and role aren’t chosen yet",
    openNote: "Choose both above.",
    agrees: "It acts as the user and role of step 3",
    chosen: "User and role are chosen",
    differs: "It would act as somebody else than step 3 expects",
    /** @param {string} side @param {string} chosen @param {string} expected */
    differsIn: (side, chosen, expected) => `${side}: ${chosen} is chosen, step 3 expects ${expected}.`,
    unnamed: "User and role can’t be compared with step 3",
    /** @param {string} entity @param {string} role */
    unnamedNote: (entity, role) => (entity && role ? `NetSuite’s list doesn’t name these IDs. Check in NetSuite that they are ${entity} and ${role}.` : "NetSuite’s list doesn’t name these IDs. Check them in NetSuite."),
    administrator: "It would act as Administrator",
    administratorNote: "Whoever has its key could do everything in this account. Oracle advises against it.",
  },
  /** The second word. */
  second: {
    administratorTitle: "Let the other system act as Administrator?",
    administratorBody: "Whoever has its private key can read, change and delete everything in this account. Oracle advises against it. A custom role with the permissions that the system needs is enough.",
    administratorAct: "Upload as Administrator",
    administratorWord: "Administrator",
    anotherTitle: "Let it act as somebody else than step 3 expects?",
    /** @param {string} entity @param {string} role */
    anotherBody: (entity, role) => `You chose ${entity}, ${role}.`,
    /** @param {string} entity @param {string} role */
    expected: (entity, role) => `Step 3 expects ${entity}, ${role}. A mapping can’t be changed later.`,
    anotherAct: "Upload for these",
  },
  notChosen: "Choose one.",
  entity: "Entity",
  role: "Role",
  /** @param {string} id @param {string} name */
  known: (id, name) => `${name} (${id})`,
  /** @param {string} id */
  proposed: (id) => `${id}, as signed in`,
  otherId: "Another internal ID…",
  internal: { role: "Internal ID of the role", entity: "Internal ID of the entity" },
  internalHint: { role: "At the end of the role’s address in NetSuite: role.nl?id=1042", entity: "At the end of the user’s address in NetSuite: entity.nl?id=1187. It may be negative." },
  choose: "Choose…",
  /** @param {string} name */
  stepNamesRole: (name) => `Step 3 names ${name}.`,
  /** @param {string} name */
  stepNamesEntity: (name) => `Step 3 names ${name}.`,
  notId: "An internal ID is a whole number, such as 1042 or -5.",
  upload: "Upload to NetSuite",
  uploading: "Uploading…",
  once: "Sent once. If the answer is lost, the list is asked, and nothing is sent again.",

  outcome: {
    title: "NetSuite has the certificate",
    asPredicted: "The Certificate ID is the one that was worked out before.",
    other: "NetSuite gave it another Certificate ID than was worked out. NetSuite is right: from now on this one is used.",
    foundInList: "The answer to the upload was lost. The list shows that it arrived; it was sent once.",
    shortened: (/** @type {string} */ date) => `NetSuite ends it on ${date}, before its own date.`,
    until: (/** @type {string} */ date) => `It is valid until ${date}.`,
    goOn: "Go on to the proof",
    said: "Uploaded",
  },
  unsettledTitle: "Whether the upload arrived is not known yet",
  unsettledBody: "It was sent once and the answer was lost. The list does not show the certificate, which may take a minute. Nothing is sent again: Certdesk only looks.",
  unsettledAct: "Look in the list again",
  looking: "Looking…",

  vendor: {
    choose: "Choose the vendor’s certificate…",
    chooseOther: "Choose another file…",
    choosing: "Choosing…",
    chooseNote: "A .pem, .cer or .crt file. A file that holds a private key is refused.",
    file: "File",
    subject: "Name in it",
    key: "Key",
    until: "Valid until",
    fingerprint: "SHA-256 fingerprint",
    fingerprintNote: "Call the vendor on a number you know, not one from the e-mail, and let them read theirs to you. Whoever swaps the certificate on its way could act as this user in NetSuite.",
    compared: "The vendor read the same fingerprint to me",
    comparedMissing: "Compare it with the vendor first, then tick this.",
    name: "Vendor",
    nameMissing: "Enter who holds the key.",
    notReady: "Nothing can be sent before all checks pass.",
    nameHint: "Stands beside the certificate in the list.",
    problems: "This file cannot be uploaded",
    /** @param {string} vendor */
    done: (vendor) => `The certificate of ${vendor} is in NetSuite`,
    tell: "Tell the vendor this Certificate ID, the Client ID and the account.",
    another: "Upload another",
  },
};

/** The way by hand: what a person with access to NetSuite does. */
export const byAdministrator = {
  summary: "An administrator revokes it in NetSuite",
  lead: "It takes an administrator of the account, in the room or on the phone:",
  open: "Open this page",
  find: "Find the certificate with this ID, and revoke it",
  id: "Certificate ID",
  say: "What to say on the phone",
  /** @param {{ account: string, path: string, first: string, last: string, entity: string, role: string, leaked: boolean }} about */
  words: ({ account, path, first, last, entity, role, leaked }) =>
    `Please open ${path} in NetSuite account ${account}. Find the certificate whose ID begins with ${first} and ends with ${last}${entity && `; its entity is ${entity}`}${role && `${entity ? " and its" : "; its"} role ${role}`}. ${leaked ? "Its private key has leaked: revoke it now" : "It isn’t needed any more: revoke it"}. Revoke only this one, it can’t be undone. Stay on the line until it’s done.`,
  copy: "the words",
  done: "It’s revoked in NetSuite",
  noting: "Saving…",
  doneNote: "Certdesk notes it on your word, and checks it when it next reads NetSuite’s list.",
};
