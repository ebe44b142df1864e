// @ts-check
// The text that the first screen and the frame around every screen need: a part of `strings` in
// ../en.js, under the same names.

import { board } from "./board.js";
import { names } from "./enum-labels.js";
import { practice } from "./practice.js";
import { vault } from "./vault.js";

export const strings = {
  common: {
    findCause: "Find the cause",
    backToBoard: "Back to all connections",
    cancel: "Cancel",
    close: "Close",
    copied: "Copied",
    copy: "Copy",
    loading: "Reading…",
    none: "None yet",
    notCopied: "Not copied. Select the text and copy it yourself.",
    netsuitePath: "Path in NetSuite",
    notRead: "This cannot be shown",
    openNetSuite: "Open NetSuite",
    tryAgain: "Try again",
    typeToConfirm: "To confirm, type",
  },
  rail: {
    label: "Main",
    connections: "Connections",
    record: "SuiteProjects Pro record",
    secrets: "API secrets",
    help: "Help",
    doctor: "File doctor",
    /** @param {number} count */
    needYou: (count) => (count === 1 ? "needs you" : "need you"),
    theme: "Theme",
    themes: { auto: "Auto", light: "Light", dark: "Dark" },
  },
  names,
  vault,
  practice,
  board,
};
