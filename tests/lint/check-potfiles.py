#!/usr/bin/env python3
# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that po/POTFILES.in is sorted and lists exactly the files with translatable strings.

Usage: check-potfiles.py SOURCE-ROOT
"""

import pathlib
import re
import sys

# What marks a string: the keywords of meson's "glib" preset, with or without a space after them.
KEYWORDS = re.compile(
    r"(?<![\w$])(?:_|N_|C_|NC_|Q_|gettext|ngettext|pgettext|npgettext|"
    r"g_dgettext|g_dcgettext|g_dngettext|g_dpgettext2?)\s*\(\s*[\"\w]"
)
COMMENTS = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# Files that are translatable by what they are.
ALWAYS = ("*.desktop.in*", "*.metainfo.xml.in*")


def translatable(path):
    """Whether this source file has strings for translators."""
    text = COMMENTS.sub("", path.read_text(encoding="utf-8"))
    # A macro's own definition (#define _(s)...) marks nothing.
    text = re.sub(r"^\s*#\s*define[^\n]*", "", text, flags=re.MULTILINE)
    return KEYWORDS.search(text) is not None


def main():
    root = pathlib.Path(sys.argv[1])
    potfiles = root / "po" / "POTFILES.in"
    lines = [line.strip() for line in potfiles.read_text(encoding="utf-8").splitlines()]
    listed = [line for line in lines if line and not line.startswith("#")]

    found = set()
    for suffix in ("c", "h", "blp"):
        for path in (root / "src").rglob(f"*.{suffix}"):
            if translatable(path):
                found.add(path.relative_to(root).as_posix())
    for pattern in ALWAYS:
        for path in (root / "data").glob(pattern):
            found.add(path.relative_to(root).as_posix())
    for path in (root / "data").glob("*.gschema.xml*"):
        if "gettext-domain" in path.read_text(encoding="utf-8"):
            found.add(path.relative_to(root).as_posix())

    problems = []
    for name in sorted(found - set(listed)):
        problems.append(f"{name}: has translatable strings, but po/POTFILES.in lacks it")
    for name in sorted(set(listed) - found):
        reason = "has no translatable strings" if (root / name).exists() else "does not exist"
        problems.append(f"{name}: is in po/POTFILES.in, but {reason}")
    if listed != sorted(set(listed)):
        problems.append("po/POTFILES.in: not sorted, or a line is there twice")

    for problem in problems:
        print(problem)
    if not problems:
        print(f"{len(listed)} files, all listed")
    return 1 if problems else 0


sys.exit(main())
