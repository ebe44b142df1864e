// @ts-check
// Help: each secret, where Certdesk keeps its data, the glossary, and the keyboard shortcuts.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { PlaceKind } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @typedef {{ name: string, id: string, purpose: Part, seen: Part, lost: Part, kept: (store: string) => Part }} SecretHelp */

export const help = {
  title: "Help",
  lead: "Works offline.",
  search: "Search Help",
  /** @param {number} count */
  found: (count) => (count === 0 ? "No matches in Help" : plural(count, { one: "{count} entry matches", other: "{count} entries match" })),
  secretsTitle: "Secrets",
  secretsLead: "What each is for, who can see it, and what to do if it’s lost.",
  questions: { purpose: "Purpose", seen: "Who can see it", lost: "If it’s lost or leaked", kept: "Where it’s kept" },
  /** @type {SecretHelp[]} */
  secrets: [
    {
      id: "private-key",
      name: "Private key",
      purpose: "Signs token requests. Anyone who has it can get tokens until you revoke the certificate or it expires.",
      seen: "Only the target system you give it to. NetSuite gets the certificate, never the key.",
      lost: "A lost key can’t be recovered: create a new key pair. If the key leaked, open the connection and choose “Report a leaked key”.",
      kept: (store) => `In ${store}, and in the files and secret stores that its connection lists.`,
    },
    {
      id: "passphrase",
      name: "Passphrase of key files",
      purpose: "Decrypts the key files that Certdesk uses on a computer without a keychain.",
      seen: "Nobody. Certdesk keeps it in memory and asks for it at each start.",
      lost: "The keys in the files can’t be recovered: create new key pairs. If someone has the passphrase and the files, treat every key as leaked.",
      kept: () => "Nowhere. Keep it in your password manager.",
    },
    {
      id: "client-secret",
      name: "Client Secret (Consumer Secret)",
      purpose: "Authenticates a confidential client in a browser sign-in. Token requests with a certificate don’t need it.",
      seen: "Whoever saved the integration record saw it once. NetSuite never shows it again.",
      lost: html`Sign in as a public client instead, if the record allows it. <em>Reset Credentials</em> also changes the Consumer Key, so every connection that uses this record stops working.`,
      kept: (store) => `In ${store}, once you enter it. You can delete it on the sign-in page.`,
    },
    {
      id: "refresh-token",
      name: "Refresh token",
      purpose: "Renews a browser sign-in, if you chose to stay signed in.",
      seen: "Nobody. Certdesk stores it as soon as NetSuite sends it.",
      lost: "Sign in again. If it leaked, end the sign-in in Certdesk and have an administrator revoke the authorization in NetSuite.",
      kept: (store) => `In ${store}.`,
    },
    {
      id: "access-token",
      name: "Access token",
      purpose: "Gives access to NetSuite’s APIs for up to 60 minutes.",
      seen: "Nobody. Certdesk shows its contents, never the token itself.",
      lost: "Request another one. NetSuite doesn’t document whether revoking a certificate ends its tokens: assume they work until they expire.",
      kept: () => "In memory only.",
    },
    {
      id: "api-secrets",
      name: "API secrets of banks",
      purpose: "NetSuite sends them to the bank to authenticate.",
      seen: "Others in NetSuite can read Name, ID, and Description, never the value. Its restrictions decide which scripts can use it.",
      lost: "Get new ones from the bank, change both secrets in NetSuite, and keep the old ones active for an hour. For Brazilian banks, never change the preferences password: NetSuite loses data if you do.",
      kept: (store) => `In memory while its page is open, and in ${store} or a file if you choose.`,
    },
    {
      id: "files",
      name: "Exported files",
      purpose: html`<code>private.pem</code> and the files for API secrets and SuiteProjects Pro carry a secret to another system. <code>public.pem</code> isn’t secret.`,
      seen: "You, and anyone who can read your files or backups. A private key saved with a passphrase is encrypted.",
      lost: "Export it again while its key is in the keychain. If a private key leaked, replace it.",
      kept: () => "Where you saved them. Delete them once the other system has the values.",
    },
  ],
  glossaryTitle: "Glossary",
  /** @type {[term: string, meaning: Part][]} */
  glossary: [
    ["Access token", "Authorizes a system’s requests to NetSuite for up to 60 minutes."],
    ["Account ID", html`For example <code>1234567</code>, or <code>1234567_SB1</code> for a sandbox. URLs use <code>1234567-sb1</code>.`],
    ["API secret", html`A value NetSuite stores for scripts and bank connections. Its ID starts with <code>custsecret</code>.`],
    ["Application ID", "Another ID of an integration record, with hyphens. Token requests don’t use it."],
    ["Bundle", "Customizations installed together. Two bundle versions decide how the SuiteProjects Pro record is created."],
    ["Certificate", "States who owns a public key and until when. It isn’t secret."],
    ["Certificate ID", "43 characters that identify an uploaded certificate. Certdesk calculates it in advance."],
    ["Client assertion", "A statement signed with the private key, sent with each token request. Certdesk’s expire after five minutes."],
    ["Client credentials (M2M)", "The OAuth 2.0 grant that gives a system tokens without a person signing in."],
    ["Confidential client", "A client that uses a Client Secret when a person signs in."],
    ["Consumer Key", "The Client ID of an integration record: 64 characters, shown once after the first save."],
    ["Digital certificate", html`A certificate with its private key that NetSuite itself signs with, under <em>Setup &gt; Company &gt; Certificates</em>. Its ID starts with <code>custcertificate</code>.`],
    ["Entity", "The NetSuite user a system acts as."],
    ["Health check", "The SuiteProjects Pro page that checks its NetSuite integration."],
    ["Integration record", "Represents the connecting system in NetSuite, with its Consumer Key, grants, and scopes."],
    ["Login Audit Trail", "NetSuite’s list of sign-ins. Its Detail column shows why a token was refused."],
    ["Mapping", "Links a certificate to an entity, role, and integration record. A record can have up to five active ones."],
    ["PEM", "A text file with a key or certificate between lines of dashes."],
    ["PKCE", "Protects a browser sign-in, so only Certdesk can use the response."],
    ["PS256, ES256", "Signing algorithms: PS256 for RSA keys, ES256 for EC keys on curve P-256."],
    ["Public client", "A client that signs in without a Client Secret, protected by PKCE."],
    ["Release Preview", html`A copy of an account for testing the next release. Its ID ends with <code>_RP</code>.`],
    ["Rotation", "Replacing a certificate before it expires. The old one keeps working until you switch."],
    ["Sandbox refresh", "Copies production into a sandbox and deletes the sandbox’s mappings."],
    ["Scope", "Which APIs a token can use: RESTlets, REST web services, SuiteAnalytics Connect."],
    ["Thumbprint", "The SHA-256 hash of a certificate. The Certificate ID is this hash in Base64url."],
  ],
  placesTitle: "Where Certdesk keeps data",
  placesLead: "Certdesk sends data only to NetSuite, and a private key to a secret store only if you choose one.",
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
    "tba-plans": "Plans to move from TBA",
    removed: "Removed connections",
    "key-files": "Key files",
    practice: "Practice account",
    "web-view": "Theme, window, web view",
  },
  notYet: "Not created yet",
  pathNamed: "the path",
  keychain: "Keys and secrets",
  /** @param {string} store */
  keychainIn: (store) => `In ${store}, in entries named Certdesk.`,
  noKeychain: "The keychain isn’t available.",
  backupTitle: "Backup",
  backup: "A copy of these folders isn’t a backup: the keys are in the keychain. Use a backup file to move to another computer.",
  keysTitle: "Keyboard shortcuts",
  keysLead: "Everything works without a mouse.",
  /** @param {string} command Ctrl, or the key of a Mac @returns {[keys: string[], does: string][]} */
  keys: (command) => [
    [[command, "K"], "Go to a client, account, ID, audit code, or page; paste an error to find its cause"],
    [[command, "F"], "Search the screen, if it has a search field"],
    [[command, "N"], "Set up a connection"],
    [["F1"], "Open Help"],
    [["Tab"], "Next control; with Shift, the previous one. The first Tab lets you skip the navigation."],
    [["Enter"], "Press a button, follow a link, submit a form"],
    [["Space"], "Check a box, press a button, open details"],
    [["↑", "↓"], "Choose an option"],
    [["Esc"], "Close a dialog without changes"],
  ],
};
