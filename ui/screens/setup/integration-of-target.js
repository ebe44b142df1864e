// @ts-check
// Step 4 for a system that brings its own integration record: how it gets into NetSuite. Its
// Consumer Key may stay unknown; then the system itself fetches the first token.

import { copyField } from "../../elements/copy.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { field } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { cliSignIn, paths } from "../../strings/netsuite.js";

/** @import { ConnectionView } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

const s = strings.integration.brought;

/**
 * @param {ConnectionView} view
 * @param {string} application
 * @param {string} clientId as typed
 * @param {Markup} scopes asked for only when a token can be
 */
export const broughtRecord = (view, application, clientId, scopes) => html`<p>${s.lead(view.target?.label ?? "", application)}</p>
  <ol class="acts">
    <li class="act"><div class="act-body">
      <h3>${s.install}</h3>
      <p class="small soft">${s.installNote}</p>
      ${copyField({ label: s.command, value: cliSignIn })}
    </div></li>
    <li class="act"><div class="act-body">
      <div class="card-head"><h3>${s.look}</h3>${openPages(view.practice, "integrations")}</div>
      ${netsuitePath(paths.integrations)}
      <p class="small soft">${s.lookNote(application)}</p>
    </div></li>
  </ol>
  ${field({ id: "client-id", label: s.clientId, value: clientId, hint: s.clientIdHint, mono: true })}
  ${clientId.trim() !== "" && scopes}`;
