/* What moves in one timeline moves in the other a moment later, before the next frame: a
 * timeline may move while it is given its size. Main thread. */
#include "config.h"

#include "entente-second-timeline.h"

#include "entente-enum-choice.h"
#include "entente-query-parse.h"
#include "entente-views.h"

#include <glib/gi18n.h>

struct _EntenteSecondTimeline {
  GtkBox parent_instance;

  EntenteTimeline *first; /* weak */
  EntenteTimeline *timeline;
  EntenteSession *session; /* of the first, or NULL */
  EntenteSession *own; /* or NULL */
  GPtrArray *views; /* EntenteView, or NULL until read */
  EntenteId view; /* or none */
  EntenteTimeline *moved; /* whose view the other shall take on, or NULL */
  guint following; /* source that does so, or 0 */
  gboolean sharing; /* span or selection are being handed over */
  gboolean filling; /* the list of views */

  GtkDropDown *choice;
  GtkLabel *sentence, *counts;
  GtkWidget *choose; /* button, in the middle while nothing shows */
  AdwBin *slot;
};

G_DEFINE_FINAL_TYPE (EntenteSecondTimeline, entente_second_timeline, GTK_TYPE_BOX)

static EntenteStudy *
get_study (EntenteSecondTimeline *self)
{
  return entente_session_get_study (self->own);
}

/* ---- one axis ---- */

static void
hand_over_span (EntenteSecondTimeline *self, EntenteTimeline *from)
{
  EntenteTimeline *to = from == self->first ? self->timeline : self->first;

  self->sharing = TRUE;
  entente_timeline_set_visible_span (to, entente_timeline_get_visible_span (from), FALSE);
  self->sharing = FALSE;
}

static gboolean
follow_cb (gpointer data)
{
  EntenteSecondTimeline *self = data;

  self->following = 0;
  if (self->first)
    hand_over_span (self, self->moved);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (EntenteSecondTimeline *self, GParamSpec *pspec, EntenteTimeline *timeline)
{
  if (self->sharing || !self->own || !self->first)
    return;
  self->moved = timeline;
  if (self->following == 0)
    self->following = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_cb, self, NULL);
}

/* ---- one selection ---- */

static void
hand_over_selection (EntenteSecondTimeline *self, EntenteSession *from)
{
  EntenteSession *to = from == self->own ? self->session : self->own;
  const GArray *selection = entente_session_get_selection (from);

  if (self->sharing)
    return;
  self->sharing = TRUE;
  entente_session_select_events (to, (const EntenteId *) selection->data, selection->len);
  self->sharing = FALSE;
}

static void
selection_cb (EntenteSecondTimeline *self, GParamSpec *pspec, EntenteSession *session)
{
  hand_over_selection (self, session);
}

static void
reveal_words_cb (EntenteSecondTimeline *self)
{
  entente_session_reveal_words (self->session);
}

static void
words_wanted_cb (EntenteSecondTimeline *self, EntenteSessionWords *words)
{
  *words = entente_session_ask_for_words (self->session);
}

static void
notify_user_cb (EntenteSecondTimeline *self, const char *message, gint64 step)
{
  entente_session_notify_user (self->session, message, step);
}

/* ---- what the head says ---- */

static char *
describe (EntenteSecondTimeline *self)
{
  g_autofree char *sentence = entente_study_format_query (
    get_study (self),
    entente_session_get_query (self->view == ENTENTE_ID_NONE ? self->session : self->own));

  if (self->view != ENTENTE_ID_NONE)
    return g_steal_pointer (&sentence);
  if (entente_query_is_empty (entente_session_get_query (self->session)))
    return g_strdup (_ ("Nothing is left out above: set a filter there, or choose a saved view"));
  return g_strdup_printf (_ ("All that is left out above by: %s"), sentence);
}

