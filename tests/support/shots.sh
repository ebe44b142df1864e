#!/bin/bash
# The pictures in README.md, taken from the running app.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh

cargo build --locked --package certdesk
cargo run --locked --package window-tests --example pictures
