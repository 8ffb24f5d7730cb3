#!/usr/bin/env bash
# A file of fibre premises brought in, 1,000,000 and 5,000,000 rows or as many as the words say, beside a bare COPY of the
# same columns; then the same file again. The heap is 512 MB for both: memory stays flat or the program dies.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
[ $# -gt 0 ] || set -- 1000000 5000000
for rows in "$@"; do
  timeout 3000 "$JAVA_HOME/bin/java" -Xmx512m -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
    org.foyal.fibre.files.FibreImportBench "$folder/$rows" "$rows"
  rm -rf "${folder:?}/$rows"
done
