#!/usr/bin/env bash
# The calendars of 1,000 and 10,000 sessions, all and a trainer's, beside the bare rows written as text; time, bytes, memory held.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 900 "$JAVA_HOME/bin/java" -Xmx512m -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.learning.calendars.CalendarBench "$folder"
