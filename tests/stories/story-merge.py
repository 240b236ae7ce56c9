#!/usr/bin/env python3
"""Two people's copies of one study merged by keyboard: one conflict decided, one step, undone; and the history of a move, one of whose fields is set back."""

import json
import os
import re
import shutil

from story import Program, Story, copy_sample, expect_equal, run_cli, wait
from study import list_all, select_row

TITLE = "Afghan Peace Talks, 2018"


def apply(path, *lines):
    file = path + ".jsonl"
    with open(file, "w", encoding="utf-8") as out:
        out.write("\n".join(json.dumps(line) for line in lines))
    run_cli("apply", path, file)


def rename(path, event, title, coder):
    apply(path, {"do": "set-study", "coder": coder},
          {"do": "set", "entity": "event", "id": event, "title": title})


def get_titles(path):
    return [event["title"] for event in list_all(path, "events")]


def main():
    story = Story("merge")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    copy = os.path.join(os.environ["HOME"], "ben.entente")
    event = list_all(path, "events")[0]["id"]
    shutil.copy(path, copy)
    rename(path, event, "As Ada calls it", "Ada")
    rename(copy, event, "As Ben calls it", "Ben")
    apply(copy, {"do": "add-actor", "name": "West"})
    events, actors = list_all(path, "events"), list_all(path, "actors")
    program = Program(story, path)
    with story.step("a copy is chosen and compared; the keyboard is at the one conflict"):
        program.find("label", TITLE)
        n = len(program.find_windows())
        program.press("ctrl+shift+m")
        wait(lambda: len(program.find_windows()) > n, "the file chooser")
        program.choose_file(copy)
        program.find("label", "1 record is added, 0 are changed, 0 are deleted.")
        program.find("label", "0 of 1 decided")
        program.wait_focus("check box", re.compile(r"^As Ada calls it, Move · Title, Mine: As Ada"))
        story.take_picture("conflict")
    with story.step("as long as it is open nothing is merged; T takes theirs"):
        program.press("ctrl+Return")
        expect_equal(get_titles(path).count("As Ada calls it"), 1)
        program.press("t")
        program.wait_focus("check box", re.compile(r"Theirs: As Ben calls it, Ben · "))
        program.find("label", "1 of 1 decided")
        story.take_picture("decided")
    with story.step("Ctrl+Enter merges all of it as one step"):
        program.press("ctrl+Return")
        program.find("label", "Merged “ben”")
        wait(lambda: "As Ben calls it" in get_titles(path), "the title of the copy")
        expect_equal([a["name"] for a in list_all(path, "actors")].count("West"), 1)
    with story.step("undo gives back what was there"):
        program.press("ctrl+z")
        wait(lambda: "As Ada calls it" in get_titles(path), "the title of before")
        expect_equal((list_all(path, "events"), list_all(path, "actors")), (events, actors))
    with story.step("the history of the move tells its titles, and sets one back as a step"):
        select_row(program, "As Ada calls it")
        program.press("alt+h")
        program.go_to("push button", re.compile("^Set back: Title, to "))
        story.take_picture("history")
        program.press("space")
        wait(lambda: "As Ada calls it" not in get_titles(path), "the title of before Ada")
        program.press("Escape")
        program.wait_gone("frame", "History of a Record")
        program.press("ctrl+z")
        wait(lambda: "As Ada calls it" in get_titles(path), "Ada's title")
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
