/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include <plumb-library.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TOPIC_CHOOSER (plumb_topic_chooser_get_type ())

G_DECLARE_FINAL_TYPE (PlumbTopicChooser, plumb_topic_chooser, PLUMB, TOPIC_CHOOSER, AdwBin)

GtkWidget *plumb_topic_chooser_new (const char *label);
void plumb_topic_chooser_append (PlumbTopicChooser *self, const char *id, const char *title);
void plumb_topic_chooser_append_topics (PlumbTopicChooser *self, PlumbLibrary *library);
const char *plumb_topic_chooser_get_chosen (PlumbTopicChooser *self);
void plumb_topic_chooser_set_chosen (PlumbTopicChooser *self, const char *id);

G_END_DECLS
