#!/usr/bin/env python3
"""The window without a mouse: panes, keys of the whole program, table and ledger; and every control says
what it is."""

import os
import re

from story import PANES, Failure, Program, Story, copy_sample, expect, expect_equal, wait

CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "entry", "text", "password text",
    "combo box", "slider", "spin button", "switch", "list item", "table row", "link",
}


def press_to_pane(program, key, pane):
    program.press(key)
    wait(
        lambda: program.get_pane() == pane,
        lambda: f"{key} to reach {pane}; the keyboard is on {program.find_focus()}",
    )


def test_panes(program):
    """F6 goes round, Shift+F6 back."""
    program.press("F6")
    wait(lambda: program.get_pane(), "F6 to reach a pane")
    order = list(PANES)
    start = order.index(program.get_pane())
    for i in range(1, 5):
        press_to_pane(program, "F6", order[(start + i) % 4])
    for i in range(1, 5):
        press_to_pane(program, "shift+F6", order[(start - i) % 4])


def test_toggle(program, key, button, pane):
    """The key hides a pane from F6, and brings it back."""
    program.find("push button", button, where=lambda node: node.has("pressed"))
    program.press(key)
    program.find("push button", button, where=lambda node: not node.has("pressed"))
    for _ in range(4):
        before = program.find_focus()
        program.press("F6")
        wait(lambda: (program.find_focus() or before).path != before.path, "F6 to go on")
        expect(program.get_pane() != pane, f"F6 reaches {pane}, which is hidden")
    program.press(key)
    program.find("push button", button, where=lambda node: node.has("pressed"))


def test_full_timeline(program):
    """The article makes room, the actors stay."""
    button = "Timeline in the Whole Window"
    program.press("F11")
    program.find("push button", button, where=lambda node: node.has("pressed"))
    panes = set()
    for _ in range(5):
        before = program.find_focus()
        program.press("F6")
        wait(
            lambda: (now := program.find_focus()) and (not before or now.path != before.path)
            and now.find_pane(),
            "F6 to go on",
        )
        panes.add(program.get_pane())
    program.press("F11")
    program.find("push button", button, where=lambda node: not node.has("pressed"))
    expect("moves" in panes, f"F6 reaches only {panes}")
    expect("article" not in panes, "F6 reaches the article, which is hidden")


def test_window_of_key(program, key, title):
    """A key opens a window, Escape closes it."""
    n = len(program.find_windows())
    program.press(key)
    try:
        window = wait(
            lambda: next(
                (node for node in program.find_windows() if title.search(node.name)), None
            ),
            f"a window {title.pattern} for {key}",
        )
        wait(lambda: len(program.find_windows()) == n + 1, "one window more")
        expect(len(window.get_words()) > 100, f"the window says only {window.get_words()!r}")
    finally:
        program.press("Escape")
        wait(lambda: len(program.find_windows()) == n, "Escape to close it")


def test_rows(program, key, table):
    """A page of rows by keys alone: each row says its move, and is selected in all panes."""
    program.press(key)
    program.go_to_pane("moves")
    program.go_to("table row", re.compile(r"\w"), within=("tree table", table), key="Down", limit=6)
    row = program.go_to_next_row()
    expect(any(holder.name == table for holder in row.ancestors()), f"{row} is not in {table}")
    label = program.wait_for(
        lambda tree: next(
            (node.name for node in tree.find_all("table row") if node.has("selected")), None
        ),
        "a row to be selected",
    )
    expect(re.search(r", \d+ of \d+$", label), f"the row says {label!r}")
    cells = [node for node in row.walk() if node.role == "label" and len(node.name) > 15]
    expect(cells, "the row has no title")
    program.find("label", cells[0].name, within=("panel", None))


def test_names(program):
    """Of everything that takes the keyboard."""
    nameless, doubled, raw = [], [], []
    for node in program.read_tree().walk():
        if node.role not in CONTROLS or not node.has("focusable") or not node.is_visible():
            continue
        # The heads of columns, a part of the toolkit, stand in a row without cells.
        if node.role == "table row" and not node.find("table cell"):
            continue
        name = node.name.strip()
        # The button inside a menu button has the name of the menu button.
        if not name:
            nameless.append(_tell(node))
        elif re.fullmatch(r"(.{3,}) \1", name):
            doubled.append(name)
        elif name.startswith("_"):
            raw.append(name)
    expect(not nameless, f"{len(nameless)} have no name: {'; '.join(nameless[:12])}")
    expect(not doubled, f"said twice: {doubled}")
    expect(not raw, f"with marks of keys: {raw}")


def _tell(node):
    """Where a nameless node is."""
    where = next((holder.name for holder in node.ancestors() if holder.name), "")
    return f"{node.role} ({node.get_label() or node.description}) in {where!r}"


def test_tab_order(program):
    """Of the start page: every stop says what it is, and the round closes."""
    seen = []
    for _ in range(30):
        node = program.find_focus()
        expect(node, "the keyboard is nowhere")
        if seen and node.path == seen[0]:
            break
        seen.append(node.path)
        expect(node.name or node.role in ("scroll pane", "list"), f"no name: {_tell(node)}")
        program.press("Tab")
        wait(lambda: (program.find_focus() or node).path != node.path, f"Tab to leave {node}")
    else:
        raise Failure(f"Tab does not come round in {len(seen)} steps")
    expect(len(seen) >= 4, f"only {len(seen)} stops")


