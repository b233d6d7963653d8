#!/bin/sh
# Runs a command as long as standard input is open. Its end (also by kill -9 of the process that held it) means:
# TERM, and KILL after 10 s. SUPERVISE_REMOVE names a folder to remove when the command has ended.
trap '' INT HUP
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(
  while read -r _ <&3; do :; done
  kill -TERM "$child" 2>/dev/null
  seconds=0
  while kill -0 "$child" 2>/dev/null && [ "$seconds" -lt 10 ]; do
    sleep 1
    seconds=$((seconds + 1))
  done
  kill -KILL "$child" 2>/dev/null
) &
watcher=$!
exec 3<&-
trap 'kill -TERM "$child" 2>/dev/null' TERM
wait "$child"
code=$?
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  code=$?
done
kill "$watcher" 2>/dev/null
if [ -n "${SUPERVISE_REMOVE:-}" ]; then
  rm -rf -- "$SUPERVISE_REMOVE"
fi
exit "$code"
