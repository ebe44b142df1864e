// @ts-check
// The record of SuiteProjects Pro in one account: the steps from what is said to a health check
// that is well. Which steps there are, and which is open, the backend derives.

import { callout, failurePlace } from "../../elements/callout.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { netsuitePath, pageOf } from "../../elements/netsuite-path.js";
import { offerUndo } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { stepper } from "../../elements/stepper.js";
import { backend } from "../../lib/backend.js";
import { field, valueOf } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { bundlesStep } from "./bundles.js";
import { byHandStep } from "./create-by-hand.js";
import { checkStep } from "./health-check.js";
import { generateStep } from "./generate.js";
import { roleStep } from "./role.js";
import { said } from "./message-meaning.js";
import { saysStep } from "./message.js";
import { updateStep } from "./update-bundles.js";
import { wayStep } from "./method.js";

/** @import { ProChange, ProRecordView, ProStep } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Act, Page, RunOptions, Screen } from "../../window/page.js" */

/**
 * What a step gets from the walk.
 * @typedef {object} ProWalk
 * @property {Page} page
 * @property {() => ProRecordView} view the backend's last answer
 * @property {(view: ProRecordView) => void} keep keeps a new answer and draws nothing
 * @property {(view: ProRecordView) => void} take keeps it and draws
 * @property {(view: ProRecordView) => void} advance keeps it and opens the first step that is not done
 * @property {(step: ProStep | null) => void} open another step
 * @property {(pressed: HTMLElement, change: ProChange, options?: RunOptions) => Promise<void>} change makes a change and goes on
 * @property {boolean} isChange whether a done step was opened again
 */

/**
 * @typedef {object} ProPart
 * @property {() => Markup} html the open step's sheet
 * @property {Record<string, Act>} [acts]
 * @property {(element: HTMLElement) => void} [typed]
 * @property {(element: HTMLElement) => void} [chosen]
 * @property {() => void} [left]
 */

const s = strings.proRecord;
/** Unfolded walks of this session, by account. @type {Set<string>} */
const unfolded = new Set();

