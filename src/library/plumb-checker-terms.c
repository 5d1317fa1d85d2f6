/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules about the terms of the glossary: that a reader of any level is led to the definition where a term comes first. */

#include "config.h"

#include "plumb-checker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plumb-text.h"
#include "plumb-walk.h"

/* A form that a term takes, as words in a row. */
typedef struct {
  PlumbTerm *term;
  /* Of PlumbVisibleWord; their bytes are those of the text. */
  GArray *words;
  const char *text;
} Form;

typedef struct {
  PlumbChecker *checker;
  const char *file;
  PlumbTopic *topic;
  /* First word to a GPtrArray of Form, the longest first. */
  GHashTable *forms;
  /* Of the level at hand. Each maps an id to nothing, or to where a term stands that was not linked there. */
  int level;
  guint index;
  GHashTable *defined;
  GHashTable *reported;
  GHashTable *mentioned;
} Terms;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_array_unref (form->words);
  g_object_unref (form->term);
  g_free (form);
}

/* @text belongs to @term. */
static void
add_form (GHashTable *forms, PlumbTerm *term, const char *text)
{
  g_autoptr (GArray) words = plumb_visible_find_words (text);
  const char *first;
  GPtrArray *list;
  Form *form;
  guint at = 0;

  if (words->len == 0) {
    return;
  }

  first = g_array_index (words, PlumbVisibleWord, 0).folded;
  list = g_hash_table_lookup (forms, first);
  if (list == NULL) {
    list = g_ptr_array_new_with_free_func (form_free);
    g_hash_table_insert (forms, g_strdup (first), list);
  }
  while (at < list->len && ((Form *) list->pdata[at])->words->len >= words->len) {
    at++;
  }

  form = g_new0 (Form, 1);
  form->term = g_object_ref (term);
  form->words = g_steal_pointer (&words);
  form->text = text;
  g_ptr_array_insert (list, (int) at, form);
}

/* A name with a bracket, such as “Loss (in training)”, is none that stands in sentences. */
static GHashTable *
collect_forms (PlumbChecker *checker)
{
  GHashTable *forms =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < plumb_checker_n_items (checker->terms->terms); i++) {
    g_autoptr (PlumbTerm) term = g_list_model_get_item (checker->terms->terms, i);

    if (strpbrk (term->name, "()") == NULL) {
      add_form (forms, term, term->name);
    }
    for (guint j = 0; j < plumb_checker_n_texts (term->forms); j++) {
      add_form (forms, term, term->forms[j]);
    }
  }

  return forms;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_dash (gunichar c)
{
  return is_hyphen (c) || c == 0x2013;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Whether what is between two words of a text is as it is in the form: a space, a hyphen or an apostrophe. Where the form
 * has a space, a hyphen will do (“reward-model scores”), but not the other way (“stand-in” is not “stand in”). */
static gboolean
is_joined (const char *text,
           const PlumbVisibleWord *first,
           const char *form_text,
           const PlumbVisibleWord *form_first)
{
  gunichar c = g_utf8_get_char (text + first->end);
  gunichar wanted = g_utf8_get_char (form_text + form_first->end);
  const PlumbVisibleWord *second = first + 1;
  const char *p = text + first->end;

  if (second->start == first->end) {
    return TRUE;
  }
  if (g_utf8_next_char (p) != text + second->start) {
    return FALSE;
  }

  return (g_unichar_isspace (wanted) && (g_unichar_isspace (c) || is_dash (c))) ||
         (is_dash (wanted) && is_dash (c)) || (is_apostrophe (wanted) && is_apostrophe (c)) ||
         wanted == c;
}

/* What is joined to more by a hyphen, as in “reward-free”, is another word. */
static gboolean
is_whole (const char *text, gsize start, gsize end)
{
  const char *before = start > 0 ? g_utf8_prev_char (text + start) : NULL;
  const char *after = text + end;

  return !(before != NULL && is_hyphen (g_utf8_get_char (before))) &&
         !(is_hyphen (g_utf8_get_char (after)) &&
           plumb_visible_is_letter (g_utf8_get_char (g_utf8_next_char (after))));
}

static gboolean
matches (const Form *form, const char *text, const GArray *words, guint at)
{
  if (form->words->len > words->len - at) {
    return FALSE;
  }

  for (guint i = 0; i < form->words->len; i++) {
    const PlumbVisibleWord *wanted = &g_array_index (form->words, PlumbVisibleWord, i);
    const PlumbVisibleWord *word = &g_array_index (words, PlumbVisibleWord, at + i);

    if (!g_str_equal (word->folded, wanted->folded) ||
        (i > 0 && !is_joined (text, word - 1, form->text, wanted - 1))) {
      return FALSE;
    }
  }

  return is_whole (text,
                   g_array_index (words, PlumbVisibleWord, at).start,
                   g_array_index (words, PlumbVisibleWord, at + form->words->len - 1).end);
}

/* The longest form that stands at a word. */
static const Form *
find_form (GHashTable *forms, const char *text, const GArray *words, guint at)
{
  GPtrArray *list = g_hash_table_lookup (forms, g_array_index (words, PlumbVisibleWord, at).folded);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    if (matches (list->pdata[i], text, words, at)) {
      return list->pdata[i];
    }
  }

  return NULL;
}

