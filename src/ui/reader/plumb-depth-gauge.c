/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-depth-gauge.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_LEVELS 3

/**
 * PlumbDepthGauge:
 *
 * How deep the reader goes: a scale with the surface on top and three named stops.
 *
 * Upright it names every stop beside the scale; lying down, for narrow windows, it names the current one above it.
 * It does not follow the wheel, since a reader who scrolls past it wants the page to move.
 *
 * ## Accessibility
 *
 * The scale says its value in words ("Level 2 of 3, Working knowledge"). The names beside it are for the eye and the
 * mouse, and hidden from the screen reader, which has them from the scale.
 */
struct _PlumbDepthGauge {
  GtkWidget parent_instance;

  GtkOrientation orientation;
  guint levels;
  int level;

  GtkWidget *title;
  GtkWidget *names;
  GtkWidget *name[N_LEVELS];
  GtkWidget *current;
  GtkWidget *scale;
};

G_DEFINE_FINAL_TYPE (PlumbDepthGauge, plumb_depth_gauge, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_LEVEL,
  PROP_LEVELS,
  PROP_ORIENTATION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_SCROLLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * plumb_level_get_name:
 * @level: 1, 2 or 3
 *
 * Returns: (transfer none): the level's name, in the reader's language
 */
const char *
plumb_level_get_name (int level)
{
  switch (level) {
  case 1:
    /* Translators: the name of the first of three depths at which a topic can be read. */
    return C_ ("level", "Essentials");
  case 2:
    /* Translators: the name of the second of three depths at which a topic can be read. */
    return C_ ("level", "Working knowledge");
  case 3:
    /* Translators: the name of the third of three depths at which a topic can be read. */
    return C_ ("level", "Technical");
  default:
    return "";
  }
}

static void
update_value_text (PlumbDepthGauge *self)
{
  g_autofree char *text = NULL;

  /* Translators: how the screen reader says the depth. %1$d is the level, %2$d how many there are,
   * %3$s the level's name. */
  text = g_strdup_printf (C_ ("accessibility", "Level %1$d of %2$d, %3$s"),
                          self->level,
                          N_LEVELS,
                          plumb_level_get_name (self->level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text,
                                  -1);
  if (self->current != NULL) {
    /* Translators: the depth, in the bottom bar of a narrow window. %1$d is the level, %2$s its name. */
    g_autofree char *label = g_strdup_printf (C_ ("level", "%1$d · %2$s"),
                                              self->level,
                                              plumb_level_get_name (self->level));

    gtk_label_set_text (GTK_LABEL (self->current), label);
  }

  for (int i = 0; i < N_LEVELS; i++) {
    if (self->name[i] == NULL) {
      continue;
    }
    if (i + 1 == self->level) {
      gtk_widget_add_css_class (self->name[i], "current");
    } else {
      gtk_widget_remove_css_class (self->name[i], "current");
    }
  }
}

static gboolean
has_level (PlumbDepthGauge *self, int level)
{
  return level >= 1 && level <= N_LEVELS && (self->levels & (1u << (level - 1))) != 0;
}

static void
value_changed_cb (PlumbDepthGauge *self)
{
  double value = gtk_range_get_value (GTK_RANGE (self->scale));
  int level = CLAMP ((int) lround (value), 1, N_LEVELS);

  /* The accessibility bus and the mouse can set any number, and a topic need not have every level. Where the way to
   * the level asked for is barred, the scale returns to the level that is shown. */
  if (has_level (self, level)) {
    plumb_depth_gauge_set_level (self, level);
  }
  if (value != self->level) {
    gtk_range_set_value (GTK_RANGE (self->scale), self->level);
  }
}

static gboolean
change_value_cb (PlumbDepthGauge *self, GtkScrollType scroll, double value)
{
  int level = CLAMP ((int) lround (value), 1, N_LEVELS);

  gtk_range_set_value (GTK_RANGE (self->scale), level);

  return GDK_EVENT_STOP;
}

static gboolean
scroll_cb (PlumbDepthGauge *self, double dx, double dy)
{
  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0, dy);

  return GDK_EVENT_STOP;
}

static void
name_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlumbDepthGauge *self)
{
  GtkWidget *name = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  for (int i = 0; i < N_LEVELS; i++) {
    if (self->name[i] == name && has_level (self, i + 1)) {
      plumb_depth_gauge_set_level (self, i + 1);
    }
  }
}

