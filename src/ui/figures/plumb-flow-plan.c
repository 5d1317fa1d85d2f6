/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-flow-plan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plumb-figure-text.h"
#include "plumb-ticks.h"

/* In ems. */
#define BADGE_GAP 0.5
#define PART_GAP 0.35
#define CHOICE_PADDING 0.55
#define CHOICE_PADDING_Y 0.3
#define MIN_BOX_WIDTH 9.5
#define MAX_MIN_BOX_WIDTH 14.0
#define NATURAL_BOX_WIDTH 14.0
/* Where a word is wider than this, it is broken rather than the page made to scroll sideways. */
#define MIN_WIDTH 9.5

#define CHOICE_SCALE 0.92
#define OR_SCALE 0.85
#define BADGE_SCALE 0.85

static void
part_clear (gpointer data)
{
  PlumbFlowPart *part = data;

  g_clear_object (&part->layout);
}

static guint
n_steps (PlumbFlow *flow)
{
  return flow->steps == NULL ? 0 : g_list_model_get_n_items (flow->steps);
}

static guint
n_alternatives (PlumbFlowStep *step)
{
  return step->alternatives == NULL ? 0 : g_strv_length (step->alternatives);
}

static double
step_longest_word (PlumbFlowStep *step, const PlumbFigureStyle *style, gboolean numbered)
{
  double indent = numbered ? (PLUMB_FLOW_BADGE + BADGE_GAP) * style->em : 0;
  double widest = indent +
                  plumb_figure_style_longest_word (style, step->name, 1, PANGO_WEIGHT_BOLD);

  for (guint i = 0; i < n_alternatives (step); i++) {
    double word;

    if (n_alternatives (step) == 1) {
      word = indent +
             plumb_figure_style_longest_word (style, step->alternatives[i], 1, PANGO_WEIGHT_BOLD);
    } else {
      word = 2 * CHOICE_PADDING * style->em +
             plumb_figure_style_longest_word (style,
                                              step->alternatives[i],
                                              CHOICE_SCALE,
                                              PANGO_WEIGHT_NORMAL);
    }
    widest = MAX (widest, word);
  }

  return widest + 2 * PLUMB_FLOW_PADDING * style->em;
}

static double
longest_word (PlumbFlow *flow, const PlumbFigureStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < n_steps (flow); i++) {
    g_autoptr (PlumbFlowStep) step = g_list_model_get_item (flow->steps, i);

    widest = MAX (widest, step_longest_word (step, style, n_steps (flow) > 1));
  }

  return widest;
}

/**
 * plumb_flow_min_width:
 * @style: what a flow is drawn with
 *
 * Returns: the narrowest that any flow can be drawn, in pixels
 */
double
plumb_flow_min_width (const PlumbFigureStyle *style)
{
  return ceil (MIN_WIDTH * style->em);
}

/**
 * plumb_flow_natural_width:
 * @flow: a flow
 * @style: what it is drawn with
 *
 * Returns: how wide the flow is in one row where none of its words is very long, in pixels
 */
double
plumb_flow_natural_width (PlumbFlow *flow, const PlumbFigureStyle *style)
{
  guint n = n_steps (flow);
  double box = NATURAL_BOX_WIDTH * style->em;
  PlumbFlowGrid grid = plumb_flow_grid (1, box, style->em, box, FALSE);

  return n == 0 ? 0 : ceil (n * box + (n - 1) * grid.gap);
}

static PlumbFlowPart *
add_part (PlumbFlowPlace *step, PangoLayout *layout, double x, double y)
{
  PlumbFlowPart part = { .layout = layout, .x = x, .y = y };

  g_array_append_val (step->parts, part);

  return &g_array_index (step->parts, PlumbFlowPart, step->parts->len - 1);
}

