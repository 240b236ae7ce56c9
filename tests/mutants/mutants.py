#!/usr/bin/env python3
"""mutants.py [--seed N] [--count N] [--list] [--folder F]: does the suite notice when the store is wrong?

Makes small faults, one at a time, in the sources of src/store and in the writer of exports: a
comparison turned, a condition negated, a call left out. Each is built in a copy of the project (what
is committed) in F, and the tests are run, those that know the source best first. A fault that
no test notices is listed as a survivor; with fewer than 95 % noticed the exit status is 1. The same
seed makes the same faults of the same sources. Takes an hour or two for 200.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

GOAL = 0.95
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCES = ("src/store", "src/exchange/entente-export.c")
# Suites in the order in which they are asked, the quick and near ones first.
SUITES = ("store", "exchange", "study", "faults", "cli")

# What is left out without that anything is to be noticed but by a tool that looks for leaks.
_RELEASES = re.compile(r"_(free|unref|clear|unlock|finalize)$|^g_(debug|assert|return|warn|clear|free)")
_CALL = re.compile(r"^\s+([a-z_0-9]+) \(.*\);$")
_TURNS = (
    (re.compile(r" <= "), " < "), (re.compile(r" < "), " <= "),
    (re.compile(r" >= "), " > "), (re.compile(r" > "), " >= "),
    (re.compile(r" == "), " != "), (re.compile(r" != "), " == "),
    (re.compile(r" && "), " || "), (re.compile(r" \|\| "), " && "),
    (re.compile(r" \+ "), " - "), (re.compile(r" - "), " + "),
    (re.compile(r"\bTRUE\b"), "FALSE"), (re.compile(r"\bFALSE\b"), "TRUE"),
    (re.compile(r" 1\b(?!')"), " 2"), (re.compile(r" 0\b(?![x.])"), " 1"),
    (re.compile(r"\bif \((?!!)([^;{]*)\)$"), r"if (!(\1))"),
)


class Fault:
    """One line of one file, otherwise."""

    def __init__(self, path, number, before, after):
        self.path, self.number, self.before, self.after = path, number, before, after

    def __str__(self):
        return f"{self.path}:{self.number}: {self.before.strip()}  =>  {self.after.strip()}"


def masked(text):
    """The text with comments and strings as blanks, so that places stay."""
    pattern = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)
    return pattern.sub(lambda found: re.sub(r"[^\n]", "\0", found.group()), text)


def faults_of(path):
    """All faults that can be made in a file, in the order of its lines."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        text = file.read()
    made = []
    lines, blank = text.split("\n"), masked(text).split("\n")
    for number, (line, code) in enumerate(zip(lines, blank), 1):
        if not code.startswith(" ") or "g_return_" in code or "g_assert" in code or "g_new" in code:
            continue  # declarations, tables and what no caller may rely on
        for pattern, otherwise in _TURNS:
            for found in pattern.finditer(code):
                part = pattern.sub(otherwise, line[found.start():found.end()], count=1)
                if part == line[found.start():found.end()]:
                    continue
                after = line[:found.start()] + part + line[found.end():]
                made.append(Fault(path, number, line, after))
        call = _CALL.match(code)
        if call and not _RELEASES.search(call.group(1)):
            made.append(Fault(path, number, line, "  ;"))
    return made


def sources():
    for source in SOURCES:
        full = os.path.join(ROOT, source)
        if os.path.isdir(full):
            yield from (f"{source}/{name}" for name in sorted(os.listdir(full)) if name.endswith(".c"))
        else:
            yield source


class Copy:
    """The project in a folder of its own, built and tested there."""

    def __init__(self, folder, suites):
        self.folder, self.suites = folder, suites
        self.build = os.path.join(folder, "_build")
        if not os.path.exists(os.path.join(folder, "meson.build")):
            archive = subprocess.Popen(["git", "-C", ROOT, "archive", "HEAD"], stdout=subprocess.PIPE)
            subprocess.run(["tar", "-x", "-C", folder], stdin=archive.stdout, check=True)
        if not os.path.exists(self.build):
            self.run("meson", "setup", self.build, folder, "-Doptimization=0")
        told = subprocess.check_output(["meson", "introspect", "--tests", "--targets", self.build])
        told = json.loads(told)
        self.files = {target["id"]: target["filename"] for target in told["targets"]}
        self.tests = told["tests"]

    def of(self, suite):
        return [test for test in self.tests if test["suite"][0].endswith(":" + suite)]

    def run(self, *command, **options):
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, **options).returncode == 0

    def built(self, names):
        return self.run("ninja", "-C", self.build, *(os.path.relpath(n, self.build) for n in names))

    def passes(self, test):
        """Does a test pass? One that hangs does not."""
        environment = dict(os.environ, **test["env"])
        try:
            return self.run(*test["cmd"], env=environment, timeout=2 * test["timeout"])
        except subprocess.TimeoutExpired:
            return False

    def survives(self, fault):
        """None when it is no C; else the name of the test that noticed, or "" for none."""
        stem = os.path.basename(fault.path)[len("entente-"):-len(".c")]
        layer = fault.path.split("/")[1]
        first = sorted(self.of(layer), key=lambda test: not stem.startswith(test["name"]))
        others = [self.of(suite) for suite in self.suites if suite != layer]
        for group in [first[:3], first[3:], *others]:
            if not self.built({name for test in group for target in test["depends"]
                               for name in self.files[target]}):
                return None
            for test in group:
                if not self.passes(test):
                    return test["name"]
        return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--suites", nargs="+", default=SUITES, help="instead of all that may notice")
    parser.add_argument("--list", action="store_true", help="name the faults, make none")
    parser.add_argument("--folder", help="where the copy is kept and built")
    options = parser.parse_args()

    faults = [fault for path in sources() for fault in faults_of(path)]
    random.Random(options.seed).shuffle(faults)
    print(f"seed {options.seed}: {options.count} of {len(faults)} faults", flush=True)
    if options.list:
        print(*faults[:options.count], sep="\n")
        return 0
    folder = options.folder or tempfile.mkdtemp(prefix="entente-mutants-")
    os.makedirs(folder, exist_ok=True)
    copy = Copy(folder, options.suites)
    whole = Fault(SOURCES[-1], 1, "", "")
    noticed = copy.survives(whole)
    if noticed != "":
        print(f"without any fault {noticed or 'the build'} fails")
        return 2
    tried, survivors = 0, []
    for fault in faults:
        if tried == options.count:
            break
        path = os.path.join(folder, fault.path)
        shutil.copyfile(path, path + ".whole")
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        lines[fault.number - 1] = fault.after
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        noticed = copy.survives(fault)
        os.remove(path)
        shutil.copyfile(path + ".whole", path)
        os.remove(path + ".whole")
        if noticed is None:
            continue
        tried += 1
        if not noticed:
            survivors.append(fault)
        print(f"{tried}: {noticed or 'SURVIVED'}: {fault}", flush=True)
    print(f"\n{tried - len(survivors)} of {tried} noticed; survivors:", *survivors, sep="\n")
    return 0 if tried - len(survivors) >= GOAL * tried else 1


sys.exit(main())
