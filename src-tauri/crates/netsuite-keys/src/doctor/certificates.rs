//! Certificates: what they say, and what NetSuite does with them (facts A.1 to A.5).

use crate::certificate::{Certificate, MOST_DAYS, SelfSignature};
use der::Decode;
use spki::SubjectPublicKeyInfoRef;
use time::{Duration, OffsetDateTime};

use super::{CertificateFacts, Form, Held, Item, KeyFacts, Kind, Looked, Outcome, Verdict};

/// One certificate.
pub(super) fn item(der: &[u8], form: Form, now: OffsetDateTime) -> Item {
    let mut item = Item::new(Kind::Certificate, form, Verdict::Refused);
    let Ok(certificate) = Certificate::from_der(der) else {
        item.kind = Kind::Damaged;
        return item;
    };
    let info = SubjectPublicKeyInfoRef::from_der(certificate.public_key_der());
    item.key = info.ok().as_ref().map(KeyFacts::of_info);
    item.certificate = Some(facts(&certificate));
    look(&mut item, &certificate, now);
    item.verdict = verdict(&item);
    item.held = Held::Certificate(Box::new(certificate));
    item
}

fn facts(certificate: &Certificate) -> CertificateFacts {
    let (subject, issuer) = (certificate.subject(), certificate.issuer());
    CertificateFacts {
        issuer: (issuer != subject).then_some(issuer),
        subject,
        serial: certificate.serial(),
        not_before: certificate.not_before(),
        not_after: certificate.not_after(),
        signature: certificate.signature_name(),
        fingerprint: certificate.fingerprint(),
        id: certificate.id(),
    }
}

fn look(item: &mut Item, certificate: &Certificate, now: OffsetDateTime) {
    let key = item.key.as_ref();
    let (outcome, detail) =
        key.map_or((Outcome::Failed, String::new()), |key| (key.outcome(), key.detail()));
    item.check(Looked::Key, outcome, detail);

    let (begins, ends) = (certificate.not_before(), certificate.not_after());
    let (outcome, instant) = match () {
        () if ends < begins => (Outcome::Failed, ends),
        () if ends < now => (Outcome::Failed, ends),
        () if begins > now => (Outcome::Failed, begins),
        () => (Outcome::Passed, ends),
    };
    item.check(Looked::ValidNow, outcome, rfc3339(instant));
    let days = (ends - begins).whole_days();
    // Until the last second of the 730th day, and one more that openssl counts differently.
    let long = ends - begins > Duration::days(MOST_DAYS.into());
    let outcome = if long { Outcome::Attention } else { Outcome::Passed };
    item.check(Looked::TwoYears, outcome, days.to_string());

    let outcome = match certificate.self_signature() {
        SelfSignature::Verified => Outcome::Passed,
        SelfSignature::Broken => Outcome::Failed,
        SelfSignature::Unverified | SelfSignature::OfAnother => Outcome::Unknown,
    };
    let issuer = item.certificate.as_ref().and_then(|facts| facts.issuer.clone());
    item.check(Looked::SelfSigned, outcome, issuer.unwrap_or_default());
    if certificate.signature_is_outdated() {
        item.check(Looked::Hash, Outcome::Unknown, certificate.signature_name());
    }
    if certificate.is_authority() {
        item.check(Looked::Leaf, Outcome::Unknown, "");
    }
    if matches!(item.form, Form::Der | Form::Base64) {
        item.check(Looked::UploadForm, Outcome::Unknown, "");
    }
    let hyphen = certificate.id().starts_with_hyphen();
    let outcome = if hyphen { Outcome::Attention } else { Outcome::Passed };
    item.check(Looked::Hyphen, outcome, "");
}

fn verdict(item: &Item) -> Verdict {
    let any = |outcome| item.checks.iter().any(|check| check.outcome == outcome);
    match () {
        () if any(Outcome::Failed) => Verdict::Refused,
        () if any(Outcome::Unknown) => Verdict::Undocumented,
        () if any(Outcome::Attention) => Verdict::Attention,
        () => Verdict::Accepted,
    }
}

/// Of a chain only the first is for NetSuite: the others issued it, or one another.
pub(super) fn name_issuers(items: &mut [Item]) {
    let issuers: Vec<String> =
        items.iter().filter_map(|item| item.certificate.as_ref()?.issuer.clone()).collect();
    for item in items {
        let named = |facts: &CertificateFacts| issuers.contains(&facts.subject);
        if item.certificate.as_ref().is_some_and(named) {
            item.kind = Kind::IssuerCertificate;
            item.verdict = Verdict::Unsuitable;
            item.checks.clear();
        }
    }
}

/// As the window reads instants. Years after 9999 cannot stand in a certificate.
fn rfc3339(instant: OffsetDateTime) -> String {
    instant.format(&time::format_description::well_known::Rfc3339).unwrap_or_default()
}
