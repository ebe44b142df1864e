// @ts-check
// The one polite live region. A text said twice in a row would not be read again,
// so every second time an invisible character is added.

let odd = false;

/** @param {string} text */
export function announce(text) {
  const region = document.getElementById("announce");
  if (!region) return;
  odd = !odd;
  region.textContent = odd ? text : `${text}\u00a0`;
}
