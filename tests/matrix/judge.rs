//! What is looked at, and counted, whenever something was recorded and after every kill.

use certdesk_core::connection::{Connection, CredentialId};
use certdesk_core::rotation::Fact;
use certdesk_core::vault;
use netsuite_practice::Endpoint;

use crate::site::{Desk, Site};

/// What came of a case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) lost: bool,
    pub(crate) early: bool,
    pub(crate) double: bool,
    pub(crate) stuck: bool,
    pub(crate) abandoned: bool,
    /// What was seen, for whoever has to find out why.
    pub(crate) seen: Vec<String>,
}

impl Verdict {
    pub(crate) fn is_clean(&self) -> bool {
        !(self.lost || self.early || self.double || self.stuck)
    }
}

/// Watches one case.
pub(crate) struct Judge<'a> {
    site: &'a Site,
    desk: &'a Desk,
    /// The Certificate ID in use at the start.
    old: String,
    /// What is announced and was not refused.
    announced: Option<CredentialId>,
    announcements: usize,
    /// The sandbox was refreshed: nothing of ours keeps a mapping alive.
    pub(crate) wiped: bool,
    /// Somebody else revoked the new certificate: the old one is all that is left.
    pub(crate) new_one_revoked: bool,
    pub(crate) verdict: Verdict,
}

impl<'a> Judge<'a> {
    pub(crate) fn of(site: &'a Site, desk: &'a Desk) -> Self {
        let connection = desk.store.read(&desk.id).unwrap();
        Self {
            site,
            desk,
            old: connection.working().unwrap().certificate_id().to_string(),
            announced: None,
            announcements: 0,
            wiped: false,
            new_one_revoked: false,
            verdict: Verdict::default(),
        }
    }

    pub(crate) fn connection(&self) -> Connection {
        self.desk.store.read(&self.desk.id).unwrap()
    }

    /// Something was recorded.
    pub(crate) fn hears_of_a_step(&mut self) {
        let connection = self.connection();
        if let Some(rotation) = &connection.rotation {
            match rotation.reached() {
                Fact::UploadAnnounced { .. } => {
                    let new = rotation.new_credential().cloned();
                    self.verdict.double |= self.announced.is_some() && self.announced == new;
                    self.announced = new;
                    self.announcements += 1;
                }
                Fact::UploadRefused => self.announced = None,
                _ => {}
            }
        }
        self.looks();
    }

    /// Looks at vault, documents and ledger as they are now.
    pub(crate) fn looks(&mut self) {
        let connection = self.connection();
        let mappings = self.site.mappings(self.desk);
        let tokens = self.site.tokens();
        let mut works = false;
        for mapping in mappings.iter().filter(|mapping| mapping.is_active()) {
            let ours = connection
                .credentials
                .iter()
                .find(|credential| credential.predicted_id.as_str() == mapping.thumbprint);
            let kept = ours.is_some_and(|credential| {
                vault::load(&self.desk.dependencies.vault, &credential.key).is_ok()
            });
            if !kept {
                self.verdict.lost = true;
                self.note(format!("no key for {}", mapping.certificate_id));
            }
            works |= kept && tokens.contains(&mapping.certificate_id);
        }
        if !works && !self.wiped {
            self.verdict.early = true;
            self.note("nothing that has given a token is active".to_owned());
        }
        // A stranger's look at the requests: one for each announcement, at most.
        if self.site.requests(self.desk, Endpoint::Upload) > self.announcements {
            self.verdict.double = true;
            self.note("an upload that nobody announced".to_owned());
        }
    }

    /// Looks for the last time: nothing may be left that the document does not account for.
    pub(crate) fn ends(&mut self, abandoned: bool) {
        self.verdict.abandoned = abandoned;
        self.looks();
        let connection = self.connection();
        let working = connection.working().map(|working| working.certificate_id().to_string());
        let active: Vec<String> = self
            .site
            .mappings(self.desk)
            .into_iter()
            .filter(|mapping| mapping.is_active())
            .map(|mapping| mapping.certificate_id)
            .collect();
        if self.wiped || self.new_one_revoked {
            return;
        }
        if working.is_none_or(|working| !active.contains(&working)) {
            self.verdict.early = true;
            self.note("what signs for the connection is not active".to_owned());
        }
        if abandoned && active != [self.old.clone()] {
            self.verdict.lost = true;
            self.note(format!("left behind: {active:?}"));
        }
    }

    pub(crate) fn note(&mut self, seen: String) {
        self.verdict.seen.push(seen);
    }
}
