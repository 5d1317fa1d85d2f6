/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-card-grid.h"
#include "plumb-debate-pane.h"
#include "plumb-position-card.h"
#include "plumb-shape-mark.h"
#include "plumb-ui-test.h"

static const char *const positions[] = { "optimistic", "pessimistic", "moderate", "skeptical" };

static PlumbTopic *
load (PlumbLibrary *library)
{
  PlumbTopic *topic = plumb_library_load_topic (library, "goodharts-law", NULL);

  g_assert_nonnull (topic);

  return topic;
}

static GtkWidget *
new_pane (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = load (library);

  return plumb_debate_pane_new (library, topic->debate);
}

static void
test_new_destroy (void)
{
  GtkWidget *pane = g_object_ref_sink (new_pane ());
  GtkWidget *grid = g_object_ref_sink (plumb_card_grid_new ());

  g_assert_finalize_object (pane);
  g_assert_finalize_object (grid);
}

static void
assert_equal_cards (GtkWidget *pane, int *last_x)
{
  GtkWidget *first = plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (pane), positions[0]);

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++) {
    GtkWidget *card = plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (pane), positions[i]);
    graphene_rect_t bounds;

    g_assert_nonnull (card);
    g_assert_cmpint (gtk_widget_get_width (card), ==, gtk_widget_get_width (first));
    g_assert_cmpint (gtk_widget_get_height (card), ==, gtk_widget_get_height (first));
    g_assert_cmpint (gtk_widget_get_height (card), >, 50);
    g_assert_true (gtk_widget_compute_bounds (card, pane, &bounds));
    last_x[i] = (int) bounds.origin.x;
  }
}

static void
test_four_equal_cards (void)
{
  for (int level = 1; level <= 3; level++) {
    GtkWidget *pane = new_pane ();
    GtkWidget *window;
    int x[4];

    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (pane), level);
    window = plumb_ui_test_show (pane, 1000, 900);
    assert_equal_cards (pane, x);
    g_assert_cmpint (x[0], <, x[1]);
    g_assert_cmpint (x[1], <, x[2]);
    g_assert_cmpint (x[2], <, x[3]);

    plumb_debate_pane_set_columns (PLUMB_DEBATE_PANE (pane), 2);
    plumb_ui_test_wait_for_frame (pane);
    assert_equal_cards (pane, x);
    g_assert_cmpint (x[0], ==, x[2]);
    g_assert_cmpint (x[1], ==, x[3]);
    g_assert_cmpint (x[0], <, x[1]);
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

static void
test_mirrors (void)
{
  GtkWidget *pane = new_pane ();
  GtkWidget *window;
  int x[4];

  for (GtkWidget *widget = plumb_ui_test_find (pane, PLUMB_TYPE_CARD_GRID); widget != NULL;
       widget = NULL) {
    gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  }
  window = plumb_ui_test_show (pane, 1000, 900);
  assert_equal_cards (pane, x);
  g_assert_cmpint (x[0], >, x[1]);
  g_assert_cmpint (x[2], >, x[3]);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_deepens (void)
{
  g_autoptr (PlumbLibrary) library = plumb_ui_test_open_library ();
  g_autoptr (PlumbTopic) topic = load (library);
  g_autoptr (GtkWidget) pane = g_object_ref_sink (plumb_debate_pane_new (library, topic->debate));

  for (guint i = 0; i < 4; i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (topic->debate->positions, i);
    g_autoptr (PlumbReason) reason = g_list_model_get_item (stance->reasons, 0);
    GtkWidget *card = plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (pane), stance->position);

    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (pane), 1);
    g_assert_nonnull (plumb_ui_test_find_label (card, stance->thesis));
    g_assert_null (plumb_ui_test_find_label (card, reason->text));
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (pane), 2);
    g_assert_nonnull (plumb_ui_test_find_label (card, reason->text));
    g_assert_null (plumb_ui_test_find_label (card, stance->objection));
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (pane), 3);
    g_assert_nonnull (plumb_ui_test_find_label (card, stance->objection));
    g_assert_nonnull (plumb_ui_test_find_label (card, stance->answer));
    plumb_debate_pane_set_level (PLUMB_DEBATE_PANE (pane), 1);
    g_assert_null (plumb_ui_test_find_label (card, stance->objection));
  }
}

static void
test_one_at_a_time (void)
{
  g_autoptr (GtkWidget) pane = g_object_ref_sink (new_pane ());
  guint n = 0;

  g_signal_connect (pane, "notify::columns", G_CALLBACK (plumb_ui_test_count_notify_cb), &n);
  plumb_debate_pane_set_columns (PLUMB_DEBATE_PANE (pane), 1);
  plumb_debate_pane_set_columns (PLUMB_DEBATE_PANE (pane), 1);
  g_assert_cmpuint (n, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++) {
    g_assert_true (plumb_debate_pane_show_position (PLUMB_DEBATE_PANE (pane), positions[i]));
    for (guint j = 0; j < G_N_ELEMENTS (positions); j++) {
      GtkWidget *card = plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (pane), positions[j]);

      g_assert_cmpint (gtk_widget_get_visible (card), ==, i == j);
    }
  }
  g_assert_false (plumb_debate_pane_show_position (PLUMB_DEBATE_PANE (pane), "undecided"));
}

static void
test_accessible (void)
{
  g_autoptr (GtkWidget) pane = g_object_ref_sink (new_pane ());
  GtkWidget *grid = plumb_ui_test_find (pane, PLUMB_TYPE_CARD_GRID);
  const char *const titles[] = { "Optimistic", "Pessimistic", "Moderate", "Skeptical" };

  gtk_test_accessible_assert_role (grid, GTK_ACCESSIBLE_ROLE_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++) {
    GtkWidget *card = plumb_debate_pane_get_card (PLUMB_DEBATE_PANE (pane), positions[i]);

    gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, titles[i]);
  }
}

/* A position is told by its shape, too: no two are alike, and none is bigger than another. */
static void
test_shapes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int shape = PLUMB_SHAPE_CIRCLE; shape <= PLUMB_SHAPE_TRIANGLE; shape++) {
    g_autoptr (GskPath) path = plumb_shape_to_path (shape, 0, 0, 100);
    graphene_rect_t bounds;
    guint inside = 0;

    g_assert_true (g_hash_table_add (seen, gsk_path_to_string (path)));
    g_assert_true (gsk_path_get_bounds (path, &bounds));
    for (int x = 0; x < 100; x++) {
      for (int y = 0; y < 100; y++) {
        inside += gsk_path_in_fill (path,
                                    &GRAPHENE_POINT_INIT (x + 0.5f, y + 0.5f),
                                    GSK_FILL_RULE_WINDING);
      }
    }
    /* A circle of radius 37.5 covers 4418 square pixels, give or take those at its edge. */
    g_assert_cmpuint (inside, >=, 4285);
    g_assert_cmpuint (inside, <=, 4551);
  }
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/debate/new-destroy", test_new_destroy);
  g_test_add_func ("/debate/four-equal-cards", test_four_equal_cards);
  g_test_add_func ("/debate/mirrors", test_mirrors);
  g_test_add_func ("/debate/deepens", test_deepens);
  g_test_add_func ("/debate/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/debate/accessible", test_accessible);
  g_test_add_func ("/debate/shapes", test_shapes);

  return g_test_run ();
}
