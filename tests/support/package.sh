#!/bin/bash
# The bundles of this system, by the command-line tool that Tauri publishes for Node; it is kept out of the tree.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh

version=2.12.5 # of @tauri-apps/cli; keep it equal to `tauri` in Cargo.lock
tool=target/tauri-cli
if [ "$(cat "$tool/installed" 2>/dev/null || true)" != "$version" ]; then
  mkdir -p "$tool"
  npm install --prefix "$tool" --no-save --no-audit --no-fund --loglevel=error "@tauri-apps/cli@$version"
  printf '%s' "$version" >"$tool/installed"
fi

case "$(uname -s)" in
  Linux) bundles=deb,rpm ;;
  Darwin) bundles=app,dmg ;;
  *) bundles=nsis ;;
esac
"$tool/node_modules/.bin/tauri" build --bundles "$bundles" -- --locked
find target/release/bundle -maxdepth 2 -type f -size +100k -exec ls -l {} +
