//! Listens to everything that passes between the page and Rust, and between the page and anywhere else.

use crate::support::window::Window;

/// Starts listening. Lasts until the page is loaded anew.
///
/// Questions leave by `fetch`; answers and channel messages come back through the map of callbacks, which Tauri keeps for
/// exactly such looks.
pub(crate) async fn start(window: &Window<'_>) {
    let script = r#"
        const heard = [];
        window.heard = heard;
        const text = (value) => {
            if (typeof value === "string") return value;
            if (value instanceof ArrayBuffer) value = new Uint8Array(value);
            if (ArrayBuffer.isView(value)) return JSON.stringify([...value]) + new TextDecoder().decode(value);
            try { return JSON.stringify(value) ?? String(value); } catch { return String(value); }
        };
        const through = window.fetch;
        window.fetch = (...asked) => {
            heard.push("out " + text(asked[0]?.url ?? asked[0]) + " " + text(asked[1]?.body ?? ""));
            return through(...asked);
        };
        const callbacks = window.__TAURI_INTERNALS__.callbacks;
        const get = callbacks.get.bind(callbacks);
        callbacks.get = (id) => {
            const callback = get(id);
            return callback && ((data) => { heard.push("in " + text(data)); return callback(data); });
        };
    "#;
    window.run(script, vec![]).await;
}

/// Everything heard so far, one message a line.
pub(crate) async fn heard(window: &Window<'_>) -> String {
    let heard = window.run("return window.heard.join('\\n')", vec![]).await;
    heard.as_str().expect("the wiretap is on").to_owned()
}
