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
  title: "How the answer comes back",
  app: "Open Certdesk from the browser",
  appNote: "The browser asks whether to open Certdesk. Nothing to copy.",
  page: "Show it on a web page",
  pageNote: "Needs a page on your own web server. Works in every browser: you paste an address.",

  pageTitle: "The web page",
  steps: [
    "Save the page. One file serves all your clients.",
    "Put it on a web server of yours or your company’s, with https.",
    "Enter its address here, and as Redirect URI on the integration record.",
  ],
  save: "Save the page…",
  saving: "Saving…",
  /** @param {string} path */
  saved: (path) => `Page saved: ${path}`,
  safe: "The page loads nothing and sends nothing. The web server’s log contains a code that works once, and only together with a value that never leaves Certdesk.",
  practice: "The practice account shows this page itself. With a real account, you put a page that Certdesk saves for you on your own web server.",
  address: "Address of the page",
  addressHint: "The same as on the integration record, character by character. NetSuite accepts https, not http.",
  addressMissing: "Enter the address of the page.",
  /** Where the record's Redirect URI is shown before an address is entered. */
  addressOfPage: "the address of the page",
  several: "As of NetSuite 2026.1, a record can have several Redirect URIs: enter both, and either way works.",

  openedByThis: "certdesk:// links open this Certdesk.",
  /** @param {string} program */
  openedByOther: (program) => `certdesk:// links open ${program}, not this Certdesk`,
  openedByNone: "No program opens certdesk:// links on this computer",
  openedByUnknown: "Certdesk couldn’t find out which program opens certdesk:// links",
  canRegister: "This Certdesk wasn’t installed from a package. Let it open the links, for your user account only, or use a web page.",
  cannotRegister: "Install Certdesk from its package to register the links, or use a web page.",
  register: "Open links with this Certdesk",
  registering: "Registering…",
  registered: "certdesk:// links open this Certdesk",
  unregister: "Stop opening links",
  unregistering: "Removing…",
  unregistered: "certdesk:// links no longer open this Certdesk",
  unregisterNote: "This Certdesk wasn’t installed from a package, so the entry stays until you remove it here or with certdesk --unregister-links.",

  actsApp: [signIn, html`Choose <em>Allow</em>.`, html`When the browser asks whether to open Certdesk, open it.`],
  /** @param {string} host @param {boolean} practice */
  actsPage: (host, practice) => [signIn, html`Choose <em>Allow</em>.`, practice ? html`The practice account shows the page <span class="mono">${host}</span>. Copy the address in the box.` : html`The browser opens your page at <span class="mono">${host}</span>. Copy the address that it shows. It’s the same in every browser.`],

  browsers: "If Certdesk doesn’t open",
  /** @type {[string, string][]} */
  each: [
    ["Chrome, Edge", "Choose Open Certdesk. If you cancel, or no program opens the link, the tab stays on NetSuite’s page. Its address doesn’t contain the answer, so there’s nothing to copy."],
    ["Firefox", "Choose Open Link. If no program opens the link, Firefox says “The address wasn’t understood”. Copy the address only if it begins with certdesk://."],
    ["Safari", "Choose Allow. If Certdesk doesn’t open, copy the address only if it begins with certdesk://."],
  ],
  instead: "Use a web page instead…",
  insteadBusy: "Cancelling…",

  pasteApp: "If the address bar begins with certdesk://",
  pasteAppNote: "Paste the whole address here. If the address bar still shows NetSuite, open the page again and allow once more, or use a web page.",
  pastePage: "Paste the address",
  pastePageNote: "The whole address that the page shows, also if it says that NetSuite refused.",
  pasteLabel: "Address you landed on",
  pasteAct: "Finish sign-in",
  pasting: "Asking NetSuite…",
  pasteEmpty: "Paste the address first.",
};
