#!/bin/bash
# A dump every night at 02:30, and one at once when there is none from today. A broken dump never replaces a good one.
set -uo pipefail
dumps=/var/lib/postgresql
while true; do
  today=$(date +%F)
  if [ ! -f "$dumps/karavaan-$today.dump" ]; then
    if pg_dump --format=custom --file="$dumps/new.dump" && pg_restore --list "$dumps/new.dump" >/dev/null; then
      mv "$dumps/new.dump" "$dumps/karavaan-$today.dump"
      find "$dumps" -name 'karavaan-*.dump' -mtime "+${KEEP_DAYS:-30}" -delete
      echo "dumped karavaan-$today.dump"
    else
      echo 'the dump failed; trying again in ten minutes' >&2
      sleep 600
      continue
    fi
  fi
  sleep $(( $(date -d 'tomorrow 02:30' +%s) - $(date +%s) ))
done
