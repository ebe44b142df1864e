#!/bin/bash
# Judges the hosted workflows here: their form by GitHub's schema, their security by zizmor. Both are Python packages,
# kept in target/workflows; neither asks the network.
set -euo pipefail
cd "$(dirname "$0")/../.."

wanted="check-jsonschema==0.39.0 zizmor==1.32.0"
place=target/workflows
if [ "$(cat "$place/installed" 2>/dev/null || true)" != "$wanted" ]; then
  rm -rf "$place"
  python3 -m venv "$place"
  # shellcheck disable=SC2086 # a list of packages
  "$place/bin/pip" install --quiet --disable-pip-version-check $wanted
  printf '%s' "$wanted" >"$place/installed"
fi
"$place/bin/check-jsonschema" --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
"$place/bin/zizmor" --quiet --offline --no-progress .github/workflows
