#!/usr/bin/env python3
"""What a summary is asked for by the built entente-cli (ENTENTE_CLI): posters, templates of the study,
and the list of what leaves. Writes TAP."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

CLI = os.environ["ENTENTE_CLI"]
SAMPLES = os.environ["ENTENTE_SAMPLES_DIR"]
TEMPLATES = (
    {"do": "add-template", "name": "Briefing", "kind": "answers",
     "options": json.dumps({"paper": "letter", "landscape": "yes", "font": "serif"})},
    {"do": "add-template", "name": "Wall", "kind": "poster",
     "options": json.dumps({"poster-paper": "a3", "poster-across": "2", "poster-down": "1"})},
    {"do": "add-template", "name": "Later", "kind": "film", "options": "{}"},
)


class Failure(Exception):
    """What a test found wrong."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def run(*words, status=0):
    result = subprocess.run(
        words, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1552521600"},
    )
    expect(result.returncode == status, f"{words}: status {result.returncode}: {result.stderr}")
    return result


def summary(study, *words, status=0):
    return run(CLI, "summary", study, *words, status=status)


def copy_sample(folder, name="afghan-talks-2018"):
    path = os.path.join(folder, "s.entente")
    shutil.copy(os.path.join(SAMPLES, name + ".entente"), path)
    return path


def apply(study, *commands):
    path = study + ".jsonl"
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(json.dumps(command) + "\n" for command in commands))
    run(CLI, "apply", study, path)


def listed(study, what):
    return json.loads(run(CLI, "list", study, what, "--format", "json").stdout)


def squeeze(text):
    return " ".join(text.split())


def measure(path):
    """Number of sheets, width and height in points."""
    info = run("pdfinfo", path).stdout
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", info)
    return int(re.search(r"Pages: +(\d+)", info)[1]), float(size[1]), float(size[2])


# ---- posters ----


def test_tiles(folder):
    """Three by two sheets of A4, each with the axis and lanes, which name their neighbours."""
    study = os.path.join(SAMPLES, "iran-nuclear-2003-2015.entente")
    path = os.path.join(folder, "tiles.pdf")
    summary(study, "--kind", "poster", "--paper", "a4", "--landscape", "--across", "3", "--down", "2", "-o", path)
    expect(measure(path)[0] == 6, measure(path))
    expect(measure(path)[1] > measure(path)[2], measure(path))
    run("qpdf", "--check", path)
    sheets = run("pdftotext", path, "-").stdout.split("\f")
    for number, name in enumerate(("A1", "A2", "A3", "B1", "B2", "B3")):
        expect(name in sheets[number], f"{name}: {sheets[number]}")
        expect("Russia" in sheets[number] or "Israel" in sheets[number], f"{name}: no lanes")
        expect(re.search(r"20\d\d", sheets[number]), f"{name}: no axis")
    expect("123 of 123 events" in squeeze("".join(sheets)), "no count")


def test_one_sheet(folder):
    study = copy_sample(folder)
    path = os.path.join(folder, "one.pdf")
    summary(study, "--kind", "poster", "--paper", "a1", "--landscape", "-o", path)
    n, width, height = measure(path)
    expect(n == 1 and round(width) == 2384 and round(height) == 1684, (n, width, height))
    text = squeeze(run("pdftotext", path, "-").stdout)
    expect("42 of 42 events" in text, text)
    for title in ("Open letter asks Americans to press for direct talks", "Moscow meeting held"):
        expect(title in text, f"no {title} in {text}")


# ---- templates ----


def test_templates(folder):
    study = copy_sample(folder)
    path = os.path.join(folder, "out.pdf")
    apply(study, *TEMPLATES)
    summary(study, "--template", "briefing", "-o", path)
    expect(measure(path)[1:] == (792, 612), measure(path))
    expect("Answers and Silences" in run("pdftotext", path, "-").stdout, "another kind")
    fonts = run("pdffonts", path).stdout
    summary(study, "--template", "Briefing", "--font", "sans", "-o", path)
    expect(fonts.split() != run("pdffonts", path).stdout.split(), "another font")
    summary(study, "--template", "Briefing", "--kind", "chronology", "--paper", "a4", "--font", "sans", "-o", path)
    expect(round(measure(path)[1]) == 595, measure(path))
    expect("Chronology" in run("pdftotext", path, "-").stdout, "options do not go before the template")
    summary(study, "--template", "Wall", "-o", path)
    expect(measure(path)[0] == 2, measure(path))


def test_no_such_template(folder):
    study = copy_sample(folder)
    expect("no template “None”" in summary(study, "--template", "None", status=1).stderr, "no sentence")
    apply(study, *TEMPLATES)
    said = summary(study, "--template", "None", status=1).stderr
    expect("“Briefing”, “Later”, “Wall”" in said, said)
    said = summary(study, "--template", "Later", status=1).stderr
    expect("“Later” is of a kind" in said, said)
    summary(study, "--kind", "film", status=2)


# ---- what leaves ----


def hide(study):
    """Two private events, and a president under a pseudonym."""
    events = {event["title"]: event["id"] for event in listed(study, "events")}
    actors = {actor["name"]: actor["id"] for actor in listed(study, "actors")}
    apply(
        study,
        {"do": "set", "entity": "event", "id": events["Ambulance bomb in Kabul"], "private": True},
        {"do": "set", "entity": "event", "id": events["Taliban announce their spring offensive"], "private": True},
        {"do": "set", "entity": "actor", "id": actors["Ashraf Ghani"], "pseudonym": "Speaker A"},
    )


def test_list(folder):
    study = copy_sample(folder)
    expect(summary(study).stderr == "", "something is said where nothing is hidden")
    hide(study)
    expect(summary(study).stderr == "", "what was not asked for is said")
    said = summary(study, "--pseudonyms").stderr
    expect(re.search(r"Real names still stand in \d+ places; --list-redactions", said), said)
    for kind in ("chronology", "dossier", "answers", "poster"):
        result = summary(study, "--pseudonyms", "--list-redactions", "--kind", kind, "-o", os.path.join(folder, "o.txt"))
        said = result.stderr
        for line in ("40 of 42 events leave", "2 private events are left out", "  Ambulance bomb in Kabul",
                     "1 name is replaced", "  Ashraf Ghani: Speaker A"):
            expect(line in said, f"{kind}: no {line} in {said}")
    said = summary(study, "--pseudonyms", "--list-redactions").stderr
    expect("Event 3: Ghani offers talks" in said, said)
    expect(re.search(r"Note 3: .*President Ghani offered", said), said)


def test_list_is_whole(folder):
    """Each line of a summary that carries the name is on the list."""
    study = copy_sample(folder)
    hide(study)
    result = summary(study, "--pseudonyms", "--list-redactions", "--format", "markdown")
    told = {int(number) for number in re.findall(r"Note (\d+):", result.stderr)}
    found = {
        int(number) for number, text in re.findall(r"^\[\^(\d+)\]: (.*)", result.stdout, re.MULTILINE)
        if "Ghani" in text
    }
    expect(found and found == told, f"{found ^ told} are told or not told")


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    passed = [try_one(number, name, test) for number, (name, test) in enumerate(tests, 1)]
    return 0 if all(passed) else 1


def try_one(number, name, test):
    with tempfile.TemporaryDirectory() as folder:
        try:
            test(folder)
        except Exception as error:  # pylint: disable=broad-except
            print(f"not ok {number} {name}")
            print(f"# {type(error).__name__}: {error}".replace("\n", "\n# "), flush=True)
            return False
    print(f"ok {number} {name}", flush=True)
    return True


sys.exit(main())
