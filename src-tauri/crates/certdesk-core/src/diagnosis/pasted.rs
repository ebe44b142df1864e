//! What another system said or sent, pasted by the user: an answer, a line of a log, a request, an
//! assertion. Only the signs in it remain; the text itself may hold a secret.

use netsuite_client::AccountId;
use time::OffsetDateTime;
use time::format_description::well_known::{Rfc2822, Rfc3339};

use super::answer_signs::{oauth_error, pasted_status, refused_upload};
use super::assertion::{Beside, Compact};
use super::phrases::{NOTICES, PHRASES};
use super::sign::{Observed, Sign};
use super::text::{HOST, shortened};
use super::{AuditCode, Doing};
use crate::connection::{Connection, Credential};

/// What was found in a pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// What was being done.
    pub doing: Doing,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The OAuth `error`.
    pub error: Option<String>,
    /// A code of the Login Audit Trail.
    pub code: Option<AuditCode>,
    /// Whether it held a client assertion.
    pub assertion: bool,
    /// Whether it held a private key.
    pub private_key: bool,
    /// What it shows. Empty when nothing in it is known.
    pub signs: Vec<Observed>,
}

impl Pasted {
    /// Reads a text beside what is known of the connection.
    #[must_use]
    pub fn read(
        text: &str,
        connection: &Connection,
        credential: Option<&Credential>,
        token_url: Option<&str>,
        now: OffsetDateTime,
    ) -> Self {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        let text = &text[..end];
        let lower = text.to_ascii_lowercase();
        let jwt = Compact::find(text);
        let posted_to = addresses(text).into_iter().find(|one| one.ends_with("/oauth2/v1/token"));
        let mut found = Self {
            doing: Doing::Token,
            status: status(&lower),
            error: None,
            code: AuditCode::find_in_rows(text, &connection.integration.name),
            assertion: jwt.is_some(),
            private_key: lower.contains("private key-----"),
            signs: Vec::new(),
        };
        found.request(text, &lower);
        found.hosts(text, connection);
        found.phrases(&lower);
        found.notice(&lower);
        found.answer(&lower);
        found.certificate_id(text, credential);
        if let Some(jwt) = jwt {
            let posted_to = posted_to.as_deref().or(token_url);
            let (answered, logged) = (answered_at(text), logged_at(text));
            let beside = Beside { posted_to, answered, logged };
            found.signs.extend(jwt.signs(connection, credential, beside, now));
        }
        if found.code.is_some() && found.signs.is_empty() {
            // A code alone says what was done well enough for its causes.
            found.doing = Doing::Token;
        }
        found
    }

