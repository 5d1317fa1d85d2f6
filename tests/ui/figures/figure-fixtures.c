/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Records as a reader would fill them, and what the tests of several widgets ask. */

#include "figure-fixtures.h"

static GStrv
split (const char *text)
{
  return text == NULL ? NULL : g_strsplit (text, "|", -1);
}

/* Takes the steps. */
PlumbFlow *
fixture_flow (const char *title, ...)
{
  PlumbFlow *flow = g_object_new (PLUMB_TYPE_FLOW, NULL);
  GListStore *steps = g_list_store_new (PLUMB_TYPE_FLOW_STEP);
  PlumbFlowStep *step;
  va_list args;

  flow->title = g_strdup (title);
  flow->steps = G_LIST_MODEL (steps);

  va_start (args, title);
  while ((step = va_arg (args, PlumbFlowStep *)) != NULL) {
    g_list_store_append (steps, step);
    g_object_unref (step);
  }
  va_end (args);

  return flow;
}

PlumbFlowStep *
fixture_step (const char *name, const char *note, const char *alternatives)
{
  PlumbFlowStep *step = g_object_new (PLUMB_TYPE_FLOW_STEP, NULL);

  step->name = g_strdup (name);
  step->note = g_strdup (note);
  step->alternatives = split (alternatives);

  return step;
}

static GArray *
numbers (const char *text)
{
  g_auto (GStrv) words = split (text);
  GArray *array;

  if (words == NULL) {
    return NULL;
  }

  array = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; words[i] != NULL; i++) {
    double number = g_ascii_strtod (words[i], NULL);

    g_array_append_val (array, number);
  }

  return array;
}

void
fixture_add_series (PlumbChart *chart, const char *name, const char *x, const char *y)
{
  PlumbSeries *series = g_object_new (PLUMB_TYPE_SERIES, NULL);

  series->name = g_strdup (name);
  series->x = numbers (x);
  series->y = numbers (y);
  g_list_store_append (G_LIST_STORE (chart->series), series);
  g_object_unref (series);
}

static PlumbChart *
chart_new (PlumbChartKind kind, const char *title, const char *x_label, const char *y_label)
{
  PlumbChart *chart = g_object_new (PLUMB_TYPE_CHART, NULL);

  chart->kind = kind;
  chart->title = g_strdup (title);
  chart->x_label = g_strdup (x_label);
  chart->y_label = g_strdup (y_label);
  chart->series = G_LIST_MODEL (g_list_store_new (PLUMB_TYPE_SERIES));

  return chart;
}

PlumbChart *
fixture_line_chart (void)
{
  PlumbChart *chart = chart_new (PLUMB_CHART_KIND_LINE, "The goal turns", "Distance", "Score");

  chart->summary = g_strdup ("It <a href='term:peak'>peaks</a> at 2.5.");
  fixture_add_series (chart, "Proxy", "0|1|2|3|4", "0|2|4|6|8");
  fixture_add_series (chart, "Goal", "0|1|2|3|4", "0|1.6|2.5|2.25|1.6");

  return chart;
}

PlumbChart *
fixture_bar_chart (void)
{
  PlumbChart *chart = chart_new (PLUMB_CHART_KIND_BAR, "Best and meant", "Path taken", "Points");

  chart->categories = split ("Box pushed into corner|Careful path round|Long path");
  chart->summary = g_strdup ("The quick way is not the best.");
  fixture_add_series (chart, "Reward seen", NULL, "45|39|41");
  fixture_add_series (chart, "Hidden performance", NULL, "35|39|41");

  return chart;
}

