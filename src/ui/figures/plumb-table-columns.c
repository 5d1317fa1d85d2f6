/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-table-columns.h"

/* In ems. */
#define NARROW 32.0
#define COMFORT 7.0

/* A table of a few short columns does not spread over the whole page, where rows could not be followed. */
#define MAX_STRETCH 1.5

typedef struct {
  int minimum;
  int body;
  int natural;
  int gaps;
} Sum;

static Sum
sum_columns (const PlumbTableColumn *columns, guint n_columns, int gap)
{
  Sum sum = { 0, 0, 0, n_columns > 0 ? (int) (n_columns - 1) * gap : 0 };

  for (guint i = 0; i < n_columns; i++) {
    sum.minimum += columns[i].minimum;
    sum.body += columns[i].body;
    sum.natural += columns[i].natural;
  }

  return sum;
}

/**
 * plumb_table_columns_fit:
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many there are
 * @width: how wide the table may be, in pixels
 * @gap: between two columns, in pixels
 * @em: the size of the text, in pixels
 *
 * Decides whether a table can stand as columns: everywhere if no cell in it wraps, otherwise in a place that is wide for the
 * size of the text and where no column gets too thin to read down.
 *
 * Returns: whether it can; if not, its rows are to be stacked
 */
gboolean
plumb_table_columns_fit (const PlumbTableColumn *columns,
                         guint n_columns,
                         int width,
                         int gap,
                         double em)
{
  Sum sum = sum_columns (columns, n_columns, gap);
  double needed = sum.gaps;

  if (sum.body + sum.gaps <= width) {
    return TRUE;
  }
  if (width < NARROW * em) {
    return FALSE;
  }

  for (guint i = 0; i < n_columns; i++) {
    needed += MAX (columns[i].minimum, MIN (columns[i].body, COMFORT * em));
  }

  return needed <= width;
}

/* No cell has to wrap; the heads that do share what is over. */
static void
share_where_heads_wrap (PlumbTableColumn *columns, guint n_columns, const Sum *sum, int room)
{
  int lacking = sum->natural - sum->body;

  for (guint i = 0; i < n_columns; i++) {
    PlumbTableColumn *column = &columns[i];

    column->width = column->body;
    if (lacking > 0) {
      column->width += (int) ((gint64) (room - sum->body) * (column->natural - column->body) /
                              lacking);
    }
  }
}

/* Where cells have to wrap, a column that needs no more than an even share gets what it needs: “Month 2” does not take two
 * lines beside a sentence that takes four. The others share what is over. */
static void
share_where_cells_wrap (PlumbTableColumn *columns, guint n_columns, int room)
{
  Sum rest = sum_columns (columns, n_columns, 0);
  guint n_left = n_columns;
  gboolean changed = TRUE;

  for (guint i = 0; i < n_columns; i++) {
    columns[i].width = -1;
  }
  while (changed && n_left > 0) {
    int share = room / (int) n_left;

    changed = FALSE;
    for (guint i = 0; i < n_columns; i++) {
      PlumbTableColumn *column = &columns[i];

      if (column->width < 0 && column->body <= share &&
          room - column->body >= rest.minimum - column->minimum) {
        column->width = column->body;
        room -= column->body;
        rest.minimum -= column->minimum;
        rest.body -= column->body;
        n_left--;
        changed = TRUE;
      }
    }
  }

  for (guint i = 0; i < n_columns; i++) {
    PlumbTableColumn *column = &columns[i];

    if (column->width < 0) {
      column->width = column->minimum;
      if (rest.body > rest.minimum && room > rest.minimum) {
        column->width += (int) ((gint64) (room - rest.minimum) * (column->body - column->minimum) /
                                (rest.body - rest.minimum));
      }
    }
  }
}

/**
 * plumb_table_columns_share:
 * @columns: (array length=n_columns) (inout): the columns
 * @n_columns: how many there are
 * @width: how wide the table may be, in pixels
 * @gap: between two columns, in pixels
 *
 * Shares a width among columns. Where nothing has to wrap, all get a little more than they need. Otherwise heads wrap first, and
 * cells only if that is not enough; no column gets less than its longest word.
 *
 * Returns: how wide the table gets, in pixels
 */
int
plumb_table_columns_share (PlumbTableColumn *columns, guint n_columns, int width, int gap)
{
  Sum sum = sum_columns (columns, n_columns, gap);
  int room = width - sum.gaps;
  int used = sum.gaps;

  if (sum.natural <= room) {
    room = MIN (room, (int) (sum.natural * MAX_STRETCH));
    for (guint i = 0; i < n_columns; i++) {
      columns[i].width = sum.natural > 0 ? (int) ((gint64) columns[i].natural * room / sum.natural)
                                         : 0;
    }
  } else if (sum.body <= room) {
    share_where_heads_wrap (columns, n_columns, &sum, room);
  } else {
    share_where_cells_wrap (columns, n_columns, room);
  }

  for (guint i = 0; i < n_columns; i++) {
    used += columns[i].width;
  }

  return used;
}

/**
 * plumb_table_text_is_number:
 * @text: plain text of a cell
 *
 * Returns: whether it is a number, or a dash in place of one, and should stand under the digits of its neighbours
 */
gboolean
plumb_table_text_is_number (const char *text)
{
  gboolean digits = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isdigit (c)) {
      digits = TRUE;
    } else if (g_unichar_isalpha (c)) {
      return FALSE;
    }
  }

  return digits || g_str_equal (text, "–");
}
