/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of the debate hall, from what a library says. */

#include "config.h"

#include "plumb-hall-rows.h"

#include <glib/gi18n.h>

#include <plumb-markup.h>
#include <plumb-place.h>
#include <plumb-shared-point.h>

#include "plumb-content.h"
#include "plumb-holder-words.h"
#include "plumb-shape-mark.h"
#include "plumb-sources-view.h"

typedef struct {
  PlumbLibrary *library;
  PlumbStance *stance;
  GtkWidget *box;
  GString *spoken;
} Cell;

static guint
n_items (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static void
append_spoken (Cell *cell, const char *markup)
{
  g_autofree char *plain = plumb_markup_to_plain (markup);

  if (cell->spoken->len > 0) {
    g_string_append_c (cell->spoken, ' ');
  }
  g_string_append (cell->spoken, plain);
}

static void
append_prose (Cell *cell, const char *markup, const char *class_name)
{
  gtk_box_append (GTK_BOX (cell->box), plumb_content_prose (markup, class_name, NULL));
  append_spoken (cell, markup);
}

static void
append_claims (GtkBox *box, char **claims, const char *class_name)
{
  if (claims != NULL && claims[0] != NULL) {
    g_autofree char *ids = g_strjoinv (",", claims);
    g_autofree char *markup = g_markup_printf_escaped ("<a href='claim:%s'>%s</a>",
                                                       ids,
                                                       C_ ("debate", "What this rests on"));

    gtk_box_append (box, plumb_content_prose (markup, "hall-note", class_name, NULL));
  }
}

static void
fill_thesis (Cell *cell)
{
  append_prose (cell, cell->stance->thesis, "thesis");
}

static void
fill_reasons (Cell *cell)
{
  guint n = n_items (cell->stance->reasons);
  GtkWidget *list = NULL;

  if (n > 0) {
    list = g_object_new (GTK_TYPE_BOX,
                         "accessible-role",
                         GTK_ACCESSIBLE_ROLE_LIST,
                         "orientation",
                         GTK_ORIENTATION_VERTICAL,
                         "spacing",
                         9,
                         NULL);
    gtk_box_append (GTK_BOX (cell->box), list);
  }

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbReason) reason = g_list_model_get_item (cell->stance->reasons, i);
    const char *const texts[] = { reason->text, NULL };
    GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                    "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                    "orientation",
                                    GTK_ORIENTATION_VERTICAL,
                                    "spacing",
                                    3,
                                    NULL);

    gtk_box_append (GTK_BOX (item), plumb_content_bullets (texts, FALSE));
    append_claims (GTK_BOX (item), reason->claims, "hall-claims");
    gtk_box_append (GTK_BOX (list), item);
    append_spoken (cell, reason->text);
  }
}

static void
fill_objection (Cell *cell)
{
  if (cell->stance->objection != NULL) {
    append_prose (cell, cell->stance->objection, NULL);
  }
}

static void
fill_answer (Cell *cell)
{
  if (cell->stance->answer != NULL) {
    append_prose (cell, cell->stance->answer, NULL);
  }
}

static void
fill_holders (Cell *cell)
{
  for (guint i = 0; i < n_items (cell->stance->holders); i++) {
    g_autoptr (PlumbHolder) holder = g_list_model_get_item (cell->stance->holders, i);
    g_autofree char *markup = plumb_holder_to_markup (holder, cell->library);

    append_prose (cell, markup, NULL);
  }
}

static void
fill_sources (Cell *cell)
{
  for (guint i = 0; cell->stance->sources != NULL && cell->stance->sources[i] != NULL; i++) {
    g_autoptr (PlumbSource)
        source = plumb_library_lookup_source (cell->library, cell->stance->sources[i]);
    g_autofree char *name = NULL;
    g_autofree char *markup = NULL;

    if (source != NULL) {
      name = plumb_source_get_short_name (source);
      markup = g_markup_printf_escaped ("<a href='source:%s'>%s</a>", source->id, name);
      append_prose (cell, markup, NULL);
    }
  }
}

