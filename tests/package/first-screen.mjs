// first-screen.mjs APPLICATION [NATIVE-DRIVER]
//
// Starts the installed app through tauri-driver and reads the heading of its first screen, as a person would see it.
// Needs tauri-driver on the path, and the driver of the system's web view: msedgedriver on Windows, WebKitWebDriver on
// Linux. Exits with 1 and a sentence if the screen doesn't come up.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { board } from "../../ui/strings/en/board.js";

const [application, nativeDriver] = process.argv.slice(2);
if (!application) {
  console.error("usage: first-screen.mjs APPLICATION [NATIVE-DRIVER]");
  process.exit(64);
}

const origin = "http://127.0.0.1:4444";
const patience = 60_000;
const element = "element-6066-11e4-a52e-4f735466cecf";

/** @param {string} method @param {string} path @param {unknown} [body] */
async function call(method, path, body) {
  const answer = await fetch(origin + path, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value?.message ?? answer.status}`);
  return value;
}

/** Resolves when the driver accepts connections; it announces that in no other way. */
async function listening() {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await fetch(`${origin}/status`, { signal: AbortSignal.timeout(patience) });
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

const driver = spawn("tauri-driver", nativeDriver ? ["--native-driver", nativeDriver] : [], { stdio: "inherit" });
const ended = once(driver, "exit").then(([code]) => {
  throw new Error(`tauri-driver ended early with ${code}`);
});

async function firstHeading() {
  await listening();
  const options = { application: resolve(application) };
  const { sessionId } = await call("POST", "/session", {
    capabilities: { alwaysMatch: { "tauri:options": options } },
  });
  const session = `/session/${sessionId}`;
  try {
    // From here on the web view's own driver waits for what is looked for.
    await call("POST", `${session}/timeouts`, { implicit: patience });
    const found = await call("POST", `${session}/element`, {
      using: "css selector",
      value: "html[data-ready='1'] h1",
    });
    return await call("GET", `${session}/element/${found[element]}/text`);
  } finally {
    await call("DELETE", session);
  }
}

try {
  const heading = await Promise.race([firstHeading(), ended]);
  if (heading !== board.title && heading !== board.emptyTitle) throw new Error(`the first screen is headed ${JSON.stringify(heading)}`);
  console.log(`The first screen is there: ${heading}`);
} catch (error) {
  console.error(`The first screen didn't come up: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  ended.catch(() => {});
  driver.kill();
}
