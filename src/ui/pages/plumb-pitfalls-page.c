/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-pitfalls-page.h"

#include <glib/gi18n.h>

#include <plumb-mentions.h>

#include "plumb-entry-text.h"

/**
 * PlumbPitfallsPage:
 *
 * The claims that people repeat, of all topics, by section and topic. The reply to each is behind it, to be opened after
 * one has thought of one's own.
 */
struct _PlumbPitfallsPage {
  PlumbEntriesPage parent_instance;
};

G_DEFINE_FINAL_TYPE (PlumbPitfallsPage, plumb_pitfalls_page, PLUMB_TYPE_ENTRIES_PAGE)

static const PlumbEntriesTexts texts = {
  .title = N_ ("Common Pitfalls"),
  .lede = N_ ("Things people say. Think of your own reply before you open ours."),
  .filter = N_ ("Look for a claim"),
  .empty_title = N_ ("No Pitfalls"),
  .empty_text = N_ ("The topics of this library list no claims that people repeat."),
  .expand = N_ ("Show All Replies"),
};

static char *
dup_details (PlumbEntry *entry)
{
  PlumbPitfallEntry *pitfall = PLUMB_PITFALL_ENTRY (entry->record);
  PlumbTopicEntry *topic = plumb_pitfall_entry_get_topic (pitfall);
  g_autofree char *reply = plumb_library_dup_pitfall_reply (entry->library, pitfall);
  g_autofree char *href = g_strdup_printf ("plumb:topic/%s#pitfall-%s",
                                           plumb_topic_entry_get_id (topic),
                                           plumb_pitfall_entry_get_id (pitfall));
  g_autofree char *link = plumb_entry_link (href, plumb_topic_entry_get_title (topic));
  /* Translators: below the reply to a claim. %s is a link to the topic that it is from. */
  g_autofree char *from = g_strdup_printf (C_ ("pitfall", "From: %s"), link);

  if (reply == NULL) {
    return g_strdup (from);
  }

  return g_strdup_printf ("%s\n%s", reply, from);
}

static const char *
get_section_title (PlumbLibrary *library, guint section)
{
  g_autoptr (PlumbSection)
      found = g_list_model_get_item (plumb_library_get_file (library)->sections, section);

  /* The library's file keeps it. */
  return found != NULL ? found->title : NULL;
}

static GPtrArray *
plumb_pitfalls_page_load (PlumbEntriesPage *page, PlumbLibrary *library)
{
  g_autoptr (GListModel) pitfalls = plumb_library_dup_pitfalls (library);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (pitfalls); i++) {
    g_autoptr (PlumbPitfallEntry) pitfall = g_list_model_get_item (pitfalls, i);
    PlumbTopicEntry *topic = plumb_pitfall_entry_get_topic (pitfall);
    g_autofree char *key = g_strconcat ("topic:", plumb_topic_entry_get_id (topic), NULL);
    PlumbEntry *entry = plumb_entry_new (library, key, pitfall);

    entry->section = plumb_topic_entry_get_position (topic);
    entry->group = g_strdup (get_section_title (library, plumb_topic_entry_get_section (topic)));
    entry->heading = g_strdup (plumb_topic_entry_get_title (topic));
    entry->keywords = g_strdup (entry->heading);
    entry->details_title = g_strdup (plumb_pitfall_entry_get_claim (pitfall));
    entry->dup_details = dup_details;
    g_ptr_array_add (entries, entry);
  }

  return entries;
}

static void
plumb_pitfalls_page_class_init (PlumbPitfallsPageClass *klass)
{
  PlumbEntriesPageClass *page_class = PLUMB_ENTRIES_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->load = plumb_pitfalls_page_load;
}

static void
plumb_pitfalls_page_init (PlumbPitfallsPage *self)
{
}
