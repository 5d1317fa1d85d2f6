#!/usr/bin/env python3
# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves pictures of the program's pages, each in every look that it has to be right in.

Usage: screenshots.py [--only WORD,WORD...] [PAGE...]
       screenshots.py --store
       screenshots.py --once FILE [--locale NAME] -- [ARGUMENTS]

The pictures go to build/screenshots/PAGE-WIDTH-SCHEME-DIRECTION-TEXT.png. --only keeps the looks
that have all these words: light dark wide medium narrow ltr rtl 100 200. --store takes those that
software centres and the README show, into data/screenshots/.
"""

import argparse
import concurrent.futures
import itertools
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))

from plumb_stage import Stage, StageError  # noqa: E402

# Name, and the program's arguments: a line for each page.
PAGES = [
    ("start", []),
    ("topic-1", ["plumb:topic/goodharts-law?level=1"]),
    ("topic-2", ["plumb:topic/goodharts-law?level=2"]),
    ("topic-3", ["plumb:topic/goodharts-law?level=3"]),
    ("takeaways", ["plumb:topic/goodharts-law?level=2#takeaways"]),
    ("debate-1", ["plumb:topic/goodharts-law?level=1#debate"]),
    ("debate-3", ["plumb:topic/goodharts-law?level=3#debate"]),
    ("pitfalls", ["plumb:topic/goodharts-law?level=2#pitfalls"]),
    ("sources", ["plumb:topic/goodharts-law?level=2#sources"]),
    ("solvable", ["plumb:topic/is-alignment-solvable?level=2"]),
    ("search", ["plumb:search?q=reward"]),
    ("glossary", ["plumb:term"]),
    ("term", ["plumb:term/proxy"]),
    ("people", ["plumb:person"]),
    ("person", ["plumb:person/eliezer-yudkowsky"]),
    ("resources", ["plumb:source"]),
    ("all-pitfalls", ["plumb:pitfalls"]),
    ("no-such-term", ["plumb:term/no-such-term"]),
    ("weigh", ["plumb:weigh"]),
    ("weigh-topic", ["plumb:weigh/goodharts-law"]),
    ("unknown", ["plumb:topic/no-such-topic"]),
]

SIZES = {"wide": (1280, 860), "medium": (820, 700), "narrow": (360, 720)}
SCHEMES = ("light", "dark")
# Arabic mirrors the window; the words stay English until there is a translation.
LOCALES = {"ltr": "en_US.UTF-8", "rtl": "ar_EG.UTF-8"}
SCALES = {"100": 1, "200": 2}

OUTPUT = ROOT / "build" / "screenshots"

# Name, arguments, size, scheme, direction. Their captions are in the metainfo.
STORE = [
    ("wide", ["plumb:topic/goodharts-law?level=2"], "wide", "light", "ltr"),
    ("dark", ["plumb:topic/what-alignment-is?level=3"], "wide", "dark", "ltr"),
    ("debate", ["plumb:topic/is-alignment-solvable?level=2#debate"], "wide", "light", "ltr"),
    ("narrow", ["plumb:topic/goodharts-law?level=1"], "narrow", "light", "ltr"),
    ("rtl", ["plumb:topic/outer-alignment?level=2"], "wide", "light", "rtl"),
]


def take(path, arguments, size, scheme, direction, scale):
    """Runs the program once and saves what it shows. Returns its complaints."""
    width, height = SIZES[size]
    with Stage(
        width=width,
        height=height,
        dark=scheme == "dark",
        text_scale=SCALES[scale],
        locale=LOCALES[direction],
        environment={"LANGUAGE": "en"},
    ) as stage:
        program = stage.start(arguments)
        program.fill_screen()
        program.wait_drawn()
        stage.save_png(path)
        return program.complaints


def take_all(pages, words):
    """Takes the pictures of these pages, two at a time. Returns how many went wrong."""
    looks = [
        look
        for look in itertools.product(SIZES, SCHEMES, LOCALES, SCALES)
        if words <= set(look)
    ]
    jobs = {}
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for (name, arguments), look in itertools.product(pages, looks):
            path = OUTPUT / f"{'-'.join((name, *look))}.png"
            jobs[pool.submit(take, path, arguments, *look)] = path
        for job in concurrent.futures.as_completed(jobs):
            path = jobs[job].relative_to(ROOT)
            try:
                complaints = job.result()
            except (StageError, OSError) as error:
                print(f"{path}: {error}")
                failures += 1
                continue
            print(path)
            for line in complaints:
                print(f"  {line}")
    print(f"{len(jobs) - failures} pictures in {OUTPUT.relative_to(ROOT)}/")
    return failures


def take_store():
    """Takes the pictures for software centres. Returns how many went wrong."""
    failures = 0
    for name, arguments, *look in STORE:
        path = ROOT / "data" / "screenshots" / f"{name}.png"
        complaints = take(path, arguments, *look, "100")
        # They are downloaded, and kept for ever in the history: 256 colours are a third of the size.
        subprocess.run(["convert", path, "+dither", "-colors", "256", f"png8:{path}"], check=True)
        print("\n  ".join([f"data/screenshots/{name}.png", *complaints]))
        failures += bool(complaints)
    return failures


def take_once(path, arguments, locale):
    """Runs the program on a display that nobody sees, and saves its window. What the program
    prints is passed on; if it ends by itself, with its status, so do we."""
    language = {k: os.environ[k] for k in ("LANGUAGE", "LOCPATH") if k in os.environ}
    with Stage(locale=locale, environment=language) as stage:
        program = stage.start(arguments)
        try:
            program.fill_screen()
            program.wait_drawn()
        except StageError as error:
            status = program.process.poll()
            print(program.output, end="")
            if status is not None:
                return status
            print(error, file=sys.stderr)
            return 1
        stage.save_png(path)
        print(program.output, end="")
    print(f"The window is in {path}")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="WORDS")
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--once", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--locale", default="en_US.UTF-8")
    parser.add_argument("rest", nargs="*", metavar="PAGE")
    own, after = sys.argv[1:], []
    if "--" in own:
        split = own.index("--")
        own, after = own[:split], own[split + 1 :]
    options = parser.parse_args(own)

    if options.once:
        return take_once(options.once, options.rest + after, options.locale)

    if options.store:
        return 1 if take_store() else 0

    words = {word for word in options.only.split(",") if word}
    known = {*SIZES, *SCHEMES, *LOCALES, *SCALES}
    if words - known:
        parser.error(f"--only takes {' '.join(sorted(known))}, not {' '.join(words - known)}")
    names = options.rest + after
    pages = [page for page in PAGES if not names or page[0] in names]
    unknown = set(names) - {page[0] for page in PAGES}
    if unknown:
        parser.error(f"pages are {' '.join(page[0] for page in PAGES)}, not {' '.join(unknown)}")
    return 1 if take_all(pages, words) else 0


sys.exit(main())