static void
add_marks (PlumbDepthGauge *self)
{
  GtkPositionType side = GTK_POS_TOP;

  if (self->orientation == GTK_ORIENTATION_VERTICAL) {
    /* GTK mirrors the widget and leaves its marks where they were. */
    side = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? GTK_POS_RIGHT
                                                                            : GTK_POS_LEFT;
  }

  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  for (int i = 1; i <= N_LEVELS; i++) {
    gtk_scale_add_mark (GTK_SCALE (self->scale), i, side, NULL);
  }
}

static void
build_upright (PlumbDepthGauge *self)
{
  self->title = g_object_new (
      GTK_TYPE_LABEL,
      "label",
      /* Translators: the title of the gauge that says how deep one reads. */
      C_ ("gauge", "Depth"),
      "xalign",
      1.0,
      "accessible-role",
      GTK_ACCESSIBLE_ROLE_NONE,
      NULL);
  gtk_widget_add_css_class (self->title, "gauge-title");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));

  for (int i = 0; i < N_LEVELS; i++) {
    GtkGesture *gesture = gtk_gesture_click_new ();

    self->name[i] = g_object_new (GTK_TYPE_LABEL,
                                  "label",
                                  plumb_level_get_name (i + 1),
                                  "wrap",
                                  TRUE,
                                  "xalign",
                                  1.0,
                                  "justify",
                                  GTK_JUSTIFY_RIGHT,
                                  "max-width-chars",
                                  12,
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_NONE,
                                  NULL);
    gtk_widget_set_cursor_from_name (self->name[i], "pointer");
    gtk_widget_add_css_class (self->name[i], "gauge-name");
    g_signal_connect (gesture, "pressed", G_CALLBACK (name_pressed_cb), self);
    gtk_widget_add_controller (self->name[i], GTK_EVENT_CONTROLLER (gesture));
    gtk_widget_set_parent (self->name[i], GTK_WIDGET (self));
  }
}

static void
build_lying (PlumbDepthGauge *self)
{
  self->current = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->current), TRUE);
  gtk_widget_add_css_class (self->current, "gauge-current");
  gtk_widget_set_parent (self->current, GTK_WIDGET (self));
}

static void
plumb_depth_gauge_constructed (GObject *object)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (object);
  GtkEventController *scroll;

  G_OBJECT_CLASS (plumb_depth_gauge_parent_class)->constructed (object);

  if (self->orientation == GTK_ORIENTATION_VERTICAL) {
    build_upright (self);
    gtk_widget_add_css_class (GTK_WIDGET (self), "upright");
  } else {
    build_lying (self);
  }

  self->scale = gtk_scale_new_with_range (self->orientation, 1, N_LEVELS, 1);
  gtk_scale_set_digits (GTK_SCALE (self->scale), 0);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("gauge", "Depth"),
                                  -1);
  add_marks (self);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect_swapped (self->scale, "change-value", G_CALLBACK (change_value_cb), self);

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  update_value_text (self);
}

static void
plumb_depth_gauge_dispose (GObject *object)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->current, gtk_widget_unparent);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  for (int i = 0; i < N_LEVELS; i++) {
    g_clear_pointer (&self->name[i], gtk_widget_unparent);
  }

  G_OBJECT_CLASS (plumb_depth_gauge_parent_class)->dispose (object);
}

