# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Plumb takes to its first frame, beside an empty window, and how much memory it holds.

    bench-startup.py FIRST_FRAME EMPTY_WINDOW PLUMB MAKE_LIBRARY PLUMB_LIBRARY

Start-up is noisy, so the programs take turns, and what is compared is the median of the ratios of
neighbours. A figure that misses its target is printed as missed; it does not fail the run.
"""

import os
import statistics
import subprocess
import sys
import tempfile

PAIRS = int(os.environ.get("PLUMB_BENCH_PAIRS", "21"))
MANY_TOPICS = int(os.environ.get("PLUMB_BENCH_TOPICS", "10000"))


def measure(first_frame, *command, settle=False):
    arguments = [first_frame] + (["--settle"] if settle else []) + list(command)
    output = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
    milliseconds, kibibytes = output.split()
    return float(milliseconds), int(kibibytes)


def compare(first_frame, one, other):
    """Medians of time and memory of both, and the median ratios of the second to the first."""
    runs = []
    for turn in range(PAIRS):
        pair = [one, other] if turn % 2 == 0 else [other, one]
        results = [measure(first_frame, *command) for command in pair]
        runs.append(results if turn % 2 == 0 else results[::-1])
    ratios = [statistics.median(b[i] / a[i] for a, b in runs) for i in (0, 1)]
    medians = [[statistics.median(run[which][i] for run in runs) for i in (0, 1)] for which in (0, 1)]
    return medians, ratios


def report(name, value, target, detail):
    verdict = "met" if value <= target else "MISSED"
    print(f"{name}: {value:.2f}x, target {target:.2f}x, {verdict} ({detail})", flush=True)


def main():
    first_frame, empty_window, plumb, make_library, plumb_library = sys.argv[1:]

    # The first start makes what later ones find: the place to restore, and caches.
    measure(first_frame, plumb, "--topic", "goodharts-law", "--level", "2", settle=True)
    measure(first_frame, empty_window)
    (empty, bundled), (time, memory) = compare(first_frame, [empty_window], [plumb])
    report("start to first frame of the restored topic", time, 1.20,
           f"empty window {empty[0]:.0f} ms, Plumb {bundled[0]:.0f} ms, {PAIRS} pairs")
    report("memory", memory, 1.10,
           f"empty window {empty[1] / 1024:.1f} MiB, Plumb {bundled[1] / 1024:.1f} MiB")

    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library")
        subprocess.run([sys.executable, make_library, library, str(MANY_TOPICS)], check=True)
        subprocess.run([plumb_library, "index", library, "-o", os.path.join(library, "index")], check=True)
        many = [plumb, "--library", library]
        measure(first_frame, *many, settle=True)
        (few, lots), (time, memory) = compare(first_frame, [plumb], many)
    report(f"start with {MANY_TOPICS} topics, beside the bundled library", time, 1.10,
           f"bundled {few[0]:.0f} ms, {MANY_TOPICS} topics {lots[0]:.0f} ms, {PAIRS} pairs")


main()
