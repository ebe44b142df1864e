//! The same with OpenSSL 3.6, which is three times as fast as 3.0.
//!
//! Its certificate is signed plainly: the safe interface has no PSS there. That spares OpenSSL
//! nothing that could be measured, a signature being some milliseconds either way.

use std::error::Error;
use std::path::Path;

use openssl::asn1::Asn1Time;
use openssl::bn::{BigNum, MsbOption};
use openssl::hash::MessageDigest;
use openssl::pkey::PKey;
use openssl::rsa::Rsa;
use openssl::x509::extension::{
    AuthorityKeyIdentifier, BasicConstraints, KeyUsage, SubjectKeyIdentifier,
};
use openssl::x509::{X509, X509NameBuilder};

/// Its version, such as `OpenSSL 3.6.3`.
pub(crate) fn version() -> String {
    let words: Vec<_> = openssl::version::version().split(' ').take(2).collect();
    words.join(" ")
}

/// Makes one RSA-4096 key, a certificate and both PEM files.
pub(crate) fn make(folder: &Path) -> Result<(), Box<dyn Error>> {
    let key = PKey::from_rsa(Rsa::generate(4096)?)?;
    let mut name = X509NameBuilder::new()?;
    name.append_entry_by_text("CN", "bench")?;
    let name = name.build();
    let mut serial = BigNum::new()?;
    serial.rand(126, MsbOption::ONE, false)?;

    let mut certificate = X509::builder()?;
    certificate.set_version(2)?;
    certificate.set_serial_number(&*serial.to_asn1_integer()?)?;
    certificate.set_subject_name(&name)?;
    certificate.set_issuer_name(&name)?;
    certificate.set_not_before(&*Asn1Time::days_from_now(0)?)?;
    certificate.set_not_after(&*Asn1Time::days_from_now(730)?)?;
    certificate.set_pubkey(&key)?;
    certificate.append_extension(BasicConstraints::new().critical().build()?)?;
    certificate.append_extension(KeyUsage::new().critical().digital_signature().build()?)?;
    let identifier = SubjectKeyIdentifier::new().build(&certificate.x509v3_context(None, None))?;
    certificate.append_extension(identifier)?;
    let context = certificate.x509v3_context(None, None);
    let identifier = AuthorityKeyIdentifier::new().keyid(true).build(&context)?;
    certificate.append_extension(identifier)?;
    certificate.sign(&key, MessageDigest::sha256())?;

    std::fs::write(folder.join("private.pem"), key.private_key_to_pem_pkcs8()?)?;
    std::fs::write(folder.join("public.pem"), certificate.build().to_pem()?)?;
    Ok(())
}
