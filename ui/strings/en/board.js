// @ts-check
// The board, and the first start with no connection on it.

import { figure, plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

/** @param {number} count */
const connections = (count) => plural(count, { one: "{count} connection", other: "{count} connections" });

export const board = {
  title: "Connections",
  /** "5 connections, 3 need attention, 1 can’t get tokens, 1 can’t be opened". @param {number} opened @param {number} needing attention @param {number} failing @param {number} unreadable */
  sub(opened, needing, failing, unreadable) {
    if (opened + unreadable === 0) return "";
    if (needing + unreadable === 0) return plural(opened, { one: "{count} connection, working", other: "{count} connections, all working" });
    const parts = [connections(opened + unreadable)];
    if (needing > 0) parts.push(plural(needing, { one: "{count} needs attention", other: "{count} need attention" }));
    if (failing > 0) parts.push(`${figure(failing)} can’t get tokens`);
    if (unreadable > 0) parts.push(`${figure(unreadable)} can’t be opened`);
    return parts.join(", ");
  },
  emptyTitle: "No connections yet",
  emptySub: "A connection lets a system such as Alumio get tokens from a NetSuite account without a password.",
  setUp: "Set up a connection",
  setUpNote: "Eight guided steps, from account ID to a working token. You’ll need a NetSuite administrator, in the room or on the phone.",
  practice: "Try the practice account",
  practiceNote: "The same steps with a simulated NetSuite account. Nothing leaves this computer.",
  bring: "Import an existing key",
  bringNote: "For a key and certificate that already work. Certdesk checks that they match and tracks the expiration date.",
  bringAct: "Choose files…",
  choosing: "Choosing…",
  tba: "Do integrations still use token-based authentication?",
  moveFromTba: "Move from TBA",
  moved: "Do you have a backup, or a file from a colleague?",
  restoreBackup: "Restore it",
  words: "Key terms",
  /** @param {string} store */
  terms: (store) => [
    ["Private key", `Signs every token request. It stays in ${store}; NetSuite never receives it.`],
    ["Certificate", "Lets NetSuite recognize the key. It’s public, valid for at most two years, and the only file you upload."],
    ["Certificate ID", "NetSuite’s 43-character name for the certificate. The target system needs it, too."],
    ["Token", "What NetSuite returns for a signed request. It gives access to the API for up to 60 minutes."],
  ],
  keychain: "the keychain",
  filter: "Search by client, account, target, status, or Certificate ID",
  filterShort: "Client, account, target, ID",
  bringShort: "Import a key…",
  practiceShort: "Try practice account",
  show: "Show",
  /** @param {number} count */
  all: (count) => `All ${figure(count)}`,
  /** @param {number} count */
  onlyNeedYou: (count) => `Needs attention ${figure(count)}`,
  /** Certificates that a reminder names. @param {number} count */
  onlyReminded: (count) => `Due ${figure(count)}`,
  tools: "Filters and groups",
  view: "View",
  list: "List",
  timeline: "Timeline",
  target: "Target",
  state: "Status",
  environment: "Environment",
  /** @type {Record<"target" | "state" | "environment", string>} */
  allOf: { target: "All targets", state: "All statuses", environment: "All environments" },
  /** The statuses as they are filtered: what a rotation waits for makes no difference. @type {Record<ipc.ConnectionStatus["kind"], string>} */
  states: { expired: "Expired", revoked: "Revoked", "token-refused": "Token refused", "call-refused": "Call refused", "mapping-gone": "Mapping missing", rotating: "Rotating", "runs-out-soon": "Expires soon", "setting-up": "Setup incomplete", "in-order": "Working" },
  /** @type {Record<ipc.Environment, string>} */
  environments: { production: "Production", sandbox: "Sandbox", "release-preview": "Release Preview", "test-drive": "Test drive" },
  groupBy: "Group by",
  /** @type {Record<"need" | "client" | "account" | "none", string>} */
  groupings: { need: "Group by need", client: "Group by client", account: "Group by account", none: "No groups" },
  /** Behind the name of a client or an account. @param {number} all @param {number} needing attention */
  inGroup(all, needing) {
    if (needing === 0) return connections(all);
    return [connections(all), plural(needing, { one: "{count} needs attention", other: "{count} need attention" })].join(", ");
  },
  /** @param {string} accountId @param {ipc.Environment | null} environment */
  inAccount: (accountId, environment) => (environment ? `${accountId} · ${board.environments[environment]}` : accountId),
  clearFilters: "Clear all filters",
  table: "All connections",
  captionByNeed: "All connections, those that need attention first",
  /** @param {string} column @param {boolean} down */
  caption: (column, down) => (down ? `All connections, sorted by ${column}, descending` : `All connections, sorted by ${column}, ascending`),
  columns: { client: "Client", account: "Account", target: "Target", status: "Status", certificate: "Certificate", slots: "Slots", act: "Next step" },
  /** @param {number} shown @param {number} all */
  shown(shown, all) {
    if (shown === 0) return board.nothing;
    return shown === all ? connections(all) : plural(all, { one: `${figure(shown)} of {count} connection`, other: `${figure(shown)} of {count} connections` });
  },
  /** @param {number} active @param {number} most */
  slots: (active, most) => `${active} of ${most}`,
  slotsUnknown: "not checked",
  /** @param {Markup} when */
  slotsAsOf: (when) => html`as of ${when}`,
  rotateSeveral: "Rotate multiple certificates…",
  /** @param {number} due */
  rotateSeveralNamed: (due) => `${due} due`,
  needsYou: "Needs attention",
  working: "Working",
  nothing: "No connections match.",
  goFurther: "Search Client IDs, audit codes, and errors",
  noCertificate: "None yet",
  noneListed: "None active",
  noTarget: "Not chosen yet",
  noAccount: "Not entered yet",
  note: "The bar covers 90 days. NetSuite emails administrators at its marks: 60, 30, and 14 days. Slots are as of Certdesk’s last check.",
  /** @param {Markup} when */
  lastToken: (when) => html`Last token ${when}`,
  noToken: "No token yet",
  /** @param {Markup} when */
  callRefused: (when) => html`Test call refused ${when}`,
  /** @param {Markup} when */
  callWorked: (when) => html`Test call worked ${when}`,
  /** @param {string} target */
  provenBy: (target) => `Only ${target} can get tokens`,
  open: "Open connection",
  /** Of the setup. @param {string} step @param {number} number */
  atStep: (step, number) => `Step ${number}: ${step}`,
  /** @type {Record<ipc.NextAct, string>} */
  act: { "continue-set-up": "Continue setup", test: "Test connection", "find-cause": "Find the cause", "free-slot": "Free a slot", rotate: "Rotate certificate", rotation: "Continue rotation" },
  recreate: "Re-create mapping",
  /** @type {Record<ipc.RotationAct, string>} */
  rotationAct: { continue: "Continue rotation", "upload-by-hand": "Upload certificate", "hand-over": "Configure target", switch: "Confirm switch", "revoke-old": "Finish rotation" },
  /** What a rotation waits for. @type {Record<ipc.RotationAct, string>} */
  rotationNote: { continue: "Ready to continue", "upload-by-hand": "Waiting for certificate upload", "hand-over": "Tested, target system not configured yet", switch: "Configured, switch not confirmed yet", "revoke-old": "Old certificate still active" },
  rotationElsewhere: "Running in another Certdesk",
  rotationRunning: "Running in the background",
  openRotation: "Open rotation",
  /** Where there is little room only the moment is seen. @param {Markup} when */
  uploadOpen: (when) => html`<span class="until-what">Upload not confirmed, </span>known by ${when}`,
  /** Behind the label of its next step, for assistive technology. @param {string} name */
  forConnection: (name) => `for ${name}`,
  /** @param {number} count */
  unreadableTitle: (count) => plural(count, { one: "Certdesk can’t open {count} connection", other: "Certdesk can’t open {count} connections" }),
  restoreUnreadable: "Restore from a backup",
  /** @type {Record<ipc.UnreadableDocument["reason"], (path: Markup) => Markup>} */
  unreadable: {
    newer: (path) => html`${path} was saved by a newer version of Certdesk. Install that version to open it.`,
    "target-unknown": (path) => html`${path} is for a target system that this version of Certdesk doesn’t know. Install a version that does.`,
    "not-read": (path) => html`${path} can’t be read. Close any program that may have it open, such as a sync client, and check that you have permission to read it. Then open Certdesk again.`,
    damaged: (path) => html`${path} is damaged. Restore it from a backup; its private keys are still in the keychain.`,
  },
};

/** After something was removed, on the screen that follows. */
export const undo = {
  /** @param {string} name */
  removed: (name) => `${name} removed`,
  connection: "It stays in Removed connections for 30 days. You’ll find it under Help > Backup.",
  guide: "You can undo this until you leave this page.",
  bank: "You can undo this until you leave this page, except for deleted values.",
  act: "Undo removal",
  busy: "Restoring…",
};
