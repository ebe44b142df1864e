#!/bin/bash
# What can be judged without running the app. The same features as the tests, so that nothing is compiled twice.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo fmt --all --check
cargo clippy --workspace --all-targets --locked -- --deny warnings
RUSTDOCFLAGS="--deny warnings" cargo doc --workspace --no-deps --locked --document-private-items
tests/ui/install.sh
node target/ui-tests/node_modules/typescript/bin/tsc --project tests/ui/jsconfig.json
if command -v cargo-deny >/dev/null 2>&1; then
  cargo deny --locked check
else
  echo "cargo-deny is not installed here; the hosted workflow runs it."
fi
