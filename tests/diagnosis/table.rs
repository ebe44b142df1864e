//! What is printed.

use crate::Verdict;

/// The table, and the line that counts.
pub(crate) fn print(verdicts: &[Verdict]) {
    println!(
        "Each failure as it was produced, what the diagnosis had, the causes as it ranked them, the place of"
    );
    println!("the true one, and whether the code of the audit trail, pasted back, led to it.");
    for verdict in verdicts {
        let place = verdict.place().map_or("-".to_owned(), |place| place.to_string());
        let code = match &verdict.code {
            Some((code, true)) => format!("{} settles it", code.name()),
            Some((code, false)) => format!("{} does not settle it", code.name()),
            None => "no code".to_owned(),
        };
        let ranked: Vec<_> =
            verdict.ranked.iter().take(SHOWN).map(|one| format!("{one:?}")).collect();
        println!("{:>3}  {}", verdict.failure.number, verdict.failure.mistake);
        println!("     had: {}", verdict.known);
        println!("     ranked: {}", ranked.join(", "));
        let questions: Vec<_> = verdict.questions.iter().map(|one| format!("{one:?}")).collect();
        let told = if verdict.decided { "the first is the answer" } else { "in doubt" };
        println!("     told: {told}; to ask: {}", questions.join(", "));
        println!("     true: {:?}, place {place}; {code}", verdict.failure.truth);
        if let Some(alone) = verdict.alone {
            let alone = alone.map_or("-".to_owned(), |place| place.to_string());
            println!("     with the answer alone: place {alone}");
        }
    }
    let alone: Vec<_> = verdicts.iter().filter_map(|one| one.alone).collect();
    let in_three = alone.iter().filter(|at| at.is_some_and(|at| at <= 3)).count();
    println!(
        "Without the assertion beside the answer, {in_three} of {} would be in the first three.",
        alone.len()
    );
    let all = verdicts.len();
    let (first, three) = (within(verdicts, 1), within(verdicts, 3));
    println!("diagnosis: {first} of {all} first, {three} of {all} in three");
}

/// The goal: first in nine of ten, in the first three always, no code that misleads, no wrong cause
/// told as the answer, and no remedy that changes the mapping while there is doubt.
pub(crate) fn is_good(verdicts: &[Verdict]) -> bool {
    let misled = verdicts.iter().any(|one| one.code.as_ref().is_some_and(|(_, led)| !led));
    let wrong = |one: &Verdict| one.rash || (one.decided && one.place() != Some(1));
    let wrong: Vec<_> = verdicts.iter().filter(|one| wrong(one)).collect();
    for verdict in &wrong {
        println!("confidently wrong: {}", verdict.failure.mistake);
    }
    within(verdicts, 1) * 10 >= verdicts.len() * 9
        && within(verdicts, 3) == verdicts.len()
        && wrong.is_empty()
        && !misled
        && !verdicts.is_empty()
}

fn within(verdicts: &[Verdict], place: usize) -> usize {
    verdicts.iter().filter(|one| one.place().is_some_and(|at| at <= place)).count()
}

/// Causes that are shown of each.
const SHOWN: usize = 4;
