"""What stories share: the program (ENTENTE) run and driven from outside, as by somebody who works with
a keyboard and a screen reader.

Everything is found by role, name and state in the tree that the program gives to assistive
technology (AT-SPI, on the real accessibility bus), and done by keys or by the actions of that tree.
Nothing waits for a fixed time: wait() asks again until what it waits for is so.

The whole tree is read from its cache, since a walk asks four times for each of its objects; an
object enters the cache when its parent is asked for it. In this version of GTK the tree says of an
object whether it is sensitive, focused, checked, but not whether it is on screen: its box tells that.
"""

import contextlib
import functools
import os
import re
import shutil
import subprocess
import sys
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from screen import Screen  # noqa: E402

# A sanitized program is several times slower.
SLOWNESS = 4 if "ENTENTE_SLOW" in os.environ or "halt_on_error" in os.environ.get(
    "UBSAN_OPTIONS", "") else 1
PATIENCE_S = 20 * SLOWNESS
POLL_S = 0.05

# What each pane of the window alone holds; what its pages hold, of which one shows.
PANES = {
    "actors": [("list", "Actors")],
    "article": [("text", "Text of the article")],
    "inspector": [("panel", "Inspector"), ("list", "Suggestions")],
    "moves": [
        ("panel", "Timeline"), ("tree table", "Table of events"),
        ("tree table", "Ledger of moves and their answers"),
    ],
}

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_WINDOW_COORDS = 1
_TROUBLE = re.compile(r"(CRITICAL|WARNING|ERROR) \*\*|\b(Critical|Warning|ERROR): |runtime error:")


# What has nothing of interest in it.
_LEAVES = {"label", "image", "separator", "scroll bar", "slider"}
_CLASS_NAME = re.compile(r"(Gtk|Adw|Entente)[A-Z]\w+")


class Failure(Exception):
    """What a story found wrong."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def expect_equal(found, expected):
    expect(found == expected, f"{found!r} is not {expected!r}")


def wait(get, what, patience_s=PATIENCE_S):
    """The first true value that get() has; fails with what, which may be a function."""
    end = time.monotonic() + patience_s
    while True:
        found = get()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what() if callable(what) else what}")
        time.sleep(POLL_S)


# ---- steps ----


class Story:
    """Steps as TAP. After a step that failed the story goes on; pictures tell what was seen."""

    def __init__(self, name):
        self.name = name
        self.programs = []
        self._n = 0
        self._n_pictures = 0
        self._folder = os.path.join(
            os.environ.get("G_TEST_BUILDDIR", os.getcwd()), "stories", "pictures"
        )
        os.makedirs(self._folder, exist_ok=True)
        for old in os.listdir(self._folder):
            if old.startswith(f"{name}-"):
                os.remove(os.path.join(self._folder, old))

    @contextlib.contextmanager
    def step(self, title):
        self._n += 1
        start = time.monotonic()
        try:
            yield
        except Exception as error:
            print(f"not ok {self._n} {title}")
            for line in [f"{type(error).__name__}: {error}", *_where()]:
                print(f"# {line}")
            self._show_trouble()
        else:
            print(f"ok {self._n} {title}")
            print(f"# {time.monotonic() - start:.1f} s")
        sys.stdout.flush()

    def _show_trouble(self):
        self.take_picture("trouble")
        for program in self.programs:
            for line in program.read_errors().splitlines()[-10:]:
                print(f"# {line}")
        path = os.path.join(self._folder, f"{self.name}-{self._n_pictures:02}-trouble.txt")
        with contextlib.suppress(Exception), open(path, "w", encoding="utf-8") as file:
            for program in filter(Program.is_running, self.programs):
                file.write(program.describe())

    def take_picture(self, title):
        self._n_pictures += 1
        name = f"{self.name}-{self._n_pictures:02}-{title.replace(' ', '-')}.png"
        with contextlib.suppress(Exception):
            Screen().take_picture(os.path.join(self._folder, name))

    def end(self):
        """The plan, after the last step. Programs that still run are ended."""
        for program in self.programs:
            program.kill()
        print(f"1..{self._n}")
        sys.exit(0)


def _where():
    """Lines of the story that led to the failure."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    return [
        f"{os.path.basename(frame.filename)}:{frame.lineno}: {frame.line}" for frame in frames[1:]
    ]


