// @ts-check
// Step 1: names, IDs and last days, judged while they are typed and saved by one button.

import { callout } from "../../elements/callout.js";
import { button } from "../../elements/button.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { field, message, valueOf } from "../../elements/form.js";
import { flag, html, mount } from "../../lib/html.js";
import { keepVisible } from "../../lib/scrolling.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { stepFoot } from "../../elements/step-footer.js";

/** @import { ApiSecretView, SecretEntry, SecretKind, SecretNotes } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { BankPart, BankWork } from "./bank-screen.js" */

const s = strings.apiSecrets;

/** @param {BankWork} work @returns {BankPart} */
export function namesStep(work) {
  /** What is typed and not saved, by secret, and what is said of it. @type {Map<SecretKind, { entry: SecretEntry, notes: SecretNotes | null }>} */
  const typed = new Map();
  let asked = 0;

  /** @param {HTMLElement} element @returns {SecretKind} */
  const kindOf = (element) => /** @type {SecretKind} */ (element.closest("[data-secret]")?.getAttribute("data-secret"));
  /** @param {SecretKind} kind @param {Partial<SecretEntry>} [part] */
  const keep = (kind, part = {}) => typed.set(kind, { entry: { secret: kind, name: valueOf(`name-${kind}`), scriptId: valueOf(`id-${kind}`), endsOn: valueOf(`ends-${kind}`), ...part }, notes: typed.get(kind)?.notes ?? null });
  /** Everything as it stands in the fields. @returns {SecretEntry[]} */
  const entries = () => work.view().secrets.map(entryOf);
  /** @param {ApiSecretView} secret @returns {SecretEntry} */
  const entryOf = (secret) => typed.get(secret.kind)?.entry ?? { secret: secret.kind, name: secret.name, scriptId: secret.scriptId, endsOn: secret.endsOn ?? "" };

  /** Asks what is to be said of all that is typed. A late answer is not shown over a newer one. @returns {Promise<SecretNotes[] | null>} */
  async function judge() {
    const number = (asked += 1);
    const notes = await backend.apiSecret.check(work.view().id, entries());
    if (number !== asked) return null;
    for (const one of notes) {
      const now = typed.get(one.secret);
      if (now) now.notes = one;
      tell(one, now !== undefined);
    }
    return notes;
  }

  /** Puts what is proposed into a field. @param {HTMLElement} pressed @param {string} name of the field @param {Partial<SecretEntry>} part */
  const use = (pressed, name, part) => {
    const kind = kindOf(pressed);
    keep(kind, part);
    work.draw();
    document.getElementById(`${name}-${kind}`)?.focus({ preventScroll: true });
    return judge().then(() => {});
  };

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <p class="small">${s.names.lead}</p>
      <div class="pair secret-cards">${work.view().secrets.map(one)}</div>
      <div class="stack stack-tight">
        <label class="choice"><input type="checkbox" id="tick-brazil" data-tick="brazil" ${flag("checked", work.view().brazil)} /><span>${s.brazil.needed}</span></label>
        ${work.view().brazil && callout({ tone: "danger", title: s.brazil.warnTitle, body: html`<p>${s.brazil.warn}</p>` })}
      </div>
      ${stepFoot(work, { primary: button({ act: "save-names", id: "save-names", label: s.names.save, busy: s.names.saving, kind: "button-primary", submit: true }) })}
    </form>`,
    typed: (element) => {
      const kind = kindOf(element);
      if (!kind || !FIELDS.some((name) => element.id === `${name}-${kind}`)) return;
      keep(kind);
      return judge().then(() => {});
    },
    acts: {
      "use-id": (pressed) => use(pressed, "id", { scriptId: pressed.dataset.proposal ?? "" }),
      "use-day": (pressed) => use(pressed, "ends", { endsOn: pressed.dataset.proposal ?? "" }),
      "save-names": (pressed) =>
        work.page.run(
          pressed,
          async () => {
            await work.kept();
            const notes = await judge();
            if (!notes || stop(notes)) return;
            const next = await backend.apiSecret.change(work.view().id, { kind: "names", secrets: entries() });
            typed.clear();
            work.advance(next);
            toast(s.names.savedToast);
          },
          {
            // Another window may have taken the ID in between: the reasons are asked for again, beside their fields.
            failed: (failure) => failure.kind === "secret-id-refused" && (void judge().then((notes) => notes && stop(notes)), true),
          },
        ),
    },
  };

  /** Leads to the first thing that cannot be saved, whose reasons stay where they are. @param {SecretNotes[]} notes */
  function stop(notes) {
    const [first] = notes.flatMap((one) => refused(one).map((name) => `${name}-${one.secret}`));
    if (first === undefined) return false;
    announce(s.names.refused);
    const place = document.querySelector(".step-foot")?.parentElement?.querySelector("[data-failure]");
    if (place) mount(place, message("danger", s.names.refused));
    const input = document.getElementById(first);
    input?.focus({ preventScroll: true });
    keepVisible(input?.closest(".field") ?? null);
    return true;
  }

  /** @param {ApiSecretView} secret */
  function one(secret) {
    const { kind } = secret;
    const now = entryOf(secret);
    const notes = typed.get(kind)?.notes ?? secret.notes;
    return html`<section class="stack stack-tight" aria-labelledby="secret-${kind}" data-secret="${kind}">
      <h3 id="secret-${kind}">${s.kinds[kind]}</h3>
      ${field({ id: `name-${kind}`, label: s.names.name, value: now.name, invalid: refused(notes).includes("name"), message: html`${nameNotes(notes)}` })}
      <div class="field">
        <label class="field-label" for="id-${kind}">${s.names.id}</label>
        <div class="field-affix"><span class="field-affix-text" aria-hidden="true">custsecret</span><input class="field-input field-mono" id="id-${kind}" value="${now.scriptId}" aria-describedby="id-${kind}-hint id-${kind}-message" aria-invalid="${refused(notes).includes("id") ? "true" : "false"}" autocomplete="off" autocapitalize="off" spellcheck="false" /></div>
        <p class="field-hint" id="id-${kind}-hint">${s.names.idHint}</p>
        <div id="id-${kind}-message" class="field-messages">${idNotes(notes, typed.has(kind))}</div>
      </div>
      ${kind !== "preferences" && field({ id: `ends-${kind}`, label: s.names.endsOn, value: now.endsOn, hint: s.names.endsHint, invalid: refused(notes).includes("ends"), message: html`${dayNotes(notes)}` })}
    </section>`;
  }
}

/** The fields that cannot be saved as they are. @param {SecretNotes} notes @returns {("name" | "id" | "ends")[]} */
function refused({ name, id, day }) {
  /** @type {("name" | "id" | "ends")[]} */
  const fields = [];
  if (name.some((note) => s.notes.name(note).tone === "danger")) fields.push("name");
  if (id.some((note) => s.notes.id(note).tone === "danger")) fields.push("id");
  if (day && day.kind !== "day") fields.push("ends");
  return fields;
}

/** Says it beside the fields without drawing them again. @param {SecretNotes} notes @param {boolean} praise */
function tell(notes, praise) {
  const marked = refused(notes);
  /** @type {["name" | "id" | "ends", Part][]} */
  const told = [["name", nameNotes(notes)], ["id", idNotes(notes, praise)], ["ends", dayNotes(notes)]];
  for (const [name, said] of told) {
    const id = `${name}-${notes.secret}`;
    document.getElementById(id)?.setAttribute("aria-invalid", marked.includes(name) ? "true" : "false");
    const place = document.getElementById(`${id}-message`);
    if (place) mount(place, html`${said}`);
  }
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
  })}${proposal && html`<div class="actions actions-tight">${proposed("use-id", proposal)}</div>`}`;
}

/** @param {SecretNotes} notes */
function dayNotes({ day }) {
  if (!day) return null;
  if (day.kind === "day") return message(day.daysLeft < 0 ? "danger" : day.daysLeft <= SOON ? "warn" : "ok", s.names.left(day.daysLeft));
  return html`${message("danger", s.notes.day(day))}${day.kind === "unclear" && html`<div class="actions actions-tight">${day.readings.map((reading) => proposed("use-day", reading))}</div>`}`;
}

/** @param {string} act @param {string} proposal */
const proposed = (act, proposal) => html`<button class="button button-quiet" type="button" data-act="${act}" data-proposal="${proposal}">${s.notes.use(proposal)}</button>`;

const FIELDS = ["name", "id", "ends"];
/** Days before the end from which on it is warned of. */
const SOON = 30;
