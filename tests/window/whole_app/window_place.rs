//! The window comes back as it was left, but only to a screen that is there, and shows its page whole in every size.

use crate::support::desktop::Desktop;
use crate::support::walk;
use std::fs;
use test_support::until;

#[tokio::test]
async fn the_window_comes_back_with_the_size_it_was_left_with() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    desktop.display.put(TITLE, (60, 40), (1000, 700));
    // Out of sight, it is no longer the one that is worked in: its place is kept.
    desktop.display.focus(TITLE);
    desktop.display.minimise(TITLE);
    let file = desktop.data_folder().join("window.json");
    until("the size is kept", || {
        fs::read_to_string(&file).ok().filter(|text| text.contains("1000")).map(drop)
    });
    window.kill();
    let window = desktop.open().await;
    until("the window has its size again", || {
        (desktop.display.size(TITLE) == Some((1000, 700))).then_some(())
    });
    window.quit().await;
}

#[tokio::test]
async fn a_window_of_a_screen_that_is_gone_is_on_the_one_that_is_there() {
    let desktop = Desktop::new();
    fs::create_dir_all(desktop.data_folder()).expect("the data folder");
    let kept = r#"{ "main": { "width": 1000, "height": 700, "x": 5000, "y": 3000, "prev_x": 5000, "prev_y": 3000,
        "maximized": false, "visible": true, "decorated": true, "fullscreen": false } }"#;
    fs::write(desktop.data_folder().join("window.json"), kept).expect("the kept place");
    let window = desktop.open().await;
    until("the window has its size", || {
        (desktop.display.size(TITLE) == Some((1000, 700))).then_some(())
    });
    let (x, y) = desktop.display.place(TITLE).expect("its place");
    assert!(x < 1440 && y < 960, "it is at {x}, {y}, where no screen is");
    window.quit().await;
}

#[tokio::test]
async fn a_window_that_gets_narrower_makes_room_for_the_lines_that_wrap() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    desktop.display.put(TITLE, (0, 0), (1120, 760));
    walk::begin_practice(&window).await;
    walk::choose_target(&window, "alumio").await;
    walk::at_step(&window, "integration").await;
    for width in [900, 1120, 900] {
        desktop.display.put(TITLE, (0, 0), (width, 600));
        let laid_out = async || {
            let cut = "const wide = innerWidth === arguments[0];
                const reaches = (row) => [...row.querySelectorAll('dd, p, span')].some((part) =>
                    part.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom + 1);
                const rows = [...document.querySelectorAll('.facts-row, .step-head')];
                return wide && rows.length > 8 && !rows.some(reaches)";
            window.run(cut, vec![width.into()]).await.as_bool() == Some(true)
        };
        window.until(&format!("every row has room at {width}"), laid_out).await;
    }
}

const TITLE: &str = "Certdesk$";
