// @ts-check
// Which Certificate ID a key on the table belongs to: looked up where a certificate says it, else
// tried at NetSuite, a few at a time, after the user agreed. The trials and their pace are kept by
// the backend; this part shows them and can stop them.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyField } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { netsuitePath } from "../../elements/netsuite-path.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { area, select, valueOf } from "../../elements/form.js";
import { day, idInSixes } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";

/** @import { ExaminedFile, CertificateIdCandidate, CertificateIdRecord, CertificateIdLookup } from "../../types/ipc.d.ts" */
/** @import { Act, Page } from "../../window/page.js" */

const s = strings.doctor.idLookup;

/** @typedef {"trying" | "refused" | "given"} Trial */

/**
 * @typedef {object} Search
 * @property {number} file
 * @property {number} item the key's place in the file
 * @property {CertificateIdRecord[]} records
 * @property {string} record the connection's ID
 * @property {boolean} paste look at pasted IDs instead of NetSuite's list
 * @property {string} pasted
 * @property {boolean} signIn nobody is signed in for the list
 * @property {CertificateIdLookup | null} view
 * @property {Map<string, Trial>} trials
 * @property {boolean} running trials run
 * @property {"stopped" | "ended" | null} over
 */

/** The private key that can be looked for, where its certificate is not on the table. @param {ExaminedFile[]} files @param {boolean} pair */
export function keyOf(files, pair) {
  const keys = files.flatMap(({ file, items }) => items.map((found, item) => ({ file, item, found })));
  const key = keys.find(({ found }) => found.kind === "private-key" && found.converts);
  return pair || !key ? null : { file: key.file, item: key.item };
}

/** @param {Page} page @param {() => void} redraw */
export function certificateIdLookup(page, redraw) {
  /** @type {Search | null} */
  let search = null;
  let stop = false;

  /** @type {Record<string, Act>} */
  const acts = {
    "find-id": (pressed) =>
      page.run(pressed, async () => {
        const records = await backend.certificateIdLookup.records();
        const { file, item } = pressed.dataset;
        search = { file: Number(file), item: Number(item), records, record: records[0]?.connectionId ?? "", paste: false, pasted: "", signIn: false, view: null, trials: new Map(), running: false, over: null };
        drawAt("#id-lookup-title");
      }),
    "find-look": (pressed) => {
      const asked = search;
      if (!asked) return;
      asked.pasted = valueOf("id-lookup-ids") || asked.pasted;
      return page.run(
        pressed,
        async () => {
          const view = await backend.certificateIdLookup.lookUp(asked.file, asked.item, asked.record, asked.paste ? asked.pasted : null);
          Object.assign(asked, { view, signIn: false, over: null, trials: new Map() });
          announce(view.found ? s.found : s.candidates(view.candidates.length));
          drawAt("#id-lookup-title");
        },
        {
          fields: { "certificate-id-invalid": "id-lookup-ids" },
          failed: ({ kind }) => {
            if (kind !== "sign-in-needed" && kind !== "sign-in-ended") return false;
            asked.signIn = true;
            announce(s.signIn);
            drawAt("#id-lookup-title");
            return true;
          },
        },
      );
    },
    "find-try": (pressed) => {
      const asked = search;
      const view = asked?.view;
      if (!asked || !view) return;
      stop = false;
      asked.running = true;
      showStop(true);
      return page
        .run(pressed, async () => {
          for (const { certificateId } of view.candidates) {
            if (stop || search !== asked) break;
            if (asked.trials.get(certificateId) === "refused") continue;
            mark(asked, certificateId, "trying");
            try {
              mark(asked, certificateId, (await backend.certificateIdLookup.try(certificateId)) ? "given" : "refused");
            } catch (failure) {
              asked.trials.delete(certificateId);
              throw failure;
            }
            if (asked.trials.get(certificateId) === "given") break;
          }
          if (search !== asked) return;
          asked.over = stop && !given(asked) ? "stopped" : "ended";
          asked.running = false;
          announce(outcome(asked).title);
          drawAt("#id-lookup-title");
        })
        .finally(() => {
          asked.running = false;
          showStop(false);
        });
    },
    "find-stop": (pressed) => {
      stop = true;
      pressed.setAttribute("aria-disabled", "true");
      announce(s.stopping);
    },
    "find-again": () => {
      if (search) Object.assign(search, { view: null, over: null, trials: new Map() });
      drawAt("#id-lookup-title");
    },
    "find-close": () => {
      close();
      drawAt("[data-act=find-id]");
    },
  };

  function close() {
    search = null;
    stop = true;
  }

  /** @param {string} selector what gets the focus */
  function drawAt(selector) {
    redraw();
    const element = document.querySelector(selector);
    if (element instanceof HTMLElement) element.focus();
  }

  return {
    acts,
    close,
    /** A choice in the part. @param {HTMLElement} element */
    chosen(element) {
      if (!search) return;
      if (element.id === "id-lookup-record") [search.record, search.signIn] = [valueOf("id-lookup-record"), false];
      if (element instanceof HTMLInputElement && element.name === "id-lookup-source") {
        search.pasted = valueOf("id-lookup-ids") || search.pasted;
        [search.paste, search.signIn] = [element.value === "paste", false];
        drawAt(`#id-lookup-source-${element.value}`);
      }
    },
    /** The part of a card, where its key is the one that is looked for. @param {ExaminedFile[]} files */
    part: (files) => (search && files.some(({ file }) => file === search?.file) ? shown(search) : null),
    /** Whether the part offers an act: then that is what somebody is about to do. */
    hasAct: () => search !== null && offers(search),
    /** Its key is no longer on the table. @param {ExaminedFile[]} files */
    keep(files) {
      if (search && !files.some(({ file }) => file === search?.file)) close();
    },
  };
}

