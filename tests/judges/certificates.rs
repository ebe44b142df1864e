//! Certificates before openssl, keytool and pkilint.

use der::{Decode, Encode};
use netsuite_keys::certificate::{Certificate, Signature};
use netsuite_keys::key::KeyType;
use time::macros::format_description;

use crate::programs::{PIECES, Piece, agreed, ask, ask_with_input, forged, installed};
use crate::words;

#[test]
fn openssl_verifies_every_certificate_strictly() {
    for piece in PIECES.iter() {
        let verify = |file: &std::path::Path| {
            ask(
                "openssl",
                words!["verify", "-x509_strict", "-check_ss_sig", "-CAfile", file, file,],
            )
        };
        agreed(&piece.label(), &verify(&piece.certificate_file()));
        let forgery = piece.certificate_file().with_file_name("forged.pem");
        std::fs::write(&forgery, forged(&piece.certificate).to_pem()).unwrap();
        assert!(!verify(&forgery).status.success(), "openssl must refuse a forgery");
    }
}

/// The command in Oracle's and Alumio's instructions, on our key.
#[test]
fn the_signature_algorithm_is_byte_for_byte_that_of_openssl() {
    for piece in PIECES.iter() {
        let mut arguments =
            vec!["req", "-x509", "-subj", "/CN=judge", "-days", "30", "-outform", "DER"];
        arguments.extend(match (piece.key.key_type(), piece.signature) {
            (KeyType::Rsa3072 | KeyType::Rsa4096, Signature::Pss) => {
                &["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:64"][..]
            }
            (KeyType::Rsa3072 | KeyType::Rsa4096, Signature::Plain) | (KeyType::P256, _) => {
                &["-sha256"]
            }
            (KeyType::P384, _) => &["-sha384"],
            (KeyType::P521, _) => &["-sha512"],
        });
        let key = piece.key_file();
        arguments.extend(["-key", key.to_str().unwrap()]);
        let answer = ask("openssl", &arguments);
        assert!(answer.status.success());
        assert_eq!(
            algorithms(piece.certificate.der()),
            algorithms(&answer.stdout),
            "{}",
            piece.label()
        );
    }
}

/// The algorithm inside what is signed, the one beside the signature, and the key's.
fn algorithms(der: &[u8]) -> [Vec<u8>; 3] {
    let certificate = x509_cert::Certificate::from_der(der).unwrap();
    let signed = certificate.tbs_certificate();
    [
        signed.signature().to_der().unwrap(),
        certificate.signature_algorithm().to_der().unwrap(),
        signed.subject_public_key_info().algorithm.to_der().unwrap(),
    ]
}

#[test]
fn openssl_reads_the_same_dates_serial_subject_and_fingerprint() {
    let form = format_description!("[year]-[month]-[day] [hour]:[minute]:[second]Z");
    for piece in PIECES.iter() {
        let certificate = &piece.certificate;
        let said = printed(
            piece,
            &[
                "-serial",
                "-subject",
                "-nameopt",
                "RFC2253,-esc_msb,utf8",
                "-fingerprint",
                "-sha256",
                "-startdate",
                "-enddate",
                "-dateopt",
                "iso_8601",
            ],
        );
        for expected in [
            format!("serial={}", certificate.serial()),
            format!("subject={}", certificate.subject()),
            format!("sha256 Fingerprint={}", certificate.fingerprint()),
            format!("notBefore={}", certificate.not_before().format(form).unwrap()),
            format!("notAfter={}", certificate.not_after().format(form).unwrap()),
        ] {
            assert!(said.contains(&expected), "{expected} is not in {said}");
        }
    }
}

