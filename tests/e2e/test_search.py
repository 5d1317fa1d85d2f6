# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: hits while one types, and a hit that opens where the match is."""

import re

import plumb_e2e as e2e


def title_of(app):
    """The heading at the top of the page."""
    return app.find("heading", where=lambda node: node.attributes.get("level") == "1").name


def start_search(app, words):
    """Opens the search and types."""
    app.key("ctrl+k")
    e2e.wait_for(lambda: app.focus() is not None and app.focus().role in ("text", "entry"), "the entry")
    app.type(words)
    return app.find("list", re.compile("[Rr]esults"))


@e2e.test
def finds_while_typing(session):
    """hits come while a word is typed, whatever its case, and Enter opens one there"""
    app = session.start("plumb:topic/outer-alignment?level=1")
    results = start_search(app, "GOODHART")
    hits = e2e.wait_for(lambda: results.all("list item"), "hits")
    e2e.check(hits[0].name.startswith("Goodhart’s law"), f"the first hit is {hits[0].name!r}")
    app.key("Down")
    app.key("Return")
    e2e.wait_for(lambda: title_of(app) == "Goodhart’s law", "the topic of the hit")
    app.quit()


@e2e.test
def opens_at_the_level_of_the_match(session):
    """a hit in a deeper level opens that level"""
    app = session.start("plumb:topic/outer-alignment?level=1")
    results = start_search(app, "Karwowski")
    deeper = re.compile(r"Level ([23])")
    hits = e2e.wait_for(
        lambda: results.all("list item", where=lambda n: deeper.search(f"{n.name} {n.description}")),
        "a deeper hit",
    )
    level = deeper.search(f"{hits[0].name} {hits[0].description}").group(1)
    app.key("Down")
    while not hits[0].focused:
        app.key("Down")
        e2e.wait_for(lambda: app.focus() is not None, "something with the keyboard")
    app.key("Return")
    app.find("heading", re.compile(f"^Level {level}"))
    app.quit()


@e2e.test
def nothing_found(session):
    """a word that is nowhere gives advice, and Escape leads back to the topics"""
    app = session.start("plumb:topic/outer-alignment?level=1")
    app.key("ctrl+k")
    e2e.wait_for(lambda: app.focus() is not None and app.focus().role in ("text", "entry"), "the entry")
    app.type("zzyzx")
    app.find(name=re.compile("^No [Rr]esults"))
    app.key("Escape")
    app.key("Escape")
    app.find("list", "Topics")
    app.quit()


e2e.run()
