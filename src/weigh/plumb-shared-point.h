/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <plumb-library.h>

G_BEGIN_DECLS

/**
 * PlumbSharedPoint:
 * @positions: which positions hold it, bit 0 for the first of the debate
 * @shared: (nullable): the point, where the debate itself says what is shared
 * @claim: (nullable): the id of the claim, where positions give the same one as a reason
 *
 * Something that two or more positions of a debate hold, to be shown once. Either @shared or @claim is set.
 */
typedef struct {
  guint positions;
  PlumbShared *shared;
  char *claim;
} PlumbSharedPoint;

GPtrArray *plumb_debate_dup_shared_points (PlumbDebate *debate);
void plumb_shared_point_free (PlumbSharedPoint *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbSharedPoint, plumb_shared_point_free)

G_END_DECLS
