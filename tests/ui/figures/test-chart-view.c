/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "figure-fixtures.h"

#include "plumb-chart-plan-private.h"
#include "plumb-chart-view.h"

static PlumbChart *
four_lines (void)
{
  PlumbChart *chart = fixture_line_chart ();

  fixture_add_series (chart, "Student, three degrees", "0|1|2|3|4", "1|1|1|1|1.5");
  fixture_add_series (chart, "Cauchy", "0|1|2|3|4", "1|1|1|1|1.5");

  return chart;
}

static PlumbChart *
many_bars (void)
{
  PlumbChart *chart = fixture_bar_chart ();

  fixture_add_series (chart, "Third", NULL, "-12.5|0|30");
  fixture_add_series (chart, "Fourth, shorter", NULL, "3");
  fixture_add_series (chart, "Fifth", NULL, "3|4|5|6");

  return chart;
}

/* The lowest bar reaches the end of the axis. */
static PlumbChart *
deep_bars (void)
{
  PlumbChart *chart = fixture_bar_chart ();

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  fixture_add_series (chart, "Seen", NULL, "50|50|-100");
  fixture_add_series (chart, "Hidden", NULL, "100|0|-100");

  return chart;
}

static PlumbChart *
one_point (void)
{
  PlumbChart *chart = fixture_line_chart ();

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  fixture_add_series (chart, "Score", "7", "7");

  return chart;
}

static PlumbChart *
no_points (void)
{
  PlumbChart *chart = fixture_line_chart ();

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  fixture_add_series (chart, "Empty", "", "nan");

  return chart;
}

static PlumbChart *
no_bars (void)
{
  PlumbChart *chart = fixture_bar_chart ();

  g_list_store_remove_all (G_LIST_STORE (chart->series));
  g_clear_pointer (&chart->categories, g_strfreev);
  g_clear_pointer (&chart->x_label, g_free);
  g_clear_pointer (&chart->y_label, g_free);

  return chart;
}

static PlumbChart *
long_names (void)
{
  PlumbChart *chart = fixture_bar_chart ();

  g_free (chart->categories[1]);
  chart->categories[1] = g_strdup (
      "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz");

  return chart;
}

static PlumbChart *(*const charts[]) (void) = { fixture_line_chart, four_lines, fixture_bar_chart,
                                                many_bars,          deep_bars,  one_point,
                                                no_points,          no_bars,    long_names };

static void
test_new_destroy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autoptr (PlumbChart) chart = charts[i]();
    GtkWidget *view = g_object_ref_sink (plumb_chart_view_new (chart));

    g_assert_true (plumb_chart_view_get_chart (PLUMB_CHART_VIEW (view)) == chart);
    g_assert_finalize_object (view);
    g_assert_finalize_object (g_steal_pointer (&chart));
  }
}

static void
test_measure (void)
{
  const int widths[] = { 300, 360, 800, 1200 };

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autoptr (PlumbChart) chart = charts[i]();
    g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_chart_view_new (chart));
    int minimum, natural;
    int below = 0;

    gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
    g_assert_cmpint (minimum, <=, 300);
    g_assert_cmpint (natural, >=, minimum);
    g_assert_cmpint (gtk_widget_get_request_mode (view), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);

    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++) {
      gtk_widget_measure (view,
                          GTK_ORIENTATION_VERTICAL,
                          widths[j],
                          &minimum,
                          &natural,
                          NULL,
                          NULL);
      g_assert_cmpint (minimum, ==, natural);
      g_assert_cmpint (natural, >, 0);
      /* A plot grows with its width. */
      if (chart->kind == PLUMB_CHART_KIND_LINE) {
        g_assert_cmpint (natural, >=, below);
        below = natural - 40;
      }
    }
  }
}

