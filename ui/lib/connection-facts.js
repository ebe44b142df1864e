// @ts-check
// What follows from a connection's data and is needed by many screens. Pure.

import { strings } from "../strings/en/all.js";

/** @import { ConnectionView, CredentialView, TargetName } from "../types/ipc.d.ts" */

/** The credential that the walk works on. @param {ConnectionView} view @returns {CredentialView | null} */
export const workingCredential = (view) => view.credentials.find(({ id }) => id === view.credential) ?? null;

/**
 * Whether only the target can prove the connection: it brings its own application, whose Consumer
 * Key nobody has entered.
 * @param {ConnectionView} view
 */
export const onlyTargetProves = (view) => Boolean(view.target?.application) && view.integration.clientId === null;

/** The target that stands for any system without a kit of its own. */
export const OTHER = "other";

/** "Alumio", or "the other system". @param {TargetName | null} target */
export const nameOfTarget = (target) => (target && target.target !== OTHER ? target.label : strings.rotation.otherSystem);

/** The same of a connection. @param {ConnectionView} view */
export const targetName = (view) => nameOfTarget(view.target);