    /// Whether nothing in the text is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty() && self.code.is_none()
    }

    fn add(&mut self, observed: impl Into<Observed>) {
        let observed = observed.into();
        if !self.signs.iter().any(|one| one.sign == observed.sign) {
            self.signs.push(observed);
        }
    }

    fn add_all(&mut self, signs: impl IntoIterator<Item = Sign>) {
        signs.into_iter().for_each(|sign| self.add(sign));
    }

    /// A request that is shown: its fields, its headers, its body.
    fn request(&mut self, text: &str, lower: &str) {
        let field = |name: &str| value_of(lower, name);
        let asserts = field("client_assertion").is_some();
        if field("assertion").is_some() && !asserts {
            self.add(Sign::FieldIsAssertion);
        }
        // Quoted as members of an object, not set by `=`.
        if lower.contains("\"grant_type\"") || lower.contains("\"client_assertion\"") {
            self.add(Sign::BodyIsJson);
        }
        if asserts && lower.contains("authorization: basic") {
            self.add(Sign::AuthenticatedTwice);
        }
        let known = ["client_credentials", "authorization_code", "refresh_token"];
        if let Some(grant) = field("grant_type")
            && !known.contains(&grant.as_str())
        {
            self.add(Sign::GrantTypeDiffers.with(shortened(&grant)));
        }
        if lower.contains("authorize.nl") {
            self.doing = Doing::SignIn;
            let state = value_of(text, "state").unwrap_or_default();
            if !(22..=1024).contains(&state.chars().count()) {
                self.add(Sign::StateLength.with(state.chars().count()));
            }
            let redirect = value_of(text, "redirect_uri").unwrap_or_default();
            if redirect.to_ascii_lowercase().starts_with("http%3a")
                || redirect.to_ascii_lowercase().starts_with("http:")
            {
                self.add(Sign::RedirectIsHttp);
            }
        } else if field("grant_type").is_some_and(|grant| grant == "authorization_code")
            || (field("error").is_some() && field("state").is_some())
        {
            self.doing = Doing::SignIn;
        }
    }

    fn hosts(&mut self, text: &str, connection: &Connection) {
        let account = connection.account.as_ref().map(|account| &account.id);
        for host in hosts(text) {
            let label = host.split('.').next().unwrap_or_default();
            let Ok(named) = AccountId::parse(label) else { continue };
            if account.is_some_and(|account| *account != named) {
                self.add(Sign::HostOfAnother.with(&host));
            } else if label != named.host_form() {
                self.add(Sign::HostForm.with(&host));
            }
        }
    }

    fn phrases(&mut self, lower: &str) {
        for phrase in PHRASES {
            let other_doing = self.doing != Doing::Token && phrase.doing != self.doing;
            if lower.contains(phrase.text) && !(other_doing && phrase.doing == Doing::Token) {
                self.doing = phrase.doing;
                self.add(match phrase.sign {
                    // Connectors put it in words of their own, without NetSuite's `error`.
                    Sign::InvalidClient => phrase.sign.with(401),
                    sign => sign.into(),
                });
            }
        }
    }

    /// A mail of NetSuite: nothing failed yet.
    fn notice(&mut self, lower: &str) {
        let holds = |words: &&[&str]| words.iter().all(|word| lower.contains(word));
        let failed = self.status.is_some() || self.code.is_some() || self.assertion;
        if !failed && self.signs.is_empty() && NOTICES.iter().any(holds) {
            self.doing = Doing::Mapping;
            self.add(Sign::ExpiryNotice);
        }
    }

    /// Whether the Certificate ID that a program or a mail names is the connection's.
    fn certificate_id(&mut self, text: &str, credential: Option<&Credential>) {
        let named = [Sign::CliPairDiffers, Sign::CliCertificateState, Sign::ExpiryNotice];
        let names = self.signs.iter().any(|one| named.contains(&one.sign));
        let id = credential.map(|credential| credential.certificate_id().as_str());
        if let Some(id) = id.filter(|id| names && text.contains(id)) {
            self.add(Sign::KidFits.with(shortened(id)));
        }
    }

    /// The `error` goes before the status, and the words around it say of which request.
    fn answer(&mut self, lower: &str) {
        let words = lower.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let sign = words.filter_map(|word| Some((word, oauth_error(word)?))).next();
        if let Some((word, sign)) = sign {
            self.error = Some(word.to_owned());
            if sign == Sign::InvalidToken {
                self.doing = Doing::Call;
            }
            self.add(sign);
        }
        // How REST web services word a refusal; the token endpoint doesn't.
        let problem = lower.contains("o:errordetails") || lower.contains("o:errorcode");
        if problem && self.doing == Doing::Token {
            self.doing = Doing::Call;
        }
        let endpoint = lower.contains("/certificates") && !lower.contains("/oauth2/v1/token");
        if endpoint && matches!(self.doing, Doing::Token | Doing::Call) {
            self.doing =
                if lower.contains("filecontent") { Doing::Upload } else { Doing::Endpoint };
        }
        // A page says it without a status.
        let page = self.status.is_none()
            && lower.len() < SENTENCE
            && PAGE.iter().any(|word| lower.contains(word));
        let refused = page || matches!(self.status, Some(400 | 409 | 422));
        let nothing_else = self.signs.iter().all(|one| one.sign == Sign::Refused);
        if refused && nothing_else && lower.contains("certificate") {
            let reason = refused_upload(lower);
            if (endpoint || problem) && !page || reason.is_some() {
                self.doing = Doing::Upload;
            }
            self.add_all(reason);
        }
        let Some(status) = self.status else { return };
        let answered = self.signs.iter().any(|one| ANSWERS.contains(&one.sign));
        if !answered && let Some(sign) = pasted_status(status) {
            // 403 is no answer of a token request.
            if sign == Sign::Forbidden && self.doing == Doing::Token {
                self.doing = Doing::Call;
            }
            let called = matches!(self.doing, Doing::Call | Doing::Endpoint | Doing::Upload);
            let sign = match sign {
                Sign::InvalidClient if called => Sign::InvalidToken,
                Sign::InvalidRequest if called => Sign::Refused,
                other => other,
            };
            self.add(sign.with(status));
        }
    }
}

