# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test file if there is an installed Flatpak to run it on; skips it otherwise.

Usage: in-flatpak.py TEST-FILE
"""

import os
import runpy
import sys

if "PLUMB_FLATPAK" not in os.environ:
    print("1..0 # SKIP build-aux/dev flatpak runs this")
    sys.exit(0)

sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name="__main__")
