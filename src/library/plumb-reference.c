/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-reference.h"

#include "plumb-library-enums.h"

PLUMB_DEFINE_RECORD (
    PlumbSource,
    plumb_source,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbSource, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_PLAIN (PlumbSource, authors, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbSource, title, PLUMB_FIELD_REQUIRED),
    PLUMB_INT_RANGE (PlumbSource, year, PLUMB_FIELD_OPTIONAL, -3000, 2200),
    PLUMB_PLAIN (PlumbSource, venue, PLUMB_FIELD_OPTIONAL),
    PLUMB_ENUM (PlumbSource, kind, PLUMB_FIELD_REQUIRED, plumb_source_kind_get_type),
    PLUMB_PLAIN (PlumbSource, arxiv, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbSource, doi, PLUMB_FIELD_OPTIONAL),
    PLUMB_URL (PlumbSource, url, PLUMB_FIELD_OPTIONAL))

PLUMB_DEFINE_RECORD (
    PlumbPerson,
    plumb_person,
    PLUMB_TYPE_RECORD,
    PLUMB_ID (PlumbPerson, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_PLAIN (PlumbPerson, name, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_ENUM (PlumbPerson, kind, PLUMB_FIELD_REQUIRED, plumb_person_kind_get_type),
    PLUMB_MARKUP (PlumbPerson, role, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
    PLUMB_IDS (PlumbPerson, works, PLUMB_FIELD_OPTIONAL, PLUMB_REF_SOURCE),
    PLUMB_URL (PlumbPerson, url, PLUMB_FIELD_OPTIONAL),
    PLUMB_DATE (PlumbPerson, as_of, PLUMB_FIELD_OPTIONAL))

PLUMB_DEFINE_RECORD (PlumbTerm,
                     plumb_term,
                     PLUMB_TYPE_RECORD,
                     PLUMB_ID (PlumbTerm, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
                     PLUMB_PLAIN (PlumbTerm, name, PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_MARKUP (PlumbTerm,
                                   definition,
                                   PLUMB_FIELD_REQUIRED | PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_PLAINS (PlumbTerm, forms, PLUMB_FIELD_TRANSLATABLE),
                     PLUMB_IDS (PlumbTerm, see, PLUMB_FIELD_OPTIONAL, PLUMB_REF_TERM),
                     PLUMB_ID (PlumbTerm, topic, PLUMB_FIELD_OPTIONAL, PLUMB_REF_TOPIC))

PLUMB_DEFINE_RECORD (
    PlumbSourceFile,
    plumb_source_file,
    PLUMB_TYPE_RECORD,
    PLUMB_INT (PlumbSourceFile, format, PLUMB_FIELD_REQUIRED),
    PLUMB_RECORDS (PlumbSourceFile, sources, PLUMB_FIELD_REQUIRED, plumb_source_get_type),
    PLUMB_PLAIN (PlumbSourceFile, lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbSourceFile, source_lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAINS (PlumbSourceFile, untranslated, PLUMB_FIELD_OPTIONAL))

PLUMB_DEFINE_RECORD (
    PlumbPersonFile,
    plumb_person_file,
    PLUMB_TYPE_RECORD,
    PLUMB_INT (PlumbPersonFile, format, PLUMB_FIELD_REQUIRED),
    PLUMB_RECORDS (PlumbPersonFile, people, PLUMB_FIELD_REQUIRED, plumb_person_get_type),
    PLUMB_PLAIN (PlumbPersonFile, lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbPersonFile, source_lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAINS (PlumbPersonFile, untranslated, PLUMB_FIELD_OPTIONAL))

PLUMB_DEFINE_RECORD (
    PlumbTermFile,
    plumb_term_file,
    PLUMB_TYPE_RECORD,
    PLUMB_INT (PlumbTermFile, format, PLUMB_FIELD_REQUIRED),
    PLUMB_RECORDS (PlumbTermFile, terms, PLUMB_FIELD_REQUIRED, plumb_term_get_type),
    PLUMB_PLAIN (PlumbTermFile, lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAIN (PlumbTermFile, source_lang, PLUMB_FIELD_OPTIONAL),
    PLUMB_PLAINS (PlumbTermFile, untranslated, PLUMB_FIELD_OPTIONAL))

/**
 * plumb_source_has_locator:
 * @self: a source
 *
 * Returns: whether it can be looked up, by an arXiv identifier, a DOI or an address
 */
gboolean
plumb_source_has_locator (PlumbSource *self)
{
  g_return_val_if_fail (PLUMB_IS_SOURCE (self), FALSE);

  return self->arxiv != NULL || self->doi != NULL || self->url != NULL;
}
