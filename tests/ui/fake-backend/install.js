// @ts-check
// Puts the stand-in where the window looks for Tauri. The scene is named in the address.

import { FakeBackend } from "./backend.js";
import { SCENES } from "./scenes.js";

const parameters = new URLSearchParams(location.search);
const shown = SCENES[parameters.get("scene") ?? "board"];
const backend = new FakeBackend(shown?.scene ?? {});

class Channel {
  /** @param {any} _message */
  onmessage(_message) {}
}

Object.assign(window, { __TAURI__: { core: { invoke: backend.invoke.bind(backend), Channel } }, fakeBackend: backend });
if (shown && location.hash === "" && shown.hash) history.replaceState(null, "", shown.hash);
