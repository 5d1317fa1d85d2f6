/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold between the fields of one record for it to be shown at all, so that a page can rely on it. */

#include "config.h"

#include "plumb-reader-private.h"

#include <glib/gi18n-lib.h>

#include "plumb-topic.h"

static void
check_table (PlumbReader *reader, PlumbRecord *record, JsonObject *object)
{
  PlumbTable *table = PLUMB_TABLE (record);
  guint n_columns = g_strv_length (table->columns);
  guint n_rows = g_list_model_get_n_items (table->rows);
  gsize length = reader->path->len;

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (PlumbTableRow) row = g_list_model_get_item (table->rows, i);
    guint n_cells = g_strv_length (row->cells);

    if (n_cells != n_columns) {
      g_string_append_printf (reader->path, "/rows/%u/cells", i);
      plumb_reader_complain (reader,
                             PLUMB_LIBRARY_ERROR_VALUE,
                             _ ("Cells in this row: %1$u. Columns in the table: %2$u."),
                             n_cells,
                             n_columns);
      g_string_truncate (reader->path, length);
    }
  }
}

static guint
numbers_length (const GArray *numbers)
{
  return numbers != NULL ? numbers->len : 0;
}

static void
check_chart (PlumbReader *reader, PlumbRecord *record, JsonObject *object)
{
  PlumbChart *chart = PLUMB_CHART (record);
  guint n_categories = chart->categories != NULL ? g_strv_length (chart->categories) : 0;
  guint n_series = g_list_model_get_n_items (chart->series);
  gsize length = reader->path->len;

  if (chart->kind == PLUMB_CHART_KIND_BAR && n_categories == 0) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("A chart with bars needs “categories”: the names of the bars."));
    return;
  }
  if (chart->kind == PLUMB_CHART_KIND_LINE && n_categories > 0) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("A chart with lines has no “categories”: its series have “x”."));
    return;
  }

  for (guint i = 0; i < n_series; i++) {
    g_autoptr (PlumbSeries) series = g_list_model_get_item (chart->series, i);
    guint n_x = numbers_length (series->x);
    guint n_y = numbers_length (series->y);

    g_string_append_printf (reader->path, "/series/%u", i);
    if (chart->kind == PLUMB_CHART_KIND_LINE && n_x != n_y) {
      plumb_reader_complain (reader,
                             PLUMB_LIBRARY_ERROR_VALUE,
                             _ ("Numbers in “x”: %1$u. Numbers in “y”: %2$u. A line needs as many "
                                "of both."),
                             n_x,
                             n_y);
    } else if (chart->kind == PLUMB_CHART_KIND_BAR && n_x > 0) {
      plumb_reader_complain (reader,
                             PLUMB_LIBRARY_ERROR_FIELD,
                             _ ("The series of a chart with bars have no “x”."));
    } else if (chart->kind == PLUMB_CHART_KIND_BAR && n_y != n_categories) {
      plumb_reader_complain (
          reader,
          PLUMB_LIBRARY_ERROR_VALUE,
          _ ("Numbers in “y”: %1$u. Categories: %2$u. There is one bar for each."),
          n_y,
          n_categories);
    }
    g_string_truncate (reader->path, length);
  }
}

static void
check_rating (PlumbReader *reader, PlumbRecord *record, JsonObject *object)
{
  PlumbRating *rating = PLUMB_RATING (record);

  /* Zero is a rating like the others, so only the file can tell whether there is one. */
  if (json_object_has_member (object, "value") == rating->rejects) {
    plumb_reader_complain (reader,
                           PLUMB_LIBRARY_ERROR_FIELD,
                           _ ("A rating has either a “value” or “rejects”."));
  }
}

static void
check_topic (PlumbReader *reader, PlumbRecord *record, JsonObject *object)
{
  PlumbTopic *topic = PLUMB_TOPIC (record);
  guint n_levels = g_list_model_get_n_items (topic->levels);
  gsize length = reader->path->len;
  guint seen = 0;

  for (guint i = 0; i < n_levels; i++) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (topic->levels, i);

    if ((seen & (1u << level->level)) != 0) {
      g_string_append_printf (reader->path, "/levels/%u/level", i);
      plumb_reader_complain (reader,
                             PLUMB_LIBRARY_ERROR_DUPLICATE,
                             _ ("Level %d is there twice."),
                             level->level);
      g_string_truncate (reader->path, length);
    }
    seen |= 1u << level->level;
  }
}

static const struct {
  GType (*type) (void);
  void (*check) (PlumbReader *reader, PlumbRecord *record, JsonObject *object);
} shapes[] = {
  { plumb_table_get_type, check_table },
  { plumb_chart_get_type, check_chart },
  { plumb_rating_get_type, check_rating },
  { plumb_topic_get_type, check_topic },
};

/**
 * plumb_reader_check_shape:
 * @reader: a reader
 * @record: a record whose fields are all good
 * @object: what it was read from
 *
 * Complains where the fields of @record do not go together.
 */
void
plumb_reader_check_shape (PlumbReader *reader, PlumbRecord *record, JsonObject *object)
{
  GType type = G_OBJECT_TYPE (record);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    if (type == shapes[i].type ()) {
      shapes[i].check (reader, record, object);
    }
  }
}
