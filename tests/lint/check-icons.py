#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the icons: that they are drawings on the right canvas, made of nothing but shapes, and that
at every size they can be told from a light and from a dark desktop.

Usage: check-icons.py FOLDER...
"""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"circle", "clipPath", "ellipse", "g", "linearGradient", "path", "rect", "stop", "svg"}
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SYMBOLIC_SIZES = (16, 32, 64)
DESKTOPS = {"light": (250, 250, 251), "dark": (34, 34, 38)}

# A symbolic icon is drawn in the text's colour, whatever that is: one fill, and no strokes, which
# GTK before 4.22 does not recolour.
SYMBOLIC_FILL = "#2e3436"


def drawing_problems(path, symbolic):
    """What is wrong with the file, as sentences."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        return [f"it is not well-formed: {error}"]

    side = "16" if symbolic else "128"
    canvas = {"width": side, "height": side, "viewBox": f"0 0 {side} {side}"}
    problems = [
        f"{name} is {root.get(name)!r} instead of {wanted!r}"
        for name, wanted in canvas.items()
        if root.get(name) != wanted
    ]
    fills = set()
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        if name not in SHAPES:
            problems.append(f"it has a <{name}>, which is not a shape")
        for attribute, value in element.attrib.items():
            if "href" in attribute or (value.startswith("url(") and not value.startswith("url(#")):
                problems.append(f"{attribute} leads out of the file")
            if attribute in ("style", "class", "stroke"):
                problems.append(f"<{name}> has a {attribute}")
        if name in ("path", "rect", "circle", "ellipse"):
            fills.add(element.get("fill"))
    if symbolic and fills != {SYMBOLIC_FILL}:
        problems.append(f"its fills are {sorted(map(str, fills))} instead of {SYMBOLIC_FILL}")
    return problems


def luminance(colour):
    """As WCAG 2 defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As WCAG 2 defines it: from 1, the same, to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def picture_problems(path, size, symbolic, folder):
    """What is wrong with how the icon comes out at a size."""
    picture = folder / f"{path.stem}-{size}.png"
    command = ["rsvg-convert", "-w", str(size), "-h", str(size), str(path), "-o", str(picture)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        return [f"it can't be drawn: {made.stderr.strip()}"]
    pixels = GdkPixbuf.Pixbuf.new_from_file(str(picture))
    data, stride = pixels.get_pixels(), pixels.get_rowstride()
    if (pixels.get_width(), pixels.get_height(), pixels.get_n_channels()) != (size, size, 4):
        return ["it does not come out as a square with transparency"]

    solid = [
        tuple(data[y * stride + x * 4 : y * stride + x * 4 + 3])
        for y in range(size)
        for x in range(size)
        if data[y * stride + x * 4 + 3] > 200
    ]
    problems = []
    share = len(solid) / size**2
    least, most = (0.1, 0.6) if symbolic else (0.3, 0.8)
    if not least <= share <= most:
        problems.append(f"it covers {share:.0%} of its canvas")
    corners = (0, (size - 1) * 4, (size - 1) * stride, (size - 1) * stride + (size - 1) * 4)
    if any(data[corner + 3] for corner in corners):
        problems.append("a corner is not transparent")
    if solid and not symbolic:
        mean = tuple(sum(channel) / len(solid) for channel in zip(*solid))
        for name, desktop in DESKTOPS.items():
            if contrast(mean, desktop) < 2:
                problems.append(f"it is hard to see on a {name} desktop")
    return problems


def check(path):
    """The problems of an icon, each with where it was found."""
    symbolic = path.stem.endswith("-symbolic")
    problems = drawing_problems(path, symbolic)
    if problems:
        return problems
    with tempfile.TemporaryDirectory() as folder:
        for size in SYMBOLIC_SIZES if symbolic else SIZES:
            for problem in picture_problems(path, size, symbolic, pathlib.Path(folder)):
                problems.append(f"at {size} px {problem}")
    return problems


def main():
    icons = sorted(path for name in sys.argv[1:] for path in pathlib.Path(name).rglob("*.svg"))
    if not icons:
        print("there are no icons")
        return 1
    failures = 0
    for icon in icons:
        problems = check(icon)
        failures += len(problems)
        print(f"{icon.name}: {'fine' if not problems else ''}")
        for problem in problems:
            print(f"  {problem}")
    return 1 if failures else 0


sys.exit(main())
