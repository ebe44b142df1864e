// @ts-check
// Step 1: what is said. Another line can be read, and a date with several readings gets its one.

import { button } from "../../elements/button.js";
import { backend } from "../../lib/backend.js";
import { area, valueOf } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { stepFoot } from "../../elements/step-footer.js";
import { said } from "./message-meaning.js";

/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord;

/** @param {ProWalk} walk @returns {ProPart} */
export const saysStep = (walk) => listening(walk, { kind: "says", lead: s.begin.hint, act: s.check.act, told: () => true });

/**
 * A line that is read, and what the newest one said.
 * @param {ProWalk} walk
 * @param {object} options
 * @param {"says" | "check"} options.kind
 * @param {string} options.lead
 * @param {string} options.act
 * @param {() => boolean} options.told whether what was said is shown at all
 * @returns {ProPart}
 */
export function listening(walk, { kind, lead, act, told }) {
  const heard = () => (told() ? (walk.view().heard?.said ?? null) : null);
  const readings = () => {
    const now = heard();
    return now?.kind === "valid-until" && now.readings.length > 1 ? now.readings : [];
  };
  const chosenDay = () => {
    const now = heard();
    return now?.kind === "valid-until" ? now.until?.day : undefined;
  };
  const choice = () => html`<fieldset class="field"><legend class="field-label">${s.said.readings}</legend>
    <div class="choice-row">${readings().map((reading) => html`<label class="choice"><input type="radio" name="pro-reading" id="reading-${reading.day}" value="${reading.day}" ${flag("checked", reading.day === chosenDay())} /><span>${s.said.reading(reading)}</span></label>`)}</div>
  </fieldset>`;

  return {
    html: () => {
      const now = heard();
      return html`<form class="step-sheet" novalidate data-part>
        ${now && said(now, null)}
        ${readings().length > 0 && choice()}
        ${area({ id: "pro-text", label: s.begin.text, value: "", hint: lead, mono: true, rows: 2 })}
        ${stepFoot(walk, { primary: button({ act: "read-line", label: act, busy: s.check.busy, kind: "button-primary", submit: true }) })}
      </form>`;
    },
    acts: {
      "read-line": (pressed) => {
        const text = valueOf("pro-text");
        const picked = document.querySelector("[name=pro-reading]:checked");
        if (text.trim() === "" && picked instanceof HTMLInputElement) return walk.change(pressed, { kind: "valid-until", day: picked.value });
        return walk.page.run(pressed, async () => walk.advance(await backend.proRecord.change(walk.view().accountId, { kind, text })), { fields: { "health-check-unknown": "pro-text", "paste-is-secret": "pro-text" } });
      },
    },
  };
}
