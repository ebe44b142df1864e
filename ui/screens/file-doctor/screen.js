// @ts-check
// The file doctor: files on a table, what each is, what belongs together, what to do next. The
// backend holds the files; this screen only learns their names and what was said of them.

import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { pageHead } from "../../elements/page-head.js";
import { icon } from "../../elements/icon.js";
import { announce } from "../../lib/announce.js";
import { vault } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { message, select, valueOf } from "../../elements/form.js";
import { html, mount } from "../../lib/html.js";
import { onNotice } from "../../window/notices.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { holdPair } from "../setup/existing-key-screen.js";
import { caseCard, caseOf, nextAct } from "./card.js";
import { convert } from "./convert-dialog.js";
import { certificateIdLookup } from "./certificate-id-lookup.js";

/** @import { DoctorView, Failure, Target, TargetName } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.doctor;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openDoctor(page) {
  let [view, { targets: known }] = await Promise.all([backend.doctor.open(), backend.target.list()]);
  let pasted = 0;
  const finding = certificateIdLookup(page, () => page.isShown(screen) && page.draw());

  /** @param {DoctorView} next */
  function take(next) {
    const before = view.files.map(({ file }) => file);
    view = next;
    finding.keep(view.files);
    if (!page.isShown(screen)) return;
    page.draw();
    const added = view.files.filter(({ file }) => !before.includes(file));
    const said = added.map(({ name, verdict }) => `${name}: ${s.verdict[verdict]}`);
    announce(said.length > 0 ? said.join(". ") : s.examined(view.files.length));
    const first = added[0] && view.cases.find(({ files }) => files.includes(added[0]?.file ?? -1));
    if (first) document.querySelector(`#case-${first.files[0]} .card-head`)?.scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement} pressed */
  const filesOf = (pressed) => (pressed.dataset.files ?? "").split(" ").filter(Boolean).map(Number);

  const stopListening = onNotice((notice) => {
    if (notice.kind === "files-over") document.getElementById("drop")?.toggleAttribute("data-over", notice.over);
    if (notice.kind === "files-dropped") void page.meanwhile(afterDrop(notice.failure));
    return notice.kind === "files-over" || notice.kind === "files-dropped";
  });

  /** @param {Failure | null} failure of a file that could not be read */
  async function afterDrop(failure) {
    document.getElementById("drop")?.removeAttribute("data-over");
    await page.run(null, async () => take(await backend.doctor.read()));
    if (failure) page.tell(failure);
  }

  /** @type {Screen} */
  const screen = {
    name: "doctor",
    title: () => s.title,
    html: () => html`${pageHead({ title: s.title, sub: s.lead })}
      <div class="stack" data-part>
        <div class="drop" id="drop">
          ${icon("file", "icon-lg")}
          <div class="drop-text"><strong>${s.drop}</strong><span class="small soft">${s.dropNote}</span></div>
          ${button({ act: "choose-files", id: "choose-files", label: s.choose, busy: s.choosing, kind: nextAct(view, finding) === "choose-files" ? "button-primary" : "" })}
        </div>
        ${failurePlace()}
        <div class="doctor-bar">
          ${paste()}
          <div class="doctor-target">${select({ id: "doctor-target", label: s.targetLabel, value: view.target ?? "", options: targets(known) })}</div>
        </div>
      </div>
      ${view.files.length === 0 ? empty() : html`<div class="doctor-cases">${view.cases.map((found) => caseCard(view, found, finding))}</div>
      <div class="page-end"><p class="tiny soft">${s.foot(store())}</p>${button({ act: "clear-table", id: "clear-table", label: s.clear, kind: "button-plain button-small" })}</div>`}`,
    acts: {
      "choose-files": (pressed) =>
        page.run(pressed, async () => {
          const next = await backend.doctor.choose();
          if (next) take(next);
        }),
      "examine-text": (pressed) =>
        page.run(
          pressed,
          async () => {
            const next = await backend.doctor.paste(s.pasteName(pasted + 1), textOf("doctor-text"));
            pasted += 1;
            take(next);
          },
          { failed: (failure) => (failure.kind === "is-private-key" || failure.kind === "holds-private-key") && refusePaste(document.getElementById("doctor-text")) },
        ),
      unlock: (pressed) => {
        const file = Number(pressed.dataset.file);
        const id = `passphrase-${file}`;
        return page.run(pressed, async () => take(await backend.doctor.unlock(file, valueOf(id))), { fields: { "passphrase-wrong": id } });
      },
      "remove-files": (pressed) => page.run(pressed, async () => {
        take(await backend.doctor.remove(filesOf(pressed)));
        document.getElementById("choose-files")?.focus();
      }),
      "clear-table": (pressed) => page.run(pressed, async () => {
        take(await backend.doctor.remove(view.files.map(({ file }) => file)));
        document.getElementById("choose-files")?.focus();
      }),
      "bring-pair": (pressed) => page.run(pressed, async () => {
        holdPair(await backend.doctor.bring(filesOf(pressed)));
        page.go({ screen: "bring" });
      }),
      convert: async (pressed) => {
        const numbers = filesOf(pressed);
        const found = view.cases.find(({ files }) => files.includes(numbers[0] ?? -1));
        const path = found && (await convert(found, caseOf(view, found)));
        if (path) toast(s.convert.saved(path));
      },
      "save-repaired": (pressed) =>
        page.run(pressed, async () => {
          const path = await backend.doctor.saveRepaired(Number(pressed.dataset.file));
          if (path !== null) toast(s.convert.saved(path));
        }),
      "new-pair": () => page.go({ screen: "new", practice: false }),
      ...finding.acts,
    },
    chosen: (element) => {
      finding.chosen(element);
      if (element.id !== "doctor-target") return;
      const target = /** @type {Target | null} */ (valueOf("doctor-target") || null);
      return page.run(null, async () => take(await backend.doctor.aim(target)));
    },
    typed: (element) => {
      // However it came in: a private key does not stay in the window.
      if (element instanceof HTMLTextAreaElement && isPrivate(element.value)) refusePaste(element);
    },
    drawn: () => {
      document.getElementById("doctor-text")?.addEventListener("paste", (event) => {
        if (!isPrivate(event.clipboardData?.getData("text") ?? "")) return;
        event.preventDefault();
        refusePaste();
      });
    },
    left: () => {
      stopListening();
      finding.close();
      // A private key is not left lying in memory for a screen that nobody looks at.
      void backend.doctor.close();
    },
  };
  return screen;
}

