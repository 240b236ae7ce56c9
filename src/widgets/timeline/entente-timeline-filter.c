/* What menus of the timeline do to the filter: the moves of one actor, or only what is between two. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

static void
set_actors (EntenteTimeline *self, EntenteMatch match, EntenteId first, EntenteId second)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  g_clear_pointer (&query->actors, g_array_unref);
  entente_query_toggle_id (&query->actors, first, TRUE);
  if (second != ENTENTE_ID_NONE)
    entente_query_toggle_id (&query->actors, second, TRUE);
  query->match = match;
  query->direction = ENTENTE_EITHER_WAY;
  query->exclusive = second != ENTENTE_ID_NONE;
  entente_session_set_query (self->session, query);
}

/* "timeline.only-actor", with the id. */
static void
only_actor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);

  if (self->session != NULL)
    set_actors (self, ENTENTE_MATCH_ANY, g_variant_get_int64 (parameter), ENTENTE_ID_NONE);
}

/* "timeline.only-between", with two ids. */
static void
only_between_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  EntenteId first, second;

  g_variant_get (parameter, "(xx)", &first, &second);
  if (self->session != NULL)
    set_actors (self, ENTENTE_MATCH_BETWEEN, first, second);
}

void
entente_timeline_filter_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "timeline.only-actor", "x", only_actor_action);
  gtk_widget_class_install_action (class, "timeline.only-between", "(xx)", only_between_action);
}
