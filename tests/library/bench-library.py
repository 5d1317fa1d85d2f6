#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the library: makes one of 10,000 topics, and compares it with the bundled one.

Usage: bench-library.py BENCH-LIBRARY PLUMB-LIBRARY MAKE-LIBRARY BUNDLED-LIBRARY
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

COUNT = 10000
BENCH, TOOL, MAKE, BUNDLED = sys.argv[1:5]


def timed(what, *command):
    start = time.monotonic()
    subprocess.run(list(map(str, command)), check=True)
    print(f"{what:44} {time.monotonic() - start:8.2f} s", flush=True)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="plumb-bench-"))
    try:
        few, many = folder / "few", folder / "many"
        shutil.copytree(BUNDLED, few)
        timed("make the larger library", sys.executable, MAKE, many, COUNT)
        for library in (few, many):
            timed("make an index", TOOL, "index", library, "-o", library / "index")
        return subprocess.run([BENCH, few, many]).returncode
    finally:
        shutil.rmtree(folder)


sys.exit(main())
