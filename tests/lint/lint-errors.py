#!/usr/bin/env python3
"""The catalogue of errors: every sentence with which the layers below the window refuse something is listed in
tests/errors/errors.tsv, with the test that produces it, and says what mends it.

"lint-errors.py . TRACE" writes the list anew from what tests noted: run them with tests/errors/trace-errors.c preloaded,
as its first lines say.
"""

import os
import re
import sys

import house

LIST = "tests/errors/errors.tsv"
LAYERS = ("core", "chronicle", "text", "store", "exchange", "study", "summary", "print", "cli")

LITERAL = r'((?:"(?:\\.|[^"\\])*"\s*)+)'
TRANSLATED = re.compile(r"\b(?:_|N_|ngettext) \(\s*" + LITERAL + r"(?:,\s*" + LITERAL + ")?")
IN_TABLE = re.compile(r"ENTENTE_ERROR_\w+,\s*$")

# One of these tells what mends it, or what is expected.
MENDS = re.compile(
    r"\b(add|again|anew|ask|change them|check|choose|close|copy|correct|delete|divide|edit|export|finish|free|get|give|go"
    r"|have its|import|install|lists?|look|mend|merge|missing|move|names?|needs?|open|quote it|replace|save|say|see|set"
    r"|shows?|start|takes?|tells?|there are|try|undo|usage|use|wait|wants|write)\b"
    r"|one of|expected|is a number|a text or an object|is true or false|is an object such as",
    re.IGNORECASE,
)
# A suggestion, or the reason with its mend, stands behind these; or nothing is wrong.
SAID_ELSEWHERE = re.compile(r"\.%s$|: %s$|%2\$s \(at character|nothing to (undo|do again)")
PLACE = re.compile(r"%(?:\d\$)?[-'0-9.]*[a-zA-Z]+|\{\w+\}")


def join(literals):
    text = "".join(re.findall(r'"((?:\\.|[^"\\])*)"', literals))
    return text.replace('\\"', '"').replace("\\n", " ")


def find_call(text, position):
    """The call around a position: from the parenthesis that is open there to the one that closes it."""
    depth = 0
    start = position
    while start > 0:
        start -= 1
        if text[start] == ")":
            depth += 1
        elif text[start] == "(":
            if depth == 0:
                break
            depth -= 1
        elif text[start] in ";{}" and depth == 0:
            return ""
    depth, end = 0, start
    while end < len(text):
        depth += (text[end] == "(") - (text[end] == ")")
        if depth == 0:
            break
        end += 1
    return text[start:end]


def is_error(text, match):
    if IN_TABLE.search(text[:match.start()]):
        return True
    call = find_call(text, match.start())
    return bool(re.search(r"\berror\b(?!->)", TRANSLATED.sub("", call)))


def strip(text):
    return re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.DOTALL)


def find_messages():
    """Sentence -> (path, line) of where it is made; pieces of sentences are left out."""
    messages = {}
    for layer in LAYERS:
        for path in house.files(f"src/{layer}", ".c"):
            text = strip(house.read(path))
            for match in TRANSLATED.finditer(text):
                if not is_error(text, match):
                    continue
                for literals in filter(None, match.groups()):
                    message = join(literals)
                    if " " in message and re.search(r"[.?]$|[.?] ?%s$|%s$", message):
                        messages.setdefault(message, (path, house.line_of(text, match.start())))
    return messages


def make_pattern(message):
    parts = PLACE.split(message.replace("%%", "%"))
    return re.compile(".*".join(re.escape(part) for part in parts), re.DOTALL)


def read_trace(path):
    """Message as it was -> program; a message may have several lines."""
    produced = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            program, tab, message = line.rstrip("\n").partition("\t")
            if tab:
                produced.setdefault(message, program)
    return produced


def find_test(message, produced):
    pattern = make_pattern(message)
    found = sorted(
        {"test-cli.py" if program == "entente-cli" else program
         for text, program in produced.items() if program != "entente" and pattern.search(text)}
    )
    return found[0] if found else "-"


def write_list(trace):
    produced = read_trace(trace)
    with open(os.path.join(house.ROOT, LIST), "w", encoding="utf-8") as file:
        file.write("# Sentence of an error\tTest that produces it\n")
        for message in sorted(find_messages()):
            file.write(f"{message}\t{find_test(message, produced)}\n")


def check_list():
    lines = [line for line in house.read(LIST).splitlines() if not line.startswith("#")]
    listed = dict(line.split("\t") for line in lines)
    messages = find_messages()
    tests = {os.path.basename(path).removesuffix(".c") for path in house.files("tests", ".c", ".py")}
    for message, (path, line) in messages.items():
        if message not in listed:
            house.complain(path, line, f"this error is not in {LIST}: {message}")
        elif listed[message] != "-" and listed[message] not in tests:
            house.complain(LIST, 1, f"there is no test {listed[message]}")
        if not (SAID_ELSEWHERE.search(message) or MENDS.search(PLACE.sub("", message))):
            house.complain(path, line, f"this error does not say what mends it: {message}")
    for message in listed:
        if message not in messages:
            house.complain(LIST, 1, f"no error says this: {message}")


if len(sys.argv) > 2:
    write_list(sys.argv[2])
else:
    check_list()
    house.finish()
