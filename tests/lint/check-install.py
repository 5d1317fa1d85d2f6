#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the program below a folder of its own (DESTDIR), checks that what is there is what should
be, where it should be, and that uninstalling leaves nothing.

Usage: check-install.py BUILD APP-ID PROGRAM PREFIX LOCALEDIR LINGUAS

Meson is run as $MESON says, else as "meson".
"""

import configparser
import os
import pathlib
import shlex
import stat
import subprocess
import sys
import tempfile
import unittest

BUILD, APP_ID, PROGRAM, PREFIX, LOCALEDIR, LINGUAS = sys.argv[1:7]
MESON = shlex.split(os.environ.get("MESON", "meson"))
SHARE = "share"


def languages():
    """The languages that LINGUAS names."""
    lines = pathlib.Path(LINGUAS).read_text(encoding="utf-8").splitlines()
    return [word for line in lines for word in line.partition("#")[0].split()]


def below(path):
    """A path as it is below DESTDIR."""
    return pathlib.PurePath(PREFIX, path).relative_to("/")


FILES = {
    below(f"bin/{PROGRAM}"): 0o755,
    below("bin/plumb-library"): 0o755,
    below(f"{SHARE}/applications/{APP_ID}.desktop"): 0o644,
    below(f"{SHARE}/dbus-1/services/{APP_ID}.service"): 0o644,
    below(f"{SHARE}/glib-2.0/schemas/{APP_ID}.gschema.xml"): 0o644,
    below(f"{SHARE}/icons/hicolor/scalable/apps/{APP_ID}.svg"): 0o644,
    below(f"{SHARE}/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg"): 0o644,
    below(f"{SHARE}/metainfo/{APP_ID}.metainfo.xml"): 0o644,
    below(f"{SHARE}/plumb/plumb-library.gresource"): 0o644,
    **{below(f"{LOCALEDIR}/{code}/LC_MESSAGES/plumb.mo"): 0o644 for code in languages()},
}

# Made to be filled by others.
EMPTY_FOLDERS = {below(f"{SHARE}/plumb/extensions")}


def run(*command):
    """Runs a command; returns what it printed, or fails with it."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="plumb-install-")
        cls.root = pathlib.Path(cls.folder.name)
        run(*MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", cls.root)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def relative(self, keep):
        return {path.relative_to(self.root) for path in self.root.rglob("*") if keep(path)}

    def test_1_everything_is_in_its_place(self):
        there = self.relative(lambda path: not path.is_dir())
        self.assertEqual(sorted(map(str, there)), sorted(map(str, FILES)))
        empty = self.relative(lambda path: path.is_dir() and not any(path.iterdir()))
        self.assertEqual(empty, EMPTY_FOLDERS)

    def test_2_everybody_may_read_it(self):
        for path in self.root.rglob("*"):
            name = path.relative_to(self.root)
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(oct(mode), oct(FILES.get(name, 0o755)), str(name))

    def test_3_the_parts_name_each_other(self):
        share = self.root / below(SHARE)
        service = configparser.RawConfigParser()
        service.read(share / "dbus-1" / "services" / f"{APP_ID}.service", encoding="utf-8")
        start = shlex.split(service["D-BUS Service"]["Exec"])
        self.assertEqual(start, [f"{PREFIX}/bin/{PROGRAM}", "--gapplication-service"])
        self.assertEqual(service["D-BUS Service"]["Name"], APP_ID)
        desktop = configparser.RawConfigParser()
        desktop.read(share / "applications" / f"{APP_ID}.desktop", encoding="utf-8")
        self.assertEqual(desktop["Desktop Entry"]["Exec"].split()[0], PROGRAM)
        self.assertEqual(desktop["Desktop Entry"]["Icon"], APP_ID)
        schemas = share / "glib-2.0" / "schemas"
        run("glib-compile-schemas", "--strict", "--dry-run", schemas)

    def test_4_uninstalling_leaves_nothing(self):
        # The log that it goes by is the one that the installation above wrote.
        run("ninja", "-C", BUILD, "uninstall")
        self.assertEqual(self.relative(lambda path: not path.is_dir()), set())
        ours = {"plumb", f"{APP_ID}.desktop", "extensions"}
        left = self.relative(lambda path: path.name in ours)
        self.assertEqual(left, set(), "folders of our own")


unittest.main(argv=sys.argv[:1])
