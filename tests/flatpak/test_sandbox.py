# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox: what the program may do, and that it can't see what it has no business with."""

import configparser
import os
import pathlib
import re
import subprocess

import plumb_e2e as e2e

ID = os.environ["PLUMB_FLATPAK_ID"]


def flatpak(session, *arguments, status=0):
    """What a flatpak command prints; it has to end with STATUS."""
    done = subprocess.run(
        ["flatpak", *arguments],
        env={k: v for k, v in session.stage.environment.items() if k != "LOCPATH"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    e2e.check_equal(done.returncode, status, f"the status of flatpak {arguments}: {done.stderr}")
    return done.stdout


def inside(session, script):
    """What a shell script prints in the sandbox."""
    return flatpak(session, "run", "--user", "--command=sh", ID, "-euc", script)


def bus_names(output):
    """The names in gdbus's answer to ListNames, without those that the bus makes up, and without
    the portals, which are there for sandboxes and ask the person."""
    names = re.findall(r"'([^']+)'", output)
    return {name for name in names if not name.startswith((":", "org.freedesktop.portal."))}


LIST_NAMES = (
    "gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus "
    "--method org.freedesktop.DBus.ListNames"
)


@e2e.test
def asks_for_little(session):
    """the installed program has the permissions of the manifest and no others"""
    metadata = configparser.RawConfigParser(strict=True)
    metadata.optionxform = str
    metadata.read_string(flatpak(session, "info", "--user", "--show-permissions", ID))
    e2e.check_equal(metadata.sections(), ["Context"], "the kinds of permissions")
    context = {key: {v for v in value.split(";") if v} for key, value in metadata["Context"].items()}
    # Flatpak lists x11 beside fallback-x11, which then stands for it.
    context["sockets"].discard("x11")
    wanted = {"shared": {"ipc"}, "sockets": {"wayland", "fallback-x11"}, "devices": {"dri"}}
    e2e.check_equal(context, wanted, "the permissions")


@e2e.test
def sees_no_network(session):
    """there is no network in the sandbox: no interface but its own, no route"""
    interfaces = inside(session, "cat /proc/net/dev").splitlines()[2:]
    e2e.check_equal([line.split(":")[0].strip() for line in interfaces], ["lo"], "the interfaces")
    e2e.check_equal(inside(session, "cat /proc/net/route").splitlines()[1:], [], "the routes")


@e2e.test
def sees_no_home(session):
    """there is nothing of the home folder in the sandbox, nor of other people's files"""
    home = session.stage.folder / "home"
    outside = [home / "diary.txt", session.stage.folder / "run" / "keys.txt"]
    documents = home / "Documents"
    documents.mkdir()
    outside.append(documents / "exam.txt")
    for path in outside:
        path.write_text("private", encoding="utf-8")
    e2e.check_equal(inside(session, 'ls -A "$HOME"').split(), [".var"], "what is in the home folder")
    for path in outside:
        inside(session, f'test ! -e "{path}"')
    # What it writes there goes to the memory of the sandbox, and what is its own is kept.
    inside(session, 'touch "$HOME/written" "$XDG_DATA_HOME/kept"')
    e2e.check(not (home / "written").exists(), "the sandbox wrote into the home folder")
    e2e.check((home / ".var" / "app" / ID / "data" / "kept").exists(), "nothing was kept")


@e2e.test
def meets_nobody_on_the_bus(session):
    """on the session bus there is nobody but the program itself"""
    others = bus_names(
        subprocess.run(
            LIST_NAMES.split(),
            env=session.stage.environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    e2e.check("org.a11y.Bus" in others, f"outside there is only {others}")
    e2e.check_equal(bus_names(inside(session, LIST_NAMES)), {"org.freedesktop.DBus"}, "names inside")


@e2e.test
def changes_nothing(session):
    """program and runtime can't be written to from inside"""
    for path in ("/app/bin/plumb", "/app/share/plumb/new", "/usr/bin/new"):
        inside(session, f"! touch {path} 2>/dev/null")


@e2e.test
def brings_its_parts(session):
    """the tool for libraries is there and finds nothing wrong; the icon and the rest are exported"""
    e2e.check(ID in flatpak(session, "list", "--user", "--app", "--columns=application"), "it is gone")
    inside(session, "command -v plumb && command -v plumb-library && plumb-library --help >/dev/null")
    exports = pathlib.Path(os.environ["FLATPAK_USER_DIR"], "exports", "share")
    for name in (
        f"applications/{ID}.desktop",
        f"dbus-1/services/{ID}.service",
        f"icons/hicolor/scalable/apps/{ID}.svg",
        f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
        f"metainfo/{ID}.metainfo.xml",
    ):
        e2e.check((exports / name).exists(), f"{name} is not exported")


e2e.run()
