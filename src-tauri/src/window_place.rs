//! The window's size and place, kept over restarts.
//!
//! The file lies beside what the web view keeps, in the folder that stays on this computer: a
//! place on one computer's screens means nothing on another's. What was kept is taken only as far
//! as the present screens allow: a screen may have been unplugged, or a smaller one be in use.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use tauri::plugin::TauriPlugin;
use tauri::{
    App, Manager as _, Monitor, PhysicalPosition, PhysicalSize, Runtime, Window, WindowEvent,
};
use tauri_plugin_window_state::{AppHandleExt as _, Builder, StateFlags, WindowExt as _};

/// Keeps them when the app ends. `folder` is the one of this app that does not roam.
pub(crate) fn keep<R: Runtime>(folder: &Path) -> TauriPlugin<R> {
    Builder::new()
        .with_state_flags(KEPT)
        // The plugin joins this to a folder that roams on Windows; an absolute path replaces that.
        .with_filename(file_in(folder).to_string_lossy())
        // Only the screens of now decide what is taken of it: see `restore`.
        .skip_initial_state(WINDOW)
        .build()
}

/// Keeps them as soon as somebody turns to another window as well: a session that ends gives the app
/// no time to end by itself.
pub(crate) fn attend<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if !matches!(event, WindowEvent::Focused(false)) {
        return;
    }
    // While it is restored the plugin holds its lock; some systems deliver events in between.
    let Some(last) = window.try_state::<LastSaved>() else { return };
    // The plugin empties its file before it writes, and some systems tell twice that a window lost the
    // focus. An app that is ended at the second time would lose what it kept at the first.
    if let Err(error) =
        last.renew(Geometry::of(window), || window.app_handle().save_window_state(KEPT))
    {
        tracing::debug!(%error, "the window's place is not kept");
    }
}

/// Takes what was kept, as far as it fits the screens that exist.
pub(crate) fn restore<R: Runtime>(app: &App<R>, folder: &Path) {
    let Some(window) = app.get_webview_window(WINDOW) else { return };
    let screens: Vec<_> = match window.available_monitors() {
        Ok(monitors) => monitors.iter().map(Screen::of).collect(),
        Err(_) => Vec::new(),
    };
    let kept = std::fs::read(file_in(folder)).ok().and_then(|text| read(&text));
    let flags = kept.map_or(StateFlags::empty(), |kept| kept.fits(&screens));
    // With no flags the plugin only begins to follow the window.
    if let Err(error) = window.restore_state(flags) {
        tracing::debug!(%error, "the window stays where the system has put it");
    }
    app.manage(LastSaved::default());
}

/// What was kept last, since the window has its place.
#[derive(Default)]
struct LastSaved(Mutex<Option<Geometry>>);

impl LastSaved {
    /// Has it saved, unless this was kept already. What can't be told counts as new.
    fn renew<E>(
        &self,
        now: Option<Geometry>,
        save: impl FnOnce() -> Result<(), E>,
    ) -> Result<(), E> {
        let last = self.replace(None);
        if now.is_some() && last == now {
            self.replace(now);
            return Ok(());
        }
        // Without the lock: an event that comes in between would wait for itself.
        save()?;
        self.replace(now);
        Ok(())
    }

    fn replace(&self, by: Option<Geometry>) -> Option<Geometry> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *last, by)
    }
}

/// Size, place and whether it is maximised, in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Geometry(PhysicalSize<u32>, PhysicalPosition<i32>, bool);

impl Geometry {
    fn of<R: Runtime>(window: &Window<R>) -> Option<Self> {
        let place = window.outer_position().ok()?;
        Some(Self(window.inner_size().ok()?, place, window.is_maximized().ok()?))
    }
}

/// What the plugin keeps of a window, in pixels of the screen.
#[derive(Clone, Copy, Debug, Deserialize)]
struct SavedPlace {
    width: u32,
    height: u32,
    x: i32,
    y: i32,
}

impl SavedPlace {
    /// What can be taken of it.
    fn fits(self, screens: &[Screen]) -> StateFlags {
        let mut flags = StateFlags::MAXIMIZED;
        if screens.iter().any(|screen| screen.holds(self.width, self.height)) {
            flags |= StateFlags::SIZE;
        }
        // Maximised, the plugin puts it where it was before, on the screen it was maximised on.
        if screens.iter().any(|screen| screen.shows_title_bar(self)) {
            flags |= StateFlags::POSITION;
        }
        flags & KEPT
    }
}

/// The part of a screen that windows may use.
#[derive(Clone, Copy, Debug)]
struct Screen {
    left: i64,
    top: i64,
    width: i64,
    height: i64,
}

impl Screen {
    fn of(monitor: &Monitor) -> Self {
        let area = monitor.work_area();
        Self {
            left: area.position.x.into(),
            top: area.position.y.into(),
            width: area.size.width.into(),
            height: area.size.height.into(),
        }
    }

