#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the manifests: what they ask for, and that the one for development differs in nothing but
its name and how it is built.

Usage: check-manifests.py FOLDER APP-ID
"""

import json
import pathlib
import sys
import unittest

FOLDER, APP_ID = pathlib.Path(sys.argv[1]), sys.argv[2]
DEVEL_ID = APP_ID + ".Devel"
PERMISSIONS = ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"]


def load(app_id):
    return json.loads((FOLDER / f"{app_id}.json").read_text(encoding="utf-8"))


class Manifests(unittest.TestCase):
    def test_nothing_else_is_asked_for(self):
        for app_id in (APP_ID, DEVEL_ID):
            self.assertEqual(load(app_id)["finish-args"], PERMISSIONS)

    def test_translations_are_in_the_bundle(self):
        for app_id in (APP_ID, DEVEL_ID):
            self.assertIs(load(app_id)["separate-locales"], False)

    def test_extensions_belong_to_the_program(self):
        for app_id in (APP_ID, DEVEL_ID):
            self.assertEqual(list(load(app_id)["add-extensions"]), [f"{app_id}.Extension"])

    def test_development_differs_in_name_and_build_only(self):
        stable, devel = load(APP_ID), load(DEVEL_ID)
        for manifest in (stable, devel):
            for key in ("id", "command"):
                del manifest[key]
            manifest["add-extensions"] = list(manifest["add-extensions"].values())
            del manifest["modules"][0]["config-opts"]
        self.assertEqual(stable, devel)

    def test_development_is_the_development_profile(self):
        self.assertIn("-Dprofile=development", load(DEVEL_ID)["modules"][0]["config-opts"])
        self.assertNotIn("-Dprofile=development", load(APP_ID)["modules"][0]["config-opts"])


unittest.main(argv=sys.argv[:1])
