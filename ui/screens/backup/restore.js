// @ts-check
// Restoring: a file is chosen and opened, what is in it is shown beside what is here, and only then something changes.

import { button } from "../../elements/button.js";
import { callout, failurePlace } from "../../elements/callout.js";
import { field, valueOf } from "../../elements/form.js";
import { announce } from "../../lib/announce.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { breakable, moment, recent } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { toast } from "../../elements/toast.js";
import { hashOf } from "../../window/router.js";
import { backup as s } from "../../strings/en/backup.js";

/** @import { BackupContents, BackupFile, BackupItem, BackupRelation, RestoredBackup, UnfinishedRestore } from "../../types/ipc.d.ts" */
/** @import { Page } from "../../window/page.js" */

/**
 * @param {object} options
 * @param {Page} options.page
 * @param {() => UnfinishedRestore | null} options.unfinished
 * @param {() => Promise<void>} options.changed reads anew what there is here
 */
export function restorePart({ page, unfinished, changed }) {
  /** @type {BackupFile | null} */
  let file = null;
  /** @type {BackupContents | null} */
  let contents = null;
  /** @type {RestoredBackup | null} */
  let restored = null;
  /** @type {Set<string>} */
  let taken = new Set();

  /** @param {BackupContents} opened */
  function show(opened) {
    contents = opened;
    // What would replace something that the file doesn't continue is the user's own word.
    taken = new Set(opened.items.filter(({ relation }) => ["new", "newer-in-backup", "damaged"].includes(relation)).map(keyOf));
    page.draw();
    document.getElementById("contents")?.focus({ preventScroll: true });
  }

  function reset() {
    [file, contents] = [null, null];
    taken = new Set();
  }

  const markup = () => html`<section class="part" data-part aria-labelledby="restore-title"><h2 id="restore-title">${s.restoreTitle}</h2>
    ${notFinished()}
    ${restored && outcome(restored)}
    ${contents ? opened(contents) : file ? locked(file) : html`<p class="part-note">${s.restoreNote}</p>${failurePlace()}<div class="actions">${button({ act: "choose-backup", id: "choose-backup", label: s.choose, busy: s.choosing })}</div>`}
  </section>`;

  function notFinished() {
    const begun = unfinished();
    return begun && !contents && callout({ id: "unfinished", tone: "warn", sign: "pause", title: s.unfinishedTitle, body: html`<p>${s.unfinished(recent(begun.startedAt), html`<span class="mono">${breakable(begun.path)}</span>`)}</p>`, actions: button({ act: "stop-restore", id: "stop-restore", label: s.stop, busy: s.stopping }) });
  }

  /** @param {BackupFile} chosen */
  const locked = ({ name, opensWith }) => html`<div class="card stack"><h3>${s.unlockTitle(name)}</h3>
    ${opensWith === "passphrase" ? field({ id: "file-passphrase", label: s.filePassphrase, value: "", type: "password" }) : html`<p>${s.ageKeyNote}</p>`}
    ${failurePlace()}
    <div class="actions">${opensWith === "passphrase" ? button({ act: "open-backup", id: "open-backup", label: s.openFile, busy: s.opening, kind: "button-primary" }) : button({ act: "open-with-key", id: "open-with-key", label: s.chooseKey, busy: s.opening, kind: "button-primary" })}${button({ act: "cancel-restore", id: "cancel-restore", label: s.cancel })}</div>
  </div>`;

  /** @param {BackupContents} contents */
  const opened = ({ purpose, madeAt, items }) => html`<div class="stack">
    <h3 id="contents" tabindex="-1">${s.contentsTitle(purpose, moment(madeAt))}</h3>
    <div class="table-frame" tabindex="0" role="region" aria-label="${s.table}"><table class="table table-backup">
      <caption class="visually-hidden">${s.table}</caption>
      <thead><tr><th scope="col">${s.columns.name}</th><th scope="col">${s.columns.here}</th><th scope="col">${s.columns.keys}</th></tr></thead>
      <tbody>${items.map(line)}</tbody>
    </table></div>
    ${nothingToDo(items) ? html`<p id="nothing-to-restore">${s.nothingToRestore}</p>` : items.some(({ missingHere }) => missingHere > 0) && html`<p class="part-note">${s.missingKeysNote}</p>`}
    ${failurePlace()}
    <div class="actions">${canRestore(items) && button({ act: "restore", id: "restore", label: s.restore(taken.size), busy: s.restoring, kind: "button-primary" })}${button({ act: "cancel-restore", id: "cancel-restore", label: nothingToDo(items) ? s.leaveFile : s.cancel })}</div>
  </div>`;

  /** @param {BackupItem[]} items */
  const canRestore = (items) => taken.size > 0 || items.some(({ missingHere }) => missingHere > 0);

  /** @param {BackupItem} item */
  function line(item) {
    const { id, name, target, accountId, relation, secrets, lacking, missingHere, rotating } = item;
    const key = keyOf(item);
    const about = [id.kind === "connection" ? target : s.kinds[id.kind], accountId].filter(Boolean).join(", ");
    const fate = fateOfHere(item);
    return html`<tr data-item="${key}">
      <th scope="row"><label class="choice"><input type="checkbox" id="take-${key}" data-take="${key}" ${flag("checked", taken.has(key))} ${flag("disabled", FIXED.includes(relation))} /><span>${name}<span class="visually-hidden">: ${s.take(name)}</span></span>${about && html`<span class="choice-note">${about}</span>`}</label></th>
      <td>${s.relations[relation]}${fate && html`<span class="cell-note cell-block">${fate}</span>`}${rotating && html`<span class="cell-note cell-block">${s.rotating}</span>`}</td>
      <td class="nowrap">${s.itemKeys(secrets, lacking)}${missingHere > 0 && html`<span class="cell-note cell-block">${s.missingHere(missingHere)}</span>`}</td>
    </tr>`;
  }

  /** What becomes of the one on this computer. @param {BackupItem} item */
  function fateOfHere(item) {
    if (item.relation === "unreadable") return s.staysUnread;
    if (item.relation === "new" || !taken.has(keyOf(item))) return null;
    if (item.relation === "damaged") return s.replacesDamaged;
    return s.replaces[item.id.kind === "connection" ? "connection" : "guide"];
  }

  /** @param {RestoredBackup} outcome */
  const outcome = ({ written, stored, withoutKeys }) => callout({ id: "restored", tone: withoutKeys.length > 0 ? "warn" : "ok", title: s.restoredTitle, body: html`<p>${s.restored(written, stored)}</p>${withoutKeys.length > 0 && html`<p>${s.stillWithoutKeys(withoutKeys)}</p>`}`, actions: html`<a class="button" href="${hashOf({ screen: "connections" })}">${s.toBoard}</a>` });

  return {
    html: markup,
    /** Whether a file is chosen: nothing else is to be done meanwhile. */
    chosenFile: () => file !== null,
    left: () => void (file && backend.backup.close()),
    /** @param {Element} element */
    chosen: (element) => {
      if (!(element instanceof HTMLInputElement) || !element.dataset.take) return;
      if (element.checked) taken.add(element.dataset.take);
      else taken.delete(element.dataset.take);
      page.draw();
    },
    acts: {
      "choose-backup": (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          const chosen = await backend.backup.choose();
          if (!chosen) return;
          reset();
          [file, restored] = [chosen, null];
          page.draw();
          document.getElementById(chosen.opensWith === "passphrase" ? "file-passphrase" : "open-with-key")?.focus({ preventScroll: true });
        }),
      "open-backup": (/** @type {HTMLElement} */ pressed) => page.run(pressed, async () => show(await backend.backup.open(valueOf("file-passphrase"))), { fields: { "backup-passphrase-wrong": "file-passphrase" } }),
      "open-with-key": (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          const opened = await backend.backup.openWithKey();
          if (opened) show(opened);
        }),
      "cancel-restore": (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          await backend.backup.close();
          reset();
          page.draw();
          document.getElementById("choose-backup")?.focus({ preventScroll: true });
        }),
      restore: (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          const wanted = (contents?.items ?? []).filter((item) => taken.has(keyOf(item))).map(({ id }) => id);
          restored = await backend.backup.restore(wanted);
          reset();
          await changed();
          void readBoard();
          page.draw();
          announce(s.restoredTitle);
          document.getElementById("choose-backup")?.focus({ preventScroll: true });
          document.getElementById("restored")?.scrollIntoView({ block: "nearest" });
        }),
      "stop-restore": (/** @type {HTMLElement} */ pressed) =>
        page.run(pressed, async () => {
          await backend.backup.discard();
          await changed();
          page.draw();
          toast(s.stopped);
        }),
    },
  };
}

/** @param {BackupItem} item */
const keyOf = ({ id }) => `${id.kind}-${id.id}`;

/** Whether all of it is here, keys included. @param {BackupItem[]} items */
const nothingToDo = (items) => items.every(({ relation, missingHere }) => relation === "same" && missingHere === 0);

/** What there is nothing to restore of. @type {BackupRelation[]} */
const FIXED = ["same", "unreadable"];
