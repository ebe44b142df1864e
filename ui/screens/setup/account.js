// @ts-check
// Step 2: the account in any form. It is recognised while it is typed, on this computer; NetSuite
// is asked only when the user says so, and the answer may stay open.

import { callout } from "../../elements/callout.js";
import { copyFact } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { practice, tokenUrlOf } from "../../lib/app-state.js";
import { backend, Failure } from "../../lib/backend.js";
import { field, say, valueOf } from "../../elements/form.js";
import { breakable } from "../../lib/format.js";
import { html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { stepFoot } from "../../elements/step-footer.js";

/** @import { AccountView } from "../../types/ipc.d.ts" */
/** @import { RunOptions } from "../../window/page.js" */
/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.account;

/** @param {Walk} walk @returns {StepPart} */
export function accountStep(walk) {
  /** @type {AccountView | null} */
  let recognised = walk.view().account;
  let lastAsked = "";

  const text = () => walk.drafts.get("account-id", walk.view().account?.accountId ?? (walk.view().practice ? practice().accountId : ""));

  /** @param {string} typed */
  async function recognise(typed) {
    lastAsked = typed;
    if (typed.trim() === "") {
      recognised = null;
      show(null);
      return;
    }
    try {
      const answer = await backend.account.parse(typed);
      if (lastAsked !== typed) return;
      recognised = answer;
      show(null);
    } catch (thrown) {
      if (lastAsked !== typed || !(thrown instanceof Failure)) return;
      recognised = null;
      // Half an ID is not a mistake yet: say it only once there is enough to judge.
      show(typed.trim().length >= JUDGED_FROM ? thrown : null);
    }
  }

  /** @param {Failure | null} failure */
  function show(failure) {
    const place = document.getElementById("account-forms");
    if (place) mount(place, forms(recognised, walk.view().practice));
    if (failure) {
      const { title, body } = messageFor(failure.wire);
      say("account-id", "danger", html`<strong>${title}.</strong> ${body}`);
    } else if (crossesOver()) say("account-id", "warn", s.otherEnvironment);
    else say("account-id", null);
  }

  /** Certificates do not travel between production and sandbox. */
  function crossesOver() {
    const { account, credentials } = walk.view();
    return account !== null && recognised !== null && credentials.length > 0 && account.accountId !== recognised.accountId;
  }

  const save = async () => backend.connection.change(walk.view().id, { kind: "account", text: valueOf("account-id") });

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      <p>${s.lead}</p>
      ${field({ id: "account-id", label: s.label, value: text(), hint: walk.view().practice ? s.practice : s.hint, mono: true })}
      <div id="account-forms" aria-live="polite">${forms(recognised, walk.view().practice)}</div>
      ${stepFoot(walk, {
        primary: button({ act: "check", label: s.check, busy: s.checking, kind: "button-primary", submit: true }),
        second: button({ act: "skip-check", label: s.skip, busy: strings.setup.saving }),
        note: walk.view().practice ? s.notePractice : s.note,
      })}
    </form>`,
    acts: {
      check: (pressed) =>
        walk.page.run(
          pressed,
          async () => {
            await save();
            const checked = await backend.account.check(walk.view().id);
            if (checked.account && !checked.account.check?.known) {
              walk.take(checked);
              tellUnconfirmed(checked.account);
            } else walk.advance(checked);
          },
          FIELDS,
        ),
      "skip-check": (pressed) => walk.page.run(pressed, async () => walk.advance(await save()), FIELDS),
    },
    typed: (element) => (element.id === "account-id" ? recognise(valueOf("account-id")) : undefined),
    entered: () => (text() !== walk.view().account?.accountId ? recognise(text()) : undefined),
  };
}

/** NetSuite doesn’t know the account, or its answer doesn’t name it. @param {AccountView} account */
function tellUnconfirmed(account) {
  const place = document.querySelector("#main [data-failure]");
  if (!(place instanceof HTMLElement)) return;
  const words = account.check ? { title: s.unknownTitle, body: s.unknownBody(account.accountId) } : { title: s.unconfirmedTitle, body: s.unconfirmedBody(account.accountId) };
  mount(place, callout({ tone: "warn", title: words.title, body: html`<p>${words.body}</p>` }));
  place.focus({ preventScroll: true });
}

/** @param {AccountView | null} account @param {boolean} ofPractice */
function forms(account, ofPractice) {
  if (!account) return html``;
  const tokenUrl = tokenUrlOf(account, ofPractice);
  return html`<dl class="facts" id="account-recognised">
    <div class="facts-row"><dt>${s.accountId}</dt><dd>${copyFact(account.accountId, s.accountId, html`<span class="mono" data-fact="account-id">${account.accountId}</span>`)}</dd></div>
    <div class="facts-row"><dt>${s.hostForm}</dt><dd>${copyFact(account.hostForm, s.hostForm, html`<span class="mono" data-fact="host-form">${account.hostForm}</span>`)}</dd></div>
    <div class="facts-row"><dt>${s.environment}</dt><dd data-fact="environment">${s.environmentOf(account.environment, strings.names.environment[account.environment])}</dd></div>
    ${tokenUrl && html`<div class="facts-row"><dt>${s.tokenUrl}</dt><dd><span class="mono">${breakable(tokenUrl)}</span></dd></div>`}
  </dl>`;
}

/** @type {RunOptions} */
const FIELDS = { fields: { "account-id-invalid": "account-id" } };

/** Characters: a real account ID has at least six. */
const JUDGED_FROM = 6;
