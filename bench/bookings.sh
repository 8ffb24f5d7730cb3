#!/usr/bin/env bash
# 10,000 attempts on 50 slots of machines at 64 connections beside a bare constrained INSERT each; when 30 machines are free over three months among 100,000 bookings.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 900 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.fablab.booking.BookingBench "$folder"
