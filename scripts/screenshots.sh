#!/usr/bin/env bash
# Makes the pictures of the audit report in the README, light and dark, with a headless Chromium.
#   scripts/screenshots.sh
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
  || { echo 'screenshots: Chromium is missing' >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./ipclint check --format "html=$work/audit.html" plugin/src/it/reactor || [ $? -eq 1 ]

picture() {
  "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --user-data-dir="$work/profile" \
    --window-size=1180,1580 --screenshot="$work/picture.png" "$@" "file://$work/audit.html" > /dev/null 2>&1
}
picture --blink-settings=preferredColorScheme=1
mv "$work/picture.png" docs/audit-light.png
picture --blink-settings=preferredColorScheme=0
mv "$work/picture.png" docs/audit-dark.png
for file in docs/audit-light.png docs/audit-dark.png; do
  [ "$(stat -c %s "$file")" -lt 256000 ] || { echo "screenshots: $file is larger than 250 KB" >&2; exit 1; }
done
