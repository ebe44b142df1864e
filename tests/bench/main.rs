//! How long it takes to make a key, its certificate and both PEM files, beside openssl.
//!
//! Every engine runs as a process of its own, started alternately, bound to the same cores. The
//! search for primes is chance, so single runs say nothing: medians of at least 30 pairs are
//! compared. CPU time stands beside wall time, because it hardly depends on what else the machine
//! does. `cargo bench -p benches --bench keys --features openssl-3-6`, then `-- PAIRS` for more pairs.

#[cfg(target_os = "linux")]
mod contest;
#[cfg(target_os = "linux")]
mod engine;
#[cfg(feature = "openssl-3-6")]
mod openssl_3_6;

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [make, engine, folder] = arguments.as_slice()
        && make == engine::MAKE
    {
        return engine::make(engine, folder.as_ref());
    }
    let pairs = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(LEAST_PAIRS);
    contest::run(pairs.max(LEAST_PAIRS))
}

/// Binding to cores and counting CPU time as done here are Linux's.
#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("This bench runs on Linux only.");
    std::process::exit(1);
}

#[cfg(target_os = "linux")]
const LEAST_PAIRS: usize = 30;
