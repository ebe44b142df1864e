// axe in a page that has loaded it.

/** Preloading would fetch the style sheets again, which the policy rightly refuses. @param {import("playwright-core").Page} page */
export const violations = (page) =>
  page.evaluate(async () => {
    // A fill that is still changing its colour would be judged half way.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const found = await globalThis.axe.run(document, { resultTypes: ["violations"], preload: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary})`).join("; ")}`);
  });
