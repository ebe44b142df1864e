// @ts-check
// A private key is in wrong hands: one line from here to its revocation, by Certdesk or by an
// administrator; then the replacement. Below, every use of the key and what can still happen.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyField } from "../../elements/copy.js";
import { failureCallout } from "../../elements/failure.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages, pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { breakable, capital, hasEnded, idInSixes, list, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { accessLine } from "../sign-in/access-line.js";
import { practiceBar } from "../practice/bar.js";
import { revokeByHand } from "../certificates/revoke-by-hand.js";
import { revokeWithSignIn } from "../certificates/revoke-after-sign-in.js";
import { revocation } from "../rotation/confirmations.js";
import { nameOfTarget } from "../../lib/connection-facts.js";
import { vaultCallout } from "../vault/status.js";

/** @import { LeakUse, LeakView } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.leak;

/** @param {Page} page @param {{ id: string, credentialId: string }} route @returns {Promise<Screen>} */
export async function openLeak(page, { id, credentialId }) {
  let [view, leak] = await Promise.all([backend.connection.read(id), backend.leak.read(id, credentialId)]);

  const credential = () => view.credentials.find((credential) => credential.id === credentialId) ?? null;
  const isRevoked = () => credential()?.state === "revoked";
  const systems = () => [...new Set(leak.uses.map(({ target }) => nameOfTarget(target)))];
  const target = () => list(systems());
  const draw = () => page.isShown(screen) && page.draw();
  /** Without a Client ID nothing can be asked of NetSuite. */
  const canAsk = () => view.integration.clientId !== null;

  const revoking = revokeWithSignIn({
    page,
    view: () => view,
    draw,
    obstacle: () => leak.revokeObstacle,
    read,
    ask: (certificateId, work) =>
      revocation({
        name: "revoke-leaked",
        title: s.revokeTitle,
        certificateId,
        users: s.revokeNote(target()),
        work: (typed) => work(() => backend.leak.revoke(id, certificateId, typed)),
      }),
    done: async (/** @type {LeakView} */ told) => {
      leak = told;
      view = await backend.connection.read(id);
      over();
    },
    words: { title: s.signInTitle, cancel: s.signInCancel },
  });

  async function read() {
    [view, leak] = await Promise.all([backend.connection.read(id), backend.leak.read(id, credentialId)]);
  }

  /** It is shut out: the next act is the replacement. */
  function over() {
    void readBoard();
    draw();
    document.getElementById("replace")?.focus({ preventScroll: true });
    toast(credential()?.revoked?.by === "word" ? s.wordTitle : s.revokedTitle);
  }

  /** @type {Screen} */
  const screen = {
    name: "leak",
    title: () => `${s.title}: ${view.name}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.sub(list(leak.uses.map(({ connectionName }) => connectionName))), practice: view.practice, back: { label: view.name, route: { screen: "connection", id } } })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${isRevoked() ? shutOut() : callout({ tone: "danger", title: s.badTitle, body: html`<p>${s.badBody}</p>${netsuitePath(paths.auditTrail)}`, actions: openPages(view.practice, "audit-trail") })}
      ${isRevoked() ? next() : html`${copyField({ label: s.id, value: leak.certificateId, shown: idInSixes(leak.certificateId) })}${acts()}`}
      ${uses()}
      ${tokens()}
    </div>`,
    typed: revoking.part.typed,
    chosen: revoking.part.chosen,
    entered: revoking.part.entered,
    left: revoking.part.left,
    acts: {
      ...revoking.acts,
      replace: () => page.go({ screen: "rotate", id, reason: "leak", order: isRevoked() ? "revoke-first" : "replace-first" }),
      "revoke-now": () => revoking.revoke(leak.certificateId),
      "revoked-by-hand": (pressed) =>
        page.run(pressed, async () => {
          await backend.certificate.revokedByHand(id, leak.certificateId);
          await read();
          over();
        }),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
      "try-again": () => void page.show(() => openLeak(page, { id, credentialId })),
    },
  };
  return screen;

  /** The certificate is revoked: who says so, and since when. */
  function shutOut() {
    const revoked = credential()?.revoked;
    if (revoked?.by === "word") return callout({ id: "revoked", tone: "warn", title: s.wordTitle, body: html`<p>${s.wordBody(recentTime(revoked.at))}</p>`, actions: canAsk() && html`<a class="button" id="check-list" href="${hashOf({ screen: "certificates", id })}">${s.checkList}</a>` });
    return callout({ id: "revoked", tone: "ok", title: s.revokedTitle, body: html`<p>${s.revokedBody}</p>` });
  }

  function next() {
    return html`<div class="actions">${view.rotation ? openRotation() : button({ act: "replace", id: "replace", label: s.makeNew, kind: "button-primary" })}</div>`;
  }

  const openRotation = () => html`<a class="button button-primary" id="open-rotation" href="${hashOf({ screen: "rotate", id, reason: null, order: null })}">${s.open}</a>`;

  function acts() {
    const asking = revoking.wanted() !== null;
    const obstacle = leak.revokeObstacle;
    const signIn = obstacle && ["sign-in-needed", "revokes-itself"].includes(obstacle.kind);
    // What neither a sign-in nor anybody here can mend.
    const dead = obstacle && !signIn ? obstacle : null;
    return html`<section class="part" data-part aria-labelledby="shut-out"><h2 id="shut-out">${s.actTitle}</h2>
      ${!canAsk() && html`<p>${s.noClientId}</p>`}
      ${dead && html`<div id="obstacle" data-obstacle="${dead.kind}">${failureCallout(dead)}</div>`}
      ${canAsk() && !asking && !dead && html`<div class="card-head act-line"><p class="small grow">${s.revokeNote(target())}${signIn && html` ${s.revokeNoteSignIn}`}</p>${button({ act: "revoke-now", id: "revoke-now", label: s.revokeNow, kind: "button-destroy" })}</div>`}
      ${failurePlace()}
      ${revoking.html(obstacle?.kind === "revokes-itself" ? s.whySignIn : s.whySignInNone)}
      ${revokeByHand({ view, certificateId: leak.certificateId, leaked: true, open: !canAsk() })}
      ${!asking && html`<h3 class="h3">${s.orReplace}</h3>
        <div class="card-head act-line"><p class="small soft grow">${s.replaceNote}</p>${view.rotation ? openRotation() : button({ act: "replace", id: "replace", label: s.replace })}</div>`}
      ${canAsk() && !asking && !obstacle && html`<p class="small soft">${s.access(accessLine(leak.access, id))}</p>`}
    </section>`;
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
      ${leak.uses.some(({ storedIn }) => storedIn.length > 0) && html`<p class="part-note" id="delete-in-stores">${s.storesNote}</p>`}
    </section>`;
  }

  /** @param {LeakUse} use */
  function use({ connectionId, connectionName, accountId, target, exportedTo, storedIn, rotation }) {
    return html`<tr data-connection="${connectionId}">
      <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "connection", id: connectionId })}">${connectionName}</a><span class="cell-note">${accountId && html`<span class="mono">${accountId}</span>`}</span></span></th>
      <td>${capital(nameOfTarget(target))}</td>
      <td>${exportedTo.length + storedIn.length === 0 && html`<span class="soft">${s.noFiles}</span>`}${exportedTo.map((path) => html`<span class="mono file-line">${path}</span>`)}${storedIn.map(({ store, location }) => html`<span class="file-line">${strings.secretStores.label[store]}: ${breakable(location)}</span>`)}</td>
      <td class="table-act">${connectionId !== id && html`<a class="button" href="${hashOf({ screen: "rotate", id: connectionId, reason: "leak", order: isRevoked() ? "revoke-first" : "replace-first" })}">${rotation ? s.open : s.replaceOther}<span class="visually-hidden"> ${s.openNamed(connectionName)}</span></a>`}</td>
    </tr>`;
  }

  function tokens() {
    const known = leak.uses.map(({ lastTokenUntil }) => lastTokenUntil).filter((until) => until !== null && !hasEnded(until)).sort().at(-1);
    return html`<section class="part part-tight" aria-labelledby="tokens"><h2 id="tokens">${s.tokensTitle}</h2><p>${known ? s.tokensKnown(recentTime(known)) : s.tokensUnknown} ${s.tokensRest}</p></section>`;
  }
}
