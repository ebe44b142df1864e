// @ts-check
// One integration of the plan: what it calls, its new access, the switch, and only then the old token.

import { button } from "../../elements/button.js";
import { callout, failurePlace } from "../../elements/callout.js";
import { isTicked, select, valueOf } from "../../elements/form.js";
import { icon } from "../../elements/icon.js";
import { netsuitePath } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { withoutM2m } from "../../elements/without-m2m.js";
import { toast } from "../../elements/toast.js";
import { autosaveCheckboxes } from "../../lib/autosave-checkboxes.js";
import { backend, Failure } from "../../lib/backend.js";
import { OTHER } from "../../lib/connection-facts.js";
import { flag, html } from "../../lib/html.js";
import { fold } from "../../lib/text-search.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { hashOf } from "../../window/router.js";
import { progressBadge } from "./progress-badge.js";

/** @import { KnownSystems, TbaCalls, TbaEntryView, TbaPlanChange, TbaPlanView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.tbaPlan;
const e = s.entry;

/** @param {Page} page @param {{ account: string, entry: string }} route @returns {Promise<Screen>} */
export async function openTbaEntry(page, { account, entry: id }) {
  const [first, known] = await Promise.all([backend.tbaPlan.read(account), backend.target.list()]);
  let view = first;
  const entry = () => entryOf(view, id);
  entry();

  /** @param {TbaPlanView} next */
  const take = (next) => {
    view = next;
    if (page.isShown(screen)) page.draw();
  };
  /** @param {TbaPlanChange} change */
  const change = (change) => backend.tbaPlan.change(account, id, change);
  const ticks = autosaveCheckboxes(page, (tick, done) => change({ kind: /** @type {"unneeded" | "switched" | "token-revoked"} */ (tick), done }), take);

  /** @type {Screen} */
  const screen = {
    name: "tba-entry",
    title: () => entry().name,
    html: () => html`<div class="page-column">
      ${pageHead({ title: entry().name, status: progressBadge(entry()), sub: s.deadlineWhy[entry().deadline], back: { label: view.client || view.accountId, route: { screen: "tba-plan", account } } })}
      ${facts(entry())}
      ${entry().progress === "inactive" && callout({ tone: "note", title: e.inactiveTitle, body: html`<p>${e.inactive}</p>` })}
      <ol class="tba-steps">
        ${step("about", e.about.title, about(entry(), known))}
        ${obstacle(entry(), known) || (!entry().unneeded && html`${step("set-up", e.setUp.title, setUp(view, entry()))}${step("switch", e.switch.title, switched(entry()))}`)}
        ${!WAITING.includes(entry().progress) && step("revoke", entry().kind === "access-tokens" ? e.revoke.title : e.revoke.recordTitle, revoked(entry()))}
      </ol>
      ${next(account, view, id)}
    </div>`,
    chosen: (element) => ticks.chosen(element),
    acts: {
      "save-about": (pressed) =>
        page.run(pressed, async () => {
          await ticks.kept();
          take(await change({ kind: "about", calls: CALLS.filter((calls) => isTicked(`calls-${calls}`)), target: valueOf("tba-target") || null }));
          toast(e.about.saved);
        }),
      "start-setup": (pressed) =>
        page.run(pressed, async () => {
          page.go({ screen: "setup", id: await backend.tbaPlan.setUp(account, id), step: null });
        }),
      "use-connection": (pressed) => page.run(pressed, async () => take(await change({ kind: "connection", connection: valueOf("tba-connection") || null }))),
      "unlink": (pressed) => page.run(pressed, async () => take(await change({ kind: "connection", connection: null }))),
      "try-again": () => void page.show(() => openTbaEntry(page, { account, entry: id })),
    },
  };
  return screen;
}

/** @param {string} id @param {Part} title @param {Part} body */
const step = (id, title, body) => html`<li class="card" data-part id="tba-${id}"><h2 class="h3">${title}</h2>${body}${failurePlace()}</li>`;

