/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table for a terminal: the first column begins where it begins, the others, which are numbers, end where they end. */

#include "config.h"

#include "plumb-tool-table.h"

#include <string.h>

struct _PlumbToolTable {
  guint n_columns;
  /* All cells, row by row; the first are the heads of the columns. */
  GPtrArray *cells;
};

/* How many places of a terminal a text takes. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_iszerowidth (c)) {
      width += g_unichar_iswide (c) ? 2 : 1;
    }
  }

  return width;
}

/* Makes a table with columns under @heads, which end with %NULL. */
PlumbToolTable *
plumb_tool_table_new (const char *const *heads)
{
  PlumbToolTable *self = g_new0 (PlumbToolTable, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (; heads[self->n_columns] != NULL; self->n_columns++) {
    g_ptr_array_add (self->cells, g_strdup (heads[self->n_columns]));
  }

  return self;
}

void
plumb_tool_table_free (PlumbToolTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* Adds a cell. */
void
plumb_tool_table_add (PlumbToolTable *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->cells, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Fills what is left of a row. */
void
plumb_tool_table_end_row (PlumbToolTable *self)
{
  while (self->cells->len % self->n_columns != 0) {
    g_ptr_array_add (self->cells, g_strdup (""));
  }
}

static void
append_cell (GString *line, const char *text, guint width, gboolean to_right)
{
  guint n_spaces = width - get_width (text);

  if (!to_right) {
    g_string_append (line, text);
  }
  for (guint i = 0; i < n_spaces; i++) {
    g_string_append_c (line, ' ');
  }
  if (to_right) {
    g_string_append (line, text);
  }
}

/* Returns the table with a line for each row. */
char *
plumb_tool_table_to_string (PlumbToolTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++) {
    guint *width = &widths[i % self->n_columns];

    *width = MAX (*width, get_width (g_ptr_array_index (self->cells, i)));
  }

  for (guint i = 0; i < self->cells->len; i++) {
    guint column = i % self->n_columns;

    if (column > 0) {
      g_string_append (all, "  ");
    }
    append_cell (all, g_ptr_array_index (self->cells, i), widths[column], column > 0);
    if (column == self->n_columns - 1) {
      while (all->str[all->len - 1] == ' ') {
        g_string_truncate (all, all->len - 1);
      }
      g_string_append_c (all, '\n');
    }
  }

  return g_string_free_and_steal (all);
}
