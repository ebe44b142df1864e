// @ts-check
// What is said about the practice account on the screens that belong to it.

import { callout } from "../../elements/callout.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { practice } from "../../lib/app-state.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

const s = strings.practice;

/** On a practice connection: that it is one, where it runs, or how to start it again. */
export function practiceBar() {
  const { address, accountId } = practice();
  if (address === null) {
    return callout({
      tone: "note",
      sign: "practice",
      title: s.notRunningTitle,
      body: html`<p>${s.notRunningBody}</p>`,
      actions: button({ act: "start-practice", label: s.start, busy: s.starting, kind: "button-primary" }),
    });
  }
  return html`<div class="practice-bar" id="practice-bar">
    ${icon("practice")}<p>${s.running(address, accountId)}</p>
    <div class="actions">${button({ act: "open-practice", label: s.openPages, sign: "external", kind: "button-quiet" })}${button({ act: "stop-practice", label: s.stop, busy: s.stopping, kind: "button-plain" })}</div>
  </div>`;
}
