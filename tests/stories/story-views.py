#!/usr/bin/env python3
"""A dyad with its direction is filtered by keyboard, saved as a view, and recalled by its key when the program runs again."""

import os
import re

from story import Program, Story, copy_sample, wait
from study import list_all, run_cli

TITLE = "Afghan Peace Talks, 2018"
NAME = "Moscow calls"
DYAD = ("--actor", "Russia", "--actor", "Taliban", "--match", "between", "--members",
        "--direction", "first-to-second")


def check_actor(program, alias, name):
    """Finds an actor by any of its names and checks it."""
    program.go_to_pane("actors")
    program.go_to("entry", "Find actors by name, alias or spelling", key="shift+Tab")
    program.fill(alias)
    program.find("list item", re.compile(f"^{name},"), within=("list", "Actors"))
    program.press("Return")
    program.find(
        "check box", re.compile(f"^{name},"), within=("list", "Actors"),
        where=lambda node: node.has("checked"),
    )
    program.fill("")


def press_toggle(program, name):
    program.go_to_pane("actors")
    program.go_to("push button", name)
    program.press("space")
    program.find("push button", name, where=lambda node: node.has("pressed"))


def see_count(program, path, *query):
    expected = run_cli("count", path, *query).strip()
    program.find("label", re.compile(f"^{expected.split(',')[0]} events"))


def list_names(path):
    return [view["name"] for view in list_all(path, "views")]


def save_view(program, path):
    program.press("ctrl+d")
    program.wait_focus("text", "Name of the view")
    program.fill(NAME)
    program.go_to("push button", re.compile("^The key that recalls it"))
    program.press("space")
    for _ in range(7):
        program.press("Down")
    program.press("Return")
    program.go_to("push button", "Save")
    program.press("Return")
    wait(lambda: NAME in list_names(path), "the view in the file")
    program.press("Escape")


def main():
    story = Story("views")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("a dyad is found by alias, and given a direction"):
        program.find("label", TITLE)
        check_actor(program, "Moscow", "Russia")
        check_actor(program, "Taleban", "Taliban")
        press_toggle(program, "Between")
        press_toggle(program, re.compile("^Russia to Taliban"))
        see_count(program, path, *DYAD)
    with story.step("it is saved as a view with a key"):
        save_view(program, path)
        story.take_picture("saved")
        program.quit()
    with story.step("the command line finds it"):
        found = run_cli("count", path, "--view", NAME)
        if found != run_cli("count", path, *DYAD):
            raise AssertionError(found)
    with story.step("the next day its key recalls it"):
        program = Program(story, path)
        program.find("label", TITLE)
        program.find("label", re.compile("^42 of 42 events"))
        program.go_to_pane("moves")
        program.press("7")
        see_count(program, path, "--view", NAME)
        program.find("push button", re.compile("^Russia to Taliban"),
                     where=lambda node: node.has("pressed"))
        story.take_picture("recalled")
    with story.step("what was saved is one step"):
        program.press("ctrl+z")
        wait(lambda: NAME not in list_names(path), "no such view")
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