/* Its filter is not the one that a person sets: there is nothing to clear. */
static void
explain_nothing (EntenteSecondTimeline *self)
{
  const char *words =
    self->view == ENTENTE_ID_NONE ? _ ("Nothing is left out above") : _ ("The view shows nothing");
  g_autofree char *said = g_strdup_printf ("%s. %s", words, _ ("Choose Another View"));

  entente_timeline_set_nothing (self->timeline, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  -1);
}

static void
show_head (EntenteSecondTimeline *self)
{
  g_autofree char *sentence = NULL, *counts = NULL;
  guint n, n_events;

  if (!self->own)
    return;
  g_object_get (self->own, "n-filtered", &n, "n-events", &n_events, NULL);
  sentence = describe (self);
  counts =
    g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", n_events), n, n_events);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->counts, counts);
  explain_nothing (self);
}

/* ---- the filter ---- */

static const EntenteView *
find_view (EntenteSecondTimeline *self, EntenteId id)
{
  for (guint i = 0; self->views && i < self->views->len; i++)
    if (((const EntenteView *) self->views->pdata[i])->record.id == id)
      return self->views->pdata[i];
  return NULL;
}

/* Until the views are read, and where one no longer fits the study, the rest shows. */
static void
apply_view (EntenteSecondTimeline *self)
{
  const EntenteView *view = find_view (self, self->view);
  g_autoptr (EntenteQuery) query =
    view
      ? entente_query_from_text (view->query, entente_study_get_chronicle (get_study (self)), NULL)
      : NULL;

  if (self->views && !query)
    self->view = ENTENTE_ID_NONE;
  if (query)
    entente_session_set_query (self->own, query);
  entente_session_set_rest_of (self->own, query ? NULL : self->session);
  show_head (self);
}

static void
show_choice (EntenteSecondTimeline *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Rest of the Study"));
  for (guint i = 0; self->views && i < self->views->len; i++) {
    const EntenteView *view = self->views->pdata[i];

    gtk_string_list_append (names, view->name);
    if (view->record.id == self->view)
      selected = i + 1;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
}

static void
choice_cb (EntenteSecondTimeline *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->filling || !self->own || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->view = selected > 0 && self->views && selected <= self->views->len
                 ? ((const EntenteView *) self->views->pdata[selected - 1])->record.id
                 : ENTENTE_ID_NONE;
  apply_view (self);
}

static void
views_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSecondTimeline) self = data;
  g_autoptr (GPtrArray) views =
    entente_study_read_views_finish (ENTENTE_STUDY (source), result, NULL);

  if (!views || !self->own || get_study (self) != ENTENTE_STUDY (source))
    return;
  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = g_steal_pointer (&views);
  apply_view (self);
  show_choice (self);
}

static void
read_views (EntenteSecondTimeline *self)
{
  entente_study_read_views_async (get_study (self), NULL, views_cb, g_object_ref (self));
}

static void
study_changed_cb (EntenteSecondTimeline *self)
{
  read_views (self);
}

/* ---- GObject ---- */

