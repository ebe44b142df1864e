// @ts-check
// Evidence of a connection for an auditor, and a history that somebody has changed.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import { Part } from "../../lib/html.js" */

export const evidence = {
  save: "Save evidence…",
  saving: "Saving…",
  /** @param {string} path */
  saved: (path) => `Evidence saved as ${path}, with a JSON file beside it`,
  gapsTitle: "History changed outside Certdesk",
  /** @param {Part} event @param {Part} when */
  after: (event, when) => html`“${event}” (${when}) was changed, or entries after it were removed, added, or moved.`,
  /** @param {Part} event @param {Part} when */
  before: (event, when) => html`Entries before “${event}” (${when}) were removed, or it was added or moved.`,
  allRemoved: "All entries were removed.",
  /** @param {number} count */
  more: (count) => plural(count, { one: "The history has {count} more gap.", other: "The history has {count} more gaps." }),
  gapsBody: "Each entry contains a hash of the one before, and here they don’t match. Keys and tokens aren’t affected.",
  gapsRemedy: "Compare the history with a backup or with evidence you saved earlier. Certdesk doesn’t repair it.",
  marked: { after: "Changed, or entries missing after it", before: "Added, or entries missing before it" },
};
