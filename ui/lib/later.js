// @ts-check
// What the first screen can do without, fetched once it is shown: the other screens and their
// style sheets, and how failures are told.

/** The screens beside the board. A new one is named here and opened in main.js. */
export const screens = {
  about: () => import("../screens/about.js"),
  apiSecrets: () => import("../screens/api-secrets.js"),
  bank: () => import("../screens/bank.js"),
  bring: () => import("../screens/bring.js"),
  certificateUpload: () => import("../screens/certificates-upload.js"),
  certificates: () => import("../screens/certificates.js"),
  connection: () => import("../screens/connection.js"),
  diagnosis: () => import("../screens/diagnosis.js"),
  end: () => import("../screens/end.js"),
  help: () => import("../screens/help.js"),
  doctor: () => import("../screens/doctor.js"),
  leak: () => import("../screens/leak.js"),
  new: () => import("../screens/new.js"),
  proRecord: () => import("../screens/pro-record.js"),
  proRecords: () => import("../screens/pro-records.js"),
  refreshed: () => import("../screens/refreshed.js"),
  rotate: () => import("../screens/rotate.js"),
  rotations: () => import("../screens/rotations.js"),
  setup: () => import("../screens/setup.js"),
  signIn: () => import("../screens/sign-in.js"),
};

/** @type {Promise<void> | undefined} */
let styled;

/** The style sheets of all other screens. Fetched once. */
export const styles = () => (styled ??= new Promise((resolve, reject) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "styles/later.css";
  link.addEventListener("load", () => resolve());
  link.addEventListener("error", () => reject(new Error("styles/later.css")));
  document.head.append(link);
}));

/** Fetches what the first click is likely to ask for, so that it does not wait. The rest is fetched when it is opened: every
    screen that is held costs memory. What fails here fails again, and is told, when it is needed. */
export const warmUp = () => Promise.allSettled([styles(), screens.new(), screens.setup(), screens.connection(), import("./telling.js")]);

/** From now on the window hears its shortcuts and who has come back from the browser, is laid out anew when it is resized, and shows no menu of the web view's own. @param {import("./page.js").Page} page */
export async function listen(page) {
  const [notices, shortcuts, menu, resized] = await Promise.all([import("./notices.js"), import("./shortcuts.js"), import("./context-menu.js"), import("./resized.js")]);
  menu.onlyCopyAndPaste();
  resized.measureAnewWhenResized();
  shortcuts.listenForShortcuts(page);
  return notices.listen();
}
