#!/bin/bash
# Type-checks everything for macOS on any system. Nothing is linked and nothing runs, so an Apple compiler is not needed:
# its stand-ins beside this file answer what build scripts ask.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/target.sh

export CARGO_TARGET_DIR=$PWD/target/macos SDKROOT=$PWD/target/macos/sdk PATH=$PWD/tests/macos:$PATH
export CC_aarch64_apple_darwin=apple-cc CXX_aarch64_apple_darwin=apple-cc
export AR_aarch64_apple_darwin=apple-ar RANLIB_aarch64_apple_darwin=true
mkdir -p "$SDKROOT"
cargo_for aarch64-apple-darwin check --locked --all-targets --package local-files --package netsuite-keys --package netsuite-client --package certdesk-core \
  --package netsuite-practice --package certdesk --package secret-stores --package rotation-matrix --package failure-diagnosis
