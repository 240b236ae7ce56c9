#!/usr/bin/env python3
"""Summaries of the sample studies, written by the built entente-cli (ENTENTE_CLI), against what its
own list says of them. Writes TAP."""

import os
import re
import resource
import signal
import subprocess
import time

import summaries
from summaries import CLI, SAMPLES, expect, fonts_of, listed, notes_of, pages_of, pdf, plain, run, size_of, squeeze, summary


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


def test_page_options(folder):
    study = SAMPLES[0]
    plain = len(pages_of(pdf(folder, study)))
    expect(size_of(pdf(folder, study, "--paper", "letter", "--landscape")) == ("792", "612"), "paper")
    expect(len(pages_of(pdf(folder, study, "--size", "13"))) > plain, "size")
    expect(len(pages_of(pdf(folder, study, "--margins", "45"))) > plain, "margins")
    # Cairo gives a font of many weights, as Cantarell is in later systems, no name of its own.
    names, _ = fonts_of(pdf(folder, study))
    expect(any(re.search("Sans|Cantarell|CairoFont", name) for name in names), names)
    names, _ = fonts_of(pdf(folder, study, "--font", "serif"))
    expect(names and not any("Sans" in name or "Cantarell" in name for name in names), names)
    note = "entente-cli: This summary has tables as wide as the page: it is set in one column."
    pdf(folder, study, "--kind", "answers", "--columns", "2", said=note)
    for words in (("--font", "gothic"), ("--columns", "3"), ("--margins", "0"), ("--size", "40"), ("--notes", "x")):
        run(CLI, "summary", study, *words, "-o", os.path.join(folder, "no.pdf"), status=2)
        expect(not os.path.exists(os.path.join(folder, "no.pdf")), words)


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


# ---- when it cannot be written ----


def limit_files():
    """A full disk for this process alone: no file may grow beyond 4,000 bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))


def test_full_disk(folder):
    """The old file stays as it was, nothing else is left, and one sentence names file and mend."""
    for ending in ("pdf", "odt", "html", "md", "txt"):
        path = os.path.join(folder, f"out.{ending}")
        with open(path, "w", encoding="utf-8") as file:
            file.write("what was there before")
        result = subprocess.run(
            [CLI, "summary", SAMPLES[0], "-o", path], capture_output=True, text=True, check=False, timeout=120,
            preexec_fn=limit_files,
        )
        expect(result.returncode == 1, f"{ending}: {result.returncode}")
        said = result.stderr.strip()
        expect(f"out.{ending}" in said and "room" in said and len(said.splitlines()) == 1, said)
        with open(path, encoding="utf-8") as file:
            expect(file.read() == "what was there before", f"{ending}: the old file is another")
    expect(sorted(os.listdir(folder)) == sorted(f"out.{e}" for e in ("pdf", "odt", "html", "md", "txt")),
           os.listdir(folder))


def test_interrupted(folder):
    """Ctrl+C while pages are written: the old file stays, and nothing else is left."""
    study, path = os.path.join(folder, "s.entente"), os.path.join(folder, "out.pdf")
    with open(os.path.join(folder, "events.tsv"), "w", encoding="utf-8") as table:
        table.write("date\tsource\tcameo_label\ttarget\tcameo_code\n")
        for i in range(6000):
            table.write(f"2018-{i % 12 + 1:02}-{i % 28 + 1:02}\tActor {i % 9}\tSay\tActor {i % 7 + 9}\t010\n")
    run(CLI, "new", study)
    run(CLI, "import-events", study, os.path.join(folder, "events.tsv"))
    before = set(os.listdir(folder)) | {"out.pdf"}
    with open(path, "w", encoding="utf-8") as file:
        file.write("what was there before")
    with subprocess.Popen([CLI, "summary", study, "-o", path], stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not set(os.listdir(folder)) - before:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=120)[1]
    expect(process.returncode == 1, f"{process.returncode}: {said}")
    expect(len(said.splitlines()) == 1, said)
    with open(path, encoding="utf-8") as file:
        expect(file.read() == "what was there before", "the old file is another")
    expect(set(os.listdir(folder)) <= before, set(os.listdir(folder)) - before)


summaries.main(globals())
