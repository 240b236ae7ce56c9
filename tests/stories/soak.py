#!/usr/bin/env python3
"""Half an hour (or ENTENTE_SOAK_MINUTES) of keys and clicks at random in a window, none of which chooses a file or quits:
the program lives and complains of nothing, its memory and its open files stay flat, and the study is whole. The seed is
printed; ENTENTE_SEED sets it. Not part of the tests: "ninja -C _build soak"."""

import os
import random
import subprocess
import time

from gi.repository import GLib

from story import Failure, Program, Story, copy_sample, expect, run_cli, start_again

MINUTES = float(os.environ.get("ENTENTE_SOAK_MINUTES", "30"))
SAMPLE_S = 20
TITLE = "Afghan Peace Talks, 2018"
REST_KEYS = ["Escape"] * 4

KEYS = [
    "Tab", "shift+Tab", "F6", "shift+F6", "Up", "Down", "Left", "Right", "Home", "End", "Page_Up",
    "Page_Down", "Return", "space", "Escape", "Delete", "ctrl+z", "ctrl+z", "ctrl+shift+z", "ctrl+1",
    "ctrl+2", "ctrl+3", "n", "shift+n", "a", "x", "e", "j", "k", "q", "c", "plus", "minus", "0",
    "shift+Down", "shift+Right", "ctrl+a", "ctrl+f", "ctrl+k", "ctrl+e", "ctrl+l", "ctrl+i", "F9",
    "F11", "F1", "ctrl+h", "ctrl+d", "ctrl+r", "ctrl+comma", "ctrl+shift+k", "ctrl+shift+o",
    "ctrl+shift+r", "ctrl+shift+b", "ctrl+shift+l", "ctrl+shift+p", "ctrl+shift+s", "ctrl+shift+f",
    "ctrl+shift+2", "alt+h", "F2", "Menu",
]
WORDS = ["Taliban", "talks in Doha ", "22 August 2018", "last July", "said nothing", "\u00fc\u00e9 "]
# Buttons that ask for a file, or leave the study.
LEFT_ALONE = (
    "Close", "Minimize", "Maximize", "Back", "Open", "New", "Add", "Import", "Save", "Export", "Print", "Start",
)


def read_memory_kb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:"))


def count_files(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


class Soak:
    def __init__(self, program, path, chance):
        self.program = program
        self.path = path
        self.chance = chance
        self.pid = program.bus._pid  # pylint: disable=protected-access
        self.n = 0
        self.samples = []

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True, timeout=60)

    def click(self):
        x, y = self.chance.randrange(1600), self.chance.randrange(60, 1000)
        subprocess.run(
            ["xdotool", "mousemove", str(x), str(y), "click", self.chance.choice("111345")],
            check=True, timeout=60)

    def act(self):
        """A button of the tree, whatever it does."""
        try:
            buttons = [
                node for node in self.program.read_tree().find_all("push button")
                if node.is_visible() and node.has("sensitive")
                and not node.get_label().startswith(LEFT_ALONE)
            ]
            if buttons:
                self.chance.choice(buttons).act()
        except (GLib.Error, Failure):
            pass  # it has gone meanwhile

    def return_to_study(self):
        """Out of dialogs; a study that was left is opened again, and its window raised."""
        self.press(*REST_KEYS)
        try:
            frames = [window for window in self.program.find_windows() if window.role == "frame"]
        except GLib.Error:  # one has gone meanwhile
            return
        if not any(frame.name == TITLE and frame.has("active") for frame in frames):
            start_again(self.path)

    def step(self):
        self.n += 1
        kind = self.chance.random()
        if kind < 0.72:
            self.press(*self.chance.choices(KEYS, k=self.chance.randint(1, 4)))
        elif kind < 0.82:
            subprocess.run(
                ["xdotool", "type", "--delay", "5", self.chance.choice(WORDS)], check=True, timeout=60)
        elif kind < 0.97:
            self.click()
        else:
            self.act()
        if self.n % 12 == 0:
            self.return_to_study()

    def sample(self):
        memory, files = read_memory_kb(self.pid), count_files(self.pid)
        self.samples.append((memory, files))
        print(f"# {self.n} actions, {memory // 1024} MB, {files} files", flush=True)

    def run(self, seconds):
        end = time.monotonic() + seconds
        next_sample = time.monotonic() + SAMPLE_S
        while time.monotonic() < end:
            expect(self.program.is_running(), f"it ended: {self.program.read_errors()[-2000:]}")
            if not self.program.screen.give_keyboard():
                self.step()
            if time.monotonic() > next_sample:
                next_sample += SAMPLE_S
                self.sample()


def average(values):
    return sum(values) / len(values)


def check_flat(samples):
    """The last third against the second: the first fills caches."""
    third = len(samples) // 3
    expect(third > 0, "too short to tell")
    before, after = samples[third:2 * third], samples[2 * third:]
    for name, i, slack in (("memory in kB", 0, 1.15), ("open files", 1, 1.15)):
        was, now = average([sample[i] for sample in before]), average([sample[i] for sample in after])
        print(f"# {name}: {was:.0f}, then {now:.0f}")
        expect(now <= was * slack, f"{name} grows: {was:.0f}, then {now:.0f}")


def main():
    os.chdir(os.environ["HOME"])  # what it makes goes with its home
    story = Story("soak")
    seed = int(os.environ.get("ENTENTE_SEED", "20261130"))
    print(f"# seed {seed}, {MINUTES:g} minutes")
    path = copy_sample("afghan-talks-2018", os.path.join(os.environ["HOME"], "talks.entente"))
    n_before = len(run_cli("history", path).splitlines())
    program = Program(story, path)
    soak = Soak(program, path, random.Random(seed))
    with story.step("the program lives and complains of nothing"):
        soak.run(MINUTES * 60)
        program.check_quiet()
    with story.step("memory and open files stay flat"):
        check_flat(soak.samples)
    program.kill()
    with story.step("the study is whole"):
        said = run_cli("check", path)
        n_steps = len(run_cli("history", path).splitlines())
        print(f"# {n_steps} steps, {n_before} of them were there before")
        expect("all is well" in said, said)
        expect(n_steps > n_before, "nothing was edited")
    story.end()


if __name__ == "__main__":
    main()
