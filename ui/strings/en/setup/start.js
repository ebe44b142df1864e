// @ts-check
// The start of a setup: a new connection, or a key that exists already.

export const newConnection = {
  title: "Set up a connection",
  titlePractice: "Set up a practice connection",
  lead: "Eight guided steps to a working token. You can leave at any time.",
  leadPractice: "The same eight steps with a simulated NetSuite account on this computer.",
  name: "Client",
  hint: "Used as the name of the connection and in the certificate.",
  create: "Start setup",
  creating: "Starting…",
  steps: "Steps",
};

export const bring = {
  title: "Import an existing key",
  lead: "Choose a private key and the certificate that NetSuite already has. Certdesk saves the key in the keychain and leaves your files unchanged.",
  choose: "Choose files…",
  chooseOthers: "Choose other files…",
  choosing: "Choosing…",
  chooseNote: "Choose both at once: .pem, .cer, .crt, or .key.",
  files: "Chosen files",
  file: "File",
  what: "Content",
  passphrase: "Private key passphrase",
  passphraseHint: "Used once, not saved.",
  unlock: "Open private key",
  unlocking: "Opening…",
  problems: "Problems",
  pair: "Key and certificate match",
  keyType: "Key",
  certificateId: "Certificate ID",
  subject: "Subject (common name)",
  validUntil: "Valid until",
  name: "Client",
  nameHint: "Used as the name of the connection.",
  import: "Import key",
  importing: "Importing…",
  after: "Next you’ll enter the target system, account, and Client ID, then request a token.",
  kept: "Key saved in the keychain",
  noVault: "To import a key, set up or unlock the keychain.",
};
