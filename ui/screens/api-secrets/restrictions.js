// @ts-check
// The choices on NetSuite's tab Restrictions, in its order, each explained where it is made.

import { callout } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { field, isTicked, message, valueOf } from "../../elements/form.js";
import { flag, html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { SecretChoices } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { BankWork } from "./bank-screen.js" */

const s = strings.apiSecrets.create;

/** @param {BankWork} work @returns {{ html: () => Markup, typed: (element: HTMLElement) => void, chosen: (element: HTMLElement) => void, changed: () => SecretChoices | null, saved: () => void }} */
export function restrictionsPart(work) {
  /** What is chosen and not saved. @type {SecretChoices | null} */
  let changed = null;
  const now = () => changed ?? work.view().choices;

  /** @returns {SecretChoices} */
  const read = () => ({
    owners: valueOf("owners"),
    forSuiteApp: isTicked("for-suite-app"),
    suiteApp: now().forSuiteApp ? valueOf("suite-app") : now().suiteApp,
    testAccounts: now().forSuiteApp ? valueOf("test-accounts") : now().testAccounts,
    employees: now().forSuiteApp ? now().employees : valueOf("employees"),
    allScripts: isTicked("all-scripts"),
    scripts: now().allScripts ? now().scripts : valueOf("scripts"),
    allDomains: isTicked("all-domains"),
    domains: now().allDomains ? now().domains : valueOf("domains"),
  });

  /** @param {string} name @param {boolean} all @param {"Scripts" | "Domains"} what */
  const restriction = (name, all, what) => html`<fieldset class="field"><legend class="field-label">${s[what === "Scripts" ? "scripts" : "domains"]}</legend>
    <div class="choice-row">
      <label class="choice"><input type="radio" name="${name}" id="some-${name}" ${flag("checked", !all)} /><span>${s[`some${what}`]}</span><span class="choice-note">${s[`some${what}Note`]}</span></label>
      <label class="choice"><input type="radio" name="${name}" id="all-${name}" ${flag("checked", all)} /><span>${s[`all${what}`]}</span><span class="choice-note">${s[`all${what}Note`]}</span></label>
    </div>
  </fieldset>`;

  /** A field whose value is typed in NetSuite, with the button that copies it as NetSuite wants it. @param {string} id @param {string} label @param {string} value @param {string} hint @param {Markup | null} [notes] */
  const typedThere = (id, label, value, hint, notes = null) => html`<div class="field-copy">${field({ id, label, value, hint, mono: true, message: notes })}<span id="${id}-copy">${copy(value)}</span></div>`;

  return {
    changed: () => changed,
    saved: () => {
      changed = null;
    },
    html: () => {
      const { owners, forSuiteApp, suiteApp, testAccounts, employees, allScripts, scripts, allDomains, domains } = now();
      const notes = changed === null && work.view().domainNotes.length > 0 ? html`${work.view().domainNotes.map((note) => message("danger", strings.apiSecrets.notes.domain(note)))}` : null;
      return html`<details class="more" id="restrictions"><summary class="more-summary">${icon("right")}${s.restrictionsOpen}</summary>
        <div class="stack more-body">
          <div class="stack stack-tight">
            <label class="choice"><input type="checkbox" id="for-suite-app" ${flag("checked", forSuiteApp)} /><span>${s.suiteApp}</span></label>
            ${forSuiteApp
              ? html`${callout({ tone: "warn", title: s.suiteAppTitle, body: html`<p>${s.suiteAppNote}</p>` })}${typedThere("suite-app", s.suiteAppId, suiteApp, s.suiteAppIdHint)}${typedThere("test-accounts", s.test, testAccounts, s.testHint)}`
              : field({ id: "employees", label: s.employees, value: employees, hint: s.employeesHint })}
          </div>
          ${field({ id: "owners", label: s.owners, value: owners, hint: s.ownersHint })}
          ${restriction("scripts", allScripts, "Scripts")}
          ${!allScripts && typedThere("scripts", s.someScripts, scripts, s.scriptsHint)}
          ${restriction("domains", allDomains, "Domains")}
          ${!allDomains && typedThere("domains", s.someDomains, domains, s.domainsHint, notes)}
        </div>
      </details>`;
    },
    typed: (element) => {
      if (!FIELDS.includes(element.id)) return;
      changed = read();
      const place = document.getElementById(`${element.id}-copy`);
      if (place) mount(place, html`${copy(valueOf(element.id))}`);
    },
    chosen: (element) => {
      if (!BOXES.includes(element.id)) return;
      changed = read();
      work.draw();
    },
  };
}

/** @param {string} value */
const copy = (value) => value.trim() !== "" && copyButton(withCommas(value), s.copied);

/** As NetSuite's fields want several entries. @param {string} text */
const withCommas = (text) => text.split(/[\s,;]+/).filter(Boolean).join(", ");

const FIELDS = ["owners", "suite-app", "test-accounts", "employees", "scripts", "domains"];
const BOXES = ["for-suite-app", "some-scripts", "all-scripts", "some-domains", "all-domains"];
