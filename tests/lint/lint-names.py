#!/usr/bin/env python3
"""A module is one file, named for what it holds, with its header and its test named alike."""

import os
import re

import house

# Layers whose every module has a test: test-date.c for entente-date.c and for its helper modules,
# such as entente-date-words.c.
TESTED = (
    "core", "chronicle", "chart", "text", "store", "exchange", "study", "summary", "print", "model",
)

# Modules without anything to test by themselves.
UNTESTED = ("core/error",)


def check_file(path):
    name = os.path.basename(path)
    if not re.fullmatch(r"entente-[a-z0-9]+(-[a-z0-9]+)*\.[ch]", name):
        house.complain(path, 1, "files are named entente-something.c")
    if name.endswith(".c") and not has_header(path[:-2]):
        house.complain(path, 1, "has no header named alike")


def has_header(path):
    """Its own, or that of the module whose part it is: entente-date-format.c and entente-date.h."""
    folder, name = os.path.split(path)
    while "-" in name:
        if any(house.exists(os.path.join(folder, name + end)) for end in (".h", "-private.h")):
            return True
        name = name.rpartition("-")[0]
    return False


def check_test(path):
    layer = house.layer_of(path)
    if layer not in TESTED:
        return
    name = re.sub(r"^entente-|\.c$", "", os.path.basename(path))
    if f"{layer}/{name}" in UNTESTED:
        return
    while name:
        if house.exists(f"tests/{layer}/test-{name}.c"):
            return
        name = name.rpartition("-")[0]
    house.complain(path, 1, f"has no test named alike in tests/{layer}")


def check_header(path):
    text = house.without_comments(house.read(path), strings=False)
    if "#pragma once" not in text:
        house.complain(path, 1, "begins with #pragma once")
    for match in re.finditer(r"^#[ \t]*define[ \t]+(\w+)", text, re.MULTILINE):
        if not re.match(r"_?ENTENTE_|entente_", match.group(1)):
            line = house.line_of(text, match.start())
            house.complain(path, line, f"macro {match.group(1)} does not begin with ENTENTE_")
    text = re.sub(r"^[ \t]*#(?:[^\\\n]|\\(?:\n|.))*", lambda m: "\n" * m.group().count("\n"), text,
                  flags=re.MULTILINE)
    # What a header declares at its top level: functions, and types.
    flat = blank_braces(text)
    for match in re.finditer(r"\b(\w+) \([^()]*(?:\([^()]*\)[^()]*)*\)[^;{}()]*;", flat):
        name = match.group(1)
        line = house.line_of(flat, match.start())
        before = flat[: match.start()].rpartition(";")[2]
        if "typedef" in before or name.isupper() or re.match(r"G_|ENTENTE_", name):
            continue
        if not name.startswith("entente_"):
            house.complain(path, line, f"function {name} does not begin with entente_")
    for match in re.finditer(r"\btypedef\b[^;]*?(\w+)\s*;", flat):
        name = match.group(1)
        if not re.match(r"_?Entente", name):
            line = house.line_of(flat, match.start(1))
            house.complain(path, line, f"type {name} does not begin with Entente")


def blank_braces(text):
    """The text with what stands between braces blanked."""
    out, depth = [], 0
    for character in text:
        if character == "}":
            depth -= 1
        out.append(character if depth == 0 or character == "\n" else " ")
        if character == "{":
            depth += 1
    return "".join(out)


def check_unique(paths):
    """Headers are found by name alone, so each name is used once."""
    seen = {}
    for path in paths:
        name = os.path.basename(path)
        if name in seen and name != "main.c":
            house.complain(path, 1, f"has the name of {seen[name]}")
        seen[name] = path


def main():
    check_unique(house.files("src", ".c", ".h"))
    for path in house.files("src", ".c", ".h"):
        if path in ("src/main.c", "src/cli/main.c"):
            continue
        check_file(path)
        if path.endswith(".h"):
            check_header(path)
        else:
            check_test(path)
    for path in house.files("tests", ".c"):
        name = os.path.basename(path)
        folder = path.split("/")[1]
        if folder in house.LAYERS and not re.match(r"(test|entente)-", name):
            house.complain(path, 1, "tests are named test-something.c")
        if name.startswith("test-") and folder in house.LAYERS:
            word = name[len("test-"):-2]
            if f"'{word}'" not in house.read(f"tests/{folder}/meson.build"):
                house.complain(path, 1, f"is not listed in tests/{folder}/meson.build")
    house.finish()


main()
