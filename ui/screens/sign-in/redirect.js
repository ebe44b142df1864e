// @ts-check
// How NetSuite's answer comes back to Certdesk: by the app's own certdesk:// links, or through a web
// page whose address is pasted. What each browser does, and what to do where a link doesn't open.

import { callout } from "../../elements/callout.js";
import { button } from "../../elements/button.js";
import { field } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { AccessView, LinksView, WaitingSignIn } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

/** @typedef {"app" | "page"} Way */

const s = strings.signIn.way;

/**
 * The choice, and what the one chosen needs.
 * @param {AccessView} known @param {{ way: Way, webPage: string }} typed
 */
export const wayFields = (known, { way, webPage }) => html`<fieldset class="field"><legend class="field-label">${s.title}</legend>
    <div class="choice-cards">
      <label class="choice-card"><input type="radio" id="way-app" name="sign-in-way" value="app" ${flag("checked", way === "app")} /><span class="choice-card-title">${s.app}</span><span class="choice-card-note">${s.appNote}</span></label>
      <label class="choice-card"><input type="radio" id="way-page" name="sign-in-way" value="page" ${flag("checked", way === "page")} /><span class="choice-card-title">${s.page}</span><span class="choice-card-note">${s.pageNote}</span></label>
    </div>
  </fieldset>
  ${way === "app" ? linksCallout(known.links) : pageFields(known, webPage)}`;

/** @param {AccessView} known @param {string} webPage */
const pageFields = ({ practicePage }, webPage) => html`<section class="part part-tight" aria-labelledby="sign-in-page-title" id="sign-in-page-fields">
  <h3 class="h3" id="sign-in-page-title" tabindex="-1">${s.pageTitle}</h3>
  ${practicePage ? html`<p class="small">${s.practice}</p>` : html`<ol class="acts acts-tight">${s.steps.map((words, index) => html`<li class="act"><div class="stack stack-tight"><p class="small">${words}</p>${index === 0 && html`<div class="actions">${button({ act: "sign-in-save-page", label: s.save, busy: s.saving })}</div>`}</div></li>`)}</ol>`}
  ${field({ id: "sign-in-page", label: s.address, value: webPage, hint: s.addressHint, mono: true })}
  ${!practicePage && html`<p class="small soft">${s.safe}</p>`}
</section>`;

/** What stands against the app's own links on this computer; null where nothing does. @param {LinksView} links */
function linksCallout({ openedBy, canRegister }) {
  if (openedBy.kind === "this") return null;
  const title = openedBy.kind === "other" ? s.openedByOther(openedBy.program) : openedBy.kind === "none" ? s.openedByNone : s.openedByUnknown;
  const body = canRegister ? s.canRegister : s.cannotRegister;
  return callout({ tone: "warn", id: "links-missing", title, body: html`<p>${body}</p>`, actions: canRegister ? button({ act: "links-register", label: s.register, busy: s.registering }) : null });
}

/** What to do in the browser, by the way it comes back. @param {WaitingSignIn} wait @param {boolean} practice */
export const steps = ({ page }, practice) => (page === null ? s.actsApp : s.actsPage(practice ? page : host(page), practice)).map((words) => html`<li class="act"><p class="small">${words}</p></li>`);

/**
 * Where the browser ended: the field for the address, and on the app's own way what each browser does.
 * @param {WaitingSignIn} wait @param {LinksView} links
 */
export function landed({ page }, links) {
  const paste = html`<form class="part part-tight" novalidate aria-labelledby="sign-in-landed">
    <h3 class="h3" id="sign-in-landed">${page === null ? s.pasteApp : s.pastePage}</h3>
    <p class="small soft">${page === null ? s.pasteAppNote : s.pastePageNote}</p>
    <div class="field-line">${field({ id: "landed-address", label: s.pasteLabel, value: "", mono: true })}${button({ act: "sign-in-paste", label: s.pasteAct, busy: s.pasting, kind: page === null ? "" : "button-primary", submit: true })}</div>
  </form>`;
  if (page !== null) return paste;
  return html`${linksCallout(links)}<section class="part part-tight" aria-labelledby="sign-in-browsers">
      <h3 class="h3" id="sign-in-browsers">${s.browsers}</h3>
      <dl class="facts facts-words">${s.each.map(([name, does]) => html`<div class="facts-row"><dt>${name}</dt><dd>${does}</dd></div>`)}</dl>
      <div class="actions">${button({ act: "sign-in-by-page", label: s.instead, busy: s.insteadBusy })}</div>
    </section>
    ${paste}`;
}

/**
 * The same for About: who opens the links now, and the act that changes it.
 * @param {LinksView} links @returns {Part}
 */
export function linksLine({ openedBy, canRegister, canUnregister }) {
  const words = openedBy.kind === "this" ? s.openedByThis : openedBy.kind === "other" ? s.openedByOther(openedBy.program) : openedBy.kind === "none" ? s.openedByNone : s.openedByUnknown;
  const register = canRegister && openedBy.kind !== "this" && button({ act: "links-register", id: "links-register", label: s.register, busy: s.registering });
  const unregister = canUnregister && button({ act: "links-unregister", id: "links-unregister", label: s.unregister, busy: s.unregistering });
  return html`<p class="small" id="links-state" data-opened-by="${openedBy.kind}">${words}</p>
    ${(register || unregister) && html`<div class="actions">${register}${unregister}</div>`}
    ${canUnregister && html`<p class="small soft">${s.unregisterNote}</p>`}`;
}

/** @param {string} address */
function host(address) {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
