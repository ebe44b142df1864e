// @ts-check
// Step 5: the key and its certificate. The search starts when the step opens, so that nobody
// waits for it; the private key itself never comes to this window.

import { callout } from "../../elements/callout.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { announce } from "../../lib/announce.js";
import { vault } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { field, isTicked, select, valueOf } from "../../elements/form.js";
import { day, dayAfter } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { forgetSearch, searchOf, startSearch, watchSearch } from "./key-generation.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { vaultReady } from "../vault/status.js";
import { stepFoot } from "../../elements/step-footer.js";
import { searchMarkup } from "./key-generation-progress.js";
import { OTHER, workingCredential } from "../../lib/connection-facts.js";

/** @import { Algorithm, KeyType } from "../../types/ipc.d.ts" */
/** @import { RunOptions } from "../../window/page.js" */
/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.key;

/** @param {Walk} walk @returns {StepPart} */
export function keyStep(walk) {
  const view = walk.view;
  /** What exists is shown first; another pair is made only when it is asked for. */
  let making = workingCredential(view()) === null || walk.drafts.isOn("another", false);
  let saidPrimes = 0;
  let unwatch = () => {};

  /** "rsa-4096 PS256", as the cards carry it. */
  const choice = () => walk.drafts.get("key-choice", `${view().target?.defaultKeyType ?? "rsa-4096"} ${view().target?.defaultAlgorithm ?? "PS256"}`);
  const chosen = () => /** @type {[KeyType, Algorithm]} */ (choice().split(" "));

  function begin() {
    unwatch();
    unwatch = watchSearch(view().id, (search) => {
      const place = document.getElementById("key-search");
      if (place) mount(place, searchMarkup(search));
      if (search.state === "running" && search.progress.primes > saidPrimes) announce(s.firstPrime);
      if (search.state === "found") announce(s.found);
      saidPrimes = search.progress.primes;
    });
    startSearch(view().id, chosen()[0]);
  }

  return {
    html: () => (making ? form() : present()),
    entered: () => {
      // A cancelled search stays cancelled until somebody starts it again.
      if (making && searchOf(view().id)?.state !== "cancelled") begin();
    },
    left: () => unwatch(),
    chosen: (element) => {
      if (element.id === "key-other" || (element instanceof HTMLInputElement && element.name === "key-choice")) {
        walk.drafts.set("key-choice", element instanceof HTMLSelectElement || element instanceof HTMLInputElement ? element.value : "");
        walk.draw();
        begin();
      }
      if (element.id === "days") walk.draw();
    },
    acts: {
      "cancel-search": (pressed) => walk.page.run(pressed, async () => void (await backend.key.cancelSearch(view().id))),
      "restart-search": () => begin(),
      "make-certificate": (pressed) =>
        walk.page.run(
          pressed,
          async () => {
            const [keyType, algorithm] = chosen();
            if (searchOf(view().id)?.state === "cancelled") begin();
            const made = await backend.certificate.make(view().id, {
              keyType,
              algorithm,
              days: Number(valueOf("days")),
              subject: valueOf("subject").trim(),
              signature: isTicked("plain-signature") ? "plain" : "pss",
            });
            forgetSearch(view().id);
            const credential = workingCredential(made);
            if (credential) toast(s.made(day(credential.validUntil)));
            walk.advance(made);
          },
          FIELDS,
        ),
      "make-another": async () => {
        if (!(await confirmDialog({ name: "make-another", title: s.anotherTitle, body: html`<p>${s.anotherBody}</p>`, act: s.anotherAct, kind: "primary" }))) return;
        making = true;
        walk.drafts.set("another", "on");
        forgetSearch(view().id);
        walk.draw();
        begin();
      },
    },
  };

  function present() {
    const credential = workingCredential(view());
    if (!credential) return form();
    return html`<div class="step-sheet" data-part>
      ${callout({ tone: "ok", title: s.exists, body: html`<p>${s.existsBody(strings.names.store[credential.keyStore], day(credential.validUntil))}</p>` })}
      ${stepFoot(walk, { primary: button({ act: "make-another", label: s.another }), saves: false })}
    </div>`;
  }

  function form() {
    const search = searchOf(view().id);
    const rsa = chosen()[0].startsWith("rsa");
    return html`<form class="step-sheet" novalidate data-part>
      <p>${s.lead}</p>
      <div id="key-search">${search && searchMarkup(search)}</div>
      <fieldset class="field">
        <legend class="field-label">${s.legend}</legend>
        <div class="choice-cards">${cards().map(([keyType, algorithm]) => html`<label class="choice-card"><input type="radio" name="key-choice" id="key-${keyType}-${algorithm}" value="${keyType} ${algorithm}" ${flag("checked", `${keyType} ${algorithm}` === choice())} /><span class="choice-card-title">${strings.names.keyType[keyType]}, ${algorithm}</span><span class="choice-card-note">${s.note[keyType]}</span></label>`)}</div>
        <p class="field-hint">${keysNote()} ${s.hint}</p>
      </fieldset>
      <div class="pair">
        ${select({ id: "days", label: s.days, value: walk.drafts.get("days", "730"), options: DAYS.map((days) => ({ value: String(days), label: s.daysOption(days) })), hint: s.daysHint(dayAfter(Number(walk.drafts.get("days", "730")))) })}
        ${field({ id: "subject", label: s.subject, value: walk.drafts.get("subject", view().suggestedSubject), hint: s.subjectHint })}
      </div>
      <div class="stack stack-close">
        <details class="more" id="more-where">
          <summary class="more-summary">${icon("right")}${s.where}</summary>
          <dl class="facts">${[s.facts.purpose, s.facts.seen, [s.facts.kept, keptIn()], s.facts.lost].map(([term, meaning]) => html`<div class="facts-row"><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
        </details>
        <details class="more" id="more-other">
          <summary class="more-summary">${icon("right")}${s.more}</summary>
          <div class="more-body stack">
            ${select({ id: "key-other", label: s.other, value: choice(), options: pairs().map(([keyType, algorithm]) => ({ value: `${keyType} ${algorithm}`, label: `${strings.names.keyType[keyType]}, ${algorithm}` })) })}
            ${rsa && html`<label class="choice"><input type="checkbox" id="plain-signature" name="plain-signature" ${flag("checked", walk.drafts.isOn("plain-signature", false))} /><span>${s.plain}</span><span class="choice-note tiny">${s.plainNote}</span></label>`}
          </div>
        </details>
      </div>
      ${stepFoot(walk, { primary: button({ act: "make-certificate", label: s.make, busy: s.making, kind: "button-primary", submit: true, disabled: !vaultReady() }), note: vaultReady() ? s.wait : s.noVault })}
    </form>`;
  }

  /** Every pair that the target can use. @returns {[KeyType, Algorithm][]} */
  function pairs() {
    const types = view().target?.keyTypes ?? ["rsa-4096"];
    const taken = view().target?.algorithms ?? null;
    return types.flatMap((keyType) => ALGORITHMS[keyType].filter((algorithm) => taken?.includes(algorithm) ?? true).map((algorithm) => /** @type {[KeyType, Algorithm]} */ ([keyType, algorithm])));
  }

  /** What is known of the keys that the target takes. */
  function keysNote() {
    const target = view().target;
    if (!target || target.target === OTHER) return s.askOther;
    if (!target.keyTypesSeen) return s.keysUnseen(target.label);
    const rsa = target.keyTypes.filter((keyType) => keyType.startsWith("rsa"));
    if (rsa.length === target.keyTypes.length) return s.rsaOnly(target.label);
    return rsa.length === 0 ? s.ecOnly(target.label, target.keyTypes.map((keyType) => strings.names.keyType[keyType])) : "";
  }

  /** The usual one, the short one, and whatever else was chosen. @returns {[KeyType, Algorithm][]} */
  function cards() {
    const offered = pairs();
    const usual = `${view().target?.defaultKeyType} ${view().target?.defaultAlgorithm}`;
    const others = ["p-256 ES256", "rsa-4096 PS256", "rsa-3072 PS256"].filter((pair) => pair !== usual && offered.some((one) => one.join(" ") === pair));
    const wanted = new Set([usual, others[0], choice()]);
    return offered.filter(([keyType, algorithm]) => wanted.has(`${keyType} ${algorithm}`));
  }
}

function keptIn() {
  const now = vault();
  return now.state === "ready" ? s.keptIn(strings.names.store[now.store]) : s.keptNowhere;
}

/** RFC 7518, section 3.1; NetSuite binds the curve to the hash. @type {Record<KeyType, Algorithm[]>} */
const ALGORITHMS = {
  "rsa-4096": ["PS256", "PS384", "PS512"],
  "rsa-3072": ["PS256", "PS384", "PS512"],
  "p-256": ["ES256"],
  "p-384": ["ES384"],
  "p-521": ["ES512"],
};

const DAYS = [730, 365, 180, 90];

/** @type {RunOptions} */
const FIELDS = { fields: { "subject-invalid": "subject", "days-out-of-range": "days", "key-type-not-for-target": "key-other", "algorithm-not-for-key": "key-other" } };
