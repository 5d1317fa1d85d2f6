# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""End-to-end tests: the real program, driven as assistive technology drives it.

A test file looks like this, and meson runs it as a TAP test:

    import plumb_e2e as e2e

    @e2e.test
    def gauge_deepens_the_page(session):
        "the gauge deepens the page"
        app = session.start("plumb:topic/goodharts-law?level=1")
        gauge = app.find("slider", "Depth")
        gauge.focus_by_keyboard()
        app.key("Down")
        e2e.wait_for(lambda: gauge.value == 2, "level 2")

    e2e.run()

Each test gets a Session of its own (display, bus, accessibility bus, home folder), in a process of
its own, so that nothing leaks from one to the next. Stage settings go to the decorator:
@e2e.test(width=360, height=720, dark=True). A test that ends without having asserted or waited for
anything fails, as does one whose program printed a GLib warning; allow that with
app.expect_complaint(pattern). On failure, a picture and the tree of accessible objects are saved
beside the build's logs, in meson-logs/e2e/.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import traceback

from plumb_stage import ROOT, Stage, StageError, wait_for as _stage_wait_for

TIMEOUT = float(os.environ.get("PLUMB_E2E_TIMEOUT", "20"))
TEST_LIMIT = int(os.environ.get("PLUMB_E2E_LIMIT", "240"))

# Set when the session starts: the library connects to the bus that it finds then.
Atspi = None
_checks = 0


def wait_for(condition, what, timeout=TIMEOUT):
    """Polls CONDITION until it is true and returns its value; fails naming WHAT at the deadline.

    An object that vanishes while it is looked at counts as "not yet".
    """
    global _checks
    _checks += 1

    def attempt():
        try:
            return condition()
        except (Gone, NotFound):
            return None

    return _stage_wait_for(attempt, what, timeout)


def check(condition, message):
    """Fails with MESSAGE unless CONDITION."""
    global _checks
    _checks += 1
    if not condition:
        raise AssertionError(message)


def check_equal(actual, expected, what="value"):
    """Fails unless the two are equal, showing both."""
    check(actual == expected, f"{what}: got {actual!r}, wanted {expected!r}")


class NotFound(AssertionError):
    """No accessible object is as described."""


class Gone(Exception):
    """The accessible object is no longer there."""


def _asking(function, *arguments):
    """Calls the accessibility library; an object that went away raises Gone."""
    from gi.repository import GLib

    try:
        return function(*arguments)
    except GLib.Error as error:
        raise Gone(str(error)) from error