/// Every host below netsuite.com, as it is written.
fn hosts(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || ".-_".contains(c)));
    let below = |word: &&str| word.to_ascii_lowercase().ends_with(".netsuite.com");
    words.filter(below).map(|word| word.chars().take(HOST).collect()).collect()
}

/// Every address.
fn addresses(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || "\"'<>,;()".contains(c));
    words.filter(|word| word.contains("://")).map(str::to_owned).collect()
}

/// When an answer came: its `Date`.
fn answered_at(text: &str) -> Option<OffsetDateTime> {
    text.lines().take(LINES).find_map(|line| {
        let (name, value) = line.trim_start_matches(['<', '*', ' ']).split_once(':')?;
        let is_date = name.trim().eq_ignore_ascii_case("date");
        OffsetDateTime::parse(value.trim(), &Rfc2822).ok().filter(|_| is_date)
    })
}

/// The first moment that a log wrote.
fn logged_at(text: &str) -> Option<OffsetDateTime> {
    let written =
        |word: &str| OffsetDateTime::parse(word.trim_matches(['[', ']', '"', ',']), &Rfc3339).ok();
    text.split_whitespace().take(WORDS).find_map(written)
}

/// The value of a field of a form or of an address, or of a member of JSON.
fn value_of(text: &str, name: &str) -> Option<String> {
    let mut from = 0;
    while let Some(at) = text[from..].find(name) {
        let (start, end) = (from + at, from + at + name.len());
        from = end;
        let before = text[..start].chars().next_back();
        let apart = before.is_none_or(|c| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
        let rest = text[end..].trim_start_matches(['"', '\'']).trim_start();
        if apart && let Some(value) = rest.strip_prefix('=').or_else(|| rest.strip_prefix(':')) {
            let value = value.trim_start_matches([' ', '"', '\'']);
            let end = value.find(|c: char| c.is_whitespace() || "&\"',;<>{}".contains(c));
            return Some(value[..end.unwrap_or(value.len())].to_owned());
        }
    }
    None
}

/// A three-digit status after a word that announces one, or before its own words.
fn status(lower: &str) -> Option<u16> {
    let words: Vec<_> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let status = word.parse::<u16>().ok().filter(|status| STATUSES.contains(status))?;
        let near = |at: Option<usize>| at.and_then(|at| words.get(at)).copied();
        let before = [near(at.checked_sub(1)), near(at.checked_sub(2)), near(at.checked_sub(3))];
        let announced = before.into_iter().flatten().any(|word| ANNOUNCES.contains(&word));
        let reason = near(Some(at + 1)).is_some_and(|word| REASONS.contains(&word));
        let named = before[0].is_some_and(|word| NAMES.contains(&word));
        (announced || reason || named).then_some(status)
    })
}

const STATUSES: std::ops::Range<u16> = 300..600;
const ANNOUNCES: [&str; 6] = ["http", "https", "status", "code", "error", "statuscode"];
const REASONS: [&str; 9] = [
    "unauthorized",
    "forbidden",
    "bad",
    "internal",
    "not",
    "too",
    "service",
    "gateway",
    "conflict",
];
/// What stands right before a status in brackets, as MuleSoft writes it.
const NAMES: [&str; 3] = ["unauthorized", "forbidden", "responded"];
/// Signs that say what an answer was, so that its status need not.
const ANSWERS: &[Sign] = &[
    Sign::InvalidClient,
    Sign::InvalidRequest,
    Sign::InvalidGrant,
    Sign::InvalidScope,
    Sign::UnauthorizedClient,
    Sign::UnsupportedGrantType,
    Sign::ServerError,
    Sign::InvalidToken,
    Sign::Forbidden,
    Sign::RoleMayNot,
    Sign::QueryRecordHidden,
    Sign::RestletNotFound,
    Sign::Denied,
    Sign::TooMany,
    Sign::CliHyphen,
    Sign::CliCertificateFile,
    Sign::CliPairDiffers,
    Sign::CliKeyContents,
    Sign::CliCertificateState,
    Sign::CliStorage,
    Sign::CliFeatures,
    Sign::KeyNotParsed,
    Sign::FeatureDisabled,
    Sign::ProxySignIn,
];
/// What a page of NetSuite speaks of when it refuses a certificate, in a few words.
const PAGE: [&str; 6] = ["netsuite", "mapping", "integration", "application", "entity", "upload"];
const SENTENCE: usize = 600;
/// Lines and words in which a moment is looked for.
const LINES: usize = 500;
const WORDS: usize = 2_000;
/// Characters of a text that are read.
const LONGEST: usize = 200_000;
