//! What is printed.

use crate::cases::{Case, PLACES};
use crate::judge::Verdict;

/// The table, what was found, and the line that counts.
pub(crate) fn print(verdicts: &[(Case, Verdict)]) {
    let mut troubles: Vec<&str> = Vec::new();
    for (case, _) in verdicts {
        if !troubles.contains(&case.trouble.name) {
            troubles.push(case.trouble.name);
        }
    }
    troubles.sort_unstable();
    println!("Cases in order of those tried, by what goes wrong and at which request.");
    println!(
        "Each case once without a kill and once for each point at which the process is killed."
    );
    for (number, place) in PLACES.iter().enumerate() {
        println!("{:>4}  {}", number + 1, place.name);
    }
    print!("{:<20}", "");
    (1..=PLACES.len()).for_each(|number| print!("{number:>7}"));
    println!();
    for trouble in troubles {
        print!("{trouble:<20}");
        for place in PLACES {
            let here = |case: &Case| case.trouble.name == trouble && case.place == place;
            let tried: Vec<_> = verdicts.iter().filter(|(case, _)| here(case)).collect();
            let clean = tried.iter().filter(|(_, verdict)| verdict.is_clean()).count();
            match tried.len() {
                0 => print!("{:>7}", "-"),
                all => print!("{:>7}", format!("{clean}/{all}")),
            }
        }
        println!();
    }
    // Of a few cases, picked by name, everything is told.
    let told = |verdict: &Verdict| verdicts.len() <= SHOWN || !verdict.is_clean();
    for (case, verdict) in verdicts.iter().filter(|(_, verdict)| told(verdict)).take(SHOWN) {
        let Verdict { lost, early, double, stuck, seen, .. } = verdict;
        let name = case.name();
        println!("{name}: lost {lost}, early {early}, double {double}, stuck {stuck}; {seen:?}");
    }
    let abandoned = count(verdicts, |verdict| verdict.abandoned);
    println!("{} were given up, all others ended.", abandoned);
    println!(
        "rotation matrix: {} cases, lost {}, early {}, double {}, stuck {}",
        verdicts.len(),
        count(verdicts, |verdict| verdict.lost),
        count(verdicts, |verdict| verdict.early),
        count(verdicts, |verdict| verdict.double),
        count(verdicts, |verdict| verdict.stuck),
    );
}

pub(crate) fn is_clean(verdicts: &[(Case, Verdict)]) -> bool {
    verdicts.iter().all(|(_, verdict)| verdict.is_clean())
}

fn count(verdicts: &[(Case, Verdict)], is: impl Fn(&Verdict) -> bool) -> usize {
    verdicts.iter().filter(|(_, verdict)| is(verdict)).count()
}

/// Cases that are told one by one.
const SHOWN: usize = 40;
