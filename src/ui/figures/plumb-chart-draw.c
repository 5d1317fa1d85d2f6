/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-chart-plan-private.h"

#include <math.h>

/* In ems. */
#define MARK_RADIUS 0.34
#define MARK_DISTANCE 1.7
#define BAR_RADIUS 0.22
#define HATCH_DISTANCE 0.45
#define KEY_HEIGHT 0.9

typedef enum {
  MARK_CIRCLE,
  MARK_DIAMOND,
  MARK_SQUARE,
  MARK_TRIANGLE,
  N_MARKS,
} Mark;

/* Each in widths of the line; ends in 0. */
static const float dashes[][5] = { { 0 }, { 3.5, 2.2, 0 }, { 1, 1.8, 0 }, { 5, 2, 1, 2, 0 } };

static const GdkRGBA *
series_color (const PlumbFigureStyle *style, guint series)
{
  return &style->series[series % PLUMB_PALETTE_SIZE];
}

/* A fifth series has the colour and the dashes of the first, and another mark. */
static Mark
series_mark (guint series)
{
  return (series + series / PLUMB_PALETTE_SIZE) % N_MARKS;
}

static GskStroke *
series_stroke (const PlumbFigureStyle *style, guint series)
{
  const float *dash = dashes[series % G_N_ELEMENTS (dashes)];
  GskStroke *stroke = gsk_stroke_new (style->line_width);
  float scaled[5];
  gsize n = 0;

  while (dash[n] > 0) {
    scaled[n] = dash[n] * style->line_width;
    n++;
  }
  if (n > 0) {
    gsk_stroke_set_dash (stroke, scaled, n);
  }
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gsk_stroke_set_line_cap (stroke, n > 0 ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);

  return stroke;
}

static void
draw_line (GtkSnapshot *snapshot,
           double x1,
           double y1,
           double x2,
           double y2,
           double thickness,
           const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (thickness);
  GskPath *path;

  gsk_path_builder_move_to (builder, x1, y1);
  gsk_path_builder_line_to (builder, x2, y2);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_path_unref (path);
  gsk_stroke_free (stroke);
}

static void
add_polygon (GskPathBuilder *builder, double x, double y, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++) {
    double angle = turn + 2 * G_PI * i / corners;

    if (i == 0) {
      gsk_path_builder_move_to (builder, x + radius * cos (angle), y + radius * sin (angle));
    } else {
      gsk_path_builder_line_to (builder, x + radius * cos (angle), y + radius * sin (angle));
    }
  }
  gsk_path_builder_close (builder);
}

/* The marks are of about the same area, so that none looks more important. */
static void
draw_mark (GtkSnapshot *snapshot, const PlumbFigureStyle *style, guint series, double x, double y)
{
  double radius = MARK_RADIUS * style->em * (style->high_contrast ? 1.2 : 1);
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskPath *path;

  switch (series_mark (series)) {
  case MARK_DIAMOND:
    add_polygon (builder, x, y, radius * 1.3, 4, 0);
    break;
  case MARK_SQUARE:
    add_polygon (builder, x, y, radius * 1.25, 4, G_PI / 4);
    break;
  case MARK_TRIANGLE:
    add_polygon (builder, x, y + radius * 0.2, radius * 1.45, 3, -G_PI / 2);
    break;
  case MARK_CIRCLE:
  case N_MARKS:
  default:
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
    break;
  }

  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, series_color (style, series));
  gsk_path_unref (path);
}

static GskPath *
hatch_path (const graphene_rect_t *rect,
            double distance,
            gboolean rising,
            gboolean falling,
            gboolean level)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double x = rect->origin.x;
  double y = rect->origin.y;
  double width = rect->size.width;
  double height = rect->size.height;

  for (double at = distance / 2; rising && at < width + height; at += distance * G_SQRT2) {
    gsk_path_builder_move_to (builder, x + at, y);
    gsk_path_builder_line_to (builder, x + at - height, y + height);
  }
  for (double at = distance / 2; falling && at < width + height; at += distance * G_SQRT2) {
    gsk_path_builder_move_to (builder, x + width - at, y);
    gsk_path_builder_line_to (builder, x + width - at + height, y + height);
  }
  for (double at = distance / 2; level && at < height; at += distance) {
    gsk_path_builder_move_to (builder, x, y + at);
    gsk_path_builder_line_to (builder, x + width, y + at);
  }

  return gsk_path_builder_free_to_path (builder);
}

