#!/bin/bash
# What the draft release says is the changelog's section of its tag, and nothing else.
set -euo pipefail
cd "$(dirname "$0")"

changelog=$(mktemp)
trap 'rm -f "$changelog"' EXIT
cat >"$changelog" <<'END'
# Changelog

## Unreleased

- Not yet.

## 1.10.0 - 2026-12-01

### Added

- The tenth.

## [1.1.0] - 2026-11-01

- The first.

## 1.0.0

END

fail() { echo "release notes: $1" >&2; exit 1; }

[ "$(./release-notes.sh v1.10.0 "$changelog")" = $'### Added\n\n- The tenth.' ] || fail "a section is not printed as it is"
[ "$(./release-notes.sh v1.1.0 "$changelog")" = "- The first." ] || fail "a version in brackets is not found"
for tag in v1.0.0 v1.1 v2.0.0; do
  if ./release-notes.sh "$tag" "$changelog" >/dev/null 2>&1; then
    fail "$tag has no notes and is not refused"
  fi
done
