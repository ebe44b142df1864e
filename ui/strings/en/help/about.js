// @ts-check
// About: version, check of this computer, and licenses. The lines of the check come from the Rust side, which
// prints the same ones for `certdesk --check`.

import { plural } from "../../../lib/format.js";

/** @import { CheckState } from "../../../types/ipc.d.ts" */

export const about = {
  title: "About Certdesk",
  back: "Help",
  program: "This copy",
  version: "Version",
  commit: "Commit",
  commitUnknown: "Unknown",
  system: "System",
  data: "Data",
  dataPlace: "Where Certdesk keeps data",
  linksTitle: "Links from the browser",
  linksLead: "After you sign in to NetSuite, the browser opens Certdesk with a certdesk:// link.",
  checkTitle: "Check this computer",
  checkLead: "Checks the data folder, keychain, web view, trust store, proxy, and certdesk:// links, and changes nothing.",
  online: "Also compare the clock with NetSuite’s",
  onlineNote: "Sends one request to rest.netsuite.com, without your data.",
  run: "Run check",
  running: "Checking this computer…",
  copyReport: "Copy report",
  reportCopied: "Report copied",
  reportNote: "The report contains no secrets and no client names.",
  results: "Results",
  /** @type {Record<CheckState, string>} */
  state: { ok: "OK:", warning: "Warning:", failed: "Failed:" },
  licensesTitle: "Licenses",
  licensesLead: "Certdesk is licensed under your choice of MIT or Apache-2.0. It includes packages with their own licenses.",
  showLicenses: "Show licenses",
  showingLicenses: "Loading…",
  find: "Find a package, license, or author",
  /** @param {number} shown @param {number} all */
  shown: (shown, all) => plural(all, shown === all ? { one: "{count} package", other: "{count} packages" } : { one: `${shown} of {count} package`, other: `${shown} of {count} packages` }),
  noPackage: "No package matches.",
  noLicense: "Not stated",
  noText: "This package comes without a license file.",
  /** @param {string} name @param {number} number @param {number} last */
  licenseText: (name, number, last) => (last === 1 ? `License of ${name}` : `License ${number} of ${last} of ${name}`),
};
