"""Makes studies that a stranger might send: more than 200, always the same ones. Each is a copy of a
whole study with one thing wrong in its schema, its header, its pages or its values.

make(study) yields (name, bytes, must_refuse): those that must_refuse are no study any more, whatever
else they hold; of the others what can be told is told."""

import json
import os
import random
import sqlite3
import tempfile
import zlib

PAGE = 4096
SCHEMA = "PRAGMA writable_schema = ON; "

# What no study has: grounds for refusal each.
OBJECTS = [
    *(
        f"CREATE TRIGGER t AFTER {what} ON {table} BEGIN DELETE FROM actor; END"
        for what in ("INSERT", "UPDATE", "DELETE")
        for table in ("event", "actor", "claim", "journal")
    ),
    "CREATE TRIGGER t BEFORE UPDATE ON search_state BEGIN SELECT randomblob (1000000000); END",
    "CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT load_extension ('/tmp/x.so'); END",
    "CREATE VIEW v AS SELECT * FROM event",
    "CREATE VIEW v AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "DROP TABLE search_state; CREATE VIEW search_state AS SELECT 1 AS id, 0 AS counter",
    "DROP TABLE lexicon; CREATE VIEW lexicon AS SELECT * FROM actor",
    "CREATE TABLE more (a)",
    "CREATE TABLE more (a PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE more (a INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO more VALUES (1)",
    "CREATE VIRTUAL TABLE more USING fts5 (a)",
    "CREATE VIRTUAL TABLE more USING fts4 (a)",
    "CREATE VIRTUAL TABLE more USING rtree (id, a, b)",
    "CREATE VIRTUAL TABLE search_more USING fts5 (a)",
    "CREATE INDEX i ON event (title)",
    "CREATE INDEX i ON event (abs (telling))",
    "CREATE INDEX i ON event (title) WHERE length (title) > 1000000",
    "CREATE UNIQUE INDEX i ON link (\"from\", \"to\", type)",
    "CREATE INDEX i ON search_event_data (block)",
    "ALTER TABLE event ADD COLUMN evil TEXT",
    "ALTER TABLE event ADD COLUMN evil INTEGER AS (abs (telling))",
    "ALTER TABLE event ADD COLUMN evil TEXT AS (printf ('%.*c', 1000000000, 'x'))",
    "ALTER TABLE actor ADD COLUMN evil TEXT DEFAULT 'x'",
    "ALTER TABLE actor RENAME TO other",
    "ALTER TABLE event RENAME COLUMN title TO name",
    *(
        f"DROP TABLE {table}"
        for table in ("lexicon", "setting", "journal_chunk", "log", "draft", "search_event", "reading")
    ),
    *(
        f"DROP INDEX {index}"
        for index in ("participation_event", "claim_event", "setting_name", "passage_revision")
    ),
    "DROP TABLE era; CREATE VIRTUAL TABLE era USING fts5 (name)",
    "DROP TABLE setting; CREATE TABLE setting (id INTEGER PRIMARY KEY, name, value)",
    "DROP TABLE coder; CREATE TABLE coder (id INTEGER PRIMARY KEY, name TEXT, initials TEXT)",
    # The text of the schema itself.
    *(
        SCHEMA + f"UPDATE sqlite_schema SET sql = {value} WHERE name = '{name}'"
        for name, value in (
            ("event", "replace (sql, 'title TEXT', 'title TEXT DEFAULT (load_extension (1))')"),
            ("event", "replace (sql, 'STRICT', '')"),
            ("event", "replace (sql, 'title TEXT', 'title BLOB')"),
            ("event", "replace (sql, 'CHECK', 'check')"),
            ("actor", "replace (sql, 'name TEXT NOT NULL CHECK (name <> '''')', 'name TEXT')"),
            ("actor", "replace (sql, 'note TEXT', 'note TEXT COLLATE nocase')"),
            ("claim", "replace (sql, 'ON DELETE CASCADE', '')"),
            ("actor", "'CREATE nonsense'"),
            ("actor", "''"),
            ("actor", "NULL"),
            ("actor", "x'00ff00ff'"),
            ("actor", "17"),
            ("actor", "sql || ' '"),
            ("actor", "sql || printf ('%.*c', 100000, ' ')"),
            ("actor", "CAST (x'43ff' AS TEXT)"),
            ("participation_event", "sql || ' WHERE role = ''host'''"),
            ("search_event", "replace (sql, 'content=''event''', 'content=''sqlite_schema''')"),
            ("search_event", "replace (sql, 'unicode61', 'porter unicode61')"),
            ("search_event", "'CREATE VIRTUAL TABLE search_event USING nothing (a)'"),
        )
    ),
    SCHEMA + "DELETE FROM sqlite_schema",
    SCHEMA + "DELETE FROM sqlite_schema WHERE name = 'event'",
    SCHEMA + "UPDATE sqlite_schema SET type = 'view' WHERE name = 'actor'",
    SCHEMA + "UPDATE sqlite_schema SET type = 'trigger' WHERE name = 'actor'",
    SCHEMA + "UPDATE sqlite_schema SET name = 'sqlite_stat1' WHERE name = 'actor'",
    SCHEMA + "UPDATE sqlite_schema SET name = NULL WHERE name = 'actor'",
    SCHEMA + "UPDATE sqlite_schema SET tbl_name = 'event' WHERE name = 'actor'",
    SCHEMA + "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'actor'",
    *(
        SCHEMA + f"UPDATE sqlite_schema SET rootpage = {root} WHERE name = 'event'"
        for root in (1, 99999, -1, "'x'")
    ),
    SCHEMA + "UPDATE sqlite_schema SET rootpage = 2",
    "PRAGMA user_version = 0", "PRAGMA user_version = -1", "PRAGMA user_version = 999",
    "PRAGMA user_version = 2147483647", "PRAGMA application_id = 1", "PRAGMA application_id = 0",
    "PRAGMA journal_mode = WAL",
]

