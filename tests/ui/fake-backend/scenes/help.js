// @ts-check
// Help; About before and after the check, and the licenses.

import { aboutHeld } from "../help.js";
import { LINKS } from "../certificates.js";

/** @import { Shown } from "../scenes.js" */

/** @type {NonNullable<Shown["then"]>} */
const CHECKED = [["click", "#run-check"], ["wait", "#check-results"]];
/** @type {NonNullable<Shown["then"]>} */
const LICENSES = [["click", "#show-licenses"], ["wait", "#licenses"]];

const PROBLEMS = aboutHeld({
  lines: {
    keychain: { state: "failed", detail: "No keychain program responds.", remedy: "Install gnome-keyring or KWallet, then sign out and in again." },
    links: { state: "warning", detail: "No program opens them.", remedy: "Install Certdesk from its package. Until then, sign in with a web page of your own and paste its address." },
  },
});

/** @type {Record<string, Shown>} */
export const HELP_SCENES = {
  "help": { scene: {}, hash: "#/help" },
  "help-secret": { scene: {}, hash: "#/help", then: [["click", "#help-private-key summary"], ["click", "#help-api-secrets summary"]] },
  "help-no-vault": { scene: { vault: { state: "locked" } }, hash: "#/help" },
  "about": { scene: {}, hash: "#/about" },
  "about-commit-unknown": { scene: { about: aboutHeld({ commit: null }) }, hash: "#/about" },
  "about-not-installed": { scene: { about: aboutHeld({ links: LINKS.unknown }) }, hash: "#/about" },
  "about-registered": { scene: { about: aboutHeld({ links: LINKS.registered }) }, hash: "#/about" },
  "about-checking": { scene: { hanging: ["check_run"] }, hash: "#/about", then: [["click", "#run-check"]] },
  "about-checked": { scene: {}, hash: "#/about", then: [["click", "#check-online"], ...CHECKED] },
  "about-problems": { scene: { about: PROBLEMS }, hash: "#/about", then: CHECKED },
  "about-licenses": { scene: {}, hash: "#/about", then: LICENSES },
  "about-licenses-open": { scene: {}, hash: "#/about", then: [...LICENSES, ["click", "#license-1 summary"], ["wait", "#license-1 .code-text"], ["click", "#license-5 summary"]] },
  "about-licenses-none": { scene: {}, hash: "#/about", then: [...LICENSES, ["fill", "#license-find", "openssl"], ["wait", ".empty-line"]] },
};
