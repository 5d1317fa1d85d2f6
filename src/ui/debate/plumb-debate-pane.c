/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-debate-pane.h"

#include <glib/gi18n.h>

#include "plumb-card-grid.h"
#include "plumb-claim-marks.h"
#include "plumb-content.h"
#include "plumb-position-card.h"
#include "plumb-shape-mark.h"

/**
 * PlumbDebatePane:
 *
 * A question, what the positions agree on, and the positions side by side in equal cards.
 *
 * In one column one card shows at a time, under a row of buttons that bear the positions’ shapes.
 */
struct _PlumbDebatePane {
  GtkWidget parent_instance;

  guint columns;
  guint shown;

  GtkWidget *box;
  GtkWidget *switcher;
  GtkWidget *grid;
  GPtrArray *cards;
  GPtrArray *buttons;
};

G_DEFINE_FINAL_TYPE (PlumbDebatePane, plumb_debate_pane, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_COLUMNS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_debate_pane_dispose (GObject *object)
{
  PlumbDebatePane *self = PLUMB_DEBATE_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_debate_pane_parent_class)->dispose (object);
}

static void
plumb_debate_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbDebatePane *self = PLUMB_DEBATE_PANE (object);

  switch (prop_id) {
  case PROP_COLUMNS:
    g_value_set_uint (value, self->columns);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_debate_pane_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PlumbDebatePane *self = PLUMB_DEBATE_PANE (object);

  switch (prop_id) {
  case PROP_COLUMNS:
    plumb_debate_pane_set_columns (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_debate_pane_class_init (PlumbDebatePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_debate_pane_dispose;
  object_class->get_property = plumb_debate_pane_get_property;
  object_class->set_property = plumb_debate_pane_set_property;

  /**
   * PlumbDebatePane:columns:
   *
   * How many cards stand beside each other; with one, one card shows at a time.
   */
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns",
                                                NULL,
                                                NULL,
                                                1,
                                                4,
                                                4,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "debatepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_debate_pane_init (PlumbDebatePane *self)
{
  self->columns = 4;
  self->cards = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
update_visible (PlumbDebatePane *self)
{
  gtk_widget_set_visible (self->switcher, self->columns == 1);
  for (guint i = 0; i < self->cards->len; i++) {
    gtk_widget_set_visible (g_ptr_array_index (self->cards, i),
                            self->columns > 1 || i == self->shown);
  }
}

static void
toggled_cb (PlumbDebatePane *self, GtkToggleButton *button)
{
  guint i;

  if (gtk_toggle_button_get_active (button) && g_ptr_array_find (self->buttons, button, &i)) {
    self->shown = i;
    update_visible (self);
  }
}

static void
append_button (PlumbDebatePane *self, PlumbPosition *position)
{
  g_autofree char *class_name = g_strdup_printf ("position-%u", self->buttons->len + 1);
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), plumb_shape_mark_new (position->shape));
  gtk_widget_set_tooltip_text (button, position->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  position->title,
                                  -1);
  gtk_widget_add_css_class (button, class_name);
  gtk_widget_set_hexpand (button, TRUE);
  if (self->buttons->len > 0) {
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), self->buttons->len == self->shown);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self->switcher), button);
}

static void
append_shared (PlumbDebatePane *self, PlumbLibrary *library, PlumbDebate *debate)
{
  guint n = debate->shared != NULL ? g_list_model_get_n_items (debate->shared) : 0;
  GtkWidget *box;

  if (n == 0) {
    return;
  }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "shared");
  gtk_box_append (GTK_BOX (box),
                  plumb_content_label (C_ ("debate", "What they agree on"), "part-title", NULL));
  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbShared) shared = g_list_model_get_item (debate->shared, i);
    GtkWidget *item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

    gtk_box_append (GTK_BOX (item), plumb_content_prose (shared->text, NULL));
    plumb_claim_marks_append (GTK_BOX (item), library, shared->claims);
    gtk_box_append (GTK_BOX (box), item);
  }
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
append_hall_button (PlumbDebatePane *self)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("debate", "Open in Debate Hall"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.debate-hall");
  gtk_box_append (GTK_BOX (self->box), button);
}

static PlumbStance *
find_stance (PlumbDebate *debate, const char *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (debate->positions); i++) {
    g_autoptr (PlumbStance) stance = g_list_model_get_item (debate->positions, i);

    if (g_str_equal (stance->position, position)) {
      return g_steal_pointer (&stance);
    }
  }

  return NULL;
}

/**
 * plumb_debate_pane_new:
 * @library: the library, which says in which order the positions stand
 * @debate: the debate
 *
 * Creates a pane that shows the theses.
 *
 * Returns: (transfer floating): a new pane
 */
