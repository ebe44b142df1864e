#!/bin/sh
# Everything that is checked about the window without the app: types, units, every screen.
set -eu
cd "$(dirname "$0")"
./install.sh
node ../../target/ui-tests/node_modules/typescript/bin/tsc -p jsconfig.json
# The file that takes longest begins, so that nothing waits for it at the end.
set -- window/accessibility.test.js
for file in *.test.js */*.test.js; do
  [ "$file" = "$1" ] || set -- "$@" "$file"
done
exec node --test --test-reporter=spec --test-concurrency=2 "$@"
