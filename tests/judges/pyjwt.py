"""Reads cases from standard input, verifies each assertion with its certificate, and prints the
algorithms of those accepted."""

import json
import sys

import jwt
from cryptography.x509 import load_pem_x509_certificate

accepted = []
for case in json.load(sys.stdin):
    algorithm = case["algorithm"]
    key = load_pem_x509_certificate(case["certificate"].encode()).public_key()
    rules = {
        "algorithms": [algorithm],
        "issuer": case["issuer"],
        "audience": case["audience"],
        "options": {"require": ["iss", "aud", "iat", "exp", "jti"]},
    }
    claims = jwt.decode(case["token"], key, **rules)
    assert claims["scope"] == ["restlets", "rest_webservices"], claims
    header = jwt.get_unverified_header(case["token"])
    assert header == {"typ": "JWT", "alg": algorithm, "kid": case["kid"]}, header
    try:
        jwt.decode(case["forged"], key, **rules)
    except jwt.InvalidSignatureError:
        accepted.append(algorithm)
    else:
        raise SystemExit(f"the forgery of {algorithm} was accepted")
print(json.dumps(accepted))
