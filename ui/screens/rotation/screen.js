// @ts-check
// One rotation: first what it would do, then how far it has come and what it waits for, in the end
// what exists. Which of these is shown follows from what the backend holds, never from a count.

import { failureCallout } from "../../elements/failure.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { practice, readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { html } from "../../lib/html.js";
import { measureSpeed } from "../../lib/key-speed.js";
import { failureOf } from "../../window/page.js";
import { keepVisible, scrollToOpened } from "../../lib/scrolling.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { byHand } from "../certificates/upload-by-hand.js";
import { findStores } from "../secret-stores/link.js";
import { exportKey } from "../vault/export-key.js";
import { practiceBar } from "../practice/bar.js";
import { abandonDialog, revokeOldDialog } from "./confirmations.js";
import { endedMarkup } from "./finished.js";
import { planOf, previewMarkup } from "./preview.js";
import { forgetRun, isRunning, runOf, runOne, watchRuns } from "./active-runs.js";
import { watchUploads } from "./upload-watch.js";
import { sheetOf } from "./user-actions.js";
import { signInFor, stateOf, stoppedBy, stopsForSignIn } from "./status.js";
import { slotsNow, whatIsTrue } from "./steps.js";
import { targetName } from "../../lib/connection-facts.js";
import { credentialOf, isTrue } from "./facts.js";
import { vaultCallout } from "../vault/status.js";

/** @import { ConnectionView, Failure, RotationOrder, RotationPreview, RotationReason, RotationView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Page, Screen } from "../../window/page.js" */
/** @import { End } from "./finished.js" */
/** @import { Intent } from "./preview.js" */
/** @import { SignIn } from "./status.js" */
/** @import { Sheet } from "./user-actions.js" */

const s = strings.rotation;

/**
 * @param {Page} page
 * @param {{ id: string, reason: RotationReason | null, order: RotationOrder | null }} route
 * @returns {Promise<Screen>}
 */