class Node:
    """An accessible object. Its properties are read afresh each time."""

    def __init__(self, accessible, app):
        self._it = accessible
        self.app = app

    # What it is

    @property
    def name(self):
        """The accessible name."""
        return _asking(self._it.get_name) or ""

    @property
    def description(self):
        """The accessible description."""
        return _asking(self._it.get_description) or ""

    @property
    def role(self):
        """The role, as AT-SPI names it: "button", "slider", "list item", "heading"..."""
        return _asking(self._it.get_role_name) or ""

    @property
    def attributes(self):
        """The object attributes, a dictionary of strings ("level", "valuetext"...)."""
        return dict(_asking(self._it.get_attributes) or {})

    def has_state(self, state):
        """Whether it has a state, named as AT-SPI does: "showing", "focused", "checked"..."""
        value = getattr(Atspi.StateType, state.upper().replace(" ", "_").replace("-", "_"))
        return bool(_asking(self._it.get_state_set).contains(value))

    @property
    def showing(self):
        """Whether it is on the screen, or would be if nothing covered it."""
        return self.has_state("showing")

    @property
    def focused(self):
        """Whether it has the keyboard."""
        return self.has_state("focused")

    @property
    def extents(self):
        """x, y, width and height, in pixels of the window."""
        box = _asking(self._it.get_extents, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    @property
    def text(self):
        """The text of a label or an entry."""
        interface = self._it.get_text_iface()
        if interface is None:
            return ""
        length = _asking(Atspi.Text.get_character_count, interface)
        return _asking(Atspi.Text.get_text, interface, 0, length)

    @property
    def value(self):
        """The number of a slider, spin button or progress bar."""
        return _asking(Atspi.Value.get_current_value, self._value())

    @value.setter
    def value(self, number):
        _asking(Atspi.Value.set_current_value, self._value(), number)

    @property
    def value_text(self):
        """What a screen reader says for the value: "Level 2 of 3, Working knowledge"."""
        return _asking(Atspi.Value.get_text, self._value()) or self.attributes.get("valuetext", "")

    def _value(self):
        interface = self._it.get_value_iface()
        if interface is None:
            raise AssertionError(f"{self} has no value")
        return interface

    def __repr__(self):
        try:
            return f"<{self.role} “{self.name}”>"
        except Gone:
            return "<gone>"

    def __eq__(self, other):
        return isinstance(other, Node) and self._it == other._it

    def __hash__(self):
        return hash(self._it)

    # Where it is

    @property
    def parent(self):
        """The object that this one is in."""
        parent = _asking(self._it.get_parent)
        return Node(parent, self.app) if parent is not None else None

    @property
    def children(self):
        """The objects in this one, in order."""
        nodes = []
        for index in range(_asking(self._it.get_child_count)):
            child = _asking(self._it.get_child_at_index, index)
            if child is not None:
                nodes.append(Node(child, self.app))
        return nodes

    def walk(self):
        """This object and all in it, from the top down. What vanishes meanwhile is left out."""
        yield self
        try:
            children = self.children
        except Gone:
            return
        for child in children:
            yield from child.walk()

    def all(self, role=None, name=None, showing=True, where=None):
        """All in it that match: a role, a name (a string, or a compiled pattern to search for),
        being shown, and a predicate."""
        found = []
        for node in self.walk():
            try:
                if _matches(node, role, name, showing, where):
                    found.append(node)
            except Gone:
                continue
        return found

    def find(self, role=None, name=None, showing=True, where=None, timeout=TIMEOUT):
        """The first match as in all(), waiting for it to be there."""
        what = f"a {role or 'thing'} named {getattr(name, 'pattern', name)!r} in {self!r}"
        return wait_for(lambda: next(iter(self.all(role, name, showing, where)), None), what, timeout)

    def wait_absent(self, role=None, name=None, timeout=TIMEOUT):
        """Waits until nothing in it that is shown matches."""
        wait_for(lambda: not self.all(role, name), f"no {role} named {name!r}", timeout)

    def texts(self):
        """The texts of all shown labels in it, in order."""
        return [node.text or node.name for node in self.all("label")]

    def tree(self, depth=0):
        """The accessible tree as indented lines, for reading when a test fails."""
        try:
            mark = "" if self.showing else " (hidden)"
            lines = [f"{'  ' * depth}{self.role} “{self.name}”{mark}"]
            for child in self.children:
                lines.append(child.tree(depth + 1))
        except Gone:
            return f"{'  ' * depth}(gone)"
        return "\n".join(lines)

    # Doing something with it

    def actions(self):
        """The names of its actions."""
        interface = self._it.get_action_iface()
        if interface is None:
            return []
        return [
            _asking(Atspi.Action.get_action_name, interface, index)
            for index in range(_asking(Atspi.Action.get_n_actions, interface))
        ]

    def press(self):
        """Does the first action, which is what a click does."""
        interface = self._it.get_action_iface()
        if interface is None or not _asking(Atspi.Action.get_n_actions, interface):
            raise AssertionError(f"{self} has no action")
        _asking(Atspi.Action.do_action, interface, 0)

    def select_child(self, index):
        """Selects an item of a list, by its index among the children."""
        interface = self._it.get_selection_iface()
        if interface is None:
            raise AssertionError(f"{self} has no selection")
        _asking(Atspi.Selection.select_child, interface, index)

    def select(self, name):
        """Selects the item of a list that has this name, once it is there."""

        def index():
            for number, child in enumerate(self.children):
                if _name_matches(child.name, name):
                    return number + 1
            return None

        self.select_child(wait_for(index, f"an item {name!r} in {self!r}") - 1)

    def click(self):
        """Clicks in its middle with the mouse: for what has no accessible action."""
        x, y, width, height = self.extents
        stage = self.app.session.stage
        stage.xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def focus_by_keyboard(self, key="Tab", limit=200):
        """Presses Tab until it has the keyboard, as a person without a mouse would; fails if it
        is not reached in LIMIT steps. (AT-SPI's own grab_focus is an error in GTK.)"""
        stuck = 0
        for _ in range(limit):
            if self.focused:
                return self
            before = self.app.focus()
            self.app.key(key)
            try:
                wait_for(lambda: self.app.focus() != before, "the focus to move", 2)
                stuck = 0
            except StageError:
                stuck += 1
                if stuck == 3:
                    break
        raise AssertionError(f"{self!r} is not reached with {key}; {self.app.focus()!r} has it")


def _name_matches(actual, wanted):
    return wanted.search(actual) is not None if hasattr(wanted, "search") else actual == wanted


def _matches(node, role, name, showing, where):
    return (
        (role is None or node.role == role)
        and (name is None or _name_matches(node.name, name))
        and (not showing or node.showing)
        and (where is None or where(node))
    )


class App:
    """A run of the program: a Program of the stage, seen through the accessibility bus."""

    def __init__(self, session, arguments, environment):
        self.session = session
        self.program = session.stage.start(arguments, environment=environment)
        self._expected = []
        self._root = None

    def wait_ready(self, timeout=TIMEOUT * 2):
        """Waits until the program is on the accessibility bus with a window shown; gives the
        window the display and the keyboard. start() calls it."""
        self.program.fill_screen()
        self._root = wait_for(self._find_root, "the program on the accessibility bus", timeout)
        # Nothing is cached: GTK does not announce all that changes.
        self._root._it.set_cache_mask(Atspi.Cache.NONE)
        wait_for(lambda: self.root.all("frame") or self.root.all("window"), "a window", timeout)
        return self

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for index in range(_asking(desktop.get_child_count)):
            child = _asking(desktop.get_child_at_index, index)
            if child is not None and _asking(child.get_process_id) == self.program.pid:
                return Node(child, self)
        return None

    @property
    def root(self):
        """The program as an accessible object; its children are the windows."""
        if self.program.process.poll() is not None:
            raise StageError(
                f"the program ended with {self.program.process.returncode}:\n{self.program.output}"
            )
        return self._root

    @property
    def window(self):
        """The first window."""
        return self.root.find(where=lambda node: node.role in ("frame", "window"))

    def find(self, *arguments, **named):
        """Node.find over the whole program."""
        return self.root.find(*arguments, **named)

    def all(self, *arguments, **named):
        """Node.all over the whole program."""
        return self.root.all(*arguments, **named)

    def focus(self):
        """The object that has the keyboard, or None."""
        return next((n for n in self.root.all(where=lambda node: node.focused)), None)

    # The keyboard

    # Where a PC keyboard has them, in the key codes of X.
    MODIFIERS = {"ctrl": 37, "shift": 50, "alt": 64, "super": 133}

    def key(self, keys):
        """Presses keys through AT-SPI: "Tab", "ctrl+q", "alt+Left", "ctrl+shift+f". The last
        part is the name of an X keysym."""
        import gi

        gi.require_version("Gdk", "4.0")
        from gi.repository import Gdk

        *modifiers, key = keys.split("+")
        symbol = Gdk.keyval_from_name(key)
        if symbol in (0, Gdk.KEY_VoidSymbol):
            raise ValueError(f"there is no key named {key!r}")
        codes = [self.MODIFIERS[modifier.lower()] for modifier in modifiers]
        for code in codes:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        for code in reversed(codes):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)

    def type(self, text):
        """Types text into what has the keyboard. Letters that the keyboard lacks are typed too."""
        self.session.stage.xdotool("type", "--delay", "5", text)

    # The window

    def resize(self, width, height):
        """Gives the window this size and waits until it is drawn."""
        self.program.resize(width, height)
        self.wait_still()

    def wait_still(self):
        """Waits until the window is drawn and nothing moves."""
        global _checks
        _checks += 1
        self.program.wait_drawn(timeout=TIMEOUT * 2)

    def save_png(self, name):
        """Saves a picture of the display beside the build's logs; returns its path."""
        return self.session.stage.save_png(logs_folder() / f"{name}.png")

    # Its end

    def wait_exit(self):
        """Waits for the program to end by itself; returns its status."""
        global _checks
        _checks += 1
        return self.program.wait_exit(TIMEOUT)

    def kill(self):
        """kill -9."""
        self.program.kill()

    def quit(self):
        """Ctrl+Q, and the end."""
        self.key("ctrl+q")
        status = self.wait_exit()
        check_equal(status, 0, "the program's status")

    def expect_complaint(self, pattern):
        """Allows warnings that this pattern finds."""
        self._expected.append(re.compile(pattern))

    def complaints(self):
        """GLib warnings and sanitiser reports that no expect_complaint allows."""
        return [
            line
            for line in self.program.complaints
            if not any(pattern.search(line) for pattern in self._expected)
        ]


