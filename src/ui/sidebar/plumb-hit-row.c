/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-hit-row.h"

#include <glib/gi18n.h>

#include "plumb-start-align.h"

/**
 * PlumbHitRow:
 *
 * A search hit: the topic's title, where in the topic it is, and some of the text with what matches marked, by bold type and a
 * line under it.
 *
 * ## CSS nodes
 *
 * `PlumbHitRow` is a box with the style class `.hit-row`. Its labels have the style classes `.hit-title`, `.caption` and
 * `.hit-snippet`.
 *
 * ## Accessibility
 *
 * As with [class@TopicRow], the list item binds to the row's [property@HitRow:label] and [property@HitRow:description], and the labels in it are hidden
 * from the screen reader.
 */
struct _PlumbHitRow {
  GtkBox parent_instance;

  PlumbSearchHit *hit;
  char *where;
  char *description;

  GtkLabel *title_label;
  GtkLabel *snippet_label;
  GtkLabel *where_label;
};

enum {
  PROP_0,
  PROP_HIT,
  PROP_LABEL,
  PROP_WHERE,
  PROP_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbHitRow, plumb_hit_row, GTK_TYPE_BOX)

/**
 * plumb_hit_row_describe_where:
 * @level: a level, or 0 for what stands at every level
 * @heading: (nullable): the heading above it, in the library's language
 *
 * Says where in a topic a place is.
 *
 * Returns: (transfer full): where it is, in the reader's language
 */
char *
plumb_hit_row_describe_where (int level, const char *heading)
{
  if (level > 0 && heading != NULL) {
    /* Translators: where in a topic a search hit is. %1$d is the level, %2$s the heading above it, which may be in
     * another language. Keep the invisible marks around it. */
    return g_strdup_printf (C_ ("search hit", "Level %1$d · \u2068%2$s\u2069"), level, heading);
  }
  if (level > 0) {
    /* Translators: where in a topic a search hit is. */
    return g_strdup_printf (C_ ("search hit", "Level %d"), level);
  }
  if (heading != NULL) {
    /* Translators: where in a topic a search hit is. %s is the heading above it, which may be in another language. Keep
     * the invisible marks around it. */
    return g_strdup_printf (C_ ("search hit", "All levels · \u2068%s\u2069"), heading);
  }

  /* Translators: where in a topic a search hit is. */
  return g_strdup (C_ ("search hit", "All levels"));
}

static char *
describe (int level, const char *heading, const char *text)
{
  if (level > 0 && heading != NULL) {
    /* Translators: what the screen reader says of a search hit. %1$d is the level, %2$s the heading above it, %3$s some
     * of the text. */
    return g_strdup_printf (C_ ("accessibility", "Level %1$d, %2$s: %3$s"), level, heading, text);
  }
  if (level > 0) {
    /* Translators: what the screen reader says of a search hit. %1$d is the level, %2$s some of the text. */
    return g_strdup_printf (C_ ("accessibility", "Level %1$d: %2$s"), level, text);
  }
  if (heading != NULL) {
    /* Translators: what the screen reader says of a search hit. %1$s is the heading above it, %2$s some of the text. */
    return g_strdup_printf (C_ ("accessibility", "All levels, %1$s: %2$s"), heading, text);
  }

  /* Translators: what the screen reader says of a search hit. %s is some of the text. */
  return g_strdup_printf (C_ ("accessibility", "All levels: %s"), text);
}

static void
insert_line (PangoAttrList *lines, guint start, guint end)
{
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  line->start_index = start;
  line->end_index = end;
  pango_attr_list_insert (lines, line);
}

/* Whoever cannot tell bold letters, or sees the row in high contrast, has the line under them. */
static gboolean
underline_cb (PangoAttribute *attribute, gpointer user_data)
{
  PangoAttrList *lines = user_data;

  if (attribute->klass->type == PANGO_ATTR_WEIGHT) {
    insert_line (lines, attribute->start_index, attribute->end_index);
  }

  return FALSE;
}

