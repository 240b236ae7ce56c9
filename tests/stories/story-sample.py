#!/usr/bin/env python3
"""The sample study from the start page to a summary on paper, and back on the next day."""

import contextlib
import os
import re
import subprocess

from story import Failure, Program, Story, expect, expect_equal, run_cli, wait
from study import choose_for_event, list_all, see_row, select_row, show_event

TITLE = "Afghan Peace Talks, 2018"
EVENT = "Ghani offers talks without preconditions"
COUNT = re.compile(r"^(\d+) of (\d+) events")
BETWEEN = ("--actor", "Russia", "--actor", "Taliban", "--match", "between")
NEW_TITLE = "Moscow announces an invitation, as edited in a story"


def flatten(text):
    return " ".join(text.split())


def open_sample(program):
    program.go_to("list item", "Open the Sample Study")
    program.press("Return")
    program.find("label", TITLE)


def test_counts(program, path):
    n = {what: len(list_all(path, what)) for what in ("articles", "events", "actors")}
    subtitle = program.find("label", re.compile(r"\d+ events · \d+")).name
    expect_equal(
        subtitle, f"{n['articles']} article · {n['events']} events · {n['actors']} actors"
    )


def test_inspector(program, path):
    event = show_event(path, EVENT)
    select_row(program, EVENT)
    program.find_in("inspector", "label", "28 February 2018")
    program.find_in("inspector", "label", event["when"]["edtf"])
    claims = program.find("list", "Claims", where=lambda node: node.children)
    expect_equal(len(claims.find_all("list item")), len(event["claims"]))
    for claim in claims.find_all("list item"):
        expect(claim.get_label(), "a claim says nothing")


def test_words(program):
    """Enter goes to the words: the keyboard is in the article, on the words that the inspector quotes."""
    quote = program.find_in("inspector", "label", re.compile(r"^“.+”$")).name[1:-1]
    program.press("Return")
    text = program.wait_focus("text", "Text of the article")
    expect(flatten(quote) in flatten(text.get_text()), f"the article has no {quote!r}")
    return quote


def check_actor(program, name):
    """Finds an actor by its name and checks it."""
    program.go_to_pane("actors")
    program.go_to("entry", "Find actors by name, alias or spelling", key="shift+Tab")
    program.fill(name)
    program.find("list item", re.compile(f"^{name},"), within=("list", "Actors"))
    program.press("Return")
    program.find(
        "check box", re.compile(f"^{name},"), within=("list", "Actors"),
        where=lambda node: node.has("checked"),
    )
    program.fill("")


def choose_match(program, name):
    program.go_to_pane("actors")
    program.go_to("push button", name)
    program.press("space")
    program.find("push button", name, where=lambda node: node.has("pressed"))


def see_count(program, path, *query):
    """What the window counts is what the command line counts."""
    expected = run_cli("count", path, *query).strip()
    wait(
        lambda: program.find("label", COUNT).name == f"{expected} events",
        lambda: f"{expected} events, not {program.find('label', COUNT).name}",
    )
    return expected


def edit_title(program, old, new):
    select_row(program, old)
    choose_for_event(program, "Edit")
    program.find("push button", "Save")
    program.go_to("text", re.compile("^Title"))
    program.fill(new)
    program.press("Return")
    program.wait_gone("push button", "Save")
    program.find_in("inspector", "label", new)


def save_pdf(program, pdf):
    program.press("ctrl+p")
    program.find("label", "Print Summary")
    program.find("push button", re.compile("PDF"), where=lambda node: node.has("sensitive"))
    n = len(program.find_windows())
    program.press("ctrl+s")
    wait(lambda: len(program.find_windows()) > n, "the file chooser")
    program.wait_focus(None, re.compile("Name"))
    program.choose_file(pdf)
    wait(lambda: os.path.exists(pdf), "the PDF")
    program.find("label", re.compile("^Saved"))


def close_print(program):
    """The first Escape may close the message that the file was saved."""
    for _ in range(2):
        n = len(program.find_windows())
        program.press("Escape")
        with contextlib.suppress(Failure):
            wait(lambda: len(program.find_windows()) < n, "Escape to close the window", 3)
            return
    raise Failure("Escape does not close the print window")


def test_pdf(pdf, path, count):
    text = flatten(
        subprocess.run(
            ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True,
            timeout=60,
        ).stdout
    )
    plain = flatten(
        subprocess.run(
            ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True, timeout=60
        ).stdout
    )
    for event in list_all(path, "events", *BETWEEN):
        title = flatten(event["title"])
        expect(title in text or title in plain, f"no {title!r} on paper")
    expect(count in text, f"no {count!r} on paper")
    expect(TITLE in text, "no title on paper")


def main():
    story = Story("sample")
    path = os.path.join(os.environ["XDG_DATA_HOME"], "entente", "afghan-talks-2018.entente")
    pdf = os.path.join(os.environ["HOME"], "summary.pdf")
    program = Program(story)
    count, old = "", ""
    with story.step("the sample study opens from the start page"):
        story.take_picture("start")
        open_sample(program)
        story.take_picture("study")
    with story.step("the title tells counts"):
        test_counts(program, path)
    with story.step("an event chosen in the table fills the inspector"):
        test_inspector(program, path)
        story.take_picture("event")
    with story.step("Enter goes to its words in the article"):
        test_words(program)
        story.take_picture("words")
    with story.step("filter: all of Russia and the Taliban"):
        check_actor(program, "Russia")
        check_actor(program, "Taliban")
        choose_match(program, "All")
        see_count(program, path, "--actor", "Russia", "--actor", "Taliban", "--match", "all")
    with story.step("filter: between Russia and the Taliban"):
        choose_match(program, "Between")
        count = see_count(program, path, *BETWEEN)
        program.press("ctrl+1")
        program.find("push button", "Timeline", where=lambda node: node.has("pressed"))
        story.take_picture("between")
    with story.step("the title of an event is edited in its form"):
        old = list_all(path, "events", *BETWEEN)[1]["title"]
        edit_title(program, old, NEW_TITLE)
        story.take_picture("edited")
        expect(show_event(path, NEW_TITLE), "not in the file")
    with story.step("undo and redo"):
        program.press("ctrl+z")
        program.find_in("inspector", "label", old)
        program.press("ctrl+shift+z")
        program.find_in("inspector", "label", NEW_TITLE)
    with story.step("print preview, and Save as PDF"):
        save_pdf(program, pdf)
        story.take_picture("print")
        test_pdf(pdf, path, count)
    with story.step("the program quits"):
        close_print(program)
        program.quit()
    with story.step("the next day all is as it was left"):
        program = Program(story)
        program.go_to("list item", TITLE, within=("list", "Recent Studies"))
        story.take_picture("recent")
        program.press("Return")
        program.find_in("inspector", "label", NEW_TITLE)
        program.find("push button", "Table", where=lambda node: node.has("pressed"))
        see_row(program, NEW_TITLE)
        story.take_picture("next day")
        program.quit()
    with story.step("the file is sound"):
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
