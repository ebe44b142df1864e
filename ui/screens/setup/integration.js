// @ts-check
// Step 4: the integration record, field by field as on NetSuite's page, and its Consumer Key.
// A system that brings its own record has integration-of-target.js instead.

import { callout } from "../../elements/callout.js";
import { copyFact } from "../../elements/copy.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { OTHER } from "../../lib/connection-facts.js";
import { backend } from "../../lib/backend.js";
import { field, isTicked, say, valueOf } from "../../elements/form.js";
import { flag, html, mount } from "../../lib/html.js";
import { failureOf } from "../../window/page.js";
import { strings } from "../../strings/en/all.js";
import { labels, paths, scopes } from "../../strings/netsuite.js";
import { saveButton, stepFoot } from "../../elements/step-footer.js";
import { recordFields } from "../sign-in/panel-views.js";
import { broughtRecord } from "./integration-of-target.js";
import { setUploadWay, uploadWay } from "./upload-method.js";

/** @import { AccessView, ConnectionView, Scope } from "../../types/ipc.d.ts" */
/** @import { RunOptions } from "../../window/page.js" */
/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.integration;

/** @param {Walk} walk @returns {StepPart} */
export function integrationStep(walk) {
  const view = walk.view;
  const application = view().target?.application ?? null;
  /** On the practice account nothing installs itself: the record is made there by hand. */
  const brought = view().practice ? null : application;
  const name = () => walk.drafts.get("integration-name", view().integration.name || (application ?? `${targetLabel(view()) ?? view().name} M2M`));
  const clientId = () => walk.drafts.get("client-id", view().integration.clientId ?? "");
  /** @param {Scope} scope */
  const isOn = (scope) => walk.drafts.isOn(`scope-${scope}`, view().scopes.length > 0 ? view().scopes.includes(scope) : (view().target?.scopes ?? USUAL).includes(scope));

  /** Says what a browser sign-in needs on the record; null when it cannot be asked. @type {AccessView | null} */
  let access = null;
  const forMe = () => access !== null && uploadWay(view().id, access.publicClient === null ? "by-hand" : "for-me") === "for-me";

  const signInFields = () => access && html`<div class="field">
    <label class="choice"><input type="checkbox" id="for-me" name="for-me" ${flag("checked", forMe())} /><span>${s.forMe}</span><span class="choice-note">${s.forMeNote}</span></label>
    ${forMe() && recordFields(access.redirectUri, access.publicClient ?? true, null, { grant: false })}
  </div>`;

  const fields = () => html`<dl class="facts facts-netsuite">
    <div class="facts-row"><dt>${labels.name}</dt><dd>${copyFact(name(), labels.name)}</dd></div>
    <div class="facts-row"><dt>${labels.description}</dt><dd>${copyFact(s.descriptionOf(targetLabel(view()) ?? view().name), labels.description)}</dd></div>
    <div class="facts-row"><dt>${labels.state}</dt><dd>${labels.enabled}</dd></div>
    <div class="facts-row"><dt>${labels.note}</dt><dd>${copyFact(s.noteOf, labels.note)}</dd></div>
    <div class="facts-row"><dt>${labels.tokenBased}</dt><dd>${s.untick}</dd></div>
    <div class="facts-row"><dt>${labels.grant}</dt><dd>${s.tick}</dd></div>
    <div class="facts-row" id="code-grant"><dt>${labels.codeGrant}</dt><dd>${forMe() ? s.tickSignIn : s.clear}</dd></div>
    <div class="facts-row"><dt>${labels.scope}</dt><dd>${SCOPES.filter(isOn).map((scope) => scopes[scope]).join(", ")}</dd></div>
  </dl>`;

  function showFields() {
    const place = document.getElementById("record-field-list");
    if (place) mount(place, fields());
  }

  /** @param {string} legend @param {string} hint */
  const scopeBoxes = (legend, hint) => html`<fieldset class="field" aria-describedby="scopes-hint">
    <legend class="field-label">${legend}</legend>
    <div class="choice-row">${SCOPES.map((scope) => html`<label class="choice"><input type="checkbox" id="scope-${scope}" name="scope-${scope}" ${flag("checked", isOn(scope))} /><span>${scopes[scope]}</span></label>`)}</div>
    <p class="field-hint" id="scopes-hint">${hint}</p>
    <div id="scope-restlets-message" class="field-messages"></div>
  </fieldset>`;

  const ownRecord = () => html`<div class="card-head"><p class="grow">${s.lead} <span class="soft">${s.needs}</span></p>${openPages(view().practice, "integration")}</div>
    ${netsuitePath(paths.integration)}
    <div class="pair">${field({ id: "integration-name", label: s.name, value: name() })}${scopeBoxes(s.scopes, s.scopesHint)}</div>
    <section class="part part-tight" aria-labelledby="record-fields"><h3 id="record-fields">${s.fields}</h3><div id="record-field-list">${fields()}</div>${signInFields()}</section>
    ${field({ id: "client-id", label: s.clientId, value: clientId(), hint: application ? s.brought.clientIdPractice : forMe() ? s.clientIdHintForMe : s.clientIdHint, mono: true, awaited: true })}
    ${callout({ tone: "warn", title: s.resetTitle, body: html`<p>${s.resetBody}</p>` })}`;

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${brought ? broughtRecord(view(), brought, clientId(), scopeBoxes(s.brought.scopes, s.brought.scopesHint)) : ownRecord()}
      ${stepFoot(walk, { primary: saveButton(brought && !walk.isChange ? s.brought.continue : s.save) })}
    </form>`,
    acts: {
      continue: (pressed) => {
        if (!brought && valueOf("client-id").trim() === "" && view().integration.clientId === null) {
          // The focus first: what is said under a field that has it is kept in sight.
          document.getElementById("client-id")?.focus();
          say("client-id", "danger", s.clientIdMissing);
          return;
        }
        return walk.page.run(
          pressed,
          async () => {
            const text = valueOf("client-id");
            const asked = SCOPES.filter(brought && text.trim() === "" ? isOn : (scope) => isTicked(`scope-${scope}`));
            const named = await backend.connection.change(view().id, { kind: "integration", name: brought ?? valueOf("integration-name").trim(), scopes: asked });
            const unknown = application !== null && text.trim() === "" && view().integration.clientId === null;
            walk.advance(unknown ? named : await backend.connection.change(view().id, { kind: "client-id", text }));
          },
          FIELDS,
        );
      },
    },
    typed: (element) => {
      if (element.id === "client-id") {
        const typed = valueOf("client-id").trim();
        // Scopes are asked for with a token, and that needs the key.
        if (brought && (typed !== "") !== (document.getElementById("scope-restlets") !== null)) walk.draw();
        const fits = /^[0-9a-f]{64}$/i.test(typed);
        say("client-id", fits ? "ok" : null, s.clientIdFits);
      }
      if (element.id === "integration-name") showFields();
    },
    chosen: (element) => {
      if (element.id.startsWith("scope-")) showFields();
      if (element.id !== "for-me") return;
      setUploadWay(view().id, isTicked("for-me") ? "for-me" : "by-hand");
      walk.draw();
    },
    prepare: async () => {
      try {
        access = await backend.access.read(view().id);
      } catch (thrown) {
        // The step can be done by hand without it.
        console.warn(failureOf(thrown).kind);
      }
    },
  };
}

/** @type {Scope[]} */
const SCOPES = ["restlets", "rest_webservices", "suite_analytics"];
/** What a system with a kit of its own is called. @param {ConnectionView} view */
const targetLabel = ({ target }) => (target && target.target !== OTHER ? target.label : null);

/** @type {Scope[]} */
const USUAL = ["restlets", "rest_webservices"];

/** @type {RunOptions} */
const FIELDS = {
  fields: {
    "name-empty": "integration-name",
    "name-too-long": "integration-name",
    "scopes-empty": "scope-restlets",
    "client-id-invalid": "client-id",
    "client-id-is-application-id": "client-id",
    "client-id-is-consumer-secret": "client-id",
    "client-id-is-certificate-id": "client-id",
  },
};
