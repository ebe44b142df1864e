// @ts-check
// Step 4: the integration record, field by field as on NetSuite's page, and its Consumer Key.

import { callout } from "../../elements/callout.js";
import { copyFact } from "../../elements/copy.js";
import { netsuitePath, openPages } from "../../elements/parts.js";
import { backend } from "../../lib/backend.js";
import { field, isTicked, say, valueOf } from "../../lib/form.js";
import { flag, html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en.js";
import { cliApplication, labels, paths, scopes } from "../../strings/netsuite.js";
import { continueButton, stepFoot } from "./foot.js";

/** @import { Scope } from "../../types/ipc.d.ts" */
/** @import { RunOptions } from "../../lib/page.js" */
/** @import { StepPart, Walk } from "../setup.js" */

const s = strings.integration;

/** @param {Walk} walk @returns {StepPart} */
export function integrationStep(walk) {
  const view = walk.view;
  const cli = view().target?.target === "suitecloud-cli";
  const name = () => walk.drafts.get("integration-name", view().integration.name || (cli ? cliApplication : view().target?.target === "alumio" ? "Alumio M2M" : `${view().name} M2M`));
  /** @param {Scope} scope */
  const isOn = (scope) => walk.drafts.isOn(`scope-${scope}`, view().scopes.length > 0 ? view().scopes.includes(scope) : USUAL.includes(scope));

  const fields = () => html`<dl class="facts facts-netsuite">
    <div class="facts-row"><dt>${labels.name}</dt><dd>${copyFact(name(), labels.name)}</dd></div>
    <div class="facts-row"><dt>${labels.state}</dt><dd>${labels.enabled}</dd></div>
    <div class="facts-row"><dt>${labels.tokenBased}</dt><dd>${s.untick}</dd></div>
    <div class="facts-row"><dt>${labels.grant}</dt><dd>${s.tick}</dd></div>
    <div class="facts-row"><dt>${labels.scope}</dt><dd>${SCOPES.filter(isOn).map((scope) => scopes[scope]).join(", ")}</dd></div>
  </dl>`;

  function showFields() {
    const place = document.getElementById("record-field-list");
    if (place) mount(place, fields());
  }

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <div class="card-head"><p class="grow">${s.lead} <span class="soft">${s.needs}</span></p>${openPages(view().practice)}</div>
      ${cli && callout({ tone: "note", title: s.cliTitle, body: html`<p>${s.cliBody}</p>` })}
      ${netsuitePath(cli ? paths.integrations : paths.integration)}
      <div class="pair">
        ${field({ id: "integration-name", label: s.name, value: name() })}
        <fieldset class="field" aria-describedby="scopes-hint">
          <legend class="field-label">${s.scopes}</legend>
          <div class="choice-row">${SCOPES.map((scope) => html`<label class="choice"><input type="checkbox" id="scope-${scope}" name="scope-${scope}" ${flag("checked", isOn(scope))} /><span>${scopes[scope]}</span></label>`)}</div>
          <p class="field-hint" id="scopes-hint">${s.scopesHint}</p>
          <div id="scope-restlets-message" class="field-messages"></div>
        </fieldset>
      </div>
      <section class="part part-tight" aria-labelledby="record-fields"><h3 id="record-fields">${s.fields}</h3><div id="record-field-list">${fields()}</div></section>
      ${field({ id: "client-id", label: s.clientId, value: walk.drafts.get("client-id", view().integration.clientId ?? ""), hint: s.clientIdHint, mono: true })}
      ${callout({ tone: "warn", title: s.resetTitle, body: html`<p>${s.resetBody}</p>` })}
      ${stepFoot(walk, { primary: continueButton(walk) })}
    </form>`,
    acts: {
      continue: (pressed) =>
        walk.page.run(
          pressed,
          async () => {
            const ticked = SCOPES.filter((scope) => isTicked(`scope-${scope}`));
            await backend.connection.change(view().id, { kind: "integration", name: valueOf("integration-name").trim(), scopes: ticked });
            walk.advance(await backend.connection.change(view().id, { kind: "client-id", text: valueOf("client-id") }));
          },
          FIELDS,
        ),
    },
    typed: (element) => {
      if (element.id === "client-id") {
        const fits = /^[0-9a-f]{64}$/i.test(valueOf("client-id").trim());
        say("client-id", fits ? "ok" : null, s.clientIdFits);
      }
      if (element.id === "integration-name") showFields();
    },
    chosen: (element) => {
      if (element.id.startsWith("scope-")) showFields();
    },
  };
}

/** @type {Scope[]} */
const SCOPES = ["restlets", "rest_webservices", "suite_analytics"];
/** @type {Scope[]} */
const USUAL = ["restlets", "rest_webservices"];

/** @type {RunOptions} */
const FIELDS = {
  fields: {
    "name-empty": "integration-name",
    "scopes-empty": "scope-restlets",
    "client-id-invalid": "client-id",
    "client-id-is-application-id": "client-id",
    "client-id-is-consumer-secret": "client-id",
    "client-id-is-certificate-id": "client-id",
  },
};
