#!/bin/bash
# What can be judged by reading the code: its form, clippy, the types of the window's pages, scripts, workflows.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh

cargo fmt --all --check
# The same features as the tests, so that nothing is compiled twice.
cargo clippy --workspace --all-targets --locked -- --deny warnings
tests/ui/install.sh
node target/ui-tests/node_modules/typescript/bin/tsc --project tests/ui/jsconfig.json
node --test tests/architecture/circles.test.js

mapfile -t scripts < <(git ls-files '*.sh' .ci/run)
shellcheck --external-sources "${scripts[@]}"
# Circles, dependencies, and the paths that the documents for developers name.
node --test tests/architecture/*.test.js
tests/package/release-notes.test.sh
tests/support/workflows.sh
