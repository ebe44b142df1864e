//! The window without a mouse: what a person does who has a keyboard alone.

use crate::support::window::Window;
use fantoccini::key::Key;
use serde_json::json;
use std::path::Path;

/// Walks with Tab until `css` has the focus. Whatever gets it on the way has to show it and must not be covered.
pub(crate) async fn reach(window: &Window<'_>, css: &str) {
    window.see(css).await;
    for _ in 0..120 {
        let there = "return document.activeElement?.matches(arguments[0]) ?? false";
        if window.run(there, vec![json!(css)]).await == true {
            return;
        }
        window.press(&Key::Tab.to_string()).await;
        window.settle().await;
        let trouble = window.run(FOCUS, vec![]).await;
        assert!(trouble.is_null(), "on the way to {css}: {trouble}");
    }
    panic!("Tab never reaches {css}\n{}", window.text("main").await);
}

/// Walks to `css` and presses Enter there.
pub(crate) async fn press(window: &Window<'_>, css: &str) {
    reach(window, css).await;
    window.press(&Key::Enter.to_string()).await;
}

/// Walks to what asks where to save a file, presses Enter there, and saves it.
pub(crate) async fn save_as(window: &Window<'_>, css: &str, title: &str, to: &Path) {
    reach(window, css).await;
    let answer = || window.desktop.display.save_as(title, to);
    window.press_and_answer(&Key::Enter.to_string(), answer).await;
}

/// Walks to what asks for a file, presses Enter there, and chooses it.
pub(crate) async fn open_file(window: &Window<'_>, css: &str, title: &str, file: &Path) {
    reach(window, css).await;
    let answer = || window.desktop.display.open_file(title, file);
    window.press_and_answer(&Key::Enter.to_string(), answer).await;
}

/// Walks to a field and replaces what is in it.
pub(crate) async fn type_into(window: &Window<'_>, css: &str, text: &str) {
    reach(window, css).await;
    window.press(&format!("{}a", Key::Control)).await;
    window.press(text).await;
    assert_eq!(window.value(css).await, text);
}

/// Null when what has the focus shows it and can be seen; else what is wrong.
const FOCUS: &str = "const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const shown = focused.closest('label') ?? focused;
    const box = shown.getBoundingClientRect();
    const name = focused.outerHTML.slice(0, 120);
    if (box.width === 0 || box.height === 0) return name + ' is not visible';
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
    if (!at || !(shown.contains(at) || at.contains(shown))) return name + ' is covered by ' + at?.outerHTML.slice(0, 120);
    return null;";
