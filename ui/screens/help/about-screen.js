// @ts-check
// About: which Certdesk this is, whether this computer has what it needs, and the licenses.

import { copyFact, copyFrom } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { breakable } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { licenses } from "./licenses.js";
import { linksLine } from "../sign-in/redirect.js";

/** @import { CheckLine, CheckName, CheckState, CheckView, LinksView } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.about;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openAbout(page) {
  const about = await backend.about.read();
  const { version, commit, system, architecture } = about;
  let links = about.links;
  /** @type {CheckView | null} */
  let checked = null;
  let online = false;
  const shipped = licenses(page);
  /** @param {HTMLElement} pressed @param {() => Promise<LinksView>} change @param {string} done */
  const changeLinks = (pressed, change, done) =>
    page.run(pressed, async () => {
      links = await change();
      // What was checked before is not true any more.
      checked = null;
      page.draw();
      document.getElementById("about-links")?.focus({ preventScroll: true });
      toast(done);
    });

  return {
    name: "about",
    title: () => s.title,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, back: { label: s.back, route: { screen: "help" } } })}
      <section class="part" aria-labelledby="about-program">
        <h2 id="about-program" class="visually-hidden">${s.program}</h2>
        <dl class="facts">
          <div class="facts-row"><dt>${s.version}</dt><dd>${version}</dd></div>
          <div class="facts-row"><dt>${s.commit}</dt><dd>${commit ? copyFact(commit, s.commit, html`<span class="mono">${commit}</span>`) : s.commitUnknown}</dd></div>
          <div class="facts-row"><dt>${s.system}</dt><dd>${system}, ${architecture}</dd></div>
          <div class="facts-row"><dt>${s.data}</dt><dd><a href="${hashOf({ screen: "help" })}">${s.dataPlace}</a></dd></div>
        </dl>
      </section>
      <section class="part" aria-labelledby="about-links" data-part>
        <h2 id="about-links" tabindex="-1">${s.linksTitle}</h2>
        <p class="small">${s.linksLead}</p>
        ${linksLine(links)}
        ${failurePlace()}
      </section>
      <section class="part" aria-labelledby="about-check" data-part>
        <h2 id="about-check">${s.checkTitle}</h2>
        <p class="small">${s.checkLead}</p>
        <label class="choice"><input type="checkbox" id="check-online" ${flag("checked", online)} /><span>${s.online}</span><span class="choice-note">${s.onlineNote}</span></label>
        <div class="actions">${button({ act: "run-check", id: "run-check", label: s.run, busy: s.running, kind: checked ? "" : "button-primary" })}</div>
        ${failurePlace()}
        ${checked && results(checked)}
      </section>
      ${shipped.html()}
    </div>`,
    acts: {
      "run-check": (pressed) =>
        page.run(pressed, async () => {
          checked = await backend.about.check(online);
          page.draw();
          announce(checked.summary);
        }),
      "links-register": (pressed) => changeLinks(pressed, () => backend.links.register(), strings.signIn.way.registered),
      "links-unregister": (pressed) => changeLinks(pressed, () => backend.links.unregister(), strings.signIn.way.unregistered),
      "copy-report": async (pressed) => {
        await copyFrom(pressed);
        toast(s.reportCopied);
      },
      ...shipped.acts,
    },
    typed: shipped.typed,
    chosen: (element) => {
      if (element instanceof HTMLInputElement && element.id === "check-online") online = element.checked;
    },
    drawn: shipped.drawn,
  };
}

/** @param {CheckView} checked */
const results = ({ report, summary, text }) => html`<div class="stack stack-tight" id="check-results" data-state="${report.state}">
  <div class="card-head"><h3>${summary}</h3><button class="button" type="button" id="copy-report" data-act="copy-report" data-copy="${text}">${icon("copy")}<span data-label>${s.copyReport}</span></button></div>
  <div class="card card-flush"><ul class="checks" aria-label="${s.results}">${problemsFirst(report.lines).map(line)}</ul></div>
  <p class="small soft">${s.reportNote}</p>
</div>`;

/** @param {CheckLine[]} lines */
const problemsFirst = (lines) => SEVERITY.flatMap((wanted) => lines.filter(({ check, state }) => state === wanted && !SHOWN_ABOVE.includes(check)));

/** @param {CheckLine} line */
function line({ check, name, state, detail, remedy }) {
  const { tone, sign } = SIGNS[state];
  return html`<li class="check" data-check="${check}" data-state="${state}" data-tone="${tone}">${icon(sign)}<span><span class="visually-hidden">${s.state[state]} </span>${name}<span class="check-note">${breakable(detail)}</span>${remedy && html`<span class="check-remedy">${breakable(remedy)}</span>`}</span></li>`;
}

/** These are facts of the page; the copied report has them as well. @type {CheckName[]} */
const SHOWN_ABOVE = ["version", "system"];

/** @type {CheckState[]} */
const SEVERITY = ["failed", "warning", "ok"];

/** @type {Record<CheckState, { tone: string, sign: string }>} */
const SIGNS = { ok: { tone: "ok", sign: "ok" }, warning: { tone: "warn", sign: "warn" }, failed: { tone: "danger", sign: "stop" } };
