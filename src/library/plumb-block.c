/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-block.h"

#include "plumb-library-enums.h"

G_DEFINE_ABSTRACT_TYPE (PlumbBlock, plumb_block, PLUMB_TYPE_RECORD)

static void
plumb_block_class_init (PlumbBlockClass *klass)
{
  static const PlumbField fields[] = {
    PLUMB_ID (PlumbBlock, id, PLUMB_FIELD_REQUIRED, PLUMB_REF_SELF),
    PLUMB_IDS (PlumbBlock, claims, PLUMB_FIELD_OPTIONAL, PLUMB_REF_CLAIM),
    PLUMB_BOOLEAN (PlumbBlock, framing, PLUMB_FIELD_OPTIONAL),
    PLUMB_ENUM (PlumbBlock, relation, PLUMB_FIELD_UNSET, plumb_relation_get_type),
    PLUMB_ID (PlumbBlock, relates_to, PLUMB_FIELD_OPTIONAL, PLUMB_REF_BLOCK),
  };

  plumb_record_class_set_fields (PLUMB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
plumb_block_init (PlumbBlock *self)
{
}
