// How long lists take in the window, in headless Chromium: node tests/ui/support/bench.js [board | certificates]
// From the answer to what is painted, and from a key or a press to the painted outcome: medians of 25 runs each, beside the
// goal. Waiting for the next frame is counted, the driver's own time is not.

import { start } from "./browser.js";

const RUNS = 25;
const wanted = process.argv[2] ?? "";
const window = await start();

/** @typedef {{ name: string, goal: number, acts: [kind: "search" | "choose" | "press", id: string, value?: string][], before?: [kind: "press" | "choose" | "search", id: string, value?: string] }} Measure */

/** @type {{ of: string, what: string, scene: string, command: string, shown: string, enter: string, leave: string, goal: number, measures: Measure[] }[]} */
const LISTS = [
  {
    of: "board", what: "1,000 connections", scene: "board-thousand", command: "connection_list", shown: "tr[data-connection]", enter: "#rail-connections", leave: "#rail-help", goal: 100,
    measures: [
      { name: "search", goal: 50, acts: [["search", "filter", "sb1 boomi"], ["search", "filter", "a"], ["search", "filter", "wool"], ["search", "filter", ""]] },
      { name: "filter", goal: 50, before: ["search", "filter", ""], acts: [["choose", "target", "alumio"], ["choose", "state", "in-order"], ["choose", "target", "all"], ["choose", "environment", "sandbox"], ["choose", "state", "all"], ["choose", "environment", "all"]] },
      { name: "sort", goal: 50, before: ["choose", "target", "all"], acts: [["press", "sort-client"], ["press", "sort-account"], ["press", "sort-target"], ["press", "sort-certificate"], ["press", "sort-slots"], ["press", "sort-status"]] },
      { name: "group", goal: 50, acts: [["choose", "group", "client"], ["choose", "group", "account"], ["choose", "group", "none"], ["choose", "group", "need"]] },
      { name: "sort of groups, scrolled down", goal: 50, before: ["choose", "group", "account"], acts: [["press", "sort-client"], ["press", "sort-certificate"], ["press", "sort-status"]] },
      { name: "list and timeline", goal: 100, acts: [["press", "view-timeline"], ["press", "view-list"]] },
      { name: "search in the timeline", goal: 50, before: ["press", "view-timeline"], acts: [["search", "filter", "sb1"], ["search", "filter", "a"], ["search", "filter", "wool"], ["search", "filter", ""]] },
    ],
  },
  {
    of: "certificates", what: "10,000 certificates", scene: "list-linked", command: "certificate_list", shown: "#certificates", enter: "#certificates-link", leave: "#back", goal: 500,
    measures: [
      { name: "search", goal: 50, acts: ["role 17", "a", "user 285 role", "", "vendor 14", "active"].map((words) => ["search", "search", words]) },
      { name: "filter", goal: 50, before: ["search", "search", ""], acts: ["state-active", "state-expired", "state-revoked", "state-all"].map((id) => ["press", id]) },
      { name: "sort", goal: 50, before: ["press", "state-all"], acts: ["sort-until", "sort-entity", "sort-role", "sort-id", "sort-from", "sort-state"].map((id) => ["press", id]) },
    ],
  },
];

for (const { what, scene, command, shown, enter, leave, goal, measures } of LISTS.filter(({ of }) => of.includes(wanted))) {
  const { page, close } = await window.show(scene, { still: false });
  await page.evaluate(watch, { command, shown });
  if (scene === "board-thousand") await page.locator(leave).click();
  await page.locator(enter).waitFor();
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await page.evaluate((enter) => globalThis.opened(enter), enter));
    await page.locator(shown).first().waitFor();
    if (run === RUNS - 1) break;
    await page.locator(leave).click();
    await page.locator(shown).first().waitFor({ state: "detached" });
    await page.locator(enter).waitFor();
  }
  report(what, "list", goal, times);
  for (const { name, goal, acts, before } of measures) {
    /** @param {Measure["acts"][number]} act */
    const painted = ([kind, id, value]) => page.evaluate((act) => globalThis.painted(act), { kind, id, value, scrolled: name.endsWith("scrolled down") });
    if (before) await painted(before);
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await painted(/** @type {Measure["acts"][number]} */ (acts[run % acts.length])));
    report(what, name, goal, times);
  }
  await close();
}
await window.stop();

/** Gives the page what measures in it. @param {{ command: string, shown: string }} list */
function watch({ command, shown }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
    // A task of its own comes after the frame has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  }));
  const { core } = globalThis.__TAURI__;
  const invoke = core.invoke;
  let answered = 0;
  core.invoke = (asked, args) => {
    const answer = invoke(asked, args);
    if (asked === command) void answer.then(() => (answered = performance.now()));
    return answer;
  };
  Object.assign(globalThis, {
    /** Milliseconds from the answer to the painted list. */
    async opened(enter) {
      document.querySelector(enter).click();
      await new Promise((resolve) => {
        const look = new MutationObserver(() => document.querySelector(shown) && (look.disconnect(), resolve(undefined)));
        look.observe(document.body, { childList: true, subtree: true });
      });
      return (await frame()) - answered;
    },
    /** Milliseconds from an act to its painted outcome. */
    async painted({ kind, id, value, scrolled }) {
      const element = document.getElementById(id);
      if (scrolled) scrollTo(0, document.documentElement.scrollHeight);
      const begin = performance.now();
      if (kind === "press") element.click();
      else {
        element.value = value;
        element.dispatchEvent(new Event(kind === "search" ? "input" : "change", { bubbles: true }));
      }
      const time = (await frame()) - begin;
      // Rows below the sight follow; nobody presses the next key before that.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return time;
    },
  });
}

/** @param {string} what @param {string} name @param {number} goal @param {number[]} times */
function report(what, name, goal, times) {
  const all = [...times].sort((one, other) => one - other);
  const median = all[Math.floor(all.length / 2)];
  console.log(`${what}, ${name} to painted: ${median.toFixed(1)} ms (goal: ${goal} at most; ${all.length} runs, ${all[0].toFixed(1)} to ${all.at(-1).toFixed(1)})`);
  if (median > goal) process.exitCode = 1;
}
