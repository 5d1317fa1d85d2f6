# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Plumb takes to its first frame, beside an empty window, and how much memory it holds.

    bench-startup.py FIRST_FRAME EMPTY_WINDOW PLUMB MAKE_LIBRARY PLUMB_LIBRARY

Start-up is noisy, so the programs take turns, and what is compared is the median of the ratios of
neighbours. Where other programs want the processor too, the ratio of the time that they had on it
is steadier than that of the time on the clock, and is printed beside it. A figure that misses its
target is printed as missed; it does not fail the run.

The renderer is the only thing that is chosen: cairo, since there is no graphics card. GTK is left
to set up its display as it does for everybody, OpenGL and all, though nothing is drawn with it:
the two programs both do that, and a start is not a start without it.
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
    # Readers of two libraries are two readers: what each did is kept apart.
    home = {"XDG_DATA_HOME": os.environ["XDG_DATA_HOME"] + "-many"} if "--library" in command else {}
    output = subprocess.run(arguments, check=True, capture_output=True, text=True, env={**os.environ, **home}).stdout
    return tuple(float(figure) for figure in output.split())


def compare(first_frame, one, other):
    """Medians of time, processor time and memory of both, and the median ratios of the second to the first."""
    runs = []
    for turn in range(PAIRS):
        pair = [one, other] if turn % 2 == 0 else [other, one]
        results = [measure(first_frame, *command) for command in pair]
        runs.append(results if turn % 2 == 0 else results[::-1])
    ratios = [statistics.median(b[i] / a[i] for a, b in runs) for i in range(3)]
    medians = [[statistics.median(run[which][i] for run in runs) for i in range(3)] for which in (0, 1)]
    return medians, ratios


def report(name, value, target, detail):
    verdict = "met" if value <= target else "MISSED"
    print(f"{name}: {value:.2f}x, target {target:.2f}x, {verdict} ({detail})", flush=True)


def main():
    first_frame, empty_window, plumb, make_library, plumb_library = sys.argv[1:]

    # The first start makes what later ones find: the place to restore, and caches.
    measure(first_frame, plumb, "--topic", "goodharts-law", "--level", "2", settle=True)
    measure(first_frame, empty_window)
    (empty, bundled), (time, processor, memory) = compare(first_frame, [empty_window], [plumb])
    report("start to first frame of the restored topic", time, 1.20,
           f"empty window {empty[0]:.0f} ms, Plumb {bundled[0]:.0f} ms, {PAIRS} pairs; on the processor "
           f"{processor:.2f}x, {empty[1]:.0f} ms, {bundled[1]:.0f} ms")
    report("memory", memory, 1.10,
           f"empty window {empty[2] / 1024:.1f} MiB, Plumb {bundled[2] / 1024:.1f} MiB")

    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library")
        subprocess.run([sys.executable, make_library, library, str(MANY_TOPICS)], check=True)
        subprocess.run([plumb_library, "index", library, "-o", os.path.join(library, "index")], check=True)
        many = [plumb, "--library", library]
        measure(first_frame, *many, "--topic", f"topic-{MANY_TOPICS // 2:05d}", "--level", "2", settle=True)
        (few, lots), (time, processor, memory) = compare(first_frame, [plumb], many)
    report(f"start with {MANY_TOPICS} topics, beside the bundled library", time, 1.10,
           f"bundled {few[0]:.0f} ms, {MANY_TOPICS} topics {lots[0]:.0f} ms, {PAIRS} pairs; on the processor "
           f"{processor:.2f}x, {few[1]:.0f} ms, {lots[1]:.0f} ms")


main()
