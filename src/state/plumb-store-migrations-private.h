/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-database-private.h"

G_BEGIN_DECLS

/* The version of a database that this Plumb writes. */
#define PLUMB_STORE_VERSION 4

gboolean plumb_store_migrate (PlumbDatabase *database, GError **error);
gboolean plumb_store_migrate_to (PlumbDatabase *database, guint version, GError **error);

G_END_DECLS