/* Nothing is cut off, at any width, in either direction, and at twice the text size. */
static void
test_inside (void)
{
  const double widths[] = { 300, 336, 360, 700, 800, 1200 };
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  const int sizes[] = { 11, 22 };
  gsize n = G_N_ELEMENTS (charts);

  for (gsize i = 0; i < n * G_N_ELEMENTS (widths) * 4; i++) {
    double width = widths[i / n % G_N_ELEMENTS (widths)];
    gsize variant = i / (n * G_N_ELEMENTS (widths));
    g_autoptr (PlumbChart) chart = charts[i % n]();
    g_autoptr (PlumbChartPlan) plan = NULL;
    g_auto (PlumbFigureStyle) style = { NULL };
    GtkSnapshot *snapshot = gtk_snapshot_new ();

    fixture_style (&style, directions[variant % 2], sizes[variant / 2]);
    g_assert_cmpfloat (plumb_chart_min_width (&style), <=, 300);
    plan = plumb_chart_plan_new (chart, &style, width);
    plumb_chart_plan_draw (plan, snapshot, &style);
    fixture_assert_inside (snapshot,
                           plumb_chart_plan_get_width (plan),
                           plumb_chart_plan_get_height (plan));
  }
}

/* Where the letters of a text are; a name may have more room than it needs. */
static void
get_rect (const PlumbChartText *text, graphene_rect_t *rect)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (text->layout, NULL, &logical);
  graphene_rect_init (rect,
                      (float) (text->x + logical.x),
                      (float) (text->y + logical.y),
                      (float) logical.width,
                      (float) logical.height);
}

/* The words and numbers of a chart don't run into each other. */
static void
test_apart (void)
{
  const double widths[] = { 300, 360, 480, 680, 800, 1200 };
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  gsize n = G_N_ELEMENTS (charts);

  for (gsize i = 0; i < n * G_N_ELEMENTS (widths) * 2; i++) {
    g_autoptr (PlumbChart) chart = charts[i % n]();
    g_autoptr (PlumbChartPlan) plan = NULL;
    g_auto (PlumbFigureStyle) style = { NULL };

    fixture_style (&style, directions[i / (n * G_N_ELEMENTS (widths))], 11);
    plan = plumb_chart_plan_new (chart, &style, widths[i / n % G_N_ELEMENTS (widths)]);
    for (guint j = 0; j < plan->texts->len; j++) {
      for (guint k = j + 1; k < plan->texts->len; k++) {
        const PlumbChartText *one = &g_array_index (plan->texts, PlumbChartText, j);
        const PlumbChartText *other = &g_array_index (plan->texts, PlumbChartText, k);
        graphene_rect_t rects[2];
        graphene_rect_t common;

        get_rect (one, &rects[0]);
        get_rect (other, &rects[1]);
        if (graphene_rect_intersection (&rects[0], &rects[1], &common) && common.size.width > 1 &&
            common.size.height > 1) {
          g_error ("Chart %u at %g: “%s” runs into “%s”",
                   (guint) (i % n),
                   widths[i / n % G_N_ELEMENTS (widths)],
                   pango_layout_get_text (one->layout),
                   pango_layout_get_text (other->layout));
        }
      }
    }
  }
}

static const struct {
  PlumbChart *(*chart) (void);
  int points;
  double width;
  PlumbChartForm form;
} forms[] = {
  { fixture_line_chart, 11, 300, PLUMB_CHART_FORM_LINES },
  { fixture_line_chart, 11, 1200, PLUMB_CHART_FORM_LINES },
  { fixture_bar_chart, 11, 700, PLUMB_CHART_FORM_COLUMNS },
  { fixture_bar_chart, 22, 336, PLUMB_CHART_FORM_BARS },
  { long_names, 11, 360, PLUMB_CHART_FORM_BARS },
  { many_bars, 11, 800, PLUMB_CHART_FORM_COLUMNS },
};

