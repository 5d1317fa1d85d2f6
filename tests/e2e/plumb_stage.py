# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stage for the real program: a virtual display, a session bus, desktop settings and a home of
its own, and the program on it. Nothing here knows about accessibility; plumb_e2e adds that.

    with Stage(width=360, height=720, dark=True, text_scale=2) as stage:
        program = stage.start(["plumb:topic/goodharts-law"])
        program.wait_drawn()
        stage.save_png("narrow.png")

Every wait is for a condition with a deadline; nothing sleeps for a fixed time.
"""

import ctypes
import mmap
import os
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
POLL = 0.02

# Whether the program is the installed Flatpak: see tests/flatpak.
SANDBOXED = "PLUMB_FLATPAK_ID" in os.environ


class StageError(Exception):
    """Something that the test relies on did not come about in time."""


def wait_for(condition, what, timeout=20):
    """Polls CONDITION until it returns something true, and returns that.

    Raises StageError naming WHAT after TIMEOUT seconds.
    """
    deadline = time.monotonic() + timeout
    pause = POLL / 10
    while True:
        start = time.monotonic()
        value = condition()
        if value:
            return value
        now = time.monotonic()
        if now > deadline:
            raise StageError(f"waited {timeout} s for {what}")
        # Most things come at once, and are worth asking for soon; what takes long is asked seldom. A
        # question that costs the program much leaves it time to get on.
        time.sleep(max(pause, (now - start) / 2))
        pause = min(pause * 1.5, POLL)


def built_program():
    """The program to run: what the build says, or what build-aux/dev run made."""
    named = os.environ.get("PLUMB_PROGRAM")
    return pathlib.Path(named) if named else ROOT / "build" / "run" / "src" / "plumb"


def _die_with_parent():
    """In a new process: end when the test does, however it ends."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


