// @ts-check
// The text that the first screen and the frame around every screen need: a part of `strings` in all.js, under the same
// names.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { board, undo } from "./board.js";
import { calendar } from "./calendar.js";
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
    /** @param {string} name */
    copyNamed: (name) => `Copy ${name}`,
    loading: "Loading…",
    notCopied: "Not copied. Select the text and copy it yourself.",
    netsuitePath: "Path in NetSuite",
    notRead: "This page can’t be shown",
    openNetSuite: "Open NetSuite",
    tryAgain: "Try again",
    /** @param {string} typed */
    typeToConfirm: (typed) => html`To confirm, type <strong>${typed}</strong>`,
  },
  rail: {
    label: "Main",
    connections: "Connections",
    record: "SuiteProjects Pro record",
    secrets: "API secrets",
    help: "Help",
    doctor: "File doctor",
    /** @param {number} count */
    needYou: (count) => plural(count, { one: "{count} needs attention", other: "{count} need attention" }),
    theme: "Theme",
    themes: { auto: "Auto", light: "Light", dark: "Dark" },
  },
  names,
  vault,
  practice,
  board,
  calendar,
  undo,
};