/* “or”, between two choices. */
static double
add_or (PlumbFlowPlace *step,
        const PlumbFigureStyle *style,
        double x,
        double y,
        double width,
        PlumbFigureAlign align)
{
  /* Translators: stands on a line of its own between two boxes of which one is chosen. */
  PangoLayout *layout = plumb_figure_style_layout (style,
                                                   C_ ("between alternatives", "or"),
                                                   OR_SCALE,
                                                   PANGO_WEIGHT_NORMAL,
                                                   width);

  plumb_figure_style_align (style, layout, align);
  add_part (step, layout, x, y)->muted = TRUE;

  return plumb_figure_layout_height (layout);
}

static double
add_name (PlumbFlowPlace *step,
          const PlumbFigureStyle *style,
          const char *name,
          double x,
          double y,
          double width)
{
  PangoLayout *layout = plumb_figure_style_layout (style, name, 1, PANGO_WEIGHT_BOLD, width);

  plumb_figure_style_align (style, layout, PLUMB_FIGURE_ALIGN_START);
  add_part (step, layout, x, y);

  return plumb_figure_layout_height (layout);
}

static double
add_choice (PlumbFlowPlace *step,
            const PlumbFigureStyle *style,
            const char *text,
            double x,
            double y,
            double width)
{
  double padding = CHOICE_PADDING * style->em;
  double padding_y = CHOICE_PADDING_Y * style->em;
  PangoLayout *layout = plumb_figure_style_layout (style,
                                                   text,
                                                   CHOICE_SCALE,
                                                   PANGO_WEIGHT_NORMAL,
                                                   width - 2 * padding);
  double height = plumb_figure_layout_height (layout) + 2 * padding_y;
  PlumbFlowPart *part;

  plumb_figure_style_align (style, layout, PLUMB_FIGURE_ALIGN_CENTER);
  part = add_part (step, layout, x + padding, y + padding_y);
  part->on_plate = TRUE;
  part->plate = (PlumbFlowBox) { x, y, width, height };

  return height;
}

/* Lays the texts of a step out from the corner of its box. */
static void
plan_step (PlumbFlowPlace *plan,
           PlumbFlowStep *step,
           const PlumbFigureStyle *style,
           guint number,
           double box_width)
{
  double em = style->em;
  /* Whole pixels, as labels have them that stand in for notes. */
  double x = round (PLUMB_FLOW_PADDING * em);
  double y = x;
  double width = box_width - 2 * x;
  double indent = number > 0 ? (PLUMB_FLOW_BADGE + BADGE_GAP) * em : 0;
  double name_x = style->direction == GTK_TEXT_DIR_RTL ? x : x + indent;
  guint n = n_alternatives (step);

  plan->parts = g_array_new (FALSE, FALSE, sizeof (PlumbFlowPart));
  g_array_set_clear_func (plan->parts, part_clear);
  plan->note = -1;

  if (number > 0) {
    g_autofree char *text = plumb_number_format (number, 0);

    plan->number = plumb_figure_style_layout (style, text, BADGE_SCALE, PANGO_WEIGHT_BOLD, -1);
  }

  y += add_name (plan, style, step->name, name_x, y, width - indent);
  if (n == 1) {
    y += add_or (plan, style, name_x, y, width - indent, PLUMB_FIGURE_ALIGN_START);
    y += add_name (plan, style, step->alternatives[0], name_x, y, width - indent);
  }

  if (step->note != NULL) {
    g_autofree char *markup = plumb_figure_drop_links (step->note);
    PangoLayout *layout =
        plumb_figure_style_layout_markup (style, markup, PLUMB_FLOW_NOTE_SCALE, width);

    y += round (PART_GAP * em);
    plumb_figure_style_align (style, layout, PLUMB_FIGURE_ALIGN_START);
    plan->note = (int) plan->parts->len;
    plan->note_linked = plumb_figure_has_link (step->note);
    add_part (plan, layout, x, y);
    y += plumb_figure_layout_height (layout);
  }

  for (guint i = 0; i < n && n > 1; i++) {
    y += (i == 0 ? 1.5 : 0.5) * PART_GAP * em;
    if (i > 0) {
      y += add_or (plan, style, x, y, width, PLUMB_FIGURE_ALIGN_CENTER) + 0.5 * PART_GAP * em;
    }
    y += add_choice (plan, style, step->alternatives[i], x, y, width);
  }

  plan->height = ceil (y + PLUMB_FLOW_PADDING * em);
}

