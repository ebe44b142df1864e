//! PKCS#12 files (RFC 7292), as Windows, Java and browsers export them.

use crate::secret::Passphrase;
use der::Decode;
use der::asn1::{AnyRef, OctetStringRef};
use p12_keystore::Pkcs12Archive;

use super::{Form, Item, Kind, MOST_ITEMS, Patient, Verdict, certificates, keys};

/// The file itself, and what is in it when it opens. Many that hold certificates alone open with
/// an empty passphrase.
pub(super) fn items(patient: &mut Patient<'_>, der: &[u8]) -> Vec<Item> {
    let locked = || Item::new(Kind::LockedKeystore, Form::Der, Verdict::Locked);
    let parts = contents(der).unwrap_or_default();
    if !(1..=MOST_PARTS).contains(&parts.len()) {
        return vec![Item::new(Kind::Damaged, Form::Der, Verdict::Refused)];
    }
    if !is_bearable(&parts) {
        return vec![Item::new(Kind::TooLarge, Form::Der, Verdict::Refused)];
    }
    let empty = Passphrase::entered(String::new());
    let now = patient.now;
    let passphrase = patient.next_opening().unwrap_or(&empty);
    let opened = [passphrase, &empty]
        .into_iter()
        .find_map(|passphrase| Pkcs12Archive::from_pkcs12(der, passphrase.expose()).ok());
    let Some(archive) = opened else {
        return vec![locked()];
    };
    let mut items = vec![Item::new(Kind::Keystore, Form::Der, Verdict::Unsuitable)];
    for bag in &archive.keys {
        items.push(keys::pkcs8(bag.key.as_der(), Form::InKeystore));
    }
    for bag in &archive.certs {
        items.push(certificates::item(bag.cert.as_der(), Form::InKeystore, now));
    }
    patient.more += items.len().saturating_sub(MOST_ITEMS);
    items.truncate(MOST_ITEMS);
    items
}

/// The crate bounds what each derivation of a key costs; this bounds how many there can be. Each bag in a part that lies open
/// may be encrypted for itself, and so may each in an encrypted part, whose number shows itself only once that is opened.
fn is_bearable(parts: &[AnyRef<'_>]) -> bool {
    let (mut encrypted, mut bags) = (0, 0);
    for part in parts {
        match open_bags(*part) {
            Ok(number) => bags += number,
            Err(_) => encrypted += part.value().len(),
        }
    }
    encrypted <= MOST_ENCRYPTED_BYTES && bags <= MOST_BAGS
}

/// How many bags lie in a part that isn't encrypted.
fn open_bags(part: AnyRef<'_>) -> der::Result<usize> {
    let content_info = fields(part)?;
    let content = content_info.get(1).ok_or(der::ErrorKind::Failed)?;
    let octets = <&OctetStringRef>::from_der(content.value())?;
    Ok(Vec::<AnyRef<'_>>::from_der(octets.as_bytes())?.len())
}

/// The parts of the authenticated safe, each of which may be encrypted for itself.
fn contents(der: &[u8]) -> der::Result<Vec<AnyRef<'_>>> {
    let pfx = Vec::<AnyRef<'_>>::from_der(der)?;
    let safe = pfx.get(1).ok_or(der::ErrorKind::Failed)?;
    let content_info = fields(*safe)?;
    let content = content_info.get(1).ok_or(der::ErrorKind::Failed)?;
    let octets = <&OctetStringRef>::from_der(content.value())?;
    Vec::<AnyRef<'_>>::from_der(octets.as_bytes())
}

fn fields(sequence: AnyRef<'_>) -> der::Result<Vec<AnyRef<'_>>> {
    use der::Reader as _;
    let mut reader = der::SliceReader::new(sequence.value())?;
    let mut fields = Vec::new();
    while !reader.is_finished() {
        fields.push(AnyRef::decode(&mut reader)?);
    }
    Ok(fields)
}

// Windows, Java and openssl write two.
const MOST_PARTS: usize = 8;
/// Ten certificates. Fuzzing is to try files, not derivations.
const MOST_ENCRYPTED_BYTES: usize = if cfg!(fuzzing) { 4 * 1024 } else { 16 * 1024 };
const MOST_BAGS: usize = if cfg!(fuzzing) { 2 } else { 32 };
