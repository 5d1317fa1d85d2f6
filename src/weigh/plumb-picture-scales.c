/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For one person: a scale for each position, all of the same length, one below the other. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plumb-picture-private.h"

/* In ems. */
#define BAR 0.8
#define GAP 0.35
#define ROW_GAP 0.9
#define TICK 0.25
#define SMALL 0.85
/* What a percentage takes, and what says that there is none. */
#define VALUE_ROOM 6.0

static void
describe (PlumbPicture *self, PlumbWeighing *weighing)
{
  PlumbCruxSet *set = plumb_weighing_get_set (weighing);
  guint n_cruxes = plumb_crux_set_get_n_cruxes (set);
  guint n_answered = plumb_weighing_get_n_answered (weighing);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  self->title = g_strdup (_ ("How close these answers are to each position"));
  g_ptr_array_add (sentences,
                   g_strdup_printf (ngettext ("Answered: %1$u of %2$u statement.",
                                              "Answered: %1$u of %2$u statements.",
                                              n_cruxes),
                                    n_answered,
                                    n_cruxes));
  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    PlumbPosition *position = plumb_crux_set_get_position (set, i);
    double closeness;

    if (plumb_weighing_get_closeness (weighing, i, &closeness)) {
      g_ptr_array_add (
          sentences,
          /* Translators: how close somebody’s answers are to a position: its name, and a percentage. */
          g_strdup_printf (_ ("%1$s: %2$d%%."), position->title, (int) rint (closeness)));
    } else {
      g_ptr_array_add (
          sentences,
          /* Translators: the placeholder is the name of a position. No answer says how close somebody is to it. */
          g_strdup_printf (_ ("%s: nothing to go by yet."), position->title));
    }
  }
  g_ptr_array_add (sentences, g_strdup (_ ("Answers given at random would come to 50%.")));
  self->description = g_strjoinv (" ", (char **) sentences->pdata);
}

static void
add_box (PlumbPicture *self, double x, double width, PlumbPictureTone tone, guint position)
{
  double left = self->style.rtl ? self->style.width - x - width : x;

  plumb_picture_add (self,
                     (PlumbPictureItem) {
                         .kind = PLUMB_PICTURE_BOX,
                         .tone = tone,
                         .position = position,
                         .x = left,
                         .y = self->height,
                         .width = width,
                         .height = BAR * self->style.em,
                     });
}

static void
add_row (PlumbPicture *self, PlumbWeighing *weighing, guint number)
{
  PlumbPosition *position = plumb_crux_set_get_position (plumb_weighing_get_set (weighing), number);
  double em = self->style.em;
  double width = self->style.width;
  double indent = (PLUMB_PICTURE_MARK + 0.5) * em;
  double closeness;
  gboolean known = plumb_weighing_get_closeness (weighing, number, &closeness);
  g_autofree char *value = NULL;
  guint n_lines;

  plumb_picture_add (self,
                     (PlumbPictureItem) {
                         .kind = PLUMB_PICTURE_SHAPE,
                         .tone = PLUMB_PICTURE_POSITION,
                         .position = number,
                         .shape = position->shape,
                         .x = plumb_picture_side (self, PLUMB_PICTURE_MARK / 2 * em),
                         .y = self->height + 0.65 * em,
                         .width = PLUMB_PICTURE_MARK * em,
                         .height = PLUMB_PICTURE_MARK * em,
                     });
  n_lines = plumb_picture_add_lines (self,
                                     position->title,
                                     indent,
                                     self->height,
                                     width - indent - VALUE_ROOM * em,
                                     em,
                                     PLUMB_PICTURE_LEFT,
                                     PLUMB_PICTURE_INK);
  if (known) {
    /* Translators: a percentage. */
    value = g_strdup_printf (_ ("%d%%"), (int) rint (closeness));
  } else {
    /* Translators: stands where a percentage will be, once something is answered. Keep it short. */
    value = g_strdup (_ ("No answer"));
  }
  plumb_picture_add_text (self,
                          value,
                          width,
                          self->height + em,
                          em,
                          PLUMB_PICTURE_RIGHT,
                          known ? PLUMB_PICTURE_INK : PLUMB_PICTURE_MUTED);
  self->height += MAX (n_lines, 1) * PLUMB_PICTURE_LINE_HEIGHT * em + GAP * em;

  add_box (self, 0, width, PLUMB_PICTURE_TRACK, number);
  if (known && closeness > 0) {
    add_box (self, 0, width * closeness / 100, PLUMB_PICTURE_POSITION, number);
  }
  plumb_picture_add (self,
                     (PlumbPictureItem) {
                         .kind = PLUMB_PICTURE_LINE,
                         .tone = PLUMB_PICTURE_INK,
                         .x = width / 2,
                         .y = self->height - TICK * em,
                         .height = (BAR + 2 * TICK) * em,
                     });
  self->height += BAR * em + ROW_GAP * em;
}

static void
add_axis (PlumbPicture *self)
{
  static const struct {
    int percent;
    PlumbPictureAlign align;
  } marks[] = {
    { 0, PLUMB_PICTURE_LEFT },
    { 50, PLUMB_PICTURE_MIDDLE },
    { 100, PLUMB_PICTURE_RIGHT },
  };
  double size = SMALL * self->style.em;
  guint n_lines;

  self->height -= (ROW_GAP - 0.4) * self->style.em;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *text = g_strdup_printf (_ ("%d%%"), marks[i].percent);

    plumb_picture_add_text (self,
                            text,
                            self->style.width * marks[i].percent / 100,
                            self->height + size,
                            size,
                            marks[i].align,
                            PLUMB_PICTURE_MUTED);
  }
  self->height += PLUMB_PICTURE_LINE_HEIGHT * size + 0.4 * self->style.em;

  n_lines = plumb_picture_add_lines (self,
                                     _ ("Answers given at random would come to 50%."),
                                     0,
                                     self->height,
                                     self->style.width,
                                     size,
                                     PLUMB_PICTURE_LEFT,
                                     PLUMB_PICTURE_MUTED);
  self->height += n_lines * PLUMB_PICTURE_LINE_HEIGHT * size;
}

/**
 * plumb_picture_new_scales:
 * @weighing: what comes of one person’s answers
 * @style: how the picture is set
 *
 * Plans the picture of one person’s answers: a scale from 0 to 100% for each position, in the order of the library, all
 * of one length, with a mark at what chance would come to. A position is told by its shape and name as well as by its
 * colour. Free it with plumb_picture_free().
 *
 * Returns: (transfer full): the picture
 */
PlumbPicture *
plumb_picture_new_scales (PlumbWeighing *weighing, const PlumbPictureStyle *style)
{
  PlumbPicture *self;

  g_return_val_if_fail (weighing != NULL, NULL);
  g_return_val_if_fail (style != NULL && style->em > 0, NULL);

  self = plumb_picture_new (style);
  describe (self, weighing);
  plumb_picture_add_heading (self);
  for (guint i = 0; i < plumb_crux_set_get_n_positions (plumb_weighing_get_set (weighing)); i++) {
    add_row (self, weighing, i);
  }
  add_axis (self);
  self->height = ceil (self->height);

  return self;
}
