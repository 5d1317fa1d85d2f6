/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>
#include <plumb-place.h>
#include <plumb-preferences.h>
#include <plumb-store.h>

#include "plumb-article.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_READER_PAGE (plumb_reader_page_get_type ())

G_DECLARE_FINAL_TYPE (PlumbReaderPage, plumb_reader_page, PLUMB, READER_PAGE, AdwBin)

void plumb_reader_page_show (PlumbReaderPage *self,
                             PlumbLibrary *library,
                             PlumbTopic *topic,
                             PlumbPlace *place);
void plumb_reader_page_set_store (PlumbReaderPage *self, PlumbStore *store);
PlumbArticle *plumb_reader_page_get_article (PlumbReaderPage *self);
int plumb_reader_page_get_level (PlumbReaderPage *self);
void plumb_reader_page_scroll_to (PlumbReaderPage *self, GtkWidget *widget);
gboolean plumb_reader_page_scroll_to_anchor (PlumbReaderPage *self, const char *anchor);
void plumb_reader_page_mark_words (PlumbReaderPage *self, const char *words, const char *anchor);

G_END_DECLS