/** @param {Search} search */
const shown = (search) => html`<section class="id-lookup stack" aria-labelledby="id-lookup-title" data-part>
  <h3 id="id-lookup-title" tabindex="-1">${s.title}</h3>
  ${search.records.length === 0 ? nowhere() : search.view ? seen(search, search.view) : question(search)}
</section>`;

const nowhere = () => html`<p>${s.nowhere}</p>
  ${failurePlace()}
  <div class="actions">${button({ act: "new-pair", label: s.begin, kind: "button-primary" })}${closer()}</div>`;

/** @param {Search} search */
const question = (search) => html`<p class="small soft">${s.lead}</p>
  <form class="stack" novalidate data-part>
    ${select({ id: "id-lookup-record", label: s.record, value: search.record, options: search.records.map((record) => ({ value: record.connectionId, label: s.recordName(record) })) })}
    <fieldset class="field">
      <legend class="field-label">${s.source}</legend>
      ${source("list", !search.paste)}${source("paste", search.paste)}
    </fieldset>
    ${search.paste && area({ id: "id-lookup-ids", label: s.ids, value: search.pasted, hint: s.idsHint(html`<span class="path">${paths.mappings.join(" > ")}</span>`), mono: true })}
    ${search.signIn && callout({ tone: "warn", title: s.signIn, body: html`<p>${s.signInBody}</p>`, actions: html`<a class="button" href="${hashOf({ screen: "certificates", id: search.record })}">${s.signInLink}</a>` })}
    ${failurePlace()}
    <div class="actions">${button({ act: "find-look", id: "find-look", label: s.look, busy: s.looking, kind: "button-primary", submit: true })}${closer()}</div>
  </form>`;

/** @param {"list" | "paste"} value @param {boolean} checked */
const source = (value, checked) => html`<label class="choice"><input type="radio" name="id-lookup-source" id="id-lookup-source-${value}" value="${value}" ${flag("checked", checked)} /><span>${s.sources[value][0]}</span><span class="choice-note">${s.sources[value][1]}</span></label>`;

/** Whether it asks, tries or goes on; not when it has told what it found. @param {Search} search */
function offers(search) {
  const { records, view, over } = search;
  if (records.length === 0 || !view) return true;
  if (view.found || view.candidates.length === 0) return false;
  return !over || goesOn(search, view);
}

/** Whether there are IDs left to be tried. @param {Search} search @param {CertificateIdLookup} view */
const goesOn = (search, view) => !given(search) && (view.leftOut > 0 || search.over === "stopped");

