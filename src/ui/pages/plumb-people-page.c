/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-people-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include <plumb-mentions.h>

#include "plumb-entry-text.h"
#include "plumb-sources-view.h"

/* A source that so many topics rest on is one to know. */
#define MANY_TOPICS 5

/**
 * PlumbPeoplePage:
 *
 * The people and organisations of a library, with what they did, where they stand in its debates and what they wrote;
 * and its sources, those that many topics rest on first, the others by kind.
 */
struct _PlumbPeoplePage {
  PlumbEntriesPage parent_instance;
};

G_DEFINE_FINAL_TYPE (PlumbPeoplePage, plumb_people_page, PLUMB_TYPE_ENTRIES_PAGE)

static const PlumbEntriesTexts texts = {
  .title = N_ ("Key People and Resources"),
  .lede = N_ ("Who and what the topics name, where people stand, and where to read on."),
  .filter = N_ ("Look for a name or a work"),
  .empty_title = N_ ("No People or Resources"),
  .empty_text = N_ ("This library names no people and no sources."),
};

/* The sections, in order. The kinds of source follow those that many topics rest on. */
enum {
  SECTION_PEOPLE,
  SECTION_ORGANISATIONS,
  SECTION_MUCH_USED,
  SECTION_KINDS,
};

static const struct {
  PlumbSourceKind kind;
  const char *heading;
  const char *one;
} kinds[] = {
  { PLUMB_SOURCE_KIND_PAPER, NC_ ("sources", "Papers"), NC_ ("source kind", "Paper") },
  { PLUMB_SOURCE_KIND_BOOK, NC_ ("sources", "Books"), NC_ ("source kind", "Book") },
  { PLUMB_SOURCE_KIND_REPORT, NC_ ("sources", "Reports"), NC_ ("source kind", "Report") },
  { PLUMB_SOURCE_KIND_POST, NC_ ("sources", "Posts and Essays"), NC_ ("source kind", "Post") },
  { PLUMB_SOURCE_KIND_LAW, NC_ ("sources", "Laws and Cases"), NC_ ("source kind", "Law or case") },
  { PLUMB_SOURCE_KIND_NEWS, NC_ ("sources", "Journalism"), NC_ ("source kind", "Journalism") },
  { PLUMB_SOURCE_KIND_PAGE, NC_ ("sources", "Web Pages"), NC_ ("source kind", "Web page") },
  { PLUMB_SOURCE_KIND_CODE, NC_ ("sources", "Code"), NC_ ("source kind", "Code") },
};

static guint
find_kind (PlumbSourceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].kind == kind) {
      return i;
    }
  }

  return 0;
}

/* People and organisations. */

static void
add_works (PlumbEntry *entry, PlumbPerson *person)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;
  g_autofree char *list = NULL;
  g_autofree char *note = NULL;

  for (guint i = 0; person->works != NULL && person->works[i] != NULL; i++) {
    g_autoptr (PlumbSource) source = plumb_library_lookup_source (entry->library, person->works[i]);

    if (source != NULL) {
      g_autofree char *href = g_strconcat ("source:", source->id, NULL);
      g_autofree char *name = plumb_source_get_short_name (source);

      g_strv_builder_take (builder, plumb_entry_link (href, name));
    }
  }
  links = g_strv_builder_end (builder);
  if (links[0] == NULL) {
    return;
  }

  list = plumb_entry_list ((const char *const *) links);
  /* Translators: below a person or an organisation. %s is a list of links to what they wrote. */
  note = g_strdup_printf (C_ ("person", "Works: %s"), list);
  plumb_entry_add_note (entry, note);
}

static void
add_topics (PlumbEntry *entry, PlumbRef kind, const char *id)
{
  g_autoptr (GPtrArray) topics = plumb_library_dup_topics_naming (entry->library, kind, id);
  g_autofree char *links = NULL;
  g_autofree char *note = NULL;

  if (topics->len == 0) {
    return;
  }

  links = plumb_entry_topic_links (topics);
  if (kind == PLUMB_REF_PERSON) {
    /* Translators: below a person or an organisation. %s is a list of links to topics. */
    note = g_strdup_printf (C_ ("person", "Named in: %s"), links);
  } else {
    /* Translators: below a source. %1$u is how many topics rest on it, %2$s a list of links to them. */
    note = g_strdup_printf (
        ngettext ("Used in %1$u topic: %2$s", "Used in %1$u topics: %2$s", topics->len),
        topics->len,
        links);
  }
  plumb_entry_add_note (entry, note);
}

static PlumbPosition *
find_position (PlumbLibrary *library, const char *id)
{
  GListModel *positions = plumb_library_get_file (library)->positions;

  for (guint i = 0; positions != NULL && i < g_list_model_get_n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);

    if (g_str_equal (position->id, id)) {
      return g_steal_pointer (&position);
    }
  }

  return NULL;
}

