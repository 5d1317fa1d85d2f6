/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "plumb-fsrs.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_CHECK (plumb_check_get_type ())

typedef struct _PlumbCheck PlumbCheck;

/**
 * PlumbCheck:
 * @library: the id of a library
 * @topic: the id of a topic of it
 * @question: the id of a check question of the topic
 * @known: whether the last answer was right
 * @day: when that was, in days as plumb_check_today() counts them
 * @due: when to ask again, in the same days, or 0 for never, because it was never missed
 * @memory: what is known of the memory of it; nothing where @due is 0
 *
 * What became of a check question. Which answer was chosen is not kept.
 */
struct _PlumbCheck {
  char *library;
  char *topic;
  char *question;
  gboolean known;
  gint64 day;
  gint64 due;
  PlumbMemory memory;
};

GType plumb_check_get_type (void);

PlumbCheck *plumb_check_new (const char *library, const char *topic, const char *question);
PlumbCheck *plumb_check_copy (const PlumbCheck *check);
void plumb_check_free (PlumbCheck *check);
gboolean plumb_check_equal (const PlumbCheck *check, const PlumbCheck *other);
int plumb_check_compare_due (gconstpointer a, gconstpointer b);

void plumb_check_answer (PlumbCheck *check, gboolean known, gint64 day);
gint64 plumb_check_today (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCheck, plumb_check_free)

G_END_DECLS
