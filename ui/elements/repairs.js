// @ts-check
// What was put right in a file when it was read, beside the file's name.

import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";

/** @import { Repair } from "../types/ipc.d.ts" */

/** @param {Repair[]} repairs @param {string} style of each note */
export const repairNotes = (repairs, style) => repairs.map((repair) => html`<span class="${style}">${strings.doctor.repairedNamed(strings.doctor.repair[repair])}</span>`);
