/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-read-marks.h"

#include <math.h>

#define ALL_LEVELS ((1u << PLUMB_READ_MARKS_N_LEVELS) - 1)

/**
 * PlumbReadMarks:
 *
 * Which levels of a topic were read: a circle for each, filled where it was, in the order of the levels.
 *
 * The circles have the size of the letters beside them and the widget's colour. A level that the topic does not have
 * leaves its place empty, so that the circles of one level stand in one column.
 *
 * ## CSS nodes
 *
 * `PlumbReadMarks` has a single node named `readmarks`.
 *
 * ## Accessibility
 *
 * It is a picture of what the row's label says in words, and hidden from the screen reader.
 */
struct _PlumbReadMarks {
  GtkWidget parent_instance;

  guint levels;
  guint read;
};

enum {
  PROP_0,
  PROP_LEVELS,
  PROP_READ,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlumbReadMarks, plumb_read_marks, GTK_TYPE_WIDGET)

/* The diameter of a circle and the space between two, in pixels, from the size of the text. The height of the font would
 * be that of all the scripts of the interface's language, and would have to be looked up for each of the rows. */
static void
get_sizes (PlumbReadMarks *self, int *diameter, int *gap)
{
  *diameter = MAX ((int) lround (plumb_read_marks_get_font_size (self) * 0.63), 4);
  *gap = MAX (*diameter / 4, 2);
}

static void
plumb_read_marks_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int diameter, gap;

  get_sizes (PLUMB_READ_MARKS (widget), &diameter, &gap);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = PLUMB_READ_MARKS_N_LEVELS * diameter +
                          (PLUMB_READ_MARKS_N_LEVELS - 1) * gap;
  } else {
    *minimum = *natural = diameter;
  }
}

static void
plumb_read_marks_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbReadMarks *self = PLUMB_READ_MARKS (widget);
  g_autoptr (GskPathBuilder) discs = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) rings = gsk_path_builder_new ();
  g_autoptr (GskPath) filled = NULL;
  g_autoptr (GskPath) outlined = NULL;
  GskStroke *stroke;
  GdkRGBA color;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int diameter, gap;
  float y, line;

  get_sizes (self, &diameter, &gap);
  gtk_widget_get_color (widget, &color);
  y = (float) floor ((gtk_widget_get_height (widget) - diameter) / 2.0) + (float) diameter / 2;
  line = MAX ((float) diameter / 8, 1);

  for (int i = 0; i < PLUMB_READ_MARKS_N_LEVELS; i++) {
    int column = rtl ? PLUMB_READ_MARKS_N_LEVELS - 1 - i : i;
    graphene_point_t centre = GRAPHENE_POINT_INIT ((float) (column * (diameter + gap)) +
                                                       (float) diameter / 2,
                                                   y);

    if ((self->levels & self->read & (1u << i)) != 0) {
      gsk_path_builder_add_circle (discs, &centre, (float) diameter / 2);
    } else if ((self->levels & (1u << i)) != 0) {
      gsk_path_builder_add_circle (rings, &centre, ((float) diameter - line) / 2);
    }
  }

  filled = gsk_path_builder_to_path (discs);
  if (!gsk_path_is_empty (filled)) {
    gtk_snapshot_append_fill (snapshot, filled, GSK_FILL_RULE_WINDING, &color);
  }

  outlined = gsk_path_builder_to_path (rings);
  if (!gsk_path_is_empty (outlined)) {
    stroke = gsk_stroke_new (line);
    gtk_snapshot_append_stroke (snapshot, outlined, stroke, &color);
    gsk_stroke_free (stroke);
  }
}

static void
plumb_read_marks_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_read_marks_parent_class)->css_changed (widget, change);

  /* The style does not say whether the font is what has changed. */
  gtk_widget_queue_resize (widget);
}

