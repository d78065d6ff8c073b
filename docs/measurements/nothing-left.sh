#!/usr/bin/env bash
# What is left of runs that are killed, that find no room on the disk, or whose subject forks without end: System V objects, POSIX objects,
# folders and processes. Writes a table to standard output; exit code 1 if anything is left.
#   docs/measurements/nothing-left.sh [KILLS]       default 50; IPCLINT names the program (default: ./ipclint of this project)
set -eu
cd -- "$(dirname -- "$0")/../.."
program=${IPCLINT:-./ipclint}
kills=${1:-50}
work=$(mktemp -d)
export TMPDIR=$work/temporary
mkdir "$TMPDIR"
export JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=$TMPDIR"
trap 'rm -rf "$work"' EXIT
RANDOM=7
failed=

# Objects that this user made, and what lies in the temporary folder. Others on the machine may come and go.
objects() {
  for kind in shm msg sem; do
    awk -v kind="$kind" -v user="$(id -u)" 'NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next } $column["cuid"] == user { print kind, $1, $2 }' "/proc/sysvipc/$kind"
  done
  find /dev/shm /dev/mqueue -maxdepth 1 -name '*ipclint*' 2> /dev/null || true
  find "$TMPDIR" -mindepth 1
}

# below PID: the process and all that descend from it
below() {
  local child
  echo "$1"
  for child in $(cat /proc/"$1"/task/*/children 2> /dev/null || true); do
    below "$child"
  done
}

# gone PID...: whether all end within five seconds
gone() {
  local pid tries
  for tries in $(seq 100); do
    for pid in "$@"; do
      if [ -d "/proc/$pid" ] && ! grep -q '^State:.[ZX]' "/proc/$pid/status" 2> /dev/null; then
        sleep 0.05
        continue 2
      fi
    done
    return 0
  done
  return 1
}

# row NAME RUNS BEFORE PROCESSES-LEFT REMARK
row() {
  local left
  objects > "$work/after"
  left=$(comm -13 <(sort "$3") <(sort "$work/after"))
  [ -z "$left" ] && [ "$4" = 0 ] || failed=yes
  printf '| %s | %s | %s | %s | %s |\n' "$1" "$2" "$(printf '%s' "$left" | grep -c . || true)" "$4" "$5"
}

# kill_at_random NAME SECONDS ARGUMENTS...
kill_at_random() {
  local name=$1 seconds=$2 left=0 seen=0 i pid
  shift 2
  objects > "$work/before"
  for i in $(seq "$kills"); do
    "$program" "$@" > /dev/null 2>&1 &
    pid=$!
    sleep "$(awk -v random="$RANDOM" -v seconds="$seconds" 'BEGIN { print 0.3 + random / 32768 * seconds }')"
    mapfile -t family < <(below "$pid")
    seen=$((seen + ${#family[@]}))
    kill -KILL "$pid" 2> /dev/null || true
    wait "$pid" 2> /dev/null || true
    gone "${family[@]}" || left=$((left + 1))
  done
  row "$name" "$kills" "$work/before" "$left" "$((seen / kills)) processes on average when it was killed"
}

mkdir "$work/sources"
cat > "$work/sources/forks.c" << 'C'
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <unistd.h>

int main(void)
{
    if (msgget(IPC_PRIVATE, IPC_CREAT | 0600) == -1)
        return EXIT_FAILURE;
    for (;;)
        fork();
}
C

echo "| what happens | runs | objects and files left | runs with processes left | |"
echo "|---|--:|--:|--:|---|"
kill_at_random "\`probe claims\`, SIGKILL at a random moment" 8 probe claims
kill_at_random "\`check --confirm\`, SIGKILL at a random moment" 8 check --confirm --fail-on never fixtures/src/main/run

objects > "$work/before"
start=$SECONDS
"$program" check --confirm --fail-on never "$work/sources" > "$work/said" 2>&1 &
pid=$!
sleep 2
mapfile -t family < <(below "$pid")
wait "$pid" || true
left=0
gone "${family[@]}" || left=1
row "a subject that forks without end" 1 "$work/before" "$left" "$((SECONDS - start)) s, $(grep -o 'confirmed\|possible\|not seen\|inconclusive' "$work/said" | head -1)"

objects > "$work/before"
small=$work/small
namespaces=--mount
[ "$(id -u)" = 0 ] || namespaces="--user --map-root-user --mount"
mkdir "$small"
for arguments in "probe claims --filter 003" "check --confirm --fail-on never fixtures/src/main/run/missing-ipc-rmid/misuse_queue.c"; do
  code=0
  # shellcheck disable=SC2086
  unshare $namespaces sh -c 'SMALL=$1; export SMALL; mount -t tmpfs -o size=64k none "$1" && { cat /dev/zero > "$1/full" 2> /dev/null || true; } && shift && JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=$SMALL" TMPDIR=$SMALL "$@"; code=$?; [ "$(ls "$SMALL")" = full ] || exit 99; exit $code' \
    sh "$small" "$program" $arguments > "$work/said" 2>&1 || code=$?
  row "temporary folder full: \`${arguments%% --f*}\`" 1 "$work/before" "$([ "$code" = 99 ] && echo 1 || echo 0)" "exit code $code, $(tail -1 "$work/said" | sed 's/.*[;:] *//')"
done

[ -z "$failed" ]
