#!/usr/bin/env bash
# Starts a new rule: class, page, sample programs, lines in the registry and in the table of mechanisms. Then make its sample pass.
#   scripts/new-rule.sh ID "what goes wrong, in one sentence" error|warning|note C|Java|C,Java
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

die() {
  printf 'new-rule: %s\n' "$1" >&2
  exit 2
}

[ $# -eq 4 ] || die "usage: scripts/new-rule.sh ID \"SUMMARY\" error|warning|note C|Java|C,Java"
id=$1 summary=$2 level=$3 languages=$4
[[ $id =~ ^[a-z][a-z0-9]*(-[a-z0-9]+)+$ ]] || die "the id '$id' is not kebab-case with at least two words"
[[ $summary != *[\"\\]* && $summary != *. && ${#summary} -ge 10 && ${#summary} -le 160 ]] \
  || die 'the summary has 10 to 160 characters, no full stop, no double quote and no backslash'
case $level in error | warning | note) ;; *) die "the level is error, warning or note, not '$level'" ;; esac
case $languages in C) list='"C"' ;; Java) list='"Java"' ;; C,Java) list='"C", "Java"' ;; *) die "languages are C, Java or C,Java" ;; esac

class=$(sed 's/\(^\|-\)\([a-z0-9]\)/\U\2/g' <<< "$id")
rules=rules/src/main/java/io/github/ipclint/rule
page=rules/src/main/resources/io/github/ipclint/rule/pages/$id.md
c=fixtures/src/main/c/$id
java=fixtures/src/main/java/io/github/ipclint/fixtures/${id//-/}
registry=$rules/Rules.java
mechanisms=runtime-probe/src/main/resources/io/github/ipclint/probe/confirmation/mechanisms.tsv
for path in "$rules/$class.java" "$page"; do
  [ ! -e "$path" ] || die "there is $path already"
done

cat > "$rules/$class.java" << END
package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import java.util.List;

/** ${summary^}. */
final class $class implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "$id",
            Level.${level^^},
            List.of($list),
            "$summary",
            List.of());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (Event.Called call : exploration.log().all(Event.Called.class)) {
                if (isMistake(call)) {
                    findings.report(Story.of(INFO)
                            .at(call.site(), INFO.level(), "names the thing, the process and the consequence"));
                }
            }
        }
    }

    /** Asks what the call does, what it is given and what is known then; its name is no reason. */
    @SuppressWarnings("UnusedVariable") // until it asks
    private static boolean isMistake(Event.Called call) {
        return false;
    }
}
END

printf '# %s\n\n%s.\n' "$id" "${summary^}" > "$page"

if [[ $languages == *C* ]]; then
  mkdir -p "$c"
  cat > "$c/misuse.c" << END
/* Say here what is wrong. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    puts("the mistake"); // expect: $id $level "part of the message"
    return EXIT_SUCCESS;
}
END
  cat > "$c/correct.c" << END
/* Say here why this looks wrong, and is right. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    puts("no mistake");
    return EXIT_SUCCESS;
}
END
fi

if [[ $languages == *Java* ]]; then
  mkdir -p "$java"
  cat > "$java/Misuse.java" << END
package io.github.ipclint.fixtures.${id//-/};

/** Say here what is wrong. */
final class Misuse {
    private Misuse() {}

    public static void main(String[] arguments) {
        System.out.println("the mistake"); // expect: $id $level "part of the message"
    }
}
END
  cat > "$java/Correct.java" << END
package io.github.ipclint.fixtures.${id//-/};

/** Say here why this looks wrong, and is right. */
final class Correct {
    private Correct() {}

    public static void main(String[] arguments) {
        System.out.println("no mistake");
    }
}
END
fi

# The registry is sorted by id, and class names are ids without dashes: those before ours stay before it.
awk -v id="$id" -v class="$class" '
  function kebab(name) {
    gsub(/[A-Z]/, "-&", name)
    return substr(tolower(name), 2)
  }
  function add(end) {
    print "            new " class "()" end
    added = 1
  }
  /^            new [A-Za-z0-9]+\(\)/ && !done {
    name = $2
    sub(/\(.*/, "", name)
    if (!added && kebab(name) > id) add(",")
    if (/\);$/) {
      done = 1
      if (!added) {
        sub(/\);$/, ",")
        print
        add(");")
        next
      }
    }
  }
  { print }
  END { if (!added) exit 3 }
' "$registry" > "$registry.new" || { rm -f "$registry.new"; die "no place in $registry; add 'new $class(),' by hand"; }
mv "$registry.new" "$registry"

# What shows the mechanism of each rule is sorted by id, too. Until an experiment or a detector does, nothing shows that of ours.
awk -F '\t' -v id="$id" '
  function add() {
    printf "%s\tnone\t\tsay here why nothing can show it, or name what does\n", id
    added = 1
  }
  !/^#/ && !added && $1 > id { add() }
  { print }
  END { if (!added) add() }
' "$mechanisms" > "$mechanisms.new"
mv "$mechanisms.new" "$mechanisms"

printf 'new-rule: wrote %s\n' "$rules/$class.java" "$page" "$registry" "$mechanisms"
[[ $languages != *C* ]] || printf 'new-rule: wrote %s\n' "$c"/*.c
[[ $languages != *Java* ]] || printf 'new-rule: wrote %s\n' "$java"/*.java
cat << END
next:
  mvn -q -pl rules test -Dtest=FixturesTest -Dfixtures.only=$id    fails: make it pass
  mvn -q -pl rules test -Dtest=GeneratedDocsTest -Ddocs.update     writes the rule's explanation and its line in the README
END
