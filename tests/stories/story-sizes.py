#!/usr/bin/env python3
"""The window at the sizes of small and large screens: nothing complains, every part can be reached."""

import os

from story import Program, Story, copy_sample, expect, expect_equal, set_settings, wait

BORDER_PX = 40
TITLE = "Afghan Peace Talks, 2018"


def wait_size(program, width, height):
    program.screen.give_keyboard()
    wait(
        lambda: program.screen.get_size() == (width, height),
        lambda: f"{width}x{height}, not {program.screen.get_size()}",
    )
    # Laid out anew: the frame has that size in the tree too, but for its border.
    program.wait_for(
        lambda tree: any(
            0 <= width - window.get_box()[2] <= BORDER_PX
            and 0 <= height - window.get_box()[3] <= BORDER_PX
            for window in tree.children
        ),
        lambda: f"a frame of {width}x{height}, not "
        f"{[window.get_box() for window in program.read_tree().children]}",
    )


def resize(program, width, height):
    program.screen.resize(width, height)
    wait_size(program, width, height)


def show(program, key, button):
    """Makes sure that a part that slides is out."""
    node = program.find("push button", button)
    if not node.has("pressed"):
        program.press(key)
        program.find("push button", button, where=lambda found: found.has("pressed"))


def reach_all(program):
    program.go_to_pane("article")
    program.go_to_pane("moves")
    show(program, "F9", "Actors and Filter")
    program.go_to_pane("actors")
    show(program, "ctrl+i", "Inspector")
    program.go_to_pane("inspector")
    program.check_quiet()


def button_of(program, part):
    """In the switch at the bottom."""
    found = program.read_tree().find_all("push button", part)
    return [node for node in found if node.is_visible()][-1]


def main():
    story = Story("sizes")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "s.entente"))
    set_settings(window_width=1600, window_height=1000)
    program = Program(story, path)
    with story.step("the window opens in the size that it had"):
        program.find("label", TITLE)
        wait_size(program, 1600, 1000)
    with story.step("1600x1000: all four parts"):
        reach_all(program)
        story.take_picture("1600x1000")
    for width, height in ((1000, 700), (800, 700)):
        with story.step(f"{width}x{height}: every part can be reached"):
            resize(program, width, height)
            story.take_picture(f"{width}x{height}")
            reach_all(program)
            story.take_picture(f"{width}x{height} with all parts")
    with story.step("400x720: one part at a time, with a switch"):
        resize(program, 400, 720)
        for part in ("Timeline", "Actors", "Ledger", "Read"):
            button_of(program, part).act()
            program.wait_for(
                lambda tree: any(
                    node.has("pressed") for node in tree.find_all("push button", part)
                ),
                f"{part} to be chosen",
            )
            story.take_picture(f"400x720 {part}")
            x, _, width, _ = button_of(program, "Ledger").get_box()
            expect(x + width <= 400, f"{part} is wider than the window: the switch ends at {x + width}")
        program.check_quiet()
    with story.step("back to 1600x1000"):
        resize(program, 1600, 1000)
        program.go_to_pane("moves")
        program.quit()
    with story.step("a window that begins small"):
        set_settings(window_width=800, window_height=700)
        program = Program(story, path)
        program.find("label", TITLE)
        wait_size(program, 800, 700)
        reach_all(program)
        program.quit()
        expect_equal(program.is_running(), False)
    story.end()


if __name__ == "__main__":
    main()
