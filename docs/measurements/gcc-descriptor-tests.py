#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares a SARIF log of ipclint with what GCC's own tests of -Wanalyzer-fd-* expect, and prints the tables as Markdown.

  gcc-descriptor-tests.py TESTS LOG

TESTS holds the folders gcc.dg and c-c++-common; LOG is the SARIF log of a run whose --root was TESTS. An expectation is

  found     if a finding of the rule that means the same has its place or a step of its trace on the line that GCC names,
  function  if there is only one at another line of the same function,
  missed    otherwise.

Not counted are expectations that GCC itself fails (xfail). An unchecked result that is never used is a finding of ours for
which GCC has no warning; it is left out of the comparison. So is what lies on a line where GCC reports a variable without a
value.
"""
import collections
import dataclasses
import json
import pathlib
import re
import sys
import urllib.parse

# What a warning says, the option that it belongs to, and our rules that mean the same.
OPTIONS = [
    (re.compile(r"leak of file descriptor"), "fd-leak", {"fd-leak"}),
    (re.compile(r"double 'close'"), "fd-double-close", {"fd-double-close"}),
    (re.compile(r"on (a )?closed file descriptor"), "fd-use-after-close", {"fd-use-after-close"}),
    (re.compile(r"on (read|write)-only file"), "fd-access-mode-mismatch", {"fd-wrong-mode", "pipe-wrong-end"}),
    (re.compile(r"in wrong phase"), "fd-phase-mismatch", {"socket-wrong-phase"}),
    (re.compile(r"on (datagram|stream|non-)\s?-?socket"), "fd-type-mismatch", {"socket-wrong-type"}),
    (re.compile(r"on possibly invalid file descriptor"), "fd-use-without-check", {"unchecked-result"}),
]
RULES = set().union(*(rules for _, _, rules in OPTIONS))
# DejaGnu takes only what has a blank behind the brace for a directive.
DIRECTIVE = re.compile(r"\{\s+(dg-warning|dg-message|dg-line)\s+(.*)")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
VERDICTS = ("found", "function", "missed")


@dataclasses.dataclass(frozen=True)
class Expectation:
    line: int
    option: str
    message: str
    rules: frozenset


@dataclasses.dataclass
class Test:
    """One source file: what GCC expects in it, and which function each line belongs to."""

    expectations: set
    excused: set
    functions: dict

    @classmethod
    def read(cls, path):
        lines = path.read_text(encoding="utf-8").splitlines()
        marks, warnings, messages, excused = {}, set(), set(), set()
        for number, text in enumerate(lines, 1):
            if (directive := DIRECTIVE.search(text)) and directive[1] == "dg-line":
                marks[directive[2].split()[0]] = number
        for number, text in enumerate(lines, 1):
            directive = DIRECTIVE.search(text)
            message = STRING.match(directive[2]) if directive and directive[1] != "dg-line" else None
            if not message:
                continue
            line = cls.place(directive[2][message.end():], number, marks)
            if "uninitialized value" in message[1]:
                excused.add(line)
            elif "xfail" not in directive[2]:
                said = warnings if directive[1] == "dg-warning" else messages
                said.update(Expectation(line, option, message[1], frozenset(rules))
                            for pattern, option, rules in OPTIONS if pattern.search(message[1]))
        return cls(cls.merged(warnings, messages), excused, cls.numbered(lines))

    @staticmethod
    def merged(warnings, messages):
        """A message may be the warning itself, or a step that says once more what the warning says."""
        merged = {(e.line, e.option): e for e in messages}
        for warning in warnings:
            merged.pop((warning.line, warning.option), None)
        return warnings | set(merged.values())

    @staticmethod
    def place(rest, number, marks):
        """The line that a directive means: its own, or what follows the selector, relative (.-1), by number or by name."""
        word = rest.split("*/")[0].strip().rstrip("}").split("}")[-1].split()
        last = word[-1] if word else ""
        if re.fullmatch(r"\.[-+]\d+", last):
            return number + int(last[1:])
        return marks.get(last, int(last) if last.isdigit() and int(last) > 0 else number)

    @staticmethod
    def numbered(lines):
        """Line to number of its function; a brace in the first column ends one."""
        numbers, current = {}, 0
        for number, text in enumerate(lines, 1):
            numbers[number] = current
            current += text.startswith("}")
        return numbers


@dataclasses.dataclass(frozen=True)
class Place:
    file: str
    line: int

    @classmethod
    def of(cls, location):
        physical = location.get("physicalLocation", {})
        uri = urllib.parse.unquote(physical.get("artifactLocation", {}).get("uri", ""))
        return cls(uri, physical.get("region", {}).get("startLine", 0))


@dataclasses.dataclass(frozen=True)
class Result:
    rule: str
    level: str
    place: Place
    steps: frozenset

    @classmethod
    def read(cls, result):
        steps = {Place.of(step.get("location", {})) for flow in result.get("codeFlows", [])
                 for thread in flow["threadFlows"] for step in thread["locations"]}
        return cls(result["ruleId"], result.get("level", "warning"), Place.of(result["locations"][0]), frozenset(steps))

    def is_compared(self):
        """GCC has warnings only for an unchecked descriptor that is used, which is an error of ours."""
        return self.rule in RULES and (self.rule != "unchecked-result" or self.level == "error")


def read_results(log):
    runs = json.loads(log.read_text(encoding="utf-8"))["runs"]
    results = [Result.read(result) for run in runs for result in run.get("results", []) if not result.get("suppressions")]
    return [result for result in results if result.is_compared()]


def verdict(expectation, name, test, results):
    """What became of an expectation, and the results that speak for it."""
    fitting = [result for result in results if result.place.file == name and result.rule in expectation.rules]
    exact = [result for result in fitting if Place(name, expectation.line) in result.steps | {result.place}]
    near = [result for result in fitting if test.functions.get(result.place.line) == test.functions.get(expectation.line)]
    return ("found", exact) if exact else ("function", near) if near else ("missed", [])


def compare(tests, results):
    """Counts by file and by option, the expectations that were not found, and the results that nobody expected."""
    by_file = collections.defaultdict(collections.Counter)
    by_option = collections.defaultdict(collections.Counter)
    open_ones, explained = [], set()
    for name, test in tests.items():
        by_file[name].update()
        for expectation in sorted(test.expectations, key=lambda e: (e.line, e.option)):
            outcome, speaking = verdict(expectation, name, test, results)
            explained.update(speaking)
            by_file[name][outcome] += 1
            by_option[expectation.option][outcome] += 1
            if outcome != "found":
                open_ones.append((name, expectation, outcome))
    unexpected = [result for result in results if result not in explained and not is_excused(result, tests)]
    return by_file, by_option, open_ones, unexpected


def is_excused(result, tests):
    return any(place.file in tests and place.line in tests[place.file].excused for place in result.steps | {result.place})


def print_table(title, counts):
    print(f"| {title} | expected | found on the line | in the function | missed |\n|---|--:|--:|--:|--:|")
    total = sum(counts.values(), collections.Counter())
    for name, count in [*counts.items(), ("**all**", total)]:
        print(f"| {name} | {count.total()} | " + " | ".join(str(count[kind]) for kind in VERDICTS) + " |")
    print()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root, log = map(pathlib.Path, sys.argv[1:])
    sources = sorted(path for folder in ("c-c++-common", "gcc.dg") for path in (root / folder).glob("*.[ch]"))
    tests = {path.relative_to(root).as_posix(): Test.read(path) for path in sources}
    by_file, by_option, open_ones, unexpected = compare(tests, read_results(log))
    print_table("file", by_file)
    print_table("GCC's warning", by_option)
    for name, expectation, outcome in open_ones:
        print(f"* {name}:{expectation.line}, {expectation.option}: {outcome}")
    print("\nWhere GCC expects nothing:", len(unexpected))
    for result in sorted(unexpected, key=lambda r: (r.place.file, r.place.line, r.rule)):
        print(f"* {result.place.file}:{result.place.line}, {result.rule}")


if __name__ == "__main__":
    main()
