//! Runs two engines alternately and compares their medians.

use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use tempfile::TempDir;

use crate::engine::Engine;

struct Contest {
    against: Engine,
    cores: &'static str,
    /// The largest part of the other's wall time that we want to need.
    goal: f64,
}

#[derive(Clone, Copy)]
struct Cost {
    wall: Duration,
    cpu: Duration,
}

/// Runs all contests and prints a line for each. Fails only where something could not be run.
pub(crate) fn run(pairs: usize) -> Result<(), Box<dyn Error>> {
    let two = std::thread::available_parallelism()?.get() >= 2;
    println!("RSA-4096 key, certificate and PEM files; {pairs} alternating pairs; medians in ms");
    println!("{}", machine());
    println!(
        "{:>5}  {:<16} {:>5} {:>5}  {:<32} {:>5} {:>5}  {:>5} {:>5}  {:<5}  goal",
        "cores", "", "wall", "CPU", "", "wall", "CPU", "wall", "CPU", "won"
    );
    for contest in contests() {
        if contest.cores == TWO && !two {
            return Err("two cores are needed".into());
        }
        contest.run(pairs)?;
    }
    if !cfg!(feature = "openssl-3-6") {
        println!("Not compared with OpenSSL 3.6: add --features openssl-3-6, which builds it.");
    }
    Ok(())
}

fn contests() -> Vec<Contest> {
    vec![
        Contest { against: Engine::OpensslReq, cores: TWO, goal: 0.28 },
        Contest { against: Engine::OpensslReq, cores: ONE, goal: 0.55 },
        #[cfg(feature = "openssl-3-6")]
        Contest { against: Engine::Openssl36, cores: TWO, goal: 0.8 },
    ]
}

impl Contest {
    fn run(&self, pairs: usize) -> Result<(), Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for pair in 0..pairs {
            // Who begins changes, so that neither always follows the other.
            if pair % 2 == 0 {
                ours.push(self.cost(Engine::Certdesk, &folder)?);
                theirs.push(self.cost(self.against, &folder)?);
            } else {
                theirs.push(self.cost(self.against, &folder)?);
                ours.push(self.cost(Engine::Certdesk, &folder)?);
            }
        }
        let won = ours.iter().zip(&theirs).filter(|(ours, theirs)| ours.wall < theirs.wall).count();
        let (our_wall, our_cpu) = medians(&ours);
        let (their_wall, their_cpu) = medians(&theirs);
        let ratio = our_wall / their_wall;
        let met = if ratio <= self.goal { "met" } else { "MISSED" };
        println!(
            "{:>5}  {:<16} {our_wall:>5.0} {our_cpu:>5.0}  {:<32} {their_wall:>5.0} {their_cpu:>5.0}  \
             {ratio:>4.2}x {:>4.2}x  {won:>2}/{pairs:<2}  <= {:.2}x {met}",
            if self.cores == TWO { 2 } else { 1 },
            Engine::Certdesk.name()?,
            self.against.name()?,
            our_cpu / their_cpu,
            self.goal,
        );
        std::io::stdout().flush()?;
        Ok(())
    }

    fn cost(&self, engine: Engine, folder: &TempDir) -> Result<Cost, Box<dyn Error>> {
        let mut command = engine.command(self.cores, folder.path())?;
        let (cpu, start) = (children_cpu()?, Instant::now());
        let status = command.status()?;
        let cost = Cost { wall: start.elapsed(), cpu: children_cpu()?.saturating_sub(cpu) };
        if !status.success() {
            return Err(format!("{} ended with {status}", engine.name()?).into());
        }
        Ok(cost)
    }
}

/// User and system time of all processes that this one has waited for.
fn children_cpu() -> Result<Duration, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let total = [usage.user_time(), usage.system_time()]
        .map(|time| Duration::new(time.tv_sec() as u64, time.tv_usec() as u32 * 1000));
    Ok(total[0] + total[1])
}

fn medians(costs: &[Cost]) -> (f64, f64) {
    let median = |of: fn(&Cost) -> Duration| {
        let mut times: Vec<_> = costs.iter().map(|cost| of(cost).as_secs_f64() * 1000.0).collect();
        times.sort_by(f64::total_cmp);
        let middle = times.len() / 2;
        if times.len() % 2 == 1 { times[middle] } else { (times[middle - 1] + times[middle]) / 2.0 }
    };
    (median(|cost| cost.wall), median(|cost| cost.cpu))
}

fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = cpus.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("unknown");
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{}, {cores} cores, load before the start {load}",
        name.trim_start_matches(['\t', ':', ' '])
    )
}

const ONE: &str = "0";
const TWO: &str = "0,1";
