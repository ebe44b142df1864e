// @ts-check
// A test call: what it brought, what the role needs beside what calls have proven, and the calls that
// a person can ask for. The walk and the connection's own screen both show it.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { area, field, valueOf } from "../../elements/form.js";
import { icon } from "../../elements/icon.js";
import { openPages } from "../../elements/netsuite-path.js";
import { announce } from "../../lib/announce.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { workingCredential } from "../../lib/connection-facts.js";
import { recentTime } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { scrollToOpened } from "../../lib/scrolling.js";
import { needs } from "../../strings/netsuite.js";
import { strings } from "../../strings/en/all.js";
import { hashOf } from "../../window/router.js";
import { placeOf } from "../diagnosis/fixes.js";

/** @import { ConnectionView, PreflightLine, ReadAsked, TestCallView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Act, Page } from "../../window/page.js" */

const s = strings.testCall;

/**
 * What a call brought; null stands for a token that was followed by none.
 * @param {ConnectionView} view
 * @param {TestCallView | null} made
 * @param {boolean} [findInHead] whether the page's head leads to the diagnosis
 */
export function callResult(view, made, findInHead = false) {
  if (made === null) return noCall(view);
  const { call, detail, causes, decided } = made;
  if (call.outcome === "works") return callout({ id: "call-worked", tone: "ok", title: s.worked, body: html`<p>${s.read[call.read](call.subject, made.rows)} ${s.nothingKept}</p>` });
  const [first] = causes;
  const words = first && strings.diagnosis.cause[first.cause];
  const title = !words ? s.refusedUnknown : call.outcome === "failed" ? s.failed(words.title) : s.refused(words.title);
  const answer = s.answer(call.status, call.code);
  const open = first?.place && openPages(view.practice, first.place);
  const find = !findInHead && html`<a class="button" data-find href="${hashOf({ screen: "diagnosis", id: view.id })}">${strings.common.findCause}</a>`;
  return callout({
    id: "call-refused",
    tone: "danger",
    title,
    body: html`${words && html`<p>${words.means}</p><p><strong>${words.remedy}</strong></p>`}
      ${first?.place && placeOf(first.place)}
      <p class="small">${answer}${detail && html` ${s.says(detail)}`} ${first && first.source !== "oracle" && s.undocumented}</p>
      ${!decided && causes.length > 1 && html`<p class="small">${s.others(causes.length - 1)}</p>`}`,
    actions: open || find ? html`${open}${find}` : null,
  });
}

/** Where the scopes have no read that is harmless in every account. @param {ConnectionView} view */
const noCall = (view) => callout({ id: "call-none", tone: "note", title: s.noneTitle, body: html`<p>${view.scopes.includes("restlets") ? s.noneRestlets : s.noneConnect}</p>` });

/** The last call of an earlier session. @param {ConnectionView} view @returns {Part} */
export function lastCall({ calls }) {
  const last = [...calls].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
  if (!last) return null;
  const when = recentTime(last.at);
  return html`<p class="small" id="last-call">${last.outcome === "works" ? s.lastWorked(when) : s.lastRefused(when)}</p>`;
}

/** What the account and the role need, beside what calls have proven. @param {ConnectionView} view */
export const permissions = ({ preflight }) => html`<ul class="checks" id="preflight" aria-label="${s.permissions}">${preflight.map((line) => html`<li class="check" data-need="${line.need}" data-proof="${line.proof}" ${toneOf(line)}>${icon(SIGNS[line.proof])}<span>${nameOf(line)} <span class="soft">${s.need[line.need]}</span></span><span class="check-value">${s.proof[line.proof]}${line.at && html`, ${recentTime(line.at)}`}</span></li>`)}</ul>`;

/** @param {PreflightLine} line */
const toneOf = ({ proof }) => (proof === "works" ? html`data-tone="ok"` : proof === "refused" ? html`data-tone="danger"` : null);

/** NetSuite's own name, with its button, where it has one. @param {PreflightLine} line @returns {Part} */
function nameOf({ need, subject }) {
  if (need === "permission-record") return subject ? html`<code>${subject}</code>` : s.recordNeedAny;
  if (need === "restlet-access") return subject ? s.restletNeed(subject) : s.restletNeedAny;
  return html`<span class="id-line"><span>${needs[need]}</span>${copyButton(needs[need], needs[need])}</span>`;
}

const SIGNS = { works: "ok", refused: "stop", untested: "info", unchecked: "info" };

/**
 * The calls that a person can ask for, and what the last of them brought.
 * @param {Page} page
 * @param {() => ConnectionView} view
 * @param {(read: ConnectionView) => void} take takes the connection as it is after a call, and draws
 */
export function askedCalls(page, view, take) {
  /** @type {TestCallView | null} */
  let made = null;
  let asked = false;
  const typed = { record: "customer", query: "", restlet: "" };

  /** @param {HTMLElement} pressed @param {ReadAsked} read */
  const call = (pressed, read) => {
    Object.assign(typed, { record: valueOf("call-record"), query: valueOf("call-query"), restlet: valueOf("call-restlet") });
    // Of an earlier call nothing stays beside what keeps this one from being made.
    [made, asked] = [null, true];
    const place = document.getElementById("call-result");
    if (place) mount(place, html``);
    return page.run(
      pressed,
      async () => {
        made = await backend.call.test(view().id, workingCredential(view())?.id ?? "", read);
        announce(made.call.outcome === "works" ? s.worked : s.refusedSaid);
        take(await backend.connection.read(view().id));
        void readBoard();
        const result = document.getElementById("call-result");
        result?.focus({ preventScroll: true });
        scrollToOpened(result);
      },
      { fields: { "record-type-invalid": "call-record", "query-not-read": "call-query", "restlet-url-invalid": "call-restlet", "restlet-elsewhere": "call-restlet" } },
    );
  };

  /** @type {{ html: () => Part, acts: Record<string, Act> }} */
  const calls = {
    html: () => {
      const scopes = view().scopes;
      const rest = scopes.includes("rest_webservices");
      const restlets = scopes.includes("restlets");
      if (!rest && !restlets) return null;
      return html`<details class="more" id="more-calls" ${flag("open", asked)}>
        <summary class="more-summary">${icon("right")}${s.more}</summary>
        <div class="more-body stack" data-part>
          <p class="small soft">${s.moreNote}</p>
          ${failurePlace()}
          <div id="call-result" tabindex="-1">${made && callResult(view(), made)}</div>
          ${rest && html`<div class="stack stack-tight">${field({ id: "call-record", label: s.recordLabel, value: typed.record, hint: s.recordHint, mono: true })}<div class="actions">${button({ act: "call-record", label: s.recordAct, busy: s.calling })}</div></div>
          <div class="stack stack-tight">${area({ id: "call-query", label: s.queryLabel, value: typed.query, hint: s.queryHint, mono: true })}<div class="actions">${button({ act: "call-query", label: s.queryAct, busy: s.calling })}</div></div>`}
          ${restlets && html`<div class="stack stack-tight">${field({ id: "call-restlet", label: s.restletLabel, value: typed.restlet, hint: s.restletHint, mono: true })}<div class="actions">${button({ act: "call-restlet", label: s.restletAct, busy: s.calling })}</div></div>`}
        </div>
      </details>`;
    },
    acts: {
      "call-record": (pressed) => call(pressed, { kind: "record", name: valueOf("call-record") }),
      "call-query": (pressed) => call(pressed, { kind: "query", text: valueOf("call-query") }),
      "call-restlet": (pressed) => call(pressed, { kind: "restlet", url: valueOf("call-restlet") }),
    },
  };
  return calls;
}