GtkWidget *
plumb_debate_pane_new (PlumbLibrary *library, PlumbDebate *debate)
{
  PlumbDebatePane *self = g_object_new (PLUMB_TYPE_DEBATE_PANE, NULL);
  GListModel *positions = plumb_library_get_file (library)->positions;
  guint n = positions != NULL ? g_list_model_get_n_items (positions) : 0;

  gtk_box_append (GTK_BOX (self->box), plumb_content_prose (debate->question, "question", NULL));

  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->switcher, "linked");
  gtk_widget_add_css_class (self->switcher, "position-switcher");
  gtk_box_append (GTK_BOX (self->box), self->switcher);
  self->grid = plumb_card_grid_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessibility", "Positions"),
                                  -1);
  gtk_box_append (GTK_BOX (self->box), self->grid);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbPosition) position = g_list_model_get_item (positions, i);
    g_autoptr (PlumbStance) stance = find_stance (debate, position->id);
    GtkWidget *card;

    if (stance == NULL) {
      continue;
    }
    card = plumb_position_card_new (library, position, i, stance);
    append_button (self, position);
    g_ptr_array_add (self->cards, card);
    plumb_card_grid_append (PLUMB_CARD_GRID (self->grid), card);
  }

  append_shared (self, library, debate);
  append_hall_button (self);
  update_visible (self);

  return GTK_WIDGET (self);
}

/**
 * plumb_debate_pane_set_level:
 * @self: a pane
 * @level: 1 to 3
 *
 * Shows all positions at the same depth.
 */
void
plumb_debate_pane_set_level (PlumbDebatePane *self, int level)
{
  g_return_if_fail (PLUMB_IS_DEBATE_PANE (self));

  for (guint i = 0; i < self->cards->len; i++) {
    plumb_position_card_set_level (g_ptr_array_index (self->cards, i), level);
  }
}

/**
 * plumb_debate_pane_set_next_level:
 * @self: a pane
 * @level: 1 to 3
 *
 * Shows the first position that is not at @level yet at @level: a quarter of plumb_debate_pane_set_level(), for when
 * the pane is not in view and there is no hurry.
 *
 * Returns: whether there was such a position
 */
gboolean
plumb_debate_pane_set_next_level (PlumbDebatePane *self, int level)
{
  g_return_val_if_fail (PLUMB_IS_DEBATE_PANE (self), FALSE);

  for (guint i = 0; i < self->cards->len; i++) {
    PlumbPositionCard *card = g_ptr_array_index (self->cards, i);

    if (plumb_position_card_get_level (card) != level) {
      plumb_position_card_set_level (card, level);
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * plumb_debate_pane_get_columns:
 * @self: a pane
 *
 * Returns: how many cards stand beside each other
 */
guint
plumb_debate_pane_get_columns (PlumbDebatePane *self)
{
  g_return_val_if_fail (PLUMB_IS_DEBATE_PANE (self), 1);

  return self->columns;
}

/**
 * plumb_debate_pane_set_columns:
 * @self: a pane
 * @columns: 1, 2 or 4
 *
 * Rearranges the cards.
 */
void
plumb_debate_pane_set_columns (PlumbDebatePane *self, guint columns)
{
  g_return_if_fail (PLUMB_IS_DEBATE_PANE (self));
  g_return_if_fail (columns >= 1 && columns <= 4);

  if (self->columns == columns) {
    return;
  }

  self->columns = columns;
  plumb_card_grid_set_columns (PLUMB_CARD_GRID (self->grid), columns);
  update_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
}

/**
 * plumb_debate_pane_get_card:
 * @self: a pane
 * @position: the id of a position
 *
 * Returns: (transfer none) (nullable): the card of that position
 */
GtkWidget *
plumb_debate_pane_get_card (PlumbDebatePane *self, const char *position)
{
  g_return_val_if_fail (PLUMB_IS_DEBATE_PANE (self), NULL);

  for (guint i = 0; i < self->cards->len; i++) {
    PlumbPositionCard *card = g_ptr_array_index (self->cards, i);

    if (g_strcmp0 (plumb_position_card_get_position (card)->id, position) == 0) {
      return GTK_WIDGET (card);
    }
  }

  return NULL;
}

/**
 * plumb_debate_pane_show_position:
 * @self: a pane
 * @position: the id of a position
 *
 * Brings the card of that position to the front, where one shows at a time.
 *
 * Returns: whether there is such a position
 */
gboolean
plumb_debate_pane_show_position (PlumbDebatePane *self, const char *position)
{
  GtkWidget *card = plumb_debate_pane_get_card (self, position);
  guint i;

  if (card == NULL || !g_ptr_array_find (self->cards, card, &i)) {
    return FALSE;
  }

  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);

  return TRUE;
}
