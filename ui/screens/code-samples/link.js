// @ts-check
// The way to the sample code of a connection, beside its kit and on its page.

import { callout } from "../../elements/callout.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { hashOf } from "../../window/router.js";

/** @import { ConnectionView } from "../../types/ipc.d.ts" */

const s = strings.codeSamples;

/** Nothing before there is a Client ID and a certificate. @param {ConnectionView} view */
export const codeSamplesLink = (view) => isReady(view) && html`<div class="page-end"><p class="small soft">${s.linkTitle} ${s.linkNote}</p>${link(view)}</div>`;

/** The same for whom it is the main thing. @param {ConnectionView} view */
export const codeSamplesCallout = (view) => isReady(view) && callout({ tone: "accent", title: s.linkTitle, body: html`<p>${s.linkNote}</p>`, actions: link(view) });

/** @param {ConnectionView} view */
const isReady = (view) => view.integration.clientId !== null && view.credential !== null;

/** @param {ConnectionView} view */
const link = (view) => html`<a class="button" id="code-samples-link" href="${hashOf({ screen: "code-samples", id: view.id })}">${s.link}</a>`;
