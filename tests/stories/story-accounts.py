#!/usr/bin/env python3
"""Accounts side by side, by keyboard: two parties are chosen by typing, verdicts are hidden and shown, the words of a claim are gone to, the
sides are swapped, the table is copied, and an edit is followed."""

import os
import re

from story import Program, Story
from study import run_cli

CASES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "cases")
NAMES = {"left": "Left account", "right": "Right account"}


def open_case(name):
    path = os.path.join(os.environ["HOME"], "case.entente")
    run_cli("new", path)
    run_cli("apply", path, os.path.join(CASES, name))
    return path


def choose(program, side, name):
    """A party, by the start of its name."""
    program.go_to("push button", re.compile(f"^{NAMES[side]}: what it is"))
    program.press("space", "Down", "Down", "Return")
    program.go_to("push button", re.compile(f"^{NAMES[side]}: Choose"))
    program.press("space")
    program.wait_focus("entry", "Whose account?")
    program.type(name)
    program.press("Return")


def main():
    story = Story("accounts")
    path = open_case("moscow-2018.jsonl")
    program = Program(story, path)
    with story.step("the window says what to do"):
        program.find("label", "The Moscow Format, 2018")
        program.press("ctrl+shift+b")
        program.find("label", "Whose Accounts?")
    with story.step("two parties are chosen by typing"):
        choose(program, "left", "Russia")
        choose(program, "right", "Afghan")
        program.find("label", "6 of 6 moves")
        program.find("label", re.compile(r"^≠  1  They differ$"))
        story.take_picture("two parties")
    with story.step("a verdict is hidden, and counted all the same"):
        program.go_to("push button", re.compile(".*Only Russia"))
        program.press("space")
        program.find("label", "3 of 6 moves")
        program.press("space")
        program.find("label", "6 of 6 moves")
    with story.step("rows are walked through, each told in a sentence"):
        program.go_to("list item", re.compile("^Moscow invites for 4 September, .*Only Russia"))
        program.press("Down", "Down")
        program.wait_focus(
            "list item", re.compile("^Moscow puts the meeting off, .*They differ: other values"))
    with story.step("Enter goes to the words of the left, Shift and Enter to those of the right"):
        program.press("Return")
        program.find_in("inspector", "label", "Moscow puts the meeting off")
        program.press("ctrl+shift+b", "shift+Return")
        story.take_picture("words")
    with story.step("the sides are swapped, and the table is copied"):
        program.press("ctrl+shift+b", "ctrl+s")
        program.find("label", re.compile(r"^‹  1  Only Afghan government$"))
        program.press("ctrl+c")
        program.find("label", "Table copied")
    with story.step("Ctrl+W closes it"):
        program.press("ctrl+w")
        program.wait_gone("list", "Moves, as the two tell them")
    with story.step("a second timeline shows what the filter of the first leaves out"):
        program.press("ctrl+shift+2")
        program.find("panel", "Second timeline")
        program.find("label", "0 of 8 events")
        program.press("ctrl+e")
        program.wait_focus("text", "Filter in words")
        program.fill("group: meet")
        program.press("Return")
        program.find("label", "6 of 8 events")
        story.take_picture("second timeline")
        program.press("ctrl+shift+2")
        program.wait_gone("panel", "Second timeline")
    with story.step("the program ends"):
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
