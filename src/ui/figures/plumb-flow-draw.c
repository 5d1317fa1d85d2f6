/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-flow-plan-private.h"

#include <math.h>

/* In ems. */
#define RADIUS 0.8
#define CHOICE_RADIUS 0.45
#define ARROW_CLEARANCE 0.35
#define ARROW_HEAD 0.42
#define ARROW_BEND 0.5

static void
draw_plate (GtkSnapshot *snapshot,
            const PlumbFlowBox *box,
            double radius,
            const GdkRGBA *fill,
            const GdkRGBA *edge,
            double thickness)
{
  /* The edge runs inside the box, in the middle of its own thickness. */
  double inset = thickness / 2;
  GskRoundedRect outline;
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (thickness);
  GskPath *path;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (box->x + inset,
                                                        box->y + inset,
                                                        box->width - thickness,
                                                        box->height - thickness),
                                   radius);
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, fill);
  gtk_snapshot_append_stroke (snapshot, path, stroke, edge);
  gsk_path_unref (path);
  gsk_stroke_free (stroke);
}

static void
draw_badge (PlumbFlowPlan *self,
            GtkSnapshot *snapshot,
            const PlumbFigureStyle *style,
            const PlumbFlowPlace *step,
            const PlumbFlowBox *box)
{
  const PlumbFlowPart *name = &g_array_index (step->parts, PlumbFlowPart, 0);
  double radius = PLUMB_FLOW_BADGE * self->em / 2;
  double x = self->grid.rtl ? box->x + box->width - PLUMB_FLOW_PADDING * self->em - radius
                            : box->x + PLUMB_FLOW_PADDING * self->em + radius;
  PangoRectangle line;
  double y;

  /* Level with the first line of the name, of which the badge is the number. */
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (name->layout, 0),
                                       NULL,
                                       &line);
  y = box->y + name->y + line.height / 2.0;

  draw_plate (snapshot,
              &(PlumbFlowBox) { x - radius, y - radius, 2 * radius, 2 * radius },
              radius,
              &style->tint,
              style->high_contrast ? &style->edge : &style->tint,
              style->high_contrast ? 2 : 1);
  plumb_figure_draw_layout (snapshot,
                            step->number,
                            x - plumb_figure_layout_width (step->number) / 2,
                            y - plumb_figure_layout_height (step->number) / 2,
                            &style->accent);
}

static void
draw_arrow (PlumbFlowPlan *self, GtkSnapshot *snapshot, const PlumbFigureStyle *style, guint from)
{
  PlumbFlowArrow arrow =
      plumb_flow_grid_arrow (&self->grid, self->boxes, from, ARROW_CLEARANCE * self->em);
  double head = ARROW_HEAD * self->em;
  double radius = ARROW_BEND * self->em;
  guint tip = arrow.n_points - 1;
  double tip_x = arrow.x[tip];
  double tip_y = arrow.y[tip];
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new ((style->high_contrast ? 3 : 2) * MAX (1, self->em / 15));
  GskPath *path;

  gsk_path_builder_move_to (builder, arrow.x[0], arrow.y[0]);
  for (guint i = 1; i < tip; i++) {
    double in = MAX (fabs (arrow.x[i] - arrow.x[i - 1]), fabs (arrow.y[i] - arrow.y[i - 1]));
    double out = MAX (fabs (arrow.x[i + 1] - arrow.x[i]), fabs (arrow.y[i + 1] - arrow.y[i]));
    double bend = MIN (radius, MIN (in, out) / 2);

    gsk_path_builder_line_to (builder,
                              arrow.x[i] - bend * (arrow.x[i] - arrow.x[i - 1]) / in,
                              arrow.y[i] - bend * (arrow.y[i] - arrow.y[i - 1]) / in);
    gsk_path_builder_arc_to (builder,
                             arrow.x[i],
                             arrow.y[i],
                             arrow.x[i] + bend * (arrow.x[i + 1] - arrow.x[i]) / out,
                             arrow.y[i] + bend * (arrow.y[i + 1] - arrow.y[i]) / out);
  }
  gsk_path_builder_line_to (builder, tip_x, tip_y);

  if (arrow.y[tip - 1] == tip_y) {
    double back = tip_x > arrow.x[tip - 1] ? -head : head;

    gsk_path_builder_move_to (builder, tip_x + back, tip_y - head);
    gsk_path_builder_line_to (builder, tip_x, tip_y);
    gsk_path_builder_line_to (builder, tip_x + back, tip_y + head);
  } else {
    gsk_path_builder_move_to (builder, tip_x - head, tip_y - head);
    gsk_path_builder_line_to (builder, tip_x, tip_y);
    gsk_path_builder_line_to (builder, tip_x + head, tip_y - head);
  }

  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &style->muted);
  gsk_path_unref (path);
  gsk_stroke_free (stroke);
}

/**
 * plumb_flow_plan_draw:
 * @self: a plan
 * @snapshot: what to draw on
 * @style: what to draw with; the colours may differ from those of the plan
 * @linked_notes: whether to draw notes with links too; %FALSE where labels stand in their places
 *
 * Draws a flow with its corner at the origin.
 */
void
plumb_flow_plan_draw (PlumbFlowPlan *self,
                      GtkSnapshot *snapshot,
                      const PlumbFigureStyle *style,
                      gboolean linked_notes)
{
  for (guint i = 0; i < self->n_steps; i++) {
    const PlumbFlowPlace *step = &self->steps[i];
    const PlumbFlowBox *box = &self->boxes[i];

    draw_plate (snapshot,
                box,
                RADIUS * self->em,
                &style->fill,
                &style->edge,
                style->high_contrast ? 2 : 1);
    if (step->number != NULL) {
      draw_badge (self, snapshot, style, step, box);
    }

    for (guint j = 0; j < step->parts->len; j++) {
      const PlumbFlowPart *part = &g_array_index (step->parts, PlumbFlowPart, j);

      if ((int) j == step->note && step->note_linked && !linked_notes) {
        continue;
      }
      if (part->on_plate) {
        PlumbFlowBox plate = part->plate;

        plate.x += box->x;
        plate.y += box->y;
        draw_plate (snapshot,
                    &plate,
                    CHOICE_RADIUS * self->em,
                    &style->tint,
                    style->high_contrast ? &style->edge : &style->tint,
                    1);
      }
      plumb_figure_draw_layout (snapshot,
                                part->layout,
                                box->x + part->x,
                                box->y + part->y,
                                part->muted ? &style->muted : &style->foreground);
    }

    if (i + 1 < self->n_steps) {
      draw_arrow (self, snapshot, style, i);
    }
  }
}