# Values that no study of ours holds; that SQLite takes them is no reason to believe them.
TEXTS = {
    "nul": "CAST (x'410042' AS TEXT)",
    "no-utf8": "CAST (x'41ff42' AS TEXT)",
    "surrogate": "CAST (x'eda080' AS TEXT)",
    "overlong": "CAST (x'c080' AS TEXT)",
    "cut": "CAST (x'e282' AS TEXT)",
    "bidi": "char (0x202e, 65, 0x2066, 66)",
    "escape": "char (27) || '[31m' || char (10) || char (7)",
    "markup": "'<b>&amp;<'",
    "huge": "printf ('%.*c', 3000000, 'w')",
    "marks": "replace (printf ('%.*c', 20000, 'w'), 'w', char (0x301))",
}
COLUMNS = (
    "event.title", "event.summary", "event.when_wording", "event.kind", "actor.name", "actor.colour",
    "actor.note", "alias.text", "article.title", "article.url", "article.authors",
    "passage.quote", "claim.claimed_text", "claim.speaker_class", "question.text", "view.name",
    "setting.value", "position.text", "footnote.text", "journal.label", "journal.coder",
)
DEEP = "printf ('%.*c', 100000, '[')"
BIG = 9223372036854775807
VALUES = {
    "deep-query": f"UPDATE view SET query = {DEEP}",
    "deep-layout": f"UPDATE view SET layout = replace ({DEEP}, '[', '{{\"a\":')",
    "deep-template": f"INSERT INTO template (id, name, kind, options) VALUES (1, 'x', 'y', {DEEP})",
    "no-query": "UPDATE view SET query = 'nonsense', layout = '{', key = 9223372036854775807",
    "wide-query": "UPDATE view SET query = '{\"by\":[' || replace (printf ('%.*c', 100000, 'x'), 'x', '1,') || '1]}'",
    "title": "UPDATE setting SET value = ''",
    "setting": "INSERT INTO setting (id, name, value) SELECT 1, '../../x', printf ('%.*c', 1000, '/')",
    "fields": "INSERT INTO field (id, name, entity, type, choices) VALUES (1, 'f', 'nonsense', 'x', char (10)),"
    " (2, '=cmd|x', 'event', 'choice', printf ('%.*c', 100000, char (10)));"
    " INSERT INTO field_value (id, field, subject, value) SELECT id, 2, id, '=1+1' FROM event",
    "field-values": "INSERT INTO field (id, name, entity) VALUES (1, 'f', 'event');"
    " INSERT INTO field_value (id, field, subject, value) VALUES (1, 1, 4711, 'x')",
    "negative-ids": "UPDATE event SET id = -id WHERE id % 3 = 0",
    "id-0": "INSERT INTO actor (id, kind, name, lane_order) VALUES (0, 'state', 'Nobody', 0)",
    "id-least": f"INSERT INTO actor (id, kind, name, lane_order) VALUES (-{BIG} - 1, 'state', 'A', {BIG})",
    "id-most": f"INSERT INTO actor (id, kind, name, lane_order) VALUES ({BIG}, 'state', 'B', -{BIG} - 1)",
    "places-cycle": "UPDATE place SET parent = (SELECT min (id) FROM place)",
    "place-self": "UPDATE place SET parent = id",
    "issues-cycle": "UPDATE issue SET parent = (SELECT max (id) FROM issue)",
    "actors-cycle": "UPDATE affiliation SET parent = actor",
    "articles-cycle": "UPDATE article SET origin = id",
    "revisions-cycle": "UPDATE revision SET made_from = id, number = -1",
    "links-self": "UPDATE link SET \"to\" = \"from\"",
    "links-cycle": "INSERT INTO link (id, \"from\", \"to\", type, basis) SELECT -id, \"to\", \"from\", type, basis"
    " FROM link",
    "orders-self": "UPDATE event_order SET other = event, days = 9223372036854775807",
    "orders-cycle": "INSERT OR IGNORE INTO event_order (id, event, other, relation, days) SELECT a.id % 1000003 * 1000 + b.id % 997, a.id, b.id, 'before',"
    " -5 FROM event a, event b WHERE a.id <> b.id",
    "coordinates": "UPDATE place SET latitude = 9e999, longitude = -9e999",
    "coordinates-far": "UPDATE place SET latitude = 1e300, longitude = 4711",
    "no-revision": "DELETE FROM revision",
    "two-revisions": "INSERT INTO revision (id, article, number, text) SELECT 1, article, number, 'x' FROM revision",
    "text-null": "UPDATE revision SET text = NULL",
    "text-short": "UPDATE revision SET text = 'Talks'",
    "text-sha": "UPDATE revision SET sha256 = 'nonsense'",
    "text-lines": "UPDATE revision SET text = replace (printf ('%.*c', 300000, 'x'), 'x', char (10))",
    "passages-far": "UPDATE passage SET start = 1000000, \"end\" = 9223372036854775807",
    "passages-overlap": "UPDATE passage SET start = 0, \"end\" = 5000",
    "passages-empty": "UPDATE passage SET \"end\" = start",
    "footnotes-far": "UPDATE footnote SET position = 9223372036854775807",
    "footnotes-before": "UPDATE footnote SET position = -1",
    "rejections": "INSERT INTO rejection (id, revision, start, \"end\", kind, quote)"
    " SELECT 1, id, -5, 9223372036854775807, 'x', 'y' FROM revision",
    "lexicon": "INSERT INTO lexicon (id, text, language, kind) VALUES (1, '/', 'xx', 'yy'), (2, '(((((', 'en', 'z')",
    "questions": "UPDATE question SET kind = 'nonsense', status = 'resolved', resolved_by = NULL",
    "turning-points": "INSERT INTO turning_point (id, departure, cause, consequence)"
    " SELECT id, id, id, id FROM event",
    "telling": "UPDATE event SET telling = -9223372036854775808",
    "day-order": "UPDATE event SET when_day_order = 9223372036854775807",
    "flags": "UPDATE event SET when_flags = -1",
    "form": "UPDATE event SET when_form = 'nonsense'",
    "precision": "UPDATE event SET when_precision = ''",
    "basis": "UPDATE event SET when_basis = 'whim'",
    "calendar": "UPDATE event SET when_calendar = 'of the Maya'",
    "points-wrong": "UPDATE event SET when_earliest_start = 5, when_latest_start = 4",
    "points-far": f"UPDATE event SET when_earliest_start = -{BIG}, when_latest_start = {BIG},"
    f" when_earliest_end = -{BIG}, when_latest_end = {BIG}",
    "points-extreme": f"UPDATE event SET when_earliest_start = {BIG} - 1, when_latest_start = {BIG},"
    f" when_earliest_end = {BIG} - 1, when_latest_end = {BIG}",
    "bounds-wrong": "UPDATE event SET when_not_before = 9223372036854775807, when_not_after = -9223372036854775808",
    "readings": "INSERT INTO reading (event, number, rank, edtf) SELECT id, 9223372036854775807, -5, 'x' FROM event",
    "readings-many": "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
    " INSERT INTO reading (event, number, rank, edtf) SELECT (SELECT min (id) FROM event), i, i, '2018' FROM n",
    "journal-loop": "UPDATE journal SET undoes = number",
    "journal-far": "INSERT INTO journal (number, time, label) VALUES (9223372036854775807, 9223372036854775807, 'x')",
    "journal-before": "INSERT INTO journal (number, time, label) VALUES (-5, -9223372036854775808, 'x')",
    "chunks-gone": "DELETE FROM journal_chunk",
    "chunks-garbage": "UPDATE journal_chunk SET bytes = randomblob (10000)",
    "chunks-empty": "UPDATE journal_chunk SET bytes = x''",
    "counter": "UPDATE search_state SET counter = -9223372036854775808",
    "counter-gone": "DELETE FROM search_state",
    "index-garbage": "UPDATE search_event_data SET block = randomblob (1000)",
    "index-empty": "DELETE FROM search_revision_data",
    "stat": "ANALYZE; UPDATE sqlite_stat1 SET stat = '0 0 0 0 9999999999999999999 unordered'",
    "log": "INSERT INTO log (id, time, text) VALUES (1, -1, char (27) || '[2J')",
    "drafts": "INSERT INTO draft (id, form, subject, text, time) VALUES (1, '../x', -1, '{', -1)",
    "backups": "INSERT INTO backup (id, time, path, whole) VALUES (1, 0, '/etc/passwd', 1)",
}
EDTFS = (
    "2018-13-45", "Y999999999999999999", "Y-999999999999999999", "Y1E18", "{" * 5000, "[..]", "9999-12-31/0001-01-01",
    "2018-02-30T25:61", "XXXX-XX-XX", "[" + "2018," * 20000 + "2018]", "-", "2018?~%", "\u0662\u0660\u0661\u0668",
)


