//! What belongs together, in one file and across several.

use super::{Examination, Held, Item, Kind, PublicMark, Verdict};

/// Files that are spoken of together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Their numbers in the order they were given; one, or those that share a key.
    pub files: Vec<usize>,
    /// Whether there is a private key that NetSuite takes, and its own certificate.
    pub pair: bool,
}

/// Which files belong together: those in which the same key appears as a private key and in a
/// certificate, request or public key. Public halves are compared, nothing else.
pub fn cases(files: &[&Examination]) -> Vec<Case> {
    let marks: Vec<Vec<PublicMark>> = files
        .iter()
        .map(|file| {
            let judged = |item: &&Item| item.kind != Kind::IssuerCertificate;
            let mark = |item: &Item| item.key.as_ref().and_then(|key| key.mark);
            file.items.iter().filter(judged).filter_map(mark).collect()
        })
        .collect();
    let mut group: Vec<usize> = (0..files.len()).collect();
    for (later, own) in marks.iter().enumerate() {
        let earlier = (0..later).find(|&e| marks[e].iter().any(|mark| own.contains(mark)));
        if let Some(earlier) = earlier {
            let (from, to) = (group[later], group[earlier]);
            group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
        }
    }
    let mut cases: Vec<Case> = Vec::new();
    for first in 0..files.len() {
        let members: Vec<usize> =
            (0..files.len()).filter(|at| group[*at] == group[first]).collect();
        if members.first() == Some(&first) {
            let items = members.iter().flat_map(|at| &files[*at].items);
            cases.push(Case { pair: has_pair(items), files: members });
        }
    }
    cases
}

fn has_pair<'a>(items: impl Iterator<Item = &'a Item> + Clone) -> bool {
    let certificates = items.clone().filter_map(Item::certificate);
    let mut keys = items.filter_map(Item::private_key);
    keys.any(|key| certificates.clone().any(|certificate| key.matches(certificate)))
}

/// Whether a file could be uploaded as it is: one certificate and nothing else.
pub(super) fn holds_one_thing(items: &[Item]) -> bool {
    items.len() == 1
}

/// What a file means, by what is in it that matters most.
pub(super) fn verdict(items: &[Item]) -> Verdict {
    let of = |kind| items.iter().filter(move |item: &&Item| item.kind == kind);
    let keys = items.iter().any(|item| matches!(item.held, Held::Key(_)));
    let locked = items.iter().any(|item| item.verdict == Verdict::Locked);
    let certificate = of(Kind::Certificate).map(|item| item.verdict).min_by_key(|it| rank(*it));
    let certificate = certificate.filter(|_| !locked);
    match certificate {
        // Right in itself; but this is not the file to upload.
        Some(Verdict::Accepted | Verdict::Attention) if items.len() > 1 => match () {
            () if keys => Verdict::Private,
            () if of(Kind::Keystore).next().is_some() => Verdict::Attention,
            () if of(Kind::Cut).chain(of(Kind::Damaged)).next().is_some() => Verdict::Refused,
            () => Verdict::Undocumented,
        },
        _ => {
            let verdicts = items.iter().map(|item| item.verdict);
            verdicts.min_by_key(|it| rank(*it)).unwrap_or(Verdict::Unsuitable)
        }
    }
}

/// The worst that can be mended first.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Locked => 0,
        Verdict::Refused => 1,
        Verdict::Undocumented => 2,
        Verdict::Attention => 3,
        Verdict::Private => 4,
        Verdict::Accepted => 5,
        Verdict::Unsuitable => 6,
    }
}