# ---- what is seen ----


# What later versions of GTK and AT-SPI call what the baseline calls otherwise.
_ROLES_OF_LATER = {
    "button": "push button", "grouping": "panel", "radio button": "check box",
    "toggle button": "push button",
}


@functools.lru_cache(None)
def _get_role_name(role):
    name = Atspi.role_get_name(Atspi.Role(role))
    return _ROLES_OF_LATER.get(name, name)


@functools.lru_cache(None)
def _get_state_bit(state):
    return int(getattr(Atspi.StateType, state.upper()))


class Node:
    """One accessible object as it was when the tree was read."""

    def __init__(self, program, item):
        """item: a line of the cache; taken apart by hand, since unpack() is slow."""
        get = item.get_child_value
        self.program = program
        self.path = get(0).get_child_value(1).get_string()
        self.parent_path = get(2).get_child_value(1).get_string()
        self.index = get(3).get_int32()
        self.n_children = get(4).get_int32()
        self.role = _get_role_name(get(7).get_uint32())
        name = get(6).get_string()
        # Where a widget has no name, this version of GTK tells that of its class.
        self.name = "" if _CLASS_NAME.fullmatch(name) else name
        self._states = get(9).get_child_value(0).get_uint32()
        self._item = item
        self.parent = None
        self.children = []

    @property
    def description(self):
        return self._item.get_child_value(8).get_string()

    @property
    def interfaces(self):
        return {name.rsplit(".", 1)[1] for name in self._item.get_child_value(5).unpack()}

    def has(self, state):
        """'focused', 'checked', 'pressed', 'selected', 'sensitive', ..."""
        return bool(self._states >> _get_state_bit(state) & 1)

    def is_doubtful(self):
        """Whether what the cache holds of its children may not be all, or more than is in the tree.

        Later versions of GTK take what is hidden out of the tree, but leave it in the cache, without
        a name, without children, and with the place of whatever comes next.
        """
        places = [child.index for child in self.children]
        return places != list(range(self.n_children)) or any(
            not child.name and not child.n_children for child in self.children
        )

    def walk(self):
        """Itself and everything in it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def find_all(self, role=None, name=None):
        """A name is text, or a regular expression that must match somewhere in it."""
        return [
            node for node in self.walk()
            if (role is None or node.role == role) and _is_named(node, name)
        ]

    def find(self, role=None, name=None):
        found = self.find_all(role, name)
        return found[0] if found else None

    def find_path(self, path):
        return next((node for node in self.walk() if node.path == path), None)

    def find_pane(self):
        """Name of the pane that it is in, or None."""
        for holder in [self, *self.ancestors()]:
            held = [
                name for name, marks in PANES.items()
                if any(holder.find(*mark) for mark in marks)
            ]
            if held:
                return held[0] if len(held) == 1 else None
        return None

    def is_visible(self):
        return self.has("visible") and all(
            node.has("visible") or node.role == "application" or not node.interfaces & {"Component"}
            for node in self.ancestors()
        )

    def _call(self, interface, method, types, *arguments):
        return self.program.bus.call(self.path, interface, method, types, *arguments)

    def get_box(self):
        """x, y, width, height in its window."""
        return self._call("Component", "GetExtents", "(u)", _WINDOW_COORDS)[0]

    def get_text(self):
        """As it is now; an end of -1 means the end in some objects only."""
        end = self.program.bus.get_property(self.path, "Text", "CharacterCount")
        return self._call("Text", "GetText", "(ii)", 0, end)[0]

    def get_label(self):
        """Name, else the words within."""
        if self.name:
            return self.name
        return " ".join(node.name for node in self.walk() if node.role == "label" and node.name)

    def get_words(self):
        """All words within, in order."""
        return " | ".join(
            node.name for node in self.walk() if node.role == "label" and node.name
            and node.is_visible()
        )

    def get_selection(self):
        """Start and end of the selected words in characters, or None."""
        n = self._call("Text", "GetNSelections", None)[0]
        return self._call("Text", "GetSelection", "(i)", 0) if n else None

    def get_caret(self):
        """In characters, as it is now."""
        return self.program.bus.get_property(self.path, "Text", "CaretOffset")

    def act(self):
        """Its first action: click, activate."""
        expect(self.has("sensitive"), f"{self} takes no action")
        expect(self._call("Action", "DoAction", "(i)", 0)[0], f"{self} has no action")

    def get_actions(self):
        """Names of what it can do now, in order."""
        n = self.program.bus.get_property(self.path, "Action", "NActions")
        return [self._call("Action", "GetName", "(i)", i)[0] for i in range(n)]

    def do(self, name):
        """The action of this name."""
        actions = self.get_actions()
        expect(name in actions, f"{self} cannot do {name}, only {actions}")
        done = self._call("Action", "DoAction", "(i)", actions.index(name))[0]
        expect(done, f"{self} does not do {name}")

    def __str__(self):
        states = [
            state for state in ("focused", "checked", "pressed", "selected", "expanded", "active")
            if self.has(state)
        ]
        words = [self.role, repr(self.name), repr(self.description) if self.description else ""]
        words += states + ([] if self.has("sensitive") else ["insensitive"])
        words += [] if self.has("visible") else ["hidden"]
        return " ".join(filter(None, words))


def _is_named(node, name):
    if name is None:
        return True
    if isinstance(name, re.Pattern):
        return bool(name.search(node.name))
    return node.name == name


def _is_at(node, role, name, within):
    """A place is told as (role, name) of what holds it."""
    if role and node.role != role or not _is_named(node, name):
        return False
    return not within or any(
        holder.role == within[0] and _is_named(holder, within[1]) for holder in node.ancestors()
    )


class _Bus:
    """The accessibility bus, and one program on it."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None
        ).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self._name = None
        self._pid = pid

    def _send(self, name, path, interface, method, parameters=None):
        return self._connection.call_sync(
            name, path, interface, method, parameters, None, 0, PATIENCE_S * 1000, None
        )

    def _ask(self, *call):
        return self._send(*call).unpack()

    def _get_pid(self, name):
        return self._ask(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)),
        )[0]

    def find_program(self):
        """True once the program is on the bus."""
        try:
            programs = self._ask("org.a11y.atspi.Registry", _ROOT, _ACCESSIBLE, "GetChildren")[0]
            for name, _ in programs:
                if self._get_pid(name) == self._pid:
                    self._name = name
        except GLib.Error:
            pass
        return self._name is not None

    def read_label(self, path):
        """The words of what labels an object, which may be outside of the tree."""
        with contextlib.suppress(GLib.Error):
            for kind, labels in self._ask(self._name, path, _ACCESSIBLE, "GetRelationSet")[0]:
                if kind == Atspi.RelationType.LABELLED_BY:
                    return self.call(labels[0][1], "Text", "GetText", "(ii)", 0, -1)[0]
        return ""

    def read_items(self):
        items = self._send(
            self._name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems"
        ).get_child_value(0)
        return [items.get_child_value(i) for i in range(items.n_children())]

    def get_property(self, path, interface, name):
        return self._ask(
            self._name, path, "org.freedesktop.DBus.Properties", "Get",
            GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", name)),
        )[0]

    def ask_children(self, paths):
        """Those of each path, which enter the cache; all are asked before the first answers."""
        children = {}

        def answer(connection, result, path):
            try:
                found = connection.call_finish(result).unpack()[0]
            except GLib.Error:  # it has gone
                found = []
            children[path] = {child for _, child in found}

        for path in paths:
            self._connection.call(
                self._name, path, _ACCESSIBLE, "GetChildren", None, None, 0, PATIENCE_S * 1000,
                None, answer, path,
            )
        while len(children) < len(paths):
            GLib.MainContext.default().iteration(True)
        return children

    def call(self, path, interface, method, types, *arguments):
        parameters = GLib.Variant(types, arguments) if types else None
        return self._ask(
            self._name, path, f"org.a11y.atspi.{interface}", method, parameters
        )


