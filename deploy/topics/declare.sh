#!/bin/sh
# Declares the topics of topics.csv: makes those that are missing and sets settings that differ. Never removes a topic and never changes the
# number of partitions, which would send later events of a key past earlier ones: it says so instead.
# Needs KAFKA_BOOTSTRAP_SERVERS, and kafka-topics.sh and kafka-configs.sh on the PATH. Argument: the file (default: beside this script).
set -eu

: "${KAFKA_BOOTSTRAP_SERVERS:?is not set}"
file=${1:-$(dirname "$0")/topics.csv}

head -n 1 "$file" | grep -qx 'topic,partitions,config' || { echo "$file must begin with topic,partitions,config" >&2; exit 1; }
described=$(kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --describe | grep 'PartitionCount' || true)

tail -n +2 "$file" | while IFS=, read -r topic partitions settings; do
  [ -n "$topic" ] || continue
  [ -n "$partitions" ] && [ -n "$settings" ] || { echo "$file has a line without three columns: $topic" >&2; exit 1; }

  # One line a topic: Topic: a  TopicId: …  PartitionCount: 3  ReplicationFactor: 1  Configs: a=b,c=d
  found=$(printf '%s\n' "$described" | awk -v topic="$topic" '$1 == "Topic:" && $2 == topic')
  if [ -z "$found" ]; then
    # shellcheck disable=SC2046 -- one --config for each setting; none has a space
    kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists --topic "$topic" \
      --partitions "$partitions" --replication-factor 1 $(printf '%s' "$settings" | tr ';' '\n' | sed 's/^/--config /') </dev/null
    continue
  fi

  count=$(printf '%s\n' "$found" | sed -n 's/.*PartitionCount: *\([0-9]*\).*/\1/p')
  [ "$count" = "$partitions" ] || echo "$topic has $count partitions, $file says $partitions: left as it is." >&2
  now=",$(printf '%s\n' "$found" | sed -n 's/.*Configs: *\([^[:space:]]*\).*/\1/p'),"
  for setting in $(printf '%s' "$settings" | tr ';' ' '); do
    case "$now" in
      *",$setting,"*) ;;
      *) kafka-configs.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --alter --entity-type topics --entity-name "$topic" --add-config "$setting" </dev/null ;;
    esac
  done
done
echo "The topics of $(basename "$file") are declared."
