/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-weigh-result.h"

#include <glib/gi18n.h>
#include <plumb-weighing-words.h>

#include "plumb-content.h"
#include "plumb-picture-view.h"
#include "plumb-shape-mark.h"
#include "plumb-wrapping.h"

/**
 * PlumbWeighResult:
 *
 * What comes of a reader’s answers: how close they are to each of the positions, as a picture and in words, which
 * statement would move that most, where answers go ill together, and how it is reckoned. The positions are always in the
 * order of the library.
 *
 * ## CSS nodes
 *
 * `article`, with the style class `.weigh-result`.
 *
 * ## Accessibility
 *
 * A group that is named by its heading. It does not speak by itself: the page says what changed once the reader has
 * paused.
 */
struct _PlumbWeighResult {
  GtkBox parent_instance;

  /* The page’s. */
  PlumbWeighing *weighing;

  GtkWidget *picture;
  GtkWidget *positions;
  GPtrArray *closeness;
  GPtrArray *moves;
  GtkWidget *move;
  GtkWidget *conflicts_heading;
  GtkWidget *conflicts;
  GtkWidget *expander;
};

G_DEFINE_FINAL_TYPE (PlumbWeighResult, plumb_weigh_result, GTK_TYPE_BOX)

static PlumbPicture *
plan_cb (const PlumbPictureStyle *style, gpointer user_data)
{
  PlumbWeighResult *self = user_data;

  return self->weighing != NULL ? plumb_picture_new_scales (self->weighing, style) : NULL;
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_widget_set_visible (label, text != NULL);
  if (text != NULL && g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0) {
    gtk_label_set_text (GTK_LABEL (label), text);
  }
}

static GtkWidget *
new_label (const char *class_name)
{
  GtkWidget *label = plumb_content_label (NULL, class_name, NULL);

  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
build_positions (PlumbWeighResult *self)
{
  PlumbCruxSet *set = plumb_weighing_get_set (self->weighing);

  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    PlumbPosition *position = plumb_crux_set_get_position (set, i);
    GtkWidget *item =
        g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
    GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    GtkWidget *shape = plumb_shape_mark_new (position->shape);
    g_autofree char *class_name = g_strdup_printf ("position-%u", i + 1);

    gtk_widget_set_valign (shape, GTK_ALIGN_START);
    gtk_widget_add_css_class (shape, class_name);
    gtk_widget_add_css_class (item, "weigh-position");
    g_ptr_array_add (self->closeness, new_label ("weigh-closeness"));
    g_ptr_array_add (self->moves, new_label ("fact"));
    gtk_box_append (GTK_BOX (texts), g_ptr_array_index (self->closeness, i));
    gtk_box_append (GTK_BOX (texts), g_ptr_array_index (self->moves, i));
    gtk_box_append (GTK_BOX (item), shape);
    gtk_box_append (GTK_BOX (item), texts);
    gtk_box_append (GTK_BOX (self->positions), item);
  }
}

static void
update_positions (PlumbWeighResult *self)
{
  for (guint i = 0; i < self->closeness->len; i++) {
    g_autofree char *closeness = plumb_weighing_to_sentence (self->weighing, i);
    g_autofree char *sentence = NULL;
    PlumbMove move;

    set_text (g_ptr_array_index (self->closeness, i), closeness);
    if (plumb_weighing_get_n_counted (self->weighing, i) > 0 &&
        plumb_weighing_get_largest_move (self->weighing, i, &move)) {
      sentence = plumb_move_to_sentence (self->weighing, i, &move);
    }
    set_text (g_ptr_array_index (self->moves, i), sentence);
  }
}

static void
update_move (PlumbWeighResult *self)
{
  g_autofree char *sentence = NULL;
  PlumbMove move;

  if (plumb_weighing_get_n_answered (self->weighing) > 0 &&
      plumb_weighing_get_largest_move (self->weighing, PLUMB_ALL_POSITIONS, &move)) {
    sentence = plumb_move_to_sentence (self->weighing, PLUMB_ALL_POSITIONS, &move);
  }
  set_text (self->move, sentence != NULL ? sentence : _ ("Nothing to go by yet."));
}

static void
update_conflicts (PlumbWeighResult *self)
{
  GArray *conflicts = plumb_weighing_get_conflicts (self->weighing);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < conflicts->len; i++) {
    g_strv_builder_take (
        builder,
        plumb_conflict_to_sentence (self->weighing, &g_array_index (conflicts, PlumbConflict, i)));
  }
  sentences = g_strv_builder_end (builder);
  text = g_strjoinv ("\n\n", sentences);
  set_text (self->conflicts, conflicts->len > 0 ? text : _ ("None of your answers do."));
}

