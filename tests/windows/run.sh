#!/bin/bash
# Builds the crates and all their tests for Windows, and runs them under Wine with the rules of Windows that Wine leaves
# out (rules.c). Prints a table, and ends with "N passed, N failed". With `domain`: without the shell, most of whose time
# goes into building Tauri.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/target.sh
. tests/windows/environment.sh
limit=2400 # seconds for each program
packages=(local-files netsuite-keys netsuite-client certdesk-core netsuite-practice rotation-matrix failure-diagnosis windows-rules)
[ "${1:-}" = domain ] || packages+=(certdesk secret-stores)
# One run at a time: each begins by ending what is left of an earlier one. Nothing that it starts keeps the lock.
mkdir -p "$out"
[ -n "${WINDOWS_TESTS_LOCKED:-}" ] || WINDOWS_TESTS_LOCKED=1 exec flock --close "$out/running" tests/windows/run.sh "$@"
failures=() differences=0 passed_in_all=0 failed_in_all=0

build() {
  x86_64-w64-mingw32-gcc -O2 -Wall -Wextra -Werror -c tests/windows/rules.c -o "$RULES_OBJECT.new"
  # Cargo does not know of the rules: what was linked with others is linked again.
  cmp -s "$RULES_OBJECT.new" "$RULES_OBJECT" || rm -f "$out"/x86_64-pc-windows-gnu/debug/deps/*.exe
  mv "$RULES_OBJECT.new" "$RULES_OBJECT"
  # In one call: separate ones choose other features for what they share, and build it again.
  cargo_for x86_64-pc-windows-gnu build --locked --tests --bins --message-format=json-render-diagnostics \
    --config profile.dev.debug=false --config profile.dev.package.netsuite-keys.opt-level=1 \
    "${packages[@]/#/--package=}" >"$out/build.json"
}

start_wine() {
  end_wine
  rm -rf "$WINEPREFIX" "$results"
  mkdir -p "$results"
  wine64 wineboot --init >/dev/null 2>&1
  local system=$WINEPREFIX/drive_c/windows/system32
  if [ ! -e "$system/bcryptprimitives.dll" ]; then
    x86_64-w64-mingw32-gcc -shared -O2 -o "$system/bcryptprimitives.dll" tests/windows/bcryptprimitives.c -ladvapi32
  fi
  # The web view's loader stands beside the app, but not beside its tests.
  export WINEPATH="Z:${out//\//\\}\\x86_64-pc-windows-gnu\\debug"
}

# crate, program, folder, file
programs() {
  jq --raw-output 'select(.reason == "compiler-artifact" and .profile.test and .executable)
    | [(.package_id | capture("(?<name>[^/#@]+)[#@][0-9.]+$").name), .target.name,
       (.manifest_path | sub("/[^/]*$"; "")), .executable] | @tsv' "$out/build.json" | sort
}

# run CRATE PROGRAM FOLDER FILE: its output goes to $results/CRATE.PROGRAM.
run() {
  local to=$results/$1.$2 status=0 arguments=(--test-threads=2)
  # Its processes start slowly under Wine: of the faults only a lost answer, with a kill at every point. `make test` has
  # all faults.
  [ "$2" != matrix ] || arguments=("drop after")
  (cd "$3" && timeout --kill-after=10 $limit wine64 "$4" "${arguments[@]}") >"$to" 2>"$to.errors" </dev/null || status=$?
  echo "$status" >"$to.status"
}

run_all() {
  local crate program folder file
  while IFS=$'\t' read -r crate program folder file; do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
    run "$crate" "$program" "$folder" "$file" &
  done < <(programs)
  wait
}

# outcomes FILE: "ok NAME" or "FAILED NAME" for each test.
outcomes() { sed -nE 's/^test (.*) \.\.\. (ok|FAILED)$/\2 \1/p' "$1"; }

row() { printf '%-18s %-18s %7s %7s  %s\n' "$@"; }

# fail CRATE PROGRAM WHAT
fail() { failures+=("$1 $2: $3"); }

judge() { # CRATE PROGRAM
  local to=$results/$1.$2 status passed=0 failed=0 expected=() outcome name reason
  status=$(cat "$to.status")
  while read -r outcome name; do
    reason=$(sed -nE "s/^$1 $2 ${name//\//\\/}: //p" tests/windows/expected-differences)
    [ -z "$reason" ] || differences=$((differences + 1))
    if [ -z "$reason" ]; then
      if [ "$outcome" = ok ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fail "$1" "$2" "$name"; fi
    elif [ "$outcome" = ok ]; then
      failed=$((failed + 1)); fail "$1" "$2" "$name passes, although it is expected to differ"
    else
      expected+=("$name: $reason")
    fi
  done < <(outcomes "$to")

  local announced counted=$((passed + failed + ${#expected[@]}))
  announced=$(awk '/^running [0-9]+ tests?$/ { sum += $2; any = 1 } END { if (any) print sum }' "$to")
  if [ -z "$announced" ] && [ "$status" = 0 ] && [ -s "$to" ]; then
    passed=1 # a program that is one test and prints a table of its own
  elif [ "$status" = 124 ]; then
    failed=$((failed + 1)); fail "$1" "$2" "still running after $limit seconds"
  elif ! grep -q '^test result: ' "$to"; then
    failed=$((failed + 1)); fail "$1" "$2" "ended early, with $status"
  elif [ "$counted" != $((announced - $(ignored "$to"))) ]; then
    failed=$((failed + 1)); fail "$1" "$2" "$announced tests announced, $counted told"
  fi
  row "$1" "$2" "$passed" "$failed" "${expected[0]:-}"
  printf '%s\n' "${expected[@]:1}" | sed '/^$/d; s/^/'"$(printf '%54s' '')"'/'
  passed_in_all=$((passed_in_all + passed)) failed_in_all=$((failed_in_all + failed))
}

ignored() { grep -c '^test .* \.\.\. ignored' "$1" || true; }

# The same tests of the rules without the rules: those that Wine leaves out must fail now, and only those.
judge_without_rules() {
  local crate program folder file right=0 wrong=0 outcome name must
  IFS=$'\t' read -r crate program folder file < <(programs | grep '^windows-rules')
  WINDOWS_RULES=off run windows-rules without "$folder" "$file"
  while read -r outcome name; do
    case "$name" in where_wine_differs::*) must=FAILED ;; *) must=ok ;; esac
    if [ "$outcome" = $must ]; then right=$((right + 1)); else
      wrong=$((wrong + 1)); fail windows-rules without "$name should be $must without the rules"
    fi
  done < <(outcomes "$results/windows-rules.without")
  if [ $right = 0 ]; then wrong=1; fail windows-rules without "nothing ran"; fi
  row windows-rules "without rules.c" "$right" "$wrong" "(Wine alone: what it leaves out must fail)"
  passed_in_all=$((passed_in_all + right)) failed_in_all=$((failed_in_all + wrong))
}

# Wine has this function for every program, Windows only for one whose manifest asks for version 6 of the common controls.
judge_imports() {
  local crate program folder file
  while IFS=$'\t' read -r crate program folder file; do
    if x86_64-w64-mingw32-objdump --private-headers "$file" | grep TaskDialogIndirect >/dev/null; then
      failed_in_all=$((failed_in_all + 1)); fail "$crate" "$program" "doesn't start on Windows: it imports TaskDialogIndirect"
    fi
  done < <(programs)
}

echo "== the build for Windows"
build
echo "   $SECONDS s"
trap end_wine EXIT
start_wine
echo "== the tests under $(wine64 --version)"
run_all
row crate program passed failed "expected differences"
while IFS=$'\t' read -r crate program _; do judge "$crate" "$program"; done < <(programs)
judge_without_rules
judge_imports
if [ "$differences" != "$(grep -cE '^[^#]' tests/windows/expected-differences)" ]; then
  failed_in_all=$((failed_in_all + 1)); fail tests/windows expected-differences "names a test that there is not"
fi
echo "   $SECONDS s"

if [ ${#failures[@]} -gt 0 ]; then
  printf '\nFailed; the output is in %s:\n' "$results"
  printf '  %s\n' "${failures[@]}"
fi
echo "$passed_in_all passed, $failed_in_all failed"
[ "$failed_in_all" = 0 ] && [ "$passed_in_all" -gt 0 ]
