/* The rest of a pointer, kept with the widget over which it is. Main thread. */
#include "config.h"

#include "entente-hover.h"

#define REST_MS 300
#define KEY "entente-hover"

typedef struct {
  EntenteSession *session; /* or NULL */
  EntenteId event;
  guint source;
  gboolean told;
} Rest;

/* Takes back only what is its own: another pane may have said something since. */
static void
end_rest (Rest *rest)
{
  g_clear_handle_id (&rest->source, g_source_remove);
  if (rest->told && entente_session_get_hovered_event (rest->session) == rest->event)
    entente_session_set_hovered_event (rest->session, ENTENTE_ID_NONE);
  rest->told = FALSE;
}

static void
free_rest (gpointer data)
{
  Rest *rest = data;

  end_rest (rest);
  g_clear_object (&rest->session);
  g_free (rest);
}

static gboolean
rested_cb (gpointer data)
{
  Rest *rest = data;

  rest->source = 0;
  rest->told = TRUE;
  entente_session_set_hovered_event (rest->session, rest->event);
  return G_SOURCE_REMOVE;
}

void
entente_hover_tell (GtkWidget *widget, EntenteSession *session, EntenteId event)
{
  Rest *rest = g_object_get_data (G_OBJECT (widget), KEY);

  if (!rest) {
    rest = g_new0 (Rest, 1);
    g_object_set_data_full (G_OBJECT (widget), KEY, rest, free_rest);
  }
  if (!session)
    event = ENTENTE_ID_NONE;
  if (rest->event == event && rest->session == session)
    return;
  end_rest (rest);
  g_set_object (&rest->session, session);
  rest->event = event;
  if (event != ENTENTE_ID_NONE)
    rest->source = g_timeout_add (REST_MS, rested_cb, rest);
}
