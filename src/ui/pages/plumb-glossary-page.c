/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-glossary-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include <plumb-collation.h>
#include <plumb-mentions.h>

#include "plumb-entry-text.h"

/**
 * PlumbGlossaryPage:
 *
 * The terms of a library in the order of the alphabet, each with what it means, the forms that it takes, and the topics
 * that use it.
 */
struct _PlumbGlossaryPage {
  PlumbEntriesPage parent_instance;
};

G_DEFINE_FINAL_TYPE (PlumbGlossaryPage, plumb_glossary_page, PLUMB_TYPE_ENTRIES_PAGE)

static const PlumbEntriesTexts texts = {
  .title = N_ ("Glossary"),
  .lede = N_ ("The terms of this library in plain words, and the topics that use them."),
  .filter = N_ ("Look for a term"),
  .empty_title = N_ ("No Glossary"),
  .empty_text = N_ ("This library does not explain its terms in a glossary."),
};

/* The name itself is a form too, and says nothing new. */
static char *
list_forms (PlumbTerm *term)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *name = g_utf8_casefold (term->name, -1);
  g_auto (GStrv) forms = NULL;

  for (guint i = 0; term->forms != NULL && term->forms[i] != NULL; i++) {
    g_autofree char *form = g_utf8_casefold (term->forms[i], -1);

    if (!g_str_equal (form, name)) {
      g_strv_builder_take (builder, g_markup_escape_text (term->forms[i], -1));
    }
  }
  forms = g_strv_builder_end (builder);

  return forms[0] != NULL ? plumb_entry_list ((const char *const *) forms) : NULL;
}

static char *
list_terms (PlumbLibrary *library, char **ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    g_autoptr (PlumbTerm) term = plumb_library_lookup_term (library, ids[i]);

    if (term != NULL) {
      g_autofree char *href = g_strconcat ("term:", term->id, NULL);

      g_strv_builder_take (builder, plumb_entry_link (href, term->name));
    }
  }
  links = g_strv_builder_end (builder);

  return links[0] != NULL ? plumb_entry_list ((const char *const *) links) : NULL;
}

static void
add_topics (PlumbEntry *entry, PlumbTerm *term)
{
  g_autoptr (GPtrArray)
      topics = plumb_library_dup_topics_naming (entry->library, PLUMB_REF_TERM, term->id);
  g_autoptr (PlumbTopicEntry) main = NULL;

  if (term->topic != NULL) {
    main = plumb_library_lookup_entry (entry->library, term->topic, NULL);
  }
  if (main != NULL) {
    g_autofree char *link = plumb_entry_topic_link (main);
    /* Translators: below a term. %s is a link to the topic that treats it at length. */
    g_autofree char *note = g_strdup_printf (C_ ("glossary", "Explained in: %s"), link);

    plumb_entry_add_note (entry, note);
    for (guint i = 0; i < topics->len; i++) {
      if (g_str_equal (plumb_topic_entry_get_id (g_ptr_array_index (topics, i)),
                       plumb_topic_entry_get_id (main))) {
        g_ptr_array_remove_index (topics, i--);
      }
    }
  }

  if (topics->len > 0) {
    g_autofree char *links = plumb_entry_topic_links (topics);
    /* Translators: below a term. %s is a list of links to topics. */
    g_autofree char *note = main != NULL
                                ? g_strdup_printf (C_ ("glossary", "Also used in: %s"), links)
                                : g_strdup_printf (C_ ("glossary", "Used in: %s"), links);

    plumb_entry_add_note (entry, note);
  }
}

static void
fill (PlumbEntry *entry)
{
  PlumbTerm *term = PLUMB_TERM (entry->record);
  g_autofree char *forms = list_forms (term);
  g_autofree char *see = list_terms (entry->library, term->see);

  entry->text = g_strdup (term->definition);
  if (forms != NULL) {
    /* Translators: below a term. %s is a list of the forms that it takes in sentences: “proxies, proxy measure”. */
    g_autofree char *note = g_strdup_printf (C_ ("glossary", "Forms: %s"), forms);

    plumb_entry_add_note (entry, note);
  }
  if (see != NULL) {
    /* Translators: below a term. %s is a list of links to other terms. */
    g_autofree char *note = g_strdup_printf (C_ ("glossary", "See also: %s"), see);

    plumb_entry_add_note (entry, note);
  }
  add_topics (entry, term);
}

static GPtrArray *
plumb_glossary_page_load (PlumbEntriesPage *page, PlumbLibrary *library)
{
  GListModel *terms = plumb_library_get_terms (library);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  const char *before = NULL;
  guint section = 0;

  for (guint i = 0; i < g_list_model_get_n_items (terms); i++) {
    g_autoptr (PlumbTerm) term = g_list_model_get_item (terms, i);
    g_autofree char *key = g_strconcat ("term:", term->id, NULL);
    PlumbEntry *entry = plumb_entry_new (library, key, term);

    entry->title = g_strdup (term->name);
    entry->keywords = term->forms != NULL ? g_strjoinv ("\n", term->forms) : NULL;
    entry->fill = fill;
    g_ptr_array_add (entries, entry);
  }

  plumb_entry_sort (entries, 0, entries->len);
  for (guint i = 0; i < entries->len; i++) {
    PlumbEntry *entry = g_ptr_array_index (entries, i);

    entry->heading = plumb_collation_dup_initial (entry->title);
    if (before != NULL && !g_str_equal (before, entry->heading)) {
      section++;
    }
    entry->section = section;
    before = entry->heading;
  }

  return entries;
}

static void
plumb_glossary_page_class_init (PlumbGlossaryPageClass *klass)
{
  PlumbEntriesPageClass *page_class = PLUMB_ENTRIES_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->load = plumb_glossary_page_load;
}

static void
plumb_glossary_page_init (PlumbGlossaryPage *self)
{
}
