// Opens the window's page in headless Chromium, in one of the scenes.

import { existsSync } from "node:fs";
import { NOW } from "../fake-backend/fixtures.js";
import { SCENES } from "../fake-backend/scenes.js";
import { serve } from "./serve.js";
import { tools } from "./tools.js";

const { chromium } = tools("playwright-core");

/** Debian packages Chromium without its window apart; that opens a page twice as fast. */
export const BROWSER = process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));

export const SIZES = { usual: { width: 1120, height: 760 }, small: { width: 900, height: 600 }, zoomed: { width: 560, height: 380 } };

/** @type {ReturnType<typeof open> | undefined} */
let running;
let users = 0;

/** One browser and one server for all test files of a process. Whoever starts them stops them, and the last one closes them. */
export async function start() {
  users += 1;
  return (running ??= open());
}

/** The same by itself, with texts as another language may have them. */
export const startWithLongerTexts = async () => open((await import("./longer-texts.js")).withLongerTexts);

/** @param {((file: string) => string) | null} texts */
async function open(texts = null) {
  // The files don't change while the tests run, and most of a test's time went into fetching them again.
  const server = await serve(0, "max-age=3600", { "/axe.js": tools.resolve("axe-core/axe.min.js") }, texts);
  /** Pages that no scene uses now, by the options of their contexts. @type {Map<string, import("playwright-core").Page[]>} */
  const idle = new Map();
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-gpu"] });
  return {
    browser,
    /**
     * @param {string} name of the scene
     * @param {{ theme?: "light" | "dark", size?: keyof typeof SIZES, still?: boolean }} [options] `zoomed` is the usual size at 200 %; without `still` time runs as it does, for measuring
     */
    async show(name, { theme = "light", size = "usual", still = true } = {}) {
      const options = { viewport: SIZES[size], deviceScaleFactor: size === "zoomed" ? 2 : 1, colorScheme: theme, reducedMotion: /** @type {const} */ ("reduce"), timezoneId: "UTC", locale: "en-US" };
      const kind = JSON.stringify({ options, still });
      const page = idle.get(kind)?.pop() ?? (await (await browser.newContext(options)).newPage());
      page.setDefaultTimeout(30_000);
      const complaints = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
      if (still) {
        await page.clock.install({ time: NOW });
        await page.clock.resume();
      }
      const scene = SCENES[name];
      await page.goto(`${server.address}?scene=${name}${scene.hash}`);
      // All that a screen reads once it is open has arrived, too, or it asks: what is drawn then may move what is below it.
      if (!(scene.scene.hanging ?? []).length) await page.locator("html[data-ready]:has(main[aria-busy=false], dialog[open])").waitFor();
      for (const [act, selector, value] of scene.then ?? []) {
        const target = page.locator(selector).first();
        if (act === "click") await target.click();
        if (act === "fill") await target.fill(value);
        if (act === "select") await target.selectOption(value);
        if (act === "wait") await target.waitFor();
      }
      // A process that has read and compiled the files shows the next scene much sooner than a new one. What this scene
      // has kept, was allowed, has opened or was resized to is undone, and a page whose test has failed is not used again.
      const close = async () => {
        page.removeAllListeners();
        await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
        await page.context().clearPermissions();
        // From one scene to the next only what follows the # might differ, and that would not load the page.
        await page.goto("about:blank");
        // The pointer stays where it is when a page goes, and would hover over a part of the next scene.
        await page.mouse.move(-1, -1);
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize(options.viewport);
        const session = await page.context().newCDPSession(page);
        await session.send("Page.resetNavigationHistory");
        await session.detach();
        idle.set(kind, [...(idle.get(kind) ?? []), page]);
      };
      return { page, complaints, close };
    },
    async stop() {
      if (texts === null) {
        users -= 1;
        if (users > 0) return;
        running = undefined;
      }
      await browser.close();
      server.close();
    },
  };
}