def edit(study, sql, path):
    """The bytes of the study after SQL of a program that knows no rules."""
    with open(path, "wb") as file:
        file.write(study)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executescript(sql)
    finally:
        connection.close()
    for end in ("-wal", "-shm", "-journal"):
        if os.path.exists(path + end):
            os.unlink(path + end)
    with open(path, "rb") as file:
        return file.read()


def loosely(sql):
    """SQL past the checks of the tables, which stand in the file again afterwards."""
    return f"PRAGMA ignore_check_constraints = ON; {sql}"


def untyped(table, sql):
    """The same past the types."""
    # The version of the schema has to rise for it to be read anew, and the text is put back at the end.
    return (
        f"{SCHEMA} CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = '{table}';"
        f"UPDATE sqlite_schema SET sql = replace (sql, 'STRICT', '') WHERE name = '{table}';"
        f"PRAGMA schema_version = 1000; {sql}; UPDATE sqlite_schema SET sql = (SELECT sql FROM kept)"
        f" WHERE name = '{table}'; PRAGMA schema_version = 1001"
    )


def schemas(study, path):
    for number, sql in enumerate(OBJECTS):
        yield f"schema-{number} {sql[:60]}", edit(study, sql, path), True


def values(study, path):
    for column in COLUMNS:
        table, _, name = column.partition(".")
        for kind in TEXTS if column == "event.title" else ("nul", "no-utf8", "bidi"):
            sql = f"UPDATE {table} SET {name} = {TEXTS[kind]} WHERE rowid % 3 = 0"
            yield f"{column} {kind}", edit(study, loosely(sql), path), False
    for name, sql in VALUES.items():
        yield name, edit(study, loosely(sql), path), False
    for edtf in EDTFS:
        for column in ("event.when_edtf", "article.published_edtf", "position.when_edtf"):
            table, _, name = column.partition(".")
            yield f"{column} {edtf[:20]}", edit(study, f"UPDATE {table} SET {name} = '{edtf}'", path), False
    for table, sql in (
        ("event", "UPDATE event SET title = x'00ff'"), ("event", "UPDATE event SET telling = 'x'"),
        ("event", "UPDATE event SET when_earliest_start = 1.5"), ("actor", "UPDATE actor SET name = 17"),
        ("actor", "UPDATE actor SET lane_order = x''"), ("revision", "UPDATE revision SET text = x'ff00'"),
        ("place", "UPDATE place SET latitude = 'north'"), ("participation", "UPDATE participation SET event = 'x'"),
    ):
        yield f"types {sql}", edit(study, untyped(table, sql), path), False
    for reference in (
        "participation.actor", "participation.event", "claim.event", "claim.passage", "claim.speaker", "link.to",
        "passage.revision", "revision.article", "event.place", "event.track", "event_issue.issue", "alias.actor",
        "affiliation.parent", "position.actor", "position.issue", "footnote.revision", "question.event",
    ):
        table, _, name = reference.partition(".")
        sql = f'UPDATE OR IGNORE {table} SET "{name}" = 4711'
        yield f"dangling {reference}", edit(study, sql, path), False
    yield "chunks-bomb", edit_chunks(study, path), False


