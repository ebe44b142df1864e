// @ts-check
// One card for each secret: its name and ID, judged while they are typed; its value, as long as it
// is here; its last day; the ID for the bank connection.

import { copyField } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { badge, button, failurePlace } from "../../elements/parts.js";
import { vault } from "../../lib/app.js";
import { backend } from "../../lib/backend.js";
import { area, field, isTicked, message, valueOf } from "../../lib/form.js";
import { recent } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { toast } from "../../lib/toast.js";
import { strings } from "../../strings/en.js";

/** @import { ApiSecretView, BankSecretsView, SecretKind, SecretNotes } from "../../types/ipc.d.ts" */
/** @import { BankPart, BankWork } from "../bank.js" */

const s = strings.apiSecrets;

/** @param {BankWork} work @returns {BankPart} */
export function secretCards(work) {
  /** What is typed and not saved, by secret. Values are never in here. @type {Map<SecretKind, { name: string, scriptId: string, notes: SecretNotes | null }>} */
  const typed = new Map();
  let asked = 0;

  const id = () => work.view().id;
  /** @param {SecretKind} kind */
  const secret = (kind) => work.view().secrets.find((one) => one.kind === kind);
  /** @param {HTMLElement} element @returns {SecretKind} */
  const kindOf = (element) => /** @type {SecretKind} */ (element.closest("[data-secret]")?.getAttribute("data-secret"));

  /** An act on a value. @param {HTMLElement} pressed @param {() => Promise<BankSecretsView | null>} act @param {string} [told] */
  const onValue = (pressed, act, told) => {
    const kind = kindOf(pressed);
    return work.page.run(
      pressed,
      async () => {
        const next = await act();
        if (!next) return;
        wipe(kind);
        work.take(next);
        if (told) toast(told);
      },
      {
        fields: { "value-empty": `value-${kind}`, "values-differ": `again-${kind}`, "value-too-long": `value-${kind}`, "preferences-length": `value-${kind}`, "text-holds-value": `value-${kind}`, "value-not-text": `value-${kind}` },
        failed: (failure) => {
          if (failure.kind !== "vault-full") return false;
          const place = pressed.closest("[data-part]")?.querySelector("[data-failure]");
          if (place instanceof HTMLElement) {
            mount(place, message("danger", s.value.full));
            place.focus();
          }
          return true;
        },
      },
    );
  };

  return {
    html: () => html`<div class="pair secret-cards">${work.view().secrets.map(card)}</div>`,
    typed: (element) => {
      const kind = kindOf(element);
      if (!kind || (element.id !== `name-${kind}` && element.id !== `id-${kind}`)) return;
      typed.set(kind, { name: valueOf(`name-${kind}`), scriptId: valueOf(`id-${kind}`), notes: typed.get(kind)?.notes ?? null });
      void judge(kind);
    },
    chosen: (element) => {
      const kind = kindOf(element);
      if (kind && element.id === `show-${kind}`) for (const one of [`value-${kind}`, `again-${kind}`]) document.getElementById(one)?.classList.toggle("field-masked", !isTicked(`show-${kind}`));
    },
    acts: {
      "use-id": (pressed) => {
        const kind = kindOf(pressed);
        const now = typed.get(kind);
        typed.set(kind, { name: now?.name ?? secret(kind)?.name ?? "", scriptId: pressed.dataset.proposal ?? "", notes: null });
        work.draw();
        document.getElementById(`id-${kind}`)?.focus();
        return judge(kind);
      },
      "save-secret": (pressed) => {
        const kind = kindOf(pressed);
        return work.page.run(
          pressed,
          async () => {
            const next = await backend.apiSecret.change(id(), { kind: "secret", secret: kind, name: valueOf(`name-${kind}`), scriptId: valueOf(`id-${kind}`) });
            typed.delete(kind);
            work.take(next);
            toast(s.card.savedToast);
          },
          { fields: { "name-empty": `name-${kind}`, "text-holds-value": `name-${kind}`, "secret-id-refused": `id-${kind}` } },
        );
      },
      "save-end": (pressed) => {
        const kind = kindOf(pressed);
        return work.change(pressed, { kind: "ends-on", secret: kind, text: valueOf(`ends-${kind}`) }, { fields: { "day-invalid": `ends-${kind}`, "day-unclear": `ends-${kind}`, "text-holds-value": `ends-${kind}` } });
      },
      "hold-value": (pressed) => {
        const kind = kindOf(pressed);
        return onValue(pressed, () => backend.apiSecret.holdValue(id(), kind, valueOf(`value-${kind}`), valueOf(`again-${kind}`)));
      },
      "choose-value": (pressed) => onValue(pressed, () => backend.apiSecret.chooseValue(id(), kindOf(pressed))),
      "save-value": (pressed) => onValue(pressed, () => backend.apiSecret.saveValue(id(), kindOf(pressed)), s.value.saved),
      "keep-value": (pressed) => onValue(pressed, () => backend.apiSecret.keepValue(id(), kindOf(pressed)), s.value.kept),
      "delete-value": (pressed) => onValue(pressed, () => backend.apiSecret.deleteValue(id(), kindOf(pressed)), s.value.removed),
      "forget-value": (pressed) => onValue(pressed, () => backend.apiSecret.forgetValue(id(), kindOf(pressed)), s.value.forgotten),
    },
  };

  /** Asks what is to be said of what is typed. A late answer is not shown over a newer one. @param {SecretKind} kind */
  async function judge(kind) {
    const now = typed.get(kind);
    if (!now) return;
    const number = (asked += 1);
    const notes = await backend.apiSecret.check(id(), kind, now.name, now.scriptId);
    if (number !== asked || typed.get(kind) !== now) return;
    now.notes = notes;
    show(`name-${kind}`, nameNotes(notes));
    show(`id-${kind}`, idNotes(notes, true));
  }

  /** @param {ApiSecretView} secret */
  function card(secret) {
    const { kind } = secret;
    const now = typed.get(kind) ?? { name: secret.name, scriptId: secret.scriptId, notes: secret.notes };
    const notes = now.notes ?? secret.notes;
    return html`<section class="card" aria-labelledby="secret-${kind}" data-secret="${kind}">
      <div class="card-head"><h2 id="secret-${kind}">${s.kinds[kind]}</h2>${secret.created ? badge("ok", "ok", s.card.created) : badge(null, "pause", s.card.notCreated)}</div>
      <form class="stack stack-tight" novalidate data-part>
        ${field({ id: `name-${kind}`, label: s.card.name, value: now.name, hint: s.card.nameHint, message: html`${nameNotes(notes)}` })}
        <div class="field">
          <label class="field-label" for="id-${kind}">${s.card.id}</label>
          <div class="field-affix"><span class="field-affix-text" aria-hidden="true">custsecret</span><input class="field-input field-mono" id="id-${kind}" value="${now.scriptId}" aria-describedby="id-${kind}-hint id-${kind}-message" aria-invalid="false" autocomplete="off" autocapitalize="off" spellcheck="false" /></div>
          <p class="field-hint" id="id-${kind}-hint">${s.card.idHint}</p>
          <div id="id-${kind}-message" class="field-messages">${idNotes(notes, typed.has(kind))}</div>
        </div>
        ${failurePlace()}
        <div class="actions">${button({ act: "save-secret", id: `save-${kind}`, label: s.card.save, busy: s.card.saving, named: s.kinds[kind], submit: true })}</div>
      </form>
      ${copyField({ label: kind === "preferences" ? s.card.wholePreferences : s.card.whole, value: secret.wholeId })}
      <label class="choice"><input type="checkbox" id="created-${kind}" data-tick="created/${kind}" ${flag("checked", secret.created)} /><span>${s.card.tick}</span></label>
      ${value(secret)}
      ${kind !== "preferences" && html`<form class="inline-form" novalidate data-part>
        ${field({ id: `ends-${kind}`, label: s.card.endsOn, value: secret.endsOn ?? "", hint: s.card.endsHint, message: secret.daysLeft === null ? null : message(secret.daysLeft < 0 ? "danger" : secret.daysLeft <= 30 ? "warn" : "ok", s.card.left(secret.daysLeft)) })}
        ${button({ act: "save-end", label: s.card.endsSave, busy: s.card.saving, named: s.kinds[kind], submit: true })}
        ${failurePlace()}
      </form>`}
    </section>`;
  }

  /** @param {ApiSecretView} secret */
  function value(secret) {
    const { kind, held, kept, valueFile } = secret;
    const inFiles = (() => {
      const now = vault();
      return now.state === "ready" && now.store === "key-files";
    })();
    return html`<details class="more" id="value-part-${kind}" ${flag("open", held !== null)}>
      <summary class="more-summary">${icon("right")}${s.value.title}<span class="visually-hidden"> ${s.kinds[kind]}</span></summary>
      <form class="stack stack-tight more-body" novalidate data-part>
        <p class="small soft">${s.value.lead}</p>
        ${held
          ? html`<div class="stack stack-tight" data-held>
              ${message("ok", html`<strong>${s.value.heldTitle}.</strong> ${s.value.size(held)}`)}
              ${message(held.lines > 1 ? "warn" : "ok", held.lines > 1 ? s.value.manyLines : s.value.oneLine)}
              ${held.blankAtEdge && message("warn", s.value.blank)}
              ${held.invisible && message("warn", s.value.invisible)}
            </div>`
          : html`${area({ id: `value-${kind}`, label: s.value.value, value: "", mono: true, masked: true, rows: 2, hint: s.value.never })}
              ${area({ id: `again-${kind}`, label: s.value.again, value: "", mono: true, masked: true, rows: 2 })}
              <label class="choice"><input type="checkbox" id="show-${kind}" /><span>${s.value.show}</span></label>`}
        ${valueFile && message("warn", s.value.savedAt(recent(valueFile.at), valueFile.path))}
        ${kept && html`<div data-kept>${message("ok", s.value.keptIn(s.stores[kept]))}</div>`}
        ${failurePlace()}
        <div class="actions">
          ${held
            ? html`${button({ act: "save-value", id: `save-value-${kind}`, label: s.value.save, busy: s.value.saving, sign: "save" })}${!kept && button({ act: "keep-value", id: `keep-value-${kind}`, label: inFiles ? s.value.keepFiles : s.value.keep, busy: s.value.keeping })}${button({ act: "forget-value", id: `forget-value-${kind}`, label: s.value.forget, kind: "button-plain" })}`
            : html`${button({ act: "hold-value", id: `hold-value-${kind}`, label: s.value.check, busy: s.value.checking, submit: true })}${button({ act: "choose-value", id: `choose-value-${kind}`, label: s.value.fromFile, busy: s.value.choosing, kind: "button-plain" })}${kept && button({ act: "save-value", id: `save-value-${kind}`, label: s.value.saveKept, busy: s.value.saving, sign: "save" })}`}
          ${kept && button({ act: "delete-value", id: `delete-value-${kind}`, label: s.value.remove, busy: s.value.removing, kind: "button-danger" })}
        </div>
      </form>
    </details>`;
  }
}

/** What was typed does not stay in the page. @param {SecretKind} kind */
function wipe(kind) {
  for (const id of [`value-${kind}`, `again-${kind}`]) {
    const element = document.getElementById(id);
    if (element instanceof HTMLTextAreaElement) element.value = "";
  }
}

/** @param {string} id @param {import("../../lib/html.js").Part} notes */
function show(id, notes) {
  const place = document.getElementById(`${id}-message`);
  if (place) mount(place, html`${notes}`);
}

/** @param {SecretNotes} notes */
const nameNotes = ({ name }) => name.map((note) => {
  const { tone, text } = s.notes.name(note);
  return message(tone, text);
});

/** @param {SecretNotes} notes @param {boolean} praise whether to say that all is well */
function idNotes({ id }, praise) {
  if (id.length === 0) return praise ? message("ok", s.notes.fits) : null;
  const proposal = id.map((note) => s.notes.id(note).proposal).find((one) => one !== null) ?? null;
  return html`${id.map((note) => {
    const { tone, text } = s.notes.id(note);
    return message(tone, text);
  })}${proposal && html`<div class="actions actions-tight"><button class="button button-quiet" type="button" data-act="use-id" data-proposal="${proposal}">${s.notes.use(proposal)}</button></div>`}`;
}
