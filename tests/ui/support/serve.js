// Serves ui/ on 127.0.0.1 with the app's content security policy and the fake backend put in.
// By itself: node tests/ui/support/serve.js [port], then open the printed address with ?scene=board.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { SCENES } from "../fake-backend/scenes.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const ui = join(here, "../../../ui");

/** As in tauri.conf.json; here the app's own channel is not needed. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

// All scenes together are 26 MB: a page is given its own alone. It is data, which the policy allows.
/** @param {string} page @param {string} scene */
const withFakeBackend = (page, scene) =>
  page.replace('<script type="module"', () => `<script type="application/json" id="scene">${JSON.stringify(SCENES[scene] ?? null).replaceAll("<", "\\u003c")}</script>\n    <script type="module" src="fake/install.js"></script>\n    <script type="module"`);

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/**
 * @param {number} port
 * @param {string} cached what a browser is told of keeping the files
 * @param {Record<string, string>} tools files beside the app's, by their paths in addresses
 * @param {((file: string) => string) | null} texts the source of a file below ui/strings in another language
 */
export function serve(port = 0, cached = "no-store", tools = {}, texts = null) {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(decodeURIComponent(pathname));
    // Browsers ask for it, the app's window does not.
    if (path === "/favicon.ico") return void response.writeHead(204).end();
    const file = tools[path] ?? (path.startsWith("/fake/") ? join(here, "../fake-backend", path.slice("/fake/".length)) : join(ui, path === "/" ? "index.html" : path));
    try {
      let body = texts && path.startsWith("/strings/en/") ? Buffer.from(texts(path.slice("/strings/".length))) : await readFile(file);
      if (path === "/") body = Buffer.from(withFakeBackend(String(body), searchParams.get("scene") ?? "board"));
      response.writeHead(200, { "content-type": `${TYPES[extname(file)] ?? "text/plain"}; charset=utf-8`, "content-security-policy": POLICY, "cache-control": cached });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.argv[2] ?? 0));
  console.log(`${address}?scene=board`);
}
