# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: hits while one types, and a hit that opens where the match is, and marks it."""

import json
import re

import plumb_e2e as e2e
from plumb_pages import OUTER, TOPICS, plain, start_search, wait_level, wait_name, wait_text


TITLE = "Goodhart’s law"


def hits(app, results):
    """The hits that are shown: pairs of a title, and where in the topic and what."""
    return [(item.name, item.description) for item in results.items()]


def first_hit(app, results):
    """The title of the first hit."""
    return next((title for title, _ in hits(app, results)), None)


def search_for(app, words):
    """Puts other words into the search."""
    app.wait_focus(name="Search all topics")
    app.key("ctrl+a")
    app.key("BackSpace")
    app.type(words)


@e2e.test
def finds_while_typing(session):
    """hits come with each letter, whatever case, accents and letter forms, and Enter opens the first"""
    app = session.start(OUTER + "?level=1")
    results = start_search(app, "goodh")
    e2e.wait_for(lambda: first_hit(app, results) == TITLE, "the hit for the beginning of a word")
    for words in ("GÓÖDHART", "ｇｏｏｄｈａｒｔ’s", "goodharts"):
        search_for(app, words)
        e2e.wait_for(lambda: app.focused_text() == words, f"{words} in the entry")
        e2e.wait_for(lambda: first_hit(app, results) == TITLE, f"the hit for {words}")
        search_for(app, "zzyzx")
        wait_text(app, "No Results")
    search_for(app, "goodhart")
    e2e.wait_for(lambda: app.focused_text() == "goodhart", "the word in the entry")
    e2e.wait_for(lambda: first_hit(app, results) == TITLE, "the hit again")
    count = re.compile(r"(\d+|The \d+ best) results?")
    e2e.wait_for(
        lambda: any(count.fullmatch(node.text) for node in app.all("status bar")), "how many there are"
    )
    app.key("Return")
    wait_name(app, TITLE)
    app.quit()


@e2e.test
def opens_at_the_match(session):
    """a hit in a deeper level opens that level, with the words marked and in view"""
    app = session.start(OUTER + "?level=1")
    words = unique_words()
    results = start_search(app, words["words"])
    wanted = (words["title"], re.compile(f"^Level {words['level']}"))

    def there():
        return [
            item
            for item in results.items()
            if item.name == wanted[0] and wanted[1].search(item.description)
        ]

    e2e.wait_for(lambda: app.focused_text() == words["words"], "the words in the entry")
    # Hits come with each letter: the last must have come before one of them is taken.
    app.wait_still()
    hit = e2e.wait_for(there, f"a hit for {words}")[0]
    e2e.check(words["words"].split()[0].lower() in hit.description.lower(), "no snippet")
    e2e.check(not is_marked(session), "something looks like a mark before there is one")
    app.key("Down")
    app.wait_focus("list item")
    for _ in range(30):
        if hit.focused:
            break
        e2e.check(app.step("Down"), "the hit is not reached")
    app.key("Return")
    wait_name(app, words["title"])
    wait_level(app, words["level"])
    label = app.find("label", words["text"])
    e2e.wait_for(lambda: 0 < label.extents[1] < 860, "the match in view")
    e2e.wait_for(lambda: is_marked(session), "the words to be marked")
    app.key("Escape")
    app.quit()


def unique_words():
    """Two words that stand beside each other in one deep paragraph of the library and nowhere else."""
    library = {t: json.dumps(topic, ensure_ascii=False).lower() for t, topic in TOPICS.items()}
    topic = TOPICS["goodharts-law"]
    for level in topic["levels"][::-1]:
        for block in level["blocks"][::-1]:
            if block["type"] != "paragraph":
                continue
            text = plain(block["text"])
            for pair in re.findall(r"\b([a-z]{6,} [a-z]{6,})\b", text):
                if sum(each.count(pair) for each in library.values()) == 1:
                    return {
                        "words": pair,
                        "title": topic["title"],
                        "level": level["level"],
                        "text": text,
                    }
    raise AssertionError("no such words")


def is_marked(session):
    """Whether there is the bright yellow on the display that marks what was found."""
    picture = session.stage.picture()
    pixels = zip(picture[0::4], picture[1::4], picture[2::4])
    return any(red > 220 and green > 200 and blue < 150 for blue, green, red in pixels)


@e2e.test
def nothing_found(session):
    """a word that is nowhere gives advice, and Escape leads back to the topics and to where one was"""
    app = session.start(OUTER + "?level=1")
    app.find("slider", "Depth").focus_by_keyboard()
    app.key("ctrl+shift+f")
    app.wait_focus(name="Search all topics")
    app.type("zzyzx")
    wait_text(app, "No Results")
    app.key("Escape")
    app.find("list", "Topics")
    app.key("Escape")
    app.wait_absent("entry", "Search all topics")
    app.wait_focus("slider", "Depth")
    app.quit()


@e2e.test
def finds_at_once_the_second_time(session):
    """the index is kept: the next start finds without making it again, even where it cannot write"""
    app = session.start(OUTER + "?level=1")
    results = start_search(app, "proxy")
    e2e.wait_for(lambda: results.items(), "hits")
    app.quit()
    cache = session.home / "cache" / "plumb"
    kept = e2e.wait_for(lambda: sorted(p.name for p in cache.iterdir()), "an index in the cache")
    times = {name: (cache / name).stat().st_mtime_ns for name in kept}
    app = session.start(OUTER + "?level=1")
    results = start_search(app, "proxy")
    e2e.wait_for(lambda: results.items(), "hits again")
    app.quit()
    again = {p.name: p.stat().st_mtime_ns for p in cache.iterdir() if p.is_file()}
    e2e.check_equal({n: t for n, t in again.items() if n in times}, times, "the files of the cache")


@e2e.test
def opens_a_search_from_elsewhere(session):
    """plumb:search opens the search with its words"""
    app = session.start("plumb:search?q=specification")
    results = app.find("list", "Search results")
    e2e.wait_for(lambda: first_hit(app, results) == "Specification gaming", "the topic, first")
    app.quit()


e2e.run()
