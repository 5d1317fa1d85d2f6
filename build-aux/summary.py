#!/usr/bin/env python3
# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up test runs, and ends with the line “N passed, N failed”.

Usage: summary.py STATUS TESTLOG.json...

STATUS is 0 if configuring, building and testing all went well. Each log is meson's, one JSON
object a line. A test that speaks TAP counts as many as it has cases, any other as one. A log that
is missing means that nothing could be run, which is a failure too.
"""

import json
import pathlib
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}
CASE = re.compile(r"^\s*(not )?ok\b(?:[^#\n]*)(#\s*(?:skip|todo)\b.*)?", re.IGNORECASE)


def tap_cases(output):
    """How many cases passed, failed and were skipped, by the TAP in a test's output."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        case = CASE.match(line)
        if not case:
            continue
        if case.group(2):
            skipped += 1
        elif case.group(1):
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def add_up(path):
    """The totals of one log, and the names of what failed in it."""
    passed = failed = skipped = 0
    names = []
    for line in path.read_text(encoding="utf-8").splitlines():
        test = json.loads(line)
        cases = tap_cases(test.get("stdout") or "")
        result = test["result"]
        if result == "SKIP":
            skipped += max(1, cases[2])
        elif result in GOOD:
            passed += max(cases[0], 0 if any(cases) else 1)
            skipped += cases[2]
        else:
            # It may have died after its last case: that counts as one.
            passed += cases[0]
            failed += max(1, cases[1])
            skipped += cases[2]
            names.append(test["name"])
    return passed, failed, skipped, names


def main():
    status = int(sys.argv[1])
    passed = failed = skipped = 0
    for name in sys.argv[2:]:
        path = pathlib.Path(name)
        build = path.parts[-3]
        if not path.exists():
            print(f"{build}: did not get as far as testing")
            failed += 1
            continue
        counts = add_up(path)
        passed, failed, skipped = (a + b for a, b in zip((passed, failed, skipped), counts))
        for test in counts[3]:
            print(f"{build}: failed: {test}")
    if skipped:
        print(f"{skipped} skipped")
    if status and not failed:
        failed = 1
    if not passed and not failed:
        print("no test was run")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
