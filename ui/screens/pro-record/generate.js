// @ts-check
// The working certificate is generated in SuiteProjects Pro.

import { netsuitePath } from "../../elements/parts.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en.js";
import { paths } from "../../strings/netsuite.js";
import { continueButton, stepFoot } from "../setup/foot.js";
import { afterTicks, goOn, proTicks, tickLine } from "./parts.js";

/** @import { ProPart, ProWalk } from "../pro-record.js" */

const s = strings.proRecord;

/** @param {ProWalk} walk @returns {ProPart} */
export function generateStep(walk) {
  const ticks = proTicks(walk);
  const { reason, ways } = walk.view();
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${reason && ways.length === 1 && html`<p>${s.reason[reason]}</p>`}
      <p>${s.generate.lead}</p>
      ${netsuitePath(paths.generate)}
      <p class="small soft">${s.generate.after}</p>
      <div class="ticks ticks-one">${tickLine(walk, "generated", s.generate.tick)}</div>
      ${stepFoot(walk, { primary: continueButton(walk) })}
    </form>`,
    chosen: ticks.chosen,
    acts: { continue: (pressed) => goOn(walk, pressed, afterTicks(walk, ticks.kept)) },
  };
}