static const char *
get_shape (PlumbShape shape)
{
  switch (shape) {
  case PLUMB_SHAPE_DIAMOND:
    return "◆";
  case PLUMB_SHAPE_SQUARE:
    return "■";
  case PLUMB_SHAPE_TRIANGLE:
    return "▲";
  case PLUMB_SHAPE_CIRCLE:
  default:
    return "●";
  }
}

static char *
describe_holding (PlumbLibrary *library, PlumbHolding *holding)
{
  g_autoptr (PlumbPosition)
      position = find_position (library, plumb_holding_get_position (holding));
  PlumbTopicEntry *topic = plumb_holding_get_topic (holding);
  g_autofree char *href = g_strdup_printf ("plumb:topic/%s#debate",
                                           plumb_topic_entry_get_id (topic));
  g_autofree char *link = plumb_entry_link (href, plumb_topic_entry_get_title (topic));
  g_autofree char *name = NULL;
  g_autofree char *form = NULL;

  name = g_markup_escape_text (position != NULL ? position->title
                                                : plumb_holding_get_position (holding),
                               -1);
  if (plumb_holding_get_form (holding) == NULL) {
    /* Translators: where somebody stands. %1$s is the shape of a position, %2$s its name, %3$s a link to the topic. */
    return g_strdup_printf (C_ ("holding", "%1$s %2$s in %3$s"),
                            get_shape (position != NULL ? position->shape : PLUMB_SHAPE_CIRCLE),
                            name,
                            link);
  }

  form = g_markup_escape_text (plumb_holding_get_form (holding), -1);

  /* Translators: where somebody stands. %1$s is the shape of a position, %2$s its name, %3$s a link to the topic, %4$s
   * in what form they hold it: “▲ Pessimistic in Inner alignment: in stark form, 2022”. */
  return g_strdup_printf (C_ ("holding", "%1$s %2$s in %3$s: %4$s"),
                          get_shape (position != NULL ? position->shape : PLUMB_SHAPE_CIRCLE),
                          name,
                          link,
                          form);
}

static char *
dup_holdings (PlumbEntry *entry)
{
  PlumbPerson *person = PLUMB_PERSON (entry->record);
  g_autoptr (GPtrArray) holdings = plumb_library_dup_holdings (entry->library, person->id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < holdings->len; i++) {
    g_strv_builder_take (builder,
                         describe_holding (entry->library, g_ptr_array_index (holdings, i)));
  }
  lines = g_strv_builder_end (builder);

  return g_strjoinv ("\n", lines);
}

/* In how many debates somebody stands where, in the order of the positions. */
static void
add_stand (PlumbEntry *entry, PlumbPerson *person)
{
  g_autoptr (GPtrArray) holdings = plumb_library_dup_holdings (entry->library, person->id);
  GListModel *positions = plumb_library_get_file (entry->library)->positions;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) stands = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; positions != NULL && i < g_list_model_get_n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    g_autofree char *name = g_markup_escape_text (position->title, -1);
    guint n = 0;

    for (guint j = 0; j < holdings->len; j++) {
      n += g_str_equal (plumb_holding_get_position (g_ptr_array_index (holdings, j)), position->id);
    }
    if (n > 0) {
      /* Translators: where somebody stands. %1$s is the shape of a position, %2$s its name, %3$u in how many debates. */
      g_strv_builder_take (
          builder,
          g_strdup_printf (ngettext ("%1$s %2$s in %3$u debate", "%1$s %2$s in %3$u debates", n),
                           get_shape (position->shape),
                           name,
                           n));
    }
  }
  stands = g_strv_builder_end (builder);
  if (stands[0] == NULL) {
    return;
  }

  list = plumb_entry_list ((const char *const *) stands);
  /* Translators: %s is a list: “▲ Pessimistic in 20 debates”. */
  entry->details_title = g_strdup_printf (C_ ("person", "Where they stand: %s"), list);
  entry->dup_details = dup_holdings;
}

static void
fill_person (PlumbEntry *entry)
{
  PlumbPerson *person = PLUMB_PERSON (entry->record);

  entry->text = g_strdup (person->role);
  add_works (entry, person);
  add_topics (entry, PLUMB_REF_PERSON, person->id);
  if (person->url != NULL) {
    g_autofree char *link = plumb_entry_link (person->url, person->url);
    /* Translators: below a person or an organisation. %s is a link to their page, which shows the address. */
    g_autofree char *note = g_strdup_printf (C_ ("person", "Their page: %s"), link);

    plumb_entry_add_note (entry, note);
  }
  if (person->as_of != NULL) {
    /* Translators: below a person or an organisation. %s is the date at which what is said was so. */
    g_autofree char *note = g_strdup_printf (C_ ("person", "As of %s"), person->as_of);

    plumb_entry_add_note (entry, note);
  }
  add_stand (entry, person);
}

