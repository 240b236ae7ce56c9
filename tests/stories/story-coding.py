#!/usr/bin/env python3
"""From words to the record in three actions; and what a second article tells again is no second event."""

import os
import re

from selecting import select_words
from story import Program, Story, expect, expect_equal, run_cli, wait
from study import list_all, show

AGAIN = "salt-road-again.txt"
FIRST = "salt-road.txt"
WORDS = "Uganda invited Norway to a conference about the lake"


def import_article(path, name):
    run_cli("import", path, os.path.join(os.environ["G_TEST_SRCDIR"], "data", name))


def make_study(path):
    """The one that is read comes first; the other one is coded already."""
    run_cli("new", path)
    import_article(path, AGAIN)
    import_article(path, FIRST)
    article = next(one for one in list_all(path, "articles") if "Quarrel" in one["title"])
    run_cli("suggest", "--accept", path, str(article["id"]))


def count(path, what):
    return len(list_all(path, what))


def wait_count(path, what, n):
    wait(lambda: count(path, what) == n, lambda: f"{n} {what}, not {count(path, what)}")


def find_event(path, title):
    return next(one for one in list_all(path, "events") if title in one["title"])


def go_to_text(program):
    program.go_to_pane("article")
    program.go_to("text", "Text of the article")


def enter_in_three_actions(program, path):
    """Words, E, Enter: nothing else is pressed, and everything is there."""
    n = count(path, "events")
    select_words(program, WORDS)
    program.press("e", "Return")
    wait_count(path, "events", n + 1)
    event = show(path, "event", find_event(path, "Uganda invited Norway")["id"])
    expect_equal(event["kind"], "invitation")
    expect_equal(event["when"]["edtf"], "2019-06-12")
    expect_equal(event["when"]["wording"], "12 June 2019")
    parts = {(part["actor"], part["role"]) for part in event["participants"]}
    expect_equal(parts, {("Uganda", "initiator"), ("Norway", "addressee")})
    expect_equal(len(event["claims"]), 1)


def select_row(program, words):
    return program.find("list item", re.compile(words), within=("list", "Suggestions"),
                        where=lambda node: node.has("selected"))


def join_event(story, program, path):
    """The list says which event it is; A adds a claim to it."""
    n = count(path, "events")
    n_claims = count(path, "claims")
    go_to_text(program)
    program.press("Escape", "n")
    row = select_row(program, "accepted the invitation")
    expect("Same as" in row.name, row.name)
    expect("Kenya accepted the invitation" in row.name, row.name)
    story.take_picture("same")
    program.press("a")
    wait_count(path, "claims", n_claims + 1)
    expect_equal(count(path, "events"), n)
    event = show(path, "event", find_event(path, "Kenya accepted the invitation")["id"])
    expect_equal(len({claim["article"] for claim in event["claims"]}), 2)


def enter_as_new(program, path):
    """Shift+A for whoever knows better; undo takes it back."""
    n = count(path, "events")
    row = select_row(program, "signed an agreement")
    expect("Same as" in row.name, row.name)
    go_to_text(program)
    program.press("shift+a")
    wait_count(path, "events", n + 1)
    program.press("ctrl+z")
    wait_count(path, "events", n)


def main():
    story = Story("coding")
    path = os.path.join(os.environ["HOME"], "salt.entente")
    make_study(path)
    program = Program(story, path)
    with story.step("selected words are an event in three actions"):
        program.find_in("article", "label", "What Was Said in Kampala")
        enter_in_three_actions(program, path)
        story.take_picture("entered")
    with story.step("what another article told already becomes a claim of its event"):
        join_event(story, program, path)
    with story.step("unless somebody says that it is another one"):
        enter_as_new(program, path)
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
