#!/usr/bin/env python3
"""The timeline without a mouse, once by keys and once by what it offers to assistive technology: the postponement is found and heard,
its thread followed, its words opened; a link is made and undone, a pin set and undone, and views are gone through back and forward.
"""

import os
import re
import time

from story import SLOWNESS, Program, Story, copy_sample, expect, expect_equal, wait
from study import show_event

POSTPONEMENT = "Moscow puts the meeting off, no new date"
THREAD = ("Moscow meeting set for 4 September", "Moscow announces the meeting again")
# Name, kind, date with its vagueness, evidence, n of N.
EVIDENCE = ("one report", "several reports of one origin", "corroborated", "confirmed by a party",
            "contested", "denied", "withdrawn", "no report")
HEARD = re.compile(
    rf"^(.+), ([^,]+), (.+), ({'|'.join(EVIDENCE)})(?:, no answer recorded)?, (\d+) of (\d+)$"
)
# Some of them, word for word: a day, days, a month, about, no later than, between, by order only; and what is open.
EXPECTED = (
    "Moscow puts the meeting off, no new date, postponement, 27 August 2018, corroborated, 29 of 42",
    "Three days of Eid without fighting, ceasefire, 15–17 June 2018, corroborated, 11 of 42",
    "Moscow announces that it will invite the Taliban, intent to talk, July 2018, one report, "
    "16 of 42",
    "Taliban storm Ghazni, attack, from 10 August 2018 to around 15 August 2018, one report, 19 of 42",
    "Kabul declines to go to Moscow, refusal of an invitation, by 22 August 2018, one report, "
    "28 of 42",
    "US diplomats told to seek direct talks, report, 1–15 July 2018, "
    "confirmed by a party, 14 of 42",
    "The same invitation to Washington and Kabul, invitation, undated, 1–22 August 2018, "
    "one report, 22 of 42",
    "Pompeo ready to discuss the role of foreign forces, offer, 16 June 2018, one report, "
    "no answer recorded, 12 of 42",
)

# "15 Jan 2018 – 12 Jan 2019"
SPAN = re.compile(r"^\d+ \w+( \d{4})? – \d+ \w+ \d{4}$")

REST_S = 1.2 * SLOWNESS


class Keys:
    """What is done with the mark that has the keyboard, by keys."""

    name = "keys"
    _KEYS = {
        "first": "Home", "next": "Right", "lane-below": "Down", "lane-above": "Up",
        "next-in-thread": "bracketright", "previous-in-thread": "bracketleft", "peek": "space",
        "show-words": "Return", "link": "r", "take": "Return",
        "pin": "asterisk",
    }

    def __init__(self, program):
        self.program = program

    def enter(self):
        self.program.press("ctrl+1")
        self.program.go_to_pane("moves")
        self.program.go_to("list item", within=("panel", "Timeline"), limit=4)

    def do(self, what):
        self.program.press(self._KEYS[what])

    def accept(self, button):
        """The form that is up."""
        self.program.find("push button", button, where=lambda node: node.has("sensitive"))
        self.program.go_to("push button", button, key="shift+Tab")
        self.program.press("Return")

    def undo(self):
        self.program.press("ctrl+z")

    def zoom_in(self):
        self.program.press("plus")

    def go_back(self):
        self.program.press("alt+comma")

    def go_forward(self):
        self.program.press("alt+period")


class Actions:
    """The same by actions of the tree, without a key."""

    name = "actions"

    def __init__(self, program):
        self.program = program

    def enter(self):
        self.program.find("panel", "Timeline").do("timeline.focus")
        find_mark(self.program)

    def do(self, what):
        find_mark(self.program).do(f"mark.{what}")

    def accept(self, button):
        self.program.find("push button", button, where=lambda node: node.has("sensitive")).act()

    def undo(self):
        self._press(re.compile("^Undo .+"))

    def zoom_in(self):
        self._press("Zoom In")

    def go_back(self):
        self._press("View Before")

    def go_forward(self):
        self._press("Next View")

    def _press(self, button):
        self.program.find("push button", button, where=lambda node: node.has("sensitive")).act()


def find_mark(program):
    return program.wait_focus("list item", within=("panel", "Timeline"))


def hear(program, before=None):
    """What the mark in focus says, once it is another than before; None when it stays."""
    names = []

    def get():
        node = program.find_focus()
        if node and node.role == "list item" and node.name != before:
            names.append(node.name)
        return names

    try:
        wait(get, "another mark", 2 if before else 20)
    except Exception:
        return None
    return names[-1]


def check_said(said):
    match = HEARD.match(said)
    expect(match, f"the mark says {said!r}")
    return match.group(1)


def walk_lane(program, way):
    """Hears each mark of the lane from its first on."""
    way.do("first")
    said = hear(program)
    while said:
        check_said(said)
        yield said
        way.do("next")
        said = hear(program, said)


def hear_all(program, way):
    """From lane to lane until the postponement, which is in the last of the lanes that are walked."""
    heard = set()
    way.enter()
    find_mark(program)
    for _ in range(12):
        way.do("lane-above")
    for _ in range(12):
        for said in walk_lane(program, way):
            heard.add(said)
            if ", postponement, " in said:
                return heard
        way.do("lane-below")
    raise AssertionError("no lane has a postponement")


