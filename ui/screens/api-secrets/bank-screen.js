// @ts-check
// The API secrets of one bank: the steps from names and IDs to bank connections that have them, and
// the hour after a change. Which steps are done, the backend derives.

import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { offerUndo } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { stepper } from "../../elements/stepper.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { hasEnded } from "../../lib/format.js";
import { html, mount } from "../../lib/html.js";
import { scrollToOpened } from "../../lib/scrolling.js";
import { autosaveCheckboxes } from "../../lib/autosave-checkboxes.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { connectStep } from "./connect.js";
import { createStep } from "./create.js";
import { namesStep } from "./names.js";
import { overlapCard } from "./overlap.js";

/** @import { BankSecretsView, SecretKind, SecretsChange, SecretsStep } from "../../types/ipc.d.ts" */
/** @import { Markup, Part } from "../../lib/html.js" */
/** @import { Act, Page, RunOptions, Screen } from "../../window/page.js" */

/**
 * What the steps of the screen get.
 * @typedef {object} BankWork
 * @property {Page} page
 * @property {() => BankSecretsView} view
 * @property {(view: BankSecretsView) => void} keep keeps an answer and draws nothing
 * @property {(view: BankSecretsView) => void} take keeps it and draws
 * @property {(view: BankSecretsView) => void} advance keeps it and opens the first step that is not done
 * @property {(pressed: HTMLElement, change: SecretsChange, options?: RunOptions & { told?: string }) => Promise<void>} change
 * @property {() => void} draw
 * @property {() => Promise<void>} kept waits for the boxes ticked so far
 * @property {boolean} isChange whether a done step was opened again
 */

/**
 * @typedef {object} BankPart
 * @property {() => Markup} html
 * @property {Record<string, Act>} acts
 * @property {(element: HTMLElement) => void} [typed]
 * @property {(element: HTMLElement) => void} [chosen]
 */

