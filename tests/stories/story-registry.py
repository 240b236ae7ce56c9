#!/usr/bin/env python3
"""The registry by keyboard: actors are merged and split, names of articles become actors; undo brings each back."""

import os
import re

from story import Program, Story, copy_sample, expect_equal, wait
from study import list_all, select_row

TITLE = "Afghan Peace Talks, 2018"
EVENT = "Ghani offers talks without preconditions"


def choose_for_actor(program, name, entry):
    """An entry of the popover of a chip in the inspector."""
    program.go_to_pane("inspector")
    program.go_to("push button", re.compile(f"^{name}"))
    program.press("Return")
    program.go_to("push button", re.compile(f"^{entry}"))
    program.press("Return")


def is_actor(path, name):
    return any(actor["name"] == name for actor in list_all(path, "actors"))


def merge(program, path):
    choose_for_actor(program, "Taliban", "Merge With")
    program.find("push button", "Merge")
    program.go_to("text", re.compile("^Actor, alias, spelling"))
    program.fill("Uzbekistan")
    program.press("Return")
    program.find("label", re.compile("becomes an alias"))
    program.find("label", re.compile("Its kind, state, goes"))
    program.go_to("push button", "Merge", key="shift+Tab", limit=60)
    program.press("Return")
    program.wait_gone("push button", "Merge")
    wait(lambda: not is_actor(path, "Uzbekistan"), "one actor of two")
    program.press("ctrl+z")
    wait(lambda: is_actor(path, "Uzbekistan"), "two actors again")


def split(program, path):
    choose_for_actor(program, "Taliban", "Split")
    program.find("push button", "Split")
    program.go_to("text", re.compile("^Name of the new actor"))
    program.fill("Northern council")
    program.go_to("check box", re.compile("^Name: "), limit=60)
    program.press("Down", "space")
    program.find("label", re.compile("^1 of "))
    program.go_to("push button", "Split", key="shift+Tab", limit=60)
    program.press("Return")
    program.wait_gone("push button", "Split")
    wait(lambda: is_actor(path, "Northern council"), "the new actor")
    program.press("ctrl+z")
    wait(lambda: not is_actor(path, "Northern council"), "no such actor")


def take_name(program, path):
    program.press("ctrl+shift+n")
    row = program.find("list item", re.compile(r", named \d+ times? in"))
    name = row.name.split(", named")[0]
    program.go_to("push button", "Add as Actor", limit=60)
    program.press("Return")
    wait(lambda: is_actor(path, name), f"an actor {name}")
    program.wait_gone("list item", re.compile(f"^{re.escape(name)}, named"))
    program.press("Escape")
    program.wait_gone("push button", "Add as Actor")
    program.press("ctrl+z")
    wait(lambda: not is_actor(path, name), f"no actor {name}")


def main():
    story = Story("registry")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("an event is chosen"):
        program.find("label", TITLE)
        select_row(program, EVENT)
    with story.step("two actors are merged and parted again"):
        merge(program, path)
    with story.step("an actor is split and whole again"):
        split(program, path)
    with story.step("a name of an article becomes an actor"):
        take_name(program, path)
        story.take_picture("names")
    with story.step("the program quits without complaint"):
        expect_equal(program.is_running(), True)
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
