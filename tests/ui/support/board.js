// What the board shows, asked only once all of it is drawn: its rows come when somebody is about to see them.

/** Until every row is drawn that comes without scrolling. @param {import("playwright-core").Page} page */
export const rowsDrawn = (page) => page.waitForFunction(() => !document.getElementById("board-rest")?.offsetHeight);

/** The names of its connections from top to bottom. @param {import("playwright-core").Page} page */
export const names = async (page) => (await rowsDrawn(page), page.locator(".cell-name").allTextContents());

/** How many connections it shows. @param {import("playwright-core").Page} page */
export const count = async (page) => (await rowsDrawn(page), page.locator("tr[data-connection]").count());

/** Their accounts from top to bottom. @param {import("playwright-core").Page} page */
export const accounts = async (page) => (await rowsDrawn(page), page.locator("tr[data-connection] > td:nth-of-type(1)").allInnerTexts());

/** The heads of its groups from top to bottom. @param {import("playwright-core").Page} page */
export const heads = async (page) => (await rowsDrawn(page), page.locator("th.table-group").allInnerTexts());

/** Two frames painted. @param {import("playwright-core").Page} page */
export const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Until there are no more rows to come. @param {import("playwright-core").Page} page */
export async function scrollToEnd(page) {
  do {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await frames(page);
  } while (await page.evaluate(() => (document.getElementById("board-rest")?.offsetHeight ?? 0) > 0));
}
