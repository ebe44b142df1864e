// @ts-check
// One connection goes to a colleague, in an encrypted file.

import { button } from "../../elements/button.js";
import { callout, failurePlace } from "../../elements/callout.js";
import { confirmDialog } from "../../elements/dialog.js";
import { pageHead } from "../../elements/page-head.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { forgetDrafts } from "../../lib/drafts.js";
import { html } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { backup as s } from "../../strings/en/backup.js";
import { removal } from "../../strings/en/ending.js";
import { offerUndo } from "../board/undo-removal.js";
import { savedCallout, saveForm } from "./save-form.js";

/** @import { SavedBackup } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openBackupHandOver(page, { id }) {
  const view = await backend.connection.read(id);
  /** @type {SavedBackup | null} */
  let saved = null;
  const form = saveForm({
    page,
    ids: [id],
    done: (made) => {
      saved = made;
      page.draw();
      document.getElementById("keep-title")?.focus({ preventScroll: true });
    },
  });

  const asked = () => html`${saved && savedCallout(saved, s.handedOverTitle)}
    <section class="part" data-part aria-labelledby="keep-title"><h2 id="keep-title" tabindex="-1">${s.keepTitle(view.name)}</h2>
      <p>${s.keepNote}</p>
      ${failurePlace()}
      <div class="actions">${button({ act: "keep", id: "keep", label: s.keep, kind: "button-primary" })}${button({ act: "remove", id: "remove", label: removal.act, kind: "button-danger" })}</div>
    </section>`;

  return {
    name: "backup-hand-over",
    title: () => s.handOverTitle(view.name),
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.handOverTitle(view.name), sub: s.handOverLead, practice: view.practice, back: { label: view.name, route: { screen: "connection", id } } })}
      ${saved ? asked() : html`<section class="part" data-part><p>${s.handOverHolds(view.credentials.length)}</p>
        ${view.rotation && callout({ id: "rotating", tone: "warn", sign: "rotate", title: s.handOverRotation })}
        ${form.html()}</section>`}
    </div>`,
    typed: form.typed,
    chosen: form.chosen,
    acts: {
      ...form.acts,
      keep: () => {
        page.go({ screen: "connection", id });
        toast(s.kept);
      },
      remove: async () => {
        let removed = "";
        await confirmDialog({ name: "remove", title: removal.title(view.name), body: html`<p>${removal.keys}</p>`, act: removal.act, work: async () => void (removed = await backend.connection.remove(id, view.removalPhrase)) });
        if (removed === "") return;
        offerUndo(removed, view.name);
        forgetDrafts(`${id}/`);
        void readBoard();
        page.go({ screen: "connections" });
      },
    },
  };
}
