# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control has a name that a screen reader can say, on every page and in every dialog."""

import re

import plumb_e2e as e2e
from plumb_pages import (
    GOODHART,
    OUTER,
    POSITIONS,
    TOPICS,
    choose_topic,
    said,
    start_search,
    wait_level,
    wait_name,
    wait_text,
)

# What only holds other things. GTK calls some of them focusable, and none takes the keyboard.
CONTAINERS = {"panel", "filler", "grouping", "scroll pane", "list", "list box", "form", "unknown"}


def check_names(app, where):
    """Waits until all that can be used and is shown has a name. Rows get theirs after they show."""
    e2e.wait_right(lambda: nameless(app), f"{where}: without a name")


def nameless(app):
    """What can be used and has no name."""
    nodes = app.all()
    roles = app.root.roles(nodes)
    names = app.root.names(nodes)
    usable = set(app.all(states=["focusable"]))
    bare = []
    checked = 0
    for node, role, name in zip(nodes, roles, names):
        if role in CONTAINERS or role is None:
            continue
        can_be_used = node in usable or role in ("button", "toggle button", "slider", "entry")
        if can_be_used:
            checked += 1
        if can_be_used and not name and not said(node):
            path = [f"{up.role} “{up.name}”" for up in node.ancestors][:6]
            bare.append(f"{role} in {path}")
        if role in ("heading", "list item", "dialog", "frame") and not name and not said(node):
            bare.append(role)
    if checked <= 3:
        bare.append("hardly anything to look at")
    focus = app.focus()
    if focus is not None and not said(focus):
        bare.append(f"what has the keyboard, {focus!r}")
    return bare


def check_headings(app, where):
    """Waits until there is one title, and no level of heading is left out below it."""
    e2e.wait_right(lambda: misplaced_headings(app), f"{where}: headings")


def misplaced_headings(app):
    """What is wrong with the levels of the headings."""
    headings = app.find("article").all("heading")
    levels = [int(heading.attributes.get("level", 0)) for heading in headings]
    faults = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"the levels are {levels}"]
    for number, (level, before) in enumerate(zip(levels[1:], levels), 1):
        if not 2 <= level <= before + 1:
            faults.append(f"{headings[number]!r} has level {level}")
    return faults


@e2e.test
def pages_have_names(session):
    """the start page, a topic at each level, a search, and a topic that is not there"""
    app = session.start()
    wait_text(app, "Choose a Topic")
    check_names(app, "the start page")
    for topic in ("goodharts-law", "is-alignment-solvable"):
        choose_topic(app, TOPICS[topic])
        for level in (1, 2, 3):
            app.key(f"ctrl+{level}")
            wait_level(app, level)
            app.find("heading", "Sources")
            check_names(app, f"{topic} at level {level}")
            check_headings(app, f"{topic} at level {level}")
    results = start_search(app, "proxy")
    e2e.wait_for(lambda: results.items(), "hits")
    check_names(app, "the results")
    app.key("ctrl+a")
    app.type("zzyzx")
    wait_text(app, "No Results")
    check_names(app, "no results")
    app.key("Escape")
    app.key("Escape")
    again = session.stage.start(["plumb:topic/no-such-topic"])
    again.wait_exit()
    wait_text(app, "This Topic Can’t Be Shown")
    check_names(app, "an unknown topic")
    app.quit()


@e2e.test(width=360, height=720)
def pages_have_names_on_a_phone(session):
    """the same in a narrow window, where the gauge, the audiences and the debate are other controls"""
    app = session.start(GOODHART + "?level=3")
    app.resize(360, 720)
    wait_level(app, 3)
    app.find("combo box", re.compile("^Audience: "))
    for position in POSITIONS:
        app.find(name=position, where=lambda node: "button" in node.role)
    check_names(app, "a topic")
    check_headings(app, "a topic")
    app.key("F9")
    app.find("list", "Topics")
    check_names(app, "the sidebar")
    app.quit()


@e2e.test
def dialogs_have_names(session):
    """dialogs, menus, cards, the outline and the bar that finds words"""
    app = session.start(OUTER + "?level=1")
    wait_level(app, 1)
    app.key("ctrl+d")
    app.find("toggle button", "Remove bookmark")
    for keys, title in [
        ("ctrl+comma", "Preferences"),
        ("ctrl+question", "Keyboard Shortcuts"),
        ("ctrl+shift+o", "Bookmarks"),
    ]:
        app.key(keys)
        app.find("dialog", title)
        check_names(app, title)
        app.key("Escape")
        app.wait_absent("dialog")
    app.find("toggle button", "Main Menu").press()
    app.find("menu item", "About Plumb")
    check_names(app, "the main menu")
    app.find("menu item", "About Plumb").press()
    app.find("dialog")
    check_names(app, "about")
    app.key("Escape")
    app.wait_absent("dialog")
    app.find("toggle button", "Page menu").press()
    app.find("menu item", "Copy Citation")
    check_names(app, "the page's menu")
    app.key("Escape")
    app.wait_absent("menu item")
    app.key("ctrl+j")
    app.find("list", "Outline")
    check_names(app, "the outline")
    app.key("Escape")
    app.wait_absent("list", "Outline")
    app.key("ctrl+f")
    app.wait_focus(name="Find on this page")
    check_names(app, "the bar that finds words")
    app.key("Escape")
    for page, title in (
        ("term/proxy", "Glossary"),
        ("person", "Key People and Resources"),
        ("pitfalls", "Common Pitfalls"),
        ("weigh", "Weigh It Yourself"),
    ):
        app.open(f"plumb:{page}")
        wait_name(app, title)
        check_names(app, page)
    app.quit()


e2e.run()
