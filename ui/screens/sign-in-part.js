// @ts-check
// The browser sign-in as a part of any screen: how the record is registered, the wait for the
// browser, who one is then. The walk, the list, the rotation and a screen of its own show it.

import { callout } from "../elements/callout.js";
import { failureCallout } from "../elements/failure.js";
import { copyButton, copyFact } from "../elements/copy.js";
import { icon } from "../elements/icon.js";
import { badge, button, failurePlace, netsuitePath, openPages } from "../elements/parts.js";
import { announce } from "../lib/announce.js";
import { backend } from "../lib/backend.js";
import { field, isTicked, say, valueOf } from "../lib/form.js";
import { recentTime, shortId, time } from "../lib/format.js";
import { flag, html } from "../lib/html.js";
import { onNotice } from "../lib/notices.js";
import { failureOf } from "../lib/page.js";
import { keepInSight } from "../lib/sight.js";
import { toast } from "../lib/toast.js";
import { strings } from "../strings/en.js";
import { labels, paths, scopes } from "../strings/netsuite.js";
import { whoIs } from "./access-line.js";

/** @import { Access, AccessView, ConnectionView, Failure, Scope, WaitingSignIn } from "../types/ipc.d.ts" */
/** @import { Markup, Part } from "../lib/html.js" */
/** @import { Act, Page } from "../lib/page.js" */

/**
 * @typedef {object} Host
 * @property {Page} page
 * @property {() => ConnectionView} view
 * @property {() => void} draw the whole screen again
 * @property {(access: AccessView) => void} [taken] after each change of the access
 * @property {() => Part} [end] the button under the plate once somebody is signed in
 * @property {boolean} [titled] false where the page's own heading says it
 */

/**
 * @typedef {object} SignInPart
 * @property {() => Promise<void>} read before the first drawing
 * @property {() => AccessView | null} access
 * @property {(access: AccessView) => void} take an answer that came with another one
 * @property {() => Markup} html
 * @property {Record<string, Act>} acts
 * @property {(element: HTMLElement) => void} typed
 * @property {(element: HTMLElement) => void} chosen
 * @property {() => void} entered
 * @property {() => void} left
 */

const s = strings.signIn;

