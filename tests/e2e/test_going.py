# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back and forward, several windows, and links and citations to take away."""

import re
import shutil

import plumb_e2e as e2e
from plumb_pages import (
    GOODHART,
    LIBRARY,
    OUTER,
    TOPICS,
    choose_topic,
    open_menu,
    wait_level,
    wait_name,
    wait_text,
    wait_title,
)

NO_TOPIC = "This Topic Can’t Be Shown"
TITLE = "Goodhart’s law"


def wait_buttons(app, back, forward):
    """Waits until the header's buttons can be used, or can't, as said."""
    states = {"Back": back, "Forward": forward}
    for name, can in states.items():
        button = app.find("button", name)
        e2e.wait_for(lambda: button.has_state("sensitive") == can, f"{name} to be {can}")


@e2e.test
def goes_back_and_forward(session):
    """keys, buttons, menu and mouse go through the places that one has been to, with their level"""
    app = session.start(GOODHART + "?level=2")
    wait_name(app, TITLE)
    wait_buttons(app, False, False)
    choose_topic(app, TOPICS["outer-alignment"])
    app.key("ctrl+3")
    wait_level(app, 3)
    choose_topic(app, TOPICS["inner-alignment"])
    wait_buttons(app, True, False)

    app.key("alt+Left")
    wait_name(app, "Outer alignment")
    wait_level(app, 3)
    app.find("button", "Back").press()
    wait_name(app, TITLE)
    wait_level(app, 2)
    wait_buttons(app, False, True)
    app.key("alt+Left")
    app.click(800, 400, button=9)
    wait_name(app, "Outer alignment")
    app.click(800, 400, button=8)
    wait_name(app, TITLE)
    app.key("alt+Right")
    wait_name(app, "Outer alignment")
    open_menu(app, "Page menu", "Forward")
    wait_name(app, "Inner alignment")
    open_menu(app, "Page menu", "Back")
    wait_name(app, "Outer alignment")
    # A new way begins here, and what lay ahead is no longer ahead.
    choose_topic(app, TOPICS["specification-gaming"])
    wait_buttons(app, True, False)
    app.quit()


@e2e.test(locale="ar_EG.UTF-8")
def goes_back_in_a_mirrored_window(session):
    """from right to left, Alt+Right goes back"""
    app = session.start(GOODHART + "?level=1")
    choose_topic(app, TOPICS["outer-alignment"])
    app.key("alt+Right")
    wait_name(app, TITLE)
    app.key("alt+Left")
    wait_name(app, "Outer alignment")
    app.quit()


@e2e.test
def has_several_windows(session):
    """a new window opens where one is and goes its own way; the next start opens both again"""
    app = session.start(GOODHART + "?level=2")
    wait_name(app, TITLE)
    new, old_id = app.new_window()
    e2e.wait_for(lambda: new.name == TITLE, "the same topic")
    new.find("heading", "Level 2 · Working knowledge")
    app.key("ctrl+3")
    new.find("heading", "Level 3 · Technical")
    app.open(OUTER + "?level=1")
    e2e.wait_for(lambda: new.name == "Outer alignment", "a link in the window used last")
    names = sorted(window.name for window in app.windows())
    e2e.check_equal(names, [TITLE, "Outer alignment"], "the windows")
    old = next(window for window in app.windows() if window != new)
    e2e.check(old.all("heading", "Level 2 · Working knowledge"), "the first window moved too")
    app.quit()

    app = session.start()
    e2e.wait_for(lambda: len(app.windows()) == 2, "both windows")
    e2e.wait_for(lambda: sorted(w.name for w in app.windows()) == names, "their places")
    outer = next(window for window in app.windows() if window.name == "Outer alignment")
    app.key("ctrl+w")
    e2e.wait_for(lambda: len(app.windows()) == 1, "one window to close")
    e2e.check(outer in app.windows() or app.window.name == TITLE, "both are gone")
    app.use_window(app.program.wait_window())
    app.key("ctrl+w")
    e2e.check_equal(app.wait_exit(), 0, "the status after the last window")


@e2e.test
def opens_places_from_elsewhere(session):
    """a second run opens its place in the running program, or says what is wrong and ends"""
    app = session.start("--topic", "goodharts-law", "--level", "3", "--audience", "builder")
    wait_name(app, TITLE)
    wait_level(app, 3)
    e2e.wait_for(lambda: app.find("page tab", "Builder").has_state("checked"), "the audience")
    app.open(OUTER + "?level=2")
    wait_name(app, "Outer alignment")
    wait_level(app, 2)
    app.open()
    wait_title(app, "Outer alignment")
    again = session.stage.start(["plumb:topic/no-such-topic"])
    e2e.check_equal(again.wait_exit(), 1, "the status")
    e2e.check("no-such-topic" in again.output, f"the message: {again.output!r}")
    app.quit()


