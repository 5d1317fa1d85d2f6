#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests plumb-library, the command, and the examples of FORMAT.md with it.

Usage: test-tool.py PLUMB-LIBRARY FORMAT.md FULL-LIBRARY VERSION
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, FORMAT, FULL, VERSION = sys.argv[1:5]


def run(*arguments):
    return subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True, timeout=60)


class Tool(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumb-tool-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def copy(self):
        copy = self.folder / "copy"
        shutil.copytree(FULL, copy)
        return copy

    def assert_usage(self, *arguments, says):
        result = run(*arguments)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout, "")
        self.assertRegex(result.stderr.splitlines()[0], f"^plumb-library: .*{says}")
        self.assertIn("Usage:", result.stderr)

    def test_help(self):
        for option in ("--help", "-h", "help"):
            result = run(option)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            for word in ("check", "index", "--version"):
                self.assertIn(word, result.stdout)

    def test_version(self):
        result = run("--version")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, f"plumb-library {VERSION}\n", ""))

    def test_usage(self):
        self.assert_usage(says="missing")
        self.assert_usage("", says="There is no command")
        self.assert_usage("chekc", FULL, says="There is no command “chekc”")
        self.assert_usage("--colour", says="There is no command “--colour”")
        self.assert_usage("check", says="takes one folder")
        self.assert_usage("check", FULL, FULL, says="takes one folder")
        self.assert_usage("check", "--colour", FULL, says="--colour")
        self.assert_usage("index", FULL, says="-o FILE")
        self.assert_usage("index", "-o", says="-o")

    def test_check_good(self):
        for options in ((), ("--strict",)):
            result = run("check", *options, FULL)
            self.assertEqual(
                (result.returncode, result.stdout, result.stderr), (0, "Errors: 0. Warnings: 0.\n", "")
            )

    def test_check_bad(self):
        copy = self.copy()
        (copy / "topics" / "why-ponds-turn-green.json").write_text('{"format": 1,\n"id": tru}')
        (copy / "topics" / "bad.json").write_text("[]")
        (copy / "people.json").unlink()
        result = run("check", copy)
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        lines = result.stdout.splitlines()
        self.assertIn("topics/bad.json: This must be an object in braces.", lines)
        self.assertTrue(any(l.startswith("topics/why-ponds-turn-green.json: line 2, column 7: ") for l in lines))
        self.assertTrue(any(l.startswith("topics/how-ponds-clear.json: /people/0: ") for l in lines))
        files = [l.split(": ")[0] for l in lines[:-1]]
        self.assertEqual(files, sorted(files))
        self.assertEqual(lines[-1], f"Errors: {len(lines) - 1}. Warnings: 0.")

    def test_check_warning(self):
        copy = self.copy()
        path = copy / "topics" / "why-ponds-turn-green.json"
        path.write_text(path.read_text().replace('"format": 1,', '"format": 2, "mood": "glad",'))
        for options, code in (((), 0), (("--strict",), 1), (("-s",), 1)):
            result = run("check", *options, copy)
            self.assertEqual((result.returncode, result.stderr), (code, ""))
            lines = result.stdout.splitlines()
            self.assertEqual(len(lines), 3)
            for line in lines[:2]:
                self.assertRegex(line, r"^topics/why-ponds-turn-green\.json: /(format|mood): warning: ")
            self.assertEqual(lines[2], "Errors: 0. Warnings: 2.")

    def test_check_nothing(self):
        for folder in (self.folder / "none", self.folder, __file__):
            result = run("check", folder)
            self.assertEqual((result.returncode, result.stderr), (1, ""))
            self.assertRegex(result.stdout, r"(?m)^library\.json: There is no such file\.$")

    def test_index(self):
        index = self.folder / "index"
        result = run("index", FULL, "-o", index)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        self.assertGreater(index.stat().st_size, 1000)
        self.assertIn(b"Why ponds turn green", index.read_bytes())

    def test_index_again(self):
        first, second = self.folder / "first", self.folder / "second"
        copy = self.copy()
        self.assertEqual(run("index", "--bundled", FULL, "-o", first).returncode, 0)
        self.assertEqual(run("index", "--bundled", copy, "--output", second).returncode, 0)
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_index_bad(self):
        copy, index = self.copy(), self.folder / "index"
        (copy / "topics" / "bad.json").write_text("[]")
        result = run("index", copy, "-o", index)
        self.assertEqual((result.returncode, result.stdout), (0, ""))
        self.assertEqual(result.stderr, "topics/bad.json: This must be an object in braces.\n")
        self.assertTrue(index.exists())

        result = run("index", self.folder / "none", "-o", self.folder / "none")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr, "library.json: There is no such file.\n")

        result = run("index", copy, "-o", self.folder / "none" / "index")
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"(?m)^plumb-library: ")


class Format(unittest.TestCase):
    """The examples of FORMAT.md are what they say they are."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumb-format-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.text = pathlib.Path(FORMAT).read_text(encoding="utf-8")
        self.examples = re.findall(r"`([^`\n]+\.json)`:\n\n```json\n(.*?)```", self.text, re.DOTALL)

    def test_smallest_library(self):
        self.assertEqual([name for name, _ in self.examples], ["library.json", "topics/why-ponds-turn-green.json"])
        self.assertEqual(self.text.count("```json"), len(self.examples))
        for name, example in self.examples:
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(example, encoding="utf-8")
        result = run("check", "--strict", self.folder)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "Errors: 0. Warnings: 0.\n", ""))


unittest.main(argv=sys.argv[:1], verbosity=2)
