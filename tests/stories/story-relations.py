#!/usr/bin/env python3
"""Who moved towards whom: a matrix by keyboard, a pair of which becomes the filter and is given back; network, activity, table, copy."""

import os
import re

from story import Program, Story, copy_sample, expect, wait
from study import run_cli

TITLE = "Afghan Peace Talks, 2018"


def count_pairs(path):
    """Moves by pair, from the command line."""
    lines = run_cli("relations", path, "--members").splitlines()[1:]
    return {tuple(line.split(",")[:2]): int(line.split(",")[2]) for line in lines}


def find_cell(program, words):
    return program.wait_focus("table cell", re.compile(f"^{words}"))


def see_filter(program, path, *query):
    expected = run_cli("count", path, "--members", *query).strip()
    program.find("label", re.compile(f"^{expected} events"))


def main():
    story = Story("relations")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    pairs = count_pairs(path)
    picture = os.path.join(os.environ["HOME"], "relations.svg")
    program = Program(story, path)
    with story.step("the matrix opens with the keyboard in its first cell"):
        program.find("label", TITLE)
        program.press("ctrl+r")
        program.find("table", "Matrix of moves, from rows to columns")
        find_cell(program, "Within Taliban: no move")
        story.take_picture("matrix")
    with story.step("arrows walk from cell to cell, each told by a sentence"):
        program.press("Right")
        n_moves = pairs["Taliban", "Afghan government"]
        find_cell(program, f"Taliban towards Afghan government: {n_moves} moves, ")
        program.press("Down")
        find_cell(program, "Within Afghan government: ")
        program.press("Left")
        n_moves = pairs["Afghan government", "Taliban"]
        find_cell(program, f"Afghan government towards Taliban: {n_moves} moves")
    with story.step("Enter makes the pair the filter of the window"):
        program.press("Return")
        see_filter(program, path, "--actor", "Afghan government", "--actor", "Taliban",
                   "--match", "between", "--direction", "first-to-second")
        find_cell(program, r"Afghan government towards Taliban: .*It is the filter\.$")
        story.take_picture("chosen")
    with story.step("Shift and Enter: in both directions"):
        program.press("shift+Return")
        see_filter(program, path, "--actor", "Afghan government", "--actor", "Taliban",
                   "--match", "between")
    with story.step("Backspace gives back the filter before"):
        program.press("BackSpace")
        program.find("label", re.compile("^42 of 42 events"))
    with story.step("network, activity and table show the same"):
        program.press("ctrl+2")
        program.find("table", "Network of moves, one arrow after the other")
        most = max(pairs.values())
        find_cell(program, f".* towards .*: {most} moves")
        story.take_picture("network")
        program.press("ctrl+3")
        find_cell(program, "Taliban: .* made, most in ")
        story.take_picture("activity")
        program.press("Return")
        see_filter(program, path, "--by", "Taliban")
        program.press("BackSpace")
        program.find("label", re.compile("^42 of 42 events"))
        program.press("ctrl+4")
        program.find("label", re.compile(f"^{len(pairs)} of {len(pairs)} pairs"))
        program.find("table row", re.compile(f"^Taliban towards Afghan government: {most} moves"))
        story.take_picture("table")
    with story.step("the table is copied, and the picture of the matrix exported as text"):
        program.press("ctrl+c")
        program.find("label", "Table copied")
        program.press("ctrl+1", "ctrl+shift+e")
        program.choose_file(picture)
        wait(lambda: os.path.exists(picture), "the picture")
        with open(picture, encoding="utf-8") as file:
            text = file.read()
        expect(">Taliban</text>" in text and "31 of 42 moves go from one to another" in text,
               "names and counts stand in the picture")
    with story.step("Ctrl+W closes it"):
        program.press("ctrl+w")
        program.wait_gone("table", "Matrix of moves, from rows to columns")
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
