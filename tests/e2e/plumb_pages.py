# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests know of the program's pages, and of the library that it is tested with."""

import json
import re

import plumb_e2e as e2e

LIBRARY = e2e.ROOT / "data" / "library"


def read_json(path):
    """What is in a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


MANIFEST = read_json(LIBRARY / "library.json")
TOPICS = {path.stem: read_json(path) for path in sorted((LIBRARY / "topics").glob("*.json"))}
TERMS = {term["id"]: term for term in read_json(LIBRARY / "glossary.json")["terms"]}
POSITIONS = [position["title"] for position in MANIFEST["positions"]]
AUDIENCES = {audience["id"]: audience["title"] for audience in MANIFEST["audiences"]}
LEVELS = {1: "Essentials", 2: "Working knowledge", 3: "Technical"}


def _sidebar():
    """The topics and those to come, in the order of the sidebar."""
    listed = []
    for section in MANIFEST["sections"]:
        inside = [topic for topic in TOPICS.values() if topic["section"] == section["id"]]
        listed += sorted(inside, key=lambda topic: topic["order"])
        listed += [t for t in MANIFEST.get("upcoming", ()) if t["section"] == section["id"]]
    return listed


SIDEBAR = _sidebar()

GOODHART = "plumb:topic/goodharts-law"
OUTER = "plumb:topic/outer-alignment"


def plain(markup):
    """A text as it is read: without its markup."""
    text = re.sub(r"<[^>]*>", "", markup)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&apos;", "'").replace("&amp;", "&")


def links(markup):
    """The links in a text: pairs of the address, and where in the plain text the link begins."""
    return [
        (found.group(1), len(plain(markup[: found.start()])))
        for found in re.finditer(r"<a href='([^']*)'>", markup)
    ]


def strings(value):
    """All strings in a piece of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def level_of(topic, number):
    """The blocks of a level."""
    return next(level["blocks"] for level in topic["levels"] if level["level"] == number)


def prose(blocks):
    """The paragraphs and quotations of a level, as they are read."""
    return [plain(b["text"]) for b in blocks if b["type"] in ("paragraph", "quote", "callout")]


def title_of(app):
    """The heading at the top of the page."""
    return app.find("heading", where=lambda node: node.attributes.get("level") == "1").name


def page_text(app):
    """All the text that is shown."""
    return "\n".join(app.texts())


def wait_text(app, *texts):
    """Waits until all these texts are on the page."""

    def missing():
        shown = page_text(app)
        return [text for text in texts if text not in shown]

    e2e.wait_right(missing, "what is missing on the page")


def wait_no_text(app, text):
    """Waits until a text is on the page no more."""
    e2e.wait_for(lambda: text not in page_text(app), f"no text “{text}”")


def wait_title(app, title):
    """Waits until a topic is open."""
    e2e.wait_for(lambda: title_of(app) == title, f"the title “{title}”")


def wait_level(app, number):
    """Waits until a level is shown."""
    app.find("heading", f"Level {number} · {LEVELS[number]}")


def choose_topic(app, topic):
    """Chooses a topic in the sidebar, and waits until it is open."""
    index = [listed["id"] for listed in SIDEBAR].index(topic["id"])
    app.find("list", "Topics").select_child(index)
    wait_name(app, topic["title"])


def wait_name(app, title):
    """Waits until the window has this name, which is its topic's. That is quicker to see than the
    title on the page."""
    e2e.wait_for(lambda: app.window.name == title, f"the window to show “{title}”")


def row_name(app, title):
    """What a screen reader says of a topic in the sidebar."""
    topics = app.find("list", "Topics")
    names = topics.names(topics.items())
    return next((name for name in names if name and name.startswith(title + ". ")), None)


def open_menu(app, name, item):
    """Opens a menu of the window and chooses an item."""
    app.find("toggle button", name).press()
    app.find("menu item", item).press()


def start_search(app, words):
    """Opens the search and types. Returns the list of results."""
    app.key("ctrl+k")
    app.wait_focus(name="Search all topics")
    app.type(words)
    return app.find("list", "Search results")


def said(node):
    """What a screen reader can say an object is called: its name, or the text in it for an item of
    a list, which GTK's own lists leave at that."""
    if node.role == "list item" and not node.name:
        return " ".join(node.texts())
    return node.name
