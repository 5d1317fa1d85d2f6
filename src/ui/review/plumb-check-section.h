/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include <plumb-topic.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CHECK_SECTION (plumb_check_section_get_type ())

G_DECLARE_FINAL_TYPE (PlumbCheckSection, plumb_check_section, PLUMB, CHECK_SECTION, GtkWidget)

GtkWidget *plumb_check_section_new (PlumbTopic *topic);
int plumb_check_section_get_level (PlumbCheckSection *self);
gboolean plumb_check_section_set_level (PlumbCheckSection *self, int level);

G_END_DECLS
