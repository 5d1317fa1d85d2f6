# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every topic of the library opens, and says at each level what is written for it."""

import re

import plumb_e2e as e2e
from plumb_pages import (
    LEVELS,
    SIDEBAR,
    TOPICS,
    choose_topic,
    level_of,
    plain,
    prose,
    wait_name,
    wait_text,
)


@e2e.test
def walks_through_the_sidebar(session):
    """the arrow keys lead through all topics in order and open each, but not those to come"""
    app = session.start("plumb:topic/" + SIDEBAR[0]["id"])
    app.step_to("list item")
    app.key("Home")
    for number, topic in enumerate(SIDEBAR):
        if number:
            app.key("Down")
        # A level that is all in view counts as read after a while, which may be over.
        said = "(?!To come)" if topic["id"] in TOPICS else "To come"
        app.wait_focus("list item", re.compile(rf"^{re.escape(topic['title'])}\. {said}"))
        if topic["id"] in TOPICS:
            wait_name(app, topic["title"])
            opened = topic["title"]
        else:
            e2e.check_equal(app.window.name, opened, "the title beside a topic to come")
    app.key("Home")
    wait_name(app, SIDEBAR[0]["title"])
    app.quit()


@e2e.test
def opens_each_topic(session):
    """choosing a topic in the sidebar opens it, with its summary and the text of each level"""
    app = session.start()
    for topic in TOPICS.values():
        choose_topic(app, topic)
        for number, name in LEVELS.items():
            app.key(f"ctrl+{number}")
            head = [topic["title"], plain(topic["summary"]), f"Level {number} · {name}"]
            wait_text(app, *head, *prose(level_of(topic, number)))
    app.quit()


e2e.run()