@e2e.test
def a_topic_that_is_not_there_is_a_step(session):
    """a link to a topic that is not there says so, Back leads to where one was, and Forward to the message"""
    app = session.start(OUTER + "?level=2")
    choose_topic(app, TOPICS["goodharts-law"])
    again = session.stage.start(["plumb:topic/no-such-topic"])
    e2e.check_equal(again.wait_exit(), 1, "the status")
    wait_name(app, NO_TOPIC)
    wait_text(app, "This library has no topic “no-such-topic”.")
    wait_buttons(app, True, False)
    outline = app.find("button", "Outline")
    e2e.wait_for(lambda: not outline.has_state("sensitive"), "the outline to be out of reach")
    app.key("alt+Left")
    wait_name(app, TITLE)
    app.key("alt+Left")
    wait_name(app, "Outer alignment")
    app.key("alt+Right")
    app.key("alt+Right")
    wait_name(app, NO_TOPIC)
    app.key("alt+Left")
    wait_name(app, TITLE)
    app.quit()


@e2e.test
def a_damaged_topic_is_a_step(session):
    """a topic that can't be read says where it is damaged, and is where the next start opens"""
    library = session.stage.folder / "library"
    shutil.copytree(LIBRARY, library)
    damaged = library / "topics" / "outer-alignment.json"
    damaged.write_text(damaged.read_text(encoding="utf-8")[:2000], encoding="utf-8")
    arguments = ["--library", library]
    app = session.start(*arguments, GOODHART + "?level=2")
    wait_level(app, 2)
    app.quit()
    app = session.start(*arguments, OUTER)
    wait_text(app, NO_TOPIC)
    wait_text(app, "topics/outer-alignment.json")
    app.find("list", "Topics").select(re.compile(f"^{TITLE}\\."))
    wait_name(app, TITLE)
    app.key("alt+Left")
    wait_text(app, "topics/outer-alignment.json")
    app.quit()
    app = session.start(*arguments)
    wait_text(app, "topics/outer-alignment.json")
    damaged.write_text((LIBRARY / "topics" / damaged.name).read_text(encoding="utf-8"), encoding="utf-8")
    app.quit()
    app = session.start(*arguments)
    wait_name(app, "Outer alignment")
    app.quit()


@e2e.test
def copies_links_and_citations(session):
    """the link and the citation that are copied name the place, and the link leads back to it"""
    app = session.start(GOODHART + "?level=2&audience=builder")
    wait_level(app, 2)
    app.key("ctrl+shift+c")
    app.find(name="Link copied")
    app.key("ctrl+k")
    entry = app.wait_focus(name="Search all topics")
    app.key("ctrl+v")
    link = e2e.wait_for(lambda: entry.text, "the link")
    e2e.check_equal(link, GOODHART + "?level=2&audience=builder", "the link")
    app.key("Escape")
    app.key("Escape")
    app.wait_absent("entry", "Search all topics")
    app.key("ctrl+alt+c")
    app.find(name="Citation copied")
    app.key("ctrl+k")
    entry = app.wait_focus(name="Search all topics")
    app.key("ctrl+v")
    citation = e2e.wait_for(lambda: entry.text, "the citation")
    for part in (TITLE, "level 2", "AI alignment", TOPICS["goodharts-law"]["updated"], link):
        e2e.check(part in citation, f"no {part} in {citation}")
    app.key("Escape")
    app.key("Escape")
    choose_topic(app, TOPICS["outer-alignment"])
    app.open(link)
    wait_name(app, TITLE)
    wait_level(app, 2)
    app.quit()


@e2e.test(width=360, height=720)
def goes_between_sidebar_and_page_on_a_phone(session):
    """in a narrow window one sees the topics or the page; F9 and the back button change between them"""
    app = session.start(GOODHART + "?level=1")
    app.resize(360, 720)
    app.find("heading", TITLE)
    app.wait_absent("list", "Topics")
    app.key("F9")
    app.find("list", "Topics")
    e2e.wait_for(lambda: not app.all("heading", TITLE), "the page to give way")
    app.step_to("list item")
    app.wait_focus("list item", re.compile(rf"^{TITLE}\."))
    row = app.find("list item", re.compile(r"^Outer alignment\."))
    row.focus_by_keyboard("Up")
    app.key("Return")
    wait_name(app, "Outer alignment")
    app.find("slider", "Depth")
    app.wait_absent("list", "Topics")
    app.quit()


e2e.run()
