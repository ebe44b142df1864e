#!/bin/sh
# Says where data stays. A package must not touch home folders, and these hold the only copy of connections.
set -e

case "$1" in
  remove)
    cat <<'END'
Certdesk is removed. Your data stays: connections in ~/.local/share/app.certdesk,
private keys in your keyring, in entries named Certdesk.
END
    ;;
  purge)
    echo "Certdesk data in home folders and keyrings isn't purged. Delete it there if you no longer need it."
    ;;
esac
