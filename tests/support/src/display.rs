//! A display without a screen, and a person's hands on it.

use crate::{Running, until};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A private X server. Without a window manager: windows stand at the top left corner and take the focus when told.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Running,
}

impl Display {
    /// Starts one; the kernel-free number that the server chose comes back over a pipe.
    pub fn start() -> Self {
        let (read, write) = std::io::pipe().expect("a pipe");
        let mut command = Command::new("Xvfb");
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1440x960x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdout(Stdio::from(write))
            .stderr(Stdio::null());
        let server = Running::start(&mut command, "xvfb");
        drop(command); // closes our copy of the writing end, so that a dying server ends the line
        let mut number = String::new();
        BufReader::new(read).read_line(&mut number).expect("Xvfb tells its number");
        assert!(!number.trim().is_empty(), "Xvfb ended before it had a display");
        Self { name: format!(":{}", number.trim()), _server: server }
    }

    /// For `$DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Waits for a window whose title matches the regular expression, gives it the keyboard, and returns its id.
    pub fn focus(&self, title: &str) -> String {
        let id = until(&format!("a window titled {title}"), || self.window(title));
        self.xdotool(&["windowfocus", "--sync", &id]);
        id
    }

    /// The id of a visible window whose title matches, if there is one now.
    pub fn window(&self, title: &str) -> Option<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", title]);
        found
            .lines()
            .find(|line| !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit()))
            .map(str::to_owned)
    }

    /// Takes a window off the display, as minimising does where there is a window manager.
    pub fn minimise(&self, title: &str) {
        let id = until(&format!("a window titled {title}"), || self.window(title));
        self.xdotool(&["windowunmap", "--sync", &id]);
    }

    /// Moves a window and gives it a size, in pixels.
    pub fn put(&self, title: &str, (x, y): (i32, i32), (width, height): (u32, u32)) {
        let id = until(&format!("a window titled {title}"), || self.window(title));
        self.xdotool(&["windowmove", &id, &x.to_string(), &y.to_string()]);
        self.xdotool(&["windowsize", "--sync", &id, &width.to_string(), &height.to_string()]);
    }

    /// Where the upper left corner of a visible window is.
    pub fn place(&self, title: &str) -> Option<(i32, i32)> {
        Some((self.geometry(title, "X")?, self.geometry(title, "Y")?))
    }

    /// How wide and high a visible window is.
    pub fn size(&self, title: &str) -> Option<(i32, i32)> {
        Some((self.geometry(title, "WIDTH")?, self.geometry(title, "HEIGHT")?))
    }

    fn geometry(&self, title: &str, name: &str) -> Option<i32> {
        let told = self.xdotool(&["getwindowgeometry", "--shell", &self.window(title)?]);
        let value = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        value?.trim().parse().ok()
    }

    /// Waits until no visible window has such a title.
    pub fn until_gone(&self, title: &str) {
        until(&format!("the window {title} closes"), || self.window(title).is_none().then_some(()));
    }

    /// Presses keys one after another, as xdotool names them: `Return`, `ctrl+a`.
    pub fn press(&self, keys: &[&str]) {
        let mut arguments = vec!["key", "--delay", "30"];
        arguments.extend(keys);
        self.xdotool(&arguments);
    }

    /// Types text into what has the focus.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "12", "--", text]);
    }

    /// Answers a native save dialog with an absolute path.
    ///
    /// GTK selects only the stem of the proposed name, hence the select-all.
    pub fn save_as(&self, title: &str, path: &Path) {
        self.answer_file_dialog(title, "ctrl+a", path);
    }

    /// Answers a native open dialog with one absolute path.
    pub fn open_file(&self, title: &str, path: &Path) {
        self.answer_file_dialog(title, "ctrl+l", path);
    }

    /// Leaves a native dialog without an answer.
    pub fn cancel(&self, title: &str) {
        self.focus(title);
        self.press(&["Escape"]);
        self.until_gone(title);
    }

    /// Writes what the display shows now, as a PNG.
    pub fn photograph(&self, to: &Path) {
        let mut import = Command::new("import");
        import.args(["-window", "root"]).arg(to).env("DISPLAY", &self.name);
        let status = import.status().expect("import is installed (Debian: imagemagick)");
        assert!(status.success(), "no picture of {}", self.name);
    }

    /// Types the path and confirms it; again when the dialog was not listening yet, as on a busy machine.
    fn answer_file_dialog(&self, title: &str, chord: &str, path: &Path) {
        let path = path.to_str().expect("a path in UTF-8");
        for _ in 0..3 {
            self.focus(title);
            // GTK realises the dialog's entry a moment after the window; nothing tells when it listens.
            sleep(Duration::from_millis(300));
            self.press(&[chord]);
            sleep(Duration::from_millis(200));
            self.type_text(path);
            sleep(Duration::from_millis(300));
            self.press(&["Return"]);
            let deadline = Instant::now() + Duration::from_secs(10);
            while Instant::now() < deadline {
                if self.window(title).is_none() {
                    return;
                }
                sleep(Duration::from_millis(50));
            }
        }
        panic!("the dialog {title} does not take {path}");
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("xdotool");
        let output = command
            .args(arguments)
            .env("DISPLAY", &self.name)
            .stderr(Stdio::null())
            .output()
            .expect("xdotool is installed (Debian: xdotool)");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}
