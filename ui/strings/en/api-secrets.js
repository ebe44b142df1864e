// @ts-check
// API secrets of a bank: names, IDs, values, who may use them, and the hour after a change.

import { day, figure, plural, time } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { SecretDayNote, SecretDomainNote, SecretIdNote, SecretKind, SecretNameNote, SecretsStep, SecretValueReport, VaultStore } from "../../types/ipc.d.ts" */

/** @type {Record<SecretKind, string>} */
const KINDS = { "client-id": "Client ID", "client-secret": "Client secret", preferences: "Preferences" };

export const apiSecrets = {
  title: "API secrets",
  lead: "NetSuite stores a bank’s client ID and client secret as two API secrets. Bank connections use their IDs.",
  kinds: KINDS,
  begin: {
    title: "Add a bank",
    bank: "Bank",
    bankHint: "Used in the secrets’ names",
    account: "NetSuite account",
    accountHint: "An account ID or any NetSuite address. Secrets can be changed only in the account that created them.",
    act: "Add bank",
    busy: "Saving…",
  },
  list: {
    title: "Banks",
    caption: "Banks with the status of their secrets",
    bank: "Bank",
    secrets: "Secrets",
    connections: "Bank connections",
    created: "Created",
    notCreated: "Not created yet",
    /** @param {number} entered @param {number} all */
    entered: (entered, all) => (all === 0 ? "None yet" : `IDs entered on ${entered} of ${all}`),
    /** @param {string} until */
    overlap: (until) => `Keep old credentials until ${time(until)}`,
    over: "Withdraw old credentials",
    /** @param {string} ends */
    ends: (ends) => `Values expire on ${day(ends)}`,
  },
  unreadableTitle: "One bank can’t be shown",
  overlap: {
    /** @param {string} until */
    title: (until) => `Keep the old credentials active until ${time(until)}`,
    /** @param {number} minutes */
    left: (minutes) => plural(minutes, { one: "{count} minute left", other: "{count} minutes left" }),
    body: "The change can take up to one hour. Until then NetSuite may send either value, so both must work.",
    /** @param {string} at */
    changed: (at) => `Changed at ${time(at)}`,
    /** @param {string} until */
    ends: (until) => `Over at ${time(until)}`,
    overTitle: "You can withdraw the old credentials",
    /** @param {string} until */
    over: (until) => `The hour ended ${until}. Withdraw them at the bank, then confirm it here.`,
    withdrawn: "Confirm withdrawal",
    done: "Withdrawal confirmed",
  },
  /** @type {Record<SecretsStep, string>} */
  step: { names: "Names and IDs", create: "Create in NetSuite", connect: "Enter the IDs" },
  /** @type {Record<SecretsStep, string>} */
  ahead: {
    names: "Shown in NetSuite",
    create: "Setup > Company > Preferences > API Secrets",
    connect: "On every bank connection",
  },
  /** @param {number} entered */
  summaryConnect: (entered) => plural(entered, { one: "{count} bank connection has the IDs", other: "{count} bank connections have the IDs" }),
  summaryCreate: "All created",
  end: "All bank connections have the IDs",
  names: {
    lead: "Others can read names and IDs in NetSuite, so don’t include anything secret.",
    name: "Name",
    id: "ID",
    idHint: "Lowercase letters, digits, and underscores. NetSuite adds custsecret.",
    endsOn: "Expires on",
    endsHint: "If the bank gave an expiration date",
    /** @param {number} left */
    left(left) {
      if (left < 0) return "This date has passed: the bank may refuse the value.";
      return left === 0 ? "Expires today." : plural(left, { one: "{count} day left.", other: "{count} days left." });
    },
    save: "Save names and IDs",
    saving: "Saving…",
    savedToast: "Names and IDs saved",
    refused: "Nothing was saved. Correct the marked fields.",
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
          return danger("Leave out custsecret: NetSuite adds it.");
        case "no-underscore":
          return danger("Start with an underscore, to separate it from custsecret.");
        case "blank":
          return danger("Spaces aren’t allowed.");
        case "capital":
          return danger("Use lowercase: NetSuite doesn’t document what it does with capitals.");
        case "special":
          return danger(`Not allowed: ${note.characters}`);
        case "no-name":
          return danger("Add letters or digits.");
        case "taken":
          return danger(`${note.bank} already uses this ID in this account.`);
        case "long":
          return { tone: "warn", text: `${figure(note.length)} characters. NetSuite doesn’t document a limit; a shorter ID is safer.`, proposal: null };
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
          return { tone: "warn", text: `“${note.word}” suggests a secret, and others can read this name.` };
        case "number":
          return { tone: "warn", text: "This looks like an account number, and others can read it." };
        case "mail":
          return { tone: "warn", text: "Others can read this email address." };
        case "value":
          return { tone: "warn", text: "This looks like a key or password, and others can read it." };
      }
    },
    /** @param {Exclude<SecretDayNote, { kind: "day" }>} note */
    day: (note) => (note.kind === "invalid" ? "Enter a date in the form 2027-11-20." : "Which date is meant?"),
    /** @param {SecretDomainNote} note */
    domain: ({ entered, proposal }) => (proposal ? `${entered} isn’t a domain, so NetSuite won’t send the value. Enter ${proposal}.` : `${entered} isn’t a domain, so NetSuite won’t send the value.`),
  },
  value: {
    title: "Check or store the value",
    lead: "Certdesk keeps the value in memory until you leave this page.",
    value: "Value from the bank",
    again: "Repeat the value",
    show: "Show value",
    check: "Check value",
    checking: "Checking…",
    fromFile: "Load from file…",
    choosing: "Reading…",
    heldTitle: "Value in memory",
    /** @param {SecretValueReport} report */
    size: (report) => `Characters: ${figure(report.characters)} (NetSuite accepts up to 1,000,000). Lines: ${figure(report.lines)}.`,
    oneLine: "One line: enter it twice in NetSuite, or load it from a file.",
    manyLines: "Several lines: save a file here, then load it in NetSuite.",
    blank: "It starts or ends with a space or line break. Make sure the bank’s value does, too.",
    invisible: "It contains an invisible character, as chat and email programs add. Copy the value again.",
    save: "Save to file…",
    saving: "Saving…",
    saved: "File saved",
    /** @param {string} when @param {string} path */
    savedAt: (when, path) => `Saved ${when}, readable only by you: ${path}. Delete it once NetSuite has the value.`,
    keep: "Store in keychain",
    keepFiles: "Store in key files",
    keeping: "Storing…",
    kept: "Value stored",
    /** @param {string} store */
    keptIn: (store) => `Stored in ${store}`,
    saveKept: "Save stored value to file…",
    remove: "Delete stored value",
    removing: "Deleting…",
    removed: "Value deleted",
    forget: "Clear from memory",
    forgotten: "Value cleared from memory",
    full: "The value is too long for this computer’s keychain. Save it to a file instead.",
    never: "NetSuite never shows it again. If you lose it, ask the bank for another.",
  },
  create: {
    open: "Open the page",
    openBody: "Repeat this for each secret.",
    needs: html`Requires <em>Secrets Management</em> at level <em>Create</em>. To change secrets later: <em>Edit</em> (your own) or <em>Full</em> (all).`,
    details: html`Fill in the <em>Details</em> tab`,
    name: "Name",
    id: "ID",
    /** @param {string} whole */
    idNote: (whole) => html`NetSuite saves it as <code>${whole}</code>`,
    password: html`<em>Password</em> and <em>Confirm Password</em>: the bank’s value, entered twice or loaded from a file. Several lines require a file.`,
    expiration: html`<em>Expiration Warning</em> (optional): NetSuite warns before the secret expires.`,
    description: html`<em>Description</em>: others can read it.`,
    restrictions: html`Fill in the <em>Restrictions</em> tab`,
    restrictionsLead: "Use the same settings for each secret.",
    restrictionsOpen: "Who can use the secrets",
    save: html`Click <em>Save</em>`,
    /** @param {string} name */
    tick: (name) => `${name}: created in NetSuite`,
    continue: "Confirm secrets are created",
    foot: "Certdesk can’t check this for you.",
    notTicked: "Not every secret is marked as created. Your settings are saved.",
    suiteApp: "Available to SuiteApp",
    suiteAppTitle: "For SuiteApp developers only",
    suiteAppNote: "NetSuite distributes the secret to every account with this SuiteApp. After deletion, a shared secret’s ID can’t be used again.",
    suiteAppId: "SuiteApp ID",
    suiteAppIdHint: "Exactly one",
    test: "Allow on Test Accounts",
    testHint: "Account IDs that can use it without the SuiteApp, separated by commas",
    employees: "Restrict to Employees",
    employeesHint: "Who can use the secret in SuiteScript",
    owners: "Owners",
    ownersHint: "Who can manage the secret, besides anyone with Secrets Management at Full",
    scripts: "Scripts",
    allScripts: "Allow For All Scripts",
    allScriptsNote: "Any SuiteScript 2.x script in the account, including future ones",
    someScripts: "Restrict To Scripts",
    someScriptsNote: "Safer if you know the bank’s script",
    scriptsHint: "Script IDs, separated by commas",
    domains: "Domains",
    allDomains: "Allow For All Domains",
    allDomainsNote: "The value can be sent anywhere.",
    someDomains: "Restrict To Domains",
    someDomainsNote: "Only to these, over HTTPS and SFTP",
    domainsHint: "Separated by commas, without https:// or path",
    copied: "the list for NetSuite",
  },
  connect: {
    lead: "On each connection of this bank, enter the IDs, not the values.",
    /** @type {Record<SecretKind, string>} */
    whole: { "client-id": "Secret ID for client ID", "client-secret": "Secret ID for client secret", preferences: "Secret ID for preferences" },
    add: "Bank connection name",
    addHint: "As shown in NetSuite",
    addAct: "Add connection",
    adding: "Adding…",
    /** @param {string} name */
    entered: (name) => `IDs entered on ${name}`,
    /** @param {string} name */
    remove: (name) => html`Remove connection<span class="visually-hidden"> ${name}</span>`,
  },
  change: {
    title: "New credentials from the bank",
    body: "Ask the bank to keep old and new credentials active together. Save the new values in NetSuite, then start the one-hour timer.",
    act: "Start one-hour timer",
    again: "Restart timer",
    busy: "Starting…",
  },
  brazil: {
    needed: "This Brazilian bank needs a preferences secret",
    lead: html`In the settings, enter <code>BB_APP_KEY</code> as plain text and the secret’s ID as <code>BB_API_CLIENT_ID</code>. The preferences secret contains a 32-character password.`,
    warnTitle: "Never change the preferences password",
    warn: "NetSuite loses data if you do. Keep a copy outside this computer that others can find.",
  },
  remove: {
    ask: "Remove bank…",
    act: "Remove bank",
    /** @param {string} bank */
    title: (bank) => `Remove ${bank}?`,
    body: "Certdesk deletes everything about this bank, including stored values. Nothing changes in NetSuite or at the bank.",
  },
  /** @type {Record<VaultStore, string>} */
  stores: { "secret-service": "this computer’s keychain", "macos-keychain": "the macOS Keychain", "windows-credential-manager": "Windows Credential Manager", "key-files": "encrypted key files" },
};
