// @ts-check
// Acts that any screen may offer, most of them as the remedy of a failure.

import { pageOf } from "../elements/netsuite-path.js";
import { announce } from "../lib/announce.js";
import { takePractice, takeVault, vault } from "../lib/app-state.js";
import { backend } from "../lib/backend.js";
import { parseRoute } from "./router.js";
import { strings } from "../strings/en/first-screen.js";

/** @import { Act, Page } from "./page.js" */
/** @import { Step } from "../types/ipc.d.ts" */

/**
 * @param {() => Page} page
 * @returns {Record<string, Act>}
 */
export const commonActions = (page) => ({
  "check-vault": (button) =>
    page().run(button, async () => {
      takeVault(await backend.vault.check());
      announce(strings.vault.rail(vault()).title);
    }),
  "open-key-files": async () => {
    const { openKeyFiles } = await import("../screens/vault/key-files.js");
    if (await openKeyFiles()) announce(strings.vault.rail(vault()).title);
  },
  "start-practice": (button) =>
    page().run(button, async () => {
      takePractice(await backend.practice.start());
      announce(strings.practice.started);
    }),
  "stop-practice": (button) =>
    page().run(button, async () => {
      takePractice(await backend.practice.stop());
      announce(strings.practice.stopped);
    }),
  "open-practice": (button) => page().run(button, async () => void (await backend.practice.open(pageOf(button)))),
  "open-board": () => page().go({ screen: "connections" }),
  "open-sign-in": async (button) => {
    const route = parseRoute(location.hash);
    const id = button.dataset.id ?? ("id" in route ? route.id : null);
    const { goToSignIn } = await import("../screens/sign-in/screen.js");
    if (id !== null) goToSignIn(page(), id);
  },
  "open-certificates": () => {
    const route = parseRoute(location.hash);
    if ("id" in route) page().go({ screen: "certificates", id: route.id });
  },
  "open-rotation": () => {
    const route = parseRoute(location.hash);
    if ("id" in route) page().go({ screen: "rotate", id: route.id, reason: null, order: null });
  },
  "go-to-step": (button) => {
    const route = parseRoute(location.hash);
    if ("id" in route) page().go({ screen: "setup", id: route.id, step: /** @type {Step} */ (button.dataset.step) });
  },
});
