// @ts-check
// The beginning of a set-up: a new connection, or a key that exists already.

export const newConnection = {
  title: "Set up a connection",
  titlePractice: "Set up a practice connection",
  lead: "From nothing to a proven token in eight steps. You can leave at any time.",
  leadPractice: "The same eight steps against a stand-in for NetSuite on this computer. Nothing leaves the machine.",
  name: "Client",
  hint: "As you call them. It names the connection and the certificate.",
  create: "Begin",
  creating: "Beginning…",
  steps: "What comes",
};

export const bring = {
  title: "Bring an existing key",
  lead: "A private key and the certificate that NetSuite already has. Certdesk checks that they belong together and keeps the key in the keychain; your files stay where they are.",
  choose: "Choose files…",
  chooseOthers: "Choose other files…",
  choosing: "Choosing…",
  chooseNote: "Both at once: .pem, .cer, .crt, .key. Contents decide, not the name.",
  files: "What the files are",
  file: "File",
  what: "What it is",
  passphrase: "Passphrase of the private key",
  passphraseHint: "It is used once to open the key and not kept.",
  unlock: "Open the key",
  unlocking: "Opening…",
  problems: "What stands in the way",
  pair: "Key and certificate belong together",
  keyType: "Key",
  certificateId: "Certificate ID",
  subject: "Name in the certificate",
  validUntil: "Valid until",
  name: "Client",
  nameHint: "As you call them. It names the connection.",
  import: "Keep this key",
  importing: "Keeping it…",
  after: "Then the set-up asks for the system, the account and the Client ID, and proves the pair with a token.",
  kept: "The key is in the keychain, your files are where they were",
  noVault: "A key can be kept once the keychain is ready.",
};
