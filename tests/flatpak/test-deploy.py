#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the commands of DEPLOY.md, as they stand there, on two machines that are a folder each: the
one that fills the stick, and one of the thirty, which can't reach any network.

Usage: test-deploy.py DEPLOY.MD APP-ID

A machine here is a system installation of Flatpak's in a folder of its own. What is put in for the
commands' own words is in SUBSTITUTES, and nowhere else. Blocks marked "not-tested" are not run.
"""

import base64
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

PAGE, APP_ID = pathlib.Path(sys.argv[1]), sys.argv[2]
ROOT = pathlib.Path(__file__).resolve().parents[2]
MARKS = {"settings", "not-tested", "network", "ssh", "preparation", "machine", "update", "policy"}

if "PLUMB_FLATPAK" not in os.environ:
    print("build-aux/dev flatpak runs this")
    sys.exit(77)
if os.getuid() != 0:
    print("only root may make a system installation")
    sys.exit(77)

FLATPAK = pathlib.Path(os.environ["PLUMB_FLATPAK"])
STAND_IN = FLATPAK / "stand-in" / "repo"


def blocks():
    """The page's blocks of code: pairs of marks and text."""
    found = re.findall(r"^```(\w+) ([^\n]+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return [(set(marks.split()), text) for _, marks, text in found]


class Machine:
    """A computer, as far as Flatpak can tell."""

    def __init__(self, folder, name, stick):
        self.folder = folder / name
        for part in ("system", "user", "config", "home"):
            (self.folder / part).mkdir(parents=True)
        self.substitutes = {"/var/lib/flatpak": str(self.folder / "system")}
        if STAND_IN.exists():
            self.substitutes["org.flathub.Stable"] = "io.github.plumbreader.StandIn"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("XDG_")},
            "FLATPAK_SYSTEM_DIR": str(self.folder / "system"),
            "FLATPAK_USER_DIR": str(self.folder / "user"),
            "FLATPAK_CONFIG_DIR": str(self.folder / "config"),
            "HOME": str(self.folder / "home"),
            "STICK": str(stick),
            "RUNTIME": "org.gnome.Platform//51",
        }

    def run(self, script, status=0):
        """Runs a script that has to end with STATUS; returns what it printed."""
        for word, substitute in self.substitutes.items():
            script = script.replace(word, substitute)
        start = time.monotonic()
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-xc", script],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=600,
        )
        print(f"── {self.folder.name}, {time.monotonic() - start:.1f} s\n{done.stderr}{done.stdout}", flush=True)
        assert done.returncode == status, f"ended with {done.returncode}:\n{script}\n{done.stderr}"
        return done.stdout

    def list(self, *options):
        """What is installed."""
        return self.run(f"flatpak list --system --columns=application {' '.join(options)}").split()


class Deploy(unittest.TestCase):
    """The tests are one story, told in the order of the page."""

    @classmethod
    def setUpClass(cls):
        # On the disk of the runtime, so that what is installed from there is linked.
        cls.temporary = tempfile.TemporaryDirectory(dir=FLATPAK, prefix="deploy-")
        folder = pathlib.Path(cls.temporary.name)
        cls.stick = folder / "stick"
        cls.stick.mkdir()
        cls.preparation = Machine(folder, "preparation", cls.stick)
        cls.machine = Machine(folder, "machine", cls.stick)
        cls.blocks = blocks()
        shutil.copy(ROOT / "build" / "flatpak" / "Plumb.flatpak", cls.stick)
        shutil.copytree(ROOT / "tests/fixtures/library/full", cls.stick / "libraries" / "pond")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def next_block(self, *marks):
        """Takes the page's next block off, which has to have these marks; returns its text."""
        while self.blocks[0][0] & {"not-tested", "settings"}:
            self.blocks.pop(0)
        found, text = self.blocks.pop(0)
        self.assertEqual(found, set(marks))
        return text

    def write_remote(self, url):
        """The file that says where the runtime comes from; the stand-in has its own."""
        key = base64.b64encode((FLATPAK / "key.gpg").read_bytes()).decode()
        (self.stick / "flathub.flatpakrepo").write_text(
            f"[Flatpak Repo]\nTitle=Stand-in\nUrl={url}\nGPGKey={key}\n", encoding="utf-8"
        )

    def test_1_every_block_is_marked(self):
        page = PAGE.read_text(encoding="utf-8")
        self.assertEqual(page.count("\n```"), 2 * len(self.blocks), "blocks without marks")
        for marks, text in self.blocks:
            self.assertLessEqual(marks, MARKS, text)

    def test_2_fill_the_stick(self):
        if not STAND_IN.exists():
            self.skipTest("the runtime is the real one: the stick would be 1 GB")
        self.write_remote(f"file://{STAND_IN}")
        self.preparation.run(self.next_block("preparation"))
        self.assertTrue((self.stick / ".ostree" / "repo" / "config").exists())

    def test_3_install(self):
        # From here on there is no network.
        self.write_remote("https://flathub.invalid/repo/")
        self.machine.run(self.next_block("machine"))
        self.assertEqual(self.machine.list("--app"), [APP_ID])
        self.assertEqual(self.machine.list("--runtime"), ["org.gnome.Platform"])
        self.assertRegex(self.machine.run(self.next_block("machine")), r"^Plumb \d+\.\d+")

    def test_4_libraries_and_settings(self):
        copy, check = self.next_block("machine"), self.next_block("machine")
        policy = self.next_block("policy")
        (self.stick / "policy.ini").write_text(policy, encoding="utf-8")
        self.machine.run(copy)
        self.machine.run(check)
        seen = self.machine.run(
            f"flatpak run --command=cat {APP_ID} /app/share/plumb/extensions/school/policy.ini"
        )
        self.assertEqual(seen, policy)

    def test_5_updates(self):
        self.preparation.run(self.next_block("preparation"))
        update = self.next_block("machine", "update")
        before = self.machine.run(f"flatpak info --system --show-commit {APP_ID}")
        self.machine.run(update, status=1)
        self.make_newer_bundle()
        self.machine.run(update)
        self.assertNotEqual(self.machine.run(f"flatpak info --system --show-commit {APP_ID}"), before)
        self.machine.run(self.next_block("machine"))

    def make_newer_bundle(self):
        """The same program, built once more."""
        repo, reference = self.stick.parent / "newer", f"app/{APP_ID}/$(flatpak --default-arch)/stable"
        shutil.copytree(FLATPAK / "repo", repo)
        self.preparation.run(
            f"flatpak build-commit-from --force --timestamp=NOW --subject=newer --src-ref={reference} "
            f"--no-update-summary {repo} {reference}\n"
            f"flatpak build-bundle {repo} {self.stick}/Plumb.flatpak {APP_ID} stable"
        )

    def test_6_remove(self):
        self.machine.run(self.next_block("machine"))
        self.assertEqual(self.machine.list(), [])
        self.assertEqual(self.machine.run("flatpak remotes --system --columns=name").split(), [])
        left = list((self.machine.folder / "system" / "extension").iterdir())
        self.assertEqual(left, [])
        self.assertEqual(self.blocks, [], "the rest of the page")


unittest.main(argv=sys.argv[:1], failfast=True)
