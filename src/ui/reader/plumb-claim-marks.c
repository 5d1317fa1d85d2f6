/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-claim-marks.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plumb-article.h"
#include "plumb-claim-mark.h"

#include <plumb-markup.h>

#define N_KINDS (PLUMB_CLAIM_KIND_OPINION + 1)
#define N_CONFIDENCES (PLUMB_CONFIDENCE_SPECULATIVE + 1)

/**
 * PlumbClaimMarks:
 *
 * What a part of the text claims: a [class@ClaimMark] for each kind and confidence, in one order everywhere, however
 * many claims there are.
 *
 * Whether it is shown is up to the [class@Article] that it stands in. Its marks are made when they are first shown: who
 * has switched them off does not wait for them.
 *
 * ## Accessibility
 *
 * The marks are a group of links after the text, which is read without them. Each is described by the statements that
 * it stands for; those of another topic are looked up when the keyboard comes to it.
 */
struct _PlumbClaimMarks {
  GtkWidget parent_instance;

  PlumbLibrary *library;
  GStrv claims;
  PlumbArticle *article;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (PlumbClaimMarks, plumb_claim_marks, GTK_TYPE_WIDGET)

static PlumbClaim *
find_own_claim (PlumbClaimMarks *self, const char *id)
{
  GListModel *claims = plumb_article_get_topic (self->article)->claims;
  guint n = claims != NULL ? g_list_model_get_n_items (claims) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PlumbClaim) claim = g_list_model_get_item (claims, i);

    if (g_str_equal (claim->id, id)) {
      return g_steal_pointer (&claim);
    }
  }

  return NULL;
}

/* What the claims of @href state. Returns NULL where that is not all known. */
static char *
describe (PlumbClaimMarks *self, const char *href, gboolean look_up)
{
  g_auto (GStrv) ids = g_strsplit (href + strlen ("claim:"), ",", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PlumbClaim) claim = find_own_claim (self, ids[i]);
    g_autofree char *plain = NULL;

    if (claim == NULL && look_up) {
      claim = plumb_library_lookup_claim (self->library, ids[i], NULL);
    }
    if (claim == NULL) {
      return NULL;
    }
    plain = plumb_markup_to_plain (claim->text);
    if (i > 0) {
      g_string_append_c (text, ' ');
    }
    g_string_append (text, plain);
  }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update_description (PlumbClaimMarks *self, GtkWidget *mark, gboolean look_up)
{
  g_autofree char *text = describe (self,
                                    plumb_claim_mark_get_href (PLUMB_CLAIM_MARK (mark)),
                                    look_up);

  if (text != NULL) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (mark),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text,
                                    -1);
  }
}

static gboolean
get_kind (PlumbClaimMarks *self, const char *id, PlumbClaimKind *kind, PlumbConfidence *confidence)
{
  g_autoptr (PlumbClaim) claim = find_own_claim (self, id);

  if (claim == NULL) {
    return plumb_library_peek_claim (self->library, id, kind, confidence);
  }

  *kind = claim->kind;
  *confidence = claim->confidence;

  return TRUE;
}

static void
fill (PlumbClaimMarks *self)
{
  GString *hrefs[N_KINDS][N_CONFIDENCES] = { 0 };
  guint counts[N_KINDS][N_CONFIDENCES] = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  self->filled = TRUE;
  for (guint i = 0; self->claims[i] != NULL; i++) {
    PlumbClaimKind kind;
    PlumbConfidence confidence;
    GString **href;

    /* The reasons of a position may rest on the same claim. */
    if (!g_hash_table_add (seen, self->claims[i]) ||
        !get_kind (self, self->claims[i], &kind, &confidence)) {
      continue;
    }
    href = &hrefs[kind][confidence];
    if (*href == NULL) {
      *href = g_string_new ("claim:");
    } else {
      g_string_append_c (*href, ',');
    }
    g_string_append (*href, self->claims[i]);
    counts[kind][confidence]++;
  }

  for (guint kind = 0; kind < N_KINDS; kind++) {
    for (guint confidence = 0; confidence < N_CONFIDENCES; confidence++) {
      GString *href = hrefs[kind][confidence];
      GtkWidget *mark;

      if (href == NULL) {
        continue;
      }
      mark = plumb_claim_mark_new ((PlumbClaimKind) kind,
                                   (PlumbConfidence) confidence,
                                   counts[kind][confidence],
                                   href->str);
      gtk_widget_set_direction (mark, gtk_widget_get_direction (GTK_WIDGET (self)));
      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      update_description (self, mark, FALSE);
      g_string_free (href, TRUE);
    }
  }
}

