//! The app's window, as far as a person sees and touches it.

use crate::support::desktop::Desktop;
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use test_support::{PATIENCE, Running, descendants};

/// A running app. Ends with its driver when dropped.
pub(crate) struct Window<'d> {
    pub(crate) desktop: &'d Desktop,
    pub(crate) client: Client,
    driver: Running,
    log: PathBuf,
    acts: AtomicUsize,
}

impl<'d> Window<'d> {
    /// Asks the driver to start `program` and waits until its first screen can be used.
    pub(crate) async fn open(
        desktop: &'d Desktop,
        driver: Running,
        port: u16,
        program: &Path,
        log: PathBuf,
    ) -> Self {
        let options = json!({ "binary": program, "args": [] });
        // A script that waits may wait as long as a test does.
        let timeouts = json!({ "script": PATIENCE.as_millis() as u64 });
        let capabilities: Capabilities =
            [("webkitgtk:browserOptions".to_owned(), options), ("timeouts".to_owned(), timeouts)]
                .into_iter()
                .collect();
        let address = format!("http://127.0.0.1:{port}");
        let deadline = Instant::now() + PATIENCE;
        let client = loop {
            let mut builder =
                ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            builder.capabilities(capabilities.clone());
            // The driver never answers when the app ends early, hence the bound.
            match tokio::time::timeout(PATIENCE, builder.connect(&address)).await {
                Ok(Ok(client)) => break client,
                Ok(Err(e)) if Instant::now() >= deadline => {
                    panic!("the app did not start: {e}\n{}", read(&log))
                }
                Ok(Err(_)) => tokio::time::sleep(Duration::from_millis(20)).await,
                Err(_) => {
                    panic!("the app did not answer: did it start and keep running?\n{}", read(&log))
                }
            }
        };
        let window = Self { desktop, client, driver, log, acts: AtomicUsize::new(0) };
        window.see("html[data-ready='1']").await;
        window.rest("the start").await;
        window
    }

    // ---- Looking ---------------------------------------------------------------------------------------------------

