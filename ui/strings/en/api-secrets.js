// @ts-check
// API secrets of a bank: names, IDs, values, who may use them, and the hour after a change.

import { day, figure, time } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { SecretDomainNote, SecretIdNote, SecretKind, SecretNameNote, SecretValueReport, VaultStore } from "../../types/ipc.d.ts" */

/** @type {Record<SecretKind, string>} */
const KINDS = { "client-id": "Client ID", "client-secret": "Client secret", preferences: "Preferences" };

export const apiSecrets = {
  title: "API secrets",
  lead: "NetSuite keeps the client ID and the client secret of a bank as two API secrets. Bank connections name them by their IDs.",
  kinds: KINDS,
  begin: {
    title: "A bank’s pair",
    bank: "Bank",
    bankHint: "As you call it. Nothing secret: the name goes into the names of the secrets.",
    account: "NetSuite account",
    accountHint: "The account ID in any form, or an address of NetSuite. A secret can be changed only in the account that made it.",
    act: "Begin",
    busy: "Saving…",
  },
  list: {
    title: "Banks",
    caption: "Banks with the state of their secrets",
    bank: "Bank",
    secrets: "Secrets",
    connections: "Bank connections",
    created: "In NetSuite",
    notCreated: "To be created",
    /** @param {number} entered @param {number} all */
    entered: (entered, all) => (all === 0 ? "None yet" : `${entered} of ${all} have the IDs`),
    /** @param {string} until */
    overlap: (until) => `Old credentials must work until ${time(until)}`,
    over: "Old credentials may go",
    /** @param {string} ends */
    ends: (ends) => `Values end on ${day(ends)}`,
  },
  unreadableTitle: "One bank cannot be shown",
  overlap: {
    /** @param {string} until */
    title: (until) => `Keep the old credentials alive until ${time(until)}`,
    /** @param {number} minutes */
    left: (minutes) => (minutes === 1 ? "1 minute left" : `${minutes} minutes left`),
    body: "NetSuite takes up to one hour to use a changed secret everywhere. Until then it may send the old or the new one, so both must work at the bank.",
    /** @param {string} at */
    changed: (at) => `${time(at)} changed`,
    /** @param {string} until */
    ends: (until) => `${time(until)} old may end`,
    /** @param {string} until */
    overTitle: (until) => `The old credentials may go since ${until}`,
    over: "The hour is over: NetSuite uses the new values. Withdraw the old credentials at the bank, then say so here.",
    withdrawn: "They are withdrawn",
    told: "The hour is over. The old credentials may go.",
    done: "Noted",
  },
  change: {
    title: "When the bank gives new credentials",
    body: "Ask the bank to let old and new credentials work side by side. Then edit both secrets in NetSuite and save the new values. From that moment old and new ones must both work for one hour.",
    act: "The new values are saved in NetSuite",
    again: "Begin the hour again",
    busy: "Saving…",
  },
  card: {
    created: "In NetSuite",
    notCreated: "Not created yet",
    name: "Name",
    nameHint: "Others can read it: nothing secret here.",
    id: "ID",
    idHint: "Small letters, digits and underscores. NetSuite puts custsecret in front.",
    save: "Save name and ID",
    saving: "Saving…",
    savedToast: "Saved",
    endsOn: "Ends on",
    endsHint: "The day from which the bank refuses the value, if it gave one. In any form.",
    endsSave: "Save date",
    /** @param {number} left */
    left: (left) => (left < 0 ? "The day has passed: the bank may refuse the value." : left === 0 ? "Ends today." : left === 1 ? "1 day left." : `${figure(left)} days left.`),
    whole: "Enter this ID on the bank connection",
    wholePreferences: "ID of the preferences secret",
    tick: "It exists in NetSuite",
  },
  notes: {
    /** @param {SecretIdNote} note @returns {{ tone: "danger" | "warn", text: string, proposal: string | null }} */
    id(note) {
      const proposal = "proposal" in note ? note.proposal : null;
      /** @param {string} text */
      const danger = (text) => ({ tone: /** @type {const} */ ("danger"), text, proposal });
      switch (note.kind) {
        case "empty":
          return danger("An ID is missing.");
        case "prefixed":
          return danger("NetSuite adds custsecret itself: with it twice nobody would find the secret.");
        case "no-underscore":
          return danger("Begin with an underscore, so that custsecret and the rest can be told apart.");
        case "blank":
          return danger("Blanks are not allowed.");
        case "capital":
          return danger("Use small letters: NetSuite does not document what it makes of capitals.");
        case "special":
          return danger(`Not allowed: ${note.characters}`);
        case "no-name":
          return danger("Underscores alone name nothing.");
        case "taken":
          return danger(`A secret of ${note.bank} has this ID already. An ID exists once in an account.`);
        case "long":
          return { tone: "warn", text: `${figure(note.length)} characters. How long an ID may be is not documented; a shorter one is safer.`, proposal: null };
      }
    },
    /** @param {string} proposal */
    use: (proposal) => `Use ${proposal}`,
    fits: "This ID fits the rules.",
    /** @param {SecretNameNote} note @returns {{ tone: "danger" | "warn", text: string }} */
    name(note) {
      switch (note.kind) {
        case "empty":
          return { tone: "danger", text: "A name is missing." };
        case "word":
          return { tone: "warn", text: `“${note.word}” often stands before something that nobody should read. Keep it out of the name.` };
        case "number":
          return { tone: "warn", text: "This looks like an account number. Others can read the name." };
        case "mail":
          return { tone: "warn", text: "This is a mail address. Others can read the name." };
        case "value":
          return { tone: "warn", text: "A part of it looks like a key or a password. Others can read the name." };
      }
    },
    /** @param {SecretDomainNote} note */
    domain: (note) => `${note.entered} is not a domain${note.proposal ? `; meant is ${note.proposal}` : ""}. An invalid domain keeps NetSuite from sending.`,
  },
  value: {
    title: "Value",
    lead: "Only to check it, to make a file of it or to keep it. It stays in memory and is let go when you leave this page.",
    value: "Value from the bank",
    again: "The same again",
    show: "Show what I enter",
    check: "Check",
    checking: "Checking…",
    fromFile: "From a file…",
    choosing: "Reading…",
    heldTitle: "The value is in memory",
    /** @param {SecretValueReport} report */
    size: (report) => `${figure(report.characters)} ${report.characters === 1 ? "character" : "characters"} in ${report.lines === 1 ? "one line" : `${figure(report.lines)} lines`}. NetSuite takes up to 1,000,000 characters.`,
    oneLine: "One line: enter it in NetSuite under Password and Confirm Password, or load it from a file.",
    manyLines: "Several lines: NetSuite takes them only from a file. Save one here and load it there.",
    blank: "There is a blank or a line break at the beginning or the end. It counts as a part of the value: make sure that the bank means it.",
    invisible: "There is a character in it that cannot be seen, as chats and mail programs slip in. Copy the value anew.",
    save: "Save to a file…",
    saving: "Saving…",
    saved: "The file is saved",
    /** @param {string} when @param {string} path */
    savedAt: (when, path) => `Saved ${when} for you alone: ${path}. Delete it once NetSuite has the value.`,
    keep: "Keep it in the keychain",
    keepFiles: "Keep it in the key files",
    keeping: "Keeping…",
    kept: "The value is kept",
    /** @param {string} store */
    keptIn: (store) => `Its value is kept in ${store}.`,
    saveKept: "Save the kept value to a file…",
    remove: "Delete it there",
    removing: "Deleting…",
    removed: "Deleted",
    forget: "Let it go",
    forgotten: "The value is not in memory any more",
    full: "The value does not fit into the keychain of this computer. Save it to a file, or keep it where the bank’s documents are.",
    never: "Never shown again by NetSuite: who loses it asks the bank for another.",
  },
  netsuite: {
    title: "Create them in NetSuite",
    needs: html`Needs the permission <em>Secrets Management</em>: <em>Create</em> to make them, <em>View</em> and <em>Edit</em> reach one’s own only, <em>Full</em> reaches all.`,
    fields: html`For each secret enter <em>Name</em> and <em>ID</em> as above, the value under <em>Password</em> and <em>Confirm Password</em>, or load it from a file. <em>Expiration Warning</em> and <em>Description</em> may stay empty. Name, ID and Description can be read by others.`,
    expiration: html`<em>Expiration Warning</em> is worth setting where the bank ends its credentials on a day.`,
    choicesTitle: "Who and what may use them",
    choicesLead: "Choose once, for both secrets. It is written down here, so that it is the same when they are replaced.",
    owners: "Owners",
    ownersHint: "Who may change them beside whoever made them. If only the author is an owner, nobody else can when that person is away, except with Secrets Management at Full.",
    suiteApp: "Available to SuiteApp",
    suiteAppNote: "Only for those who make a SuiteApp. Then exactly one SuiteApp ID is named, and the secret is given to every account that has this SuiteApp. The ID of a shared secret can never be used again once it is deleted.",
    suiteAppId: "SuiteApp ID",
    test: "Allow on Test Accounts",
    testNote: "NetSuite warns here that the secret is distributed to every account that has the SuiteApp.",
    employees: "Restrict to Employees",
    employeesHint: "Empty means no restriction. Offered where Available to SuiteApp is not ticked.",
    scripts: "Scripts",
    allScripts: "Allow For All Scripts",
    allScriptsNote: "Every SuiteScript 2.x of the account can use the value, also one that is added later.",
    someScripts: "Restrict To Scripts",
    someScriptsNote: "Only the scripts named here. The safer choice where the bank’s own script is known.",
    domains: "Domains",
    allDomains: "Allow For All Domains",
    allDomainsNote: "The value can be sent anywhere.",
    someDomains: "Restrict To Domains",
    someDomainsNote: "Only to these, over HTTPS and SFTP. A wrong domain keeps NetSuite from sending.",
    domainsHint: "One a line, without https:// and without a path.",
    save: "Save the choices",
    saving: "Saving…",
    saved: "The choices are saved",
  },
  connections: {
    title: "Bank connections",
    lead: "On each bank connection of this bank enter the two IDs, not the values. All connections of one bank may share the pair.",
    add: "Name of a bank connection",
    addHint: "As NetSuite shows it.",
    addAct: "Add",
    adding: "Adding…",
    entered: "The IDs are entered",
    remove: "Remove",
    none: "None yet",
  },
  brazil: {
    title: "Banks in Brazil",
    needed: "This is a bank in Brazil that needs the preferences secret",
    lead: html`Its settings take <code>BB_APP_KEY</code> as plain text and <code>BB_API_CLIENT_ID</code> as the ID of the secret. Besides the pair there is one secret for the preferences, with a password of 32 characters.`,
    warnTitle: "This password must never change",
    warn: "With another password the data that was saved with it is lost. Keep it where it survives you, this computer and this account.",
  },
  remove: {
    act: "Forget this bank",
    /** @param {string} bank */
    title: (bank) => `Forget ${bank}?`,
    body: "Names, choices and the hour that runs are deleted from this computer, and values that are kept for this bank as well. Nothing changes in NetSuite or at the bank.",
    done: "Forgotten",
  },
  /** @type {Record<VaultStore, string>} */
  stores: { "secret-service": "the keyring of this computer", "macos-keychain": "the macOS Keychain", "windows-credential-manager": "the Windows Credential Manager", "key-files": "the key files under their passphrase" },
};
