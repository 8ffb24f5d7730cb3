#!/usr/bin/env bash
# Points that find their neighbourhood, beside JTS alone over the same 38 polygons.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
"$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.territory.AreaAtBench cities/fort-de-france/fdf_quartiers_iris_approches.geojson
