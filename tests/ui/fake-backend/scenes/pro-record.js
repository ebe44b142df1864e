// @ts-check
// The guides for SuiteProjects Pro and API secrets and the help, in every state.

import { guides, proRecord, readMessage, renewal } from "../pro-record.js";
import { bank, secret, secretsHeld } from "../api-secrets.js";

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

/** @param {Partial<ipc.BankSecretsView>} [part] @param {Shown["then"]} [then] @param {Partial<import("../api-secrets.js").SecretsHeld>} [held] @returns {Shown} */
const oneBank = (part = {}, then = [], held = {}) => ({ scene: { secrets: secretsHeld({ banks: { fhb: bank(part) }, ...held }) }, hash: "#/api-secrets/fhb", then });

/** The same with its names saved. @param {Partial<ipc.BankSecretsView>} [part] @param {Shown["then"]} [then] @param {Partial<import("../api-secrets.js").SecretsHeld>} [held] @returns {Shown} */
const namedBank = (part = {}, then = [], held = {}) => ({ scene: { secrets: secretsHeld({ banks: { fhb: bank(part, true) }, ...held }) }, hash: "#/api-secrets/fhb", then });

const banks = () => secretsHeld({
  board: {
    banks: [
      { id: "fhb", bank: "First Harbour Bank", accountId: "5530917", environment: "production", client: "Beispiel GmbH", created: true, entered: 2, connections: 3, overlap: { changedAt: "2026-11-20T09:24:00Z", until: "2026-11-20T10:24:00Z" }, endsOn: "2027-11-20" },
      { id: "old", bank: "Old Quay Bank", accountId: "5530917", environment: "production", client: "Beispiel GmbH", created: true, entered: 1, connections: 1, overlap: { changedAt: "2026-11-19T09:24:00Z", until: "2026-11-19T10:24:00Z" }, endsOn: null },
      { id: "new", bank: "Sparkasse am Kai", accountId: "4718203_SB1", environment: "sandbox", client: "", created: false, entered: 0, connections: 0, overlap: null, endsOn: null },
    ],
    unreadable: [],
    accounts: [{ accountId: "5530917", client: "Beispiel GmbH" }, { accountId: "4718203_SB1", client: "Northwind Traders" }],
  },
});

/** The hour since 09:24, seen at 09:46. */
const OVERLAP = { changedAt: "2026-11-20T09:24:00Z", until: "2026-11-20T10:24:00Z" };
const BOTH = () => [secret("client-id", { created: true, endsOn: "2027-11-20" }), secret("client-secret", { created: true, endsOn: "2026-12-10", kept: /** @type {const} */ ("secret-service") })];

/** @type {Record<string, Shown>} */
export const GUIDE_SCENES = {
  "api-secrets-empty": { scene: {}, hash: "#/api-secrets", then: [["click", "#begin"], ["wait", ".field-message"]] },
  "api-secrets": { scene: { secrets: banks() }, hash: "#/api-secrets" },
  "bank": oneBank(),
  "bank-create": namedBank(),
  "bank-connect": namedBank({ secrets: BOTH(), connections: [{ name: "EUR accounts", entered: true }, { name: "USD accounts", entered: false }] }),
  "bank-done": namedBank({ secrets: BOTH(), connections: [{ name: "EUR accounts", entered: true }] }),
  "bank-overlap": namedBank({ secrets: BOTH(), overlap: OVERLAP, connections: [{ name: "EUR accounts", entered: true }, { name: "USD accounts", entered: false }] }),
  "bank-overlap-over": namedBank({ secrets: BOTH(), overlap: { changedAt: "2026-11-19T09:24:00Z", until: "2026-11-19T10:24:00Z" }, connections: [{ name: "EUR accounts", entered: true }] }),
  "bank-notes": oneBank({}, [["fill", "#name-client-id", "Bank pin"], ["fill", "#id-client-id", "custsecretFHB client"], ["wait", "[data-act=use-id]"]]),
  "bank-refused": oneBank({}, [["fill", "#id-client-secret", "FHB secret"], ["fill", "#ends-client-id", "03/04/2027"], ["click", "#save-names"], ["wait", "[data-failure] .field-message"]]),
  "bank-value": namedBank({}, [["click", "#value-part-client-secret summary"], ["fill", "#value-client-secret", "q7Vd2m"], ["fill", "#again-client-secret", "q7Vd2n"], ["click", "#hold-value-client-secret"], ["wait", "#again-client-secret-message .field-message"]]),
  "bank-value-held": namedBank({}, [["click", "#value-part-client-secret summary"], ["click", "#choose-value-client-secret"], ["wait", "[data-held]"], ["click", "#save-value-client-secret"], ["wait", ".toast"], ["click", "#keep-value-client-secret"], ["wait", "[data-kept]"]], { report: { characters: 3120, lines: 3, blankAtEdge: true, invisible: true } }),
  "bank-brazil": oneBank({ bank: "Banco do Brasil" }, [["click", "#tick-brazil"], ["wait", "[data-secret=preferences]"]]),
  "bank-choices": namedBank({ domainNotes: [{ entered: "https://api.bank.example/v1", proposal: "api.bank.example" }], choices: { owners: "Mira Lindqvist", forSuiteApp: true, suiteApp: "com.example.bank", testAccounts: "", employees: "", allScripts: true, scripts: "", allDomains: false, domains: "https://api.bank.example/v1" } }, [["click", "#restrictions summary"]]),
  "bank-remove": oneBank({}, [["click", "[data-act=remove]"], ["wait", "dialog[open]"]]),
  "help": { scene: {}, hash: "#/help" },
  "help-secret": { scene: {}, hash: "#/help", then: [["click", "#help-private-key summary"], ["click", "#help-api-secrets summary"]] },
  "help-no-vault": { scene: { vault: { state: "locked" } }, hash: "#/help" },
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