/* The first series is solid, the others are hatched: rising, level and crossed. */
static void
draw_bar (GtkSnapshot *snapshot,
          const PlumbFigureStyle *style,
          guint series,
          const graphene_rect_t *rect)
{
  const GdkRGBA *color = series_color (style, series);
  guint pattern = series % PLUMB_PALETTE_SIZE;
  double thickness = (style->high_contrast ? 2 : 1.5) * MAX (1, style->em / 15);
  double radius = MIN (BAR_RADIUS * style->em, MIN (rect->size.width, rect->size.height) / 2);
  GskRoundedRect outline;
  GskPathBuilder *builder;
  GskStroke *stroke;
  GskPath *path;

  if (pattern == 0 || rect->size.width <= thickness || rect->size.height <= thickness) {
    gsk_rounded_rect_init_from_rect (&outline, rect, radius);
    builder = gsk_path_builder_new ();
    gsk_path_builder_add_rounded_rect (builder, &outline);
    path = gsk_path_builder_free_to_path (builder);
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
    gsk_path_unref (path);
    return;
  }

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  stroke = gsk_stroke_new (thickness);
  path = hatch_path (rect,
                     HATCH_DISTANCE * style->em,
                     pattern == 1 || pattern == 3,
                     pattern == 3,
                     pattern == 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_path_unref (path);
  gtk_snapshot_pop (snapshot);

  {
    graphene_rect_t inside = *rect;

    graphene_rect_inset (&inside, thickness / 2, thickness / 2);
    gsk_rounded_rect_init_from_rect (&outline, &inside, MAX (radius - thickness / 2, 0));
  }
  builder = gsk_path_builder_new ();
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_path_unref (path);
  gsk_stroke_free (stroke);
}

/* Draws a level line that passes behind bars, which are not all solid, and their numbers. */
static void
draw_behind_bars (PlumbChartPlan *self,
                  GtkSnapshot *snapshot,
                  double y,
                  double thickness,
                  const GdkRGBA *color)
{
  double x = self->left;

  while (x < self->right) {
    double start = self->right;
    double end = self->right;

    for (guint i = 0; i < self->bars->len; i++) {
      const graphene_rect_t *rect = &g_array_index (self->bars, PlumbChartBar, i).room;

      if (rect->origin.x >= x && rect->origin.x < start && y > rect->origin.y &&
          y < rect->origin.y + rect->size.height) {
        start = rect->origin.x;
        end = rect->origin.x + rect->size.width;
      }
    }
    draw_line (snapshot, x, y, start, y, thickness, color);
    x = end;
  }
}

static void
draw_grid (PlumbChartPlan *self, GtkSnapshot *snapshot, const PlumbFigureStyle *style)
{
  double thin = style->high_contrast ? 1.5 : 1;

  for (guint i = 0; i < self->bands->len; i++) {
    const PlumbChartBand *band = &g_array_index (self->bands, PlumbChartBand, i);

    for (guint j = 0; j < self->ticks.n; j++) {
      double value = plumb_ticks_get (&self->ticks, j);
      /* The line that bars grow from is stronger than the others. */
      gboolean base = value == 0 || (j == 0 && self->ticks.first > 0);
      const GdkRGBA *color = base ? &style->muted : &style->grid;

      if (self->form == PLUMB_CHART_FORM_BARS) {
        double x = round (plumb_chart_plan_value_x (self, value)) + 0.5;

        draw_line (snapshot, x, band->top, x, band->bottom, thin, color);
      } else {
        double y = round (plumb_chart_plan_value_y (self, value)) + 0.5;

        draw_behind_bars (self, snapshot, y, thin, color);
      }
    }
  }

  for (guint i = 0; i < self->x_ticks.n; i++) {
    double x = plumb_chart_scale (plumb_ticks_get (&self->x_ticks, i),
                                  self->x_min,
                                  self->x_max,
                                  self->left,
                                  self->right);

    x = round (x) + 0.5;
    draw_line (snapshot, x, self->bottom, x, self->bottom + 0.3 * self->em, thin, &style->muted);
  }
}

static void
draw_series (PlumbChartPlan *self,
             GtkSnapshot *snapshot,
             const PlumbFigureStyle *style,
             guint position)
{
  g_autoptr (PlumbSeries) series = g_list_model_get_item (self->chart->series, position);
  guint n = plumb_series_get_n_points (series);
  g_autofree graphene_point_t *points = g_new (graphene_point_t, n);
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = series_stroke (style, position);
  GskPath *path;
  gboolean broken = TRUE;
  double marked = -G_MAXDOUBLE;
  double distance = MARK_DISTANCE * self->em;

  for (guint i = 0; i < n; i++) {
    double x, y;

    plumb_series_get_point (series, i, &x, &y);
    if (!isfinite (x) || !isfinite (y)) {
      broken = TRUE;
      points[i] = GRAPHENE_POINT_INIT (NAN, NAN);
      continue;
    }
    points[i] = GRAPHENE_POINT_INIT (
        plumb_chart_scale (x, self->x_min, self->x_max, self->left, self->right),
        plumb_chart_plan_value_y (self, y));
    if (broken) {
      gsk_path_builder_move_to (builder, points[i].x, points[i].y);
    } else {
      gsk_path_builder_line_to (builder, points[i].x, points[i].y);
    }
    broken = FALSE;
  }

  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, series_color (style, position));
  gsk_path_unref (path);
  gsk_stroke_free (stroke);

  /* Points that are close together are not all marked, or the line would be a caterpillar. */
  for (guint i = 0; i < n; i++) {
    if (isnan (points[i].x)) {
      continue;
    }
    if (i + 1 == n || (fabs (points[i].x - marked) >= distance &&
                       fabs (points[i].x - points[n - 1].x) >= distance)) {
      draw_mark (snapshot, style, position, points[i].x, points[i].y);
      marked = points[i].x;
    }
  }
}

