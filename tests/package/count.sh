# To be sourced by the checks of packages: each states a sentence and counts.
# shellcheck shell=bash

passed=0
failed=0

# check SENTENCE COMMAND...: the output of a command shows only where it fails.
check() {
  local sentence=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok   $sentence"
    passed=$((passed + 1))
  else
    echo "FAIL $sentence"
    [ -z "$output" ] || printf '       %s\n' "${output//$'\n'/$'\n'       }"
    failed=$((failed + 1))
  fi
}

# total: the last line, and the exit code.
total() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}

# summarize SENTENCE: shows it in the workflow's job summary, too.
summarize() {
  echo "$1"
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || echo "$1" >>"$GITHUB_STEP_SUMMARY"
}

# one FILE...: the only file of a pattern.
one() {
  if [ $# != 1 ] || [ ! -f "$1" ]; then
    echo "There is not one package but: $*. Run make package first." >&2
    exit 66
  fi
  echo "$1"
}
