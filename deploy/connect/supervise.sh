#!/bin/sh
# Keeps every connector running: standalone Connect forgets its connectors when it ends and never restarts a failed task.
# Registers each *.json of a folder that Connect does not know and restarts what has failed, in rounds, until it is ended.
#
# Needs curl. CONNECT_URL: Connect's REST interface. CONNECTORS: the folder (default: that of this script). ROUND_SECONDS: the pause (default 2).
# STREAMING_FILE exists while every connector and task ran in the last round (default /tmp/streaming).
set -u

: "${CONNECT_URL:?is not set}"
folder=${CONNECTORS:-$(dirname "$0")}
round=${ROUND_SECONDS:-2}
streaming=${STREAMING_FILE:-/tmp/streaming}
longest=15

say() { echo "connectors: $*"; }
rest() { curl --silent --show-error --max-time 20 "$@"; }

# The first "name" of the file; the file itself is what POST /connectors takes.
name_of() { sed -n 's/^[[:space:]]*"name"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$1" | head -n 1; }

register() {
  answer=$(rest --output /dev/null --write-out '%{http_code}' --header 'Content-Type: application/json' --data-binary "@$2" "$CONNECT_URL/connectors") || return
  case "$answer" in
    2??) say "$1 is registered" ;;
    409) ;; # Connect is busy with another change, or somebody was quicker: the next round sees.
    *) say "$1 was not taken: Connect answered $answer" ;;
  esac
}

# A pause that doubles keeps a task that fails at once from doing nothing but failing. Pauses are counted in rounds, by connector.
restart() {
  key=$(printf '%s' "$1" | tr -c 'A-Za-z0-9' '_')
  eval "wait=\${wait_$key:-0} last=\${last_$key:-0}"
  if [ "$wait" -gt 0 ]; then
    eval "wait_$key=$((wait - 1))"
    return
  fi
  next=$((last * 2 + 1))
  [ $((next * round)) -le "$longest" ] || next=$last
  eval "wait_$key=$next last_$key=$next ran_$key=0"
  say "$1 failed and is restarted: $(printf '%s' "$2" | sed -n 's/.*"trace":"\([^"\\]*\).*/\1/p' | cut -c 1-300)"
  rest --output /dev/null --request POST "$CONNECT_URL/connectors/$1/restart?includeTasks=true&onlyFailed=true" || true
}

# A task runs for a moment before it fails again: the pause is forgotten only after a while.
ran() {
  key=$(printf '%s' "$1" | tr -c 'A-Za-z0-9' '_')
  eval "ran=\$((\${ran_$key:-0} + 1))"
  eval "ran_$key=$ran"
  [ $((ran * round)) -lt "$longest" ] || eval "wait_$key=0 last_$key=0"
}

once() {
  known=$(rest --fail "$CONNECT_URL/connectors") || { rm -f "$streaming"; return; }
  all=yes
  for file in "$folder"/*.json; do
    name=$(name_of "$file")
    case "$known" in
      *"\"$name\""*) ;;
      *) all=no; register "$name" "$file"; continue ;;
    esac
    status=$(rest --fail "$CONNECT_URL/connectors/$name/status") || { all=no; continue; }
    case "$status" in
      *'"state":"FAILED"'*) all=no; restart "$name" "$status" ;;
      # The connector's state comes before the tasks; both have to run.
      *'"state":"RUNNING"'*'"tasks":[{'*'"state":"RUNNING"'*) ran "$name" ;;
      *) all=no ;;
    esac
  done
  if [ "$all" = yes ]; then
    [ -e "$streaming" ] || say "all are streaming"
    : > "$streaming"
  else
    rm -f "$streaming"
  fi
}

trap 'exit 0' INT TERM
rm -f "$streaming"
[ -e "$(ls "$folder"/*.json 2>/dev/null | head -n 1)" ] || { say "no *.json in $folder"; exit 1; }
while :; do
  once
  # In the background, so that a signal ends the wait at once.
  sleep "$round" &
  wait $!
done
