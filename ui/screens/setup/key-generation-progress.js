// @ts-check
// How far the search for a key has come, and how long it takes on average at the speed measured here. Chance decides, so there is
// no percentage.

import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { failureCallout } from "../../elements/failure.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { Search } from "./key-generation.js" */

const s = strings.key;

/** @param {Search} search */
export function searchMarkup(search) {
  switch (search.state) {
    case "running":
      return frame(search, s.searching[search.keyType], search.keyType.startsWith("rsa") ? s.progress(search.progress.primes, search.progress.tested, search.secondsLeft) : "", html`${button({ act: "cancel-search", id: "cancel-search", label: s.cancel, named: s.cancelName })}<div class="progress-bar run" role="progressbar" aria-label="${s.searching[search.keyType]}"></div>`);
    case "found":
      return frame(search, html`${icon("ok")}${s.found}`, s.foundNote, null);
    case "cancelled":
      return frame(search, s.cancelled, s.cancelledNote, button({ act: "restart-search", id: "restart-search", label: s.restart }));
    case "failed":
      return html`${frame(search, s.failed, "", button({ act: "restart-search", id: "restart-search", label: s.restart }))}${search.failure && failureCallout(search.failure)}`;
  }
}

/** @param {Search} search @param {import("../../lib/html.js").Part} title @param {string} note @param {import("../../lib/html.js").Part} rest */
const frame = (search, title, note, rest) => html`<div class="progress" role="group" aria-label="${s.searchName}" data-search="${search.state}">
  <div><p class="progress-title">${title}</p><p class="progress-note">${note}</p></div>
  ${rest}
</div>`;