class Session:
    """A stage with an accessibility bus, for any number of runs of the program. The home folder
    lasts as long as the session, so that a second run finds what the first kept."""

    def __init__(self, **stage_settings):
        environment = dict(stage_settings.pop("environment", None) or {})
        environment.setdefault("GTK_A11Y", "atspi")
        self.stage = Stage(environment=environment, **stage_settings)
        self.apps = []

    def __enter__(self):
        self.stage.__enter__()
        try:
            self._start_accessibility()
        except BaseException:
            self.stage.close()
            raise
        return self

    def __exit__(self, *exc):
        self.stage.close()

    def _start_accessibility(self):
        global Atspi
        launcher = next(
            path
            for path in (
                pathlib.Path("/usr/libexec/at-spi-bus-launcher"),
                pathlib.Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
            )
            if path.exists()
        )
        self.stage.background([str(launcher), "--launch-immediately"])
        self.stage.environment["AT_SPI_BUS_ADDRESS"] = wait_for(
            self._bus_address, "the accessibility bus"
        )
        # This process joins the same display and buses.
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = self.stage.environment[name]
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi as library

        Atspi = library
        Atspi.init()

    def _bus_address(self):
        answer = subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path"]
            + ["/org/a11y/bus", "--method", "org.a11y.Bus.GetAddress"],
            env=self.stage.environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        found = re.search(r"'([^']+)'", answer)
        return found.group(1) if found else None

    def start(self, *arguments, environment=None, ready=True):
        """Starts the program with these arguments. With ready=False it does not wait for a
        window: for runs that only print something."""
        app = App(self, arguments, environment)
        self.apps.append(app)
        return app.wait_ready() if ready else app

    @property
    def home(self):
        """The home folder of the runs; data is in home/"data"/"plumb", and so on."""
        return self.stage.folder / "home"


