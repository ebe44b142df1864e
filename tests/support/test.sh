#!/bin/bash
# All tests. Needs what install.sh has installed; starts its own displays, buses and servers. A part that is missing
# fails the run: nothing here skips.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh

echo "== the judges: openssl, keytool, node, python"
tests/judges/install.sh
echo "== the window's pages: types, units, accessibility"
tests/ui/install.sh
tests/ui/run.sh

# One command for everything, so that the app is compiled once, in one variant. It also builds the binary that the
# window tests drive.
echo "== the crates, the shell, the window"
tests/support/with-secret-service.sh cargo test --workspace --locked