static void
drop_session (EntenteSecondTimeline *self)
{
  if (self->own) {
    g_signal_handlers_disconnect_by_data (get_study (self), self);
    g_signal_handlers_disconnect_by_data (self->own, self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_clear_handle_id (&self->following, g_source_remove);
  if (self->timeline)
    entente_timeline_set_session (self->timeline, NULL);
  g_clear_object (&self->own);
  g_clear_object (&self->session);
  g_clear_pointer (&self->views, g_ptr_array_unref);
}

static void
entente_second_timeline_dispose (GObject *object)
{
  EntenteSecondTimeline *self = ENTENTE_SECOND_TIMELINE (object);

  drop_session (self);
  g_clear_weak_pointer (&self->first);
  self->timeline = NULL;

  G_OBJECT_CLASS (entente_second_timeline_parent_class)->dispose (object);
}

static void
entente_second_timeline_class_init (EntenteSecondTimelineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_second_timeline_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-second-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteSecondTimeline, choice);
  gtk_widget_class_bind_template_child (widget_class, EntenteSecondTimeline, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteSecondTimeline, counts);
  gtk_widget_class_bind_template_child (widget_class, EntenteSecondTimeline, slot);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
entente_second_timeline_init (EntenteSecondTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  entente_enum_choice_set_name (self->choice, _ ("What the second timeline shows"));
  show_choice (self);
}

static void
choose_cb (EntenteSecondTimeline *self)
{
  gtk_widget_activate (GTK_WIDGET (self->choice));
}

static void
offer_views (EntenteSecondTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_with_label (_ ("Close"));

  self->choose = gtk_button_new_with_label (_ ("Choose Another View"));
  g_signal_connect_object (self->choose,
                           "clicked",
                           G_CALLBACK (choose_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.second-timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (close),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close the Second Timeline"),
                                  -1);
  gtk_box_append (GTK_BOX (box), self->choose);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  entente_timeline_set_offer (self->timeline, box);
}

/* What its filter leaves out shows in the first, or not at all. */
GtkWidget *
entente_second_timeline_new (EntenteTimeline *first)
{
  EntenteSecondTimeline *self = g_object_new (ENTENTE_TYPE_SECOND_TIMELINE, NULL);
  static const char *const shared[] = { "header-width", "shelf-days" };

  g_set_weak_pointer (&self->first, first);
  self->timeline = ENTENTE_TIMELINE (entente_timeline_new (NULL));
  g_object_set (self->timeline, "ghosts", FALSE, NULL);
  offer_views (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Second timeline"),
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    g_object_bind_property (first, shared[i], self->timeline, shared[i], G_BINDING_SYNC_CREATE);
  adw_bin_set_child (self->slot, GTK_WIDGET (self->timeline));
  g_signal_connect_object (first,
                           "notify::visible-span",
                           G_CALLBACK (moved_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline,
                           "notify::visible-span",
                           G_CALLBACK (moved_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
take_session (EntenteSecondTimeline *self, EntenteSession *session)
{
  self->session = g_object_ref (session);
  self->own = entente_session_new (entente_session_get_study (session));
  g_object_bind_property (session, "article", self->own, "article", G_BINDING_SYNC_CREATE);
  g_object_bind_property (session,
                          "answers-shown",
                          self->own,
                          "answers-shown",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (session, "notify::selection", G_CALLBACK (selection_cb), self);
  g_signal_connect_swapped (session, "notify::query", G_CALLBACK (show_head), self);
  g_signal_connect_swapped (self->own, "notify::selection", G_CALLBACK (selection_cb), self);
  g_signal_connect_swapped (self->own, "notify::filtered", G_CALLBACK (show_head), self);
  g_signal_connect_swapped (self->own, "reveal-words", G_CALLBACK (reveal_words_cb), self);
  g_signal_connect_swapped (self->own, "words-wanted", G_CALLBACK (words_wanted_cb), self);
  g_signal_connect_swapped (self->own, "notify-user", G_CALLBACK (notify_user_cb), self);
  g_signal_connect_swapped (get_study (self), "changed", G_CALLBACK (study_changed_cb), self);
  apply_view (self);
  hand_over_selection (self, session);
  entente_timeline_set_session (self->timeline, self->own);
  hand_over_span (self, self->first);
  read_views (self);
}

void
entente_second_timeline_set_session (EntenteSecondTimeline *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  drop_session (self);
  if (session)
    take_session (self, session);
}

EntenteSession *
entente_second_timeline_get_own (EntenteSecondTimeline *self)
{
  return self->own;
}

EntenteTimeline *
entente_second_timeline_get_timeline (EntenteSecondTimeline *self)
{
  return self->timeline;
}

EntenteId
entente_second_timeline_get_view (EntenteSecondTimeline *self)
{
  return self->view;
}

void
entente_second_timeline_set_view (EntenteSecondTimeline *self, EntenteId view)
{
  self->view = view;
  if (!self->own)
    return;
  apply_view (self);
  show_choice (self);
}
