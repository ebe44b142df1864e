// @ts-check
// What can be asked before anything is changed: the buttons on top of a diagnosis, the quickest
// question first. Where nothing can cut the causes, NetSuite can still be asked below the checks.

import { button } from "../../elements/button.js";
import { recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { onlyTargetProves, workingCredential } from "../../lib/connection-facts.js";
import { vaultReady } from "../vault/status.js";

/** @import { ConnectionView, DiagnosisView } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

/** @typedef {{ act: "test" | "ask" | "sign-in" | "look-up", why: string }} Ask */

const s = strings.diagnosis;

/** What is offered on top: at most two questions, each once. @param {ConnectionView} view @param {DiagnosisView} found @returns {Ask[]} */
export function asks(view, found) {
  /** @type {Ask[]} */
  const all = [];
  for (const question of found.questions) {
    if (question === "test-here" && testable(view)) all.push({ act: "test", why: s.why.testHere });
    if (question === "list" && found.listReadable) all.push({ act: "ask", why: s.why.list });
    if (question === "list" && !found.listReadable && view.integration.clientId !== null) all.push({ act: "sign-in", why: s.why.signIn });
    if (question === "net-suite" && !all.some(({ act }) => act === "ask")) all.push({ act: "ask", why: s.why.netSuite });
    if (question === "audit-trail") all.push({ act: "look-up", why: s.why.auditTrail });
  }
  return all.slice(0, 2);
}

/** @param {Ask} ask @param {boolean} primary @param {DiagnosisView} found */
export function askButton({ act }, primary, found) {
  const kind = primary ? "button-primary" : "";
  switch (act) {
    case "test":
      return testButton(found, kind);
    case "ask":
      return button({ act: "ask", id: "ask", label: found.askedAt ? s.askAgain : s.ask, busy: s.asking, kind });
    case "sign-in":
      return button({ act: "sign-in-and-ask", id: "sign-in-and-ask", label: s.signInAndAsk, kind });
    case "look-up":
      return button({ act: "look-up", id: "look-up", label: s.lookUp, kind });
  }
}

/** @param {DiagnosisView} found @param {string} kind */
export const testButton = (found, kind) => button({ act: "test", id: "test", label: found.failure && !found.failure.ours ? s.testHere : s.test, sign: "test", busy: s.testing, kind });

/** Whether Certdesk can request a token itself: while the keys are locked it cannot. @param {ConnectionView} view */
export const testable = (view) => vaultReady() && !onlyTargetProves(view) && workingCredential(view) !== null && view.integration.clientId !== null && view.account !== null;

/** What NetSuite’s list said when it was asked about this. @param {DiagnosisView} found @returns {Markup | null} */
export function answered({ askedAt, checks, listUnread, decided }) {
  if (!askedAt) return null;
  const list = checks.find(({ check }) => check === "list");
  // Where no doubt is left, the evidence below says it.
  const said = !decided && list?.sign ? s.signs[list.sign](list.detail) : null;
  return html`<p id="answered">${s.askedWhen(recentTime(askedAt))} ${said}${listUnread && s.listUnread}</p>`;
}

/** Below the checks, where the button is not on top already. @param {ConnectionView} view @param {DiagnosisView} found */
export function askPart(view, found) {
  if (asks(view, found).some(({ act }) => act === "ask")) return null;
  const note = found.listReadable ? s.askListNote : html`${s.askNote} ${view.integration.clientId && s.askSignIn(hashOf({ screen: "sign-in", id: view.id }))}`;
  return html`<div class="actions">${askButton({ act: "ask", why: "" }, false, found)}</div><p class="small soft">${note}</p>`;
}
