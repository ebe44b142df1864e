// @ts-check
// All text of the window, in English. Values are texts or functions; a second language is typed
// as `typeof strings`, so that a missing sentence does not pass the type check.
// NetSuite's own words are in netsuite.js, the sentences of failures in failures.js.

import { board, bring, connection, newConnection, removal } from "./en/connections.js";
import { names } from "./en/names.js";
import { practice, vault } from "./en/places.js";
import { account, integration, role, setup, target } from "./en/setup-begin.js";
import { handOver, key, prove, upload } from "./en/setup-end.js";

export const strings = {
  common: {
    backToBoard: "Back to all connections",
    cancel: "Cancel",
    close: "Close",
    copied: "Copied",
    copy: "Copy",
    loading: "Reading…",
    none: "None yet",
    notCopied: "Not copied. Select the text and copy it yourself.",
    notRead: "This cannot be shown",
    tryAgain: "Try again",
    typeToConfirm: "To confirm, type",
  },
  rail: {
    label: "Main",
    connections: "Connections",
    /** @param {number} count */
    needYou: (count) => (count === 1 ? "needs you" : "need you"),
    theme: "Theme",
    themes: { auto: "Auto", light: "Light", dark: "Dark" },
  },
  stepper: {
    change: "Change",
    goOn: "Go on",
    show: "Show",
    hide: "Hide",
    /** @param {number} number */
    open: (number) => `Step ${number}, open:`,
    /** @param {number} number */
    done: (number) => `Step ${number}, done:`,
    /** @param {number} number */
    ahead: (number) => `Step ${number}, ahead:`,
    /** @param {number} last */
    range: (last) => `Steps 1 to ${last}`,
    /** @param {number} last */
    rangeNamed: (last) => `steps 1 to ${last}`,
  },
  compare: {
    label: "Comparison",
    expected: "Expected",
    entered: "Entered",
    same: "Both are the same.",
    /** @param {number} expected @param {number} entered */
    length: (expected, entered) => `A Certificate ID of this certificate has ${expected} characters, you entered ${entered}.`,
    /** @param {number} length @param {number} position @param {string} expected @param {string} entered */
    one: (length, position, expected, entered) => `One of ${length} characters differs: number ${position} should be ${expected}, you entered ${entered}.`,
    /** @param {number} count @param {number} length @param {string} positions */
    few: (count, length, positions) => `${count} of ${length} characters differ: numbers ${positions}.`,
    /** @param {number} count @param {number} length */
    many: (count, length) => `${count} of ${length} characters differ: this is the ID of another certificate.`,
    /** @param {string} sign */
    digit: (sign) => `the digit ${sign}`,
    /** @param {string} sign */
    small: (sign) => `the small letter ${sign}`,
    /** @param {string} sign */
    capital: (sign) => `the capital letter ${sign}`,
    hyphen: "a hyphen",
    underscore: "an underscore",
    /** @param {string} sign */
    sign: (sign) => `the character ${sign}`,
  },
  names,
  vault,
  practice,
  board,
  newConnection,
  bring,
  connection,
  removal,
  setup,
  target,
  account,
  role,
  integration,
  key,
  upload,
  prove,
  handOver,
};
