#!/usr/bin/env bash
# Sends forms at the limit of 2 GB and one byte over it to the import page of the packaged program with 128 MB of memory:
# read or refused, how fast, and how much memory the program took. Needs 5 GB of free space for a moment.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/common.sh

build_foyal
folder=$(mktemp -d)
trap 'stop_all; rm -rf "$folder"' EXIT
site=http://localhost:18080
password='lampadaire crevette orage violon'

"$JAVA_HOME/bin/java" -Xmx128m -Djava.io.tmpdir="$folder" -jar target/foyal.jar --server.port=18080 \
  --foyal.shell.data="$folder/data" > "$folder/foyal.log" 2>&1 &
pid=$!
started+=("$pid")
await "$site/fr/"
for _ in $(seq 100); do grep -q '/staff/invitation/' "$folder/foyal.log" && break; sleep 0.1; done

page() { curl -sS -b "$folder/cookies" -c "$folder/cookies" "$@"; }
proof() { page "$site$1" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -n 1; }
form() { # PATH FIELD=VALUE… : opens the page, fills its form, sends it
  local path=$1 fields=()
  shift
  for field in "_csrf=$(proof "$path")" "$@"; do fields+=(--data-urlencode "$field"); done
  page "${fields[@]}" "$site$path"
}
invitation=$(grep -o '/fr/staff/invitation/[^ ]*' "$folder/foyal.log" | head -n 1)
code=$(form "$invitation" name=Ada email=ada@example.org "password=$password" "again=$password" factor=sheet |
  grep -oE '[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}' | head -n 1)
form /fr/staff/sign-in email=ada@example.org "password=$password" > /dev/null
form /fr/staff/sign-in/code "code=$code" > /dev/null

upload() { # BYTES ENCODING : sends a form of so many bytes in all, prints status and seconds
  local proof open close
  proof=$(proof /fr/staff/imports)
  open=$(printf -- '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n%s\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="exemple.csv"\r\n\r\nunknown,columns' "$proof")
  close=$(printf -- '--x--')
  local file=$(($1 - ${#open} - ${#close} - 5)) # line ends are the rest
  { printf '%s\n' "$open"; yes 'some text, of some file' | head -c "$file"; printf '\r\n%s\r\n' "$close"; } 2> /dev/null |
    page -o "$folder/answer.html" -w '%{http_code} in %{time_total} s\n' -H 'Content-Type: multipart/form-data; boundary=x' \
      -H "$2" -H 'Expect:' -X POST -T - "$site/fr/staff/imports/trials" || true
}
limit=$((2 * 1024 * 1024 * 1024))
echo "upload: a form of 2 GB, in chunks: $(upload "$limit" 'Transfer-Encoding: chunked')"
echo "upload: a form of 2 GB and one byte, in chunks: $(upload $((limit + 1)) 'Transfer-Encoding: chunked')"
echo "upload: afterwards the home page says $(page -o /dev/null -w '%{http_code}' "$site/fr/"), the program's memory was $(awk '/^VmHWM:/ {print int($2 / 1024)}' "/proc/$pid/status") MiB at most"
! grep -E 'OutOfMemory|incident' "$folder/foyal.log"
