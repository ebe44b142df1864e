#!/bin/bash
# Gives the file doctor files that it has never seen, for an hour or for $FUZZ_SECONDS, and stops at the first panic. What
# is found new stays in target/fuzz/found. Needs a nightly compiler; cargo-fuzz is installed into target/tools.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
found=$root/target/fuzz/found
mkdir -p "$found"
PATH=$root/target/tools/bin:$PATH
if ! command -v cargo-fuzz >/dev/null; then
  cargo install cargo-fuzz --locked --root "$root/target/tools"
fi

cd "$root/tests/fuzz"
# Safe Rust throughout: a panic is what can be found, and without a sanitizer ten times as many files are tried.
cargo +nightly fuzz run examine --fuzz-dir . --sanitizer none --target-dir "$root/target/fuzz" \
  "$found" "$root/tests/fuzz/corpus" "$root/tests/doctor/corpus" \
  -- -max_total_time="${FUZZ_SECONDS:-3600}" -max_len=8192 -timeout=120 -dict="$root/tests/fuzz/words.dict" -print_final_stats=1
