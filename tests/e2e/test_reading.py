# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading one topic: depth, audiences, the debate, pitfalls, finding words, outline and size."""

import re

import plumb_e2e as e2e
from plumb_pages import (
    AUDIENCES,
    GOODHART,
    POSITIONS,
    TOPICS,
    level_of,
    open_menu,
    plain,
    wait_level,
    wait_no_text,
    wait_text,
)

TOPIC = TOPICS["goodharts-law"]


def y_of(node):
    """How far down the window an object begins."""
    return node.extents[1]


@e2e.test
def moves_the_gauge(session):
    """the gauge goes deeper by arrow keys, shortcuts and the bus, says where it is, and the page follows"""
    app = session.start(GOODHART + "?level=1")
    gauge = app.find("slider", "Depth")
    e2e.wait_for(lambda: gauge.value_text == "Level 1 of 3, Essentials", "the first level's name")
    gauge.focus_by_keyboard()
    app.key("Down")
    e2e.wait_for(lambda: gauge.value_text == "Level 2 of 3, Working knowledge", "level 2")
    wait_level(app, 2)
    app.key("Down")
    e2e.wait_for(lambda: gauge.value_text == "Level 3 of 3, Technical", "level 3")
    wait_level(app, 3)
    app.key("Up")
    wait_level(app, 2)
    e2e.wait_for(lambda: gauge.focused, "the gauge to keep the keyboard")
    app.key("ctrl+1")
    wait_level(app, 1)
    e2e.wait_for(lambda: gauge.value == 1, "the gauge at 1")
    # A number between two levels becomes a level.
    gauge.value = 2.4
    e2e.wait_for(lambda: gauge.value == 2, "a whole level")
    wait_level(app, 2)
    app.quit()


def begins(topic, number, block_id):
    """What a block of a level begins with, as it is read."""
    found = next(b for b in level_of(topic, number) if b["id"] == block_id)
    return plain(found.get("title") or found["text"])


def check_still_at(app, name, above, change):
    """Checks that something comes to rest at this height after a change."""
    app.wait_still()
    y = y_of(app.find(name=name))
    e2e.check(abs(y - above) <= 2, f"{change} moves it from {above} to {y}")


@e2e.test
def keeps_the_place(session):
    """larger text, another width and another depth leave what one reads where it is in the view"""
    topic = TOPICS["inner-alignment"]
    # These two share most claims with each other.
    text, shallow = begins(topic, 3, "language"), begins(topic, 2, "caution")
    app = session.start(f"plumb:topic/{topic['id']}?level=3#language")
    app.wait_still()
    above = y_of(app.find(name=text))
    e2e.check(0 < above < 200, f"the block that the place names is at {above}")
    height = app.find(name=text).extents[3]
    app.key("ctrl+plus")
    e2e.wait_for(lambda: app.find(name=text).extents[3] > height, "larger text")
    check_still_at(app, text, above, "larger text")
    app.resize(800, 700)
    check_still_at(app, text, above, "a narrower window")
    app.resize(1280, 860)
    check_still_at(app, text, above, "a wider window")
    app.key("ctrl+2")
    wait_level(app, 2)
    app.wait_still()
    y = y_of(app.find(name=shallow))
    e2e.check(above - 2 <= y <= above + 40, f"what is said of the same is at {y}, not {above}")
    app.key("ctrl+3")
    wait_level(app, 3)
    check_still_at(app, text, above, "level 3 again")
    app.quit()


@e2e.test
def keeps_the_place_below_the_text(session):
    """parts below the text stay in view as well"""
    app = session.start(GOODHART + "?level=1#take")
    app.wait_still()
    above = y_of(app.find("heading", "Our take"))
    e2e.check(0 < above < 200, f"the part that the place names is at {above}")
    app.key("ctrl+3")
    wait_level(app, 3)
    check_still_at(app, "Our take", above, "going deeper")
    app.resize(360, 720)
    check_still_at(app, "Our take", above, "a narrow window")
    app.quit()


