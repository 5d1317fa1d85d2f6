/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For several people: a map with a position in each corner, and a mark where each of them stands. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plumb-picture-private.h"

/* In ems. */
#define MAX_SIDE 26.0
#define MARGIN 1.0
#define RING 0.8
#define SMALL 0.85

static void
describe (PlumbPicture *self, PlumbCrowd *crowd, PlumbWeighing *reader)
{
  PlumbCruxSet *set = plumb_crowd_get_set (crowd);
  guint n = plumb_crowd_get_n_people (crowd);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  self->title = g_strdup_printf (
      ngettext ("How close the answers of %u person are to each position",
                "How close the answers of %u people are to each position",
                n),
      n);
  g_ptr_array_add (
      sentences,
      g_strdup (_ ("The nearer a mark is to a corner, the closer the answers are to that position "
                   "rather than to the others.")));
  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    PlumbPosition *position = plumb_crux_set_get_position (set, i);
    PlumbSpan span = plumb_crowd_get_closeness (crowd, i);
    double own;

    if (span.n > 0) {
      g_ptr_array_add (
          sentences,
          /* Translators: the name of a position, and how close people’s answers are to it. */
          g_strdup_printf (_ ("%1$s: from %2$d%% to %3$d%%, with %4$d%% in the middle."),
                           position->title,
                           (int) rint (span.least),
                           (int) rint (span.most),
                           (int) rint (span.middle)));
    } else {
      g_ptr_array_add (sentences,
                       g_strdup_printf (_ ("%s: nothing to go by yet."), position->title));
    }
    if (reader != NULL && plumb_weighing_get_closeness (reader, i, &own)) {
      g_ptr_array_add (sentences,
                       g_strdup_printf (_ ("Your own answers: %d%%."), (int) rint (own)));
    }
  }
  self->description = g_strjoinv (" ", (char **) sentences->pdata);
}

/* Where a point of the map is in the picture. */
typedef struct {
  double x;
  double y;
  double half;
} Frame;

static double
frame_x (PlumbPicture *self, const Frame *frame, double x)
{
  return frame->x + (self->style.rtl ? -x : x) * frame->half;
}

static double
frame_y (const Frame *frame, double y)
{
  return frame->y + y * frame->half;
}

static void
add_line (PlumbPicture *self, const Frame *frame, double x, double y, double to_x, double to_y)
{
  double from = frame_x (self, frame, x);
  double top = frame_y (frame, y);

  plumb_picture_add (self,
                     (PlumbPictureItem) {
                         .kind = PLUMB_PICTURE_LINE,
                         .tone = PLUMB_PICTURE_TRACK,
                         .x = from,
                         .y = top,
                         .width = frame_x (self, frame, to_x) - from,
                         .height = frame_y (frame, to_y) - top,
                     });
}

/* The edge, and lines from each corner to the middle. */
static void
add_frame (PlumbPicture *self, const Frame *frame, guint n)
{
  for (guint i = 0; i < n; i++) {
    double x, y;

    plumb_weighing_get_corner (n, i, &x, &y);
    add_line (self, frame, x, y, 0, 0);
  }
  if (n == 4) {
    add_line (self, frame, -1, -1, 1, -1);
    add_line (self, frame, 1, -1, 1, 1);
    add_line (self, frame, 1, 1, -1, 1);
    add_line (self, frame, -1, 1, -1, -1);
    return;
  }
  for (guint i = 0; n > 2 && i < n; i++) {
    double x, y, to_x, to_y;

    plumb_weighing_get_corner (n, i, &x, &y);
    plumb_weighing_get_corner (n, (i + 1) % n, &to_x, &to_y);
    add_line (self, frame, x, y, to_x, to_y);
  }
}

/* The name of a position stands outside of its corner, towards the middle of the picture. Returns how high it is. */
static double
add_name (PlumbPicture *self, const Frame *frame, PlumbPosition *position, double x, double y)
{
  double em = self->style.em;
  double room = frame->half + MARGIN * em - 0.3 * em;
  double side = x;
  PlumbPictureAlign align = PLUMB_PICTURE_MIDDLE;
  guint first = self->items->len;
  guint n_lines;

  if (x < -0.01) {
    align = PLUMB_PICTURE_LEFT;
    side = x - MARGIN * em / frame->half;
  } else if (x > 0.01) {
    align = PLUMB_PICTURE_RIGHT;
    side = x + MARGIN * em / frame->half;
  } else {
    room *= 2;
  }

  n_lines = plumb_picture_add_lines (self,
                                     position->title,
                                     frame_x (self, frame, side),
                                     frame_y (frame, y),
                                     room,
                                     em,
                                     align,
                                     PLUMB_PICTURE_INK);
  /* Lines are laid from where reading begins, which frame_x() has seen to already. */
  for (guint i = first; i < self->items->len; i++) {
    PlumbPictureItem *item = &g_array_index (self->items, PlumbPictureItem, i);

    item->x = frame_x (self, frame, side);
    item->y += y < 0 ? -(n_lines * PLUMB_PICTURE_LINE_HEIGHT + MARGIN * 0.8) * em
                     : (MARGIN * 0.8) * em;
  }

  return n_lines * PLUMB_PICTURE_LINE_HEIGHT * em;
}