def edit_chunks(study, path):
    """200 MB of nothing as the changes of a step."""
    bomb = zlib.compress(bytes(200_000_000), 9).hex()
    return edit(study, f"UPDATE journal_chunk SET bytes = x'{bomb}' WHERE number = 1", path)


def headers(study):
    for name, place, value in (
        ("magic", 0, b"SQLite format 4\0"), ("page-size-0", 16, b"\0\0"), ("page-size-512", 16, b"\2\0"),
        ("page-size-64k", 16, b"\0\1"), ("page-size-3", 16, b"\0\3"), ("write-wal", 18, b"\2"),
        ("write-9", 18, b"\x09"), ("read-9", 19, b"\x09"), ("reserved", 20, b"\xff"), ("fraction", 21, b"\0\0\0"),
        ("pages-many", 28, b"\x7f\xff\xff\xff"), ("schema-form", 44, b"\0\0\0\x09"), ("utf-16", 56, b"\0\0\0\2"),
        ("newer", 60, b"\0\0\x03\xe7"), ("application", 68, b"\0\0\0\0"),
    ):
        yield f"header {name}", study[:place] + value + study[place + len(value):], True
    for name, place, value in (
        ("encoding", 56, b"\0\0\0\x09"), ("pages-0", 28, b"\0\0\0\0"), ("counter", 24, b"\xff\xff\xff\xff"), ("free-first", 32, b"\0\0\0\2"),
        ("free-many", 36, b"\x7f\xff\xff\xff"), ("free-self", 32, b"\0\0\0\1\0\0\0\5"), ("cache", 48, b"\xff\xff\xff\xff"),
        ("vacuum", 52, b"\0\0\0\x07\0\0\0\0\0\0\0\0\0\0\0\1"), ("valid-for", 92, b"\xff\xff\xff\xff"),
    ):
        yield f"header {name}", study[:place] + value + study[place + len(value):], False


