#!/usr/bin/env python3
"""Drives the built entente-cli (ENTENTE_CLI) from outside: every command, its exit status, its
sentences and the names in its JSON. Writes TAP."""

import csv
import datetime
import io
import itertools
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
CLI = os.environ["ENTENTE_CLI"]

STORY = """\
# A comment, then a blank line.

{"do":"set-study","title":"Harbour Talks","coder":"Ada"}
{"do":"add-actor","key":"north","name":"North","kind":"state","aliases":["Northern Kingdom"]}
{"do":"add-actor","key":"south","name":"South","kind":"government"}
{"do":"add-actor","key":"envoy","name":"Ilse Dahl","kind":"person"}
{"do":"add-affiliation","actor":"envoy","parent":"north","from":"2018","certainty":"certain"}
{"do":"add-article","key":"report","file":"report.txt"}
{"do":"add-event","key":"invite","kind":"invitation","title":"The invitation",\
"when":{"edtf":"2018-03","wording":"in March"},\
"participants":[{"actor":"north","role":"initiator"},{"actor":"south","role":"addressee"}]}
{"do":"add-event","key":"yes","kind":"accept-invitation","when":"2018-04-02",\
"participants":[{"actor":"south","role":"initiator"},{"actor":"north","role":"addressee"}]}
{"do":"add-event","key":"visit","kind":"visit","participants":[{"actor":"envoy","role":"initiator"}]}
{"do":"add-claim","event":"invite","article":"report","quote":"North invited South to talks"}
{"do":"add-claim","event":"yes","article":"report","quote":"South said yes","speaker":"south",\
"stance":"confirms"}
{"do":"link","from":"yes","to":"invite","type":"accepts"}
{"do":"add-question","text":"Who came?","kind":"identity","event":"visit"}
{"do":"add-view","name":"Southern moves","query":{"by":["south"]}}
"""

REPORT = """\
Talks in the harbour

Ada Lind

1 August 2018

North invited South to talks in March. South said yes.[1] What came of it is not known to us, and
the harbour is quiet.

[1] 3 April 2018
"""

TABLE = """\
date\tsource\tcameo_label\ttarget\tcameo_code
2018-01-01\tNORTH\tMake statement\tEast\t010
2018-01-02\tEast\tExpress intent to meet\tNorthern Kingdom\t036
"""


