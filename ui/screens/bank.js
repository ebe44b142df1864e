// @ts-check
// The API secrets of one bank. What is typed as a value is sent once to the backend and wiped from
// the page; what comes back is how long it is, never the value.

import { callout } from "../elements/callout.js";
import { confirmDialog } from "../elements/dialog.js";
import { button, failurePlace, pageHead } from "../elements/parts.js";
import { announce } from "../lib/announce.js";
import { backend } from "../lib/backend.js";
import { field, valueOf } from "../lib/form.js";
import { capital, hasEnded } from "../lib/format.js";
import { flag, html, mount } from "../lib/html.js";
import { ticking } from "../lib/ticking.js";
import { toast } from "../lib/toast.js";
import { strings } from "../strings/en.js";
import { choicesPart } from "./api-secrets/choices.js";
import { overlapCard } from "./api-secrets/overlap.js";
import { secretCards } from "./api-secrets/cards.js";

/** @import { BankSecretsView, SecretKind, SecretsChange } from "../types/ipc.d.ts" */
/** @import { Markup } from "../lib/html.js" */
/** @import { Act, Page, RunOptions, Screen } from "../lib/page.js" */

/**
 * What the parts of the screen get.
 * @typedef {object} BankWork
 * @property {Page} page
 * @property {() => BankSecretsView} view
 * @property {(view: BankSecretsView) => void} take keeps an answer and draws
 * @property {(pressed: HTMLElement, change: SecretsChange, options?: RunOptions & { told?: string }) => Promise<void>} change
 * @property {() => void} draw
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

  /** @type {BankWork} */
  const work = {
    page,
    view: () => view,
    take(next) {
      view = next;
      work.draw();
    },
    draw: () => page.isShown(screen) && page.draw(),
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
  const ticks = ticking(page, (tick, done) => backend.apiSecret.change(id, changeOf(tick, done)), (next) => {
    view = next;
    // Badges change with their boxes; what is being typed stays.
    work.draw();
  });
  const cards = secretCards(work);
  const choices = choicesPart(work);

  /** @type {Screen} */
  const screen = {
    name: "bank",
    title: () => `${s.title}: ${view.bank}`,
    html: () => html`
      ${pageHead({ title: html`${s.title}: ${view.bank}`, sub: html`${view.client ? `${view.client}, ${strings.names.environment[view.environment]}` : capital(strings.names.environment[view.environment])} account <span class="mono">${view.accountId}</span>`, back: { label: s.title, route: { screen: "api-secrets" } } })}
      ${failurePlace()}
      <div class="overlap-place" id="overlap">${overlapCard(view.overlap)}</div>
      ${cards.html()}
      ${choices.html()}
      ${connections()}
      ${changing()}
      ${brazil()}
      <section class="part" aria-label="${s.remove.act}"><div class="actions">${button({ act: "remove", label: s.remove.act, kind: "button-danger" })}</div></section>`,
    typed: (element) => {
      cards.typed?.(element);
      choices.typed?.(element);
    },
    chosen: (element) => {
      cards.chosen?.(element);
      choices.chosen?.(element);
      ticks.chosen(element);
    },
    entered: () => {
      let over = view.overlap === null || hasEnded(view.overlap.until);
      clock = setInterval(() => {
        const place = document.getElementById("overlap");
        if (!place || !view.overlap) return;
        const now = hasEnded(view.overlap.until);
        if (!now || !over) mount(place, html`${overlapCard(view.overlap)}`);
        if (now && !over) announce(s.overlap.told);
        over = now;
      }, TICK);
    },
    left: () => {
      clearInterval(clock);
      // A value is not left lying in memory for a screen that nobody looks at.
      void backend.apiSecret.discardValues();
    },
    acts: {
      "add-connection": (pressed) => work.change(pressed, { kind: "add-connection", name: valueOf("bank-connection") }, { fields: { "name-empty": "bank-connection", "text-holds-value": "bank-connection" } }),
      "remove-connection": (pressed) => work.change(pressed, { kind: "remove-connection", name: pressed.dataset.name ?? "" }),
      changed: (pressed) =>
        page.run(pressed, async () => {
          await ticks.kept();
          work.take(await backend.apiSecret.change(id, { kind: "changed" }));
          document.getElementById("overlap-title")?.focus();
        }),
      withdrawn: (pressed) => work.change(pressed, { kind: "old-withdrawn" }, { told: s.overlap.done }),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.openAccount(view.accountId))),
      remove: async () => {
        const sure = await confirmDialog({ name: "bank-remove", title: s.remove.title(view.bank), body: html`<p>${s.remove.body}</p>`, act: s.remove.act, work: async () => void (await backend.apiSecret.remove(id)) });
        if (!sure) return;
        page.go({ screen: "api-secrets" });
        toast(s.remove.done);
      },
      "try-again": () => void page.show(() => openBank(page, { id })),
      ...cards.acts,
      ...choices.acts,
    },
  };
  return screen;

  function connections() {
    return html`<section class="card" aria-labelledby="bank-connections" data-part>
      <h2 id="bank-connections">${s.connections.title}</h2>
      <p class="small">${s.connections.lead}</p>
      ${view.connections.length > 0 && html`<div>${view.connections.map(({ name, entered }, index) => html`<div class="listed"><label class="choice"><input type="checkbox" id="entered-${index}" data-tick="entered/${name}" ${flag("checked", entered)} /><span>${name}</span><span class="choice-note">${s.connections.entered}</span></label><button class="button button-plain" type="button" data-act="remove-connection" data-name="${name}">${s.connections.remove}<span class="visually-hidden"> ${name}</span></button></div>`)}</div>`}
      <form class="inline-form" novalidate>${field({ id: "bank-connection", label: s.connections.add, value: "", hint: s.connections.addHint })}${button({ act: "add-connection", label: s.connections.addAct, busy: s.connections.adding, submit: true })}</form>
      ${failurePlace()}
    </section>`;
  }

  function brazil() {
    return html`<section class="card" aria-labelledby="brazil" data-part>
      <h2 id="brazil">${s.brazil.title}</h2>
      <label class="choice"><input type="checkbox" id="tick-brazil" data-tick="brazil" ${flag("checked", view.brazil)} /><span>${s.brazil.needed}</span></label>
      ${view.brazil && html`<p class="small">${s.brazil.lead}</p>${callout({ tone: "danger", title: s.brazil.warnTitle, body: html`<p>${s.brazil.warn}</p>` })}`}
      ${failurePlace()}
    </section>`;
  }

  function changing() {
    return html`<section class="card" aria-labelledby="changing" data-part>
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
