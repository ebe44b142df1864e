"""Makes the corpus of the file doctor: files as openssl, keytool, Node and Python write them, and as Windows' tools,
mail programs and forms spoil them. Beside each stands, in expected.txt, what is to be said of it, written by hand here.

    tests/judges/install.sh && target/judges/python/bin/python tests/doctor/make.py

The corpus is kept, so that a test needs none of these programs; only a new file is a reason to run this again. Its keys
were made for it and protect nothing.

The line of a file: name, the verdict of the file, then its things separated by ";": kind, key, and what did not pass:
"!" failed, "?" not documented, "*" to be known. After "~" the oddities of the file, after "+" what was repaired.

    python tests/doctor/make.py changed

makes anew only what was changed on its way, from files of the corpus.
"""

import base64
import datetime
import gzip
import json
import pathlib
import quopri
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, pkcs12, pkcs7
from cryptography.x509.oid import NameOID

HERE = pathlib.Path(__file__).parent
CORPUS = HERE / "corpus"
PASSPHRASE = "changeit"
NOW = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
WORK = pathlib.Path(tempfile.mkdtemp())
LINES = []


def keep(name, content, expected):
    if isinstance(content, str):
        content = content.encode()
    (CORPUS / name).write_bytes(content)
    LINES.append(f"{name} | {expected}")


def openssl(*words, stdin=b""):
    done = subprocess.run(["openssl", *map(str, words)], input=stdin, capture_output=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def keytool(*words):
    done = subprocess.run(["keytool", *map(str, words)], capture_output=True)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def node(script, *words):
    done = subprocess.run(["node", "-e", script, *map(str, words)], capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def file(name, content):
    path = WORK / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def der(pem):
    body = "".join(line for line in pem.decode().splitlines() if line and not line.startswith("-"))
    return base64.b64decode(body)


def self_signed(key, subject="CN=Northwind Traders", days=700, extra=()):
    """As openssl makes it; the key may be a file in any form."""
    words = ["req", "-x509", "-new", "-key", key, "-subj", "/" + subject, "-days", days, *extra]
    while True:
        made = openssl(*words)
        # One in 64 has an ID with a hyphen before it; those have files of their own.
        if not identity(made).startswith("-"):
            return made


def identity(pem):
    digest = hashes.Hash(hashes.SHA256())
    digest.update(der(pem))
    return base64.urlsafe_b64encode(digest.finalize()).decode().rstrip("=")


def built(key, subject, begins, ends, issuer=None, issuer_key=None, extensions=(), algorithm=hashes.SHA256()):
    """As Python makes it, for what openssl does not offer."""
    while True:
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer or subject)]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(ends)
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        made = builder.sign(issuer_key or key, algorithm).public_bytes(Encoding.PEM)
        if not identity(made).startswith("-"):
            return made


def day(count):
    return NOW + datetime.timedelta(days=count)


