#!/usr/bin/env bash
# Observations a second from 8, 32 and 64 senders of one and from four senders of 100 and 1,000, beside a bare group commit in turns of a second.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 900 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.things.intake.IntakeBench "$folder" "${SECONDS_A_FIGURE:-10}"
