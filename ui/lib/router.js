// @ts-check
// Addresses within the window: the part after "#". Reading and writing them, nothing else.

/** @import { Step } from "../types/ipc.d.ts" */

/**
 * @typedef {{ screen: "connections" }
 *   | { screen: "new", practice: boolean }
 *   | { screen: "bring" }
 *   | { screen: "connection", id: string }
 *   | { screen: "setup", id: string, step: Step | null }} Route
 */

/** @type {readonly Step[]} */
export const STEPS = ["target", "account", "role", "integration", "key", "upload", "prove", "hand-over"];

/**
 * @param {string} hash as in `location.hash`
 * @returns {Route} the board for anything that is no address of ours
 */
export function parseRoute(hash) {
  const [first = "", second = "", third = "", fourth = ""] = hash.replace(/^#\/?/, "").split("/").map(decode);
  if (first === "new") return { screen: "new", practice: second === "practice" };
  if (first === "bring") return { screen: "bring" };
  if (first === "connection" && second && third === "") return { screen: "connection", id: second };
  if (first === "connection" && second && third === "setup") {
    return { screen: "setup", id: second, step: STEPS.find((step) => step === fourth) ?? null };
  }
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
    case "connection":
      return `#/connection/${encodeURIComponent(route.id)}`;
    case "setup":
      return `#/connection/${encodeURIComponent(route.id)}/setup${route.step ? `/${route.step}` : ""}`;
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
