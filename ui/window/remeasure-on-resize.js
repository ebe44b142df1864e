// @ts-check
// WebKitGTK keeps the height of a row whose item is a grid itself when the window gets narrower, so
// that the lines which now wrap lie over the next row. A change of the type's size, too small to be
// seen, has every row measured again.

/** Once, at the start. */
export function measureAnewWhenResized() {
  let asked = 0;
  // Not in the frame of the new size: what changes together with it is measured no better.
  const nextFrame = (/** @type {() => void} */ act) => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(act);
  };
  addEventListener("resize", () => nextFrame(() => nextFrame(measureAnew)));
}

function measureAnew() {
  const { style } = document.documentElement;
  style.fontSize = style.fontSize === "" ? "100.01%" : "";
}
