// @ts-check
// A classic script in <head>, so that the chosen theme stands before the first paint.
// The rest of the theme is in theme.js.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage switched off: the system's theme is right.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
