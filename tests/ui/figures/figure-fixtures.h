/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-blocks.h>

#include <plumb-figure-style.h>

G_BEGIN_DECLS

PlumbFlow *fixture_flow (const char *title, ...) G_GNUC_NULL_TERMINATED;
PlumbFlowStep *fixture_step (const char *name,
                             const char *note,
                             const char *alternatives) G_GNUC_WARN_UNUSED_RESULT;
PlumbChart *fixture_line_chart (void);
PlumbChart *fixture_bar_chart (void);
void fixture_add_series (PlumbChart *chart, const char *name, const char *x, const char *y);
PlumbTable *fixture_table (const char *caption, const char *columns, ...) G_GNUC_NULL_TERMINATED;

void fixture_style (PlumbFigureStyle *style, GtkTextDirection direction, int points);
void fixture_assert_inside (GtkSnapshot *snapshot, double width, double height);

GtkWindow *fixture_show (GtkWidget *widget, int width);
void fixture_wait_frames (GtkWidget *widget);
GtkWidget *fixture_find (GtkWidget *root, GType type, const char *css_class);
void fixture_assert_measure (GtkWidget *widget);

G_END_DECLS
