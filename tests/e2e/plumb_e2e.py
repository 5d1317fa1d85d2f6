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

from plumb_atspi import Accessible, Atspi, Bus, Gone, NotFound, name_matches
from plumb_stage import ROOT, SANDBOXED, Stage, StageError, wait_for as _stage_wait_for

# Long enough for a slow machine that does other things as well: what is right comes at once anyway.
TIMEOUT = float(os.environ.get("PLUMB_E2E_TIMEOUT", "60"))
TEST_LIMIT = int(os.environ.get("PLUMB_E2E_LIMIT", "480"))

_checks = 0


def wait_for(condition, what, timeout=None):
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

    return _stage_wait_for(attempt, what, TIMEOUT if timeout is None else timeout)


def wait_right(find_faults, what):
    """Waits until a function that lists what is wrong has nothing to list; fails with what it listed
    last. WHAT is what is looked at."""
    faults = []

    def right():
        faults[:] = find_faults()
        return not faults

    try:
        wait_for(right, what)
    except StageError as error:
        raise AssertionError("\n".join([f"{what}:", *map(str, faults)])) from error


def check(condition, message):
    """Fails with MESSAGE unless CONDITION."""
    global _checks
    _checks += 1
    if not condition:
        raise AssertionError(message)


def check_equal(actual, expected, what="value"):
    """Fails unless the two are equal, showing both."""
    check(actual == expected, f"{what}: got {actual!r}, wanted {expected!r}")


