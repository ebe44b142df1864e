//! What the certificates endpoint and a read say when they do not do as asked. Oracle documents none of it
//! (facts C.4), so the status decides, and NetSuite's own words are kept for the user to read.

use serde_json::Value;

use super::answer::{Answer, shown};
use crate::error::{Error, Result};
use crate::token::AccessToken;

/// Passes an answer of success on, and names any other.
pub(super) fn unless_done(answer: Answer, token: &AccessToken) -> Result<Answer> {
    let status = answer.status();
    if answer.is_success() {
        return Ok(answer);
    }
    let words = Words::of(&answer, token);
    Err(match status {
        401 => Error::TokenNotAccepted { host: answer.host().to_owned() },
        403 => Error::PermissionMissing { detail: words.detail },
        404 => Error::EndpointMissing { host: answer.host().to_owned() },
        429 => Error::TooManyRequests { retry_after: answer.retry_after() },
        500.. => Error::ServerFailed { status, error: words.code },
        // What a RESTlet answers when too many run at once (Oracle, bridgehead_1525252812).
        _ if words.code.as_deref() == Some("SSS_REQUEST_LIMIT_EXCEEDED") => {
            Error::TooManyRequests { retry_after: answer.retry_after() }
        }
        _ if answer.is_html() => {
            Error::AnswerNotJson { status, html: true, excerpt: String::new() }
        }
        _ => Error::EndpointRefused { status, code: words.code, detail: words.detail },
    })
}

/// NetSuite's own words, fit to be shown.
pub(super) struct Words {
    pub(super) code: Option<String>,
    pub(super) detail: String,
}

impl Words {
    pub(super) fn of(answer: &Answer, token: &AccessToken) -> Self {
        let json = answer.value();
        let first = json.as_ref().map_or(&Value::Null, |json| &json["o:errorDetails"][0]);
        // Of a RESTlet: programs that call one read these two members.
        let script = json.as_ref().map_or(&Value::Null, |json| &json["error"]);
        let member = |name: &str| first[name].as_str();
        let code = member("o:errorCode")
            .or_else(|| script["code"].as_str())
            .or_else(|| json.as_ref()?["error"].as_str())
            .map(|code| code.chars().filter(is_code).take(CODE).collect());
        let detail = match (member("detail").or_else(|| script["message"].as_str()), &json) {
            (Some(detail), _) => detail.to_owned(),
            (None, Some(json)) => json["title"].as_str().unwrap_or_default().to_owned(),
            (None, None) if answer.is_html() => String::new(),
            (None, None) => answer.text(),
        };
        // An answer may quote the request.
        let detail = if !token.expose().is_empty() && detail.contains(token.expose()) {
            String::new()
        } else {
            shown(&detail, DETAIL)
        };
        Self { code, detail }
    }
}

fn is_code(c: &char) -> bool {
    c.is_ascii_alphanumeric() || *c == '_'
}

/// Characters of a code, of a detail, and of a word in it.
const CODE: usize = 80;
const DETAIL: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_could_be_a_token_are_not_shown() {
        let token = format!("Bearer {} is wrong", "a1B2".repeat(12));
        assert_eq!(shown(&token, 300), "Bearer … is wrong");
        assert_eq!(shown("got eyJhbGciOi.x.y instead", 300), "got … instead");
        let id = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA";
        assert_eq!(shown(&format!("Unknown: \"{id}\"."), 300), format!("Unknown: \"{id}\"."));
    }

    #[test]
    fn a_text_of_a_host_has_no_control_characters_and_an_end() {
        assert_eq!(shown("one\u{0}two\r\n\tthree\u{1b}[31m", 300), "one two three [31m");
        let long = shown(&"word ".repeat(1000), 20);
        assert_eq!(long, "word word word word …");
    }
}
