#!/usr/bin/env bash
# Lists the paragraphs of the teaching documents that docs/claims.tsv has neither a row nor a remark for.
#   scripts/claims-coverage.sh FOLDER     with the documents, whose names begin with 000_ to 004_
set -eu
table=$(cd -P -- "$(dirname -- "$0")/.." && pwd)/docs/claims.tsv
[ -d "${1:-}" ] || { echo "usage: claims-coverage.sh FOLDER" >&2; exit 2; }
missing=0
for document in "$1"/00[0-4]_*.txt; do
  number=$(basename "$document" | cut -c1-3)
  awk -F '\t' -v number="$number" '
    FILENAME == ARGV[1] {
      if ($0 !~ /^#/ && split($2, part, ":") == 2 && part[1] == number) {
        lines = split(part[2], range, "-")
        for (i = range[1] + 0; i <= range[lines] + 0; i++) covered[i] = 1
      }
      next
    }
    { sub(/\r$/, "") }
    NF == 0 || /^[ \t]*$/ { report(); next }
    { if (start == 0) { start = FNR; text = $0; hit = 0 } if (FNR in covered) hit = 1 }
    function report() { if (start > 0 && !hit) { print number ":" start ": " text; bad = 1 } start = 0 }
    END { report(); exit bad }
  ' "$table" "$document" || missing=1
done
[ "$missing" -eq 0 ] && echo "every paragraph has a row or a remark"
exit "$missing"
