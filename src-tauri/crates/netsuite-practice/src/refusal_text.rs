//! The sentences that say why a certificate is not mapped. The page and the endpoint use the same.

use crate::account::mapping::MappingRefusal;
use crate::certificate::CertificateRefusal;

/// The sentence for a mapping that is not made. NetSuite's own is not documented.
pub(crate) fn refusal_text(refusal: &MappingRefusal) -> String {
    match refusal {
        MappingRefusal::File(unfit) => certificate_refusal_text(*unfit),
        MappingRefusal::NoSuchApplication => "Choose an application: there is no such integration record.".to_owned(),
        MappingRefusal::GrantNotTicked => {
            "The application’s record does not have Client Credentials (Machine to Machine) Grant ticked.".to_owned()
        }
        MappingRefusal::EntityOrRole => {
            "Choose an entity and a role that belong together: the entity must be active and hold the role.".to_owned()
        }
        MappingRefusal::AlreadyUsed => {
            "This certificate is mapped already, or was and is revoked. Each combination of application, entity and role \
             needs a certificate of its own."
                .to_owned()
        }
        MappingRefusal::FiveActive => {
            "Five certificates are active for this application, which is the most. Revoke one first.".to_owned()
        }
    }
}

fn certificate_refusal_text(unfit: CertificateRefusal) -> String {
    match unfit {
        CertificateRefusal::Empty => "Choose the certificate file: nothing was sent, or the file is empty.",
        CertificateRefusal::PrivateKey => {
            "This is a private key. Never send it to NetSuite or to anybody else: whoever has it can act as this \
             integration. It was not kept here. In a real account, treat the key as known to others and make a new pair."
        }
        CertificateRefusal::PublicKey => "This is a public key (BEGIN PUBLIC KEY). A certificate is wanted (BEGIN CERTIFICATE).",
        CertificateRefusal::SigningRequest => "This is a certificate signing request. A certificate is wanted (BEGIN CERTIFICATE).",
        CertificateRefusal::Chain => "The file holds several certificates. Send the one of this integration alone.",
        CertificateRefusal::Binary => "The file is binary. Send the certificate as PEM text (BEGIN CERTIFICATE).",
        CertificateRefusal::NotPem => "This is no certificate: there is no line BEGIN CERTIFICATE.",
        CertificateRefusal::Truncated => "The certificate is cut off: there is no line END CERTIFICATE.",
        CertificateRefusal::Unreadable => "The certificate cannot be read: its content is damaged.",
        CertificateRefusal::RsaLength(bits) => {
            return format!("The RSA key has {bits} bits. It must have 3072 or 4096.");
        }
        CertificateRefusal::RsaPssKey => "The key is marked as RSASSA-PSS. Use an ordinary RSA key; only the signatures are PSS.",
        CertificateRefusal::ExplicitCurve => "The certificate spells out its curve. It must name it: P-256, P-384 or P-521.",
        CertificateRefusal::OtherCurve => "The key is on another curve than P-256, P-384 or P-521.",
        CertificateRefusal::OtherKeyType => "The key is neither RSA nor EC.",
        CertificateRefusal::Expired => "The certificate has expired.",
    }
    .to_owned()
}
