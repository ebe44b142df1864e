// @ts-check
// Why something failed: what was found, the likely causes with their evidence and their remedy,
// what was checked here, the code that settles it, and other places to start from.

import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { netsuitePath, openPages, pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { copyFrom } from "../../elements/copy.js";
import { field, say, select, valueOf } from "../../elements/form.js";
import { list } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { keepVisible } from "../../lib/scrolling.js";
import { toast } from "../../elements/toast.js";
import { takePastedError } from "./pasted-error.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { askPart } from "./questions.js";
import { causeList } from "./causes.js";
import { checkList } from "./checks.js";
import { fixActs } from "./fixes.js";
import { reportText } from "./report.js";
import { head } from "./summary.js";
import { practiceBar } from "../practice/bar.js";
import { keepOutcome } from "../connection/token-result.js";
import { workingCredential } from "../../lib/connection-facts.js";
import { vaultCallout, vaultReady } from "../vault/status.js";

/** @import { DiagnosisTold, DiagnosisView, Failure, SeenInNetSuite } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.diagnosis;

/** @type {SeenInNetSuite[]} */
const SEEN = ["application-not-offered", "table-empty", "stays-at-net-suite"];

/** The connection whose list is asked for as soon as somebody has signed in. @type {string | null} */
let askOnReturn = null;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openDiagnosis(page, { id }) {
  /** What the user has added. A pasted text is kept for as long as this screen is open, and never shown again. @type {DiagnosisTold} */
  let told = takePastedError(id) ?? { pasted: null, seen: null, code: null };
  /** What stands in the field and was not read yet. */
  let typing = "";
  /** Whether the keys could be looked at. */
  let opened = vaultReady();
  let [view, found] = await Promise.all([backend.connection.read(id), backend.diagnosis.read(id, told)]);

  /** @param {DiagnosisTold} next @param {string} at where the answer is */
  async function look(next, at) {
    take(await backend.diagnosis.read(id, next), next);
    show(at);
  }

  /** @param {DiagnosisView} answer @param {DiagnosisTold} [next] */
  function take(answer, next = told) {
    found = answer;
    told = next;
    if (page.isShown(screen)) page.draw();
  }

  /** @param {string} at */
  function show(at) {
    const place = document.getElementById(at);
    place?.focus({ preventScroll: true });
    keepVisible(place);
  }

  /** @type {Screen} */
  const screen = {
    name: "diagnosis",
    title: () => s.title(view.name),
    html: () => html`<div class="page-column">
      ${pageHead({
        title: s.title(view.name),
        sub: view.account && view.target ? s.sub(view.target.label, strings.names.environment[view.account.environment], view.account.accountId) : s.subNone,
        practice: view.practice,
        back: { label: view.name, route: { screen: "connection", id } },
      })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${head(view, found, reportText(view, found))}
      ${failurePlace()}
      ${causeList(view, found)}
      ${checkList(found, askPart(view, found))}
      ${audit()}
      ${other()}
    </div>`,
    typed: (element) => {
      if (element.id === "pasted" && element instanceof HTMLTextAreaElement) typing = element.value;
    },
    chosen: (element) => {
      if (element.id !== "seen" || !(element instanceof HTMLSelectElement)) return;
      const seen = SEEN.find((seen) => seen === element.value) ?? null;
      return page.run(null, () => look({ pasted: null, seen, code: null }, "situation"));
    },
    // What was looked at while the keys were locked is looked at again.
    drawn: () => {
      const before = opened;
      opened = vaultReady();
      if (opened && !before) void page.meanwhile(backend.diagnosis.read(id, told).then((answer) => take(answer), () => {}));
    },
    entered: () => {
      if (told.code !== null && found.settled === null) say("audit-code", "warn", found.codeUnknown ? s.codeUnknown : s.codeNoCause(told.code));
      const asks = askOnReturn === id && found.listReadable;
      askOnReturn = null;
      if (asks) return page.run(document.getElementById("ask"), ask);
    },
    acts: {
      ...fixActs(page, () => view),
      test: (pressed) =>
        page.run(pressed, async () => {
          const failure = await testAgain();
          // What another system said stays in question when it works from here.
          const theirs = failure === null && told.pasted !== null;
          if (!theirs) told = { pasted: null, seen: null, code: null };
          view = await backend.connection.read(id);
          void readBoard();
          take(await backend.diagnosis.read(id, told));
          show("situation");
          if (failure === null) toast(theirs ? s.worksHere : s.works);
        }),
      "try-again": () => void page.show(() => openDiagnosis(page, { id })),
      ask: (pressed) => page.run(pressed, ask),
      "sign-in-and-ask": async () => {
        askOnReturn = id;
        const { goToSignIn } = await import("../sign-in/screen.js");
        goToSignIn(page, id);
      },
      "look-up": () => show("audit-code"),
      "use-code": async (pressed) => {
        const code = valueOf("audit-code").trim();
        if (!code) return say("audit-code", "danger", s.codeEmpty);
        await page.run(pressed, () => look({ ...told, code }, "situation"));
        const unsettled = found.codeUnknown ? s.codeUnknown : found.settled === null ? s.codeNoCause(code) : null;
        if (unsettled === null) return;
        say("audit-code", "warn", unsettled);
        document.getElementById("audit-code")?.focus();
        announce(unsettled);
      },
      "clear-code": (pressed) => page.run(pressed, () => look({ ...told, code: null }, "situation")),
      "read-pasted": async (pressed) => {
        if (typing.trim() === "") return say("pasted", "danger", s.pasteEmpty);
        const pasted = typing;
        typing = "";
        await page.run(pressed, () => look({ pasted, seen: null, code: null }, "situation"));
        if (!found.pasted?.recognised) show("pasted-found");
      },
      "own-failure": (pressed) => page.run(pressed, () => look({ pasted: null, seen: null, code: null }, "situation")),
      report: async (pressed) => {
        await copyFrom(pressed);
        toast(s.reportCopied);
      },
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
    },
  };
  return screen;

  async function ask() {
    take(await backend.diagnosis.ask(id, told));
    show("situation");
  }

  /** Does again what failed. A refusal is an answer, not a failure of this screen. @returns {Promise<Failure | null>} */
  async function testAgain() {
    try {
      if (found.failure?.ours && (found.failure.doing === "endpoint" || found.failure.doing === "upload")) await backend.certificate.list(id);
      else keepOutcome(view, { proof: await backend.token.request(id, workingCredential(view)?.id ?? "") });
      return null;
    } catch (thrown) {
      const failure = /** @type {{ wire?: Failure }} */ (thrown).wire;
      if (!failure || failure.kind.startsWith("vault") || failure.kind === "practice-not-running" || failure.kind === "busy") throw thrown;
      keepOutcome(view, { failure });
      return failure;
    }
  }

  function audit() {
    const codes = [...new Set(found.causes.flatMap(({ codes }) => codes))];
    return html`<section class="part" aria-labelledby="audit" data-part>
      <div class="card-head"><h2 id="audit">${s.audit}</h2>${openPages(view.practice, "audit-trail")}</div>
      ${netsuitePath(paths.auditTrail)}
      <p class="small">${s.auditBefore} ${codes.length > 0 && s.codeLookFor(list(codes))}</p>
      <form class="card stack" novalidate>
        ${field({ id: "audit-code", label: s.code, value: told.code ?? "", hint: s.codeHint, mono: true })}
        ${failurePlace()}
        <div class="actions">${button({ act: "use-code", id: "use-code", label: s.codeUse, busy: s.codeUsing, submit: true })}${told.code && button({ act: "clear-code", id: "clear-code", label: s.codeClear, kind: "button-plain" })}</div>
      </form>
    </section>`;
  }

  function other() {
    const { pasted } = found;
    return html`<section class="part" aria-labelledby="other" data-part>
      <h2 id="other">${s.other}</h2>
      <div class="card stack">
        <div class="field">
          <label class="field-label" for="pasted">${s.paste}</label>
          <textarea class="field-input field-mono field-area" id="pasted" rows="5" aria-describedby="pasted-hint pasted-message" autocomplete="off" autocapitalize="off" spellcheck="false">${typing}</textarea>
          <p class="field-hint" id="pasted-hint">${s.pasteHint}</p>
          <div id="pasted-message" class="field-messages"></div>
        </div>
        ${failurePlace()}
        <div id="pasted-found" tabindex="-1" class="stack stack-tight found">${pasted && html`
          ${pasted.privateKey && html`<p class="field-message" data-tone="warn">${icon("warn")}<span>${s.pasteKey}</span></p>`}
          ${pasted.recognised
            ? html`<p class="small strong">${s.pasteFound}</p><ul class="evidence small">${pasted.code && html`<li><code>${pasted.code}</code></li>`}${pasted.assertion && html`<li>${s.pasteAssertion}</li>`}${pasted.signs.map(({ sign, detail }) => html`<li>${s.signs[sign](detail)}</li>`)}</ul>`
            : html`<p class="field-message" data-tone="warn">${icon("warn")}<span>${s.pasteNothing}</span></p><ul class="evidence small" id="pasted-helps">${s.pasteHelps.map((line) => html`<li>${line}</li>`)}</ul>`}`}</div>
        <div class="actions">${button({ act: "read-pasted", id: "read-pasted", label: s.pasteRead, busy: s.pasteReading })}${(told.pasted !== null || told.seen !== null) && button({ act: "own-failure", id: "own-failure", label: s.back, kind: "button-plain" })}</div>
        ${select({ id: "seen", label: s.seen, value: told.seen ?? "", options: [{ value: "", label: s.seenNone }, ...SEEN.map((seen) => ({ value: seen, label: s.seenWords[seen] }))] })}
      </div>
    </section>`;
  }
}

