#!/bin/bash
# What can be judged without running the app. The documentation compiles the tree once more, so the hosted workflow
# looks at it, not every run of the tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh

tests/support/lint.sh
RUSTDOCFLAGS="--deny warnings" cargo doc --workspace --no-deps --locked --document-private-items
if command -v cargo-deny >/dev/null 2>&1; then
  cargo deny --locked check
else
  echo "cargo-deny is not installed here; the hosted workflow runs it."
fi
