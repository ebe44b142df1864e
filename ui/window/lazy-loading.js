// @ts-check
// What the first screen can do without, fetched once it is shown: the other screens and their
// style sheets, how failures are told, and what is watched without a screen.

import { openUploads } from "../lib/app-state.js";

/** The screens beside the board. A new one is named here and opened in main.js. */
export const screens = {
  about: () => import("../screens/help/about-screen.js"),
  apiSecrets: () => import("../screens/api-secrets/list-screen.js"),
  backup: () => import("../screens/backup/screen.js"),
  backupHandOver: () => import("../screens/backup/hand-over-screen.js"),
  bank: () => import("../screens/api-secrets/bank-screen.js"),
  bring: () => import("../screens/setup/existing-key-screen.js"),
  certificateUpload: () => import("../screens/certificates/upload-screen.js"),
  certificates: () => import("../screens/certificates/screen.js"),
  codeSamples: () => import("../screens/code-samples/screen.js"),
  connection: () => import("../screens/connection/screen.js"),
  diagnosis: () => import("../screens/diagnosis/screen.js"),
  end: () => import("../screens/ending/end-connection-screen.js"),
  help: () => import("../screens/help/screen.js"),
  doctor: () => import("../screens/file-doctor/screen.js"),
  leak: () => import("../screens/ending/leaked-key-screen.js"),
  new: () => import("../screens/setup/new-connection-screen.js"),
  proRecord: () => import("../screens/pro-record/screen.js"),
  proRecords: () => import("../screens/pro-record/list-screen.js"),
  refreshed: () => import("../screens/rotation/refreshed-sandbox-screen.js"),
  rotate: () => import("../screens/rotation/screen.js"),
  rotations: () => import("../screens/rotation/several-screen.js"),
  secretStores: () => import("../screens/secret-stores/screen.js"),
  setup: () => import("../screens/setup/screen.js"),
  tbaEntry: () => import("../screens/tba-plan/entry-screen.js"),
  tbaPlan: () => import("../screens/tba-plan/screen.js"),
  tbaPlans: () => import("../screens/tba-plan/list-screen.js"),
  signIn: () => import("../screens/sign-in/screen.js"),
};

/** @type {Promise<void> | undefined} */
let styled;

/** The style sheets of all other screens. Fetched once. */
export const styles = () => (styled ??= new Promise((resolve, reject) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "styles/other-screens.css";
  link.addEventListener("load", () => resolve());
  link.addEventListener("error", () => reject(new Error("styles/other-screens.css")));
  document.head.append(link);
}));

/** Fetches what the first click is likely to ask for, so that it does not wait. The rest is fetched when it is opened: every
    screen that is held costs memory. What fails here fails again, and is told, when it is needed. */
export const warmUp = () => Promise.allSettled([styles(), screens.new(), screens.setup(), screens.connection(), import("../lib/show-failure.js")]);

/** @param {string[]} ids of connections whose upload had no answer */
const watch = async (ids) => ids.length > 0 && (await import("../screens/rotation/upload-watch.js")).watchUploads(ids);

/** From now on the window looks for what had no answer, hears its shortcuts and who has come back from the browser, is laid out anew when it is resized, and shows no menu of the web view's own. @param {import("./page.js").Page} page */
export async function listen(page) {
  const [notices, shortcuts, menu, resized, returning] = await Promise.all([import("./notices.js"), import("./shortcuts.js"), import("./context-menu.js"), import("./remeasure-on-resize.js"), import("./return-to-field.js")]);
  menu.onlyCopyAndPaste();
  resized.measureAnewWhenResized();
  returning.returnToAwaitedField();
  shortcuts.listenForShortcuts(page);
  openUploads.subscribe(watch);
  void watch(openUploads.get());
  return notices.listen();
}