def changed():
    """What tools, forms, editors and chats make of the corpus' own certificate and key, and keys in forms of other worlds."""
    cert = (CORPUS / "certificate-rsa-3072.pem").read_text()
    key = (CORPUS / "key-rsa-3072-pkcs8.pem").read_text()
    path = CORPUS / "key-rsa-3072-pkcs8.pem"
    # NetSuite takes it, and it is alone.
    certificate = "accepted: certificate rsa-3072"
    private = "private: private-key rsa-3072"
    lines = cert.strip().split("\n")
    body = "".join(lines[1:-1])
    encoded = lambda text: base64.b64encode(text.encode()).decode()
    keep("changed-escaped-twice.env", 'PRIVATE_KEY="' + key.strip().replace("\n", "\\\\n") + '\\\\n"\n', f"{private} + escaped-twice")
    keep("changed-backslash-lost.json", json.dumps({"key": "CERTIFICATE_PRIVATE_KEY", "value": key.strip().replace("\n", "n") + "n"}), f"{private} + backslash-lost")
    keep("changed-kubernetes.yaml", f"apiVersion: v1\nkind: Secret\ndata:\n  tls.crt: {encoded(cert)}\n  tls.key: {encoded(key)}\n", "private: certificate rsa-3072 !alone; private-key rsa-3072 + base64-fields")
    keep("changed-base64url.pem", lines[0] + "\n" + "\n".join(body[at : at + 64] for at in range(0, len(body), 64)).replace("+", "-").replace("/", "_") + "\n" + lines[-1] + "\n", f"{certificate} + base64-url")
    keep("changed-line-numbers.txt", "".join(f"{at + 1}\t{line}\n" for at, line in enumerate(lines)), f"{certificate} + line-numbers")
    keep("changed-diff.txt", "".join(f"+{line}\n" for line in lines), f"{certificate} + line-marks")
    keep("changed-java-string.txt", "\n".join(f'    "{line}\\n" +' for line in lines)[:-2] + ";\n", f"{certificate} + line-marks")
    keep("changed-url-encoded.txt", urllib.parse.quote(cert), f"{certificate} + percent-encoded")
    keep("changed-plus-lost.pem", cert.replace("+", " "), f"{certificate} + plus-lost")
    keep("changed-html.txt", cert.replace("+", "&#43;").replace("/", "&#x2F;").replace("\n", "<br>\n"), f"{certificate} + html-encoded")
    keep("changed-no-break-space.pem", cert.replace("BEGIN CERT", "BEGIN\u00a0CERT").replace("END CERT", "END\u00a0CERT"), f"{certificate} + invisible-characters")
    keep("changed-zero-width.pem", "\u200b" + cert.replace("\n", "\u200b\n"), f"{certificate} + invisible-characters")
    keep("changed-properties.properties", "private.key=" + key.strip().replace("\n", "\\n\\\n  ") + "\n", f"{private} + continued")
    keep("changed-dotnet.json", '{"key":"' + key.strip().replace("+", "\\u002B").replace("\n", "\\u000A") + '"}', f"{private} + unicode-escapes")
    keep("changed-four-dashes.pem", cert.replace("-----BEGIN", "----BEGIN").replace("CERTIFICATE-----\n", "CERTIFICATE----\n", 1), f"{certificate} + markers")
    keep("changed-base64-twice.txt", encoded(encoded(key)), f"{private} + base64-twice")
    keep("changed-quoted-printable.eml", quopri.encodestring(cert.encode()).decode() if "=" in cert else cert.replace("-----BEGIN", "=2D----BEGIN"), f"{certificate} + quoted-printable")
    keep("changed-gzip.pem", gzip.compress(cert.encode(), mtime=0), "unsuitable: compressed")
    keep("printed-certificate.txt", openssl("x509", "-in", CORPUS / "certificate-rsa-3072.pem", "-noout", "-text"), "unsuitable: printout rsa-3072")
    keep("printed-key.txt", openssl("rsa", "-in", path, "-noout", "-text"), "private: printout rsa-3072")
    keep("printed-key-ec.txt", openssl("ec", "-in", CORPUS / "key-p-256-pkcs8.pem", "-noout", "-text"), "private: printout p-256")

    numbers = serialization.load_pem_private_key(key.encode(), None).private_numbers()
    number = lambda n: base64.b64encode(n.to_bytes((n.bit_length() + 7) // 8, "big")).decode()
    public = f"<Modulus>{number(numbers.public_numbers.n)}</Modulus><Exponent>{number(numbers.public_numbers.e)}</Exponent>"
    rest = {"P": numbers.p, "Q": numbers.q, "DP": numbers.dmp1, "DQ": numbers.dmq1, "InverseQ": numbers.iqmp, "D": numbers.d}
    keep("dotnet-key.xml", f"<RSAKeyValue>{public}{''.join(f'<{name}>{number(n)}</{name}>' for name, n in rest.items())}</RSAKeyValue>", f"{private} *key-form")
    keep("dotnet-public.xml", f'<?xml version="1.0"?>\n<RSAKeyValue>\n  {public}\n</RSAKeyValue>\n', "refused: public-key rsa-3072 !container")
    point = serialization.load_pem_private_key((CORPUS / "key-p-256-pkcs8.pem").read_bytes(), None).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    keep("dotnet-public-ec.xml", f'<ECKeyValue xmlns="http://www.w3.org/2009/xmldsig11#"><NamedCurve URI="urn:oid:1.2.840.10045.3.1.7" /><PublicKey>{base64.b64encode(point).decode()}</PublicKey></ECKeyValue>', "refused: public-key p-256 !container")
    jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(serialization.load_pem_private_key(key.encode(), None)))
    keep("jwk-rsa-private.json", json.dumps({"keys": [jwk]}), f"{private} *key-form")
    keep("jwk-rsa-no-primes.json", json.dumps({name: jwk[name] for name in ("kty", "n", "e", "d")}), f"{private} *key-form")

    legacy = ("-provider", "legacy", "-provider", "default")
    for scheme, said in (("PBE-MD5-DES", "locked: legacy-locked-key"), ("PBE-SHA1-DES", "locked: legacy-locked-key"), ("PBE-SHA1-RC2-128", "locked: legacy-locked-key"), ("PBE-SHA1-RC2-40", private), ("PBE-SHA1-3DES", private)):
        keep(f"old-{scheme.lower()}.pem", openssl("pkcs8", "-topk8", "-in", path, "-passout", f"pass:{PASSPHRASE}", "-v1", scheme, *legacy), said)
    for cipher, said in (("des", private), ("des3", private), ("rc2", "locked: legacy-locked-key"), ("camellia-256-cbc", "locked: legacy-locked-key")):
        keep(f"old-pbes2-{cipher}.pem", openssl("pkcs8", "-topk8", "-in", path, "-passout", f"pass:{PASSPHRASE}", "-v2", cipher, *legacy), said)
    keep("old-pbes2-sha1.pem", openssl("pkcs8", "-topk8", "-in", path, "-passout", f"pass:{PASSPHRASE}", "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA1"), private)
    for kind, size in (("rsa", "3072"), ("ecdsa", "521")):
        made = WORK / f"ssh_{kind}"
        subprocess.run(["ssh-keygen", "-q", "-t", kind, "-b", size, "-N", PASSPHRASE, "-C", "", "-f", made], check=True)
        keep(f"ssh-{kind}-opens", made.read_bytes(), "private: private-key " + ("rsa-3072" if kind == "rsa" else "p-521"))
    keep("store-empty-passphrase.p12", openssl("pkcs12", "-export", "-inkey", path, "-in", CORPUS / "certificate-rsa-3072.pem", "-passout", "pass:"), "private: keystore; private-key rsa-3072; certificate rsa-3072 !alone")
    several = WORK / "several.p12"
    for at in range(5):
        words = ["-genkeypair", "-alias", f"key{at}", "-keyalg", "RSA", "-keysize", "4096", "-dname", f"CN=Key {at}", "-startdate", "2026/11/20 00:00:00", "-validity", "700", "-keystore", several, "-storetype", "PKCS12", "-storepass", PASSPHRASE]
        keytool(*map(str, words))
    content = several.read_bytes()
    assert len(content) > 16 * 1024, len(content)
    keep("store-several.p12", content, "private: keystore; " + "; ".join(["private-key rsa-4096"] * 5 + ["certificate rsa-4096 !alone"] * 5))
    keep("store-no-mac.p12", openssl("pkcs12", "-export", "-inkey", path, "-in", CORPUS / "certificate-rsa-3072.pem", "-passout", f"pass:{PASSPHRASE}", "-nomac"), "private: keystore; private-key rsa-3072; certificate rsa-3072 !alone")


def changed_alone():
    LINES.extend((HERE / "expected.txt").read_text().splitlines())
    before = len(LINES)
    changed()
    # Each named once, where it stood or at the end.
    new = {line.split(" | ")[0]: line for line in LINES[before:]}
    lines = [new.pop(line.split(" | ")[0], line) for line in LINES[:before]] + list(new.values())
    (HERE / "expected.txt").write_text("".join(f"{line}\n" for line in lines))


def main():
    shutil.rmtree(CORPUS, ignore_errors=True)
    CORPUS.mkdir()
    (HERE / "made.txt").write_text((NOW + datetime.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ\n"))

    # --- the keys, each made once and used for all its forms ----------------------------------------------------------
    rsa_keys = {bits: openssl("genrsa", bits) for bits in (1024, 2048, 3072, 4096, 3080)}
    paths = {bits: file(f"rsa{bits}.pem", pem) for bits, pem in rsa_keys.items()}
    curves = {"p-256": "prime256v1", "p-384": "secp384r1", "p-521": "secp521r1", "secp256k1": "secp256k1", "P-224": "secp224r1", "brainpoolP256r1": "brainpoolP256r1"}
    ec_keys = {name: openssl("genpkey", "-algorithm", "EC", "-pkeyopt", f"ec_paramgen_curve:{curve}") for name, curve in curves.items()}
    ec_paths = {name: file(f"{name}.pem", pem) for name, pem in ec_keys.items()}
    pss = {bits: openssl("genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", f"rsa_keygen_bits:{bits}") for bits in (3072, 2048)}
    explicit = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit")
    good = {"rsa-3072": paths[3072], "rsa-4096": paths[4096], **{name: ec_paths[name] for name in ("p-256", "p-384", "p-521")}}

    # --- private keys of openssl --------------------------------------------------------------------------------------
    for name, path in good.items():
        pem = path.read_bytes()
        keep(f"key-{name}-pkcs8.pem", pem, f"private: private-key {name}")
        keep(f"key-{name}-pkcs8.der", openssl("pkcs8", "-topk8", "-nocrypt", "-in", path, "-outform", "DER"), f"private: private-key {name} *key-form")
        kind = "rsa" if name.startswith("rsa") else "ec"
        old = openssl(kind, "-in", path, *(["-traditional"] if kind == "rsa" else []))
        keep(f"key-{name}-{'pkcs1' if kind == 'rsa' else 'sec1'}.pem", old, f"private: private-key {name} *key-form")
        keep(f"key-{name}-{'pkcs1' if kind == 'rsa' else 'sec1'}.der", der(old), f"private: private-key {name} *key-form")
        keep(f"key-{name}-locked.pem", openssl("pkcs8", "-topk8", "-in", path, "-passout", "pass:unknown"), "locked: locked-key")
        keep(f"key-{name}-opens.pem", openssl("pkcs8", "-topk8", "-in", path, "-passout", f"pass:{PASSPHRASE}"), f"private: private-key {name}")
        keep(f"public-{name}.pem", openssl("pkey", "-in", path, "-pubout"), f"refused: public-key {name} !container")
    for scheme in (["-v2", "aes-128-cbc"], ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512"], ["-scrypt"], ["-v2", "des3"]):
        label = "-".join(word.strip("-").replace("hmacWith", "") for word in scheme)
        made = openssl("pkcs8", "-topk8", "-in", ec_paths["p-256"], "-passout", f"pass:{PASSPHRASE}", *scheme)
        keep(f"key-encrypted-{label}.pem", made, "private: private-key p-256")
    keep("key-encrypted.der", openssl("pkcs8", "-topk8", "-in", ec_paths["p-256"], "-passout", f"pass:{PASSPHRASE}", "-outform", "DER"), "private: private-key p-256")
    keep("key-encrypted-pbes1.pem", openssl("pkcs8", "-topk8", "-in", ec_paths["p-256"], "-passout", f"pass:{PASSPHRASE}", "-v1", "PBE-SHA1-3DES", "-provider", "legacy", "-provider", "default"), "private: private-key p-256")
    legacy = openssl("rsa", "-in", paths[3072], "-traditional", "-aes256", "-passout", f"pass:{PASSPHRASE}")
    keep("key-legacy-aes.pem", legacy, "locked: legacy-locked-key")
    keep("key-legacy-3des.pem", openssl("rsa", "-in", paths[3072], "-traditional", "-des3", "-passout", f"pass:{PASSPHRASE}"), "locked: legacy-locked-key")
    keep("key-legacy-ec.pem", openssl("ec", "-in", ec_paths["p-384"], "-aes128", "-passout", f"pass:{PASSPHRASE}"), "locked: legacy-locked-key")
    for bits in (1024, 2048, 3080):
        keep(f"key-rsa-{bits}.pem", rsa_keys[bits], f"refused: private-key rsa-{bits} !key")
    keep("key-rsa-2048-pkcs1.pem", openssl("rsa", "-in", paths[2048], "-traditional"), "refused: private-key rsa-2048 !key *key-form")
    keep("key-rsa-2048-opens.pem", openssl("pkcs8", "-topk8", "-in", paths[2048], "-passout", f"pass:{PASSPHRASE}"), "refused: private-key rsa-2048 !key")
    keep("key-rsa-pss-3072.pem", pss[3072], "undocumented: private-key rsa-pss-3072 ?key")
    keep("key-rsa-pss-2048.pem", pss[2048], "refused: private-key rsa-pss-2048 !key")
    keep("key-explicit.pem", explicit, "undocumented: private-key ec-explicit ?key")
    keep("key-explicit-sec1.pem", openssl("ecparam", "-genkey", "-noout", "-name", "prime256v1", "-param_enc", "explicit"), "undocumented: private-key ec-explicit ?key *key-form")
    for name in ("secp256k1", "P-224", "brainpoolP256r1"):
        keep(f"key-{name}.pem", ec_keys[name], f"refused: private-key {name} !key")
    keep("key-ed25519.pem", openssl("genpkey", "-algorithm", "ED25519"), "refused: private-key ed !key")
    keep("key-ed448.pem", openssl("genpkey", "-algorithm", "ED448"), "refused: private-key ed !key")
    keep("key-x25519.pem", openssl("genpkey", "-algorithm", "X25519"), "refused: private-key x !key")
    dsa_key = dsa.generate_private_key(2048)
    keep("key-dsa.pem", dsa_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), "refused: private-key dsa !key")
    keep("key-dsa-traditional.pem", dsa_key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()), "refused: private-key dsa !key")
    with_parameters = openssl("ecparam", "-genkey", "-name", "prime256v1")
    keep("key-with-parameters.pem", with_parameters, "private: parameters; private-key p-256 *key-form")
    keep("parameters.pem", openssl("ecparam", "-name", "prime256v1"), "unsuitable: parameters")
    keep("public-rsa-2048.pem", openssl("pkey", "-in", paths[2048], "-pubout"), "refused: public-key rsa-2048 !container !key")
    keep("public-rsa-3072.der", openssl("pkey", "-in", paths[3072], "-pubout", "-outform", "DER"), "refused: public-key rsa-3072 !container")
    keep("public-rsa-3072-pkcs1.pem", openssl("rsa", "-in", paths[3072], "-RSAPublicKey_out"), "refused: public-key rsa-3072 !container")
    keep("public-rsa-3072-pkcs1.der", openssl("rsa", "-in", paths[3072], "-RSAPublicKey_out", "-outform", "DER"), "refused: public-key rsa-3072 !container")
    keep("public-ed25519.pem", ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), "refused: public-key ed !container !key")

    # --- certificates of openssl --------------------------------------------------------------------------------------
    plain = {}
    for name, path in good.items():
        plain[name] = self_signed(path)
        keep(f"certificate-{name}.pem", plain[name], f"accepted: certificate {name}")
        keep(f"certificate-{name}.der", der(plain[name]), f"undocumented: certificate {name} ?upload-form")
    pss_sign = ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt"]
    keep("certificate-oracles-command.pem", self_signed(paths[4096], extra=[*pss_sign, "rsa_pss_saltlen:64"]), "accepted: certificate rsa-4096")
    keep("certificate-pss-32.crt", self_signed(paths[3072], extra=[*pss_sign, "rsa_pss_saltlen:32"]), "accepted: certificate rsa-3072")
    keep("certificate-pss-max.crt", self_signed(paths[3072], extra=[*pss_sign, "rsa_pss_saltlen:max"]), "undocumented: certificate rsa-3072 ?self-signed")
    keep("certificate-rsa-pss-key.pem", self_signed(file("pss3072.pem", pss[3072])), "undocumented: certificate rsa-pss-3072 ?key ?self-signed")
    keep("certificate-rsa-pss-2048.pem", self_signed(file("pss2048.pem", pss[2048])), "refused: certificate rsa-pss-2048 !key ?self-signed")
    keep("certificate-rsa-2048.pem", self_signed(paths[2048]), "refused: certificate rsa-2048 !key")
    keep("certificate-rsa-1024.pem", self_signed(paths[1024]), "refused: certificate rsa-1024 !key ?self-signed")
    keep("certificate-explicit.pem", self_signed(file("explicit.pem", explicit)), "undocumented: certificate ec-explicit ?key ?self-signed")
    keep("certificate-secp256k1.pem", self_signed(ec_paths["secp256k1"]), "refused: certificate secp256k1 !key ?self-signed")
    keep("certificate-ed25519.pem", self_signed(file("ed.pem", openssl("genpkey", "-algorithm", "ED25519"))), "refused: certificate ed !key ?self-signed")
    keep("certificate-sha1.pem", self_signed(paths[3072], extra=["-sha1"]), "undocumented: certificate rsa-3072 ?self-signed ?hash")
    keep("certificate-sha512.pem", self_signed(paths[3072], extra=["-sha512"]), "accepted: certificate rsa-3072")
    keep("certificate-five-years.pem", self_signed(ec_paths["p-256"], days=1826), "attention: certificate p-256 *two-years")
    keep("certificate-730-days.pem", self_signed(ec_paths["p-256"], days=730), "accepted: certificate p-256")
    keep("certificate-731-days.pem", self_signed(ec_paths["p-256"], days=731), "attention: certificate p-256 *two-years")
    keep("certificate-text.pem", openssl("x509", "-text", stdin=plain["p-256"]), "accepted: certificate p-256 ~ text-around")
    keep("certificate-trusted.pem", openssl("x509", "-trustout", "-addtrust", "clientAuth", stdin=plain["p-256"]), "accepted: certificate p-256")
    keep("certificate-umlauts.pem", self_signed(ec_paths["p-256"], "CN=Beispiel & Söhne GmbH", extra=["-utf8"]), "accepted: certificate p-256")
    keep("certificate-empty-subject.pem", openssl("req", "-x509", "-new", "-key", ec_paths["p-256"], "-subj", "/", "-days", 30), "accepted: certificate p-256")
    while True:
        hyphen = openssl("req", "-x509", "-new", "-key", ec_paths["p-256"], "-subj", "/CN=Hyphen", "-days", 700)
        if identity(hyphen).startswith("-"):
            break
    keep("certificate-hyphen.pem", hyphen, "attention: certificate p-256 *hyphen")
    changed = bytearray(der(plain["p-256"]))
    changed[-1] ^= 1
    keep("certificate-changed.pem", block("CERTIFICATE", bytes(changed)), "refused: certificate p-256 !self-signed")
    request = openssl("req", "-new", "-key", paths[3072], "-subj", "/CN=Northwind Traders")
    keep("request-rsa-3072.csr", request, "refused: request rsa-3072 !container")
    keep("request-rsa-3072.der", der(request), "refused: request rsa-3072 !container")
    keep("request-rsa-2048.csr", openssl("req", "-new", "-key", paths[2048], "-subj", "/CN=x"), "refused: request rsa-2048 !container !key")
    keep("request-new-label.csr", request.replace(b"BEGIN CERT", b"BEGIN NEW CERT").replace(b"END CERT", b"END NEW CERT"), "refused: request rsa-3072 !container")
    keep("request-p-521.csr", openssl("req", "-new", "-key", ec_paths["p-521"], "-subj", "/CN=x"), "refused: request p-521 !container")

    # --- certificates of Python ---------------------------------------------------------------------------------------
    key = ec.generate_private_key(ec.SECP256R1())
    ca_key = rsa.generate_private_key(65537, 2048)
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    signing = x509.KeyUsage(True, False, False, False, False, False, False, False, False)
    authority = [(x509.BasicConstraints(True, None), True), (usage, True)]
    keep("certificate-expired.pem", built(key, "Expired", day(-400), day(-30)), "refused: certificate p-256 !valid-now")
    keep("certificate-ends-in-a-day.pem", built(key, "Ends soon", day(-400), day(1)), "accepted: certificate p-256")
    keep("certificate-not-yet.pem", built(key, "Not yet", day(10), day(300)), "refused: certificate p-256 !valid-now")
    keep("certificate-upside-down.pem", built(key, "Begins and ends", day(-20), day(-20)), "refused: certificate p-256 !valid-now")
    keep("certificate-leaf-profile.pem", built(key, "Leaf", day(-1), day(600), extensions=[(x509.BasicConstraints(False, None), True), (signing, True)]), "accepted: certificate p-256")
    ca = built(ca_key, "Example Authority", day(-1), day(3000), extensions=authority)
    leaf = built(key, "Issued", day(-1), day(300), "Example Authority", ca_key)
    good_ca_key = rsa.generate_private_key(65537, 3072)
    keep("certificate-authority.pem", ca, "refused: certificate rsa-2048 !key *two-years ?leaf")
    keep("certificate-authority-3072.pem", built(good_ca_key, "Authority", day(-1), day(300), extensions=authority), "undocumented: certificate rsa-3072 ?leaf")
    keep("certificate-issued.pem", leaf, "undocumented: certificate p-256 ?self-signed")
    keep("chain.pem", leaf + ca, "undocumented: certificate p-256 ?self-signed !alone; issuer-certificate rsa-2048")
    keep("chain-reversed.pem", ca + leaf, "undocumented: issuer-certificate rsa-2048; certificate p-256 ?self-signed !alone")
    middle_key = ec.generate_private_key(ec.SECP384R1())
    middle = built(middle_key, "Intermediate", day(-1), day(900), "Example Authority", ca_key, authority)
    below = built(key, "Below", day(-1), day(300), "Intermediate", middle_key)
    keep("chain-of-three.pem", below + middle + ca, "undocumented: certificate p-256 ?self-signed !alone; issuer-certificate p-384; issuer-certificate rsa-2048")
    key_pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    keep("chain-with-key.pem", key_pem + leaf + ca, "undocumented: private-key p-256; certificate p-256 ?self-signed !alone; issuer-certificate rsa-2048")
    keep("python-key-opens.pem", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSPHRASE.encode())), "private: private-key p-256")
    keep("python-key-openssh.pem", key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()), "private: private-key p-256 *key-form")
    crl = x509.CertificateRevocationListBuilder().issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Authority")])).last_update(day(-1)).next_update(day(30)).sign(ca_key, hashes.SHA256())
    keep("revoked.crl.pem", crl.public_bytes(Encoding.PEM), "unsuitable: revocation-list")
    keep("revoked.crl", crl.public_bytes(Encoding.DER), "unsuitable: revocation-list")
    loaded = [x509.load_pem_x509_certificate(part) for part in (leaf, ca)]
    keep("bundle.p7b", pkcs7.serialize_certificates(loaded, Encoding.DER), "unsuitable: bundle")
    keep("bundle.p7b.pem", pkcs7.serialize_certificates(loaded, Encoding.PEM), "unsuitable: bundle")

    # --- pairs, and several blocks ------------------------------------------------------------------------------------
    both = {name: path.read_bytes() + plain[name] for name, path in good.items()}
    for name in good:
        keep(f"pair-{name}.pem", both[name], f"private: private-key {name}; certificate {name} !alone")
    pair = both["p-256"]
    keep("pair-other-way.pem", plain["p-256"] + good["p-256"].read_bytes(), "private: certificate p-256 !alone; private-key p-256")
    keep("pair-differs.pem", good["p-384"].read_bytes() + plain["p-256"], "private: private-key p-384; certificate p-256 !alone")
    keep("pair-opens.pem", openssl("pkcs8", "-topk8", "-in", good["p-256"], "-passout", f"pass:{PASSPHRASE}") + plain["p-256"], "private: private-key p-256; certificate p-256 !alone")
    keep("pair-locked.pem", openssl("pkcs8", "-topk8", "-in", good["p-256"], "-passout", "pass:unknown") + plain["p-256"], "locked: locked-key; certificate p-256 !alone")
    keep("pair-rsa-2048.pem", rsa_keys[2048] + self_signed(paths[2048]), "refused: private-key rsa-2048 !key; certificate rsa-2048 !key !alone")
    keep("two-certificates.pem", plain["p-256"] + plain["p-384"], "undocumented: certificate p-256 !alone; certificate p-384 !alone")
    keep("key-and-public-key.pem", good["p-256"].read_bytes() + openssl("pkey", "-in", good["p-256"], "-pubout"), "refused: private-key p-256; public-key p-256 !container")
    keep("four-kinds.pem", plain["p-256"] + request + crl.public_bytes(Encoding.PEM) + good["p-256"].read_bytes(), "private: certificate p-256 !alone; request rsa-3072 !container; revocation-list; private-key p-256")

    # --- as Windows, mail programs and forms write them ---------------------------------------------------------------
    text = pair.decode()
    cert = plain["p-256"].decode()
    found = "private: private-key p-256; certificate p-256 !alone"
    one = "accepted: certificate p-256"
    keep("windows-crlf.pem", text.replace("\n", "\r\n"), f"{found} ~ windows-line-ends")
    keep("windows-crlf-certificate.cer", cert.replace("\n", "\r\n"), f"{one} ~ windows-line-ends")
    keep("mac-cr.pem", cert.replace("\n", "\r"), one)
    keep("windows-bom.pem", b"\xef\xbb\xbf" + cert.encode(), f"{one} ~ byte-order-mark")
    keep("windows-bom-crlf.pem", b"\xef\xbb\xbf" + cert.replace("\n", "\r\n").encode(), f"{one} ~ byte-order-mark windows-line-ends")
    keep("powershell-utf16.pem", b"\xff\xfe" + cert.replace("\n", "\r\n").encode("utf-16-le"), f"{one} ~ utf16 windows-line-ends")
    keep("powershell-utf16-key.pem", b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le"), f"{found} ~ utf16 windows-line-ends")
    keep("utf16-be.pem", b"\xfe\xff" + cert.encode("utf-16-be"), f"{one} ~ utf16")
    keep("utf16-without-mark.pem", cert.encode("utf-16-le"), f"{one} ~ utf16")
    keep("latin-1-around.pem", "Zertifikat für Müller\n".encode("latin-1") + cert.encode(), f"{one} ~ text-around")
    keep("mail.txt", "Dear colleague,\n\nhere is the certificate:\n\n" + cert + "\nBest regards\nMira\n", f"{one} ~ text-around")
    keep("one-line-escaped.txt", text.replace("\n", "\\n"), f"{found} ~ escaped-line-ends")
    keep("one-line-escaped-crlf.txt", text.replace("\n", "\\r\\n"), f"{found} ~ escaped-line-ends")
    keep("service-account.json", json.dumps({"client_id": "x", "private_key": good["p-256"].read_text()}), "private: private-key p-256 ~ escaped-line-ends")
    keep("dot-env.txt", 'NETSUITE_KEY="' + good["p-256"].read_text().replace("\n", "\\n") + '"\n', "private: private-key p-256 ~ escaped-line-ends")
    keep("one-line-blanks.txt", cert.replace("\n", " "), f"{one} ~ no-line-ends")
    keep("one-line-nothing.txt", cert.replace("\n", ""), f"{one} ~ no-line-ends")
    keep("no-markers.txt", "".join(cert.splitlines()[1:-1]), "undocumented: certificate p-256 ?upload-form")
    keep("no-markers-lines.txt", "\n".join(cert.splitlines()[1:-1]), "undocumented: certificate p-256 ?upload-form")
    keep("no-markers-key.txt", "".join(good["rsa-3072"].read_text().splitlines()[1:-1]), "private: private-key rsa-3072")
    keep("base64-of-pem.txt", base64.b64encode(good["p-256"].read_bytes()), "private: private-key p-256 ~ base64-of-pem")
    keep("base64-of-certificate.txt", base64.encodebytes(cert.encode()), f"{one} ~ base64-of-pem")
    keep("windows-export.cer", certutil(der(plain["rsa-3072"])), "accepted: certificate rsa-3072 ~ windows-line-ends")
    keep("bag-attributes.pem", "Bag Attributes\n    friendlyName: m2m\n    localKeyID: 54 69\nsubject=CN = Northwind\n" + cert, f"{one} ~ text-around")
    keep("indented.pem", "".join(f"    {line}\n" for line in cert.splitlines()), one)
    keep("blank-lines.pem", cert.replace("\n", "\n\n"), one)
    keep("tabs.yaml", "tls:\n  crt: |\n" + "".join(f"    {line}\n" for line in cert.splitlines()), f"{one} ~ text-around")
    keep("dashes-changed.docx.txt", cert.replace("-----", "—–"), "accepted: certificate p-256 + markers")
    keep("dashes-short.txt", cert.replace("-----", "----"), "accepted: certificate p-256 + markers")
    keep("quoted-mail.txt", "".join(f"> {line}\n" for line in cert.splitlines()), "accepted: certificate p-256 + line-marks")
    keep("lower-case.txt", cert.lower(), "refused: markers-changed")

    # --- broken -------------------------------------------------------------------------------------------------------
    lines = cert.splitlines()
    keep("cut-off.pem", "\n".join(lines[:5]), "refused: cut")
    keep("cut-off-at-the-end-line.pem", "\n".join(lines[:-1]) + "\n-----END CERT", "refused: cut")
    keep("begin-missing.pem", "\n".join(lines[1:]), "refused: cut")
    keep("line-missing.pem", "\n".join(lines[:3] + lines[4:]), "refused: damaged")
    keep("character-missing.pem", cert.replace(lines[4], lines[4][:-1]), "refused: damaged")
    keep("good-then-cut-off.pem", cert + "\n".join(lines[:4]), "refused: certificate p-256 !alone; cut")
    keep("begin-and-end-differ.pem", cert.replace("END CERTIFICATE", "END PRIVATE KEY"), "refused: cut")
    keep("nothing-inside.pem", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "refused: damaged")
    keep("not-base64.pem", "-----BEGIN PRIVATE KEY-----\n[redacted]\n-----END PRIVATE KEY-----\n", "refused: damaged")
    keep("key-as-certificate.pem", good["p-256"].read_text().replace("PRIVATE KEY", "CERTIFICATE"), "refused: damaged")
    keep("certificate-as-key.pem", cert.replace("CERTIFICATE", "PRIVATE KEY"), "refused: damaged")
    keep("cut-off.der", der(plain["rsa-3072"])[:300], "refused: cut")
    keep("der-and-line-end.der", der(plain["p-256"]) + b"\r\n", "undocumented: certificate p-256 ?upload-form")
    broken = bytearray(der(rsa_keys[3072]))
    broken[200] ^= 0xFF
    keep("key-broken-numbers.pem", block("PRIVATE KEY", bytes(broken)), "refused: damaged rsa-3072")
    keep("empty.pem", "", "unsuitable: empty")
    keep("blanks.txt", " \r\n\t\n", "unsuitable: empty")
    keep("only-a-mark.txt", b"\xef\xbb\xbf", "unsuitable: empty")
    keep("zeros.bin", bytes(200), "unsuitable: binary")
    keep("noise.bin", bytes((i * 197 + 31) % 256 for i in range(500)), "unsuitable: binary")
    keep("too-large.pem", cert * 150, "unsuitable: too-large")

    # --- keystores ----------------------------------------------------------------------------------------------------
    p256, c256 = good["p-256"], file("c256.pem", plain["p-256"])
    p3072, c3072 = good["rsa-3072"], file("c3072.pem", plain["rsa-3072"])
    export = lambda key, certificate, *more, password=PASSPHRASE: openssl("pkcs12", "-export", "-inkey", key, "-in", certificate, "-name", "m2m", "-passout", f"pass:{password}", *more)
    opened = lambda name: f"private: keystore; private-key {name}; certificate {name} !alone"
    keep("store-openssl.p12", export(p256, c256), opened("p-256"))
    keep("store-openssl-rsa.pfx", export(p3072, c3072), opened("rsa-3072"))
    keep("store-openssl-legacy.pfx", export(p3072, c3072, "-legacy"), opened("rsa-3072"))
    keep("store-openssl-3des.p12", export(p256, c256, "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"), opened("p-256"))
    keep("store-openssl-plain-certificate.p12", export(p256, c256, "-certpbe", "NONE"), opened("p-256"))
    keep("store-locked.p12", export(p256, c256, password="unknown"), "locked: locked-keystore")
    keep("store-rsa-2048.p12", export(paths[2048], file("c2048.pem", self_signed(paths[2048]))), "refused: keystore; private-key rsa-2048 !key; certificate rsa-2048 !key !alone")
    keep("store-certificate-only.p12", openssl("pkcs12", "-export", "-nokeys", "-in", c256, "-passout", f"pass:{PASSPHRASE}"), "attention: keystore; certificate p-256 !alone")
    keep("store-python.p12", pkcs12.serialize_key_and_certificates(b"m2m", key, x509.load_pem_x509_certificate(leaf), [x509.load_pem_x509_certificate(ca)], BestAvailableEncryption(PASSPHRASE.encode())), "undocumented: keystore; private-key p-256; certificate p-256 ?self-signed !alone; issuer-certificate rsa-2048")
    keep("store-cut-off.p12", export(p256, c256)[:400], "refused: cut")
    for kind, name, words in (("pkcs12", "java-rsa", ["-keyalg", "RSA", "-keysize", "3072"]), ("pkcs12", "java-ec", ["-keyalg", "EC", "-groupname", "secp256r1"]), ("jks", "java-old", ["-keyalg", "RSA", "-keysize", "2048"])):
        store = WORK / f"{name}.{kind}"
        keytool("-genkeypair", "-alias", "m2m", "-dname", "CN=Northwind", "-validity", "600", "-storetype", kind, "-keystore", store, "-storepass", PASSPHRASE, "-keypass", PASSPHRASE, *words)
        expected = {"java-rsa": opened("rsa-3072"), "java-ec": opened("p-256"), "java-old": "unsuitable: java-keystore"}[name]
        keep(f"store-{name}.{'p12' if kind == 'pkcs12' else 'jks'}", store.read_bytes(), expected)
        if kind == "pkcs12":
            shown = expected.split(" ")[3].rstrip(";")
            exported = keytool("-exportcert", "-rfc", "-alias", "m2m", "-keystore", store, "-storepass", PASSPHRASE)
            ends = " ~ windows-line-ends" if b"\r\n" in exported else ""
            hyphen = " *hyphen" if identity(exported.replace(b"\r", b"")).startswith("-") else ""
            keep(f"{name}.crt", exported, f"{'attention' if hyphen else 'accepted'}: certificate {shown}{hyphen}{ends}")
            keep(f"{name}.cer", keytool("-exportcert", "-alias", "m2m", "-keystore", store, "-storepass", PASSPHRASE), f"undocumented: certificate {shown} ?upload-form{hyphen}")
            keep(f"{name}.csr", keytool("-certreq", "-alias", "m2m", "-keystore", store, "-storepass", PASSPHRASE), f"refused: request {shown} !container{ends}")

    # --- Node ---------------------------------------------------------------------------------------------------------
    made = node("const c=require('node:crypto');const k=c.generateKeyPairSync('ec',{namedCurve:'P-384'});process.stdout.write(k.privateKey.export({type:'pkcs8',format:'pem'}))")
    keep("node-pkcs8.pem", made, "private: private-key p-384")
    made = node("const c=require('node:crypto');const k=c.generateKeyPairSync('ec',{namedCurve:'P-521'});process.stdout.write(k.privateKey.export({type:'sec1',format:'pem'}))")
    keep("node-sec1.pem", made, "private: private-key p-521 *key-form")
    made = node(f"const c=require('node:crypto');const k=c.generateKeyPairSync('ec',{{namedCurve:'P-256'}});process.stdout.write(k.privateKey.export({{type:'pkcs8',format:'pem',cipher:'aes-256-cbc',passphrase:'{PASSPHRASE}'}}))")
    keep("node-opens.pem", made, "private: private-key p-256")
    jwk = lambda script: node(f"const c=require('node:crypto');const fs=require('node:fs');{script}")
    keep("node-jwk-private.json", jwk("const k=c.generateKeyPairSync('ec',{namedCurve:'P-256'});process.stdout.write(JSON.stringify(k.privateKey.export({format:'jwk'})))"), "private: private-key p-256 *key-form")
    keep("node-jwk-public.json", jwk(f"process.stdout.write(JSON.stringify(c.createPublicKey(fs.readFileSync('{paths[3072]}')).export({{format:'jwk'}})))"), "refused: jwk rsa-3072 !container")
    keep("node-jwk-2048.json", jwk(f"process.stdout.write(JSON.stringify(c.createPublicKey(fs.readFileSync('{paths[2048]}')).export({{format:'jwk'}}),null,2))"), "refused: jwk rsa-2048 !key !container")
    keep("node-jwks.json", jwk(f"process.stdout.write(JSON.stringify({{keys:[c.createPublicKey(fs.readFileSync('{paths[3072]}')).export({{format:'jwk'}})]}}))"), "refused: jwk rsa-3072 !container")
    keep("node-jwk-okp.json", jwk("process.stdout.write(JSON.stringify(c.generateKeyPairSync('ed25519').publicKey.export({format:'jwk'})))"), "refused: jwk ed !key !container")
    keep("package.json", json.dumps({"name": "connector", "version": "1.0.0"}), "unsuitable: json")

    # --- tokens -------------------------------------------------------------------------------------------------------
    client = "6794a3086e4f61a120350d01b8527aed3631472ef33412212495be65a8fc8d4c"
    audience = "https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token"
    begun, over = int(NOW.timestamp()) + 3300, int(NOW.timestamp()) - 7200

    def assertion(algorithm="ES256", kid=None, iss=client, iat=begun, exp=begun + 900, signer=key_pem, **more):
        claims = {"iss": iss, "scope": ["restlets"], "aud": audience, "iat": iat, "exp": exp, **more}
        return jwt.encode(claims, signer, algorithm=algorithm, headers={"kid": identity(leaf) if kid is None else kid, "typ": "JWT"})

    keep("assertion.jwt", assertion(), "private: token")
    keep("assertion-ps256.jwt", assertion("PS256", signer=rsa_keys[3072]) + "\n", "private: token")
    keep("assertion-rs256.jwt", assertion("RS256", signer=rsa_keys[3072]), "refused: token !token-algorithm")
    keep("assertion-hs256.jwt", assertion("HS256", signer="a secret that is long enough to be one"), "refused: token !token-algorithm")
    keep("assertion-without-kid.jwt", assertion(kid=""), "refused: token !token-kid")
    keep("assertion-odd-kid.jwt", assertion(kid="my-key"), "refused: token !token-kid")
    keep("assertion-application-id.jwt", assertion(iss="E2398DC1-3A25-4F07-A648-7E57CFEEE7B5"), "refused: token !token-issuer")
    keep("assertion-over.jwt", assertion(iat=over, exp=over + 900), "refused: token !token-time")
    keep("assertion-two-hours.jwt", assertion(exp=begun + 7200), "refused: token !token-time")
    access = {"sub": "3;1184", "aud": [f"E2398DC1-3A25-4F07-A648-7E57CFEEE7B5;1234567", client], "scope": ["restlets"], "iss": "https://system.netsuite.com", "iat": begun, "exp": begun + 3600}
    keep("access-token.jwt", jwt.encode(access, rsa_keys[3072], algorithm="PS256"), "private: token")
    keep("access-token-over.jwt", jwt.encode({**access, "iat": over, "exp": over + 3600}, rsa_keys[3072], algorithm="PS256"), "private: token *token-time")
    keep("bearer.txt", "Authorization: Bearer " + jwt.encode(access, rsa_keys[3072], algorithm="PS256"), "private: token")
    keep("other-token.jwt", jwt.encode({"sub": "anybody"}, "a secret that is long enough to be one", algorithm="HS256"), "private: token")
    keep("not-a-token.txt", "www.example.com", "unsuitable: text")

    # --- SSH, PuTTY, PGP ----------------------------------------------------------------------------------------------
    for kind, words, name in (("rsa", ["-b", "3072"], "rsa-3072"), ("ecdsa", ["-b", "256"], "p-256"), ("ed25519", [], "ed")):
        target = WORK / f"id_{kind}"
        subprocess.run(["ssh-keygen", "-q", "-t", kind, *words, "-N", "", "-C", "mira@example", "-f", target], check=True)
        secret_name = "rsa" if kind == "rsa" else name
        said = f"refused: open-ssh-key {secret_name} !key-form" if kind == "ed25519" else f"private: private-key {'rsa-3072' if kind == 'rsa' else secret_name} *key-form"
        keep(f"id_{kind}", target.read_bytes(), said)
        bad = "" if name != "ed" else " !key"
        keep(f"id_{kind}.pub", target.with_suffix(".pub").read_bytes(), f"refused: open-ssh-public-key {name} !container{bad}")
    target = WORK / "id_locked"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", PASSPHRASE, "-C", "", "-f", target], check=True)
    keep("id_locked", target.read_bytes(), "refused: open-ssh-key ed !key-form")
    putty = "PuTTY-User-Key-File-{0}: ssh-rsa\r\nEncryption: {1}\r\nComment: imported\r\nPublic-Lines: 1\r\nAAAAB3NzaC1yc2E=\r\nPrivate-Lines: 1\r\nAAAA\r\nPrivate-MAC: 00\r\n"
    keep("putty-2.ppk", putty.format(2, "none"), "refused: putty-key rsa !key-form")
    keep("putty-3-locked.ppk", putty.format(3, "aes256-cbc"), "refused: putty-key rsa !key-form")
    keep("pgp.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZQ==\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n", "refused: damaged")
    keep("pgp-message.asc", "-----BEGIN PGP MESSAGE-----\nmDMEZQ==\n-----END PGP MESSAGE-----\n", "unsuitable: pgp")
    keep("ssh2.pub", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3NzaC1yc2E=\n---- END SSH2 PUBLIC KEY ----\n", "unsuitable: text")

    # --- quite other things -------------------------------------------------------------------------------------------
    page = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><p>Your session has ended.</p></body></html>\n"
    keep("page.html", page, "unsuitable: html")
    keep("page-named-pem.pem", "\r\n  <html>" + page, "unsuitable: html")
    keep("page-bom.html", b"\xef\xbb\xbf" + page.encode(), "unsuitable: html")
    keep("page-large.html", page + "<p>x</p>\n" * 9000, "unsuitable: html")
    with zipfile.ZipFile(WORK / "files.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("client.pem"), cert)
    keep("files.zip", (WORK / "files.zip").read_bytes(), "unsuitable: zip")
    keep("guide.pdf", "%PDF-1.7\n%nothing else\n", "unsuitable: document")
    keep("key.rtf", r"{\rtf1\ansi " + cert.replace("\n", "\\par\n") + "}", "unsuitable: document")
    keep("screenshot.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "unsuitable: picture")
    keep("certificate-id.txt", identity(leaf) + "\n", "unsuitable: certificate-id")
    keep("note.txt", "The key is in the safe.\n", "unsuitable: text")
    keep("consumer-key.txt", client, "unsuitable: text")
    keep("csv.csv", "name,value\nCertificate,none\n", "unsuitable: text")
    keep("attributes.pem", "-----BEGIN ATTRIBUTE CERTIFICATE-----\nMAA=\n-----END ATTRIBUTE CERTIFICATE-----\n", "unsuitable: other-block")
    keep("sequence.der", bytes([0x30, 3, 2, 1, 3]), "unsuitable: binary")

    changed()
    assert len({line.split(" | ")[0] for line in LINES}) == len(LINES)
    (HERE / "expected.txt").write_text("".join(f"{line}\n" for line in LINES))
    print(f"{len(LINES)} files, {sum(path.stat().st_size for path in CORPUS.iterdir()) // 1024} KiB")


def block(label, content):
    body = base64.encodebytes(content).decode()
    return f"-----BEGIN {label}-----\n{body}-----END {label}-----\n"


def certutil(content):
    """As Windows' certificate export writes Base-64 encoded X.509."""
    return block("CERTIFICATE", content).replace("\n", "\r\n")


if __name__ == "__main__":
    changed_alone() if sys.argv[1:] == ["changed"] else main()
