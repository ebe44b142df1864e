// @ts-check
// The start: what the window knows, the rail, the router. It imports what the first screen needs
// and nothing else; everything else is in window/lazy-loading.js.

import { refreshStatus, status } from "./lib/app-state.js";
import { listen, screens, styles, warmUp } from "./window/lazy-loading.js";
import { failureOf, Page, SLOW } from "./window/page.js";
import { parseRoute } from "./window/router.js";
import { followFocus } from "./lib/scrolling.js";
import { commonActions } from "./window/common-actions.js";
import { openConnections } from "./screens/board/screen.js";
import { startRail } from "./window/rail.js";

/** @import { Route } from "./window/router.js" */
/** @import { Screen } from "./window/page.js" */

/** Milliseconds; a keychain that is there answers sooner. */
const MOMENT = 50;

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
/** @type {Page} */
const page = new Page(main, commonActions(() => page));

/** @param {Route} route @returns {Promise<Screen>} */
async function open(route) {
  const known = status.get() ?? refreshStatus();
  // The board waits for no slow keychain: what that says is drawn when it comes.
  if (route.screen === "connections") return (await Promise.all([openConnections(page), Promise.race([known, after(MOMENT)])]))[0];
  await Promise.all([styles(), known]);
  switch (route.screen) {
    case "new":
      return (await screens.new()).openNew(page, route);
    case "bring":
      return (await screens.bring()).openBring(page);
    case "doctor":
      return (await screens.doctor()).openDoctor(page);
    case "connection":
      return (await screens.connection()).openConnection(page, route);
    case "setup":
      return (await screens.setup()).openSetup(page, route);
    case "rotate":
      return (await screens.rotate()).openRotate(page, route);
    case "rotations":
      return (await screens.rotations()).openRotations(page);
    case "refreshed":
      return (await screens.refreshed()).openRefreshed(page, route);
    case "certificates":
      return (await screens.certificates()).openCertificates(page, route);
    case "certificate-upload":
      return (await screens.certificateUpload()).openCertificateUpload(page, route);
    case "sign-in":
      return (await screens.signIn()).openSignIn(page, route);
    case "code-samples":
      return (await screens.codeSamples()).openCodeSamples(page, route);
    case "secret-stores":
      return (await screens.secretStores()).openSecretStores(page, route);
    case "diagnosis":
      return (await screens.diagnosis()).openDiagnosis(page, route);
    case "leak":
      return (await screens.leak()).openLeak(page, route);
    case "end":
      return (await screens.end()).openEnd(page, route);
    case "backup":
      return (await screens.backup()).openBackup(page);
    case "backup-hand-over":
      return (await screens.backupHandOver()).openBackupHandOver(page, route);
    case "help":
      return (await screens.help()).openHelp(page);
    case "about":
      return (await screens.about()).openAbout(page);
    case "api-secrets":
      return (await screens.apiSecrets()).openApiSecrets(page);
    case "bank":
      return (await screens.bank()).openBank(page, route);
    case "pro-records":
      return (await screens.proRecords()).openProRecords(page);
    case "pro-record":
      return (await screens.proRecord()).openProRecord(page, route);
    case "tba-plans":
      return (await screens.tbaPlans()).openTbaPlans(page);
    case "tba-plan":
      return (await screens.tbaPlan()).openTbaPlan(page, route);
    case "tba-entry":
      return (await screens.tbaEntry()).openTbaEntry(page, route);
  }
}

/** @param {number} time in milliseconds */
const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** @param {{ focus?: boolean }} [options] */
const show = (options) => page.show(() => open(parseRoute(location.hash)), options);

document.getElementById("skip-link")?.addEventListener("click", (event) => {
  // The hash is the router's; the skip link only moves the focus.
  event.preventDefault();
  page.focusHeading();
});
addEventListener("hashchange", () => void show());
addEventListener("unhandledrejection", (event) => page.tell(failureOf(event.reason)));

// The keychain answers late; what it says changes the callout and what can be pressed.
status.subscribe(() => page.draw());
followFocus();
// The rail comes in one frame with the first screen: two frames take longer than one. But it does
// not wait for a screen that is slow to read.
const shown = show({ focus: false });
await Promise.race([shown, after(SLOW)]);
startRail();
await shown;
// After the first frame.
requestAnimationFrame(() => setTimeout(() => void listen(page)));
// Whoever moves is about to press something; a window that nobody touches holds no more than it shows.
for (const sign of ["pointermove", "keydown", "click"]) addEventListener(sign, () => void warmUp(), { once: true, capture: true });
