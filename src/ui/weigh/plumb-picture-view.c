/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plumb-picture-view.h"

#include "plumb-figure-style.h"
#include "plumb-picture-draw.h"

/* In ems: how narrow it can be, how wide a picture is at least, and how wide it would like to be. In between the type of
 * the picture is smaller than that of the page. */
#define MIN_WIDTH 8
#define LEAST_WIDTH 12
#define NATURAL_WIDTH 24

/**
 * PlumbPictureView:
 *
 * A picture of answers, drawn in the colours of the page. What is where is planned in the room without GTK, by a function
 * that is asked again whenever the width, the size of the text or the direction changes.
 *
 * ## CSS nodes
 *
 * `answerpicture`.
 *
 * ## Accessibility
 *
 * `PlumbPictureView` has the role %GTK_ACCESSIBLE_ROLE_IMG. Its name says what it shows, its description says all the
 * numbers.
 */
struct _PlumbPictureView {
  GtkWidget parent_instance;

  PlumbPicturePlanFunc func;
  gpointer user_data;
  PlumbPicture *plan;
  char *description;
};

G_DEFINE_FINAL_TYPE (PlumbPictureView, plumb_picture_view, GTK_TYPE_WIDGET)

static void
redraw_cb (PlumbPictureView *self)
{
  g_clear_pointer (&self->plan, plumb_picture_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static double
get_em (PlumbPictureView *self)
{
  g_auto (PlumbFigureStyle) style = { NULL };

  plumb_figure_style_init_for_widget (&style, GTK_WIDGET (self), NULL);

  return style.em;
}

static PlumbPicture *
new_plan (PlumbPictureView *self, double width)
{
  PlumbPictureStyle style = {
    .width = width,
    .em = MIN (get_em (self), width / LEAST_WIDTH),
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .heading = FALSE,
  };

  return self->func != NULL ? self->func (&style, self->user_data) : NULL;
}

static void
plumb_picture_view_finalize (GObject *object)
{
  PlumbPictureView *self = PLUMB_PICTURE_VIEW (object);

  g_clear_pointer (&self->plan, plumb_picture_free);
  g_free (self->description);

  G_OBJECT_CLASS (plumb_picture_view_parent_class)->finalize (object);
}

static GtkSizeRequestMode
plumb_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_picture_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  PlumbPictureView *self = PLUMB_PICTURE_VIEW (widget);
  double em = get_em (self);
  g_autoptr (PlumbPicture) plan = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = (int) (MIN_WIDTH * em);
    *natural = (int) (NATURAL_WIDTH * em);
    return;
  }

  plan = new_plan (self, for_size < 0 ? NATURAL_WIDTH * em : for_size);
  *minimum = *natural = plan != NULL ? (int) plumb_picture_get_height (plan) : 0;
}

static void
plumb_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbPictureView *self = PLUMB_PICTURE_VIEW (widget);
  double width = gtk_widget_get_width (widget);
  PlumbPictureColors colors;

  if (self->plan == NULL || plumb_picture_get_width (self->plan) != width) {
    g_clear_pointer (&self->plan, plumb_picture_free);
    self->plan = new_plan (self, width);
  }
  if (self->plan == NULL) {
    return;
  }

  plumb_picture_colors_init_for_widget (&colors, widget);
  plumb_picture_draw (self->plan, snapshot, gtk_widget_get_pango_context (widget), &colors);
}

static void
plumb_picture_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  redraw_cb (PLUMB_PICTURE_VIEW (widget));

  GTK_WIDGET_CLASS (plumb_picture_view_parent_class)->direction_changed (widget, previous);
}

static void
plumb_picture_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_picture_view_parent_class)->css_changed (widget, change);

  redraw_cb (PLUMB_PICTURE_VIEW (widget));
}

static void
plumb_picture_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plumb_picture_view_parent_class)->system_setting_changed (widget, setting);

  redraw_cb (PLUMB_PICTURE_VIEW (widget));
}

static void
plumb_picture_view_class_init (PlumbPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = plumb_picture_view_finalize;

  widget_class->get_request_mode = plumb_picture_view_get_request_mode;
  widget_class->measure = plumb_picture_view_measure;
  widget_class->snapshot = plumb_picture_view_snapshot;
  widget_class->direction_changed = plumb_picture_view_direction_changed;
  widget_class->css_changed = plumb_picture_view_css_changed;
  widget_class->system_setting_changed = plumb_picture_view_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "answerpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plumb_picture_view_init (PlumbPictureView *self)
{
  plumb_figure_style_watch (GTK_WIDGET (self), G_CALLBACK (redraw_cb));
}

/**
 * plumb_picture_view_new:
 *
 * Creates a view that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plumb_picture_view_new (void)
{
  return g_object_new (PLUMB_TYPE_PICTURE_VIEW, NULL);
}

/**
 * plumb_picture_view_set_plan_func:
 * @self: a view
 * @func: (nullable) (scope forever): plans the picture
 * @user_data: for @func; it has to live as long as the view asks
 *
 * Sets what plans the picture.
 */
void
plumb_picture_view_set_plan_func (PlumbPictureView *self,
                                  PlumbPicturePlanFunc func,
                                  gpointer user_data)
{
  g_return_if_fail (PLUMB_IS_PICTURE_VIEW (self));

  self->func = func;
  self->user_data = user_data;
  plumb_picture_view_update (self);
}

/**
 * plumb_picture_view_update:
 * @self: a view
 *
 * Plans the picture anew, since what it shows has changed.
 */
void
plumb_picture_view_update (PlumbPictureView *self)
{
  g_autoptr (PlumbPicture) plan = NULL;

  g_return_if_fail (PLUMB_IS_PICTURE_VIEW (self));

  redraw_cb (self);
  plan = new_plan (self, NATURAL_WIDTH * get_em (self));
  if (plan != NULL && g_set_str (&self->description, plumb_picture_get_description (plan))) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    plumb_picture_get_title (plan),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->description,
                                    -1);
  }
}

/**
 * plumb_picture_view_get_description:
 * @self: a view
 *
 * Returns: (nullable): all that the picture shows, in sentences
 */
const char *
plumb_picture_view_get_description (PlumbPictureView *self)
{
  g_return_val_if_fail (PLUMB_IS_PICTURE_VIEW (self), NULL);

  return self->description;
}
