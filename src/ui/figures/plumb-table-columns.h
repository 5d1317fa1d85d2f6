/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbTableColumn:
 * @minimum: how wide it has to be for no word to be broken, in pixels
 * @body: how wide it has to be for no cell to wrap, while its head may, in pixels
 * @natural: how wide it has to be for nothing to wrap, in pixels
 * @width: how wide it is made
 *
 * A column of a table.
 */
typedef struct {
  int minimum;
  int body;
  int natural;
  int width;
} PlumbTableColumn;

gboolean plumb_table_columns_fit (const PlumbTableColumn *columns,
                                  guint n_columns,
                                  int width,
                                  int gap,
                                  double em);
int plumb_table_columns_share (PlumbTableColumn *columns, guint n_columns, int width, int gap);
gboolean plumb_table_text_is_number (const char *text);

G_END_DECLS
