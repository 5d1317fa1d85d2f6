/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes a topic that is empty but for hints. It can be read as it is, and the checker finds every hint that was left.
 * What cannot hold a hint and has no sensible beginning (dates, sources, leanings) is left out: the checker asks for it
 * where the library promises it. */

#include "config.h"

#include "plumb-skeleton.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plumb-reader.h"
#include "plumb-syntax.h"

#define N_POINTS 3
#define N_REASONS 2
#define N_CRUXES 3
#define N_CLAIMS 12
#define N_PITFALLS 2
#define N_OPTIONS 3
#define N_QUESTIONS_PER_LEVEL 2

typedef struct {
  JsonBuilder *builder;
  PlumbLibraryFile *library;
  /* What ids that are unique in the library begin with. */
  char *stem;
} Skeleton;

static void
add_text (Skeleton *self, const char *key, const char *text)
{
  json_builder_set_member_name (self->builder, key);
  json_builder_add_string_value (self->builder, text);
}

static void
add_int (Skeleton *self, const char *key, int value)
{
  json_builder_set_member_name (self->builder, key);
  json_builder_add_int_value (self->builder, value);
}

static void
add_true (Skeleton *self, const char *key)
{
  json_builder_set_member_name (self->builder, key);
  json_builder_add_boolean_value (self->builder, TRUE);
}

static void
add_hint_value (Skeleton *self, const char *hint)
{
  g_autofree char *text =
      g_strconcat (PLUMB_SKELETON_HINT_OPEN, hint, PLUMB_SKELETON_HINT_CLOSE, NULL);

  json_builder_add_string_value (self->builder, text);
}

static void
add_hint (Skeleton *self, const char *key, const char *hint)
{
  json_builder_set_member_name (self->builder, key);
  add_hint_value (self, hint);
}

static void
begin_list (Skeleton *self, const char *key)
{
  json_builder_set_member_name (self->builder, key);
  json_builder_begin_array (self->builder);
}

static void
end_list (Skeleton *self)
{
  json_builder_end_array (self->builder);
}

static void
begin (Skeleton *self)
{
  json_builder_begin_object (self->builder);
}

static void
end (Skeleton *self)
{
  json_builder_end_object (self->builder);
}

static void
add_hints (Skeleton *self, const char *key, const char *hint, guint n)
{
  begin_list (self, key);
  for (guint i = 0; i < n; i++) {
    add_hint_value (self, hint);
  }
  end_list (self);
}

/* Names the claim that every skeleton has. */
static void
add_first_claim (Skeleton *self)
{
  g_autofree char *id = g_strconcat (self->stem, "-1", NULL);

  begin_list (self, "claims");
  json_builder_add_string_value (self->builder, id);
  end_list (self);
}

static void
add_id (Skeleton *self, const char *prefix, const char *word, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%s%u", prefix, word, number);

  add_text (self, "id", id);
}

static void
add_example (Skeleton *self)
{
  begin (self);
  add_text (self, "id", "example");
  add_text (self, "type", "example");
  add_true (self, "framing");
  add_hint (self, "title", _ ("A worked example. Take the block away if the topic has none."));
  add_hint (self, "asked", _ ("What was asked for."));
  add_hint (self, "got", _ ("What came instead."));
  add_hint (self, "wanted", _ ("What was wanted."));
  add_hint (self, "moral", _ ("What it shows."));
  add_text (self, "evidence", "thought-experiment");
  end (self);
}

static void
add_level (Skeleton *self, int level)
{
  static const char *const hints[] = {
    N_ ("What it is, in plain words: what somebody who never heard of it should know."),
    N_ ("How it works and what to do about it, with the approaches and their limits."),
    N_ ("The mechanism, the evidence and the open questions, with numbers and their setting."),
  };

  begin (self);
  add_int (self, "level", level);
  begin_list (self, "blocks");
  begin (self);
  add_id (self, "", "level-", (guint) level);
  add_text (self, "type", "paragraph");
  add_first_claim (self);
  add_hint (self, "text", _ (hints[level - 1]));
  end (self);
  if (level == 1) {
    add_example (self);
  }
  end_list (self);
  end (self);
}

static void
add_levels (Skeleton *self, int n_levels)
{
  begin_list (self, "levels");
  for (int level = 1; level <= n_levels; level++) {
    add_level (self, level);
  }
  end_list (self);
}