class Failure(Exception):
    """What a test found wrong."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def expect_equal(found, expected):
    expect(found == expected, f"{found!r} is not {expected!r}")


class Place:
    """A folder of its own for each test."""

    made = ""  # where the study of the story is kept

    def __init__(self, folder):
        self.folder = folder
        self.write("report.txt", REPORT)
        self.write("story.jsonl", STORY)
        self.write("events.tsv", TABLE)

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8", newline="") as file:
            return file.read()

    def exists(self, name):
        return os.path.exists(os.path.join(self.folder, name))

    def run(self, *words, stdin="", stdout=subprocess.PIPE):
        return subprocess.run(
            [CLI, *words], cwd=self.folder, input=stdin, stdout=stdout, stderr=subprocess.PIPE,
            text=True, encoding="utf-8", check=False, timeout=60,
        )

    def ok(self, *words, stdin=""):
        """Standard output of a command that must be done, with nothing said."""
        result = self.run(*words, stdin=stdin)
        expect(result.returncode == 0, f"{words}: status {result.returncode}, {result.stderr}")
        expect(result.stderr == "", f"{words}: said {result.stderr}")
        return result.stdout

    def fails(self, status, *words, stdin=""):
        """The one sentence of a command that must fail with this status."""
        result = self.run(*words, stdin=stdin)
        expect(
            result.returncode == status,
            f"{words}: status {result.returncode}, not {status}: {result.stderr}",
        )
        lines = result.stderr.splitlines()
        expect(len(lines) == 1, f"{words}: said {lines}")
        expect(lines[0].startswith("entente-cli: "), lines[0])
        expect(status == 2 or lines[0].endswith((".", "?")), f"no sentence: {lines[0]}")
        return lines[0]

    def story(self):
        """The study, made once and copied."""
        target = os.path.join(self.folder, "s.entente")
        if not os.path.exists(Place.made):
            self.ok("new", "s.entente")
            self.ok("apply", "s.entente", "story.jsonl")
            shutil.copy(target, Place.made)
        shutil.copy(Place.made, target)

    def list(self, *words):
        return json.loads(self.ok("list", "s.entente", *words, "--format", "json"))


# ---- usage ----


def test_help(place):
    commands = (
        "new", "import", "import-events", "import-references", "import-actors", "list", "show",
        "apply", "count", "summary", "export", "undo", "redo", "history", "check", "edtf", "suggest",
        "merge-actors", "split-actor", "unknown-names", "send", "log",
    )
    text = place.ok("--help")
    for command in commands:
        expect(re.search(rf"^  {command} ", text, re.MULTILINE), f"{command} is missing")
        expect(f"entente-cli {command}" in place.ok(command, "--help"), command)
    query = place.ok("list", "--help")
    for word in ("--match any|all|none|between", "--field NAME=VALUE", "--exclusive", "--view NAME"):
        expect(word in query, f"the help of a query lacks {word}")
    expect(max(map(len, query[query.index("QUERY chooses"):].splitlines())) <= 80, "too wide")
    expect(re.fullmatch(r"entente-cli \d+\.\d+\S*\n", place.ok("--version")), "version")


def test_wrong_usage(place):
    place.story()
    for words in (
        (), ("lst",), ("list",), ("list", "s.entente"), ("list", "s.entente", "everything"),
        ("list", "s.entente", "events", "--format", "xml"), ("list", "s.entente", "events", "x"),
        ("list", "s.entente", "events", "--colour"), ("count", "s.entente", "--actor"),
        ("count", "s.entente", "--match", "some"), ("count", "s.entente", "--kind", "invitaton"),
        ("count", "s.entente", "--match", "between", "--actor", "North"),
        ("show", "s.entente", "place", "1"), ("export", "s.entente"), ("undo",), ("edtf",),
        ("count", "s.entente", "--surely=yes"), ("count", "s.entente", "--since", "2018-13"),
    ):
        place.fails(2, *words)
    expect("“list”" in place.fails(2, "lst"), "no look-alike")


def test_nothing_of_a_window(place):
    said = subprocess.run(
        ["readelf", "-d", CLI], capture_output=True, text=True, check=True,
    ).stdout
    for library in ("libgtk", "libgdk", "libadwaita", "libX11", "libwayland"):
        expect(library not in said, library)


# ---- making and filling ----


def test_new(place):
    place.ok("new", "s.entente", "--title", "Harbour Talks")
    expect_equal(place.ok("count", "s.entente"), "0 of 0\n")
    expect("Name study" in place.ok("history", "s.entente"), "no step for the title")
    before = os.stat(os.path.join(place.folder, "s.entente")).st_mtime_ns
    place.fails(1, "new", "s.entente")
    expect_equal(os.stat(os.path.join(place.folder, "s.entente")).st_mtime_ns, before)
    place.fails(1, "new", "nowhere/s.entente")


def test_import(place):
    place.ok("new", "s.entente")
    number, title = place.ok("import", "s.entente", "report.txt").rstrip("\n").split("\t")
    expect_equal(title, "Talks in the harbour")
    (article,) = place.list("articles")
    expect_equal(article["id"], number)
    expect_equal(article["authors"], "Ada Lind")
    expect_equal(article["published"]["edtf"], "2018-08-01")
    result = place.run(
        "import", "s.entente", "-", "--title", "Another", "--author", "A", "--author", "B",
        "--published", "2018~", "--url", "https://example.org/", stdin="A title\n\nSome words of a text.\n",
    )
    expect_equal(result.returncode, 0)
    other = place.list("articles")[1]
    expect_equal(other["title"], "Another")
    expect_equal(other["authors"], "A; B")
    expect_equal(other["published"]["edtf"], "2018~")
    expect_equal(other["url"], "https://example.org/")


PAGE = """<!doctype html><html lang="en"><head><title>The River Talks | Bay Post</title>
<meta property="article:published_time" content="2017-05-03T09:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>The River Talks</h1><p>The two delegations met on the old bridge and agreed to speak again.</p></article>
</body></html>"""


def test_import_formats(place):
    place.ok("new", "s.entente")
    place.write("page.html", PAGE)
    place.write("notes.md", "# The *Ferry* Talks\n\nThe two delegations met on the ferry.\n")
    place.run("import", "s.entente", "page.html", "notes.md")
    result = place.run("import", "s.entente", "-", "--format", "html", stdin=PAGE)
    expect_equal(result.returncode, 0)
    page, notes, again = place.list("articles")
    expect_equal(page["title"], "The River Talks")
    expect_equal(page["published"]["edtf"], "2017-05-03")
    expect_equal(notes["title"], "The Ferry Talks")
    expect_equal(again["title"], page["title"])
    place.fails(1, "import", "s.entente", "page.html", "--format", "odt")


def test_references(place):
    place.ok("new", "s.entente")
    place.write(
        "list.ris", "TY  - NEWS\nTI  - The River Talks\nAU  - Ortiz, Maya\nDA  - 2017/05//\nER  - \n"
    )
    expect_equal(
        place.ok("import-references", "s.entente", "list.ris"), "1 added, 0 filled in, 0 known\n"
    )
    for form in ("ris", "bibtex", "csl-json"):
        text = place.ok("export", "s.entente", "--format", form)
        expect("2017" in text and "Ortiz" in text, text)
        place.ok("new", f"{form}.entente")
        result = place.run("import-references", f"{form}.entente", "-", "--format", form, stdin=text)
        expect_equal(result.stdout, "1 added, 0 filled in, 0 known\n")
        expect_equal(place.ok("export", f"{form}.entente", "--format", form), text)
    expect_equal(
        place.ok("import-references", "s.entente", "list.ris"), "0 added, 0 filled in, 1 known\n"
    )
    place.write("bad.bib", "@article{a, title = {x")
    expect("line 1" in place.fails(1, "import-references", "s.entente", "bad.bib"), "no line")
    expect_equal(len(place.list("articles")), 1)


def test_import_fails_whole(place):
    place.ok("new", "s.entente")
    said = place.fails(1, "import", "s.entente", "report.txt", "missing.txt")
    expect("missing.txt" in said, said)
    place.fails(1, "import", "s.entente", "report.txt", "--published", "2018-13")
    place.fails(1, "import", "missing.entente", "report.txt")
    expect_equal(place.list("articles"), [])


def test_import_events(place):
    place.story()
    expect_equal(place.ok("import-events", "s.entente", "events.tsv"), "2 events\n")
    expect_equal(place.ok("count", "s.entente"), "5 of 5\n")
    expect_equal(len(place.list("actors")), 4)
    expect_equal(place.ok("count", "s.entente", "--actor", "North"), "4 of 5\n")
    place.write("bad.tsv", TABLE + "2018-02-30\tNorth\tMake statement\tEast\t010\n")
    said = place.fails(1, "import-events", "s.entente", "bad.tsv")
    expect("bad.tsv" in said and "4" in said, said)
    expect_equal(place.ok("count", "s.entente"), "5 of 5\n")
    place.ok("undo", "s.entente")
    expect_equal(place.ok("count", "s.entente"), "3 of 3\n")
    expect_equal(place.ok("import-events", "s.entente", "-", stdin=TABLE), "2 events\n")


def test_own_fields(place):
    place.story()
    first, second, third = (event["id"] for event in place.list("events"))
    place.write("fields.jsonl", "".join(json.dumps(line) + "\n" for line in [
        {"do": "add-field", "key": "tone", "name": "Tone", "entity": "event", "type": "choice",
         "choices": "calm\ntense"},
        {"do": "add-field-value", "field": "tone", "subject": first, "value": "calm"},
        {"do": "add-field-value", "field": "tone", "subject": second, "value": "tense"},
    ]))
    place.ok("apply", "s.entente", "fields.jsonl")
    expect_equal(place.ok("count", "s.entente", "--field", "tone=calm"), "1 of 3\n")
    expect_equal(
        place.ok("count", "s.entente", "--field", "Tone=calm", "--field-match", "Tone=none"),
        "2 of 3\n",
    )
    (empty,) = place.list("events", "--field-empty", "Tone")
    expect_equal(empty["id"], third)
    said = place.ok("count", "s.entente", "--field", "Tone=calm", "--facets")
    expect("Tone\ttense\t1 of 1\n" in said and "Tone\t(none)\t1 of 1\n" in said, said)
    said = place.fails(1, "count", "s.entente", "--field", "Tome=calm")
    expect("Tone" in said, said)
    place.fails(2, "count", "s.entente", "--field", "Tone=clam")


def test_import_events_by_map(place):
    place.ok("new", "s.entente")
    place.write("plain.csv", "When,Who,What,Whom\n2018-01-01,North,invitation,South\n")
    place.ok(
        "import-events", "s.entente", "plain.csv", "--map", "date=1,source=2,kind=3,target=4",
    )
    (event,) = place.list("events")
    expect_equal(event["kind"], "invitation")


def test_import_events_skips(place):
    place.ok("new", "s.entente")
    place.write("old.csv", "When;What\n44 BC;A death\n2018-02-30;A day that was not\n500;A birth\n")
    fields = ("--map", "date=1,title=2,kind=outside-event")
    said = place.fails(1, "import-events", "s.entente", "old.csv", *fields)
    expect("3" in said and "2018-02-30" in said, said)
    expect_equal(place.list("events"), [])
    result = place.run("import-events", "s.entente", "old.csv", *fields, "--skip")
    expect_equal(result.returncode, 0)
    expect_equal(result.stdout, "2 events\n1 row was left out\n")
    expect("line 3" in result.stderr and "2018-02-30" in result.stderr, result.stderr)
    expect_equal([event["when"]["edtf"] for event in place.list("events")], ["-0043", "0500"])


DICTIONARY = """NORWAY_ [NOR]
SIGRID_MOEN_ # changed sides
+S._MOEN_
\t[NORGOV 930101-970630]
\t[NORREB >970701]
NOBODY_
"""


def test_import_actors(place):
    place.ok("new", "s.entente")
    place.write("list.txt", DICTIONARY)
    result = place.run("import-actors", "s.entente", "list.txt")
    expect_equal(result.returncode, 0)
    expect_equal(
        result.stdout,
        "2 actors added, 2 bodies made, 1 other name, 3 affiliations, 1 line left out\n",
    )
    expect("list.txt" in result.stderr and "line 6" in result.stderr, result.stderr)
    for day in ("1993-05-01", "1998-05-01"):
        line = {
            "do": "add-event", "kind": "statement", "when": day,
            "participants": [{"actor": "S. Moen", "role": "initiator"}],
        }
        place.ok("apply", "s.entente", "-", stdin=json.dumps(line))
    for body in ("Government (Norway)", "Rebel (Norway)", "Norway"):
        said = place.ok("count", "s.entente", "--actor", body, "--members")
        expect_equal((body, said), (body, "1 of 2\n"))
    for _ in range(3):
        place.ok("undo", "s.entente")
    expect_equal(place.list("actors"), [])


def test_import_actors_of_a_table(place):
    place.ok("new", "s.entente")
    place.write("people.csv", "Who;Whose;Since\nMoen;Norway;1993\nBerg;Norway;soon\n")
    result = place.run(
        "import-actors", "s.entente", "people.csv", "--map", "name=1,parent=Whose,from=3"
    )
    expect_equal(result.stdout, "1 actor added, 1 body made, 1 affiliation, 1 line left out\n")
    expect("line 3" in result.stderr and "soon" in result.stderr, result.stderr)
    place.fails(1, "import-actors", "s.entente", "people.csv", "--map", "name=9")
    place.fails(1, "import-actors", "s.entente", "missing.csv")
    place.fails(2, "import-actors", "s.entente", "people.csv", "--format", "abc")


def test_merge_and_split(place):
    place.story()
    before = place.list("actors")
    preview = place.ok("merge-actors", "s.entente", "North", "South", "--preview")
    expect("becomes an alias" in preview, preview)
    expect_equal(place.list("actors"), before)
    expect_equal(place.ok("merge-actors", "s.entente", "North", "South"), preview)
    expect_equal(len(place.list("actors")), len(before) - 1)
    place.ok(
        "split-actor", "s.entente", "North", "South", "--alias", "South", "--kind", "invitation"
    )
    expect_equal(place.ok("count", "s.entente", "--actor", "South"), "1 of 3\n")
    place.ok("undo", "s.entente")
    place.ok("undo", "s.entente")
    expect_equal(place.list("actors"), before)
    place.fails(1, "merge-actors", "s.entente", "North", "North")
    place.fails(1, "merge-actors", "s.entente", "North", "Nowhere")
    place.fails(1, "split-actor", "s.entente", "North", "East", "--alias", "South")


def test_unknown_names(place):
    place.ok("new", "s.entente")
    place.write("two.txt", "Omar Haldan rejected the offer. Omar Haldan left.\n")
    place.run("import", "s.entente", "two.txt")
    said = place.ok("unknown-names", "s.entente").splitlines()
    expect_equal(said, ["2\tOmar Haldan\tperson\tOmar Haldan rejected the offer."])
    place.ok("apply", "s.entente", "-", stdin='{"do":"add-actor","name":"Omar Haldan"}')
    expect_equal(place.ok("unknown-names", "s.entente"), "")


ERAS = """{"do":"add-era","key":"fairs","name":"Fairs","extent":"2018-05-01/2018-05-31","recurring":true}
{"do":"set","entity":"era","id":"fairs","extent":"2018-05-01/2018-05-21"}
{"do":"delete","entity":"era","id":"fairs"}
"""


def test_apply_eras(place):
    place.ok("new", "s.entente")
    place.write("eras.jsonl", ERAS)
    place.ok("apply", "s.entente", "eras.jsonl")
    steps = [line.split("\t")[3] for line in place.ok("history", "s.entente").splitlines()]
    expect_equal(steps[-3:], ["Add era", "Change era", "Delete era"])
    place.ok("undo", "s.entente")
    place.write("again.jsonl", ERAS.splitlines()[2])
    place.ok("apply", "s.entente", "again.jsonl")


def test_apply(place):
    place.story()
    expect_equal(place.ok("count", "s.entente"), "3 of 3\n")
    lines = place.ok("history", "s.entente").splitlines()
    expect_equal(len(lines), len([x for x in STORY.splitlines() if x.startswith("{")]))
    expect(all(line.split("\t")[2] == "Ada" for line in lines), "coder")
    said = place.fails(
        1, "apply", "s.entente", "-",
        stdin='{"do":"add-actor","key":"w","name":"West"}\n\n{"do":"add-event","kind":"tlks"}\n',
    )
    expect("line 3" in said and "“talks”" in said, said)
    expect_equal(len(place.list("actors")), 4)
    place.write("bad.jsonl", '{"do":')
    expect("“bad.jsonl”, line 1" in place.fails(1, "apply", "s.entente", "bad.jsonl"), "place")


# ---- telling ----


def test_list_events(place):
    place.story()
    events = place.list("events")
    expect_equal(len(events), 3)
    for event in events:
        for name in (
            "id", "title", "kind", "when", "participants", "evidence", "claims", "links", "articles",
        ):
            expect(name in event, f"{name} is missing")
        expect(isinstance(event["id"], str), "id is no string")
        expect_equal(set(event["when"]) >= {"edtf", "wording", "earliest", "latest"}, True)
    invite, yes, visit = events
    expect_equal(invite["title"], "The invitation")
    expect_equal(
        (invite["when"]["edtf"], invite["when"]["wording"]), ("2018-03", "in March"),
    )
    expect_equal((invite["when"]["earliest"], invite["when"]["latest"]), ("2018-03-01", "2018-03-31"))
    expect_equal((visit["when"]["edtf"], visit["when"]["earliest"]), ("", ""))
    expect_equal(invite["participants"][0]["actor"], "North")
    expect_equal(invite["participants"][0]["role"], "initiator")
    expect_equal((invite["evidence"], yes["evidence"]), ("single", "confirmed"))
    expect_equal(yes["claims"][0]["quote"], "South said yes")
    expect_equal(yes["links"][0]["type"], "accepts")
    expect_equal(yes["articles"][0]["title"], "Talks in the harbour")


def test_orders(place):
    place.story()
    line = '{"do":"add-order","event":"visit","other":"%s","relation":"%s"}'
    place.ok("apply", "s.entente", "-", stdin=line % ("yes", "before"))
    expect_equal([event["kind"] for event in place.list("events")][1], "visit")
    place.ok("apply", "s.entente", "-", stdin=line % ("invite", "after"))
    events = place.list("events")
    # A move without a date stands right after the move that it follows.
    expect_equal([event["kind"] for event in events], ["invitation", "visit", "accept-invitation"])
    when = events[1]["when"]
    expect_equal((when["edtf"], when["earliest"], when["latest"]), ("", "2018-03-01", "2018-04-02"))
    bounds = "after “The invitation” (inferred), before “"
    expect(events[1]["bounds"].startswith(bounds), events[1]["bounds"])
    rows = list(csv.DictReader(io.StringIO(place.ok("list", "s.entente", "events", "--format", "csv"))))
    expect(rows[1]["bounds"].startswith(bounds), rows[1]["bounds"])
    expect_equal(rows[0]["bounds"], "")
    text = place.ok("show", "s.entente", "event", "visit")
    expect("Bounds: undated, 1 March – 2 April 2018 (after “The invitation” (inferred)" in text, text)
    text = place.ok("show", "s.entente", "event", "invite")
    expect("before “Visit · Ilse Dahl” (inferred)" in text, text)
    text = " ".join(place.ok("summary", "s.entente", "--format", "text").split())
    expect("1 March – 2 April 2018 (after “The invitation” (inferred)," in text, text)
    expect_equal(len(place.list("events", "--since", "2018-03-20", "--until", "2018-03-25")), 2)
    expect_equal(len(place.list("events", "--since", "2018", "--until", "2018", "--surely")), 2)
    place.ok("undo", "s.entente")
    place.ok("undo", "s.entente")
    expect_equal(place.list("events")[2]["kind"], "visit")
    expect("bounds" not in place.list("events")[2], "bounds without an order")


def test_list_everything(place):
    place.story()
    expected = {
        "events": 3, "actors": 3, "articles": 1, "claims": 2, "links": 1, "questions": 4,
    }
    for what, number in expected.items():
        expect_equal(len(place.list(what)), number)
        rows = list(csv.DictReader(io.StringIO(place.ok("list", "s.entente", what, "--format", "csv"))))
        expect_equal(len(rows), number)
        expect(
            all(row["id"].isdigit() or what == "questions" and row["kind"] != "identity" for row in rows),
            f"{what}: id",
        )
        expect_equal(len(place.ok("list", "s.entente", what).splitlines()), number + 1)
    kinds = place.list("kinds")
    expect_equal(len(kinds), 71)
    expect_equal([kind["events"] for kind in kinds if kind["id"] == "visit"], [1])


def test_views(place):
    """What is listed of a view makes the same view again, here or in another study."""
    place.story()
    place.ok("apply", "s.entente", "-", stdin=json.dumps({
        "do": "add-view", "name": "A dyad", "key_number": 4, "layout": '{"page":"ledger"}',
        "query": {"actor": ["north", "south"], "match": "between", "since": "2018-03"},
    }))
    views = {view["name"]: view for view in place.list("views")}
    expect_equal(sorted(views), ["A dyad", "Southern moves"])
    dyad = views["A dyad"]
    expect("between North and South" in dyad["sentence"], dyad["sentence"])
    count = place.ok("count", "s.entente", "--view", "A dyad")
    again = {name: dyad[name] for name in ("key_number", "query", "layout")}
    place.ok("undo", "s.entente")
    place.fails(1, "count", "s.entente", "--view", "A dyad")
    line = json.dumps({"do": "add-view", "name": "Again", **again})
    place.ok("apply", "s.entente", "-", stdin=line)
    expect_equal(place.ok("count", "s.entente", "--view", "again"), count)
    (found,) = [view for view in place.list("views") if view["name"] == "Again"]
    expect_equal({name: found[name] for name in again}, again)


def test_positions(place):
    """All of them, those of an actor, and what was on the table on a date; one shown whole."""
    place.story()
    before = len(place.list("positions"))
    for line in (
        {"do": "add-issue", "key": "port", "name": "Port"},
        {"do": "add-position", "key": "first", "actor": "north", "issue": "port", "kind": "demand",
         "when": "2031-02-01", "text": "Open it"},
        {"do": "add-position", "actor": "north", "issue": "port", "kind": "offer", "when": "2031-03"},
        {"do": "add-position", "actor": "south", "issue": "port", "kind": "silence"},
    ):
        place.ok("apply", "s.entente", "-", stdin=json.dumps(line))
    expect_equal(len(place.list("positions")), before + 3)
    north = place.list("positions", "--actor", "north", "--on", "2031-03-10")
    expect_equal([(one["kind"], one["stand"]) for one in north],
                 [("demand", "perhaps-still"), ("offer", "perhaps-already")])
    expect_equal([one["kind"] for one in place.list("positions", "--actor", "north", "--on", "2031-03")],
                 ["offer"])
    (shown,) = json.loads(place.ok("show", "s.entente", "position", "first", "--format", "json"))
    expect_equal((shown["actor_name"], shown["issue_name"], shown["text"]), ("North", "Port", "Open it"))
    expect("Kind: demand" in place.ok("show", "s.entente", "position", "first"), "no kind")
    place.fails(1, "show", "s.entente", "position", "nothing")
    place.fails(1, "list", "s.entente", "positions", "--on", "2031-03..")
    place.fails(2, "list", "s.entente", "positions", "--on", "2031/..")
    place.fails(2, "list", "s.entente", "events", "--on", "2031")


def test_list_under_a_query(place):
    place.story()
    for words, numbers in (
        (("--kind", "visit"), (1, 1, 0, 0, 0, 2)),
        (("--by", "North"), (1, 2, 1, 1, 1, 1)),
        (("--view", "southern moves"), (1, 2, 1, 1, 1, 0)),
        (("--group", "say"), (0, 0, 0, 0, 0, 0)),
    ):
        listed = [
            len(place.list(what, *words))
            for what in ("events", "actors", "articles", "claims", "links", "questions")
        ]
        expect_equal(tuple(listed), numbers)


def test_list_what_is_open(place):
    """Questions that follow from the record, and what is proposed as an answer until it is one or refused."""
    place.story()
    questions = place.list("questions")
    expect_equal(
        [question["cause"] for question in questions],
        ["own", "single-origin", "undated", "footnote-source"],
    )
    expect_equal(questions[0]["text"], "Who came?")
    expect("The invitation" in questions[1]["text"], questions[1]["text"])
    (row,) = place.list("answers")
    expect_equal((row["title"], row["answered"]), ("The invitation", "yes"))
    (answer,) = row["answers"]
    expect_equal((answer["type"], answer["min_days"], answer["max_days"]), ("accepts", 2, 32))
    link = place.list("links")[0]["id"]
    place.ok("apply", "s.entente", "-", stdin='{"do":"delete","entity":"link","id":"%s"}' % link)
    (row,) = place.list("answers")
    (proposal,) = row["proposals"]
    expect_equal((row["answered"], row["answers"], proposal["type"]), ("no", [], "accepts"))
    expect("to whom the move went" in proposal["reason"], proposal["reason"])
    refusal = {
        "do": "add-question", "text": "no", "kind": "not-answer", "status": "set-aside",
        "event": row["event"], "answer": proposal["event"],
    }
    place.ok("apply", "s.entente", "-", stdin=json.dumps(refusal))
    (row,) = place.list("answers")
    expect_equal(row["proposals"], [])
    expect("not-answer" not in [question["kind"] for question in place.list("questions")], "asked")


def test_turning_points(place):
    """Made by a command, listed under a query, exported, undone, and gone with the departure."""
    place.story()
    line = {"do": "add-turning-point", "title": "The turn", "departure": "yes", "cause": "invite",
            "reason": "Nobody had met before."}
    place.ok("apply", "s.entente", "-", stdin=json.dumps(line))
    (point,) = place.list("turning-points")
    events = {event["title"]: event["id"] for event in place.list("events")}
    expect_equal((point["title"], point["cause"]), ("The turn", events["The invitation"]))
    expect_equal(len(place.list("turning-points", "--kind", "accept-invitation")), 1)
    expect_equal(place.list("turning-points", "--kind", "visit"), [])
    whole = json.loads(place.ok("export", "s.entente", "--format", "study"))
    expect_equal([found["reason"] for found in whole["turning_points"]], [line["reason"]])
    place.fails(1, "apply", "s.entente", "-", stdin=json.dumps({"do": "add-turning-point"}))
    place.ok("apply", "s.entente", "-", stdin='{"do":"delete","entity":"event","id":"yes"}')
    expect_equal(place.list("turning-points"), [])
    place.ok("undo", "s.entente")
    expect_equal(len(place.list("turning-points")), 1)
    place.ok("undo", "s.entente")
    expect_equal(place.list("turning-points"), [])


def test_rounds(place):
    """By title, number and key; in a saved view too."""
    place.story()
    place.ok("apply", "s.entente", "-", stdin="\n".join((
        '{"do":"add-event","key":"round","kind":"talks","title":"First round","when":"2018-04"}',
        '{"do":"link","from":"yes","to":"round","type":"part-of"}',
        '{"do":"add-view","name":"The round","query":{"round":["round"]}}',
    )))
    ids = {event["title"]: event["id"] for event in place.list("events")}
    for name in ("first round", "round", ids["First round"]):
        expect_equal(len(place.list("events", "--round", name)), 2)
    expect_equal(len(place.list("events", "--view", "The round")), 2)
    expect_equal(len(place.list("events", "--round", "round", "--kind", "talks")), 1)
    place.fails(1, "list", "s.entente", "events", "--round", "no such")
    others = len(ids) - 2
    expect_equal(len(place.list("events", "--round-empty")), others)
    expect_equal(len(place.list("events", "--round-empty", "--round", "round")), len(ids))
    counts = place.ok("count", "s.entente", "--facets").splitlines()
    expect("round\tFirst round\t2 of 2" in counts, counts)
    expect(f"round\t(none)\t{others} of {others}" in counts, counts)
    (view,) = [view for view in place.list("views") if view["name"] == "The round"]
    expect("in the round “First round”" in view["sentence"], view)


def test_below(place):
    """An issue stands for those under it too."""
    place.story()
    place.ok("apply", "s.entente", "-", stdin="\n".join((
        '{"do":"add-issue","key":"top","name":"Withdrawal"}',
        '{"do":"add-issue","key":"low","name":"Bases","parent":"top"}',
        '{"do":"set","entity":"event","id":"yes","issues":["low"]}',
    )))
    expect_equal(len(place.list("events", "--issue", "Withdrawal")), 1)
    expect_equal(len(place.list("events", "--issue", "Bases")), 1)
    expect_equal(len(place.list("events", "--issue", "Withdrawal", "--issue-match", "none")), 2)


def test_show(place):
    place.story()
    (article,) = place.list("articles")
    text = place.ok("show", "s.entente", "article", article["id"])
    for part in (
        "Title: Talks in the harbour", "Authors: Ada Lind", "2018-08-01", "[1] ", "2018-04-03",
        "North invited South to talks in March. South said yes.[1] What came of it",
        "“South said yes”",
    ):
        expect(part in text, f"{part} is missing in {text}")
    (shown,) = json.loads(place.ok("show", "s.entente", "article", "report", "--format", "json"))
    expect(shown["body"].startswith("North invited South"), "body")
    expect_equal((len(shown["notes"]), len(shown["marks"]), len(shown["claims"])), (1, 2, 2))
    text = place.ok("show", "s.entente", "event", "yes")
    for part in ("accept-invitation", "2018-04-02", "initiator: South", "accepts The invitation"):
        expect(part in text, f"{part} is missing in {text}")
    (shown,) = json.loads(place.ok("show", "s.entente", "event", "yes", "--format", "json"))
    expect_equal(shown["evidence"], "confirmed")
    text = place.ok("show", "s.entente", "actor", "north")
    expect("Also: Northern Kingdom" in text and "Events: 2" in text, text)
    (shown,) = json.loads(place.ok("show", "s.entente", "actor", "North", "--format", "json"))
    expect_equal(shown["aliases"][0]["text"], "Northern Kingdom")
    for what in ("article", "event", "actor"):
        place.fails(1, "show", "s.entente", what, "4711")


def test_count(place):
    place.story()
    for words, expected in (
        ((), "3 of 3"),
        (("--actor", "north"), "2 of 3"),
        (("--actor", "NORTHERN KINGDOM", "--members"), "3 of 3"),
        (("--actor", "North", "--actor", "South", "--match", "all"), "2 of 3"),
        (("--actor", "North", "--match", "none"), "1 of 3"),
        (("--actor", "North", "--actor", "South", "--match", "between"), "2 of 3"),
        (("--actor=North", "--exclusive"), "0 of 3"),
        (("--by", "South", "--to", "North"), "1 of 3"),
        (("--actor", "North", "--role", "addressee"), "1 of 3"),
        (("--kind", "visit", "--kind", "invitation"), "2 of 3"),
        (("--evidence", "confirmed"), "1 of 3"),
        (("--source", "Talks in the harbour"), "2 of 3"),
        (("--since", "2018-03-15"), "2 of 3, 1 undated"),
        (("--since", "2018-03-15", "--surely"), "1 of 3, 1 undated"),
        (("--until", "2018-03"), "1 of 3, 1 undated"),
        (("--since", "2018-03", "--until", "2018-03", "--surely"), "1 of 3, 1 undated"),
        (("--words", "invitation"), "1 of 3"),
        (("--view", "Southern moves"), "1 of 3"),
    ):
        expect_equal((words, place.ok("count", "s.entente", *words)), (words, expected + "\n"))


SIDES = ("North", "South", "East", "West", "Isle", "Envoy", "Guard", "Council")
# Who belonged to whom, from and to which day.
MEMBERS = (
    ("Envoy", "North", "", "2018-02-14"), ("Envoy", "South", "2018-02-15", ""),
    ("Guard", "East", "", ""), ("Council", "North", "2018-01-20", "2018-03-05"),
    ("North", "West", "2018-02-01", "2018-02-20"),
)


def write_rows(place):
    """Many events between few sides; the rows, as they are read without the program."""
    chance = random.Random(2018)
    rows = []
    for _ in range(600):
        who, whom = chance.sample(SIDES, 2)
        day = datetime.date(2018, 1, 1) + datetime.timedelta(chance.randrange(90))
        rows.append((day.isoformat(), who, whom))
    lines = [f"{day}\t{who}\tMake statement\t{whom}\t010\n" for day, who, whom in rows]
    place.write("rows.tsv", "date\tsource\tcameo_label\ttarget\tcameo_code\n" + "".join(lines))
    place.ok("new", "s.entente")
    place.ok("import-events", "s.entente", "rows.tsv")
    return rows


def expect_count(place, words, count):
    found = place.ok("count", "s.entente", *words).split()[0]
    expect_equal((words, int(found)), (words, count))


def test_count_dyads(place):
    rows = write_rows(place)
    for one, other in itertools.permutations(SIDES[:4], 2):
        pair = ("--actor", one, "--actor", other, "--match", "between")
        for since, until in (("", ""), ("2018-01-20", ""), ("2018-02", "2018-03-10"), ("", "2018-02-11")):
            span = [row for row in rows if since <= row[0] <= (until or "9")]
            time = ("--since", since) * (since != "") + ("--until", until) * (until != "")
            there = sum(row[1:] == (one, other) for row in span)
            back = sum(row[1:] == (other, one) for row in span)
            expect_count(place, ("--by", one, "--to", other, *time), there)
            expect_count(place, (*pair, "--exclusive", *time), there + back)
        expect_count(place, pair, sum(set(row[1:]) == {one, other} for row in rows))


def stands_for(name, body, day):
    """Is this the body, or did it belong to it on that day, be it through another?"""
    return name == body or any(
        stands_for(parent, body, day)
        for member, parent, start, end in MEMBERS
        if member == name and start <= day <= (end or "9")
    )


def test_count_members(place):
    rows = write_rows(place)
    lines = [";".join(member) + "\n" for member in MEMBERS]
    place.write("members.csv", "name;parent;from;to\n" + "".join(lines))
    place.ok(
        "import-actors", "s.entente", "members.csv", "--map", "name=1,parent=2,from=3,to=4",
    )
    for one in SIDES:
        by = [row for row in rows if stands_for(row[1], one, row[0])]
        takes_part = {id(row) for row in by}
        takes_part |= {id(row) for row in rows if stands_for(row[2], one, row[0])}
        expect_count(place, ("--by", one, "--members"), len(by))
        expect_count(place, ("--actor", one, "--members"), len(takes_part))
        for other in SIDES:
            to = [row for row in by if stands_for(row[2], other, row[0])]
            expect_count(place, ("--by", one, "--to", other, "--members"), len(to))


def read_relations(place, *words):
    rows = csv.DictReader(io.StringIO(place.ok("relations", "s.entente", *words)))
    return {(row.pop("from"), row.pop("to")): {k: int(v) for k, v in row.items()} for row in rows}


def tell_apart(codes):
    """Moves, and how many of them are cooperative, conflictual or neither, by the root of the CAMEO code."""
    roots = [int(code[:2]) for code in codes]
    cooperative, conflictual = sum(3 <= root <= 8 for root in roots), sum(root >= 9 for root in roots)
    return {"moves": len(roots), "cooperative": cooperative, "conflictual": conflictual,
            "other": len(roots) - cooperative - conflictual}


def test_relations(place):
    rows = write_rows(place)
    codes = ("010", "020", "036", "046", "057", "0871", "10", "112", "139", "14", "163", "19")
    chance = random.Random(7)
    rows = [(*row, chance.choice(codes)) for row in rows]
    lines = ["\t".join((day, who, "x", whom, code)) + "\n" for day, who, whom, code in rows]
    place.write("coded.tsv", "date\tsource\tcameo_label\ttarget\tcameo_code\n" + "".join(lines))
    os.remove(os.path.join(place.folder, "s.entente"))
    place.ok("new", "s.entente")
    place.ok("import-events", "s.entente", "coded.tsv")
    expected = {
        pair: tell_apart([row[3] for row in rows if row[1:3] == pair])
        for pair in {row[1:3] for row in rows}
    }
    expect_equal(read_relations(place), expected)
    some = {pair: values for pair, values in expected.items() if pair[0] == "North"}
    expect_equal(read_relations(place, "--by", "North"), some)
    told = json.loads(place.ok("relations", "s.entente", "--format", "json"))
    expect_equal([one["moves"] for one in told], sorted((one["moves"] for one in told), reverse=True))
    expect_equal({(one.pop("from"), one.pop("to")): one for one in told}, expected)


def test_relations_of_members(place):
    rows = write_rows(place)
    lines = [";".join(member) + "\n" for member in MEMBERS]
    place.write("members.csv", "name;parent;from;to\n" + "".join(lines))
    place.ok(
        "import-actors", "s.entente", "members.csv", "--map", "name=1,parent=2,from=3,to=4",
    )
    pairs = read_relations(place, "--members")
    told = set()
    for (one, other), values in pairs.items():
        there = [
            number for number, row in enumerate(rows)
            if stands_for(row[1], one, row[0]) and stands_for(row[2], other, row[0])
        ]
        expect_equal(((one, other), values["moves"]), ((one, other), len(there)))
        told |= set(there)
    expect_equal(told, set(range(len(rows))))
    expect("Guard" not in {name for pair in pairs for name in pair}, "a member is no party")


def open_case(place, name):
    """A study of one of the cases of 2018."""
    cases = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "cases")
    place.ok("new", "case.entente")
    place.ok("apply", "case.entente", os.path.join(cases, name))


def test_accounts(place):
    open_case(place, "doha-2018.jsonl")
    sides = ("accounts", "case.entente", "--left", "article:printed", "--right", "article:counted")
    told = json.loads(place.ok(*sides, "--format", "json"))
    expect_equal(
        [(row["title"], row["verdict"], row["differences"]) for row in told],
        [
            ("First meeting in Doha", "differs", ["date"]),
            ("Taliban said to demand a meeting", "only-right", []),
            ("A second meeting", "match", []),
        ],
    )
    expect_equal([len(row["left"]) for row in told], [4, 0, 1])
    rows = list(csv.DictReader(io.StringIO(place.ok(*sides, "--format", "csv", "--kind", "talks"))))
    expect_equal([row["verdict"] for row in rows], ["differs", "match"])
    expect("on 26 July" in rows[0]["right"], rows[0])
    text = place.ok(*sides, "--format", "text")
    expect("They differ: date" in text and "3 of 3 moves" in text, text)
    place.ok(*sides, "--format", "pdf", "-o", "out.pdf")
    with open(os.path.join(place.folder, "out.pdf"), "rb") as file:
        expect_equal(file.read(5), b"%PDF-")


def test_accounts_of_whom(place):
    open_case(place, "moscow-2018.jsonl")
    words = ("accounts", "case.entente", "--left", "party:Russia", "--right", "party:Kabul")
    verdicts = [row["verdict"] for row in json.loads(place.ok(*words, "--format", "json"))]
    expect_equal(sorted(set(verdicts)), ["differs", "match", "only-left", "only-right"])
    place.fails(2, "accounts", "case.entente", "--left", "party:Russia")
    place.fails(1, "accounts", "case.entente", "--left", "party:Russia", "--right", "Kabul")
    place.fails(1, "accounts", "case.entente", "--left", "party:Russia", "--right", "outlet:Nobody")


def test_relations_pictures(place):
    place.story()
    os.environ["SOURCE_DATE_EPOCH"] = "1552521600"
    for picture in ("matrix", "network", "activity"):
        words = ("relations", "s.entente", "--format", "svg", "--picture", picture)
        svg = place.ok(*words)
        texts = [element.text for element in ElementTree.fromstring(svg).iter(SVG + "text")]
        for text in ("North", "South", "Harbour Talks", "All moves."):
            expect(text in texts, f"no {text} in {texts}")
        expect(any("2 of 3 moves go from one to another." in text for text in texts), texts)
        expect_equal(place.ok(*words), svg)
    del os.environ["SOURCE_DATE_EPOCH"]
    place.ok("relations", "s.entente", "--format", "pdf", "-o", "out.pdf")
    page = subprocess.run(
        ["pdftotext", "-layout", os.path.join(place.folder, "out.pdf"), "-"],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout
    expect("North" in page and "1 made" in page, page)
    place.fails(2, "relations", "s.entente", "--picture", "pie")
    place.fails(2, "relations", "s.entente", "--limit", "0")


def test_facets(place):
    place.story()
    lines = place.ok("count", "s.entente", "--facets", "--kind", "visit").splitlines()
    expect_equal(lines[0], "1 of 3")
    facets = {tuple(line.split("\t")[:2]): line.split("\t")[2] for line in lines[1:]}
    expect_equal(facets["actor", "North"], "0 of 2")
    expect_equal(facets["actor", "Ilse Dahl"], "1 of 1")
    expect_equal(facets["kind", "invitation"], "1 of 1")
    expect_equal(facets["dated", "undated"], "1 of 1")


def test_names_not_found(place):
    place.story()
    for option, name, near in (
        ("--actor", "Norht", "North"), ("--by", "South.", "South"), ("--track", "x", ""),
        ("--source", "Talks", "Talks in the harbour"), ("--view", "Southern", "Southern moves"),
    ):
        said = place.fails(1, "count", "s.entente", option, name)
        expect(near in said, said)


def test_export(place):
    place.story()
    place.ok("export", "s.entente", "--format", "json", "-o", "out.json")
    expect_equal(len(json.loads(place.read("out.json"))), 3)
    expect_equal(len(json.loads(place.ok("export", "s.entente", "--format", "json", "--kind", "visit"))), 1)
    whole = json.loads(place.ok("export", "s.entente", "--format", "study"))
    expect_equal((whole["title"], len(whole["events"]), len(whole["actors"])), ("Harbour Talks", 3, 3))
    place.ok("export", "s.entente", "--format", "csv", "--flavour", "exact", "-o", "out.csv")
    rows = list(csv.DictReader(io.StringIO(place.read("out.csv"))))
    expect_equal([row["kind"] for row in rows], ["invitation", "accept-invitation", "visit"])
    place.fails(1, "export", "s.entente", "--format", "json", "-o", "nowhere/out.json")
    expect(not place.exists("nowhere"), "made a folder")


# ---- journal and health ----


def test_export_pictures(place):
    place.story()
    os.environ["SOURCE_DATE_EPOCH"] = "1552521600"
    svg = place.ok("export", "s.entente", "--format", "svg", "--width", "900")
    tree = ElementTree.fromstring(svg)
    texts = [element.text for element in tree.iter(SVG + "text")]
    expect_equal(tree.get("width"), "900")
    for text in ("Visit · Ilse Dahl", "Harbour Talks", "All moves.", "North", "South"):
        expect(text in texts, f"no {text} in {texts}")
    expect(any("3 of 3 events" in text for text in texts), texts)
    expect(any("14 March 2019" in text for text in texts), texts)
    marks = [element for element in tree.iter(SVG + "g") if element.get("data-event")]
    titles = [mark.find(SVG + "title").text for mark in marks]
    expect_equal(len(titles), 3)
    expect("The invitation" in titles, titles)
    expect_equal(place.ok("export", "s.entente", "--format", "svg", "--width", "900"), svg)
    one = ElementTree.fromstring(place.ok("export", "s.entente", "--format", "svg", "--by", "North"))
    expect(any("1 of 3 events" in (element.text or "") for element in one.iter(SVG + "text")), "not filtered")
    del os.environ["SOURCE_DATE_EPOCH"]


def test_export_picture_lanes(place):
    place.story()
    by_group = ElementTree.fromstring(place.ok("export", "s.entente", "--format", "svg", "--lanes", "group"))
    texts = [element.text for element in by_group.iter(SVG + "text")]
    expect("North" not in texts, texts)
    expect("invite" in [text.lower() for text in texts], texts)
    expect(any("Lanes: Groups of kinds." in text for text in texts), texts)
    marks = [element for element in by_group.iter(SVG + "g") if element.get("data-event")]
    expect_equal(len(marks), 3)
    place.ok("summary", "s.entente", "--lanes", "track", "-o", "out.pdf")
    place.fails(2, "export", "s.entente", "--format", "svg", "--lanes", "colour")
    place.fails(2, "summary", "s.entente", "--lanes", "colour")


KINDS = ("chronology", "dossier", "answers", "evidence", "article")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def all_text(element):
    return " ".join("".join(element.itertext()).split())


def test_summary_kinds(place):
    place.story()
    os.environ["SOURCE_DATE_EPOCH"] = "1552521600"
    for kind in KINDS:
        words = ("summary", "s.entente", "--kind", kind, "--format")
        text = " ".join(place.ok(*words, "text").split())
        for said in ("Harbour Talks", "All moves", "3 of 3 events", "coded by Ada", "14 March 2019", "The invitation"):
            expect(said in text, f"{kind}: no {said} in {text}")
        page = ElementTree.fromstring(place.ok(*words, "html").replace("<!DOCTYPE html>", ""))
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        links = [element.get("href")[1:] for element in page.iter("a")]
        expect(len(ids) == len(set(ids)), f"{kind}: an id is there twice")
        expect(links and set(links) <= set(ids), f"{kind}: {set(links) - set(ids)} lead nowhere")
        expect("The invitation" in all_text(page), kind)
        place.ok(*words, "odt", "-o", "out.odt")
        with zipfile.ZipFile(os.path.join(place.folder, "out.odt")) as file:
            expect(file.testzip() is None, f"{kind}: bad sum in the ODT")
            expect_equal(file.namelist()[0], "mimetype")
            content = ElementTree.fromstring(file.read("content.xml"))
        expect("The invitation" in all_text(content.find(f"{OFFICE}body")), kind)
        expect("The invitation" in place.ok(*words, "markdown"), kind)
        place.ok(*words, "pdf", "-o", "out.pdf")
        checked = subprocess.run(
            ["qpdf", "--check", os.path.join(place.folder, "out.pdf")], capture_output=True, text=True,
            check=False, timeout=60,
        )
        expect(checked.returncode == 0, f"{kind}: {checked.stdout}{checked.stderr}")
    del os.environ["SOURCE_DATE_EPOCH"]
    expect("chronology, dossier" in place.fails(2, "summary", "s.entente", "--kind", "novel"), "kinds")


def read_markdown(text):
    """Number, date, title and text of the note of each entry."""
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
    entry = r"^(\d+)\. \*\*.*?\*\*(?: `(.*?)`)?.*  \n +\*\*(.*)\*\*(?:\[\^(\d+)\])?  $"
    return [
        (int(number), edtf, title, notes.get(note, ""))
        for number, edtf, title, note in re.findall(entry, text, re.MULTILINE)
    ]


def read_html(text):
    page = ElementTree.fromstring(text.replace("<!DOCTYPE html>", ""))
    notes = {}
    for item in page.find("body/section[@class='notes']/ol"):
        notes["#" + item.get("id")] = item.text.strip()
    found = []
    for item in page.iterfind("body/main/ol/li"):
        date = item.find("p/b/data")
        link = item.find("p/sup/a")
        found.append((
            int(item.get("value")), "" if date is None else date.get("value"),
            item.find("p/b[@class='title']").text, "" if link is None else notes[link.get("href")],
        ))
    return found


def test_summary_read_back(place):
    place.story()
    events = place.list("events")
    markdown = read_markdown(place.ok("summary", "s.entente", "--format", "markdown"))
    html = read_html(place.ok("summary", "s.entente", "--format", "html"))
    expect_equal([(number, edtf) for number, edtf, _, _ in html],
                 [(i, event["when"]["edtf"]) for i, event in enumerate(events, 1)])
    expect_equal(len(markdown), len(html))
    for one, other in zip(markdown, html):
        expect_equal(one[:2], other[:2])
        expect_equal(re.sub(r"\\(.)", r"\1", one[2]), other[2])
        expect_equal(re.sub(r"\\(.)", r"\1", one[3]), other[3])
    expect("North invited South to talks" in html[0][3], html[0][3])
    place.ok("summary", "s.entente", "-o", "out.odt")
    place.ok("new", "read.entente")
    place.run("import", "read.entente", "out.odt")
    read = " ".join(place.ok("export", "read.entente", "--format", "study").split())
    for _, _, title, note in html:
        expect(title in read and json.dumps(note, ensure_ascii=False)[1:-1] in read, f"{title}, {note}: not in {read}")


def test_summary_choices(place):
    place.story()
    text = " ".join(place.ok("summary", "s.entente", "--form", "short", "--citations", "author-date").split())
    expect("All notes: Lind 2018." in text, text)
    expect("Lind 2018 Ada Lind, “Talks in the harbour”" in text, text)
    text = " ".join(place.ok("summary", "s.entente", "--form", "columns").split())
    expect("No. Date North South" in text or "No. Date South North" in text, text)
    place.fails(2, "summary", "s.entente", "--citations", "oral")
    place.fails(2, "summary", "s.entente", "--form", "long")
    place.write("hidden.jsonl", STORY.replace('"kind":"person"}', '"kind":"person","pseudonym":"Source 1"}'))
    place.ok("new", "hidden.entente")
    place.ok("apply", "hidden.entente", "hidden.jsonl")
    text = " ".join(place.ok("summary", "hidden.entente", "--pseudonyms").split())
    expect("Source 1" in text and "Ilse Dahl" not in text, text)
    expect("1 actor goes by a pseudonym." in text, text)
    expect("Ilse Dahl" in place.ok("summary", "hidden.entente"), "hidden without being asked")


def test_export_picture_files(place):
    place.story()
    place.ok("export", "s.entente", "--format", "png", "--width", "800", "--scale", "2", "-o", "out.png")
    with open(os.path.join(place.folder, "out.png"), "rb") as file:
        head = file.read(24)
    expect_equal((head[:4], int.from_bytes(head[16:20], "big")), (b"\x89PNG", 1600))
    place.ok(
        "export", "s.entente", "--format", "pdf", "--paper", "a4", "--landscape", "--across", "2", "-o", "out.pdf",
        "--black", "--since", "2018-01", "--until", "2018-12",
    )
    pages = subprocess.run(
        ["pdftotext", "-layout", os.path.join(place.folder, "out.pdf"), "-"],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout.split("\f")[:-1]
    expect_equal(len(pages), 2)
    for page, own, other in ((pages[0], "A1", "A2"), (pages[1], "A2", "A1")):
        expect(own in page and other in page, page)
    place.fails(2, "export", "s.entente", "--format", "png", "--scale", "0")
    place.fails(2, "export", "s.entente", "--format", "svg", "--width", "wide")
    place.fails(2, "export", "s.entente", "--format", "pdf", "--paper", "papyrus")
    place.fails(1, "export", "s.entente", "--format", "svg", "-o", "nowhere/out.svg")
    with open("/dev/full", "w", encoding="utf-8") as full:
        for form in ("svg", "png", "pdf"):
            result = place.run("export", "s.entente", "--format", form, stdout=full)
            expect_equal((form, result.returncode), (form, 1))
            expect(result.stderr.startswith("entente-cli: "), result.stderr)


def test_recover(place):
    place.story()
    whole = place.list("events")
    path = os.path.join(place.folder, "s.entente")
    with open(path, "rb") as file:
        study = bytearray(file.read())
    # The list of its tables, page 1, stays; one of the pages behind is gone.
    with open(path, "wb") as file:
        file.write(study[:-4096])
    result = place.run("check", "s.entente")
    expect_equal(result.returncode, 1)
    expect("entente-cli recover" in result.stderr, result.stderr)
    told = place.ok("recover", "s.entente")
    expect("s (recovered).entente: “event”: 3 recovered.\n" in told, told)
    shutil.copy(os.path.join(place.folder, "s (recovered).entente"), os.path.join(place.folder, "n.entente"))
    expect_equal(place.ok("check", "n.entente"), "n.entente: all is well\n")
    with open(path, "rb") as file:
        expect_equal(file.read(), bytes(study[:-4096]))
    place.fails(1, "recover", "s.entente", "-o", "n.entente")
    os.replace(os.path.join(place.folder, "n.entente"), path)
    expect_equal(place.list("events"), whole)


def test_large_picture_and_full_disk(place):
    """What does not fit into a buffer fails while it is painted, and the disk is named then too."""
    place.story()
    large = ("--format", "png", "--scale", "4")
    for words in (("export", "s.entente", *large), ("relations", "s.entente", *large)):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = place.run(*words, stdout=full)
        expect_equal((words, result.returncode), (words, 1))
        expect("make room on the disk" in result.stderr, result.stderr)


def test_undo_and_redo(place):
    place.story()
    expect_equal(place.ok("undo", "s.entente"), "Undone: Save view\n")
    place.fails(1, "count", "s.entente", "--view", "Southern moves")
    expect_equal(place.ok("undo", "s.entente"), "Undone: Add question\n")
    expect("own" not in [question["cause"] for question in place.list("questions")], "undone")
    expect_equal(place.ok("redo", "s.entente"), "Done again: Add question\n")
    expect_equal(place.ok("redo", "s.entente"), "Done again: Save view\n")
    place.fails(1, "redo", "s.entente")
    place.ok("new", "empty.entente")
    place.fails(1, "undo", "empty.entente")


def test_check(place):
    place.story()
    expect_equal(place.ok("check", "s.entente"), "s.entente: all is well\n")
    before = place.list("events")
    place.ok("check", "s.entente", "--repair")
    expect(place.exists("s-repaired.entente"), "no copy")
    expect_equal(place.list("events"), before)
    place.fails(1, "check", "s.entente", "--repair")
    expect_equal(
        place.ok("check", "s.entente", "--repair", "-o", "m.entente"),
        "s.entente: all is well\nm.entente: all is well\n",
    )
    order = '{"do":"add-order","event":"%s","other":"%s","relation":"before"}'
    place.ok("apply", "s.entente", "-", stdin=order % ("invite", "visit"))
    place.ok("apply", "s.entente", "-", stdin=order % ("visit", "yes"))
    expect_equal(place.ok("check", "s.entente"), "s.entente: all is well\n")
    place.ok("apply", "s.entente", "-", stdin=order % ("yes", "invite"))
    result = place.run("check", "s.entente")
    expect_equal(result.returncode, 1)
    # None of the three is better than the others.
    expect_equal(len(result.stdout.splitlines()), 3)
    expect("before “The invitation” contradicts" in result.stdout, result.stdout)
    expect("2018-03" in place.ok("show", "s.entente", "event", "invite"), "the date as told")
    expect("contradicts" in place.ok("show", "s.entente", "event", "visit"), "no word of it")
    place.write("torn.entente", "SQLite format 3\0 and no more")
    place.fails(1, "check", "torn.entente")
    place.fails(1, "check", "missing.entente")


def test_edtf(place):
    lines = place.ok("edtf", "2018-07", "[..2018-08-22]", "2013/..", "-0044").splitlines()
    expect_equal(
        lines[0], "2018-07\t0\t2018-07-01\t2018-07-31\t2018-07-01\t2018-07-31",
    )
    expect_equal(lines[1].split("\t")[2:], ["..", "2018-08-22", "..", "2018-08-22"])
    expect_equal(lines[2].split("\t")[-1], "..")
    expect_equal(lines[3].split("\t")[0], "-0044")
    result = place.run("edtf", "2018-13", "2018")
    expect_equal((result.returncode, result.stderr), (1, ""))
    bad, good = result.stdout.splitlines()
    expect(bad.startswith("2018-13\t") and "2018-13" in bad.split("\t")[1], bad)
    expect_equal(good.split("\t")[0], "2018")
    expect_equal(place.ok("edtf", "-", stdin="2018\n2019\n").count("\n"), 2)


def test_suggest(place):
    place.write("report.txt", REPORT)
    raw = REPORT.encode()
    lines = [json.loads(line) for line in place.ok("suggest", "--jsonl", "report.txt").splitlines()]
    shown = [
        (line["kind"], line.get("field", line.get("type")), line.get("value"),
         raw[line["bstart"]:line["bend"]].decode())
        for line in lines
    ]
    expect_equal(shown[0], ("structure", "title", "Talks in the harbour", "Talks in the harbour"))
    expect(("structure", "published", "2018-08-01", "1 August 2018") in shown, shown)
    expect(("time", "DATE", "2018-04-03", "3 April 2018") in shown, shown)
    march = next(line for line in lines if line["kind"] == "time" and line["value"] == "2018-03")
    expect_equal((march["type"], "cited" in march), ("DATE", False))
    expect("told as past" in march["reason"], march)
    expect_equal(march["alternatives"], ["2017-03"])
    times = [line for line in lines if line["kind"] == "time"]
    expect(times[-1].get("cited"), "the date of a note")
    text = place.ok("suggest", "report.txt")
    expect("“Talks in the harbour”" in text and "3 April 2018" in text, text)
    expect("2018-13" in place.fails(2, "suggest", "--published", "2018-13", "report.txt"), "month")
    place.fails(1, "suggest", "missing.txt")
    marked = [json.loads(line) for line in
              place.ok("suggest", "--jsonl", "-", stdin="\ufeff" + REPORT).splitlines()]
    expect_equal(marked[0]["bstart"], 3)


LAKE = """\
Lake talks

