// @ts-check
// Help: the four questions for each secret, the words of the field, and where things lie.

import { html } from "../../lib/html.js";

/** @import { PlaceKind } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @typedef {{ name: string, id: string, purpose: Part, seen: Part, lost: Part, kept: (store: string) => Part }} SecretHelp */

export const help = {
  title: "Help",
  lead: "All of it is on this computer and works without a network.",
  search: "Search Help",
  /** @param {number} count */
  found: (count) => (count === 0 ? "Nothing in Help matches." : count === 1 ? "1 entry matches" : `${count} entries match`),
  secretsTitle: "Secrets, and four questions to each",
  secretsLead: "What it is for, who can see it, what happens if it is lost, and where it is kept.",
  questions: { purpose: "What is it for?", seen: "Who can see it?", lost: "What if it is lost, or in wrong hands?", kept: "Where is it kept?" },
  /** @type {SecretHelp[]} */
  secrets: [
    {
      id: "private-key",
      name: "Private key",
      purpose: "It signs the requests for tokens. Whoever has it can sign in to NetSuite as the entity and role of the certificate, until the certificate is revoked or runs out.",
      seen: "Nobody, Certdesk’s own window included: it is made and used behind the window. NetSuite gets the certificate only, which holds the public half. The system that you hand it to sees it.",
      lost: "A lost key cannot be brought back. Make a new key and certificate; nothing else is lost. If it is in wrong hands, open the connection and choose “Report a leaked key…”.",
      kept: (store) => `In ${store}, and in every file that you saved it to. The connection names those files.`,
    },
    {
      id: "passphrase",
      name: "Passphrase of key files",
      purpose: "It opens the key files that Certdesk uses where a computer has no keychain.",
      seen: "Nobody. It is in memory while Certdesk runs, and is asked for again at the next start.",
      lost: "Nobody can bring it back, and the keys in the files are lost with it. Make new keys and certificates. If somebody has both the passphrase and the files, treat every key in them as leaked.",
      kept: () => "Nowhere. Keep it in your password manager.",
    },
    {
      id: "client-secret",
      name: "Client Secret (Consumer Secret)",
      purpose: "It proves a confidential client when a person signs in by browser. Requests for tokens with a certificate do not need it.",
      seen: "Whoever saved the integration record saw it once. NetSuite never shows it again.",
      lost: html`Do not press <em>Reset Credentials</em> lightly: it changes the Consumer Key as well, and every certificate that is mapped to it stops working. Sign in as a public client instead, where the record allows it.`,
      kept: (store) => `In ${store}, once you entered it. You can have it forgotten on the sign-in page.`,
    },
    {
      id: "refresh-token",
      name: "Refresh token",
      purpose: "It renews a sign-in by browser without asking you again, if you chose to stay signed in.",
      seen: "Nobody: it goes from NetSuite to Certdesk and from there into the keychain.",
      lost: "Sign in again. If it is in wrong hands, end the sign-in in Certdesk, and have an Administrator revoke the authorization in NetSuite.",
      kept: (store) => `In ${store}, and only if you chose to stay signed in.`,
    },
    {
      id: "access-token",
      name: "Access token",
      purpose: "It opens NetSuite’s interfaces for up to 60 minutes.",
      seen: "Nobody. Certdesk shows what is written in it, never the token itself.",
      lost: "Nothing is lost: another one is fetched. Whether tokens that were issued live on after their certificate is revoked is not documented; assume that they do, until their 60 minutes are over.",
      kept: () => "In memory only.",
    },
    {
      id: "api-secrets",
      name: "API secrets of banks",
      purpose: "NetSuite sends them to the bank to prove itself.",
      seen: "Name, ID and Description are visible to others in NetSuite; the value is never shown again, to nobody. Scripts can use it as the choices on its page allow.",
      lost: "Ask the bank for another one. Change both secrets in NetSuite and let old and new ones work side by side for an hour. The preferences password of banks in Brazil must never change: data is lost with it.",
      kept: (store) => `In memory while you are on its page. In ${store} or in a file only if you asked for it.`,
    },
    {
      id: "files",
      name: "Exported files",
      purpose: html`<code>private.pem</code> and the files made for API secrets and SuiteProjects Pro hand a secret to another system. <code>public.pem</code> holds no secret.`,
      seen: "Files with a secret are made for you alone; whoever can read your files or their backup can read them all the same. A private key saved with a passphrase is encrypted.",
      lost: "A lost file can be exported again while the key is in the keychain. A file in wrong hands is a leaked key: replace it.",
      kept: () => "Where you saved them. Delete them once the other system has what it needs; Certdesk cannot do that for you.",
    },
  ],
  glossaryTitle: "Words",
  /** @type {[term: string, meaning: Part][]} */
  glossary: [
    ["Access token", "What a system shows NetSuite with each request. Lives for up to 60 minutes."],
    ["Account ID", html`Names an account: <code>1234567</code>, a sandbox <code>1234567_SB1</code>. In addresses it is written <code>1234567-sb1</code>.`],
    ["API secret", html`A value that NetSuite keeps for scripts and bank connections. Its ID begins with <code>custsecret</code>.`],
    ["Application ID", "Another name of an integration record, with hyphens. Requests for tokens do not use it."],
    ["Bundle", "Customizations that are installed into an account as one. Its version decides how SuiteProjects Pro’s record comes into being."],
    ["Certificate", "Says to whom a public key belongs and until when. It holds no secret."],
    ["Certificate ID", "43 characters by which NetSuite names an uploaded certificate. Certdesk works it out beforehand and compares; NetSuite’s word counts."],
    ["Client assertion", "A short text, signed with the private key, that asks for a token. Valid for five minutes."],
    ["Client credentials (M2M)", "The OAuth 2.0 way by which a system fetches tokens without a person."],
    ["Confidential client", "A client that proves itself with a Client Secret when a person signs in."],
    ["Consumer Key", "The Client ID of an integration record: 64 characters, shown once after the record is first saved."],
    ["Digital certificate", html`A certificate with its private key that NetSuite itself signs with. Kept under <em>Setup &gt; Company &gt; Certificates</em>, apart from the mappings. Its ID begins with <code>custcertificate</code>.`],
    ["Entity", "The user in NetSuite as whom a system acts."],
    ["Health check", "SuiteProjects Pro’s own page that tells whether the integration with NetSuite works."],
    ["Integration record", "Stands in NetSuite for the system that connects. Has the Consumer Key and says what is allowed."],
    ["Login Audit Trail", "NetSuite’s list of sign-ins. Its column Detail tells why a token was refused."],
    ["Mapping", "Ties a certificate to an entity, a role and an integration record. Up to five are active for one record."],
    ["PEM", "A file of text with a key or certificate between lines of dashes."],
    ["PKCE", "Protects a sign-in by browser, so that its answer is of use to Certdesk only."],
    ["PS256, ES256", "Ways to sign an assertion: PS256 with an RSA key, ES256 with an EC key on the curve P-256."],
    ["Public client", "A client that signs in without a Client Secret, protected by PKCE."],
    ["Release Preview", html`A copy of an account for trying the next release. Its ID ends with <code>_RP</code>.`],
    ["Rotation", "Replacing a certificate before it runs out: the old one stays until the new one has proven itself."],
    ["Sandbox refresh", "Copies production into a sandbox. All mappings of the sandbox are gone afterwards."],
    ["Scope", "Which interfaces a token opens: RESTlets, REST web services, SuiteAnalytics Connect."],
    ["Thumbprint", "The SHA-256 of a certificate. The Certificate ID is its short form."],
  ],
  placesTitle: "Where things are on this computer",
  placesLead: "Nothing is sent to anybody but NetSuite, and that only where a step says so.",
  place: "What",
  path: "Where",
  open: "Open folder",
  opening: "Opening…",
  /** @param {string} name */
  openNamed: (name) => `: ${name}`,
  /** @type {Record<PlaceKind, string>} */
  places: {
    data: "All documents",
    connections: "Connections",
    "pro-records": "SuiteProjects Pro records",
    banks: "API secrets, without values",
    "key-files": "Key files",
    practice: "Practice account",
    "web-view": "Theme, window, web view",
  },
  notYet: "Not made yet",
  pathNamed: "the path",
  keychain: "Private keys and other secrets",
  /** @param {string} store */
  keychainIn: (store) => `In ${store}, in entries named Certdesk.`,
  noKeychain: "There is no working keychain at the moment.",
  backupTitle: "Backups",
  backup: "A copy of the documents holds no secret. It is of use only beside the keychain, or the key files and their passphrase: a document without its key cannot fetch a token. Close Certdesk before you copy or bring back documents.",
  keysTitle: "By keyboard",
  keysLead: "Everything works without a mouse.",
  /** @param {string} command Ctrl, or the key of a Mac @returns {[keys: string[], does: string][]} */
  keys: (command) => [
    [[command, "K"], "Go to any client, account, client ID, Certificate ID, audit code or page. Paste an error there to find its cause."],
    [[command, "F"], "Search this screen, where it has a search: Connections, Certificates in NetSuite, Help and others."],
    [[command, "N"], "Set up a connection."],
    [["F1"], "Help."],
    [["Tab"], "To the next control; with Shift to the one before. The first Tab on a page offers to skip the rail."],
    [["Enter"], "Presses a button, follows a link, sends the form that you are in."],
    [["Space"], "Ticks a box, presses a button, opens details."],
    [["↑", "↓"], "Chooses among options that belong together."],
    [["Esc"], "Leaves a dialog without doing anything."],
  ],
};
