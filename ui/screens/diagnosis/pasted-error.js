// @ts-check
// What somebody pasted before they chose the connection whose diagnosis is to read it. It may hold a
// secret: it is given to that diagnosis once, and to no other.

/** @import { DiagnosisTold } from "../../types/ipc.d.ts" */

/** @type {{ id: string, told: DiagnosisTold } | null} */
let held = null;

/** @param {string} id of the connection @param {DiagnosisTold} told */
export function holdPastedError(id, told) {
  held = { id, told };
}

/** @param {string} id @returns {DiagnosisTold | null} */
export function takePastedError(id) {
  const told = held?.id === id ? held.told : null;
  held = null;
  return told;
}
