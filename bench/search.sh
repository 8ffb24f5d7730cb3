#!/usr/bin/env bash
# Searches while typing, at the real 876 streets and at 1,000,000 generated addresses, beside pg_trgm on one column.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
"$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.territory.search.SearchBench "$folder" cities/fort-de-france/fdf_voies_osm.csv
