// @ts-check
// How the answer of a browser sign-in comes back, and what each browser does.
//
// Sources: Oracle, section_157771733782 (https or a custom scheme, http not supported). Chromium stays
// on the page and Firefox shows an error: github.com/whatwg/html/issues/1446, and Firefox's sentence:
// github.com/webcompat/web-bugs/issues/133501. What an address bar shows after such an error differs
// by version, so nothing is promised about it.

import { html } from "../../../lib/html.js";

const permission = html`<em>Manage own OAuth 2.0 Client Credentials Certificates</em>`;
const signIn = html`Sign in to NetSuite, and choose a role with the permission ${permission}.`;

export const way = {
  title: "How NetSuite’s answer reaches Certdesk",
  app: "The browser opens Certdesk",
  appNote: "Nothing to copy.",
  page: "A web page shows an address",
  pageNote: "Works in every browser. Needs a page on your web server, and you paste the address.",

  pageTitle: "Web page",
  steps: [
    "Save the page. One file serves all your clients.",
    "Put it on your own web server, with https.",
    "Enter its address here, and as Redirect URI on the integration record.",
  ],
  save: "Save page…",
  saving: "Saving…",
  /** @param {string} path */
  saved: (path) => `Page saved: ${path}`,
  safe: "The page loads and sends nothing. Your server’s log will contain a code that works once, only in this Certdesk.",
  practice: "The practice account shows this page itself. For a real account, you put it on your own web server.",
  address: "Page address",
  addressHint: "Exactly as on the integration record. NetSuite accepts https, not http.",
  addressMissing: "Enter the page’s address.",
  /** Where the record's Redirect URI is shown before an address is entered. */
  addressOfPage: "the page’s address",
  several: "Since NetSuite 2026.1, a record can have several Redirect URIs, so keep the others.",

  openedByThis: "certdesk:// links open this Certdesk.",
  /** @param {string} program */
  openedByOther: (program) => `certdesk:// links open ${program}, not this Certdesk`,
  openedByNone: "No program opens certdesk:// links on this computer",
  openedByUnknown: "Certdesk couldn’t find out which program opens certdesk:// links",
  canRegister: "This Certdesk wasn’t installed from a package. Let it open the links for your user account, or use a web page.",
  cannotRegister: "Install Certdesk from its package, or use a web page.",
  register: "Open links with this Certdesk",
  registering: "Registering…",
  registered: "certdesk:// links open this Certdesk",
  unregister: "Stop opening links",
  unregistering: "Removing…",
  unregistered: "certdesk:// links no longer open this Certdesk",
  unregisterNote: "The entry stays until you remove it here or with certdesk --unregister-links.",

  actsApp: [signIn, html`Click <em>Allow</em>.`, html`When the browser asks, open Certdesk.`],
  /** @param {string} host @param {boolean} practice */
  actsPage: (host, practice) => [signIn, html`Click <em>Allow</em>.`, practice ? html`Copy the address from the practice account’s page <span class="mono">${host}</span>.` : html`Copy the address from your page at <span class="mono">${host}</span>.`],

  browsers: "If Certdesk doesn’t open",
  /** @type {[string, string][]} */
  each: [
    ["Chrome, Edge", "Click Open Certdesk. If you cancel, or no program opens the link, the tab stays on NetSuite’s page and there’s nothing to copy."],
    ["Firefox", "Click Open Link. If Firefox says “The address wasn’t understood,” copy the address only if it starts with certdesk://."],
    ["Safari", "When Safari asks to open Certdesk, click Allow. If nothing opens, copy the address only if it starts with certdesk://."],
  ],
  instead: "Use a web page instead…",
  insteadBusy: "Canceling…",

  pasteApp: "If the address starts with certdesk://",
  pasteAppNote: "Paste the whole address. If it’s still NetSuite’s, open the sign-in page again or use a web page.",
  pastePage: "Paste the address",
  pastePageNote: "Paste the whole address, even if the page says that NetSuite refused.",
  pasteLabel: "Address from the browser",
  pasteAct: "Finish sign-in",
  pasting: "Signing in…",
  pasteEmpty: "Paste the address first.",
};