# ---- the program ----


class Program:
    """The window program, started with files to open; its home is that of the story."""

    def __init__(self, story, *files):
        self.screen = Screen()
        self._errors = os.path.join(os.environ["HOME"], f"stderr-{len(story.programs)}")
        self._process = _start(files, self._errors)
        story.programs.append(self)
        self.bus = _Bus(self._process.pid)
        self._wait(self.bus.find_program, "the program on the accessibility bus")
        self._wait(self._find_frame, "a window")
        self.screen.give_keyboard()
        self.put_pointer_away()

    # -- seeing

    def _find_frame(self):
        try:
            return self.read_tree().find("frame")
        except GLib.Error:  # not all of it is on the bus yet
            return None

    def _wait(self, get, what):
        def ask():
            expect(self._process.poll() is None, f"the program ended: {self.read_errors()}")
            return get()

        try:
            return wait(ask, what)
        except Failure as failure:
            raise Failure(f"{failure}; {self._tell()}") from None

    def _tell(self):
        """What a failure is looked into with: the windows, and what has the keyboard."""
        try:
            windows = ", ".join(str(window) for window in self.read_tree().children)
            return f"there are {windows}, with the keyboard on {self.find_focus()}"
        except (GLib.Error, Failure) as error:
            return str(error)

    def read_tree(self):
        """As deep as it is, each time."""
        asked = self.bus.ask_children([_ROOT])
        while True:
            root = self._read_cache(asked)
            unknown = [
                node.path for node in root.walk()
                if node.path not in asked and node.role not in _LEAVES and node.is_doubtful()
                and (node.has("visible") or not node.has("sensitive"))
            ]
            if not unknown:
                return root
            asked.update(self.bus.ask_children(unknown))

    def _read_cache(self, asked=None):
        """asked: what objects answered about their children; others have left the tree.

        The pages of a stack are objects of their own to the baseline, which it does not answer with.
        """
        nodes = [Node(self, item) for item in self.bus.read_items()]
        by_path = {node.path: node for node in nodes}
        parents = {node.path: node.parent_path for node in nodes}
        asked = {
            path: children for path, children in (asked or {}).items()
            if all(parents.get(child) == path for child in children)
        }
        for node in nodes:
            node.parent = by_path.get(node.parent_path)
            if node.parent is node:
                node.parent = None
            if node.parent and node.path in asked.get(node.parent_path, {node.path}):
                node.parent.children.append(node)
        for node in nodes:
            node.children.sort(key=lambda child: child.index)
            # Later versions tell of a drop-down its value, and what it is for beside it.
            said = node.description if node.parent and node.parent.role == "combo box" else ""
            if node.role == "push button" and said not in node.name:
                node.name = f"{said}: {node.name}"
            # Later versions tell the words of a menu by what labels its lines only.
            if node.role == "menu item" and not node.name:
                node.name = self.bus.read_label(node.path)
        return by_path[_ROOT]

    def find(self, role=None, name=None, within=None, where=None):
        """Waits for it. within: (role, name) of what holds it; where: a further condition."""
        def get():
            roots = [self.read_tree()]
            if within:
                roots = roots[0].find_all(*within)
            for root in roots:
                for node in root.find_all(role, name):
                    if node.is_visible() and (where is None or where(node)):
                        return node
            return None

        where_to_look = f" in {_word(within[1])}" if within else ""
        return self._wait(get, f"{role or 'anything'} {_word(name)}{where_to_look}")

    def is_there(self, role=None, name=None, within=None):
        """At this moment."""
        roots = [self.read_tree()]
        if within:
            roots = roots[0].find_all(*within)
        return any(node.is_visible() for root in roots for node in root.find_all(role, name))

    def wait_gone(self, role=None, name=None):
        self._wait(lambda: not self.is_there(role, name), f"{role} {_word(name)} to go")

    def wait_for(self, get, what):
        """Until get(tree) is true; its value."""
        return self._wait(lambda: get(self.read_tree()), what)

    def find_in(self, pane, role=None, name=None, where=None):
        """Waits for it in a pane of the window."""
        return self.find(
            role, name,
            where=lambda node: (where is None or where(node)) and node.find_pane() == pane,
        )

    def get_pane(self):
        """Where the keyboard is."""
        node = self.find_focus()
        return node.find_pane() if node else None

    def go_to_pane(self, pane):
        """By F6."""
        for _ in range(5):
            if self.get_pane() == pane:
                return
            before = self.find_focus()
            self.press("F6")
            self._wait_moved(before)
        raise Failure(f"F6 does not reach {pane}; the keyboard is on {self.find_focus()}")

    def find_focus(self):
        """What has the keyboard in the active window, or None.

        Later versions of GTK tell of new widgets only once their parents were asked for them.
        """
        focus = self._find_focus()
        if not focus:
            self.read_tree()
            focus = self._find_focus()
        return focus

    def _find_focus(self):
        windows = self._read_cache().children
        # Of windows that are no frames the tree does not tell whether they are active.
        active = [window for window in windows if window.has("active")] or [
            window for window in reversed(windows) if window.role != "frame"
        ]
        if not active:
            self.screen.give_keyboard()
        for window in active:
            for node in window.walk():
                if node.has("focused") and node is not window:
                    return node
        return None

    def wait_focus(self, role=None, name=None, within=None):
        def get():
            node = self.find_focus()
            return node if node and _is_at(node, role, name, within) else None

        return self._wait(
            get, lambda: f"the keyboard on {role} {_word(name)}, not on {self.find_focus()}"
        )

    def find_windows(self):
        """Whatever their role: this version of GTK calls some of them fillers."""
        return [node for node in self.read_tree().children if node.has("visible")]

    def describe(self):
        """The whole tree as text, for a person."""
        def lines(node, depth):
            yield f"{'  ' * depth}{node}\n"
            for child in node.children:
                yield from lines(child, depth + 1)

        return "".join(lines(self.read_tree(), 0))

    # -- doing

    def put_pointer_away(self):
        """So that no tip is in the picture."""
        subprocess.run(["xdotool", "mousemove", "1599", "999"], check=True, timeout=60)

    def _take_keyboard(self):
        """After a window came or went the program must have noticed, or it loses the key."""
        if not self.screen.give_keyboard():
            return
        end = time.monotonic() + SLOWNESS
        while not self.find_focus() and time.monotonic() < end:
            time.sleep(POLL_S)

    def press(self, *keys):
        """Keys by their names in X, such as F6, ctrl+z, Return."""
        self._take_keyboard()
        subprocess.run(["xdotool", "key", "--delay", "12", *keys], check=True, timeout=60)

    def type(self, text):
        if not text:
            return
        self._take_keyboard()
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, timeout=120)

    def go_to(self, role=None, name=None, within=None, key="Tab", limit=80):
        """Brings the keyboard there, by Tab or another key, as whoever has no mouse must."""
        seen = []
        for _ in range(limit):
            node = self.find_focus()
            if node and _is_at(node, role, name, within):
                return node
            seen.append(f"{node.role} {node.get_label()!r}" if node else "nothing")
            if len(seen) > 3 and (len(set(seen[-4:])) == 1 or seen[:2] == seen[-2:]):
                break
            self.press(key)
            self._wait_moved(node)
        raise Failure(f"{key} does not reach {role} {_word(name)}, at last {seen[-6:]}")

    def go_to_next_row(self, key="Down"):
        """In a table; the row that an arrow leads to. Later versions first select where they are."""
        before = self.find_focus()
        for _ in range(2):
            self.press(key)
            node = self._wait(
                lambda start=before: (now := self.find_focus()) and (
                    not start or now.path != start.path
                    or now.has("selected") and not start.has("selected")
                ) and now,
                f"{key} to go on from {before}",
            )
            if not before or node.path != before.path:
                return self.read_tree().find_path(node.path)
            before = node
        raise Failure(f"{key} does not leave {before}")

    def _wait_moved(self, before):
        end = time.monotonic() + 1.5 * SLOWNESS
        while time.monotonic() < end:
            node = self.find_focus()
            if node and (not before or node.path != before.path or node.name != before.name):
                return
            time.sleep(POLL_S)

    def fill(self, text):
        """Replaces the text of the entry that has the keyboard."""
        node = self.find_focus()
        expect(node and "Text" in node.interfaces, f"{node} takes no text")
        self.press("ctrl+a", "BackSpace")
        self.type(text)
        self._wait(
            lambda: node.get_text() == text, lambda: f"{text!r} in {node}, not {node.get_text()!r}"
        )

    def choose_from_menu(self, button, item):
        """A menu button that has the keyboard, and one of its lines."""
        self.wait_focus("push button", button)
        self.press("Return")
        self.go_to("menu item", item, key="Down")
        self.press("Return")

    def choose_file(self, path):
        """In the file chooser that has come up: types the path and presses Enter."""
        before = {window.path for window in self.find_windows()}
        if not self._is_typing():
            self.press("slash")
            self._wait(self._is_typing, "an entry for the path")
        self._fill_path(path)
        self.press("Return")
        self._wait(
            lambda: before - {window.path for window in self.find_windows()},
            "the file chooser to close",
        )

    def _fill_path(self, path):
        """As fill(); the entry may complete what is typed, behind the caret and late."""
        node = self.find_focus()
        self.press("ctrl+a", "BackSpace")
        self.type(path)

        def is_filled():
            text = node.get_text()
            if text != path and text.startswith(path):
                self.press("shift+End", "Delete")
            return text == path

        self._wait(is_filled, lambda: f"{path!r} in {node}, not {node.get_text()!r}")

    def _is_typing(self):
        node = self.find_focus()
        return node and "EditableText" in node.interfaces

    # -- ending

    def read_errors(self):
        with open(self._errors, encoding="utf-8", errors="replace") as file:
            return file.read()

    def check_quiet(self):
        """GLib and GTK have complained of nothing."""
        lines = [line for line in self.read_errors().splitlines() if _TROUBLE.search(line)]
        expect(not lines, "; ".join(lines[:5]))

    def quit(self):
        """By its key; it ends by itself, with status 0 and without complaint."""
        self.press("ctrl+q")
        try:
            status = self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired as error:
            self.kill()
            raise Failure("the program does not quit") from error
        self.check_quiet()
        expect_equal(status, 0)

    def is_running(self):
        return self._process.poll() is None

    def kill(self):
        if self.is_running():
            self._process.kill()
            self._process.wait()