@e2e.test
def changes_audience(session):
    """each tab shows the points of its audience, and the next topic keeps to that audience"""
    app = session.start(GOODHART + "?level=2&audience=researcher#takeaways")
    points = {t["audience"]: [plain(p) for p in t["points"]] for t in TOPIC["takeaways"]}
    wait_text(app, *points["researcher"])
    app.find("page tab", "Researcher").focus_by_keyboard()
    for audience in list(AUDIENCES)[1:]:
        e2e.check(app.step("Right"), "the arrow key does not lead to the next tab")
        app.key("space")
        wait_text(app, *points[audience])
        wait_no_text(app, points["researcher"][0])
        tab = app.find("page tab", AUDIENCES[audience])
        e2e.wait_for(lambda: tab.has_state("checked"), f"{audience} to be chosen")
    app.quit()


@e2e.test
def audiences_in_a_narrow_window(session):
    """where the tabs don't fit there is one list to choose from"""
    app = session.start(GOODHART + "?level=2&audience=researcher#takeaways")
    app.resize(360, 720)
    choice = app.find("combo box", "Audience: Researcher")
    app.wait_absent("page tab")
    choice.find("toggle button").focus_by_keyboard()
    app.key("space")
    wait_text(app, *AUDIENCES.values())
    app.wait_focus("list item")
    e2e.check(app.step("Down"), "the arrow key does not lead to the next audience")
    app.key("Return")
    points = next(t["points"] for t in TOPIC["takeaways"] if t["audience"] == "builder")
    wait_text(app, *map(plain, points))
    e2e.wait_for(lambda: choice.name == "Audience: Builder", "the new name")
    app.quit()


def faults_of_cards(app, level, rows):
    """What is wrong with the four cards of the debate at this level, in so many rows."""
    cards = app.find("list", "Positions").items()
    if [card.name for card in cards] != POSITIONS:
        return [f"the cards are {cards}"]
    faults = []
    sizes = {tuple(card.extents[2:]) for card in cards}
    if len(sizes) != 1:
        faults.append(f"cards of several sizes: {sizes}")
    if len({y_of(card) for card in cards}) != rows:
        faults.append(f"not {rows} rows: {[card.extents for card in cards]}")
    for card, position in zip(cards, TOPIC["debate"]["positions"]):
        said = "\n".join(card.texts())
        parts = {"thesis": (position["thesis"], 1)}
        parts.update({reason["text"][:20]: (reason["text"], 2) for reason in position["reasons"]})
        parts.update({part: (position[part], 3) for part in ("objection", "answer")})
        for part, (text, least) in parts.items():
            if (plain(text) in said) != (level >= least):
                faults.append(f"{card.name}: {part} {'is not' if level >= least else 'is'} there")
    return faults


def check_cards(app, level, rows):
    """Waits until the four cards of the debate are as they are at this level."""
    e2e.wait_right(lambda: faults_of_cards(app, level, rows), f"the cards at level {level}")


@e2e.test
def sets_four_positions_side_by_side(session):
    """four cards of one size, in the library's order, that deepen with the gauge"""
    app = session.start(GOODHART + "?level=1#debate")
    wait_text(app, plain(TOPIC["debate"]["question"]))
    for level in (1, 2, 3):
        app.key(f"ctrl+{level}")
        wait_level(app, level)
        check_cards(app, level, rows=1)
    app.resize(820, 700)
    check_cards(app, 3, rows=2)
    app.quit()


@e2e.test(width=360, height=720)
def shows_one_position_at_a_time(session):
    """in a narrow window one card shows, under buttons that say which"""
    app = session.start(GOODHART + "?level=3#debate")
    app.resize(360, 720)
    for title, position in zip(POSITIONS, TOPIC["debate"]["positions"]):
        app.find(name=title, where=lambda node: "button" in node.role).press()
        cards = app.find("list", "Positions")
        e2e.wait_for(
            lambda: cards.names(cards.all("list item")) == [title], f"the card of {title} alone"
        )
        wait_text(app, *(plain(position[part]) for part in ("thesis", "objection", "answer")))
    app.quit()


@e2e.test
def replies_to_pitfalls_on_demand(session):
    """a reply shows when it is asked for, by keyboard, and goes away again"""
    app = session.start(GOODHART + "?level=1#pitfalls")
    pitfall = TOPIC["pitfalls"][0]
    claim = app.find("button", plain(pitfall["claim"]))
    wait_no_text(app, plain(pitfall["reply"]))
    claim.focus_by_keyboard()
    app.key("Return")
    wait_text(app, plain(pitfall["reply"]))
    e2e.wait_for(lambda: claim.has_state("expanded"), "a screen reader to be told")
    e2e.check(app.step(), "Tab stops at an open pitfall")
    app.wait_focus(name=plain(pitfall["reply"]))
    e2e.check(app.step("shift+Tab"), "Shift+Tab does not lead back")
    app.key("Return")
    wait_no_text(app, plain(pitfall["reply"]))
    app.quit()


