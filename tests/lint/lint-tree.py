#!/usr/bin/env python3
"""The top level has nothing but what belongs there, and no file tells of the machine that made it."""

import os
import re

import house

TOP = ("COPYING", "README.md", "data", "meson.build", "meson_options.txt", "po", "src", "tests", "ui")

# Hosts that a file may name; samples and test data name their sources.
HOSTS = (
    "creativecommons.org", "eur-lex.europa.eu", "example.com", "example.net", "example.org", "purl.org",
    "specifications.freedesktop.org", "sqlite.org", "www.debian.org", "www.freedesktop.org", "www.gnu.org",
    "www.loc.gov", "www.sqlite.org", "www.w3.org",
)
QUOTING = ("COPYING", "data/samples/", "tests/data/")

# Written so that this file does not find itself.
MACHINE = re.compile("|".join((r"(?<![\w.])/wo" + r"rk/", r"/ro" + r"ot/", r"/ho" + r"me/\w", r"\.py" + "env")))
URL = re.compile(r"https?://([^/\s\"'<>)\]:]+)")
TEXT = (
    ".c", ".h", ".py", ".sh", ".build", ".txt", ".md", ".ui", ".css", ".xml", ".in", ".sql", ".tsv",
    ".svg", ".po", ".json", ".jsonl", ".1", ".5", "run", "prepare", "control", "rules", "in-display",
)


def check_text(path):
    for number, line in enumerate(house.read(path).split("\n"), 1):
        match = MACHINE.search(line)
        if match:
            house.complain(path, number, f"{match.group()} is a path of one machine")
        for match in URL.finditer(line):
            host = match.group(1).lower()
            if host not in HOSTS and not host.endswith((".example", ".test")):
                house.complain(path, number, f"{host} is no host to name here")


def main():
    for name in sorted(os.listdir(house.ROOT)):
        if not name.startswith(".") and not name.startswith("_build") and name not in TOP:
            house.complain(name, 1, "has no place at the top level")
    paths = ["meson.build", "meson_options.txt", "README.md"]
    for folder in ("data", "po", "src", "tests", "ui", ".ci"):
        paths += house.files(folder)
    for path in paths:
        if house.exists(path) and path.endswith(TEXT) and not path.startswith(QUOTING):
            check_text(path)
    for path in ("README.md", "COPYING"):
        if not house.exists(path):
            house.complain(path, 1, "is missing")
    readme = house.read("README.md") if house.exists("README.md") else ""
    for word, command in (("run", "./src/run"), ("test", "./tests/run")):
        if not re.search(rf"<!-- command: {word} -->\s*```\w*\n{re.escape(command)}\n", readme):
            house.complain("README.md", 1, f"<!-- command: {word} --> is followed by {command}")
    house.finish()


main()
