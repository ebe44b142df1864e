// @ts-check
// The value of one secret while somebody works with it. What is typed is sent once to the backend
// and wiped from the page; what comes back is how long it is.

import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { vault } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { area, isTicked, message, valueOf } from "../../elements/form.js";
import { recent } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";

/** @import { ApiSecretView, BankSecretsView, SecretKind } from "../../types/ipc.d.ts" */
/** @import { Act } from "../../window/page.js" */
/** @import { BankWork } from "./bank-screen.js" */

const s = strings.apiSecrets.value;

/** @param {BankWork} work @returns {{ html: (secret: ApiSecretView) => import("../../lib/html.js").Markup, chosen: (element: HTMLElement) => void, acts: Record<string, Act> }} */
export function valuePart(work) {
  const id = () => work.view().id;
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
        // The pressed button may be gone with what it did.
        const summary = document.querySelector(`#value-part-${kind} summary`);
        if (document.activeElement === document.body && summary instanceof HTMLElement) summary.focus({ preventScroll: true });
        if (told) toast(told);
      },
      {
        fields: { "value-empty": `value-${kind}`, "values-differ": `again-${kind}`, "value-too-long": `value-${kind}`, "preferences-length": `value-${kind}`, "text-holds-value": `value-${kind}`, "value-not-text": `value-${kind}` },
        failed: (failure) => {
          if (failure.kind !== "vault-full") return false;
          const place = pressed.closest("[data-part]")?.querySelector("[data-failure]");
          if (place instanceof HTMLElement) {
            mount(place, message("danger", s.full));
            place.focus();
          }
          return true;
        },
      },
    );
  };

  return {
    html: (secret) => {
      const { kind, held, kept, valueFile } = secret;
      const now = vault();
      const inFiles = now.state === "ready" && now.store === "key-files";
      return html`<details class="more" id="value-part-${kind}" ${flag("open", held !== null)}>
        <summary class="more-summary">${icon("right")}${s.title}<span class="visually-hidden">: ${strings.apiSecrets.kinds[kind]}</span></summary>
        <form class="stack stack-tight more-body" novalidate data-part>
          <p class="small soft">${s.lead}</p>
          ${held
            ? html`<div class="stack stack-tight" data-held>
                ${message("ok", html`<strong>${s.heldTitle}</strong><br>${s.size(held)}`)}
                ${message(held.lines > 1 ? "warn" : "ok", held.lines > 1 ? s.manyLines : s.oneLine)}
                ${held.blankAtEdge && message("warn", s.blank)}
                ${held.invisible && message("warn", s.invisible)}
              </div>`
            : html`${area({ id: `value-${kind}`, label: s.value, value: "", mono: true, masked: true, rows: 2, hint: s.never })}
                ${area({ id: `again-${kind}`, label: s.again, value: "", mono: true, masked: true, rows: 2 })}
                <label class="choice"><input type="checkbox" id="show-${kind}" /><span>${s.show}</span></label>`}
          ${valueFile && message("warn", s.savedAt(recent(valueFile.at), valueFile.path))}
          ${kept && html`<div data-kept>${message("ok", s.keptIn(strings.apiSecrets.stores[kept]))}</div>`}
          ${failurePlace()}
          <div class="actions">
            ${held
              ? html`${button({ act: "save-value", id: `save-value-${kind}`, label: s.save, busy: s.saving, sign: "save" })}${!kept && button({ act: "keep-value", id: `keep-value-${kind}`, label: inFiles ? s.keepFiles : s.keep, busy: s.keeping })}${button({ act: "forget-value", id: `forget-value-${kind}`, label: s.forget, kind: "button-plain" })}`
              : html`${button({ act: "hold-value", id: `hold-value-${kind}`, label: s.check, busy: s.checking, submit: true })}${button({ act: "choose-value", id: `choose-value-${kind}`, label: s.fromFile, busy: s.choosing, kind: "button-plain" })}${kept && button({ act: "save-value", id: `save-value-${kind}`, label: s.saveKept, busy: s.saving, sign: "save" })}`}
            ${kept && button({ act: "delete-value", id: `delete-value-${kind}`, label: s.remove, busy: s.removing, kind: "button-danger" })}
          </div>
        </form>
      </details>`;
    },
    chosen: (element) => {
      const kind = kindOf(element);
      if (kind && element.id === `show-${kind}`) for (const one of [`value-${kind}`, `again-${kind}`]) document.getElementById(one)?.classList.toggle("field-masked", !isTicked(`show-${kind}`));
    },
    acts: {
      "hold-value": (pressed) => {
        const kind = kindOf(pressed);
        return onValue(pressed, () => backend.apiSecret.holdValue(id(), kind, valueOf(`value-${kind}`), valueOf(`again-${kind}`)));
      },
      "choose-value": (pressed) => onValue(pressed, () => backend.apiSecret.chooseValue(id(), kindOf(pressed))),
      "save-value": (pressed) => onValue(pressed, () => backend.apiSecret.saveValue(id(), kindOf(pressed)), s.saved),
      "keep-value": (pressed) => onValue(pressed, () => backend.apiSecret.keepValue(id(), kindOf(pressed)), s.kept),
      "delete-value": (pressed) => onValue(pressed, () => backend.apiSecret.deleteValue(id(), kindOf(pressed)), s.removed),
      "forget-value": (pressed) => onValue(pressed, () => backend.apiSecret.forgetValue(id(), kindOf(pressed)), s.forgotten),
    },
  };
}

/** What was typed does not stay in the page. @param {SecretKind} kind */
function wipe(kind) {
  for (const id of [`value-${kind}`, `again-${kind}`]) {
    const element = document.getElementById(id);
    if (element instanceof HTMLTextAreaElement) element.value = "";
  }
}