static void
update_shown (PlumbClaimMarks *self)
{
  gboolean shown = plumb_article_get_claim_marks (self->article);

  if (shown && !self->filled) {
    fill (self);
  }
  /* A library that is not whole may name claims that nobody makes. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          shown && gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static void
plumb_claim_marks_root (GtkWidget *widget)
{
  PlumbClaimMarks *self = PLUMB_CLAIM_MARKS (widget);
  GtkWidget *article = gtk_widget_get_ancestor (widget, PLUMB_TYPE_ARTICLE);

  GTK_WIDGET_CLASS (plumb_claim_marks_parent_class)->root (widget);

  if (article != NULL) {
    self->article = PLUMB_ARTICLE (article);
    g_signal_connect_swapped (article, "notify::claim-marks", G_CALLBACK (update_shown), self);
    update_shown (self);
  }
}

static void
plumb_claim_marks_unroot (GtkWidget *widget)
{
  PlumbClaimMarks *self = PLUMB_CLAIM_MARKS (widget);

  if (self->article != NULL) {
    g_signal_handlers_disconnect_by_func (self->article, update_shown, self);
    self->article = NULL;
  }

  GTK_WIDGET_CLASS (plumb_claim_marks_parent_class)->unroot (widget);
}

static void
plumb_claim_marks_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  PlumbClaimMarks *self = PLUMB_CLAIM_MARKS (widget);

  if (child != NULL && self->article != NULL) {
    update_description (self, child, TRUE);
  }

  GTK_WIDGET_CLASS (plumb_claim_marks_parent_class)->set_focus_child (widget, child);
}

static void
plumb_claim_marks_dispose (GObject *object)
{
  PlumbClaimMarks *self = PLUMB_CLAIM_MARKS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_pointer (&self->claims, g_strfreev);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plumb_claim_marks_parent_class)->dispose (object);
}

static void
plumb_claim_marks_class_init (PlumbClaimMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_claim_marks_dispose;
  widget_class->root = plumb_claim_marks_root;
  widget_class->unroot = plumb_claim_marks_unroot;
  widget_class->set_focus_child = plumb_claim_marks_set_focus_child;

  gtk_widget_class_set_layout_manager_type (widget_class, ADW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimmarks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_claim_marks_init (PlumbClaimMarks *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  adw_wrap_layout_set_child_spacing (ADW_WRAP_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      /* Translators: a group of links, each to a claim that a paragraph makes. */
      C_ ("claim marks", "Claims"),
      -1);
}

/**
 * plumb_claim_marks_new:
 * @library: where claims are looked up
 * @claims: (array zero-terminated=1) (nullable): the ids of the claims
 *
 * Makes the marks for what a part of a topic claims, to be put into an article.
 *
 * Returns: (transfer floating) (nullable): the marks, or %NULL where there are no claims
 */
GtkWidget *
plumb_claim_marks_new (PlumbLibrary *library, const char *const *claims)
{
  PlumbClaimMarks *self;

  g_return_val_if_fail (PLUMB_IS_LIBRARY (library), NULL);

  if (claims == NULL || claims[0] == NULL) {
    return NULL;
  }

  self = g_object_new (PLUMB_TYPE_CLAIM_MARKS, NULL);
  self->library = g_object_ref (library);
  self->claims = g_strdupv ((char **) claims);

  return GTK_WIDGET (self);
}

/**
 * plumb_claim_marks_append:
 * @box: what holds a part of a topic
 * @library: where claims are looked up
 * @claims: (array zero-terminated=1) (nullable): the ids of the claims of that part
 *
 * Adds marks at the end of @box, where there are claims.
 */
void
plumb_claim_marks_append (GtkBox *box, PlumbLibrary *library, char **claims)
{
  GtkWidget *marks = plumb_claim_marks_new (library, (const char *const *) claims);

  if (marks != NULL) {
    gtk_box_append (box, marks);
  }
}
