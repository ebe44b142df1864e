#!/bin/sh
# Installs what the checks of the window need into target/ui-tests, once per lock file.
# Never into ui/ (it is shipped as it stands) nor beside the sources.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
place="$here/../../target/ui-tests"
wanted=$(sha256sum "$here/package-lock.json" | cut -d ' ' -f 1)
mkdir -p "$place"
place=$(cd "$place" && pwd)
if [ -f "$place/installed" ] && [ "$(cat "$place/installed")" = "$wanted" ]; then
  exit 0
fi
rm -f "$place/installed"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$place/"
(cd "$place" && npm ci --no-progress --loglevel=error)
printf '%s' "$wanted" >"$place/installed"
