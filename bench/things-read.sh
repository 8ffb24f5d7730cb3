#!/usr/bin/env bash
# SensorThings: the questions R0 to R6 at 1,000,000 observations (or the number given), beside the bare SQL of each.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 1800 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.things.query.ReadingBench "$folder" "${1:-1000000}"
