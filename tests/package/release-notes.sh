#!/bin/bash
# release-notes.sh TAG [CHANGELOG]
#
# Prints the changelog's section of a tag: of "v1.2.0" what is below "## 1.2.0". Fails if the section is missing or
# empty, so that no release goes out without notes.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: release-notes.sh TAG [CHANGELOG]" >&2; exit 64; }

version=${1#v}
changelog=${2:-$(dirname "$0")/../../CHANGELOG.md}

notes=$(awk -v version="$version" '
  /^## / { inside = ($2 == version || $2 == "[" version "]"); next }
  inside
' "$changelog" | sed -e '/./,$!d')

if [ -z "$notes" ]; then
  echo "CHANGELOG.md has no section \"## $version\": rename \"Unreleased\" before you tag." >&2
  exit 1
fi
printf '%s\n' "$notes"