static void
add_corner (PlumbPicture *self, const Frame *frame, PlumbCruxSet *set, guint number)
{
  PlumbPosition *position = plumb_crux_set_get_position (set, number);
  double x, y;

  plumb_weighing_get_corner (plumb_crux_set_get_n_positions (set), number, &x, &y);
  add_name (self, frame, position, x, y);
  plumb_picture_add (self,
                     (PlumbPictureItem) {
                         .kind = PLUMB_PICTURE_SHAPE,
                         .tone = PLUMB_PICTURE_POSITION,
                         .position = number,
                         .shape = position->shape,
                         .x = frame_x (self, frame, x),
                         .y = frame_y (frame, y),
                         .width = 1.2 * PLUMB_PICTURE_MARK * self->style.em,
                         .height = 1.2 * PLUMB_PICTURE_MARK * self->style.em,
                     });
}

static void
add_mark (PlumbPicture *self,
          const Frame *frame,
          PlumbPictureKind kind,
          const PlumbCrowdPoint *point)
{
  double em = self->style.em;
  double size = RING * em * (point->n > 1 ? 1.8 : 1);
  PlumbPictureItem item = {
    .kind = kind,
    .tone = PLUMB_PICTURE_INK,
    .x = frame_x (self, frame, point->x),
    .y = frame_y (frame, point->y),
    .width = size,
    .height = size,
  };

  plumb_picture_add (self, item);
  if (point->n > 1) {
    plumb_picture_add (self,
                       (PlumbPictureItem) {
                           .kind = PLUMB_PICTURE_TEXT,
                           .tone = PLUMB_PICTURE_INK,
                           .x = item.x,
                           .y = item.y + 0.3 * SMALL * em,
                           .height = SMALL * em,
                           .align = PLUMB_PICTURE_MIDDLE,
                           .text = g_strdup_printf ("%u", point->n),
                       });
  }
}

/* How many lines the names above, or below, the map take at most. */
static double
measure_names (PlumbPicture *self, const Frame *frame, PlumbCruxSet *set, gboolean above)
{
  guint n = plumb_crux_set_get_n_positions (set);
  double most = 0;

  for (guint i = 0; i < n; i++) {
    guint first = self->items->len;
    double x, y;

    plumb_weighing_get_corner (n, i, &x, &y);
    if ((y < 0) == above) {
      most = MAX (most, add_name (self, frame, plumb_crux_set_get_position (set, i), x, y));
    }
    g_array_set_size (self->items, first);
  }

  return most;
}

static void
add_footer (PlumbPicture *self, PlumbWeighing *reader)
{
  double size = SMALL * self->style.em;
  guint n_lines = plumb_picture_add_lines (
      self,
      reader != NULL ? _ ("Each ring is one person; the filled one is you. A number says how many "
                          "stand at one place.")
                     : _ ("Each ring is one person. A number says how many stand at one place."),
      0,
      self->height,
      self->style.width,
      size,
      PLUMB_PICTURE_LEFT,
      PLUMB_PICTURE_MUTED);

  self->height += n_lines * PLUMB_PICTURE_LINE_HEIGHT * size;
}

/**
 * plumb_picture_new_map:
 * @crowd: what comes of several people’s answers
 * @reader: (nullable): what comes of the reader’s own, over the same cruxes
 * @style: how the picture is set
 *
 * Plans the map of several people’s answers: the positions in its corners, alike in size and told by shape and name as
 * well as by colour, and a ring where each person stands; see plumb_weighing_get_point(). Free it with
 * plumb_picture_free().
 *
 * Returns: (transfer full): the picture
 */
PlumbPicture *
plumb_picture_new_map (PlumbCrowd *crowd, PlumbWeighing *reader, const PlumbPictureStyle *style)
{
  PlumbPicture *self;
  PlumbCruxSet *set;
  PlumbCrowdPoint own = { 0, 0, 1 };
  GArray *points;
  Frame frame;
  double above, below;

  g_return_val_if_fail (crowd != NULL, NULL);
  g_return_val_if_fail (style != NULL && style->em > 0, NULL);

  set = plumb_crowd_get_set (crowd);
  self = plumb_picture_new (style);
  describe (self, crowd, reader);
  plumb_picture_add_heading (self);

  frame.half = (MIN (self->style.width, MAX_SIDE * style->em) - 2 * MARGIN * style->em) / 2;
  frame.x = self->style.width / 2;
  frame.y = 0;
  above = measure_names (self, &frame, set, TRUE);
  below = measure_names (self, &frame, set, FALSE);
  frame.y = self->height + above + MARGIN * style->em + frame.half;

  add_frame (self, &frame, plumb_crux_set_get_n_positions (set));
  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    add_corner (self, &frame, set, i);
  }
  points = plumb_crowd_get_points (crowd);
  /* Marks with a number come last, so that no ring hides it. */
  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < points->len; i++) {
      const PlumbCrowdPoint *point = &g_array_index (points, PlumbCrowdPoint, i);

      if ((point->n > 1) == (pass == 1)) {
        add_mark (self, &frame, PLUMB_PICTURE_RING, point);
      }
    }
  }
  if (reader != NULL && plumb_weighing_get_point (reader, &own.x, &own.y)) {
    add_mark (self, &frame, PLUMB_PICTURE_DISC, &own);
  }

  self->height = frame.y + frame.half + below + 1.8 * MARGIN * style->em;
  add_footer (self, reader);
  self->height = ceil (self->height);

  return self;
}
