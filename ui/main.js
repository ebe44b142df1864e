// @ts-check
// The start: what the window knows, the rail, the router.

import { refreshStatus, status } from "./lib/app.js";
import { failureOf, Page } from "./lib/page.js";
import { parseRoute } from "./lib/router.js";
import { followFocus } from "./lib/sight.js";
import { commonActs } from "./screens/common-acts.js";
import { openBring } from "./screens/bring.js";
import { openConnection } from "./screens/connection.js";
import { openConnections } from "./screens/connections.js";
import { openNew } from "./screens/new.js";
import { startRail } from "./screens/rail.js";
import { openSetup } from "./screens/setup.js";

/** @import { Route } from "./lib/router.js" */
/** @import { Screen } from "./lib/page.js" */

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
/** @type {Page} */
const page = new Page(main, commonActs(() => page));

/** @param {Route} route @returns {Promise<Screen>} */
function open(route) {
  switch (route.screen) {
    case "connections":
      return openConnections(page);
    case "new":
      return openNew(page, route);
    case "bring":
      return openBring(page);
    case "connection":
      return openConnection(page, route);
    case "setup":
      return openSetup(page, route);
  }
}

/** @param {{ focus?: boolean }} [options] */
const show = (options) => page.show(async () => {
  if (!status.get()) await refreshStatus();
  return open(parseRoute(location.hash));
}, options);

document.getElementById("skip-link")?.addEventListener("click", (event) => {
  // The hash is the router's; the skip link only moves the focus.
  event.preventDefault();
  page.focusHeading();
});
addEventListener("hashchange", () => void show());
addEventListener("unhandledrejection", (event) => page.tell(failureOf(event.reason)));

// The keychain answers late; what it says changes the callout and what can be pressed.
status.subscribe(() => page.draw());
startRail();
followFocus();
await show({ focus: false });
