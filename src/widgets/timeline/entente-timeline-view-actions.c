/* Actions of the widget that move the view. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include <string.h>

#define ZOOM_STEP 1.5
#define PAN_STEP 0.25 /* of the width */

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_zoom_by (ENTENTE_TIMELINE (widget), ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_zoom_by (ENTENTE_TIMELINE (widget), 1 / ZOOM_STEP);
}

static void
zoom_fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_zoom_to_fit (ENTENTE_TIMELINE (widget));
}

static void
zoom_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_zoom_to_selection (ENTENTE_TIMELINE (widget));
}

static void
zoom_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_timeline_zoom_to_filter (ENTENTE_TIMELINE (widget));
}

static void
zoom_range_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);

  if (self->has_range)
    entente_timeline_view_zoom_to (self, self->range, TRUE);
}

static void
clear_range_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSpan none = { 0, 0 };

  entente_timeline_feed_set_range (ENTENTE_TIMELINE (widget), FALSE, none);
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  EntenteTimescale target = entente_timeline_view_get_target (self);
  int step = g_str_equal (name, "timeline.pan-later") ? 1 : -1;

  entente_timeline_view_set (self,
                             entente_timescale_pan (&target, step * PAN_STEP * target.width_px),
                             TRUE);
}

void
entente_timeline_view_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "timeline.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (class, "timeline.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (class, "timeline.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_action (class, "timeline.zoom-selection", NULL, zoom_selection_action);
  gtk_widget_class_install_action (class, "timeline.zoom-filter", NULL, zoom_filter_action);
  gtk_widget_class_install_action (class, "timeline.zoom-range", NULL, zoom_range_action);
  gtk_widget_class_install_action (class, "timeline.clear-range", NULL, clear_range_action);
  gtk_widget_class_install_action (class, "timeline.pan-earlier", NULL, pan_action);
  gtk_widget_class_install_action (class, "timeline.pan-later", NULL, pan_action);
}
