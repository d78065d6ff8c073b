#!/usr/bin/env bash
# Runs every sample program so often and writes how often its mistake was confirmed, as a table to standard output.
#   docs/measurements/confirmation.sh [ROUNDS]     default 20, which takes about ten minutes
set -eu
cd -- "$(dirname -- "$0")/../.."
table=$(mktemp)
trap 'rm -f "$table"' EXIT
mvn -q -B verify -pl runtime-probe -am -Dtest=ConfirmationTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dconfirmation.rounds="${1:-20}" -Dconfirmation.table="$table" > /dev/null || echo "(a limit of the test was not met)"
cat "$table"