static void
plumb_depth_gauge_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (object);

  switch (prop_id) {
  case PROP_LEVEL:
    g_value_set_int (value, self->level);
    break;
  case PROP_LEVELS:
    g_value_set_uint (value, self->levels);
    break;
  case PROP_ORIENTATION:
    g_value_set_enum (value, self->orientation);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
plumb_depth_gauge_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (object);

  switch (prop_id) {
  case PROP_LEVEL:
    plumb_depth_gauge_set_level (self, g_value_get_int (value));
    break;
  case PROP_LEVELS:
    plumb_depth_gauge_set_levels (self, g_value_get_uint (value));
    break;
  case PROP_ORIENTATION:
    self->orientation = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static GtkSizeRequestMode
plumb_depth_gauge_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
plumb_depth_gauge_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (widget);
  int scale_min, scale_nat;

  gtk_widget_measure (self->scale, orientation, -1, &scale_min, &scale_nat, NULL, NULL);

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL) {
    int min, nat;

    gtk_widget_measure (self->current, orientation, -1, &min, &nat, NULL, NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
      *minimum = MAX (min, scale_min);
      *natural = MAX (nat, scale_nat);
    } else {
      *minimum = min + scale_min;
      *natural = nat + scale_nat;
    }
    return;
  }

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    int widest = 0;

    for (int i = 0; i < N_LEVELS; i++) {
      int nat;

      gtk_widget_measure (self->name[i], orientation, -1, NULL, &nat, NULL, NULL);
      widest = MAX (widest, nat);
    }
    *minimum = *natural = widest + scale_nat;
  } else {
    int title, height = 0;

    gtk_widget_measure (self->title, orientation, -1, &title, NULL, NULL, NULL);
    for (int i = 0; i < N_LEVELS; i++) {
      int nat;

      gtk_widget_measure (self->name[i], orientation, -1, NULL, &nat, NULL, NULL);
      height += nat;
    }
    *minimum = title + MAX (height, scale_min);
    *natural = title + MAX (height * 2, 240);
  }
}

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
plumb_depth_gauge_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int label_height, scale_width, scale_height, top, names_x;

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (self->current,
                        GTK_ORIENTATION_VERTICAL,
                        width,
                        NULL,
                        &label_height,
                        NULL,
                        NULL);
    allocate_child (self->current, 0, 0, width, label_height);
    allocate_child (self->scale, 0, label_height, width, height - label_height);
    return;
  }

  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, -1, &label_height, NULL, NULL, NULL);
  gtk_widget_measure (self->scale, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &scale_width, NULL, NULL);
  names_x = rtl ? scale_width : 0;

  allocate_child (self->title, 0, 0, width, label_height);
  top = label_height;
  scale_height = height - top;
  allocate_child (self->scale, rtl ? 0 : width - scale_width, top, scale_width, scale_height);

  /* The stops are where the middle of the handle comes to rest: half a handle in from either end of the trough. */
  for (int i = 0; i < N_LEVELS; i++) {
    int inset = 18;
    int middle = top + inset + (scale_height - 2 * inset) * i / (N_LEVELS - 1);
    int name_height;

    gtk_widget_measure (self->name[i],
                        GTK_ORIENTATION_VERTICAL,
                        width - scale_width,
                        NULL,
                        &name_height,
                        NULL,
                        NULL);
    allocate_child (self->name[i],
                    names_x,
                    CLAMP (middle - name_height / 2, top, MAX (height - name_height, top)),
                    width - scale_width,
                    name_height);
  }
}

static void
plumb_depth_gauge_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  PlumbDepthGauge *self = PLUMB_DEPTH_GAUGE (widget);

  if (self->scale != NULL) {
    add_marks (self);
  }

  GTK_WIDGET_CLASS (plumb_depth_gauge_parent_class)->direction_changed (widget, previous);
}

static gboolean
plumb_depth_gauge_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (PLUMB_DEPTH_GAUGE (widget)->scale, direction);
}

static gboolean
plumb_depth_gauge_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLUMB_DEPTH_GAUGE (widget)->scale);
}