By Ole Varga

12 March 2019

Kenya invited Uganda to a conference on 3 March 2019. Uganda turned down the invitation.

Kenya and Norway signed a treaty.
"""


def test_suggest_moves(place):
    place.write("lake.txt", LAKE)
    lines = [json.loads(line) for line in place.ok("suggest", "--jsonl", "lake.txt").splitlines()]
    actors = {line["name"]: line["type"] for line in lines if line["kind"] == "actor"}
    expect_equal((actors["Kenya"], actors["Norway"]), ("state", "state"))
    moves = {line["type"]: line for line in lines if line["kind"] == "event"}
    expect_equal((moves["invitation"]["source"], moves["invitation"]["target"]), (["Kenya"], ["Uganda"]))
    expect_equal(moves["invitation"]["when"], "2019-03-03")
    expect_equal(moves["refuse-invitation"]["responds"], moves["invitation"]["id"])
    expect_equal(moves["agreement"]["source"], moves["agreement"]["target"])
    expect("turned down the invitation" in place.ok("suggest", "lake.txt"), "no words")


def test_suggest_accept(place):
    place.write("lake.txt", LAKE)
    place.ok("new", "s.entente")
    place.ok("import", "s.entente", "lake.txt")
    expect_equal(place.ok("suggest", "--accept", "s.entente", "Lake talks"), "3\n")
    expect_equal(len(place.list("events")), 3)
    expect_equal(len(place.list("actors")), 3)
    expect_equal(len(place.list("links")), 1)
    place.ok("undo", "s.entente")
    expect_equal((place.list("events"), place.list("actors")), ([], []))
    place.fails(1, "suggest", "--accept", "s.entente", "No such article")
    place.fails(2, "suggest", "--accept", "s.entente")
    place.fails(2, "suggest", "lake.txt", "lake.txt")


# ---- copies ----


def edit(place, study, invite, title, coder):
    lines = [
        {"do": "set-study", "coder": coder},
        {"do": "set", "entity": "event", "id": invite, "title": title},
    ]
    place.ok("apply", study, "-", stdin="\n".join(json.dumps(line) for line in lines))


def copies(place):
    """Two copies of the story, in which both gave one move another title, and Ben added an actor."""
    place.story()
    invite = next(e["id"] for e in place.list("events") if e["title"] == "The invitation")
    shutil.copy(os.path.join(place.folder, "s.entente"), os.path.join(place.folder, "ben.entente"))
    edit(place, "s.entente", invite, "Mine", "Ada")
    edit(place, "ben.entente", invite, "Theirs", "Ben")
    place.ok("apply", "ben.entente", "-", stdin='{"do":"add-actor","name":"West"}')
    return invite


def titles(place):
    return [event["title"] for event in place.list("events")]


def test_merge_copies(place):
    invite = copies(place)
    before = place.list("actors"), place.list("events")
    told = place.ok("merge", "s.entente", "ben.entente", "--dry-run")
    lines = told.splitlines()
    expect_equal(lines[0], "1 record is added, 0 are changed, 0 are deleted.")
    expect(lines[1].startswith(f"event:{invite}\tMine\tTitle\tMine ("), lines[1])
    expect("\tTheirs (" in lines[1], lines[1])
    refused = place.run("merge", "s.entente", "ben.entente")
    expect_equal(refused.returncode, 1)
    expect("1 conflict; nothing was merged." in refused.stderr, refused.stderr)
    expect_equal((place.list("actors"), place.list("events")), before)
    place.ok("merge", "s.entente", "ben.entente", "--conflicts", "theirs")
    expect("Theirs" in titles(place), titles(place))
    expect("West" in [a["name"] for a in place.list("actors")], "the actor")
    expect_equal(
        place.ok("merge", "s.entente", "ben.entente"), "The copy has nothing new.\n"
    )
    expect_equal(place.ok("undo", "s.entente"), "Undone: Merge the copy “ben”\n")
    expect_equal((place.list("actors"), place.list("events")), before)
    place.ok("check", "s.entente")
    expect("itself" in place.fails(1, "merge", "s.entente", "s.entente"), "the study itself")
    place.fails(1, "merge", "s.entente", "report.txt")
    place.fails(2, "merge", "s.entente")


def test_agreement(place):
    copies(place)
    lines = place.ok("agreement", "s.entente", "ben.entente").splitlines()
    expect_equal(
        lines[0], "3 moves are in both copies, 3 of them alike; only here: 0, only there: 0."
    )
    expect_equal(lines[1], "Kinds\t1.00 (3 units)")
    expect_equal(lines[4], "Links\ttoo few to say (1 unit)")
    told = json.loads(place.ok("agreement", "s.entente", "ben.entente", "--json"))
    expect_equal((told["pairs"], told["kinds"]["alpha"], told["links"]["alpha"]), (3, 1, None))


def test_history_of_a_record(place):
    invite = copies(place)
    rows = place.ok("history", "s.entente", "--record", f"event:{invite}").splitlines()
    expect_equal(rows[0].split("\t")[2:], ["changed", "Ada", "", "Title", "The invitation", "Mine"])
    told = json.loads(place.ok("history", "s.entente", "--record", f"event:{invite}", "--json"))
    expect_equal((told[0]["field"], told[0]["after"], told[0]["undo"]), ("title", "Mine", False))
    expect(any(row["part"] and row["operation"] == "added" for row in told), "parts")
    place.fails(2, "history", "s.entente", "--record", "event")
    expect_equal(place.ok("history", "s.entente", "--record", "event:5"), "")


# ---- a copy for somebody else, and what went wrong ----


def test_send(place):
    place.story()
    place.ok("apply", "s.entente", "-", stdin=json.dumps(
        {"do": "add-event", "kind": "visit", "title": "Zanzibar", "private": True}))
    dry = place.ok("send", "s.entente", "copy.entente", "--dry-run")
    expect("1 private event" in dry.split("This stays here:")[0], dry)
    expect("steps of the history" in dry.split("This stays here:")[1], dry)
    expect(not place.exists("copy.entente"), "a dry run wrote")
    told = place.ok("send", "s.entente", "copy.entente", "--without", "private,questions")
    expect("1 private event" in told.split("This stays here:")[1], told)
    with open(os.path.join(place.folder, "copy.entente"), "rb") as file:
        expect(b"zanzibar" not in file.read().lower(), "a private event left")
    expect_equal(place.ok("history", "copy.entente"), "")
    expect("all is well" in place.ok("check", "copy.entente"), "check")
    expect("exists already" in place.fails(1, "send", "s.entente", "copy.entente"), "overwritten")
    expect("private, notes" in place.fails(2, "send", "s.entente", "b.entente", "--without", "x"), "")


def test_log(place):
    place.story()
    expect_equal(place.ok("log", "s.entente"), "")
    with sqlite3.connect(os.path.join(place.folder, "s.entente")) as study:
        study.execute("INSERT INTO log (time, text) VALUES (0, 'The disk\x1b was full.')")
        study.execute("INSERT INTO log (time, text) VALUES (NULL, 'Later.')")
    study.close()
    expect_equal(
        place.ok("log", "s.entente"), "1970-01-01T00:00:00Z\tThe disk  was full.\n\tLater.\n")


# ---- errors ----


def make_sparse(place, name, size):
    with open(os.path.join(place.folder, name), "wb") as file:
        file.truncate(size)


def test_errors_of_files(place):
    place.story()
    make_sparse(place, "large.txt", 65 << 20)
    os.mkfifo(os.path.join(place.folder, "pipe.txt"))
    place.write("zero.jsonl", '{"do":"add-actor"}\0\n')
    with sqlite3.connect(os.path.join(place.folder, "other.entente")) as other:
        other.execute("PRAGMA application_id = 77")
        other.execute("CREATE TABLE bookmark (address TEXT)")
    other.close()
    for words, told in (
        (("import", "s.entente", "large.txt"), "larger than 64 MB; divide it"),
        (("import", "s.entente", "pipe.txt"), "is no ordinary file; choose a text file"),
        (("apply", "s.entente", "zero.jsonl"), "Save it again as text"),
        (("count", "other.entente"), "choose a file that Entente made"),
    ):
        expect(told in place.fails(1, *words), f"{words}: {place.fails(1, *words)}")


def test_errors_of_words(place):
    place.story()
    for line, told in (
        ({"do": "add-claim", "event": "yes", "article": "report", "quote": ""}, "write words of"),
        ({"do": "add-view", "name": "V", "query": {"actor": [True]}}, "takes texts"),
    ):
        said = place.fails(1, "apply", "s.entente", "-", stdin=json.dumps(line))
        expect(told in said, said)
    for words in (("edtf", b"2018\xff"), ("new", "t.entente", "--title", b"Talks\xff")):
        result = subprocess.run(
            [CLI, *words], cwd=place.folder, capture_output=True, check=False, timeout=60)
        expect(b"write it in UTF-8" in result.stdout + result.stderr, repr(result))


# ---- hostile surroundings ----


def test_full_output(place):
    place.story()
    for words in (("list", "s.entente", "events"), ("count", "s.entente"), ("--help",)):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = place.run(*words, stdout=full)
        expect_equal((words, result.returncode), (words, 1))
        expect(result.stderr.startswith("entente-cli: "), result.stderr)


def test_control_characters(place):
    place.ok("new", "s.entente")
    line = {"do": "add-actor", "name": "A\u001b[31mB\nC"}
    place.ok("apply", "s.entente", "-", stdin=json.dumps(line))
    expect("\u001b" not in place.ok("list", "s.entente", "actors"), "escape")
    expect_equal(place.list("actors")[0]["name"], line["name"])


def test_no_display_and_no_home(place):
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    result = subprocess.run(
        [CLI, "new", "s.entente"], cwd=place.folder, env=environment, capture_output=True,
        check=False, timeout=60,
    )
    expect_equal((result.returncode, result.stderr), (0, b""))


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as folder:
        Place.made = os.path.join(folder, "story.entente")
        passed = [run(number, name, test) for number, (name, test) in enumerate(tests, 1)]
    return 0 if all(passed) else 1


def run(number, name, test):
    with tempfile.TemporaryDirectory() as folder:
        try:
            test(Place(folder))
        except Exception as error:  # pylint: disable=broad-except
            print(f"not ok {number} {name}")
            print(f"# {type(error).__name__}: {error}".replace("\n", "\n# "), flush=True)
            return False
    print(f"ok {number} {name}", flush=True)
    return True


sys.exit(main())
