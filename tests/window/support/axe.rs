//! axe in the real window.

use crate::support::window::Window;
use serde_json::json;

/// Judges the page as it is now, light and dark; what axe finds ends the test.
pub(crate) async fn passes(window: &Window<'_>, screen: &str) {
    for theme in ["light", "dark"] {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        window.run(script, vec![json!(theme)]).await;
        window.settle().await;
        window.run_async(AT_REST, vec![]).await;
        if window.run("return typeof window.axe", vec![]).await != "object" {
            window.run(&axe(), vec![]).await;
        }
        let found = window.run_async(AXE, vec![]).await;
        assert_eq!(found, json!([]), "{screen}, {theme}");
        let headings =
            window.run("return document.querySelectorAll('main h1').length", vec![]).await;
        assert_eq!(headings, 1, "{screen} has one heading of its own");
    }
}

fn axe() -> String {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/ui-tests/node_modules/axe-core/axe.min.js"
    );
    let source =
        std::fs::read_to_string(file).expect("axe-core is installed by tests/ui/install.sh");
    format!("{source}; window.axe = axe;")
}

/// A fill that changes is judged when it has changed. What runs for ever is not waited for, nor what stands in a closed part:
/// that is not drawn and never comes to rest.
const AT_REST: &str = "const done = arguments[arguments.length - 1];
    const ending = document.getAnimations().filter(({ effect }) =>
        effect.getComputedTiming().endTime !== Infinity && !effect.target.closest('details:not([open])'));
    Promise.allSettled(ending.map(animation => animation.finished)).then(() => done(null));";

/// Preloading would fetch the style sheets again, which the policy rightly refuses.
const AXE: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], preload: false }).then(
        ({ violations }) => done(violations.map(({ id, nodes }) =>
            id + ': ' + nodes.map(({ target, failureSummary }) => target.join(' ') + ' (' + failureSummary + ')').join('; '))),
        (error) => done([String(error)]));";
