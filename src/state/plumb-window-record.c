/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-window-record.h"

/**
 * PlumbWindowRecord:
 *
 * How a window was when it was last looked at, so that it can be opened again. It never changes.
 */
struct _PlumbWindowRecord {
  GObject parent_instance;

  char *place;
  int width;
  int height;
  gboolean maximised;
};

G_DEFINE_FINAL_TYPE (PlumbWindowRecord, plumb_window_record, G_TYPE_OBJECT)

static void
plumb_window_record_finalize (GObject *object)
{
  PlumbWindowRecord *self = PLUMB_WINDOW_RECORD (object);

  g_free (self->place);

  G_OBJECT_CLASS (plumb_window_record_parent_class)->finalize (object);
}

static void
plumb_window_record_class_init (PlumbWindowRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_window_record_finalize;
}

static void
plumb_window_record_init (PlumbWindowRecord *self)
{
}

/**
 * plumb_window_record_new:
 * @place: the address of the place that it shows
 * @width: its width in application pixels when it is not maximised, or 0 if not known
 * @height: its height likewise
 * @maximised: whether it is maximised
 *
 * Returns: (transfer full): a record
 */
PlumbWindowRecord *
plumb_window_record_new (const char *place, int width, int height, gboolean maximised)
{
  PlumbWindowRecord *self;

  g_return_val_if_fail (place != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_WINDOW_RECORD, NULL);
  self->place = g_strdup (place);
  self->width = MAX (width, 0);
  self->height = MAX (height, 0);
  self->maximised = !!maximised;

  return self;
}

/**
 * plumb_window_record_get_place:
 * @self: a record
 *
 * Returns: (transfer none): the address of the place that the window shows
 */
const char *
plumb_window_record_get_place (PlumbWindowRecord *self)
{
  g_return_val_if_fail (PLUMB_IS_WINDOW_RECORD (self), NULL);

  return self->place;
}

/**
 * plumb_window_record_get_width:
 * @self: a record
 *
 * Returns: the window's width in application pixels when it is not maximised, or 0 if not known
 */
int
plumb_window_record_get_width (PlumbWindowRecord *self)
{
  g_return_val_if_fail (PLUMB_IS_WINDOW_RECORD (self), 0);

  return self->width;
}

/**
 * plumb_window_record_get_height:
 * @self: a record
 *
 * Returns: the window's height in application pixels when it is not maximised, or 0 if not known
 */
int
plumb_window_record_get_height (PlumbWindowRecord *self)
{
  g_return_val_if_fail (PLUMB_IS_WINDOW_RECORD (self), 0);

  return self->height;
}

/**
 * plumb_window_record_get_maximised:
 * @self: a record
 *
 * Returns: whether the window is maximised
 */
gboolean
plumb_window_record_get_maximised (PlumbWindowRecord *self)
{
  g_return_val_if_fail (PLUMB_IS_WINDOW_RECORD (self), FALSE);

  return self->maximised;
}
