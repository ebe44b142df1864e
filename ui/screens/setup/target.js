// @ts-check
// Step 1: the system decides the kind of key, the form of the private key and of the account.

import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { backend } from "../../lib/backend.js";
import { OTHER } from "../../lib/connection-facts.js";
import { fold, holds, wordsOf } from "../../lib/text-search.js";
import { message } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { withoutM2m } from "../../elements/without-m2m.js";
import { strings } from "../../strings/en/all.js";
import { saveButton, stepFoot } from "../../elements/step-footer.js";

/** @import { KnownSystems, TargetView, WithoutM2mView } from "../../types/ipc.d.ts" */
/** @import { StepPart, Walk } from "./screen.js" */

/** @typedef {{ value: string, label: string }} Choice */

const s = strings.target;

/** @param {Walk} walk @returns {StepPart} */
export function targetStep(walk) {
  /** @type {KnownSystems} */
  let known = { targets: [], withoutM2m: [] };
  const name = () => walk.drafts.get("target", walk.view().target?.target ?? "");
  const chosen = () => known.targets.find(({ target }) => target === name()) ?? null;
  const unusable = () => known.withoutM2m.find(({ system }) => system === name()) ?? null;
  const words = () => walk.drafts.get("find-target", "").trim();

  /** @param {Choice} choice */
  const isFound = ({ value, label }) => value !== OTHER && holds(fold(label), wordsOf(words()));
  const targets = () => known.targets.map(({ target, label }) => ({ value: target, label }));
  const others = () => known.withoutM2m.map(({ system, label }) => ({ value: system, label }));
  /** The chosen one and the one for all others are always there. @param {Choice[]} choices */
  const shown = (choices) => choices.filter((choice) => isFound(choice) || choice.value === name() || choice.value === OTHER);
  /** @param {Choice[]} choices */
  const cards = (choices) => html`<div class="choice-cards target-cards">${choices.map(({ value, label }) => html`<label class="choice-card"><input type="radio" name="target" id="target-${value}" value="${value}" ${flag("checked", value === name())} /><span class="choice-card-title">${label}</span></label>`)}</div>`;

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <p>${s.lead}</p>
      <div class="field-search">${icon("search")}<input class="field-input" type="search" id="find-target" name="find-target" value="${words()}" aria-label="${s.find}" placeholder="${s.find}" autocomplete="off" spellcheck="false" /></div>
      <fieldset class="field targets">
        <legend class="visually-hidden">${s.legend}</legend>
        ${words() && ![...targets(), ...others()].some(isFound) && html`<p class="field-hint" role="status">${s.nothing(words())}</p>`}
        ${cards(shown(targets()))}
        ${shown(others()).length > 0 && html`<div class="stack stack-tight" role="group" aria-labelledby="without-m2m"><p class="small soft" id="without-m2m">${strings.withoutM2m.legend}</p>${cards(shown(others()))}</div>`}
        ${walk.isChange && html`<p class="field-hint">${s.change}</p>`}
      </fieldset>
      <div id="target-chosen" aria-live="polite">${about(chosen())}${noM2m(unusable())}</div>
      ${stepFoot(walk, { primary: saveButton(s.save, { disabled: chosen() === null }), note: unusable() && strings.withoutM2m.choose })}
    </form>`,
    prepare: async () => {
      known = await backend.target.list();
    },
    typed: (element) => void (element.id === "find-target" && walk.draw()),
    chosen: (element) => void (element instanceof HTMLInputElement && element.name === "target" && walk.draw()),
    acts: {
      continue: (pressed) =>
        walk.page.run(pressed, async () => walk.advance(await backend.connection.change(walk.view().id, { kind: "target", target: name() }))),
    },
  };
}

/** What follows from the choice. @param {TargetView | null} target */
const about = (target) => target && html`<div class="card target-about" data-target="${target.target}">
  <div class="card-head"><p class="strong">${target.label}</p>${target.evidence !== "unknown" && badge(target.evidence === "maker" ? "ok" : "warn", target.evidence === "maker" ? "ok" : "info", strings.handOver.evidence[target.evidence])}</div>
  <p class="small">${target.summary}</p>
  <dl class="facts facts-close">
    <div class="facts-row"><dt>${s.proposed}</dt><dd>${strings.names.keyType[target.defaultKeyType]}, ${target.defaultAlgorithm}</dd></div>
    <div class="facts-row"><dt>${s.form}</dt><dd>${s.pemForm[target.pemForm]}</dd></div>
    <div class="facts-row"><dt>${s.known}</dt><dd>${target.seen}</dd></div>
  </dl>
  ${target.target !== OTHER && target.warnings.map((warning) => message("warn", warning))}
</div>`;

/** Why the choice can't be saved. @param {WithoutM2mView | null} facts */
const noM2m = (facts) => facts && withoutM2m(facts, { plan: true });
