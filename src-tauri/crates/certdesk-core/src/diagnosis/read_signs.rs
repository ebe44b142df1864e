//! What the refusal of a read with a token shows.
//!
//! The statuses of RESTlets are Oracle's; where only a word tells causes apart, it's a word that public
//! clients quote, and none of them leaves no doubt.

use netsuite_client::ReadRefusal;

use super::sign::{Observed, Sign};
use crate::connection::ReadKind;

/// Signs of a refusal, beside what was asked.
pub(crate) fn of_refusal(read: ReadKind, refusal: &ReadRefusal) -> Vec<Observed> {
    let words = refusal.detail.to_ascii_lowercase();
    let code = refusal.code.as_deref().unwrap_or_default();
    let mut signs = match read {
        ReadKind::Restlet => of_restlet(refusal, code),
        ReadKind::Metadata | ReadKind::Record | ReadKind::Query => {
            of_web_services(read, refusal, code, &words)
        }
    };
    if let Some(name) = permission_named(&refusal.detail) {
        signs.push(Sign::NamesPermission.with(name));
    }
    if words.contains("suiteanalytics workbook") {
        signs.push(Sign::NamesWorkbook.into());
    }
    let disabled = ["feature is disabled", "feature is not enabled"];
    if code.starts_with("FEATURE_") || disabled.iter().any(|said| words.contains(said)) {
        signs.push(Sign::FeatureDisabled.into());
    }
    signs
}

/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_4634920277.html>
fn of_restlet(refusal: &ReadRefusal, code: &str) -> Vec<Observed> {
    let sign = match (refusal.status, code) {
        // H/chapter_1529417663.html
        (_, "INVALID_LOGIN_CREDENTIALS") => Sign::RestletLoginRefused,
        // What programs that call RESTlets look for.
        (_, "SSS_INVALID_SCRIPTLET_ID") | (404, _) => Sign::RestletNotFound,
        (401, _) => return vec![Sign::RestletUnauthorized.with(&refusal.host)],
        (403, _) | (_, "INSUFFICIENT_PERMISSION") => {
            return vec![Sign::RestletForbidden.with(&refusal.detail)];
        }
        (405, _) => Sign::MethodNotAllowed,
        _ => return vec![Sign::ScriptFailed.with(&refusal.detail)],
    };
    vec![sign.into()]
}

fn of_web_services(
    read: ReadKind,
    refusal: &ReadRefusal,
    code: &str,
    words: &str,
) -> Vec<Observed> {
    let is_query = read == ReadKind::Query;
    let sign = match (refusal.status, code) {
        (401, _) => return vec![Sign::InvalidToken.with(&refusal.host)],
        (403, _) | (_, "INSUFFICIENT_PERMISSION") => Sign::Forbidden,
        // As <https://improvado.io/docs/oracle-netsuite-troubleshooting> reports it.
        _ if words.contains("role does not have permission") => Sign::RoleMayNot,
        _ if is_query && words.contains("record") && words.contains("was not found") => {
            Sign::QueryRecordHidden
        }
        _ if is_query => Sign::QueryRefused,
        (404, _) => Sign::RecordNotFound,
        _ => Sign::Refused,
    };
    vec![sign.with(&refusal.detail)]
}

/// The permission in `You need the 'Lists -> Customers' permission`, as NetSuite words it in SOAP web
/// services and SuiteScript (<https://github.com/NetSweet/netsuite/issues/249>).
fn permission_named(words: &str) -> Option<String> {
    let (_, rest) = words.split_once("You need")?;
    let (_, rest) = rest.split_once('\'')?;
    let (name, after) = rest.split_once('\'')?;
    let fits = after.trim_start().starts_with("permission") && !name.is_empty();
    fits.then(|| name.replace("&gt;", ">").replace("->", ">").chars().take(NAME).collect())
}

const NAME: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_is_read_off_the_words_that_name_it() {
        for words in [
            "Permission Violation: You need the 'Lists -> Customers' permission to access this page.",
            "Permission Violation: You need  the 'Lists -&gt; Customers' permission to access",
        ] {
            assert_eq!(permission_named(words).as_deref(), Some("Lists > Customers"), "{words}");
        }
        assert_eq!(permission_named("You need 'help' with this"), None);
        assert_eq!(permission_named("Permission violation."), None);
    }

    #[test]
    fn a_refusal_without_words_is_read_by_its_status() {
        for (status, sign) in [
            (401, Sign::InvalidToken),
            (403, Sign::Forbidden),
            (404, Sign::RecordNotFound),
            (400, Sign::Refused),
        ] {
            let host = String::new();
            let refusal = ReadRefusal { host, status, code: None, detail: String::new() };
            let signs: Vec<_> =
                of_refusal(ReadKind::Metadata, &refusal).iter().map(|one| one.sign).collect();
            assert_eq!(signs, [sign], "{status}");
        }
    }
}