static void
set_snippet (PlumbHitRow *self, const char *snippet, char **text)
{
  PangoAttrList *attributes = NULL;

  if (snippet == NULL || !pango_parse_markup (snippet, -1, 0, &attributes, text, NULL, NULL)) {
    /* What cannot be read as markup is shown as it is. */
    *text = g_strdup (snippet != NULL ? snippet : "");
  } else {
    g_autoptr (PangoAttrList) lines = pango_attr_list_new ();

    pango_attr_list_unref (pango_attr_list_filter (attributes, underline_cb, lines));
    pango_attr_list_splice (attributes, lines, 0, 0);
  }

  gtk_label_set_text (self->snippet_label, *text);
  gtk_label_set_attributes (self->snippet_label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

/* The title is bold all over, so the line is what tells. */
static void
mark_title (PlumbHitRow *self)
{
  g_autoptr (PangoAttrList) lines = pango_attr_list_new ();
  g_autoptr (GArray) ranges = NULL;

  if (self->hit != NULL) {
    ranges = plumb_query_find (plumb_search_hit_get_query (self->hit),
                               plumb_search_hit_get_title (self->hit));
  }
  for (guint i = 0; ranges != NULL && i < ranges->len; i++) {
    const PlumbFoldRange *range = &g_array_index (ranges, PlumbFoldRange, i);

    insert_line (lines, range->start, range->end);
  }
  gtk_label_set_attributes (self->title_label, lines);
}

static void
plumb_hit_row_dispose (GObject *object)
{
  PlumbHitRow *self = PLUMB_HIT_ROW (object);

  g_clear_object (&self->hit);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLUMB_TYPE_HIT_ROW);

  G_OBJECT_CLASS (plumb_hit_row_parent_class)->dispose (object);
}

static void
plumb_hit_row_finalize (GObject *object)
{
  PlumbHitRow *self = PLUMB_HIT_ROW (object);

  g_free (self->where);
  g_free (self->description);

  G_OBJECT_CLASS (plumb_hit_row_parent_class)->finalize (object);
}

static void
plumb_hit_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbHitRow *self = PLUMB_HIT_ROW (object);

  switch (prop_id) {
  case PROP_HIT:
    g_value_set_object (value, self->hit);
    break;
  case PROP_LABEL:
    g_value_set_string (value, plumb_hit_row_get_label (self));
    break;
  case PROP_WHERE:
    g_value_set_string (value, self->where);
    break;
  case PROP_DESCRIPTION:
    g_value_set_string (value, self->description);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_hit_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlumbHitRow *self = PLUMB_HIT_ROW (object);

  switch (prop_id) {
  case PROP_HIT:
    plumb_hit_row_set_hit (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_hit_row_class_init (PlumbHitRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plumb_hit_row_dispose;
  object_class->finalize = plumb_hit_row_finalize;
  object_class->get_property = plumb_hit_row_get_property;
  object_class->set_property = plumb_hit_row_set_property;

  properties[PROP_HIT] =
      g_param_spec_object ("hit", NULL, NULL, PLUMB_TYPE_SEARCH_HIT, G_PARAM_READWRITE | flags);
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_WHERE] =
      g_param_spec_string ("where", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_DESCRIPTION] =
      g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/plumb-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbHitRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlumbHitRow, snippet_label);
  gtk_widget_class_bind_template_child (widget_class, PlumbHitRow, where_label);
}

static void
plumb_hit_row_init (PlumbHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plumb_start_align (self->title_label);
  plumb_start_align (self->where_label);
  plumb_start_align (self->snippet_label);
}

/**
 * plumb_hit_row_new:
 *
 * Creates a row that shows no hit yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
plumb_hit_row_new (void)
{
  return g_object_new (PLUMB_TYPE_HIT_ROW, NULL);
}

/**
 * plumb_hit_row_get_hit:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the hit that it shows
 */
PlumbSearchHit *
plumb_hit_row_get_hit (PlumbHitRow *self)
{
  g_return_val_if_fail (PLUMB_IS_HIT_ROW (self), NULL);

  return self->hit;
}

/**
 * plumb_hit_row_set_hit:
 * @self: a row
 * @hit: (nullable): a hit
 *
 * Shows another hit.
 */
void
plumb_hit_row_set_hit (PlumbHitRow *self, PlumbSearchHit *hit)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLUMB_IS_HIT_ROW (self));
  g_return_if_fail (hit == NULL || PLUMB_IS_SEARCH_HIT (hit));

  if (!g_set_object (&self->hit, hit)) {
    return;
  }

  g_clear_pointer (&self->where, g_free);
  g_clear_pointer (&self->description, g_free);
  set_snippet (self, hit != NULL ? plumb_search_hit_get_snippet (hit) : NULL, &text);
  mark_title (self);
  if (hit != NULL) {
    int level = plumb_search_hit_get_level (hit);
    const char *heading = plumb_search_hit_get_heading (hit);

    self->where = plumb_hit_row_describe_where (level, heading);
    self->description = describe (level, heading, text);
  }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHERE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIT]);
}

/**
 * plumb_hit_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the title of the topic
 */
const char *
plumb_hit_row_get_label (PlumbHitRow *self)
{
  g_return_val_if_fail (PLUMB_IS_HIT_ROW (self), NULL);

  return self->hit != NULL ? plumb_search_hit_get_title (self->hit) : NULL;
}

/**
 * plumb_hit_row_get_description:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): where the hit is, and some of the text, in words
 */
const char *
plumb_hit_row_get_description (PlumbHitRow *self)
{
  g_return_val_if_fail (PLUMB_IS_HIT_ROW (self), NULL);

  return self->description;
}
