// @ts-check
// Step 3: what an administrator turns on, and the role. Ticks are kept at once; the step is
// done when the role has its name.

import { button } from "../../elements/button.js";
import { copyButton } from "../../elements/copy.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { announce } from "../../lib/announce.js";
import { practice } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { field, valueOf } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { autosaveCheckboxes } from "../../lib/autosave-checkboxes.js";
import { strings } from "../../strings/en/all.js";
import { features, paths, permissions } from "../../strings/netsuite.js";
import { saveButton, stepFoot } from "../../elements/step-footer.js";

/** @import { TbaHint, Tick } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.role;

/** All boxes of the step. @type {readonly Tick[]} */
const ALL = [...features.map(({ tick }) => tick), ...permissions.map(({ tick }) => tick), "role-assigned"];

/** What was checked in one act, by connection: as long as Certdesk is open, exactly that can be taken back. @type {Map<string, readonly Tick[]>} */
const checkedAtOnce = new Map();

/** @param {Walk} walk @returns {StepPart} */
export function roleStep(walk) {
  const view = walk.view;
  const ticks = autosaveCheckboxes(walk.page, (tick, done) => backend.connection.change(view().id, { kind: "tick", tick: /** @type {Tick} */ (tick), done }), walk.keep);

  /** @param {Tick} tick @param {Part} name @param {Part} note @param {string | null} copied */
  const tickLine = (tick, name, note, copied) => html`<li class="tick">
    <label class="choice"><input type="checkbox" id="tick-${tick}" data-tick="${tick}" ${flag("checked", view().ticks.includes(tick))} /><span>${name}</span>${note && html`<span class="choice-note tiny">${note}</span>`}</label>
    ${copied && copyButton(copied, copied)}
  </li>`;

  /** What the old token tells of the role and user whose access this connection replaces. @type {TbaHint | null} */
  let old = null;
  /** What a new practice account has. @param {"roleName" | "entityName"} name */
  const ready = (name) => (view().practice ? practice()[name] : "");
  /** @param {"roleName" | "entityName"} name @param {string} otherwise */
  const hint = (name, otherwise) => {
    if (ready(name)) return s.readyHint;
    return proposed(name) ? strings.tbaPlan.hint.proposed(old?.name ?? "") : otherwise;
  };
  /** Proposed, and saved only by the user. @param {"roleName" | "entityName"} name */
  const proposed = (name) => (view()[name] ? "" : ((name === "roleName" ? old?.role : old?.user) ?? ""));

  const missing = () => ALL.filter((tick) => !view().ticks.includes(tick));

  /** One act for all boxes, with what it claims, and one that takes it back. */
  const everything = () => {
    const isClaimed = missing().length === 0;
    return html`<div class="everything" id="everything" data-claimed="${String(isClaimed)}">
      ${isClaimed ? button({ act: "claim-nothing", id: "claim", label: checkedAtOnce.has(view().id) ? s.everything.undo : s.everything.clear, busy: strings.setup.saving }) : button({ act: "claim-everything", id: "claim", label: s.everything.claim, sign: "check", busy: strings.setup.saving })}
      <p class="tiny soft" id="claim-note">${isClaimed ? s.everything.claimed : s.everything.note}</p>
    </div>`;
  };

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <p>${s.lead}</p>
      ${everything()}
      <ol class="acts">
        <li class="act"><div class="act-body">
          <div class="card-head"><h3>${s.features}</h3>${openPages(view().practice, "features")}</div>
          ${netsuitePath(paths.features)}
          <ul class="ticks">${features.map(({ tick, name, section }) => tickLine(tick, name, s.section(section), name))}</ul>
          <p class="tiny soft">${s.featuresNote}</p>
        </div></li>
        <li class="act"><div class="act-body">
          <div class="card-head"><h3>${s.permissions}</h3>${openPages(view().practice, "roles")}</div>
          ${netsuitePath([...paths.roles, ...paths.rolePermissions])}
          <ul class="ticks">${permissions.map(({ tick, name, level }) => tickLine(tick, name, level ? s.level(level) : s.manageNote, name))}</ul>
          <p class="tiny soft">${s.permissionsWhy}</p>
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.assign}</h3>
          <ul class="ticks">${tickLine("role-assigned", s.assigned, null, null)}</ul>
        </div></li>
      </ol>
      <div class="pair">
        ${field({ id: "role-name", label: s.roleName, value: walk.drafts.get("role-name", view().roleName || ready("roleName") || proposed("roleName")), hint: hint("roleName", s.roleHint) })}
        ${field({ id: "entity-name", label: s.entityName, value: walk.drafts.get("entity-name", view().entityName || ready("entityName") || proposed("entityName")), hint: hint("entityName", s.entityHint) })}
      </div>
      ${stepFoot(walk, { primary: saveButton(s.save) })}
    </form>`,
    prepare: async () => {
      if (!view().practice && !view().roleName) old = await backend.tbaPlan.hint(view().id);
    },
    acts: {
      "claim-everything": (pressed) =>
        walk.page.run(pressed, async () => {
          await ticks.kept();
          const claimed = missing();
          await ticks.keepAll(claimed, true);
          checkedAtOnce.set(view().id, claimed);
          walk.draw();
          announce(s.everything.saidChecked);
        }),
      "claim-nothing": (pressed) =>
        walk.page.run(pressed, async () => {
          await ticks.kept();
          await ticks.keepAll(checkedAtOnce.get(view().id) ?? ALL, false);
          checkedAtOnce.delete(view().id);
          walk.draw();
          announce(s.everything.saidCleared);
        }),
      continue: (pressed) =>
        walk.page.run(
          pressed,
          async () => {
            await ticks.kept();
            walk.advance(await backend.connection.change(view().id, { kind: "role", roleName: valueOf("role-name").trim(), entityName: valueOf("entity-name").trim() }));
          },
          { fields: { "name-empty": valueOf("role-name").trim() === "" ? "role-name" : "entity-name", "name-too-long": valueOf("role-name").trim().length > LONGEST ? "role-name" : "entity-name" } },
        ),
    },
    chosen: async (element) => {
      ticks.chosen(element);
      await ticks.kept();
      // One box more or less decides which of the two acts there is.
      if (element.dataset.tick && document.getElementById("everything")?.dataset.claimed !== String(missing().length === 0)) {
        if (missing().length > 0) checkedAtOnce.delete(view().id);
        walk.draw();
      }
    },
  };
}

/** Characters that a name may have; the backend decides, this finds the field. */
const LONGEST = 100;