class Program:
    """One run of the program on a stage."""

    def __init__(self, stage, arguments, environment, program):
        self.stage = stage
        self._log = tempfile.NamedTemporaryFile(
            mode="wb", dir=stage.folder, prefix="program-", suffix=".log", delete=False
        )
        self.process = subprocess.Popen(
            [str(program), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            preexec_fn=_die_with_parent,
        )
        self.pid = self.process.pid

    @property
    def output(self):
        """All that the program has printed so far, standard output and errors together."""
        return pathlib.Path(self._log.name).read_text(encoding="utf-8", errors="replace")

    @property
    def complaints(self):
        """The lines of the output that a healthy program does not print."""
        bad = re.compile(
            r"-WARNING \*\*|-CRITICAL \*\*|-ERROR \*\*|^\w+-(WARNING|CRITICAL)|"
            r"Sanitizer|runtime error:|assertion .* failed"
        )
        return [line for line in self.output.splitlines() if bad.search(line)]

    def family(self):
        """The program's processes: itself, and what it started. A Flatpak is a few of them."""
        found, new = [], [self.pid]
        while new:
            pid = new.pop()
            found.append(pid)
            for path in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
                try:
                    new.extend(int(child) for child in path.read_text().split())
                except (FileNotFoundError, ProcessLookupError):
                    continue
        return found

    def windows(self):
        """The X ids of the program's visible windows that are big enough to be one."""
        found = []
        # In a sandbox, a program does not know what its number is outside.
        owner = ["--class", "plumb"] if SANDBOXED else ["--pid", str(self.pid)]
        for line in self.stage.xdotool("search", "--onlyvisible", *owner).split():
            geometry = self.stage.xdotool("getwindowgeometry", "--shell", line)
            values = dict(part.split("=", 1) for part in geometry.split() if "=" in part)
            if int(values.get("WIDTH", 0)) >= 100 and int(values.get("HEIGHT", 0)) >= 100:
                found.append(line)
        return found

    def cpu_ticks(self):
        """The processor time that the program has used, in clock ticks."""
        ticks = 0
        for pid in self.family():
            try:
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            ticks += int(fields[11]) + int(fields[12])
        return ticks

    def is_working(self):
        """Whether the program runs, or would if it were given a processor; so too the display, which
        may have a key or a frame for it."""
        for pid in (self.stage.display_pid, *self.family()):
            for path in pathlib.Path(f"/proc/{pid}/task").glob("*/stat"):
                try:
                    state = path.read_text().rpartition(")")[2].split()[0]
                except (FileNotFoundError, ProcessLookupError):
                    continue
                if state in "RD":
                    return True
        return False

    def wait_window(self, timeout=30):
        """Waits until a window is mapped; returns its X id. An early end is an error."""

        def mapped():
            if self.process.poll() is not None:
                raise StageError(f"the program ended with {self.process.returncode}:\n{self.output}")
            return self.windows()

        return wait_for(mapped, "the program's window", timeout)[0]

    def fill_screen(self):
        """Gives the window the whole display and the keyboard, as a window manager would."""
        window = self.wait_window()
        self.stage.xdotool("windowmove", window, "0", "0")
        self.stage.xdotool("windowsize", window, str(self.stage.width), str(self.stage.height))
        self.stage.xdotool("windowfocus", window)
        return window

    def resize(self, width, height):
        """Gives the window this size, in pixels of the display."""
        self.stage.xdotool("windowsize", self.wait_window(), str(width), str(height))

    def wait_drawn(self, timeout=30, quiet=0.25):
        """Waits until the window is drawn and nothing moves: for QUIET seconds the picture stays
        the same and the program does no work to speak of, nor waits for a turn to do some."""
        self.wait_window(timeout)
        state = {"picture": None, "ticks": 0, "since": time.monotonic()}

        def settled():
            if self.process.poll() is not None:
                raise StageError(f"the program ended with {self.process.returncode}:\n{self.output}")
            picture, ticks = self.stage.picture(), self.cpu_ticks()
            now = time.monotonic()
            if picture != state["picture"] or ticks > state["ticks"] + 1 or self.is_working():
                state.update(picture=picture, ticks=ticks, since=now)
                return False
            return now - state["since"] >= quiet and self.stage.is_drawn(picture)

        wait_for(settled, "the window to be drawn and still", timeout)

    def wait_exit(self, timeout=20):
        """Waits for the program to end by itself; returns its status."""
        wait_for(lambda: self.process.poll() is not None, "the program to end", timeout)
        return self.process.returncode

    def kill(self):
        """Ends the program the hard way (SIGKILL), as a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self, timeout=5):
        """Asks the program to end, then makes it."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()


class Stage:
    """A display, a bus, settings and a home. Use it as a context manager.

    width, height   the display's size; windows are made to fill it
    dark            the dark colour scheme, else the light one
    high_contrast   the high-contrast style
    text_scale      1 for 96 dots an inch, 2 for text at 200%
    animations      whether GTK may animate
    locale          made with localedef where it is not there: ar_EG.UTF-8 gives right to left
    environment     more variables for the program
    """

    def __init__(
        self,
        width=1280,
        height=860,
        dark=False,
        high_contrast=False,
        text_scale=1,
        animations=False,
        locale="en_US.UTF-8",
        environment=None,
    ):
        self.width, self.height = width, height
        self.dark, self.high_contrast = dark, high_contrast
        self.text_scale, self.animations = text_scale, animations
        self.locale = locale
        self.extra = dict(environment or {})
        self.servers = []
        self.programs = []
        self.folder = None

    # Setting up and taking down

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumb-stage-"))
        try:
            self._set_up()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exc):
        self.close()

    def _set_up(self):
        home = self.folder / "home"
        run = self.folder / "run"
        for path in (home, run):
            path.mkdir(mode=0o700)
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("LC_", "XDG_", "GTK_", "ADW_"))
            and key not in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
        }
        locales = self._locales()
        environment.update(
            HOME=str(home),
            XDG_RUNTIME_DIR=str(run),
            XDG_DATA_HOME=str(home / "data"),
            XDG_CONFIG_HOME=str(home / "config"),
            XDG_CACHE_HOME=str(home / "cache"),
            XDG_STATE_HOME=str(home / "state"),
            # The program's icon, which is not installed.
            XDG_DATA_DIRS=f"{ROOT / 'data'}:/usr/local/share:/usr/share",
            LOCPATH=str(locales),
            LANG=self.locale,
            LANGUAGE="",
            TZ="UTC",
            GDK_BACKEND="x11",
            GDK_DEBUG="no-portals",
            GDK_DISABLE="gl,vulkan",
            GIO_USE_VFS="local",
            GSETTINGS_BACKEND="keyfile",
            GSK_RENDERER="cairo",
            GTK_A11Y="none",
            LIBGL_ALWAYS_SOFTWARE="1",
            NO_AT_BRIDGE="1",
            ADW_DISABLE_PORTAL="1",
            ADW_DEBUG_COLOR_SCHEME="prefer-dark" if self.dark else "prefer-light",
            ADW_DEBUG_HIGH_CONTRAST="1" if self.high_contrast else "0",
        )
        if not SANDBOXED:
            data = built_program().resolve().parents[1] / "data"
            environment.setdefault("GSETTINGS_SCHEMA_DIR", str(data))
            environment.setdefault("PLUMB_DATA_DIR", str(data / "library"))
        environment.update(self.extra)
        self.environment = environment

        number = self._server(
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", f"{self.width}x{self.height}x24"]
            + ["-nolisten", "tcp", "-noreset", "-nocursor", "-fbdir", str(self.folder)]
        )
        self.display_pid = self.servers[-1].pid
        environment["DISPLAY"] = f":{number}"
        self._frame = self._open_frame(self.folder / "Xvfb_screen0")

        environment["DBUS_SESSION_BUS_ADDRESS"] = self._server(
            ["dbus-daemon", f"--config-file={ROOT / 'build-aux' / 'dbus.conf'}", "--nofork"]
            + ["--print-address={fd}"]
        )
        if SANDBOXED:
            # GTK asks it whether the accessibility bus can be used from inside a sandbox.
            self.background(["/usr/libexec/flatpak-portal"])
        self._start_settings()

    def _locales(self):
        """The folder with the locale that we run in; shared between stages, made once."""
        parent = pathlib.Path(
            os.environ.get("PLUMB_LOCALES") or pathlib.Path(tempfile.gettempdir()) / "plumb-locales"
        )
        if "." in self.locale:
            made = subprocess.run(
                [ROOT / "build-aux" / "make-locale", parent, self.locale],
                check=False,
                capture_output=True,
                text=True,
            )
            if made.returncode != 0:
                raise StageError(made.stderr)
        return parent

    def _server(self, command):
        """Starts a server that prints one line (to {fd}) when it is ready; returns the line."""
        reading, writing = os.pipe()
        os.set_inheritable(writing, True)
        log = open(self.folder / (pathlib.Path(command[0]).name + ".log"), "wb")
        process = subprocess.Popen(
            [part.format(fd=writing) for part in command],
            env=self.environment,
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_parent,
        )
        self.servers.append(process)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            line = pipe.readline().strip()
        if not line:
            raise StageError(f"{command[0]} did not start: {open(log.name).read()}")
        return line

    def background(self, command):
        """Starts a helper that ends with the stage."""
        log = open(self.folder / (pathlib.Path(command[0]).name + ".log"), "ab")
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_parent,
        )
        self.servers.append(process)
        return process

    def _start_settings(self):
        """The desktop's settings, as xsettingsd hands them to GTK."""
        config = self.folder / "xsettings"
        config.write_text(
            f"Xft/DPI {int(96 * 1024 * self.text_scale)}\n"
            f"Gtk/EnableAnimations {int(self.animations)}\n"
            "Gtk/CursorBlink 0\n"
            "Xft/Antialias 1\nXft/Hinting 0\n"
            'Net/IconThemeName "Adwaita"\n'
            'Gtk/FontName "Noto Sans 11"\n'
        )
        self.background(["xsettingsd", "-c", str(config)])
        wait_for(
            lambda: "_XSETTINGS_SETTINGS" in self._settings_owner(), "the desktop's settings"
        )

    def _settings_owner(self):
        found = self.xdotool("search", "--class", "xsettingsd").split() or self.xdotool(
            "search", "--name", "xsettingsd"
        ).split()
        return "".join(
            subprocess.run(
                ["xprop", "-id", window],
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
            ).stdout
            for window in found
        )

    def close(self):
        """Ends everything that was started here, newest first."""
        for program in self.programs:
            program.stop()
        for process in reversed(self.servers):
            process.terminate()
        for process in self.servers:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.servers.clear()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    # Running

    def start(self, arguments=(), program=None, environment=None):
        """Starts the program with these arguments and variables, of which those that are None are
        left out; returns a Program."""
        variables = dict(self.environment, **(environment or {}))
        run = Program(
            self,
            [str(argument) for argument in arguments],
            {name: value for name, value in variables.items() if value is not None},
            program or built_program(),
        )
        self.programs.append(run)
        return run

    def xdotool(self, *arguments):
        """What xdotool prints for these arguments."""
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout

    # Pictures. The server keeps its frame buffer in a file, in the xwd format.

    def _open_frame(self, path):
        wait_for(path.exists, "the frame buffer")
        with path.open("r+b") as file:
            frame = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header_size, *_ = struct.unpack(">25I", frame[:100])
        n_colours = struct.unpack(">I", frame[76:80])[0]
        self._pixels = header_size + 12 * n_colours
        return frame

    def picture(self):
        """The display's pixels at this moment, as bytes that compare equal if nothing changed."""
        return self._frame[self._pixels :]

    def is_drawn(self, picture):
        """Whether there is something on the display: more than a flat colour or two."""
        return len({picture[i : i + 3] for i in range(0, len(picture) - 3, 4 * 97)}) > 3

    def save_png(self, path):
        """Saves the display's picture as a PNG file, making its folder."""
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["convert", "xwd:-", "-strip", "-define", "png:compression-level=6", f"png:{path}"],
            input=self._frame[:],
            env=dict(self.environment, LC_ALL="C"),
            check=True,
            capture_output=True,
        )
        return path
