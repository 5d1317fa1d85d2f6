/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The gauge beside the page, and the one below it in a narrow window. */

#include "config.h"

#include "plumb-reader-page-private.h"

/* How far a step of the wheel over the gauge scrolls the page, in pixels. */
#define WHEEL_STEP 60

void
plumb_reader_page_gauge_level_cb (PlumbReaderPage *self, GParamSpec *pspec, PlumbDepthGauge *gauge)
{
  int level = plumb_depth_gauge_get_level (gauge);

  if (level != self->level) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.level", "i", level);
  }
}

static void
bar_gauge_level_cb (PlumbReaderPage *self)
{
  plumb_reader_page_gauge_level_cb (self, NULL, self->bar_gauge);
}

void
plumb_reader_page_gauge_scrolled_cb (PlumbReaderPage *self, double dy)
{
  GtkAdjustment *adjustment = plumb_reader_page_get_adjustment (self);

  gtk_adjustment_set_value (adjustment, plumb_reader_page_get_scroll (self) + dy * WHEEL_STEP);
}

/* The gauge of a narrow window lies in a bar below the text. */
void
plumb_reader_page_build_bar_gauge (PlumbReaderPage *self)
{
  GtkWidget *bar = adw_bin_new ();
  GtkWidget *gauge = plumb_depth_gauge_new (GTK_ORIENTATION_HORIZONTAL);

  self->bar_gauge = PLUMB_DEPTH_GAUGE (gauge);
  plumb_depth_gauge_set_levels (self->bar_gauge, plumb_depth_gauge_get_levels (self->gauge));
  g_object_bind_property (self, "level", gauge, "level", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (gauge, "notify::level", G_CALLBACK (bar_gauge_level_cb), self);
  g_signal_connect_swapped (gauge,
                            "scrolled",
                            G_CALLBACK (plumb_reader_page_gauge_scrolled_cb),
                            self);
  gtk_widget_add_css_class (bar, "gauge-bar");
  g_object_bind_property (self, "narrow", bar, "visible", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (ADW_BIN (bar), gauge);
  adw_toolbar_view_add_bottom_bar (self->toolbar_view, bar);
}
