// @ts-check
// NetSuite's page, field by field, and the choices on it, each explained where it is made.

import { callout } from "../../elements/callout.js";
import { button, failurePlace, netsuitePath } from "../../elements/parts.js";
import { backend } from "../../lib/backend.js";
import { area, field, isTicked, message, valueOf } from "../../lib/form.js";
import { flag, html } from "../../lib/html.js";
import { toast } from "../../lib/toast.js";
import { strings } from "../../strings/en.js";
import { paths } from "../../strings/netsuite.js";

/** @import { SecretChoices } from "../../types/ipc.d.ts" */
/** @import { BankPart, BankWork } from "../bank.js" */

const s = strings.apiSecrets.netsuite;

/** @param {BankWork} work @returns {BankPart} */
export function choicesPart(work) {
  /** What is chosen and not saved. @type {SecretChoices | null} */
  let changed = null;
  const now = () => changed ?? work.view().choices;

  /** @returns {SecretChoices} */
  const read = () => ({
    owners: valueOf("owners"),
    forSuiteApp: isTicked("for-suite-app"),
    suiteApp: now().forSuiteApp ? valueOf("suite-app") : now().suiteApp,
    onTestAccounts: now().forSuiteApp ? isTicked("on-test-accounts") : now().onTestAccounts,
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

  return {
    html: () => {
      const { owners, forSuiteApp, suiteApp, onTestAccounts, employees, allScripts, scripts, allDomains, domains } = now();
      return html`<section class="card" aria-labelledby="in-netsuite">
        <div class="card-head"><h2 id="in-netsuite">${s.title}</h2>${button({ act: "open-netsuite", label: strings.common.openNetSuite, sign: "external" })}</div>
        ${netsuitePath(paths.apiSecrets)}
        <p class="small">${s.needs}</p><p class="small">${s.fields}</p><p class="small">${s.expiration}</p>
        <form class="stack" novalidate data-part>
          <h3>${s.choicesTitle}</h3>
          <p class="small soft">${s.choicesLead}</p>
          ${field({ id: "owners", label: s.owners, value: owners, hint: s.ownersHint })}
          <label class="choice"><input type="checkbox" id="for-suite-app" ${flag("checked", forSuiteApp)} /><span>${s.suiteApp}</span><span class="choice-note">${s.suiteAppNote}</span></label>
          ${forSuiteApp
            ? html`${field({ id: "suite-app", label: s.suiteAppId, value: suiteApp, mono: true })}<label class="choice"><input type="checkbox" id="on-test-accounts" ${flag("checked", onTestAccounts)} /><span>${s.test}</span></label>${callout({ tone: "warn", title: s.testNote })}`
            : field({ id: "employees", label: s.employees, value: employees, hint: s.employeesHint })}
          ${restriction("scripts", allScripts, "Scripts")}
          ${!allScripts && field({ id: "scripts", label: s.someScripts, value: scripts })}
          ${restriction("domains", allDomains, "Domains")}
          ${!allDomains && html`${area({ id: "domains", label: s.someDomains, value: domains, hint: s.domainsHint, mono: true })}${changed === null && work.view().domainNotes.map((note) => message("danger", strings.apiSecrets.notes.domain(note)))}`}
          ${failurePlace()}
          <div class="actions">${button({ act: "save-choices", id: "save-choices", label: s.save, busy: s.saving, submit: true })}</div>
        </form>
      </section>`;
    },
    typed: (element) => {
      if (FIELDS.includes(element.id)) changed = read();
    },
    chosen: (element) => {
      if (!BOXES.includes(element.id)) return;
      changed = read();
      work.draw();
    },
    acts: {
      "save-choices": (pressed) => {
        const choices = read();
        return work.page.run(pressed, async () => {
          const next = await backend.apiSecret.change(work.view().id, { kind: "choices", choices });
          changed = null;
          work.take(next);
          toast(s.saved);
        });
      },
    },
  };
}

const FIELDS = ["owners", "suite-app", "employees", "scripts", "domains"];
const BOXES = ["for-suite-app", "on-test-accounts", "some-scripts", "all-scripts", "some-domains", "all-domains"];