    fn holds(&self, width: u32, height: u32) -> bool {
        i64::from(width) <= self.width && i64::from(height) <= self.height
    }

    /// Whether a person can take hold of the window there and move it.
    fn shows_title_bar(&self, kept: SavedPlace) -> bool {
        let (x, y) = (i64::from(kept.x), i64::from(kept.y));
        let width = i64::from(kept.width);
        let seen = (x + width).min(self.left + self.width) - x.max(self.left);
        // Maximised, some systems put the frame a few pixels outside.
        let above = y + FRAME < self.top;
        let below = y + BAR > self.top + self.height;
        !above && !below && seen >= HOLD.min(width)
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("window.json")
}

/// What the plugin has written about the one window, if it can be read.
fn read(text: &[u8]) -> Option<SavedPlace> {
    let mut windows: HashMap<String, SavedPlace> = serde_json::from_slice(text).ok()?;
    windows.remove(WINDOW).filter(|kept| kept.width > 0 && kept.height > 0)
}

/// As `tauri.conf.json` calls it.
const WINDOW: &str = "main";
/// Neither whether it is shown nor its decorations: those are always the same.
const KEPT: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);
/// Pixels of a title bar that must be on a screen: its height, and the width that a person can hold.
const BAR: i64 = 40;
const HOLD: i64 = 160;
const FRAME: i64 = 16;

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Screen = Screen { left: 0, top: 0, width: 1440, height: 900 };
    /// To the right of the laptop, and higher.
    const DESK: Screen = Screen { left: 1440, top: -300, width: 2560, height: 1440 };

    fn kept(x: i32, y: i32, width: u32, height: u32) -> SavedPlace {
        SavedPlace { width, height, x, y }
    }

    fn same(one: StateFlags, other: StateFlags) -> bool {
        one.bits() == other.bits()
    }

    #[test]
    fn a_window_comes_back_where_it_was_while_its_screen_is_there() {
        let place = kept(2000, -200, 1600, 1000);
        assert!(same(place.fits(&[LAPTOP, DESK]), KEPT));
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_comes_back_where_the_system_puts_it() {
        let place = kept(2000, -200, 1120, 760);
        assert!(same(place.fits(&[LAPTOP]), StateFlags::SIZE | StateFlags::MAXIMIZED));
    }

    #[test]
    fn a_window_that_no_screen_holds_keeps_its_usual_size() {
        let place = kept(10, 10, 1600, 1000);
        assert!(same(place.fits(&[LAPTOP]), StateFlags::POSITION | StateFlags::MAXIMIZED));
    }

    #[test]
    fn a_title_bar_that_cannot_be_taken_hold_of_is_no_place() {
        for (x, y) in [(100, -600), (100, 880), (1400, 100), (-1100, 100)] {
            let flags = kept(x, y, 1120, 760).fits(&[LAPTOP]);
            assert!(!flags.contains(StateFlags::POSITION), "{x} {y}");
        }
        for (x, y) in [(-200, 100), (1200, 100), (-8, -8)] {
            let flags = kept(x, y, 1120, 760).fits(&[LAPTOP]);
            assert!(flags.contains(StateFlags::POSITION), "{x} {y}");
        }
    }

    #[test]
    fn a_place_is_written_once_and_again_when_it_has_changed_or_was_not_written() {
        let last = LastSaved::default();
        let sized = |width| {
            Some(Geometry(PhysicalSize::new(width, 700), PhysicalPosition::new(60, 40), false))
        };
        let mut written = Vec::new();
        for (now, works) in [
            (sized(1000), true),
            (sized(1000), true),
            (sized(900), false),
            (sized(900), true),
            (None, true),
            (None, true),
            (sized(900), true),
        ] {
            let saved = last.renew(now, || {
                written.push(now.map(|Geometry(size, ..)| size.width));
                if works { Ok(()) } else { Err(()) }
            });
            assert_eq!(saved.is_ok(), works);
        }
        assert_eq!(written, [Some(1000), Some(900), Some(900), None, None, Some(900)]);
    }

    #[test]
    fn where_no_screen_is_known_nothing_is_moved() {
        assert!(same(kept(0, 0, 1120, 760).fits(&[]), StateFlags::MAXIMIZED));
    }

    #[test]
    fn what_the_plugin_writes_is_understood_and_anything_else_is_no_place() {
        let written = br#"{ "main": { "width": 1000, "height": 700, "x": 40, "y": 30, "prev_x": 0, "prev_y": 0,
            "maximized": false, "visible": true, "decorated": true, "fullscreen": false } }"#;
        assert_eq!(read(written).map(|kept| (kept.width, kept.x)), Some((1000, 40)));
        for text in [&b""[..], b"[]", b"{}", b"{ \"main\": 1 }", b"{ \"main\": { \"width\": 0 } }"]
        {
            assert!(read(text).is_none(), "{}", String::from_utf8_lossy(text));
        }
    }
}
