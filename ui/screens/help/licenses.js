// @ts-check
// The licenses of everything that is shipped. The list is long: it is fetched when somebody asks
// for it, and a license's text enters the page when it is unfolded.

import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { foldAll, holds, wordsOf } from "../../lib/text-search.js";
import { html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { LicensedPackage, LicenseList } from "../../types/ipc.d.ts" */
/** @import { Act, Page } from "../../window/page.js" */

const s = strings.about;

/** @param {Page} page */
export function licenses(page) {
  /** @type {LicenseList | null} */
  let list = null;
  let wanted = "";

  const matching = () => (list?.packages ?? []).filter((one) => matches(one, wanted));

  function drawList() {
    const place = document.getElementById("licenses");
    const count = document.getElementById("licenses-shown");
    const shown = matching();
    if (place) mount(place, rows(shown));
    if (count) count.textContent = s.shown(shown.length, list?.packages.length ?? 0);
    announce(shown.length === 0 ? s.noPackage : s.shown(shown.length, list?.packages.length ?? 0));
  }

  /** @param {LicensedPackage[]} shown */
  const rows = (shown) => (shown.length === 0 ? html`<p class="empty-line">${s.noPackage}</p>` : html`${shown.map((one) => row(one, list?.packages.indexOf(one) ?? 0))}`);

  return {
    html: () => html`<section class="part" aria-labelledby="about-licenses" data-part>
      <div class="part-head"><h2 id="about-licenses" tabindex="-1">${s.licensesTitle}</h2>${list && html`<p class="part-note" id="licenses-shown">${s.shown(matching().length, list.packages.length)}</p>`}</div>
      <p class="small">${s.licensesLead}</p>
      ${failurePlace()}
      ${list
        ? html`<div class="field-search">${icon("search")}<label class="visually-hidden" for="license-find">${s.find}</label><input class="field-input license-find" id="license-find" type="search" value="${wanted}" placeholder="${s.find}" autocomplete="off" spellcheck="false" /></div>
          <div class="licenses" id="licenses">${rows(matching())}</div>`
        : html`<div class="actions">${button({ act: "show-licenses", id: "show-licenses", label: s.showLicenses, busy: s.showingLicenses })}</div>`}
    </section>`,
    /** @type {Record<string, Act>} */
    acts: {
      "show-licenses": (pressed) =>
        page.run(pressed, async () => {
          list = await backend.about.licenses();
          page.draw();
          document.getElementById("license-find")?.focus();
        }),
    },
    /** @param {HTMLElement} element */
    typed: (element) => {
      if (!(element instanceof HTMLInputElement) || element.id !== "license-find") return;
      wanted = element.value;
      drawList();
    },
    drawn: () => {
      // The event does not bubble; it is caught on its way in.
      document.getElementById("licenses")?.addEventListener("toggle", (event) => list && unfold(event.target, list), { capture: true });
    },
  };
}

/** @param {LicensedPackage} one @param {string} wanted */
function matches({ name, license, authors }, wanted) {
  const text = foldAll([name, license, ...authors]);
  return holds(text, wordsOf(wanted));
}

/** @param {LicensedPackage} one @param {number} place in the whole list */
const row = ({ name, version, license }, place) => html`<details class="license" id="license-${place}" data-place="${place}">
  <summary class="license-summary">${icon("right")}<span class="license-name">${name} <span class="soft">${version}</span></span><span class="license-kind">${license ?? s.noLicense}</span></summary>
  <div class="license-body"></div>
</details>`;

/** Puts the texts in when they are looked at first. @param {EventTarget | null} details @param {LicenseList} list */
function unfold(details, { packages, texts }) {
  const body = details instanceof HTMLDetailsElement && details.open ? details.querySelector(".license-body") : null;
  const one = details instanceof HTMLElement ? packages[Number(details.dataset.place)] : undefined;
  if (!body || !one || body.childElementCount > 0) return;
  mount(body, html`${one.authors.length > 0 && html`<p class="small soft">${one.authors.join(", ")}</p>`}
    ${one.texts.length === 0 && html`<p class="small">${s.noText}</p>`}
    ${one.texts.map((text, index) => html`<div class="code code-scroll" tabindex="0" role="region" aria-label="${s.licenseText(one.name, index + 1, one.texts.length)}"><div class="code-text">${texts[text] ?? ""}</div></div>`)}`);
}
