// @ts-check
// Secret stores: the private key goes there through your own command-line tool.

import { breakable, list } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { PlaceField, SecretStore, ToolStep } from "../../types/ipc.d.ts" */

/** @type {Record<SecretStore, string>} */
const label = {
  vault: "HashiCorp Vault",
  "open-bao": "OpenBao",
  "azure-key-vault": "Azure Key Vault",
  "aws-secrets-manager": "AWS Secrets Manager",
  "one-password": "1Password",
};

export const secretStores = {
  label,
  title: "Store private key in a secret store",
  lead: "Certdesk gives the private key to a secret store through your own command-line tool, reads it back, and compares it.",
  /** @param {string} path */
  tool: (path) => html`<span class="mono">${breakable(path)}</span>`,
  none: "No command-line tool found",
  noneBody: "Install vault, bao, az, aws, or op, sign in with it, then open this page again.",
  noneWindows: "On Windows, Certdesk doesn’t offer az and aws: there, they accept a secret only as an argument or a file.",
  store: "Secret store",
  place: "Location",
  certificate: "Certificate",
  format: "Format",
  /** @param {string} store */
  leaves: (store) => `The private key leaves this computer. Anyone who can read this secret in ${store} can act as this user in NetSuite.`,
  /** @param {string} store */
  stays: (store) => `The original stays in ${store}.`,
  signIn: "The tool uses your sign-in. It gets the key on standard input, not as an argument or a file.",
  /** @type {Record<PlaceField, string>} */
  fields: {
    address: "Server address",
    namespace: "Namespace (optional)",
    mount: "Mount path of the KV version 2 engine",
    path: "Secret path",
    field: "Field",
    "vault-name": "Vault",
    "secret-name": "Secret name",
    region: "Region",
    profile: "Profile (optional)",
    title: "Title",
  },
  hints: {
    address: "For example https://vault.example.com:8200",
    field: "Other fields of the secret don’t change.",
    azureVault: "The name of the key vault, not its address.",
    onePasswordVault: "Its name or ID, as op vault list shows it.",
    region: "For example us-east-1",
    title: "1Password saves the key as a document with this title.",
  },
  /** @type {Record<PlaceField, string>} */
  rules: {
    address: "Enter an https:// address without a user name. http:// works for this computer only.",
    namespace: "Use letters, digits, hyphens, underscores, and periods, with slashes between names.",
    mount: "Use letters, digits, hyphens, underscores, and periods, with slashes between names.",
    path: "Use letters, digits, hyphens, underscores, and periods, with slashes between names.",
    field: "Use letters, digits, hyphens, underscores, and periods.",
    "vault-name": "Enter the vault’s name as the store shows it. If it contains special characters, enter the vault’s ID if it has one.",
    "secret-name": "Use letters, digits, and hyphens. AWS also accepts / _ + = . @",
    region: "Enter a region code, such as us-east-1.",
    profile: "Use letters, digits, and - _ . @ +",
    title: "Start with a letter or digit. Spaces and - _ . , ( ) are also accepted.",
  },
  missing: "Enter a value.",
  preview: "Show commands",
  /** @param {string} store */
  checking: (store) => `Checking ${store}…`,
  previewNote: "Certdesk checks what’s stored there first. This sends no key. The tool may ask you to confirm.",
  commands: "Commands",
  commandsNote: "Certdesk runs exactly these, in this order.",
  /** @type {Record<ToolStep, string>} */
  steps: {
    settings: "Check that the tool doesn’t record what it sends",
    look: "Check what’s stored there",
    store: "Store the private key, read from standard input",
    "read-back": "Read the key back, to compare it here",
  },
  command: "Command",
  nothing: "Nothing is stored there yet",
  /** @param {string} version */
  version: (version) => (version ? html`Version <span class="mono">${breakable(version)}</span> is stored there` : "A secret without a value is stored there"),
  /** @param {string} version */
  deletedVersion: (version) => html`The current version <span class="mono">${version}</span> is deleted`,
  versionBody: "The key becomes a new version. Programs that read the current version get this key from then on; earlier versions stay in the store.",
  addVersion: "Add a new version",
  addVersionMissing: "Check this box to store the key as a new version.",
  taken: "This name is already in use",
  takenTitle: "1Password keeps no earlier versions of a document, so Certdesk doesn’t replace it. Choose another title.",
  takenDeletion: "The secret is scheduled for deletion. Restore it in AWS, or choose another name.",
  put: "Store private key",
  putVersion: "Store new version",
  /** @param {string} store */
  putting: (store) => `Storing in ${store}…`,
  change: "Change location",
  message: "Message from the tool",
  done: "Stored, read back, and compared: the same key",
  /** @param {string} label */
  doneNext: (label) => `Give ${label} access to this secret. If you also saved the key as a file, delete the file.`,
  again: "Store somewhere else",
  open: "Open connection",
  /** @param {SecretStore[]} stores */
  linkNote: (stores) => `Give the private key to a secret store through your own command-line tool. On this computer: ${list(stores.map((store) => label[store]))}.`,
  link: "Store in a secret store…",
};
