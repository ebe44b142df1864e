// Pictures of every scene, for looking at: node tests/ui/support/shots.js [part of a scene's name]
// They go to target/shots, light and dark at 1120×760, light at 900×600 and at 200 %.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SCENES } from "../fake-backend/scenes.js";
import { start } from "./browser.js";

const folder = fileURLToPath(new URL("../../../target/shots/", import.meta.url));
const wanted = process.argv[2] ?? "";
const views = [
  { name: "", theme: "light", size: "usual" },
  { name: "-dark", theme: "dark", size: "usual" },
  { name: "-small", theme: "light", size: "small" },
  { name: "-zoomed", theme: "light", size: "zoomed" },
].filter(({ name }) => !process.argv[3] || process.argv[3].split(",").includes(name || "light"));

mkdirSync(folder, { recursive: true });
const window = await start();
for (const scene of Object.keys(SCENES).filter((name) => name.includes(wanted))) {
  for (const { name, ...view } of views) {
    try {
      const { page, complaints, close } = await window.show(scene, view);
      await page.screenshot({ path: `${folder}${scene}${name}.png` });
      for (const complaint of complaints) console.log(`${scene}${name}: ${complaint}`);
      await close();
    } catch (failed) {
      console.log(`${scene}${name}: ${failed}`);
    }
  }
}
await window.stop();
