// @ts-check
// A private key is in wrong hands: every use of it, what can still happen, and the order of events
// that the user chooses knowing its cost.

import { callout } from "../elements/callout.js";
import { failureCallout } from "../elements/failure.js";
import { copyField } from "../elements/copy.js";
import { button, failurePlace, netsuitePath, pageHead } from "../elements/parts.js";
import { readBoard } from "../lib/app.js";
import { backend } from "../lib/backend.js";
import { drafts } from "../lib/drafts.js";
import { capital, hasEnded, idInSixes, list, recentTime } from "../lib/format.js";
import { flag, html } from "../lib/html.js";
import { hashOf } from "../lib/router.js";
import { toast } from "../lib/toast.js";
import { strings } from "../strings/en.js";
import { paths } from "../strings/netsuite.js";
import { accessLine } from "./access-line.js";
import { practiceBar } from "./practice.js";
import { revocation } from "./rotate-dialogs.js";
import { nameOfTarget } from "./rotate-words.js";
import { vaultCallout } from "./vault.js";

/** @import { LeakUse, RotationOrder } from "../types/ipc.d.ts" */
/** @import { Page, Screen } from "../lib/page.js" */

const s = strings.leak;

/** @param {Page} page @param {{ id: string, credentialId: string }} route @returns {Promise<Screen>} */
export async function openLeak(page, { id, credentialId }) {
  let [view, leak] = await Promise.all([backend.connection.read(id), backend.leak.read(id, credentialId)]);
  const kept = drafts(`${id}/leak`);

  const credential = () => view.credentials.find((credential) => credential.id === credentialId) ?? null;
  const isRevoked = () => credential()?.state === "revoked";
  /** @returns {RotationOrder} */
  const order = () => (isRevoked() || kept.get("leak-order", "replace-first") === "revoke-first" ? "revoke-first" : "replace-first");
  const systems = () => [...new Set(leak.uses.map(({ target }) => nameOfTarget(target)))];
  const target = () => list(systems());
  const draw = () => page.isShown(screen) && page.draw();

  /** @type {Screen} */
  const screen = {
    name: "leak",
    title: () => `${s.title}: ${view.name}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.sub(list(leak.uses.map(({ connectionName }) => connectionName))), practice: view.practice, back: { label: view.name, route: { screen: "connection", id } } })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${isRevoked() ? callout({ id: "revoked", tone: "ok", title: s.revokedTitle, body: html`<p>${s.revokedBody}</p>` }) : callout({ tone: "danger", title: s.badTitle, body: html`<p>${s.badBody}</p>${netsuitePath(paths.auditTrail)}` })}
      ${copyField({ label: s.id, value: leak.certificateId, shown: idInSixes(leak.certificateId) })}
      ${isRevoked() ? null : choice()}
      ${acts()}
      ${uses()}
      ${tokens()}
    </div>`,
    drafts: () => kept,
    chosen: (element) => {
      if (element instanceof HTMLInputElement && element.name === "leak-order") draw();
    },
    acts: {
      replace: () => page.go({ screen: "rotate", id, reason: "leak", order: order() }),
      "revoke-now": async () => {
        const told = await revocation({
          name: "revoke-leaked",
          title: s.revokeTitle,
          certificateId: leak.certificateId,
          users: systems().length === 1 ? s.usersOne(capital(target())) : s.usersMany(capital(target())),
          work: (typed) => backend.leak.revoke(id, leak.certificateId, typed),
        });
        if (!told) return;
        leak = told;
        view = await backend.connection.read(id);
        void readBoard();
        draw();
        document.getElementById("replace")?.focus({ preventScroll: true });
        toast(s.revoked);
      },
      "try-again": () => void page.show(() => openLeak(page, { id, credentialId })),
    },
  };
  return screen;

  function choice() {
    return html`<fieldset class="part" id="leak-order"><legend class="h2">${s.orderTitle}</legend>
      <div class="choice-cards">${ORDERS.map((one) => html`<label class="choice-card"><input type="radio" name="leak-order" id="order-${one}" value="${one}" ${flag("checked", order() === one)} /><span class="choice-card-title">${s.order[one].title}</span><span class="choice-card-note">${s.order[one].note(target())}</span></label>`)}</div>
    </fieldset>`;
  }

  function acts() {
    const { rotation } = view;
    const obstacle = !isRevoked() && order() === "revoke-first" ? leak.revokeObstacle : null;
    return html`<div class="stack stack-tight" data-part>
      ${obstacle && html`<div id="obstacle" data-obstacle="${obstacle.kind}">${failureCallout(obstacle)}</div>`}
      ${failurePlace()}
      <div class="actions">${rotation ? html`<a class="button button-primary" id="open-rotation" href="${hashOf({ screen: "rotate", id, reason: null, order: null })}">${s.open}</a>` : null}
        ${!isRevoked() && order() === "revoke-first" && button({ act: "revoke-now", id: "revoke-now", label: s.revokeNow, kind: rotation ? "button-danger" : "button-destroy", disabled: obstacle !== null })}
        ${!rotation && (isRevoked() || order() === "replace-first") && button({ act: "replace", id: "replace", label: isRevoked() ? s.makeNew : s.replace, kind: "button-primary" })}
      </div>
      ${!isRevoked() && html`<p class="small soft">${s.access}: ${accessLine(leak.access, id)}</p>`}
    </div>`;
  }

  function uses() {
    const files = leak.uses.some(({ exportedTo }) => exportedTo.length > 0);
    return html`<section class="part" aria-labelledby="uses"><div class="part-head"><h2 id="uses">${s.usesTitle}</h2><p class="part-note">${s.usesNote}</p></div>
      <div class="table-frame" tabindex="0" role="region" aria-label="${s.table}"><table class="table">
        <caption class="visually-hidden">${s.caption}</caption>
        <thead><tr><th scope="col">${s.columns.client}</th><th scope="col">${s.columns.target}</th><th scope="col">${s.columns.files}</th><th scope="col"><span class="visually-hidden">${s.columns.act}</span></th></tr></thead>
        <tbody>${leak.uses.map(use)}</tbody>
      </table></div>
      ${files && html`<p class="part-note">${s.filesNote}</p>`}
    </section>`;
  }

  /** @param {LeakUse} use */
  function use({ connectionId, connectionName, accountId, target, exportedTo, rotation }) {
    return html`<tr data-connection="${connectionId}">
      <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "connection", id: connectionId })}">${connectionName}</a><span class="cell-note">${accountId && html`<span class="mono">${accountId}</span>`}</span></span></th>
      <td>${capital(nameOfTarget(target))}</td>
      <td>${exportedTo.length === 0 ? html`<span class="soft">${s.noFiles}</span>` : exportedTo.map((path) => html`<span class="mono file-line">${path}</span>`)}</td>
      <td class="table-act">${connectionId !== id && html`<a class="button" href="${hashOf({ screen: "rotate", id: connectionId, reason: "leak", order: order() })}">${rotation ? s.open : s.replace}<span class="visually-hidden"> ${s.openNamed(connectionName)}</span></a>`}</td>
    </tr>`;
  }

  function tokens() {
    const known = leak.uses.map(({ lastTokenUntil }) => lastTokenUntil).filter((until) => until !== null && !hasEnded(until)).sort().at(-1);
    return html`<section class="part part-tight" aria-labelledby="tokens"><h2 id="tokens">${s.tokensTitle}</h2><p>${known ? s.tokensKnown(recentTime(known)) : s.tokensUnknown} ${s.tokensRest}</p></section>`;
  }
}

/** @type {RotationOrder[]} */
const ORDERS = ["replace-first", "revoke-first"];