def pages(study):
    dice = random.Random(2026)
    count = len(study) // PAGE

    def page(number):
        return study[(number - 1) * PAGE:number * PAGE]

    def put(number, content):
        return study[:(number - 1) * PAGE] + content + study[number * PAGE:]

    for number in [2, 3, *dice.sample(range(4, count), 10)]:
        yield f"page {number} zero", put(number, bytes(PAGE)), False
        yield f"page {number} random", put(number, dice.randbytes(PAGE)), False
        other = dice.randrange(2, count)
        yield f"pages {number} {other}", put(number, page(other)), False
        swapped = bytearray(put(number, page(other)))
        swapped[(other - 1) * PAGE:other * PAGE] = page(number)
        yield f"pages swapped {number} {other}", bytes(swapped), False
        bits = bytearray(page(number))
        bits[dice.randrange(8)] ^= 1 << dice.randrange(8)
        yield f"page {number} bit", put(number, bytes(bits)), False
    for length in (1, 15, 16, 99, 100, 101, 512, PAGE - 1, PAGE, PAGE + 1, len(study) // 2, len(study) - 1):
        yield f"cut {length}", study[:length], True
    yield "empty", b"", True
    yield "noise", dice.randbytes(len(study)), True
    yield "noise-behind-header", study[:100] + dice.randbytes(len(study) - 100), True
    yield "json", json.dumps({"do": "set-study"}).encode(), True
    yield "longer", study + dice.randbytes(3 * PAGE + 17), False


def make(study):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "made")
        yield from schemas(study, path)
        yield from headers(study)
        yield from pages(study)
        yield from values(study, path)
