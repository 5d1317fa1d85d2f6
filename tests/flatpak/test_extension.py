# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an administrator puts into an extension folder reaches the program in its sandbox."""

import os
import re
import shutil
import subprocess

import plumb_e2e as e2e
from plumb_pages import GOODHART, wait_name, wait_text
from plumb_stage import ROOT

ID = os.environ["PLUMB_FLATPAK_ID"]
POND = ROOT / "tests" / "fixtures" / "library" / "full"
INSIDE = "/app/share/plumb/extensions/school"


def add_extension(session):
    """An extension folder of this session's own system, where it needs no installing; returns it and
    what makes Flatpak see it."""
    arch = subprocess.run(
        ["flatpak", "--default-arch"], capture_output=True, text=True, check=True
    ).stdout.strip()
    system = session.stage.folder / "system"
    folder = system / "extension" / f"{ID}.Extension.school" / arch / "1"
    folder.mkdir(parents=True)
    return folder, {"FLATPAK_SYSTEM_DIR": str(system)}


def close(app, dialog):
    """Closes a dialog with Escape."""
    app.key("Escape")
    e2e.wait_for(lambda: dialog not in app.all("dialog"), "the dialog to close")


@e2e.test
def policy_fixes_preferences(session):
    """a policy in an extension sets preferences and locks them, and the preferences say so"""
    folder, environment = add_extension(session)
    (folder / "policy.ini").write_text("[preferences]\ntext-size=150\n", encoding="utf-8")
    app = session.start(GOODHART, environment=environment)
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    size = dialog.find("spin button", re.compile("^Text size"))
    e2e.check_equal(size.value, 150, "the size of the text")
    wait_text(app, "Fixed by the administrator")
    try:
        size.focus_by_keyboard(limit=20)
    except AssertionError:
        pass
    e2e.check(not size.focused, "the size of the text can be reached")
    close(app, dialog)
    app.quit()


@e2e.test
def library_can_be_read(session):
    """a library in an extension is there to be opened"""
    folder, environment = add_extension(session)
    shutil.copytree(POND, folder / "libraries" / "pond")
    app = session.start("--library", f"{INSIDE}/libraries/pond", environment=environment)
    app.find("list item", re.compile("^Why ponds turn green")).wait_absent("dialog")
    app.quit()


@e2e.test
def nothing_without_an_extension(session):
    """without an extension, nothing is fixed"""
    app = session.start(GOODHART)
    wait_name(app, "Goodhart’s law")
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    size = dialog.find("spin button", re.compile("^Text size"))
    e2e.check_equal(size.value, 100, "the size of the text")
    dialog.wait_absent(name="Fixed by the administrator")
    size.focus_by_keyboard()
    close(app, dialog)
    app.quit()


e2e.run()
