/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-text.h>

#include "plumb-article.h"
#include "plumb-block-view.h"
#include "plumb-debate-pane.h"
#include "plumb-takeaways.h"
#include "plumb-ui-test.h"

static void
test_new_destroy (void)
{
  GtkWidget *article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));

  g_assert_null (plumb_article_get_topic (PLUMB_ARTICLE (article)));
  g_assert_finalize_object (article);
}

/* Every topic, at every level, with every block of it and every part below, and nothing is left behind. */
static void
test_every_topic (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  GListModel *topics = plumb_library_get_topics (library);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    g_autoptr (PlumbTopic) topic = NULL;
    GtkWidget *article;

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);
    g_assert_nonnull (topic);
    article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));
    plumb_article_show (PLUMB_ARTICLE (article), library, topic, 1);
    for (int depth = 1; depth <= 3; depth++) {
      PlumbLevel *level = plumb_topic_find_level (topic, depth);

      plumb_article_set_level (PLUMB_ARTICLE (article), depth);
      plumb_article_build_text (PLUMB_ARTICLE (article));
      g_assert_cmpuint (plumb_ui_test_count (article, PLUMB_TYPE_BLOCK_VIEW),
                        ==,
                        g_list_model_get_n_items (level->blocks));
      for (guint j = 0; j < g_list_model_get_n_items (level->blocks); j++) {
        g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, j);

        g_assert_nonnull (plumb_article_find_anchor (PLUMB_ARTICLE (article), block->id));
      }
    }
    plumb_article_build_all (PLUMB_ARTICLE (article));
    g_assert_nonnull (plumb_ui_test_find (article, PLUMB_TYPE_DEBATE_PANE));
    g_assert_nonnull (plumb_ui_test_find (article, PLUMB_TYPE_TAKEAWAYS));
    g_assert_finalize_object (article);
    n++;
  }

  g_assert_cmpuint (n, >=, 6);
}

static void
test_anchors (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  g_autoptr (PlumbPitfall) pitfall = g_list_model_get_item (topic->pitfalls, 0);
  g_autofree char *pitfall_anchor = g_strdup_printf ("pitfall-%s", pitfall->id);
  GtkWidget *article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));
  const char *const anchors[] = { "why-now",     "takeaways", "debate",
                                  "status",      "take",      "pitfalls",
                                  "next",        "sources",   "debate-moderate",
                                  pitfall_anchor };

  plumb_article_show (PLUMB_ARTICLE (article), library, topic, 2);
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++) {
    g_assert_nonnull (plumb_article_find_anchor (PLUMB_ARTICLE (article), anchors[i]));
  }
  g_assert_null (plumb_article_find_anchor (PLUMB_ARTICLE (article), "no-such-anchor"));
  g_assert_finalize_object (article);
}

static void
built_cb (PlumbArticle *article, gpointer user_data)
{
  *(guint *) user_data += 1;
}

/* What is below the text is built when there is time, once, and the level does not build it again. */
static void
test_built_once (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  GtkWidget *article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));
  GtkWidget *debate;
  guint built = 0;

  g_signal_connect (article, "built", G_CALLBACK (built_cb), &built);
  plumb_article_show (PLUMB_ARTICLE (article), library, topic, 1);
  g_assert_null (plumb_ui_test_find (article, PLUMB_TYPE_DEBATE_PANE));
  plumb_ui_test_wait_until (built == 1);
  debate = plumb_ui_test_find (article, PLUMB_TYPE_DEBATE_PANE);
  g_assert_nonnull (debate);
  plumb_article_set_level (PLUMB_ARTICLE (article), 3);
  plumb_article_build_all (PLUMB_ARTICLE (article));
  g_assert_true (plumb_ui_test_find (article, PLUMB_TYPE_DEBATE_PANE) == debate);
  g_assert_cmpuint (built, ==, 1);
  g_assert_finalize_object (article);
}

static guint
count_shown_blocks (GtkWidget *root)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_get_visible (child)) {
      n += PLUMB_IS_BLOCK_VIEW (child) ? 1 : count_shown_blocks (child);
    }
  }

  return n;
}

