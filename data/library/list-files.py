#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists a library's files for glib-compile-resources.

Usage: list-files.py FOLDER PREFIX OUTPUT

Every topic that is in the folder is in the list, so that none is forgotten. A hash of their content
stands in the list too: where nothing changed it comes out the same, and nothing is built again.
"""

import hashlib
import pathlib
import sys
from xml.sax.saxutils import escape, quoteattr

OTHERS = ("library.json", "sources.json", "people.json", "glossary.json")


def main():
    folder, prefix, output = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    files = [name for name in OTHERS if (folder / name).exists()]
    files += sorted(f"topics/{path.name}" for path in (folder / "topics").glob("[a-z0-9]*.json"))

    content = hashlib.sha256()
    for name in files:
        content.update(name.encode() + b"\0" + (folder / name).read_bytes())

    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {content.hexdigest()} -->",
        "<gresources>",
        f"  <gresource prefix={quoteattr(prefix)}>",
        *(f"    <file>{escape(name)}</file>" for name in [*files, "index"]),
        "  </gresource>",
        "</gresources>",
    ]
    text = "\n".join(lines) + "\n"
    if not output.exists() or output.read_text(encoding="utf-8") != text:
        output.write_text(text, encoding="utf-8")


main()