@e2e.test
def shows_the_other_parts(session):
    """the page has the take, signed and marked as opinion, the statuses, people, sources and next"""
    app = session.start(GOODHART + "?level=2")
    texts = [plain(TOPIC["take"]["text"]), plain(TOPIC["why_now"]["text"])]
    texts += [facet["name"] for facet in TOPIC["status"] if "name" in facet]
    texts += ["An opinion", "2 min"]
    wait_text(app, *texts)
    app.find("label", re.compile(r"^\d+ words$"))
    app.find("label", re.compile(r"^\d+ sources$"))
    app.quit()


def found(app, pattern):
    """Waits until the bar that finds words says this of its matches; returns what it says."""

    def said():
        texts = [node.text for node in app.all("status bar")]
        return next((text for text in texts if re.fullmatch(pattern, text)), None)

    return e2e.wait_for(said, f"matches as in {pattern}")


@e2e.test
def finds_on_the_page(session):
    """Ctrl+F finds words, whatever their case, says which and how many, and gives the keyboard back"""
    app = session.start(GOODHART + "?level=2")
    app.find("slider", "Depth").focus_by_keyboard()
    app.key("ctrl+f")
    app.wait_focus(name="Find on this page")
    app.type("PROXY")
    total = found(app, r"1 of \d+").rpartition(" ")[2]
    app.key("ctrl+g")
    found(app, f"2 of {total}")
    app.key("ctrl+shift+g")
    found(app, f"1 of {total}")
    app.key("ctrl+shift+g")
    found(app, f"{total} of {total}")
    app.find("button", "Next match").press()
    found(app, f"1 of {total}")
    app.key("ctrl+3")
    wait_level(app, 3)
    found(app, rf"\d+ of (?!{total}$)\d+")
    app.key("ctrl+a")
    app.type("zzyzx")
    found(app, "Not found")
    app.key("Escape")
    app.wait_absent("entry", "Find on this page")
    app.wait_focus("slider", "Depth")
    app.quit()


@e2e.test
def jumps_by_the_outline(session):
    """Ctrl+J lists the headings of the page, and choosing one scrolls to it"""
    app = session.start(GOODHART + "?level=3")
    headings = [b["text"] for b in level_of(TOPIC, 3) if b["type"] == "heading"]
    app.key("ctrl+j")
    outline = app.find("list", "Outline")
    wanted = {*headings, "Where people disagree", "Sources"}
    e2e.wait_right(lambda: wanted - set(outline.names(outline.items())), "what the outline lacks")
    row = outline.find("list item", "Where people disagree")
    app.wait_focus("list item")
    row.focus_by_keyboard("Down")
    app.key("Return")
    app.wait_absent("list", "Outline")
    heading = app.find("heading", "Where people disagree")
    e2e.wait_for(lambda: 0 < y_of(heading) < 200, "the heading at the top of the view")
    app.quit()


@e2e.test
def zooms(session):
    """Ctrl+plus and minus change the size of the text, Ctrl+0 the normal size, as do the menu's items"""
    app = session.start(GOODHART + "?level=2")
    text = app.find("label", plain(level_of(TOPIC, 2)[1]["text"]))
    app.wait_still()
    normal = text.extents[3]
    app.key("ctrl+plus")
    app.key("ctrl+plus")
    e2e.wait_for(lambda: text.extents[3] > normal, "larger text")
    app.wait_still()
    larger = text.extents[3]
    app.key("ctrl+0")
    e2e.wait_for(lambda: text.extents[3] == normal, "the normal size")
    app.key("ctrl+minus")
    app.key("ctrl+minus")
    e2e.wait_for(lambda: text.extents[3] < normal, "smaller text")
    app.wait_still()
    for _ in range(4):
        open_menu(app, "Page menu", "Larger Text")
    e2e.wait_for(lambda: text.extents[3] == larger, "larger text again")
    app.quit()


e2e.run()
