//! Makes random identifiers in the forms that NetSuite uses.

use std::fmt::Write as _;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use rand::Rng as _;

/// `N` random bytes as lower-case hexadecimal.
pub(crate) fn hex<const N: usize>() -> String {
    to_hex(&bytes::<N>())
}

/// `N` random bytes as base64url without padding.
pub(crate) fn base64url<const N: usize>() -> String {
    Base64UrlUnpadded::encode_string(&bytes::<N>())
}

/// A version 4 UUID (RFC 9562, section 5.4) in upper case, as an Application ID is printed.
pub(crate) fn uuid() -> String {
    let mut bytes = bytes::<16>();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = to_hex(&bytes).to_uppercase();
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

/// Lower-case hexadecimal.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}
