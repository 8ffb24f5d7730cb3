#!/usr/bin/env bash
# The index of 38 and of 5,000 areas, and the disclosure audit of a table of 200 × 50, beside plain array arithmetic.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
[ $# -gt 0 ] || set -- 38 5000
for what in "org.foyal.equality.index.EqualityBench $*" org.foyal.opendata.gate.GateBench; do
  # shellcheck disable=SC2086
  timeout 900 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" $what
done