/* How it is reckoned, in words and as a formula that is read aloud in words. */
static void
expanded_cb (PlumbWeighResult *self)
{
  GtkExpander *expander = GTK_EXPANDER (self->expander);
  g_auto (GStrv) paragraphs = NULL;
  GtkWidget *box;
  GtkWidget *formula;
  GtkWidget *key;

  if (!gtk_expander_get_expanded (expander) || gtk_expander_get_child (expander) != NULL) {
    return;
  }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (box, "weigh-explanation");
  formula = plumb_content_prose (plumb_weighing_get_formula (), NULL);
  gtk_widget_set_direction (formula, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (formula),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plumb_weighing_get_spoken_formula (),
                                  -1);
  gtk_box_append (GTK_BOX (box), formula);
  key = plumb_content_prose (_ ("<i>p</i> is your answer and <i>r</i> the position’s, both in "
                                "percent. <i>w</i> is how much it matters: 0, 1, 2 or 3."),
                             "fact",
                             NULL);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), plumb_content_label (plumb_weighing_get_spoken_formula (), NULL));
  paragraphs = plumb_weighing_dup_explanation ();
  for (guint i = 0; paragraphs[i] != NULL; i++) {
    gtk_box_append (GTK_BOX (box), plumb_content_label (paragraphs[i], NULL));
  }
  gtk_expander_set_child (expander, box);
}

static void
plumb_weigh_result_finalize (GObject *object)
{
  PlumbWeighResult *self = PLUMB_WEIGH_RESULT (object);

  g_ptr_array_unref (self->closeness);
  g_ptr_array_unref (self->moves);

  G_OBJECT_CLASS (plumb_weigh_result_parent_class)->finalize (object);
}

static void
plumb_weigh_result_class_init (PlumbWeighResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = plumb_weigh_result_finalize;

  gtk_widget_class_set_css_name (widget_class, "article");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_weigh_result_init (PlumbWeighResult *self)
{
  GtkBox *box = GTK_BOX (self);
  GtkWidget *heading = plumb_content_heading (_ ("How Close You Are"), 2, NULL);

  self->closeness = g_ptr_array_new ();
  self->moves = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "weigh-result");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading,
                                  NULL,
                                  -1);

  self->picture = plumb_picture_view_new ();
  plumb_picture_view_set_plan_func (PLUMB_PICTURE_VIEW (self->picture), plan_cb, self);
  self->positions = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation",
                                  GTK_ORIENTATION_VERTICAL,
                                  NULL);
  gtk_widget_add_css_class (self->positions, "weigh-positions");
  self->move = new_label ("weigh-move");
  self->conflicts_heading = plumb_content_heading (_ ("Answers That Go Ill Together"), 3, NULL);
  self->conflicts = new_label ("weigh-conflicts");
  self->expander = plumb_wrapping_expander_new (_ ("How This Is Reckoned"));
  g_signal_connect_object (self->expander,
                           "notify::expanded",
                           G_CALLBACK (expanded_cb),
                           self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (box, heading);
  gtk_box_append (box, self->picture);
  gtk_box_append (box, plumb_content_heading (_ ("What Would Move It Most"), 3, NULL));
  gtk_box_append (box, self->move);
  gtk_box_append (box, plumb_content_heading (_ ("Position by Position"), 3, NULL));
  gtk_box_append (box, self->positions);
  gtk_box_append (box, self->conflicts_heading);
  gtk_box_append (box, self->conflicts);
  gtk_box_append (box, self->expander);
}

/**
 * plumb_weigh_result_set_weighing:
 * @self: a result
 * @weighing: (nullable): what to show; it has to live until another is set
 *
 * Shows what comes of answers.
 */
void
plumb_weigh_result_set_weighing (PlumbWeighResult *self, PlumbWeighing *weighing)
{
  g_return_if_fail (PLUMB_IS_WEIGH_RESULT (self));

  self->weighing = weighing;
  if (weighing == NULL) {
    return;
  }

  if (self->closeness->len == 0) {
    build_positions (self);
  }
  plumb_picture_view_update (PLUMB_PICTURE_VIEW (self->picture));
  update_positions (self);
  update_move (self);
  update_conflicts (self);
}

/**
 * plumb_weigh_result_dup_sentences:
 * @weighing: what comes of answers
 *
 * Returns: (transfer full): how close they are to each position, to be read aloud
 */
char *
plumb_weigh_result_dup_sentences (PlumbWeighing *weighing)
{
  PlumbCruxSet *set = plumb_weighing_get_set (weighing);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  for (guint i = 0; i < plumb_crux_set_get_n_positions (set); i++) {
    g_strv_builder_take (builder, plumb_weighing_to_sentence (weighing, i));
  }
  sentences = g_strv_builder_end (builder);

  return g_strjoinv (" ", sentences);
}