static void
add_why_now (Skeleton *self)
{
  json_builder_set_member_name (self->builder, "why_now");
  begin (self);
  add_hint (self, "text", _ ("Why this matters now: what has happened, and when."));
  add_first_claim (self);
  end (self);
}

static void
add_takeaways (Skeleton *self)
{
  guint n = self->library->audiences != NULL ? g_list_model_get_n_items (self->library->audiences)
                                             : 0;

  if (n == 0) {
    return;
  }

  begin_list (self, "takeaways");
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbAudience) audience = g_list_model_get_item (self->library->audiences, i);

    begin (self);
    add_text (self, "audience", audience->id);
    add_hints (self, "points", _ ("What this audience should take away, and no other."), N_POINTS);
    end (self);
  }
  end_list (self);
}

static void
add_status (Skeleton *self)
{
  begin_list (self, "status");
  begin (self);
  add_text (self, "id", "status-1");
  add_hint (self, "facet", _ ("A part of the problem, in two or three words"));
  add_text (self, "state", "uncertain");
  add_hint (self, "text", _ ("How far it is solved, and who says so. Set “state”, too."));
  add_first_claim (self);
  end (self);
  end_list (self);
}

static void
add_take (Skeleton *self)
{
  json_builder_set_member_name (self->builder, "take");
  begin (self);
  add_hint (self, "text", _ ("A short opinion of your own. Say with “leans” to which position."));
  add_hint (self, "author", _ ("Who signs it"));
  end (self);
}

static void
add_stance (Skeleton *self, PlumbPosition *position)
{
  begin (self);
  add_text (self, "position", position->id);
  add_hint (self, "thesis", _ ("What this position says here, as its holders would sign it."));
  begin_list (self, "reasons");
  for (guint i = 0; i < N_REASONS; i++) {
    begin (self);
    add_hint (self, "text", _ ("A reason. Each position gives as many."));
    end (self);
  }
  end_list (self);
  add_hint (self, "objection", _ ("The strongest objection to it."));
  add_hint (self, "answer", _ ("What its holders answer at their best."));
  begin_list (self, "holders");
  begin (self);
  add_hint (self, "name", _ ("Who holds it; or name an entry of people.json with “person”"));
  add_hint (self, "form", _ ("In what form, and when"));
  end (self);
  end_list (self);
  end (self);
}

static void
add_debate (Skeleton *self)
{
  guint n = g_list_model_get_n_items (self->library->positions);

  json_builder_set_member_name (self->builder, "debate");
  begin (self);
  add_hint (
      self,
      "question",
      _ ("A question that is really about this topic and that informed people answer differently."));
  begin_list (self, "positions");
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (self->library->positions, i);

    add_stance (self, position);
  }
  end_list (self);
  end (self);
}

static void
add_crux (Skeleton *self, guint number)
{
  guint n = g_list_model_get_n_items (self->library->positions);
  g_autofree char *claim = g_strconcat (self->stem, "-1", NULL);

  begin (self);
  add_id (self, self->stem, "-crux-", number);
  add_hint (self, "statement", _ ("A statement that would change minds if it were settled."));
  add_text (self, "claim", claim);
  begin_list (self, "ratings");
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (self->library->positions, i);

    begin (self);
    add_text (self, "position", position->id);
    add_int (self, "value", 0);
    add_hint (self, "why", _ ("Why it rates the statement so: set “value” from −2 to 2."));
    add_true (self, "reading");
    end (self);
  }
  end_list (self);
  end (self);
}

static void
add_cruxes (Skeleton *self)
{
  begin_list (self, "cruxes");
  for (guint i = 1; i <= N_CRUXES; i++) {
    add_crux (self, i);
  }
  end_list (self);
}

static void
add_claims (Skeleton *self, guint n)
{
  begin_list (self, "claims");
  for (guint i = 1; i <= n; i++) {
    begin (self);
    add_id (self, self->stem, "-", i);
    add_hint (
        self,
        "text",
        _ ("One sentence that can be true or false. Set “kind” and “confidence”, and add “sources” and “as_of”."));
    add_text (self, "kind", "fact");
    add_text (self, "confidence", "likely");
    add_hint (self, "where", _ ("Where in the source"));
    end (self);
  }
  end_list (self);
}

