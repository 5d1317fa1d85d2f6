# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weigh It Yourself: answering by keyboard, what comes of it, and what becomes of it."""

import plumb_e2e as e2e
from plumb_pages import (
    MANIFEST,
    POSITIONS,
    TOPICS,
    plain,
    wait_name,
    wait_no_text,
    wait_text,
)

CRUXES = [plain(crux["statement"]) for crux in MANIFEST["cruxes"]]
NOTHING = [f"{title}: nothing to go by yet." for title in POSITIONS]


def scale(app, statement):
    """The scale on which a statement is rated."""
    return app.find("slider", f"How likely do you think it: “{statement}”")


def picture(app):
    """What the picture says to who does not see it."""
    return app.find("image", "How close these answers are to each position").description


@e2e.test
def answers_by_keyboard(session):
    "the arrow keys answer, the picture and the words follow, and Delete takes the answer back"
    app = session.start("plumb:weigh")
    wait_name(app, "Weigh It Yourself")
    wait_text(app, *NOTHING)
    slider = scale(app, CRUXES[0])
    e2e.check_equal(slider.value_text, "No answer", "the value before there is an answer")
    before = picture(app)
    slider.focus_by_keyboard()
    app.key("Right")
    e2e.wait_for(lambda: slider.value_text == "55%", "the answer to be 55%")
    e2e.wait_for(lambda: picture(app) != before, "the picture to follow")
    wait_no_text(app, NOTHING[0])
    app.key("Delete")
    e2e.wait_for(lambda: slider.value_text == "No answer", "the answer to be taken back")
    wait_text(app, *NOTHING)
    e2e.check_equal(picture(app), before, "the picture without an answer")
    app.quit()


@e2e.test
def answers_outlive_a_visit_elsewhere(session):
    "answers are there again after another page, and are brought back after they were cleared"
    app = session.start("plumb:weigh")
    wait_name(app, "Weigh It Yourself")
    scale(app, CRUXES[0]).focus_by_keyboard()
    app.key("End")
    e2e.wait_for(lambda: scale(app, CRUXES[0]).value_text.startswith("100%"), "an answer of 100%")
    app.open("plumb:topic/goodharts-law")
    wait_name(app, TOPICS["goodharts-law"]["title"])
    app.open("plumb:weigh/goodharts-law")
    wait_name(app, "Weigh It Yourself")
    own = plain(TOPICS["goodharts-law"]["cruxes"][0]["statement"])
    e2e.check_equal(scale(app, own).value_text, "No answer", "a statement of the topic")
    button = app.find("button", "Clear All Answers")
    button.focus_by_keyboard()
    app.key("Return")
    wait_text(app, "All answers cleared", *NOTHING)
    app.key("ctrl+z")
    wait_no_text(app, NOTHING[0])
    app.quit()


@e2e.test
def keeps_when_asked(session):
    "answers are kept when the reader asks, say what changed since, and can be erased and brought back"
    app = session.start("plumb:weigh")
    wait_name(app, "Weigh It Yourself")
    scale(app, CRUXES[0]).focus_by_keyboard()
    app.key("Home")
    e2e.wait_for(lambda: scale(app, CRUXES[0]).value_text.startswith("0%"), "an answer of 0%")
    app.wait_absent("heading", "Kept Answers")
    app.key("ctrl+s")
    wait_text(app, "Answers kept on this computer")
    app.find("heading", "Kept Answers")
    app.quit()
    app = session.start("plumb:weigh")
    wait_name(app, "Weigh It Yourself")
    app.find("heading", "Kept Answers")
    e2e.check_equal(scale(app, CRUXES[0]).value_text, "No answer", "what was kept is not answered")
    app.quit()


@e2e.test(width=360, height=720)
def narrow_window_has_a_summary(session):
    "in a narrow window a bar says the result in short, and a key opens all of it"
    app = session.start("plumb:weigh")
    wait_name(app, "Weigh It Yourself")
    app.find("label", NOTHING[0])
    scale(app, CRUXES[0]).focus_by_keyboard()
    app.key("ctrl+r")
    app.find("heading", "Position by Position")
    app.key("Escape")
    app.wait_absent("heading", "Position by Position")
    app.quit()


e2e.run()
