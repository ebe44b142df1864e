// @ts-check
// The board, and the first start with no connection on it.

import { html } from "../../lib/html.js";
import { names } from "./enum-labels.js";

/** @import * as ipc from "../../types/ipc.d.ts" */

/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const board = {
  title: "Connections",
  /** @param {number} all @param {number} needYou @param {number} failing */
  sub: (all, needYou, failing) =>
    all === 1 && needYou === 1 ? `1 connection. It needs you${failing > 0 ? ": it cannot fetch tokens" : ""}.` :
    `${plural(all, "connection", "connections")}. ${needYou === 0 ? "None needs you." : `${needYou === 1 ? "1 needs" : `${needYou} need`} you${failing > 0 ? `; ${failing === 1 ? "1 of these" : `${failing} of these`} cannot fetch tokens` : ""}.`}`,
  emptyTitle: "No connections yet",
  emptySub: "A connection lets one system, such as Alumio, fetch tokens from one NetSuite account without a password.",
  setUp: "Set up a connection",
  setUpNote: "From nothing to a proven token in eight steps. You need the account ID and an Administrator, at the keyboard or on the telephone.",
  practice: "Try the practice account",
  practiceNote: "The same steps against a stand-in for NetSuite on this computer. It enforces the documented rules, and nothing leaves the machine.",
  bring: "Bring an existing key",
  bringNote: "You have a key and certificate that already work. Certdesk checks that they belong together, then watches the days left.",
  bringAct: "Choose files…",
  choosing: "Choosing…",
  words: "Four words you will meet",
  /** @param {string} store */
  terms: (store) => [
    ["Private key", `Signs every token request. It is made on this computer, kept in ${store}, and NetSuite never receives it.`],
    ["Certificate", "Lets NetSuite recognise that key. It is public, lasts two years at most, and is the only file you upload."],
    ["Certificate ID", "NetSuite’s name for the certificate, 43 characters. The other system needs it beside the key."],
    ["Token", "What NetSuite gives for a signed request. It opens the API for 60 minutes, then a new one is fetched."],
  ],
  keychain: "the keychain",
  filter: "Search by client, account, target, status or Certificate ID",
  filterShort: "Client, account, target, ID",
  bringShort: "Bring a key…",
  practiceShort: "Practice",
  show: "Show",
  /** @param {number} count */
  all: (count) => `All ${count}`,
  /** @param {number} count */
  onlyNeedYou: (count) => `Needs you ${count}`,
  table: "All connections",
  /** @param {string} column @param {boolean} down @param {boolean} byNeed */
  caption: (column, down, byNeed) => `All connections, ${byNeed ? "sorted by what needs attention first" : `sorted by ${column}, ${down ? "descending" : "ascending"}`}`,
  columns: { client: "Client", account: "Account", target: "Target", status: "Status", certificate: "Certificate", slots: "Slots", act: "Next step" },
  /** @param {string} column @param {boolean} down */
  sorted: (column, down) => `Sorted by ${column}, ${down ? "descending" : "ascending"}`,
  /** @param {number} shown @param {number} all */
  shown: (shown, all) => (shown === 0 ? "No connection matches." : shown === all ? plural(all, "connection", "connections") : `${shown} of ${plural(all, "connection", "connections")}`),
  /** @param {number} active @param {number} most */
  slots: (active, most) => `${active} of ${most}`,
  slotsUnknown: "not checked yet",
  /** @param {import("../../lib/html.js").Markup} when */
  slotsAsOf: (when) => html`as of ${when}`,
  rotateSeveral: "Rotate several…",
  /** @param {number} due */
  rotateSeveralNamed: (due) => `, ${due} are due`,
  needsYou: "Needs you",
  inOrder: "In order",
  nothing: "No connection matches.",
  goFurther: "Search client IDs, audit codes and errors",
  noCertificate: "None yet",
  noneListed: "None listed",
  noTarget: "Nothing entered yet",
  noAccount: "No account yet",
  note: "The bar shows the last 90 days. The marks at 60, 30 and 14 days are those on which NetSuite mails all Administrators. Slots are as of the last time Certdesk read NetSuite’s list; the connection says when.",
  /** @param {import("../../lib/html.js").Markup} when */
  lastToken: (when) => html`Last token ${when}`,
  noToken: "No token yet",
  /** @param {string} target */
  provenBy: (target) => `${target} fetches its tokens`,
  open: "Open",
  /** @param {ipc.ConnectionStatus} status */
  status(status) {
    switch (status.kind) {
      case "setting-up":
        return "Being set up";
      case "rotating":
        if (status.interrupted) return "Rotation interrupted";
        return status.next === "revoke-old" ? "Rotated" : "Being rotated";
      case "mapping-gone":
        return "Mapping gone";
      case "revoked":
        return "Certificate revoked";
      case "in-order":
        return "In order";
      case "runs-out-soon":
        return "Runs out soon";
      case "expired":
        return "Certificate expired";
      case "token-refused":
        return "Token refused";
    }
  },
  /** @param {ipc.Step} step @param {number} number */
  atStep: (step, number) => `Step ${number} of 8: ${names.step[step]}`,
  /** @param {number} number */
  stepOf: (number) => `${number} of 8`,
  /** @type {Record<ipc.NextAct, string>} */
  act: { "continue-set-up": "Continue", test: "Test", "find-cause": "Find cause", "free-slot": "Free a slot", rotate: "Rotate", rotation: "Continue" },
  recreate: "Re-create",
  replace: "Replace",
  /** @type {Record<ipc.RotationAct, string>} */
  rotationAct: { continue: "Continue", "upload-by-hand": "Upload", "hand-over": "Hand over", switch: "Confirm", "revoke-old": "Decide" },
  /** What a rotation waits for. @type {Record<ipc.RotationAct, string>} */
  rotationNote: { continue: "Nothing is lost; it can go on", "upload-by-hand": "Made, not yet uploaded by hand", "hand-over": "Proven, not yet handed over", switch: "Handed over, not yet in use", "revoke-old": "In use; the old one still works" },
  rotationElsewhere: "Another Certdesk is at work on it",
  /** @type {Record<ipc.NextAct, (name: string) => string>} */
  actNamed: {
    "continue-set-up": (name) => `the set-up of ${name}`,
    test: (name) => name,
    "find-cause": (name) => `of the refused token of ${name}`,
    "free-slot": (name) => `for ${name}`,
    rotate: (name) => name,
    rotation: (name) => `the rotation of ${name}`,
  },
  unreadableTitle: "A connection cannot be read",
  /** @type {Record<ipc.UnreadableDocument["reason"], string>} */
  unreadable: {
    newer: "was written by a newer Certdesk. It is left as it is; install the newer version to open it.",
    "target-unknown": "is for a system that this Certdesk does not know. It is left as it is; install a version that knows the system.",
    damaged: "is damaged. It is left as it is; bring it back from a backup. Its private keys are still in the keychain.",
  },
};
