/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-position-card.h"

#include <glib/gi18n.h>

#include "plumb-claim-marks.h"
#include "plumb-content.h"
#include "plumb-holder-words.h"
#include "plumb-shape-mark.h"
#include "plumb-sources-view.h"

/**
 * PlumbPositionCard:
 *
 * One position in a debate: its name and shape, what it says, and, the deeper one reads, its reasons, who holds it,
 * the strongest objection to it, its holders’ answer and where they give it.
 *
 * ## Accessibility
 *
 * The card is an item of the list of positions, labelled with the position’s name.
 */
struct _PlumbPositionCard {
  GtkWidget parent_instance;

  PlumbLibrary *library;
  PlumbPosition *position;
  PlumbStance *stance;
  int level;

  GtkWidget *box;
  GtkWidget *part[3];
};

G_DEFINE_FINAL_TYPE (PlumbPositionCard, plumb_position_card, GTK_TYPE_WIDGET)

static void
plumb_position_card_dispose (GObject *object)
{
  PlumbPositionCard *self = PLUMB_POSITION_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->library);
  g_clear_object (&self->position);
  g_clear_object (&self->stance);

  G_OBJECT_CLASS (plumb_position_card_parent_class)->dispose (object);
}

static void
plumb_position_card_class_init (PlumbPositionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_position_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "positioncard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
plumb_position_card_init (PlumbPositionCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  /* The stroke at the top runs over the corners of the card otherwise. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
new_part (const char *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (part), plumb_content_label (title, "part-title", NULL));

  return part;
}

static GtkWidget *
build_reasons (PlumbPositionCard *self)
{
  GtkWidget *part = new_part (C_ ("position", "Reasons"));
  guint n = g_list_model_get_n_items (self->stance->reasons);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) claim_builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_auto (GStrv) claims = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbReason) reason = g_list_model_get_item (self->stance->reasons, i);

    g_strv_builder_add (builder, reason->text);
    if (reason->claims != NULL) {
      g_strv_builder_addv (claim_builder, (const char **) reason->claims);
    }
  }
  texts = g_strv_builder_end (builder);
  claims = g_strv_builder_end (claim_builder);
  gtk_box_append (GTK_BOX (part), plumb_content_bullets ((const char *const *) texts, FALSE));
  plumb_claim_marks_append (GTK_BOX (part), self->library, claims);

  return part;
}

static GtkWidget *
build_holders (PlumbPositionCard *self)
{
  GtkWidget *part = new_part (C_ ("position", "Who holds it"));
  guint n = self->stance->holders != NULL ? g_list_model_get_n_items (self->stance->holders) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbHolder) holder = g_list_model_get_item (self->stance->holders, i);
    g_autofree char *markup = plumb_holder_to_markup (holder, self->library);

    gtk_box_append (GTK_BOX (part), plumb_content_prose (markup, "holder", NULL));
  }
  gtk_widget_set_visible (part, n > 0);

  return part;
}

static GtkWidget *
build_depths (PlumbPositionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *part;

  if (self->stance->objection != NULL) {
    part = new_part (C_ ("position", "Strongest objection"));
    gtk_box_append (GTK_BOX (part), plumb_content_prose (self->stance->objection, NULL));
    gtk_box_append (GTK_BOX (box), part);
  }
  if (self->stance->answer != NULL) {
    part = new_part (C_ ("position", "What its holders answer"));
    gtk_box_append (GTK_BOX (part), plumb_content_prose (self->stance->answer, NULL));
    gtk_box_append (GTK_BOX (box), part);
  }
  if (self->stance->sources != NULL && self->stance->sources[0] != NULL) {
    part = new_part (C_ ("position", "Sources"));
    for (guint i = 0; self->stance->sources[i] != NULL; i++) {
      g_autoptr (PlumbSource)
          source = plumb_library_lookup_source (self->library, self->stance->sources[i]);
      g_autofree char *markup = NULL;
      g_autofree char *name = NULL;

      if (source == NULL) {
        continue;
      }
      name = plumb_source_get_short_name (source);
      markup = g_markup_printf_escaped ("<a href='source:%s'>%s</a>", source->id, name);
      gtk_box_append (GTK_BOX (part), plumb_content_prose (markup, "holder", NULL));
    }
    gtk_box_append (GTK_BOX (box), part);
  }

  return box;
}

/**
 * plumb_position_card_new:
 * @library: where the people and sources are looked up
 * @position: the position
 * @number: its place among the positions, from 0, which gives it its colour
 * @stance: what it says in this debate
 *
 * Creates a card that shows the thesis.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
plumb_position_card_new (PlumbLibrary *library,
                         PlumbPosition *position,
                         guint number,
                         PlumbStance *stance)
{
  PlumbPositionCard *self = g_object_new (PLUMB_TYPE_POSITION_CARD, NULL);
  g_autofree char *class_name = g_strdup_printf ("position-%u", number + 1);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *shape = plumb_shape_mark_new (position->shape);
  GtkWidget *name = plumb_content_heading (position->title, 3, "position-name", NULL);

  self->library = g_object_ref (library);
  self->position = g_object_ref (position);
  self->stance = g_object_ref (stance);
  self->level = 1;

  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
  gtk_box_append (GTK_BOX (header), shape);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (header), name);
  gtk_box_append (GTK_BOX (self->box), header);
  gtk_box_append (GTK_BOX (self->box), plumb_content_prose (stance->thesis, "thesis", NULL));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  position->title,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * plumb_position_card_get_level:
 * @self: a card
 *
 * Returns: the depth at which it shows the position
 */
int
plumb_position_card_get_level (PlumbPositionCard *self)
{
  g_return_val_if_fail (PLUMB_IS_POSITION_CARD (self), 1);

  return self->level;
}

/**
 * plumb_position_card_set_level:
 * @self: a card
 * @level: 1 for the thesis, 2 for the reasons and holders too, 3 for all
 *
 * Shows the position at a depth. What lies deeper is built when it is first asked for.
 */
void
plumb_position_card_set_level (PlumbPositionCard *self, int level)
{
  GtkWidget *(*const builders[]) (
      PlumbPositionCard *) = { build_reasons, build_depths, build_holders };
  const int depth[] = { 2, 3, 2 };

  g_return_if_fail (PLUMB_IS_POSITION_CARD (self));

  self->level = level;

  for (guint i = 0; i < G_N_ELEMENTS (builders); i++) {
    if (self->part[i] == NULL && level >= depth[i]) {
      GtkWidget *after = gtk_widget_get_last_child (self->box);

      /* The holders stand last at every depth, whichever part is built first. */
      if (i == 1 && self->part[2] != NULL) {
        after = self->part[0];
      }
      self->part[i] = builders[i](self);
      gtk_box_insert_child_after (GTK_BOX (self->box), self->part[i], after);
      plumb_content_set_direction (self->part[i], gtk_widget_get_direction (GTK_WIDGET (self)));
    }
    if (self->part[i] != NULL) {
      gtk_widget_set_visible (self->part[i], level >= depth[i]);
    }
  }
}

/**
 * plumb_position_card_get_position:
 * @self: a card
 *
 * Returns: (transfer none): the position that it shows
 */
PlumbPosition *
plumb_position_card_get_position (PlumbPositionCard *self)
{
  g_return_val_if_fail (PLUMB_IS_POSITION_CARD (self), NULL);

  return self->position;
}
