// @ts-check
// One connection in every state.

import * as fixtures from "../fixtures.js";

/** @import { Shown } from "../scenes.js" */

/** @type {Record<string, Shown>} */
export const CONNECTION_SCENES = {
  "connection-administrator": { scene: { connections: [fixtures.connection(null, { lastProof: { ...fixtures.proofSummary(), role: "3", entity: "-5" } })] }, hash: "#/connection/northwind" },
  "connection-cli": { scene: { connections: [fixtures.connection(null, fixtures.byCli())] }, hash: "#/connection/northwind" },
  "connection": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind" },
  "connection-setting-up": { scene: { connections: [fixtures.connection("upload")] }, hash: "#/connection/northwind" },
  "connection-tested": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "[data-act=test]"], ["wait", "#test-result"]] },
  "connection-refused": { scene: { connections: fixtures.clients(), failures: { token_request: fixtures.REFUSED } }, hash: "#/connection/vermeer", then: [["click", "[data-act=test]"], ["wait", "#refusal"]] },
  "connection-expired": { scene: { connections: fixtures.clients() }, hash: "#/connection/beispiel" },
  "connection-details": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "[data-act=details]"], ["wait", "dialog[open]"]] },
  "connection-remove": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind/end", then: [["click", "[data-act=remove]"], ["wait", "dialog[open]"], ["fill", "#typed", "Northwind Traders"]] },
  "connection-rename": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "[data-act=rename]"], ["wait", "dialog[open]"]] },
  "connection-gone": { scene: {}, hash: "#/connection/nobody" },
};
