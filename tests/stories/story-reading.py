#!/usr/bin/env python3
"""An article is read: a new study, an import, and passages marked as events by keys alone."""

import os
import re

from selecting import select_words
from story import Failure, Program, Story, expect, expect_equal, run_cli, wait
from study import list_all, select_row, show, show_event

ARTICLE = "river-toll.txt"
COUNTS = re.compile(r"\d+ articles? · \d+ events? · \d+ actors?")
TITLE = "The Toll on the Lower Brenn"

# Words in the article, title of their event, date as it will be told, and who: name and part.
MOVES = (
    {
        "words": "In March Orland invited Vesmar to talks about the toll",
        "title": "Orland invites Vesmar to talks about the toll",
        "kind": "invitation", "id": "invitation", "when": "march", "edtf": "2018-03",
        "from": "Orland", "to": "Vesmar",
    },
    {
        "words": "On 2 April Vesmar accepted the invitation",
        "title": "Vesmar accepts", "kind": "acceptance of an invitation",
        "id": "accept-invitation", "when": "2 april",
        "edtf": "2018-04-02", "from": "Vesmar", "to": "Orland",
    },
    {
        "words": "By 22 May Orland had put the meeting off",
        "title": "Orland puts the meeting off", "kind": "postponement", "id": "postponement",
        "when": "by 22 may",
        "edtf": "[..2018-05-22]", "from": "Orland", "to": "Vesmar",
    },
)


def make_study(program, path):
    program.go_to("push button", re.compile("New Study"))
    n = len(program.find_windows())
    program.press("Return")
    wait(lambda: len(program.find_windows()) > n, "the file chooser")
    program.wait_focus(None, re.compile("Name"))
    program.choose_file(path)
    program.find("label", re.compile(r"^0 articles · 0 events"))
    expect(os.path.exists(path), "no file was made")


def import_article(program, path):
    n = len(program.find_windows())
    program.press("ctrl+shift+i")
    wait(lambda: len(program.find_windows()) > n, "the file chooser")
    program.choose_file(path)
    # What was read of it is shown before it is kept.
    program.wait_focus("text", "Title")
    program.press("Return")
    program.find("label", re.compile(r"^1 article · 0 events"))
    program.find_in("article", "label", TITLE)


def test_import(program, path):
    """The byline that stands there twice is told once; notes are notes."""
    article = show(path, "article", list_all(path, "articles")[0]["id"])
    expect_equal(article["title"], TITLE)
    expect_equal(article["published"]["edtf"], "2018-08-01")
    expect_equal(article["authors"], "Ada Lind")
    expect_equal(len(article["notes"]), 2)
    text = program.find("text", "Text of the article").get_text()
    expect(MOVES[0]["words"] in text, "the article does not show its words")
    expect("Ada Lind" not in text, "the byline is in the text")


def choose_kind(program, label):
    """As it was guessed from the words, else from all kinds."""
    group = program.find("panel", "Kind of move")
    if any(node.has("pressed") and node.name == label for node in group.walk()):
        return
    program.go_to("push button", "All kinds")
    program.press("Return")
    program.wait_focus("entry")
    program.type(label)
    program.go_to("list item", label)
    program.press("Return")
    program.find(
        "push button", label, within=("panel", "Kind of move"),
        where=lambda node: node.has("pressed"),
    )


def is_part(program, name, part):
    """In the form, which belongs to the article as its popover; the inspector has such chips too."""
    return any(
        node.is_visible() and node.find_pane() == "article"
        for node in program.read_tree().find_all("push button", f"{name}, {part}")
    )


def add_actor(program, name, part):
    """By its name; one that is not known is made on the fly."""
    if is_part(program, name, part):
        return
    program.go_to("text", "Add an actor by name or alias")
    program.fill(name)
    program.press("Return")
    wait(lambda: is_part(program, name, part), f"{name} as {part}")


