//! Which cases there are.

use std::fmt;

use netsuite_practice::{Endpoint, Misbehaviour};

/// What was recorded last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Point {
    Planned,
    KeyNamed,
    KeyStored,
    UploadAnnounced,
    Uploaded,
    Proven,
    HandedOver,
    Switched,
    RevokeAnnounced,
    OldRevoked,
    AbandonAnnounced,
    NewRevoked,
    UploadRefused,
    UploadLost,
    /// Nothing is left: it has ended, or was given up.
    Over,
}

/// Where in a rotation a fault strikes: at this request, once this was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) after: Point,
    pub(crate) endpoint: Endpoint,
    /// The upload's answer is lost, so that the list has to settle it.
    pub(crate) lost_answer: bool,
    /// The user gives up there.
    pub(crate) abandons: bool,
}

/// When the process is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kill {
    /// Not at all.
    Never,
    /// Once this is recorded and before anything else is done.
    At(Point),
    /// While NetSuite holds the request back.
    Held,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub(crate) name: &'static str,
    pub(crate) wrong: Wrong,
}

/// How.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Nothing,
    /// NetSuite, or the way there.
    Request(Misbehaviour),
    /// Somebody revokes the new certificate on NetSuite's page.
    NewOneRevoked,
}

/// One case.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) place: Place,
    pub(crate) trouble: Trouble,
    pub(crate) kill: Kill,
}

