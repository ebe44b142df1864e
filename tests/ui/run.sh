#!/bin/sh
# Everything that is checked about the window without the app: types, units, every screen.
set -eu
cd "$(dirname "$0")"
./install.sh
node ../../target/ui-tests/node_modules/typescript/bin/tsc -p jsconfig.json
exec node --test --test-reporter=spec --test-concurrency=2 ./*.test.js
