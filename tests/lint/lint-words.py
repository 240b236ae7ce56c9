#!/usr/bin/env python3
"""Every word that a person reads can be translated, and is: POTFILES.in and the catalogues."""

import os
import re
import subprocess
import tempfile

import house

MARKS = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2|gettext) \(")
KEYWORDS = (
    "_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
    "ngettext:1,2",
)


def with_words():
    """The files that have something to translate."""
    found = house.files("data", ".desktop.in", ".metainfo.xml.in", ".gschema.xml")
    for path in house.files("src", ".c", ".h"):
        if MARKS.search(house.without_comments(house.read(path), strings=False)):
            found.append(path)
    for path in house.files("ui", ".ui"):
        if re.search(r'translatable="(yes|true|1)"', house.read(path)):
            found.append(path)
    return sorted(found)


def check_list():
    lines = house.read("po/POTFILES.in").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    if listed != sorted(set(listed)):
        house.complain("po/POTFILES.in", 1, "is not in order, or names a file twice")
    found = with_words()
    for path in found:
        if path not in listed:
            house.complain(path, 1, "has words, and is not listed in po/POTFILES.in")
    for path in listed:
        if path not in found:
            house.complain("po/POTFILES.in", lines.index(path) + 1, f"{path}: nothing to translate")
    return [path for path in listed if house.exists(path)]


def run(*command):
    return subprocess.run(
        command, cwd=house.ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


def check_catalogue(language, template):
    path = f"po/{language}.po"
    if not house.exists(path):
        house.complain(path, 1, "is named in po/LINGUAS and does not exist")
        return
    result = run("msgfmt", "--check", "--statistics", "-o", "/dev/null", path)
    said = result.stderr.strip()
    if result.returncode or re.search(r"\b(untranslated|fuzzy)\b", said):
        house.complain(path, 1, said)
    result = run("msgcmp", path, template)
    if result.returncode:
        house.complain(path, 1, result.stderr.strip())


def main():
    listed = check_list()
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "entente.pot")
        keywords = [f"--keyword={word}" for word in KEYWORDS]
        result = run(
            "xgettext", "--from-code=UTF-8", "--add-comments", *keywords, "-o", template, *listed
        )
        if result.returncode:
            house.complain("po/POTFILES.in", 1, result.stderr.strip())
        for line in house.read("po/LINGUAS").splitlines():
            if line and not line.startswith("#"):
                check_catalogue(line, template)
    house.finish()


main()
