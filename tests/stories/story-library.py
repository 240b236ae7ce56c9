#!/usr/bin/env python3
"""A library of a thousand articles: a mark made in three actions, a move's words reached in one, and words found."""

import json
import os
import random
import re

from story import Program, Story, expect, expect_equal, run_cli, wait
from study import list_all, show

N_ARTICLES = 1000
FAR = 900  # the article with the words that are looked for
FAR_TITLE = f"Report {FAR} from the valley"
FAR_WORDS = "Orland had the xylophone bridge closed to Vesmar"
LONG_TITLE = f"Report {N_ARTICLES // 2} from the valley"
SHORT_TITLE = "A short notice"
SHORT_WORDS = "On 2 April Vesmar accepted the invitation of Orland"
STATES = ("Orland", "Vesmar", "Brenn", "Calder", "Dorne", "Illyr")
DEEDS = ("talked with", "warned", "praised", "wrote to", "waited for", "thanked", "visited")


def write_text(chance, length):
    """Paragraphs of made-up sentences."""
    paragraphs, n = [], 0
    while n < length:
        sentences = []
        for _ in range(5):
            one, other = chance.sample(STATES, 2)
            sentences.append(
                f"{one} {chance.choice(DEEDS)} {other} about the toll on the river, and nobody in "
                "the valley was surprised."
            )
        paragraphs.append(" ".join(sentences))
        n += len(paragraphs[-1])
    return "\n".join(paragraphs) + "\n"


def choose_length(chance, number):
    """As long as press articles and agreements are: most of some pages, some long, one very long."""
    if number == N_ARTICLES // 2:
        return 1000000
    return 100000 if number % 100 == 7 else chance.choice((1500, 3000, 6000, 12000))


def list_commands():
    chance = random.Random(7)
    for name in STATES:
        yield {"do": "add-actor", "key": name, "name": name, "kind": "state"}
    for i in range(N_ARTICLES):
        text = write_text(chance, choose_length(chance, i))
        if i == FAR:
            text = f"{text}In the summer {FAR_WORDS} for a week.\n{text}"
        yield {
            "do": "add-article", "key": f"article-{i}", "title": f"Report {i} from the valley",
            "published": f"{2010 + i % 9}-0{1 + i % 9}-{10 + i % 18}", "text": text,
        }
    yield {
        "do": "add-article", "key": "short",
        "text": f"{SHORT_TITLE}\n1 May 2018\n\n{SHORT_WORDS}.\n",
    }
    yield {
        "do": "add-event", "key": "closing", "kind": "coercion", "title": "Orland closes the bridge",
        "when": {"edtf": "2011-07"},
        "participants": [{"actor": "Orland", "role": "initiator"}],
    }
    yield {
        "do": "add-claim", "event": "closing", "article": f"article-{FAR}", "quote": FAR_WORDS,
        "stance": "asserts",
    }


def make_study(path):
    lines = path + ".jsonl"
    with open(lines, "w", encoding="utf-8") as file:
        for command in list_commands():
            file.write(json.dumps(command) + "\n")
    run_cli("new", path)
    run_cli("apply", path, lines)


def open_list(program):
    program.find(
        "push button", "All articles", where=lambda node: node.parent.name == "All articles"
    ).act()
    program.wait_focus(None, "Search the articles")


def get_titles(program):
    lists = program.read_tree().find_all("list", "Articles")
    return [
        node.get_label() for each in lists for node in each.find_all("list item")
        if node.is_visible()
    ]


def choose_article(program, words, title):
    """By words of its title or of its text."""
    open_list(program)
    program.type(words)
    wait(
        lambda: (found := get_titles(program)) and len(found) == 1 and title in found[0],
        lambda: f"{title!r} alone, not {get_titles(program)[:5]}",
    )
    program.press("Return")
    program.find_in("article", "label", title)


def go_to_text(program):
    program.go_to_pane("article")
    return program.go_to("text", "Text of the article")


def mark(program):
    """Three actions: words, E, Enter. All rows of the form come filled in."""
    program.press("ctrl+Home", "shift+ctrl+End")
    program.press("e")
    program.find("push button", "Add Event")
    program.wait_focus()
    program.press("Return")
    program.wait_gone("push button", "Add Event")


def see_event(path):
    events = [event for event in list_all(path, "events") if event["kind"].startswith("accept")]
    expect_equal(len(events), 1)
    event = show(path, "event", events[0]["id"])
    expect_equal(event["when"]["edtf"], "2018-04-02")
    expect_equal({(part["actor"], part["role"]) for part in event["participants"]},
                 {("Vesmar", "initiator"), ("Orland", "addressee")})
    expect_equal(event["claims"][0]["quote"].rstrip("."), SHORT_WORDS)


def go_to_words(program):
    """From the mark on the timeline, by Enter: another article, its words lit, the keyboard in the text."""
    program.press("ctrl+1")
    program.go_to_pane("moves")
    program.go_to("list item", within=("panel", "Timeline"), limit=4)
    program.press("Up", "Home")
    program.wait_focus("list item", re.compile("Orland closes the bridge"))
    program.press("Return")
    program.find_in("article", "label", FAR_TITLE)
    node = program.wait_focus("text", "Text of the article")
    wait(lambda: "Orland closes the bridge" in
         (program.find("text", "Text of the article").description), "the words to be lit")
    caret = node.get_caret()
    start = node.get_text().index(FAR_WORDS)
    wait(lambda: abs(node.get_caret() - start) < 200, f"the words in sight, not {caret}")


def find_in_text(program):
    go_to_text(program)
    program.press("ctrl+f")
    program.wait_focus("entry", "Find in this article")
    program.type("xylophone")
    program.find("label", "1 of 1")
    program.press("Escape")


def find_quote(program):
    """Of the moves, by the words that they rest on."""
    program.go_to_pane("moves")
    program.press("ctrl+f")
    program.wait_focus("entry", re.compile("^Search words"))
    program.type("xylophone")
    program.find("label", re.compile(r"^1 of 2 events"))
    program.press("Escape")


def main():
    story = Story("library")
    path = os.path.join(os.environ["HOME"], "valley.entente")
    make_study(path)
    program = Program(story, path)
    with story.step("the library opens"):
        program.find("label", re.compile(r"^1,?001 articles"))
        program.find_in("article", "text", "Text of the article")
    with story.step("an article is chosen by its title"):
        choose_article(program, SHORT_TITLE, SHORT_TITLE)
    with story.step("from words to an event in three actions"):
        go_to_text(program)
        mark(program)
        wait(lambda: len(list_all(path, "events")) == 2, "the event")
        see_event(path)
        story.take_picture("marked")
    with story.step("an article is chosen by words that only its text holds"):
        choose_article(program, "xylophone", FAR_TITLE)
        story.take_picture("chosen")
    with story.step("words are found in the text"):
        find_in_text(program)
    with story.step("the longest article opens, and another one after it"):
        choose_article(program, LONG_TITLE, LONG_TITLE)
        choose_article(program, SHORT_TITLE, SHORT_TITLE)
    with story.step("from a mark on the timeline to its lit words in one action"):
        go_to_words(program)
        story.take_picture("words")
    with story.step("words of a quote are found among the moves"):
        find_quote(program)
        story.take_picture("found")
    with story.step("the program quits, and the file is sound"):
        program.quit()
        run_cli("check", path)
    story.end()


if __name__ == "__main__":
    main()
