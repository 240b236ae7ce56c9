/* Saved views in a window. Recalling one is no step of the study. Main thread. */
#include "config.h"

#include "entente-saved-views.h"

#include "entente-query-parse.h"
#include "entente-timeline.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

static EntenteTimeline *
get_timeline (EntenteWindow *self)
{
  return ENTENTE_TIMELINE (adw_bin_get_child (self->timeline_slot));
}

/* ---- layout ---- */

static const char *
get_answers_nick (EntenteSession *session)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (ENTENTE_TYPE_ANSWERS_SHOWN);
  const GEnumValue *value =
    g_enum_get_value (class, (int) entente_session_get_answers_shown (session));

  return value ? value->value_nick : NULL;
}

char *
entente_saved_views_dup_layout (EntenteWindow *self)
{
  g_auto (EntenteViewLayout) layout = {
    .lanes = entente_timeline_get_lane_choice (get_timeline (self)),
    .has_range = TRUE,
    .range = entente_timeline_get_visible_span (get_timeline (self)),
    .answers = g_strdup (get_answers_nick (self->session)),
  };

  g_object_get (self->view_bar, "page", &layout.page, NULL);
  return entente_view_layout_format (&layout);
}

static void
take_answers (EntenteWindow *self, const char *nick)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (ENTENTE_TYPE_ANSWERS_SHOWN);
  const GEnumValue *value = nick ? g_enum_get_value_by_nick (class, nick) : NULL;

  if (value)
    entente_session_set_answers_shown (self->session, (EntenteAnswersShown) value->value);
}

static void
take_layout (EntenteWindow *self, const char *text)
{
  static const char *const pages[] = { "timeline", "table", "ledger", NULL };
  g_auto (EntenteViewLayout) layout = { 0 };

  entente_view_layout_parse (&layout, text);
  if (layout.page && g_strv_contains (pages, layout.page))
    g_object_set (self->view_bar, "page", layout.page, NULL);
  if (layout.lanes)
    entente_timeline_set_lane_choice (get_timeline (self), layout.lanes);
  take_answers (self, layout.answers);
  if (layout.has_range)
    entente_timeline_set_visible_span (get_timeline (self), layout.range, TRUE);
}

/* ---- recalling ---- */

void
entente_saved_views_recall (EntenteWindow *self, const EntenteView *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuery) query =
    entente_query_from_text (view->query, entente_study_get_chronicle (self->study), &error);
  g_autofree char *said = query
                            ? g_strdup_printf (_ ("View “%s”"), view->name)
                            : g_strdup_printf (_ ("The filter of the view “%s” fits no more: %s"),
                                               view->name,
                                               error->message);

  if (query) {
    entente_session_set_query (self->session, query);
    take_layout (self, view->layout);
  }
  entente_session_notify_user (self->session, said, 0);
}

typedef struct {
  EntenteWindow *window;
  int key;
} Recall;

static void
tell_no_view (EntenteWindow *self, int key)
{
  g_autofree char *said = g_strdup_printf (_ ("No view has the key %d; Ctrl+D saves one."), key);

  entente_session_notify_user (self->session, said, 0);
}

static void
views_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Recall *recall = data;
  g_autoptr (EntenteWindow) window = recall->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views =
    entente_study_read_views_finish (ENTENTE_STUDY (source), result, &error);
  const EntenteView *view = views ? entente_views_find_key (views, recall->key) : NULL;

  if (window->study != ENTENTE_STUDY (source))
    return;
  if (view)
    entente_saved_views_recall (window, view);
  else if (views)
    tell_no_view (window, recall->key);
  else
    entente_session_notify_user (window->session, error->message, 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EntenteWindow *self)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  Recall *recall;
  gint64 key = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? (gint64) keyval - GDK_KEY_KP_0
                                                                : (gint64) keyval - GDK_KEY_0;

  if (!self->study || (state & modifiers) != 0 || key < 1 || key > 9)
    return GDK_EVENT_PROPAGATE;
  recall = g_new0 (Recall, 1);
  recall->window = g_object_ref (self);
  recall->key = (int) key;
  entente_study_read_views_async (self->study, NULL, views_cb, recall);
  return GDK_EVENT_STOP;
}

/* What a text or a form does with a digit comes first: this is asked when nobody took the key. */
void
entente_saved_views_add_keys (EntenteWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
