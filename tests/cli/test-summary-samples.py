#!/usr/bin/env python3
"""Summaries of the sample studies, written by the built entente-cli (ENTENTE_CLI), against what its
own list says of them. Writes TAP."""

import json
import os
import re
import subprocess
import sys
import tempfile

CLI = os.environ["ENTENTE_CLI"]
SAMPLES = tuple(
    os.path.join(os.environ["ENTENTE_SAMPLES_DIR"], name + ".entente")
    for name in ("afghan-talks-2018", "iran-nuclear-2003-2015")
)


class Failure(Exception):
    """What a test found wrong."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def run(*words, status=0, text=True, **environment):
    result = subprocess.run(
        words, capture_output=True, text=text, check=False, timeout=120,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1552521600", **environment},
    )
    expect(result.returncode == status, f"{words}: status {result.returncode}: {result.stderr}")
    return result


def summary(study, *words, **environment):
    return run(CLI, "summary", study, *words, **environment).stdout


def listed(study, what, *words):
    return json.loads(run(CLI, "list", study, what, *words, "--format", "json").stdout)


def squeeze(text):
    return " ".join(text.split())


# ---- positions ----


def cells(markdown):
    return [line.strip("| ").split(" | ") for line in markdown.splitlines() if line.startswith("| ")]


def test_positions(_folder):
    for study in SAMPLES:
        every = listed(study, "positions")
        for day in ("2013-11-24", "2018-02-28", "2018-08", "2018-12-31"):
            shown = listed(study, "positions", "--on", day)
            text = summary(study, "--kind", "positions", "--on", day, "--format", "markdown")
            count = re.search(r"\*\*(\d+) of (\d+) positions on ", text)
            expect(count, text)
            expect((int(count[1]), int(count[2])) == (len(shown), len(every)), f"{day}: {count[0]}")
            rows = [row for row in cells(text) if len(row) == 4 and not row[3].startswith("undated")]
            told = [re.sub(r"\\(.)", r"\1", row[1]) for row in rows]
            for position in shown:
                found = [row for row in told if f": {position['text']}" in row]
                expect(found, f"{day}: no {position['text']} in {told}")
                note = re.search(r"\[\^(\d+)\]", found[0])
                if not position["quote"]:
                    continue
                expect(note, f"{day}: no note behind {position['text']}")
                cited = re.search(rf"^\[\^{note[1]}\]: (.*)", text, re.MULTILINE)[1]
                expect(position["quote"][:60] in re.sub(r"\\(.)", r"\1", cited), cited)


def test_positions_of_actors(_folder):
    study = SAMPLES[0]
    text = squeeze(summary(study, "--kind", "positions", "--actor", "Taliban", "--since", "2018"))
    expect("Positions of Taliban." in text, text)
    expect("only the actors narrow positions" in text, text)
    expect(f"of {len(listed(study, 'positions', '--actor', 'Taliban'))} positions" in text, text)
    expect("United States" not in text.split("Notes")[0], text)


def test_positions_usage(_folder):
    study = SAMPLES[0]
    said = run(CLI, "summary", study, "--on", "2018-01-01", status=2).stderr
    expect("--kind positions" in said, said)
    said = run(CLI, "summary", study, "--kind", "positions", "--on", "2018/..", status=2).stderr
    expect("has no end" in said, said)
    said = run(CLI, "summary", study, "--kind", "novel", status=2).stderr
    expect("answers, positions, evidence" in said, said)


# ---- pages ----


def pdf(folder, study, *words, said="", **environment):
    path = os.path.join(folder, "out.pdf")
    result = run(CLI, "summary", study, *words, "-o", path, **environment)
    expect(result.stderr.strip() == said, result.stderr)
    return path


def pages_of(path, *words):
    return run("pdftotext", *words, path, "-").stdout.split("\f")[:-1]


def size_of(path):
    return re.search(r"Page size: +([\d.]+) x ([\d.]+)", run("pdfinfo", path).stdout).groups()


def fonts_of(path):
    lines = run("pdffonts", path).stdout.splitlines()[2:]
    return [line.split()[0] for line in lines], [line[54:].split() for line in lines]


def test_page_options(folder):
    study = SAMPLES[0]
    plain = len(pages_of(pdf(folder, study)))
    expect(size_of(pdf(folder, study, "--paper", "letter", "--landscape")) == ("792", "612"), "paper")
    expect(len(pages_of(pdf(folder, study, "--size", "13"))) > plain, "size")
    expect(len(pages_of(pdf(folder, study, "--margins", "45"))) > plain, "margins")
    names, _ = fonts_of(pdf(folder, study))
    expect(any("Sans" in name or "Cantarell" in name for name in names), names)
    names, _ = fonts_of(pdf(folder, study, "--font", "serif"))
    expect(names and not any("Sans" in name or "Cantarell" in name for name in names), names)
    note = "entente-cli: This summary has tables as wide as the page: it is set in one column."
    pdf(folder, study, "--kind", "answers", "--columns", "2", said=note)
    for words in (("--font", "gothic"), ("--columns", "3"), ("--margins", "0"), ("--size", "40"), ("--notes", "x")):
        run(CLI, "summary", study, *words, "-o", os.path.join(folder, "no.pdf"), status=2)
        expect(not os.path.exists(os.path.join(folder, "no.pdf")), words)


def plain(markdown):
    return re.sub(r"\\(.)", r"\1", markdown)


def notes_of(markdown):
    """Text of each note by its number."""
    return {int(n): plain(text) for n, text in re.findall(r"^\[\^(\d+)\]: (.*)$", markdown, re.MULTILINE)}


def test_two_columns(folder):
    """Each entry stands in the left or the right half, and its note below it in the same half."""
    study = SAMPLES[0]
    path = pdf(folder, study, "--columns", "2")
    notes = notes_of(summary(study, "--format", "markdown"))
    titles = [event["title"] for event in listed(study, "events")]
    found = []
    for number, page in enumerate(pages_of(path), 1):
        expect(page.count("Chronology") == 1, page)
        for left in ("0", "298"):
            half = squeeze(run("pdftotext", "-f", str(number), "-l", str(number), "-x", left, "-y", "60",
                               "-W", "297", "-H", "740", path, "-").stdout)
            for title in titles:
                mark = re.search(re.escape(title) + r" (\d+)", half)
                if mark:
                    found.append(title)
                    expect(notes[int(mark[1])][:30] in half, f"page {number}: no note {mark[1]} in {half}")
    expect(sorted(found) == sorted(titles), set(titles) ^ set(found))


# ---- all of them ----


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