def test_heard(program, way):
    heard = hear_all(program, way)
    for said in EXPECTED:
        expect(said in heard, f"{said!r} is not among {sorted(heard)}")
    places = [HEARD.match(said).group(5, 6) for said in heard]
    expect_equal(len(set(places)), len(places))
    expect_equal({n for _, n in places}, {"42"})


def find_postponement(program, way):
    way.enter()
    said = find_mark(program).name
    if check_said(said) == POSTPONEMENT:
        return said
    for _ in range(12):
        for said in walk_lane(program, way):
            if ", postponement, " in said:
                expect_equal(check_said(said), POSTPONEMENT)
                return said
        way.do("lane-below")
    raise AssertionError("no lane has a postponement")


def follow_thread(program, way):
    """To its first move, and on to its last; each is heard."""
    said, heard = hear(program), []
    while said:
        first = said
        way.do("previous-in-thread")
        said = hear(program, said)
    said = first
    while said:
        heard.append(check_said(said))
        way.do("next-in-thread")
        said = hear(program, said)
    for title in (THREAD[0], POSTPONEMENT, THREAD[1]):
        expect(title in heard, f"{title!r} is not in the thread {heard}")
    expect(heard.index(THREAD[0]) < heard.index(POSTPONEMENT) < heard.index(THREAD[1]), str(heard))


def test_words(program, way):
    find_postponement(program, way)
    way.do("peek")
    said = wait(
        lambda: (node := find_mark(program)) and node.name.startswith("“") and node.name,
        "the mark to say its words",
    )
    quote = re.match("“(.+?)”", said).group(1)
    expect(POSTPONEMENT in said, f"not {said!r}")
    way.do("show-words")
    text = program.wait_focus("text", "Text of the article")
    words = text.get_text()
    expect(quote in words, f"the article has no {quote!r}")
    wait(
        lambda: 0 <= text.get_caret() - words.index(quote) <= len(quote),
        lambda: f"the caret at {words.index(quote)}, not at {text.get_caret()}",
    )


def get_links(path):
    return len(show_event(path, POSTPONEMENT)["links"])


def test_link(program, way, path):
    """One step, undone by one."""
    n = get_links(path)
    find_postponement(program, way)
    way.do("link")
    said = wait(
        lambda: (node := find_mark(program)) and "Which move does it answer?" in node.name,
        "the mark to ask for the other one",
    )
    expect(said, "it does not say what to do")
    way.do("first")
    hear(program)
    way.do("take")
    program.find("label", "that move")
    way.accept("Link")
    wait(lambda: get_links(path) == n + 1, "the link in the file")
    find_mark(program)
    way.undo()
    wait(lambda: get_links(path) == n, "the link to be undone")


def test_pin(program, way, path):
    pinned = show_event(path, POSTPONEMENT)["pinned"]
    find_postponement(program, way)
    way.do("pin")
    wait(lambda: show_event(path, POSTPONEMENT)["pinned"] != pinned, "the pin in the file")
    way.undo()
    wait(lambda: show_event(path, POSTPONEMENT)["pinned"] == pinned, "the pin to be undone")


def get_span(program):
    return program.find("label", SPAN).name


def wait_span(program, span):
    wait(lambda: get_span(program) == span, lambda: f"{span}, not {get_span(program)}")


def test_views(program, way):
    """Each rest of the view is kept."""
    find_postponement(program, way)
    spans = [get_span(program)]
    for _ in range(2):
        way.zoom_in()
        program.find("push button", "View Before", where=lambda node: node.has("sensitive"))
        wait(lambda: get_span(program) not in spans, "the view to move")
        wait_rest(program)
        spans.append(get_span(program))
    way.go_back()
    wait_span(program, spans[1])
    way.go_back()
    wait_span(program, spans[0])
    way.go_forward()
    wait_span(program, spans[1])
    way.go_forward()
    wait_span(program, spans[2])
    way.go_back()
    wait_span(program, spans[1])
    way.go_back()
    wait_span(program, spans[0])


def wait_rest(program):
    """Until the view has stood still as long as the timeline takes for a rest, and longer."""
    seen = {"span": get_span(program), "since": time.monotonic()}

    def get():
        span = get_span(program)
        if span != seen["span"]:
            seen.update(span=span, since=time.monotonic())
        return time.monotonic() - seen["since"] > REST_S

    wait(get, "the view to rest")


def main():
    story = Story("timeline")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    program = Program(story, path)
    with story.step("a study opens"):
        program.find("label", "Afghan Peace Talks, 2018")
    for way in (Keys(program), Actions(program)):
        with story.step(f"by {way.name}: the postponement is found, and each mark is heard"):
            test_heard(program, way)
            find_postponement(program, way)
            story.take_picture(f"postponement by {way.name}")
        with story.step(f"by {way.name}: its thread"):
            follow_thread(program, way)
        with story.step(f"by {way.name}: its words, at the mark and in the article"):
            test_words(program, way)
        with story.step(f"by {way.name}: a link is made and undone"):
            test_link(program, way, path)
        with story.step(f"by {way.name}: a pin is set and undone"):
            test_pin(program, way, path)
        with story.step(f"by {way.name}: back and forward through views"):
            test_views(program, way)
            story.take_picture(f"views by {way.name}")
    with story.step("the program quits without complaint"):
        program.quit()
    story.end()


if __name__ == "__main__":
    main()
