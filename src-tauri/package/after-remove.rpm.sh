# Says where data stays. A package must not touch home folders, and these hold the only copy of connections.
# $1 counts the versions that remain: 0 after the last one, 1 during an upgrade.
# shellcheck shell=sh
if [ "$1" = 0 ]; then
  # Tauri's bundler adds files only, so rpm doesn't own these folders.
  rmdir /usr/share/doc/certdesk /usr/share/licenses/certdesk 2>/dev/null || :
  cat <<'END'
Certdesk is removed. Your data stays: connections in ~/.local/share/app.certdesk,
private keys in your keyring, in entries named Certdesk.
END
fi
