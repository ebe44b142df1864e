// @ts-check
// Which of the two ways a certificate takes into NetSuite: by hand, or by Certdesk. Step 4 asks too,
// because a browser sign-in needs further fields on the integration record.

import { drafts } from "../../lib/drafts.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @typedef {"by-hand" | "for-me"} UploadWay */

const s = strings.uploadForMe;

/** @param {string} id of the connection @param {UploadWay} [otherwise] @returns {UploadWay} */
export const uploadWay = (id, otherwise = "by-hand") => (drafts(`${id}/way`).get("upload", otherwise) === "for-me" ? "for-me" : "by-hand");

/** Kept as long as the window lives. @param {string} id @param {UploadWay} way */
export const setUploadWay = (id, way) => drafts(`${id}/way`).set("upload", way);

/** @param {UploadWay} way */
export const wayCards = (way) => html`<fieldset class="field"><legend class="visually-hidden">${s.ways}</legend>
  <div class="choice-cards">
    <label class="choice-card"><input type="radio" name="upload-way" id="way-by-hand" value="by-hand" ${flag("checked", way === "by-hand")} /><span class="choice-card-title">${s.byHand}</span><span class="choice-card-note">${s.byHandNote}</span></label>
    <label class="choice-card"><input type="radio" name="upload-way" id="way-for-me" value="for-me" ${flag("checked", way === "for-me")} /><span class="choice-card-title">${s.forMe}</span><span class="choice-card-note">${s.forMeNote}</span></label>
  </div>
</fieldset>`;
