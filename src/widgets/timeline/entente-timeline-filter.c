/* What menus of the timeline do to the filter: the moves of one actor, or only what is between two.
 * Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

/* "timeline.only-actor", with the id. */
static void
only_actor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  g_autoptr (EntenteQuery) query = NULL;

  if (self->session == NULL)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  entente_query_only_actor (query, g_variant_get_int64 (parameter));
  entente_session_set_query (self->session, query);
}

/* "timeline.only-between", with two ids. */
static void
only_between_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  g_autoptr (EntenteQuery) query = NULL;
  EntenteId first, second;

  if (self->session == NULL)
    return;
  g_variant_get (parameter, "(xx)", &first, &second);
  query = entente_query_copy (entente_session_get_query (self->session));
  entente_query_only_actor (query, first);
  entente_query_toggle_id (&query->actors, second, TRUE);
  query->match = ENTENTE_MATCH_BETWEEN;
  query->exclusive = TRUE;
  entente_session_set_query (self->session, query);
}

void
entente_timeline_filter_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "timeline.only-actor", "x", only_actor_action);
  gtk_widget_class_install_action (class, "timeline.only-between", "(xx)", only_between_action);
}
