// @ts-check
// Moving integrations from token-based authentication (TBA) to machine-to-machine (M2M) access.
// Every release that is named here has its source beside it.

import { day, figure, list, plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { TbaCalls, TbaDeadline, TbaListKind, TbaListTaken, TbaProgress, RevokedView } from "../../types/ipc.d.ts" */

const HELP = "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/";

/** @typedef {{ name: string, address: string }} Source */

/** A page of NetSuite’s help. @param {string} page @returns {Source} */
const help = (page) => ({ name: `NetSuite Help, ${page}`, address: `${HELP}${page}.html` });

/** What ends first. */
const NO_NEW = { release: "2027.1", what: "You can’t create new TBA integrations for REST web services, RESTlets, or SOAP. Existing ones keep working." };

/** @type {Record<TbaCalls, string>} */
const CALLS = { "rest-webservices": "REST web services", restlets: "RESTlets", "suite-analytics": "SuiteAnalytics Connect", soap: "SOAP web services" };

export const tbaPlan = {
  title: "Move from TBA",
  open: "Move from TBA",
  lead: "NetSuite is phasing out token-based authentication (TBA). Paste your list of tokens to get a plan for moving each integration to machine-to-machine (M2M) access.",
  dates: {
    title: "What changes and when",
    lead: "Oracle names NetSuite releases, not days.",
    caption: "NetSuite releases that end TBA and SOAP",
    release: "Release",
    what: "What happens",
    sure: "How certain",
    source: "Source",
    /** @param {string} name */
    copied: (name) => `the address of ${name}`,
    /** @type {{ release: string, what: string, sure: "announced" | "tentative", note: string | null, sources: Source[] }[]} */
    rows: [
      { ...NO_NEW, sure: "announced", note: null, sources: [help("section_0525020842")] },
      { release: "2027.1", what: "Only the 2025.2 SOAP endpoint is still supported.", sure: "announced", note: null, sources: [help("section_N3418621")] },
      { release: "2028.1 or 2028.2", what: "Support for existing TBA integrations ends, except for SuiteAnalytics Connect.", sure: "tentative", note: "Oracle’s page said 2028.1; a third party has quoted 2028.2 since October 2026. Plan for 2028.1.", sources: [help("section_0525020842"), { name: "Apideck, third party", address: "https://www.apideck.com/blog/netsuite-tba-to-oauth-2-migration.md" }] },
      { release: "2028.2", what: "SOAP web services are removed, and SOAP integrations stop working.", sure: "announced", note: null, sources: [help("section_N3418621")] },
    ],
    /** @type {Record<"announced" | "tentative", string>} */
    sureness: { announced: "Announced by Oracle", tentative: "Tentative" },
    noNew: `From NetSuite ${NO_NEW.release}: ${NO_NEW.what}`,
  },
  served: {
    title: "What M2M can replace",
    yes: html`<em>REST web services</em>, <em>RESTlets</em>, and <em>SuiteAnalytics Connect</em>: M2M works with each. Oracle hasn’t announced an end of TBA for SuiteAnalytics Connect.`,
    no: html`<em>SOAP web services</em>: NetSuite doesn’t accept OAuth 2.0 for SOAP. Oracle says to change these integrations to REST web services, or to RESTlets where REST can’t be used.`,
    sources: [help("chapter_157769826287"), help("article_2104046421")],
  },
  plans: {
    title: "Plans",
    caption: "Plans by account, with their progress",
    account: "Account",
    progress: "Progress",
    changed: "Last change",
    /** @param {number} open @param {number} all */
    open: (open, all) => (open === 0 ? `All ${figure(all)} done` : `${figure(all - open)} of ${figure(all)} done`),
    done: "All done",
  },
  unreadableTitle: "One plan can’t be shown",
  start: {
    title: "Add a list",
    account: "NetSuite account",
    accountHint: "An account ID or any NetSuite address",
    text: "List of access tokens or integration records",
    hint: "Select the table on NetSuite’s page, copy it, and paste it here: from the headings to the last row.",
    tokens: "Access tokens name the user and role of each integration:",
    records: "Integration records, if you can’t see the tokens:",
    columns: "Certdesk finds the columns by their headings, in any order: Application Name, Token Name, User, Role, Inactive, Revoked, Created, and Internal ID. NetSuite doesn’t document which of them its page shows.",
    secret: "The list doesn’t need a token ID or secret. Certdesk refuses a list that contains one.",
    act: "Add list",
    busy: "Reading…",
    load: "Load a CSV file…",
    loading: "Reading…",
  },
  /** @param {TbaListTaken} taken */
  taken({ added, known, revoked }) {
    const parts = [plural(added, { one: "{count} integration added", other: "{count} integrations added" })];
    if (known > 0) parts.push(plural(known, { one: "{count} already in the plan", other: "{count} already in the plan" }));
    if (revoked > 0) parts.push(plural(revoked, { one: "{count} revoked token left out", other: "{count} revoked tokens left out" }));
    return parts.join(", ");
  },
  plan: {
    back: "Move from TBA",
    /** @param {string} name */
    title: (name) => `Move from TBA: ${name}`,
    /** @param {string} account @param {string} environment */
    sub: (account, environment) => html`<span class="mono">${account}</span> · ${environment}`,
    /** @param {number} done @param {number} all */
    progress: (done, all) => plural(all, { one: `${figure(done)} of {count} integration done`, other: `${figure(done)} of {count} integrations done` }),
    shown: "Integrations shown",
    /** @param {number} count */
    toDo: (count) => `To do (${figure(count)})`,
    /** @param {number} count */
    all: (count) => `All (${figure(count)})`,
    search: "Search integrations, users, and roles",
    searchShort: "Search integrations",
    /** @param {number} shown @param {number} all */
    count: (shown, all) => `${figure(shown)} of ${figure(all)} shown`,
    /** @param {number} count */
    more: (count) => plural(count, { one: "Show {count} more integration", other: "Show {count} more integrations" }),
    nothing: "No integration matches.",
    allDone: "All integrations are done.",
    table: "Integrations",
    caption: "Integrations that use TBA",
    name: "Integration",
    who: "User and role",
    calls: "Calls",
    by: "Move before",
    status: "Status",
    unknown: "Not known yet",
    add: "Add another list",
    addNote: "A newer list adds what’s new, and marks tokens that NetSuite shows as revoked. Your entries stay.",
    remove: "Remove plan…",
    export: "Save as CSV…",
    exporting: "Saving…",
    /** @param {string} path */
    exported: (path) => `Saved as ${path}`,
  },
  /** @type {Record<TbaProgress, string>} */
  progress: {
    "to-do": "To do",
    "waits-for-rest": "SOAP: change to REST",
    "waits-for-target": "Target system without M2M",
    "setup-started": "Setup started",
    works: "M2M works",
    switched: "Switched",
    unneeded: "Not needed",
    inactive: "Inactive in NetSuite",
    revoked: "Old token revoked",
  },
  recordRevoked: "TBA turned off",
  /** @type {Record<TbaDeadline, string>} */
  deadline: { "tba-end": "2028.1", "soap-end": "2028.1", "not-announced": "Not announced" },
  /** @type {Record<TbaDeadline, string>} */
  deadlineWhy: {
    "tba-end": "Oracle plans to end support for existing TBA integrations with NetSuite 2028.1.",
    "soap-end": "SOAP ends with NetSuite 2028.2. Oracle plans to end support for TBA with 2028.1.",
    "not-announced": "Oracle hasn’t announced an end of TBA for SuiteAnalytics Connect.",
  },
  calls: CALLS,
  /** @param {TbaCalls[]} calls */
  callsList: (calls) => list(calls.map((call) => CALLS[call])),
  entry: {
    token: "Token name",
    user: "User",
    role: "Role",
    created: "Created",
    internalId: "Internal ID",
    by: "Move before",
    /** @type {Record<TbaListKind, string>} */
    kind: { "access-tokens": "Access token", "integration-records": "Integration record" },
    inactiveTitle: "NetSuite shows this as inactive",
    inactive: "Nothing can use it now: it’s revoked, turned off, or its integration record is blocked. If nothing failed since, nothing needs to move.",
    about: {
      title: "What it calls",
      lead: "Ask the vendor or whoever built the integration. If you don’t know yet, leave all boxes clear.",
      target: "Target system",
      targetNone: "Not known yet",
      targetHint: "If it isn’t listed, ask its vendor whether it supports OAuth 2.0 client credentials (M2M), and choose Another system.",
      targetProposed: "Proposed because its name is in the integration’s. Check it before you save.",
      /** @param {string} evidence @param {string} summary */
      targetKnown: (evidence, summary) => `M2M fields: ${evidence.toLowerCase()}. ${summary}`,
      targetWithoutM2m: "Its NetSuite connection has no M2M access.",
      /** @param {string} label */
      targetOption: (label) => `${label} (no M2M)`,
      save: "Save calls and target",
      saving: "Saving…",
      saved: "Saved",
      find: "How to find out whether it’s still used",
      findBody: "Create a saved search of the Login Audit Trail. Oracle suggests these criteria and result:",
      findSteps: [
        html`Criteria: <em>Token-based Access Token Name</em> is not empty, and <em>Date</em> is within the last 12 months.`,
        html`Results: <em>Token-based Application Name</em>, with Summary Type <em>Group</em>.`,
      ],
      unneeded: "Nothing needs this integration anymore",
      unneededNote: "Skip M2M and revoke the token in the last step.",
    },
    soapTitle: "M2M can’t replace SOAP",
    soap: "NetSuite accepts only TBA for SOAP. Leave the token in place, and change the integration to REST web services before NetSuite 2028.1. Then clear the SOAP box above.",
    soapVendor: "For a vendor’s application, ask the vendor for a version that uses REST with OAuth 2.0. For Oracle’s own applications, Oracle says it will provide one.",
    setUp: {
      title: "Set up M2M access",
      /** @param {string} role @param {string} user */
      lead: (role, user) => (role && user ? `Setup proposes the old token’s role (${role}) and user (${user}). The role also needs the OAuth 2.0 permissions, which setup lists.` : "Setup lists the permissions that the role needs. NetSuite’s list of integration records doesn’t name a role or user."),
      both: "The old token keeps working until you revoke it. Use a new integration record for M2M, so that the old one stays as it is.",
      unknown: "First save what the integration calls. Without it, setup can’t propose the right scopes.",
      act: "Start setup",
      busy: "Starting…",
      existing: "Or use a connection that you already have",
      choose: "Connection",
      none: "None",
      use: "Use connection",
      using: "Saving…",
      connection: "Connection",
      continue: "Open setup",
      openConnection: "Open connection",
      unlink: "Use another connection",
      unlinking: "Saving…",
      works: "NetSuite has issued a token for it.",
      notYet: "NetSuite hasn’t issued a token for it yet. Finish setup first.",
    },
    switch: {
      title: "Switch the integration",
      lead: "Enter the new values in the target system, then wait until it has run at least once with them.",
      box: "The integration uses M2M access",
      /** @param {string} at */
      since: (at) => `Confirmed ${day(at)}`,
      notYet: "Available once NetSuite has issued a token for the connection.",
    },
    revoke: {
      title: "Revoke the old token",
      recordTitle: "Turn TBA off",
      first: html`To test first, click <em>Edit</em>, check <em>Inactive</em>, and click <em>Save</em>. If something fails, clear the box: the token works again.`,
      then: html`Click <em>Edit</em>, then <em>Revoke</em>. This can’t be undone.`,
      record: html`Click <em>Edit</em>, note the <em>Callback URL</em>, clear all boxes in the <em>Token-based Authentication</em> section, and click <em>Save</em>. If something fails, check them again.`,
      box: "I revoked the token in NetSuite",
      recordBox: "I turned TBA off in NetSuite",
      notYet: "Available once the integration uses M2M access, or nothing needs it.",
      /** @param {RevokedView} revoked */
      since: ({ at, by }) => (by === "list" ? `NetSuite’s list showed it as revoked on ${day(at)}` : `Confirmed ${day(at)}`),
    },
    next: "Next to do",
    gone: "The connection was removed. Start setup again, or use another connection.",
  },
  remove: {
    /** @param {string} account */
    title: (account) => `Remove the plan for ${account}?`,
    body: "Your entries and confirmations are deleted. Connections stay, and nothing changes in NetSuite.",
    act: "Remove plan",
  },
  hint: {
    /** @param {string} name */
    proposed: (name) => `Proposed from the old token of ${name}`,
  },
};
