// @ts-check
// The diagnosis in its states: failed, settled, an unknown code, a pasted text, something seen,
// asked, offline, found before anything failed, nothing wrong; a token of a minute ago, before and
// after NetSuite was asked; and while the keys are locked.

import { blocked, expired, fine, fresh, gone, offline, two } from "../diagnosis.js";
import * as fixtures from "../fixtures.js";

/** @import { Shown } from "../scenes.js" */

const vermeer = "#/connection/vermeer/diagnosis";
const practice = () => fixtures.clients().map((view) => (view.id === "practice" ? { ...view, lastRefusal: { at: fixtures.NOW, reason: "invalid_client" } } : view));

/** @type {Record<string, Shown>} */
export const DIAGNOSIS_SCENES = {
  "diagnosis": { scene: { connections: fixtures.clients() }, hash: vermeer },
  "diagnosis-open": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["click", "#cause-integration-blocked summary"], ["click", "#cause-client-id-wrong summary"]] },
  "diagnosis-practice": { scene: { connections: practice(), practice: "http://127.0.0.1:41234" }, hash: "#/connection/practice/diagnosis" },
  "diagnosis-settled": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["fill", "#audit-code", "EntityOrRoleDisabled"], ["click", "#use-code"], ["wait", "[data-situation=settled]"]] },
  "diagnosis-code-unknown": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["fill", "#audit-code", "Failure"], ["click", "#use-code"], ["wait", "#audit-code-message .field-message"]] },
  "diagnosis-pasted": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["fill", "#pasted", "HTTP 500 {\"error\":\"server_error\"}"], ["click", "#read-pasted"], ["wait", "#pasted-found .evidence"]] },
  "diagnosis-pasted-nothing": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["fill", "#pasted", "-----BEGIN PRIVATE KEY-----"], ["click", "#read-pasted"], ["wait", "#pasted-found .field-message"]] },
  "diagnosis-two": { scene: { connections: fixtures.clients(), diagnosis: two() }, hash: vermeer },
  "diagnosis-seen": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["select", "#seen", "application-not-offered"], ["wait", "[data-cause=grant-not-ticked]"]] },
  "diagnosis-asked": { scene: { connections: fixtures.clients() }, hash: vermeer, then: [["click", "#ask"], ["wait", "[data-check=account][data-outcome=passed]"]] },
  "diagnosis-offline": { scene: { connections: fixtures.clients(), diagnosis: offline() }, hash: vermeer },
  "diagnosis-found": { scene: { connections: fixtures.clients(), diagnosis: expired() }, hash: "#/connection/beispiel/diagnosis" },
  "diagnosis-fine": { scene: { connections: fixtures.clients(), diagnosis: fine() }, hash: "#/connection/alder/diagnosis" },
  "diagnosis-new": { scene: { connections: [fixtures.connection("account")], diagnosis: { ...fine(), checks: fine().checks.map((check) => (check.check === "audience" ? check : { ...check, outcome: "open", sign: null, detail: "" })), certificateId: null, tokenUrl: null } }, hash: "#/connection/northwind/diagnosis" },
  "diagnosis-fresh": { scene: { connections: fixtures.clients(), diagnosis: fresh(), asked: blocked() }, hash: vermeer },
  "diagnosis-signed-in": { scene: { connections: fixtures.clients(), diagnosis: { ...fresh(), listReadable: true }, asked: blocked() }, hash: vermeer },
  "diagnosis-blocked": { scene: { connections: fixtures.clients(), diagnosis: blocked() }, hash: vermeer },
  "diagnosis-gone": { scene: { connections: fixtures.clients(), diagnosis: gone() }, hash: vermeer },
  "diagnosis-unread": { scene: { connections: fixtures.clients(), diagnosis: { ...fresh(), askedAt: fixtures.NOW, listUnread: true } }, hash: vermeer },
  "diagnosis-locked": { scene: { connections: fixtures.clients(), diagnosis: { ...fresh(), checks: fresh().checks.map((check) => (check.check === "pair" ? { ...check, outcome: "open", sign: null } : check)) }, vault: { state: "key-files-locked" } }, hash: vermeer },
  "diagnosis-running": { scene: { connections: fixtures.clients(), hanging: ["diagnosis_read"] }, hash: vermeer, then: [["wait", "[data-screen=loading]"]] },
};
