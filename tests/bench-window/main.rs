//! What Certdesk costs beside an empty Tauri window of the same versions: from start to a usable first screen, and memory
//! at rest. And what a start with a thousand connections costs beside a start with one.
//!
//! Two are started alternately on the same headless desktop, through the same driver. A start is measured from the
//! moment the kernel made the process to the mark that the page sets when its first screen can be used. Memory is the
//! proportional share (PSS) of the app and its web view's processes after five seconds of rest. One start of each goes
//! first and is not counted. `make bench` builds both and runs this.

#![allow(clippy::expect_used, reason = "a bench that cannot measure ends the run")]

#[cfg(target_os = "linux")]
#[allow(dead_code)] // The tests need more of it than a bench.
#[path = "../window/support/mod.rs"]
mod support;

#[cfg(target_os = "linux")]
mod linux {
    use crate::support::desktop::{Desktop, built};
    use crate::support::prepared;
    use crate::support::window::Window;
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    struct Program {
        name: &'static str,
        desktop: Desktop,
        started: Vec<f64>,
        memory: Vec<f64>,
    }

    impl Program {
        fn on(desktop: Desktop, name: &'static str) -> Self {
            let desktop = desktop.composited();
            Self { name, desktop, started: Vec::new(), memory: Vec::new() }
        }
    }

    #[tokio::main(flavor = "current_thread")]
    pub(super) async fn run() {
        let pairs =
            std::env::args().nth(1).and_then(|pairs| pairs.parse().ok()).unwrap_or(LEAST_PAIRS);
        println!("{pairs} alternating pairs, medians; {}", machine());
        let empty = ["certdesk", "empty-window"].map(|name| Program::on(Desktop::new(), name));
        let [certdesk, empty] = alternate(empty, pairs).await;
        println!();
        println!("| | Certdesk | empty window | ratio | goal |");
        println!("| --- | --- | --- | --- | --- |");
        line("start to usable first screen", "ms", &certdesk.started, &empty.started);
        line("memory at rest (PSS)", "MB", &certdesk.memory, &empty.memory);
        let (many, one) = (with_connections(1000).await, with_connections(1).await);
        let [many, one] = alternate([many, one], pairs).await;
        println!();
        println!("| | 1,000 connections | one | ratio | goal |");
        println!("| --- | --- | --- | --- | --- |");
        line("start to usable first screen", "ms", &many.started, &one.started);
        line("memory at rest (PSS)", "MB", &many.memory, &one.memory);
    }

    /// Starts and measures two programs by turns.
    async fn alternate(mut programs: [Program; 2], pairs: usize) -> [Program; 2] {
        for round in 0..=pairs {
            // Who goes first alternates, so that neither always finds the caches warm.
            let order = if round % 2 == 0 { [0, 1] } else { [1, 0] };
            for program in order {
                let Program { name, desktop, started, memory } = &mut programs[program];
                let window = desktop.open_program(&built(name)).await;
                let start = until_ready(&window).await;
                tokio::time::sleep(REST).await;
                let held = memory_of(&window);
                window.quit().await;
                if round > 0 {
                    started.push(start);
                    memory.push(held);
                }
            }
        }
        programs
    }

    /// Certdesk with so many connections, all like one that was set up, tested and is in use.
    async fn with_connections(count: usize) -> Program {
        let desktop = Desktop::new();
        let window = desktop.open().await;
        let administrator = prepared::practice(&window).await;
        let made = prepared::in_use(&window, &administrator, "Northwind Traders", false).await;
        window.quit().await;
        let folder = desktop.data_folder().join("connections");
        let path = |id: &str| folder.join(format!("{id}.connection.json"));
        let document = fs::read_to_string(path(&made.id)).expect("its document");
        for number in 1..count {
            let id = format!("{number:032x}");
            let copy = document
                .replace(&made.id, &id)
                .replace(r#""Northwind Traders""#, &format!(r#""Northwind Traders {number}""#));
            fs::write(path(&id), copy).expect("another document");
        }
        Program::on(desktop, "certdesk")
    }

    fn line(what: &str, unit: &str, ours: &[f64], empty: &[f64]) {
        let ratios: Vec<f64> = ours.iter().zip(empty).map(|(ours, empty)| ours / empty).collect();
        let (ours, empty, ratio) = (median(ours), median(empty), median(&ratios));
        println!("| {what} | {ours:.0} {unit} | {empty:.0} {unit} | {ratio:.2} | ≤ 1.20 |");
    }

    /// Milliseconds from the making of the process to the page's mark.
    async fn until_ready(window: &Window<'_>) -> f64 {
        let script =
            "return performance.timeOrigin + performance.getEntriesByName('ready')[0].startTime";
        let ready = window.run(script, vec![]).await.as_f64().expect("the page sets the mark");
        let app = *window.processes().first().expect("the app runs");
        ready - made_at(app)
    }

    /// When a process was made, in milliseconds since 1970; exact to the kernel's hundredth of a second.
    fn made_at(process: u32) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("it runs");
        // After the name in parentheses, which may hold anything; the start is the 22nd field of all.
        let ticks =
            stat.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(19)?.parse::<f64>().ok());
        let uptime = fs::read_to_string("/proc/uptime").expect("Linux tells how long it runs");
        let uptime = uptime.split(' ').next().and_then(|seconds| seconds.parse::<f64>().ok());
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
        let age = uptime.expect("seconds") - ticks.expect("ticks") / TICKS_A_SECOND;
        (now.as_secs_f64() - age) * 1000.0
    }

    /// Megabytes, shared pages counted in part.
    fn memory_of(window: &Window<'_>) -> f64 {
        let share = |process: &u32| -> Option<f64> {
            let rollup = fs::read_to_string(
                Path::new("/proc").join(process.to_string()).join("smaps_rollup"),
            )
            .ok()?;
            let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
            line.split_whitespace().nth(1)?.parse().ok()
        };
        window.processes().iter().filter_map(share).sum::<f64>() / 1024.0
    }

    fn median(values: &[f64]) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        if sorted.len() % 2 == 1 {
            sorted[middle]
        } else {
            (sorted[middle - 1] + sorted[middle]) / 2.0
        }
    }

    fn machine() -> String {
        let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpu
            .lines()
            .find_map(|line| line.strip_prefix("model name"))
            .unwrap_or(": unknown processor");
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        format!("{cores} cores of {}", model.trim_start_matches([' ', '\t', ':']))
    }

    const LEAST_PAIRS: usize = 15;
    const REST: Duration = Duration::from_secs(5);
    /// `USER_HZ`, the same on every Linux that Certdesk runs on.
    const TICKS_A_SECOND: f64 = 100.0;
}

fn main() {
    #[cfg(target_os = "linux")]
    linux::run();
    #[cfg(not(target_os = "linux"))]
    {
        eprintln!("This bench runs on Linux only.");
        std::process::exit(1);
    }
}
