//! Takes the pictures of README.md from the running app: `make shots`.

#![allow(clippy::expect_used, reason = "a picture that cannot be taken ends the run")]

#[cfg(target_os = "linux")]
#[allow(dead_code)] // The tests need more of it than a picture.
mod support;

#[cfg(target_os = "linux")]
mod linux {
    use crate::support::desktop::Desktop;
    use crate::support::walk;
    use crate::support::window::Window;
    use std::path::Path;

    #[tokio::main(flavor = "current_thread")]
    pub(super) async fn run() {
        let desktop = Desktop::new().composited();
        let window = desktop.open().await;
        let administrator = walk::begin_practice(&window).await;
        walk::up_to_key(&window, "alumio", &administrator).await;
        walk::make_certificate(&window, None).await;
        walk::upload(&window, &administrator).await;
        walk::prove(&window).await;
        window.run("scrollTo(0, 0)", vec![]).await;
        take(&window, "prove").await;
        walk::hand_over(&window).await;

        // A few more, each left at another step, as a board looks after some weeks.
        for (name, target, far) in [
            ("Kestrel Logistics", "alumio", 3),
            ("Larkspur Medical", "suitecloud-cli", 1),
            ("Northwind Traders", "other", 2),
        ] {
            walk::to_board(&window).await;
            window.click("[data-act='set-up']").await;
            window.fill("#name", name).await;
            window.click("[data-act='create']").await;
            walk::choose_target(&window, target).await;
            if far > 1 {
                window.fill("#account-id", &format!("{}_SB1", 4_718_203 + far)).await;
                window.click("[data-act='skip-check']").await;
                walk::at_step(&window, "role").await;
            }
            if far > 2 {
                walk::note_role(&window).await;
            }
        }
        walk::to_board(&window).await;
        take(&window, "board").await;
    }

    async fn take(window: &Window<'_>, name: &str) {
        // The confirmation in the corner goes by itself.
        window.until_gone("#toast > *").await;
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures").join(format!("{name}.png"));
        std::fs::create_dir_all(file.parent().expect("in a folder")).expect("the folder");
        std::fs::write(&file, window.photograph().await).expect("the picture");
        println!("{}", file.display());
    }
}

fn main() {
    #[cfg(target_os = "linux")]
    linux::run();
    #[cfg(not(target_os = "linux"))]
    {
        eprintln!("The window can be driven on Linux only.");
        std::process::exit(1);
    }
}
