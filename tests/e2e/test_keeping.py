# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that a reader marked is lost, and nothing that went wrong is hidden."""

import pathlib
import re
import sqlite3
import time

import plumb_e2e as e2e
from plumb_pages import (
    GOODHART,
    OUTER,
    TOPICS,
    choose_topic,
    page_text,
    row_name,
    wait_level,
    wait_name,
)

TITLE = "Goodhart’s law"

# Where one is may be a second old on the disk.
MOST_LAG = 1


def database(session):
    """The reader's database."""
    return pathlib.Path(session.stage.environment["XDG_DATA_HOME"]) / "plumb" / "plumb.db"


def wait_kept(session, query):
    """Waits until the database has what a query asks for."""

    e2e.wait_for(lambda: read_database(session, query), f"on the disk: {query}")


def wait_written(session, query):
    """Waits until what a query asks for stays the same for as long as it may lag behind the screen."""
    seen = {"rows": None, "since": 0}

    def settled():
        rows, now = read_database(session, query), time.monotonic()
        if rows != seen["rows"]:
            seen.update(rows=rows, since=now)
        return rows and now - seen["since"] > MOST_LAG

    e2e.wait_for(settled, f"on the disk: {query}")


def read_database(session, query):
    """What is in the reader's database, or nothing while it is being made or written."""
    try:
        with sqlite3.connect(f"file:{database(session)}?mode=ro", uri=True) as connection:
            return connection.execute(query).fetchall()
    except sqlite3.OperationalError:
        return None


def bookmark_button(app, name):
    """The button in the header, once it has this name."""
    return app.find("toggle button", name)


def wait_read(app, levels):
    """Waits until the sidebar says this of what was read of the topic."""
    e2e.wait_for(lambda: row_name(app, TITLE) == f"{TITLE}. {levels}.", levels)


def first_text(app):
    """The topmost paragraph that begins in the view, and where."""

    def first():
        labels = app.find("article").all("label", states=["focusable"])
        tops = [(label.extents[1], label.name) for label in labels]
        return next(((name, y) for y, name in tops if y > 60), None)

    return e2e.wait_for(first, "a paragraph in the view")


def scroll_down(app):
    """Scrolls two pages down by keyboard."""
    app.wait_still()
    before = first_text(app)
    app.key("Page_Down")
    app.key("Page_Down")
    e2e.wait_for(lambda: first_text(app) != before, "the page to scroll")
    app.wait_still()


def check_text_at(app, text, y):
    """Waits until a text begins at this height of the window."""
    found = app.find("label", text)
    e2e.wait_for(lambda: abs(found.extents[1] - y) <= 2, f"“{text}” at {y}")


@e2e.test
def restarts_where_one_was(session):
    """the next start opens the same topic at the same level, scrolled to the same line"""
    app = session.start(GOODHART + "?level=3")
    wait_level(app, 3)
    scroll_down(app)
    text, y = first_text(app)
    app.quit()
    app = session.start()
    wait_name(app, TITLE)
    wait_level(app, 3)
    check_text_at(app, text, y)
    # Another topic, and back: the place in each is kept.
    choose_topic(app, TOPICS["outer-alignment"])
    app.key("alt+Left")
    wait_name(app, TITLE)
    check_text_at(app, text, y)
    app.quit()


@e2e.test
def what_is_shown_survives_a_kill(session):
    """what shows as bookmarked and as read, and the place, are on the disk: kill -9 takes nothing"""
    app = session.start(GOODHART + "?level=2")
    wait_level(app, 2)
    app.key("ctrl+d")
    bookmark_button(app, "Remove bookmark")
    app.key("ctrl+m")
    wait_read(app, "Level 2 read")
    wait_kept(session, "SELECT place FROM windows WHERE place LIKE '%goodharts-law?level=2%'")
    app.kill()

    app = session.start()
    wait_name(app, TITLE)
    wait_level(app, 2)
    bookmark_button(app, "Remove bookmark")
    wait_read(app, "Level 2 read")
    app.key("ctrl+d")
    bookmark_button(app, "Bookmark this page")
    app.key("ctrl+m")
    wait_read(app, "Not read yet")
    scroll_down(app)
    text, y = first_text(app)
    wait_written(session, "SELECT * FROM scroll_places WHERE level = 2 AND block != ''")
    app.kill()

    app = session.start()
    bookmark_button(app, "Bookmark this page")
    wait_read(app, "Not read yet")
    check_text_at(app, text, y)
    app.quit()


