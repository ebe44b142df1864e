#!/bin/sh
# Everything that is checked about the window without the app: types, units, every screen.
set -eu
cd "$(dirname "$0")"
./install.sh
tools=$(cd ../../target/ui-tests && pwd)
node "$tools/node_modules/typescript/bin/tsc" -p jsconfig.json
# The scenes take longest and begin, so that nothing waits for them at the end. All other files that open the window
# run in one process, one behind the other: they share one browser, which has read and compiled the app's files.
# Files that open none keep a process each.
walks=$tools/walks.test.js
: >"$walks"
set -- window/accessibility.test.js "$walks"
for file in *.test.js */*.test.js; do
  if [ "$file" = "$1" ]; then
    continue
  elif grep -q '/support/' "$file"; then
    printf 'import "%s/%s";\n' "$PWD" "$file" >>"$walks"
  else
    set -- "$@" "$file"
  fi
done
exec node --test --test-reporter=spec --test-concurrency=2 "$@"
