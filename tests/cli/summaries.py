"""Summaries as a reader sees them: what Markdown says, and where it stands on the pages of a PDF.

For the tests of summaries, which drive the built entente-cli (ENTENTE_CLI) over the sample studies.
"""

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
KINDS = {
    "chronology": (),
    "chronology in short": ("--kind", "chronology", "--form", "short"),
    "chronology in columns": ("--kind", "chronology", "--form", "columns"),
    "dossier": ("--kind", "dossier"),
    "answers": ("--kind", "answers"),
    "positions": ("--kind", "positions"),
    "evidence": ("--kind", "evidence"),
    "article": ("--kind", "article"),
}
MARK = "\ue000"  # before the number of a note where it is mentioned


class Failure(Exception):
    """What a test found wrong."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


# ---- running ----


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


def pdf(folder, study, *words, said="", **environment):
    path = os.path.join(folder, "out.pdf")
    result = run(CLI, "summary", study, *words, "-o", path, **environment)
    expect(result.stderr.strip() == said, result.stderr)
    return path


# ---- reading ----


def squeeze(text):
    """On one line; where a line may break without a space there is none."""
    return re.sub(r"(?<=[-/–—]) ", "", " ".join(text.split()))


def plain(markdown):
    return re.sub(r"\\(.)", r"\1", markdown)


def has_rtl(text):
    return any("\u0590" <= letter <= "\u08ff" for letter in text)


def notes_of(markdown):
    """Text of each note by its number."""
    return {int(n): plain(text) for n, text in re.findall(r"^\[\^(\d+)\]: (.*)$", markdown, re.MULTILINE)}


def words_of(markdown):
    return squeeze(plain(re.sub(r"\[\^(\d+)\]", rf" {MARK}\1", markdown)))


ENTRY = (
    r"^(?P<number>\d+)\. \*\*(?P<when>.*?)\*\*(?: `(?P<edtf>.*?)`)?(?: \*(?P<told>“.*?”)\*)?(?: \((?P<bound>.*?)\))?  \n"
    r" +\*\*(?P<title>.*)\*\*(?P<mark>\[\^\d+\])?  \n"
)


def entries_of(markdown):
    """The entries of a chronology: number, EDTF, title, text of the note."""
    notes = notes_of(markdown)
    found = []
    for entry in re.finditer(ENTRY, markdown, re.MULTILINE):
        note = notes[int(entry["mark"][2:-1])] if entry["mark"] else ""
        found.append((int(entry["number"]), entry["edtf"] or "", plain(entry["title"]), note))
    return found


def blocks_of(markdown):
    """What a summary says block by block, row by row, in the words and the order of a page."""
    body = markdown.split("\n\n", 3)[3]
    if "\n[^1]: " in body:  # notes have a heading, whatever its language
        body = body[:body.rindex("\n## ", 0, body.index("\n[^1]: "))]
    said = []
    for block in re.split(r"\n\n+", body):
        entry = re.match(ENTRY, block)
        if entry:
            parts = (
                entry["number"], entry["when"], entry["told"] or entry["bound"] or "",
                entry["title"] + (entry["mark"] or ""), block[entry.end():],
            )
            said.append(words_of(" ".join(parts)))
        elif block.lstrip().startswith("| "):
            rows = [line for line in block.strip().splitlines() if "| --- |" not in line]
            said += [words_of(line[2:-1].replace(" |", " ").replace("| ", " ")) for line in rows]
        elif block.lstrip().startswith("- **"):
            lines = block.strip().splitlines()
            said += [words_of(re.sub(r"^- \*\*(.*?):\*\* ", r"\1 ", line)) for line in lines]
        elif block.strip():
            said.append(words_of(re.sub(r"^#+ ", "", block.strip())))
    return [line for line in said if line]


def head_of(markdown):
    """Study, kind, filter, counts and edition, each of which stands on every page."""
    _, line, rest = markdown.split("\n\n", 3)[:3]
    study, kind = line.split(" · ")[:2]
    filtered, _, counted = rest.partition(".  \n")
    counts, _, imprint = counted.partition("**, ")
    edition = imprint.partition(". ")[2].rstrip(".")
    return [words_of(part) for part in (study, kind, filtered, counts.strip("*"), edition)]


# ---- pages ----


def pages_of(path, *words):
    return run("pdftotext", *words, path, "-").stdout.split("\f")[:-1]


def size_of(path):
    return re.search(r"Page size: +([\d.]+) x ([\d.]+)", run("pdfinfo", path).stdout).groups()


def fonts_of(path):
    """Names of the fonts, and whether each is embedded."""
    lines = run("pdffonts", path).stdout.splitlines()[2:]
    return [line.split()[0] for line in lines], [line.split()[-5] for line in lines]


# ---- TAP ----


def main(tests):
    tests = [(name, test) for name, test in tests.items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    passed = [try_one(number, name, test) for number, (name, test) in enumerate(tests, 1)]
    sys.exit(0 if all(passed) else 1)


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
