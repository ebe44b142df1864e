// @ts-check
// A connection ends: its certificates are revoked, the last one included; whoever uses it is told;
// then it is removed from this computer. Each step can be left for later, none is hidden.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { daysRule } from "../../elements/days-left.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { offerUndo } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { forgetDrafts } from "../../lib/drafts.js";
import { select, valueOf } from "../../elements/form.js";
import { capital, day, recent, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { forgetSearch } from "../setup/key-generation.js";
import { hashOf } from "../../window/router.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { practiceBar } from "../practice/bar.js";
import { forgetOutcome } from "../connection/token-result.js";
import { revokeByHand } from "../certificates/revoke-by-hand.js";
import { revokeWithSignIn } from "../certificates/revoke-after-sign-in.js";
import { revocation } from "../rotation/confirmations.js";
import { targetName } from "../../lib/connection-facts.js";

/** @import { EndingCertificate, EndingView } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.ending;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openEnd(page, { id }) {
  let ending = await backend.ending.read(id);
  /** Which one an administrator revokes. @type {string | null} */
  let chosen = null;

  const view = () => ending.connection;
  const draw = () => page.isShown(screen) && page.draw();
  const canAsk = () => view().integration.clientId !== null;
  /** @param {string} certificateId */
  const certificate = (certificateId) => ending.certificates.find((known) => known.certificateId === certificateId) ?? null;

  const revoking = revokeWithSignIn({
    page,
    view,
    draw,
    obstacle: (certificateId) => certificate(certificateId)?.obstacle ?? null,
    read: async () => void (ending = await backend.ending.read(id)),
    ask: (certificateId, work) => {
      const vendor = certificate(certificateId)?.vendor;
      return revocation({
        name: "revoke-ending",
        title: s.dialogTitle,
        certificateId,
        users: vendor ? s.dialogVendor(vendor) : s.dialogUsers(capital(targetName(view()))),
        work: (typed) => work(() => backend.ending.revoke(id, certificateId, typed)),
      });
    },
    done: (/** @type {EndingView} */ told) => take(told),
    words: { title: s.signInTitle, cancel: s.signInCancel },
  });

  /** @param {EndingView} told */
  function take(told) {
    ending = told;
    void readBoard();
    draw();
    document.getElementById("tell")?.focus({ preventScroll: true });
    toast(s.revoked);
  }

  /** @type {Screen} */
  const screen = {
    name: "end",
    title: () => `${s.title}: ${view().name}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.sub, practice: view().practice, back: { label: view().name, route: { screen: "connection", id } } })}
      ${view().practice && practiceBar()}
      ${certificates()}
      ${tell()}
      ${remove()}
    </div>`,
    typed: revoking.part.typed,
    chosen: (element) => {
      if (element.id !== "which-certificate") return revoking.part.chosen(element);
      chosen = valueOf("which-certificate");
      draw();
    },
    entered: revoking.part.entered,
    left: revoking.part.left,
    acts: {
      ...revoking.acts,
      revoke: (pressed) => revoking.revoke(pressed.dataset.certificate ?? ""),
      "revoked-by-hand": (pressed) =>
        page.run(pressed, async () => {
          await backend.certificate.revokedByHand(id, pressed.dataset.certificate ?? "");
          take(await backend.ending.read(id));
        }),
      "export-history": (pressed) =>
        page.run(pressed, async () => {
          const path = await backend.history.export(id);
          if (path !== null) toast(strings.connection.historyExported(path));
        }),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
      "try-again": () => void page.show(() => openEnd(page, { id })),
      remove: removeIt,
    },
  };
  return screen;

  async function removeIt() {
    const { name, removalPhrase } = view();
    let removed = "";
    await confirmDialog({
      name: "remove",
      title: strings.removal.title(name),
      body: html`<ul class="dialog-list"><li>${icon("stop")}<span>${strings.removal.keys}</span></li>${ending.certificates.length > 0 && html`<li>${icon("info")}<span>${strings.removal.netsuite}</span></li>`}<li>${icon("file")}<span>${strings.removal.files}</span></li></ul>`,
      act: strings.removal.act,
      typed: removalPhrase,
      work: async () => void (removed = await backend.connection.remove(id, valueOf("typed").trim())),
    });
    if (removed === "") return;
    offerUndo({ name, note: strings.undo.connection, undo: () => backend.removed.bringBack(removed) });
    forgetDrafts(`${id}/`);
    forgetSearch(id);
    forgetOutcome(id);
    page.go({ screen: "connections" });
  }

  function certificates() {
    const [first] = ending.certificates;
    const byHand = ending.certificates.find(({ certificateId }) => certificateId === chosen) ?? first;
    const wanted = revoking.wanted();
    return html`<section class="part" data-part aria-labelledby="revoke-title"><h2 id="revoke-title">${s.step(1, s.revokeTitle)}</h2>
      ${!byHand
        ? callout({ id: "none-active", tone: "ok", title: s.none, body: html`<p>${s.noneNote}</p>` })
        : html`<p>${s.revokeNote}</p>
          ${view().rotation && callout({ id: "rotation-first", tone: "warn", sign: "rotate", title: s.rotationTitle, body: html`<p>${s.rotationBody}</p>`, actions: html`<a class="button" href="${hashOf({ screen: "rotate", id, reason: null, order: null })}">${s.openRotation}</a>` })}
          <div class="table-frame" tabindex="0" role="region" aria-label="${s.table}"><table class="table table-creds" id="ending-certificates">
            <caption class="visually-hidden">${s.table}</caption>
            <thead><tr><th scope="col">${s.columns.id}</th><th scope="col">${s.columns.holder}</th><th scope="col">${s.columns.until}</th><th scope="col"><span class="visually-hidden">${s.columns.act}</span></th></tr></thead>
            <tbody>${ending.certificates.map(line)}</tbody>
          </table></div>
          ${wanted === null && canAsk() && ending.certificates.some(({ obstacle }) => obstacle) && html`<p class="small soft" id="sign-in-first">${ending.certificates.some(({ obstacle }) => obstacle?.kind === "revokes-itself") ? s.signInFirst : s.signInFirstNone}</p>`}
          ${failurePlace()}
          ${revoking.html(wanted !== null && certificate(wanted)?.obstacle?.kind === "revokes-itself" ? strings.leak.whySignIn : strings.leak.whySignInNone)}
          ${revokeByHand({ view: view(), certificateId: byHand.certificateId, leaked: false, open: !canAsk(), choice: ending.certificates.length > 1 && select({ id: "which-certificate", label: s.which, value: byHand.certificateId, options: ending.certificates.map(({ certificateId }) => ({ value: certificateId, label: shortId(certificateId) })) }) })}`}
    </section>`;
  }

  /** @param {EndingCertificate} certificate */
  function line({ certificateId, vendor, validUntil, daysLeft }) {
    return html`<tr data-certificate="${certificateId}">
      <th scope="row"><span class="id-line"><span class="id">${shortId(certificateId)}</span>${copyButton(certificateId, `${s.columns.id} ${certificateId.slice(0, 6)}`)}</span></th>
      <td>${vendor ? s.vendor(vendor) : s.ours}</td>
      <td>${daysRule(daysLeft, validUntil)}</td>
      <td class="table-act">${canAsk() && !view().rotation && html`<button class="button button-danger" type="button" data-act="revoke" data-certificate="${certificateId}">${s.revoke}<span class="visually-hidden"> ${s.revokeNamed(certificateId.slice(0, 6))}</span></button>`}</td>
    </tr>`;
  }

  /** What is sent to whoever uses it: as text, for any mail. */
  function message() {
    const { message } = s;
    const { account, credentials, name, integration } = view();
    const revoked = credentials.filter(({ revoked }) => revoked);
    const vendors = ending.certificates.filter(({ vendor }) => vendor);
    return [
      message.head(name, account?.accountId ?? ""),
      ...revoked.map(({ certificateId, revoked }) => message.revoked(certificateId, revoked ? recent(revoked.at) : "")),
      ...ending.certificates.map(({ certificateId, validUntil }) => message.active(certificateId, day(validUntil))),
      "",
      message.target(capital(targetName(view()))),
      ...vendors.map(({ vendor, certificateId }) => message.vendor(vendor ?? "", certificateId)),
      message.administrator(integration.name),
    ].join("\n");
  }

  function tell() {
    const text = message();
    const files = view().credentials.flatMap(({ exportedKey }) => (exportedKey ? [exportedKey.path] : []));
    return html`<section class="part" aria-labelledby="tell"><div class="part-head"><h2 id="tell" tabindex="-1">${s.step(2, s.tellTitle)}</h2>${copyButton(text, s.copy, { word: true })}</div>
      <p class="part-note">${s.tellNote}</p>
      <div class="code"><pre class="code-text" id="tell-text">${text}</pre></div>
      ${files.length > 0 && html`<div class="stack stack-tight"><h3 class="h3">${s.filesTitle}</h3>${files.map((path) => html`<span class="mono file-line">${path}</span>`)}</div>`}
    </section>`;
  }

  function remove() {
    const active = ending.certificates.length;
    return html`<section class="part" data-part aria-labelledby="remove-title"><h2 id="remove-title">${s.step(3, s.removeTitle)}</h2>
      <p>${s.removeNote}</p>
      ${active > 0 && callout({ id: "still-active", tone: "warn", title: s.stillActive(active) })}
      ${failurePlace()}
      <div class="actions">${button({ act: "remove", id: "remove", label: s.remove, kind: "button-danger" })}${view().history.length > 0 && button({ act: "export-history", id: "export-history", label: s.saveHistory, busy: s.savingHistory })}</div>
    </section>`;
  }
}
