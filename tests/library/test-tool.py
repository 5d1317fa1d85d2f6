#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests plumb-library, the command, and the examples of FORMAT.md with it.

Usage: test-tool.py PLUMB-LIBRARY FORMAT.md READ-FILE BUNDLED-LIBRARY FULL-LIBRARY VERSION
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, FORMAT, READ_FILE, BUNDLED, FULL = map(os.path.abspath, sys.argv[1:6])
VERSION = sys.argv[6]


def run(*arguments, cwd=None):
    return subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True, timeout=60, cwd=cwd)


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
            for word in ("check", "new", "stats", "index", "--version"):
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
        self.assert_usage("stats", says="takes one folder")
        self.assert_usage("stats", "--colour", FULL, says="--colour")
        self.assert_usage("new", says="takes the id of a topic")
        self.assert_usage("new", "a", FULL, FULL, says="takes the id of a topic")
        self.assert_usage("new", "A Title", FULL, says="“A Title” is no id")
        self.assert_usage("new", "../a", FULL, says="“../a” is no id")
        self.assert_usage("new", "a" * 65, FULL, says="is no id")
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

    def test_command_help(self):
        for command in ("check", "new", "stats", "index"):
            result = run(command, "--help")
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertIn(command, result.stdout)

    def test_new(self):
        """What is in the open, smallest form: a topic that can be read, and every hint of which is found."""
        copy = self.copy()
        library = json.loads((copy / "library.json").read_text())
        del library["profile"]
        (copy / "library.json").write_text(json.dumps(library))
        for options, n_levels in (((), 1), (("--full",), 3)):
            name = f"levels-{n_levels}"
            result = run("new", *options, name, copy)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertIn(f"{name}.json", result.stdout)
            topic = copy / "topics" / f"{name}.json"
            self.assertNotIn('" :', topic.read_text())
            self.assertEqual(len(json.loads(topic.read_text())["levels"]), n_levels)
            read = subprocess.run([READ_FILE, "topic", topic], capture_output=True, text=True)
            self.assertEqual((read.returncode, read.stdout), (0, ""))

            result = run("check", copy)
            self.assertEqual(result.returncode, 1)
            lines = [l for l in result.stdout.splitlines() if l.startswith(f"topics/{name}.json: ")]
            hints = [l for l in lines if "hint of an empty topic" in l]
            self.assertEqual(len(hints), topic.read_text().count("[["))
            others = [l for l in lines if l not in hints]
            self.assertTrue(all("warning" in l and "claim" in l for l in others), others)

    def test_new_in_full(self):
        copy = self.copy()
        self.assertEqual(run("new", "of-the-bank", cwd=copy).returncode, 0)
        topic = json.loads((copy / "topics" / "of-the-bank.json").read_text())
        for key in ("objectives", "discussion", "why_now", "takeaways", "status", "take", "debate", "cruxes", "pitfalls"):
            self.assertIn(key, topic)
        self.assertEqual([t["audience"] for t in topic["takeaways"]], ["owner", "visitor"])
        self.assertEqual([p["position"] for p in topic["debate"]["positions"]], ["keepers", "clearers"])
        self.assertEqual(len(topic["claims"]), 12)
        self.assertEqual([q["level"] for q in topic["questions"]], [1, 1, 2, 2, 3, 3])
        # What has no sensible beginning is asked for.
        lines = run("check", copy).stdout
        for key in ("sources", "as_of", "leans", "next"):
            self.assertRegex(lines, rf"(?m)^topics/of-the-bank\.json: .*“{key}”")

    def test_new_leaves_what_is_there(self):
        copy = self.copy()
        path = copy / "topics" / "how-ponds-clear.json"
        before = path.read_bytes()
        result = run("new", "how-ponds-clear", copy)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertRegex(result.stderr, r"^plumb-library: .*how-ponds-clear\.json is there already")
        self.assertEqual(path.read_bytes(), before)

    def test_new_makes_the_folder(self):
        copy = self.copy()
        shutil.rmtree(copy / "topics")
        self.assertEqual(run("new", "first", copy).returncode, 0)
        self.assertTrue((copy / "topics" / "first.json").exists())

    def test_new_long_id(self):
        copy = self.copy()
        name = "-".join(["a" * 12] * 4) + "-" + "b" * 12
        self.assertEqual(len(name), 64)
        self.assertEqual(run("new", name, copy).returncode, 0)
        read = subprocess.run([READ_FILE, "topic", copy / "topics" / f"{name}.json"], capture_output=True, text=True)
        self.assertEqual((read.returncode, read.stdout), (0, ""))

    def test_new_nowhere(self):
        result = run("new", "first", self.folder)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertEqual(result.stderr, "library.json: There is no such file.\n")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_new_no_folder_for_topics(self):
        copy = self.copy()
        shutil.rmtree(copy / "topics")
        (copy / "topics").write_text("")
        result = run("new", "first", copy)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertRegex(result.stderr, r"^plumb-library: ")

    def stats(self, folder):
        """The tables, by their titles, as rows of cells."""
        result = run("stats", folder)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        tables = {}
        for part in result.stdout.split("\n\n")[1:]:
            title, *lines = part.rstrip("\n").split("\n")
            tables[title] = [re.split(r"  +", line) for line in lines]
            self.assertFalse([line for line in lines if line != line.rstrip()])
        return result.stdout, tables

    def find(self, tables, title):
        (name,) = [name for name in tables if name.startswith(title)]
        return tables[name]

    def test_stats(self):
        text, tables = self.stats(FULL)
        self.assertTrue(text.startswith("Ponds 1\n"))
        words = self.find(tables, "Words")
        self.assertEqual([row[0] for row in words], ["Topic", "why-ponds-turn-green", "how-ponds-clear", "All"])
        self.assertRegex(words[1][2], r"^-?[0-9]+\.[0-9]$")
        self.assertEqual(int(words[1][1]) + int(words[2][1]), int(words[3][1]))
        kinds = self.find(tables, "Claims by kind")
        self.assertEqual(kinds[0], ["Topic", "fact", "argument", "forecast", "opinion", "Claims", "Sources"])
        self.assertEqual(kinds[1][5], "12")
        self.assertEqual(sum(map(int, kinds[1][1:5])), 12)
        self.assertEqual(kinds[2][6], "2")
        self.assertEqual(kinds[3][5:], ["24", "2"])
        confidences = self.find(tables, "Claims by confidence")
        self.assertEqual(sum(map(int, confidences[3][1:])), 24)
        debates = self.find(tables, "Questions")
        self.assertEqual(debates[1][:3], ["why-ponds-turn-green", "6", "3"])
        self.assertEqual(debates[1][3:], ["20–20", "+0%", "2", "keepers"])
        self.assertEqual(debates[3], ["All", "12", "6"])
        takes = self.find(tables, "Takes")
        self.assertEqual(sum(int(row[1]) for row in takes[1:]), 2)
        totals = {row[0]: row[1:] for row in self.find(tables, "Totals")}
        self.assertEqual(totals["Claims"], ["24", "24"])
        self.assertEqual(totals["Sources that can be looked up"], ["1", "1"])

    def test_stats_of_little(self):
        """A library with nothing in it, in another language: no balance, no grade, no goals."""
        copy = self.copy()
        (copy / "topics" / "how-ponds-clear.json").unlink()
        topic = json.loads((copy / "topics" / "why-ponds-turn-green.json").read_text())
        for key in ("debate", "take", "cruxes", "questions", "claims"):
            del topic[key]
        topic["levels"] = topic["levels"][:1]
        (copy / "topics" / "why-ponds-turn-green.json").write_text(json.dumps(topic))
        library = json.loads((copy / "library.json").read_text())
        for key in ("goals", "positions", "profile", "cruxes"):
            del library[key]
        library["lang"] = "de"
        (copy / "library.json").write_text(json.dumps(library))
        _, tables = self.stats(copy)
        self.assertEqual(self.find(tables, "Words")[1][2:8], ["–", "0", "–", "0", "–", "0"])
        self.assertEqual(self.find(tables, "Questions")[1][1:], ["0", "0", "–", "–", "–", "–"])
        self.assertFalse([name for name in tables if name.startswith("Takes")])
        self.assertEqual(self.find(tables, "Totals")[1], ["Topics", "1", "–"])

    def test_stats_bad(self):
        copy = self.copy()
        (copy / "topics" / "bad.json").write_text("[]")
        result = run("stats", copy)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr, "topics/bad.json: This must be an object in braces.\n")
        self.assertNotIn("bad", result.stdout)

        result = run("stats", self.folder / "none")
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertEqual(result.stderr, "plumb-library: library.json: There is no such file.\n")

    def test_stats_of_the_bundled_library(self):
        """What its issue asks for, as the tool counts it."""
        _, tables = self.stats(BUNDLED)
        takes = self.find(tables, "Takes")
        self.assertEqual(len(takes), 5)
        for row in self.find(tables, "Totals")[1:]:
            self.assertGreaterEqual(int(row[1]), int(row[2]), row[0])

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

    def test_first_library(self):
        kinds = {"library.json": "library", "sources.json": "sources", "glossary.json": "glossary"}
        names = [name for name, _ in self.examples]
        self.assertEqual(names, [*kinds, "topics/why-ponds-turn-green.json"])
        self.assertEqual(self.text.count("```json"), len(self.examples))
        for name, example in self.examples:
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(example, encoding="utf-8")
            read = subprocess.run([READ_FILE, kinds.get(name, "topic"), path], capture_output=True, text=True)
            self.assertEqual((name, read.returncode, read.stdout), (name, 0, ""))
        result = run("check", "--strict", self.folder)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "Errors: 0. Warnings: 0.\n", ""))

    def test_every_key_is_named(self):
        """The page names every key that the examples use, and every file that a library may have."""
        reference = self.text[self.text.index("# Reference") :]

        def keys(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    yield key
                    yield from keys(inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from keys(inner)

        for name, example in self.examples:
            for key in keys(json.loads(example)):
                self.assertRegex(reference, rf"[`{{ ,\"]{key}[`}},\"]", name)


unittest.main(argv=sys.argv[:1], verbosity=2)