static void
add_pitfalls (Skeleton *self)
{
  begin_list (self, "pitfalls");
  for (guint i = 1; i <= N_PITFALLS; i++) {
    begin (self);
    add_id (self, "", "pitfall-", i);
    add_hint (self, "claim", _ ("What people often say and get wrong."));
    add_hint (self, "reply", _ ("What to answer."));
    add_first_claim (self);
    end (self);
  }
  end_list (self);
}

static void
add_question (Skeleton *self, guint number, int level)
{
  begin (self);
  add_id (self, "", "question-", number);
  add_int (self, "level", level);
  add_hint (self, "prompt", _ ("A question that this level answers."));
  begin_list (self, "options");
  for (guint i = 0; i < N_OPTIONS; i++) {
    begin (self);
    if (i == 0) {
      add_hint (self, "text", _ ("The right answer. Put it in another place."));
      add_true (self, "right");
      add_hint (self, "why", _ ("Why it is right."));
    } else {
      add_hint (self, "text", _ ("A wrong answer that people really give."));
      add_hint (self, "why", _ ("What is wrong with it."));
    }
    end (self);
  }
  end_list (self);
  add_first_claim (self);
  end (self);
}

static void
add_questions (Skeleton *self, int n_levels)
{
  guint number = 1;

  begin_list (self, "questions");
  for (int level = 1; level <= n_levels; level++) {
    for (guint i = 0; i < N_QUESTIONS_PER_LEVEL; i++) {
      add_question (self, number++, level);
    }
  }
  end_list (self);
}

/* What comes before the text. */
static void
add_head (Skeleton *self, const char *id, gboolean full)
{
  g_autoptr (PlumbSection) section = g_list_model_get_item (self->library->sections, 0);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  add_int (self, "format", PLUMB_FORMAT);
  add_text (self, "id", id);
  add_text (self, "section", section->id);
  add_hint (self, "title", _ ("A title of a few words; look at “section”, too"));
  add_hint (self, "summary", _ ("The one sentence that a reader should keep."));
  add_text (self, "updated", today);
  if (full) {
    add_hints (self, "objectives", _ ("What a reader will be able to do."), 1);
    add_hints (self, "discussion", _ ("A question to talk about."), 1);
  }
}

/* The parts of a full library, in the order of the page. */
static void
add_parts (Skeleton *self)
{
  gboolean positions = self->library->positions != NULL &&
                       g_list_model_get_n_items (self->library->positions) > 0;

  add_why_now (self);
  add_takeaways (self);
  add_status (self);
  add_take (self);
  if (positions) {
    add_debate (self);
    add_cruxes (self);
  }
  add_claims (self, N_CLAIMS);
  add_pitfalls (self);
}

/* Writes keys as people do, without a space before the colon, and a line break at the end. */
static char *
tidy (const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);
  GString *tidied = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *colon = strstr (lines[i], "\" : ");

    if (colon != NULL) {
      g_string_append_len (tidied, lines[i], colon + 1 - lines[i]);
      g_string_append (tidied, colon + strlen ("\" "));
    } else {
      g_string_append (tidied, lines[i]);
    }
    g_string_append_c (tidied, '\n');
  }

  return g_string_free_and_steal (tidied);
}

/* Leaves room for what is put behind it. */
static char *
make_stem (const char *id)
{
  char *stem = g_strndup (id, PLUMB_MAX_ID_LENGTH - strlen ("-crux-99"));

  if (g_str_has_suffix (stem, "-")) {
    stem[strlen (stem) - 1] = '\0';
  }

  return stem;
}

/**
 * plumb_skeleton_make_topic:
 * @id: the id of the topic that is to be
 * @library: the library that it is for
 * @full: whether it has all that a full library promises, or only what a first topic needs
 *
 * Makes a topic with hints for what a person fills in.
 *
 * Returns: (transfer full): the topic, as JSON
 */
char *
plumb_skeleton_make_topic (const char *id, PlumbLibraryFile *library, gboolean full)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *json = NULL;
  Skeleton self;

  g_return_val_if_fail (plumb_syntax_is_id (id), NULL);
  g_return_val_if_fail (PLUMB_IS_LIBRARY_FILE (library), NULL);

  builder = json_builder_new ();
  stem = make_stem (id);
  self = (Skeleton) { builder, library, stem };

  begin (&self);
  add_head (&self, id, full);
  add_levels (&self, full ? 3 : 1);
  if (full) {
    add_parts (&self);
  } else {
    add_claims (&self, 1);
  }
  add_questions (&self, full ? 3 : 1);
  end (&self);

  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);

  return tidy (json);
}
