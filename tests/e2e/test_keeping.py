# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that a reader marked is lost, and nothing that went wrong is hidden."""

import pathlib
import re
import sqlite3

import plumb_e2e as e2e

GOODHART = "plumb:topic/goodharts-law"


def title_of(app):
    """The heading at the top of the page."""
    return app.find("heading", where=lambda node: node.attributes.get("level") == "1").name


def database(session):
    """The reader's database."""
    return pathlib.Path(session.stage.environment["XDG_DATA_HOME"]) / "plumb" / "plumb.db"


def bookmark_button(app):
    """The button in the header."""
    return app.find(where=lambda n: "button" in n.role and n.name in ("Bookmark this page", "Remove bookmark"))


@e2e.test
def restarts_where_one_was(session):
    """the next start opens the same topic at the same level"""
    app = session.start(GOODHART + "?level=3")
    first = title_of(app)
    app.find("heading", re.compile("^Level 3"))
    app.quit()
    app = session.start()
    e2e.check_equal(title_of(app), first, "the title")
    app.find("heading", re.compile("^Level 3"))
    app.quit()


@e2e.test
def bookmarks_survive_a_kill(session):
    """what is shown as bookmarked and as read is on the disk: kill -9 takes none of it"""
    app = session.start(GOODHART + "?level=2")
    app.find("heading", re.compile("^Level 2"))
    app.key("ctrl+d")
    e2e.wait_for(lambda: bookmark_button(app).name == "Remove bookmark", "the bookmark")
    app.key("ctrl+m")
    e2e.wait_for(
        lambda: app.all(name=re.compile("^Goodhart’s law.*[Ll]evel 2 read")), "the read-mark in the sidebar"
    )
    app.kill()

    app = session.start()
    e2e.check_equal(title_of(app), "Goodhart’s law", "the title")
    e2e.wait_for(lambda: bookmark_button(app).name == "Remove bookmark", "the bookmark, still")
    e2e.wait_for(
        lambda: app.all(name=re.compile("^Goodhart’s law.*[Ll]evel 2 read")), "the read-mark, still"
    )
    app.quit()


@e2e.test
def undoes_a_read_mark(session):
    """a read-mark can be taken back"""
    app = session.start(GOODHART + "?level=2")
    app.find("heading", re.compile("^Level 2"))
    app.key("ctrl+m")
    marked = re.compile("^Goodhart’s law.*[Ll]evel 2 read")
    e2e.wait_for(lambda: app.all(name=marked), "the read-mark")
    app.key("ctrl+m")
    e2e.wait_for(lambda: not app.all(name=marked), "no read-mark")
    app.quit()


@e2e.test
def opens_a_bookmark(session):
    """the list of bookmarks leads back to the place"""
    app = session.start(GOODHART + "?level=3")
    app.find("heading", re.compile("^Level 3"))
    app.key("ctrl+d")
    e2e.wait_for(lambda: bookmark_button(app).name == "Remove bookmark", "the bookmark")
    app.find("list", "Topics").select(re.compile("^Outer alignment"))
    e2e.wait_for(lambda: title_of(app) == "Outer alignment", "another topic")
    app.key("ctrl+shift+o")
    row = app.find("list item", re.compile("Goodhart’s law"), where=lambda n: "bookmark" in n.parent.name.lower())
    row.focus_by_keyboard()
    app.key("Return")
    e2e.wait_for(lambda: title_of(app) == "Goodhart’s law", "the bookmarked topic")
    app.find("heading", re.compile("^Level 3"))
    app.quit()


@e2e.test
def a_damaged_database_is_set_aside(session):
    """a damaged database is kept under another name, said in a banner, and reading goes on"""
    path = database(session)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database at all" * 200)
    app = session.start(GOODHART + "?level=1")
    e2e.check_equal(title_of(app), "Goodhart’s law", "the title")
    app.find(name=re.compile("damaged"))
    kept = [p for p in path.parent.iterdir() if ".damaged-" in p.name]
    e2e.check_equal(len(kept), 1, "files set aside")
    app.key("ctrl+d")
    e2e.wait_for(lambda: bookmark_button(app).name == "Remove bookmark", "a bookmark all the same")
    app.quit()
    with sqlite3.connect(path) as connection:
        e2e.check_equal(connection.execute("PRAGMA quick_check").fetchone()[0], "ok", "the new database")


@e2e.test
def a_home_that_cannot_be_written(session):
    """without a place to write, the store is in memory, and a banner says so"""
    path = database(session)
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("a file where the folder should be")
    app = session.start(GOODHART + "?level=1")
    e2e.check_equal(title_of(app), "Goodhart’s law", "the title")
    app.find(name=re.compile("until|memory|kept|saved"))
    app.key("ctrl+d")
    e2e.wait_for(lambda: bookmark_button(app).name == "Remove bookmark", "a bookmark for now")
    app.quit()


@e2e.test
def unknown_places(session):
    """unknown topics, malformed links and impossible levels end with a clear message"""
    app = session.start("--level", "7", "--topic", "goodharts-law", ready=False)
    e2e.check(app.wait_exit() == 1, "the status")
    e2e.check("7" in app.program.output, "the message does not name the level")
    app = session.start("plumb:nonsense/x", ready=False)
    e2e.check(app.wait_exit() == 1, "the status")
    e2e.check(app.program.output.strip() != "", "no message")
    app = session.start("plumb:topic/no-such-topic")
    app.expect_complaint("no-such-topic")
    app.find(name=re.compile("no-such-topic"))
    app.quit()


e2e.run()
