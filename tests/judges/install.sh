#!/bin/sh
# Installs the judges that come as packages, jose, ical.js, the SuiteCloud CLI, Bruno's CLI and Postman's engine for Node,
# PyJWT, cryptography, icalendar, pkilint, requests and grammars for Python, into target/judges. Does nothing as long as the
# lists here are unchanged.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
into=$here/../../target/judges
lists="package.json package-lock.json requirements.txt"

# Python's version counts, and where this lies: an environment belongs to the one that made it, and its programs name
# their own folder.
# shellcheck disable=SC2086 # a list of file names
wanted=$(cd "$here" && { cat $lists; pwd; python3 --version; node --version; } | cksum)
if [ "$(cat "$into/installed" 2>/dev/null)" = "$wanted" ]; then
  exit 0
fi

rm -rf "$into"
mkdir -p "$into"
cp "$here/package.json" "$here/package-lock.json" "$into/"
(cd "$into" && npm ci --ignore-scripts --no-audit --no-fund --silent)
python3 -m venv "$into/python"
"$into/python/bin/pip" install --quiet --requirement "$here/requirements.txt"
echo "$wanted" > "$into/installed"
