"""What several stories do with a study: read it with entente-cli, choose an event in the table."""

import json
import re

from story import expect, run_cli, wait


def list_all(path, what, *query):
    return json.loads(run_cli("list", path, what, *query, "--format", "json"))


def show(path, what, record):
    return json.loads(run_cli("show", path, what, record, "--format", "json"))[0]


def show_event(path, title):
    ids = [event["id"] for event in list_all(path, "events") if event["title"] == title]
    expect(ids, f"no event {title!r}")
    return show(path, "event", ids[0])


def show_actor(path, name):
    ids = [actor["id"] for actor in list_all(path, "actors") if actor["name"] == name]
    expect(ids, f"no actor {name!r}")
    return show(path, "actor", ids[0])


def is_row_selected(program, title):
    return any(
        row.has("selected") and row.find("label", title)
        for row in program.read_tree().find_all("table row")
    )


def see_row(program, title):
    """Waits until the selected row of the table says this."""
    wait(lambda: is_row_selected(program, title), f"the row of {title!r} to be selected")


def select_row(program, title):
    """In the table, by arrows."""
    program.press("ctrl+2")
    program.find("push button", "Table", where=lambda node: node.has("pressed"))
    program.find("label", title, within=("tree table", "Table of events"))
    program.go_to_pane("moves")
    for _ in range(50):
        node = program.find_focus()
        if node and node.role == "table row" and node.find("label", title):
            break
        program.go_to_next_row()
    if not is_row_selected(program, title):
        program.press("space")
    see_row(program, title)
    program.find_in("inspector", "label", title)


def choose_for_event(program, item):
    """A line of the menu of the event in the inspector."""
    program.go_to_pane("inspector")
    is_first = program.find_focus().name.startswith("Kind of move")
    program.go_to("push button", "Event menu", key="Tab" if is_first else "shift+Tab")
    program.choose_from_menu("Event menu", re.compile(f"^{item}"))
