/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-holder-words.h"

#include <glib/gi18n.h>

/**
 * plumb_holder_to_markup:
 * @holder: somebody who holds a position
 * @library: where people are looked up
 *
 * Says who holds a position, with a link where they have an entry, and in what form.
 *
 * Returns: (transfer full): markup
 */
char *
plumb_holder_to_markup (PlumbHolder *holder, PlumbLibrary *library)
{
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *form = NULL;

  g_return_val_if_fail (PLUMB_IS_HOLDER (holder), NULL);

  if (holder->person != NULL) {
    g_autoptr (PlumbPerson) person = plumb_library_lookup_person (library, holder->person);

    name = g_strdup (person != NULL ? person->name : holder->person);
    escaped = g_markup_escape_text (name, -1);
    linked = g_strdup_printf ("<a href='person:%s'>%s</a>", holder->person, escaped);
  } else {
    linked = g_markup_escape_text (holder->name != NULL ? holder->name : "", -1);
  }

  if (holder->form == NULL) {
    return g_steal_pointer (&linked);
  }

  form = g_markup_escape_text (holder->form, -1);

  /* Translators: %1$s is who holds a position, %2$s in what form: “Jan Leike: January 2026, hopeful”. */
  return g_strdup_printf (C_ ("holder", "%1$s: %2$s"), linked, form);
}