def test_timeline(program):
    """Marks by arrows; each says its kind, date, evidence and place."""
    program.press("ctrl+1")
    program.go_to_pane("moves")
    program.go_to("list item", within=("panel", "Timeline"), limit=4)
    names = []
    for key in ("Home", "Right", "Down", "End", "Left"):
        program.press(key)
        mark = wait(
            lambda: (node := program.find_focus()) and node.role == "list item"
            and node.name not in names[-1:] and node,
            lambda: f"{key} to move on from {names[-1:]}",
        )
        expect(re.search(r".+, .+, .+, \d+ of \d+", mark.name), f"the mark says {mark.name!r}")
        names.append(mark.name)
    title = names[-1].split(", ")[0]
    program.press("space")
    program.wait_for(
        lambda tree: any(
            node.name.startswith(title[:20]) for node in tree.find_all("label")
            if node.find_pane() == "inspector"
        ),
        f"the inspector to show {title!r}",
    )
    program.press("Return")
    program.wait_focus("text", "Text of the article")


def test_undated(program):
    """All of them in a list, though the shelf has no room for all."""
    program.press("ctrl+1")
    program.go_to_pane("moves")
    program.go_to("list item", within=("panel", "Timeline"), limit=4)
    program.press("u")
    row = program.wait_focus("list item", within=("list", "Undated moves"))
    title = row.name.split(", ")[0]
    program.press("Return")
    program.find_in("inspector", "label", re.compile(f"^{re.escape(title)}"))
    program.wait_gone("list", "Undated moves")


def test_delete(program):
    """From the timeline and from the article; undone, the event is back."""
    for pane in ("moves", "article"):
        program.go_to_pane("moves")
        program.go_to("list item", within=("panel", "Timeline"), limit=4)
        program.press("Home", "space")
        if pane == "article":
            program.press("Return")
            program.wait_focus("text", "Text of the article")
        program.press("Delete")
        program.find("label", "1 event deleted")
        program.press("ctrl+z")
        program.wait_gone("label", "1 event deleted")


def test_find(program):
    """The key finds in the article that has the keyboard."""
    program.go_to_pane("article")
    program.press("ctrl+f")
    wait(
        lambda: program.read_tree() and (node := program.find_focus()) and node.has("editable")
        and program.get_pane() == "article",
        lambda: f"the find bar to have the keyboard, not {program.find_focus()}",
    )
    program.press("Escape")


def test_actors(program):
    program.go_to_pane("actors")
    row = program.go_to("list item", re.compile(r", \d+ of \d+ events$"), within=("list", "Actors"))
    program.press("space")
    program.find(
        "check box", re.compile(f"^{row.name.split(',')[0]},"), within=("list", "Actors"),
        where=lambda node: node.has("checked"),
    )
    program.press("space")
    program.find(
        "check box", re.compile(f"^{row.name.split(',')[0]},"), within=("list", "Actors"),
        where=lambda node: not node.has("checked"),
    )
    program.press("Tab")
    wait(
        lambda: (node := program.find_focus()) and node.path != row.path, "Tab to leave the actors"
    )


def main():
    story = Story("keyboard")
    home = os.environ["HOME"]
    program = Program(story)
    with story.step("Tab goes round the start page, and every stop has a name"):
        test_tab_order(program)
    with story.step("a study opens"):
        program.quit()
        program = Program(story, copy_sample("afghan-talks-2018", os.path.join(home, "s.entente")))
        program.find("label", "Afghan Peace Talks, 2018")
    with story.step("F6 goes round the four panes, Shift+F6 back"):
        test_panes(program)
    with story.step("marks of the timeline by arrows; Space selects, Enter goes to the words"):
        test_timeline(program)
    with story.step("U lists the undated moves"):
        test_undated(program)
    with story.step("Delete takes away the event selected"):
        test_delete(program)
    with story.step("Ctrl+F finds in the article"):
        test_find(program)
    with story.step("Tab comes to the actors, and Space checks one"):
        test_actors(program)
    with story.step("F9 hides the actors and brings them back"):
        test_toggle(program, "F9", "Actors and Filter", "actors")
    with story.step("Ctrl+I hides the inspector and brings it back"):
        test_toggle(program, "ctrl+i", "Inspector", "inspector")
    with story.step("F11 gives the timeline the window"):
        test_full_timeline(program)
    with story.step("F1 opens the key of marks"):
        test_window_of_key(program, "F1", re.compile("Key"))
    with story.step("Ctrl+? tells all keys"):
        test_window_of_key(program, "ctrl+question", re.compile("(?i)keys|shortcuts"))
    with story.step("the table by keys"):
        test_rows(program, "ctrl+2", "Table of events")
        story.take_picture("table")
    with story.step("the ledger by keys"):
        test_rows(program, "ctrl+3", "Ledger of moves and their answers")
        story.take_picture("ledger")
    with story.step("every control of the window has a name"):
        test_names(program)
    with story.step("the program quits without complaint"):
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