/** @param {Page} page @param {{ account: string, step: ProStep | null }} route @returns {Promise<Screen>} */
export async function openProRecord(page, { account, step }) {
  let view = await backend.proRecord.read(account);
  const openStep = () => view.steps.find(({ state }) => state === "open")?.step ?? null;
  const shown = view.steps.some((one) => one.step === step && one.state !== "ahead") ? step : openStep();

  /** @type {ProWalk} */
  const walk = {
    page,
    view: () => view,
    keep(next) {
      view = next;
    },
    take(next) {
      view = next;
      if (page.isShown(screen)) page.draw();
    },
    advance(next) {
      view = next;
      if (page.isShown(screen)) walk.open(null);
    },
    open(next) {
      const here = location.hash;
      page.go({ screen: "pro-record", account, step: next });
      // The address may be the same while the open step is another one.
      if (location.hash === here) void page.show(() => openProRecord(page, { account, step: next }));
    },
    change: (pressed, change, options = {}) => page.run(pressed, async () => walk.advance(await backend.proRecord.change(account, change)), options),
    isChange: shown !== null && shown !== openStep(),
  };
  const part = shown ? partOf(shown, walk) : null;

  /** @type {Screen} */
  const screen = {
    name: shown ? `pro-record-${shown}` : "pro-record-done",
    title: () => `${s.title}: ${view.client || view.accountId}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: html`${s.title}<span class="visually-hidden">: ${view.client || view.accountId}</span>`, sub: s.accountOf(view.client, view.environment, view.accountId), back: { label: s.list.back, route: { screen: "pro-records" } } })}
      ${stepper({
        lines: view.steps.map((one) => ({ ...one, title: (one.step === "restore" && view.way && s.restore[view.way]) || s.step[one.step], summary: one.state === "done" ? summary(one.step) : s.ahead[one.step] })),
        shown,
        sheet: part?.html() ?? null,
        unfolded: unfolded.has(account),
        folded: view.situation && s.situation[view.situation],
        end: shown ? null : html`<li class="step" data-state="done"><span class="step-mark">${icon("check")}</span><div class="step-body">${done()}</div></li>`,
      })}
      <section class="part" aria-labelledby="this-account" data-part>
        <h2 id="this-account">${s.account}</h2>
        <form class="inline-form" novalidate>${field({ id: "pro-client", label: s.client, value: view.client, hint: s.clientHint })}${button({ act: "name-client", label: s.saveClient, busy: strings.setup.saving, submit: true })}</form>
        ${failurePlace()}
        <div class="actions">${button({ act: "remove", label: s.remove.ask, kind: "button-danger" })}</div>
      </section>
    </div>`,
    typed: (element) => part?.typed?.(element),
    chosen: (element) => part?.chosen?.(element),
    left: () => part?.left?.(),
    begin: (from) => (from.startsWith("pro-record-") ? document.getElementById(shown ? "open-step" : "pro-done") : null),
    acts: {
      "fold-steps": () => {
        if (!unfolded.delete(account)) unfolded.add(account);
        page.draw();
      },
      "change-step": (pressed) => {
        const to = view.steps.find(({ step }) => step === pressed.dataset.step)?.step ?? null;
        walk.open(to === openStep() ? null : to);
      },
      "leave-change": () => walk.open(null),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.openAccount(account, pageOf(pressed)))),
      "name-client": (pressed) =>
        page.run(pressed, async () => {
          walk.take(await backend.proRecord.change(account, { kind: "client", name: valueOf("pro-client") }));
        }),
      remove: async () => {
        const sure = await confirmDialog({ name: "pro-remove", title: s.remove.title(account), body: html`<p>${s.remove.body}</p>`, act: s.remove.act, work: async () => void (await backend.proRecord.remove(account)) });
        if (!sure) return;
        offerUndo({ name: account, note: strings.undo.guide, undo: () => backend.proRecord.restore() });
        page.go({ screen: "pro-records" });
      },
      "try-again": () => void page.show(() => openProRecord(page, { account, step })),
      ...part?.acts,
    },
  };
  return screen;

  /** @param {ProStep} step */
  function summary(step) {
    if (step === "says") return view.situation && s.situation[view.situation];
    if (step === "bundles") return view.bundles && s.bundles.summary(view.bundles.import, view.bundles.integration);
    if (step === "way") return view.way && s.ways.cards[view.way].title;
    if (step === "restore") return view.recordId && html`<span class="mono">${view.recordId}</span>`;
    return null;
  }

  function done() {
    return html`<div class="stack">
      <h2 class="step-title step-title-large" id="pro-done" tabindex="-1">${view.proven ? s.done.title : s.done.nothingTitle}</h2>
      ${view.heard && said(view.heard.said)}
      ${view.standIn && callout({ tone: "warn", title: s.done.standIn, body: html`<p class="mono">${view.standIn.path}</p>` })}
      <div class="actions">${button({ act: "change-step", step: view.proven ? "check" : "says", label: s.done.again })}</div>
      <section class="stack stack-tight" aria-labelledby="rotate-any-time">
        <h3 id="rotate-any-time">${s.done.rotateTitle}</h3>
        <p class="small">${s.done.rotate}</p>
        ${netsuitePath(paths.connector)}
      </section>
    </div>`;
  }
}

/** @param {ProStep} step @param {ProWalk} walk @returns {ProPart} */
function partOf(step, walk) {
  if (step === "restore") return walk.view().way === "update" ? updateStep(walk) : byHandStep(walk);
  return PARTS[step](walk);
}

/** @type {Record<Exclude<ProStep, "restore">, (walk: ProWalk) => ProPart>} */
const PARTS = { says: saysStep, bundles: bundlesStep, way: wayStep, role: roleStep, generate: generateStep, check: checkStep };
