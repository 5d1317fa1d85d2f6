/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-text-style.h"

#include <adwaita.h>

/**
 * PlumbTextStyle:
 *
 * Makes a display look as the reader prefers: the size and the spacing of articles, and whether
 * windows are light or dark. It does so from its construction on, and for as long as it is there.
 *
 * Text is styled wherever a widget's CSS name is `article`.
 */
struct _PlumbTextStyle {
  GObject parent_instance;

  PlumbPreferences *preferences;
  GdkDisplay *display;
  AdwStyleManager *style_manager;
  GtkCssProvider *provider;
};

G_DEFINE_FINAL_TYPE (PlumbTextStyle, plumb_text_style, G_TYPE_OBJECT)

/* Text that is read for long is somewhat bigger than that of buttons and menus. */
#define BODY_PERCENT 110

/* How far apart lines are, in heights of a line as the font sets it, which is about 1.36 sizes of it. */
#define LINE_HEIGHT "1.2"
#define EASIER_LINE_HEIGHT "1.5"

/* Of which letter and word spacing come: GTK has no spacing for words of its own, but a space between
 * words is a letter too. */
#define EASIER_LETTER_SPACING "0.06em"

/* Is added to what is between the paragraphs of a level anyway. */
#define EASIER_PARAGRAPH_SPACING "0.75em"

/* A column of text, at 100%. With letters of the usual width a line holds some 60, 72 and 88. */
static const int widths[] = {
  [PLUMB_READING_WIDTH_NARROW] = 560,
  [PLUMB_READING_WIDTH_MEDIUM] = 680,
  [PLUMB_READING_WIDTH_WIDE] = 820,
};

/**
 * plumb_text_style_to_css:
 * @text_size: percent of the size that the desktop asks for
 * @easier_spacing: whether letters, words and lines stand further apart
 *
 * Says in CSS what an article's text looks like.
 *
 * Returns: (transfer full): a style sheet
 */
char *
plumb_text_style_to_css (int text_size, gboolean easier_spacing)
{
  int per_mille = CLAMP (text_size, PLUMB_TEXT_SIZE_MIN, PLUMB_TEXT_SIZE_MAX) * BODY_PERCENT / 10;
  g_autoptr (GString) css = g_string_new (NULL);

  /* Whole numbers, since a locale may have another mark than a dot for the rest. */
  g_string_append_printf (css,
                          "article { font-size: %d.%d%%; line-height: %s; }\n",
                          per_mille / 10,
                          per_mille % 10,
                          easier_spacing ? EASIER_LINE_HEIGHT : LINE_HEIGHT);
  if (easier_spacing) {
    g_string_append (css,
                     "article { letter-spacing: " EASIER_LETTER_SPACING "; }\n"
                     /* Letters that join may not be drawn apart. */
                     "article:dir(rtl), article *:dir(rtl) { letter-spacing: 0; }\n"
                     "article .level-text { border-spacing: " EASIER_PARAGRAPH_SPACING "; }\n");
  }

  return g_string_free_and_steal (g_steal_pointer (&css));
}

/**
 * plumb_text_style_get_width:
 * @reading_width: how long lines may become
 * @text_size: percent of the size that the desktop asks for
 *
 * Gets the width of a column of text, which grows with the text so that a line holds as much as before.
 *
 * Returns: a width in `sp`, the unit that an #AdwClamp measures in
 */
int
plumb_text_style_get_width (PlumbReadingWidth reading_width, int text_size)
{
  g_return_val_if_fail (reading_width < G_N_ELEMENTS (widths), widths[PLUMB_READING_WIDTH_MEDIUM]);

  return widths[reading_width] * CLAMP (text_size, PLUMB_TEXT_SIZE_MIN, PLUMB_TEXT_SIZE_MAX) / 100;
}

static void
update_css (PlumbTextStyle *self)
{
  g_autofree char *css = plumb_text_style_to_css (
      plumb_preferences_get_text_size (self->preferences),
      plumb_preferences_get_easier_spacing (self->preferences));

  gtk_css_provider_load_from_string (self->provider, css);
}

static void
update_color_scheme (PlumbTextStyle *self)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  switch (plumb_preferences_get_color_scheme (self->preferences)) {
  case PLUMB_COLOR_SCHEME_LIGHT:
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
    break;
  case PLUMB_COLOR_SCHEME_DARK:
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
    break;
  case PLUMB_COLOR_SCHEME_SYSTEM:
  default:
    break;
  }

  adw_style_manager_set_color_scheme (self->style_manager, scheme);
}

static void
plumb_text_style_dispose (GObject *object)
{
  PlumbTextStyle *self = PLUMB_TEXT_STYLE (object);

  if (self->provider != NULL) {
    gtk_style_context_remove_provider_for_display (self->display,
                                                   GTK_STYLE_PROVIDER (self->provider));
    adw_style_manager_set_color_scheme (self->style_manager, ADW_COLOR_SCHEME_DEFAULT);
    g_signal_handlers_disconnect_by_data (self->preferences, self);
  }
  g_clear_object (&self->provider);
  g_clear_object (&self->style_manager);
  g_clear_object (&self->display);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (plumb_text_style_parent_class)->dispose (object);
}

static void
plumb_text_style_class_init (PlumbTextStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plumb_text_style_dispose;
}

static void
plumb_text_style_init (PlumbTextStyle *self)
{
}

/**
 * plumb_text_style_new:
 * @preferences: what the reader prefers
 * @display: where articles are shown
 *
 * Styles articles on @display, and goes on to do so as @preferences change.
 *
 * Returns: (transfer full): what keeps the style in place
 */
PlumbTextStyle *
plumb_text_style_new (PlumbPreferences *preferences, GdkDisplay *display)
{
  PlumbTextStyle *self;

  g_return_val_if_fail (PLUMB_IS_PREFERENCES (preferences), NULL);
  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  self = g_object_new (PLUMB_TYPE_TEXT_STYLE, NULL);
  self->preferences = g_object_ref (preferences);
  self->display = g_object_ref (display);
  self->style_manager = g_object_ref (adw_style_manager_get_for_display (display));
  self->provider = gtk_css_provider_new ();

  g_signal_connect_swapped (preferences, "notify::text-size", G_CALLBACK (update_css), self);
  g_signal_connect_swapped (preferences, "notify::easier-spacing", G_CALLBACK (update_css), self);
  g_signal_connect_swapped (preferences,
                            "notify::color-scheme",
                            G_CALLBACK (update_color_scheme),
                            self);
  update_css (self);
  update_color_scheme (self);

  /* Above the style sheet of the program, which says what an article looks like otherwise. */
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  return self;
}