PlumbTable *
fixture_table (const char *caption, const char *columns, ...)
{
  PlumbTable *table = g_object_new (PLUMB_TYPE_TABLE, NULL);
  GListStore *rows = g_list_store_new (PLUMB_TYPE_TABLE_ROW);
  const char *cells;
  va_list args;

  table->caption = g_strdup (caption);
  table->columns = split (columns);
  table->rows = G_LIST_MODEL (rows);

  va_start (args, columns);
  while ((cells = va_arg (args, const char *)) != NULL) {
    PlumbTableRow *row = g_object_new (PLUMB_TYPE_TABLE_ROW, NULL);

    row->cells = split (cells);
    g_list_store_append (rows, row);
    g_object_unref (row);
  }
  va_end (args);

  return table;
}

/* A style of dark text on a light page, in a size: 11 is the usual one, 22 twice that. */
void
fixture_style (PlumbFigureStyle *style, GtkTextDirection direction, int points)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  PangoContext *context;
  PangoFontDescription *font;
  GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA blue = { 0.016, 0.38, 0.745, 1 };

  gtk_widget_set_direction (widget, direction);
  context = gtk_widget_create_pango_context (widget);
  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_absolute_size (font, points * PANGO_SCALE * 4.0 / 3.0);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  plumb_figure_style_init (style, context, direction, &black, &blue, FALSE, FALSE);
  g_object_unref (context);
}

/* Around what is drawn, to see what would be cut off. */
#define MARGIN 24

/* Takes the snapshot. Nothing that was drawn is cut off by the edges of a widget of this size: outside them, but for a
 * pixel of antialiasing, everything stays empty. */
void
fixture_assert_inside (GtkSnapshot *snapshot, double width, double height)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  int w = (int) width;
  int h = (int) height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         w + 2 * MARGIN,
                                                         h + 2 * MARGIN);
  cairo_t *cairo = cairo_create (surface);
  const guchar *data;
  gboolean drawn = FALSE;

  cairo_translate (cairo, MARGIN, MARGIN);
  if (node != NULL) {
    gsk_render_node_draw (node, cairo);
    gsk_render_node_unref (node);
  }
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < h + 2 * MARGIN; y++) {
    const guint32 *row =
        (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));

    for (int x = 0; x < w + 2 * MARGIN; x++) {
      if (x < MARGIN - 1 || y < MARGIN - 1 || x > w + MARGIN || y > h + MARGIN) {
        if (row[x] != 0) {
          g_test_message ("drawn at %d, %d of %d × %d", x - MARGIN, y - MARGIN, w, h);
        }
        g_assert_cmphex (row[x], ==, 0);
      } else {
        drawn = drawn || row[x] != 0;
      }
    }
  }

  g_assert_true (drawn);
  cairo_surface_destroy (surface);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  (*frames)++;
  gtk_widget_queue_draw (widget);

  return *frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Waits until the widget has been laid out and drawn. */
void
fixture_wait_frames (GtkWidget *widget)
{
  guint frames = 0;

  gtk_widget_add_tick_callback (widget, count_frame_cb, &frames, NULL);
  while (frames < 3) {
    g_main_context_iteration (NULL, TRUE);
  }
}

GtkWindow *
fixture_show (GtkWidget *widget, int width)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), widget);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 100);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_frames (window);
  g_assert_cmpint (gtk_widget_get_width (widget), >, 0);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  return GTK_WINDOW (window);
}

/* The first widget of a type, in the order that they are read in. */
GtkWidget *
fixture_find (GtkWidget *root, GType type, const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (css_class == NULL || gtk_widget_has_css_class (root, css_class))) {
    return root;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = fixture_find (child, type, css_class);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

/* Fits 300 pixels, and never needs more room when it gets more: a wider place makes text lower. */
void
fixture_assert_measure (GtkWidget *widget)
{
  const int widths[] = { 300, 360, 800, 1200 };
  int minimum, natural;
  int above = G_MAXINT;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  g_assert_cmpint (natural, >=, minimum);
  g_assert_cmpint (gtk_widget_get_request_mode (widget), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    int height;

    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, widths[i], &minimum, &height, NULL, NULL);
    g_assert_cmpint (minimum, ==, height);
    g_assert_cmpint (height, >, 0);
    g_assert_cmpint (height, <=, above);
    above = height;
  }
}
