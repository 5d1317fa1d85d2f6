#!/usr/bin/env python3
# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the style of everything that is written by hand: C with clang-format, Blueprint with its
own formatter, shell with shellcheck, Python by compiling it, and the ends of lines everywhere.

Usage: check-sources.py SOURCE-ROOT

Long files are only remarked on: they ask to be split, and a reviewer decides.
"""

import pathlib
import subprocess
import sys

LONG_SOURCE = 500
LONG_TEMPLATE = 200


def is_shell(path):
    with path.open("rb") as file:
        first = file.readline()
    return first.startswith((b"#!/usr/bin/env bash", b"# shellcheck shell"))


def run(what, command):
    """Runs a checker; prints its output and returns 1 if it found something."""
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        print(f"{what}: fine")
        return 0
    print(f"{what}:")
    print(result.stdout + result.stderr)
    return 1


def run_clang_format(paths):
    """As run(), with one line a file rather than three a place."""
    command = ["clang-format", "--dry-run", "--ferror-limit=1", "-Werror", *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        print("clang-format: fine")
        return 0
    print("clang-format: these are not in style; build-aux/dev format mends that")
    print("\n".join(line for line in result.stderr.splitlines() if "error:" in line))
    return 1


def main():
    root = pathlib.Path(sys.argv[1])
    trees = [root / "src", root / "tests"]
    c_files = sorted(p for tree in trees for s in ("*.c", "*.h") for p in tree.rglob(s))
    templates = sorted(p for tree in trees for p in tree.rglob("*.blp"))
    scripts = [p for p in sorted((root / "build-aux").iterdir()) if p.is_file() and is_shell(p)]
    scripts.append(root / ".ci" / "run")
    pythons = sorted(p for tree in [*trees, root / "build-aux"] for p in tree.rglob("*.py"))
    texts = c_files + templates + scripts + pythons + [
        p for p in root.rglob("meson.build") if "build" not in p.relative_to(root).parts[:-1]
    ]

    failures = 0
    failures += run_clang_format(c_files)
    failures += run("blueprint", ["blueprint-compiler", "format", *map(str, templates)])
    failures += run("shellcheck", ["shellcheck", "-x", *map(str, scripts)])

    for path in pythons:
        try:
            compile(path.read_text(encoding="utf-8"), path, "exec")
        except SyntaxError as error:
            print(f"{path.relative_to(root)}: {error}")
            failures += 1

    for path in texts:
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for number, line in enumerate(lines, 1):
            if line != line.rstrip() or "\t" in line:
                print(f"{name}:{number}: white space at the end, or a tab")
                failures += 1
        if not text.endswith("\n"):
            print(f"{name}: does not end with a new line")
            failures += 1
        limit = LONG_TEMPLATE if path.suffix == ".blp" else LONG_SOURCE
        if len(lines) > limit and path.suffix in (".c", ".blp"):
            print(f"note: {name} has {len(lines)} lines; over {limit} it asks to be split")

    return 1 if failures else 0


sys.exit(main())
