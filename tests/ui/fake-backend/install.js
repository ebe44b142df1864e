// @ts-check
// Puts the stand-in where the window looks for Tauri. The scene stands in the page, see support/serve.js.

import { FakeBackend } from "./backend.js";

/** @import { Shown } from "./scenes.js" */

// Out of the page again, which tests search for what must not be in it.
const given = document.getElementById("scene");
given?.remove();
/** @type {Shown | null} */
const shown = JSON.parse(given?.textContent ?? "null");
const backend = new FakeBackend(shown?.scene ?? {});

class Channel {
  /** @param {any} _message */
  onmessage(_message) {}
}

Object.assign(window, { __TAURI__: { core: { invoke: backend.invoke.bind(backend), Channel } }, fakeBackend: backend });
if (shown && location.hash === "" && shown.hash) history.replaceState(null, "", shown.hash);
