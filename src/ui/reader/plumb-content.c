/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-content.h"

#include <glib/gi18n.h>

#include "plumb-text-layout.h"

#include <plumb-markup.h>

/* How narrow a text may become, in ems: some ten letters. */
#define NARROWEST 5

/* Languages that are written from right to left though Pango does not know it. */
static const char *const rtl_languages[] = { "ar",      "arc", "ckb", "dv", "fa", "he", "ks",
                                             "ku-arab", "ps",  "sd",  "ug", "ur", "yi" };

/**
 * plumb_content_direction:
 * @lang: (nullable): a BCP 47 language
 * @declared: what the library itself says
 *
 * Finds the direction that a library's text is written in. It may differ from the direction of the interface.
 *
 * Returns: the direction
 */
GtkTextDirection
plumb_content_direction (const char *lang, PlumbTextDirection declared)
{
  if (declared != PLUMB_TEXT_DIRECTION_UNSET) {
    return declared == PLUMB_TEXT_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  }

  for (guint i = 0; lang != NULL && i < G_N_ELEMENTS (rtl_languages); i++) {
    gsize length = strlen (rtl_languages[i]);

    if (g_ascii_strncasecmp (lang, rtl_languages[i], length) == 0 &&
        (lang[length] == '\0' || lang[length] == '-' || lang[length] == '_')) {
      return GTK_TEXT_DIR_RTL;
    }
  }

  return GTK_TEXT_DIR_LTR;
}

/**
 * plumb_content_set_direction:
 * @root: a widget that shows a library's text
 * @direction: the direction of that text
 *
 * Sets the direction of @root and of everything in it, also of what a closed expander holds. GTK does not inherit it.
 */
void
plumb_content_set_direction (GtkWidget *root, GtkTextDirection direction)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  gtk_widget_set_direction (root, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    plumb_content_set_direction (child, direction);
  }
  /* The child of a closed expander is not in the tree of widgets. */
  if (GTK_IS_EXPANDER (root) && !gtk_expander_get_expanded (GTK_EXPANDER (root)) &&
      gtk_expander_get_child (GTK_EXPANDER (root)) != NULL) {
    plumb_content_set_direction (gtk_expander_get_child (GTK_EXPANDER (root)), direction);
  }
}

static void
add_classes (GtkWidget *widget, va_list args)
{
  const char *name;

  while ((name = va_arg (args, const char *)) != NULL) {
    gtk_widget_add_css_class (widget, name);
  }
}

/* A text takes the width of the column that it stands in, and wraps. */
static void
set_in_column (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_layout_manager (label, plumb_text_layout_new (NARROWEST));
}

/**
 * plumb_content_label:
 * @text: plain text
 * @...: CSS classes, %NULL at the end
 *
 * Makes a label of plain text that wraps, for a column.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
plumb_content_label (const char *text, ...)
{
  GtkWidget *label = gtk_label_new (text);
  va_list args;

  set_in_column (label);

  va_start (args, text);
  add_classes (label, args);
  va_end (args);

  return label;
}

/**
 * plumb_content_mark:
 * @text: plain text, short
 * @...: CSS classes, %NULL at the end
 *
 * Makes a label as wide as its text, for what stands beside a text or in a row.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
plumb_content_mark (const char *text, ...)
{
  GtkWidget *label = gtk_label_new (text);
  va_list args;

  gtk_label_set_xalign (GTK_LABEL (label), 0);

  va_start (args, text);
  add_classes (label, args);
  va_end (args);

  return label;
}

typedef struct {
  const char *href;
  const char *rest;
  const char *start;
  gsize length;
} FindLink;

static void
find_link_cb (const char *href, const char *text, gpointer user_data)
{
  FindLink *find = user_data;
  const char *found;

  if (find->start != NULL) {
    return;
  }

  found = strstr (find->rest, text);
  if (found == NULL) {
    return;
  }

  find->rest = found + strlen (text);
  if (g_str_equal (href, find->href)) {
    find->start = found;
    find->length = strlen (text);
  }
}

/* GtkLabel keeps where its links are to itself, so the linked words are looked for in the order of the markup. */
static void
link_rectangle (GtkLabel *label, const char *href, GdkRectangle *rectangle)
{
  const char *text = gtk_label_get_text (label);
  FindLink find = { .href = href, .rest = text };
  PangoRectangle start, end;
  int x, y;

  *rectangle = (GdkRectangle) { 0,
                                0,
                                gtk_widget_get_width (GTK_WIDGET (label)),
                                gtk_widget_get_height (GTK_WIDGET (label)) };

  plumb_markup_foreach_link (gtk_label_get_label (label), find_link_cb, &find, NULL);
  if (find.start == NULL) {
    return;
  }

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (label), find.start - text, &start);
  pango_layout_index_to_pos (gtk_label_get_layout (label), find.start + find.length - text, &end);
  pango_extents_to_pixels (&start, NULL);
  pango_extents_to_pixels (&end, NULL);

  rectangle->x = x + MIN (start.x, start.x + start.width);
  rectangle->y = y + start.y;
  rectangle->height = start.height;
  /* A link that runs over the end of a line is pointed at where it begins. */
  rectangle->width = start.y == end.y ? MAX (ABS (end.x - start.x), 1) : MAX (ABS (start.width), 1);
  if (start.y == end.y && end.x < start.x) {
    rectangle->x = x + end.x;
  }
}