/** Why M2M can’t take the old token’s place, and what to do. @param {TbaEntryView} entry @param {KnownSystems} known */
const obstacle = (entry, known) => {
  if (entry.progress === "waits-for-rest") return html`<li>${callout({ tone: "warn", title: e.soapTitle, body: html`<p>${e.soap}</p><p>${e.soapVendor}</p>` })}</li>`;
  const target = known.withoutM2m.find(({ system }) => system === entry.target?.system);
  return target && !entry.unneeded && html`<li id="tba-without-m2m">${withoutM2m(target)}</li>`;
};

/** @param {TbaEntryView} entry */
const facts = (entry) => {
  /** @type {[string, string][]} */
  const known = [[e.token, entry.tokenName], [e.user, entry.user], [e.role, entry.role], [e.created, entry.created], [e.internalId, entry.internalId]];
  const shown = known.filter(([, value]) => value !== "");
  return shown.length > 0 && html`<dl class="facts facts-close">${shown.map(([name, value]) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

/** @param {TbaEntryView} entry @param {KnownSystems} known */
const about = (entry, known) => html`<form class="stack" novalidate>
  <fieldset class="field">
    <legend class="small soft">${e.about.lead}</legend>
    <div class="ticks">${CALLS.map((calls) => html`<label class="choice"><input type="checkbox" id="calls-${calls}" ${flag("checked", entry.calls.includes(calls))} /><span>${s.calls[calls]}</span></label>`)}</div>
  </fieldset>
  ${target(entry, known)}
  <div class="actions">${button({ act: "save-about", id: "save-about", label: e.about.save, busy: e.about.saving, submit: true, kind: entry.progress === "to-do" && entry.calls.length === 0 ? "button-primary" : "" })}</div>
  <details class="more" id="tba-find"><summary class="more-summary">${icon("right")}${e.about.find}</summary><div class="more-body stack stack-tight">
    <p class="small">${e.about.findBody}</p>
    <ul class="tba-list small">${e.about.findSteps.map((line) => html`<li>${line}</li>`)}</ul>
  </div></details>
  ${tick("unneeded", e.about.unneeded, entry.unneeded, e.about.unneededNote, entry.revoked !== null)}
</form>`;

/** The system behind it: the one that was saved, else the one whose name is in the integration's. @param {TbaEntryView} entry @param {KnownSystems} known */
function target(entry, known) {
  const targets = known.targets.map(({ target, label, evidence, summary }) => ({ value: target, label, option: label, hint: e.about.targetKnown(strings.handOver.evidence[evidence], summary) }));
  const others = known.withoutM2m.map(({ system, label }) => ({ value: system, label, option: e.about.targetOption(label), hint: e.about.targetWithoutM2m }));
  const all = [...targets, ...others].sort((one, other) => Number(one.value === OTHER) - Number(other.value === OTHER) || one.label.localeCompare(other.label));
  const saved = all.find(({ value }) => value === entry.target?.system);
  const proposed = saved || entry.calls.length > 0 ? undefined : named(entry, all);
  const hint = saved ? saved.hint : proposed ? e.about.targetProposed : e.about.targetHint;
  const options = [{ value: "", label: e.about.targetNone }, ...all.map(({ value, option }) => ({ value, label: option }))];
  return select({ id: "tba-target", label: e.about.target, options, value: (saved ?? proposed)?.value ?? "", hint });
}

/** @template {{ label: string }} S @param {TbaEntryView} entry @param {S[]} systems */
const named = ({ name, tokenName }, systems) => systems.find(({ label }) => words(`${name} ${tokenName}`).includes(words(label)));

/** Words between spaces, without signs. @param {string} text */
const words = (text) => ` ${fold(text).replace(/[^a-z0-9]+/g, " ").trim()} `;

/** @param {TbaPlanView} view @param {TbaEntryView} entry */
function setUp(view, entry) {
  const { connection } = entry;
  if (connection) {
    const works = entry.progress !== "setup-started";
    return html`<p><a href="${hashOf({ screen: "connection", id: connection.id })}">${connection.name}</a>${connection.target && ` · ${connection.target.label}`}</p>
      <p class="small">${works ? e.setUp.works : e.setUp.notYet}</p>
      <div class="actions">${!works && html`<a class="button button-primary" id="continue-setup" href="${hashOf({ screen: "setup", id: connection.id, step: null })}">${e.setUp.continue}</a>`}${entry.switchedAt === null && entry.revoked === null && button({ act: "unlink", id: "unlink", label: e.setUp.unlink, busy: e.setUp.unlinking, kind: "button-quiet" })}</div>`;
  }
  if (entry.calls.length === 0) return html`<p class="small soft">${e.setUp.unknown}</p>`;
  return html`<p class="small">${e.setUp.lead(entry.role, entry.user)}</p>
    <p class="small">${e.setUp.both}</p>
    <div class="actions">${button({ act: "start-setup", id: "start-setup", label: e.setUp.act, busy: e.setUp.busy, kind: "button-primary" })}</div>
    ${view.connections.length > 0 && html`<details class="more" id="tba-existing"><summary class="more-summary">${icon("right")}${e.setUp.existing}</summary><div class="more-body stack">
      ${select({ id: "tba-connection", label: e.setUp.choose, options: [{ value: "", label: e.setUp.none }, ...view.connections.map(({ id, name, target }) => ({ value: id, label: target ? `${name} · ${target.label}` : name }))], value: "" })}
      <div class="actions">${button({ act: "use-connection", id: "use-connection", label: e.setUp.use, busy: e.setUp.using })}</div>
    </div></details>`}`;
}

/** @param {TbaEntryView} entry */
const switched = (entry) => {
  const may = entry.progress === "works" || entry.progress === "switched" || entry.progress === "revoked";
  return html`<p class="small">${e.switch.lead}</p>${tick("switched", e.switch.box, entry.switchedAt !== null, entry.switchedAt ? e.switch.since(entry.switchedAt) : may ? null : e.switch.notYet, !may || entry.revoked !== null)}`;
};

/** @param {TbaEntryView} entry */
const revoked = (entry) => {
  const isToken = entry.kind === "access-tokens";
  const may = MAY_REVOKE.includes(entry.progress);
  return html`${netsuitePath(isToken ? paths.accessTokens : paths.integrations)}
    <ul class="tba-list small">${(isToken ? [e.revoke.first, e.revoke.then] : [e.revoke.record]).map((line) => html`<li>${line}</li>`)}</ul>
    ${tick("token-revoked", isToken ? e.revoke.box : e.revoke.recordBox, entry.revoked !== null, entry.revoked ? e.revoke.since(entry.revoked) : may ? null : e.revoke.notYet, !may)}`;
};

/** @param {string} name @param {Part} label @param {boolean} on @param {Part} note @param {boolean} off whether it can't be changed now */
const tick = (name, label, on, note, off) => html`<div class="choice-row"><label class="choice"><input type="checkbox" id="tick-${name}" data-tick="${name}" ${flag("checked", on)} ${flag("disabled", off)} /><span>${label}</span>${note && html`<span class="choice-note tiny">${note}</span>`}</label></div>`;

/** The integration that is to be looked at after this one. @param {string} account @param {TbaPlanView} view @param {string} id */
function next(account, view, id) {
  const at = view.entries.findIndex((entry) => entry.id === id);
  const following = [...view.entries.slice(at + 1), ...view.entries.slice(0, at)].find(({ progress }) => progress === "to-do");
  return following && html`<p class="part-note" id="tba-next">${e.next}: <a href="${hashOf({ screen: "tba-entry", account, entry: following.id })}">${following.name}</a></p>`;
}

/** @param {TbaPlanView} view @param {string} id */
function entryOf(view, id) {
  const found = view.entries.find((entry) => entry.id === id);
  if (!found) throw new Failure({ kind: "tba-entry-unknown" });
  return found;
}

/** @type {TbaCalls[]} */
const CALLS = ["rest-webservices", "restlets", "suite-analytics", "soap"];
/** @type {TbaEntryView["progress"][]} */
const WAITING = ["waits-for-rest", "waits-for-target"];
/** @type {TbaEntryView["progress"][]} */
const MAY_REVOKE = ["switched", "unneeded", "inactive", "revoked"];
