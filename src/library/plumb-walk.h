/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-record.h"

G_BEGIN_DECLS

/**
 * PlumbWalkTextFunc:
 * @record: the record that has the text
 * @field: the field that it is in
 * @path: its JSON path, such as `/levels/0/blocks/3/items/1`
 * @text: the text
 * @user_data: data of the caller
 *
 * Called for each string of a record and of the records in it.
 */
typedef void (*PlumbWalkTextFunc) (PlumbRecord *record,
                                   const PlumbField *field,
                                   const char *path,
                                   const char *text,
                                   gpointer user_data);

/**
 * PlumbWalkRecordFunc:
 * @record: a record
 * @path: its JSON path, such as `/levels/0/blocks/3`; empty for the outermost
 * @user_data: data of the caller
 *
 * Called for a record and for each record in it.
 */
typedef void (*PlumbWalkRecordFunc) (PlumbRecord *record, const char *path, gpointer user_data);

void plumb_walk_texts (PlumbRecord *record, PlumbWalkTextFunc func, gpointer user_data);
void plumb_walk_records (PlumbRecord *record, PlumbWalkRecordFunc func, gpointer user_data);

G_END_DECLS