/* Bars lie where they cannot stand with whole names below them. */
static void
test_form (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (PlumbChart) chart = forms[i].chart ();
    g_autoptr (PlumbChartPlan) plan = NULL;
    g_auto (PlumbFigureStyle) style = { NULL };

    fixture_style (&style, GTK_TEXT_DIR_LTR, forms[i].points);
    plan = plumb_chart_plan_new (chart, &style, forms[i].width);
    g_assert_cmpint (plumb_chart_plan_get_form (plan), ==, forms[i].form);
  }
}

static void
test_accessible (void)
{
  g_autoptr (PlumbChart) chart = fixture_line_chart ();
  g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_chart_view_new (chart));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The goal turns");
  gtk_test_accessible_assert_property (
      view,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Line chart with 2 lines. Across: Distance, from 0 to 4. Up: Score, from 0 to 8. "
      "Proxy begins at 0 and ends at 8. Goal begins at 0 and ends at 1.6. It peaks at 2.5.");
}

static void
test_redraw (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autoptr (PlumbChart) chart = charts[i]();
    GtkWidget *view = plumb_chart_view_new (chart);
    GtkWindow *window = fixture_show (view, 700);
    int height = gtk_widget_get_height (view);

    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
    fixture_wait_frames (view);
    g_assert_cmpint (gtk_widget_get_height (view), ==, height);
    gtk_widget_set_direction (view, GTK_TEXT_DIR_RTL);
    fixture_wait_frames (view);
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
    gtk_window_destroy (window);
  }
}

static void
test_styles (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_auto (PlumbFigureStyle) light = { NULL };
  g_auto (PlumbFigureStyle) dark = { NULL };

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  plumb_figure_style_init_for_widget (&light, label, NULL);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  plumb_figure_style_init_for_widget (&dark, label, NULL);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);

  for (guint i = 0; i < PLUMB_PALETTE_SIZE; i++) {
    g_assert_false (gdk_rgba_equal (&light.series[i], &dark.series[i]));
    for (guint j = 0; j < i; j++) {
      g_assert_false (gdk_rgba_equal (&light.series[i], &light.series[j]));
    }
  }
  g_assert_false (light.high_contrast);
}

/* In a process of its own: the desktop asks for high contrast before it starts. */
static void
test_high_contrast (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (PlumbChart) chart = four_lines ();
    GtkWidget *view = plumb_chart_view_new (chart);
    GtkWindow *window = fixture_show (view, 700);
    g_auto (PlumbFigureStyle) style = { NULL };
    g_auto (PlumbFigureStyle) usual = { NULL };

    plumb_figure_style_init_for_widget (&style, view, NULL);
    fixture_style (&usual, GTK_TEXT_DIR_LTR, 11);
    g_assert_true (style.high_contrast);
    g_assert_cmpfloat (style.line_width, >, usual.line_width);
    for (guint i = 0; i < PLUMB_PALETTE_SIZE; i++) {
      g_assert_true (gdk_rgba_equal (&style.series[i], &style.foreground));
    }
    gtk_window_destroy (window);
    return;
  }

  {
    g_auto (GStrv) environment = g_get_environ ();

    environment = g_environ_setenv (environment, "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
    g_test_trap_subprocess_with_envp (NULL,
                                      (const char *const *) environment,
                                      0,
                                      G_TEST_SUBPROCESS_INHERIT_STDERR);
    g_test_trap_assert_passed ();
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/figures/chart-view/new-destroy", test_new_destroy);
  g_test_add_func ("/figures/chart-view/measure", test_measure);
  g_test_add_func ("/figures/chart-view/inside", test_inside);
  g_test_add_func ("/figures/chart-view/apart", test_apart);
  g_test_add_func ("/figures/chart-view/form", test_form);
  g_test_add_func ("/figures/chart-view/accessible", test_accessible);
  g_test_add_func ("/figures/chart-view/redraw", test_redraw);
  g_test_add_func ("/figures/chart-view/styles", test_styles);
  g_test_add_func ("/figures/chart-view/high-contrast", test_high_contrast);

  return g_test_run ();
}
