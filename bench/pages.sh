#!/usr/bin/env bash
# Pages a second, home and an area: Foyal beside Spring and JTE that write the same bytes from memory.
# 32 connections, 10 seconds each after 10 of warm-up, one server at a time, `wrk` on the same two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/common.sh

build_foyal
build_hello
folder=$(mktemp -d)
trap 'stop_all; rm -rf "$folder"' EXIT

rate() { wrk -t1 -c32 -d10s "$1" | awk '/Requests\/sec/ {print $2}'; }

"$JAVA_HOME/bin/java" -Xmx512m -cp target/app/foyal.jar:target/foyal-demo.jar org.foyal.Foyal --server.port=18080 \
  --foyal.shell.data="$folder/data" --foyal.shell.pages-per-minute=100000000 \
  --spring.config.additional-location=file:cities/fort-de-france/city.properties > "$folder/foyal.log" 2>&1 &
foyal=$!
started+=("$foyal")
await http://127.0.0.1:18080/fr/areas/972090101
curl -s http://127.0.0.1:18080/fr/ > "$folder/home.html"
curl -s http://127.0.0.1:18080/fr/areas/972090101 > "$folder/area.html"
for page in / /areas/972090101; do
  rate "http://127.0.0.1:18080/fr$page" > /dev/null
  rate "http://127.0.0.1:18080/fr$page" > "$folder/rate-$(basename "$page" | tr -d /)"
done
stop "$foyal"

for page in home area; do
  "$JAVA_HOME/bin/java" -Xmx512m -jar bench/hello/target/hello.jar --server.port=18090 --page="$folder/$page.html" > "$folder/hello.log" 2>&1 &
  hello=$!
  started+=("$hello")
  await http://127.0.0.1:18090/
  rate http://127.0.0.1:18090/ > /dev/null
  rate http://127.0.0.1:18090/ > "$folder/bare-$page"
  stop "$hello"
done
echo "pages: home $(cat "$folder/rate-") a second, bare $(cat "$folder/bare-home"), ratio $(ratio "$(cat "$folder/rate-")" "$(cat "$folder/bare-home")")"
echo "pages: area $(cat "$folder/rate-972090101") a second, bare $(cat "$folder/bare-area"), ratio $(ratio "$(cat "$folder/rate-972090101")" "$(cat "$folder/bare-area")")"
