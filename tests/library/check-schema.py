#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plumb contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the schemas: that they are the reader's own tables of fields, that they accept the bundled library,
and that they and the reader say the same of the fixtures.

Usage: check-schema.py SCHEMAS LIBRARY FIXTURES DUMP-FORMAT READ-FILE

A fixture is named KIND-WHAT.json, after one of the schemas. It is in one of these folders:
    good      both accept it
    bad       both refuse it
    deeper    the schema accepts it, the reader refuses it: a schema cannot say that much
    checked   the schema refuses it, the reader accepts it, and the checker of whole libraries refuses it
"""

import json
import pathlib
import subprocess
import sys
import unittest

import jsonschema
from referencing import Registry, Resource

SCHEMAS, LIBRARY, FIXTURES, DUMP_FORMAT, READ_FILE = sys.argv[1:6]
ROOTS = {
    "library": "PlumbLibraryFile",
    "topic": "PlumbTopic",
    "sources": "PlumbSourceFile",
    "people": "PlumbPersonFile",
    "glossary": "PlumbTermFile",
}
COMMON = {"PlumbCrux": "crux", "PlumbRating": "rating"}


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


schemas = {path.name.split(".")[0]: load(path) for path in pathlib.Path(SCHEMAS).glob("*.schema.json")}
registry = Registry().with_resources(
    (f"{name}.schema.json", Resource.from_contents(schema)) for name, schema in schemas.items()
)


def validator(kind):
    return jsonschema.Draft202012Validator(schemas[kind], registry=registry)


def accepts(kind, path):
    return validator(kind).is_valid(load(path))


def reader_accepts(kind, path):
    result = subprocess.run([READ_FILE, kind, path], capture_output=True, text=True)
    assert result.returncode in (0, 1), result.stderr
    assert not result.stderr, result.stderr
    return result.returncode == 0


def hyphenate(name):
    return "".join("-" + c.lower() if c.isupper() else c for c in name.removeprefix("Plumb")).lstrip("-")


class Tables(unittest.TestCase):
    """The schemas against the tables that the reader follows."""

    def setUp(self):
        self.types = json.loads(subprocess.run([DUMP_FORMAT], capture_output=True, check=True, text=True).stdout)
        self.blocks = self.types.pop("PlumbBlock")

    def definition(self, file, name):
        """The schema of a type, seen from a file."""
        if name == ROOTS.get(file):
            return schemas[file]
        if name in COMMON:
            return schemas["common"]["$defs"][COMMON[name]]
        return schemas[file]["$defs"][hyphenate(name)]

    def compare_field(self, where, field, schema):
        kind = field["kind"]
        ref = schema.get("$ref", "").rpartition("/")[2]
        item = schema.get("items", {}).get("$ref", "").rpartition("/")[2]
        if kind in ("plain", "markup"):
            self.assertEqual(ref, kind if field["required"] else f"optional-{kind}", where)
        elif kind in ("id", "date"):
            self.assertEqual(ref, kind, where)
        elif kind == "url":
            self.assertEqual(ref, "address", where)
        elif kind == "int" and where.endswith(".format"):
            self.assertEqual(schema["const"], 1, where)
        elif kind == "int":
            self.assertEqual(schema["type"], "integer", where)
            self.assertEqual(schema.get("minimum"), field.get("min"), where)
            self.assertEqual(schema.get("maximum"), field.get("max"), where)
        elif kind == "boolean":
            self.assertEqual(schema["type"], "boolean", where)
        elif kind == "enum":
            self.assertEqual(schema["enum"], field["words"], where)
        elif kind in ("plains", "markups", "ids"):
            one = kind[:-1]
            self.assertEqual(item, f"optional-{one}" if field["blanks"] else one, where)
        elif kind == "numbers":
            self.assertEqual(schema["items"]["type"], "number", where)
        else:
            name = COMMON.get(field["type"], hyphenate(field["type"]))
            self.assertEqual(item if kind == "records" else ref, name, where)
        if kind in ("plains", "markups", "ids", "numbers", "records"):
            self.assertEqual(schema.get("minItems", 0) > 0, field["required"], where)

    def compare(self, file, name, seen):
        if name in seen:
            return
        seen.add(name)
        schema = self.definition(file, name)
        fields = self.types[name]
        words = [word for word, block in self.blocks.items() if block == name]
        self.assertEqual(set(schema["properties"]), set(fields) | ({"type"} if words else set()), name)
        self.assertEqual(
            set(schema.get("required", [])),
            {key for key, field in fields.items() if field["required"]} | ({"type"} if words else set()),
            name,
        )
        self.assertIs(schema["additionalProperties"], False, name)
        if words:
            self.assertEqual(schema["properties"]["type"], {"const": words[0]}, name)
        for key, field in fields.items():
            self.compare_field(f"{name}.{key}", field, schema["properties"][key])
            if field.get("type") == "PlumbBlock":
                for block in self.blocks.values():
                    self.compare(file, block, seen)
            elif "type" in field:
                self.compare(file, field["type"], seen)

    def test_schemas_are_the_tables(self):
        seen = set()
        for file, name in ROOTS.items():
            self.compare(file, name, seen)
        self.assertEqual(seen, set(self.types))

    def test_every_block_has_its_schema(self):
        block = schemas["topic"]["$defs"]["block"]
        self.assertEqual(block["properties"]["type"]["enum"], list(self.blocks))
        self.assertEqual(
            {c["if"]["properties"]["type"]["const"]: c["then"]["$ref"] for c in block["allOf"]},
            {word: f"#/$defs/{hyphenate(name)}" for word, name in self.blocks.items()},
        )


class Files(unittest.TestCase):
    """The schemas against files."""

    def test_schemas_are_schemas(self):
        self.assertEqual(set(schemas), set(ROOTS) | {"common"})
        for schema in schemas.values():
            jsonschema.Draft202012Validator.check_schema(schema)

    def test_bundled_library(self):
        folder = pathlib.Path(LIBRARY)
        files = [(kind, folder / f"{kind}.json") for kind in ("library", "sources", "people", "glossary")]
        files += [("topic", path) for path in sorted((folder / "topics").glob("*.json"))]
        self.assertGreater(len(files), 4)
        for kind, path in files:
            with self.subTest(path=path.name):
                errors = [f"{e.json_path}: {e.message}"[:300] for e in validator(kind).iter_errors(load(path))]
                self.assertEqual(errors, [])

    def compare(self, folder, by_schema, by_reader):
        paths = sorted((pathlib.Path(FIXTURES) / folder).glob("*.json"))
        self.assertGreater(len(paths), 0)
        for path in paths:
            kind = path.name.partition("-")[0]
            with self.subTest(path=path.name):
                self.assertEqual(accepts(kind, path), by_schema, "the schema")
                self.assertEqual(reader_accepts(kind, path), by_reader, "the reader")

    def test_good(self):
        self.compare("good", True, True)

    def test_bad(self):
        self.compare("bad", False, False)

    def test_deeper(self):
        self.compare("deeper", True, False)

    def test_checked(self):
        self.compare("checked", False, True)


unittest.main(argv=sys.argv[:1], verbosity=2)
