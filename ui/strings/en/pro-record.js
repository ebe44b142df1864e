// @ts-check
// The record of SuiteProjects Pro: what NetSuite says about it, and how to get a working one.

import { capital, day, plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { Environment, PlaceholderVerdict, ProAct, ProReason, ProSituation, ProStep, ProWay, RenewalView } from "../../types/ipc.d.ts" */

/** What automatic renewal depends on, as the help of SuiteProjects Pro says. */
const CONDITION = "if the upgraded version of Real-Time Record Import is set up in NetSuite";

/** @type {Record<Environment, string>} */
const ACCOUNTS = { production: "production account", sandbox: "sandbox account", "release-preview": "Release Preview account", "test-drive": "test drive account" };

export const proRecord = {
  title: "SuiteProjects Pro record",
  lead: "Restore or replace the certificate that signs real-time record import.",
  elsewhereTitle: "Not an OAuth 2.0 certificate",
  elsewhere: html`NetSuite stores <em>digital certificates</em> with their private keys, separately from OAuth 2.0 mappings.`,
  begin: {
    title: "Paste the message",
    text: "Health check line or error",
    hint: "Copy it from SuiteProjects Pro or NetSuite.",
    account: "NetSuite account",
    accountHint: "An account ID or any NetSuite address.",
    act: "Show next step",
    busy: "Reading…",
    known: "Messages Certdesk recognizes:",
    sentences: [
      "Certificate \"custcertificate_oa_realtime\" not found",
      "No valid certificate available for real-time import",
      "Current real-time import certificate is valid until …",
    ],
  },
  list: {
    back: "All accounts",
    title: "Accounts",
    caption: "Accounts with status and next step",
    account: "Account",
    status: "Status",
    step: "Next step",
    changed: "Last change",
    done: "Nothing to do",
  },
  /** @param {string} client @param {Environment} environment @param {string} account */
  accountOf: (client, environment, account) => html`${client === "" ? capital(ACCOUNTS[environment]) : `${client}, ${ACCOUNTS[environment]}`} <span class="mono">${account}</span>`,
  unreadable: {
    newer: "A newer version of Certdesk wrote this file. Update Certdesk to open it.",
    "target-unknown": "This version of Certdesk doesn’t know the target system in this file.",
    "not-read": "This file can’t be read. Another program may have it open, or you may not have permission to read it.",
    damaged: "This file is damaged. Restore it from a backup under Help > Backup.",
  },
  unreadableTitle: "One account can’t be shown",
  /** @type {Record<ProSituation, string>} */
  situation: {
    "not-found": "Record not found",
    "no-certificate": "No valid certificate",
    "in-order": "Valid",
    overdue: "Renewal overdue",
    ended: "Expired",
    "stand-in": "Replacement file in use",
  },
  said: {
    notFoundTitle: "The certificate record is missing",
    notFound: "It was deleted or never created. Real-time record import doesn’t run without it.",
    noCertificateTitle: "No valid certificate",
    noCertificate: "None was generated, or the last one expired. Generate one in SuiteProjects Pro.",
    /** @param {string} id */
    otherTitle: (id) => `This is about another certificate: ${id}`,
    other: html`This guide only restores <code>custcertificate_oa_realtime</code>. Ask whoever created the other one to upload it again: certificates can’t be downloaded from NetSuite.`,
    unknownTitle: "Certdesk doesn’t recognize this message",
    unknown: "Paste one of the messages below in full.",
    secretTitle: "This is a private key",
    secret: "Remove it from this field. Certdesk didn’t store it.",
    /** @param {RenewalView} until */
    validTitle(until) {
      const date = day(until.day);
      if (until.phase === "ended") return `Expired on ${date}`;
      return plural(until.daysLeft, { one: `Valid until ${date}: {count} day left`, other: `Valid until ${date}: {count} days left` });
    },
    /** @param {RenewalView} until */
    valid(until) {
      const { from, to, phase } = until;
      if (phase === "before") return `SuiteProjects Pro renews it between ${day(from)} and ${day(to)}, ${CONDITION}. Check again after that.`;
      if (phase === "due") return `SuiteProjects Pro renews it by ${day(to)}, ${CONDITION}. Check again after that.`;
      if (phase === "overdue") return `It wasn’t renewed by ${day(to)}: SuiteProjects Pro renews it only ${CONDITION}. Generate a new one before it expires.`;
      return "Real-time record import can’t sign without a valid certificate. Generate a new one.";
    },
    /** @param {string} date */
    ambiguousTitle: (date) => `${date} can mean several dates`,
    ambiguous: "The account’s date format decides. If you don’t know it, choose the earlier date.",
    ambiguousLater: "You’ll choose on the next page.",
    /** @param {string} date */
    undatedTitle: (date) => (date ? `“${date}” isn’t a date` : "The date is missing"),
    undated: "Enter the date in the form 2026-12-31.",
    readings: "Which date is meant?",
    /** @param {RenewalView} reading */
    reading(reading) {
      const date = day(reading.day);
      if (reading.phase === "ended") return `${date} (in the past)`;
      return plural(reading.daysLeft, { one: `${date} ({count} day left)`, other: `${date} ({count} days left)` });
    },
  },
  /** @type {Record<ProStep, string>} */
  step: {
    says: "Message",
    bundles: "Bundle versions",
    way: "Method",
    restore: "Restore the record",
    role: "Role and checkboxes",
    generate: "Generate the certificate",
    check: "Health check",
  },
  /** @type {Partial<Record<ProWay, string>>} */
  restore: { "by-hand": "Re-create the record", update: "Update the bundles" },
  /** @type {Record<ProStep, string>} */
  ahead: {
    says: "From the health check or NetSuite",
    bundles: "They decide how the record is created",
    way: "Generate, update, or re-create",
    restore: "By hand or by bundle update",
    role: "Permissions and settings",
    generate: "In SuiteProjects Pro",
    check: "Confirm that the certificate is valid",
  },
  failed: {
    title: "Generate didn’t help, and NetSuite doesn’t say why",
    /** @type {Record<Exclude<ProSituation, "in-order">, string>} */
    body: {
      "not-found": "NetSuite still can’t find the record.",
      "no-certificate": "There’s still no valid certificate.",
      ended: "The health check still shows the expired certificate.",
      overdue: "The health check still shows the old certificate.",
      "stand-in": "The health check still shows the replacement file’s expiration date.",
    },
  },
  bundles: {
    lead: "Two bundle versions decide how the record is created. Find them in the list of installed bundles.",
    import: "Bundle 369630 version",
    importHint: "Real-time record import; old ID 12610",
    integration: "Bundle 369637 version",
    integrationHint: "SuiteProjects Pro SRP Integration; old ID 2851",
    unknown: "Leave a field empty if you don’t know the version.",
    save: "Save versions",
    /** @param {string | null} imported @param {string | null} integration */
    summary: (imported, integration) => `369630: ${imported ?? "unknown"} · 369637: ${integration ?? "unknown"}`,
  },
  /** @type {Record<ProReason, string>} */
  reason: {
    valid: "The certificate is valid.",
    "renewal-missed": "The certificate wasn’t renewed in time. Generate a new one before it expires.",
    ended: "The certificate has expired. Generate a new one.",
    "none-valid": "There’s no valid certificate. Generate one.",
    "generate-failed": "Check the role and checkboxes, then click Generate again. If NetSuite doesn’t list custcertificate_oa_realtime, re-create the record.",
    "stand-in-left": "The record contains the replacement file. Generate replaces it with a working certificate.",
    "bundle-before-record": "Bundle 369630 includes this record since version 3.0; yours is older.",
    "made-by-itself": "With your bundle versions, Generate creates a missing record.",
    "not-made-by-itself": "Generate should have created the record. Re-create it, and check the role’s permissions.",
    "not-made-by-generate": "Generate doesn’t create the record in this account.",
    "integration-too-old": "Your version of bundle 369630 doesn’t include the record. Bundle 369637 does since version 5.02; yours is older.",
    "integration-not-known": "Your version of bundle 369630 doesn’t include the record. Bundle 369637 creates it since version 5.02, if you have that.",
    "placeholder-in-bundle": "Your version of bundle 369630 includes the record with a placeholder. It doesn’t restore a deleted record.",
    "versions-not-known": "Generate creates the record only with certain bundle versions, and yours are unknown. Trying it does no harm.",
  },
  ways: {
    legend: "Method",
    recommended: "Recommended",
    act: "Use this method",
    /** @type {Record<ProWay, { title: string, note: string }>} */
    cards: {
      generate: { title: "Click Generate", note: "One click in SuiteProjects Pro. Nothing to change in NetSuite." },
      update: { title: "Update the bundles", note: "Generate can then create the record. Other bundle objects change, too." },
      "by-hand": { title: "Re-create the record by hand", note: "A few minutes in NetSuite. The bundles don’t change." },
      nothing: { title: "Nothing to do", note: "" },
    },
  },
  update: {
    lead: "Keep this order: the second bundle needs the first. Oracle documents it for earlier versions.",
    sandboxTitle: "Test the update in a sandbox account first",
    sandbox: "An update can overwrite changes to the bundle’s objects.",
    how: html`In the bundle’s row, choose <em>Update</em>, then <em>Update Bundle</em>. This requires the Administrator role or the <em>SuiteApp Marketplace</em> permission.`,
    /** @type {Partial<Record<ProAct, { title: string, note: string }>>} */
    bundle: {
      "integration-updated": { title: "Bundle 369637, SRP Integration", note: "To version 5.02 or later" },
      "import-updated": { title: "Bundle 369630, real-time import", note: "To version 4.02 or later, after 369637" },
    },
    tick: "Updated",
    next: "Continue to role",
  },
  byHand: {
    warnTitle: "Try this in a sandbox account first",
    warn: "NetSuite advises against reusing a deleted certificate’s ID, but SuiteProjects Pro needs this one.",
    support: "Message to Oracle Support, if NetSuite refuses the ID",
    supportCopy: "the message to Oracle Support",
    /** @param {string} account @param {string | null} imported @param {string | null} integration */
    supportText: (account, imported, integration) => [
      `The digital certificate record custcertificate_oa_realtime was deleted in account ${account}. SuiteProjects Pro needs it for real-time record import and shows: Certificate "custcertificate_oa_realtime" not found`,
      "We followed the SuiteProjects Pro help (article_0124073449): Setup > Company > Certificates > Create New, Name “SuiteProjects Pro real-time”, ID “_oa_realtime”, file openair-certificate.pem.",
      "NetSuite doesn’t save the record. The message is: [enter the message here]",
      "NetSuite’s help advises against reusing a deleted certificate’s ID, but this procedure needs it. Can you release the ID, or tell us how to re-create the record?",
      `Bundle 369630: ${imported ?? "version unknown"}. Bundle 369637: ${integration ?? "version unknown"}.`,
    ].join("\n\n"),
    download: "Download the placeholder",
    file: html`<code>openair-certificate.pem</code> is invalid on purpose: Generate replaces it. The folder name may contain the old bundle ID, 12610.`,
    downloaded: "Downloaded",
    check: "Check file…",
    checkAgain: "Check another file…",
    checking: "Reading…",
    checkNote: "The file stays on this computer.",
    /** @type {Record<PlaceholderVerdict, { tone: "ok" | "warn" | "danger", text: string }>} */
    verdict: {
      pair: { tone: "ok", text: "A certificate with its private key, as this NetSuite page requires." },
      mismatch: { tone: "warn", text: "The certificate and private key don’t belong together. That can be normal for a placeholder: try to save it in NetSuite." },
      "certificate-only": { tone: "warn", text: "The private key is missing. If Save fails, create a replacement file." },
      "key-only": { tone: "warn", text: "The certificate is missing. If Save fails, create a replacement file." },
      encrypted: { tone: "warn", text: "This file needs a password, so it may be the wrong one." },
      unreadable: { tone: "warn", text: "Certdesk can’t read this PEM file. That can be normal for a placeholder: try to save it in NetSuite." },
      "web-page": { tone: "danger", text: "This is a web page, such as a sign-in page, not a certificate. Download the file again." },
      other: { tone: "danger", text: "This isn’t a certificate file." },
    },
    otherName: "The file isn’t named openair-certificate.pem.",
    closer: "Open File doctor",
    gone: "If the folder or file is missing",
    goneNote: "Certdesk can create a PEM file with a certificate and its private key. NetSuite doesn’t document whether it works as this placeholder.",
    goneKey: "Only you can read it. Delete it once the health check is fine.",
    /** @param {number} days */
    goneDays: (days) => `It’s valid for ${days} days. Until Generate replaces it, the health check may show its expiration date.`,
    make: "Create replacement file…",
    making: "Creating…",
    /** @param {string} when @param {string} path */
    made: (when, path) => `Created ${when}: ${path}`,
    madeToast: "File saved",
    create: "Create the certificate record",
    needs: html`Requires the <em>Certificate Management</em> permission.`,
    details: "Enter:",
    name: "Name",
    id: "ID",
    idNote: html`NetSuite saves it as <code>custcertificate_oa_realtime</code>`,
    files: html`On the <em>Files</em> tab, click <em>Choose a file</em> and choose the placeholder:`,
    certificateFile: "Certificate File",
    others: html`Leave the other fields as they are. Enter a <em>Password</em> only if the file has one.`,
    save: html`Click <em>Save</em>.`,
    saved: "Record saved",
    shown: "Compare the ID",
    shownLabel: "ID shown after Save",
    shownHint: "Copy it from the record.",
    fits: "SuiteProjects Pro looks for this ID.",
    next: "Save record ID",
    foot: "Certdesk can’t check this for you.",
  },
  role: {
    lead: html`The role <em>SuiteProjects Pro Integration Administrator</em> needs these at level <em>Full</em>:`,
    permissions: "Role permissions",
    boxes: "Checkboxes in SuiteProjects Pro",
    boxesForm: html`On the <em>NetSuite Connector</em> administration form, check:`,
    boxesNote: "The health check mentions the certificate only if both are checked.",
    boxesSeen: "Both are checked, or the health check wouldn’t mention the certificate.",
    or: "or",
    marketplaceNote: "Required since bundle 369630 version 4.03",
    next: "Continue to Generate",
    note: "All of these are required.",
  },
  generate: {
    lead: "In SuiteProjects Pro, as an administrator:",
    how: html`Click <em>Tips</em>, then <em>Generate new real-time import certificate</em>.`,
    after: `SuiteProjects Pro saves the certificate in NetSuite. It renews it one to two weeks before it expires, ${CONDITION}.`,
    pressed: "Mark as generated",
    note: "Certdesk can’t check this for you.",
  },
  check: {
    lead: "Open the health check in SuiteProjects Pro again and paste its line or the error.",
    act: "Check message",
    busy: "Reading…",
  },
  done: {
    title: "Real-time record import can sign again",
    nothingTitle: "Nothing to do now",
    standIn: "The replacement file still contains a private key. Delete it:",
    again: "Check another message",
    rotateTitle: "Replace the certificate early",
    rotate: html`On this SuiteProjects Pro page, click <em>Tips</em>, then <em>Generate new real-time import certificate</em>.`,
  },
  notTicked: "Some boxes aren’t checked yet. Your progress is saved.",
  account: "This account",
  client: "Client",
  clientHint: "Shown in the list",
  saveClient: "Save client",
  remove: {
    ask: "Remove account…",
    act: "Remove account",
    /** @param {string} account */
    title: (account) => `Remove account ${account}?`,
    body: "Certdesk deletes this account’s progress. Nothing changes in NetSuite or SuiteProjects Pro.",
  },
};
