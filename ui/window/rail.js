// @ts-check
// The rail: where one can go, the state of the vault, the theme. Further entries go into ENTRIES, further screens into UNDER.

import { icon } from "../elements/icon.js";
import { needYou, status } from "../lib/app-state.js";
import { flag, html, mount } from "../lib/html.js";
import { hashOf, parseRoute } from "./router.js";
import { setTheme, theme } from "./theme.js";
import { strings } from "../strings/en/first-screen.js";

/** @import { Route } from "./router.js" */
/** @import { Theme } from "./theme.js" */

export function startRail() {
  const rail = document.getElementById("rail");
  if (!rail) return;
  mount(rail, frame());
  // The page behind would scroll: it keeps room at its foot that the rail does not have.
  rail.addEventListener("mousedown", (event) => event.target instanceof HTMLInputElement && event.preventDefault());
  rail.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) event.target.focus({ preventScroll: true });
    if (event.target instanceof HTMLInputElement && event.target.name === "theme") setTheme(event.target.value);
  });
  needYou.subscribe(drawEntries);
  status.subscribe(drawVault);
  addEventListener("hashchange", drawEntries);
  drawEntries();
  drawVault();
}

function drawEntries() {
  const place = document.getElementById("rail-entries");
  if (!place) return;
  const here = parseRoute(location.hash);
  mount(
    place,
    html`${ENTRIES.map(
      (entry) => html`<li><a class="rail-link" id="rail-${entry.name}" href="${hashOf(entry.route)}" ${UNDER[here.screen] === entry.name && html`aria-current="page"`}>${icon(entry.name)}<span>${strings.rail[entry.name]}</span>${entry.name === "connections" && needYou.get() > 0 && count(needYou.get())}</a></li>`,
    )}`,
  );
}

/** How many connections need attention: the number for the eyes, the words under the pointer and for assistive technology. @param {number} number */
const count = (number) => html`<span class="rail-count" title="${strings.rail.needYou(number)}"><span aria-hidden="true">${number}</span><span class="visually-hidden"> ${strings.rail.needYou(number)}</span></span>`;

function drawVault() {
  const place = document.getElementById("rail-vault");
  const known = status.get();
  if (!place || !known) return;
  const { title, note } = strings.vault.rail(known.vault);
  place.dataset.state = known.vault.state;
  mount(
    place,
    html`${icon(known.vault.state === "ready" ? "vault" : "warn")}<strong>${title}</strong><span>${note}</span>${known.practice.address && html`${icon("practice")}<strong>${strings.practice.railTitle}</strong><span>${strings.practice.railNote}</span>`}`,
  );
}

const frame = () => html`<div class="rail-brand">${icon("mark", "icon-lg")}Certdesk</div>
  <nav aria-label="${strings.rail.label}"><ul class="rail-list" id="rail-entries"></ul></nav>
  <div class="rail-foot">
    <div class="rail-vault" id="rail-vault"></div>
    <fieldset class="rail-theme">
      <legend class="visually-hidden">${strings.rail.theme}</legend>
      ${THEMES.map((name) => html`<label class="rail-theme-option"><input type="radio" name="theme" id="theme-${name}" value="${name}" ${flag("checked", name === theme())} />${strings.rail.themes[name]}</label>`)}
    </fieldset>
  </div>`;

/** @type {Theme[]} */
const THEMES = ["auto", "light", "dark"];

/** @typedef {"connections" | "doctor" | "record" | "secrets" | "help"} Entry */

/** @type {{ name: Entry, route: Route }[]} */
const ENTRIES = [
  { name: "connections", route: { screen: "connections" } },
  { name: "doctor", route: { screen: "doctor" } },
  { name: "record", route: { screen: "pro-records" } },
  { name: "secrets", route: { screen: "api-secrets" } },
  { name: "help", route: { screen: "help" } },
];

/** Under which entry a screen hangs. None can be forgotten. @type {Record<Route["screen"], Entry>} */
const UNDER = {
  "connections": "connections",
  "new": "connections",
  "bring": "connections",
  "connection": "connections",
  "setup": "connections",
  "rotate": "connections",
  "rotations": "connections",
  "refreshed": "connections",
  "end": "connections",
  "certificates": "connections",
  "certificate-upload": "connections",
  "sign-in": "connections",
  "code-samples": "connections",
  "secret-stores": "connections",
  "diagnosis": "connections",
  "leak": "connections",
  "doctor": "doctor",
  "pro-records": "record",
  "pro-record": "record",
  "api-secrets": "secrets",
  "bank": "secrets",
  "help": "help",
  "about": "help",
  "backup": "help",
  "backup-hand-over": "connections",
  "tba-plans": "connections",
  "tba-plan": "connections",
  "tba-entry": "connections",
};
