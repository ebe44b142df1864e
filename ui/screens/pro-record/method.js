// @ts-check
// Step 3: which of several ways is gone, and why these.

import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { stepFoot } from "../../elements/step-footer.js";
import { failedNote } from "./step-elements.js";

/** @import { ProWay } from "../../types/ipc.d.ts" */
/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord;

/** @param {ProWalk} walk @returns {ProPart} */
export function wayStep(walk) {
  const { ways, way, reason } = walk.view();
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${failedNote(walk)}
      ${reason && html`<p>${s.reason[reason]}</p>`}
      <fieldset class="field"><legend class="visually-hidden">${s.ways.legend}</legend>
        <div class="choice-cards">${ways.map((one, index) => html`<label class="choice-card"><input type="radio" name="way" id="way-${one}" value="${one}" ${flag("checked", one === (way ?? ways[0]))} /><span class="choice-card-title">${s.ways.cards[one].title} ${index === 0 && badge("accent", "ok", s.ways.recommended)}</span><span class="choice-card-note">${s.ways.cards[one].note}</span></label>`)}</div>
      </fieldset>
      ${stepFoot(walk, { primary: button({ act: "take-way", label: s.ways.act, busy: strings.setup.saving, kind: "button-primary", submit: true }) })}
    </form>`,
    acts: {
      "take-way": (pressed) => {
        const picked = document.querySelector("[name=way]:checked");
        if (!(picked instanceof HTMLInputElement)) return;
        return walk.change(pressed, { kind: "way", way: /** @type {ProWay} */ (picked.value) });
      },
    },
  };
}
