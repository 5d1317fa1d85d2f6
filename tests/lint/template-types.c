/* template-types.c: preloaded into gtk4-builder-tool, so that it knows our types and Adw's
 *
 * Copyright 2026 The Plumb contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <dlfcn.h>

/* The tool finds a type by the name of its get_type function, anywhere in the process: being
 * loaded is all that our types need. Adw must also be initialised, right after GTK is. */
gboolean
gtk_init_check (void)
{
  static gboolean done = FALSE;
  gboolean (*original) (void) = dlsym (RTLD_NEXT, "gtk_init_check");

  if (!original ()) {
    return FALSE;
  }

  if (!done) {
    done = TRUE;
    adw_init ();
  }

  return TRUE;
}
