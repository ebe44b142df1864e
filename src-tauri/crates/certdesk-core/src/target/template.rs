//! Text with names where values go: `{name}` in a kit, where a value of the connection goes.

use serde::{Deserialize, Deserializer, de};

/// A text that is filled in with values. A name it does not know is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template<S = Source>(Vec<Piece<S>>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<S> {
    Text(String),
    Value(S),
}

/// Values that have names.
pub(crate) trait Named: Copy + PartialEq {
    /// The value of that name.
    fn named(name: &str) -> Option<Self>;
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// `1234567_SB1`.
    AccountId,
    /// `1234567-sb1`, as in addresses.
    HostForm,
    /// `https://1234567-sb1.suitetalk.api.netsuite.com`.
    SuitetalkUrl,
    /// The same with the path of the token endpoint.
    TokenUrl,
    /// The Consumer Key.
    ClientId,
    /// The Certificate ID.
    CertificateId,
    /// As in a JWT header: `PS256`.
    Algorithm,
    /// The scopes, with the system's own separator between them.
    Scopes,
    /// A short name for the connection: letters, digits and hyphens, at most 40.
    Alias,
    /// The path of the saved private key, else the file name it is proposed under.
    KeyPath,
}

impl<S: Named> Template<S> {
    pub(crate) fn fill(&self, value: impl Fn(S) -> String) -> String {
        self.0.iter().fold(String::new(), |text, piece| match piece {
            Piece::Text(piece) => text + piece,
            Piece::Value(source) => text + &value(*source),
        })
    }

    pub(crate) fn uses(&self, source: S) -> bool {
        self.0.contains(&Piece::Value(source))
    }

    /// Reads a text whose names are between these two characters, which are nowhere else.
    pub(crate) fn read(text: &str, [open, close]: [char; 2]) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(open) {
            let (name, after) = after.split_once(close)?;
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(Piece::Value(S::named(name)?));
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        (!rest.contains(close)).then_some(Self(pieces))
    }
}

impl Named for Source {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "accountId" => Self::AccountId,
            "hostForm" => Self::HostForm,
            "suitetalkUrl" => Self::SuitetalkUrl,
            "tokenUrl" => Self::TokenUrl,
            "clientId" => Self::ClientId,
            "certificateId" => Self::CertificateId,
            "algorithm" => Self::Algorithm,
            "scopes" => Self::Scopes,
            "alias" => Self::Alias,
            "keyPath" => Self::KeyPath,
            _ => return None,
        })
    }
}

/// Around a name in a kit.
const BRACES: [char; 2] = ['{', '}'];

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text, BRACES)
            .ok_or_else(|| de::Error::custom(format!("no such value in: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_goes_where_its_name_stands_and_is_not_filled_again() {
        let template = Template::read("iss {clientId}, aud {tokenUrl}.", BRACES).unwrap();
        let filled = template.fill(|source| match source {
            Source::ClientId => "{tokenUrl}".into(),
            _ => "https://x/".into(),
        });
        assert_eq!(filled, "iss {tokenUrl}, aud https://x/.");
    }

    #[test]
    fn an_unknown_name_or_a_lone_brace_is_no_template() {
        for text in ["{clientSecret}", "{clientId", "clientId}", "{{clientId}}"] {
            assert_eq!(Template::<Source>::read(text, BRACES), None, "{text}");
        }
    }
}