/* Whether the topic treats the term and its title names it. Such a term wants its link at level 1 only: on that topic's
 * page, the title leads nowhere else. */
static gboolean
is_own_term (Terms *self, PlumbTerm *term)
{
  g_autoptr (GArray) words = NULL;

  if (g_strcmp0 (term->topic, self->topic->id) != 0) {
    return FALSE;
  }

  words = plumb_visible_find_words (self->topic->title);
  for (guint i = 0; i < words->len; i++) {
    const Form *form = find_form (self->forms, self->topic->title, words, i);

    if (form != NULL && form->term == term) {
      return TRUE;
    }
  }

  return FALSE;
}

static void
report_unlinked (Terms *self,
                 PlumbTerm *term,
                 const PlumbVisible *visible,
                 gsize start,
                 gsize end,
                 const char *path)
{
  g_autofree char *quote = plumb_visible_quote (visible, start, end);
  g_autofree char *word = g_strndup (visible->text->str + start, end - start);

  g_hash_table_add (self->reported, g_strdup (term->id));
  plumb_checker_add (
      self->checker,
      PLUMB_SEVERITY_WARNING,
      PLUMB_LIBRARY_ERROR_TERM,
      self->file,
      path,
      /* Translators: a word, the id of a term of the glossary, some words around the first. */
      _ ("“%1$s” is there for the first time at this level and has no link to "
         "“term:%2$s”: “%3$s”."),
      word,
      term->id,
      quote);
}

static void
add_definitions (Terms *self, const PlumbVisible *visible, guint *next, gsize until)
{
  for (; *next < visible->links->len; (*next)++) {
    const PlumbVisibleLink *link = &g_array_index (visible->links, PlumbVisibleLink, *next);

    if (link->start > until) {
      return;
    }
    if (g_str_has_prefix (link->href, "term:")) {
      g_hash_table_add (self->defined, g_strdup (link->href + strlen ("term:")));
    }
  }
}

