// @ts-check
// The vault: what state it is in and what to do about it.

import { html } from "../../lib/html.js";

/** @import { VaultStatus, VaultStore } from "../../types/ipc.d.ts" */

/** @type {Record<VaultStore, string>} */
const STORES = {
  "secret-service": "On this computer",
  "macos-keychain": "macOS Keychain",
  "windows-credential-manager": "Windows Credential Manager",
  "key-files": "Encrypted on this computer",
};

export const vault = {
  /** @param {VaultStatus} status @returns {{ title: string, note: string }} */
  rail(status) {
    switch (status.state) {
      case "checking":
        return { title: "Keychain", note: "Checking…" };
      case "ready":
        return { title: status.store === "key-files" ? "Key files unlocked" : "Keychain unlocked", note: STORES[status.store] };
      case "missing":
        return { title: "No keychain", note: "Keys can’t be stored yet" };
      case "locked":
        return { title: "Keychain locked", note: "Unlock it to use keys" };
      case "broken":
        return { title: "Keychain not working", note: "Keys can’t be stored yet" };
      case "key-files-locked":
        return { title: "Key files locked", note: "Enter the passphrase" };
    }
  },
  /** @param {Exclude<VaultStatus, { state: "ready" | "checking" }>} status */
  title(status) {
    switch (status.state) {
      case "missing":
        return "Certdesk can’t find a keychain on this computer";
      case "locked":
        return "The keychain is locked";
      case "broken":
        return "The keychain isn’t working";
      case "key-files-locked":
        return "The key files are locked";
    }
  },
  lead: "You can’t create or use private keys right now. Everything else works.",
  sessionBus: "The session bus is missing, so Certdesk can’t reach a keychain. On Debian or Ubuntu, run this command, then sign out and back in:",
  sessionBusCommand: "sudo apt install dbus-user-session gnome-keyring",
  secretService: "No keychain program responds. On Debian or Ubuntu, run this command, then sign out and back in:",
  secretServiceCommand: "sudo apt install gnome-keyring",
  collection: html`The keychain program has no default keyring. Create one in <em>Passwords and Keys</em>, and set it as the default. To install that app on Debian or Ubuntu, run this command:`,
  collectionCommand: "sudo apt install seahorse",
  locked: "Click Check again and enter your sign-in password. If the system doesn’t ask for it, sign out and back in.",
  broken: "Certdesk couldn’t save a test entry and read it back. Restart the keychain, or sign out and back in.",
  /** @param {string} detail */
  detail: (detail) => `System message: ${detail}`,
  keyFilesLocked: "Certdesk keeps the passphrase in memory until you close the app.",
  command: "Command",
  check: "Check again",
  checking: "Checking…",
  useFiles: "Use encrypted key files…",
  openFiles: "Enter passphrase…",
  files: {
    titleNew: "Store keys in encrypted files?",
    titleOpen: "Unlock key files",
    body: "Certdesk saves each private key in its data folder, encrypted with this passphrase (PKCS#8, scrypt, AES-256). If you lose the passphrase, you lose the keys and need new certificates.",
    folder: "Data folder",
    passphrase: "Passphrase",
    again: "Confirm passphrase",
    hint: "At least 12 characters.",
    short: "This passphrase is too short.",
    differ: "The passphrases don’t match.",
    actNew: "Use key files",
    actOpen: "Unlock key files",
    busy: "Unlocking…",
  },
};
