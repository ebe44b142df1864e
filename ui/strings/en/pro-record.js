// @ts-check
// The record of SuiteProjects Pro: what NetSuite says about it, and how to get a working one.

import { day, figure } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { PlaceholderVerdict, ProAct, ProReason, ProSituation, ProStep, ProWay, RenewalView } from "../../types/ipc.d.ts" */

/** @param {number} days */
const left = (days) => (days === 1 ? "1 day left" : `${figure(days)} days left`);

/** What automatic renewal depends on, as the help of SuiteProjects Pro says. */
const CONDITION = "if the upgraded version of Real-Time Record Import is set up in NetSuite";

export const proRecord = {
  title: "SuiteProjects Pro record",
  lead: "For the certificate that signs real-time record import, when it’s missing or expired.",
  elsewhereTitle: "Another kind of certificate",
  elsewhere: html`It’s one of NetSuite’s <em>digital certificates</em>. NetSuite keeps them apart from the certificates of token requests, together with a private key.`,
  begin: {
    title: "What do you see?",
    text: "Health check line or error",
    hint: "Copy it from SuiteProjects Pro or NetSuite. Certdesk keeps what it means, not the text.",
    account: "NetSuite account",
    accountHint: "The account ID in any form, or a NetSuite URL. Progress is kept for each account.",
    act: "Start",
    busy: "Reading…",
    known: "Certdesk knows these three:",
    sentences: [
      "Certificate \"custcertificate_oa_realtime\" not found",
      "No valid certificate available for real-time import",
      "Current real-time import certificate is valid until …",
    ],
  },
  list: {
    back: "All accounts",
    title: "Started",
    caption: "Accounts with the newest message and the next step",
    account: "Account",
    status: "Status",
    step: "Next step",
    changed: "Last change",
    done: "Nothing to do",
  },
  unreadable: { newer: "was written by a newer Certdesk. It is left as it is.", "target-unknown": "is for a system that this Certdesk does not know. It is left as it is.", damaged: "cannot be read. It is left as it is." },
  unreadableTitle: "The progress of one account can’t be shown",
  /** @type {Record<ProSituation, string>} */
  situation: {
    "not-found": "Record not found",
    "no-certificate": "No valid certificate",
    "in-order": "Valid",
    overdue: "Valid, but not renewed in time",
    ended: "Expired",
    "stand-in": "Replacement file still in the record",
  },
  said: {
    notFoundTitle: "NetSuite has no certificate record with this ID",
    notFound: "It was deleted or never created. Until it’s back, real-time record import can’t sign and doesn’t run.",
    noCertificateTitle: "There’s no valid certificate",
    noCertificate: "None was generated yet, or the last one expired. Generate a new one in SuiteProjects Pro.",
    /** @param {string} id */
    otherTitle: (id) => `This is about another certificate: ${id}`,
    other: html`This guide restores <code>custcertificate_oa_realtime</code> only. Ask whoever created the other one: NetSuite gives no file back, so it must be uploaded again.`,
    unknownTitle: "Certdesk doesn’t know this text",
    unknown: "It says nothing about the certificate this guide is for. Paste one of the three sentences below, whole.",
    secretTitle: "This is a private key",
    secret: "Take it out of this field: it belongs in a keychain or in its own file. Certdesk kept nothing of it.",
    /** @param {RenewalView} until */
    validTitle: (until) => (until.phase === "ended" ? `Expired on ${day(until.day)}` : `Valid until ${day(until.day)}: ${left(until.daysLeft)}`),
    /** @param {RenewalView} until */
    valid(until) {
      const { from, to, phase } = until;
      if (phase === "before") return `SuiteProjects Pro renews it between ${day(from)} and ${day(to)}, ${CONDITION}. Check again after ${day(to)}.`;
      if (phase === "due") return `SuiteProjects Pro renews it these days, between ${day(from)} and ${day(to)}, ${CONDITION}. Check again after ${day(to)}.`;
      if (phase === "overdue") return `It wasn’t renewed between ${day(from)} and ${day(to)}: SuiteProjects Pro does that only ${CONDITION}. Generate a new one before it expires.`;
      return `It wasn’t renewed between ${day(from)} and ${day(to)}. Real-time record import can’t sign anymore.`;
    },
    /** @param {string} date */
    ambiguousTitle: (date) => `${date} can mean two days`,
    /** @param {string} date */
    severalTitle: (date) => `${date} can mean several days`,
    ambiguous: "It depends on the account’s date format. Choose the day; if you don’t know, choose the earlier one.",
    ambiguousLater: "You choose on the next page.",
    /** @param {string} date */
    undatedTitle: (date) => (date ? `“${date}” isn’t a date` : "The date is missing"),
    undated: "Enter it as year, month and day, for example 2026-12-31.",
    readings: "Meant is",
    /** @param {RenewalView} reading */
    reading: (reading) => (reading.phase === "ended" ? "has passed" : left(reading.daysLeft)),
  },
  /** @type {Record<ProStep, string>} */
  step: {
    says: "What NetSuite says",
    bundles: "Bundle versions",
    way: "How to restore it",
    restore: "Restore the record",
    role: "Role and boxes",
    generate: "Generate the certificate",
    check: "Health check",
  },
  /** @type {Record<ProWay, string>} */
  restore: { "by-hand": "Re-create the record", update: "Update the bundles", generate: "Restore the record", nothing: "Restore the record" },
  /** @type {Record<ProStep, string>} */
  ahead: {
    says: "The health check’s line, or the error",
    bundles: "They decide how the record is restored",
    way: "Generate, update the bundles, or re-create it by hand",
    restore: "By hand, or by an update",
    role: "What must be set before it can work",
    generate: "SuiteProjects Pro > Administration > NetSuite Connector > Tips",
    check: "It should say: Current real-time import certificate is valid until …",
  },
  failed: {
    title: "Generate didn’t help",
    /** @type {Record<Exclude<ProSituation, "in-order">, string>} */
    body: {
      "not-found": "You pressed Generate, and NetSuite still doesn’t find the record.",
      "no-certificate": "You pressed Generate, and there’s still no valid certificate. NetSuite doesn’t say why.",
      ended: "You pressed Generate, and the health check still names the expired certificate. NetSuite doesn’t say why.",
      overdue: "You pressed Generate, and the health check still names the old certificate. NetSuite doesn’t say why.",
      "stand-in": "You pressed Generate, and the health check still names the replacement file’s last day. NetSuite doesn’t say why.",
    },
  },
  bundles: {
    lead: "How the record is restored depends on the versions of two bundles. The list of installed bundles shows them.",
    import: "Version of bundle 369630",
    importHint: "Real-time record import; its old ID is 12610.",
    integration: "Version of bundle 369637",
    integrationHint: "SuiteProjects Pro SRP Integration; its old ID is 2851.",
    unknown: "Leave a field empty if nobody can look it up now. You can come back.",
    /** @param {string | null} imported @param {string | null} integration */
    summary: (imported, integration) => `369630: ${imported ?? "unknown"} · 369637: ${integration ?? "unknown"}`,
  },
  /** @type {Record<ProReason, string>} */
  reason: {
    valid: "The certificate is valid.",
    "renewal-missed": "The certificate is valid, but it wasn’t renewed in time. Generate a new one before it expires.",
    ended: "The certificate has expired. Generate a new one.",
    "none-valid": "There’s no valid certificate. Generate one.",
    "generate-failed": "Compare the role and the boxes, then press Generate again. If Setup > Company > Certificates doesn’t list custcertificate_oa_realtime, re-create the record.",
    "stand-in-left": "The record is there and holds the replacement file. Generate puts the working certificate in its place.",
    "bundle-before-record": "Bundle 369630 has this record from version 3.0 on. Yours is older: there’s no placeholder to create it from.",
    "made-by-itself": "Bundle 369630 is 4.02 or later and 369637 is 5.02 or later. With these, Generate creates a missing record.",
    "not-made-by-itself": "With these versions Generate creates a missing record, and it didn’t. NetSuite doesn’t say why. Re-create the record, and compare the role’s permissions.",
    "not-made-by-generate": "Generate doesn’t create the record in this account.",
    "integration-too-old": "Bundle 369630 no longer brings the record, and 369637 creates it from version 5.02 on. Yours is older.",
    "integration-not-known": "Bundle 369630 no longer brings the record. Bundle 369637 creates it from version 5.02 on; which version you have is unknown.",
    "placeholder-in-bundle": "Bundle 369630 brings the record and its placeholder from 3.0 to before 4.02. A deleted record doesn’t come back on its own.",
    "versions-not-known": "Without the versions nobody can say whether Generate creates the record. Trying it does no harm.",
  },
  ways: {
    legend: "How",
    recommended: "Recommended",
    act: "Use this method",
    /** @type {Record<ProWay, { title: string, note: string }>} */
    cards: {
      generate: { title: "Press Generate", note: "One button in SuiteProjects Pro. You change nothing in NetSuite by hand." },
      update: { title: "Update the bundles", note: "Generate then creates the record. Affects more than the record: Oracle advises testing it in a sandbox account." },
      "by-hand": { title: "Re-create the record by hand", note: "A few minutes on one NetSuite page. The bundles stay as they are." },
      nothing: { title: "Nothing to do", note: "" },
    },
  },
  update: {
    lead: "In this order: the second bundle needs what the first one brings. Oracle gives the same order for earlier versions.",
    sandboxTitle: "In a sandbox account first",
    sandbox: "Oracle advises testing bundle updates in a sandbox account. An update can overwrite changes to the bundle’s objects.",
    how: html`Open the list, and in the bundle’s row choose <em>Update</em>, then <em>Update Bundle</em>. You need the Administrator role, or the permission <em>SuiteApp Marketplace</em>.`,
    /** @type {Partial<Record<ProAct, { title: string, note: string }>>} */
    bundle: {
      "integration-updated": { title: "Bundle 369637, SRP Integration", note: "To version 5.02 or later." },
      "import-updated": { title: "Bundle 369630, real-time import", note: "To version 4.02 or later, after 369637." },
    },
    tick: "Updated",
  },
  byHand: {
    warnTitle: "Try it in a sandbox account first",
    warn: "NetSuite’s help advises against reusing the ID of a deleted certificate. The SuiteProjects Pro procedure needs exactly this ID. This guide follows the procedure.",
    support: "Text for Oracle support, if NetSuite refuses the ID",
    supportCopy: "the text for Oracle support",
    /** @param {string} account @param {string | null} imported @param {string | null} integration */
    supportText: (account, imported, integration) => `The digital certificate record custcertificate_oa_realtime was deleted in account ${account}. SuiteProjects Pro needs it for real-time record import and says: Certificate "custcertificate_oa_realtime" not found.

We followed the procedure of the SuiteProjects Pro help (article_0124073449): Setup > Company > Certificates > Create New, Name "SuiteProjects Pro real-time", ID "_oa_realtime", file openair-certificate.pem. NetSuite does not save the record. The message is: [enter the message here]

NetSuite’s help says that the ID of a deleted certificate must not be used again, while the procedure needs this ID. Please tell us how the record can be created again, or release the ID.

Bundle 369630: ${imported ?? "version unknown"}. Bundle 369637: ${integration ?? "version unknown"}.`,
    download: "Download the placeholder",
    file: html`The file is <code>openair-certificate.pem</code>. It’s intentionally not valid: Generate replaces it. If the bundle was installed under its old ID, the folder may be named after 12610.`,
    downloaded: "Downloaded",
    check: "Check the file…",
    checkAgain: "Check another file…",
    checking: "Reading…",
    checkNote: "Certdesk reads the file on this computer and sends it nowhere.",
    /** @type {Record<PlaceholderVerdict, { tone: "ok" | "warn" | "danger", text: string }>} */
    verdict: {
      pair: { tone: "ok", text: "a certificate with its private key. That’s the form this NetSuite page asks for." },
      mismatch: { tone: "warn", text: "a certificate and a private key that don’t belong together. For a placeholder that may be intended; NetSuite says on Save whether it accepts the file." },
      "certificate-only": { tone: "warn", text: "a certificate without a private key. NetSuite doesn’t document whether this page accepts it; if Save refuses it, create a replacement file." },
      "key-only": { tone: "warn", text: "a private key without a certificate. If Save refuses it, create a replacement file." },
      encrypted: { tone: "warn", text: "protected by a password, which Save will ask for. The procedure names none: this may be another file." },
      unreadable: { tone: "warn", text: "a PEM file that Certdesk can’t read. For a placeholder that may be intended; NetSuite says on Save whether it accepts the file." },
      "web-page": { tone: "danger", text: "a web page, not a certificate. The download ended on a page such as the sign-in. Download it again." },
      other: { tone: "danger", text: "not a certificate file. Choose the file from the folder above." },
    },
    /** @param {string} name */
    otherName: (name) => `It’s called ${name}, not openair-certificate.pem.`,
    closer: "Open the file doctor",
    gone: "The folder or the file is gone",
    goneNote: "Certdesk can create a replacement file: a certificate and its private key in one PEM file, the form that NetSuite’s help asks for on this page. Whether it serves as this placeholder isn’t documented.",
    goneKey: "Its key exists in this file only. You alone can read the file; delete it when the health check is fine.",
    /** @param {number} days */
    goneDays: (days) => `It’s valid for ${days} days. Until Generate has replaced it, a health check may show that date: it isn’t the working certificate yet.`,
    make: "Create a replacement file…",
    making: "Creating…",
    /** @param {string} when @param {string} path */
    made: (when, path) => `Created ${when}: ${path}`,
    madeToast: "File saved",
    create: "Create the certificate record",
    needs: html`Needs the permission <em>Certificate Management</em>.`,
    details: "Enter these two:",
    name: "Name",
    id: "ID",
    idNote: html`NetSuite makes it <code>custcertificate_oa_realtime</code>`,
    files: html`Open the tab <em>Files</em>, click <em>Choose a file</em> and choose the placeholder:`,
    certificateFile: "Certificate File",
    others: html`The procedure names no other field. <em>Password</em> stays empty unless the file has one.`,
    save: html`Click <em>Save</em>.`,
    saved: "The record is saved",
    shown: "Compare the ID",
    shownLabel: "ID shown after Save",
    shownHint: "Copy it from the record.",
    fits: "This is the ID SuiteProjects Pro looks for.",
    continue: "Continue",
    foot: "Certdesk can’t see this NetSuite page; you confirm it.",
  },
  role: {
    lead: html`The role <em>SuiteProjects Pro Integration Administrator</em> needs each of these at the level <em>Full</em>.`,
    permissions: "Permissions of the role",
    boxes: "Boxes in SuiteProjects Pro",
    boxesForm: html`On the administration form <em>NetSuite Connector</em> of SuiteProjects Pro, check:`,
    boxesNote: "The health check shows the certificate’s line only when both are checked.",
    boxesSeen: "Both are checked: the health check shows the certificate’s line only then.",
    or: "or",
    marketplaceNote: "Since bundle 369630 4.03",
    continue: "Continue",
    note: "All six are needed; the seventh where it’s asked for.",
    noteSix: "All six are needed.",
    noteFour: "All four are needed.",
    noteFourMore: "All four are needed; the fifth where it’s asked for.",
  },
  generate: {
    lead: "In SuiteProjects Pro, as an administrator:",
    how: html`Click <em>Tips</em>, then <em>Generate new real-time import certificate</em>.`,
    after: `SuiteProjects Pro generates a certificate and saves it in NetSuite. After that it renews it one to two weeks before it expires, ${CONDITION}.`,
    pressed: "I pressed Generate",
    note: "Certdesk can’t see SuiteProjects Pro; you confirm it.",
  },
  check: {
    lead: "Open the health check in SuiteProjects Pro again and paste what it says now, or the error you got.",
    act: "Read the line",
    busy: "Reading…",
  },
  done: {
    title: "Real-time record import can sign again",
    nothingTitle: "Nothing to do now",
    standIn: "The replacement file still contains a private key. Delete it:",
    again: "Read another line",
    rotateTitle: "Replace it at any time",
    rotate: html`You don’t have to wait for the renewal. On this page of SuiteProjects Pro, click <em>Tips</em>, then <em>Generate new real-time import certificate</em>. Then read the health check again.`,
  },
  notTicked: "Something in this step isn’t checked yet. Certdesk keeps what is; you can leave and come back.",
  account: "This account",
  client: "Client",
  clientHint: "For yourself; shown in the list.",
  remove: {
    act: "Remove this account",
    /** @param {string} account */
    title: (account) => `Remove the progress of ${account}?`,
    body: "Certdesk deletes the ticks and answers of this account from this computer. Nothing changes in NetSuite or SuiteProjects Pro.",
    done: "Removed",
  },
};
