// @ts-check
// Reminders at login, a part of Help: the switch, what it does, and what the last check found.

import { callout, failurePlace } from "../../elements/callout.js";
import { toast } from "../../elements/toast.js";
import { status } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { dayTime, recentTimeFirst } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { LastLook, RemindersView } from "../../types/ipc.d.ts" */
/** @import { Page } from "../../window/page.js" */

const s = strings.reminders;

/** @param {Page} page */
export async function remindersSection(page) {
  let view = await backend.reminders.read();

  /** @param {HTMLInputElement} pressed */
  async function change(pressed) {
    const on = pressed.checked;
    await page.run(pressed, async () => {
      view = await backend.reminders.change(on);
      page.draw();
      toast(view.on ? s.turnedOn : s.turnedOff);
    });
    // Where it failed, the switch shows what the system has.
    const shown = document.getElementById(SWITCH);
    if (shown instanceof HTMLInputElement) shown.checked = view.on;
  }

  return {
    /** What the search of Help finds it by. */
    words: [s.title, s.label, s.lead],
    html: () => section(view),
    /** @param {HTMLElement} element */
    chosen: (element) => {
      if (element instanceof HTMLInputElement && element.id === SWITCH) return change(element);
    },
  };
}

/** @param {RemindersView} view */
const section = (view) => html`<section class="part" aria-labelledby="help-reminders" data-part>
  <h2 id="help-reminders">${s.title}</h2>
  ${view.problem && callout({ tone: "note", title: s.problem[view.problem].title, body: html`<p>${s.problem[view.problem].body}</p>` })}
  <label class="switch"><input type="checkbox" role="switch" id="${SWITCH}" aria-describedby="reminders-lead" ${flag("checked", view.on)} ${flag("disabled", view.problem !== null && !view.on)} /><span>${s.label}</span></label>
  <p class="small" id="reminders-lead">${s.lead} ${s.click[view.click]}</p>
  ${status.get()?.platform === "macos" && html`<p class="small">${s.loginItems}</p>`}
  ${view.on && facts(view)}
  ${failurePlace()}
</section>`;

/** @param {RemindersView} view */
const facts = ({ turnedOnAt, lastLook }) => html`<dl class="facts facts-words">
  ${turnedOnAt && html`<div class="facts-row"><dt>${s.since}</dt><dd>${dayTime(turnedOnAt)}</dd></div>`}
  <div class="facts-row"><dt>${s.lastCheck}</dt><dd>${lastLook ? looked(lastLook) : s.noCheck}</dd></div>
</dl>`;

/** @param {LastLook} look */
const looked = (look) => html`${recentTimeFirst(look.at)}<span class="facts-note">${s.found(look)}. ${s.notified[look.notified]}.</span>`;

const SWITCH = "reminders-switch";
