"""Reads private keys from standard input, each in one of the forms that kits ask for, and prints the forms in which
cryptography found the key that belongs to the public key beside it."""

import base64
import json
import sys

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

READ = {
    "lines": lambda text: text,
    "one-line": lambda text: json.loads(f'"{text}"'),
    "base64": lambda text: base64.b64decode(text, validate=True).decode(),
    "traditional": lambda text: text,
}

found = []
for case in json.load(sys.stdin):
    key = load_pem_private_key(READ[case["form"]](case["text"]).encode(), password=None).public_key()
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert base64.b64encode(der).decode() == case["publicKey"], case["form"]
    found.append(case["form"])
print(json.dumps(found))