/** @param {Host} host @returns {SignInPart} */
export function signInPart({ page, view, draw, taken = () => {}, end = () => null, titled = true }) {
  /** @type {AccessView | null} */
  let access = null;
  /** @type {Failure | null} */
  let failure = null;
  /** The form is shown although there is an access: to sign in anew, or instead of a certificate. */
  let anew = false;
  /** @type {boolean | null} */
  let publicClient = null;
  let stay = false;
  /** Typed and not yet sent; a drawing in between must not lose it. Gone once it is sent. */
  let secret = "";
  let otherSecret = false;
  /** @type {() => void} */
  let stop = () => {};

  const id = () => view().id;
  const isPublic = () => publicClient ?? access?.publicClient ?? true;
  const store = () => strings.names.store[view().credentials[0]?.keyStore ?? "secret-service"];

  /** @param {AccessView} next @param {string} focus what to go to when the state is another one */
  function take(next, focus = "") {
    access = next;
    failure = null;
    if (next.waiting || next.by.kind === "sign-in") anew = false;
    taken(next);
    draw();
    show(focus);
  }

  /** @param {HTMLElement} pressed @param {() => Promise<AccessView>} work @param {string} focus */
  const act = (pressed, work, focus = "") =>
    page.run(pressed, async () => take(await work(), focus), {
      fields: { "client-secret-needed": "client-secret", "sign-in-address-invalid": "landed-address" },
      failed: (told) => {
        if (told.kind === "sign-in-address-invalid" || (told.kind === "client-secret-needed" && document.getElementById("client-secret"))) return false;
        if (told.kind.startsWith("vault") || told.kind === "practice-not-running") return false;
        // Where no browser opened, the sign-in waits all the same.
        void fail(told);
        return true;
      },
    });

  /** The sign-in is over, or still waits; the backend knows. @param {Failure} told */
  async function fail(told) {
    try {
      access = await backend.access.read(id());
    } catch (thrown) {
      console.error(thrown);
    }
    failure = told;
    draw();
    show("sign-in-failure");
  }

  async function read() {
    try {
      access = await backend.access.read(id());
      failure = null;
    } catch (thrown) {
      failure = failureOf(thrown);
    }
  }

  return {
    read,
    access: () => access,
    take: (next) => void (access = next),
    html: () => html`<section class="part sign-in" data-part aria-label="${s.title}">${inner()}</section>`,
    entered: () => {
      stop = onNotice((notice) => {
        if (notice.id !== id()) return false;
        if (notice.kind === "sign-in-failed") void fail(notice.failure);
        else void signedIn();
        return true;
      });
    },
    left: () => stop(),
    typed: (element) => {
      if (element.id === "client-secret") secret = valueOf("client-secret");
      if (element.id === "client-secret" || element.id === "landed-address") say(element.id, null);
    },
    chosen: (element) => {
      if (element.id === "client-public" || element.id === "client-confidential") {
        publicClient = element.id === "client-public";
        draw();
      }
      if (element.id === "stay-signed-in") stay = isTicked("stay-signed-in");
    },
    acts: {
      "sign-in": (pressed) => {
        const needed = !isPublic() && (otherSecret || !access?.hasClientSecret);
        const text = secret.trim();
        if (needed && text === "") {
          say("client-secret", "danger", s.secretMissing);
          announce(s.secretMissing);
          return void document.getElementById("client-secret")?.focus();
        }
        return act(
          pressed,
          async () => {
            const started = await backend.signIn.start(id(), { publicClient: isPublic(), clientSecret: needed ? text : null, staySignedIn: isTicked("stay-signed-in") });
            secret = "";
            otherSecret = false;
            return started;
          },
          "sign-in-title",
        );
      },
      "sign-in-open": (pressed) =>
        page.run(pressed, async () => {
          await backend.signIn.open(id());
          announce(s.opened);
        }),
      "sign-in-paste": (pressed) => {
        const address = valueOf("landed-address").trim();
        if (address === "") {
          say("landed-address", "danger", s.pasteEmpty);
          return void document.getElementById("landed-address")?.focus();
        }
        return act(pressed, () => backend.signIn.paste(id(), address), "sign-in-title");
      },
      "sign-in-cancel": (pressed) => act(pressed, () => backend.signIn.cancel(id()), "sign-in-title"),
      "sign-in-end": (pressed) =>
        act(
          pressed,
          async () => {
            const after = await backend.signIn.end(id());
            toast(s.ended);
            return after;
          },
          "sign-in-title",
        ),
      "sign-in-forget-secret": (pressed) =>
        act(pressed, async () => {
          const after = await backend.signIn.forgetSecret(id());
          toast(s.secretForgotten);
          return after;
        }),
      "sign-in-other-secret": () => {
        otherSecret = anew = true;
        publicClient = false;
        draw();
        document.getElementById("client-secret")?.focus();
      },
      "sign-in-anew": () => {
        anew = true;
        draw();
        show("sign-in-title");
      },
    },
  };

  async function signedIn() {
    await read();
    if (access) take(access, "sign-in-title");
    announce(s.signedIn);
  }

  function heading() {
    return html`<h2 id="sign-in-title" tabindex="-1" ${!titled && html`class="visually-hidden"`}>${titled ? s.title : s.formTitle}</h2>`;
  }

  /** @returns {Part} */
  function inner() {
    if (access === null) return html`${heading()}${failure && failureCallout(failure, { without: "open-sign-in" })}`;
    const told = failure && html`<div id="sign-in-failure" tabindex="-1">${failureCallout(failure, { without: "open-sign-in" })}</div>`;
    if (access.waiting) return html`${told}${waiting(access, access.waiting)}`;
    if (access.by.kind === "sign-in" && !anew) return html`${told}${plate(access.by, access)}`;
    if (access.by.kind === "certificate" && !anew) return html`${told}${byCertificate(access.by)}`;
    return view().integration.clientId === null ? html`${heading()}${needsRecord()}` : html`${heading()}${told}${form(access)}`;
  }

  /** @param {AccessView} known */
  function form(known) {
    const asksSecret = !isPublic() && (otherSecret || !known.hasClientSecret);
    return html`<form class="stack" novalidate>
      <p>${s.lead}</p>
      <fieldset class="field"><legend class="field-label">${s.how}</legend>
        <div class="choice-cards">
          <label class="choice-card"><input type="radio" id="client-public" name="client-kind" value="public" ${flag("checked", isPublic())} /><span class="choice-card-title">${s.publicClient}</span><span class="choice-card-note">${s.publicNote}</span></label>
          <label class="choice-card"><input type="radio" id="client-confidential" name="client-kind" value="confidential" ${flag("checked", !isPublic())} /><span class="choice-card-title">${s.confidential}</span><span class="choice-card-note">${s.confidentialNote}</span></label>
        </div>
      </fieldset>
      <section class="part part-tight" aria-labelledby="sign-in-record">
        <div class="card-head"><h3 class="h3" id="sign-in-record">${s.record}</h3>${openPages(view().practice)}</div>
        ${netsuitePath(paths.integrations)}
        ${recordFields(known.redirectUri, isPublic(), view().scopes)}
        <p class="small soft">${s.recordNote}</p>
      </section>
      ${!isPublic() && (asksSecret ? html`<div class="stack stack-tight">${field({ id: "client-secret", label: s.secret, value: secret, type: "password", hint: s.secretHint, mono: true })}<p class="small soft">${s.secretKept(store())}</p></div>` : secretThere())}
      <label class="choice"><input type="checkbox" id="stay-signed-in" name="stay-signed-in" ${flag("checked", stay || known.staysSignedIn)} /><span>${s.stay}</span><span class="choice-note">${s.stayNote(store())} ${isPublic() ? s.stayPublic : s.stayConfidential}</span></label>
      ${failurePlace()}
      <div class="actions">${button({ act: "sign-in", id: "sign-in", label: s.start, busy: s.starting, sign: "external", kind: "button-primary", submit: true })}</div>
    </form>`;
  }

  function secretThere() {
    return html`<div class="card-head" id="secret-kept"><p class="small">${s.secretThere(store())}</p><div class="actions actions-tight">${button({ act: "sign-in-other-secret", label: s.secretOther, kind: "button-plain" })}${button({ act: "sign-in-forget-secret", label: s.secretForget, busy: s.secretForgetting, kind: "button-plain" })}</div></div>`;
  }

  /** @param {AccessView} known @param {WaitingSignIn} wait */
  function waiting(known, wait) {
    return html`<div class="progress" id="sign-in-waiting">
      <div><h2 class="progress-title" id="sign-in-title" tabindex="-1">${icon("clock")}${s.waiting}</h2><p class="progress-note">${s.waitingNote(recentTime(wait.since))}</p></div>
      ${button({ act: "sign-in-cancel", label: s.cancel, busy: s.cancelling })}
      <div class="progress-bar run" role="progressbar" aria-label="${s.waiting}"></div>
    </div>
    ${failurePlace()}
    <section class="part part-tight" aria-labelledby="sign-in-steps">
      <div class="card-head"><h3 class="h3" id="sign-in-steps">${s.steps}</h3><div class="actions actions-tight">${button({ act: "sign-in-open", label: s.again, sign: "external" })}</div></div>
      <ol class="acts acts-tight">${s.acts.map((words) => html`<li class="act"><p class="small">${words}</p></li>`)}</ol>
      <div class="copy-field"><span class="copy-field-label">${s.address}. ${s.addressNote}</span><div class="copy-field-box"><span class="copy-field-value copy-field-line">${wait.authorizeUrl}</span>${copyButton(wait.authorizeUrl, s.address)}</div></div>
    </section>
    <form class="part part-tight" novalidate aria-labelledby="sign-in-landed">
      <h3 class="h3" id="sign-in-landed">${s.paste}</h3>
      <p class="small soft">${s.pasteNote}</p>
      <div class="field-line">${field({ id: "landed-address", label: s.pasteLabel, value: "", mono: true })}${button({ act: "sign-in-paste", label: s.pasteAct, busy: s.pasting, submit: true })}</div>
    </form>
    <details class="more" id="sign-in-stays">
      <summary class="more-summary">${icon("right")}${s.stays}</summary>
      <div class="more-body stack stack-tight">
        <p>${s.staysBody}</p>
        <ul class="dialog-list"><li>${icon("info")}<span>${s.staysRedirect} ${copyFact(known.redirectUri, labels.redirectUri, html`<span class="mono">${known.redirectUri}</span>`)}</span></li><li>${icon("info")}<span>${s.staysClient} <span class="mono">${view().integration.clientId && shortId(view().integration.clientId ?? "")}</span></span></li></ul>
        <p>${s.staysAudit}</p>
        ${netsuitePath(paths.auditTrail)}
      </div>
    </details>`;
  }

  /** @param {Extract<Access, { kind: "sign-in" }>} by @param {AccessView} known */
  function plate(by, known) {
    const until = html`<time datetime="${by.expiresAt}">${time(by.expiresAt)}</time>`;
    const of = view().account?.accountId ?? "";
    return html`<div class="plate" id="signed-in">
        <div class="plate-head">
          <h2 class="plate-title" id="sign-in-title" tabindex="-1">${badge("ok", "ok", s.signedIn)}<span class="small soft">${known.staysSignedIn ? s.untilStay(until) : s.until(until)}</span></h2>
          <div class="actions actions-tight">${button({ act: "sign-in-anew", label: s.other, kind: "button-plain" })}${button({ act: "sign-in-end", label: s.end, busy: s.ending })}</div>
        </div>
        <dl class="plate-cells">
          ${cell(s.account, by.account, s.accountNote(of), "account")}
          ${cell(s.role, by.role, s.roleNote, "role")}
          ${cell(s.entity, by.entity, s.entityNote, "entity")}
          ${cell(s.scopes, by.scopes.length > 0 ? strings.prove.granted(by.scopes.length) : null, by.scopes.join(", "), "scopes")}
        </dl>
      </div>
      ${by.ofAnotherRecord && callout({ tone: "note", title: s.otherRecord, body: html`<p>${s.otherRecordBody}</p>` })}
      ${known.hasClientSecret && secretThere()}
      ${failurePlace()}${then(null)}`;
  }

  /** @param {Part} more */
  function then(more) {
    const first = end();
    return (first || more) && html`<div class="actions">${first}${more}</div>`;
  }

  /** @param {Extract<Access, { kind: "certificate" }>} by */
  function byCertificate(by) {
    return html`<h2 id="sign-in-title" tabindex="-1">${s.byCertificate}</h2>
    <p>${s.byCertificateBody(shortId(by.certificateId), whoIs(by))}</p>
    ${failurePlace()}
    ${then(button({ act: "sign-in-anew", label: s.instead }))}`;
  }
}

