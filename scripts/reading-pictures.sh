#!/usr/bin/env bash
# Makes the pictures of an audit report that docs/audit-reading.md is about: the top, the card of one finding and
# "What was analysed", each for desktop, dark, phone and print. Needs Chromium.
#   scripts/reading-pictures.sh REPORT.html FINDING-NUMBER FOLDER
set -euo pipefail

report=$1 number=$2 folder=$3
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
  || { echo 'reading-pictures: Chromium is missing' >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"
height=1400

card=$(grep -o '<article id="f-[0-9a-f]*"' "$report" | sed -n "${number}s/.*\"\(.*\)\"/\1/p")
[ -n "$card" ] || { echo "reading-pictures: $report has no finding $number" >&2; exit 2; }

# The page allows no style but its own, so its permission goes first. Everything else stays as it is.
declare -A only=(
  [1-top]=''
  [2-card]="main > :not([aria-labelledby=findings]), [aria-labelledby=findings] :not(:has(#$card), #$card, #$card *) { display: none !important; }"
  [3-analysed]='main > :not([aria-labelledby=coverage]) { display: none !important; }')

picture() { # KIND PART WIDTH SCHEME MEDIA-EDIT SCROLLED
  sed -e '/http-equiv="Content-Security-Policy"/d' -e "${5:-}" -e "s@</head>@<style>${only[$2]} main { margin-top: -${6:-0}px; }</style></head>@" "$report" > "$work/page.html"
  "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --user-data-dir="$work/profile" \
    --window-size="$3,$height" --blink-settings=preferredColorScheme="$4" --screenshot="$work/picture.png" "file://$work/page.html" > /dev/null 2>&1
  mv "$work/picture.png" "$folder/$1-$2${6:+-below}.png"
}

for part in 1-top 2-card 3-analysed; do
  picture desktop "$part" 1180 1
  picture dark "$part" 1180 0
  picture phone "$part" 360 1
  picture phone "$part" 360 1 '' $((height - 40))
  picture print "$part" 794 1 's/media print/media all/'
done