# Running the tests

_tests = []


def test(function=None, **stage_settings):
    """Marks a function as a test. It is called with a Session, made with STAGE_SETTINGS; its
    docstring's first line is the test's name."""
    if function is None:
        return lambda real: test(real, **stage_settings)
    _tests.append((function, stage_settings))
    return function


def logs_folder():
    """Where pictures and trees are saved."""
    build = os.environ.get("PLUMB_BUILD_ROOT")
    return (pathlib.Path(build) / "meson-logs" if build else ROOT / "build") / "e2e"


def _run_one(function, stage_settings):
    """Runs a test in this process; returns what went wrong, or nothing."""
    global _checks
    name = f"{pathlib.Path(sys.argv[0]).stem}-{function.__name__}"
    with Session(**stage_settings) as session:
        _checks = 0
        problem = None
        try:
            function(session)
            if not _checks:
                problem = "the test checked nothing"
            for app in session.apps:
                if app.complaints():
                    problem = "the program complained:\n" + "\n".join(app.complaints())
                app.program.stop()
                # A sanitiser speaks at the very end.
                if not problem and app.complaints():
                    problem = "the program complained when it ended:\n" + app.program.output
        except Exception:
            problem = traceback.format_exc()
        if problem:
            folder = logs_folder()
            folder.mkdir(parents=True, exist_ok=True)
            session.stage.save_png(folder / f"{name}.png")
            for number, app in enumerate(session.apps, 1):
                output = app.program.output
                if output:
                    problem += f"\nThe program's output (run {number}):\n{output}"
                if app.program.process.poll() is None and app._root is not None:
                    (folder / f"{name}-{number}.txt").write_text(app._root.tree(), encoding="utf-8")
            problem += f"\nA picture and the accessible tree are in {folder}"
    return problem


def _run_apart(function, stage_settings):
    """Runs a test in a process of its own, with a limit; returns what went wrong, or nothing."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(TEST_LIMIT)
        signal.signal(signal.SIGALRM, _out_of_time)
        signal.signal(signal.SIGTERM, _out_of_time)
        try:
            problem = _run_one(function, stage_settings)
        except BaseException:
            problem = traceback.format_exc()
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            pipe.write(problem or "")
        os._exit(1 if problem else 0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        problem = pipe.read()
    _, status = os.waitpid(child, 0)
    if status and not problem:
        problem = f"the test's process ended with status {status}"
    return problem


def _out_of_time(number, frame):
    raise TimeoutError(f"out of time (signal {number}; the limit is {TEST_LIMIT} s)")


def run():
    """Runs the tests of this file and prints TAP. Arguments choose tests by part of their names."""
    wanted = sys.argv[1:]
    tests = [t for t in _tests if not wanted or any(word in t[0].__name__ for word in wanted)]
    print("TAP version 13")
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, (function, settings) in enumerate(tests, 1):
        title = (function.__doc__ or function.__name__).strip().splitlines()[0]
        start = time.monotonic()
        problem = _run_apart(function, settings)
        print(f"{'not ok' if problem else 'ok'} {number} - {title}")
        print(f"# {time.monotonic() - start:.1f} s")
        sys.stdout.flush()
        # Meson shows the errors of a test that failed, but not what it prints in TAP.
        if problem:
            print(f"{title}:\n{problem}\n", file=sys.stderr, flush=True)
        failed += bool(problem)
    sys.exit(1 if failed else 0)