/**
 * The fields that a browser sign-in needs on the record, beside those of step 4. The list of
 * certificates is read with the scope of REST web services, although its host is another.
 * @param {string} redirectUri @param {boolean} isPublic @param {Scope[] | null} asked null where the scopes stand beside it
 */
export const recordFields = (redirectUri, isPublic, asked) => html`<dl class="facts facts-netsuite" id="sign-in-fields">
  <div class="facts-row"><dt>${labels.codeGrant}</dt><dd>${s.tick}</dd></div>
  <div class="facts-row"><dt>${labels.redirectUri}</dt><dd>${copyFact(redirectUri, labels.redirectUri, html`<span class="mono">${redirectUri}</span>`)}</dd></div>
  <div class="facts-row"><dt>${labels.publicClient}</dt><dd>${isPublic ? s.tick : s.untick}</dd></div>
  ${asked && html`<div class="facts-row"><dt>${labels.scope}</dt><dd>${[...new Set([...asked, /** @type {Scope} */ ("rest_webservices")])].map((scope) => scopes[scope]).join(", ")}</dd></div>`}
</dl>`;

const needsRecord = () => html`<p>${s.needsRecord}</p><div class="actions">${button({ act: "go-to-step", step: "integration", label: s.goToRecord })}</div>`;

/** @param {string} name @param {string | null} value @param {string} note @param {string} fact */
const cell = (name, value, note, fact) => html`<div class="plate-cell"><dt>${name}</dt><dd data-fact="${fact}">${value ?? s.unsaid}<span class="facts-note">${note}</span></dd></div>`;

/** Moves the focus to what has become true. @param {string} id */
function show(id) {
  const element = id ? document.getElementById(id) : null;
  element?.focus({ preventScroll: true });
  keepInSight(element);
}
