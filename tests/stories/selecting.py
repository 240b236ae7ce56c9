"""Selects words of the article in view by keys, as a person without a mouse does."""

from story import Failure, expect_equal, wait


def move_caret(program, node, to, shift=""):
    """By arrows, which pass over a mark of a note in one step."""
    for _ in range(8):
        at = node.get_caret()
        if at == to:
            return
        key = f"{shift}Right" if at < to else f"{shift}Left"
        program.press(*[key] * abs(to - at))
        wait(lambda before=at: node.get_caret() != before, f"{key} to move the caret")
        wait_still(node)
    raise Failure(f"the caret is at {node.get_caret()}, not at {to}")


def wait_still(node):
    """Until the caret has come to rest."""
    places = []

    def is_still():
        places.append(node.get_caret())
        return len(places) > 5 and len(set(places[-5:])) == 1

    wait(is_still, "the caret to come to rest")


def select_words(program, words):
    """With the keyboard in the text: arrows to where the words begin, then Shift and arrows."""
    program.go_to_pane("article")
    node = program.go_to("text", "Text of the article")
    start = node.get_text().index(words)
    program.press("ctrl+Home")
    wait(lambda: node.get_caret() == 0, "Ctrl+Home")
    move_caret(program, node, start)
    move_caret(program, node, start + len(words), "shift+")
    expect_equal(node.get_selection(), (start, start + len(words)))
