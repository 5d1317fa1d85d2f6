/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-block-view.h"

#include <glib/gi18n.h>

#include "plumb-content.h"
#include "plumb-figure.h"
#include "plumb-table-view.h"

/**
 * PlumbBlockView:
 *
 * A block of a topic's text. Each kind of block has a function here that makes its widgets.
 */
struct _PlumbBlockView {
  GtkWidget parent_instance;

  PlumbBlock *block;
};

G_DEFINE_FINAL_TYPE (PlumbBlockView, plumb_block_view, GTK_TYPE_WIDGET)

static GtkWidget *
column (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static void
append (GtkWidget *box, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
}

/* A part of a card: a small title, and the text that it is the title of. */
static void
append_part (GtkWidget *box, const char *title, const char *markup)
{
  GtkWidget *part;
  GtkWidget *label;
  GtkWidget *text;

  if (markup == NULL) {
    return;
  }

  part = column (2);
  label = plumb_content_label (title, "part-title", NULL);
  text = plumb_content_prose (markup, NULL);
  append (part, label);
  append (part, text);
  append (box, part);
}

/* The title of a block is smaller than a heading and of the same rank: a level may begin with a block, and no rank is
 * left out. */
static GtkWidget *
block_title (const char *title)
{
  GtkWidget *label = plumb_content_heading (title, 4, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);

  return label;
}

static GtkWidget *
build_paragraph (gpointer data)
{
  PlumbParagraph *block = data;
  return plumb_content_prose (block->text, NULL);
}

static GtkWidget *
build_heading (gpointer data)
{
  PlumbHeading *block = data;
  return plumb_content_heading (block->text, 3, NULL);
}

static GtkWidget *
build_list (gpointer data)
{
  PlumbList *block = data;
  return plumb_content_bullets ((const char *const *) block->items, block->ordered);
}

static GtkWidget *
build_definition (gpointer data)
{
  PlumbDefinition *block = data;
  GtkWidget *box = column (3);

  gtk_widget_add_css_class (box, "definition");
  append (box, block_title (block->name));
  append (box, plumb_content_prose (block->text, NULL));

  return box;
}

static GtkWidget *
build_quote (gpointer data)
{
  PlumbQuote *block = data;
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation",
                                 GTK_ORIENTATION_VERTICAL,
                                 "spacing",
                                 6,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE,
                                 NULL);
  /* Translators: who is quoted, below the quotation. */
  g_autofree char *by = g_strdup_printf (C_ ("quotation", "— %s"), block->by);

  gtk_widget_add_css_class (box, "quotation");
  append (box, plumb_content_prose (block->text, NULL));
  if (block->source != NULL) {
    g_autofree char *escaped = g_markup_escape_text (by, -1);
    g_autofree char *link = g_strdup_printf ("<a href='source:%s'>%s</a>", block->source, escaped);

    append (box, plumb_content_prose (link, "quoted", NULL));
  } else if (block->person != NULL) {
    g_autofree char *link = g_markup_printf_escaped ("<a href='person:%s'>%s</a>",
                                                     block->person,
                                                     by);

    append (box, plumb_content_prose (link, "quoted", NULL));
  } else {
    append (box, plumb_content_label (by, "quoted", NULL));
  }

  return box;
}

static const char *
evidence_name (PlumbEvidence evidence)
{
  switch (evidence) {
  case PLUMB_EVIDENCE_DOCUMENTED:
    /* Translators: a tag on a worked example. */
    return C_ ("example", "Documented");
  case PLUMB_EVIDENCE_THOUGHT_EXPERIMENT:
  default:
    /* Translators: a tag on a worked example. */
    return C_ ("example", "Thought experiment");
  }
}

static GtkWidget *
build_example (gpointer data)
{
  PlumbExample *block = data;
  GtkWidget *box = column (12);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "article-card");
  append (box, plumb_content_label (evidence_name (block->evidence), "tag", NULL));
  append (box, block_title (block->title));
  append_part (box, C_ ("example", "What was asked for"), block->asked);
  append_part (box, C_ ("example", "What came"), block->got);
  append_part (box, C_ ("example", "What was wanted"), block->wanted);
  append_part (box, C_ ("example", "What it shows"), block->moral);

  return box;
}

