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

/** One browser and one server for a whole run. */
export async function start() {
  // The files don't change while the tests run, and most of a test's time went into fetching them again.
  const server = await serve(0, "max-age=3600");
  /** Contexts that no scene uses now, by their options. @type {Map<string, import("playwright-core").BrowserContext[]>} */
  const idle = new Map();
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-gpu"] });
  return {
    /**
     * @param {string} name of the scene
     * @param {{ theme?: "light" | "dark", size?: keyof typeof SIZES, still?: boolean }} [options] `zoomed` is the usual size at 200 %; without `still` time runs as it does, for measuring
     */
    async show(name, { theme = "light", size = "usual", still = true } = {}) {
      const options = { viewport: SIZES[size], deviceScaleFactor: size === "zoomed" ? 2 : 1, colorScheme: theme, reducedMotion: /** @type {const} */ ("reduce"), timezoneId: "UTC", locale: "en-US" };
      const kind = JSON.stringify({ options, still });
      const context = idle.get(kind)?.pop() ?? (await browser.newContext(options));
      const page = await context.newPage();
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
      if (!(scene.scene.hanging ?? []).length) await page.locator("html[data-ready]").waitFor();
      for (const [act, selector, value] of scene.then ?? []) {
        const target = page.locator(selector).first();
        if (act === "click") await target.click();
        if (act === "fill") await target.fill(value);
        if (act === "select") await target.selectOption(value);
        if (act === "wait") await target.waitFor();
      }
      // The next scene finds the files there, and nothing that this one has kept or was allowed.
      const close = async () => {
        await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
        await context.clearPermissions();
        await page.close();
        idle.set(kind, [...(idle.get(kind) ?? []), context]);
      };
      return { page, complaints, close };
    },
    async stop() {
      await browser.close();
      server.close();
    },
  };
}
