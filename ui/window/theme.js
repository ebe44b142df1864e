// @ts-check
// Auto, light or dark. Auto is the absence of the attribute: the style sheet then asks the system.

/** @typedef {"auto" | "light" | "dark"} Theme */

/** @returns {Theme} */
export function theme() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

/** @param {string} next anything but "light" and "dark" counts as "auto" */
export function setTheme(next) {
  if (next === "light" || next === "dark") document.documentElement.dataset.theme = next;
  else delete document.documentElement.dataset.theme;
  try {
    localStorage.setItem("theme", theme());
  } catch {
    // Kept for this session only; nothing else depends on it.
  }
}
