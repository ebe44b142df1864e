#!/bin/bash
# version.sh TAG
#
# Fails unless the tag, Cargo.toml and tauri.conf.json name one version: packages, window and release must agree.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# = 1 ] || { echo "usage: version.sh TAG" >&2; exit 64; }

cargo=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"$/\1/p' Cargo.toml)
tauri=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' src-tauri/tauri.conf.json)
if [ "v$cargo" != "$1" ] || [ "$tauri" != "$cargo" ]; then
  echo "The tag is $1, Cargo.toml says ${cargo:-nothing}, tauri.conf.json ${tauri:-nothing}." >&2
  exit 1
fi
