//! What the page may not do, in the real window.

use crate::support::desktop::Desktop;
use crate::support::walk;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::time::Duration;

#[tokio::test]
async fn the_content_security_policy_blocks_what_an_injected_script_would_try() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a port");
    elsewhere.set_nonblocking(true).expect("a listener that can be asked");
    let address = format!("http://{}/", elsewhere.local_addr().expect("its address"));
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let script = r#"
        const [elsewhere] = arguments;
        window.blocked = [];
        document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.effectiveDirective));
        const add = (name, attributes) => {
            const element = Object.assign(document.createElement(name), attributes);
            document.body.append(element);
            return element;
        };
        add("iframe", { src: elsewhere });
        add("object", { data: elsewhere });
        add("img", { src: elsewhere });
        add("link", { rel: "stylesheet", href: elsewhere });
        add("script", { src: elsewhere });
        add("script", { textContent: "window.injected = 1" });
        add("p", {}).setAttribute("style", "color: red");
        add("form", { action: elsewhere, method: "post" }).submit();
        fetch(elsewhere).catch(() => {});
        navigator.sendBeacon(elsewhere, "x");
        try { new Function("window.injected = 2")(); } catch { /* as it should */ }
    "#;
    window.run(script, vec![json!(address)]).await;
    for directive in ["script-src", "style-src", "img-src", "form-action", "connect-src"] {
        let holds = "return window.blocked.some(blocked => blocked.startsWith(arguments[0]))";
        window
            .until(directive, || async { window.run(holds, vec![json!(directive)]).await == true })
            .await;
    }
    // WebKit tells of no blocked frame, so what counts is whether anybody called.
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(elsewhere.accept().is_err(), "something reached out of the window");
    assert_eq!(
        window.run("return window.injected ?? null", vec![]).await,
        Value::Null,
        "an injected script ran"
    );
}

#[tokio::test]
async fn the_page_can_call_what_it_is_granted_and_nothing_else() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    assert!(window.invoke("app_status", json!({})).await.is_ok());
    for command in [
        "plugin:app|version",
        "plugin:deep-link|get_current",
        "plugin:deep-link|is_registered",
        "plugin:deep-link|register",
        "plugin:deep-link|unregister",
        "plugin:event|emit",
        "plugin:event|listen",
        "plugin:fs|read_text_file",
        "plugin:path|resolve_directory",
        "plugin:shell|execute",
        "plugin:webview|create_webview_window",
        "plugin:window|close",
        "plugin:window|set_title",
        "no_such_command",
    ] {
        let refused = window.invoke(command, json!({})).await.expect_err(command);
        let text = refused.to_string();
        assert!(text.contains("not allowed") || text.contains("not found"), "{command}: {text}");
    }
}

#[tokio::test]
async fn the_window_stays_with_its_own_pages() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    walk::begin_practice(&window).await;
    let bar = window.text("#practice-bar").await;
    let address = bar
        .split_whitespace()
        .find(|word| word.starts_with("http://127.0.0.1"))
        .expect("told in the bar");
    let before = window.client.current_url().await.expect("an address");
    for elsewhere in [address.trim_end_matches('.'), "data:text/html,elsewhere", "about:blank"] {
        window.run("location.href = arguments[0]", vec![json!(elsewhere)]).await;
        // What is refused tells nobody, so there is only its time.
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let url = window.client.current_url().await.expect("an address");
        assert_eq!(url, before, "{elsewhere} is shown in the window of Certdesk");
    }
    assert!(window.invoke("app_status", json!({})).await.is_ok(), "and the page still works");
}
