/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "figure-fixtures.h"

#include "plumb-flow-plan.h"
#include "plumb-flow-view.h"

static PlumbFlow *
recipe (void)
{
  return fixture_flow (
      "A typical recipe",
      fixture_step ("Predict", "On a <i>great</i> deal of text.", NULL),
      fixture_step ("Imitate", "Copy good answers.", NULL),
      fixture_step ("RLHF", NULL, "DPO"),
      fixture_step ("Check", NULL, NULL),
      fixture_step ("Limit", "Inside and around.", "safety training|outside filters"),
      NULL);
}

static PlumbFlow *
linked (void)
{
  return fixture_flow (
      "With links",
      fixture_step ("Predict", "<a href='term:pretraining'>Pretraining</a>.", NULL),
      fixture_step ("Imitate", "No link here.", NULL),
      NULL);
}

static PlumbFlow *
endless (void)
{
  return fixture_flow (
      "Long",
      fixture_step (
          "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.",
          "Kraftfahrzeughaftpflichtversicherung|Rechtsschutzversicherungsgesellschaften"),
      fixture_step ("短い", "价值对齐问题没有简单的答案，因为价值本身并不简单。", NULL),
      NULL);
}

static PlumbFlow *
one (void)
{
  return fixture_flow ("One", fixture_step ("Only", "Alone.", NULL), NULL);
}

static PlumbFlow *
none (void)
{
  return fixture_flow ("None", NULL);
}

static PlumbFlow *(*const flows[]) (void) = { recipe, linked, endless, one, none };

static void
test_new_destroy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flows); i++) {
    g_autoptr (PlumbFlow) flow = flows[i]();
    GtkWidget *view = g_object_ref_sink (plumb_flow_view_new (flow));

    g_assert_true (plumb_flow_view_get_flow (PLUMB_FLOW_VIEW (view)) == flow);
    g_assert_finalize_object (view);
    g_assert_finalize_object (g_steal_pointer (&flow));
  }
}

static void
test_measure (void)
{
  for (gsize i = 0; i < 4; i++) {
    g_autoptr (PlumbFlow) flow = flows[i]();
    g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_flow_view_new (flow));

    fixture_assert_measure (view);
  }
}

/* Nothing is cut off, at any width, in either direction, and at twice the text size. */
static void
test_inside (void)
{
  const double widths[] = { 300, 336, 360, 700, 800, 1200 };
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  const int sizes[] = { 11, 22 };

  for (gsize i = 0; i < 4 * G_N_ELEMENTS (widths) * 4; i++) {
    double width = widths[i / 4 % G_N_ELEMENTS (widths)];
    g_autoptr (PlumbFlow) flow = flows[i % 4]();
    g_autoptr (PlumbFlowPlan) plan = NULL;
    g_auto (PlumbFigureStyle) style = { NULL };
    GtkSnapshot *snapshot = gtk_snapshot_new ();

    fixture_style (&style,
                   directions[i / (4 * G_N_ELEMENTS (widths)) % 2],
                   sizes[i / (4 * G_N_ELEMENTS (widths)) / 2]);
    g_assert_cmpfloat (plumb_flow_min_width (&style), <=, 300);
    plan = plumb_flow_plan_new (flow, &style, width);
    g_assert_cmpfloat (plumb_flow_plan_get_width (plan), ==, width);
    plumb_flow_plan_draw (plan, snapshot, &style, TRUE);
    fixture_assert_inside (snapshot, width, plumb_flow_plan_get_height (plan));
  }
}

/* Where a note has links a label stands, and the drawing leaves it out; on paper it is drawn. */
static void
test_notes (void)
{
  g_autoptr (PlumbFlow) flow = linked ();
  g_auto (PlumbFigureStyle) style = { NULL };
  g_autoptr (PlumbFlowPlan) plan = NULL;
  PlumbFlowBox note;
  const PlumbFlowBox *boxes;
  guint n_boxes;

  fixture_style (&style, GTK_TEXT_DIR_LTR, 11);
  plan = plumb_flow_plan_new (flow, &style, 700);
  boxes = plumb_flow_plan_get_boxes (plan, &n_boxes);

  g_assert_cmpuint (n_boxes, ==, 2);
  g_assert_true (plumb_flow_plan_get_note (plan, 0, &note));
  g_assert_cmpfloat (note.x, >, boxes[0].x);
  g_assert_cmpfloat (note.x + note.width, <, boxes[0].x + boxes[0].width);
  g_assert_cmpfloat (note.y + note.height, <, boxes[0].y + boxes[0].height);
}

static void
test_mirrored (void)
{
  g_autoptr (PlumbFlow) flow = recipe ();
  g_auto (PlumbFigureStyle) ltr = { NULL };
  g_auto (PlumbFigureStyle) rtl = { NULL };
  g_autoptr (PlumbFlowPlan) plan = NULL;
  g_autoptr (PlumbFlowPlan) mirrored = NULL;
  const PlumbFlowBox *boxes, *other;
  guint n_boxes;

  fixture_style (&ltr, GTK_TEXT_DIR_LTR, 11);
  fixture_style (&rtl, GTK_TEXT_DIR_RTL, 11);
  plan = plumb_flow_plan_new (flow, &ltr, 700);
  mirrored = plumb_flow_plan_new (flow, &rtl, 700);
  boxes = plumb_flow_plan_get_boxes (plan, &n_boxes);
  other = plumb_flow_plan_get_boxes (mirrored, &n_boxes);

  g_assert_cmpfloat (boxes[0].x, ==, 0);
  for (guint i = 0; i < n_boxes; i++) {
    g_assert_cmpfloat_with_epsilon (boxes[i].x, 700 - other[i].x - other[i].width, 0.01);
    g_assert_cmpfloat_with_epsilon (boxes[i].height, other[i].height, 0.01);
  }
}

