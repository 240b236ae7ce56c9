#!/usr/bin/env python3
"""A file that is no study ends in a sentence: the window lives, the file stays as it was. A study is
open once: opening it again raises its window."""

import os
import re
import sqlite3

from story import (
    Program, Story, copy_sample, expect, expect_equal, start_again, wait,
)

SAMPLE = "afghan-talks-2018"
OTHER = "iran-nuclear-2003-2015"
TITLE = "Afghan Peace Talks, 2018"
REFUSED = "The Study Could Not Be Opened"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def make_newer(path):
    """A study of a version of the program that is not there yet."""
    copy_sample(SAMPLE, path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()


def make_foreign(path):
    """A data base of another program."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (address TEXT)")
    connection.execute("INSERT INTO bookmark VALUES ('somewhere')")
    connection.commit()
    connection.close()


def make_truncated(path):
    copy_sample(SAMPLE, path)
    os.truncate(path, os.path.getsize(path) // 2)


def make_empty(path):
    with open(path, "wb"):
        pass


def make_text(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("These are words and no study.\n" * 40)


def see_refusal(program):
    """The sentence that tells why; the dialog is closed."""
    heading = program.find("label", REFUSED)
    dialog = [heading, *heading.ancestors()][-2]
    sentences = [
        node.name for node in dialog.find_all("label") if re.search(r"\w \w.*[.?]$", node.name)
    ]
    expect(sentences, f"no sentence below the heading: {dialog.get_words()}")
    return sentences[0]


def close_refusal(program):
    program.press("Escape")
    program.wait_gone("label", REFUSED)


def test_bad_file(story, program, folder, kind, make):
    path = os.path.join(folder, f"{kind}.entente")
    make(path)
    before, beside = read(path), sorted(os.listdir(folder))
    expect_equal(start_again(path), 0)
    sentence = see_refusal(program)
    print(f"# {kind}: {sentence}")
    story.take_picture(f"{kind} file")
    close_refusal(program)
    expect(program.is_running(), "the program ended")
    expect(program.is_there("list item", "Open the Sample Study"), "the start page is gone")
    expect_equal(len(program.find_windows()), 1)
    expect(read(path) == before, "the file has changed")
    expect_equal(sorted(os.listdir(folder)), beside)
    program.check_quiet()


def test_recover(story, program, folder):
    """What can be read of a study whose end is gone; the file stays as it was."""
    path, new = os.path.join(folder, "torn.entente"), os.path.join(folder, "whole.entente")
    copy_sample(SAMPLE, path)
    os.truncate(path, os.path.getsize(path) - 4096)
    before = read(path)
    expect_equal(start_again(path), 0)
    see_refusal(program)
    program.find("push button", re.compile("Recover What Can Be Read")).do("click")
    program.find(None, "Recover Into a New Study")
    program.choose_file(new)
    program.find("label", "The Study Was Recovered")
    story.take_picture("what was recovered")
    expect(read(path) == before, "the damaged file has changed")
    program.find("push button", re.compile("Open the New Study")).do("click")
    program.find("label", TITLE)
    program.check_quiet()
    program.press("alt+Home")
    program.find("list item", "Open the Sample Study")


def test_second_open(program, first, second):
    expect_equal(start_again(first), 0)
    program.find("label", TITLE)
    expect_equal(len(program.find_windows()), 1)
    expect_equal(start_again(second), 0)
    wait(lambda: len(program.find_windows()) == 2, "a second window")
    active = wait(
        lambda: next((node for node in program.find_windows() if node.has("active")), None),
        "an active window",
    )
    program.wait_for(
        lambda tree: any(
            window.path == active.path and window.name != TITLE and window.name
            for window in tree.children
        ),
        "the second study in the second window",
    )
    expect_equal(start_again(first), 0)
    program.wait_for(
        lambda tree: any(
            window.has("active") and window.name == TITLE for window in tree.children
        ),
        "the window of the first study to be raised",
    )
    expect_equal(len(program.find_windows()), 2)
    program.check_quiet()


def main():
    story = Story("errors")
    folder = os.path.join(os.environ["HOME"], "files")
    os.mkdir(folder)
    kinds = {
        "newer": make_newer, "foreign": make_foreign, "truncated": make_truncated,
        "empty": make_empty, "text": make_text,
    }
    program = Program(story)
    for kind, make in kinds.items():
        with story.step(f"a file that is {kind} is refused with a sentence"):
            test_bad_file(story, program, folder, kind, make)
    with story.step("a file that is not there is refused with a sentence"):
        expect_equal(start_again(os.path.join(folder, "missing.entente")), 0)
        print(f"# missing: {see_refusal(program)}")
        close_refusal(program)
        expect(not os.path.exists(os.path.join(folder, "missing.entente")), "the file was made")
    with story.step("what can be read of a damaged study comes back as a new one"):
        test_recover(story, program, folder)
    with story.step("a study that is open is raised, not opened again"):
        test_second_open(
            program,
            copy_sample(SAMPLE, os.path.join(folder, "first.entente")),
            copy_sample(OTHER, os.path.join(folder, "second.entente")),
        )
        story.take_picture("two studies")
    with story.step("the program quits without complaint"):
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
