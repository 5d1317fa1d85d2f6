/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlumbPage:
 * @PLUMB_PAGE_HOME: where a reader starts; nothing chosen yet
 * @PLUMB_PAGE_TOPIC: a topic; id is the topic's
 * @PLUMB_PAGE_DEBATE: the debate of a topic, or of all where there is no id
 * @PLUMB_PAGE_TERM: a glossary term, or the glossary
 * @PLUMB_PAGE_PERSON: a person or organisation, or all of them
 * @PLUMB_PAGE_SOURCE: a source, or all of them
 * @PLUMB_PAGE_CLAIM: a claim; id is the claim's
 * @PLUMB_PAGE_PITFALLS: what people get wrong, of all topics, or of one
 * @PLUMB_PAGE_SEARCH: a search; the query says for what
 * @PLUMB_PAGE_CRUXES: what each position thinks of the cruxes, of a topic or of the library
 * @PLUMB_PAGE_WEIGH: a reader's own answers to the cruxes, of a topic or of the library
 * @PLUMB_PAGE_COMPARE: two levels of a topic, side by side
 * @PLUMB_PAGE_DRILL: pitfalls to find a reply to, of a topic or of all
 * @PLUMB_PAGE_REVIEW: check questions that are due again
 *
 * The pages that a place can name.
 */
typedef enum {
  PLUMB_PAGE_HOME,
  PLUMB_PAGE_TOPIC,
  PLUMB_PAGE_DEBATE,
  PLUMB_PAGE_TERM,
  PLUMB_PAGE_PERSON,
  PLUMB_PAGE_SOURCE,
  PLUMB_PAGE_CLAIM,
  PLUMB_PAGE_PITFALLS,
  PLUMB_PAGE_SEARCH,
  PLUMB_PAGE_CRUXES,
  PLUMB_PAGE_WEIGH,
  PLUMB_PAGE_COMPARE,
  PLUMB_PAGE_DRILL,
  PLUMB_PAGE_REVIEW,
} PlumbPage;

#define PLUMB_PLACE_MAX_URI_LENGTH 2048

#define PLUMB_PLACE_ERROR (plumb_place_error_quark ())

/**
 * PlumbPlaceError:
 * @PLUMB_PLACE_ERROR_SCHEME: it is not a `plumb:` address
 * @PLUMB_PLACE_ERROR_TOO_LONG: it is longer than %PLUMB_PLACE_MAX_URI_LENGTH bytes
 * @PLUMB_PLACE_ERROR_PAGE: it names no page that there is
 * @PLUMB_PLACE_ERROR_ID: what it names is not an id
 * @PLUMB_PLACE_ERROR_PARAMETER: a parameter is unknown, given twice or has a value that it cannot have
 *
 * Why an address is not a place.
 */
typedef enum {
  PLUMB_PLACE_ERROR_SCHEME,
  PLUMB_PLACE_ERROR_TOO_LONG,
  PLUMB_PLACE_ERROR_PAGE,
  PLUMB_PLACE_ERROR_ID,
  PLUMB_PLACE_ERROR_PARAMETER,
} PlumbPlaceError;

GQuark plumb_place_error_quark (void);

#define PLUMB_TYPE_PLACE (plumb_place_get_type ())

typedef struct _PlumbPlace PlumbPlace;

GType plumb_place_get_type (void);

PlumbPlace *plumb_place_new (PlumbPage page, const char *id);
PlumbPlace *
plumb_place_new_topic (const char *topic, int level, const char *audience, const char *anchor);
PlumbPlace *plumb_place_new_search (const char *query);
PlumbPlace *plumb_place_parse (const char *uri, GError **error);
char *plumb_place_to_uri (const PlumbPlace *self);
PlumbPlace *plumb_place_ref (PlumbPlace *self);
void plumb_place_unref (PlumbPlace *self);
PlumbPage plumb_place_get_page (const PlumbPlace *self);
const char *plumb_place_get_id (const PlumbPlace *self);
int plumb_place_get_level (const PlumbPlace *self);
const char *plumb_place_get_audience (const PlumbPlace *self);
const char *plumb_place_get_anchor (const PlumbPlace *self);
const char *plumb_place_get_query (const PlumbPlace *self);
int plumb_place_get_other_level (const PlumbPlace *self);
const char *plumb_place_get_position (const PlumbPlace *self);
const char *plumb_place_get_sort (const PlumbPlace *self);
PlumbPlace *plumb_place_with_level (const PlumbPlace *self, int level);
PlumbPlace *plumb_place_with_audience (const PlumbPlace *self, const char *audience);
PlumbPlace *plumb_place_with_anchor (const PlumbPlace *self, const char *anchor);
PlumbPlace *plumb_place_with_other_level (const PlumbPlace *self, int level);
PlumbPlace *plumb_place_with_position (const PlumbPlace *self, const char *position);
PlumbPlace *plumb_place_with_sort (const PlumbPlace *self, const char *sort);
gboolean plumb_place_equal (const PlumbPlace *self, const PlumbPlace *other);
gboolean plumb_place_same_page (const PlumbPlace *self, const PlumbPlace *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbPlace, plumb_place_unref)

G_END_DECLS