static GtkWidget *
build_approach (gpointer data)
{
  PlumbApproach *block = data;
  GtkWidget *box = column (12);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "article-card");
  append (box, plumb_content_label (C_ ("block", "Approach"), "tag", NULL));
  append (box, block_title (block->name));
  append_part (box, C_ ("approach", "How it works"), block->how);
  append_part (box, C_ ("approach", "Who works on it"), block->who);
  append_part (box, C_ ("approach", "What it gains"), block->gains);
  if (block->limits != NULL) {
    GtkWidget *part = column (4);

    append (part, plumb_content_label (C_ ("approach", "Where it ends"), "part-title", NULL));
    append (part, plumb_content_bullets ((const char *const *) block->limits, FALSE));
    append (box, part);
  }

  return box;
}

static GtkWidget *
build_layer (gpointer data)
{
  PlumbLayer *block = data;
  GtkWidget *box = column (9);

  gtk_widget_add_css_class (box, "layer");
  append (box, block_title (block->name));
  append_part (box, C_ ("layer", "The question"), block->question);
  append_part (box, C_ ("layer", "Why it is hard"), block->why_hard);

  return box;
}

static void
figure_link_cb (GtkWidget *figure, const char *href, GtkLabel *label)
{
  plumb_content_follow_in_label (label, href);
}

/* Where a figure is from, as a link to the source, or NULL where nobody says. */
static char *
credit (const char *source, const char *locator)
{
  g_autofree char *link = NULL;
  g_autofree char *where = NULL;

  if (source == NULL) {
    return NULL;
  }

  /* Translators: below a chart or a table, a link to the work that it is from. */
  link = g_strdup_printf ("<a href='source:%s'>%s</a>", source, C_ ("figure", "Source"));
  if (locator == NULL) {
    return g_steal_pointer (&link);
  }

  where = g_markup_escape_text (locator, -1);

  /* Translators: below a chart or a table. %1$s is the word “Source”, %2$s where in it: “Source: Table 2”. */
  return g_strdup_printf (C_ ("figure", "%1$s: %2$s"), link, where);
}

static GtkWidget *
build_flow (gpointer data)
{
  GtkWidget *figure = plumb_figure_new (data);

  g_signal_connect (figure, "activate-link", G_CALLBACK (figure_link_cb), NULL);

  return figure;
}

static GtkWidget *
build_chart (gpointer data)
{
  PlumbChart *block = data;
  GtkWidget *figure = plumb_figure_new (data);
  g_autofree char *from = credit (block->source, block->locator);

  plumb_figure_set_credit (PLUMB_FIGURE (figure), from);
  g_signal_connect (figure, "activate-link", G_CALLBACK (figure_link_cb), NULL);

  return figure;
}

static GtkWidget *
build_table (gpointer data)
{
  PlumbTable *block = data;
  GtkWidget *table = plumb_table_view_new (block);
  g_autofree char *from = credit (block->source, block->locator);

  plumb_table_view_set_credit (PLUMB_TABLE_VIEW (table), from);
  g_signal_connect (table, "activate-link", G_CALLBACK (figure_link_cb), NULL);

  return table;
}

static GtkWidget *
build_formula (gpointer data)
{
  PlumbFormula *block = data;
  GtkWidget *box = column (6);
  GtkWidget *formula = plumb_content_prose (block->text, "formula", NULL);

  gtk_widget_add_css_class (box, "formula-block");
  /* A formula stays left to right in every language, and is read aloud in words. */
  gtk_label_set_xalign (GTK_LABEL (formula), 0.5);
  gtk_label_set_justify (GTK_LABEL (formula), GTK_JUSTIFY_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (formula),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->spoken,
                                  -1);
  append (box, formula);
  if (block->note != NULL) {
    append (box, plumb_content_prose (block->note, "caption-text", NULL));
  }

  return box;
}

