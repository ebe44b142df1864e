// @ts-check
// Sample code for one connection: a language, what it needs, the program, where its key is.

import { failurePlace } from "../../elements/callout.js";
import { button } from "../../elements/button.js";
import { copyButton } from "../../elements/copy.js";
import { failureCallout } from "../../elements/failure.js";
import { select } from "../../elements/form.js";
import { icon } from "../../elements/icon.js";
import { pageHead } from "../../elements/page-head.js";
import { toast } from "../../elements/toast.js";
import { practice } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { targetName } from "../../lib/connection-facts.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { failureOf } from "../../window/page.js";
import { practiceBar } from "../practice/bar.js";
import { exportKey } from "../vault/export-key.js";

/** @import { CodeSampleView, CodeSamples, Failure } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.codeSamples;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openCodeSamples(page, { id }) {
  let view = await backend.connection.read(id);
  /** @type {CodeSamples | null} */
  let list = null;
  /** @type {Failure | null} */
  let failure = null;
  /** Where the practice account was when the list was read: its address is one of the values. */
  let address = practice().address;
  let language = rememberedLanguage();

  async function read() {
    ({ address } = practice());
    try {
      [list, failure] = [await backend.codeSamples.list(id), null];
    } catch (thrown) {
      [list, failure] = [null, failureOf(thrown)];
    }
  }
  await read();

  /** @param {CodeSamples} list */
  const chosen = ({ samples }) => samples.find(({ name }) => name === language) ?? samples.find(({ name }) => name === FIRST) ?? samples[0];

  return {
    name: "code-samples",
    title: () => `${s.title}: ${view.name}`,
    html: () => {
      if (view.practice && practice().address !== address) void page.meanwhile(read().then(() => page.draw()));
      const sample = list && chosen(list);
      return html`<div class="page-column">
        ${pageHead({ title: s.title, sub: view.scopes.includes("rest_webservices") ? s.lead : s.leadTokenOnly, practice: view.practice, back: { label: view.name, route: view.status.kind === "setting-up" ? { screen: "setup", id, step: null } : { screen: "connection", id } } })}
        ${view.practice && practiceBar()}
        ${failure && failure.kind !== "practice-not-running" && failureCallout(failure)}
        ${list && sample && program(list, sample)}
      </div>`;
    },
    chosen: (element) => {
      if (!(element instanceof HTMLSelectElement) || element.id !== "language") return;
      language = element.value;
      rememberLanguage(language);
      page.draw();
    },
    acts: {
      "try-again": async () => {
        await read();
        page.draw();
      },
      "export-key": async () => {
        const saved = await exportKey(view, targetName(view));
        if (!saved) return;
        view = saved;
        await read();
        page.draw();
        toast(strings.handOver.exportedSaid);
      },
      "save-code": (pressed) =>
        page.run(pressed, async () => {
          const sample = list && chosen(list);
          const path = sample && (await backend.codeSamples.save(id, sample.name));
          if (path) toast(s.saved(path));
        }),
    },
  };
}

/** @param {CodeSamples} list @param {CodeSampleView} sample */
const program = ({ samples, keyFile, keySaved }, sample) => html`
  ${select({ id: "language", label: s.language, value: sample.name, hint: sample.tested ? s.tested : s.untested, options: samples.map(({ name, label }) => ({ value: name, label })) })}
  <section class="part part-tight" aria-labelledby="needs">
    <h2 id="needs">${s.needs}</h2>
    <p>${sample.needs}</p>
    ${sample.install && commands(s.install, sample.install)}
  </section>
  <section class="part part-tight" aria-labelledby="key">
    <div class="part-head"><h2 id="key">${s.key}</h2>${!keySaved && button({ act: "export-key", id: "export-key", label: s.saveKey, sign: "save" })}</div>
    <p>${sample.key ?? (keySaved ? s.keySaved(keyFile) : s.keyNotSaved)}</p>
  </section>
  <section class="part part-tight" aria-labelledby="program" data-part>
    <div class="part-head"><h2 id="program">${s.program}</h2>${button({ act: "save-code", id: "save-code", label: s.save, busy: s.saving, sign: "file" })}</div>
    ${failurePlace()}
    <div class="code"><div class="code-head"><span class="mono">${sample.file}</span>${copyButton(sample.code, sample.file, { word: true })}</div><pre class="code-text" id="code" tabindex="0" aria-label="${sample.file}">${sample.code}</pre></div>
    <p class="small soft">${s.keyNotInside}</p>
    ${sample.run && commands(s.run, sample.run)}
  </section>
  <details class="more" id="code-from">
    <summary class="more-summary">${icon("right")}${s.sources}</summary>
    <div class="more-body stack stack-tight">
      ${sample.sources.map((source) => html`<p class="facts-copy small"><span class="mono kit-source">${source}</span>${copyButton(source, s.source)}</p>`)}
    </div>
  </details>`;

/** @param {string} title @param {string} text */
const commands = (title, text) => html`<div class="code"><div class="code-head"><span>${title}</span>${copyButton(text, title, { word: true })}</div><pre class="code-text">${text}</pre></div>`;

/** Until one was chosen. */
const FIRST = "node";
const REMEMBERED = "code-language";

function rememberedLanguage() {
  try {
    return localStorage.getItem(REMEMBERED) ?? FIRST;
  } catch {
    return FIRST;
  }
}

/** @param {string} language */
function rememberLanguage(language) {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Chosen again next time; nothing else depends on it.
  }
}
