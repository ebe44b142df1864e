// @ts-check
// The record of SuiteProjects Pro in every state.

import { guides, proRecord, readMessage, renewal } from "../pro-record.js";

/** @import * as ipc from "../../../../ui/types/ipc.d.ts" */
/** @import { Shown } from "../scenes.js" */

const AT = "2026-11-20T09:50:00Z";

/** @param {ipc.ProRecordView} view @param {ipc.ProStep | null} [step] @param {Shown["then"]} [then] @param {Partial<ipc.ProRecordView>} [chosen] @returns {Shown} */
const pro = (view, step = null, then = [], chosen = {}) => ({ scene: { guides: guides({ proRecords: { [view.accountId]: view }, chosen }) }, hash: `#/suiteprojects-pro/${view.accountId}${step ? `/${step}` : ""}`, then });

/** @param {ipc.PlaceholderVerdict} verdict @param {string} [name] */
const looked = (verdict, name = "openair-certificate.pem") => ({ placeholder: { name, at: AT, verdict } });

const board = () => guides({
  proBoard: {
    records: [
      { accountId: "5530917", environment: "production", client: "Beispiel GmbH", situation: "not-found", openStep: "restore", changedAt: "2026-11-20T09:12:00Z" },
      { accountId: "4718203_SB1", environment: "sandbox", client: "", situation: "in-order", openStep: null, changedAt: "2026-11-12T15:00:00Z" },
    ],
    unreadable: [{ path: "/home/mira/.local/share/app.certdesk/suiteprojects-pro/1.proRecord.json", reason: "newer" }],
    accounts: [{ accountId: "5530917", client: "Beispiel GmbH" }, { accountId: "4718203_SB1", client: "Northwind Traders" }],
  },
});

/** @type {ipc.ProStepView[]} */
const ONE_PRESS = [{ step: "says", state: "done" }, { step: "generate", state: "open" }, { step: "check", state: "ahead" }];

const AMBIGUOUS = "Current real-time import certificate is valid until 03/04/2027";

/** @type {Record<string, Shown>} */
export const PRO_RECORD_SCENES = {
  "pro-records-empty": { scene: {}, hash: "#/suiteprojects-pro" },
  "pro-records": { scene: { guides: board() }, hash: "#/suiteprojects-pro", then: [["fill", "#pro-text", "Certificate \"custcertificate_oa_realtime\" not found"], ["wait", "[data-said=not-found]"]] },
  "pro-records-valid": { scene: {}, hash: "#/suiteprojects-pro", then: [["fill", "#pro-text", "Current real-time import certificate is valid until 12/31/2026"], ["wait", "[data-said=valid-until]"]] },
  "pro-records-ambiguous": { scene: {}, hash: "#/suiteprojects-pro", then: [["fill", "#pro-text", AMBIGUOUS], ["wait", "[data-said=valid-until]"]] },
  "pro-records-unknown": { scene: {}, hash: "#/suiteprojects-pro", then: [["fill", "#pro-text", "INVALID_LOGIN"], ["wait", "[data-said=unknown]"], ["fill", "#pro-account", "5530917"], ["click", "#begin"], ["wait", "#pro-text-message .field-message"]] },
  "pro-record-says": pro(proRecord("says", { heard: { at: AT, said: readMessage(AMBIGUOUS) }, situation: null, bundles: null, reason: null, ways: [], way: null })),
  "pro-record-says-other": pro(proRecord("says", { heard: { at: AT, said: { kind: "other-not-found", id: "custcertificate_bank_sftp" } }, situation: null })),
  "pro-record-bundles": pro(proRecord("bundles", { bundles: null, reason: null, ways: [], way: null }), null, [["fill", "#bundle-import", "4.1"], ["click", "[data-act=continue]"], ["wait", "#bundle-import-message .field-message"]]),
  "pro-record-way": pro(proRecord("way", { way: null })),
  "pro-record-by-hand": pro(proRecord("restore")),
  "pro-record-by-hand-checked": pro(proRecord("restore", { acts: ["placeholder-downloaded"] }), null, [["click", "#check-file"], ["wait", "#verdict"], ["fill", "#record-id", "custcertificate_oa_realtime"]], looked("unreadable")),
  "pro-record-by-hand-wrong": pro(proRecord("restore"), null, [["click", "#check-file"], ["wait", "#verdict"], ["fill", "#record-id", "custcertificateoa_realtime"], ["click", "[data-act=continue]"], ["wait", "#record-id-message .field-message"]], looked("web-page", "login.html")),
  "pro-record-stand-in": pro(proRecord("restore"), null, [["click", "#support summary"], ["click", "#gone summary"], ["click", "#make-stand-in"], ["wait", "#stand-in"]]),
  "pro-record-update": pro(proRecord("restore", { way: "update", acts: ["integration-updated"] })),
  "pro-record-role": pro(proRecord("role", { recordId: "custcertificate_oa_realtime", marketplace: null, acts: ["permission-oidc"] })),
  "pro-record-role-seen": pro(proRecord("role", { situation: "no-certificate", boxesSeen: true, acts: ["permission-oidc"] })),
  "pro-record-generate": pro(proRecord("generate", { heard: { at: AT, said: { kind: "no-certificate" } }, situation: "no-certificate", bundles: null, reason: "none-valid", ways: ["generate"], way: "generate", boxesSeen: true, steps: ONE_PRESS })),
  "pro-record-failed": pro(proRecord("way", { failed: true, reason: "not-made-by-generate", way: null, bundles: { import: null, integration: null } })),
  "pro-record-check": pro(proRecord("check")),
  "pro-record-check-unclear": pro(proRecord("check", { heard: { at: AT, said: readMessage(AMBIGUOUS) } })),
  "pro-record-stand-in-left": pro(proRecord("generate", { failed: true, situation: "stand-in", reason: "stand-in-left", ways: ["generate"], way: "generate", heard: { at: AT, said: { kind: "valid-until", date: "2026-12-20", readings: [renewal("2026-12-20", 30)], until: renewal("2026-12-20", 30) } }, steps: ONE_PRESS })),
  "pro-record-done": pro(proRecord(null, { proven: true, situation: "in-order", heard: { at: AT, said: { kind: "valid-until", date: "2027-11-20", readings: [renewal("2027-11-20", 365)], until: renewal("2027-11-20", 365) } }, standIn: { path: "/home/mira/Documents/openair-certificate.pem", at: AT } })),
  "pro-record-nothing": pro(proRecord(null, { heard: { at: AT, said: { kind: "valid-until", date: "12/5/2026", readings: [], until: renewal("2026-12-02", 12, "due") } }, situation: "in-order", bundles: null, reason: "valid", ways: ["nothing"], way: "nothing", steps: [{ step: "says", state: "done" }] })),
  "pro-record-gone": { scene: {}, hash: "#/suiteprojects-pro/999" },
};
