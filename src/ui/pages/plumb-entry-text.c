/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pages of entries have in common in how they write and sort what they show. */

#include "config.h"

#include "plumb-entry-text.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/**
 * plumb_entry_link:
 * @href: where it leads
 * @text: plain text
 *
 * Returns: (transfer full): a link
 */
char *
plumb_entry_link (const char *href, const char *text)
{
  g_return_val_if_fail (href != NULL && text != NULL, NULL);

  return g_markup_printf_escaped ("<a href='%s'>%s</a>", href, text);
}

/**
 * plumb_entry_topic_link:
 * @topic: a topic
 *
 * Returns: (transfer full): a link to it; only its title where it is still to come
 */
char *
plumb_entry_topic_link (PlumbTopicEntry *topic)
{
  g_autofree char *href = NULL;

  g_return_val_if_fail (PLUMB_IS_TOPIC_ENTRY (topic), NULL);

  if (plumb_topic_entry_is_upcoming (topic)) {
    return g_markup_escape_text (plumb_topic_entry_get_title (topic), -1);
  }
  href = g_strconcat ("topic:", plumb_topic_entry_get_id (topic), NULL);

  return plumb_entry_link (href, plumb_topic_entry_get_title (topic));
}

/**
 * plumb_entry_list:
 * @items: (array zero-terminated=1): markup
 *
 * Returns: (transfer full): the items in a line
 */
char *
plumb_entry_list (const char *const *items)
{
  /* Translators: what stands between the items of a list in a line. */
  return g_strjoinv (C_ ("list separator", ", "), (char **) items);
}

/**
 * plumb_entry_topic_links:
 * @topics: (element-type PlumbTopicEntry): topics
 *
 * Returns: (transfer full): links to them, in a line
 */
char *
plumb_entry_topic_links (GPtrArray *topics)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;

  g_return_val_if_fail (topics != NULL, NULL);

  for (guint i = 0; i < topics->len; i++) {
    g_strv_builder_take (builder, plumb_entry_topic_link (g_ptr_array_index (topics, i)));
  }
  links = g_strv_builder_end (builder);

  return plumb_entry_list ((const char *const *) links);
}

/**
 * plumb_entry_add_note:
 * @self: an entry
 * @note: markup
 *
 * Adds a line to the notes of an entry.
 */
void
plumb_entry_add_note (PlumbEntry *self, const char *note)
{
  g_autofree char *before = NULL;

  g_return_if_fail (PLUMB_IS_ENTRY (self));
  g_return_if_fail (note != NULL);

  before = g_steal_pointer (&self->notes);
  self->notes = before != NULL ? g_strconcat (before, "\n", note, NULL) : g_strdup (note);
}

typedef struct {
  char *key;
  PlumbEntry *entry;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

/**
 * plumb_entry_sort:
 * @entries: (element-type PlumbEntry): entries with titles, or else keywords
 * @start: the first of those to sort
 * @end: the one after the last
 *
 * Sorts entries by name, in the order of the locale.
 */
void
plumb_entry_sort (GPtrArray *entries, guint start, guint end)
{
  g_autofree Keyed *keyed = NULL;

  g_return_if_fail (entries != NULL && start <= end && end <= entries->len);

  if (start == end) {
    return;
  }

  keyed = g_new (Keyed, end - start);
  for (guint i = start; i < end; i++) {
    PlumbEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *folded = g_utf8_casefold (entry->title != NULL ? entry->title
                                                                    : entry->keywords,
                                               -1);

    keyed[i - start] = (Keyed) { g_utf8_collate_key (folded, -1), entry };
  }
  qsort (keyed, end - start, sizeof (Keyed), compare_keyed);
  for (guint i = start; i < end; i++) {
    g_ptr_array_index (entries, i) = keyed[i - start].entry;
    g_free (keyed[i - start].key);
  }
}