impl Case {
    pub(crate) fn name(&self) -> String {
        let kill = match self.kill {
            Kill::Never => "not killed".to_owned(),
            Kill::At(point) => format!("killed at {point}"),
            Kill::Held => "killed while the request is held".to_owned(),
        };
        format!("{}, {}, {kill}", self.place.name, self.trouble.name)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl Point {
    /// As the rotating process names it.
    pub(crate) fn read(word: &str) -> Self {
        let all = FORWARD.iter().chain(&BACKWARD).chain(&[Self::UploadRefused, Self::UploadLost]);
        all.copied().find(|point| point.to_string() == word).expect("a point")
    }
}

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for place in PLACES {
        let kills = if place.abandons { &BACKWARD[..] } else { &FORWARD[..] };
        for trouble in troubles(place) {
            cases.push(Case { place, trouble: trouble.clone(), kill: Kill::Never });
            for point in kills {
                cases.push(Case { place, trouble: trouble.clone(), kill: Kill::At(*point) });
            }
        }
        for (name, misbehaviour) in [
            ("held before", Misbehaviour::DelayBefore { milliseconds: HELD }),
            ("held after", Misbehaviour::DelayAfter { milliseconds: HELD }),
        ] {
            let trouble = Trouble { name, wrong: Wrong::Request(misbehaviour) };
            cases.push(Case { place, trouble, kill: Kill::Held });
        }
    }
    cases
}

/// Everything that can befall this request.
fn troubles(place: Place) -> Vec<Trouble> {
    let everywhere = [
        ("drop before", Misbehaviour::DropBefore),
        ("drop after", Misbehaviour::DropAfter),
        ("late before", Misbehaviour::DelayBefore { milliseconds: LATE }),
        ("late after", Misbehaviour::DelayAfter { milliseconds: LATE }),
        ("cut JSON", Misbehaviour::TruncatedJson),
        ("empty", Misbehaviour::EmptyBody),
        ("HTML", Misbehaviour::Html),
        ("401", Misbehaviour::Unauthorized),
        ("403", Misbehaviour::Forbidden),
        ("429", Misbehaviour::TooManyRequests { retry_after: 0 }),
        ("500 before", Misbehaviour::ServerError),
        ("500 after", Misbehaviour::ServerErrorAfter),
        ("redirect", Misbehaviour::Redirect { to: "https://other.example/".to_owned() }),
        ("oversize", Misbehaviour::Oversize),
        ("clock ahead", Misbehaviour::ClockOff { seconds: 600 }),
        ("clock behind", Misbehaviour::ClockOff { seconds: -600 }),
        ("sandbox wiped", Misbehaviour::SandboxWiped),
    ];
    let here = [
        ("list lag", Misbehaviour::ListLag { lists: 3 }),
        ("list stuck", Misbehaviour::ListLag { lists: 100 }),
        ("rows twice", Misbehaviour::DuplicateRows),
        ("no order", Misbehaviour::RandomOrder),
        ("earlier end", Misbehaviour::DateShortened { days: 20 }),
        ("other ID", Misbehaviour::OtherCertificateId { prefix: String::new() }),
        ("ID with -", Misbehaviour::OtherCertificateId { prefix: "-".to_owned() }),
        ("slots full", Misbehaviour::SlotsFull),
        ("answer of 2023", Misbehaviour::OldUploadAnswer),
        ("refused for minutes", Misbehaviour::RefuseAfterUpload { minutes: 5 }),
        ("short token", Misbehaviour::ShortLivedToken { seconds: 0 }),
    ];
    let fits = |(name, misbehaviour): (&'static str, Misbehaviour)| {
        let fits = misbehaviour.fits(place.endpoint);
        fits.then_some(Trouble { name, wrong: Wrong::Request(misbehaviour) })
    };
    let mut troubles = vec![Trouble { name: "nothing", wrong: Wrong::Nothing }];
    troubles.extend(everywhere.into_iter().chain(here).filter_map(fits));
    // Just before the old one goes, so that only a look at the new one can tell.
    if place.after == Point::RevokeAnnounced {
        troubles.push(Trouble { name: "new one revoked", wrong: Wrong::NewOneRevoked });
    }
    troubles
}

const fn place(name: &'static str, after: Point, endpoint: Endpoint) -> Place {
    Place { name, after, endpoint, lost_answer: false, abandons: false }
}

const fn abandoned(name: &'static str, after: Point, endpoint: Endpoint) -> Place {
    Place { abandons: true, ..place(name, after, endpoint) }
}

/// Every request of a rotation.
pub(crate) const PLACES: [Place; 13] = [
    place("token to upload", Point::KeyStored, Endpoint::Token),
    place("list to upload", Point::KeyStored, Endpoint::List),
    place("upload", Point::UploadAnnounced, Endpoint::Upload),
    Place { lost_answer: true, ..place("list to settle", Point::UploadAnnounced, Endpoint::List) },
    Place {
        lost_answer: true,
        ..place("upload and its answer", Point::UploadAnnounced, Endpoint::Upload)
    },
    place("proof", Point::Uploaded, Endpoint::Token),
    place("token to revoke", Point::RevokeAnnounced, Endpoint::Token),
    place("list to revoke", Point::RevokeAnnounced, Endpoint::List),
    place("revoke", Point::RevokeAnnounced, Endpoint::Revoke),
    Place {
        lost_answer: true,
        ..abandoned("given up unsettled", Point::UploadAnnounced, Endpoint::Upload)
    },
    abandoned("token to give up", Point::Proven, Endpoint::Token),
    abandoned("list to give up", Point::Proven, Endpoint::List),
    abandoned("revoke to give up", Point::Proven, Endpoint::Revoke),
];

/// What is recorded on the way, in order.
pub(crate) const FORWARD: [Point; 11] = [
    Point::Planned,
    Point::KeyNamed,
    Point::KeyStored,
    Point::UploadAnnounced,
    Point::Uploaded,
    Point::Proven,
    Point::HandedOver,
    Point::Switched,
    Point::RevokeAnnounced,
    Point::OldRevoked,
    Point::Over,
];

/// What is recorded when it is given up.
const BACKWARD: [Point; 3] = [Point::AbandonAnnounced, Point::NewRevoked, Point::Over];

/// Longer than the rotating process waits for an answer. Milliseconds.
const LATE: u32 = 900;
/// Less, and long enough to be killed in. Milliseconds.
const HELD: u32 = 300;
