# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus, preferences, the list of shortcuts, and what the program says about itself."""

import re

import plumb_e2e as e2e
from plumb_pages import GOODHART, TOPICS, level_of, open_menu, plain, said, wait_level, wait_name, wait_text

TEXT = plain(level_of(TOPICS["goodharts-law"], 1)[0]["text"])


def close(app, dialog):
    """Closes a dialog with Escape."""
    app.key("Escape")
    e2e.wait_for(lambda: dialog not in app.all("dialog"), "the dialog to close")


@e2e.test
def keeps_preferences(session):
    """preferences take effect at once, are kept, and can be set back"""
    app = session.start(GOODHART + "?level=1")
    text = app.find("label", TEXT)
    app.wait_still()
    height, width = text.extents[3], text.extents[2]
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    size = dialog.find("spin button", re.compile("^Text size"))
    e2e.check_equal(size.value, 100, "the size to begin with")
    size.focus_by_keyboard()
    for _ in range(4):
        app.key("Up")
    e2e.wait_for(lambda: size.value == 120, "120%")
    e2e.wait_for(lambda: text.extents[3] > height, "larger text on the page")
    app.wait_still()
    spacing = dialog.find("check box", "Easier spacing")
    spacing.focus_by_keyboard()
    taller = text.extents[3]
    app.key("space")
    e2e.wait_for(lambda: text.extents[3] > taller, "more space on the page")
    dialog.find(name=re.compile("^Line length"))
    dialog.find(name=re.compile("^Colours"))
    close(app, dialog)
    app.wait_still()
    larger = text.extents[3]
    app.quit()

    app = session.start()
    wait_name(app, "Goodhart’s law")
    text = app.find("label", TEXT)
    e2e.wait_for(lambda: text.extents[3] == larger, "the size as it was")
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    dialog.find("button", "Normal Size").press()
    spacing = dialog.find("check box", "Easier spacing")
    spacing.focus_by_keyboard()
    app.key("space")
    restore = dialog.find("check box", "Open where reading stopped")
    restore.focus_by_keyboard()
    app.key("space")
    close(app, dialog)
    e2e.wait_for(lambda: text.extents[2:] == (width, height), "the normal size")
    app.quit()

    app = session.start()
    wait_text(app, "Choose a Topic")
    app.quit()


@e2e.test
def changes_the_line_length_and_colours(session):
    """the line length and the colours are chosen from lists by keyboard"""
    app = session.start(GOODHART + "?level=1", environment={"ADW_DEBUG_COLOR_SCHEME": None})
    text = app.find("label", TEXT)
    app.wait_still()
    width = text.extents[2]
    light = session.stage.picture()
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    choose(app, dialog.find("combo box", "Line length"), "Short")
    e2e.wait_for(lambda: text.extents[2] < width, "shorter lines")
    choose(app, dialog.find("combo box", "Colours"), "Dark")
    close(app, dialog)
    e2e.wait_for(lambda: darkness(session.stage.picture()) > 2 * darkness(light), "a dark page")
    app.quit()


def darkness(picture):
    """How much of a picture is dark."""
    return sum(value < 96 for value in picture[:: 4 * 101]) / len(picture[:: 4 * 101])


def choose(app, combo, wanted):
    """Chooses from a list by keyboard."""
    combo.focus_by_keyboard()
    app.key("space")
    app.wait_focus("list item")
    app.key("Home")
    app.wait_still()
    while said(app.wait_focus("list item")) != wanted:
        e2e.check(app.step("Down"), f"{wanted} is not in {combo!r}")
    app.key("Return")
    e2e.wait_for(lambda: combo.focused, "the keyboard back")


def wrong_shortcuts(dialog):
    """What the list of shortcuts does not say."""
    rows = {row.name: row.description for row in dialog.all("list item")}
    wanted = {
        "Read for working knowledge": "Ctrl+2",
        "Find on this page": "Ctrl+F",
        "Go back": "Alt+Left",
        "Add or remove a bookmark": "Ctrl+D",
    }
    said = {words: rows.get(words, "") for words in wanted}
    return [f"{words}: {said[words]!r}" for words, keys in wanted.items() if keys not in said[words]]


@e2e.test
def lists_the_shortcuts(session):
    """the list of shortcuts opens by key and from the menu, and names what keys do"""
    app = session.start(GOODHART)
    app.find("slider", "Depth").focus_by_keyboard()
    app.key("ctrl+question")
    dialog = app.find("dialog", "Keyboard Shortcuts")
    e2e.wait_right(lambda: wrong_shortcuts(dialog), "shortcuts")
    close(app, dialog)
    app.wait_focus("slider", "Depth")
    open_menu(app, "Main Menu", "Keyboard Shortcuts")
    close(app, app.find("dialog", "Keyboard Shortcuts"))
    app.quit()


@e2e.test
def says_what_it_is(session):
    """the about dialog says the version and the licence"""
    app = session.start(GOODHART)
    open_menu(app, "Main Menu", "About Plumb")
    dialog = app.find("dialog", re.compile("About"))
    e2e.wait_for(lambda: "Plumb" in dialog.texts(), "the name")
    said = "\n".join(name or "" for name in app.root.names(dialog.all()))
    e2e.check(re.search(r"\b\d+\.\d+\.\d+\b", said), "no version")
    close(app, dialog)
    app.quit()


@e2e.test
def menus_by_keyboard(session):
    """F10 opens the main menu, arrow keys walk through it, and Escape gives the keyboard back"""
    app = session.start(GOODHART + "?level=1")
    wait_level(app, 1)
    app.find("slider", "Depth").focus_by_keyboard()
    app.key("F10")
    wanted = {"New Window", "Bookmarks", "Preferences", "Keyboard Shortcuts", "About Plumb"}
    e2e.wait_right(lambda: wanted - set(app.root.names(app.all("menu item"))), "missing in the menu")
    app.wait_focus("menu item")
    e2e.check(app.step("Down"), "the arrow keys do not move in the menu")
    app.wait_focus("menu item")
    app.key("Escape")
    app.wait_absent("menu item")
    app.wait_focus("toggle button", "Main Menu")
    app.quit()


e2e.run()
