/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <plumb-text.h>

#include "plumb-block-view.h"
#include "plumb-reader-page.h"
#include "plumb-ui-test.h"

typedef struct {
  PlumbLibrary *library;
  PlumbStore *store;
  PlumbTopic *topic;
  PlumbReaderPage *page;
  GtkWidget *window;
  GtkAdjustment *adjustment;
} Fixture;

static void
show (Fixture *fixture, int level, const char *anchor)
{
  g_autoptr (PlumbPlace) place = plumb_place_new_topic (fixture->topic->id, level, NULL, anchor);

  plumb_reader_page_show (fixture->page, fixture->library, fixture->topic, place);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = plumb_ui_test_open_library ();
  fixture->store = plumb_ui_test_new_store ();
  fixture->topic = plumb_library_load_topic (fixture->library, "goodharts-law", NULL);
  fixture->page = g_object_new (PLUMB_TYPE_READER_PAGE, NULL);
  plumb_reader_page_set_store (fixture->page, fixture->store);
  show (fixture, 3, NULL);
  fixture->window = plumb_ui_test_show (GTK_WIDGET (fixture->page), 800, 420);
  plumb_ui_test_wait_until (
      plumb_article_is_complete (plumb_reader_page_get_article (fixture->page)));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      plumb_ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SCROLLED_WINDOW)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  plumb_ui_test_wait_until (fixture->page == NULL);
  g_object_unref (fixture->topic);
  g_object_unref (fixture->store);
  g_object_unref (fixture->library);
}

static double
height_of (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (
      gtk_widget_compute_bounds (widget,
                                 GTK_WIDGET (plumb_reader_page_get_article (fixture->page)),
                                 &bounds));

  return bounds.origin.y - gtk_adjustment_get_value (fixture->adjustment);
}

static void
test_new_destroy (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (PLUMB_TYPE_READER_PAGE, NULL));

  g_assert_finalize_object (page);
}

static void
test_scrolls_to_anchor (Fixture *fixture, gconstpointer data)
{
  GtkWidget *debate;

  g_assert_true (plumb_reader_page_scroll_to_anchor (fixture->page, "debate"));
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  debate = plumb_article_find_anchor (plumb_reader_page_get_article (fixture->page), "debate");
  g_assert_cmpfloat (height_of (fixture, debate), >=, 0);
  g_assert_cmpfloat (height_of (fixture, debate), <, 60);
  g_assert_false (plumb_reader_page_scroll_to_anchor (fixture->page, "no-such-anchor"));
}

/* The block that shares a claim with the one at the top comes to stand where that stood. */
static void
test_keeps_the_place (Fixture *fixture, gconstpointer data)
{
  PlumbArticle *article = plumb_reader_page_get_article (fixture->page);
  guint compared = 0;

  for (int from = 3; from >= 2; from--) {
    g_autoptr (PlumbLevel) level = g_list_model_get_item (fixture->topic->levels, from - 1);

    for (guint i = 1; i < g_list_model_get_n_items (level->blocks); i++) {
      g_autoptr (PlumbBlock) block = g_list_model_get_item (level->blocks, i);
      GtkWidget *view;
      double before;

      show (fixture, from, NULL);
      plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
      if (block->relates_to == NULL || block->relation == PLUMB_RELATION_NONE) {
        continue;
      }
      view = plumb_article_find_anchor (article, block->id);
      plumb_reader_page_scroll_to (fixture->page, view);
      plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
      before = height_of (fixture, view);
      if (before > 40) {
        /* So near the end of the page that it cannot come to the top. */
        continue;
      }
      show (fixture, from - 1, NULL);
      plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
      g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), >, 0);
      compared++;
    }
  }
  g_assert_cmpuint (compared, >, 0);
}

static void
test_title_in_header (Fixture *fixture, gconstpointer data)
{
  gboolean shown;

  g_object_get (fixture->page, "title-shown", &shown, NULL);
  g_assert_false (shown);
  gtk_adjustment_set_value (fixture->adjustment, 400);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  g_object_get (fixture->page, "title-shown", &shown, NULL);
  g_assert_true (shown);
}

/* A level counts as read once its end has been in view for a moment, and not before. */
static void
test_reading_marks (Fixture *fixture, gconstpointer data)
{
  const char *library = plumb_library_get_file (fixture->library)->id;
  GtkWidget *text = plumb_article_get_text (plumb_reader_page_get_article (fixture->page));

  g_assert_cmpuint (plumb_store_get_levels_read (fixture->store, library, "goodharts-law"), ==, 0);
  plumb_reader_page_scroll_to (fixture->page, gtk_widget_get_last_child (text));
  g_assert_cmpuint (plumb_store_get_levels_read (fixture->store, library, "goodharts-law"), ==, 0);
  plumb_ui_test_wait_until (plumb_store_get_levels_read (fixture->store,
                                                         library,
                                                         "goodharts-law") == PLUMB_LEVEL_BIT (3));
}

