#!/usr/bin/env python3
"""count.py LOG: says "N passed, N failed" for a log of meson test.

What was skipped counts as failed: everything that a test needs is a build dependency. No test at
all is a failure too.
"""

import json
import sys

GOOD = ("OK", "EXPECTEDFAIL")


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        tests = []
    bad = [test for test in tests if test["result"] not in GOOD]
    for test in bad:
        print(f"{test['name']}: {test['result'].lower()}")
    print(f"{len(tests) - len(bad)} passed, {len(bad)} failed", flush=True)
    return 1 if bad or not tests else 0


sys.exit(main())