export async function openRotate(page, { id, reason, order }) {
  let view = await backend.connection.read(id);
  /** @type {RotationPreview | null} */
  let preview = null;
  /** @type {Failure | null} */
  let unread = null;
  /** What was reached on this screen. @type {End | null} */
  let ended = null;
  /** @type {Sheet} */
  const sheet = {
    kit: null,
    formerKit: null,
    kitFailure: null,
    values: false,
    stuck: false,
    byHand: byHand({
      page,
      view: () => view,
      credential: () => credentialOf(view, view.rotation?.new ?? null),
      drafts: drafts(`${id}/rotate-upload`),
      take: (next) => {
        view = next;
        draw();
      },
      draw: () => draw(),
      confirm: async (text, accept) => {
        const after = await backend.rotation.uploaded(id, text, accept);
        drafts(`${id}/rotate-upload`).clear();
        await take(after);
        if (after.rotation?.next === "continue") void driven(drive);
      },
      act: "confirm-id",
    }),
  };
  /** Where the practice account was when the values were read: its address is one of them. */
  let address = practice().address;
  const plans = drafts(`${id}/rotate`);
  let stop = () => {};
  let stopKey = () => {};
  /** Of the generation of its key, on average. @type {number | null} */
  let secondsLeft = null;
  /** @type {SignIn | null} */
  let signIn = null;

  await readSignIn();
  if (!rotationNow()) await readPreview();
  if (view.rotation?.settlesAt) watchUploads([id]);
  await readKit();

  /** The journal, or while it is being driven what was told since. */
  function rotationNow() {
    return (isRunning(id) ? runOf(id)?.rotation : null) ?? view.rotation;
  }

  /** @returns {Intent} */
  function intent() {
    const why = reason ?? (view.status.kind === "mapping-gone" ? "sandbox-refreshed" : "renewal");
    return { reason: why, order: order ?? "replace-first" };
  }

  async function readPreview() {
    unread = null;
    try {
      preview = await backend.rotation.preview(id);
    } catch (thrown) {
      unread = failureOf(thrown);
    }
  }

  /** Somebody may have signed in since it stopped. */
  async function readSignIn() {
    const kind = stoppedBy(rotationNow(), runOf(id));
    signIn = kind && stopsForSignIn(kind) ? signInFor(kind, await backend.access.read(id)) : null;
  }

  async function readKit() {
    const rotation = rotationNow();
    if (!rotation?.new || (rotation.next !== "hand-over" && rotation.next !== "switch")) return;
    ({ address } = practice());
    sheet.kitFailure = null;
    try {
      [sheet.kit, sheet.formerKit] = await Promise.all([backend.kit.read(id, rotation.new.credentialId), readFormerKit(rotation), findStores(id)]);
    } catch (thrown) {
      sheet.kitFailure = failureOf(thrown);
    }
  }

  /** Only for comparison, so the new values are shown without it, too. @param {RotationView} rotation */
  async function readFormerKit({ old }) {
    return old && backend.kit.read(id, old.credentialId).catch(() => null);
  }

  /** Keeps an answer and shows where it leads. @param {ConnectionView} next */
  async function take(next) {
    view = next;
    Object.assign(sheet, { values: false, stuck: false });
    await readSignIn();
    await readKit();
    void readBoard();
    draw();
    arrive();
  }

  const draw = () => void (page.isShown(screen) && page.draw());

  /** The focus goes where the next act is. */
  function arrive() {
    if (!page.isShown(screen)) return;
    const place = document.getElementById(ended ? "ended" : "open-step");
    place?.focus({ preventScroll: true });
    scrollToOpened(document.querySelector(".step-sheet")?.closest(".step") ?? document.querySelector("#interrupted, #ended"));
  }

  async function drive() {
    const after = await runOne(id, view.rotation);
    if (after) return take(after);
    view = await backend.connection.read(id);
    await readSignIn();
    await readKit();
    if (!page.isShown(screen)) return;
    draw();
    const interrupted = document.getElementById("interrupted");
    announce(interrupted?.querySelector(".callout-title")?.textContent ?? s.state.causeUnknown);
    /** @type {HTMLElement | null | undefined} */ (interrupted?.querySelector(".button-primary"))?.focus({ preventScroll: true });
    keepVisible(interrupted);
  }

  /** Another press, or another screen, may drive it: what was told is drawn as it comes. */
  function follow() {
    let said = doneSteps();
    stop = watchRuns((told) => {
      if (told !== id || !page.isShown(screen)) return;
      for (const line of rotationNow()?.steps ?? []) {
        if (line.state === "done" && !said.has(line.step)) announce(s.running.said(s.steps.name[line.step](targetName(view))));
      }
      said = doneSteps();
      draw();
      if (!isRunning(id) && !driving) void page.meanwhile(settled());
    });
  }
  const doneSteps = () => new Set((rotationNow()?.steps ?? []).filter(({ state }) => state === "done").map(({ step }) => step));
  let driving = false;

  async function settled() {
    const before = view.rotation;
    view = await backend.connection.read(id);
    // What was being abandoned has been, without anybody having pressed.
    if (!view.rotation && before?.abandoning) return abandoned(view, before);
    await readSignIn();
    await readKit();
    draw();
  }

  /** While a key is generated: how long that takes at the speed that this computer shows. */
  function followKey() {
    const speed = measureSpeed();
    const ask = async () => {
      const progress = document.getElementById("key-note") && (await backend.key.progress(id).catch(() => null));
      secondsLeft = progress ? speed(progress) : null;
      const place = document.getElementById("key-note");
      if (place && secondsLeft !== null) place.textContent = s.running.keyLeft(secondsLeft);
    };
    const timer = setInterval(() => void ask(), BETWEEN_PROGRESS);
    return () => clearInterval(timer);
  }

  /** @param {() => Promise<unknown>} work */
  async function driven(work) {
    driving = true;
    try {
      await work();
    } finally {
      driving = false;
    }
  }

  /** @type {Screen} */
  const screen = {
    get name() {
      return ended ? "rotate-ended" : rotationNow() ? "rotate" : "rotate-preview";
    },
    title: () => title(),
    html: () => {
      const rotation = rotationNow();
      if (view.practice && (sheet.kit || sheet.kitFailure) && practice().address !== address) void page.meanwhile(readKit().then(draw));
      return html`<div class="page-column">
        ${pageHead({ title: title(), sub: sub(), practice: view.practice, back: { label: view.name, route: { screen: "connection", id } } })}
        ${view.practice && practiceBar()}
        ${vaultCallout()}
        ${ended ? endedMarkup(view, ended) : rotation ? underWay(rotation) : before()}
      </div>`;
    },
    drafts: () => (rotationNow()?.next === "upload-by-hand" ? drafts(`${id}/rotate-upload`) : plans),
    typed: (element) => sheet.byHand.typed(element),
    chosen: (element) => {
      if (element.id === "rotate-key" || element.id === "rotate-days" || element.id.startsWith("rotate-way-")) draw();
    },
    entered: () => {
      follow();
      stopKey = followKey();
    },
    left: () => {
      stop();
      stopKey();
    },
    acts: {
      ...sheet.byHand.acts,
      start: (pressed) =>
        page.run(
          pressed,
          async () => {
            if (!preview) return;
            forgetRun(id);
            view = await backend.rotation.start(id, planOf(view, preview, intent(), plans));
            plans.clear();
            draw();
            arrive();
            if (view.rotation?.next === "continue") void driven(drive);
          },
          { fields: { "subject-invalid": "rotate-subject", "days-out-of-range": "rotate-days", "key-type-not-for-target": "rotate-key", "algorithm-not-for-key": "rotate-key" } },
        ),
      continue: () => void driven(drive),
      "cancel-search": (pressed) => page.run(pressed, async () => void (await backend.key.cancelSearch(id))),
      "go-on-here": (pressed) => page.run(pressed, async () => take(await backend.rotation.goOnHere(id))),
      "read-again": () => void page.show(() => openRotate(page, { id, reason, order })),
      "try-again": () => void page.show(() => openRotate(page, { id, reason, order })),
      "by-hand": () => page.go({ screen: "setup", id, step: "key" }),
      "handed-over": (pressed) => page.run(pressed, async () => take(await backend.rotation.handOver(id))),
      switched: (pressed) =>
        page.run(pressed, async () => {
          const rotation = view.rotation;
          const after = await backend.rotation.switch(id);
          // With nothing left to revoke the switch is the end.
          if (!after.rotation && rotation) ended = { rotation, oldKept: false };
          await take(after);
        }),
      "revoke-old": async () => {
        const { rotation } = view;
        if (!rotation) return;
        const after = await revokeOldDialog(view, rotation);
        if (!after) return;
        toast(s.revokeOld.revoked);
        if (!after.rotation) ended = { rotation, oldKept: false };
        await take(after);
        if (after.rotation?.next === "continue") void driven(drive);
      },
      "leave-old": (pressed) =>
        page.run(pressed, async () => {
          const { rotation } = view;
          const after = await backend.rotation.leaveOld(id);
          if (rotation) ended = { rotation, oldKept: true };
          await take(after);
        }),
      abandon: async () => {
        const { rotation } = view;
        if (!rotation) return;
        const after = await abandonDialog(view, rotation);
        if (after) return abandoned(after, rotation);
        // Something may have been given up before it failed.
        view = await backend.connection.read(id);
        await readSignIn();
        draw();
      },
      "abandon-rest": (pressed) =>
        page.run(pressed, async () => {
          const { rotation } = view;
          if (rotation) abandoned(await backend.rotation.abandon(id), rotation);
        }),
      "export-key": async () => {
        const saved = await exportKey(view, targetName(view), credentialOf(view, view.rotation?.new ?? null));
        if (!saved) return;
        view = saved;
        await readKit();
        draw();
        toast(strings.handOver.exportedSaid);
      },
      "toggle-values": () => {
        sheet.values = !sheet.values;
        draw();
      },
      "not-working": () => {
        sheet.stuck = true;
        draw();
        keepVisible(document.getElementById("stuck"));
        document.getElementById("test-new")?.focus({ preventScroll: true });
      },
      "test-new": (pressed) =>
        page.run(pressed, async () => {
          await backend.token.request(id, view.rotation?.new?.credentialId ?? "");
          toast(s.switch.tested);
        }),
      "open-connection": () => page.go({ screen: "connection", id }),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
    },
  };
  return screen;

  function title() {
    return s.title[(ended?.rotation ?? rotationNow())?.reason ?? intent().reason](view.name);
  }

  /** @param {ConnectionView} after @param {RotationView} rotation what was given up */
  function abandoned(after, rotation) {
    view = after;
    forgetRun(id);
    void readBoard();
    if (after.rotation) return draw();
    page.go({ screen: "connection", id });
    toast(rotation.old && !isTrue(rotation, "old-revoked") ? s.abandon.done : s.abandon.doneGone);
  }

  /** @returns {Part} */
  function sub() {
    return view.account && view.target && html`${strings.connection.account(view.target.label, strings.names.environment[view.account.environment])} <span class="mono">${view.account.accountId}</span>`;
  }

  function before() {
    if (preview) return previewMarkup(view, preview, intent(), plans);
    return html`${unread && html`<div id="obstacle" data-obstacle="${unread.kind}">${failureCallout(unread, { extra: button({ act: "by-hand", id: "by-hand", label: s.preview.byHand }) })}</div>`}${failurePlace()}`;
  }

  /** @param {RotationView} rotation */
  function underWay(rotation) {
    const run = runOf(id);
    return html`${stateOf(view, rotation, run, secondsLeft, signIn)}
      ${slotsNow(view, rotation)}
      ${whatIsTrue(view, rotation, isRunning(id) || rotation.abandoning ? null : sheetOf(view, rotation, sheet))}
      ${!isRunning(id) && failurePlace()}`;
  }
}

/** Milliseconds between two looks at how far a key is. */
const BETWEEN_PROGRESS = 500;
