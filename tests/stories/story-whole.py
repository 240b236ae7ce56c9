#!/usr/bin/env python3
"""An article of a thousand words is coded from beginning to end in fewer than sixty presses of keys: what is right is accepted, and
what is not is rejected."""

import os
import re

from story import Keys, Program, Story, expect, expect_equal, run_cli, wait
from study import list_all

ARTICLE = "lights-of-the-strait.txt"
TITLE = "Who Keeps the Lights of the Strait?"
MAX_KEYS = 60
LEAST = 35  # suggestions, of about as many moves
# Told of somebody else than a reader sees: a person says no.
WRONG = [re.compile("did not reject the invitation")]


def count(path, what):
    return len(list_all(path, what))


def get_n_open(program):
    """As the head of the article says."""
    label = program.find("push button", re.compile(r"^\d+ suggestions?$")).name
    return int(label.split()[0])


def find_row(program):
    """The row of the selected suggestion."""
    return program.find("list item", within=("list", "Suggestions"),
                        where=lambda node: node.has("selected"))


def decide(program, keys, n):
    """Each suggestion as it comes: a look at its row, and a key."""
    n_rejected = 0
    for left in range(n, 0, -1):
        row = find_row(program).name
        if any(wrong.search(row) for wrong in WRONG):
            keys.press("x")
            n_rejected += 1
        else:
            keys.press("a")
        word = "suggestion" if left == 2 else "suggestions"
        if left > 1:
            program.find("push button", f"{left - 1} {word}")
    return n_rejected


def paste_and_correct(story, program):
    """By keys, in the form of the new article."""
    program.go_to_pane("article")
    program.go_to("text", "Text of the article")
    program.press("ctrl+a", "ctrl+c", "shift+ctrl+v")
    program.find("push button", "Add")
    program.wait_focus("text", "Title")
    program.go_to("list item", within=("list", "Lines of the source"), limit=20)
    program.press("End")
    program.wait_focus("list item", re.compile("^Text: This article was published previously"))
    program.press("n")
    program.find("text", re.compile("^Date cited by note"))
    program.wait_focus("list item", re.compile("^Note: "))
    story.take_picture("lines")
    program.press("b")
    program.wait_focus("list item", re.compile("^Text: "))
    program.wait_gone("text", re.compile("^Date cited by note"))
    program.press("Escape")
    program.find("push button", re.compile("Discard$")).act()
    program.wait_gone("push button", "Add")


def main():
    story = Story("whole")
    path = os.path.join(os.environ["HOME"], "lights.entente")
    run_cli("new", path)
    run_cli("import", path, os.path.join(os.environ["G_TEST_SRCDIR"], "data", ARTICLE))
    program = Program(story, path)
    keys = Keys(program)
    with story.step("the article is read, and says how much it tells"):
        program.find_in("article", "label", TITLE)
        n = wait(lambda: get_n_open(program), "suggestions")
        expect(n >= LEAST, f"{n} suggestions")
        story.take_picture("suggestions")
    with story.step("every suggestion is decided, by a key each"):
        program.go_to_pane("article")
        program.go_to("text", "Text of the article")
        keys.press("n")
        n_rejected = decide(program, keys, n)
        expect_equal(n_rejected, len(WRONG))
        program.find("label", "No Suggestions")
        story.take_picture("coded")
    with story.step("the record holds each move with its words, in fewer keys than sixty"):
        wait(lambda: count(path, "events") == n - n_rejected, "all events")
        expect_equal(count(path, "claims"), n - n_rejected)
        expect(count(path, "links") >= 5, f"{count(path, 'links')} links")
        expect(all(claim["quote"] for claim in list_all(path, "claims")), "a claim has no words")
        expect(keys.n < MAX_KEYS, f"{keys.n} keys")
        print(f"# {n} suggestions decided in {keys.n} keys")
    with story.step("no two actors bear one name"):
        names = [actor["name"] for actor in list_all(path, "actors")]
        expect_equal(len(set(names)), len(names))
    with story.step("pasted as another article, a line of it is said to be a note, and text again"):
        paste_and_correct(story, program)
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
