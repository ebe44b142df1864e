//! What other programs say, and what it shows. Read without regard to capitals.

use super::Doing;
use super::sign::Sign;

/// A text that other programs write, what is being done where it occurs, and what it shows.
pub(super) struct Phrase {
    pub(super) text: &'static str,
    pub(super) doing: Doing,
    pub(super) sign: Sign,
}

const fn phrase(text: &'static str, doing: Doing, sign: Sign) -> Phrase {
    Phrase { text, doing, sign }
}

/// The first of a group that occurs counts; several groups may occur in one text.
#[rustfmt::skip] // A table.
pub(super) const PHRASES: &[Phrase] = &[
    // SuiteCloud SDK, subsect_0122121332, and its issues 834 and 881.
    phrase("value is expected here instead of \"-", Doing::Token, Sign::CliHyphen),
    phrase("verify the certificate file", Doing::Token, Sign::CliCertificateFile),
    phrase("the private key does not match the certificate id", Doing::Token, Sign::CliPairDiffers),
    phrase("verify the contents of the private key", Doing::Token, Sign::CliKeyContents),
    phrase("is valid and not expired or revoked", Doing::Token, Sign::CliCertificateState),
    phrase("secure storage is inaccessible", Doing::Token, Sign::CliStorage),
    // A key under a passphrase: OpenSSL, Node, Python's cryptography, PHP, Java.
    phrase("bad password read", Doing::Key, Sign::KeyEncrypted),
    phrase("interrupted or cancelled", Doing::Key, Sign::KeyEncrypted),
    phrase("bad decrypt", Doing::Key, Sign::KeyEncrypted),
    phrase("private key is encrypted", Doing::Key, Sign::KeyEncrypted),
    phrase("begin encrypted private key", Doing::Key, Sign::KeyEncrypted),
    phrase("passphrase required", Doing::Key, Sign::KeyEncrypted),
    // A key in another form: OpenSSL 1.1 and 3, Node's jsonwebtoken and jose, Python, Java, Go.
    phrase("decoder routines::unsupported", Doing::Key, Sign::KeyNotParsed),
    phrase("no start line", Doing::Key, Sign::KeyNotParsed),
    phrase("unable to load private key", Doing::Key, Sign::KeyNotParsed),
    phrase("could not read private key", Doing::Key, Sign::KeyNotParsed),
    phrase("secretorprivatekey must be an asymmetric key", Doing::Key, Sign::KeyNotParsed),
    phrase("must be pkcs#8 formatted", Doing::Key, Sign::KeyNotParsed),
    phrase("could not deserialize key data", Doing::Key, Sign::KeyNotParsed),
    phrase("algid parse error", Doing::Key, Sign::KeyNotParsed),
    phrase("invalidkeyspecexception", Doing::Key, Sign::KeyNotParsed),
    phrase("invalid pem", Doing::Key, Sign::KeyNotParsed),
    phrase("invalid key format", Doing::Key, Sign::KeyNotParsed),
    phrase("asn1 encoding routines", Doing::Key, Sign::KeyNotParsed),
    phrase("openssl_sign(): supplied key param cannot be coerced", Doing::Key, Sign::KeyNotParsed),
    // What was pasted is the file itself.
    phrase("begin public key", Doing::Key, Sign::IsPublicKey),
    phrase("begin rsa public key", Doing::Key, Sign::IsPublicKey),
    phrase("begin certificate request", Doing::Key, Sign::IsRequest),
    phrase("begin new certificate request", Doing::Key, Sign::IsRequest),
    // Names and ways: Node, curl, Java, Python, Go.
    phrase("enotfound", Doing::Token, Sign::NoHost),
    phrase("could not resolve host", Doing::Token, Sign::NoHost),
    phrase("unknownhostexception", Doing::Token, Sign::NoHost),
    phrase("name or service not known", Doing::Token, Sign::NoHost),
    phrase("no such host", Doing::Token, Sign::NoHost),
    phrase("econnrefused", Doing::Token, Sign::Unreachable),
    phrase("connection refused", Doing::Token, Sign::Unreachable),
    phrase("etimedout", Doing::Token, Sign::TimedOut),
    phrase("timed out", Doing::Token, Sign::TimedOut),
    phrase("self-signed certificate", Doing::Token, Sign::TlsFailed),
    phrase("self signed certificate", Doing::Token, Sign::TlsFailed),
    phrase("unable to get local issuer certificate", Doing::Token, Sign::TlsFailed),
    phrase("certificate_verify_failed", Doing::Token, Sign::TlsFailed),
    phrase("pkix path building failed", Doing::Token, Sign::TlsFailed),
    // NetSuite, with a token (facts B.5, C.4).
    phrase("invalid_login", Doing::Call, Sign::InvalidToken),
    phrase("invalid login attempt", Doing::Call, Sign::InvalidToken),
    phrase("insufficient_permission", Doing::Call, Sign::Forbidden),
    phrase("permission violation", Doing::Call, Sign::Forbidden),
    phrase("sss_request_limit_exceeded", Doing::Call, Sign::TooMany),
    phrase("concurrency_limit_exceeded", Doing::Call, Sign::TooMany),
];
