// @ts-check
// The beginning of a set-up: whose connection it is, and what will come.

import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { pageHead } from "../../elements/page-head.js";
import { practiceBar } from "../practice/bar.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { field, valueOf } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { STEPS } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";

/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.newConnection;

/** @param {Page} page @param {{ practice: boolean }} route @returns {Promise<Screen>} */
export async function openNew(page, { practice }) {
  const kept = drafts(practice ? "new-practice" : "new");
  return {
    name: "new",
    title: () => (practice ? s.titlePractice : s.title),
    drafts: () => kept,
    html: () => html`<div class="page-column">
      ${pageHead({ title: practice ? s.titlePractice : s.title, sub: practice ? s.leadPractice : s.lead, practice, back: { label: strings.board.title, route: { screen: "connections" } } })}
      ${practice && practiceBar()}
      <form class="card" novalidate data-part>
        ${field({ id: "name", label: s.name, value: kept.get("name", practice ? strings.practice.name : ""), hint: s.hint })}
        ${failurePlace()}
        <div class="actions">${button({ act: "create", label: s.create, busy: s.creating, kind: "button-primary", submit: true })}</div>
      </form>
      <section class="part" aria-labelledby="what-comes">
        <h2 id="what-comes">${s.steps}</h2>
        <ol class="stepper">${STEPS.map((step, index) => html`<li class="step" data-state="ahead"><span class="step-mark" aria-hidden="true">${index + 1}</span><div class="step-head"><h3 class="step-title">${strings.names.step[step]}</h3><p class="step-summary">${strings.setup.ahead[step]}</p></div></li>`)}</ol>
      </section>
    </div>`,
    acts: {
      create: (pressed) =>
        page.run(
          pressed,
          async () => {
            const made = await backend.connection.create(valueOf("name").trim(), practice);
            kept.clear();
            page.go({ screen: "setup", id: made.id, step: null });
          },
          { fields: { "name-empty": "name", "name-too-long": "name" } },
        ),
    },
  };
}
