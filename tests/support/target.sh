# To be sourced, from inside the tree: Cargo for a system that is not this one.
# shellcheck shell=sh

# has_std TARGET: whether the tree's toolchain brings Rust's std for it. rustup installs it where it can be reached.
has_std() {
  for std in "$(rustc --print sysroot 2>/dev/null)/lib/rustlib/$1/lib"/libstd-*.rlib; do
    [ ! -e "$std" ] || return 0
  done
  return 1
}

# has_std_sources: whether Debian's newest compiler is there, with what it needs to build std for any target.
has_std_sources() {
  [ -x /usr/bin/cargo ] && [ -e "$(/usr/bin/rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock" ]
}

# cargo_for TARGET COMMAND ARGUMENTS...
cargo_for() {
  other=$1
  command=$2
  shift 2
  if has_std "$other"; then
    cargo "$command" --target "$other" "$@"
  else
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 /usr/bin/cargo "$command" -Z build-std=std,panic_abort --target "$other" "$@"
  fi
}
