/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plumb-search-feed.h"

G_BEGIN_DECLS

/* A library as large as one likes, with topics as long as the bundled ones and words as frequent as in English. It is
 * the same each time. */
PlumbSearchFeed *generated_feed_new (guint n_topics);

G_END_DECLS