typedef enum {
  KIND_SUMMARY,
  KIND_THESIS,
  KIND_REASONS,
  KIND_OBJECTION,
  KIND_ANSWER,
  KIND_HOLDERS,
  KIND_SOURCES,
} Kind;

/* What the rows are, in order. */
static const struct {
  const char *anchor;
  const char *title;
  void (*fill) (Cell *cell);
} kinds[] = {
  [KIND_SUMMARY] = { NULL, NC_ ("debate hall", "On the whole"), NULL },
  [KIND_THESIS] = { "thesis", NC_ ("debate hall", "Thesis"), fill_thesis },
  [KIND_REASONS] = { "reasons", NC_ ("debate hall", "Reasons"), fill_reasons },
  [KIND_OBJECTION] = { "objection", NC_ ("debate hall", "Strongest objection"), fill_objection },
  [KIND_ANSWER] = { "answer", NC_ ("debate hall", "What its holders answer"), fill_answer },
  [KIND_HOLDERS] = { "holders",
                     NC_ ("debate hall", "Who holds it, and in what form"),
                     fill_holders },
  [KIND_SOURCES] = { "sources", NC_ ("debate hall", "Sources"), fill_sources },
};

static char *
say (Kind kind, const char *position, const char *text)
{
  /* Translators: in all of these, %1$s is the name of a position and %2$s what it says, in sentences. */
  switch (kind) {
  case KIND_SUMMARY:
    return g_strdup_printf (_ ("%1$s, on the whole: %2$s"), position, text);
  case KIND_REASONS:
    return g_strdup_printf (_ ("%1$s, reasons: %2$s"), position, text);
  case KIND_OBJECTION:
    return g_strdup_printf (_ ("%1$s, strongest objection: %2$s"), position, text);
  case KIND_ANSWER:
    return g_strdup_printf (_ ("%1$s, what its holders answer: %2$s"), position, text);
  case KIND_HOLDERS:
    return g_strdup_printf (_ ("%1$s, who holds it: %2$s"), position, text);
  case KIND_SOURCES:
    return g_strdup_printf (_ ("%1$s, sources: %2$s"), position, text);
  case KIND_THESIS:
  default:
    return g_strdup_printf (_ ("%1$s, thesis: %2$s"), position, text);
  }
}

static PlumbStance *
find_stance (PlumbDebate *debate, const char *position)
{
  for (guint i = 0; i < n_items (debate->positions); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, i);

    if (g_str_equal (stance->position, position)) {
      return g_steal_pointer (&stance);
    }
  }

  return NULL;
}

static void
add_position_class (GtkWidget *cell, guint number)
{
  g_autofree char *class_name = g_strdup_printf ("position-%u", number + 1);

  gtk_widget_add_css_class (cell, class_name);
}

/* Adds what a position says, or that it says nothing. */
static void
append_cell (PlumbHallRow *row, Cell *content, PlumbPosition *position, guint i, Kind kind)
{
  g_autofree char *spoken = NULL;
  GtkWidget *cell;

  if (content->spoken->len == 0) {
    gtk_box_append (GTK_BOX (content->box),
                    plumb_content_label (C_ ("debate hall", "Nothing"), "hall-note", NULL));
    /* Translators: %s is the name of a position, which says nothing of what a row of the debate is about. */
    spoken = g_strdup_printf (_ ("%s: nothing is said here."), position->title);
  } else {
    spoken = say (kind, position->title, content->spoken->str);
  }
  cell = plumb_hall_row_append (row, GTK_ACCESSIBLE_ROLE_GRID_CELL, content->box, spoken);
  gtk_widget_add_css_class (cell, "card");
  add_position_class (cell, i);
}

static GtkWidget *
new_cell_box (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
}

