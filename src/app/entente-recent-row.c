/* A row of the recent studies. Shows plain values and keeps none. Main thread. */
#include "config.h"

#include "entente-recent-row.h"
#include "entente-sketch.h"
#include <glib/gi18n.h>

struct _EntenteRecentRow {
  AdwActionRow parent_instance;

  EntenteSketch *sketch;
  GtkLabel *day;
};

G_DEFINE_FINAL_TYPE (EntenteRecentRow, entente_recent_row, ADW_TYPE_ACTION_ROW)

static void
entente_recent_row_class_init (EntenteRecentRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_SKETCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteRecentRow, sketch);
  gtk_widget_class_bind_template_child (widget_class, EntenteRecentRow, day);
}

static void
entente_recent_row_init (EntenteRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "1 article · 18 events" */
static char *
format_counts (const EntenteRecentStudy *study)
{
  guint n_articles = (guint) MAX (study->n_articles, 0);
  guint n_events = (guint) MAX (study->n_events, 0);
  g_autofree char *articles =
    g_strdup_printf (ngettext ("%'u article", "%'u articles", n_articles), n_articles);
  g_autofree char *events =
    g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);

  return g_strdup_printf ("%s · %s", articles, events);
}

GtkWidget *
entente_recent_row_new (const EntenteRecentStudy *study, gint64 now)
{
  EntenteRecentRow *self = g_object_new (ENTENTE_TYPE_RECENT_ROW, NULL);
  g_autofree char *counts = format_counts (study);
  g_autofree char *day = entente_recent_format_day (study->time, now);
  g_autofree char *path = g_filename_display_name (study->path);
  g_autofree char *packed = entente_recent_pack_path (study->path);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), study->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), path);
  gtk_label_set_text (self->day, day);
  entente_sketch_set_lanes (self->sketch, study->lanes);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", packed);
  return GTK_WIDGET (self);
}
