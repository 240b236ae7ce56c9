#!/usr/bin/env python3
"""The table by keyboard: a title is changed in its row, the columns are chosen, and the filter is written in words."""

import os
import re

from story import Program, Story, copy_sample, wait
from study import list_all, run_cli, select_row

TITLE = "Afghan Peace Talks, 2018"
MOVE = "Ghani offers talks without preconditions"
NEW = "Ghani offers everything"


def list_titles(path):
    return [event["title"] for event in list_all(path, "events")]


def main():
    story = Story("table")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("a title is changed in its row, and taken back"):
        program.find("label", TITLE)
        select_row(program, MOVE)
        program.press("F2")
        program.wait_focus("text", "When")
        program.press("Tab", "Tab")
        program.wait_focus("text", "Title")
        program.fill(NEW)
        story.take_picture("row")
        program.press("Return")
        wait(lambda: NEW in list_titles(path), "the new title in the file")
        program.press("ctrl+z")
        wait(lambda: MOVE in list_titles(path), "the old title in the file")
    with story.step("the filter is written in words"):
        program.press("ctrl+e")
        program.wait_focus("text", "Filter in words")
        program.fill("Russia; group: invite")
        program.press("Return")
        expected = run_cli("count", path, "--actor", "Russia", "--group", "invite").strip()
        program.find("label", re.compile(f"^{expected.split(',')[0]} events"))
        story.take_picture("words")
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