static GtkWidget *
new_debate_row (PlumbLibrary *library, PlumbDebate *debate, Kind kind)
{
  GListModel *positions = plumb_library_get_file (library)->positions;
  const char *title = g_dpgettext2 (NULL, "debate hall", kinds[kind].title);
  GtkWidget *row = plumb_hall_row_new (kinds[kind].anchor,
                                       title,
                                       plumb_content_heading (title, 2, "hall-heading", NULL));

  for (guint i = 0; i < n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    g_autoptr (PlumbStance) stance = find_stance (debate, position->id);
    g_autoptr (GString) spoken = g_string_new (NULL);
    Cell cell = { library, stance, new_cell_box (), spoken };

    if (stance != NULL) {
      kinds[kind].fill (&cell);
    }
    append_cell (PLUMB_HALL_ROW (row), &cell, position, i, kind);
  }

  return row;
}

/* The names of the positions of a point, as the library orders them. @line gets their shapes. */
static char *
list_positions (PlumbLibrary *library, PlumbDebate *debate, guint set, GtkBox *line)
{
  GListModel *positions = plumb_library_get_file (library)->positions;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);

    for (guint j = 0; j < n_items (debate->positions); j++) {
      g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, j);

      if ((set & (1u << j)) != 0 && g_str_equal (stance->position, position->id)) {
        GtkWidget *mark = plumb_shape_mark_new (position->shape);

        add_position_class (mark, i);
        gtk_box_append (line, mark);
        g_strv_builder_add (names, position->title);
      }
    }
  }
  strv = g_strv_builder_end (names);

  /* Translators: what stands between the names of two positions in a list of them. */
  return g_strjoinv (C_ ("list of positions", ", "), strv);
}

static GtkWidget *
new_shared_row (PlumbLibrary *library, PlumbDebate *debate)
{
  const char *title = C_ ("debate hall", "What two or more of them agree on");
  g_autoptr (GPtrArray) points = plumb_debate_dup_shared_points (debate);
  g_autoptr (GString) spoken = g_string_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  GtkWidget *row;

  for (guint i = 0; i < points->len; i++) {
    PlumbSharedPoint *point = g_ptr_array_index (points, i);
    g_autoptr (PlumbClaim) claim = point->claim != NULL
                                       ? plumb_library_lookup_claim (library, point->claim, NULL)
                                       : NULL;
    const char *text = point->shared != NULL ? point->shared->text
                       : claim != NULL       ? claim->text
                                             : NULL;
    char *claim_ids[] = { point->claim, NULL };
    g_autofree char *plain = NULL;
    g_autofree char *names = NULL;
    g_autofree char *sentence = NULL;
    GtkWidget *item, *line;

    if (text == NULL) {
      continue;
    }

    item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    names = list_positions (library, debate, point->positions, GTK_BOX (line));
    gtk_box_append (GTK_BOX (line), plumb_content_label (names, "part-title", NULL));
    gtk_box_append (GTK_BOX (item), line);
    gtk_box_append (GTK_BOX (item), plumb_content_prose (text, NULL));
    append_claims (GTK_BOX (item), point->shared != NULL ? point->shared->claims : claim_ids, NULL);
    gtk_box_append (GTK_BOX (box), item);

    plain = plumb_markup_to_plain (text);
    /* Translators: %1$s is a list of positions, %2$s what they agree on. */
    sentence = g_strdup_printf (_ ("Shared by %1$s: %2$s"), names, plain);
    if (spoken->len > 0) {
      g_string_append_c (spoken, ' ');
    }
    g_string_append (spoken, sentence);
  }

  if (spoken->len == 0) {
    g_object_ref_sink (box);
    g_object_unref (box);
    return NULL;
  }

  row = plumb_hall_row_new ("shared",
                            title,
                            plumb_content_heading (title, 2, "hall-heading", NULL));
  gtk_widget_add_css_class (
      plumb_hall_row_append (PLUMB_HALL_ROW (row), GTK_ACCESSIBLE_ROLE_GRID_CELL, box, spoken->str),
      "card");

  return row;
}

