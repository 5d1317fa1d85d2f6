# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links in the text show or open what they name, and the keyboard comes back from them."""

import re
import time

import plumb_e2e as e2e
from plumb_pages import (
    GOODHART,
    LIBRARY,
    OUTER,
    TERMS,
    TOPICS,
    level_of,
    links,
    plain,
    read_json,
    strings,
    wait_level,
    wait_name,
    wait_no_text,
    wait_text,
)

SOURCES = {source["id"]: source for source in read_json(LIBRARY / "sources.json")["sources"]}


def linked(value, scheme):
    """The first text in a piece of JSON with a link of this kind, and the link's address."""
    for text in strings(value):
        for href, _ in links(text):
            if href.startswith(scheme):
                return text, href
    raise AssertionError(f"no link to {scheme}")


def reach(app, text, offset):
    """Presses Tab until the link at OFFSET of a text has the keyboard; returns the label."""
    label = e2e.wait_for(lambda: label_of(app, text), f"the text “{text}”")
    wanted = (label, label.text.index(text) + offset)
    for _ in range(150):
        if app.cursor() == wanted:
            return label
        e2e.check(app.step(), f"Tab stops at {app.focus()!r}")
    raise AssertionError(f"Tab does not reach the link at {offset} of “{text}”")


def label_of(app, text):
    """The label that has this text."""
    labels = app.all("label")
    return next((n for n, t in zip(labels, app.root.read(labels)) if t and text in t), None)


def follow(app, markup, href):
    """Follows a link by keyboard; returns the label that it is in."""
    offset = next(offset for address, offset in links(markup) if address == href)
    label = reach(app, plain(markup), offset)
    app.key("Return")
    return label


@e2e.test
def terms_show_their_definition(session):
    """a term opens a card with its definition; Escape closes it, and one goes on where one was"""
    app = session.start(GOODHART + "?level=1")
    markup, href = linked(level_of(TOPICS["goodharts-law"], 1), "term:")
    term = TERMS[href.partition(":")[2]]
    label = follow(app, markup, href)
    wait_text(app, plain(term["definition"]))
    app.find("heading", term["name"])
    app.key("Escape")
    wait_no_text(app, plain(term["definition"]))
    e2e.wait_for(lambda: app.focus() == label, "the keyboard back in the text")
    before = label.caret
    e2e.check(app.step() and app.cursor() != (label, 0), "Tab starts over")
    e2e.check(app.focus() != label or label.caret > before, "Tab does not go on to the next link")
    app.quit()


@e2e.test
def claims_say_how_sure_they_are(session):
    """a claim shows its kind, confidence and date, and its sources"""
    topic = TOPICS["is-alignment-solvable"]
    app = session.start(f"plumb:topic/{topic['id']}?level=2")
    markup, href = linked(level_of(topic, 2), "claim:")
    claim = next(c for c in topic["claims"] if c["id"] == href.partition(":")[2])
    follow(app, markup, href)
    name = f"{claim['kind'].title()}, {claim['confidence']}"
    date = claim["as_of"]
    if len(date) > 4:
        date = time.strftime("%B %Y", time.strptime(date, "%Y-%m"))
    app.find("heading", name)
    wait_text(app, plain(claim["text"]), f"As of {date}")
    for source in claim["sources"]:
        wait_text(app, SOURCES[source]["title"])
    app.key("Escape")
    app.wait_absent("heading", name)
    app.quit()


@e2e.test
def topics_open(session):
    """a link to a topic goes there, and Back leads to where it was"""
    markup, href = linked(TOPICS["outer-alignment"], "topic:")
    level = next(
        level["level"]
        for level in TOPICS["outer-alignment"]["levels"]
        if markup in strings(level["blocks"])
    )
    app = session.start(f"{OUTER}?level={level}")
    follow(app, markup, href)
    wait_name(app, TOPICS[href.partition(":")[2]]["title"])
    wait_level(app, level)
    app.key("alt+Left")
    wait_name(app, "Outer alignment")
    wait_text(app, plain(markup))
    app.quit()


@e2e.test
def figures_name_their_source(session):
    """the source of a figure opens as a card, and its address there shows before it is opened"""
    app = session.start(GOODHART + "?level=2")
    chart = next(b for b in level_of(TOPICS["goodharts-law"], 2) if b["type"] == "table")
    source = SOURCES[chart["source"]]
    label = e2e.wait_for(lambda: [n for n in app.all("label") if n.text == "Source"], "a source")[0]
    label.focus_by_keyboard()
    app.wait_still()
    app.key("Return")
    card = app.find("label", "Source", where=lambda n: n != label and not n.has_state("focusable"))
    wait_text(app, source["title"])
    app.wait_focus("label", re.compile(re.escape(source["title"])))
    e2e.check(card is not None, "no card")
    while app.cursor()[1] == 0:
        e2e.check(app.step(), "Tab does not reach the address on the card")
    app.key("Return")
    app.find("button", "Open in Browser")
    app.key("Escape")
    app.wait_absent("button", "Open in Browser")
    app.quit()


@e2e.test
def the_web_shows_its_address_first(session):
    """a link to the web shows its address, and opens or copies it only when told to"""
    home = session.home
    opened = session.stage.folder / "opened"
    applications = home / "data" / "applications"
    applications.mkdir(parents=True)
    (applications / "browser.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Browser\n"
        f"Exec=sh -c 'echo \"$0\" >> {opened}' %u\nMimeType=x-scheme-handler/https;\n"
    )
    (home / "config").mkdir()
    (home / "config" / "mimeapps.list").write_text(
        "[Default Applications]\nx-scheme-handler/https=browser.desktop\n"
    )
    app = session.start(GOODHART + "?level=1#sources")
    listed = app.find("heading", "Sources").parent.find("list")
    text = e2e.wait_for(lambda: [t for t in listed.texts() if "https://" in t], "a source")[0]
    address = re.search(r"https://\S+", text).group(0)
    reach(app, text, text.index(address))
    app.key("Return")
    button = app.find("button", "Open in Browser")
    wait_text(app, "On the web")
    e2e.wait_for(lambda: label_of(app, address), "the address to be shown")
    e2e.check(not opened.exists(), "it was opened without asking")
    app.find("button", "Copy Address").focus_by_keyboard()
    app.key("Return")
    app.wait_absent("button", "Open in Browser")
    app.key("ctrl+k")
    entry = app.wait_focus(name="Search all topics")
    app.key("ctrl+v")
    e2e.wait_for(lambda: entry.text == address, "the address that was copied")
    app.key("Escape")
    app.key("Escape")
    reach(app, text, text.index(address))
    app.key("Return")
    button = app.find("button", "Open in Browser")
    button.focus_by_keyboard()
    app.key("Return")
    e2e.wait_for(lambda: opened.exists() and opened.read_text().strip() == address, "the browser")
    app.wait_absent("button", "Open in Browser")
    app.quit()


e2e.run()
