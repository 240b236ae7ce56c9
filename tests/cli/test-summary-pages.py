#!/usr/bin/env python3
"""Every kind of summary of the sample studies as a PDF: everything once, in its place, with its note
on the page; what every page must bear; a file that other programs find whole. Writes TAP."""

import os
import re

import summaries
from summaries import KINDS, MARK, SAMPLES, blocks_of, entries_of, expect, fonts_of, has_rtl, head_of, listed, notes_of
from summaries import pages_of, pdf, run, squeeze, summary


def check_frame(pages, markdown, name):
    """Head and foot of every page: what it is of, of how many, from when, and which page it is."""
    said = head_of(markdown)
    expect(len(said) == 5 and all(said), said)
    for number, page in enumerate(pages, 1):
        for part in (*said, f"{number} of {len(pages)}"):
            expect(part in page, f"{name}, page {number}: no {part} in {page}")


def check_blocks(pages, said, name):
    """Each block once, in order, and all of it on one page. Gives the page on which each note is
    mentioned first."""
    text, starts, marks = "", [], {}
    for page in pages:
        starts.append(len(text))
        text += page + " "
    at = 0
    for line in said:
        words = line.replace(MARK, "")
        pattern = re.escape(line).replace(f"\\ {MARK}", " ?").replace(MARK, "")
        if has_rtl(words):  # letters stand in the order in which they are seen
            expect(words.split()[0] in text[at:], f"{name}: no {words}")
            continue
        match = re.compile(pattern + " ").search(text, at)
        expect(match, f"{name}: not in its place: {words}; behind {text[max(0, at - 200):at]}")
        found, at = match.start(), match.end() - 1
        page = sum(start <= found for start in starts) - 1
        expect(page + 1 == len(pages) or at <= starts[page + 1], f"{name}: over two pages: {words}")
        for number in re.findall(rf"{MARK}(\d+)", line):
            marks.setdefault(int(number), page)
    return marks


def check_notes(pages, notes, marks, name, at_end=False):
    """A note begins on the page of its first mark, or all of them stand behind the rest."""
    expect(sorted(marks) == sorted(notes), f"{name}: {set(marks) ^ set(notes)} have no mark or no note")
    last = 0
    for number, text in notes.items():
        begins = f" {number} {squeeze(text)[:28]}"
        holding = [i for i, page in enumerate(pages) if begins in f" {page}"]
        expect(holding, f"{name}: no note {number}, {text[:28]}")
        if at_end:
            expect(holding[-1] >= max(marks.values()) and holding[-1] >= last, f"{name}: note {number}")
            last = holding[-1]
        else:
            expect(marks[number] in holding, f"{name}: note {number} on {holding}, mark on {marks[number]}")


def check_whole(path, name):
    run("qpdf", "--check", path)
    names, embedded = fonts_of(path)
    expect(names and set(embedded) == {"yes"}, f"{name}: {names} {embedded}")


def check_pdf(folder, study, kind, *page_words):
    markdown = summary(study, *KINDS[kind], "--format", "markdown")
    path = pdf(folder, study, *KINDS[kind], *page_words)
    pages = [squeeze(page) for page in pages_of(path, "-raw")]
    name = f"{os.path.basename(study)}, {kind}, {' '.join(page_words)}"
    check_frame(pages, markdown, name)
    marks = check_blocks(pages, blocks_of(markdown), name)
    check_notes(pages, notes_of(markdown), marks, name, "end" in page_words)
    check_whole(path, name)


def check_kind(folder, kind):
    for study in SAMPLES:
        check_pdf(folder, study, kind)
        check_pdf(folder, study, kind, "--landscape", "--font", "serif", "--size", "11")
        check_pdf(folder, study, kind, "--paper", "letter", "--notes", "end")


# ---- what must be there, by the study's own list ----

# Who they are about, in each study.
PARTIES = ("Taliban", "Iran")


def in_order(study, *words):
    """Number, EDTF and title of the events of a filter: the dated first, all in the order of the list."""
    entries = entries_of(summary(study, *words, "--format", "markdown"))
    events = listed(study, "events", *words)
    where = {event["title"]: i for i, event in enumerate(events)}
    expect(len(where) == len(events), "a title is there twice")
    expect([entry[0] for entry in entries] == list(range(1, len(events) + 1)), f"{words}: {entries}")
    places = [where.get(entry[2]) for entry in entries]
    expect(None not in places and sorted(places) == list(range(len(events))), f"{words}: {places}")
    falls = [i for i in range(1, len(places)) if places[i] < places[i - 1]]
    expect(len(falls) <= 1, f"{words}: not in order at {falls}")
    return entries, {event["title"]: event for event in events}


def test_every_event_once(_folder):
    for study, party in zip(SAMPLES, PARTIES):
        filters = (
            (), ("--since", "2013", "--until", "2018-06"), ("--actor", party), ("--evidence", "single"),
            ("--actor", party, "--actor", "United States", "--match", "between"),
        )
        for words in filters:
            entries, events = in_order(study, *words)
            for _, edtf, title, note in entries:
                told = events[title]["when"]["edtf"]
                expect(edtf == told or not told, f"{title}: {edtf}, not {told}")
                expect(bool(note) == bool(events[title]["claims"]), f"{title}: {note}")


def rows_below(markdown, heading):
    """First cells of the table below a heading."""
    found = re.search(rf"^#+ {heading}.*\n\n(?:(?!#|\|).*\n\n?)*((?:\|.*\n)+)", markdown, re.MULTILINE)
    return [row.split(" | ")[0].strip("| ") for row in found[1].splitlines()[2:]] if found else []


def test_kinds_hold_what_they_should(_folder):
    for study, actor in zip(SAMPLES, PARTIES):
        entries, events = in_order(study)
        by_number = {str(number): events[title] for number, _, title, _ in entries}
        text = summary(study, "--kind", "evidence", "--format", "markdown")
        single = {number for number, event in by_number.items() if event["evidence"] == "single"}
        expect(set(rows_below(text, "One report")) == single, "evidence: one report")
        for event in by_number.values():
            if event["evidence"] in ("denied", "contested"):
                expect(re.search(rf"^### .* · {re.escape(event['title'])}$", summaries.plain(text), re.MULTILINE), event)
        text = summary(study, "--kind", "dossier", "--actor", actor, "--format", "markdown")
        entries, events = in_order(study, "--actor", actor)
        made = {
            str(number) for number, _, title, _ in entries
            if any(p["actor"] == actor and p["role"] == "initiator" for p in events[title]["participants"])
        }
        expect(made and set(rows_below(text, "Moves made")) == made, f"{actor}: {made}")


# ---- on pages ----


def test_chronology(folder):
    check_kind(folder, "chronology")
    for study in SAMPLES:
        check_pdf(folder, study, "chronology", "--margins", "30", "--size", "7")
        check_pdf(folder, study, "chronology", "--columns", "2")
        check_pdf(folder, study, "chronology", "--columns", "2", "--landscape", "--direction", "rtl")


def test_chronology_in_short(folder):
    check_kind(folder, "chronology in short")


def test_chronology_in_columns(folder):
    check_kind(folder, "chronology in columns")


def test_dossier(folder):
    check_kind(folder, "dossier")


def test_answers(folder):
    check_kind(folder, "answers")


def test_positions(folder):
    check_kind(folder, "positions")


def test_evidence(folder):
    check_kind(folder, "evidence")


def test_article(folder):
    check_kind(folder, "article")


summaries.main(globals())
