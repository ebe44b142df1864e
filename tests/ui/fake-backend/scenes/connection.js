// @ts-check
// One connection in every state.

import * as fixtures from "../fixtures.js";

/** @import { Shown } from "../scenes.js" */

/** Scopes without a read that is harmless in every account. @type {Pick<import("../../../../ui/types/ipc.d.ts").ConnectionView, "scopes" | "preflight">} */
const RESTLETS = { scopes: ["restlets", "suite_analytics"], preflight: fixtures.preflight({ ...fixtures.runsOut(), scopes: ["restlets", "suite_analytics"] }) };

/** @type {Record<string, Shown>} */
export const CONNECTION_SCENES = {
  "connection-administrator": { scene: { connections: [fixtures.connection(null, { lastProof: { ...fixtures.proofSummary(), role: "3", entity: "-5" } })] }, hash: "#/connection/northwind" },
  "connection-cli": { scene: { connections: [fixtures.connection(null, fixtures.byCli())] }, hash: "#/connection/northwind" },
  "connection": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind" },
  "connection-setting-up": { scene: { connections: [fixtures.connection("upload")] }, hash: "#/connection/northwind" },
  "connection-tested": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "[data-act=test]"], ["wait", "#test-result"]] },
  "connection-call-refused": { scene: { connections: [fixtures.runsOut()], testCall: fixtures.LOGIN_REFUSED }, hash: "#/connection/northwind", then: [["click", "[data-act=test]"], ["wait", "#call-refused"]] },
  "connection-call-refused-before": { scene: { connections: [fixtures.connection(null, { calls: [fixtures.LOGIN_REFUSED.call], status: { kind: "call-refused", at: fixtures.NOW } })] }, hash: "#/connection/northwind" },
  "connection-restlets-only": { scene: { connections: [{ ...fixtures.runsOut(), ...RESTLETS }] }, hash: "#/connection/northwind", then: [["click", "[data-act=test]"], ["wait", "#call-none"]] },
  "connection-query-refused": { scene: { connections: [fixtures.connection(null, { calls: [fixtures.WORKED.call] })], askedCall: fixtures.refusedCall("query", [fixtures.callCause("workbook-permission-missing")], { subject: "", detail: "Permission violation: the role lacks SuiteAnalytics Workbook.", decided: true }) }, hash: "#/connection/northwind", then: [["click", "#more-calls summary"], ["fill", "#call-query", "SELECT id FROM customer"], ["click", "[data-act=call-query]"], ["wait", "#call-refused"]] },
  "connection-refused": { scene: { connections: fixtures.clients(), failures: { token_request: fixtures.REFUSED } }, hash: "#/connection/vermeer", then: [["click", "[data-act=test]"], ["wait", "#refusal"]] },
  "connection-expired": { scene: { connections: fixtures.clients() }, hash: "#/connection/beispiel" },
  "connection-details": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "[data-act=details]"], ["wait", "dialog[open]"]] },
  "connection-remove": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind/end", then: [["click", "[data-act=remove]"], ["wait", "dialog[open]"], ["fill", "#typed", "Northwind Traders"]] },
  "connection-rename": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "[data-act=rename]"], ["wait", "dialog[open]"]] },
  "connection-gone": { scene: {}, hash: "#/connection/nobody" },
};
