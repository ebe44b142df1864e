// @ts-check
// The health check is read again; what it says decides whether the walk is over.

import { callout } from "../../elements/callout.js";
import { button } from "../../elements/parts.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en.js";
import { listening } from "./says.js";

/** @import { ProSaid } from "../../types/ipc.d.ts" */
/** @import { ProPart, ProWalk } from "../pro-record.js" */

const s = strings.proRecord.check;

/** @param {ProWalk} walk @returns {ProPart} */
export function checkStep(walk) {
  const view = walk.view;
  return listening(walk, { heard: () => view().check, kind: "check", until: "check-until", lead: s.lead, act: s.act, told: () => !view().checkedStandIn, after: notYet });

  /** What stands in the way; null when nothing does. @param {ProSaid} said */
  function reason(said) {
    if (view().checkedStandIn) return s.standIn;
    if (said.kind === "not-found") return s.notFound;
    if (said.kind === "no-certificate") return s.noCertificate;
    const phase = said.kind === "valid-until" ? said.until?.phase : null;
    return phase === "ended" ? s.ended : phase === "overdue" ? s.overdue : null;
  }

  function notYet() {
    const said = view().check?.said;
    const why = said && reason(said);
    const other = view().steps.some(({ step }) => step === "way");
    return why && html`<div id="not-yet">${callout({
      tone: "warn",
      title: s.notYetTitle,
      body: html`<p>${why}</p>`,
      actions: html`${other && said?.kind === "not-found" && button({ act: "change-step", step: "way", label: s.otherWay, id: "other-way" })}${button({ act: "change-step", step: "generate", label: s.generateAgain })}`,
    })}</div>`;
  }
}