/** What a textarea holds. @param {string} id */
function textOf(id) {
  const element = document.getElementById(id);
  return element instanceof HTMLTextAreaElement ? element.value : "";
}

/** @param {string} text */
const isPrivate = (text) => /PRIVATE KEY|PuTTY-User-Key-File|"d"\s*:\s*"|<RSA(KeyValue|Parameters)[^]*<D>/.test(text);

/** @param {HTMLElement | null} [area] is emptied */
function refusePaste(area = null) {
  if (area instanceof HTMLTextAreaElement) area.value = "";
  const place = document.getElementById("doctor-text-message");
  if (place) mount(place, message("danger", s.pasteRefused));
  announce(s.pasteRefused);
  return true;
}

const paste = () => html`<details class="more" id="doctor-paste">
  <summary class="more-summary">${icon("right")}${s.pasteTitle}</summary>
  <form class="more-body stack stack-tight" novalidate data-part>
    <div class="field">
      <label class="field-label" for="doctor-text">${s.pasteLabel}</label>
      <textarea class="field-input field-mono doctor-text" id="doctor-text" rows="5" aria-describedby="doctor-text-hint doctor-text-message" autocomplete="off" autocapitalize="off" spellcheck="false"></textarea>
      <p class="field-hint" id="doctor-text-hint">${s.pasteHint}</p>
      <div id="doctor-text-message" class="field-messages"></div>
    </div>
    ${failurePlace()}
    <div class="actions">${button({ act: "examine-text", id: "examine-text", label: s.pasteAct, busy: s.pasting, submit: true })}</div>
  </form>
</details>`;

const empty = () => html`<div class="empty doctor-empty"><h2>${s.emptyTitle}</h2><ul class="doctor-can">${s.empty.map((line) => html`<li>${icon("check")}<span>${line}</span></li>`)}</ul></div>`;

/** @param {TargetName[]} known */
const targets = (known) => [{ value: "", label: s.anyTarget }, ...known.map(({ target, label }) => ({ value: target, label }))];

function store() {
  const kept = vault();
  return strings.names.store[kept.state === "ready" ? kept.store : "key-files"];
}
