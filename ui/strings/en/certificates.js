// @ts-check
// NetSuite's list of certificates: reading it, uploading to it, revoking in it.

import { html } from "../../lib/html.js";
import { figure, list, plural } from "../../lib/format.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

export const certificates = {
  title: "Certificates in NetSuite",
  /** @param {string} record @param {string} account */
  sub: (record, account) => html`Integration record <em>${record}</em>, account <span class="mono">${account}</span>`,
  refresh: "Refresh list",
  reading: "Getting the list from NetSuite…",
  refreshing: "Refreshing…",
  upload: "Upload certificate…",
  listTitle: "NetSuite’s list",
  slotsAfter: "slots in use",
  slotsFull: "All slots are in use. Revoke a certificate before you upload another.",
  /** @param {string} host @param {Markup} when */
  fromHost: (host, when) => html`Updated ${when} from <span class="mono">${host}</span>`,
  fallback: "The documented host didn’t have this list; the host in Oracle’s 2023 article did.",

  open: "Certificates in NetSuite",
  ofVendors: "Vendors’ certificates",
  ofVendorsTable: "Certificates whose keys vendors hold",
  vendorColumn: "Vendor",

  search: "Search by ID, entity, role, connection, or vendor",
  searchShort: "ID, entity, role, vendor",
  state: "Status",
  holder: "Key",
  allHolders: "All keys",
  /** @param {string} word @param {number} count */
  filter: (word, count) => `${word} ${figure(count)}`,
  all: "All",
  table: "Table of certificates",
  /** @param {string} record */
  caption: (record) => `Certificates of ${record} as NetSuite lists them`,
  columns: { id: "Certificate ID", state: "Status", entity: "Entity", role: "Role", created: "Created", from: "Valid from", until: "Valid until", acts: "Actions" },
  /** @type {Record<ipc.ListedState, string>} */
  states: { active: "Active", expired: "Expired", revoked: "Revoked" },
  /** @type {Record<ipc.KeyHolder, string>} */
  holders: { ours: "Key on this computer", vendor: "Vendor’s key", unknown: "Key unknown" },
  /** @param {string} vendor */
  vendor: (vendor) => `Key held by ${vendor}`,
  /** @param {string} algorithm */
  inUse: (algorithm) => `${algorithm}, in use by Certdesk`,
  /** @param {string} id */
  internal: (id) => `ID ${id}`,
  unsaid: "not given",
  details: "Details",
  detailsTitle: "Certificate in NetSuite",
  daysLeft: "Days left",
  algorithm: "Algorithm",
  listRead: "List updated",
  export: "Save as CSV…",
  exporting: "Saving…",
  /** @param {string} path */
  exported: (path) => `Saved as ${path}`,
  gone: "Not listed",
  /** @param {Markup} when */
  asOf: (when) => html`as of ${when}`,
  /** @param {Markup} date */
  fromDate: (date) => html`from ${date}`,
  untilWord: "until",
  shortened: "Shortened by NetSuite",
  revoke: "Revoke…",
  /** @param {string} id */
  revokeNamed: (id) => `certificate ${id}`,
  nothing: "No certificate matches.",
  nothingAct: "Show all",
  emptyTitle: "No certificates in NetSuite yet",
  emptyBody: "None was uploaded to this integration record, or the account was refreshed since.",
  /** @param {number} first @param {number} last @param {number} matching @param {number} all */
  shown(first, last, matching, all) {
    const whole = first === 1 && last === matching;
    if (matching === all) return whole ? plural(all, { one: "{count} certificate", other: "{count} certificates" }) : `${figure(first)} to ${figure(last)} of ${figure(all)} certificates`;
    return whole ? `${figure(matching)} of ${figure(all)} certificates` : `${figure(first)} to ${figure(last)} of ${figure(matching)} matching, ${figure(all)} in all`;
  },
  pages: "Pages of the list",
  turn: { first: "First page", previous: "Previous page", next: "Next page", last: "Last page" },
  /** @param {string} column @param {boolean} down */
  sorted: (column, down) => (down ? `Sorted by ${column}, descending` : `Sorted by ${column}, ascending`),
  /** @param {number} count */
  readSaid: (count) => plural(count, { one: "{count} certificate listed", other: "{count} certificates listed" }),

  revocation: {
    /** @param {string} name */
    titleOurs: (name) => `Revoke a certificate for ${name}?`,
    /** @param {string} vendor */
    titleVendor: (vendor) => `Revoke ${vendor}’s certificate?`,
    titleUnknown: "Revoke this certificate?",
    id: "Certificate ID",
    entity: "Entity",
    role: "Role",
    valid: "Valid",
    /** @param {Markup | string} from @param {Markup | string} until */
    fromUntil: (from, until) => html`${from} to ${until}`,
    refused: "NetSuite refuses every token request signed with its key. Tokens already issued may last up to 60 minutes.",
    /** @param {string} name */
    usersOurs: (name) => html`<strong>${name}</strong> uses it. NetSuite doesn’t show who else does.`,
    /** @param {string} vendor */
    usersVendor: (vendor) => html`<strong>${vendor}</strong> holds its key. Tell them first: their system can’t get tokens anymore.`,
    usersUnknown: "It was created outside Certdesk, and NetSuite doesn’t show who uses it. Find out before you revoke it.",
    final: "You can’t undo this, and a revoked certificate can’t be used again.",
    type: "To confirm, type the last six characters",
    act: "Revoke certificate",
    busy: "Revoking…",
    /** @param {string} id */
    done: (id) => `Certificate ${id} revoked`,
    itselfTitle: "A certificate can’t revoke itself",
    itselfBody: "Certdesk accesses NetSuite with this certificate.",
    itselfHow: "Sign in with the browser, or rotate the certificate: the new one then revokes it.",
    itselfAct: "Sign in to NetSuite",
    /** @param {string} name */
    lastTitle: (name) => `${name} would be left without a certificate`,
    /** @param {string} name */
    lastBody: (name) => html`This is the last working certificate for <strong>${name}</strong>: without it, the target system can’t get tokens.`,
    lastHow: "Rotate it instead: it keeps working until you switch. For a leaked key or a client who leaves, use “Report a leaked key” or “End connection” on the connection’s page.",
    lastAct: "Rotate certificate…",
    otherTitle: "Certdesk can’t revoke this certificate now",
  },
};