static void
test_remembers_the_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbTopic)
      other = plumb_library_load_topic (fixture->library, "outer-alignment", NULL);
  g_autoptr (PlumbPlace) place = plumb_place_new_topic ("outer-alignment", 1, NULL, NULL);
  double before;

  gtk_adjustment_set_value (fixture->adjustment, 500);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  before = gtk_adjustment_get_value (fixture->adjustment);
  plumb_reader_page_show (fixture->page, fixture->library, other, place);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, 0);
  show (fixture, 3, NULL);
  plumb_ui_test_wait_until (ABS (gtk_adjustment_get_value (fixture->adjustment) - before) < 40);
}

static void
test_marks_words (Fixture *fixture, gconstpointer data)
{
  plumb_reader_page_mark_words (fixture->page, "Strathern", NULL);
  plumb_ui_test_wait_for_frame (GTK_WIDGET (fixture->page));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), >, 0);
}

static void
test_finding (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  gboolean finding;

  g_signal_connect (fixture->page,
                    "notify::finding",
                    G_CALLBACK (plumb_ui_test_count_notify_cb),
                    &n);
  g_object_set (fixture->page, "finding", TRUE, NULL);
  g_object_set (fixture->page, "finding", TRUE, NULL);
  g_object_get (fixture->page, "finding", &finding, NULL);
  g_assert_true (finding);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (fixture->page, "finding", FALSE, NULL);
  g_assert_cmpuint (n, ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* A page opens at the place that is asked for, and its first frame is full: of a window that is new, and of one that has
 * shown another topic; be the place at the beginning, at the end of the text or below it. */
static void
test_opens_at_a_place (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  const char *const ids[] = { "inner-alignment", "is-alignment-solvable" };
  const char *const anchors[] = { NULL, "why-now", "debate", "sources", "" };

  for (guint i = 0; i < 2 * 3 * G_N_ELEMENTS (anchors); i++) {
    g_autoptr (PlumbTopic) first = plumb_library_load_topic (library, ids[i % 2], NULL);
    g_autoptr (PlumbTopic) second = plumb_library_load_topic (library, ids[1 - i % 2], NULL);
    GtkWidget *page = g_object_new (PLUMB_TYPE_READER_PAGE, NULL);
    GtkWidget *window = NULL;
    int level = (int) (i / 2 % 3) + 1;

    for (guint j = 0; j < 2; j++) {
      PlumbTopic *topic = j == 0 ? first : second;
      PlumbArticle *article = plumb_reader_page_get_article (PLUMB_READER_PAGE (page));
      GListModel *blocks = plumb_topic_find_level (topic, level)->blocks;
      g_autoptr (PlumbBlock)
          last = g_list_model_get_item (blocks, g_list_model_get_n_items (blocks) - 1);
      const char *anchor = anchors[i / 6];
      g_autoptr (PlumbPlace) place = NULL;
      GtkWidget *scroller = plumb_ui_test_find (page, GTK_TYPE_SCROLLED_WINDOW);
      graphene_rect_t bounds;

      /* The last of the anchors stands for the last block. */
      if (anchor != NULL && *anchor == '\0') {
        anchor = last->id;
      }
      place = plumb_place_new_topic (topic->id, level, NULL, anchor);
      plumb_reader_page_show (PLUMB_READER_PAGE (page), library, topic, place);
      if (window == NULL) {
        window = plumb_ui_test_show (page, 1000, 860);
      } else {
        plumb_ui_test_wait_for_frame (page);
      }
      g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (GTK_WIDGET (article)),
                                                scroller,
                                                &bounds));
      /* At the very end of the page there is its padding. */
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height,
                         >=,
                         gtk_widget_get_height (scroller) - 61);
      /* The last part cannot be at the top. */
      if (anchor != NULL && !g_str_equal (anchor, "sources")) {
        GtkWidget *target = plumb_article_find_anchor (article, anchor);

        g_assert_true (gtk_widget_compute_bounds (target, scroller, &bounds));
        g_assert_cmpfloat (ABS (bounds.origin.y - 12), <=, 1);
      }
    }
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/reader-page/new-destroy", test_new_destroy);
  ADD ("/reader-page/scrolls-to-anchor", test_scrolls_to_anchor);
  ADD ("/reader-page/keeps-the-place", test_keeps_the_place);
  ADD ("/reader-page/title-in-header", test_title_in_header);
  ADD ("/reader-page/reading-marks", test_reading_marks);
  ADD ("/reader-page/remembers-the-place", test_remembers_the_place);
  ADD ("/reader-page/marks-words", test_marks_words);
  ADD ("/reader-page/finding", test_finding);

  g_test_add_func ("/reader-page/opens-at-a-place", test_opens_at_a_place);

  return g_test_run ();
}
