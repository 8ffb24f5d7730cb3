#!/usr/bin/env bash
# Filing by 64 people at once, the map and the public list at 10,000 and 2,000,000 reports, beside the same rows and statements bare.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 2400 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.requests.RequestsBench "$folder"
