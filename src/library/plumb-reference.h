/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

/**
 * PlumbSourceKind:
 * @PLUMB_SOURCE_KIND_PAPER: a paper or preprint
 * @PLUMB_SOURCE_KIND_BOOK: a book
 * @PLUMB_SOURCE_KIND_REPORT: a report
 * @PLUMB_SOURCE_KIND_POST: a post or essay
 * @PLUMB_SOURCE_KIND_LAW: a statute or regulation
 * @PLUMB_SOURCE_KIND_NEWS: a piece of journalism
 * @PLUMB_SOURCE_KIND_PAGE: a web page
 * @PLUMB_SOURCE_KIND_CODE: a code repository
 *
 * What kind of work a source is.
 */
typedef enum {
  PLUMB_SOURCE_KIND_PAPER,
  PLUMB_SOURCE_KIND_BOOK,
  PLUMB_SOURCE_KIND_REPORT,
  PLUMB_SOURCE_KIND_POST,
  PLUMB_SOURCE_KIND_LAW,
  PLUMB_SOURCE_KIND_NEWS,
  PLUMB_SOURCE_KIND_PAGE,
  PLUMB_SOURCE_KIND_CODE,
} PlumbSourceKind;

/**
 * PlumbPersonKind:
 * @PLUMB_PERSON_KIND_PERSON: a person
 * @PLUMB_PERSON_KIND_ORGANISATION: an organisation
 *
 * Whether an entry is one person or many.
 */
typedef enum {
  PLUMB_PERSON_KIND_PERSON,
  PLUMB_PERSON_KIND_ORGANISATION,
} PlumbPersonKind;

#define PLUMB_TYPE_SOURCE (plumb_source_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSource, plumb_source, PLUMB, SOURCE, PlumbRecord)

/**
 * PlumbSource:
 * @id: its id
 * @authors: (nullable): who wrote it; a law or a page may name nobody
 * @title: its title, in its own language
 * @year: when it came out; 0 where it has no date
 * @venue: (nullable): where it came out
 * @kind: what kind of work it is
 * @arxiv: (nullable): its arXiv identifier
 * @doi: (nullable): its DOI
 * @url: (nullable): a stable address
 *
 * A work that claims rest on.
 */
struct _PlumbSource {
  PlumbRecord parent_instance;

  char *id;
  char *authors;
  char *title;
  int year;
  char *venue;
  PlumbSourceKind kind;
  char *arxiv;
  char *doi;
  char *url;
};

gboolean plumb_source_has_locator (PlumbSource *self);

#define PLUMB_TYPE_PERSON (plumb_person_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPerson, plumb_person, PLUMB, PERSON, PlumbRecord)

/**
 * PlumbPerson:
 * @id: their id
 * @name: their name
 * @kind: person or organisation
 * @role: why they matter here
 * @works: (nullable): what they wrote
 * @url: (nullable): their page
 * @as_of: (nullable): when the role was so
 *
 * A person or an organisation who matters to the subject.
 */
struct _PlumbPerson {
  PlumbRecord parent_instance;

  char *id;
  char *name;
  PlumbPersonKind kind;
  char *role;
  GStrv works;
  char *url;
  char *as_of;
};

#define PLUMB_TYPE_TERM (plumb_term_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTerm, plumb_term, PLUMB, TERM, PlumbRecord)

/**
 * PlumbTerm:
 * @id: its id
 * @name: the term
 * @definition: what it means
 * @forms: (nullable): the forms that it takes in sentences
 * @see: (nullable): terms to compare
 * @topic: (nullable): the topic that treats it
 *
 * A term of the glossary.
 */
struct _PlumbTerm {
  PlumbRecord parent_instance;

  char *id;
  char *name;
  char *definition;
  GStrv forms;
  GStrv see;
  char *topic;
};

#define PLUMB_TYPE_SOURCE_FILE (plumb_source_file_get_type ())

G_DECLARE_FINAL_TYPE (PlumbSourceFile, plumb_source_file, PLUMB, SOURCE_FILE, PlumbRecord)

/**
 * PlumbSourceFile:
 * @format: the format
 * @sources: (element-type PlumbSource): the sources
 * @lang: (nullable): the language
 * @source_lang: (nullable): the language it was translated from
 * @untranslated: (nullable): JSON paths still in the source language
 *
 * `sources.json`.
 */
struct _PlumbSourceFile {
  PlumbRecord parent_instance;

  int format;
  GListModel *sources;
  char *lang;
  char *source_lang;
  GStrv untranslated;
};

#define PLUMB_TYPE_PERSON_FILE (plumb_person_file_get_type ())

G_DECLARE_FINAL_TYPE (PlumbPersonFile, plumb_person_file, PLUMB, PERSON_FILE, PlumbRecord)

/**
 * PlumbPersonFile:
 * @format: the format
 * @people: (element-type PlumbPerson): the people
 * @lang: (nullable): the language
 * @source_lang: (nullable): the language it was translated from
 * @untranslated: (nullable): JSON paths still in the source language
 *
 * `people.json`.
 */
struct _PlumbPersonFile {
  PlumbRecord parent_instance;

  int format;
  GListModel *people;
  char *lang;
  char *source_lang;
  GStrv untranslated;
};

#define PLUMB_TYPE_TERM_FILE (plumb_term_file_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTermFile, plumb_term_file, PLUMB, TERM_FILE, PlumbRecord)

/**
 * PlumbTermFile:
 * @format: the format
 * @terms: (element-type PlumbTerm): the terms
 * @lang: (nullable): the language
 * @source_lang: (nullable): the language it was translated from
 * @untranslated: (nullable): JSON paths still in the source language
 *
 * `glossary.json`.
 */
struct _PlumbTermFile {
  PlumbRecord parent_instance;

  int format;
  GListModel *terms;
  char *lang;
  char *source_lang;
  GStrv untranslated;
};

G_END_DECLS
