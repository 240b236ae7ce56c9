#!/usr/bin/env python3
"""What a person teaches in one article is read in the next; what is refused is not proposed again; it is all listed and taken back."""

import os
import re

from story import Program, Story, expect, run_cli, wait
from study import list_all

KIND = "refusal of an invitation"
NAME = "Joseph Ferrol"
WORDS = "Norway ostracised Kenya"
TEXTS = {
    "Quiet Harbour": "Quiet Harbour\n\nOn Monday Norway ostracised Kenya in public.\n",
    "Loud Harbour": f"Loud Harbour\n\nUganda was ostracised by Peru. {NAME} accused Peru.\n",
}


def write_text(title):
    path = os.path.join(os.environ["HOME"], title.replace(" ", "-") + ".txt")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(TEXTS[title])
    return path


def make_study(path):
    run_cli("new", path)
    run_cli("import", path, write_text("Quiet Harbour"), "--title", "Quiet Harbour",
            "--published", "2019-03-07")


def wait_learnt(path, kind, n):
    def count():
        return len([row for row in list_all(path, "learnt") if row["type"] == kind])

    wait(lambda: count() == n, lambda: f"{n} learnt of type {kind}, not {count()}")


def select_words(program, words):
    program.go_to_pane("article")
    node = program.go_to("text", "Text of the article")
    start = node.get_text().index(words)
    program.press("ctrl+Home")
    wait(lambda: node.get_caret() == 0, "Ctrl+Home")
    program.press(*["Right"] * start)
    wait(lambda: node.get_caret() == start, f"the caret at {start}")
    program.press(*["shift+Right"] * len(words))
    wait(lambda: node.get_selection() == (start, start + len(words)), f"{words!r} to be selected")


def choose_kind(program):
    program.go_to("push button", "All kinds")
    program.press("Return")
    program.wait_focus("entry")
    program.type(KIND)
    program.go_to("list item", KIND)
    program.press("Return")
    program.find("push button", KIND, within=("panel", "Kind of move"),
                 where=lambda node: node.has("pressed"))


def teach(story, program):
    """Words that nothing was proposed for, and their kind."""
    select_words(program, WORDS)
    program.press("e")
    program.find("push button", "Add Event")
    program.wait_focus()
    choose_kind(program)
    check = program.find("check box", re.compile("Learn “ostracise” as a word for: " + KIND))
    expect(check.has("checked"), f"{check} is not checked")
    story.take_picture("lesson")
    program.press("Return")
    program.wait_gone("push button", "Add Event")


def import_article(program, title):
    n = len(program.find_windows())
    path = write_text(title)
    program.press("ctrl+shift+i")
    wait(lambda: len(program.find_windows()) > n, "the file chooser")
    program.choose_file(path)
    program.wait_focus("text", "Title")
    program.fill(title)
    program.press("Return")
    program.find("label", re.compile("^2 articles"))
    program.find_in("article", "label", title)


def refuse_name(story, program):
    """In the form of a suggestion, at the chip of who is no actor."""
    program.go_to_pane("article")
    program.go_to("text", "Text of the article")
    program.press("n", "n")
    program.find("list item", re.compile(NAME), where=lambda node: node.has("selected"))
    program.press("e")
    program.find("push button", f"{NAME}, initiator")
    program.wait_focus()
    program.go_to("push button", f"{NAME}, initiator", key="shift+Tab")
    program.press("Return")
    program.go_to("push button", "Not an Actor")
    story.take_picture("name")
    program.press("Return")
    program.wait_gone("push button", f"{NAME}, initiator")
    program.find("label", f"“{NAME}” is not proposed as an actor again")
    program.press("Escape")


def open_list(program):
    program.press("ctrl+shift+l")
    program.find("list item", re.compile("“ostracise” tells of: " + KIND))


def forget(program, words):
    """The key Delete on a row."""
    program.go_to("list item", re.compile(words))
    program.press("Delete")
    program.wait_gone("list item", re.compile(words))


def main():
    story = Story("learning")
    path = os.path.join(os.environ["HOME"], "harbour.entente")
    make_study(path)
    program = Program(story, path)
    with story.step("a word is taught with the kind of marked words"):
        program.find_in("article", "label", "Quiet Harbour")
        teach(story, program)
        wait_learnt(path, "word", 1)
    with story.step("the next article is read with it"):
        import_article(program, "Loud Harbour")
        program.press("ctrl+shift+s")
        program.find("list item", re.compile("Peru to Uganda.*ostracised"))
        story.take_picture("next")
    with story.step("a name that is none is refused, and gone from what is proposed"):
        refuse_name(story, program)
        wait_learnt(path, "no-actor", 1)
        wait(lambda: not program.is_there("list item", re.compile(NAME + " to")), "the name to go")
    with story.step("both are listed with where they were learnt, and searched"):
        open_list(program)
        program.find("label", re.compile("Quiet Harbour · “" + WORDS + "”"))
        program.find("label", "2 of 2")
        story.take_picture("list")
        program.go_to("entry", "Search in what was learnt")
        program.fill("ferrol")
        program.find("label", "1 of 2")
        program.fill("nothing like it")
        program.find("label", "Nothing Found")
        program.fill("")
        program.find("label", "2 of 2")
    with story.step("they are taken back, and reading follows"):
        forget(program, "“ostracise” tells of")
        wait_learnt(path, "word", 0)
        forget(program, f"“{NAME}” is no actor")
        wait_learnt(path, "no-actor", 0)
        program.press("Escape")
        wait(lambda: not program.is_there("list item", re.compile("Peru to Uganda")),
             "the suggestion to go")
        program.find("list item", re.compile(NAME + " to Peru"))
    with story.step("undo gives the last one back"):
        program.go_to_pane("article")
        program.press("ctrl+z")
        wait_learnt(path, "no-actor", 1)
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
