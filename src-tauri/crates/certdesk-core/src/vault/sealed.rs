//! Secrets that are no keys, as files under a passphrase.
//!
//! Encrypted as the keys beside them are: PBES2 with scrypt and AES-256-CBC (RFC 8018, 6.2), around
//! an `OCTET STRING` where a key file has its PKCS#8.

use der::asn1::{OctetString, OctetStringRef};
use der::{Decode as _, Encode as _};
use netsuite_keys::key::encryption;
use netsuite_keys::secret::{Passphrase, Secret};
use pkcs8::{EncryptedPrivateKeyInfoOwned, EncryptedPrivateKeyInfoRef};
use zeroize::Zeroizing;

use crate::error::{Error, KeysError, Result};

/// Encrypts a secret.
pub(super) fn seal(secret: &Secret, passphrase: &Passphrase) -> Result<Vec<u8>> {
    let sealed = || -> pkcs8::Result<Vec<u8>> {
        let plain = Zeroizing::new(OctetStringRef::new(secret.expose())?.to_der()?);
        let scheme = encryption()?;
        let encrypted_data = OctetString::new(scheme.encrypt(passphrase.expose(), &plain)?)?;
        let encryption_algorithm = scheme.into();
        Ok(EncryptedPrivateKeyInfoOwned { encryption_algorithm, encrypted_data }.to_der()?)
    };
    sealed().map_err(|_| Error::Unexpected("secret not encrypted"))
}

/// Decrypts it.
///
/// # Errors
/// [`KeysError::PassphraseWrong`], or [`KeysError::KeyNotReadable`] when this is no such file.
pub(super) fn open(sealed: &[u8], passphrase: &Passphrase) -> Result<Secret> {
    let sealed = EncryptedPrivateKeyInfoRef::try_from(sealed)
        .map_err(|_| Error::Keys(KeysError::KeyNotReadable))?;
    let data = sealed.encrypted_data.as_bytes();
    let plain = sealed.encryption_algorithm.decrypt(passphrase.expose(), data);
    let plain = Zeroizing::new(plain.map_err(|_| Error::Keys(KeysError::PassphraseWrong))?);
    let secret =
        <&OctetStringRef>::from_der(&plain).map_err(|_| Error::Keys(KeysError::PassphraseWrong))?;
    Ok(Secret::from(secret.as_bytes().to_vec()))
}