def _word(name):
    return f"/{name.pattern}/" if isinstance(name, re.Pattern) else repr(name) if name else ""


def _start(files, errors):
    # Settings stay in the private home; complaints are collected, and critical ones end the program.
    environment = {
        **os.environ, "GSETTINGS_BACKEND": "keyfile", "G_DEBUG": "gc-friendly,fatal-criticals",
        "ENTENTE_CODER": os.environ.get("ENTENTE_CODER", "Story"),
    }
    with open(errors, "w", encoding="utf-8") as file:
        return subprocess.Popen(
            [os.environ["ENTENTE"], *files], stdin=subprocess.DEVNULL, stdout=file, stderr=file,
            env=environment,
        )


def start_again(*files):
    """A second start, which hands its files to the program that runs; returns its status."""
    errors = os.path.join(os.environ["HOME"], "stderr-second")
    return _start(files, errors).wait(PATIENCE_S)


# ---- around it ----


def set_settings(**values):
    """Values of settings as GVariant text, before the program starts."""
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
        file.write("[org/entente/Entente]\n")
        for name, value in values.items():
            file.write(f"{name.replace('_', '-')}={value}\n")


def run_cli(*words):
    """Standard output of entente-cli, which must be done."""
    result = subprocess.run(
        [os.environ["ENTENTE_CLI"], *words], capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=PATIENCE_S * 3,
    )
    expect(result.returncode == 0, f"entente-cli {words}: {result.stderr}")
    return result.stdout


def copy_sample(name, path):
    """A sample study, as a file of the user's."""
    shutil.copy(os.path.join(os.environ["ENTENTE_SAMPLES_DIR"], f"{name}.entente"), path)
    os.chmod(path, 0o600)
    return path


class Keys:
    """Presses keys, and counts them."""

    def __init__(self, program):
        self.program = program
        self.n = 0

    def press(self, *keys):
        self.n += len(keys)
        self.program.press(*keys)
