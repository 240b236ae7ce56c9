#!/usr/bin/env python3
"""What is left open, by keyboard: a proposed answer is accepted in the ledger, a question is marked in the text and
resolved by a claim, a question that follows from the record is set aside; each taken back."""

import os
import re

from selecting import select_words
from story import Program, Story, copy_sample, expect_equal, wait
from study import list_all

TITLE = "Afghan Peace Talks, 2018"
MOVE = "Pompeo ready to discuss the role of foreign forces"
WORDS = "Nobody in Washington"
QUESTION = "Who says that nobody replied?"


def get_row(path):
    return next(row for row in list_all(path, "answers") if row["title"] == MOVE)


def list_questions(path, cause, status="open"):
    return [
        question["text"] for question in list_all(path, "questions")
        if question["cause"] == cause and question["status"] == status
    ]


def test_ledger(story, program, path):
    """N goes to the row, A accepts, X refuses."""
    program.press("ctrl+3")
    program.find("push button", re.compile("^1 proposal"))
    program.go_to_pane("moves")
    program.press("n")
    program.find("label", re.compile("^perhaps: Taliban will go to Jeddah"))
    program.find("label", re.compile("^its kind fits: .* back to United States"))
    story.take_picture("proposal")
    program.press("a")
    wait(lambda: get_row(path)["answered"] == "yes", "the answer in the file")
    expect_equal(get_row(path)["answers"][0]["basis"], "inferred")
    program.find("label", re.compile("^Thread of "))
    story.take_picture("thread")
    program.press("ctrl+z")
    wait(lambda: get_row(path)["answered"] == "no", "the answer to be taken back")
    program.find("push button", re.compile("^1 proposal"))
    program.press("x")
    wait(lambda: get_row(path)["proposals"] == [], "the refusal in the file")
    program.wait_gone("push button", re.compile("^1 proposal"))
    program.press("ctrl+z")
    wait(lambda: len(get_row(path)["proposals"]) == 1, "the refusal to be taken back")


def test_marked(story, program, path):
    """Words are selected, Q asks, Enter adds."""
    select_words(program, WORDS)
    program.press("q")
    program.wait_focus("text", "Question")
    program.fill(QUESTION)
    story.take_picture("asked")
    program.press("Return")
    wait(lambda: QUESTION in list_questions(path, "own"), "the question in the file")


def test_resolved(story, program, path):
    """In the window of questions, by a claim of its move."""
    program.press("ctrl+shift+k")
    program.wait_focus("list item")
    story.take_picture("questions")
    asked = list_questions(path, "own")
    expect_equal(len(asked), 4)
    program.press("r")
    program.find("label", "Answered by")
    story.take_picture("resolve")
    program.go_to("push button", "Resolve")
    program.press("Return")
    wait(lambda: len(list_questions(path, "own", "resolved")) == 1, "one to be resolved")
    resolved = next(
        question for question in list_all(path, "questions") if question["status"] == "resolved"
    )
    expect_equal(resolved["event"] is not None, resolved["resolved_by"] is not None)


def test_undone(program, path):
    """Each is one step."""
    program.press("Escape")
    program.press("ctrl+z")
    wait(lambda: list_questions(path, "own", "resolved") == [], "it to be open again")
    program.press("ctrl+z")
    wait(lambda: QUESTION not in list_questions(path, "own"), "the question to be gone")


def main():
    story = Story("questions")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("an answer is proposed, accepted, refused, each taken back"):
        program.find("label", TITLE)
        test_ledger(story, program, path)
    with story.step("a question is marked in the text"):
        test_marked(story, program, path)
    with story.step("it is resolved by a claim"):
        test_resolved(story, program, path)
    with story.step("each is one step"):
        test_undone(program, path)
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
