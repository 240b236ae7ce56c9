#!/usr/bin/env python3
"""A file of C has at most 600 lines, a function at most 60, from its name to its last brace."""

import re

import house

FILE_LINES = 600
FUNCTION_LINES = 60


def functions(text):
    """(name, first line, last line) of every function defined in a file."""
    text = house.without_comments(text, strings=False)
    # Directives, with their continued lines: macros are no functions.
    text = re.sub(
        r"^[ \t]*#(?:[^\\\n]|\\(?:\n|.))*",
        lambda match: re.sub(r"[^\n]", " ", match.group()),
        text,
        flags=re.MULTILINE,
    )
    braces = parens = 0
    opened = None  # where the last parenthesis at the top level was opened
    start = None  # name and line of the function that we are in
    before = ""  # the last character that is no space
    for position, character in enumerate(text):
        if character == "(":
            if parens == 0 and braces == 0:
                opened = position
            parens += 1
        elif character == ")":
            parens -= 1
        elif character == "{" and parens == 0:
            if braces == 0 and before == ")" and opened is not None:
                name = re.search(r"(\w+)\s*$", text[:opened])
                if name:
                    start = (name.group(1), house.line_of(text, name.start(1)))
            braces += 1
        elif character == "}" and parens == 0:
            braces -= 1
            if braces == 0 and start:
                yield (*start, house.line_of(text, position))
                start = None
        if not character.isspace():
            before = character


def main():
    for path in house.files("src", ".c") + house.files("tests", ".c"):
        text = house.read(path)
        lines = text.count("\n")
        if lines > FILE_LINES:
            house.complain(path, lines, f"{lines} lines, more than {FILE_LINES}")
        for name, first, last in functions(text):
            if last - first + 1 > FUNCTION_LINES:
                length = last - first + 1
                house.complain(path, first, f"{name} has {length} lines, more than {FUNCTION_LINES}")
    house.finish()


main()
