// @ts-check
// Step 1: the system decides the kind of key, the form of the private key and of the account.

import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { backend } from "../../lib/backend.js";
import { fold, holds, wordsOf } from "../../lib/text-search.js";
import { message } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { saveButton, stepFoot } from "../../elements/step-footer.js";

/** @import { TargetView } from "../../types/ipc.d.ts" */
/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.target;

/** @param {Walk} walk @returns {StepPart} */
export function targetStep(walk) {
  /** @type {TargetView[]} */
  let targets = [];
  const name = () => walk.drafts.get("target", walk.view().target?.target ?? "");
  const chosen = () => targets.find(({ target }) => target === name()) ?? null;
  const words = () => walk.drafts.get("find-target", "").trim();

  /** @param {TargetView} target */
  const isFound = ({ target, label }) => target !== OTHER && holds(fold(label), wordsOf(words()));
  /** The chosen one and the one for all others are always there. */
  const shown = () => targets.filter((target) => isFound(target) || target.target === name() || target.target === OTHER);

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <p>${s.lead}</p>
      <div class="field-search">${icon("search")}<input class="field-input" type="search" id="find-target" name="find-target" value="${words()}" aria-label="${s.find}" placeholder="${s.find}" autocomplete="off" spellcheck="false" /></div>
      <fieldset class="field targets">
        <legend class="visually-hidden">${s.legend}</legend>
        ${words() && !targets.some(isFound) && html`<p class="field-hint" role="status">${s.nothing(words())}</p>`}
        <div class="choice-cards target-cards">${shown().map(({ target, label }) => html`<label class="choice-card"><input type="radio" name="target" id="target-${target}" value="${target}" ${flag("checked", target === name())} /><span class="choice-card-title">${label}</span></label>`)}</div>
        ${walk.isChange && html`<p class="field-hint">${s.change}</p>`}
      </fieldset>
      <div id="target-chosen" aria-live="polite">${about(chosen())}</div>
      ${stepFoot(walk, { primary: saveButton(s.save, { disabled: chosen() === null }) })}
    </form>`,
    prepare: async () => {
      targets = await backend.target.list();
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

/** The one that stands for any system without a kit of its own. */
const OTHER = "other";
