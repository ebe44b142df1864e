// @ts-check
// A certificate is revoked by a person in NetSuite: where, which one, and what to say on the phone.

import { copyButton, copyField } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { failurePlace } from "../../elements/callout.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { idInSixes } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";

/** @import { ConnectionView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.byAdministrator;

/**
 * Its button has the act "revoked-by-hand" and carries the Certificate ID.
 * @param {object} options
 * @param {ConnectionView} options.view
 * @param {string} options.certificateId
 * @param {boolean} options.leaked
 * @param {boolean} options.open
 * @param {Part} [options.choice] of which certificate
 */
export const revokeByHand = ({ view, certificateId, leaked, open, choice = null }) => html`<details class="more" id="by-hand" ${flag("open", open)}>
  <summary class="more-summary">${icon("right")}${s.summary}</summary>
  <div class="more-body stack" data-part>
    ${choice}
    <p>${s.lead}</p>
    <ol class="acts">
      <li class="act"><div class="act-body"><div class="card-head"><h3>${s.open}</h3>${openPages(view.practice, "mappings")}</div>${netsuitePath(paths.mappings)}</div></li>
      <li class="act"><div class="act-body"><h3>${s.find}</h3>${copyField({ label: s.id, value: certificateId, shown: idInSixes(certificateId) })}</div></li>
      <li class="act"><div class="act-body"><div class="card-head"><h3>${s.say}</h3>${copyButton(words(view, certificateId, leaked), s.copy, { word: true })}</div><blockquote class="quote" id="by-hand-words">${words(view, certificateId, leaked)}</blockquote></div></li>
    </ol>
    ${failurePlace()}
    <div class="actions"><button class="button" type="button" id="revoked-by-hand" data-act="revoked-by-hand" data-certificate="${certificateId}" data-busy="${s.noting}"><span data-label>${s.done}</span></button></div>
    <p class="small soft">${s.doneNote}</p>
  </div>
</details>`;

/** @param {ConnectionView} view @param {string} certificateId @param {boolean} leaked */
const words = (view, certificateId, leaked) =>
  s.words({
    account: view.account?.accountId ?? "",
    path: paths.mappings.join(" > "),
    first: certificateId.slice(0, 6),
    last: certificateId.slice(-6),
    // A vendor's certificate acts as somebody else.
    entity: view.credentials.some((known) => known.certificateId === certificateId) ? view.entityName : "",
    role: view.credentials.some((known) => known.certificateId === certificateId) ? view.roleName : "",
    leaked,
  });
