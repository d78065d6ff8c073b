#!/usr/bin/env bash
# Times ipclint on folders of C, cold and as a whole process, beside cppcheck where that is installed.
#   docs/measurements/speed.sh [-n RUNS] FOLDER...
# Prints a row for each run: folder, lines, tool, wall seconds, CPU seconds, peak MiB, lines per second of wall time, and ipclint's own
# count of what it analysed. Figures of one machine are comparable only within one call: both tools take turns.
set -uo pipefail

runs=3
[ "${1:-}" != -n ] || { runs=$2; shift 2; }
[ $# -gt 0 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
command -v /usr/bin/time > /dev/null || { echo "speed.sh: needs GNU time (Debian: apt-get install time)" >&2; exit 2; }
home=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# row FOLDER LINES TOOL COMMAND...: one run
row() {
  local folder=$1 lines=$2 tool=$3 wall user system peak counted; shift 3
  /usr/bin/time -q -o "$scratch/time" -f '%e %U %S %M' "$@" > "$scratch/out" 2> "$scratch/err"
  read -r wall user system peak < <(tail -n 1 "$scratch/time")
  counted=$(grep -h '^analysed' "$scratch/out" | tail -n 1)
  awk -v f="$folder" -v l="$lines" -v t="$tool" -v w="$wall" -v u="$user" -v s="$system" -v p="$peak" -v c="$counted" \
    'BEGIN { printf "%-16s %8d %-9s %7.2f %7.2f %6d %9d  %s\n", f, l, t, w, u + s, p / 1024, l / w, c }'
}

"$home/ipclint" --version > /dev/null || exit 3   # builds it, if need be
printf '%-16s %8s %-9s %7s %7s %6s %9s\n' folder lines tool wall cpu MiB lines/s
for folder in "$@"; do
  lines=$(find "$folder" -name '*.[ch]' -type f -exec cat {} + | wc -l)
  for ((run = 0; run < runs; run++)); do
    row "$(basename "$folder")" "$lines" ipclint "$home/ipclint" check --fail-on never --root "$folder" "$folder"
    ! command -v cppcheck > /dev/null || row "$(basename "$folder")" "$lines" cppcheck \
      timeout "${LIMIT:-600}" cppcheck -q --enable=warning --library=posix "$folder"
  done
done
