// @ts-check
// Step 1: the system decides the kind of key, the form of the private key and of the account.

import { backend } from "../../lib/backend.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en.js";
import { continueButton, stepFoot } from "./foot.js";

/** @import { Target } from "../../types/ipc.d.ts" */
/** @import { StepPart, Walk } from "../setup.js" */

const s = strings.target;

/** @param {Walk} walk @returns {StepPart} */
export function targetStep(walk) {
  const chosen = () => /** @type {Target} */ (walk.drafts.get("target", walk.view().target?.target ?? "alumio"));
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <p>${s.lead}</p>
      <fieldset class="field">
        <legend class="field-label">${s.legend}</legend>
        <div class="choice-cards choice-cards-three">${TARGETS.map((target) => html`<label class="choice-card"><input type="radio" name="target" id="target-${target}" value="${target}" ${flag("checked", target === chosen())} /><span class="choice-card-title">${s.cards[target].title}</span><span class="choice-card-note">${s.cards[target].note}</span></label>`)}</div>
        ${walk.isChange && html`<p class="field-hint">${s.change}</p>`}
      </fieldset>
      ${stepFoot(walk, { primary: continueButton(walk) })}
    </form>`,
    acts: {
      continue: (pressed) =>
        walk.page.run(pressed, async () => walk.advance(await backend.connection.change(walk.view().id, { kind: "target", target: chosen() }))),
    },
  };
}

/** @type {Target[]} */
const TARGETS = ["alumio", "suitecloud-cli", "other"];
