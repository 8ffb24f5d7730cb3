#!/usr/bin/env bash
# « Ma fibre » at 50,000 and at 5,000,000 premises, beside the bare SELECT of the same building, cabinet and offers.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 2400 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.fibre.asking.FibreAddressBench "$folder"
