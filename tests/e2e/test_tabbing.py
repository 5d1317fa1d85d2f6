# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard reaches every link in the text, and every control, and never gets stuck."""

import plumb_e2e as e2e
from plumb_pages import TOPICS, links, plain, said, strings, wait_level, wait_name

LEVEL = 3
CONTROLS = ["Search", "Main Menu", "Bookmark this page", "Outline", "Page menu", "Researcher"]
# Between them these have every kind of block with links in it.
SOME = ["what-alignment-is", "goodharts-law", "is-alignment-solvable"]


def linked_texts(topic):
    """The texts of the deepest level that have links, and of the parts below it that show always."""
    levels = [level for level in topic["levels"] if level["level"] == LEVEL]
    parts = [topic.get(key) for key in ("why_now", "status", "take", "discussion")]
    return [text for text in strings([levels, parts]) if "<a href" in text]


def step_in_table(app):
    """Presses Tab in a table. In text that can't be selected a link is not told apart from the next
    except on the display, where it is drawn with a line round it. Returns where the keyboard then
    is, or None where only that line moved."""
    app.wait_still(quiet=0.1)
    before, picture = app.cursor(), app.session.stage.picture()
    app.key("Tab")
    e2e.wait_for(
        lambda: app.session.stage.picture() != picture or app.cursor() != before, "the focus to move"
    )
    after = app.cursor()
    return after if after != before else None


def stops(app):
    """Where Tab leads, once round the window: a dictionary of objects, each with a set of places in
    its text."""
    app.find("slider", "Depth").focus_by_keyboard()
    found = {}
    silent = 0
    while silent < 8:
        at = app.focus()
        stop = step_in_table(app) if at is not None and at.role == "table cell" else app.step()
        silent = 0 if stop else silent + 1
        node, place = stop or (app.focus(), -silent)
        if place in found.setdefault(node, set()):
            return found
        found[node].add(place)
    raise AssertionError(f"Tab stops at {app.focus()!r}")


def check_links(app, topic, reached):
    """Checks that each link of a topic is among the stops; returns how many there are."""
    nodes = list(reached)
    texts = [(text or "", node) for text, node in zip(app.root.read(nodes), nodes)]
    seen = 0
    for markup in linked_texts(topic):
        text = plain(markup)
        for number, (href, offset) in enumerate(links(markup)):
            there = {
                place
                for shown, node in texts
                if text in shown
                for place in (shown.index(text) + offset, -number)
                if place in reached[node]
            }
            e2e.check(there, f"{topic['id']}: Tab does not reach {href} in “{text}”")
            seen += 1
    return seen


@e2e.test(width=900, height=500)
def tab_reaches_everything(session):
    """Tab leads round the window, to every link of a topic and every control, each with a name"""
    app = session.start(f"plumb:topic/{SOME[0]}?level={LEVEL}")
    for topic_id in SOME:
        topic = TOPICS[topic_id]
        app.open(f"plumb:topic/{topic_id}?level={LEVEL}")
        wait_name(app, topic["title"])
        wait_level(app, LEVEL)
        app.find("heading", "Sources")
        reached = stops(app)
        e2e.check(check_links(app, topic, reached) > 0, f"{topic_id} has no links")
        for node in reached:
            e2e.check(said(node), f"{topic_id}: {node!r} has no name")
        names = app.root.names(list(reached))
        for control in CONTROLS:
            e2e.check(control in names, f"{topic_id}: Tab does not reach {control}")
    app.quit()


@e2e.test(width=900, height=500)
def tab_leads_back(session):
    """Shift+Tab leads to the same objects in the other order"""
    app = session.start("plumb:topic/goodharts-law?level=1")
    app.find("heading", "Sources")
    forward = list(stops(app))
    gauge = app.find("slider", "Depth").focus_by_keyboard()
    backward = [gauge]
    while app.step("shift+Tab"):
        if app.focus() == gauge:
            break
        if app.focus() != backward[-1]:
            backward.append(app.focus())
    e2e.check_equal(set(backward), set(forward), "the objects")
    app.quit()


e2e.run()
