/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-card-grid.h"

#define SPACING 12

/**
 * PlumbCardGrid:
 *
 * Cards in columns, all of them of one size, so that none looks weightier than another.
 */
struct _PlumbCardGrid {
  GtkWidget parent_instance;

  guint columns;
};

G_DEFINE_FINAL_TYPE (PlumbCardGrid, plumb_card_grid, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_COLUMNS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
plumb_card_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (plumb_card_grid_parent_class)->dispose (object);
}

static void
plumb_card_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbCardGrid *self = PLUMB_CARD_GRID (object);

  switch (prop_id) {
  case PROP_COLUMNS:
    g_value_set_uint (value, self->columns);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_card_grid_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PlumbCardGrid *self = PLUMB_CARD_GRID (object);

  switch (prop_id) {
  case PROP_COLUMNS:
    plumb_card_grid_set_columns (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static guint
count_cards (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    n += gtk_widget_should_layout (child);
  }

  return n;
}

static int
card_width (PlumbCardGrid *self, int width)
{
  return (width - (int) (self->columns - 1) * SPACING) / (int) self->columns;
}

static int
tallest (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int minimum;

    if (gtk_widget_should_layout (child)) {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
    }
  }

  return height;
}

static GtkSizeRequestMode
plumb_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_card_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PlumbCardGrid *self = PLUMB_CARD_GRID (widget);
  int columns = self->columns;
  int min = 0;
  int nat = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_min, child_nat;

    if (gtk_widget_should_layout (child)) {
      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &child_min,
                          &child_nat,
                          NULL,
                          NULL);
      min = MAX (min, child_min);
      nat = MAX (nat, child_nat);
    }
  }

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = min * columns + (columns - 1) * SPACING;
    *natural = nat * columns + (columns - 1) * SPACING;
  } else {
    int rows = (count_cards (widget) + columns - 1) / columns;
    int width = for_size < 0 ? nat : MAX (card_width (self, for_size), min);

    *minimum = *natural = rows * tallest (widget, width) + MAX (rows - 1, 0) * SPACING;
  }
}

static void
plumb_card_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbCardGrid *self = PLUMB_CARD_GRID (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = self->columns;
  int rows = MAX ((int) ((count_cards (widget) + columns - 1) / columns), 1);
  int each_width = card_width (self, width);
  int each_height = (height - (rows - 1) * SPACING) / rows;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int at = i % columns;

    if (!gtk_widget_should_layout (child)) {
      continue;
    }
    if (rtl) {
      at = columns - 1 - at;
    }
    gtk_widget_size_allocate (child,
                              &(GtkAllocation) { at * (each_width + SPACING),
                                                 (i / columns) * (each_height + SPACING),
                                                 each_width,
                                                 each_height },
                              -1);
    i++;
  }
}

static void
plumb_card_grid_class_init (PlumbCardGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_card_grid_dispose;
  object_class->get_property = plumb_card_grid_get_property;
  object_class->set_property = plumb_card_grid_set_property;

  widget_class->get_request_mode = plumb_card_grid_get_request_mode;
  widget_class->measure = plumb_card_grid_measure;
  widget_class->size_allocate = plumb_card_grid_size_allocate;

  /**
   * PlumbCardGrid:columns:
   *
   * How many cards stand beside each other.
   */
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns",
                                                NULL,
                                                NULL,
                                                1,
                                                8,
                                                4,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "cardgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
plumb_card_grid_init (PlumbCardGrid *self)
{
  self->columns = 4;
}

/**
 * plumb_card_grid_new:
 *
 * Creates an empty grid of four columns.
 *
 * Returns: (transfer floating): a new grid
 */
GtkWidget *
plumb_card_grid_new (void)
{
  return g_object_new (PLUMB_TYPE_CARD_GRID, NULL);
}

/**
 * plumb_card_grid_append:
 * @self: a grid
 * @card: (transfer floating): a card
 *
 * Adds @card after the others.
 */
void
plumb_card_grid_append (PlumbCardGrid *self, GtkWidget *card)
{
  g_return_if_fail (PLUMB_IS_CARD_GRID (self));

  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

/**
 * plumb_card_grid_get_columns:
 * @self: a grid
 *
 * Returns: how many cards stand beside each other
 */
guint
plumb_card_grid_get_columns (PlumbCardGrid *self)
{
  g_return_val_if_fail (PLUMB_IS_CARD_GRID (self), 1);

  return self->columns;
}

/**
 * plumb_card_grid_set_columns:
 * @self: a grid
 * @columns: how many cards stand beside each other
 *
 * Rearranges the cards.
 */
void
plumb_card_grid_set_columns (PlumbCardGrid *self, guint columns)
{
  g_return_if_fail (PLUMB_IS_CARD_GRID (self));
  g_return_if_fail (columns >= 1 && columns <= 8);

  if (self->columns == columns) {
    return;
  }

  self->columns = columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
}
