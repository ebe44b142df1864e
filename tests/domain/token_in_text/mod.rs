//! Tokens in what was written down.

/// Whether a token is in a text (RFC 7515, section 3.1). Its first letters alone are now and then in a certificate, too.
pub(crate) fn holds_token(text: &str) -> bool {
    let of_token = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    text.match_indices("eyJ")
        .any(|(at, _)| text[at..].trim_start_matches(of_token).starts_with('.'))
}

#[test]
fn a_token_is_told_from_a_certificate_that_has_its_first_letters() {
    assert!(holds_token(r#"{"token":"eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiIzOy01In0.c2ln"}"#));
    assert!(!holds_token(
        "-----BEGIN CERTIFICATE-----\nMIIB8eyJ2dW5k+a/b==\n-----END CERTIFICATE-----\n"
    ));
}
