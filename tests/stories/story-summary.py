#!/usr/bin/env python3
"""A summary by keyboard: filtered to two actors, kind changed, kept as a template, saved as PDF; page 1 says what the screen says, and the template is there the next day."""

import contextlib
import os
import re
import subprocess

from story import Failure, Program, Story, copy_sample, expect, wait
from study import list_all, run_cli

TITLE = "Afghan Peace Talks, 2018"
TEMPLATE = "Footnotes"
DYAD = ("--actor", "Russia", "--actor", "Taliban", "--match", "all", "--members")


def check_actor(program, alias, name):
    """Finds an actor by any of its names and checks it."""
    program.go_to_pane("actors")
    program.go_to("entry", "Find actors by name, alias or spelling", key="shift+Tab")
    program.fill(alias)
    program.find("list item", re.compile(f"^{name},"), within=("list", "Actors"))
    program.press("Return")
    program.find(
        "check box", re.compile(f"^{name},"), within=("list", "Actors"),
        where=lambda node: node.has("checked"),
    )
    program.fill("")


def press_toggle(program, name):
    program.go_to_pane("actors")
    program.go_to("push button", name)
    program.press("space")
    program.find("push button", name, where=lambda node: node.has("pressed"))


def open_preview(program):
    program.press("ctrl+p")
    program.find("label", "Print Summary")
    see_pages(program)


def see_pages(program):
    """Its pages are set."""
    program.find(
        "push button", re.compile("PDF"), where=lambda node: node.has("sensitive"),
    )
    return program.find(None, re.compile(r"^Preview, 1 of \d+ pages?$"))


def see_selected(program, kind):
    program.find("list item", re.compile(f"^{kind}"), where=lambda node: node.has("selected"))


def walk_kinds(program, key, *kinds):
    """One after the other, each as soon as the one before is chosen."""
    for kind in kinds:
        program.press(key)
        see_selected(program, kind)
    see_pages(program)


def choose_kind(program):
    program.go_to("list item", re.compile("^Chronology"), within=("list", "Kind of Summary"))
    walk_kinds(program, "Down", "Actor Dossier", "Answers and Silences")


def find_sentence(program):
    """What the window says it covers: the filter, and n of N."""
    frames = [window for window in program.find_windows() if window.find("label", "Print Summary")]
    labels = [node.name for node in frames[0].find_all("label") if node.is_visible()]
    at = labels.index("What It Covers")
    return labels[at + 1], labels[at + 2]


def save_template(program, path):
    program.go_to("push button", "Templates")
    program.press("Return")
    program.go_to("text", "Name of the template")
    program.fill(TEMPLATE)
    program.press("Return")
    wait(lambda: TEMPLATE in list_templates(path), "the template in the file")
    program.find("list item", re.compile(f"^{TEMPLATE}, Answers and Silences"))


def list_templates(path):
    """Names, as the command line tells them to whoever names none that is there."""
    result = subprocess.run(
        [os.environ["ENTENTE_CLI"], "summary", path, "--template", "None such"],
        capture_output=True, text=True, check=False, timeout=60,
    )
    return re.findall(r"“([^”]*)”", result.stderr)[1:]


def save_pdf(program, pdf):
    n = len(program.find_windows())
    program.press("ctrl+s")
    wait(lambda: len(program.find_windows()) > n, "the file chooser")
    program.wait_focus(None, re.compile("Name"))
    program.choose_file(pdf)
    wait(lambda: os.path.exists(pdf), "the PDF")
    program.find("label", re.compile("^Saved"))


def close_print(program):
    """The first Escape may close the message that the file was saved."""
    for _ in range(3):
        program.press("Escape")
        with contextlib.suppress(Failure):
            wait(lambda: not program.is_there("label", "Print Summary"), "the window to close", 3)
            return
    raise Failure("Escape does not close the print window")


def read_page(pdf):
    text = subprocess.run(
        ["pdftotext", "-l", "1", "-raw", pdf, "-"], capture_output=True, text=True, check=True, timeout=60,
    ).stdout
    return " ".join(text.split())


def check_page(pdf, path, sentence, count):
    page = read_page(pdf)
    expect("Answers and Silences" in page, f"another kind: {page}")
    expect(sentence in page, f"no {sentence!r} on {page}")
    expect(count in page, f"no {count!r} on {page}")
    expect(count == f"{run_cli('count', path, *DYAD).strip()} events", count)
    expect(TITLE in page, f"no title on {page}")
    expect(len(list_all(path, "events", *DYAD)) == int(count.split()[0]), count)


def choose_template(program):
    program.go_to("push button", "Templates")
    program.press("Return")
    program.go_to("list item", re.compile(f"^{TEMPLATE}, "))
    program.press("Return")


def main():
    story = Story("summary")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    pdf = os.path.join(os.environ["HOME"], "summary.pdf")
    program = Program(story, path)
    with story.step("the timeline is filtered to two actors"):
        program.find("label", TITLE)
        check_actor(program, "Moscow", "Russia")
        check_actor(program, "Taleban", "Taliban")
        press_toggle(program, "All")
        program.find("label", re.compile(f"^{run_cli('count', path, *DYAD).strip()} events"))
    with story.step("the preview covers what the screen shows"):
        open_preview(program)
        sentence, count = find_sentence(program)
        expect("Russia" in sentence and "Taliban" in sentence, sentence)
        story.take_picture("preview")
    with story.step("another kind is chosen, and kept as a template"):
        choose_kind(program)
        save_template(program, path)
        story.take_picture("template")
        program.press("Escape")
    with story.step("page 1 of the PDF says what the screen says"):
        save_pdf(program, pdf)
        check_page(pdf, path, sentence, count)
    with story.step("it is copied as rich text"):
        program.press("ctrl+c")
        program.find("label", re.compile("^Summary copied"))
        close_print(program)
    with story.step("one step takes the template back, another brings it again"):
        program.press("ctrl+z")
        wait(lambda: TEMPLATE not in list_templates(path), "no such template")
        program.press("ctrl+shift+z")
        wait(lambda: TEMPLATE in list_templates(path), "the template again")
        program.quit()
    with story.step("the next day the window begins where it was left, and the template is there"):
        program = Program(story, path)
        program.find("label", TITLE)
        open_preview(program)
        see_selected(program, "Answers and Silences")
        program.go_to("list item", re.compile("^Answers and Silences"), within=("list", "Kind of Summary"))
        walk_kinds(program, "Up", "Actor Dossier", "Chronology")
        choose_template(program)
        see_selected(program, "Answers and Silences")
        see_pages(program)
        story.take_picture("next day")
        close_print(program)
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
