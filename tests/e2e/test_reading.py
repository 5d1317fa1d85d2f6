# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading: topics, depth, audiences, the debate and links, by keyboard and by ear."""

import json
import pathlib
import re

import plumb_e2e as e2e

LIBRARY = pathlib.Path(__file__).resolve().parents[2] / "data" / "library"
TOPICS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((LIBRARY / "topics").glob("*.json"))
}
POSITIONS = ["Optimistic", "Pessimistic", "Moderate", "Skeptical"]
GOODHART = "plumb:topic/goodharts-law"


def title_of(app):
    """The heading at the top of the page."""
    return app.find("heading", where=lambda node: node.attributes.get("level") == "1").name


def plain(markup):
    """A text as it is read: without its markup."""
    text = re.sub(r"<[^>]*>", "", markup)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def shown_text(app):
    """All the text on the page."""
    return "\n".join(app.texts())


@e2e.test
def opens_each_topic(session):
    """choosing a topic in the sidebar opens it, with its title, summary and text"""
    app = session.start()
    for topic in TOPICS.values():
        topics = app.find("list", "Topics")
        topics.select(re.compile("^" + re.escape(topic["title"])))
        e2e.wait_for(lambda: title_of(app) == topic["title"], f"the title of {topic['id']}")
        e2e.wait_for(lambda: plain(topic["summary"]) in shown_text(app), "the summary")
    app.quit()


@e2e.test
def gauge_by_keyboard(session):
    """the gauge goes deeper with the arrow keys, says where it is, and the page follows"""
    app = session.start(GOODHART + "?level=1")
    gauge = app.find("slider", "Depth")
    e2e.wait_for(lambda: gauge.value_text == "Level 1 of 3, Essentials", "the first level's name")
    gauge.focus_by_keyboard()
    app.key("Down")
    e2e.wait_for(lambda: gauge.value_text == "Level 2 of 3, Working knowledge", "the second level")
    app.find("heading", re.compile("^Level 2"))
    app.key("ctrl+3")
    e2e.wait_for(lambda: gauge.value_text == "Level 3 of 3, Technical", "the third level")
    app.find("heading", re.compile("^Level 3"))
    app.key("ctrl+1")
    app.find("heading", re.compile("^Level 1"))
    e2e.check_equal(gauge.value, 1, "the gauge's value")
    app.quit()


@e2e.test
def gauge_rounds(session):
    """a number between two levels, set over the accessibility bus, becomes a level"""
    app = session.start(GOODHART + "?level=1")
    gauge = app.find("slider", "Depth")
    gauge.value = 2.4
    e2e.wait_for(lambda: gauge.value == 2, "a whole level")
    app.find("heading", re.compile("^Level 2"))
    app.quit()


@e2e.test
def audiences(session):
    """each tab shows the points of its audience"""
    app = session.start(GOODHART + "?level=2#takeaways")
    for takeaway in TOPICS["goodharts-law"]["takeaways"]:
        tab = app.find("page tab", re.compile("^" + takeaway["audience"], re.IGNORECASE))
        tab.click()
        for point in takeaway["points"]:
            e2e.wait_for(lambda: plain(point) in shown_text(app), f"a point for {tab.name}")
    app.quit()


@e2e.test
def audiences_in_a_narrow_window(session):
    """where the tabs don't fit there is one list to choose from"""
    app = session.start(GOODHART + "?level=2#takeaways")
    app.resize(360, 720)
    app.find("combo box", "Audience")
    e2e.check(not app.all("page tab", "Builder"), "the tabs are still there")
    app.quit()


@e2e.test
def four_positions(session):
    """the debate has four cards of one size, in the library's order, and deepens with the gauge"""
    app = session.start(GOODHART + "?level=1#debate")
    positions = app.find("list", "Positions")
    cards = e2e.wait_for(lambda: positions.all("list item", showing=False), "the cards")
    e2e.check_equal([card.name for card in cards], POSITIONS, "the order")
    sizes = {card.extents[2:] for card in cards}
    e2e.check_equal(len(sizes), 1, f"kinds of size in {sizes}")
    debate = TOPICS["goodharts-law"]["debate"]["positions"]
    for card, position in zip(cards, debate):
        e2e.check(plain(position["thesis"]) in "\n".join(card.texts()), f"no thesis on {card.name}")
        e2e.check(plain(position["objection"]) not in "\n".join(card.texts()), "too deep")
    app.key("ctrl+3")
    for card, position in zip(cards, debate):
        e2e.wait_for(
            lambda: plain(position["objection"]) in "\n".join(card.texts())
            and plain(position["answer"]) in "\n".join(card.texts()),
            f"the objection and the answer on {card.name}",
        )
    e2e.check_equal(len({card.extents[2:] for card in cards}), 1, "kinds of size at level 3")
    app.quit()


@e2e.test(width=360, height=720)
def one_position_at_a_time(session):
    """in a narrow window one card shows, under buttons that say which"""
    app = session.start(GOODHART + "?level=1#debate")
    app.resize(360, 720)
    for position in POSITIONS:
        button = app.find(name=position, where=lambda node: "button" in node.role)
        button.press()
        cards = e2e.wait_for(
            lambda: [c.name for c in app.all("list item") if c.name in POSITIONS] == [position],
            f"only the card of {position}",
        )
        e2e.check(cards, "no card")
    app.quit()


@e2e.test
def follows_links_by_keyboard(session):
    """links in the text are reached with Tab, and a term opens its definition"""
    glossary = json.loads((LIBRARY / "glossary.json").read_text(encoding="utf-8"))["terms"]
    topic = TOPICS["goodharts-law"]
    text = json.dumps(topic["levels"][0], ensure_ascii=False)
    linked = re.search(r"<a href='term:([a-z0-9-]+)'>", text).group(1)
    definition = plain(next(t["definition"] for t in glossary if t["id"] == linked))
    app = session.start(GOODHART + "?level=1")
    gauge = app.find("slider", "Depth")
    gauge.focus_by_keyboard()

    def opened():
        app.key("Tab")
        app.key("Return")
        return definition[:40] in shown_text(app)

    e2e.wait_for(opened, "the definition of " + linked)
    app.key("Escape")
    e2e.wait_for(lambda: definition[:40] not in shown_text(app), "the card to close")
    app.quit()


@e2e.test
def goes_back_and_forward(session):
    """Alt+Left and Alt+Right go through the places that one has been to"""
    app = session.start(GOODHART + "?level=2")
    first = title_of(app)
    app.find("list", "Topics").select(re.compile("^Outer alignment"))
    e2e.wait_for(lambda: title_of(app) == "Outer alignment", "the other topic")
    app.key("alt+Left")
    e2e.wait_for(lambda: title_of(app) == first, "the first topic again")
    app.key("alt+Right")
    e2e.wait_for(lambda: title_of(app) == "Outer alignment", "the other topic again")
    app.quit()


@e2e.test
def finds_on_the_page(session):
    """Ctrl+F finds words, whatever their case, and says how many there are"""
    app = session.start(GOODHART + "?level=2")
    app.key("ctrl+f")
    e2e.wait_for(lambda: app.focus() is not None and app.focus().role in ("text", "entry"), "the entry")
    app.type("PROXY")
    app.find(name=re.compile(r"^1 of \d+$"))
    app.key("ctrl+g")
    app.find(name=re.compile(r"^2 of \d+$"))
    app.key("Escape")
    app.wait_absent(name=re.compile(r"^2 of \d+$"))
    app.quit()


e2e.run()
