// @ts-check
// Help, available offline: each secret, reminders, where data is kept, the glossary, and the keyboard shortcuts.

import { copyButton } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { failurePlace } from "../../elements/callout.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { vault } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { searchable } from "../../lib/text-search.js";
import { breakable } from "../../lib/format.js";
import { flag, html, textOf } from "../../lib/html.js";
import { commandKey } from "../../window/command-key.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { remindersSection } from "../reminders/section.js";

/** @import { PlaceKind, PlaceView } from "../../types/ipc.d.ts" */
/** @import { SecretHelp } from "../../strings/en/help.js" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.help;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openHelp(page) {
  const [places, reminders] = await Promise.all([backend.place.list(), remindersSection(page)]);
  const kept = drafts("help");
  const keys = s.keys(commandKey());
  const find = {
    secrets: searchable(s.secrets, ({ name, purpose, seen, lost, kept }) => [name, ...[purpose, seen, lost, kept(store())].map(textOf)]),
    reminders: searchable([reminders], ({ words }) => words),
    places: searchable(places, ({ kind, path }) => [s.places[kind], path]),
    words: searchable(s.glossary, ([term, meaning]) => [term, textOf(meaning)]),
    keys: searchable(keys, ([keys, does]) => [keys.join(" "), keys.join("+"), does]),
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  function found() {
    const query = kept.get("search", "").trim();
    return { query, secrets: find.secrets(query), reminders: find.reminders(query), places: find.places(query), words: find.words(query), keys: find.keys(query) };
  }

  /** @param {ReturnType<typeof found>} found */
  const count = ({ secrets, reminders, places, words, keys }) => secrets.length + reminders.length + places.length + words.length + keys.length;

  return {
    name: "help",
    title: () => s.title,
    html: () => {
      const matching = found();
      const { query } = matching;
      return html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead, actions: html`<a class="button" id="open-tba-plans" href="${hashOf({ screen: "tba-plans" })}">${strings.tbaPlan.open}</a><a class="button" id="open-backup-page" href="${hashOf({ screen: "backup" })}">${strings.backup.open}</a><a class="button" id="open-about" href="${hashOf({ screen: "about" })}">${strings.about.title}</a>` })}
      <div class="field-search" role="search">${icon("search")}<input class="field-input" type="search" id="help-search" name="search" value="${kept.get("search", "")}" aria-label="${s.search}" placeholder="${s.search}" autocomplete="off" spellcheck="false" /></div>
      ${query !== "" && html`<p class="part-note" id="help-found">${s.found(count(matching))}</p>`}
      ${matching.secrets.length > 0 && secrets(matching.secrets, query !== "")}
      ${matching.reminders.map((section) => section.html())}
      ${(query === "" || matching.places.length > 0) && html`<section class="part" aria-labelledby="help-places" data-part>
        <div class="part-head"><h2 id="help-places">${s.placesTitle}</h2><p class="part-note">${s.placesLead}</p></div>
        <dl class="facts facts-words">
          ${query === "" && html`<div class="facts-row"><dt>${s.keychain}</dt><dd>${vault().state === "ready" ? s.keychainIn(store()) : s.noKeychain}</dd></div>`}
          ${matching.places.map(place)}
        </dl>
        ${failurePlace()}
        ${query === "" && html`<h3>${s.backupTitle}</h3>
        <p class="small">${s.backup}</p>`}
      </section>`}
      ${matching.words.length > 0 && html`<section class="part" aria-labelledby="help-words">
        <h2 id="help-words">${s.glossaryTitle}</h2>
        <dl class="facts facts-words">${matching.words.map(([term, meaning]) => html`<div class="facts-row"><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
      </section>`}
      ${matching.keys.length > 0 && html`<section class="part" aria-labelledby="help-keys">
        <h2 id="help-keys">${s.keysTitle}</h2>
        <p class="small">${s.keysLead}</p>
        <dl class="facts">${matching.keys.map(([keys, does]) => html`<div class="facts-row"><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd></div>`)}</dl>
      </section>`}
    </div>`;
    },
    drafts: () => kept,
    left: () => clearTimeout(saying),
    typed: (element) => {
      if (element.id !== "help-search") return;
      page.draw();
      clearTimeout(saying);
      saying = setTimeout(() => announce(s.found(count(found()))), PAUSE);
    },
    chosen: reminders.chosen,
    acts: {
      "open-place": (pressed) => page.run(pressed, async () => void (await backend.place.open(/** @type {PlaceKind} */ (pressed.dataset.place)))),
    },
  };
}

/** @param {SecretHelp[]} shown @param {boolean} open where a search found something in them */
const secrets = (shown, open) => html`<section class="part" aria-labelledby="help-secrets">
  <div class="part-head"><h2 id="help-secrets">${s.secretsTitle}</h2><p class="part-note">${s.secretsLead}</p></div>
  <div class="help-secrets">${shown.map(({ id, name, purpose, seen, lost, kept }) => html`<details class="more help-secret" id="help-${id}" ${flag("open", open)}>
    <summary class="more-summary">${icon("right")}${name}</summary>
    <dl class="facts facts-words more-body">
      <div class="facts-row"><dt>${s.questions.purpose}</dt><dd>${purpose}</dd></div>
      <div class="facts-row"><dt>${s.questions.seen}</dt><dd>${seen}</dd></div>
      <div class="facts-row"><dt>${s.questions.lost}</dt><dd>${lost}</dd></div>
      <div class="facts-row"><dt>${s.questions.kept}</dt><dd>${kept(store())}</dd></div>
    </dl>
  </details>`)}</div>
</section>`;

/** @param {PlaceView} place */
const place = ({ kind, path, exists }) => html`<div class="facts-row"><dt>${s.places[kind]}</dt><dd><span class="facts-copy"><span><span class="mono">${breakable(path)}</span>${!exists && html`<span class="facts-note">${s.notYet}</span>`}</span><span class="actions actions-tight">${exists && html`<button class="button button-plain" type="button" data-act="open-place" data-place="${kind}" data-busy="${s.opening}"><span data-label>${s.open}</span><span class="visually-hidden">${s.openNamed(s.places[kind])}</span></button>`}${copyButton(path, s.pathNamed)}</span></span></dd></div>`;

/** The keychain of this computer in words. */
function store() {
  const now = vault();
  return now.state === "ready" ? strings.apiSecrets.stores[now.store] : strings.board.keychain;
}

/** Milliseconds without a key until the count is read out. */
const PAUSE = 600;