    /// Waits until something matches the selector and returns the first that does.
    pub(crate) async fn see(&self, css: &str) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.client.wait().at_most(left).for_element(Locator::Css(css)).await {
                Ok(element) => return element,
                // Drawn anew after the driver had found it: look again.
                Err(e) if e.is_stale_element_reference() && Instant::now() < deadline => {}
                Err(e) => panic!("never saw {css}: {e}\n{}", self.account_of_itself().await),
            }
        }
    }

    /// Waits until nothing matches the selector.
    pub(crate) async fn until_gone(&self, css: &str) {
        self.until(&format!("{css} is gone"), || async { !self.has(css).await }).await;
    }

    /// Whether something matches the selector now.
    pub(crate) async fn has(&self, css: &str) -> bool {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.run(script, vec![json!(css)]).await == true
    }

    /// Waits until the text of what matches the selector contains `words`; returns the text.
    pub(crate) async fn read(&self, css: &str, words: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let text = self.text(css).await;
            if text.contains(words) {
                return text;
            }
            if Instant::now() >= deadline {
                panic!("{css} says {text:?}, not {words:?}\n{}", self.account_of_itself().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The text of everything that matches the selector now, as it is shown.
    pub(crate) async fn text(&self, css: &str) -> String {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')";
        self.run(script, vec![json!(css)]).await.as_str().unwrap_or_default().to_owned()
    }

    /// What a field holds now.
    pub(crate) async fn value(&self, css: &str) -> String {
        self.see(css).await;
        let script = "return document.querySelector(arguments[0]).value";
        self.run(script, vec![json!(css)]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until `holds` says so.
    pub(crate) async fn until<F: Future<Output = bool>>(
        &self,
        what: &str,
        mut holds: impl FnMut() -> F,
    ) {
        let deadline = Instant::now() + PATIENCE;
        while !holds().await {
            if Instant::now() >= deadline {
                panic!("waited in vain: {what}\n{}", self.account_of_itself().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until what the page has said so far is on the display: two frames.
    pub(crate) async fn settle(&self) {
        let script = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.run_async(script, vec![]).await;
    }

    /// Loads the page anew, as at the start of the app, and waits until its screen can be used.
    pub(crate) async fn reload(&self) {
        self.client.refresh().await.expect("the page can be loaded again");
        self.see("html[data-ready='1']").await;
        self.rest("loading the page").await;
    }

    /// A PNG of the window as it is shown now.
    pub(crate) async fn photograph(&self) -> Vec<u8> {
        self.settle().await;
        self.client.screenshot().await.expect("the window can be photographed")
    }

    // ---- Touching --------------------------------------------------------------------------------------------------

    /// How often something was clicked or filled in so far.
    pub(crate) fn acts(&self) -> usize {
        self.acts.load(Ordering::Relaxed)
    }

    /// Clicks what matches the selector, once it is there and can be clicked, and returns when everything that the click
    /// caused is done. Whatever a test asks next is asked of the page after the click, never of the one before.
    pub(crate) async fn click(&self, css: &str) {
        self.click_only(css).await;
        self.rest(css).await;
    }

    /// Clicks what doesn't end by itself, and waits for the sign that it is under way.
    pub(crate) async fn click_until(&self, css: &str, sign: &str) {
        self.click_only(css).await;
        self.see(sign).await;
    }

    /// Clicks what asks something outside the page, and returns when that is answered and everything it caused is done.
    pub(crate) async fn click_and_answer(&self, css: &str, answer: impl FnOnce()) {
        self.click_only(css).await;
        answer();
        self.rest(css).await;
    }

    /// Clicks what asks where to save a file, and saves it there.
    pub(crate) async fn save_as(&self, css: &str, title: &str, to: &Path) {
        self.click_and_answer(css, || self.desktop.display.save_as(title, to)).await;
    }

    /// Clicks what asks for a file, and chooses it.
    pub(crate) async fn open_file(&self, css: &str, title: &str, file: &Path) {
        self.click_and_answer(css, || self.desktop.display.open_file(title, file)).await;
    }

    async fn click_only(&self, css: &str) {
        self.acts.fetch_add(1, Ordering::Relaxed);
        let deadline = Instant::now() + PATIENCE;
        loop {
            let element = self.see(&format!("{css}:not([disabled])")).await;
            self.bring_into_sight(css).await;
            self.watch_click(css).await;
            match element.click().await {
                // What it was aimed at had moved on by the time it came down: a person would aim again.
                Ok(()) if self.missed().await && Instant::now() < deadline => {}
                Ok(()) => return,
                // Rendered anew, or still covered: look again.
                Err(e) if Instant::now() >= deadline => {
                    panic!("{css} cannot be clicked: {e}\n{}", self.account_of_itself().await)
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Has the page note where the next click comes down. The driver aims, and then clicks; a page may be drawn in between.
    async fn watch_click(&self, css: &str) {
        let script = "const css = arguments[0];
            const takes = (aim, target) => aim.matches('option')
                ? aim.closest('select') === target.closest('select')
                : [...(aim.labels ?? [])].some(label => label.contains(target));
            window.click_missed = false;
            addEventListener('click', ({ target }) => {
                window.click_missed = !target.closest(css)
                    && ![...document.querySelectorAll(css)].some(aim => takes(aim, target));
            }, { capture: true, once: true })";
        self.run(script, vec![json!(css)]).await;
    }

    /// Whether the click came down on something else.
    async fn missed(&self) -> bool {
        self.run("return window.click_missed === true", vec![]).await == true
    }

    /// Waits until the page shows what the address names and nothing is under way on it, or one of its dialogs waits for
    /// an answer; and until it has scrolled to what has the focus, which it does with the next frame.
    async fn rest(&self, after: &str) {
        let script = "const done = arguments[arguments.length - 1];
            const main = document.getElementById('main');
            const dialog = document.querySelector('dialog[open]');
            const asks = dialog !== null && dialog.querySelector('[aria-disabled=true]') === null;
            const rests = () => document.documentElement.dataset.ready === '1'
                && (asks || (main.getAttribute('aria-busy') === 'false' && main.dataset.route === location.hash));
            requestAnimationFrame(() => setTimeout(() => done(rests())))";
        self.until(&format!("everything is done that {after} caused"), || async {
            self.run_async(script, vec![]).await == true
        })
        .await;
    }

    /// Goes to an address of the window, and waits until it is shown.
    pub(crate) async fn go(&self, hash: &str) {
        self.run("location.hash = arguments[0]", vec![json!(hash)]).await;
        self.rest(hash).await;
    }

    /// Replaces what is in a field by typing.
    pub(crate) async fn fill(&self, css: &str, text: &str) {
        self.acts.fetch_add(1, Ordering::Relaxed);
        let deadline = Instant::now() + PATIENCE;
        loop {
            let field = self.see(css).await;
            self.bring_into_sight(css).await;
            let typed = match field.clear().await {
                Ok(()) if text.is_empty() => Ok(()),
                Ok(()) => field.send_keys(text).await,
                Err(error) => Err(error),
            };
            match typed {
                Ok(()) => return,
                // Rendered anew in between: its successor is emptied first, so nothing stands there twice.
                Err(e) if e.is_stale_element_reference() && Instant::now() < deadline => {}
                Err(e) => {
                    panic!("{css} cannot be filled: {e}\n{}", self.account_of_itself().await)
                }
            }
        }
    }

    /// Scrolls as a person would who sees it under the foot of a step.
    async fn bring_into_sight(&self, css: &str) {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
        self.run(script, vec![json!(css)]).await;
    }

    /// Presses keys in whatever has the focus, and returns when everything that they caused is done.
    pub(crate) async fn press(&self, keys: &str) {
        self.press_only(keys).await;
        self.rest(keys).await;
    }

    /// The same with keys that ask something outside the page, which `answer` answers.
    pub(crate) async fn press_and_answer(&self, keys: &str, answer: impl FnOnce()) {
        self.press_only(keys).await;
        answer();
        self.rest(keys).await;
    }

    async fn press_only(&self, keys: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let focused = self.client.active_element().await.expect("something has the focus");
            match focused.send_keys(keys).await {
                Ok(()) => return,
                // Rendered anew between the question and the keys, none of which was sent: its successor has the focus.
                Err(e) if e.is_stale_element_reference() && Instant::now() < deadline => {}
                Err(e) => {
                    panic!("{keys:?} cannot be pressed: {e}\n{}", self.account_of_itself().await)
                }
            }
        }
    }

    // ---- Behind the glass ------------------------------------------------------------------------------------------

    /// Runs a script in the page and returns what it returns.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.expect("the script runs")
    }

    /// The same, for a script that calls its last argument when it is done.
    pub(crate) async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute_async(script, arguments).await.expect("the script runs")
    }

    /// Calls a command as the page does: `Ok` is its answer, `Err` its failure.
    pub(crate) async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let script = "const [command, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, args).then(ok => done({ ok }), error => done({ error }))";
        let answer = self.run_async(script, vec![json!(command), arguments]).await;
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["ok"].clone()),
        }
    }

    /// The app's process and those of its web view.
    pub(crate) fn processes(&self) -> Vec<u32> {
        descendants(self.driver.id())
    }

    /// What the app has logged since it started.
    pub(crate) fn log(&self) -> String {
        read(&self.log)
    }

    /// A number that no other call in this process returns, for the names of files.
    pub(crate) fn next(&self) -> u32 {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        NEXT.fetch_add(1, Ordering::Relaxed)
    }

    // ---- Leaving ---------------------------------------------------------------------------------------------------

    /// Closes the app as its user would.
    pub(crate) async fn quit(self) {
        let app = self.app();
        self.client.clone().close().await.expect("the app closes");
        // One that still ends would be handed the next start.
        until_gone(app);
    }

    /// Ends the app at once, as a crash or a flat battery would.
    pub(crate) fn kill(self) {
        let app = self.app();
        let status = Command::new("kill").args(["-KILL", &app.to_string()]).status();
        assert!(
            status.expect("kill is part of every system").success(),
            "the app ended before it was killed"
        );
        until_gone(app);
    }

    /// The app's own process.
    pub(crate) fn app(&self) -> u32 {
        *self.processes().first().expect("the app runs")
    }

    async fn account_of_itself(&self) -> String {
        let script = "return JSON.stringify(document.documentElement.dataset) + '\\n' + document.body.innerText";
        let page = self.client.execute(script, vec![]).await;
        let picture =
            std::env::temp_dir().join(format!("certdesk-window-{}.png", std::process::id()));
        self.desktop.display.photograph(&picture);
        format!(
            "--- the page says\n{}\n--- the log says\n{}\n--- the display shows {}",
            page.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default(),
            self.log(),
            picture.display()
        )
    }
}

fn until_gone(process: u32) {
    test_support::until("the app is gone", || {
        (!Path::new(&format!("/proc/{process}")).exists()).then_some(())
    });
}

fn read(log: &Path) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    String::from_utf8_lossy(&text).into_owned()
}
