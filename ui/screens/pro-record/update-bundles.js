// @ts-check
// The bundles are updated, in the one order that works.

import { callout } from "../../elements/callout.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { stepFoot } from "../../elements/step-footer.js";
import { afterTicks, goOn, nextButton, place, proTicks, tickLine } from "./step-elements.js";

/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord.update;

/** @param {ProWalk} walk @returns {ProPart} */
export function updateStep(walk) {
  const ticks = proTicks(walk);
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${callout({ tone: "warn", title: s.sandboxTitle, body: html`<p>${s.sandbox}</p>` })}
      ${walk.view().updates.length > 1 && html`<p>${s.lead}</p>`}
      ${place(paths.bundles, "bundles")}
      <p class="small">${s.how}</p>
      <ol class="acts">${walk.view().updates.map((act) => html`<li class="act"><div class="act-body">
        <h3>${s.bundle[act]?.title}</h3>
        <p class="small soft">${s.bundle[act]?.note}</p>
        <div class="ticks ticks-one">${tickLine(walk, act, s.tick)}</div>
      </div></li>`)}</ol>
      ${stepFoot(walk, { primary: nextButton(walk, s.next) })}
    </form>`,
    chosen: ticks.chosen,
    acts: { continue: (pressed) => goOn(walk, pressed, afterTicks(walk, ticks.kept)) },
  };
}
