/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include <plumb-place.h>

G_BEGIN_DECLS

/**
 * PlumbOptions:
 * @place: (nullable): where to go
 * @library: (nullable): the folder of a library to read in place of the bundled one
 *
 * What the command line asks for.
 */
typedef struct {
  PlumbPlace *place;
  char *library;
} PlumbOptions;

#define PLUMB_OPTIONS_ERROR (plumb_options_error_quark ())

/**
 * PlumbOptionsError:
 * @PLUMB_OPTIONS_ERROR_VALUE: an option has a value that it cannot have
 * @PLUMB_OPTIONS_ERROR_CONFLICT: things are asked for that cannot be had together
 *
 * What can be wrong with a command line.
 */
typedef enum {
  PLUMB_OPTIONS_ERROR_VALUE,
  PLUMB_OPTIONS_ERROR_CONFLICT,
} PlumbOptionsError;

GQuark plumb_options_error_quark (void);

void plumb_options_add_to (GApplication *application);
PlumbOptions *plumb_options_parse (GVariantDict *dict, GError **error);
void plumb_options_free (PlumbOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbOptions, plumb_options_free)

G_END_DECLS
