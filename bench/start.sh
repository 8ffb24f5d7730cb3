#!/usr/bin/env bash
# Second start to first page, and resident memory after 1,000 pages: Foyal beside the bare hello-world.
# Both on the same JVM with the same flags, each started three times on kept data; the median counts. Foyal is started as
# one jar, unpacked, and unpacked with Java's cache (ops/unpack), as bin/run and the service start it.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/common.sh

build_foyal
build_hello
folder=$(mktemp -d)
trap 'stop_all; rm -rf "$folder"' EXIT
echo '<!doctype html><title>hello</title><p>hello' > "$folder/hello.html"

measure() { # NAME HEALTH COMMAND… : prints milliseconds to the first page, then MiB after 1,000 pages (PostgreSQL's included)
  local name=$1 url=$2
  shift 2
  local runs=() memory=0 begin_ms
  for _ in 1 2 3; do
    begin_ms=$(date +%s%3N)
    "$@" > "$folder/$name.log" 2>&1 &
    pid=$!
    started+=("$pid")
    await "$url"
    runs+=($(($(date +%s%3N) - begin_ms)))
    wrk -t1 -c4 -d3s "$url" > /dev/null
    memory=$(memory_mib "$pid" "$folder")
    stop "$pid"
  done
  printf '%s %s\n' "$(printf '%s\n' "${runs[@]}" | sort -n | sed -n 2p)" "$memory"
}

# the first start makes the database; only later ones are measured
"$JAVA_HOME/bin/java" -jar target/foyal.jar --server.port=18080 --foyal.shell.data="$folder/data" \
  --foyal.shell.pages-per-minute=100000000 > "$folder/first.log" 2>&1 &
pid=$!
started+=("$pid")
await http://127.0.0.1:18080/fr/
stop "$pid"

read -r hello_ms hello_mib < <(measure hello http://127.0.0.1:18090/ \
  "$JAVA_HOME/bin/java" -Xmx512m -jar bench/hello/target/hello.jar --server.port=18090 --page="$folder/hello.html")
echo "start: hello-world $hello_ms ms, $hello_mib MiB"

foyal() { # NAME FLAG… : measures Foyal started with these flags for Java
  local name=$1 ms mib
  shift
  read -r ms mib < <(measure foyal http://127.0.0.1:18080/fr/ "$JAVA_HOME/bin/java" -Xmx512m \
    --enable-native-access=ALL-UNNAMED "$@" --server.port=18080 --foyal.shell.data="$folder/data" \
    --foyal.shell.pages-per-minute=100000000)
  echo "start: Foyal with its PostgreSQL, $name: $ms ms, $mib MiB; ratio $(ratio "$ms" "$hello_ms") in time, $(ratio "$mib" "$hello_mib") in memory"
}
foyal 'one jar' -jar target/foyal.jar
foyal 'unpacked, no cache' -jar target/app/foyal.jar
foyal "unpacked, Java's cache" -XX:AOTCache=target/app/foyal.aot -jar target/app/foyal.jar
