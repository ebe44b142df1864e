// @ts-check
// A sandbox was refreshed: for all connections of its account at once. Marks the mappings as gone,
// re-creates them after one sign-in, and says who has to be told.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages, pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { capital, shortId } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { keepVisible } from "../../lib/scrolling.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { paths } from "../../strings/netsuite.js";
import { accessLine } from "../sign-in/access-line.js";
import { practiceBar } from "../practice/bar.js";
import { forgetRun, isRunning, runSeveral, watchRuns } from "./active-runs.js";
import { nameOfTarget } from "../../lib/connection-facts.js";
import { isTrue } from "./facts.js";
import { canRun, lineAct, lineState, rotationOf } from "./several-rows.js";
import { vaultCallout, vaultReady } from "../vault/status.js";

/** @import { AccountConnection } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.refreshed;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openRefreshed(page, { id }) {
  const view = await backend.connection.read(id);
  let account = await backend.accountConnections.read(id);
  for (const connection of account.connections) forgetRun(connection.id);
  let chosen = new Set(account.connections.filter(selectable).map(({ id }) => id));
  let stop = () => {};

  function title() {
    if (account.practice) return s.title.practice(marked());
    return (view.account?.environment === "release-preview" ? s.title.preview : s.title.sandbox)(account.accountId, marked());
  }
  const draw = () => page.isShown(screen) && page.draw();
  /** Whatever has no certificate has nothing that a refresh could take. */
  const concerned = () => account.connections.filter(({ certificateId, gone, rotation }) => certificateId !== null || gone || rotation);
  const marked = () => account.connections.some(({ gone, rotation }) => gone || rotation?.reason === "sandbox-refreshed");
  const running = () => account.connections.some((connection) => isRunning(connection.id));
  const signedOut = () => account.access.by.kind === "none";

  async function readAgain() {
    account = await backend.accountConnections.read(id);
    draw();
  }

  /** @type {Screen} */
  const screen = {
    name: "refreshed",
    title,
    html: () => html`<div class="page-column">
      ${pageHead({ title: title(), sub: s.sub, practice: account.practice, back: { label: view.name, route: { screen: "connection", id } } })}
      ${account.practice && practiceBar()}
      ${vaultCallout()}
      ${marked() ? afterwards() : before()}
    </div>`,
    chosen: (element) => {
      if (!(element instanceof HTMLInputElement) || !element.dataset.choose) return;
      if (element.checked) chosen.add(element.dataset.choose);
      else chosen.delete(element.dataset.choose);
      draw();
    },
    entered: () => {
      stop = watchRuns((told) => {
        if (account.connections.some((connection) => connection.id === told)) draw();
      });
    },
    left: () => stop(),
    acts: {
      mark: async () => {
        const sure = await confirmDialog({
          name: "mark-gone",
          title: s.markTitle(concerned().length),
          body: html`<ul class="dialog-list"><li>${icon("stop")}<span>${s.markBody}</span></li><li>${icon("info")}<span>${s.markBack}</span></li></ul>`,
          act: s.markAct,
          kind: "primary",
          work: async () => {
            account = await backend.accountConnections.markRefreshed(id);
          },
        });
        if (!sure) return;
        chosen = new Set(account.connections.filter(selectable).map(({ id }) => id));
        void readBoard();
        draw();
        page.focusHeading();
        toast(s.marked);
      },
      start: async () => {
        const lines = account.connections.filter((connection) => chosen.has(connection.id) && selectable(connection));
        if (lines.length === 0) return announce(s.nothing);
        const work = runSeveral(lines);
        draw();
        await work;
        await readAgain();
        const tell = document.getElementById("tell");
        tell?.focus({ preventScroll: true });
        keepVisible(tell);
      },
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
      "try-again": () => void page.show(() => openRefreshed(page, { id })),
    },
  };
  return screen;

  function before() {
    return html`<section class="part" aria-labelledby="what"><h2 id="what">${s.whatTitle}</h2>
        <ul class="dialog-list">${s.what.map((fact) => html`<li>${icon("info")}<span>${fact}</span></li>`)}</ul>
      </section>
      ${look()}
      ${table(false)}
      ${failurePlace()}
      <div class="step-foot page-foot">${button({ act: "mark", id: "mark", label: s.mark, kind: "button-primary", disabled: concerned().length === 0 })}<p class="step-foot-note">${s.markFirst}</p></div>`;
  }

  function afterwards() {
    const open = account.connections.filter(selectable);
    return html`${signedOut() && callout({ id: "one-sign-in", tone: "accent", title: s.signInTitle, body: html`<p>${s.signInBody}</p>`, actions: button({ act: "open-sign-in", id: "sign-in", label: s.signIn, kind: "button-primary" }) })}
      ${open.length > 0 && !running() && look()}
      ${table(open.length > 0 && !running())}
      ${tell()}
      ${open.length > 0 && !running() && html`${failurePlace()}<div class="step-foot page-foot">
        ${button({ act: "start", id: "start", label: s.start([...chosen].filter((one) => open.some(({ id }) => id === one)).length), kind: signedOut() ? "" : "button-primary", disabled: signedOut() || chosen.size === 0 || !vaultReady() })}
        <p class="step-foot-note">${vaultReady() ? s.note : strings.rotation.preview.noVault}</p>
      </div>`}`;
  }

  function look() {
    return html`<section class="part part-tight" aria-labelledby="look"><div class="card-head"><h2 id="look">${s.check}</h2>${openPages(account.practice, "integrations")}</div>${netsuitePath(paths.integrations)}<p class="small soft">${s.checkNote}</p></section>`;
  }

  /** @param {boolean} choosing */
  function table(choosing) {
    return html`<section class="part" aria-labelledby="of-account">
    <div class="part-head"><h2 id="of-account">${s.connections}</h2>${!signedOut() && marked() && html`<p class="part-note">${accessLine(account.access, id)}</p>`}</div>
    <div class="table-frame" tabindex="0" role="region" aria-label="${s.table}"><table class="table table-account">
      <caption class="visually-hidden">${s.caption(account.accountId)}</caption>
      <colgroup>${choosing && html`<col class="col-choose" />`}<col class="col-name" /><col class="col-id" /><col /></colgroup>
      <thead><tr>${choosing && html`<th scope="col"><span class="visually-hidden">${s.columns.choose}</span></th>`}<th scope="col">${s.columns.client}</th><th scope="col">${s.columns.certificate}</th><th scope="col">${s.columns.now}</th></tr></thead>
      <tbody>${account.connections.map((connection) => html`<tr data-connection="${connection.id}">
        ${choosing && html`<td class="table-choose">${selectable(connection) && html`<label class="choice choice-alone"><input type="checkbox" id="choose-${connection.id}" data-choose="${connection.id}" ${flag("checked", chosen.has(connection.id))} /><span class="visually-hidden">${s.choose(connection.name)}</span></label>`}</td>`}
        <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "connection", id: connection.id })}">${connection.name}</a><span class="cell-note">${connection.target?.label}</span></span></th>
        <td>${connection.certificateId ? html`<span class="id">${shortId(connection.certificateId)}</span>` : html`<span class="soft">${s.noCertificate}</span>`}</td>
        <td>${lineState(connection.id, connection.rotation, present(connection))}</td>
      </tr>`)}</tbody>
    </table></div>
  </section>`;
  }

  function tell() {
    const told = account.connections.filter(({ gone, rotation }) => gone || rotation?.reason === "sandbox-refreshed");
    if (told.length === 0) return null;
    const text = told.map(({ target, name }) => s.tellLine(nameOfTarget(target), name, account.accountId)).join("\n");
    return html`<section class="part" id="tell" tabindex="-1" aria-labelledby="tell-title">
      <div class="part-head"><h2 id="tell-title">${s.tellTitle}</h2>${copyButton(text, s.copyList, { word: true })}</div>
      <p class="part-note">${s.tellNote}</p>
      <ul class="tell">${told.map((connection) => html`<li class="tell-line" data-tell="${connection.id}">
        <span class="cell"><span class="strong">${capital(nameOfTarget(connection.target))}</span><span class="cell-note">${needs(connection)}</span></span>
        ${lineAct(connection.id, connection.name, connection.rotation)}
      </li>`)}</ul>
    </section>`;
  }

  /** @param {AccountConnection} connection */
  function needs(connection) {
    const rotation = rotationOf(connection.id, connection.rotation);
    if (!rotation || !isTrue(rotation, "proven")) return s.notYet(connection.name);
    return (isTrue(rotation, "handed-over") ? s.told : s.values)(connection.name);
  }

  /** @param {AccountConnection} connection */
  function present({ gone, certificateId, obstacle }) {
    if (certificateId === null && !gone) return html`<span class="soft">${s.noCertificate}</span>`;
    return html`<span class="cell"><span class="cell-line">${gone ? badge("danger", "stop", s.gone) : badge(null, "unknown", s.active)}</span>${gone && obstacle && lasting(obstacle) && html`<span class="cell-note">${messageFor(obstacle).title}</span>`}</span>`;
  }
}

/** @param {AccountConnection} connection */
const selectable = ({ id, gone, obstacle, rotation }) => (gone || rotation?.reason === "sandbox-refreshed") && !lasting(obstacle) && canRun(id, rotation);

/** A missing sign-in is asked for on this screen. @param {AccountConnection["obstacle"]} obstacle */
const lasting = (obstacle) => obstacle !== null && obstacle.kind !== "sign-in-needed" && obstacle.kind !== "sign-in-ended";
