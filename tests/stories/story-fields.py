#!/usr/bin/env python3
"""A field of one's own is made by keyboard."""

import os
import re

from story import Program, Story, copy_sample, expect_equal, wait
from study import run_cli, select_row

TITLE = "Afghan Peace Talks, 2018"
EVENT = "Ghani offers talks without preconditions"


def count(path, *query):
    """What the command line counts; None while it refuses."""
    try:
        return run_cli("count", path, *query).split(" ")[0]
    except Exception:  # there is no such field
        return None


def make_field(program, path):
    program.go_to_pane("inspector")
    program.go_to("push button", re.compile("^Fields of Your Own"), limit=60)
    program.press("Return")
    program.find("push button", "Save")
    program.go_to("text", "Name")
    program.fill("Audience")
    program.go_to("push button", re.compile("^Type: "))
    program.press("space")
    program.press("Down")
    program.press("Return")
    program.go_to("push button", "Save", key="shift+Tab", limit=60)
    program.press("Return")
    program.wait_gone("push button", "Save")
    wait(lambda: count(path, "--field-empty", "Audience") == "42", "the field in the file")


def main():
    story = Story("fields")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("an event is chosen"):
        program.find("label", TITLE)
        select_row(program, EVENT)
    with story.step("a field for numbers is made"):
        make_field(program, path)
    with story.step("the program quits without complaint"):
        expect_equal(program.is_running(), True)
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
