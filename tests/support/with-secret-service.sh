#!/bin/bash
# with-secret-service.sh COMMAND...
#
# Runs a command in a D-Bus session of its own with an unlocked, throw-away Secret Service (gnome-keyring). Works as
# root, without a display and without systemd. HOME stays, so that toolchains are found; everything the session writes
# goes to a folder that is deleted afterwards. CERTDESK_TEST_SECRET_SERVICE=1 tells a test that the service is there:
# a test that needs one and does not see it has to fail, not to skip itself.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: with-secret-service.sh COMMAND..." >&2; exit 64; }

session=$(mktemp -d)
trap 'rm -rf "$session"' EXIT
mkdir -m 700 "$session"/{data,config,cache,run}
export XDG_DATA_HOME=$session/data XDG_CONFIG_HOME=$session/config
export XDG_CACHE_HOME=$session/cache XDG_RUNTIME_DIR=$session/run
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
# Any password but an empty one makes and unlocks the collection "login".
printf throw-away >"$session/password"
export CERTDESK_TEST_SESSION=$session

status=0
# shellcheck disable=SC2016 # the inner shell expands these
dbus-run-session -- bash -c '
  # In the foreground: a daemon that forks away can outlive its bus.
  gnome-keyring-daemon --foreground --unlock --components=secrets <"$CERTDESK_TEST_SESSION/password" >/dev/null 2>&1 &
  keyring=$!
  owned() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
      org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true
  }
  for attempt in $(seq 200); do
    owned && break
    if [ "$attempt" = 200 ] || ! kill -0 "$keyring" 2>/dev/null; then
      echo "with-secret-service: no Secret Service came up" >&2
      exit 97
    fi
    sleep 0.05
  done
  export CERTDESK_TEST_SECRET_SERVICE=1
  status=0
  "$@" || status=$?
  kill "$keyring" && wait "$keyring" || true
  exit "$status"
' in-session "$@" || status=$?
exit "$status"
