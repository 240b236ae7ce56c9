#!/usr/bin/env python3
"""Summaries under other languages: the same events in the same order, with words, numbers and
direction of the language; and the same bytes for the same study. Writes TAP."""

import json
import os
import re

import summaries
from summaries import CLI, KINDS, SAMPLES, blocks_of, entries_of, expect, has_rtl, listed, notes_of, pages_of, pdf, run
from summaries import squeeze, summary

# Where the catalogues of this build are.
CATALOGUES = os.path.join(os.path.dirname(os.path.dirname(CLI)), "po")
LANGUAGES = {"de": "de_DE", "tr": "tr_TR", "ar": "ar_EG"}


def languages(folder):
    """The environment of each language, with a locale that is made for it."""
    yield "C", {"LC_ALL": "C"}
    for language, name in LANGUAGES.items():
        path = os.path.join(folder, f"{name}.UTF-8")
        if not os.path.exists(path):
            run("localedef", "-i", name, "-f", "UTF-8", path)
        yield language, {"LC_ALL": f"{name}.UTF-8", "LOCPATH": folder, "ENTENTE_LOCALEDIR": CATALOGUES}


def test_order(folder):
    for study in SAMPLES:
        events = listed(study, "events")
        expected = entries_of(summary(study, "--format", "markdown"))
        expect(len(expected) == len(events), f"{len(expected)} of {len(events)}")
        for language, environment in languages(folder):
            found = entries_of(summary(study, "--format", "markdown", **environment))
            expect([entry[:3] for entry in found] == [entry[:3] for entry in expected], f"{language}: {found}")


def test_rows(folder):
    """Tables tell the same moves in the same order, by their numbers and their own words."""
    titles = {event["title"] for study in SAMPLES for event in listed(study, "events")}
    for study in SAMPLES:
        for kind, words in KINDS.items():
            told = {}
            for language, environment in languages(folder):
                blocks = blocks_of(summary(study, *words, "--format", "markdown", **environment))
                told[language] = [
                    (re.match(r"\d*", block)[0], title) for block in blocks for title in titles if title in block
                ]
            for language, found in told.items():
                expect(sorted(found) == sorted(told["C"]), f"{language}, {kind}")
                expect(len(found) == len(told["C"]), f"{language}, {kind}: {len(found)}")


def test_words(folder):
    """Dates, counts and heads are words of the language."""
    said = {
        "C": ("42 of 42 events", "27 January 2018", "Version 214"),
        "de": ("42 von 42 Ereignissen", "27. Januar 2018", "Undatiert"),
        "tr": ("27 Ocak 2018", "Notlar"),
        "ar": ("42 of 42 events", "27 January 2018"),
    }
    for language, environment in languages(folder):
        text = squeeze(summary(SAMPLES[0], **environment))
        for words in said[language]:
            expect(words in text, f"{language}: no {words} in {text[:400]}")


def test_names_are_found_in_any_case(folder):
    """The dotless i of Turkish changes no name, no kind and no option."""
    for language, environment in languages(folder):
        for name in ("Iran", "IRAN", "iran"):
            result = run(CLI, "list", SAMPLES[1], "events", "--actor", name, "--format", "json", **environment)
            expect(len(json.loads(result.stdout)) == len(listed(SAMPLES[1], "events", "--actor", "Iran")), language)
        for kind in ("chronology", "positions"):
            expect(summary(SAMPLES[1], *KINDS[kind], "--actor", "IRAN", **environment), language)


def test_direction(folder):
    for language, environment in languages(folder):
        page = summary(SAMPLES[0], "--format", "html", **environment)
        direction = re.search(r'<html [^>]*dir="(\w+)"', page)[1]
        expect(direction == ("rtl" if language == "ar" else "ltr"), f"{language}: {direction}")
        page = pages_of(pdf(folder, SAMPLES[0], "--kind", "dossier", **environment), "-layout")[0]
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        expect(lines[0].startswith("Afghan Peace Talks") == (direction == "ltr"), f"{language}: {lines[0]}")
        expect(lines[0].endswith("Afghan Peace Talks, 2018") == (direction == "rtl"), f"{language}: {lines[0]}")
        expect(lines[-1].startswith("Entente") == (direction == "ltr"), f"{language}: {lines[-1]}")


def test_letters_of_names(folder):
    """An Arabic name keeps its letters, and their order, in each direction."""
    expected = None
    for direction in ("ltr", "rtl"):
        text = "".join(pages_of(pdf(folder, SAMPLES[0], "--kind", "dossier", "--direction", direction)))
        words = sorted({word for word in text.split() if has_rtl(word)})
        expect(words and (expected is None or words == expected), f"{direction}: {words}")
        expected = words


def read(path):
    with open(path, "rb") as file:
        return file.read()


def check_same_bytes(folder, words, endings, environment):
    for ending in endings:
        twice = []
        for zone in ("UTC", "Asia/Tokyo"):
            path = os.path.join(folder, f"{zone[:3]}.{ending}")
            run(CLI, "summary", *words, "-o", path, TZ=zone, **environment)
            twice.append(read(path))
        expect(twice[0] == twice[1], f"{environment}: {words}, {ending}")


def test_same_bytes(folder):
    """The same study gives the same bytes, today and tomorrow, at home and abroad."""
    for language, environment in languages(folder):
        if language == "C":
            for study in SAMPLES:
                for words in KINDS.values():
                    check_same_bytes(folder, (study, *words), ("pdf", "html", "odt"), environment)
        else:
            check_same_bytes(folder, (SAMPLES[0],), ("pdf", "html", "odt", "md", "txt"), environment)


def test_notes_stay(folder):
    """Quotes, names and addresses in notes are those of the study in any language."""
    quotes = [claim["quote"] for claim in listed(SAMPLES[0], "claims") if claim.get("quote")]
    expect(len(quotes) > 30, f"{len(quotes)} quotes")
    for language, environment in languages(folder):
        notes = squeeze(" ".join(notes_of(summary(SAMPLES[0], "--format", "markdown", **environment)).values()))
        missing = [quote for quote in quotes if squeeze(quote)[:100] not in notes]
        expect(not missing, f"{language}: {missing}")


summaries.main(globals())