static const char *
tone_name (PlumbTone tone)
{
  switch (tone) {
  case PLUMB_TONE_CAUTION:
    /* Translators: the kind of a remark that is set apart. */
    return C_ ("callout", "Caution");
  case PLUMB_TONE_QUESTION:
    /* Translators: the kind of a remark that is set apart. */
    return C_ ("callout", "Open question");
  case PLUMB_TONE_NOTE:
  default:
    /* Translators: the kind of a remark that is set apart. */
    return C_ ("callout", "Note");
  }
}

static GtkWidget *
build_callout (gpointer data)
{
  PlumbCallout *block = data;
  GtkWidget *box = column (6);

  gtk_widget_add_css_class (box, "callout");
  append (box, plumb_content_label (tone_name (block->tone), "tag", NULL));
  if (block->title != NULL) {
    append (box, block_title (block->title));
  }
  append (box, plumb_content_prose (block->text, NULL));

  return box;
}

static GtkWidget *
build (PlumbBlock *block)
{
  const struct {
    GType type;
    GtkWidget *(*build) (gpointer data);
  } builders[] = {
    { PLUMB_TYPE_PARAGRAPH, build_paragraph }, { PLUMB_TYPE_HEADING, build_heading },
    { PLUMB_TYPE_LIST, build_list },           { PLUMB_TYPE_DEFINITION, build_definition },
    { PLUMB_TYPE_QUOTE, build_quote },         { PLUMB_TYPE_EXAMPLE, build_example },
    { PLUMB_TYPE_APPROACH, build_approach },   { PLUMB_TYPE_LAYER, build_layer },
    { PLUMB_TYPE_FLOW, build_flow },           { PLUMB_TYPE_FORMULA, build_formula },
    { PLUMB_TYPE_TABLE, build_table },         { PLUMB_TYPE_CHART, build_chart },
    { PLUMB_TYPE_CALLOUT, build_callout },
  };

  for (guint i = 0; i < G_N_ELEMENTS (builders); i++) {
    if (G_TYPE_CHECK_INSTANCE_TYPE (block, builders[i].type)) {
      return builders[i].build (block);
    }
  }

  g_return_val_if_reached (gtk_label_new (NULL));
}

static void
plumb_block_view_dispose (GObject *object)
{
  PlumbBlockView *self = PLUMB_BLOCK_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->block);

  G_OBJECT_CLASS (plumb_block_view_parent_class)->dispose (object);
}

static void
plumb_block_view_class_init (PlumbBlockViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_block_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "block");
}

static void
plumb_block_view_init (PlumbBlockView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * plumb_block_view_new:
 * @block: a block
 *
 * Makes the widgets that show @block.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
plumb_block_view_new (PlumbBlock *block)
{
  PlumbBlockView *self = g_object_new (PLUMB_TYPE_BLOCK_VIEW, NULL);

  self->block = g_object_ref (block);
  gtk_widget_set_parent (build (block), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * plumb_block_view_add_marks:
 * @self: a view
 * @marks: what marks the block's claims
 *
 * Puts @marks below the text, within the frame of a block that has one.
 */
void
plumb_block_view_add_marks (PlumbBlockView *self, GtkWidget *marks)
{
  GtkWidget *child;

  g_return_if_fail (PLUMB_IS_BLOCK_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (marks));

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (GTK_IS_BOX (child)) {
    gtk_box_append (GTK_BOX (child), marks);
  } else {
    gtk_widget_set_parent (marks, GTK_WIDGET (self));
  }
}

/**
 * plumb_block_view_get_block:
 * @self: a view
 *
 * Returns: (transfer none): the block that it shows
 */
PlumbBlock *
plumb_block_view_get_block (PlumbBlockView *self)
{
  g_return_val_if_fail (PLUMB_IS_BLOCK_VIEW (self), NULL);

  return self->block;
}
