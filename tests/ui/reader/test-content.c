/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plumb-content.h"
#include "plumb-ui-test.h"

static void
test_direction (void)
{
  const struct {
    const char *lang;
    PlumbTextDirection declared;
    GtkTextDirection direction;
  } cases[] = {
    { "en", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_LTR },
    { "ar", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_RTL },
    { "ar-EG", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_RTL },
    { "arn", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_LTR },
    { "fa_IR", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_RTL },
    { "ckb", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_RTL },
    { "ps", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_RTL },
    { "zh-CN", PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_LTR },
    { "en", PLUMB_TEXT_DIRECTION_RTL, GTK_TEXT_DIR_RTL },
    { "ar", PLUMB_TEXT_DIRECTION_LTR, GTK_TEXT_DIR_LTR },
    { NULL, PLUMB_TEXT_DIRECTION_UNSET, GTK_TEXT_DIR_LTR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (plumb_content_direction (cases[i].lang, cases[i].declared),
                     ==,
                     cases[i].direction);
  }
}

static void
test_direction_reaches_all (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *prose = plumb_content_prose ("One <b>two</b>", NULL);

  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (inner), prose);
  plumb_content_set_direction (box, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (prose), ==, GTK_TEXT_DIR_RTL);
}

static void
test_heading (void)
{
  g_autoptr (GtkWidget)
      heading = g_object_ref_sink (plumb_content_heading ("Title & more", 2, "extra", NULL));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (heading)), ==, "Title & more");
  g_assert_true (gtk_widget_has_css_class (heading, "extra"));
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
}

typedef struct {
  char *href;
  GdkRectangle rectangle;
} Followed;

static void
follow_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Followed *followed = user_data;

  g_variant_get (parameter,
                 "(siiii)",
                 &followed->href,
                 &followed->rectangle.x,
                 &followed->rectangle.y,
                 &followed->rectangle.width,
                 &followed->rectangle.height);
}

/* Following a link says where it leads, and where in the window it is. */
static void
test_follow (void)
{
  GtkWidget *prose = plumb_content_prose ("Some words, then a <a href='term:proxy'>stand-in</a>.",
                                          NULL);
  GtkWidget *window = plumb_ui_test_show (prose, 600, 200);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("follow", G_VARIANT_TYPE ("(siiii)"));
  Followed followed = { 0 };
  gboolean handled = FALSE;

  g_signal_connect (action, "activate", G_CALLBACK (follow_cb), &followed);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));

  g_signal_emit_by_name (prose, "activate-link", "term:proxy", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (followed.href, ==, "term:proxy");
  g_assert_cmpint (followed.rectangle.x, >, 40);
  g_assert_cmpint (followed.rectangle.width, >, 10);
  g_assert_cmpint (followed.rectangle.width, <, 200);

  g_free (followed.href);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_bullets (void)
{
  const char *const items[] = { "One", "Two <i>and</i>", NULL };
  g_autoptr (GtkWidget) bullets = g_object_ref_sink (plumb_content_bullets (items, TRUE));

  gtk_test_accessible_assert_role (bullets, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_nonnull (plumb_ui_test_find_label (bullets, "1."));
  g_assert_nonnull (plumb_ui_test_find_label (bullets, "Two and"));
}

int
main (int argc, char *argv[])
{
  plumb_ui_test_init (&argc, &argv);

  g_test_add_func ("/content/direction", test_direction);
  g_test_add_func ("/content/direction-reaches-all", test_direction_reaches_all);
  g_test_add_func ("/content/heading", test_heading);
  g_test_add_func ("/content/follow", test_follow);
  g_test_add_func ("/content/bullets", test_bullets);

  return g_test_run ();
}
