#!/usr/bin/env python3
"""A position is marked from the words of an article in three actions, what was on the table on a day is asked by keyboard, and a position
that was deleted comes back."""

import json
import os
import re

from selecting import select_words
from story import Program, Story, expect_equal, run_cli, wait
from study import list_all, show

TEXT = """Talks on the Strait

Norway demanded on 3 March 2031 that the harbour be opened. Kenya ruled out a second harbour in April 2031.
"""
WORDS = "Norway demanded on 3 March 2031 that the harbour be opened"
CARD = re.compile("^Norway · Harbour · Demand · 3 March 2031")
LINES = [
    {"do": "add-actor", "key": "norway", "name": "Norway", "kind": "state"},
    {"do": "add-actor", "key": "kenya", "name": "Kenya", "kind": "state"},
    {"do": "add-issue", "key": "harbour", "name": "Harbour"},
    {"do": "add-article", "key": "strait", "title": "Talks on the Strait", "published": "2031-05-01", "text": TEXT},
    {"do": "add-position", "key": "line", "actor": "kenya", "issue": "harbour", "kind": "red-line",
     "when": "2031-04", "text": "No second harbour", "article": "strait", "quote": "Kenya ruled out a second harbour"},
]


def make_study(path):
    source = os.path.join(os.environ["HOME"], "strait.jsonl")
    with open(source, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in LINES)
    run_cli("new", path)
    run_cli("apply", path, source)


def list_positions(path, *options):
    return list_all(path, "positions", *options)


def mark_in_three_actions(program, path):
    """Words, O, Enter: who, on what, what kind and when are read from them."""
    select_words(program, WORDS)
    program.press("o")
    program.find("push button", "Add Position")
    program.press("Return")
    wait(lambda: len(list_positions(path)) == 2, "the position in the file")
    position = show(path, "position", list_positions(path)[0]["id"])
    expect_equal(position["actor_name"], "Norway")
    expect_equal(position["issue_name"], "Harbour")
    expect_equal(position["kind"], "demand")
    expect_equal(position["when"]["edtf"], "2031-03-03")
    expect_equal(position["quote"], WORDS)


def see_count(program, words):
    program.find("label", words)


def ask(program, day):
    program.go_to("text", "What was on the table on")
    program.fill(day)
    program.press("Return")


def ask_about_days(story, program, path):
    program.press("ctrl+shift+o")
    program.find("label", re.compile("^2 of 2 positions on the table on 30 April 2031"))
    ask(program, "10 April 2031")
    see_count(program, "2 of 2 positions on the table on 10 April 2031, 1 of them perhaps")
    story.take_picture("perhaps")
    expect_equal([one["stand"] for one in list_positions(path, "--on", "2031-04-10")],
                 ["stands", "perhaps-already"])
    ask(program, "2 March 2031")
    see_count(program, "0 of 2 positions on the table on 2 March 2031")


def step_through_changes(program):
    """With the keyboard on the buttons or the cards, by Ctrl and an arrow."""
    program.go_to("push button", "The next change", key="shift+Tab")
    program.press("ctrl+Right")
    see_count(program, "1 of 2 positions on the table on 3 March 2031")
    program.press("ctrl+Right")
    see_count(program, "2 of 2 positions on the table on 1 April 2031, 1 of them perhaps")


def delete_and_undo(program, path):
    program.go_to("push button", CARD)
    program.press("Delete")
    wait(lambda: len(list_positions(path)) == 1, "the position to be deleted")
    program.wait_gone("push button", CARD)
    program.press("ctrl+z")
    wait(lambda: len(list_positions(path)) == 2, "the position to come back")
    program.find("push button", CARD)


def open_words(program):
    """Enter on a card: its words are in the article, what it is beside them."""
    program.go_to("push button", CARD)
    program.press("Return")
    program.find("label", "Demand (position)")
    program.press("Escape")
    program.find_in("inspector", "label", "Nothing by this actor is known before.")


def main():
    story = Story("positions")
    path = os.path.join(os.environ["HOME"], "strait.entente")
    make_study(path)
    program = Program(story, path)
    with story.step("selected words are a position in three actions"):
        program.find_in("article", "label", "Talks on the Strait")
        mark_in_three_actions(program, path)
        story.take_picture("marked")
    with story.step("what was on the table on a day is asked, in words"):
        ask_about_days(story, program, path)
    with story.step("and from change to change"):
        step_through_changes(program)
    with story.step("a position is deleted, and comes back"):
        delete_and_undo(program, path)
    with story.step("a card leads to its words"):
        open_words(program)
        story.take_picture("words")
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
