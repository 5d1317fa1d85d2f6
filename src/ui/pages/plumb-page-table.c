/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which widget shows which kind of place, and which of them a reader can choose from a list. */

#include "config.h"

#include "plumb-page-table.h"

#include <glib/gi18n.h>

#include <plumb-mentions.h>

#include "plumb-crux-matrix.h"
#include "plumb-debate-hall.h"
#include "plumb-glossary-page.h"
#include "plumb-people-page.h"
#include "plumb-pitfalls-page.h"
#include "plumb-weigh-page.h"

static gboolean
has_positions (PlumbLibrary *library)
{
  GListModel *positions = plumb_library_get_file (library)->positions;

  return positions != NULL && g_list_model_get_n_items (positions) > 0;
}

static gboolean
has_people (PlumbLibrary *library)
{
  return plumb_library_has (library, PLUMB_REF_PERSON) ||
         plumb_library_has (library, PLUMB_REF_SOURCE);
}

static gboolean
has_terms (PlumbLibrary *library)
{
  return plumb_library_has (library, PLUMB_REF_TERM);
}

static gboolean
has_pitfalls (PlumbLibrary *library)
{
  return plumb_library_get_n_pitfalls (library) > 0;
}

static gboolean
has_cruxes (PlumbLibrary *library)
{
  const PlumbLibraryFile *file = plumb_library_get_file (library);

  return file->cruxes != NULL && g_list_model_get_n_items (file->cruxes) > 0 &&
         file->positions != NULL && g_list_model_get_n_items (file->positions) > 0;
}

/* In the order in which they are listed. */
static const PlumbPageInfo pages[] = {
  { PLUMB_PAGE_DEBATE, plumb_debate_hall_get_type, NC_ ("page", "Debate Hall"), has_positions },
  { PLUMB_PAGE_CRUXES, plumb_crux_matrix_get_type, NC_ ("page", "Crux Matrix"), has_positions },
  { PLUMB_PAGE_WEIGH, plumb_weigh_page_get_type, NC_ ("page", "Weigh It Yourself"), has_cruxes },
  { PLUMB_PAGE_PITFALLS,
    plumb_pitfalls_page_get_type,
    NC_ ("page", "Common Pitfalls"),
    has_pitfalls },
  { PLUMB_PAGE_TERM, plumb_glossary_page_get_type, NC_ ("page", "Glossary"), has_terms },
  { PLUMB_PAGE_PERSON,
    plumb_people_page_get_type,
    NC_ ("page", "Key People and Resources"),
    has_people },
  /* The sources are on the page of the people. */
  { PLUMB_PAGE_SOURCE, plumb_people_page_get_type, NULL, NULL },
};

/**
 * plumb_page_table_lookup:
 * @page: a kind of place
 *
 * Returns: (nullable): what shows it, or %NULL where it has no page of its own
 */
const PlumbPageInfo *
plumb_page_table_lookup (PlumbPage page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (pages[i].page == page) {
      return &pages[i];
    }
  }

  return NULL;
}

/**
 * plumb_page_table_dup_listed:
 * @library: a library
 *
 * Lists the pages that a reader of @library can choose from.
 *
 * Returns: (transfer full) (element-type PlumbPageInfo): the pages, in order; they are static
 */
GPtrArray *
plumb_page_table_dup_listed (PlumbLibrary *library)
{
  GPtrArray *listed = g_ptr_array_new ();

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), listed);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (pages[i].title != NULL && pages[i].is_there (library)) {
      g_ptr_array_add (listed, (gpointer) &pages[i]);
    }
  }

  return listed;
}

/**
 * plumb_page_info_get_title:
 * @self: a page
 *
 * Returns: (nullable): its title, in the reader's language
 */
const char *
plumb_page_info_get_title (const PlumbPageInfo *self)
{
  return self->title != NULL ? g_dpgettext2 (NULL, "page", self->title) : NULL;
}
