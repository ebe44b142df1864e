// @ts-check
// The role of the integration and the boxes of SuiteProjects Pro.

import { netsuitePath } from "../../elements/netsuite-path.js";
import { message } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { boxOauth2, boxRealTime, boxSignOn, marketplace, paths, proPermissions } from "../../strings/netsuite.js";
import { stepFoot } from "../../elements/step-footer.js";
import { afterTicks, failedNote, goOn, nextButton, place, proTicks, tickLine } from "./step-elements.js";

/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord.role;
/** One of the two is enough. */
const named = () => html`<em>${boxSignOn}</em> ${s.or} <em>${boxRealTime}</em>`;

/** @param {ProWalk} walk @returns {ProPart} */
export function roleStep(walk) {
  const ticks = proTicks(walk);
  /** Asked for, or perhaps asked for. */
  const asksMore = () => walk.view().marketplace !== false;
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${failedNote(walk)}
      <ol class="acts">
        <li class="act"><div class="act-body">
          <h3>${s.permissions}</h3>
          <p class="small">${s.lead}</p>
          ${place([...paths.roles, ...paths.rolePermissions], "roles")}
          <div class="ticks">${proPermissions.map(({ act, name }) => tickLine(walk, act, name, { copied: name }))}${asksMore() && tickLine(walk, "permission-marketplace", marketplace, { note: s.marketplaceNote, copied: marketplace })}</div>
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.boxes}</h3>
          <p class="small">${s.boxesForm}</p>
          ${netsuitePath(paths.connector)}
          ${walk.view().boxesSeen ? boxesSeen() : boxes()}
        </div></li>
      </ol>
      ${stepFoot(walk, { primary: nextButton(walk, s.next), note: s.note })}
    </form>`,
    chosen: ticks.chosen,
    acts: { continue: (pressed) => goOn(walk, pressed, afterTicks(walk, ticks.kept)) },
  };

  function boxes() {
    return html`<div class="ticks ticks-one">${tickLine(walk, "box-integration", named())}${tickLine(walk, "box-oauth2", html`<em>${boxOauth2}</em>`, { copied: boxOauth2 })}</div>
      <p class="small soft">${s.boxesNote}</p>`;
  }

  /** The health check's line shows that they are set. */
  function boxesSeen() {
    return html`<ul class="small lines"><li>${named()}</li><li><em>${boxOauth2}</em></li></ul>
      <div id="boxes-seen">${message("ok", s.boxesSeen)}</div>`;
  }
}
