#!/usr/bin/env bash
# The coverage of all areas at a past date, at 50,000 and at 5,000,000 premises (or as the words say), beside the bare SELECT.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
[ $# -gt 0 ] || set -- 50000 5000000
timeout 3000 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.fibre.coverage.FibreCoverageBench "$folder" "$@"
