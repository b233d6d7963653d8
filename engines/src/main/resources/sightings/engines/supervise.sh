#!/bin/sh
# Runs a command as long as standard input is open. Its end (also by kill -9 of the process that held it) means, for
# the command and all that it started: TERM, and KILL after 10 s.
# SUPERVISE_REMOVE names a folder to remove when the command has ended.
trap '' INT HUP
exec 3<&0
if command -v setsid >/dev/null 2>&1; then
  setsid "$@" </dev/null 3<&- &
  group=-
else
  "$@" </dev/null 3<&- &
  group=
fi
child=$!

signal() {
  kill -s "$1" -- "$group$child" 2>/dev/null
}

end() {
  signal TERM || kill -s TERM "$child" 2>/dev/null
  seconds=0
  while signal 0 && [ "$seconds" -lt 10 ]; do
    sleep 1
    seconds=$((seconds + 1))
  done
  signal KILL
}

(
  while read -r _ <&3; do :; done
  end
) &
watcher=$!
exec 3<&-
trap 'signal TERM' TERM
wait "$child"
code=$?
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  code=$?
done
kill "$watcher" 2>/dev/null
# What it started may need a moment longer.
if signal 0; then
  end
fi
if [ -n "${SUPERVISE_REMOVE:-}" ]; then
  rm -rf -- "$SUPERVISE_REMOVE"
fi
exit "$code"
