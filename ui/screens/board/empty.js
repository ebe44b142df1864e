// @ts-check
// The board without a connection: the three ways in, and the terms.

import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { icon } from "../../elements/icon.js";
import { undoCallout } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { status, vault } from "../../lib/app-state.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/first-screen.js";
import { vaultCallout } from "../vault/status.js";

/** @import { Markup } from "../../lib/html.js" */

const s = strings.board;

export const emptyBoard = () => html`${pageHead({ title: s.emptyTitle, sub: s.emptySub })}
  ${vaultCallout()}
  ${undoCallout()}
  ${failurePlace()}
  <ul class="ways">
    ${way("connections", s.setUp, s.setUpNote, button({ act: "set-up", label: s.setUp, kind: "button-primary" }))}
    ${way("practice", s.practice, s.practiceNote, button({ act: "try-practice", label: strings.practice.start, busy: strings.practice.starting }))}
    ${way("bring", s.bring, s.bringNote, button({ act: "choose-pair", label: s.bringAct, busy: s.choosing }))}
  </ul>
  <p class="part-note">${s.tba} <a id="move-from-tba" href="${hashOf({ screen: "tba-plans" })}">${s.moveFromTba}</a></p>
  <p class="part-note">${s.moved} <a id="restore-backup" href="${hashOf({ screen: "backup" })}">${s.restoreBackup}</a></p>
  <section class="part" aria-labelledby="words">
    <h2 id="words">${s.words}</h2>
    <dl class="terms">${s.terms(storeNow()).map(([term, meaning]) => html`<div class="term"><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
  </section>`;

/** @param {string} sign @param {string} title @param {string} note @param {Markup} act */
const way = (sign, title, note, act) => html`<li class="way">${icon(sign, "icon-lg way-icon")}<h2>${title}</h2><p class="way-note">${note}</p>${act}</li>`;

function storeNow() {
  const now = vault();
  return status.get() && now.state === "ready" ? strings.names.store[now.store] : s.keychain;
}
