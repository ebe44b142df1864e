//! Why a certificate isn't mapped. The page and the endpoint use the same texts.

use crate::account::mapping::MappingRefusal;
use crate::certificate::CertificateRefusal;

/// Why a mapping isn't created. NetSuite's own text isn't documented.
pub(crate) fn refusal_text(refusal: &MappingRefusal) -> String {
    match refusal {
        MappingRefusal::File(unfit) => certificate_refusal_text(*unfit),
        MappingRefusal::NoSuchApplication => "Choose an application: this integration record doesn’t exist.".to_owned(),
        MappingRefusal::GrantNotTicked => {
            "Client Credentials (Machine to Machine) Grant isn’t checked on the application’s integration record.".to_owned()
        }
        MappingRefusal::EntityOrRole => {
            "Choose an active entity, and a role that it has.".to_owned()
        }
        MappingRefusal::AlreadyUsed => {
            "This certificate is already mapped, or was and is revoked. Each combination of application, entity, and role \
             needs its own certificate."
                .to_owned()
        }
        MappingRefusal::FiveActive => {
            "This application already has five active certificates, the maximum. Revoke one first.".to_owned()
        }
    }
}

fn certificate_refusal_text(unfit: CertificateRefusal) -> String {
    match unfit {
        CertificateRefusal::Empty => "Choose a certificate file: nothing was sent, or the file is empty.",
        CertificateRefusal::PrivateKey => {
            "This is a private key. Never send it to NetSuite or anyone else: whoever has it can act as this integration. \
             It wasn’t stored here. In a real account, treat the key as leaked and create a new key pair."
        }
        CertificateRefusal::PublicKey => "This is a public key (BEGIN PUBLIC KEY). Choose a certificate (BEGIN CERTIFICATE).",
        CertificateRefusal::SigningRequest => "This is a certificate signing request. Choose a certificate (BEGIN CERTIFICATE).",
        CertificateRefusal::Chain => "The file contains several certificates. Send only this integration’s certificate.",
        CertificateRefusal::Binary => "The file is binary. Send the certificate as PEM text (BEGIN CERTIFICATE).",
        CertificateRefusal::NotPem => "This isn’t a certificate: there’s no BEGIN CERTIFICATE line.",
        CertificateRefusal::Truncated => "The certificate is cut off: there’s no END CERTIFICATE line.",
        CertificateRefusal::Unreadable => "The certificate can’t be read: its content is damaged.",
        CertificateRefusal::RsaLength(bits) => {
            return format!("The RSA key has {bits} bits. It needs 3072 or 4096.");
        }
        CertificateRefusal::RsaPssKey => "The key is marked as RSASSA-PSS. Use an ordinary RSA key; only the signatures are PSS.",
        CertificateRefusal::ExplicitCurve => "The certificate doesn’t name its curve. It must be a named curve: P-256, P-384, or P-521.",
        CertificateRefusal::OtherCurve => "The key’s curve isn’t P-256, P-384, or P-521.",
        CertificateRefusal::OtherKeyType => "The key isn’t RSA or EC.",
        CertificateRefusal::Expired => "The certificate has expired.",
    }
    .to_owned()
}