export const uploadForMe = {
  /** The two ways of step 6. */
  ways: "Who uploads the certificate",
  byHand: "An administrator uploads it",
  byHandNote: "You send the file and get the Certificate ID back.",
  forMe: "Certdesk uploads it",
  forMeNote: "You sign in to NetSuite with the browser.",

  title: "Upload certificate",
  lead: "Certdesk checks the certificate before it uploads it. NetSuite never gets a private key.",
  which: "Which certificate",
  ours: "This connection’s certificate",
  oursNote: "Its key stays on this computer.",
  oursNone: "All certificates of this connection are uploaded",
  oursNoneBody: "To replace one, rotate it. To add one, create it in step 5.",
  oursWhich: "Certificate",
  make: "Open step 5",
  backToList: "Open certificate list",
  vendors: "A vendor’s certificate",
  vendorsNote: "A file that the vendor sent. Its key stays with them.",
  checking: "Checking…",
  checkAgain: "Check again",
  checks: "Checks before the upload",
  /** @param {number} passed @param {number} all */
  passedOf: (passed, all) => `${passed} of ${all} passed`,
  passed: "Passed:",
  notPassed: "Not passed:",
  /** @type {Record<ipc.UploadCheckKind, [passed: string, not: string]>} */
  check: {
    "is-certificate": ["Certificate without a private key", "Not a certificate"],
    "key-type": ["NetSuite accepts this key type", "NetSuite doesn’t accept this key type"],
    validity: ["Valid now, for at most two years", "Not valid now, or for longer than two years"],
    "not-listed": ["Not in NetSuite yet", "Already in NetSuite"],
    "free-slot": ["A slot is free", "No slot is free"],
    scope: ["Access includes REST web services", "Access lacks REST web services"],
    account: ["Access is for this account", "Access is for another account"],
  },
  /** What to do about a check that did not pass. @type {Record<ipc.UploadCheckKind, string>} */
  remedy: {
    "is-certificate": "Choose a certificate file.",
    "key-type": "Use RSA with 3072 or 4096 bits, or EC on P-256, P-384, or P-521.",
    validity: "Use one that is valid now, for at most 730 days.",
    "not-listed": "There is nothing to upload.",
    "free-slot": "Revoke an unused certificate, then check again.",
    scope: "Select REST WEB SERVICES on the integration record and in step 4, then sign in again.",
    account: "Sign in to this connection’s account.",
  },
  /** @param {Markup} date */
  until: (date) => html`until ${date}`,
  openList: "Open certificate list",
  takeListed: "Use this certificate",
  openRecord: "Open step 4",
  signInAgain: "Sign in again",

  mapping: "User and role in NetSuite",
  mappingNote: "The target system acts as this user and role. You can’t change them later.",
  /** The check of its own. */
  match: {
    open: "User and role aren’t chosen yet",
    openNote: "Choose both above.",
    agrees: "User and role match step 3",
    chosen: "User and role chosen",
    differs: "User or role doesn’t match step 3",
    /** @param {string} side @param {string} chosen @param {string} expected */
    differsIn: (side, chosen, expected) => `${side}: you chose ${chosen}, step 3 has ${expected}.`,
    unnamed: "Certdesk can’t compare user and role with step 3",
    /** @param {string} entity @param {string} role */
    unnamedNote: (entity, role) => (entity && role ? `NetSuite’s list shows only IDs. Check in NetSuite that they are ${entity} and ${role}.` : "NetSuite’s list shows only IDs. Check them in NetSuite."),
    administrator: "It would have the Administrator role",
    administratorNote: "Anyone with its key could do everything. Oracle advises against it.",
  },
  /** The second word. */
  second: {
    administratorTitle: "Give the target system the Administrator role?",
    administratorBody: "Anyone with its private key can read, change, and delete everything in this account. Oracle advises against it: use a custom role.",
    administratorAct: "Upload as Administrator",
    administratorWord: "Administrator",
    anotherTitle: "Upload for another user or role than in step 3?",
    /** @param {string} entity @param {string} role */
    anotherBody: (entity, role) => `You chose ${entity} with role ${role}.`,
    /** @param {string} entity @param {string} role */
    expected: (entity, role) => `Step 3 has ${entity} with role ${role}. You can’t change a mapping later.`,
    anotherAct: "Upload certificate",
  },
  notChosen: "Choose one.",
  entity: "Entity",
  role: "Role",
  /** @param {string} id @param {string} name */
  known: (id, name) => `${name} (${id})`,
  /** @param {string} id */
  proposed: (id) => `${id}, as signed in`,
  otherId: "Another internal ID…",
  internal: { role: "Role, internal ID", entity: "Entity, internal ID" },
  internalHint: { role: "In the address of the role’s page: role.nl?id=1042", entity: "In the address of the user’s page: entity.nl?id=1187. It may be negative." },
  choose: "Choose…",
  /** @param {string} name */
  stepNamesRole: (name) => `Step 3 names ${name}.`,
  /** @param {string} name */
  stepNamesEntity: (name) => `Step 3 names ${name}.`,
  notId: "An internal ID is a whole number, such as 1042 or -5.",
  upload: "Upload certificate",
  uploading: "Uploading…",
  once: "Certdesk won’t upload it twice, even if NetSuite’s reply is lost.",

  outcome: {
    title: "NetSuite has the certificate",
    asPredicted: "The Certificate ID is as expected.",
    other: "NetSuite assigned another Certificate ID than expected. Certdesk uses NetSuite’s.",
    foundInList: "NetSuite’s reply was lost; Certdesk found the certificate in the list.",
    shortened: (/** @type {string} */ date) => `NetSuite shortened its validity to ${date}.`,
    until: (/** @type {string} */ date) => `Valid until ${date}.`,
    goOn: "Continue to test",
    said: "Uploaded",
  },
  unsettledTitle: "Upload not confirmed",
  unsettledBody: "NetSuite’s reply was lost, and its list doesn’t show the certificate yet. Certdesk won’t upload it twice.",
  /** @param {import("../../lib/html.js").Part} when */
  unsettledUntil: (when) => html`While this page is open, Certdesk checks the list every minute. We’ll know by ${when}.`,
  unsettledNow: "It can’t arrive anymore: check the list once more.",
  unsettledAct: "Check NetSuite’s list",
  looking: "Checking…",

  vendor: {
    choose: "Choose certificate…",
    chooseOther: "Choose another file…",
    choosing: "Choosing…",
    chooseNote: "A .pem, .cer, or .crt file without a private key.",
    file: "File",
    subject: "Subject (common name)",
    key: "Key",
    until: "Valid until",
    fingerprint: "SHA-256 fingerprint",
    fingerprintNote: "Call the vendor on a number you know, not one from the email, and have them read theirs to you. Anyone who swapped the certificate could act as this user in NetSuite.",
    compared: "The vendor read the same fingerprint to me",
    comparedMissing: "Compare it with the vendor first, then check this box.",
    name: "Vendor",
    nameMissing: "Enter the vendor’s name.",
    notReady: "You can upload it once all checks pass.",
    nameHint: "Shown in the list.",
    /** @param {Markup} file */
    problems: (file) => html`Certdesk can’t upload this file: ${file}`,
    /** @param {string} vendor */
    done: (vendor) => `${vendor}’s certificate is in NetSuite`,
    tell: "Send the vendor this Certificate ID, the Client ID, and the account ID.",
    another: "Upload another certificate",
  },
};

/** The way by hand: what a person with access to NetSuite does. */
export const byAdministrator = {
  summary: "An administrator revokes it in NetSuite",
  lead: "With an administrator, in the room or on the phone:",
  open: "Open this page",
  find: "Find this certificate and revoke it",
  id: "Certificate ID",
  say: "What to say on the phone",
  /** @param {{ account: string, path: string, first: string, last: string, entity: string, role: string, leaked: boolean }} about */
  words({ account, path, first, last, entity, role, leaked }) {
    const acts = [entity && `entity ${entity}`, role && `role ${role}`].filter((part) => part !== "");
    const find = acts.length > 0 ? `Find the certificate for ${list(acts)} whose ID starts with ${first} and ends with ${last}.` : `Find the certificate whose ID starts with ${first} and ends with ${last}.`;
    const revoke = leaked ? "Its private key has leaked: revoke it now." : "We don’t need it anymore: revoke it.";
    return `Open ${path} in NetSuite account ${account}. ${find} ${revoke} Revoke only this one; you can’t undo it. Stay on the line until it’s done.`;
  },
  copy: "what to say",
  done: "Mark as revoked",
  noting: "Saving…",
  doneNote: "Certdesk checks this when it next refreshes the list.",
};
