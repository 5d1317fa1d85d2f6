/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

/**
 * PlumbRelation:
 * @PLUMB_RELATION_NONE: nothing is said
 * @PLUMB_RELATION_ADDS: it adds to it
 * @PLUMB_RELATION_QUALIFIES: it says where it does not hold
 * @PLUMB_RELATION_RETRACTS: it takes it back
 *
 * How a block stands to one of the level above.
 */
typedef enum {
  PLUMB_RELATION_NONE,
  PLUMB_RELATION_ADDS,
  PLUMB_RELATION_QUALIFIES,
  PLUMB_RELATION_RETRACTS,
} PlumbRelation;

#define PLUMB_TYPE_BLOCK (plumb_block_get_type ())

typedef struct _PlumbBlock PlumbBlock;
typedef struct _PlumbBlockClass PlumbBlockClass;

GType plumb_block_get_type (void);

/**
 * PlumbBlock:
 * @id: its id, unique in its topic
 * @claims: (nullable): the claims that it states
 * @framing: whether it states none
 * @relation: how it stands to a block of the level above
 * @relates_to: (nullable): that block
 *
 * What a level is made of. Each kind of block is a type of its own.
 */
struct _PlumbBlock {
  PlumbRecord parent_instance;

  char *id;
  GStrv claims;
  gboolean framing;
  PlumbRelation relation;
  char *relates_to;
};

struct _PlumbBlockClass {
  PlumbRecordClass parent_class;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbBlock, g_object_unref)

static inline PlumbBlock *
PLUMB_BLOCK (gpointer object)
{
  return G_TYPE_CHECK_INSTANCE_CAST (object, plumb_block_get_type (), PlumbBlock);
}

static inline gboolean
PLUMB_IS_BLOCK (gpointer object)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (object, plumb_block_get_type ());
}

G_END_DECLS
