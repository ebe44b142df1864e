// @ts-check
// The working certificate is generated in SuiteProjects Pro: one press, confirmed by one button.

import { button } from "../../elements/button.js";
import { netsuitePath } from "../../elements/netsuite-path.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { stepFoot } from "../../elements/step-footer.js";
import { failedNote } from "./step-elements.js";

/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord;

/** @param {ProWalk} walk @returns {ProPart} */
export function generateStep(walk) {
  const { reason, ways } = walk.view();
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${failedNote(walk)}
      ${reason && ways.length === 1 && html`<p>${s.reason[reason]}</p>`}
      <p>${s.generate.lead}</p>
      ${netsuitePath(paths.connector)}
      <p class="small">${s.generate.how}</p>
      <p class="small soft">${s.generate.after}</p>
      ${stepFoot(walk, { primary: button({ act: "generated", id: "generated", label: s.generate.pressed, busy: strings.setup.saving, kind: "button-primary", submit: true }), saves: false, note: s.generate.note })}
    </form>`,
    acts: { generated: (pressed) => walk.change(pressed, { kind: "act", act: "generated", done: true }) },
  };
}