static void
load_people (PlumbLibrary *library,
             GPtrArray *entries,
             PlumbPersonKind kind,
             guint section,
             const char *heading)
{
  GListModel *people = plumb_library_get_people (library);
  guint start = entries->len;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (PlumbPerson) person = g_list_model_get_item (people, i);
    g_autofree char *key = g_strconcat ("person:", person->id, NULL);
    PlumbEntry *entry;

    if (person->kind != kind) {
      continue;
    }
    entry = plumb_entry_new (library, key, person);
    entry->section = section;
    entry->heading = g_strdup (heading);
    entry->title = g_strdup (person->name);
    entry->fill = fill_person;
    g_ptr_array_add (entries, entry);
  }
  plumb_entry_sort (entries, start, entries->len);
}

/* Sources. */

static void
fill_source (PlumbEntry *entry)
{
  PlumbSource *source = PLUMB_SOURCE (entry->record);

  entry->text = plumb_source_to_markup (source);
  plumb_entry_add_note (entry,
                        g_dpgettext2 (NULL, "source kind", kinds[find_kind (source->kind)].one));
  add_topics (entry, PLUMB_REF_SOURCE, source->id);
}

typedef struct {
  PlumbEntry *entry;
  guint n_topics;
} Used;

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const Used *first = a;
  const Used *second = b;

  return first->n_topics > second->n_topics ? -1 : first->n_topics < second->n_topics;
}

static PlumbEntry *
new_source (PlumbLibrary *library, PlumbSource *source)
{
  g_autofree char *key = g_strconcat ("source:", source->id, NULL);
  PlumbEntry *entry = plumb_entry_new (library, key, source);

  /* It is sorted by these, and found by its text. */
  entry->keywords = g_strdup_printf ("%s %d %s",
                                     source->authors != NULL ? source->authors : source->title,
                                     source->year,
                                     source->title);
  entry->fill = fill_source;

  return entry;
}

static void
put (GPtrArray *entries, PlumbEntry *entry, guint section, const char *heading)
{
  entry->section = section;
  entry->heading = g_strdup (heading);
  g_ptr_array_add (entries, g_object_ref (entry));
}

static void
load_sources (PlumbLibrary *library, GPtrArray *entries)
{
  GListModel *sources = plumb_library_get_sources (library);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (Used));
  g_autoptr (GHashTable) put_already = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (PlumbSource) source = g_list_model_get_item (sources, i);

    g_ptr_array_add (all, new_source (library, source));
  }
  plumb_entry_sort (all, 0, all->len);

  for (guint i = 0; i < all->len; i++) {
    PlumbEntry *entry = g_ptr_array_index (all, i);
    g_autoptr (GPtrArray)
        topics = plumb_library_dup_topics_naming (library,
                                                  PLUMB_REF_SOURCE,
                                                  PLUMB_SOURCE (entry->record)->id);
    Used one = { entry, topics->len };

    if (topics->len >= MANY_TOPICS) {
      g_array_append_val (used, one);
    }
  }
  g_array_sort (used, compare_used);
  for (guint i = 0; i < used->len; i++) {
    PlumbEntry *entry = g_array_index (used, Used, i).entry;

    put (entries, entry, SECTION_MUCH_USED, _ ("Resources That Many Topics Use"));
    g_hash_table_add (put_already, entry);
  }

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    for (guint i = 0; i < all->len; i++) {
      PlumbEntry *entry = g_ptr_array_index (all, i);

      if (PLUMB_SOURCE (entry->record)->kind == kinds[kind].kind &&
          !g_hash_table_contains (put_already, entry)) {
        put (entries,
             entry,
             SECTION_KINDS + kind,
             g_dpgettext2 (NULL, "sources", kinds[kind].heading));
      }
    }
  }
}

static GPtrArray *
plumb_people_page_load (PlumbEntriesPage *page, PlumbLibrary *library)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  load_people (library, entries, PLUMB_PERSON_KIND_PERSON, SECTION_PEOPLE, _ ("People"));
  load_people (library,
               entries,
               PLUMB_PERSON_KIND_ORGANISATION,
               SECTION_ORGANISATIONS,
               _ ("Organisations"));
  load_sources (library, entries);

  return entries;
}

static void
plumb_people_page_class_init (PlumbPeoplePageClass *klass)
{
  PlumbEntriesPageClass *page_class = PLUMB_ENTRIES_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->load = plumb_people_page_load;
}

static void
plumb_people_page_init (PlumbPeoplePage *self)
{
}