/* The text of another level takes the place of the one before; what is taken apart later is not seen meanwhile. */
static void
test_changes_level (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  GtkWidget *article = g_object_new (PLUMB_TYPE_ARTICLE, NULL);
  GtkWidget *window = plumb_ui_test_show (article, 1000, 1000);
  const int ways[] = { 3, 1, 2 };

  plumb_article_show (PLUMB_ARTICLE (article), library, topic, 2);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    PlumbLevel *level = plumb_topic_find_level (topic, ways[i]);
    guint n;

    plumb_article_set_level (PLUMB_ARTICLE (article), ways[i]);
    plumb_article_build_text (PLUMB_ARTICLE (article));
    n = count_shown_blocks (article);
    g_assert_cmpuint (n, ==, g_list_model_get_n_items (level->blocks));
    g_assert_cmpuint (plumb_ui_test_count (plumb_article_get_text (PLUMB_ARTICLE (article)),
                                           PLUMB_TYPE_BLOCK_VIEW),
                      ==,
                      n);
  }
  /* Going on to another topic meanwhile takes both apart. */
  plumb_article_show (PLUMB_ARTICLE (article), library, topic, 1);
  plumb_ui_test_wait_until (plumb_article_is_complete (PLUMB_ARTICLE (article)));
  g_assert_cmpuint (plumb_ui_test_count (article, PLUMB_TYPE_BLOCK_VIEW),
                    ==,
                    g_list_model_get_n_items (plumb_topic_find_level (topic, 1)->blocks));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_properties (void)
{
  g_autoptr (GtkWidget) article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));
  guint n = 0;

  g_signal_connect (article, "notify::columns", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  g_signal_connect (article, "notify::compact", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  g_signal_connect (article, "notify::text-width", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  g_signal_connect (article, "notify::audience", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  g_object_set (article, "columns", 2, NULL);
  g_object_set (article, "columns", 2, NULL);
  g_object_set (article, "compact", TRUE, NULL);
  g_object_set (article, "compact", TRUE, NULL);
  g_object_set (article, "text-width", 500, NULL);
  g_object_set (article, "text-width", 500, NULL);
  g_object_set (article, "audience", "builder", NULL);
  g_object_set (article, "audience", "builder", NULL);
  g_assert_cmpuint (n, ==, 4);
}

/* The text is at most as wide as asked for, and fits a phone. */
static void
test_widths (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  GListModel *topics = plumb_library_get_topics (library);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++) {
    g_autoptr (PlumbTopicEntry) entry = g_list_model_get_item (topics, i);
    g_autoptr (PlumbTopic) topic = NULL;
    g_autoptr (GtkWidget) article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));

    if (plumb_topic_entry_is_upcoming (entry)) {
      continue;
    }
    topic = plumb_library_load_topic (library, plumb_topic_entry_get_id (entry), NULL);
    g_object_set (article, "columns", 1, "compact", TRUE, NULL);
    for (int level = 1; level <= 3; level++) {
      int minimum;

      plumb_article_show (PLUMB_ARTICLE (article), library, topic, level);
      plumb_article_build_all (PLUMB_ARTICLE (article));
      gtk_widget_measure (article, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > 360) {
        g_test_message ("%s, level %d, is %d pixels wide", topic->id, level, minimum);
      }
      g_assert_cmpint (minimum, <=, 360);
    }
  }
}

static void
test_outline (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = plumb_library_load_topic (library, "goodharts-law", NULL);
  g_autoptr (GtkWidget) article = g_object_ref_sink (g_object_new (PLUMB_TYPE_ARTICLE, NULL));
  g_autoptr (GArray) outline = NULL;
  guint inner = 0;

  plumb_article_show (PLUMB_ARTICLE (article), library, topic, 3);
  outline = plumb_article_get_outline (PLUMB_ARTICLE (article));
  g_assert_cmpuint (outline->len, >, 8);
  for (guint i = 0; i < outline->len; i++) {
    const PlumbOutlineItem *item = &g_array_index (outline, PlumbOutlineItem, i);

    g_assert_true (gtk_widget_is_ancestor (item->widget, article));
    g_assert_cmpstr (item->title, !=, "");
    inner += item->depth == 1;
  }
  g_assert_cmpuint (inner, >=, 2);
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/article/new-destroy", test_new_destroy);
  g_test_add_func ("/article/every-topic", test_every_topic);
  g_test_add_func ("/article/anchors", test_anchors);
  g_test_add_func ("/article/built-once", test_built_once);
  g_test_add_func ("/article/changes-level", test_changes_level);
  g_test_add_func ("/article/properties", test_properties);
  g_test_add_func ("/article/widths", test_widths);
  g_test_add_func ("/article/outline", test_outline);

  return g_test_run ();
}
