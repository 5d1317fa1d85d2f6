# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that are of no topic: the glossary, people and resources, and pitfalls."""

import json
import pathlib

import plumb_e2e as e2e
from plumb_pages import (
    GOODHART,
    LIBRARY,
    MANIFEST,
    SIDEBAR,
    TERMS,
    TOPICS,
    plain,
    read_json,
    wait_name,
    wait_no_text,
    wait_text,
    wait_title,
)

PEOPLE = {person["id"]: person for person in read_json(LIBRARY / "people.json")["people"]}
PAGES = [
    "Debate Hall",
    "Crux Matrix",
    "Weigh It Yourself",
    "Common Pitfalls",
    "Glossary",
    "Key People and Resources",
]


def choose_page(app, title):
    """Chooses a page in the sidebar, and waits until it is open."""
    topics = app.find("list", "Topics")

    def chosen():
        # The pages come into the list a moment after the topics.
        topics.select_child(len(SIDEBAR) + PAGES.index(title))
        return app.window.name == title

    e2e.wait_for(chosen, f"the page “{title}”")


def rows(app, title):
    """What a screen reader calls the entries of the list on a page that there are rows of."""
    entries = app.find("list", title)
    return [name for name in entries.names(entries.items()) if name]


@e2e.test
def sidebar_leads_to_pages(session):
    "the sidebar leads to the pages below the topics, and says which one is open"
    app = session.start(GOODHART)
    for title in PAGES:
        choose_page(app, title)
        wait_title(app, title)
    for title in reversed(PAGES[:-1]):
        app.key("alt+Left")
        wait_name(app, title)
        row = app.find("list", "Topics").find("list item", title)
        e2e.wait_for(lambda r=row: r.has_state("selected"), f"“{title}” to be selected")
    app.key("alt+Left")
    wait_name(app, TOPICS["goodharts-law"]["title"])
    app.key("alt+Right")
    wait_name(app, PAGES[0])
    app.quit()


@e2e.test
def glossary_narrows_down(session):
    "typing in the glossary leaves the terms that have the words, whatever their case and accents"
    app = session.start("plumb:term")
    wait_title(app, "Glossary")
    first = min((term["name"] for term in TERMS.values()), key=str.casefold)
    e2e.wait_for(lambda: first in rows(app, "Glossary"), f"the row “{first}”")
    app.key("ctrl+f")
    app.wait_focus(name="Look for a term")
    app.type("PROXY measurable")
    e2e.wait_for(lambda: rows(app, "Glossary") == ["Proxy"], "only “Proxy” to be left")
    count = app.find("status bar")
    e2e.wait_for(lambda: count.text == f"1 of {len(TERMS)}", "the number of terms")
    wait_text(app, plain(TERMS["proxy"]["definition"]))
    app.key("ctrl+a")
    app.type("zzzz")
    app.find("label", "Nothing Found")
    app.key("Escape")
    e2e.wait_for(lambda: first in rows(app, "Glossary"), "all of them again")
    app.quit()


@e2e.test
def place_marks_its_entry(session):
    "an address of one term opens the glossary there, and gives it the keyboard"
    app = session.start("plumb:term/proxy")
    wait_name(app, "Glossary")
    app.wait_focus("list item", "Proxy")
    app.key("Down")
    names = sorted((term["name"] for term in TERMS.values()), key=str.casefold)
    after = names[names.index("Proxy") + 1]
    app.wait_focus("list item", after)
    app.open("plumb:person/jan-leike")
    wait_name(app, "Key People and Resources")
    app.wait_focus("list item", "Jan Leike")
    wait_text(app, plain(PEOPLE["jan-leike"]["role"]))
    app.open("plumb:term/no-such-term")
    wait_text(app, "The glossary of this library has no term “no-such-term”.")
    app.key("alt+Left")
    app.wait_focus("list item", "Jan Leike")
    app.quit()


@e2e.test
def card_leads_to_page(session):
    "the card of a person that a topic names leads to their entry, and back"
    app = session.start(GOODHART + "?level=1#people")
    wait_title(app, TOPICS["goodharts-law"]["title"])
    person = PEOPLE[TOPICS["goodharts-law"]["people"][0]]
    text = f"{person['name']}: {plain(person['role'])}"
    label = e2e.wait_for(lambda: [n for n in app.all("label") if n.text == text], "the person")[0]
    label.focus_by_keyboard()
    app.key("Return")
    button = app.find("button", "Show in Key People")
    button.focus_by_keyboard()
    app.key("Return")
    wait_name(app, "Key People and Resources")
    app.wait_focus("list item", person["name"])
    app.key("alt+Left")
    wait_name(app, TOPICS["goodharts-law"]["title"])
    app.quit()


