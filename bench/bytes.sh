#!/usr/bin/env bash
# Bytes over the wire of a first visit (home, search, an area) and of reporting a problem in a real browser, beside the budget of 60 kB without the map.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -B -ntp test -Dtest=FirstVisitTest | grep -E "first visit|reporting|bytes|Tests run:.*FirstVisit|BUILD FAILURE"
