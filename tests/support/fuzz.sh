#!/bin/bash
# Gives the file doctor files that it has never seen, for an hour or for $FUZZ_SECONDS, and stops at the first panic; with
# the argument "restore", gives them to the reader of backups. What is found new stays in target/fuzz. Needs a nightly
# compiler; cargo-fuzz is installed into target/tools.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
target=${1:-examine}
case $target in
  examine) found=$root/target/fuzz/found seeds=("$root/tests/fuzz/corpus" "$root/tests/doctor/corpus") longest=8192 ;;
  restore) found=$root/target/fuzz/found-backups seeds=("$root/tests/fuzz/backups") longest=32768 ;;
  *) echo "fuzz.sh [examine|restore]" >&2 && exit 2 ;;
esac
mkdir -p "$found"
PATH=$root/target/tools/bin:$PATH
if ! command -v cargo-fuzz >/dev/null; then
  cargo install cargo-fuzz --locked --root "$root/target/tools"
fi

cd "$root/tests/fuzz"
# Safe Rust throughout: a panic is what can be found, and without a sanitizer ten times as many files are tried.
cargo +nightly fuzz run "$target" --fuzz-dir . --sanitizer none --target-dir "$root/target/fuzz" \
  "$found" "${seeds[@]}" \
  -- -max_total_time="${FUZZ_SECONDS:-3600}" -max_len="$longest" -timeout=120 -dict="$root/tests/fuzz/words.dict" -print_final_stats=1
