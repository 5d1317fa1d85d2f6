#!/usr/bin/env python3
# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates every compiled template with gtk4-builder-tool.

Usage: check-templates.py TYPES-LIBRARY BUILD-DIR SOURCE-DIR
"""

import os
import pathlib
import subprocess
import sys


def main():
    library, build, source = (pathlib.Path(arg).resolve() for arg in sys.argv[1:4])
    # The tool makes one of each type, without what the program gives it at construction. What an
    # object says about that is no fault of its template; the tool's own verdict is what counts.
    environment = dict(os.environ, LD_PRELOAD=str(library), G_DEBUG="")
    expected = {p.relative_to(source).with_suffix(".ui") for p in source.rglob("*.blp")}
    expected |= {p.relative_to(source) for p in source.rglob("*.ui")}
    failures = 0
    for name in sorted(expected):
        path = build / name if (build / name).exists() else source / name
        if not path.exists():
            print(f"{name}: not compiled: is it missing in meson.build?")
            failures += 1
            continue
        result = subprocess.run(
            ["gtk4-builder-tool", "validate", str(path)],
            env=environment,
            capture_output=True,
            text=True,
        )
        output = (result.stdout + result.stderr).strip()
        if result.returncode != 0:
            print(f"{name}: not valid\n{output}")
            failures += 1
        else:
            print(f"{name}: fine")
    if not expected:
        print("no templates were found")
        failures += 1
    return 1 if failures else 0


sys.exit(main())
