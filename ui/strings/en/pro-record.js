// @ts-check
// The record of SuiteProjects Pro: what NetSuite says of it, and the ways back to a working one.

import { day, figure } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { PlaceholderVerdict, ProAct, ProReason, ProSituation, ProStep, ProWay, RenewalView } from "../../types/ipc.d.ts" */

/** @param {number} days */
const left = (days) => (days === 1 ? "1 day left" : `${figure(days)} days left`);

export const proRecord = {
  title: "SuiteProjects Pro record",
  lead: "For the certificate that signs real-time record import, when it is missing or has run out.",
  elsewhereTitle: "Another kind of certificate",
  elsewhere: html`It is one of NetSuite’s <em>digital certificates</em>. They are kept in another place than the certificates of token requests, and together with a private key.`,
  begin: {
    title: "What do you see?",
    text: "The line of the health check, or the error",
    hint: "Copy it from SuiteProjects Pro or NetSuite. Only what it means is kept, not the text.",
    account: "NetSuite account",
    accountHint: "The account ID in any form, or an address of NetSuite. Progress is kept for each account.",
    act: "Begin",
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
    title: "Begun",
    caption: "Accounts with the step that comes next",
    account: "Account",
    step: "Next step",
    changed: "Last change",
    done: "Nothing left to do",
  },
  unreadable: { newer: "was written by a newer Certdesk. It is left as it is.", "target-unknown": "is for a system that this Certdesk does not know. It is left as it is.", damaged: "cannot be read. It is left as it is." },
  unreadableTitle: "The progress of one account cannot be shown",
  /** @type {Record<ProSituation, string>} */
  situation: {
    "not-found": "The record is not found",
    "no-certificate": "No valid certificate",
    "in-order": "Valid, and renews itself",
    overdue: "Valid, but not renewed in time",
    ended: "The certificate has ended",
  },
  said: {
    notFoundTitle: "NetSuite has no certificate record of this ID",
    notFound: "It was deleted, or was never made. Until it is back, real-time record import cannot sign and does not run.",
    noCertificateTitle: "There is no valid certificate",
    noCertificate: "None was generated yet, or the last one was not renewed. That the record is missing is not said.",
    /** @param {string} id */
    otherTitle: (id) => `This is about another certificate: ${id}`,
    other: html`This guide brings back <code>custcertificate_oa_realtime</code> only. Ask whoever made the other one: its file must be uploaded again, for NetSuite gives none back.`,
    unknownTitle: "Certdesk does not know this text",
    unknown: "It says nothing of the certificate that this guide is for. Paste one of the three sentences below, whole.",
    secretTitle: "This is a private key",
    secret: "It belongs nowhere but into a keychain or the file it came from. Take it out of this field. Nothing of it was kept.",
    /** @param {RenewalView} until */
    validTitle: (until) => (until.phase === "ended" ? `It ended on ${day(until.day)}` : `Valid until ${day(until.day)}: ${left(until.daysLeft)}`),
    /** @param {RenewalView} until */
    valid(until) {
      const { from, to, phase } = until;
      if (phase === "before") return `SuiteProjects Pro renews it by itself one to two weeks before its end: between ${day(from)} and ${day(to)}. Nothing is to be done.`;
      if (phase === "due") return `SuiteProjects Pro renews it by itself in these days: between ${day(from)} and ${day(to)}. Look again after ${day(to)}.`;
      if (phase === "overdue") return `SuiteProjects Pro should have renewed it between ${day(from)} and ${day(to)}, and has not. Generate a new one before it ends.`;
      return `It was not renewed between ${day(from)} and ${day(to)}. Real-time record import cannot sign any more.`;
    },
    /** @param {string} date */
    ambiguousTitle: (date) => `${date} can be two days`,
    /** @param {string} date */
    severalTitle: (date) => `${date} can be several days`,
    ambiguous: "Which one is meant depends on the date format of the account. Choose it; if you do not know, take the earlier one.",
    ambiguousLater: "Both readings are shown on the next page, where you choose.",
    /** @param {string} date */
    undatedTitle: (date) => (date ? `No day can be read from “${date}”` : "The date is missing"),
    undated: "Write it as year, month and day, for example 2026-12-31.",
    readings: "Meant is",
    /** @param {RenewalView} reading */
    reading: (reading) => (reading.phase === "ended" ? "has passed" : left(reading.daysLeft)),
  },
  /** @type {Record<ProStep, string>} */
  step: {
    says: "What NetSuite says",
    bundles: "Bundle versions",
    way: "The way back",
    restore: "Bring the record back",
    role: "Role and boxes",
    generate: "Generate the working certificate",
    check: "Health check",
  },
  /** @type {Record<ProWay, string>} */
  restore: { "by-hand": "Make the record again", update: "Update the bundles", generate: "Bring the record back", nothing: "Bring the record back" },
  /** @type {Record<ProStep, string>} */
  ahead: {
    says: "The health check’s line, or the error",
    bundles: "They decide how the record comes back",
    way: "Generate, update, or make it again by hand",
    restore: "By hand, or by an update",
    role: "What must be set before it can work",
    generate: "SuiteProjects Pro > Administration > NetSuite Connector > Tips",
    check: "It should say: Current real-time import certificate is valid until …",
  },
  bundles: {
    lead: "How the record comes into being changed with the versions of two bundles. Their versions stand in the list of installed bundles.",
    import: "Version of bundle 369630",
    importHint: "The bundle of real-time record import; its old ID is 12610.",
    integration: "Version of bundle 369637",
    integrationHint: "SuiteProjects Pro SRP Integration; its old ID is 2851.",
    unknown: "Leave a field empty if nobody can look it up now. The way is then less certain, and you can come back.",
    /** @param {string | null} imported @param {string | null} integration */
    summary: (imported, integration) => `369630: ${imported ?? "not known"} · 369637: ${integration ?? "not known"}`,
  },
  /** @type {Record<ProReason, string>} */
  reason: {
    "renews-itself": "SuiteProjects Pro renews the certificate by itself.",
    "renewal-missed": "The certificate is valid, but the days of its renewal have passed. A new one is generated by hand.",
    ended: "The certificate has ended. The record may well be there: generate a new certificate into it.",
    "never-generated": "Nothing says that the record is missing. Generate first. If NetSuite then says that the record is not found, take one of the other ways.",
    "bundle-before-record": "Bundle 369630 has this record from version 3.0 on. Yours is older: there is no placeholder to make it from.",
    "made-by-itself": "Bundle 369630 is 4.02 or newer and 369637 is 5.02 or newer. With these the record is made by itself when it is absent.",
    "integration-too-old": "Bundle 369630 no longer brings the record, and 369637 makes it only from version 5.02 on. Yours is older.",
    "integration-not-known": "Bundle 369630 no longer brings the record. Bundle 369637 makes it from version 5.02 on; which one you have is not known.",
    "placeholder-in-bundle": "Bundle 369630 brought the record and its placeholder from 3.0 to before 4.02. What was deleted does not come back by itself.",
    "versions-not-known": "Without the versions nobody can say whether the record comes back by itself. Generate shows it: it either works, or says again that the record is not found.",
  },
  ways: {
    legend: "Way",
    recommended: "Certdesk’s advice",
    act: "Take this way",
    /** @type {Record<ProWay, { title: string, note: string }>} */
    cards: {
      generate: { title: "Press Generate", note: "One button in SuiteProjects Pro. Nothing is changed in NetSuite by hand." },
      update: { title: "Update the bundles", note: "The record is then made by itself. Touches more than the record: Oracle advises to test it in a sandbox account." },
      "by-hand": { title: "Make the record again by hand", note: "A few minutes on one page of NetSuite. The bundles stay as they are." },
      nothing: { title: "Nothing to do", note: "" },
    },
  },
  update: {
    lead: "In this order: the second bundle needs what the first one brings. Oracle gives the same order for earlier versions.",
    sandboxTitle: "In a sandbox account first",
    sandbox: "Oracle advises to test bundle updates in a sandbox account. An update can overwrite what was changed in the bundle’s objects.",
    how: html`Open the list, and in the row of the bundle choose <em>Update</em>, then <em>Update Bundle</em>. Needs an Administrator, or the permission <em>SuiteApp Marketplace</em>.`,
    /** @type {Partial<Record<ProAct, { title: string, note: string }>>} */
    bundle: {
      "integration-updated": { title: "Bundle 369637, SRP Integration", note: "To version 5.02 or newer." },
      "import-updated": { title: "Bundle 369630, real-time import", note: "To version 4.02 or newer, after 369637." },
    },
    tick: "It is updated",
  },
  byHand: {
    warnTitle: "Try it in a sandbox account first",
    warn: "NetSuite’s help advises against using the ID of a deleted certificate again. The procedure of SuiteProjects Pro needs exactly this ID. The two contradict each other; the procedure is followed here.",
    support: "Text for Oracle support, if NetSuite refuses the ID",
    supportCopy: "the text for Oracle support",
    /** @param {string} account @param {string | null} imported @param {string | null} integration */
    supportText: (account, imported, integration) => `The digital certificate record custcertificate_oa_realtime was deleted in account ${account}. SuiteProjects Pro needs it for real-time record import and says: Certificate "custcertificate_oa_realtime" not found.

We followed the procedure of the SuiteProjects Pro help (article_0124073449): Setup > Company > Certificates > Create New, Name "SuiteProjects Pro real-time", ID "_oa_realtime", file openair-certificate.pem. NetSuite does not save the record. The message is: [enter the message here]

NetSuite's help says that the ID of a deleted certificate must not be used again, while the procedure needs this ID. Please tell us how the record can be made again, or release the ID.

Bundle 369630: ${imported ?? "version not known"}. Bundle 369637: ${integration ?? "version not known"}.`,
    download: "Download the placeholder",
    file: html`The file is <code>openair-certificate.pem</code>. It is not valid on purpose: the last step replaces it. If the bundle was installed under its old ID, the folder may be named after 12610.`,
    downloaded: "It is downloaded",
    check: "Check the file…",
    checkAgain: "Check another file…",
    checking: "Reading…",
    checkNote: "The file is read on this computer and sent nowhere.",
    /** @type {Record<PlaceholderVerdict, { tone: "ok" | "warn" | "danger", text: string }>} */
    verdict: {
      pair: { tone: "ok", text: "a certificate with its private key. That is the form that this page of NetSuite asks for." },
      mismatch: { tone: "warn", text: "a certificate and a private key that do not belong together. For a placeholder that may be so on purpose; NetSuite says on Save whether it takes it." },
      "certificate-only": { tone: "warn", text: "a certificate without a private key. Whether NetSuite takes that here is not documented; if Save refuses it, make a file in its place." },
      "key-only": { tone: "warn", text: "a private key without a certificate. If Save refuses it, make a file in its place." },
      encrypted: { tone: "warn", text: "protected by a password, which Save will ask for. The procedure names none: this may be another file." },
      unreadable: { tone: "warn", text: "a PEM file that Certdesk cannot read. For a placeholder that may be so on purpose; NetSuite says on Save whether it takes it." },
      "web-page": { tone: "danger", text: "a web page, not a certificate. The download ended on a page such as the sign-in. Download it again." },
      other: { tone: "danger", text: "not a certificate file. Choose the file from the folder above." },
    },
    /** @param {string} name */
    otherName: (name) => `It is called ${name}, not openair-certificate.pem.`,
    closer: "Look closer at it in the file doctor",
    gone: "The folder or the file is gone",
    goneNote: "Certdesk can make a file in its place: a certificate and its private key in one PEM file, the form that NetSuite’s help asks for on this page. That it serves as this placeholder is plausible; Oracle has not confirmed it.",
    goneKey: "Its key is made for this file and kept nowhere else. The file is readable by you alone; delete it once step 6 is done.",
    /** @param {number} days */
    goneDays: (days) => `It is valid for ${days} days. Until Generate has replaced it, a health check may show that date: it is not yet the working certificate.`,
    make: "Make a file in its place…",
    making: "Making…",
    /** @param {string} when @param {string} path */
    made: (when, path) => `Made ${when}: ${path}`,
    madeToast: "The file is saved",
    create: "Create the certificate record",
    needs: html`Needs the permission <em>Certificate Management</em>.`,
    name: "Name",
    id: "ID",
    idNote: html`NetSuite makes it <code>custcertificate_oa_realtime</code>`,
    certificateFile: "Certificate File",
    others: html`The procedure names no other field. <em>Password</em> stays empty unless the file has one.`,
    saved: "The record is saved",
    shown: "Compare the ID",
    shownLabel: "ID shown after Save",
    shownHint: "Copy it from the record.",
    fits: "This is the ID that SuiteProjects Pro looks for.",
    continue: "Continue",
    foot: "Certdesk cannot see this page of NetSuite; you confirm it.",
  },
  role: {
    lead: html`The role <em>SuiteProjects Pro Integration Administrator</em> needs each of these at the level <em>Full</em>.`,
    permissions: "Permissions of the role",
    boxes: "Boxes in SuiteProjects Pro",
    boxesNote: "The health check shows the line of the certificate only when both are set.",
    integration: "Single sign-on or real-time integration is on",
    marketplaceNote: "Since bundle 369630 4.03",
    continue: "Continue",
    note: "All six are needed; the seventh where it is asked for.",
    noteSix: "All six are needed.",
  },
  generate: {
    lead: "In SuiteProjects Pro, as an Administrator:",
    after: "It makes a certificate of its own and puts it into the record. From then on it renews it one to two weeks before its end. How long one lives is not documented.",
    tick: "Generate was pressed",
    continue: "Continue",
  },
  check: {
    lead: "Open the health check in SuiteProjects Pro again and paste what it says now.",
    act: "Read it",
    busy: "Reading…",
    notYetTitle: "It is not working yet",
    notFound: "The record is still not found. Generate alone does not bring it back here.",
    noCertificate: "There is still no valid certificate. Press Generate again, and compare the role’s permissions: without Certificate Management the certificate cannot be written.",
    ended: "The certificate that it names has ended: Generate has not replaced it.",
    overdue: "It names a certificate that ends within a week: Generate has not replaced it.",
    standIn: "This is the last day of the file that stood in for the placeholder: Generate has not replaced it yet.",
    otherWay: "Take another way",
    generateAgain: "Back to Generate",
  },
  done: {
    title: "Real-time record import can sign again",
    nothingTitle: "Nothing is to be done",
    standIn: "The file that stood in for the placeholder still holds a private key. Delete it:",
    again: "Read another line",
  },
  notTicked: "Something of this step is not ticked yet. What is ticked is kept; you can leave and come back.",
  account: "This account",
  client: "Client",
  clientHint: "For yourself; shown in the list.",
  remove: {
    act: "Forget this account",
    /** @param {string} account */
    title: (account) => `Forget how far ${account} is?`,
    body: "The ticks and answers of this account are deleted from this computer. Nothing changes in NetSuite or SuiteProjects Pro.",
    done: "Forgotten",
  },
};
