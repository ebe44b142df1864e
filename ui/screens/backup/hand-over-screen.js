// @ts-check
// One connection goes to a colleague, in an encrypted file.

import { button } from "../../elements/button.js";
import { callout, failurePlace } from "../../elements/callout.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { offerUndo } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { forgetDrafts } from "../../lib/drafts.js";
import { flag, html } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { backup as s } from "../../strings/en/backup.js";
import { removal } from "../../strings/en/ending.js";
import { strings } from "../../strings/en/first-screen.js";
import { savedCallout, saveForm } from "./save-form.js";

/** @import { ConnectionSummary, SavedBackup } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openBackupHandOver(page, { id }) {
  const [view, { connections }] = await Promise.all([backend.connection.read(id), readBoard()]);
  const others = connections.filter((connection) => connection.id !== id).sort((one, other) => one.name.localeCompare(other.name));
  /** Others that go along. @type {Set<string>} */
  const along = new Set();
  const sent = () => [id, ...along];
  /** @type {SavedBackup | null} */
  let saved = null;
  const form = saveForm({
    page,
    ids: sent,
    done: (made) => {
      saved = made;
      page.draw();
      document.getElementById("keep-title")?.focus({ preventScroll: true });
    },
  });

  /** @param {ConnectionSummary} connection */
  const other = ({ id, name, target, accountId }) => html`<label class="choice"><input type="checkbox" id="along-${id}" data-along="${id}" ${flag("checked", along.has(id))} /><span>${name}</span><span class="choice-note">${[target?.label, accountId].filter(Boolean).join(", ")}</span></label>`;

  const asked = () => html`${saved && savedCallout(saved, s.handedOverTitle)}
    <section class="part" data-part aria-labelledby="keep-title"><h2 id="keep-title" tabindex="-1">${s.keepTitle(view.name, sent().length)}</h2>
      <p>${s.keepNote}</p>
      ${failurePlace()}
      <div class="actions">${button({ act: "keep", id: "keep", label: s.keep(sent().length), kind: "button-primary" })}${button({ act: "remove", id: "remove", label: s.remove(sent().length), kind: "button-danger" })}</div>
    </section>`;

  return {
    name: "backup-hand-over",
    title: () => s.handOverTitle(view.name),
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.handOverTitle(view.name), sub: s.handOverLead, practice: view.practice, back: { label: view.name, route: { screen: "connection", id } } })}
      ${saved ? asked() : html`<section class="part" data-part><p>${s.handOverHolds(view.credentials.length)}</p>
        ${view.rotation && callout({ id: "rotating", tone: "warn", sign: "rotate", title: s.handOverRotation })}
        ${others.length > 0 && html`<details class="more" id="others" ${flag("open", along.size > 0)}><summary class="more-summary">${icon("right")}${s.others}</summary><div class="more-body">${others.map(other)}</div></details>`}
        ${form.html()}</section>`}
    </div>`,
    typed: form.typed,
    chosen: (element) => {
      form.chosen(element);
      if (!(element instanceof HTMLInputElement) || !element.dataset.along) return;
      if (element.checked) along.add(element.dataset.along);
      else along.delete(element.dataset.along);
    },
    acts: {
      ...form.acts,
      keep: () => {
        page.go({ screen: "connection", id });
        toast(s.kept(sent().length));
      },
      remove: async () => {
        const ids = sent();
        /** @type {string[]} */
        const removed = [];
        const one = ids.length === 1;
        await confirmDialog({
          name: "remove",
          title: one ? removal.title(view.name) : s.removeTitle(ids.length),
          body: html`<p>${one ? removal.keys : s.removeNote}</p>`,
          act: s.remove(ids.length),
          // What a failure left is all that the next try still removes.
          work: async () => {
            for (const next of ids.slice(removed.length)) removed.push(await backend.connection.remove(next, (await backend.connection.read(next)).removalPhrase));
          },
        });
        if (removed.length === 0) return;
        offerUndo({ name: one ? view.name : s.removedMany(removed.length), note: strings.undo.connection, undo: () => Promise.all(removed.map((gone) => backend.removed.bringBack(gone))) });
        for (const gone of ids) forgetDrafts(`${gone}/`);
        void readBoard();
        page.go({ screen: "connections" });
      },
    },
  };
}