@e2e.test
def marks_what_was_read(session):
    """a level whose end was in view counts as read, and the mark can be taken back for good"""
    app = session.start(GOODHART + "?level=1")
    wait_level(app, 1)
    wait_read(app, "Not read yet")
    app.key("End")
    app.key("Home")
    app.key("Page_Down")
    wait_read(app, "Level 1 read")
    app.key("ctrl+m")
    app.find(name="Marked as unread")
    wait_read(app, "Not read yet")
    app.key("Page_Down")
    # From the top, where the end of the next level is not in view and can't count as read by itself.
    app.key("Home")
    app.wait_still()
    app.key("ctrl+2")
    wait_level(app, 2)
    app.key("ctrl+m")
    wait_read(app, "Level 2 read")
    app.quit()
    app = session.start()
    wait_read(app, "Level 2 read")
    app.quit()


@e2e.test
def opens_a_bookmark(session):
    """the list of bookmarks leads back to the place, and a removed one can be had again"""
    app = session.start(GOODHART + "?level=3")
    wait_level(app, 3)
    app.key("ctrl+d")
    bookmark_button(app, "Remove bookmark")
    choose_topic(app, TOPICS["outer-alignment"])
    app.key("ctrl+shift+o")
    dialog = app.find("dialog", "Bookmarks")
    row = dialog.find("list item", re.compile(TITLE))
    row.focus_by_keyboard()
    app.key("Delete")
    dialog.wait_absent("list item", re.compile(TITLE))
    app.key("ctrl+z")
    dialog.find("list item", re.compile(TITLE)).focus_by_keyboard()
    app.key("Return")
    wait_name(app, TITLE)
    wait_level(app, 3)
    app.wait_absent("dialog")
    app.quit()


@e2e.test
def a_damaged_database_is_set_aside(session):
    """a damaged database is kept under another name, said in a banner, and reading goes on"""
    path = database(session)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database at all" * 200)
    app = session.start(GOODHART + "?level=1")
    wait_name(app, TITLE)
    e2e.wait_for(lambda: "damaged" in page_text(app), "the banner")
    kept = [p for p in path.parent.iterdir() if ".damaged-" in p.name]
    e2e.check_equal(len(kept), 1, "files set aside")
    app.key("ctrl+d")
    bookmark_button(app, "Remove bookmark")
    app.find("button", "Close", where=lambda n: "banner" in n.parent.role or n.actions()).press()
    app.quit()
    with sqlite3.connect(path) as connection:
        e2e.check_equal(connection.execute("PRAGMA quick_check").fetchone()[0], "ok", "the new one")


@e2e.test
def a_newer_database_is_set_aside(session):
    """a database of a later version is kept as it is under another name, said in a banner"""
    app = session.start(GOODHART + "?level=1")
    app.quit()
    path = database(session)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    app = session.start(GOODHART + "?level=1")
    wait_name(app, TITLE)
    e2e.wait_for(lambda: "newer" in page_text(app), "the banner")
    kept = [p for p in path.parent.iterdir() if ".newer-" in p.name]
    e2e.check(kept, "no file set aside")
    with sqlite3.connect(kept[0]) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    e2e.check_equal(version, 9999, "its version")
    app.quit()


@e2e.test
def a_home_that_cannot_be_written(session):
    """without a place to write, what one marks is kept until the end, and a banner says so"""
    path = database(session)
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("a file where the folder should be")
    app = session.start(GOODHART + "?level=1")
    wait_name(app, TITLE)
    e2e.wait_for(lambda: re.search("will be forgotten|until|can’t be kept", page_text(app)), "the banner")
    app.key("ctrl+d")
    bookmark_button(app, "Remove bookmark")
    app.quit()


@e2e.test
def unknown_places(session):
    """unknown topics, malformed links and impossible levels end with a clear message"""
    for arguments, said in [
        (["--level", "7", "--topic", "goodharts-law"], "7"),
        (["plumb:nonsense/x"], "nonsense"),
        (["https://example.org"], "example"),
        (["--level", "0", "--topic", "goodharts-law"], "“0”"),
        (["--topic", "../etc/passwd"], "../etc/passwd"),
        (["--audience", "builder"], "--topic"),
        ([OUTER, GOODHART], "one place"),
    ]:
        app = session.start(*arguments, ready=False)
        e2e.check_equal(app.wait_exit(), 1, f"the status for {arguments}")
        e2e.check(said in app.program.output, f"{arguments}: {app.program.output!r}")
    for arguments, said in [
        (["plumb:topic/no-such-topic"], "no-such-topic"),
        (["--library", "/no-such-folder"], "/no-such-folder"),
    ]:
        app = session.start(*arguments)
        e2e.wait_for(lambda: said in page_text(app), f"a message that names {said}")
        e2e.check(said in app.program.output, f"{arguments}: {app.program.output!r}")
        app.quit()
    app = session.start(GOODHART + "?audience=nobody")
    wait_name(app, TITLE)
    e2e.check("nobody" in app.program.output, f"the message: {app.program.output!r}")
    app.quit()


e2e.run()
