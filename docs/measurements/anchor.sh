#!/usr/bin/env bash
# Compares the C yardstick of 'ipclint probe cost' with 'perf bench sched pipe': round trips of 4 bytes through pipes, both processes on one
# processor, in turn. Writes a table to standard output. Needs cc, perf and taskset.
#   docs/measurements/anchor.sh [PAIRS] [ROUNDS]        default 9 pairs of 100000
set -eu
cd -- "$(dirname -- "$0")/../.."
pairs=${1:-9}
rounds=${2:-100000}
cpu=$(($(nproc) - 1))
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cc -O2 -o "$folder/anchor" runtime-probe/src/main/resources/io/github/ipclint/probe/cost/anchor.c

echo "| pair | anchor, median µs | perf bench sched pipe, mean µs | ratio |"
echo "|--:|--:|--:|--:|"
for pair in $(seq "$pairs"); do
  ours=$("$folder/anchor" pipe "$rounds" 4 "$cpu" "$cpu" | awk '{ print $2 / 1000 }')
  theirs=$(taskset -c "$cpu" perf bench sched pipe -l "$rounds" 2> /dev/null | awk '/usecs\/op/ { print $1 }')
  awk -v pair="$pair" -v ours="$ours" -v theirs="$theirs" 'BEGIN { printf "| %d | %.2f | %.2f | %.2f |\n", pair, ours, theirs, ours / theirs }'
done | tee "$folder/rows"
awk -F'|' '{ print $5 + 0 }' "$folder/rows" | sort -n | awk '{ ratio[NR] = $1 } END { printf "\nMedian ratio %.2f [%.2f..%.2f]", ratio[int((NR + 1) / 2)], ratio[1], ratio[NR] }'
echo ", load $(cut -d' ' -f1 /proc/loadavg)."
