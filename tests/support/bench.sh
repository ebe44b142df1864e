#!/bin/bash
# Measures what README.md claims. Takes half an hour the first time: two release builds, and OpenSSL 3.6 from source.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh

echo "== keys, beside openssl"
cargo bench --locked --package benches --bench keys --features openssl-3-6
echo "== a hundred rotations"
cargo bench --locked --package benches --bench rotations

# The very program that the package holds, and an empty window built with the same switches.
tests/support/package.sh
cargo build --locked --release --package empty-window --features tauri/custom-protocol
echo "== the window, beside an empty one"
CERTDESK_PROGRAMS=$PWD/target/release cargo run --locked --package window-tests --example bench-window

echo "== the lists of connections and certificates, in headless Chromium"
tests/ui/install.sh
node tests/ui/support/bench.js

echo "== the package"
for package in target/release/bundle/deb/*.deb; do
  printf '%s: %s MB (goal: 12 at most)\n' "$(basename "$package")" "$(stat --format %s "$package" | awk '{ printf "%.1f", $1 / 1e6 }')"
done
