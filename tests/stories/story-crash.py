#!/usr/bin/env python3
"""The program is killed while somebody works in its window: what was seen to be done is in the file, and what was
typed and not done yet is offered again. The seed of the moments is printed; ENTENTE_SEED sets it, ENTENTE_RELEASE asks
for more kills."""

import os
import random
import re
import sqlite3
import time

from selecting import select_words
from story import Program, Story, copy_sample, expect, expect_equal, run_cli, wait
from study import list_all

N_KILLS = 200 if os.environ.get("ENTENTE_RELEASE") else 10
WORDS = "Nobody in Washington"
UNFINISHED = "Who says that nobody rep"
ENTRY = "A question of your own, about the selected move"


def list_questions(path):
    return {question["text"] for question in list_all(path, "questions") if question["cause"] == "own"}


def ask_and_kill(program, n, chance):
    """Questions are asked one after the other; the names of those whose row was seen."""
    seen = []
    program.press("ctrl+shift+k")
    program.wait_focus("list item")
    program.go_to("text", ENTRY, key="shift+Tab")
    for i in range(chance.randint(1, 2)):
        question = f"Kill {n}, question {i}"
        program.type(question)
        program.press("Return")
        program.find("label", question)
        seen.append(question)
    program.type(f"Kill {n}, the last")
    program.press("Return")
    time.sleep(chance.uniform(0, 0.06))
    program.kill()
    return seen


def take_back_half_done(path):
    """As the next one does who opens the file to write; entente-cli only reads it here."""
    connection = sqlite3.connect(path)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    connection.close()


def test_kills(story, path, chance):
    n_seen = 0
    seen = []
    for n in range(N_KILLS):
        program = Program(story, path)
        try:
            seen += ask_and_kill(program, n, chance)
        finally:
            program.kill()
        take_back_half_done(path)
        lost = set(seen) - list_questions(path)
        expect(not lost, f"lost: {lost}")
        expect("all is well" in run_cli("check", path), "the file is damaged")
        n_seen = len(seen)
    print(f"# {N_KILLS} kills, {n_seen} questions were seen, none of them was lost")


def read_drafts(path):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute("SELECT text FROM draft")]
    finally:
        connection.close()


def open_form(program):
    select_words(program, WORDS)
    program.press("q")
    program.wait_focus("text", "Question")


def test_typed(story, path):
    """A second or two after the last key it is safe; nobody was told of a step."""
    before = run_cli("history", path)
    program = Program(story, path)
    open_form(program)
    program.type(UNFINISHED)
    start = time.monotonic()
    wait(lambda: any(UNFINISHED in text for text in read_drafts(path)), "the text to be kept")
    print(f"# kept {time.monotonic() - start:.1f} s after the last key")
    program.kill()
    take_back_half_done(path)
    expect_equal(run_cli("history", path), before)


def test_offered(story, path):
    program = Program(story, path)
    open_form(program)
    program.find(None, re.compile(f"^Unfinished text of .* was kept: “{UNFINISHED}”"))
    story.take_picture("offered")
    program.go_to("push button", "Take the unfinished text over")
    program.press("Return")
    program.wait_focus("text", "Question")
    wait(lambda: program.find_focus().get_text() == UNFINISHED, "the text in its field")
    program.press("End")
    program.type("lied?")
    program.press("Return")
    wait(lambda: f"{UNFINISHED}lied?" in list_questions(path), "the question in the file")
    wait(lambda: not read_drafts(path), "the draft to go")
    program.quit()


def main():
    story = Story("crash")
    seed = int(os.environ.get("ENTENTE_SEED", "20261130"))
    print(f"# seed {seed}")
    path = copy_sample(
        "afghan-talks-2018", os.path.join(os.environ["HOME"], "talks.entente"))
    with story.step("what was seen to be asked is in the file after a kill"):
        test_kills(story, path, random.Random(seed))
    with story.step("unfinished text is in the file soon after the last key"):
        test_typed(story, path)
    with story.step("it is offered when the form comes up again, and taken over"):
        test_offered(story, path)
    story.end()


if __name__ == "__main__":
    main()