#[test]
fn openssl_sees_the_one_profile_in_every_certificate() {
    for piece in PIECES.iter() {
        let said = printed(piece, &["-ext", "basicConstraints,keyUsage"]);
        let lines: Vec<_> = said.lines().map(str::trim).collect();
        assert!(lines.contains(&"X509v3 Basic Constraints: critical"), "{said}");
        assert!(lines.contains(&"CA:FALSE"), "{said}");
        assert!(lines.contains(&"X509v3 Key Usage: critical"), "{said}");
        assert!(lines.contains(&"Digital Signature"), "{said}");

        let said = printed(piece, &["-ext", "subjectKeyIdentifier,authorityKeyIdentifier"]);
        let identifiers: Vec<_> = said.lines().filter(|line| line.starts_with("    ")).collect();
        assert_eq!(identifiers.len(), 2, "{said}");
        assert_eq!(identifiers[0], identifiers[1], "its own key signs it");
    }
}

#[test]
fn the_certificate_id_is_the_hash_that_openssl_computes() {
    for piece in PIECES.iter() {
        let der =
            ask("openssl", words!["x509", "-outform", "DER", "-in", piece.certificate_file(),]);
        let hash = ask_with_input("openssl", words!["dgst", "-sha256", "-binary"], &der.stdout);
        let base64 = agreed("base64", &ask_with_input("openssl", words!["base64"], &hash.stdout));
        let id = base64.trim().trim_end_matches('=').replace('+', "-").replace('/', "_");
        assert_eq!(id, piece.certificate.id().as_str());
    }
}

#[test]
fn keytool_prints_every_certificate() {
    for piece in PIECES.iter() {
        let answer = ask("keytool", words!["-printcert", "-file", piece.certificate_file()]);
        let said = agreed(&piece.label(), &answer);
        assert!(said.contains(&piece.certificate.fingerprint()), "{said}");
        let algorithm = match (piece.key.key_type(), piece.signature) {
            (KeyType::Rsa3072 | KeyType::Rsa4096, Signature::Pss) => "RSASSA-PSS",
            (KeyType::Rsa3072 | KeyType::Rsa4096, Signature::Plain) => "SHA256withRSA",
            (KeyType::P256, _) => "SHA256withECDSA",
            (KeyType::P384, _) => "SHA384withECDSA",
            (KeyType::P521, _) => "SHA512withECDSA",
        };
        assert!(said.contains(algorithm), "{algorithm} is not in {said}");
    }
}

#[test]
fn pkilint_finds_nothing_in_any_certificate() {
    let lint = installed("python/bin/lint_pkix_cert");
    for piece in PIECES.iter() {
        let answer = ask(&lint, words!["lint", "-s", "WARNING", piece.certificate_file()]);
        assert_eq!(agreed(&piece.label(), &answer).trim(), "", "{}", piece.label());
    }
}

#[test]
fn pkilint_does_find_the_faults_of_a_certificate_that_openssl_makes_by_default() {
    let key = PIECES[4].key_file();
    let answer = ask("openssl", words!["req", "-x509", "-subj", "/CN=judge", "-key", key]);
    let file = PIECES[4].certificate_file().with_file_name("default.pem");
    std::fs::write(&file, agreed("req", &answer)).unwrap();
    let lint = installed("python/bin/lint_pkix_cert");
    let answer = ask(lint, words!["lint", "-s", "WARNING", file]);
    assert!(!answer.status.success());
}

#[test]
fn a_certificate_that_openssl_made_is_read_and_verified_here() {
    for piece in PIECES.iter() {
        let answer = ask(
            "openssl",
            words!["req", "-x509", "-subj", "/C=DE/O=Northwind/CN=judge", "-key", piece.key_file(),],
        );
        let certificate = Certificate::from_pem(&agreed("req", &answer)).unwrap();
        assert!(certificate.verify_self_signature());
        assert!(piece.key.matches(&certificate));
        assert_eq!(certificate.key_type().unwrap(), piece.key.key_type());
    }
}

fn printed(piece: &Piece, what: &[&str]) -> String {
    let file = piece.certificate_file();
    let mut arguments = vec!["x509", "-noout", "-in", file.to_str().unwrap()];
    arguments.extend(what);
    agreed(&piece.label(), &ask("openssl", &arguments))
}