static void
plumb_read_marks_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbReadMarks *self = PLUMB_READ_MARKS (object);

  switch (prop_id) {
  case PROP_LEVELS:
    g_value_set_uint (value, self->levels);
    break;
  case PROP_READ:
    g_value_set_uint (value, self->read);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_read_marks_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlumbReadMarks *self = PLUMB_READ_MARKS (object);

  switch (prop_id) {
  case PROP_LEVELS:
    plumb_read_marks_set_levels (self, g_value_get_uint (value));
    break;
  case PROP_READ:
    plumb_read_marks_set_read (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_read_marks_class_init (PlumbReadMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plumb_read_marks_get_property;
  object_class->set_property = plumb_read_marks_set_property;
  widget_class->measure = plumb_read_marks_measure;
  widget_class->snapshot = plumb_read_marks_snapshot;
  widget_class->css_changed = plumb_read_marks_css_changed;

  properties[PROP_LEVELS] = g_param_spec_uint ("levels",
                                               NULL,
                                               NULL,
                                               0,
                                               ALL_LEVELS,
                                               ALL_LEVELS,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_READ] = g_param_spec_uint ("read",
                                             NULL,
                                             NULL,
                                             0,
                                             ALL_LEVELS,
                                             0,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "readmarks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
plumb_read_marks_init (PlumbReadMarks *self)
{
  self->levels = ALL_LEVELS;
}

/**
 * plumb_read_marks_new:
 *
 * Creates marks for a topic that has all levels, of which none was read.
 *
 * Returns: (transfer floating): new marks
 */
GtkWidget *
plumb_read_marks_new (void)
{
  return g_object_new (PLUMB_TYPE_READ_MARKS, NULL);
}

/**
 * plumb_read_marks_get_font_size:
 * @self: read-marks
 *
 * Returns: the size of the letters beside the marks, in pixels
 */
int
plumb_read_marks_get_font_size (PlumbReadMarks *self)
{
  PangoContext *context;

  g_return_val_if_fail (PLUMB_IS_READ_MARKS (self), 0);

  /* GTK sets the size of a widget's font in pixels. */
  context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return PANGO_PIXELS (
      pango_font_description_get_size (pango_context_get_font_description (context)));
}

/**
 * plumb_read_marks_get_levels:
 * @self: read-marks
 *
 * Returns: the levels that the topic has, a bit for each, the lowest for level 1
 */
guint
plumb_read_marks_get_levels (PlumbReadMarks *self)
{
  g_return_val_if_fail (PLUMB_IS_READ_MARKS (self), 0);

  return self->levels;
}

/**
 * plumb_read_marks_set_levels:
 * @self: read-marks
 * @levels: the levels that the topic has, a bit for each, the lowest for level 1
 *
 * Sets for which levels there is a mark. Bits beyond the third are ignored.
 */
void
plumb_read_marks_set_levels (PlumbReadMarks *self, guint levels)
{
  g_return_if_fail (PLUMB_IS_READ_MARKS (self));

  levels &= ALL_LEVELS;
  if (self->levels == levels) {
    return;
  }

  self->levels = levels;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVELS]);
}

/**
 * plumb_read_marks_get_read:
 * @self: read-marks
 *
 * Returns: the levels that were read, a bit for each, the lowest for level 1
 */
guint
plumb_read_marks_get_read (PlumbReadMarks *self)
{
  g_return_val_if_fail (PLUMB_IS_READ_MARKS (self), 0);

  return self->read;
}

/**
 * plumb_read_marks_set_read:
 * @self: read-marks
 * @read: the levels that were read, a bit for each, the lowest for level 1
 *
 * Sets which marks are filled. Bits beyond the third are ignored.
 */
void
plumb_read_marks_set_read (PlumbReadMarks *self, guint read)
{
  g_return_if_fail (PLUMB_IS_READ_MARKS (self));

  read &= ALL_LEVELS;
  if (self->read == read) {
    return;
  }

  self->read = read;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ]);
}
