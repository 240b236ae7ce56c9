#!/usr/bin/env python3
"""Actors, links and claims through their forms; each change is one step that can be undone."""

import os
import re

from story import Program, Story, copy_sample, expect, expect_equal, wait
from study import choose_for_event, select_row, show_actor, show_event

TITLE = "Afghan Peace Talks, 2018"
EVENT = "Ghani offers talks without preconditions"
ANSWERED = "Ambulance bomb in Kabul"
ALIAS = "Students of the Brenn"


def open_actor(program, name):
    """What is known of an actor, from its chip in the inspector."""
    program.go_to_pane("inspector")
    program.go_to("push button", re.compile(f"^{name}"))
    program.press("Return")
    program.go_to("push button", re.compile("^About This Actor"))
    program.press("Return")
    program.find("push button", "Save")


def save(program, button="Save"):
    program.press("Return")
    program.wait_gone("push button", button)


def get_aliases(path, actor):
    return [alias["text"] for alias in show_actor(path, actor)["aliases"]]


def get_parents(path, actor):
    return [item["parent"] for item in show_actor(path, actor)["affiliations"]]


def see(get, expected):
    wait(lambda: get() == expected, lambda: f"{expected!r}, not {get()!r}")


def add_alias(program, path):
    before = get_aliases(path, "Taliban")
    open_actor(program, "Taliban")
    program.go_to("push button", "Add a name")
    program.press("Return")
    program.go_to("text", "Alias or spelling", limit=120)
    while program.find_focus().get_text():
        program.press("Tab")
        program.go_to("text", "Alias or spelling")
    program.fill(ALIAS)
    save(program)
    see(lambda: sorted(get_aliases(path, "Taliban")), sorted([*before, ALIAS]))
    return before


def rename_actor(program, path):
    open_actor(program, "Taliban")
    program.go_to("text", re.compile("^Name"))
    program.fill("The Taliban")
    save(program)
    wait(lambda: show_actor(path, "The Taliban"), "the new name")
    program.find_in("inspector", "push button", re.compile("^The Taliban"))
    program.press("ctrl+z")
    program.find_in("inspector", "push button", re.compile("^Taliban"))


def add_affiliation(program, path):
    before = get_parents(path, "Taliban")
    open_actor(program, "Taliban")
    program.go_to("push button", "Add what it belongs to")
    program.press("Return")
    program.go_to("text", re.compile("^Belongs to"), limit=120)
    program.fill("Pakistan")
    program.press("Return")
    program.go_to("push button", "Save", key="shift+Tab", limit=120)
    program.press("Return")
    program.wait_gone("push button", "Save")
    parent = show_actor(path, "Pakistan")["id"]
    see(lambda: sorted(get_parents(path, "Taliban")), sorted([*before, parent]))
    program.press("ctrl+z")
    see(lambda: get_parents(path, "Taliban"), before)


def add_link(program, path):
    before = len(show_event(path, EVENT)["links"])
    choose_for_event(program, "Link as Answer")
    program.find("push button", "Link")
    program.go_to(None, "Search the moves")
    program.fill(ANSWERED)
    program.go_to("list item", re.compile(ANSWERED))
    program.press("space")
    program.go_to("push button", "Link", key="shift+Tab")
    program.press("Return")
    program.wait_gone("push button", "Link")
    see(lambda: len(show_event(path, EVENT)["links"]), before + 1)
    program.find(
        "list item", re.compile(ANSWERED), within=("list", "Answers")
    )
    program.press("ctrl+z")
    see(lambda: len(show_event(path, EVENT)["links"]), before)


def add_claim(program, path):
    before = len(show_event(path, EVENT)["claims"])
    choose_for_event(program, "Add Claim")
    program.find("push button", "Add Claim")
    program.go_to("text", re.compile("^Speaker"))
    program.fill("Pakistan")
    program.press("Return")
    program.go_to("push button", "Add Claim", key="shift+Tab")
    program.press("Return")
    see(lambda: len(show_event(path, EVENT)["claims"]), before + 1)
    claims = program.find(
        "list", "Claims", where=lambda node: len(node.find_all("list item")) == before + 1
    )
    expect(any("Pakistan" in item.name for item in claims.find_all("list item")), "no speaker")
    program.press("ctrl+z")
    see(lambda: len(show_event(path, EVENT)["claims"]), before)


def main():
    story = Story("records")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("an event is chosen"):
        program.find("label", TITLE)
        select_row(program, EVENT)
    with story.step("an alias is made and undone"):
        before = add_alias(program, path)
        program.press("ctrl+z")
        see(lambda: get_aliases(path, "Taliban"), before)
    with story.step("an actor gets another name"):
        rename_actor(program, path)
    with story.step("an affiliation is made and undone"):
        add_affiliation(program, path)
    with story.step("a link between two events is made and undone"):
        add_link(program, path)
        story.take_picture("link")
    with story.step("a claim is added and undone"):
        add_claim(program, path)
        story.take_picture("claim")
    with story.step("the program quits without complaint"):
        expect_equal(program.is_running(), True)
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
