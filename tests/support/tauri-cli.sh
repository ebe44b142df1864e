# To be sourced from the top of the tree. Puts the command-line tool that Tauri publishes for Node first on the path;
# it is kept out of the tree.
# shellcheck shell=bash
tauri_cli=2.12.5 # of @tauri-apps/cli; keep it equal to `tauri` in Cargo.lock
if [ "$(cat target/tauri-cli/installed 2>/dev/null || true)" != "$tauri_cli" ]; then
  mkdir -p target/tauri-cli
  npm install --prefix target/tauri-cli --no-save --no-audit --no-fund --loglevel=error "@tauri-apps/cli@$tauri_cli"
  printf '%s' "$tauri_cli" >target/tauri-cli/installed
fi
PATH=$PWD/target/tauri-cli/node_modules/.bin:$PATH
export PATH
