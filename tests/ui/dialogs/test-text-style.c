/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "plumb-text-style.h"

/* A widget of ours, whose style shows what the style sheet does. */
typedef struct {
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *label;
} Article;

static void
article_init (Article *article)
{
  GtkWidget *child = gtk_label_new ("Below");

  article->window = gtk_window_new ();
  article->label = gtk_label_new ("Plumb");
  article->box = g_object_new (GTK_TYPE_BOX,
                               "css-name",
                               "article",
                               "orientation",
                               GTK_ORIENTATION_VERTICAL,
                               NULL);
  gtk_box_append (GTK_BOX (article->box), article->label);
  gtk_box_append (GTK_BOX (article->box), child);
  gtk_window_set_child (GTK_WINDOW (article->window), article->box);
  gtk_window_present (GTK_WINDOW (article->window));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;

  return *n_frames < 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A style is worked out in a frame, after the callbacks for it: with the second one, the first is done. */
static void
wait_for_frame (Article *article)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (article->box, tick_cb, &n_frames, NULL);
  while (n_frames < 2) {
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
article_get_size (Article *article, int *width, int *height)
{
  wait_for_frame (article);
  gtk_widget_measure (article->label, GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  gtk_widget_measure (article->label, GTK_ORIENTATION_VERTICAL, -1, height, NULL, NULL, NULL);
}

static PlumbPreferences *
create_preferences (void)
{
  g_autoptr (PlumbPolicy) policy = plumb_policy_new (NULL, 0);

  return plumb_preferences_new (APP_ID, PLUMB_STORE_MODE_SESSION, policy);
}

static void
test_css (void)
{
  static const struct {
    int text_size;
    gboolean easier_spacing;
    const char *first_line;
  } rows[] = {
    { 100, FALSE, "article { font-size: 110.0%; line-height: 1.2; }\n" },
    { 75, FALSE, "article { font-size: 82.5%; line-height: 1.2; }\n" },
    { 125, FALSE, "article { font-size: 137.5%; line-height: 1.2; }\n" },
    { 300, FALSE, "article { font-size: 330.0%; line-height: 1.2; }\n" },
    { 101, TRUE, "article { font-size: 111.1%; line-height: 1.5; }\n" },
    { 0, FALSE, "article { font-size: 82.5%; line-height: 1.2; }\n" },
    { 9999, TRUE, "article { font-size: 330.0%; line-height: 1.5; }\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *css = plumb_text_style_to_css (rows[i].text_size, rows[i].easier_spacing);

    g_assert_true (g_str_has_prefix (css, rows[i].first_line));
    g_assert_cmpint (strstr (css, "letter-spacing: 0.06em") != NULL, ==, rows[i].easier_spacing);
    g_assert_cmpint (strstr (css, "border-spacing") != NULL, ==, rows[i].easier_spacing);
  }
}

static void
parsing_error_cb (GtkCssProvider *provider, GtkCssSection *section, GError *error, guint *n_errors)
{
  g_test_message ("%s", error->message);
  (*n_errors)++;
}

static void
test_css_is_understood (void)
{
  for (int text_size = PLUMB_TEXT_SIZE_MIN; text_size <= PLUMB_TEXT_SIZE_MAX; text_size++) {
    for (int easier = 0; easier < 2; easier++) {
      g_autofree char *css = plumb_text_style_to_css (text_size, easier);
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      guint n_errors = 0;

      g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), &n_errors);
      gtk_css_provider_load_from_string (provider, css);
      g_assert_cmpuint (n_errors, ==, 0);
    }
  }
}

static void
test_width (void)
{
  static const struct {
    PlumbReadingWidth reading_width;
    int text_size;
    int width;
  } rows[] = {
    { PLUMB_READING_WIDTH_NARROW, 100, 560 },  { PLUMB_READING_WIDTH_MEDIUM, 100, 680 },
    { PLUMB_READING_WIDTH_WIDE, 100, 820 },    { PLUMB_READING_WIDTH_NARROW, 75, 420 },
    { PLUMB_READING_WIDTH_MEDIUM, 150, 1020 }, { PLUMB_READING_WIDTH_WIDE, 300, 2460 },
    { PLUMB_READING_WIDTH_WIDE, 400, 2460 },   { PLUMB_READING_WIDTH_NARROW, -1, 420 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (plumb_text_style_get_width (rows[i].reading_width, rows[i].text_size),
                     ==,
                     rows[i].width);
  }
}

static void
test_new_destroy (void)
{
  PlumbPreferences *preferences = create_preferences ();
  PlumbTextStyle *style = plumb_text_style_new (preferences, gdk_display_get_default ());

  g_assert_finalize_object (style);
  g_assert_finalize_object (preferences);
}

static void
test_follows_preferences (void)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences ();
  PlumbTextStyle *style;
  Article article;
  int width, height, wider, higher, plain_width, plain_height;

  article_init (&article);
  article_get_size (&article, &plain_width, &plain_height);

  style = plumb_text_style_new (preferences, gdk_display_get_default ());
  article_get_size (&article, &width, &height);
  g_assert_cmpint (width, >, plain_width);

  plumb_preferences_set_text_size (preferences, 200);
  article_get_size (&article, &wider, &higher);
  g_assert_cmpint (wider, >, width * 3 / 2);
  g_assert_cmpint (higher, >, height * 3 / 2);

  plumb_preferences_set_text_size (preferences, 100);
  plumb_preferences_set_easier_spacing (preferences, TRUE);
  article_get_size (&article, &wider, &higher);
  g_assert_cmpint (wider, >, width);
  g_assert_cmpint (higher, >, height);

  /* Letters that join stay together. */
  gtk_widget_set_direction (article.label, GTK_TEXT_DIR_RTL);
  article_get_size (&article, &wider, &higher);
  g_assert_cmpint (wider, ==, width);
  gtk_widget_set_direction (article.label, GTK_TEXT_DIR_LTR);

  g_assert_finalize_object (style);
  article_get_size (&article, &width, &height);
  g_assert_cmpint (width, ==, plain_width);
  g_assert_cmpint (height, ==, plain_height);

  /* Nobody listens any more. */
  plumb_preferences_set_text_size (preferences, 300);
  article_get_size (&article, &width, &height);
  g_assert_cmpint (width, ==, plain_width);

  gtk_window_destroy (GTK_WINDOW (article.window));
}

static void
test_paragraphs (void)
{
  g_autoptr (PlumbPreferences) preferences = create_preferences ();
  g_autoptr (PlumbTextStyle) style = NULL;
  Article article;
  GtkWidget *text, *first, *second;
  int before, after, height;

  article_init (&article);
  text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (text, "level-text");
  first = gtk_label_new ("One");
  second = gtk_label_new ("Two");
  gtk_box_append (GTK_BOX (text), first);
  gtk_box_append (GTK_BOX (text), second);
  gtk_box_append (GTK_BOX (article.box), text);

  style = plumb_text_style_new (preferences, gdk_display_get_default ());
  wait_for_frame (&article);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (before - 2 * height, ==, 15);

  plumb_preferences_set_easier_spacing (preferences, TRUE);
  wait_for_frame (&article);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, -1, &after, NULL, NULL, NULL);
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (after - 2 * height, >, 20);

  gtk_window_destroy (GTK_WINDOW (article.window));
}

static void
test_color_scheme (void)
{
  static const struct {
    PlumbColorScheme preferred;
    AdwColorScheme expected;
  } rows[] = {
    { PLUMB_COLOR_SCHEME_LIGHT, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { PLUMB_COLOR_SCHEME_DARK, ADW_COLOR_SCHEME_FORCE_DARK },
    { PLUMB_COLOR_SCHEME_SYSTEM, ADW_COLOR_SCHEME_DEFAULT },
    { PLUMB_COLOR_SCHEME_DARK, ADW_COLOR_SCHEME_FORCE_DARK },
  };
  GdkDisplay *display = gdk_display_get_default ();
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);
  g_autoptr (PlumbPreferences) preferences = create_preferences ();
  PlumbTextStyle *style = plumb_text_style_new (preferences, display);

  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    plumb_preferences_set_color_scheme (preferences, rows[i].preferred);
    g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, rows[i].expected);
  }

  g_assert_finalize_object (style);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);

  /* What is preferred already is so from the start. */
  style = plumb_text_style_new (preferences, display);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_finalize_object (style);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/dialogs/text-style/css", test_css);
  g_test_add_func ("/dialogs/text-style/css-is-understood", test_css_is_understood);
  g_test_add_func ("/dialogs/text-style/width", test_width);
  g_test_add_func ("/dialogs/text-style/new-destroy", test_new_destroy);
  g_test_add_func ("/dialogs/text-style/follows-preferences", test_follows_preferences);
  g_test_add_func ("/dialogs/text-style/paragraphs", test_paragraphs);
  g_test_add_func ("/dialogs/text-style/color-scheme", test_color_scheme);

  return g_test_run ();
}
