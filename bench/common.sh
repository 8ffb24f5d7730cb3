# Sourced by the benches: builds, starts and stops what they compare. Everything listens on loopback.
. bin/.jdk
. bin/.build
started=()

need() { # COMMAND PACKAGE
  command -v "$1" > /dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get install -y -qq "$2" > /dev/null
  else
    echo "The bench needs $1: install the package $2." >&2
    exit 1
  fi
}
need wrk wrk

build_foyal() { build_when_needed; }
build_hello() { [ -e bench/hello/target/hello.jar ] || ./mvnw -q -f bench/hello/pom.xml package; }

await() { # URL : until it answers, a minute at most
  for _ in $(seq 1200); do
    curl -sf -o /dev/null "$1" && return
    sleep 0.05
  done
  echo "$1 does not answer" >&2
  exit 1
}

stop() { kill "$1" 2> /dev/null || true; wait "$1" 2> /dev/null || true; }
stop_all() { for p in "${started[@]}"; do stop "$p"; done; }

memory_mib() { # PID FOLDER : resident memory of the program and of the PostgreSQL that runs on FOLDER, shared pages counted once (Pss)
  local total=0 p kib
  for p in "$1" $(pgrep -f "$2/data/postgres" || true); do
    kib=$(awk '/^Pss:/ {print $2}' "/proc/$p/smaps_rollup" 2> /dev/null || echo 0)
    total=$((total + ${kib:-0}))
  done
  if [ -r "$2/data/postgres/postmaster.pid" ]; then
    for p in $(pgrep -P "$(head -n 1 "$2/data/postgres/postmaster.pid")" || true); do
      kib=$(awk '/^Pss:/ {print $2}' "/proc/$p/smaps_rollup" 2> /dev/null || echo 0)
      total=$((total + ${kib:-0}))
    done
  fi
  echo $((total / 1024))
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
