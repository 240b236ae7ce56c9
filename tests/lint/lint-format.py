#!/usr/bin/env python3
"""clang-format owns the style of C. Version 14 decides; later ones see some things otherwise, so
with them only what no version disputes is checked."""

import os
import re
import shutil
import subprocess

import house


def version(program):
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"version (\d+)", said).group(1))


def check_plainly(path):
    for number, line in enumerate(house.read(path).split("\n"), 1):
        if "\t" in line:
            house.complain(path, number, "a tab")
        if line != line.rstrip():
            house.complain(path, number, "space at the end of a line")


def main():
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    if program is None:
        house.complain(".clang-format", 1, "clang-format is missing")
        house.finish()
    sources = house.files("src", ".c", ".h") + house.files("tests", ".c", ".h")
    for path in sources:
        check_plainly(path)
    if sources and version(program) == 14:
        result = subprocess.run(
            [program, "--dry-run", "-Werror", "--style=file", *sources],
            cwd=house.ROOT, capture_output=True, text=True, check=False,
        )
        told = set()
        for match in re.finditer(r"^([^:\n]+):(\d+):\d+: error: ", result.stderr, re.MULTILINE):
            path = match.group(1)
            if path not in told:
                house.complain(path, int(match.group(2)), f"{os.path.basename(program)} -i {path}")
            told.add(path)
        if result.returncode and not re.search(r": error: ", result.stderr):
            house.complain(".clang-format", 1, result.stderr.strip())
    house.finish()


main()
