//! One case, from the plan to its end.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use netsuite_practice::{Lasts, Misbehaviour};

use crate::cases::{Case, Kill, Point, Wrong};
use crate::judge::{Judge, Verdict};
use crate::process::WORD;
use crate::site::{Desk, Site};

/// Tries a case.
pub(crate) fn run(site: &Site, case: &Case) -> Verdict {
    let desk = site.desk();
    let mut trial = Trial {
        site,
        desk: &desk,
        case,
        judge: Judge::of(site, &desk),
        armed: false,
        killed: false,
        abandons: false,
        failures: 0,
        steps: 0,
        ahead: 0,
    };
    trial.goes();
    site.practice.faults().clear();
    site.waits(time::Duration::seconds(-trial.ahead));
    trial.judge.verdict
}

struct Trial<'a> {
    site: &'a Site,
    desk: &'a Desk,
    case: &'a Case,
    judge: Judge<'a>,
    armed: bool,
    killed: bool,
    abandons: bool,
    failures: usize,
    steps: usize,
    /// Seconds by which both clocks are ahead.
    ahead: i64,
}

/// What became of a process.
enum Left {
    Killed,
    Over,
}

impl Trial<'_> {
    fn goes(&mut self) {
        // The plan is recorded before any process begins.
        self.arms(Point::Planned);
        self.killed = self.case.kill == Kill::At(Point::Planned);
        loop {
            let mut process = Process::start(self.desk, self.ahead, self.abandons);
            match self.follows(&mut process) {
                Some(Left::Over) => break,
                Some(Left::Killed) => {
                    process.kill();
                    self.judge.looks();
                }
                None => {
                    self.judge.verdict.stuck = true;
                    break;
                }
            }
        }
        self.site.settles();
        self.judge.ends(self.abandons);
    }

    /// Follows a process until it is killed, is over, or nothing helps any more.
    fn follows(&mut self, process: &mut Process) -> Option<Left> {
        while let Some(line) = process.hears() {
            let word = match line.split_once(' ') {
                Some(("reached", point)) => {
                    let point = Point::read(point);
                    self.judge.hears_of_a_step();
                    self.steps += 1;
                    if self.steps > MOST_STEPS {
                        self.judge.note(format!("round in circles at {point}"));
                        return None;
                    }
                    if self.arms(point) && self.case.place.abandons {
                        self.abandons = true;
                        // Where the upload is to be given up it has to be under way.
                        if point != Point::UploadAnnounced {
                            return Some(Left::Killed);
                        }
                    }
                    if self.case.kill == Kill::At(point) && !self.killed {
                        self.killed = true;
                        return Some(Left::Killed);
                    }
                    "go".to_owned()
                }
                Some(("failed", kind)) => {
                    let kind = kind.to_owned();
                    let word = self.helps(&kind)?;
                    self.judge.looks();
                    word
                }
                _ => return Some(Left::Over),
            };
            let held = self.holds();
            process.says(&word);
            if held.is_some_and(|before| self.arrives(before)) {
                self.killed = true;
                return Some(Left::Killed);
            }
        }
        self.judge.note("the process ended by itself".to_owned());
        None
    }

    /// Sets the fault when its moment has come; gives whether it has come now.
    fn arms(&mut self, point: Point) -> bool {
        if self.armed || point != self.case.place.after {
            return false;
        }
        self.armed = true;
        let place = self.case.place;
        if place.lost_answer {
            let endpoint = netsuite_practice::Endpoint::Upload;
            if place.endpoint != endpoint {
                self.site.misbehaves(endpoint, Misbehaviour::DropAfter, Lasts::Once);
            }
        }
        match &self.case.trouble.wrong {
            Wrong::Nothing => {}
            Wrong::Request(misbehaviour) => {
                self.judge.wiped |= *misbehaviour == Misbehaviour::SandboxWiped;
                let lasts = match misbehaviour {
                    Misbehaviour::ListLag { .. } | Misbehaviour::SandboxWiped => Lasts::Once,
                    _ => Lasts::Sticky,
                };
                self.site.misbehaves(place.endpoint, misbehaviour.clone(), lasts);
            }
            Wrong::NewOneRevoked => {
                self.judge.new_one_revoked = true;
                let connection = self.judge.connection();
                self.site.revokes_by_hand(connection.working().unwrap().certificate_id().as_str());
            }
        }
        if place.abandons && point == Point::UploadAnnounced {
            // With the list at hand the upload would be settled before anybody could give it up.
            let list = netsuite_practice::Endpoint::List;
            self.site.misbehaves(list, Misbehaviour::ServerError, Lasts::Sticky);
        }
        if place.lost_answer && place.endpoint == netsuite_practice::Endpoint::Upload {
            // Behind a fault that spoils the answer itself it waits for a request that never comes.
            self.site.misbehaves(place.endpoint, Misbehaviour::DropAfter, Lasts::Once);
        }
        true
    }

    /// What the user does about a failure: tries again, signs in, waits, gives up.
    fn helps(&mut self, kind: &str) -> Option<String> {
        self.failures += 1;
        self.judge.note(format!("failed {kind}"));
        self.site.practice.faults().clear();
        // A request that its sender gave up is still processed.
        self.site.settles();
        let connection = self.judge.connection();
        let rotation = connection.rotation.as_ref()?;
        let to_be_given_up = self.abandons && rotation.can_abandon() && !rotation.is_abandoning();
        Some(match self.failures {
            11.. => return None,
            _ if to_be_given_up => "abandon now".to_owned(),
            1 | 4 => "again now".to_owned(),
            2 | 3 | 5 | 6
                if kind == "UploadUnsettled" || kind == "TokenRefused" && self.failures == 5 =>
            {
                let later = time::Duration::minutes(20);
                self.ahead += later.whole_seconds();
                self.site.waits(later);
                format!("later {}", later.whole_seconds())
            }
            2 | 3 | 5 | 6 => format!("signed-in {}", self.site.sign_in(self.desk)),
            7 | 9 if rotation.can_abandon() => {
                self.abandons = true;
                "abandon now".to_owned()
            }
            7 | 9 if rotation.can_leave_old() => "leave now".to_owned(),
            8 | 10 => format!("signed-in {}", self.site.sign_in(self.desk)),
            _ => return None,
        })
    }

    /// How many requests have come already, when the next one is to be held and its sender killed.
    fn holds(&self) -> Option<usize> {
        let wanted = self.case.kill == Kill::Held && self.armed && !self.killed;
        wanted.then(|| self.site.requests(self.desk, self.case.place.endpoint))
    }

    /// Waits until the held request is there. There may be none before the next step.
    fn arrives(&self, before: usize) -> bool {
        let since = Instant::now();
        while since.elapsed() < Duration::from_millis(250) {
            if self.site.requests(self.desk, self.case.place.endpoint) > before {
                return true;
            }
            thread::sleep(Duration::from_millis(1));
        }
        false
    }
}

/// The process that rotates.
struct Process {
    child: Child,
    words: ChildStdin,
    lines: BufReader<ChildStdout>,
}

impl Process {
    fn start(desk: &Desk, ahead: i64, abandons: bool) -> Self {
        let origin = desk.dependencies.origin.app_url();
        let address = origin.trim_start_matches("http://").trim_end_matches('/');
        let mut child = Command::new(std::env::current_exe().unwrap())
            .arg(WORD)
            .args([&desk.store_folder, &desk.vault])
            .args([desk.id.as_str(), address, desk.dependencies.origin.account().as_str()])
            .arg(ahead.to_string())
            .arg(if abandons { "abandon" } else { "rotate" })
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let words = child.stdin.take().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, words, lines }
    }

    /// The next line, unless the process has ended.
    fn hears(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.lines.read_line(&mut line).unwrap();
        (length > 0).then(|| line.trim_end().to_owned())
    }

    fn says(&mut self, word: &str) {
        // A process that has ended by itself is noticed at its next line.
        let _ = writeln!(self.words, "{word}");
    }

    /// `SIGKILL`, and gone when this returns.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only when it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// No rotation takes half as many, with all that can befall it.
const MOST_STEPS: usize = 100;
