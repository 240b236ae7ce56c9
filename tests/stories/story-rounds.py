#!/usr/bin/env python3
"""By keyboard: a track is made and a move put on it, two moves become a round, a turning point stands at one; all is undone."""

import os
import re

from story import Program, Story, copy_sample, expect_equal, wait
from study import choose_for_event, list_all, select_row, show_event

TITLE = "Afghan Peace Talks, 2018"
EVENT = "Ghani offers talks without preconditions"
TRACK = "Doha channel"
ROUND = "A first round"
TURN = "The turn"


def count(path, *query):
    return len(list_all(path, "events", *query))


def see(get, expected):
    wait(lambda: get() == expected, lambda: f"{expected!r}, not {get()!r}")


def save(program):
    program.press("Return")
    program.wait_gone("push button", "Save")


def make_track(program):
    program.press("ctrl+shift+r")
    program.find("list", "Tracks")
    program.press("ctrl+n")
    program.find("push button", "Save")
    program.go_to("text", re.compile("^Name"))
    program.fill(TRACK)
    save(program)
    program.find("list item", TRACK, within=("list", "Tracks"))


def put_on_track(program, path):
    choose_for_event(program, "Edit")
    program.go_to(None, re.compile("^Judgement, Place and More"), limit=120)
    program.press("space")
    program.go_to("text", re.compile("^Track"), limit=120)
    program.fill(TRACK)
    program.press("Return")
    see(lambda: count(path, "--track", TRACK), 1)


def make_round(program, path):
    """Of the two moves that are selected."""
    program.press("ctrl+shift+r")
    program.find("list", "Tracks")
    program.press("ctrl+2")
    program.press("ctrl+n")
    program.find("push button", "Save")
    program.go_to("text", re.compile("^Title"))
    program.fill(ROUND)
    save(program)
    see(lambda: count(path, "--round", ROUND), 3)
    program.find("list item", ROUND, within=("list", "Rounds"))


def make_turn(program, path):
    choose_for_event(program, "Turning Point")
    program.find("push button", "Save")
    program.go_to("text", re.compile("^Title"))
    program.fill(TURN)
    save(program)
    see(lambda: [point["title"] for point in list_all(path, "turning-points")], [TURN])


def main():
    story = Story("rounds")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("a track is made"):
        program.find("label", TITLE)
        make_track(program)
        story.take_picture("track")
        program.press("Escape")
    with story.step("a move is put on it"):
        select_row(program, EVENT)
        track = show_event(path, EVENT)["track"]
        put_on_track(program, path)
    with story.step("two moves become a round"):
        program.go_to_pane("moves")
        program.press("shift+Down")
        program.find("label", re.compile("^2 "))
        before = count(path)
        make_round(program, path)
        story.take_picture("round")
        program.press("ctrl+z")
        see(lambda: count(path), before)
        program.press("ctrl+shift+z")
        see(lambda: count(path), before + 1)
        program.press("Escape")
    with story.step("a turning point stands at a move"):
        program.go_to_pane("moves")
        program.press("Home")
        select_row(program, EVENT)
        make_turn(program, path)
        program.press("ctrl+1")
        story.take_picture("turning-point")
    with story.step("all of it is undone"):
        for _ in range(3):
            program.press("ctrl+z")
        see(lambda: list_all(path, "turning-points"), [])
        see(lambda: show_event(path, EVENT)["track"], track)
    with story.step("the program quits without complaint"):
        expect_equal(program.is_running(), True)
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
