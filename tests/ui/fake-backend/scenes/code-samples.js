// @ts-check
// Sample code for a connection: before and after its key was saved, for an API client, and while it can't be read.

import * as fixtures from "../fixtures.js";

/** @import { Scene } from "../backend.js" */
/** @import { Shown } from "../scenes.js" */

const saved = fixtures.credential({ state: "current", certificateIdConfirmed: true, exportedKey: { path: "/home/mira/Documents/private.pem", at: fixtures.NOW, encrypted: false, form: "pkcs8-lines" } });

/** @param {Partial<import("../../../../ui/types/ipc.d.ts").ConnectionView>} [part] @param {Partial<Scene>} [scene] @returns {Shown} */
const at = (part = {}, scene = {}) => ({ scene: { connections: [fixtures.connection(null, part)], ...scene }, hash: "#/connection/northwind/code-samples" });

/** @type {Record<string, Shown>} */
export const CODE_SAMPLE_SCENES = {
  "code-samples": at({ credentials: [saved] }),
  "code-samples-key": at({ scopes: ["restlets"] }),
  "code-samples-client": { ...at(), then: [["select", "#language", "bruno"], ["click", "#code-from summary"]] },
  "code-samples-untested": { ...at({ credentials: [saved] }), then: [["select", "#language", "csharp"], ["click", "#code-from summary"]] },
  "code-samples-practice": at({ practice: true }, { failures: { code_sample_list: { kind: "practice-not-running" } } }),
};