static void
plumb_depth_gauge_class_init (PlumbDepthGaugeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_depth_gauge_constructed;
  object_class->dispose = plumb_depth_gauge_dispose;
  object_class->get_property = plumb_depth_gauge_get_property;
  object_class->set_property = plumb_depth_gauge_set_property;

  widget_class->get_request_mode = plumb_depth_gauge_get_request_mode;
  widget_class->measure = plumb_depth_gauge_measure;
  widget_class->size_allocate = plumb_depth_gauge_size_allocate;
  widget_class->direction_changed = plumb_depth_gauge_direction_changed;
  widget_class->focus = plumb_depth_gauge_focus;
  widget_class->grab_focus = plumb_depth_gauge_grab_focus;

  /**
   * PlumbDepthGauge:level:
   *
   * The level, from 1 at the surface to 3.
   */
  properties[PROP_LEVEL] = g_param_spec_int ("level",
                                             NULL,
                                             NULL,
                                             1,
                                             N_LEVELS,
                                             1,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  /**
   * PlumbDepthGauge:levels:
   *
   * Which levels there are, a bit for each, the first level's the lowest.
   */
  properties[PROP_LEVELS] = g_param_spec_uint ("levels",
                                               NULL,
                                               NULL,
                                               0,
                                               (1u << N_LEVELS) - 1,
                                               (1u << N_LEVELS) - 1,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  /**
   * PlumbDepthGauge:orientation:
   *
   * Whether it stands upright or lies down.
   */
  properties[PROP_ORIENTATION] = g_param_spec_enum ("orientation",
                                                    NULL,
                                                    NULL,
                                                    GTK_TYPE_ORIENTATION,
                                                    GTK_ORIENTATION_VERTICAL,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                        G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlumbDepthGauge::scrolled:
   * @self: the gauge
   * @dy: how far, in steps of a wheel
   *
   * The wheel was turned over the gauge: the page wants to be scrolled.
   */
  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "depth-gauge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_depth_gauge_init (PlumbDepthGauge *self)
{
  self->level = 1;
  self->levels = (1u << N_LEVELS) - 1;
}

/**
 * plumb_depth_gauge_new:
 * @orientation: whether it stands upright or lies down
 *
 * Creates a gauge at level 1.
 *
 * Returns: (transfer floating): a new gauge
 */
GtkWidget *
plumb_depth_gauge_new (GtkOrientation orientation)
{
  return g_object_new (PLUMB_TYPE_DEPTH_GAUGE, "orientation", orientation, NULL);
}

/**
 * plumb_depth_gauge_get_level:
 * @self: a gauge
 *
 * Returns: the level, 1 to 3
 */
int
plumb_depth_gauge_get_level (PlumbDepthGauge *self)
{
  g_return_val_if_fail (PLUMB_IS_DEPTH_GAUGE (self), 1);

  return self->level;
}

/**
 * plumb_depth_gauge_set_level:
 * @self: a gauge
 * @level: 1 to 3
 *
 * Moves the handle to @level.
 */
void
plumb_depth_gauge_set_level (PlumbDepthGauge *self, int level)
{
  g_return_if_fail (PLUMB_IS_DEPTH_GAUGE (self));
  g_return_if_fail (level >= 1 && level <= N_LEVELS);

  if (self->level == level) {
    return;
  }

  self->level = level;
  gtk_range_set_value (GTK_RANGE (self->scale), level);
  update_value_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

/**
 * plumb_depth_gauge_get_levels:
 * @self: a gauge
 *
 * Returns: which levels there are, a bit for each
 */
guint
plumb_depth_gauge_get_levels (PlumbDepthGauge *self)
{
  g_return_val_if_fail (PLUMB_IS_DEPTH_GAUGE (self), 0);

  return self->levels;
}

/**
 * plumb_depth_gauge_set_levels:
 * @self: a gauge
 * @levels: which levels there are, a bit for each, the first level's the lowest
 *
 * Says which stops can be reached. Where there is one level at most, there is nothing to choose.
 */
void
plumb_depth_gauge_set_levels (PlumbDepthGauge *self, guint levels)
{
  g_return_if_fail (PLUMB_IS_DEPTH_GAUGE (self));

  if (self->levels == levels) {
    return;
  }

  self->levels = levels;
  for (int i = 0; i < N_LEVELS; i++) {
    if (self->name[i] != NULL) {
      gtk_widget_set_sensitive (self->name[i], has_level (self, i + 1));
    }
  }
  gtk_widget_set_sensitive (self->scale, (levels & (levels - 1)) != 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVELS]);
}
