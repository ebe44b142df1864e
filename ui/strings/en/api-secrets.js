// @ts-check
// API secrets of a bank: names, IDs, values, who may use them, and the hour after a change.

import { day, figure, time } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { SecretDayNote, SecretDomainNote, SecretIdNote, SecretKind, SecretNameNote, SecretsStep, SecretValueReport, VaultStore } from "../../types/ipc.d.ts" */

/** @type {Record<SecretKind, string>} */
const KINDS = { "client-id": "Client ID", "client-secret": "Client secret", preferences: "Preferences" };

export const apiSecrets = {
  title: "API secrets",
  lead: "NetSuite keeps a bank’s client ID and client secret as two API secrets. Bank connections refer to them by their IDs.",
  kinds: KINDS,
  begin: {
    title: "Add a bank",
    bank: "Bank",
    bankHint: "Part of the secrets’ names, which others can read.",
    account: "NetSuite account",
    accountHint: "The account ID in any form, or a NetSuite URL. A secret can be changed only in the account that created it.",
    act: "Add bank",
    busy: "Saving…",
  },
  list: {
    title: "Banks",
    caption: "Banks with the status of their secrets",
    bank: "Bank",
    secrets: "Secrets",
    connections: "Bank connections",
    created: "In NetSuite",
    notCreated: "To be created",
    /** @param {number} entered @param {number} all */
    entered: (entered, all) => (all === 0 ? "None yet" : `${entered} of ${all} have the IDs`),
    /** @param {string} until */
    overlap: (until) => `Old credentials must work until ${time(until)}`,
    over: "Old credentials may be withdrawn",
    /** @param {string} ends */
    ends: (ends) => `Values expire on ${day(ends)}`,
  },
  unreadableTitle: "One bank can’t be shown",
  overlap: {
    /** @param {string} until */
    title: (until) => `Keep the old credentials active until ${time(until)}`,
    /** @param {number} minutes */
    left: (minutes) => (minutes === 1 ? "1 minute left" : `${minutes} minutes left`),
    body: "NetSuite takes up to one hour to use a changed secret everywhere. Until then it may send the old or the new value, so both must work at the bank.",
    /** @param {string} at */
    changed: (at) => `${time(at)} changed`,
    /** @param {string} until */
    ends: (until) => `${time(until)} old may go`,
    /** @param {string} until */
    overTitle: (until) => `You can withdraw the old credentials since ${until}`,
    over: "The hour is over: NetSuite uses the new values. Withdraw the old credentials at the bank, then confirm it here.",
    withdrawn: "Old credentials withdrawn",
    told: "The hour is over. You can withdraw the old credentials.",
    done: "Noted",
  },
  /** @type {Record<SecretsStep, string>} */
  step: { names: "Names and IDs", create: "Create them in NetSuite", connect: "Enter the IDs on the bank connections" },
  /** @type {Record<SecretsStep, string>} */
  ahead: {
    names: "What NetSuite’s list shows, and what bank connections refer to",
    create: "Setup > Company > Preferences > API Secrets",
    connect: "The IDs, not the values",
  },
  /** @param {number} entered */
  summaryConnect: (entered) => (entered === 1 ? "1 bank connection has the IDs" : `${figure(entered)} bank connections have the IDs`),
  summaryCreate: "All secrets are in NetSuite",
  end: "All bank connections have the IDs",
  names: {
    lead: "Others can read names and IDs in NetSuite: nothing secret here.",
    name: "Name",
    id: "ID",
    idHint: "NetSuite puts custsecret in front. Lowercase letters, digits and underscores.",
    endsOn: "Expires on",
    endsHint: "The last day of the value, if the bank gave one.",
    /** @param {number} left */
    left: (left) => (left < 0 ? "The day has passed: the bank may refuse the value." : left === 0 ? "Expires today." : left === 1 ? "1 day left." : `${figure(left)} days left.`),
    save: "Save names and IDs",
    saving: "Saving…",
    savedToast: "Names and IDs saved",
    refused: "Nothing was saved. Correct what’s marked first.",
  },
  notes: {
    /** @param {SecretIdNote} note @returns {{ tone: "danger" | "warn", text: string, proposal: string | null }} */
    id(note) {
      const proposal = "proposal" in note ? note.proposal : null;
      /** @param {string} text */
      const danger = (text) => ({ tone: /** @type {const} */ ("danger"), text, proposal });
      switch (note.kind) {
        case "empty":
          return danger("Enter an ID.");
        case "prefixed":
          return danger("NetSuite adds custsecret itself. Leave it out.");
        case "no-underscore":
          return danger("Start with an underscore, to set custsecret apart from the rest.");
        case "blank":
          return danger("Spaces aren’t allowed.");
        case "capital":
          return danger("Use lowercase letters: NetSuite doesn’t document what it does with capitals.");
        case "special":
          return danger(`Not allowed: ${note.characters}`);
        case "no-name":
          return danger("Underscores alone aren’t a name.");
        case "taken":
          return danger(`A secret of ${note.bank} already has this ID. An ID exists once in an account.`);
        case "long":
          return { tone: "warn", text: `${figure(note.length)} characters. NetSuite doesn’t document how long an ID may be; a shorter one is safer.`, proposal: null };
      }
    },
    /** @param {string} proposal */
    use: (proposal) => `Use ${proposal}`,
    fits: "This ID is valid.",
    /** @param {SecretNameNote} note @returns {{ tone: "danger" | "warn", text: string }} */
    name(note) {
      switch (note.kind) {
        case "empty":
          return { tone: "danger", text: "Enter a name." };
        case "word":
          return { tone: "warn", text: `“${note.word}” often comes before something nobody should read. Keep it out of the name.` };
        case "number":
          return { tone: "warn", text: "This looks like an account number. Others can read the name." };
        case "mail":
          return { tone: "warn", text: "This is an email address. Others can read the name." };
        case "value":
          return { tone: "warn", text: "Part of it looks like a key or a password. Others can read the name." };
      }
    },
    /** @param {Exclude<SecretDayNote, { kind: "day" }>} note */
    day: (note) => (note.kind === "invalid" ? "This isn’t a date. Enter year, month and day, for example 2027-11-20." : `This can be ${note.readings.map((reading) => day(reading)).join(" or ")}.`),
    /** @param {SecretDomainNote} note */
    domain: (note) => `${note.entered} isn’t a domain${note.proposal ? `; did you mean ${note.proposal}?` : "."} With an invalid domain NetSuite doesn’t send the value.`,
  },
  value: {
    title: "Check or keep the value",
    lead: "Certdesk can check the value, save it to a file or keep it. It stays in memory until you leave this page.",
    value: "Value from the bank",
    again: "The same value again",
    show: "Show what I enter",
    check: "Check value",
    checking: "Checking…",
    fromFile: "Load from a file…",
    choosing: "Reading…",
    heldTitle: "The value is in memory",
    /** @param {SecretValueReport} report */
    size: (report) => `${figure(report.characters)} ${report.characters === 1 ? "character" : "characters"} in ${report.lines === 1 ? "one line" : `${figure(report.lines)} lines`}. NetSuite accepts up to 1,000,000 characters.`,
    oneLine: "One line: enter it in NetSuite under Password and Confirm Password, or load it from a file.",
    manyLines: "Several lines: NetSuite accepts them only from a file. Save one here and load it there.",
    blank: "It starts or ends with a space or a line break. That’s part of the value: make sure the bank means it.",
    invisible: "It contains an invisible character, as chats and mail programs insert them. Copy the value again.",
    save: "Save to a file…",
    saving: "Saving…",
    saved: "File saved",
    /** @param {string} when @param {string} path */
    savedAt: (when, path) => `Saved ${when} for you alone: ${path}. Delete it once NetSuite has the value.`,
    keep: "Keep in the keychain",
    keepFiles: "Keep in the key files",
    keeping: "Saving…",
    kept: "Value kept",
    /** @param {string} store */
    keptIn: (store) => `The value is kept in ${store}.`,
    saveKept: "Save the kept value to a file…",
    remove: "Delete the kept value",
    removing: "Deleting…",
    removed: "Deleted",
    forget: "Clear from memory",
    forgotten: "The value is no longer in memory",
    full: "The value doesn’t fit into this computer’s keychain. Save it to a file, or keep it with the bank’s documents.",
    never: "NetSuite never shows it again: if you lose it, ask the bank for another.",
  },
  create: {
    open: "Open the page",
    openBody: html`Once for each secret. <em>Create New</em> is at the top of the page.`,
    needs: html`Needs the permission <em>Secrets Management</em> at <em>Create</em>. At <em>Edit</em> you can change your own secrets later, at <em>Full</em> all of them.`,
    details: html`Enter on the tab <em>Details</em>`,
    name: "Name",
    id: "ID",
    /** @param {string} whole */
    idNote: (whole) => html`NetSuite makes it <code>${whole}</code>`,
    password: html`<em>Password</em> and <em>Confirm Password</em>: the bank’s value, twice, or load it from a file. Several lines can only be loaded from a file.`,
    expiration: html`<em>Expiration Warning</em> (optional): check it if NetSuite should warn before the secret expires.`,
    description: html`<em>Description</em>: others can read it, so nothing secret.`,
    restrictions: html`Choose on the tab <em>Restrictions</em>`,
    restrictionsLead: "The same for both secrets. Certdesk keeps your choices for when they’re replaced.",
    restrictionsOpen: "Who and what may use the secrets",
    save: html`Click <em>Save</em>`,
    /** @param {string} name */
    tick: (name) => `${name}: exists in NetSuite`,
    continue: "Save and continue",
    foot: "Certdesk can’t see this NetSuite page; you confirm it.",
    notTicked: "Not every secret exists in NetSuite yet. Your choices are saved; you can leave and come back.",
    suiteApp: "Available to SuiteApp",
    suiteAppTitle: "Only for developers of a SuiteApp",
    suiteAppNote: "NetSuite distributes the secret to every account that has this SuiteApp installed. The ID of a shared secret can never be used again once it’s deleted.",
    suiteAppId: "SuiteApp ID",
    suiteAppIdHint: "Exactly one.",
    test: "Allow on Test Accounts",
    testHint: "Account IDs that may use the secret without the installed SuiteApp. Separate them with commas.",
    employees: "Restrict to Employees",
    employeesHint: "Who can refer to the secret in SuiteScript.",
    owners: "Owners",
    ownersHint: "Who can manage the secret besides its author. With the author alone, only somebody with Secrets Management at Full can step in.",
    scripts: "Scripts",
    allScripts: "Allow For All Scripts",
    allScriptsNote: "Any SuiteScript 2.x script in the account can use the value, including later ones.",
    someScripts: "Restrict To Scripts",
    someScriptsNote: "Only these scripts. Safer where you know the bank’s script.",
    scriptsHint: "Script IDs, separated by commas.",
    domains: "Domains",
    allDomains: "Allow For All Domains",
    allDomainsNote: "The value can be sent anywhere.",
    someDomains: "Restrict To Domains",
    someDomainsNote: "Only to these, over HTTPS and SFTP.",
    domainsHint: "Separated by commas, without https:// and without a path.",
    copied: "the list for NetSuite",
  },
  connect: {
    lead: "On every connection of this bank, enter the IDs, not the values. All connections of one bank can share the pair.",
    /** @type {Record<SecretKind, string>} */
    whole: { "client-id": "ID of the client ID", "client-secret": "ID of the client secret", preferences: "ID of the preferences secret" },
    add: "Name of a bank connection",
    addHint: "As NetSuite shows it.",
    addAct: "Add connection",
    adding: "Adding…",
    entered: "IDs entered",
    remove: "Remove",
  },
  change: {
    title: "New credentials from the bank",
    body: "Ask the bank to let old and new credentials work side by side. Edit the secrets in NetSuite and save the new values, then press the button: the hour starts.",
    act: "I saved the new values in NetSuite",
    again: "Restart the hour",
    busy: "Saving…",
  },
  brazil: {
    needed: "This bank in Brazil needs the preferences secret",
    lead: html`For the settings enter <code>BB_APP_KEY</code> as plain text and <code>BB_API_CLIENT_ID</code> as the ID of the secret. The preferences secret holds a password of 32 characters.`,
    warnTitle: "Never change the preferences password",
    warn: "NetSuite loses the data saved with it if you do. Keep it where it outlives you, this computer and this account.",
  },
  remove: {
    act: "Remove this bank",
    /** @param {string} bank */
    title: (bank) => `Remove ${bank}?`,
    body: "Certdesk deletes names, choices, the running hour and kept values of this bank from this computer. Nothing changes in NetSuite or at the bank.",
    done: "Removed",
  },
  /** @type {Record<VaultStore, string>} */
  stores: { "secret-service": "this computer’s keyring", "macos-keychain": "the macOS Keychain", "windows-credential-manager": "Windows Credential Manager", "key-files": "the key files, encrypted" },
};
