// @ts-check
// The role of the integration and the boxes of SuiteProjects Pro.

import { netsuitePath } from "../../elements/parts.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en.js";
import { boxOauth2, marketplace, paths, proPermissions } from "../../strings/netsuite.js";
import { continueButton, stepFoot } from "../setup/foot.js";
import { afterTicks, goOn, proTicks, tickLine } from "./parts.js";

/** @import { ProPart, ProWalk } from "../pro-record.js" */

const s = strings.proRecord.role;

/** @param {ProWalk} walk @returns {ProPart} */
export function roleStep(walk) {
  const ticks = proTicks(walk);
  /** Asked for, or perhaps asked for. */
  const asksMore = () => walk.view().marketplace !== false;
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <ol class="acts">
        <li class="act"><div class="act-body">
          <h3>${s.permissions}</h3>
          <p class="small">${s.lead}</p>
          ${netsuitePath([...paths.roles, ...paths.rolePermissions])}
          <div class="ticks">${proPermissions.map(({ act, name }) => tickLine(walk, act, name, { copied: name }))}${asksMore() && tickLine(walk, "permission-marketplace", marketplace, { note: s.marketplaceNote, copied: marketplace })}</div>
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.boxes}</h3>
          <div class="ticks ticks-one">${tickLine(walk, "box-integration", s.integration)}${tickLine(walk, "box-oauth2", boxOauth2, { copied: boxOauth2 })}</div>
          <p class="small soft">${s.boxesNote}</p>
        </div></li>
      </ol>
      ${stepFoot(walk, { primary: continueButton(walk), note: asksMore() ? s.note : s.noteSix })}
    </form>`,
    chosen: ticks.chosen,
    acts: { continue: (pressed) => goOn(walk, pressed, afterTicks(walk, ticks.kept)) },
  };
}
