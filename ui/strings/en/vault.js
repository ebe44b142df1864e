// @ts-check
// The vault: what state it is in and what to do about it.

import { html } from "../../lib/html.js";

/** @import { VaultStatus, VaultStore } from "../../types/ipc.d.ts" */

/** @type {Record<VaultStore, string>} */
const STORES = {
  "secret-service": "System keyring, this computer",
  "macos-keychain": "macOS Keychain, this computer",
  "windows-credential-manager": "Windows Credential Manager",
  "key-files": "Key files with a passphrase",
};

export const vault = {
  /** @param {VaultStatus} status @returns {{ title: string, note: string }} */
  rail(status) {
    switch (status.state) {
      case "checking":
        return { title: "Keychain", note: "Being tried…" };
      case "ready":
        return { title: status.store === "key-files" ? "Key files open" : "Keychain unlocked", note: STORES[status.store] };
      case "missing":
        return { title: "No keychain", note: "Keys cannot be kept yet" };
      case "locked":
        return { title: "Keychain locked", note: "Unlock it to use keys" };
      case "broken":
        return { title: "Keychain does not work", note: "Keys cannot be kept yet" };
      case "key-files-locked":
        return { title: "Key files closed", note: "The passphrase opens them" };
    }
  },
  /** @param {Exclude<VaultStatus, { state: "ready" | "checking" }>} status */
  title(status) {
    switch (status.state) {
      case "missing":
        return "There is no keychain on this computer yet";
      case "locked":
        return "The keychain is locked";
      case "broken":
        return "The keychain does not give back what it was given";
      case "key-files-locked":
        return "The key files are closed";
    }
  },
  lead: "Private keys are kept in the keychain and nowhere else. Until it works, no key can be made or used; everything else can.",
  sessionBus: html`The session bus is missing, over which a keyring is reached. On Debian and Ubuntu install <code>dbus-user-session</code> and <code>gnome-keyring</code>, then sign out and in again:`,
  sessionBusCommand: "sudo apt install dbus-user-session gnome-keyring",
  secretService: html`No keyring program answers. On Debian and Ubuntu install <code>gnome-keyring</code>, then sign out and in again:`,
  secretServiceCommand: "sudo apt install gnome-keyring",
  collection: html`A keyring program runs, but it has no default keyring. Open <em>Passwords and Keys</em> (on Debian and Ubuntu the package <code>seahorse</code>), create a keyring and set it as default:`,
  collectionCommand: "sudo apt install seahorse",
  locked: "Unlock it with your sign-in password: the system asks when you check again. If it does not ask, sign out and in.",
  broken: "A test entry was written and read back, and the two differ or the reading failed. Restart the keychain or sign out and in.",
  /** @param {string} detail */
  detail: (detail) => `The system says: ${detail}`,
  keyFilesLocked: "Enter the passphrase that you chose for them. It is kept in memory until Certdesk is closed.",
  command: "Command",
  check: "Check again",
  checking: "Checking…",
  useFiles: "Use key files with a passphrase…",
  openFiles: "Enter the passphrase…",
  where: "Where private keys are",
  files: {
    titleNew: "Keep keys as files with a passphrase?",
    titleOpen: "Open the key files",
    body: "Each private key becomes a file in Certdesk’s data folder, encrypted with this passphrase (PKCS#8, scrypt, AES-256). Nobody can bring the passphrase back: without it the keys are lost and new certificates must be uploaded.",
    folder: "Data folder",
    passphrase: "Passphrase",
    again: "The same again",
    hint: "At least 12 characters.",
    short: "At least 12 characters are needed.",
    differ: "The two do not match.",
    actNew: "Use key files",
    actOpen: "Open key files",
    busy: "Opening…",
  },
};