/**
 * plumb_flow_plan_new:
 * @flow: a flow
 * @style: what it is drawn with
 * @width: how wide it may be, in pixels
 *
 * Sets a flow for a width: where each box and each text stands. Free it with plumb_flow_plan_free().
 *
 * Returns: (transfer full): the plan
 */
PlumbFlowPlan *
plumb_flow_plan_new (PlumbFlow *flow, const PlumbFigureStyle *style, double width)
{
  PlumbFlowPlan *self = g_new0 (PlumbFlowPlan, 1);
  g_autofree double *heights = NULL;
  double min_box;

  self->em = style->em;
  self->n_steps = n_steps (flow);
  self->steps = g_new0 (PlumbFlowPlace, self->n_steps);
  self->boxes = g_new0 (PlumbFlowBox, self->n_steps);
  heights = g_new0 (double, self->n_steps);

  min_box = CLAMP (longest_word (flow, style),
                   MIN_BOX_WIDTH * style->em,
                   MAX_MIN_BOX_WIDTH * style->em);
  self->grid = plumb_flow_grid (self->n_steps,
                                MAX (width, plumb_flow_min_width (style)),
                                style->em,
                                min_box,
                                style->direction == GTK_TEXT_DIR_RTL);

  for (guint i = 0; i < self->n_steps; i++) {
    g_autoptr (PlumbFlowStep) step = g_list_model_get_item (flow->steps, i);

    plan_step (&self->steps[i], step, style, self->n_steps > 1 ? i + 1 : 0, self->grid.box_width);
    heights[i] = self->steps[i].height;
  }

  self->height = ceil (plumb_flow_grid_place (&self->grid, heights, self->n_steps, self->boxes));

  return self;
}

/**
 * plumb_flow_plan_free:
 * @self: a plan
 *
 * Frees a plan.
 */
void
plumb_flow_plan_free (PlumbFlowPlan *self)
{
  for (guint i = 0; i < self->n_steps; i++) {
    g_clear_object (&self->steps[i].number);
    g_array_unref (self->steps[i].parts);
  }
  g_free (self->steps);
  g_free (self->boxes);
  g_free (self);
}

/**
 * plumb_flow_plan_get_width:
 * @self: a plan
 *
 * Returns: how wide the flow is, in pixels
 */
double
plumb_flow_plan_get_width (PlumbFlowPlan *self)
{
  return self->grid.width;
}

/**
 * plumb_flow_plan_get_height:
 * @self: a plan
 *
 * Returns: how high the flow is, in pixels
 */
double
plumb_flow_plan_get_height (PlumbFlowPlan *self)
{
  return self->height;
}

/**
 * plumb_flow_plan_get_boxes:
 * @self: a plan
 * @n_boxes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_boxes): where the steps stand
 */
const PlumbFlowBox *
plumb_flow_plan_get_boxes (PlumbFlowPlan *self, guint *n_boxes)
{
  *n_boxes = self->n_steps;

  return self->boxes;
}

/**
 * plumb_flow_plan_get_note:
 * @self: a plan
 * @step: which step, from 0
 * @place: (out): where its note stands
 *
 * Finds the room that is kept for a note, so that a label with links can stand there.
 *
 * Returns: whether the step has a note
 */
gboolean
plumb_flow_plan_get_note (PlumbFlowPlan *self, guint step, PlumbFlowBox *place)
{
  const PlumbFlowPlace *plan;
  const PlumbFlowPart *part;

  g_return_val_if_fail (step < self->n_steps, FALSE);

  plan = &self->steps[step];
  if (plan->note < 0) {
    return FALSE;
  }

  part = &g_array_index (plan->parts, PlumbFlowPart, plan->note);
  *place = (PlumbFlowBox) { self->boxes[step].x + part->x,
                            self->boxes[step].y + part->y,
                            self->boxes[step].width - 2 * part->x,
                            plumb_figure_layout_height (part->layout) };

  return TRUE;
}
