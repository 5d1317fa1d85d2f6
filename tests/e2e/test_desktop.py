# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the program over the bus: start, open links, and the actions of its icon."""

import subprocess

import plumb_e2e as e2e
from plumb_pages import wait_name, wait_text

ID = "io.github.plumbreader.Plumb"
PLACE = "plumb:topic/goodharts-law?level=3"
OTHER = "plumb:topic/outer-alignment?level=1"


def call(session, method, *arguments):
    """Calls a method of org.freedesktop.Application, as GNOME Shell does."""
    subprocess.run(
        ["gdbus", "call", "--session", "--dest", ID, "--object-path", "/" + ID.replace(".", "/")]
        + ["--method", f"org.freedesktop.Application.{method}", *arguments],
        env=session.stage.environment,
        check=True,
        capture_output=True,
        timeout=20,
    )


def start_service(session):
    """Starts the program as the bus does: without a window, until it is asked for one."""
    app = session.start("--gapplication-service", ready=False)

    def owned():
        names = subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path"]
            + ["/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.NameHasOwner", ID],
            env=session.stage.environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        return "true" in names

    e2e.wait_for(owned, f"{ID} on the bus")
    e2e.check_equal(app.program.windows(), [], "the windows of a service that nobody asked")
    return app


@e2e.test
def starts_when_asked(session):
    """Activate shows a window, and once more the same one"""
    app = start_service(session)
    call(session, "Activate", "{}")
    app.wait_ready()
    call(session, "Activate", "{}")
    app.wait_still()
    e2e.check_equal(len(app.program.windows()), 1, "the number of windows")
    app.quit()


@e2e.test
def opens_links(session):
    """Open shows the place of a link, in the window that there is"""
    app = start_service(session)
    call(session, "Open", f"['{PLACE}']", "{}")
    app.wait_ready()
    wait_name(app, "Goodhart’s law")
    wait_text(app, "Level 3 · Technical")
    call(session, "Open", f"['{OTHER}']", "{}")
    wait_name(app, "Outer alignment")
    e2e.check_equal(len(app.program.windows()), 1, "the number of windows")
    app.quit()


@e2e.test
def refuses_bad_links(session):
    """a link that is none, hostile or endless is refused in words, and the program goes on"""
    app = start_service(session)
    call(session, "Open", "['plumb:nonsense/x']", "{}")
    app.wait_ready()
    for link in ("plumb:topic/../../etc/passwd", "file:///etc/passwd", "plumb:topic/" + "x" * 100000):
        wait_text(app, "This Link Can’t Be Opened")
        app.key("Escape")
        app.wait_absent(name="This Link Can’t Be Opened")
        call(session, "Open", f"['{link}']", "{}")
    wait_text(app, "This Link Can’t Be Opened")
    app.key("Escape")
    app.wait_absent(name="This Link Can’t Be Opened")
    call(session, "Open", f"['{OTHER}']", "{}")
    wait_name(app, "Outer alignment")
    app.quit()


@e2e.test
def searches(session):
    """the action “search” opens a window with the keyboard in the search entry"""
    app = start_service(session)
    call(session, "ActivateAction", "search", "[]", "{}")
    app.wait_ready()
    app.wait_focus(name="Search all topics")
    app.type("reward")
    e2e.wait_for(lambda: app.focus().text == "reward", "what was typed")
    app.quit()


@e2e.test
def continues(session):
    """the action “continue” opens the page that was read last"""
    app = session.start(PLACE)
    wait_name(app, "Goodhart’s law")
    app.quit()
    app = start_service(session)
    call(session, "ActivateAction", "continue", "[]", "{}")
    app.wait_ready()
    wait_name(app, "Goodhart’s law")
    wait_text(app, "Level 3 · Technical")
    app.quit()


e2e.run()
