"""Checks the hash chain in an evidence file, as an auditor could who has only Python. Prints the end hash, or says where
the chain is broken."""

import hashlib
import json
import sys

with open(sys.argv[1], "rb") as file:
    content = file.read()
evidence = json.loads(content)
if evidence["format"] != "certdesk-evidence" or evidence["version"] != 1:
    raise SystemExit("another format")
end = sys.argv[2] if len(sys.argv) > 2 else evidence["history"]["end"]

lines = [line for line in content.split(b"\n") if line.startswith(b'{"previous"')]
if [json.loads(line) for line in lines] != evidence["lines"]:
    raise SystemExit("the lines of the file are not the lines of the history")

expected = "0" * 64
for number, line in enumerate(lines, 1):
    if json.loads(line)["previous"] != expected:
        raise SystemExit(f"gap before line {number}")
    expected = hashlib.sha256(line).hexdigest()
if expected != end:
    raise SystemExit("gap at the end")

for file in evidence["files"]:
    event = evidence["lines"][file["line"] - 1]["event"]
    if event.get("path") != file["path"]:
        raise SystemExit(f"another file in line {file['line']}")
print(end)
