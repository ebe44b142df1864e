// @ts-check
// The guided walk. Which steps are done is the backend's answer, derived from facts; this screen
// shows one of them open, normally the first that is not done.

import { icon } from "../../elements/icon.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { stepper } from "../../elements/stepper.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { html } from "../../lib/html.js";
import { STEPS } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { practiceBar } from "../practice/bar.js";
import { accountStep } from "./account.js";
import { finished } from "./finished.js";
import { handOverStep } from "../kits/hand-over-step.js";
import { integrationStep } from "./integration.js";
import { keyStep } from "./key.js";
import { proveStep } from "./prove.js";
import { roleStep } from "./role.js";
import { foldedSummary, summaryOf } from "./summaries.js";
import { targetStep } from "./target.js";
import { uploadStep } from "./upload.js";
import { vaultCallout } from "../vault/status.js";

/** @import { ConnectionView, Step } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Act, Page, Screen } from "../../window/page.js" */

/**
 * What a step gets from the walk.
 * @typedef {object} Walk
 * @property {Page} page
 * @property {() => ConnectionView} view the backend's last answer
 * @property {(view: ConnectionView) => void} take keeps a new answer and stays on this step
 * @property {(view: ConnectionView) => void} keep keeps a new answer and draws nothing
 * @property {(view: ConnectionView) => void} advance keeps it and opens the first step that is not done
 * @property {() => void} draw
 * @property {(step: Step | null) => void} open another step; null is the first that is not done
 * @property {boolean} isChange whether a done step was opened again
 * @property {Drafts} drafts of this step
 */

/**
 * @typedef {object} StepPart
 * @property {() => Markup} html the open step's sheet
 * @property {Record<string, Act>} [acts]
 * @property {(element: HTMLElement) => void | Promise<void>} [typed]
 * @property {(element: HTMLElement) => void | Promise<void>} [chosen]
 * @property {() => Promise<void>} [prepare] what must be read before the step is first drawn
 * @property {() => void | Promise<void>} [entered]
 * @property {() => void} [left]
 */

/** Unfolded walks of this session, by connection. @type {Set<string>} */
const unfolded = new Set();

/**
 * @param {Page} page
 * @param {{ id: string, step: Step | null }} route
 * @returns {Promise<Screen>}
 */
export async function openSetup(page, { id, step }) {
  let view = await backend.connection.read(id);
  const shown = shownStep(view, step);
  const isChange = shown !== null && shown !== openStep(view);

  /** @type {Walk} */
  const walk = {
    page,
    view: () => view,
    take(next) {
      view = next;
      if (page.isShown(screen)) page.draw();
    },
    keep(next) {
      view = next;
    },
    advance(next) {
      view = next;
      drafts(`${id}/${shown}`).clear();
      void readBoard();
      if (page.isShown(screen)) walk.open(null);
    },
    draw: () => page.isShown(screen) && page.draw(),
    open: (next) => {
      const here = location.hash;
      page.go({ screen: "setup", id, step: next });
      // The address may be the same while the open step is another one.
      if (location.hash === here) void page.show(() => openSetup(page, { id, step: next }));
    },
    isChange,
    drafts: drafts(`${id}/${shown}`),
  };
  const part = shown ? PARTS[shown](walk) : finished(walk);
  await part.prepare?.();

  /** @type {Screen} */
  const screen = {
    name: shown ? `setup-${shown}` : "setup-finished",
    title: () => (shown ? `${strings.setup.title(view.name)}: ${strings.names.stepFor(shown, view.target)}` : strings.setup.title(view.name)),
    html: () => html`<div class="page-column">
      ${pageHead({ title: strings.setup.title(view.name), sub: strings.setup.lead, back: { label: view.credentials.length > 0 ? view.name : strings.board.title, route: view.credentials.length > 0 ? { screen: "connection", id } : { screen: "connections" } }, practice: view.practice })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${stepper({
        lines: view.steps.map(({ step, state }) => ({ step, state, title: strings.names.stepFor(step, view.target), summary: summaryOf(view, step, state) })),
        shown,
        sheet: part.html(),
        unfolded: unfolded.has(id),
        folded: foldedSummary(view),
        end: shown ? null : html`<li class="step" data-state="done" data-step="finished"><span class="step-mark">${icon("check")}</span><div class="step-body">${part.html()}</div></li>`,
      })}
    </div>`,
    drafts: () => walk.drafts,
    typed: (element) => part.typed?.(element),
    chosen: (element) => part.chosen?.(element),
    entered: () => part.entered?.(),
    left: () => part.left?.(),
    // Within the walk the focus goes on to the next step; its head says which one that is.
    begin: (from) => (from.startsWith("setup-") ? document.getElementById(shown ? "open-step" : "finished") : null),
    acts: {
      "fold-steps": () => {
        if (!unfolded.delete(id)) unfolded.add(id);
        page.draw();
      },
      "change-step": (pressed) => {
        const to = STEPS.find((step) => step === pressed.dataset.step) ?? null;
        walk.open(to === openStep(view) ? null : to);
      },
      "leave-change": () => {
        walk.drafts.clear();
        walk.open(null);
      },
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
      "try-again": () => void page.show(() => openSetup(page, { id, step })),
      ...part.acts,
    },
  };
  return screen;
}

/** The first step that is not done. @param {ConnectionView} view */
export const openStep = (view) => view.steps.find(({ state }) => state === "open")?.step ?? null;

/** The asked one when it can be shown, else the open one. @param {ConnectionView} view @param {Step | null} asked */
function shownStep(view, asked) {
  const reachable = view.steps.some(({ step, state }) => step === asked && state !== "ahead");
  return reachable ? asked : openStep(view);
}

/** @type {Record<Step, (walk: Walk) => StepPart>} */
const PARTS = {
  target: targetStep,
  account: accountStep,
  role: roleStep,
  integration: integrationStep,
  key: keyStep,
  upload: uploadStep,
  prove: proveStep,
  "hand-over": handOverStep,
};
