// @ts-check
// Go to: anything that has a name or an ID, by keyboard.

import { figure } from "../../lib/format.js";

export const goTo = {
  title: "Go to",
  label: "Client, account, client ID, Certificate ID, audit code or error",
  hint: "Type part of a name or an ID, or paste an error that another system showed.",
  results: "Results",
  reading: "Reading…",
  /** @param {number} shown @param {number} all */
  count: (shown, all) => (all === 0 ? "No results" : shown < all ? `${figure(shown)} of ${figure(all)} results. Type more to see the rest.` : all === 1 ? "1 result" : `${figure(all)} results`),
  nothing: "No connection, ID or page matches, and Certdesk doesn’t recognize this as an error.",
  nothingToDiagnose: "Certdesk recognizes this as an error, but there is no connection to check it against yet.",
  connections: "Connections",
  listed: "Certificates created outside Certdesk",
  pages: "Pages",
  codes: "Login Audit Trail codes",
  codeNote: "Find the cause of this code",
  /** @param {string} code */
  causeOfCode: (code) => `Find the cause of ${code} for`,
  causeOfText: "Find the cause of this error for",
  named: "named in the text",
  privateKey: "This text contains a private key. Certdesk didn’t keep it. If others may have seen it, replace the key.",
  clientId: "Client ID",
  certificateId: "Certificate ID",
  /** @param {string} name */
  listedNote: (name) => `In NetSuite’s list for ${name}`,
  newConnection: "Set up a connection",
  about: "About Certdesk",
  choose: "choose",
  open: "open",
  leave: "close",
};
