// @ts-check
// The board in every state, also of a whole portfolio, and what is reached from it by keyboard.

import { clientIdOf, forty, thirty, thousandSpread } from "../board.js";
import * as fixtures from "../fixtures.js";

/** @typedef {import("../scenes.js").Shown} Shown */

/** Go to, with something typed. The button that opens it is on the board that finds nothing. @param {string} query @returns {Shown} */
const goTo = (query) => ({ scene: { connections: thirty() }, hash: "#/connections", then: [["fill", "#filter", "no such thing"], ["click", "#go-further"], ["wait", "#go-to-list:not([hidden]), #go-to-said:not(:empty)"], ["fill", "#go-to", query], ["wait", "#go-to-count:not(:empty)"]] });

/** @type {Record<string, Shown>} */
export const BOARD_SCENES = {
  "board-empty": { scene: {}, hash: "" },
  "board": { scene: { connections: fixtures.clients() }, hash: "#/connections" },
  "board-calendar-saved": { scene: { connections: fixtures.clients() }, hash: "#/connections", then: [["wait", "#save-calendar"], ["click", "#save-calendar"], ["wait", "dialog[open]"]] },
  "board-filtered": { scene: { connections: fixtures.clients() }, hash: "#/connections", then: [["fill", "#filter", "gmbh"]] },
  "board-unreadable": { scene: { connections: [fixtures.runsOut()], unreadable: [{ path: "/home/mira/.local/share/app.certdesk/connections/7c1e.json", reason: "newer" }, { path: "/home/mira/.local/share/app.certdesk/connections/90aa.json", reason: "damaged" }, { path: "/home/mira/.local/share/app.certdesk/connections/c4d2.json", reason: "target-unknown" }, { path: "/home/mira/.local/share/app.certdesk/connections/e7f0.json", reason: "not-read" }] }, hash: "#/connections" },
  "board-loading": { scene: { hanging: ["connection_list"] }, hash: "#/connections", then: [["wait", "[data-screen=loading]"]] },
  "board-keychain-slow": { scene: { connections: fixtures.clients(), hanging: ["app_status"] }, hash: "#/connections", then: [["wait", "[data-screen=connections]"], ["wait", "#rail-connections"]] },
  "board-failed": { scene: { failures: { connection_list: { kind: "unexpected", reference: "4f2a-77" } } }, hash: "#/connections" },
  "board-full": { scene: { connections: fixtures.manyClients() }, hash: "#/connections" },
  "board-thirty": { scene: { connections: thirty() }, hash: "#/connections" },
  "board-thirty-sorted": { scene: { connections: thirty() }, hash: "#/connections", then: [["click", "#sort-client"]] },
  "board-thirty-found": { scene: { connections: thirty() }, hash: "#/connections", then: [["fill", "#filter", "sb1 boomi"]] },
  "board-thirty-none": { scene: { connections: thirty() }, hash: "#/connections", then: [["fill", "#filter", "no such thing"]] },
  "board-forty": { scene: { connections: forty() }, hash: "#/connections" },
  "board-forty-clients": { scene: { connections: forty() }, hash: "#/connections", then: [["select", "#group", "client"]] },
  "board-forty-accounts": { scene: { connections: forty() }, hash: "#/connections", then: [["select", "#group", "account"], ["select", "#target", "alumio"], ["select", "#environment", "sandbox"]] },
  "board-forty-filtered-out": { scene: { connections: forty() }, hash: "#/connections", then: [["select", "#environment", "sandbox"], ["select", "#state", "expired"], ["fill", "#filter", "nakamura"]] },
  "board-timeline-three": { scene: { connections: fixtures.clients().slice(0, 3) }, hash: "#/connections", then: [["click", "#view-timeline"], ["wait", ".mark"]] },
  "board-timeline": { scene: { connections: forty() }, hash: "#/connections", then: [["click", "#view-timeline"], ["wait", ".mark"]] },
  "board-timeline-thousand": { scene: { connections: thousandSpread() }, hash: "#/connections", then: [["click", "#view-timeline"], ["wait", ".mark"], ["wait", "#timeline-table tr:nth-child(800)"]] },
  "board-timeline-none": { scene: { connections: forty() }, hash: "#/connections", then: [["click", "#view-timeline"], ["wait", ".mark"], ["fill", "#filter", "no such thing"]] },
  "board-thousand": { scene: { connections: thousandSpread() }, hash: "#/connections", then: [["wait", "tbody:last-of-type tr"]] },
  "go-to": goTo(""),
  "go-to-found": goTo("sud"),
  "go-to-client-id": goTo(clientIdOf(3).slice(0, 12)),
  "go-to-codes": goTo("missing"),
  "go-to-code": goTo("MissingKey"),
  "go-to-error": goTo("HTTP 401 {\"error\":\"invalid_client\"} POST https://5530921-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token"),
  "go-to-nothing": goTo("zzzz"),
  "help-found": { scene: {}, hash: "#/help", then: [["fill", "#help-search", "refresh"]] },
};
