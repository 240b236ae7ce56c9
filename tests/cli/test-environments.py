#!/usr/bin/env python3
"""The same study gives the same bytes in every export, whatever the clock, the language, the time
zone, the fonts, the display and the bus of the machine are. Writes TAP."""

import os
import subprocess
import sys
import tempfile

CLI = os.environ["ENTENTE_CLI"]
SAMPLES = os.environ["ENTENTE_SAMPLES_DIR"]
CLOCK = os.environ["ENTENTE_OTHER_CLOCK"]
STUDY = os.path.join(SAMPLES, "afghan-talks-2018.entente")
TEXT = os.path.join(os.environ["G_TEST_SRCDIR"], "data", "river-toll.txt")
MONTHS = 30 * 24 * 60 * 60

# Words are laid out with the fonts that are there: without any these look different, and are made
# all the same.
LAID_OUT = ("pdf", "svg", "png")

EXPORTS = [["export", "--format", format] for format in (
    "json", "csv", "study", "svg", "png", "pdf", "ris", "bibtex", "csl-json")]
EXPORTS.append(["export", "--format", "csv", "--flavour", "exact"])
EXPORTS += [["summary", "--format", format] for format in ("text", "markdown")]
# Pages run as the language does where nobody says otherwise.
EXPORTS += [["summary", "--direction", "ltr", "--format", format] for format in ("html", "odt", "pdf")]
EXPORTS += [["summary", "--kind", kind, "--format", "text"] for kind in (
    "dossier", "answers", "evidence")]
# What is read out of a text is no export, and as little to depend on the machine.
EXPORTS.append(["suggest", "--jsonl"])

# Locales with commas in numbers, an i without a dot, other digits, another calendar.
LOCALES = ("de_DE", "tr_TR", "fa_IR", "ar_EG", "th_TH")
ZONES = ("Asia/Kolkata", "Pacific/Kiritimati", "America/St_Johns", "Pacific/Pago_Pago")


def make_locales(folder):
    """Locales of this test's own: the machine need not have them."""
    for name in LOCALES:
        subprocess.run(
            ["localedef", "-i", name, "-f", "UTF-8", os.path.join(folder, name + ".UTF-8")],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )


def make_environments(folder):
    """Name, what is set (None: not there), and whether there are fonts."""
    empty = os.path.join(folder, "fonts.conf")
    with open(empty, "w", encoding="utf-8") as file:
        file.write("<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig/>")
    environments = [("the same", {}, True), ("plain C", {"LC_ALL": "C"}, True)]
    for name in LOCALES:
        environments.append(
            ("locale " + name, {"LC_ALL": name + ".UTF-8", "LOCPATH": folder}, True))
    for zone in ZONES:
        environments.append(("zone " + zone, {"TZ": zone}, True))
    for shift in (-600 * MONTHS, -MONTHS, MONTHS, 120 * MONTHS):
        environments.append((
            f"clock off by {shift // MONTHS} months",
            {"LD_PRELOAD": CLOCK, "ENTENTE_CLOCK_SHIFT": str(shift),
             "ASAN_OPTIONS": "verify_asan_link_order=0"}, True))
    environments += [
        ("no fonts", {"FONTCONFIG_FILE": empty}, False),
        ("no display and no bus", {
            "DISPLAY": None, "WAYLAND_DISPLAY": None, "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "XDG_RUNTIME_DIR": None}, True),
        ("no home", {
            "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent/a",
            "XDG_CACHE_HOME": "/nonexistent/b", "XDG_DATA_HOME": "/nonexistent/c"}, True),
    ]
    return environments


def export(words, changes):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1552521600")
    for name, value in changes.items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    command = [CLI, words[0], TEXT if words[0] == "suggest" else STUDY, *words[1:]]
    result = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if result.returncode != 0:
        print("#", " ".join(words), result.stderr.decode(errors="replace").strip())
    return result.returncode, result.stdout


def find_difference(one, other):
    place = next((i for i, pair in enumerate(zip(one, other)) if pair[0] != pair[1]),
                 min(len(one), len(other)))
    return f"byte {place}: {one[place - 20:place + 30]!r} and {other[place - 20:place + 30]!r}"


def check(words, expected, changes, has_fonts):
    status, output = export(words, changes)
    if status != 0 or not output:
        return False
    if not has_fonts and words[-1] in LAID_OUT:
        return True
    if output == expected:
        return True
    print("#", " ".join(words), find_difference(expected, output))
    return False


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        make_locales(folder)
        environments = make_environments(folder)
        expected = [export(words, {}) for words in EXPORTS]
        print(f"1..{len(environments)}")
        for number, (name, changes, has_fonts) in enumerate(environments, 1):
            good = [check(words, output, changes, has_fonts) and status == 0
                    for words, (status, output) in zip(EXPORTS, expected)]
            print("ok" if all(good) else "not ok", number, "-", name)
            failed = failed or not all(good)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
