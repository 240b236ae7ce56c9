#!/usr/bin/env python3
"""A whole article is coded from what is suggested for it: by a key each, and by actions alone."""

import os
import re

from story import Keys, Program, Story, expect, expect_equal, run_cli, wait
from study import list_all, show

ARTICLE = "salt-road.txt"
TITLE = "The Quarrel over the Salt Road"
MAX_KEYS = 60


def make_study(path):
    run_cli("new", path)
    run_cli("import", path, os.path.join(os.environ["G_TEST_SRCDIR"], "data", ARTICLE))


def count(path, what):
    return len(list_all(path, what))


def wait_count(path, what, n):
    wait(lambda: count(path, what) == n, lambda: f"{n} {what}, not {count(path, what)}")


def get_n_open(program):
    """As the head of the article says."""
    label = program.find("push button", re.compile(r"^\d+ suggestions?$")).name
    return int(label.split()[0])


def wait_open(program, n):
    word = "suggestion" if n == 1 else "suggestions"
    program.find("push button", f"{n} {word}")


def find_row(program):
    """The row of the selected suggestion."""
    return program.find("list item", within=("list", "Suggestions"),
                        where=lambda node: node.has("selected"))


def list_rows(program):
    rows = program.read_tree().find("list", "Suggestions").find_all("list item")
    return [row for row in rows if row.is_visible()]


def walk(program, keys):
    """N goes on and round, Shift+N back; the list says which one it is, and why."""
    keys.press("n")
    first = find_row(program)
    expect("invited" in first.name, first.name)
    expect("Norway to Kenya" in first.name, first.name)
    keys.press("n")
    program.find("list item", re.compile("accepted the invitation"),
                 where=lambda node: node.has("selected"))
    keys.press("shift+n")
    program.find("list item", re.compile("invited"), where=lambda node: node.has("selected"))


def accept_edited(story, program, keys):
    """The form is filled in, with each reading of the date; Enter adds."""
    keys.press("e")
    program.find("push button", "Add Event")
    program.wait_focus()
    for reading in ("March 2019", "March 2018"):
        program.find("check box", reading)
    story.take_picture("form")
    keys.press("Return")
    program.wait_gone("push button", "Add Event")


def take_back_rejection(program):
    """By the menu of the list and the button of a row."""
    button = program.find("push button", "All suggestions at once")
    program.go_to_pane("inspector")
    program.go_to("push button", button.name, key="shift+Tab")
    program.choose_from_menu(button.name, re.compile("Show Rejected"))
    program.find("label", "1 Rejected")
    wait(lambda: len(list_rows(program)) == 1, "one row")  # the others go a moment later
    list_rows(program)[0].find("push button", "Accept suggestion").act()
    program.find("label", "0 Rejected")
    program.go_to("push button", button.name)
    program.choose_from_menu(button.name, re.compile("Show Rejected"))


def code_all(program, keys, n):
    """Accepts one after the other, without waiting for the disk."""
    keys.press(*["a"] * n)


def main():
    story = Story("suggestions")
    path = os.path.join(os.environ["HOME"], "salt.entente")
    make_study(path)
    program = Program(story, path)
    keys = Keys(program)
    with story.step("the article says how many suggestions it has"):
        program.find_in("article", "label", TITLE)
        n = wait(lambda: get_n_open(program), "suggestions")
        expect(n >= 10, f"{n} suggestions")
        expect_equal(count(path, "events"), 0)
    with story.step("keys walk through them"):
        program.go_to_pane("article")
        program.go_to("text", "Text of the article")
        walk(program, keys)
        story.take_picture("selected")
    with story.step("E fills in the form, and Enter adds"):
        accept_edited(story, program, keys)
        wait_count(path, "events", 1)
        wait_open(program, n - 1)
        story.take_picture("edited")
    with story.step("A accepts, with who took part and what it answers"):
        program.find("list item", re.compile("accepted the invitation"),
                     where=lambda node: node.has("selected"))
        program.go_to_pane("article")
        program.go_to("text", "Text of the article")
        keys.press("a")
        wait_count(path, "events", 2)
        wait_count(path, "links", 1)
        wait_open(program, n - 2)
    with story.step("X rejects, and the rejection is taken back"):
        keys.press("x")
        wait_open(program, n - 3)
        wait_count(path, "events", 2)
        take_back_rejection(program)
        wait_open(program, n - 2)
    with story.step("one undo takes one decision back"):
        program.press("ctrl+z")
        wait_open(program, n - 3)
        program.press("ctrl+z")
        wait_open(program, n - 2)
    with story.step("the rest of the article in few keys, faster than they are written"):
        program.go_to_pane("article")
        program.go_to("text", "Text of the article")
        keys.press("n")
        code_all(program, keys, n - 2)
        wait_count(path, "events", n)
        expect(keys.n < MAX_KEYS, f"{keys.n} keys")
        program.find("label", "No Suggestions")
        story.take_picture("coded")
        expect_equal(len({actor["name"] for actor in list_all(path, "actors")}),
                     count(path, "actors"))
    with story.step("by actions alone: all is undone, and accepted at once"):
        for _ in range(n):
            if count(path, "events") == 0:
                break
            before = count(path, "events")
            program.press("ctrl+z")
            wait(lambda seen=before: count(path, "events") < seen, "an event to go")
        wait_open(program, n)
        program.find("push button", re.compile(r"^\d+ suggestions$"))
        program.find("push button", "Reject suggestion", within=("list", "Suggestions")).act()
        wait_open(program, n - 1)
        program.find("push button", "Accept suggestion", within=("list", "Suggestions")).act()
        wait_open(program, n - 2)
        wait_count(path, "events", 1)
        event = show(path, "event", list_all(path, "events")[0]["id"])
        expect_equal(len(event["claims"]), 1)
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
