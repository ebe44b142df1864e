// @ts-check
// Connections that were removed and keys that nothing needs: brought back or kept, or deleted for good.

import { confirmDialog } from "../../elements/dialog.js";
import { failurePlace } from "../../elements/callout.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { day, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { backup as s } from "../../strings/en/backup.js";

/** @import { RemovedView, RetiredKeyView } from "../../types/ipc.d.ts" */
/** @import { Page } from "../../window/page.js" */

/**
 * @param {object} options
 * @param {Page} options.page
 * @param {() => RemovedView[]} options.removed
 * @param {() => RetiredKeyView[]} options.keys
 * @param {() => Promise<void>} options.changed reads anew what there is here
 */
export function removedPart({ page, removed, keys, changed }) {
  /** @param {HTMLElement} pressed */
  const named = (pressed) => removed().find(({ id }) => id === pressed.dataset.removed);

  /** @param {HTMLElement} pressed */
  const keyOf = (pressed) => keys().find(({ credentialId }) => credentialId === pressed.dataset.removed);

  async function after() {
    await changed();
    void readBoard();
    page.draw();
    document.getElementById("removed-title")?.focus({ preventScroll: true });
  }

  return {
    html: () => html`<section class="part" data-part aria-labelledby="removed-title">
      <div class="part-head"><h2 id="removed-title" tabindex="-1">${s.removedTitle}</h2></div>
      <p class="part-note">${s.removedNote}</p>
      ${failurePlace()}
      ${removed().length + keys().length === 0 ? html`<p class="part-note">${s.removedNone}</p>` : html`<div class="table-frame" tabindex="0" role="region" aria-label="${s.removedTable}"><table class="table" id="removed-list">
        <caption class="visually-hidden">${s.removedTable}</caption>
        <thead><tr><th scope="col">${s.columns.name}</th><th scope="col">${s.columns.goes}</th><th scope="col"><span class="visually-hidden">${s.columns.acts}</span></th></tr></thead>
        <tbody>${removed().map(line)}${keys().map(keyLine)}</tbody>
      </table></div>`}
    </section>`,
    acts: {
      "bring-back": (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          const known = named(pressed);
          if (!known) return;
          await backend.removed.bringBack(known.id);
          await after();
          toast(s.broughtBack(known.name));
        }),
      "delete-removed": async (/** @type {HTMLElement} */ pressed) => {
        const known = named(pressed);
        if (!known) return;
        const deleted = await confirmDialog({ name: "delete-removed", title: s.deleteTitle(known.name), body: html`<p>${s.deleteNote(known.keys)}</p>`, act: s.deleteAct, work: async () => void (await backend.removed.delete(known.id)) });
        if (!deleted) return;
        await after();
        toast(s.deleted(known.name));
      },
      "keep-key": (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          const known = keyOf(pressed);
          if (!known) return;
          await backend.removed.keepKey(known.id, known.credentialId);
          await after();
          toast(s.keyKept(known.name));
        }),
      "delete-key": async (/** @type {HTMLElement} */ pressed) => {
        const known = keyOf(pressed);
        if (!known) return;
        const deleted = await confirmDialog({ name: "delete-key", title: s.deleteKeyTitle, body: html`<p>${s.deleteKeyNote}</p>`, act: s.deleteKeyAct, work: async () => void (await backend.removed.deleteKey(known.id, known.credentialId)) });
        if (!deleted) return;
        await after();
        toast(s.keyDeleted);
      },
    },
  };
}

/** @param {RemovedView} removed */
const line = ({ id, name, target, accountId, goesAt, removal, replaced }) => html`<tr data-removed-item="${id}">
  <th scope="row"><span class="cell-line">${name}</span><span class="cell-note cell-block">${[target, accountId].filter(Boolean).join(", ")}</span></th>
  <td>${s.goes(day(goesAt), daysLeftUntil(goesAt))}${removal === "replaced" && html`<span class="cell-note cell-block">${s.replacedBy}</span>`}</td>
  <td class="table-act"><div class="actions">${!replaced && act("bring-back", id, name, s.bringBack, s.bringingBack, "")}${act("delete-removed", id, name, s.deleteNow, s.deleteNow, "button-danger")}</div></td>
</tr>`;

/** @param {RetiredKeyView} key */
const keyLine = ({ credentialId, name, certificateId, goesAt }) => html`<tr data-removed-item="${credentialId}">
  <th scope="row"><span class="cell-line">${s.retiredKey(name, html`<span class="id">${shortId(certificateId)}</span>`)}</span></th>
  <td>${s.goes(day(goesAt), daysLeftUntil(goesAt))}</td>
  <td class="table-act"><div class="actions">${act("keep-key", credentialId, name, s.keepKey, s.keepingKey, "")}${act("delete-key", credentialId, name, s.deleteNow, s.deleteNow, "button-danger")}</div></td>
</tr>`;

/** @param {string} name @param {string} id @param {string} of whom @param {string} label @param {string} busy @param {string} kind */
const act = (name, id, of, label, busy, kind) => html`<button class="button ${kind}" type="button" data-act="${name}" data-removed="${id}" data-busy="${busy}"><span data-label>${label}</span><span class="visually-hidden"> ${of}</span></button>`;

/** Whole days from now. @param {string} instant */
const daysLeftUntil = (instant) => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / DAY));
const DAY = 24 * 60 * 60 * 1000;
