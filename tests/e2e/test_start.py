# Copyright 2026 The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program starts, shows a window, and ends."""

import plumb_e2e as e2e


@e2e.test
def starts_and_quits(session):
    """a window named Plumb appears, and Ctrl+Q ends the program"""
    app = session.start()
    e2e.check(app.window.name.endswith("Plumb"), f"the window is named {app.window.name!r}")
    app.quit()


@e2e.test(width=360, height=720, text_scale=2, locale="ar_EG.UTF-8")
def fits_a_phone(session):
    """the window can be as narrow as a phone, mirrored, with large text"""
    app = session.start()
    app.wait_still()
    e2e.wait_for(lambda: app.window.extents[2:] == (360, 720), "the window to have this size")
    app.quit()


@e2e.test
def refuses_unknown_options(session):
    """an unknown option ends with a message and a status"""
    app = session.start("--no-such-option", ready=False)
    e2e.check(app.wait_exit() != 0, "the status is 0")
    e2e.check("no-such-option" in app.program.output, "the message does not name the option")


e2e.run()