static void
draw_key (PlumbChartPlan *self,
          GtkSnapshot *snapshot,
          const PlumbFigureStyle *style,
          const PlumbChartKey *key)
{
  double width = PLUMB_CHART_KEY_WIDTH * self->em;

  if (key->is_short) {
    draw_mark (snapshot, style, key->series, key->x + 0.4 * self->em, key->y);
  } else if (self->form == PLUMB_CHART_FORM_LINES) {
    GskPathBuilder *builder = gsk_path_builder_new ();
    GskStroke *stroke = series_stroke (style, key->series);
    GskPath *path;

    /* Its caps are round and stay inside too. */
    gsk_path_builder_move_to (builder, key->x + style->line_width / 2, key->y);
    gsk_path_builder_line_to (builder, key->x + width - style->line_width / 2, key->y);
    path = gsk_path_builder_free_to_path (builder);
    gtk_snapshot_append_stroke (snapshot, path, stroke, series_color (style, key->series));
    gsk_path_unref (path);
    gsk_stroke_free (stroke);
    draw_mark (snapshot, style, key->series, key->x + width / 2, key->y);
  } else {
    double height = KEY_HEIGHT * self->em;

    draw_bar (snapshot,
              style,
              key->series,
              &GRAPHENE_RECT_INIT (key->x, key->y - height / 2, width, height));
  }
}

/**
 * plumb_chart_plan_draw:
 * @self: a plan
 * @snapshot: what to draw on
 * @style: what to draw with; the colours may differ from those of the plan
 *
 * Draws a chart with its corner at the origin.
 */
void
plumb_chart_plan_draw (PlumbChartPlan *self, GtkSnapshot *snapshot, const PlumbFigureStyle *style)
{
  draw_grid (self, snapshot, style);

  if (self->form == PLUMB_CHART_FORM_LINES) {
    for (guint i = plumb_chart_get_n_series (self->chart); i > 0; i--) {
      draw_series (self, snapshot, style, i - 1);
    }
  }
  for (guint i = 0; i < self->bars->len; i++) {
    const PlumbChartBar *bar = &g_array_index (self->bars, PlumbChartBar, i);

    draw_bar (snapshot, style, bar->series, &bar->rect);
  }
  for (guint i = 0; i < self->keys->len; i++) {
    draw_key (self, snapshot, style, &g_array_index (self->keys, PlumbChartKey, i));
  }
  for (guint i = 0; i < self->texts->len; i++) {
    const PlumbChartText *text = &g_array_index (self->texts, PlumbChartText, i);

    plumb_figure_draw_layout (snapshot,
                              text->layout,
                              text->x,
                              text->y,
                              text->muted ? &style->muted : &style->foreground);
  }
}
