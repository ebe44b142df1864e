// @ts-check
// Who a connection acts as: what NetSuite says, beside what step 3 expects.

import { html } from "../../lib/html.js";

export const identity = {
  /** A name that NetSuite gave. @param {string} name @param {string} id */
  named: (name, id) => `${name} (${id})`,
  /** @param {string} id */
  unnamed: (id) => `Internal ID ${id}`,
  /** @param {string} name */
  expected: (name) => `Step 3 expects ${name}`,
  /** @param {string} name */
  notSaid: (name) => `Expected: ${name}. No token has shown it yet.`,
  /** @param {string} name */
  unnamedExpected: (name) => `Step 3 expects ${name}. NetSuite hasn’t named this ID here, so they aren’t compared.`,
  unnamedNote: "NetSuite hasn’t named this ID here.",
  agrees: "As step 3 expects",
  administrator: "Full access to the account",
  titles: {
    administrator: "It acts as Administrator",
    both: "It acts as another user and role than expected",
    entity: "It acts as another user than expected",
    role: "It acts in another role than expected",
  },
  administratorBody: "Whoever has this private key can do everything in the account. Oracle advises against it: create a role of its own, and a new certificate for it.",
  /** @param {string} side @param {string} given @param {string} expected */
  differs: (side, given, expected) => html`${side}: NetSuite says <strong>${given}</strong>, step 3 expects <strong>${expected}</strong>.`,
  differsBody: "If NetSuite is right, correct step 3. If step 3 is right, create a new certificate and upload it for the right user and role: a mapping can’t be changed.",
  sides: { entity: "User", role: "Role" },
  correct: "Correct step 3",
  another: "Create a new certificate",
  look: "Look up names in NetSuite",
  looking: "Asking NetSuite…",
  lookNote: "NetSuite’s list of certificates names users and roles.",
};

/** A message for the administrator who uploads by hand. */
export const request = {
  title: "Ask the administrator",
  note: "What to do, where, with which values, the certificate, and what to send back. Nothing in it is secret.",
  copy: "Copy message for the administrator",
  copying: "Copying…",
  copied: "Message copied",
  save: "Save as a page…",
  saving: "Saving…",
  pageNote: "The page carries the certificate and checks the Certificate ID before it’s sent back, without a network.",
  /** @param {string} path */
  saved: (path) => `Page saved as ${path}`,
  vendor: {
    title: "Have an administrator upload a vendor’s certificate",
    lead: "No sign-in needed. Choose the file that the vendor sent, then send the administrator the message.",
    choose: "Choose the vendor’s certificate…",
    chooseOther: "Choose another file…",
    choosing: "Choosing…",
    expected: "Certificate ID to expect",
    name: "Vendor",
    entity: "User it acts as",
    role: "Role",
    hint: "As on NetSuite’s page.",
    missing: "Enter a name.",
  },
};
