#!/usr/bin/env bash
# Grades all statements three times, the third time beside one busy loop for each processor; started by root, as an ordinary user, too.
# Compares the grades and writes a table to standard output. Exit code 1 if two runs of one user differ, or a grade is not the declared one.
#   docs/measurements/claims.sh        IPCLINT names the program (default: ./ipclint of this project), USER_ID the ordinary user (default 65534)
set -eu
cd -- "$(dirname -- "$0")/../.."
program=${IPCLINT:-./ipclint}
user=${USER_ID:-65534}
folder=$(mktemp -d)
chmod 755 "$folder"
hogs=()
trap 'stop_hogs; rm -rf "$folder"' EXIT

start_hogs() {
  for _ in $(seq "$(nproc)"); do
    ( while :; do :; done ) &
    hogs+=($!)
  done
}

stop_hogs() {
  for hog in ${hogs[@]+"${hogs[@]}"}; do
    kill "$hog" 2> /dev/null || true
  done
  wait 2> /dev/null || true
  hogs=()
}

# run NAME COMMAND...: one run; its table row, and its grades in a file
run() {
  local name=$1 code=0 start=$SECONDS
  shift
  "$@" probe claims > "$folder/$name.text" 2> "$folder/$name.errors" || code=$?
  awk '/^[0-9][0-9][0-9]-[0-9]+ / { id = $1; sub(/^[^ ]+ +[^ ]+ +/, ""); sub(/:.*/, ""); print id "\t" $0 }' "$folder/$name.text" > "$folder/$name.grades"
  printf '| %s | %s | %s | %s | %s | %s | %s | %s | %d s | %s |\n' "$name" "$(wc -l < "$folder/$name.grades")" \
    "$(count "$name" holds)" "$(count "$name" qualified)" "$(count "$name" refuted)" "$(count "$name" 'undecided here')" \
    "$(count "$name" 'not observable here')" "$(grep -c DIFFERS "$folder/$name.text" || true)" $((SECONDS - start)) "$(cut -d' ' -f1 /proc/loadavg)"
  [ "$code" = 0 ] || failed=yes
}

count() {
  awk -F'\t' -v grade="$2" '$2 == grade' "$folder/$1.grades" | wc -l
}

# three NAME COMMAND...
three() {
  local name=$1
  shift
  run "$name-1" "$@"
  run "$name-2" "$@"
  start_hogs
  run "$name-3-beside-busy-loops" "$@"
  stop_hogs
  for other in 2 3-beside-busy-loops; do
    diff "$folder/$name-1.grades" "$folder/$name-$other.grades" > "$folder/$name-$other.diff" || failed=yes
  done
}

failed=
echo "| run | statements | holds | qualified | refuted | undecided here | not observable here | not as declared | time | load |"
echo "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
if [ "$(id -u)" = 0 ]; then
  three root "$program"
  three user setpriv --reuid "$user" --regid "$user" --clear-groups env HOME=/nonexistent "$program"
  echo
  echo "Grades that differ between the users:"
  echo
  diff "$folder/root-1.grades" "$folder/user-1.grades" | sed -n 's/^< \(.*\)\t\(.*\)/* \1: \2 for root/p; s/^> \(.*\)\t\(.*\)/* \1: \2 for others/p' | sort
else
  three user "$program"
fi
echo
if [ -n "$failed" ]; then
  echo "Not the same in all runs:"
  cat "$folder"/*.diff
  grep -h -B1 -A3 DIFFERS "$folder"/*.text || true
  cat "$folder"/*.errors
  exit 1
fi
echo "The same in all runs of a user, and all as declared."
