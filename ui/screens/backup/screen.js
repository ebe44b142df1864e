// @ts-check
// Backup: one encrypted file of everything, restoring it, and what was removed.

import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { backup as s } from "../../strings/en/backup.js";
import { vaultCallout } from "../vault/status.js";
import { removedPart } from "./removed.js";
import { restorePart } from "./restore.js";
import { savedCallout, saveForm } from "./save-form.js";

/** @import { SavedBackup } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

/** @param {Page} page @returns {Promise<Screen>} */
export async function openBackup(page) {
  let overview = await backend.backup.read();
  /** @type {SavedBackup | null} */
  let saved = null;
  const changed = async () => void (overview = await backend.backup.read());
  const form = saveForm({
    page,
    ids: null,
    done: (made) => {
      saved = made;
      page.draw();
      announce(s.savedTitle);
      document.getElementById("save-backup")?.focus({ preventScroll: true });
      document.getElementById("saved")?.scrollIntoView({ block: "nearest" });
    },
  });
  const restoring = restorePart({ page, unfinished: () => overview.unfinished, changed });
  const removed = removedPart({ page, removed: () => overview.removed, keys: () => overview.retiredKeys, changed });
  const empty = () => overview.connections + overview.guides === 0;

  return {
    name: "backup",
    title: () => s.title,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead, back: { label: strings.help.title, route: { screen: "help" } } })}
      ${vaultCallout()}
      ${!restoring.chosenFile() && html`<section class="part" data-part aria-labelledby="save-title"><h2 id="save-title">${s.saveTitle}</h2>
        <p class="part-note">${empty() ? s.nothing : s.holds(overview.connections, overview.guides)}</p>
        ${!empty() && form.html()}
        ${saved && savedCallout(saved, s.savedTitle)}
      </section>`}
      ${restoring.html()}
      ${!restoring.chosenFile() && removed.html()}
    </div>`,
    typed: form.typed,
    chosen: (element) => {
      form.chosen(element);
      restoring.chosen(element);
    },
    left: restoring.left,
    acts: { ...form.acts, ...restoring.acts, ...removed.acts },
  };
}