/**
 * plumb_content_follow:
 * @origin: the widget that the link is in
 * @href: where it leads
 * @rectangle: (nullable): where it is in @origin; all of @origin where it is %NULL
 *
 * Asks the window to follow a link, by activating `win.follow` with the address and where it is in the window.
 */
void
plumb_content_follow (GtkWidget *origin, const char *href, const GdkRectangle *rectangle)
{
  GtkRoot *root = gtk_widget_get_root (origin);
  GdkRectangle whole = { 0, 0, gtk_widget_get_width (origin), gtk_widget_get_height (origin) };
  graphene_point_t offset = GRAPHENE_POINT_INIT_ZERO;

  if (rectangle == NULL) {
    rectangle = &whole;
  }
  if (root != NULL) {
    graphene_point_t zero = GRAPHENE_POINT_INIT_ZERO;

    if (!gtk_widget_compute_point (origin, GTK_WIDGET (root), &zero, &offset)) {
      offset = zero;
    }
  }

  gtk_widget_activate_action (origin,
                              "win.follow",
                              "(siiii)",
                              href,
                              (int) offset.x + rectangle->x,
                              (int) offset.y + rectangle->y,
                              rectangle->width,
                              rectangle->height);
}

/**
 * plumb_content_follow_in_label:
 * @label: the label that the link is in
 * @href: where it leads
 *
 * Asks the window to follow a link, and says which words of @label it is.
 */
void
plumb_content_follow_in_label (GtkLabel *label, const char *href)
{
  GdkRectangle rectangle;

  link_rectangle (label, href, &rectangle);
  plumb_content_follow (GTK_WIDGET (label), href, &rectangle);
}

static gboolean
activate_link_cb (GtkLabel *label, const char *href, gpointer user_data)
{
  plumb_content_follow_in_label (label, href);

  return GDK_EVENT_STOP;
}

/**
 * plumb_content_prose:
 * @markup: a text in Plumb's markup
 * @...: CSS classes, %NULL at the end
 *
 * Makes a label of prose: it wraps, can be selected, and its links activate `win.follow` with their address and where
 * they are in the window.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
plumb_content_prose (const char *markup, ...)
{
  GtkWidget *label = plumb_content_label (NULL, NULL);
  va_list args;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "prose");
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);

  va_start (args, markup);
  add_classes (label, args);
  va_end (args);

  return label;
}

/**
 * plumb_content_heading:
 * @text: plain text
 * @level: from 1 for the title of the page
 * @...: CSS classes, %NULL at the end
 *
 * Makes a heading, which is one for the screen reader too.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
plumb_content_heading (const char *text, int level, ...)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  g_autofree char *class_name = g_strdup_printf ("heading-%d", level);
  va_list args;

  gtk_label_set_text (GTK_LABEL (label), text);
  set_in_column (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (label, "article-heading");
  gtk_widget_add_css_class (label, class_name);

  va_start (args, level);
  add_classes (label, args);
  va_end (args);

  return label;
}

/**
 * plumb_content_bullets:
 * @markups: (array zero-terminated=1) (nullable): the items
 * @ordered: whether they are numbered
 *
 * Makes a list, with a bullet or a number before each item.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
plumb_content_bullets (const char *const *markups, gboolean ordered)
{
  GtkWidget *list = g_object_new (GTK_TYPE_GRID,
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST,
                                  "row-spacing",
                                  9,
                                  "column-spacing",
                                  9,
                                  NULL);

  for (guint i = 0; markups != NULL && markups[i] != NULL; i++) {
    /* Translators: the number before an item of a list. */
    g_autofree char *number = ordered ? g_strdup_printf (C_ ("list item", "%u."), i + 1)
                                      : g_strdup ("•");
    GtkWidget *mark = plumb_content_mark (number, "list-mark", NULL);
    GtkWidget *text = plumb_content_prose (markups[i], NULL);

    gtk_widget_set_valign (mark, GTK_ALIGN_START);
    gtk_widget_set_hexpand (text, TRUE);
    gtk_grid_attach (GTK_GRID (list), mark, 0, i, 1, 1);
    gtk_grid_attach (GTK_GRID (list), text, 1, i, 1, 1);
  }

  return list;
}
