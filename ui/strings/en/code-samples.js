// @ts-check
// Sample code: a program that requests a token with a connection's values.

import { html } from "../../lib/html.js";
import { breakable } from "../../lib/format.js";

export const codeSamples = {
  title: "Sample code",
  lead: "A complete program with the values of this connection: it requests an access token, then reads how NetSuite describes customer records. It changes nothing.",
  leadTokenOnly: "A complete program with the values of this connection: it requests an access token. It makes no call, because the token isn’t for REST web services.",
  language: "Language",
  needs: "Requirements",
  key: "Private key",
  /** @param {string} path */
  keySaved: (path) => html`The program reads the private key from <span class="mono">${breakable(path)}</span>. If you move the file, change the path in the program.`,
  keyNotSaved: html`The program reads the private key from <span class="mono">private.pem</span> in the folder where you run it. Save the key there as unencrypted PKCS#8, or change the path in the program.`,
  keyNotInside: "The private key isn’t part of the program, so you can share it. Keep the key file out of source control.",
  saveKey: "Save private.pem…",
  install: "Install",
  program: "Program",
  save: "Save as file…",
  saving: "Saving…",
  /** @param {string} path */
  saved: (path) => `Saved as ${path}`,
  run: "Run",
  sources: "Documentation",
  tested: "Certdesk’s automated tests run this program against the practice account.",
  untested: "Certdesk’s automated tests check this program’s syntax but don’t run it.",
  source: "Documentation link",
  linkTitle: "Building your own program?",
  linkNote: "Get working code with the values of this connection, in your language.",
  link: "Show sample code",
};