/** @param {Search} search @param {CertificateIdLookup} view */
function seen(search, view) {
  if (view.found) return html`<p>${s.foundBody}</p>${answer(view.found)}${failurePlace()}<div class="actions">${closer()}</div>`;
  if (view.candidates.length === 0) return html`<p><strong>${s.nothing}</strong> ${search.paste ? s.nothingPasted : s.nothingListed}</p>${failurePlace()}<div class="actions">${other()}${closer()}</div>`;
  if (search.over) return ended(search, view);
  return html`<p><strong>${s.candidates(view.candidates.length)}</strong> ${s.announced(view.pace)}</p>
    ${rows(search, view.candidates)}
    ${view.leftOut > 0 && html`<p class="small soft">${s.leftOut(view.leftOut)}</p>`}
    ${failurePlace()}
    <div class="actions">${button({ act: "find-try", id: "find-try", label: s.act(view.candidates.length), busy: s.trying, kind: "button-primary" })}<span id="find-stop-place">${search.running && stopper()}</span><span class="actions" id="find-others" ${flag("hidden", search.running)}>${other()}${closer()}</span></div>`;
}

/** @param {Search} search @param {CertificateIdLookup} view */
function ended(search, view) {
  const { title, body } = outcome(search);
  const id = given(search);
  const found = view.candidates.find(({ certificateId }) => certificateId === id);
  return html`<p><strong>${title}</strong> ${body}</p>
    ${found ? answer(found) : rows(search, view.candidates)}
    ${!found && search.over === "ended" && html`<p class="small soft">${s.trail}</p>${netsuitePath(paths.auditTrail)}`}
    ${failurePlace()}
    <div class="actions">${goesOn(search, view) && button({ act: "find-look", id: "find-look", label: search.over === "stopped" ? s.goOn : s.next, busy: s.looking, kind: "button-primary" })}${!found && other()}${closer()}</div>`;
}

/** @param {Search} search */
function outcome(search) {
  if (given(search)) return s.given;
  return search.over === "stopped" ? s.stopped(tried(search)) : s.none(tried(search));
}

/** @param {CertificateIdCandidate} found */
const answer = (found) => html`${copyField({ label: s.id, value: found.certificateId, shown: idInSixes(found.certificateId), over: true })}${about(found) && html`<p class="small soft">${about(found)}</p>`}`;

/** @param {Search} search @param {CertificateIdCandidate[]} candidates */
const rows = (search, candidates) => html`<ul class="id-lookup-ids">${candidates.map((candidate) => html`<li class="id-lookup-id" data-id="${candidate.certificateId}">
  <span>${idInSixes(candidate.certificateId)}${about(candidate) && html`<span class="small soft">${about(candidate)}</span>`}</span>
  <span class="id-lookup-state">${state(search.trials.get(candidate.certificateId))}</span>
</li>`)}</ul>`;

/** "Certdesk Integration · Mira Halloran · until Mar 3, 2027". @param {CertificateIdCandidate} candidate */
const about = ({ state, role, entity, validUntil }) => [role, entity, state && state !== "active" ? strings.certificates.states[state] : "", validUntil && s.until(day(validUntil))].filter(Boolean).join(" · ");

/** @param {Trial | undefined} trial */
function state(trial) {
  if (trial === "given") return badge("ok", "ok", s.trial.given);
  if (trial === "refused") return badge(null, "stop", s.trial.refused);
  return trial === "trying" ? badge("accent", "clock", s.trial.trying) : "";
}

/** Shows how a trial stands, without drawing the card again: its button runs. @param {Search} search @param {string} id @param {Trial} trial */
function mark(search, id, trial) {
  search.trials.set(id, trial);
  const place = document.querySelector(`[data-id="${CSS.escape(id)}"] .id-lookup-state`);
  if (place) mount(place, html`${state(trial)}`);
}

/** While trials run, they can be stopped; nothing else. @param {boolean} running */
function showStop(running) {
  const place = document.getElementById("find-stop-place");
  if (place) mount(place, running ? stopper() : html``);
  const others = document.getElementById("find-others");
  if (others) others.hidden = running;
}

/** @param {Search} search */
const given = (search) => [...search.trials].find(([, trial]) => trial === "given")?.[0] ?? null;

/** @param {Search} search */
const tried = (search) => [...search.trials.values()].filter((trial) => trial !== "trying").length;

const stopper = () => button({ act: "find-stop", id: "find-stop", label: s.stop });
const other = () => button({ act: "find-again", label: s.others });
const closer = () => html`<button class="button button-plain" type="button" data-act="find-close"><span data-label>${strings.common.close}</span></button>`;

/** The button that opens the part. @param {{ file: number, item: number }} key */
export const findButton = ({ file, item }) => html`<button class="button" type="button" data-act="find-id" data-file="${file}" data-item="${item}">${icon("search")}<span data-label>${s.open}</span></button>`;
