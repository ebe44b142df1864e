// @ts-check
// Go to: anything that has a name or an ID, by keyboard.

import { figure, plural } from "../../lib/format.js";

export const goTo = {
  title: "Go to",
  label: "Client, account, Client ID, Certificate ID, audit code, or error",
  hint: "Type part of a name or ID, or paste an error from another system.",
  results: "Results",
  reading: "Loading…",
  /** @param {number} shown @param {number} all */
  count(shown, all) {
    if (all === 0) return "No results";
    return shown < all ? `${figure(shown)} of ${figure(all)} results. Type more to see the rest.` : plural(all, { one: "{count} result", other: "{count} results" });
  },
  nothing: "No connection, ID, or page matches, and this isn’t a known error.",
  nothingToDiagnose: "Set up a connection to find the cause of this error.",
  connections: "Connections",
  listed: "Certificates created outside Certdesk",
  pages: "Pages",
  codes: "Login Audit Trail codes",
  codeNote: "Find the cause",
  /** @param {string} code */
  causeOfCode: (code) => `Find the cause of ${code}`,
  causeOfText: "Find the cause of this error",
  named: "named in the text",
  privateKey: "This text contains a private key. If anyone else may have seen it, replace the key; Certdesk didn’t keep it.",
  clientId: "Client ID",
  certificateId: "Certificate ID",
  /** @param {string} name */
  listedNote: (name) => `In NetSuite’s list for ${name}`,
  newConnection: "Set up a connection",
  moveFromTba: "Move from TBA (token-based authentication)",
  about: "About Certdesk",
  choose: "choose",
  open: "open",
  leave: "close",
};