const s = strings.apiSecrets;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openBank(page, { id }) {
  let view = await backend.apiSecret.read(id);
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let clock;
  const openStep = () => view.steps.find(({ state }) => state === "open")?.step ?? null;
  // What a box makes true shows in the list of steps; the sheet stays until somebody goes on.
  let shown = openStep();

  /** @type {BankWork} */
  const work = {
    page,
    view: () => view,
    keep(next) {
      view = next;
    },
    take(next) {
      view = next;
      work.draw();
    },
    advance(next) {
      view = next;
      open(openStep());
    },
    draw: () => page.isShown(screen) && page.draw(),
    kept: () => ticks.kept(),
    get isChange() {
      return shown !== null && shown !== openStep();
    },
    change: (pressed, change, { told, ...options } = {}) =>
      page.run(
        pressed,
        async () => {
          await ticks.kept();
          work.take(await backend.apiSecret.change(id, change));
          if (told) toast(told);
        },
        options,
      ),
  };
  const ticks = autosaveCheckboxes(page, (tick, done) => backend.apiSecret.change(id, changeOf(tick, done)), (next) => work.take(next));
  const parts = { names: namesStep(work), create: createStep(work), connect: connectStep(work) };
  const part = () => (shown ? parts[shown] : null);

  /** Opens a step, and leads there. @param {SecretsStep | null} step */
  function open(step) {
    shown = step;
    if (!page.isShown(screen)) return;
    page.draw();
    document.getElementById(step ? "open-step" : "bank-done")?.focus({ preventScroll: true });
    scrollToOpened(document.querySelector("[aria-current=step]:has(.step-sheet)"));
  }

  /** @type {Screen} */
  const screen = {
    name: "bank",
    title: () => `${s.title}: ${view.bank}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: html`${s.title}: ${view.bank}`, sub: strings.proRecord.accountOf(view.client, view.environment, view.accountId), back: { label: s.title, route: { screen: "api-secrets" } } })}
      ${failurePlace()}
      <div class="overlap-place" id="overlap">${overlapCard(view.overlap)}</div>
      ${stepper({
        lines: view.steps.map((one) => ({ ...one, title: s.step[one.step], summary: one.state === "done" ? summary(one.step) : s.ahead[one.step] })),
        shown,
        sheet: part()?.html() ?? null,
        unfolded: true,
        folded: null,
        end: shown ? null : html`<li class="step" data-state="done"><span class="step-mark">${icon("check")}</span><div class="step-body"><h2 class="step-title step-title-large" id="bank-done" tabindex="-1">${s.end}</h2></div></li>`,
      })}
      ${view.secrets.every(({ created }) => created) && changing()}
      <section class="part" aria-label="${s.remove.act}"><div class="actions">${button({ act: "remove", label: s.remove.ask, kind: "button-danger" })}</div></section>
    </div>`,
    typed: (element) => part()?.typed?.(element),
    chosen: (element) => {
      part()?.chosen?.(element);
      ticks.chosen(element);
    },
    entered: () => {
      let over = view.overlap === null || hasEnded(view.overlap.until);
      clock = setInterval(() => {
        const place = document.getElementById("overlap");
        if (!place || !view.overlap) return;
        const now = hasEnded(view.overlap.until);
        if (!now || !over) mount(place, html`${overlapCard(view.overlap)}`);
        if (now && !over) announce(s.overlap.overTitle);
        over = now;
      }, TICK);
    },
    left: () => {
      clearInterval(clock);
      // A value is not left lying in memory for a screen that nobody looks at.
      void backend.apiSecret.discardValues();
    },
    acts: {
      "change-step": (pressed) => open(view.steps.find(({ step }) => step === pressed.dataset.step)?.step ?? null),
      "leave-change": () => open(openStep()),
      changed: (pressed) =>
        page.run(pressed, async () => {
          await ticks.kept();
          const next = await backend.apiSecret.change(id, { kind: "changed" });
          work.take(next);
          if (next.overlap) toast(s.overlap.title(next.overlap.until));
        }),
      withdrawn: async (pressed) => {
        await work.change(pressed, { kind: "old-withdrawn" }, { told: s.overlap.done });
        if (!view.overlap) document.getElementById("changed")?.focus({ preventScroll: true });
      },
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.openAccount(view.accountId, pageOf(pressed)))),
      remove: async () => {
        const sure = await confirmDialog({ name: "bank-remove", title: s.remove.title(view.bank), body: html`<p>${s.remove.body}</p>`, act: s.remove.act, work: async () => void (await backend.apiSecret.remove(id)) });
        if (!sure) return;
        offerUndo({ name: view.bank, note: strings.undo.bank, undo: () => backend.apiSecret.restore() });
        page.go({ screen: "api-secrets" });
      },
      "try-again": () => void page.show(() => openBank(page, { id })),
      ...parts.names.acts,
      ...parts.create.acts,
      ...parts.connect.acts,
    },
  };
  return screen;

  /** @param {SecretsStep} step @returns {Part} */
  function summary(step) {
    if (step === "names") return html`<span class="mono">${view.secrets.map(({ scriptId }, index) => html`${index > 0 && ", "}${scriptId}`)}</span>`;
    return step === "create" ? s.summaryCreate : s.summaryConnect(view.connections.length);
  }

  function changing() {
    return html`<section class="part" aria-labelledby="changing" data-part>
      <h2 id="changing">${s.change.title}</h2>
      <p class="small">${s.change.body}</p>
      ${failurePlace()}
      <div class="actions">${button({ act: "changed", id: "changed", label: view.overlap ? s.change.again : s.change.act, busy: s.change.busy, sign: "clock" })}</div>
    </section>`;
  }
}

/** What a box stands for. @param {string} tick @param {boolean} done @returns {SecretsChange} */
function changeOf(tick, done) {
  if (tick === "brazil") return { kind: "brazil", needed: done };
  if (tick.startsWith("created/")) return { kind: "created", secret: /** @type {SecretKind} */ (tick.slice("created/".length)), done };
  return { kind: "entered", name: tick.slice("entered/".length), done };
}

/** Milliseconds between two looks at the clock. */
const TICK = 5000;
