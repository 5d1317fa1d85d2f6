# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, as a screen reader sees it: the objects of a program, read and used.

This speaks the protocol of AT-SPI itself. Its usual library asks one thing at a time and waits for
each answer, which takes a second for the some 500 objects of a page; asking for many things at once
takes a fifth of that. Keyboard events go through the usual library (plumb_e2e.App.key).

Nothing is cached: an object's properties are read afresh each time.
"""

import gi

gi.require_version("Atspi", "2.0")

# ruff: noqa: E402
from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
SELECTION = "org.a11y.atspi.Selection"
TEXT = "org.a11y.atspi.Text"
VALUE = "org.a11y.atspi.Value"
PROPERTIES = "org.freedesktop.DBus.Properties"

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"

# How many questions may be on their way at once.
BATCH = 200


class NotFound(AssertionError):
    """No accessible object is as described."""


class Gone(Exception):
    """The accessible object is no longer there."""


def _state_bit(state):
    return int(getattr(Atspi.StateType, state.upper().replace(" ", "_").replace("-", "_")))


def _has(states, state):
    return bool(states >> _state_bit(state) & 1)


class Bus:
    """A connection to the accessibility bus."""

    def __init__(self, address):
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        self._focused = {}
        # Programs say what happens only while somebody has asked to be told.
        self.call(
            REGISTRY,
            "/org/a11y/atspi/registry",
            REGISTRY,
            "RegisterEvent",
            GLib.Variant("(sass)", ("object:state-changed:focused", [], "")),
        )
        self.connection.signal_subscribe(
            None,
            "org.a11y.atspi.Event.Object",
            "StateChanged",
            None,
            "focused",
            Gio.DBusSignalFlags.NONE,
            self._focus_changed,
        )

    def _focus_changed(self, connection, sender, path, interface, signal, parameters):
        if parameters[1]:
            self._focused[sender] = path
        elif self._focused.get(sender) == path:
            del self._focused[sender]

    def last_focused(self, name):
        """Where the object of the program NAME is that last said it has the keyboard, if any."""
        while GLib.MainContext.default().iteration(False):
            pass
        path = self._focused.get(name)
        return path and (name, path)

    def ask(self, questions):
        """The answers to many questions (name, path, interface, method, variant or None), each a
        tuple of values, or None where the object is gone."""
        answers = [None] * len(questions)
        context = GLib.MainContext.default()
        for start in range(0, len(questions), BATCH):
            left = set(range(start, min(start + BATCH, len(questions))))

            def done(connection, result, index, left=left):
                try:
                    answers[index] = connection.call_finish(result).unpack()
                except GLib.Error:
                    pass
                left.discard(index)

            for index in tuple(left):
                name, path, interface, method, arguments = questions[index]
                self.connection.call(
                    name,
                    path,
                    interface,
                    method,
                    arguments,
                    None,
                    Gio.DBusCallFlags.NO_AUTO_START,
                    -1,
                    None,
                    done,
                    index,
                )
            while left:
                context.iteration(True)
        return answers

    def call(self, name, path, interface, method, arguments=None):
        """The answer to one question; an object that is not there raises Gone."""
        try:
            return self.connection.call_sync(
                name,
                path,
                interface,
                method,
                arguments,
                None,
                Gio.DBusCallFlags.NONE,
                -1,
                None,
            ).unpack()
        except GLib.Error as error:
            raise Gone(f"{interface}.{method}: {error.message}") from error

    def programs(self):
        """The programs on the bus: pairs of a name on the bus and a process."""
        (found,) = self.call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")
        names = [name for name, path in found]
        answers = self.ask(
            [
                (
                    "org.freedesktop.DBus",
                    "/org/freedesktop/DBus",
                    "org.freedesktop.DBus",
                    "GetConnectionUnixProcessID",
                    GLib.Variant("(s)", (name,)),
                )
                for name in names
            ]
        )
        return [(pair, answer[0]) for pair, answer in zip(found, answers) if answer is not None]


def name_matches(actual, wanted):
    return wanted.search(actual) is not None if hasattr(wanted, "search") else actual == wanted


class Accessible:
    """An accessible object, to be asked and used."""

    def __init__(self, app, where):
        self.app = app
        self._where = tuple(where)

    def _at(self, where):
        """Another object of the program."""
        return type(self)(self.app, where)

    @property
    def bus(self):
        """The bus that it is on."""
        return self.app.bus

    @property
    def bus_name(self):
        """What the program is called on the bus."""
        return self._where[0]

    def _call(self, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.bus.call(*self._where, interface, method, variant)

    def _get(self, interface, name):
        return self._call(PROPERTIES, "Get", "(ss)", interface, name)[0]

    def _ask_all(self, nodes, interface, method, variant=None):
        """What these nodes answer, each a tuple or None."""
        return self.bus.ask([(*node._where, interface, method, variant) for node in nodes])

    # What it is

    @property
    def name(self):
        """The accessible name: its own, else that of the labels that it says it is labelled by, as
        the items of GTK's menus are."""
        return self._get(ACCESSIBLE, "Name") or self._label()

    def _label(self):
        for relation, targets in self._call(ACCESSIBLE, "GetRelationSet")[0]:
            if relation == int(Atspi.RelationType.LABELLED_BY):
                labels = [self._at(where) for where in targets]
                return " ".join(label._get(ACCESSIBLE, "Name") or label.text for label in labels)
        return ""

    @property
    def description(self):
        """The accessible description."""
        return self._get(ACCESSIBLE, "Description")

    @property
    def role(self):
        """The role, as AT-SPI names it: "button", "slider", "list item", "heading"..."""
        return _role_name(self._call(ACCESSIBLE, "GetRole"))

    @property
    def attributes(self):
        """The object attributes, a dictionary of strings ("level", "valuetext"...)."""
        return self._call(ACCESSIBLE, "GetAttributes")[0]

    @property
    def _states(self):
        return _states_of(self._call(ACCESSIBLE, "GetState"))

    def has_state(self, state):
        """Whether it has a state, named as AT-SPI does: "showing", "focused", "checked"..."""
        return _has(self._states, state)

    @property
    def showing(self):
        """Whether it is on the screen, or would be if it were scrolled there."""
        return self.has_state("showing")

    @property
    def focused(self):
        """Whether it has the keyboard."""
        return self.has_state("focused")

    @property
    def extents(self):
        """x, y, width and height, in pixels. The place is good for comparing it with where the same
        object was before: GTK leaves the padding of what the object is in out of the account."""
        return self._call(COMPONENT, "GetExtents", "(u)", int(Atspi.CoordType.WINDOW))[0]

    @property
    def text(self):
        """The text of a label or an entry."""
        return self._call(TEXT, "GetText", "(ii)", 0, self._get(TEXT, "CharacterCount"))[0]

    @property
    def caret(self):
        """Where the cursor is in the text. In a label with links it is at the link that has the
        keyboard."""
        return self._get(TEXT, "CaretOffset")

    @property
    def value(self):
        """The number of a slider, spin button or progress bar."""
        return self._get(VALUE, "CurrentValue")

    @value.setter
    def value(self, number):
        variant = GLib.Variant("d", number)
        self._call(PROPERTIES, "Set", "(ssv)", VALUE, "CurrentValue", variant)

    @property
    def value_text(self):
        """What a screen reader says for the value: "Level 2 of 3, Working knowledge"."""
        try:
            return self._get(VALUE, "Text")
        except Gone:
            return self.attributes.get("valuetext", "")

    def __repr__(self):
        try:
            return f"<{self.role} “{self.name}”>"
        except Gone:
            return "<gone>"

    def __eq__(self, other):
        return isinstance(other, Accessible) and self._where == other._where

    def __hash__(self):
        return hash(self._where)

    # Where it is

    @property
    def parent(self):
        """The object that this one is in, or None."""
        where = self._get(ACCESSIBLE, "Parent")
        return self._at(where) if where[1] not in (ROOT, "/org/a11y/atspi/null") else None

    @property
    def ancestors(self):
        """The objects that this one is in, from the nearest."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def children(self):
        """The objects in this one, in order."""
        return [self._at(where) for where in self._call(ACCESSIBLE, "GetChildren")[0]]

    def _gather(self, showing):
        """This object and all in it, from the top down, with their states. With SHOWING, only what
        is shown and what is in something that is shown."""
        found = []
        children = {}
        level = [self]
        while level:
            states = self._ask_all(level, ACCESSIBLE, "GetState")
            kept = []
            for node, answer in zip(level, states):
                if answer is None:
                    continue
                node_states = _states_of(answer)
                # A program is not said to be showing, but its windows are.
                if showing and not _has(node_states, "showing") and node is not self:
                    continue
                kept.append((node, node_states))
            answers = self._ask_all([node for node, _ in kept], ACCESSIBLE, "GetChildren")
            level = []
            for (node, node_states), answer in zip(kept, answers):
                inner = [self._at(where) for where in answer[0]] if answer else []
                children[node] = (node_states, inner)
                level.extend(inner)

        def add(node):
            if node in children:
                node_states, inner = children.pop(node)
                found.append((node, node_states))
                for child in inner:
                    add(child)

        add(self)
        return found

    def all(self, role=None, name=None, showing=True, where=None, states=()):
        """All in it that match: a role, a name (a string, or a compiled pattern to search for),
        being shown, having states, and a predicate. They come in the order of the page."""
        nodes = [
            node
            for node, node_states in self._gather(showing)
            if (not showing or _has(node_states, "showing"))
            and all(_has(node_states, state) for state in states)
        ]
        if role is not None:
            nodes = [node for node, actual in zip(nodes, self.roles(nodes)) if actual == role]
        if name is not None:
            nodes = [
                node
                for node, actual in zip(nodes, self.names(nodes))
                if actual is not None and name_matches(actual, name)
            ]
        if where is not None:
            nodes = [node for node in nodes if _try(where, node)]
        return nodes

    def names(self, nodes):
        """The names of these nodes, None for those that are gone."""
        variant = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        names = [answer and answer[0] for answer in self._ask_all(nodes, PROPERTIES, "Get", variant)]
        bare = [index for index, name in enumerate(names) if name == ""]
        relations = self._ask_all([nodes[index] for index in bare], ACCESSIBLE, "GetRelationSet")
        for index, answer in zip(bare, relations):
            if answer is not None and answer[0]:
                names[index] = _try(nodes[index]._label)
        return names

    def read(self, nodes):
        """The texts of these nodes, None for those that have none."""
        variant = GLib.Variant("(ii)", (0, -1))
        return [answer and answer[0] for answer in self._ask_all(nodes, TEXT, "GetText", variant)]

    def roles(self, nodes):
        """The roles of these nodes, None for those that are gone."""
        return [answer and _role_name(answer) for answer in self._ask_all(nodes, ACCESSIBLE, "GetRole")]

    def texts(self, showing=True):
        """The texts of all labels and headings in it that are shown, in order."""
        nodes = self.all(showing=showing)
        roles = self.roles(nodes)
        labels = [node for node, role in zip(nodes, roles) if role in ("label", "heading")]
        return [name for name in self.names(labels) if name]

    def tree(self):
        """The accessible tree as indented lines, for reading when a test fails."""
        found = self._gather(False)
        nodes = [node for node, _ in found]
        depths = {}
        lines = []
        parents = self._ask_all(nodes, PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Parent")))
        for (node, states), role, name, parent in zip(
            found, self.roles(nodes), self.names(nodes), parents
        ):
            depths[node] = depths.get(self._at(parent[0]), -1) + 1 if parent else 0
            marks = "".join(
                f" ({state})" for state in ("focusable", "focused") if _has(states, state)
            )
            hidden = "" if _has(states, "showing") else " (hidden)"
            lines.append(f"{'  ' * depths[node]}{role} “{name}”{marks}{hidden}")
        return "\n".join(lines)

    # Doing something with it

    def actions(self):
        """The names of its actions."""
        try:
            return [action[0] for action in self._call(ACTION, "GetActions")[0]]
        except Gone:
            return []

    def press(self):
        """Does the first action, which is what a click does."""
        if not self.actions():
            raise AssertionError(f"{self} has no action")
        self._call(ACTION, "DoAction", "(i)", 0)

    def insert(self, text):
        """Puts a text into an entry where its cursor is, as an input method does."""
        self._call(EDITABLE_TEXT, "InsertText", "(isi)", self.caret, text, len(text.encode()))

    def select_child(self, index):
        """Selects an item of a list, by its index. Section headers are no items."""
        self._call(SELECTION, "SelectChild", "(i)", index)


def _role_name(answer):
    return Atspi.role_get_name(Atspi.Role(answer[0]))


def _states_of(answer):
    low, high = answer[0]
    return low | high << 32


def _try(function, *arguments):
    """What a function returns, or None where it asks for something that is gone."""
    try:
        return function(*arguments)
    except Gone:
        return None
