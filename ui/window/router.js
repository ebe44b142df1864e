// @ts-check
// Addresses within the window: the part after "#". Reading and writing them, nothing else.

/** @import { ProStep, RotationOrder, RotationReason, Step } from "../types/ipc.d.ts" */

/**
 * @typedef {{ screen: "connections" }
 *   | { screen: "new", practice: boolean }
 *   | { screen: "bring" }
 *   | { screen: "doctor" }
 *   | { screen: "connection", id: string }
 *   | { screen: "setup", id: string, step: Step | null }
 *   | { screen: "rotate", id: string, reason: RotationReason | null, order: RotationOrder | null }
 *   | { screen: "rotations" }
 *   | { screen: "refreshed", id: string }
 *   | { screen: "end", id: string }
 *   | { screen: "certificates", id: string, revoke?: string | null }
 *   | { screen: "certificate-upload", id: string }
 *   | { screen: "sign-in", id: string }
 *   | { screen: "code-samples", id: string }
 *   | { screen: "secret-stores", id: string, credentialId: string | null }
 *   | { screen: "diagnosis", id: string }
 *   | { screen: "leak", id: string, credentialId: string }
 *   | { screen: "backup" }
 *   | { screen: "backup-hand-over", id: string }
 *   | { screen: "help" }
 *   | { screen: "about" }
 *   | { screen: "api-secrets" }
 *   | { screen: "bank", id: string }
 *   | { screen: "pro-records" }
 *   | { screen: "pro-record", account: string, step: ProStep | null }
 *   | { screen: "tba-plans" }
 *   | { screen: "tba-plan", account: string }
 *   | { screen: "tba-entry", account: string, entry: string }} Route
 */

/** @type {readonly Step[]} */
export const STEPS = ["target", "account", "role", "integration", "key", "upload", "prove", "hand-over"];
/** @type {readonly ProStep[]} */
const PRO_STEPS = ["says", "bundles", "way", "restore", "role", "generate", "check"];
/** @type {readonly RotationReason[]} */
const REASONS = ["renewal", "sandbox-refreshed", "leak"];
/** @type {readonly RotationOrder[]} */
const ORDERS = ["replace-first", "revoke-first"];

/**
 * @param {string} hash as in `location.hash`
 * @returns {Route} the board for anything that is no address of ours
 */
export function parseRoute(hash) {
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = hash.replace(/^#\/?/, "").split("/").map(decode);
  if (first === "new") return { screen: "new", practice: second === "practice" };
  if (first === "doctor") return { screen: "doctor" };
  if (first === "bring") return { screen: "bring" };
  if (first === "connection" && second && third === "") return { screen: "connection", id: second };
  if (first === "connection" && second && third === "setup") {
    return { screen: "setup", id: second, step: STEPS.find((step) => step === fourth) ?? null };
  }
  if (first === "connection" && second && third === "rotate") {
    return { screen: "rotate", id: second, reason: REASONS.find((reason) => reason === fourth) ?? null, order: ORDERS.find((order) => order === fifth) ?? null };
  }
  if (first === "connection" && second && third === "end") return { screen: "end", id: second };
  if (first === "connection" && second && third === "refreshed") return { screen: "refreshed", id: second };
  if (first === "connection" && second && third === "certificates") {
    return fourth === "upload" ? { screen: "certificate-upload", id: second } : { screen: "certificates", id: second, revoke: (fourth === "revoke" && fifth) || null };
  }
  if (first === "connection" && second && third === "sign-in") return { screen: "sign-in", id: second };
  if (first === "connection" && second && third === "code-samples") return { screen: "code-samples", id: second };
  if (first === "connection" && second && third === "secret-stores") return { screen: "secret-stores", id: second, credentialId: fourth || null };
  if (first === "connection" && second && third === "diagnosis") return { screen: "diagnosis", id: second };
  if (first === "connection" && second && third === "leak" && fourth) return { screen: "leak", id: second, credentialId: fourth };
  if (first === "backup") return second ? { screen: "backup-hand-over", id: second } : { screen: "backup" };
  if (first === "help") return { screen: "help" };
  if (first === "about") return { screen: "about" };
  if (first === "api-secrets") return second ? { screen: "bank", id: second } : { screen: "api-secrets" };
  if (first === "suiteprojects-pro") {
    return second ? { screen: "pro-record", account: second, step: PRO_STEPS.find((step) => step === third) ?? null } : { screen: "pro-records" };
  }
  if (first === "move-from-tba") {
    if (!second) return { screen: "tba-plans" };
    return third ? { screen: "tba-entry", account: second, entry: third } : { screen: "tba-plan", account: second };
  }
  if (first === "rotate") return { screen: "rotations" };
  return { screen: "connections" };
}

/**
 * @param {Route} route
 * @returns {string} the address, for `href` and `location.hash`
 */
export function hashOf(route) {
  switch (route.screen) {
    case "connections":
      return "#/connections";
    case "new":
      return route.practice ? "#/new/practice" : "#/new";
    case "bring":
      return "#/bring";
    case "doctor":
      return "#/doctor";
    case "connection":
      return `#/connection/${encodeURIComponent(route.id)}`;
    case "setup":
      return `#/connection/${encodeURIComponent(route.id)}/setup${route.step ? `/${route.step}` : ""}`;
    case "rotate":
      return `#/connection/${encodeURIComponent(route.id)}/rotate${route.reason ? `/${route.reason}${route.order ? `/${route.order}` : ""}` : ""}`;
    case "rotations":
      return "#/rotate";
    case "end":
      return `#/connection/${encodeURIComponent(route.id)}/end`;
    case "refreshed":
      return `#/connection/${encodeURIComponent(route.id)}/refreshed`;
    case "certificates":
      return `#/connection/${encodeURIComponent(route.id)}/certificates${route.revoke ? `/revoke/${encodeURIComponent(route.revoke)}` : ""}`;
    case "certificate-upload":
      return `#/connection/${encodeURIComponent(route.id)}/certificates/upload`;
    case "sign-in":
      return `#/connection/${encodeURIComponent(route.id)}/sign-in`;
    case "code-samples":
      return `#/connection/${encodeURIComponent(route.id)}/code-samples`;
    case "secret-stores":
      return `#/connection/${encodeURIComponent(route.id)}/secret-stores${route.credentialId ? `/${encodeURIComponent(route.credentialId)}` : ""}`;
    case "diagnosis":
      return `#/connection/${encodeURIComponent(route.id)}/diagnosis`;
    case "leak":
      return `#/connection/${encodeURIComponent(route.id)}/leak/${encodeURIComponent(route.credentialId)}`;
    case "backup":
      return "#/backup";
    case "backup-hand-over":
      return `#/backup/${encodeURIComponent(route.id)}`;
    case "help":
      return "#/help";
    case "about":
      return "#/about";
    case "api-secrets":
      return "#/api-secrets";
    case "bank":
      return `#/api-secrets/${encodeURIComponent(route.id)}`;
    case "pro-records":
      return "#/suiteprojects-pro";
    case "pro-record":
      return `#/suiteprojects-pro/${encodeURIComponent(route.account)}${route.step ? `/${route.step}` : ""}`;
    case "tba-plans":
      return "#/move-from-tba";
    case "tba-plan":
      return `#/move-from-tba/${encodeURIComponent(route.account)}`;
    case "tba-entry":
      return `#/move-from-tba/${encodeURIComponent(route.account)}/${encodeURIComponent(route.entry)}`;
  }
}

/** A stray percent sign is no reason to fail. @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
