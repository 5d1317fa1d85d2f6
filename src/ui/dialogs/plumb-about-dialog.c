/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plumb-about-dialog.h"

#include <glib/gi18n-lib.h>

#define HOMEPAGE "https://github.com/plumbreader/plumb"

/**
 * plumb_about_dialog_new:
 *
 * Creates a dialog that says what the program is, who made it, and under which terms it and its library
 * can be passed on.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
plumb_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  /* Translators: of the program. */
  const char *copyright = _ ("© 2026 The Plumb contributors");

  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_application_name (about, g_get_application_name ());
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Plumb contributors"));
  adw_about_dialog_set_comments (about,
                                 _ ("A reader for questions that people disagree about. Its first "
                                    "library explains AI alignment."));
  adw_about_dialog_set_website (about, HOMEPAGE);
  adw_about_dialog_set_issue_url (about, HOMEPAGE "/issues");
  adw_about_dialog_set_copyright (about, copyright);
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  /* Translators: the names of those who translated, one a line, with an address if they like. */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_about_dialog_add_legal_section (
      about,
      _ ("Text of the library"),
      copyright,
      GTK_LICENSE_CUSTOM,
      /* Translators: keep the address and the name of the licence as they are. */
      _ ("The topics that come with Plumb may be shared and changed under the terms of the "
         "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">Creative Commons "
         "Attribution-ShareAlike 4.0 International</a> licence, as long as their authors are named "
         "and what is made of them is shared alike."));

  return dialog;
}