class Node(Accessible):
    """An accessible object that can be waited for."""

    def find(self, role=None, name=None, timeout=None, **named):
        """The first match as in all(), waiting for it to be there."""
        what = f"a {role or 'thing'} named {getattr(name, 'pattern', name)!r} in {self!r}"
        return wait_for(lambda: next(iter(self.all(role, name, **named)), None), what, timeout)

    def wait_absent(self, role=None, name=None, timeout=None, **named):
        """Waits until nothing in it matches."""
        what = f"no {role or 'thing'} named {getattr(name, 'pattern', name)!r}"
        wait_for(lambda: not self.all(role, name, **named), what, timeout)

    def items(self):
        """The items of a list, without the headers of its sections."""
        children = self.children
        return [node for node, role in zip(children, self.roles(children)) if role == "list item"]

    def select(self, name):
        """Selects the item of a list that has this name, once it is there."""

        def index():
            for number, actual in enumerate(self.names(self.items())):
                if actual is not None and name_matches(actual, name):
                    return number + 1
            return None

        self.select_child(wait_for(index, f"an item {name!r} in {self!r}") - 1)

    def focus_by_keyboard(self, key="Tab", limit=200):
        """Presses Tab until it has the keyboard, as a person without a mouse would; fails if it
        is not reached in LIMIT steps. (AT-SPI's own grab_focus is an error in GTK.)"""
        for _ in range(limit):
            if self.focused:
                return self
            if not self.app.step(key):
                break
        raise AssertionError(f"{self!r} is not reached with {key}; {self.app.focus()!r} has it")


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
        wait_for(lambda: self.windows(), "a window", timeout)
        return self

    @property
    def bus(self):
        """The accessibility bus."""
        return self.session.bus

    def _find_root(self):
        # What a sandbox has on the bus is a proxy, which is nobody's child; the bus is this session's
        # own, and the program that started last is the last on it.
        for where, process in reversed(self.bus.programs()):
            if SANDBOXED or process == self.program.pid:
                return Node(self, where)
        return None

    @property
    def root(self):
        """The program as an accessible object; its children are the windows."""
        if self.program.process.poll() is not None:
            raise StageError(
                f"the program ended with {self.program.process.returncode}:\n{self.program.output}"
            )
        return self._root

    def windows(self):
        """The windows, the one that was used last first."""
        return [node for node in self.root.children if node.showing]

    @property
    def window(self):
        """The first window."""
        return wait_for(lambda: next(iter(self.windows()), None), "a window")

    def find(self, *arguments, **named):
        """Node.find over the whole program."""
        return self.root.find(*arguments, **named)

    def all(self, *arguments, **named):
        """Node.all over the whole program."""
        return self.root.all(*arguments, **named)

    def wait_absent(self, *arguments, **named):
        """Node.wait_absent over the whole program."""
        self.root.wait_absent(*arguments, **named)

    def texts(self):
        """Node.texts over the whole program."""
        return self.root.texts()

    def focus(self):
        """The object that has the keyboard, or None."""
        where = self.bus.last_focused(self.root.bus_name)
        if where is not None:
            node = Node(self, where)
            try:
                if node.focused:
                    return node
            except Gone:
                pass
        return next(iter(self.all(states=["focused"])), None)

    def focused_text(self):
        """The text of the entry that has the keyboard. Nothing that has it is "not yet"."""
        node = self.focus()
        if node is None:
            raise NotFound("nothing has the keyboard")
        return node.text

    def wait_focus(self, role=None, name=None):
        """Waits until an object with this role and name has the keyboard; returns it."""

        def reached():
            node = self.focus()
            fits = node is not None and (role is None or node.role == role)
            return node if fits and (name is None or name_matches(node.name, name)) else None

        return wait_for(reached, f"the keyboard to be with a {role or 'thing'} named {name!r}")

    def cursor(self):
        """The object that has the keyboard, and where in its text: in a label, which link."""
        node = self.focus()
        if node is None:
            return None, 0
        try:
            return node, node.caret
        except Gone:
            return node, 0

    def step(self, key="Tab", timeout=None):
        """Presses a key that moves the keyboard's focus. Returns where it then is, as cursor()
        does, or None if it does not move."""
        before = self.cursor()
        self.key(key)
        try:
            wait_for(lambda: self.cursor() != before, "the focus to move", timeout)
        except StageError:
            return None
        return self.cursor()

    def step_to(self, role, key="Tab"):
        """Presses a key that moves the keyboard's focus until an object with this role has it."""
        while (node := self.focus()) is None or node.role != role:
            check(self.step(key), f"{key} does not reach a {role}")

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

    def click(self, x, y, button=1):
        """Clicks in the window. Button 8 is the mouse's back button, 9 forward."""
        stage = self.session.stage
        stage.xdotool("mousemove", str(x), str(y), "click", str(button))

    def type(self, text):
        """Types text into what has the keyboard. Letters that the keyboard lacks are put in as an
        input method does."""
        for part in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]+", text):
            if not part.isascii():
                self.wait_focus().insert(part)
                self.key("End")
                continue
            self.session.stage.xdotool("type", "--delay", "5", part)
            if part != text:
                wait_for(lambda: self.focused_text().endswith(part), f"{part} to be typed")

    # The window

    def new_window(self, keys="ctrl+n"):
        """Presses the keys for a new window, and gives it the display and the keyboard; returns it
        as an accessible object, with the X id of the one before."""
        before = self.program.wait_window()
        windows = self.windows()
        self.key(keys)
        wait_for(lambda: len(self.program.windows()) > 1, "a second window")
        new = next(window for window in self.program.windows() if window != before)
        self.use_window(new)
        node = wait_for(lambda: [w for w in self.windows() if w not in windows], "the new window")
        return node[0], before

    def use_window(self, window):
        """Puts the window with this X id before the others and gives it the keyboard."""
        stage = self.session.stage
        stage.xdotool("windowmove", window, "0", "0", "windowraise", window, "windowfocus", window)

    def resize(self, width, height):
        """Gives the window this size and waits until it is drawn."""
        self.program.resize(width, height)
        self.wait_still()

    def wait_still(self, quiet=0.25):
        """Waits until the window is drawn and nothing moves for QUIET seconds."""
        global _checks
        _checks += 1
        self.program.wait_drawn(timeout=TIMEOUT * 2, quiet=quiet)

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

    def open(self, *arguments):
        """Runs the program again with these arguments, which the running one is then asked to
        open, as a click on a link elsewhere in the desktop does."""
        again = self.session.stage.start(arguments)
        check_equal(again.wait_exit(TIMEOUT), 0, f"the status of a second run: {again.output}")

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
        # This process joins the same display and buses, for the keyboard's sake.
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = self.stage.environment[name]
        Atspi.init()
        self.bus = Bus(self.stage.environment["AT_SPI_BUS_ADDRESS"])

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
        """What is home to the program: data is in home/"data"/"plumb", and so on."""
        home = self.stage.folder / "home"
        return home / ".var" / "app" / os.environ["PLUMB_FLATPAK_ID"] if SANDBOXED else home


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


def _few(title, lines, limit=10):
    """A title and some lines, of which the first are kept if they are too many."""
    left_out = [f"... and {len(lines) - limit} lines more"] if len(lines) > limit else []
    return "\n".join([title, *lines[:limit], *left_out])


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
                complaints = app.complaints()
                if complaints:
                    problem = _few("the program complained:", complaints)
                app.program.stop()
                # A sanitiser speaks at the very end.
                if not complaints and app.complaints():
                    lines = app.program.output.splitlines()
                    problem = _few("the program complained when it ended:", lines, 200)
        except Exception:
            problem = traceback.format_exc()
        if problem:
            folder = logs_folder()
            folder.mkdir(parents=True, exist_ok=True)
            session.stage.save_png(folder / f"{name}.png")
            for number, app in enumerate(session.apps, 1):
                output = app.program.output
                if output:
                    lines = output.splitlines()
                    problem += "\n" + _few(f"The program's output (run {number}):", lines, 30)
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