@e2e.test
def pitfalls_open(session):
    "a pitfall opens with Enter, all of them with a button, and lead to their topic"
    app = session.start("plumb:pitfalls")
    wait_title(app, "Common Pitfalls")
    topic = TOPICS[SIDEBAR[0]["id"]]
    first, second = topic["pitfalls"][:2]
    claim = plain(first["claim"])
    app.wait_focus("list item", claim)
    wait_no_text(app, plain(first["reply"]))
    app.key("Return")
    wait_text(app, plain(first["reply"]), f"From: {topic['title']}")
    wait_no_text(app, plain(second["reply"]))
    button = app.find("toggle button", "Show All Replies")
    button.press()
    wait_text(app, plain(second["reply"]))
    button.press()
    wait_no_text(app, plain(second["reply"]))
    app.quit()


@e2e.test
def topic_leads_to_all_pitfalls(session):
    "the pitfalls of a topic lead to those of all topics, and those to the topic"
    app = session.start(GOODHART + "?level=1#pitfalls")
    label = e2e.wait_for(
        lambda: [n for n in app.all("label") if n.text == "The pitfalls of all topics"], "the link"
    )[0]
    label.focus_by_keyboard()
    app.key("Return")
    wait_name(app, "Common Pitfalls")
    claim = plain(TOPICS["goodharts-law"]["pitfalls"][0]["claim"])
    app.wait_focus("list item", claim)
    app.key("Return")
    reply = plain(TOPICS["goodharts-law"]["pitfalls"][0]["reply"])
    wait_text(app, reply)
    title = TOPICS["goodharts-law"]["title"]
    text = f"{reply}\nFrom: {title}"
    for _ in range(20):
        node, caret = app.cursor()
        if node is not None and node.role == "label" and (node.text, caret) == (
            text,
            len(text) - len(title),
        ):
            break
        e2e.check(app.step(), "Tab stops")
    app.key("Return")
    wait_name(app, title)
    app.quit()


@e2e.test
def pages_are_kept(session):
    "a page can be marked, handed on as an address, and is there again the next time"
    app = session.start("plumb:pitfalls")
    wait_name(app, "Common Pitfalls")
    app.key("ctrl+d")
    app.find("toggle button", "Remove bookmark")
    choose_page(app, "Glossary")
    app.find("toggle button", "Bookmark this page")
    app.quit()
    app = session.start()
    wait_name(app, "Glossary")
    wait_title(app, "Glossary")
    app.quit()


@e2e.test(width=360, height=720)
def narrow_window(session):
    "in a narrow window the pages fit, and the sidebar turns to them"
    app = session.start("plumb:term")
    wait_title(app, "Glossary")
    app.wait_still()
    width = app.window.extents[2]
    e2e.check(width <= 360, f"the window is {width} wide")
    app.quit()


@e2e.test
def small_library(session):
    "a library without people and glossary does not list their pages, and says so when one comes by link"
    folder = pathlib.Path(session.stage.environment["HOME"]) / "pond"
    (folder / "topics").mkdir(parents=True)
    (folder / "library.json").write_text(
        json.dumps(
            {
                "format": 1,
                "id": "pond",
                "version": "1",
                "title": "Our pond",
                "licence": "CC-BY-SA-4.0",
                "lang": "en",
                "sections": [{"id": "water", "title": "Water"}],
            }
        )
    )
    block = {"id": "start", "type": "paragraph", "framing": True, "text": "Ponds turn green."}
    (folder / "topics" / "ponds.json").write_text(
        json.dumps(
            {
                "format": 1,
                "id": "ponds",
                "section": "water",
                "title": "Ponds",
                "summary": "Ponds turn green.",
                "levels": [{"level": 1, "blocks": [block]}],
            }
        )
    )
    app = session.start("--library", str(folder), "plumb:term")
    app.find("label", "No Glossary")
    topics = app.find("list", "Topics")
    e2e.check_equal(len(topics.items()), 1, "the number of rows in the sidebar")
    e2e.check_equal(len(MANIFEST["sections"]) > 1, True, "the bundled library is another")
    app.quit()


e2e.run()