def mark_event(story, program, move):
    """Words, E, the rows of the form, Enter."""
    select_words(program, move["words"])
    program.press("e")
    program.find("push button", "Add Event")
    program.wait_focus()
    choose_kind(program, move["kind"])
    program.go_to("text", "Date")
    expect_equal(program.find_focus().get_text(), move["edtf"])
    add_actor(program, move["from"], "initiator")
    add_actor(program, move["to"], "addressee")
    program.go_to("text", re.compile("^Title"))
    program.fill(move["title"])
    story.take_picture(f"form of {move['kind']}")
    program.press("Return")
    program.find_in("inspector", "label", move["title"])


def open_chip(program, name):
    """Its popover, in which the keyboard is on the part."""
    program.go_to("push button", name, key="shift+Tab")
    program.press("Return")
    wait(
        lambda: (node := program.find_focus())
        and "Part in the event" in f"{node.name} {node.description}",
        "the keyboard on the part",
    )


def change_parts(program):
    """Of an actor that is then taken out again; what was begun stays as a draft."""
    select_words(program, MOVES[0]["words"])
    program.press("e")
    program.find("push button", "Add Event")
    program.wait_focus()
    add_actor(program, "Nobody", "initiator")
    open_chip(program, "Nobody, initiator")
    program.press("Return")
    program.wait_focus("list item")
    program.press("Down", "Return")
    wait(lambda: is_part(program, "Nobody", "addressee"), "Nobody as addressee")
    program.wait_focus("text", "Add an actor by name or alias")
    open_chip(program, "Nobody, addressee")
    program.go_to("push button", "Take Out")
    program.press("Return")
    wait(lambda: not is_part(program, "Nobody", "addressee"), "Nobody to be gone")
    program.wait_focus("text", "Add an actor by name or alias")
    program.press("Escape")
    program.find("label", re.compile("^The event was not added"))


def test_event(path, move):
    event = show_event(path, move["title"])
    expect_equal(event["kind"], move["id"])
    expect_equal(event["when"]["edtf"], move["edtf"])
    expect_equal(event["when"]["wording"].lower(), move["when"])
    parts = {(part["actor"], part["role"]) for part in event["participants"]}
    expect_equal(parts, {(move["from"], "initiator"), (move["to"], "addressee")})
    expect_equal(len(event["claims"]), 1)


def see_events(program):
    """In the table, and on the timeline by its keys."""
    for move in MOVES:
        select_row(program, move["title"])
    program.press("ctrl+1")
    program.go_to_pane("moves")
    program.go_to("list item", within=("panel", "Timeline"), limit=4)
    program.press("Home")
    program.wait_focus("list item", re.compile(MOVES[0]["title"]))
    program.press("Right")
    program.wait_focus("list item", re.compile(MOVES[2]["title"]))
    program.press("Down")
    program.wait_focus("list item", re.compile(MOVES[1]["title"]))


def step_through(program, key, last):
    """A key of the history until the title tells this."""
    for _ in range(12):
        subtitle = program.find("label", COUNTS).name
        if subtitle == last:
            return
        program.press(key)
        wait(
            lambda before=subtitle: program.find("label", COUNTS).name != before,
            f"{key} to change {subtitle!r}",
        )
    raise Failure(f"{key} ends at {program.find('label', COUNTS).name!r}, not {last!r}")


def main():
    story = Story("reading")
    home = os.environ["HOME"]
    source = os.path.join(os.environ["G_TEST_SRCDIR"], "data", ARTICLE)
    path = os.path.join(home, "toll.entente")
    program = Program(story)
    with story.step("a new study is made"):
        make_study(program, path)
    with story.step("an article is imported"):
        import_article(program, source)
        story.take_picture("imported")
    with story.step("its byline, date and notes were read"):
        test_import(program, path)
    with story.step("in the form the part of an actor is changed, and the actor taken out"):
        change_parts(program)
    for move in MOVES:
        with story.step(f"marked as an event: {move['words']}"):
            mark_event(story, program, move)
            test_event(path, move)
    with story.step("the events are in the table and on the timeline"):
        see_events(program)
        story.take_picture("events")
    with story.step("all is undone, and done again"):
        step_through(program, "ctrl+z", "0 articles · 0 events · 0 actors")
        expect_equal(list_all(path, "events"), [])
        story.take_picture("undone")
        step_through(program, "ctrl+shift+z", "1 article · 3 events · 2 actors")
        for move in MOVES:
            test_event(path, move)
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