static void
check_visible (Terms *self, const PlumbVisible *visible, const char *path, gboolean can_link)
{
  const char *text = visible->text->str;
  g_autoptr (GArray) words = plumb_visible_find_words (text);
  guint next_link = 0;

  for (guint i = 0; i < words->len; i++) {
    const Form *form = find_form (self->forms, text, words, i);
    const char *id = form != NULL ? form->term->id : NULL;
    gsize start = g_array_index (words, PlumbVisibleWord, i).start;
    gsize end;

    add_definitions (self, visible, &next_link, start);
    if (form == NULL) {
      continue;
    }

    i += form->words->len - 1;
    end = g_array_index (words, PlumbVisibleWord, i).end;
    if (plumb_visible_is (visible, start, end, PLUMB_VISIBLE_LINK | PLUMB_VISIBLE_CODE) ||
        g_hash_table_contains (self->defined, id) || g_hash_table_contains (self->reported, id) ||
        (self->level > 1 && is_own_term (self, form->term))) {
      continue;
    }
    if (can_link) {
      report_unlinked (self, form->term, visible, start, end, path);
    } else if (!g_hash_table_contains (self->mentioned, id)) {
      g_hash_table_insert (self->mentioned, g_strdup (id), g_strdup (path));
    }
  }
  add_definitions (self, visible, &next_link, G_MAXSIZE);
}

/* Quotations and formulas stand as they were printed, and plain texts have no links. */
static gboolean
can_have_links (PlumbRecord *record, const PlumbField *field)
{
  return (field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS) &&
         !((PLUMB_IS_QUOTE (record) || PLUMB_IS_FORMULA (record)) &&
           g_str_equal (field->name, "text"));
}

static void
check_text_cb (PlumbRecord *record,
               const PlumbField *field,
               const char *path,
               const char *text,
               gpointer user_data)
{
  Terms *self = user_data;
  gboolean markup = field->kind == PLUMB_FIELD_MARKUP || field->kind == PLUMB_FIELD_MARKUPS;
  g_auto (PlumbVisible) visible = { 0 };

  if (PLUMB_IS_DEFINITION (record) && PLUMB_DEFINITION (record)->term != NULL) {
    g_hash_table_add (self->defined, g_strdup (PLUMB_DEFINITION (record)->term));
  }
  if ((field->flags & PLUMB_FIELD_TRANSLATABLE) != 0) {
    g_autofree char *place = g_strdup_printf ("/levels/%u%s", self->index, path);

    plumb_visible_init (&visible, text, markup);
    check_visible (self, &visible, place, can_have_links (record, field));
  }
}

/* Those that stand where there can be no link are to be explained elsewhere at level 1. */
static void
check_mentioned (Terms *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer path;

  g_hash_table_iter_init (&iter, self->mentioned);
  while (g_hash_table_iter_next (&iter, &id, &path)) {
    if (!g_hash_table_contains (self->defined, id) && !g_hash_table_contains (self->reported, id)) {
      plumb_checker_add (self->checker,
                         PLUMB_SEVERITY_WARNING,
                         PLUMB_LIBRARY_ERROR_TERM,
                         self->file,
                         path,
                         _ ("The term “%s” is there at level 1, and nothing at that level leads to "
                            "its definition."),
                         (const char *) id);
    }
  }
}

static void
check_level (Terms *self, PlumbLevel *level, guint index)
{
  g_autoptr (GHashTable) defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable)
      mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->level = level->level;
  self->index = index;
  self->defined = defined;
  self->reported = reported;
  self->mentioned = mentioned;
  plumb_walk_texts (PLUMB_RECORD (level), check_text_cb, self);
  if (level->level == 1) {
    check_mentioned (self);
  }
}

static void
check_terms (PlumbChecker *checker)
{
  g_autoptr (GHashTable) forms = NULL;

  if (checker->terms == NULL) {
    return;
  }

  forms = collect_forms (checker);
  for (guint i = 0; i < checker->topics->len; i++) {
    PlumbCheckedFile *file = g_ptr_array_index (checker->topics, i);
    PlumbTopic *topic = PLUMB_TOPIC (file->record);
    Terms self = { .checker = checker, .file = file->name, .topic = topic, .forms = forms };

    for (guint j = 0; j < plumb_checker_n_items (topic->levels); j++) {
      g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, j);

      check_level (&self, level, j);
    }
  }
}

const PlumbCheckerRule plumb_checker_term_rules[] = {
  { .check_library = check_terms },
  { 0 },
};
