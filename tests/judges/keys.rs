//! Private keys before openssl and keytool.

use netsuite_keys::material;
use netsuite_keys::secret::Passphrase;

use crate::programs::{PIECES, agreed, ask, ask_with_input, forged, issue};
use crate::words;

#[test]
fn openssl_finds_every_key_sound() {
    for piece in PIECES.iter() {
        let answer = ask("openssl", words!["pkey", "-check", "-noout", "-in", piece.key_file()]);
        assert!(agreed(&piece.label(), &answer).contains("Key is valid"));
    }
}

#[test]
fn openssl_derives_the_same_public_key() {
    for piece in PIECES.iter() {
        let answer =
            ask("openssl", words!["pkey", "-in", piece.key_file(), "-pubout", "-outform", "DER"]);
        assert!(answer.status.success());
        assert_eq!(answer.stdout, piece.key.public_key_der(), "{}", piece.label());
    }
}

#[test]
fn openssl_writes_the_same_pem_file() {
    for piece in PIECES.iter() {
        let answer = ask("openssl", words!["pkey", "-in", piece.key_file()]);
        assert_eq!(agreed(&piece.label(), &answer), *piece.key.to_pem());
    }
}

#[test]
fn openssl_opens_an_encrypted_key_with_its_passphrase_only() {
    let passphrase = || Passphrase::chosen("zwölf Äpfel im Korb".to_owned()).unwrap();
    for piece in PIECES.iter() {
        let pem = piece.key.to_encrypted_pem(&passphrase()).unwrap();
        let open = |with: &str| {
            ask_with_input(
                "openssl",
                words!["pkey", "-passin", format!("pass:{with}")],
                pem.as_bytes(),
            )
        };
        assert_eq!(agreed(&piece.label(), &open(passphrase().expose())), *piece.key.to_pem());
        assert!(!open("zwölf Birnen im Korb").status.success(), "{}", piece.label());
    }
}

#[test]
fn openssl_reads_scrypt_and_aes_256_in_the_encrypted_form() {
    let passphrase = Passphrase::chosen("twelve apples".to_owned()).unwrap();
    let pem = PIECES[0].key.to_encrypted_pem(&passphrase).unwrap();
    let answer = ask_with_input("openssl", words!["asn1parse"], pem.as_bytes());
    let structure = agreed("asn1parse", &answer);
    for part in ["PBES2", "scrypt", "aes-256-cbc"] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
}

#[test]
fn what_openssl_encrypts_is_opened_here() {
    let passphrase = Passphrase::entered("apples".to_owned());
    for scheme in [
        &["-v2", "aes-256-cbc"][..],
        &["-scrypt"],
        &["-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA512"],
        &["-v2", "des3"],
        &["-v1", "PBE-SHA1-3DES", "-provider", "legacy", "-provider", "default"],
    ] {
        let mut arguments = vec!["pkcs8", "-topk8", "-passout", "pass:apples"];
        arguments.extend(scheme);
        let plain = PIECES[4].key.to_pem();
        let answer = ask_with_input("openssl", &arguments, plain.as_bytes());
        let encrypted = agreed("pkcs8", &answer);
        let key = material::private_key(encrypted.as_bytes(), Some(&passphrase)).unwrap();
        assert!(key.expose_pkcs8_der().equals(PIECES[4].key.expose_pkcs8_der()), "{scheme:?}");
    }
}

/// Java takes a certificate as the answer for a key only if the signature verifies, and reads the
/// key to sign a request with it.
#[test]
fn keytool_reads_every_key_and_verifies_every_certificate() {
    for piece in PIECES.iter() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store.p12");
        agreed(
            &piece.label(),
            &ask(
                "openssl",
                words![
                    "pkcs12",
                    "-export",
                    "-name",
                    "m2m",
                    "-passout",
                    "pass:changeit",
                    "-inkey",
                    piece.key_file(),
                    "-in",
                    piece.certificate_file(),
                    "-out",
                    &store,
                ],
            ),
        );
        let keytool = |command: &str, file: &std::path::Path| {
            ask(
                "keytool",
                words![
                    command,
                    "-alias",
                    "m2m",
                    "-keystore",
                    &store,
                    "-storepass",
                    "changeit",
                    "-file",
                    file,
                ],
            )
        };
        let request = folder.path().join("request.pem");
        agreed(&piece.label(), &keytool("-certreq", &request));
        agreed(
            &piece.label(),
            &ask("openssl", words!["req", "-verify", "-noout", "-in", &request]),
        );

        let fresh = issue(&piece.key, piece.signature);
        let answer = folder.path().join("answer.pem");
        std::fs::write(&answer, forged(&fresh).to_pem()).unwrap();
        assert!(!keytool("-importcert", &answer).status.success(), "keytool must refuse a forgery");
        std::fs::write(&answer, fresh.to_pem()).unwrap();
        agreed(&piece.label(), &keytool("-importcert", &answer));
    }
}
