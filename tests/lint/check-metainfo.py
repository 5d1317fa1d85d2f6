#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what appstreamcli can't know: that the metainfo agrees with the rest of the project.

Usage: check-metainfo.py METAINFO DESKTOP-FILE SCREENSHOTS VERSION
"""

import configparser
import pathlib
import struct
import sys
import unittest
import xml.etree.ElementTree as ElementTree

METAINFO, DESKTOP, SCREENSHOTS, VERSION = sys.argv[1:5]
root = ElementTree.parse(METAINFO).getroot()
desktop = configparser.RawConfigParser(strict=True)
desktop.optionxform = str
desktop.read(DESKTOP, encoding="utf-8")
entry = desktop["Desktop Entry"]


def png_size(path):
    """The width and height in a PNG's header."""
    header = path.read_bytes()[:24]
    if header[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError(f"{path} is not a PNG")
    return struct.unpack(">II", header[16:24])


class Metainfo(unittest.TestCase):
    def test_screenshots_are_there(self):
        shown = set()
        for image in root.findall("screenshots/screenshot/image"):
            name = image.text.rsplit("/", 1)[1]
            shown.add(name)
            size = tuple(int(image.get(side)) for side in ("width", "height"))
            self.assertEqual(png_size(pathlib.Path(SCREENSHOTS) / name), size, name)
        there = {path.name for path in pathlib.Path(SCREENSHOTS).iterdir()}
        self.assertEqual(shown, there, "the pictures that are shown, and those in the folder")

    def test_screenshots_have_captions(self):
        for screenshot in root.findall("screenshots/screenshot"):
            captions = [caption.text for caption in screenshot.findall("caption")]
            self.assertTrue(captions and all(captions))
            self.assertLessEqual(len(captions[0]), 100)

    def test_newest_release_is_this_version(self):
        self.assertEqual(root.find("releases/release").get("version"), VERSION)

    def test_name_is_the_same_everywhere(self):
        self.assertEqual(entry["Icon"], root.findtext("id"))
        self.assertEqual(entry["Name"], root.findtext("name"))
        self.assertEqual(pathlib.Path(DESKTOP).name, root.findtext("launchable"))
        self.assertEqual(entry["Exec"].split()[0], root.findtext("provides/binary"))
        self.assertEqual(root.findtext("provides/dbus"), pathlib.Path(DESKTOP).stem)

    def test_what_it_opens_is_the_same(self):
        opened = {kind for kind in entry["MimeType"].split(";") if kind}
        provided = {kind.text for kind in root.findall("provides/mediatype")}
        self.assertEqual(opened, provided)

    def test_actions_are_there(self):
        names = [name for name in entry["Actions"].split(";") if name]
        groups = {f"Desktop Action {name}" for name in names} | {"Desktop Entry"}
        self.assertEqual(set(desktop.sections()), groups)
        for name in names:
            self.assertTrue(desktop[f"Desktop Action {name}"]["Name"])

    def test_both_schemes_have_a_colour(self):
        schemes = {color.get("scheme_preference") for color in root.findall("branding/color")}
        self.assertEqual(schemes, {"light", "dark"})


unittest.main(argv=sys.argv[:1])
