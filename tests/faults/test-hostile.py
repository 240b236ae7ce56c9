#!/usr/bin/env python3
"""Each study of a stranger (hostile.py), and each thing that is no study at all, is told in a sentence
or read: within seconds, with the file as it was and nothing beside it. Drives the built entente-cli
(ENTENTE_CLI); HOSTILE=WORD runs those with the word in their name. Writes TAP."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import hostile

CLI = os.environ["ENTENTE_CLI"]
SAMPLE = os.path.join(os.environ["ENTENTE_SAMPLES_DIR"], "afghan-talks-2018.entente")
SECONDS = float(os.environ.get("HOSTILE_SECONDS", "5"))
COMMANDS = (
    ("count", "--facets"), ("list", "events", "--format", "json"), ("list", "actors"),
    ("export", "--format", "json"), ("summary", "--format", "markdown"), ("history",), ("check",),
)


class Failure(Exception):
    """What a test found wrong."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def run(folder, name, *words):
    """Standard output of a command that ends in time, with status 0 or with one sentence."""
    command = (words[0], name, *words[1:])
    begin = time.monotonic()
    try:
        result = subprocess.run([CLI, *command], cwd=folder, capture_output=True, check=False, timeout=60)
    except subprocess.TimeoutExpired as error:
        raise Failure(f"{command}: hangs") from error
    seconds = time.monotonic() - begin
    expect(result.returncode in (0, 1), f"{command}: status {result.returncode}: {result.stderr[-2000:]!r}")
    expect(seconds < SECONDS, f"{command}: {seconds:.1f} s")
    try:
        told, output = result.stderr.decode("utf-8"), result.stdout.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Failure(f"{command}: {error}") from error
    if result.returncode == 1 and not (words[0] == "check" and output):
        expect(told.startswith("entente-cli: ") and told.rstrip("\n").endswith((".", "?")), f"{command}: {told!r}")
        expect(len(told.splitlines()) == 1, f"{command}: {told!r}")
        expect(name in told, f"{command}: does not name the file: {told!r}")
    if result.returncode == 0 and "json" in words:
        json.loads(output)
    if "json" not in words:
        expect("\x1b" not in output and "\0" not in output, f"{command}: control characters")
    return result.returncode


# Of the others all pages are as they were.
DAMAGED = ("page", "cut", "header", "noise", "empty", "json", "longer", "types", "dangling", "index")


def check_study(folder, name, content, must_refuse):
    path = os.path.join(folder, "s.entente")
    with open(path, "wb") as file:
        file.write(content)
    if must_refuse:
        for words in COMMANDS[0], COMMANDS[-1]:
            expect(run(folder, "s.entente", *words) == 1, f"{words[0]}: was not refused")
    else:
        for words in COMMANDS:
            run(folder, "s.entente", *words)
    if name.startswith(DAMAGED) and run(folder, "s.entente", "recover", "-o", "new.entente") == 0:
        expect(run(folder, "new.entente", "count") == 0, "what was recovered cannot be read")
        os.unlink(os.path.join(folder, "new.entente"))
    with open(path, "rb") as file:
        expect(file.read() == content, "the file was changed")
    expect(os.listdir(folder) == ["s.entente"], f"files beside it: {os.listdir(folder)}")
    os.unlink(path)


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)


def make_sparse(path):
    with open(path, "wb") as file:
        file.truncate(10_000_000_000)


def make_sparse_study(path):
    shutil.copy(SAMPLE, path)
    os.truncate(path, 10_000_000_000)


THINGS = {
    "nothing": lambda path: None,
    "folder": os.mkdir,
    "pipe": os.mkfifo,
    "socket": make_socket,
    "sparse": make_sparse,
    "sparse-study": make_sparse_study,
    "zeros": lambda path: os.symlink("/dev/zero", path),
    "null": lambda path: os.symlink("/dev/null", path),
    "terminal": lambda path: os.symlink("/dev/tty", path),
    "itself": lambda path: os.symlink("s.entente", path),
    "memory": lambda path: os.symlink("/proc/self/mem", path),
}


def check_thing(folder, make, is_study):
    make(os.path.join(folder, "s.entente"))
    before = sorted(os.listdir(folder))
    for words in ("count",), ("check",):
        status = run(folder, "s.entente", *words)
        expect(is_study or status == 1, f"{words[0]}: was not refused")
    if not is_study:
        expect(run(folder, "s.entente", "recover", "-o", "new.entente") == 1, "was recovered")
    expect(sorted(os.listdir(folder)) == before, f"files beside it: {os.listdir(folder)}")


def tests():
    with open(SAMPLE, "rb") as file:
        study = file.read()
    for name, make in THINGS.items():
        yield f"thing {name}", lambda folder, make=make, name=name: check_thing(folder, make, name == "sparse-study")
    for name, content, must_refuse in hostile.make(study):
        yield name, lambda folder, *_, of=(name, content, must_refuse): check_study(folder, *of)


def main():
    chosen = os.environ.get("HOSTILE", "")
    number, failed = 0, 0
    for name, test in tests():
        if chosen not in name:
            continue
        number += 1
        name = name.replace("#", " ").replace("\n", " ").encode("ascii", "replace").decode()
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
                print(f"ok {number} {name}", flush=True)
            except Failure as error:
                failed += 1
                print(f"not ok {number} {name}")
                print(f"# {error}".replace("\n", "\n# "), flush=True)
    print(f"1..{number}")
    return 1 if failed else 0


sys.exit(main())