static void
test_accessible (void)
{
  g_autoptr (PlumbFlow) flow = recipe ();
  g_autoptr (PlumbFlow) with_links = linked ();
  g_autoptr (GtkWidget) view = g_object_ref_sink (plumb_flow_view_new (flow));
  g_autoptr (GtkWidget) live = g_object_ref_sink (plumb_flow_view_new (with_links));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "A typical recipe");
  gtk_test_accessible_assert_property (
      view,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Step 1 of 5: Predict. On a great deal of text. Step 2 of 5: Imitate. Copy good answers. "
      "Step 3 of 5: RLHF or DPO. Step 4 of 5: Check. "
      "Step 5 of 5: Limit. One of these: safety training or outside filters. Inside and around.");

  /* A picture has nothing in it that could be reached. */
  gtk_test_accessible_assert_role (live, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
link_cb (GtkWidget *view, const char *href, GtkLabel *label, gpointer user_data)
{
  char **followed = user_data;

  g_assert_true (GTK_IS_LABEL (label));
  g_assert_null (*followed);
  *followed = g_strdup (href);
}

/* Tab reaches the link, and Enter follows it. */
static void
test_links (void)
{
  g_autoptr (PlumbFlow) flow = linked ();
  GtkWidget *view = plumb_flow_view_new (flow);
  g_autofree char *followed = NULL;
  GtkWindow *window = fixture_show (view, 700);
  GtkWidget *label = fixture_find (view, GTK_TYPE_LABEL, "flow-note");
  graphene_rect_t bounds;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, view, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 350);

  g_signal_connect (view, "activate-link", G_CALLBACK (link_cb), &followed);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (window) == label);
  g_signal_emit_by_name (label, "activate-current-link");
  g_assert_cmpstr (followed, ==, "term:pretraining");

  gtk_window_destroy (window);
}

static void
test_redraw (void)
{
  g_autoptr (PlumbFlow) flow = recipe ();
  GtkWidget *view = plumb_flow_view_new (flow);
  GtkWindow *window = fixture_show (view, 700);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  int height = gtk_widget_get_height (view);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  fixture_wait_frames (view);
  g_assert_cmpint (gtk_widget_get_height (view), ==, height);

  gtk_widget_set_direction (view, GTK_TEXT_DIR_RTL);
  fixture_wait_frames (view);

  /* Twice the text makes a stack of the row. */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  fixture_wait_frames (view);
  g_assert_cmpint (gtk_widget_get_height (view), >, height + height / 2);

  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (window);
}

/* What a reader sets for easier reading holds in the drawing as in the labels, which stay in their places. */
static void
test_spacing (void)
{
  g_autoptr (PlumbFlow) flow = recipe ();
  g_autoptr (PlumbFlow) with_links = linked ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = plumb_flow_view_new (flow);
  GtkWidget *live = plumb_flow_view_new (with_links);
  GtkWidget *label = fixture_find (live, GTK_TYPE_LABEL, "flow-note");
  GtkWindow *window;
  int before, after, live_before, label_before;

  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), live);
  window = fixture_show (box, 340);
  before = gtk_widget_get_height (view);
  live_before = gtk_widget_get_height (live);
  label_before = gtk_widget_get_height (label);

  gtk_css_provider_load_from_string (provider, "flow { line-height: 2; letter-spacing: 2px; }");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (view),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  fixture_wait_frames (box);
  after = gtk_widget_get_height (view);
  g_assert_cmpint (after, >, before + 60);
  /* The label is higher, and its box by that much and more, for the name is too. */
  g_assert_cmpint (gtk_widget_get_height (label), >, label_before);
  g_assert_cmpint (gtk_widget_get_height (live) - live_before,
                   >,
                   gtk_widget_get_height (label) - label_before);

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (view),
                                                 GTK_STYLE_PROVIDER (provider));
  fixture_wait_frames (box);
  g_assert_cmpint (gtk_widget_get_height (view), ==, before);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/figures/flow-view/new-destroy", test_new_destroy);
  g_test_add_func ("/figures/flow-view/measure", test_measure);
  g_test_add_func ("/figures/flow-view/inside", test_inside);
  g_test_add_func ("/figures/flow-view/notes", test_notes);
  g_test_add_func ("/figures/flow-view/mirrored", test_mirrored);
  g_test_add_func ("/figures/flow-view/accessible", test_accessible);
  g_test_add_func ("/figures/flow-view/links", test_links);
  g_test_add_func ("/figures/flow-view/redraw", test_redraw);
  g_test_add_func ("/figures/flow-view/spacing", test_spacing);

  return g_test_run ();
}