/**
 * plumb_hall_rows_new_debate:
 * @library: a library that has positions
 * @debate: the debate of a topic
 *
 * Makes the rows of a debate: what each position says, from its thesis to its sources, and what they agree on, once.
 *
 * Returns: (transfer container) (element-type PlumbHallRow): the rows, which are floating
 */
GPtrArray *
plumb_hall_rows_new_debate (PlumbLibrary *library, PlumbDebate *debate)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *shared;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), rows);
  g_return_val_if_fail (PLUMB_IS_DEBATE (debate), rows);

  for (guint i = KIND_THESIS; i <= KIND_SOURCES; i++) {
    g_ptr_array_add (rows, new_debate_row (library, debate, (Kind) i));
  }
  shared = new_shared_row (library, debate);
  if (shared != NULL) {
    g_ptr_array_add (rows, shared);
  }

  return rows;
}

/**
 * plumb_hall_rows_new_names:
 * @library: a library that has positions
 *
 * Makes the row of the names of the positions, which stands above the columns.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_hall_rows_new_names (PlumbLibrary *library)
{
  GListModel *positions = plumb_library_get_file (library)->positions;
  GtkWidget *row = plumb_hall_row_new (NULL, C_ ("accessibility", "Positions"), NULL);

  for (guint i = 0; i < n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
    GtkWidget *cell;

    gtk_box_append (GTK_BOX (line), plumb_shape_mark_new (position->shape));
    gtk_box_append (GTK_BOX (line), plumb_content_label (position->title, "position-name", NULL));
    cell = plumb_hall_row_append (PLUMB_HALL_ROW (row),
                                  GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                  line,
                                  position->title);
    add_position_class (cell, i);
  }

  return row;
}

/**
 * plumb_hall_rows_new_summaries:
 * @library: a library that has positions
 *
 * Makes the row of what each position holds on the whole.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_hall_rows_new_summaries (PlumbLibrary *library)
{
  GListModel *positions = plumb_library_get_file (library)->positions;
  const char *title = C_ ("debate hall", "On the whole");
  GtkWidget *row = plumb_hall_row_new (NULL,
                                       title,
                                       plumb_content_heading (title, 2, "hall-heading", NULL));

  for (guint i = 0; i < n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    g_autoptr (GString) spoken = g_string_new (NULL);
    Cell cell = { library, NULL, new_cell_box (), spoken };

    if (position->summary != NULL) {
      append_prose (&cell, position->summary, "thesis");
    }
    append_cell (PLUMB_HALL_ROW (row), &cell, position, i, KIND_SUMMARY);
  }

  return row;
}

/**
 * plumb_hall_rows_new_theses:
 * @library: a library that has positions
 * @topic: a topic that has a debate
 *
 * Makes a row of the theses of a topic, with a button that opens its debate.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_hall_rows_new_theses (PlumbLibrary *library, PlumbTopic *topic)
{
  GListModel *positions = plumb_library_get_file (library)->positions;
  g_autoptr (PlumbPlace) place = plumb_place_new (PLUMB_PAGE_DEBATE, topic->id);
  g_autofree char *uri = plumb_place_to_uri (place);
  /* Translators: %s is the title of a topic. */
  g_autofree char *name = g_strdup_printf (_ ("Open the debate of “%s”"), topic->title);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = plumb_content_heading (topic->title, 2, "hall-heading", NULL);
  GtkWidget *button = gtk_button_new_with_label (C_ ("debate hall", "Open Debate"));
  GtkWidget *row;

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (header), line);
  gtk_box_append (GTK_BOX (header), plumb_content_prose (topic->debate->question, NULL));
  row = plumb_hall_row_new (topic->id, topic->title, header);

  for (guint i = 0; i < n_items (positions); i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    g_autoptr (PlumbStance) stance = find_stance (topic->debate, position->id);
    g_autoptr (GString) spoken = g_string_new (NULL);
    Cell cell = { library, stance, new_cell_box (), spoken };

    if (stance != NULL) {
      fill_thesis (&cell);
    }
    append_cell (PLUMB_HALL_ROW (row), &cell, position, i, KIND_THESIS);
  }

  return row;
}
