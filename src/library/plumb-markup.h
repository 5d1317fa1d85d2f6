/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLUMB_MARKUP_ERROR (plumb_markup_error_quark ())

/**
 * PlumbMarkupError:
 * @PLUMB_MARKUP_ERROR_SYNTAX: a tag is open, crossed or malformed
 * @PLUMB_MARKUP_ERROR_TAG: a tag that the subset does not have
 * @PLUMB_MARKUP_ERROR_ATTRIBUTE: an attribute that the subset does not have, or an `href` that is missing
 * @PLUMB_MARKUP_ERROR_LINK: a link whose address the subset does not have
 * @PLUMB_MARKUP_ERROR_CHARACTER: a control character, a line break or a bidirectional override
 *
 * Why a text is not Plumb's markup.
 */
typedef enum {
  PLUMB_MARKUP_ERROR_SYNTAX,
  PLUMB_MARKUP_ERROR_TAG,
  PLUMB_MARKUP_ERROR_ATTRIBUTE,
  PLUMB_MARKUP_ERROR_LINK,
  PLUMB_MARKUP_ERROR_CHARACTER,
} PlumbMarkupError;

GQuark plumb_markup_error_quark (void);

/**
 * PlumbMarkupLinkFunc:
 * @href: where a link leads, entities resolved
 * @text: the linked words, without markup
 * @user_data: data of the caller
 *
 * Called for each link of a text, in order.
 */
typedef void (*PlumbMarkupLinkFunc) (const char *href, const char *text, gpointer user_data);

gboolean plumb_markup_validate (const char *markup, GError **error);
char *plumb_markup_to_plain (const char *markup);
gboolean plumb_markup_foreach_link (const char *markup,
                                    PlumbMarkupLinkFunc func,
                                    gpointer user_data,
                                    GError **error);
guint plumb_markup_count_words (const char *markup);

G_END_DECLS
