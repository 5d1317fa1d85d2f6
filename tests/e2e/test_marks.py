# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The marks of claims: they are reached, open the sources, and can be switched off."""

import re

import plumb_e2e as e2e
from plumb_pages import (
    GOODHART,
    LIBRARY,
    TOPICS,
    level_of,
    open_menu,
    plain,
    read_json,
    wait_level,
    wait_name,
    wait_no_text,
    wait_text,
)

SOURCES = {source["id"]: source for source in read_json(LIBRARY / "sources.json")["sources"]}
TOPIC = TOPICS["goodharts-law"]
CLAIMS = {claim["id"]: claim for claim in TOPIC["claims"]}
# The first block of the first level states two facts.
FIRST = level_of(TOPIC, 1)[0]
STATED = [CLAIMS[claim] for claim in FIRST["claims"]]
MARK = "2 facts, established"


def marks(app):
    """The marks that are in the page."""
    return app.all("link")


def wait_marks(app):
    """Waits for marks; returns them."""
    return e2e.wait_for(lambda: marks(app), "marks")


def wait_no_marks(app):
    """Waits until there are no marks."""
    e2e.wait_for(lambda: not marks(app), "no marks")


@e2e.test
def tab_reaches_a_mark(session):
    """Tab reaches a mark, which says what is claimed; Return opens the sources, Escape comes back"""
    app = session.start(GOODHART + "?level=1")
    mark = app.find("link", MARK).focus_by_keyboard()
    e2e.check_equal(mark.description, " ".join(plain(c["text"]) for c in STATED), "the description")
    e2e.check_equal(mark.parent.name, "Claims", "what the marks are")
    app.key("Return")
    app.find("heading", MARK)
    for claim in STATED:
        wait_text(app, plain(claim["text"]), "As of " + claim["as_of"])
        for source in claim["sources"]:
            wait_text(app, SOURCES[source]["title"])
    wait_text(app, "Few informed people doubt it.")
    app.key("Escape")
    wait_no_text(app, "Few informed people doubt it.")
    e2e.wait_for(lambda: app.focus() == mark, "the keyboard back on the mark")
    mark.press()
    app.find("heading", MARK)
    app.key("Escape")
    app.wait_absent("heading", MARK)
    app.quit()


@e2e.test
def sources_show_their_address(session):
    """the address of a source on the card is shown before it is opened"""
    app = session.start(GOODHART + "?level=1")
    app.find("link", MARK).focus_by_keyboard()
    app.key("Return")
    source = SOURCES[STATED[0]["sources"][0]]
    app.wait_focus("label", re.compile(re.escape(plain(STATED[0]["text"]))))
    while source["title"] not in (app.focus().text or "") or app.cursor()[1] == 0:
        e2e.check(app.step(), "Tab does not reach the address of the source")
    app.key("Return")
    app.find("button", "Open in Browser")
    app.key("Escape")
    app.wait_absent("button", "Open in Browser")
    app.quit()


@e2e.test(width=360, height=720)
def the_marks_are_explained(session):
    """what the marks mean is said from the menu, and from the card of a claim"""
    app = session.start(GOODHART + "?level=1")
    open_menu(app, "Page menu", "What the Marks Mean…")
    app.find("heading", "What the Marks Mean")
    wait_text(app, "Contested: Informed people disagree about it.")
    app.key("Escape")
    app.wait_absent("heading", "What the Marks Mean")
    app.find("link", MARK).press()
    link = app.find("label", "What all the marks mean")
    link.focus_by_keyboard()
    app.key("Return")
    app.find("heading", "What the Marks Mean")
    app.key("Escape")
    app.wait_absent("heading", "What the Marks Mean")
    app.quit()


@e2e.test
def marks_are_not_found(session):
    """what is found on the page is its text, and a text is read without its marks"""
    app = session.start(GOODHART + "?level=1")
    app.find("link", MARK)
    app.find("label", plain(FIRST["text"]))
    app.key("ctrl+f")
    app.wait_focus(name="Find on this page")
    app.type("facts, established")
    app.find("status bar", where=lambda node: node.text == "Not found")
    app.key("Escape")
    app.quit()


@e2e.test
def can_be_switched_off(session):
    """marks go from every window at once and leave the place where it is; that is kept"""
    text = plain(next(b["text"] for b in level_of(TOPIC, 3) if b["id"] == "setting"))
    app = session.start(GOODHART + "?level=3#setting")
    wait_marks(app)
    app.wait_still()
    label = app.find("label", text)
    above = label.extents[1]
    app.key("ctrl+shift+m")
    wait_no_marks(app)
    app.wait_still()
    e2e.check(abs(label.extents[1] - above) <= 2, f"it was at {above}, is at {label.extents[1]}")
    e2e.check(app.focus() is not None, "nothing has the keyboard")
    app.quit()

    app = session.start(GOODHART + "?level=3#setting")
    wait_name(app, "Goodhart’s law")
    wait_level(app, 3)
    label = app.find("label", text)
    app.find("heading", "Sources")
    e2e.check(not marks(app), "the marks are back")
    app.wait_still()
    above = label.extents[1]
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    dialog.find("check box", "Claim marks").focus_by_keyboard()
    app.key("space")
    app.key("Escape")
    e2e.wait_for(lambda: dialog not in app.all("dialog"), "the dialog to close")
    wait_marks(app)
    app.wait_still()
    e2e.check(abs(label.extents[1] - above) <= 2, f"it was at {above}, is at {label.extents[1]}")
    open_menu(app, "Page menu", "Claim Marks")
    wait_no_marks(app)
    app.quit()


@e2e.test
def focus_stays_when_marks_go(session):
    """who is on a mark when it goes is not left nowhere"""
    app = session.start(GOODHART + "?level=1")
    app.find("link", MARK).focus_by_keyboard()
    app.key("ctrl+shift+m")
    wait_no_marks(app)
    e2e.wait_for(lambda: app.focus() is not None and app.focus().showing, "the keyboard somewhere")
    e2e.check(app.step(), "Tab stops")
    app.quit()


e2e.run()
