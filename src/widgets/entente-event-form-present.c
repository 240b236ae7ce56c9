/* How the form of an event is shown: a new one in a popover at its words, an old one in a window.
 *
 * A popover in which something was filled in is not lost when it is closed by Escape or by a click
 * beside it: it stays with its parent until the same words are marked again or others are. One that
 * is being written stays in any case, until that is done. Main thread.
 */
#include "config.h"

#include "entente-event-form-private.h"
#include "entente-form-window.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

/* Its arrow, padding and shadow, and a little air. */
#define POPOVER_MARGIN_PX 64

#define FORM_DATA "entente-event-form"
#define DECIDED_DATA "entente-event-decided"
#define PASSAGE_DATA "entente-event-passage"
#define SESSION_DATA "entente-event-session"
#define DATE_DATA "entente-event-date"
#define FOCUS_DATA "entente-event-focus-date"

/* ---- popover ---- */

static EntenteEventForm *
get_form (GtkWidget *popover)
{
  return g_object_get_data (G_OBJECT (popover), FORM_DATA);
}

static void
drop_draft (GtkWidget *popover)
{
  g_object_set_data (G_OBJECT (popover), DECIDED_DATA, GINT_TO_POINTER (TRUE));
  entente_event_form_stop_reading (get_form (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (gtk_widget_get_parent (popover))
    gtk_widget_unparent (popover);
}

static gboolean
drop_draft_cb (gpointer data)
{
  drop_draft (data);
  return G_SOURCE_REMOVE;
}

/* The first draft among the children from @child on. */
static GtkWidget *
find_draft_from (GtkWidget *child)
{
  while (child && !(GTK_IS_POPOVER (child) && get_form (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* One that is being written stays, for it may fail and has to say how it went; unless @all. */
static void
drop_drafts (GtkWidget *parent, gboolean all)
{
  GtkWidget *next;

  for (GtkWidget *draft = find_draft_from (gtk_widget_get_first_child (parent)); draft;
       draft = next) {
    next = find_draft_from (gtk_widget_get_next_sibling (draft));
    if (all || !entente_event_form_is_writing (get_form (draft)))
      drop_draft (draft);
  }
}

static void
parent_destroyed_cb (GtkWidget *parent)
{
  drop_drafts (parent, TRUE);
}

/* A popover that is up cannot go together with its window. */
static void
parent_unmapped_cb (GtkWidget *parent)
{
  for (GtkWidget *draft = find_draft_from (gtk_widget_get_first_child (parent)); draft;
       draft = find_draft_from (gtk_widget_get_next_sibling (draft)))
    gtk_popover_popdown (GTK_POPOVER (draft));
}

/* The popover goes when nothing of it is on the way any more. */
static void
close_popover (GtkWidget *popover)
{
  g_object_set_data (G_OBJECT (popover), DECIDED_DATA, GINT_TO_POINTER (TRUE));
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_draft_cb, g_object_ref (popover), g_object_unref);
}

static void
done_cb (EntenteEventForm *form, gboolean applied, GtkWidget *popover)
{
  close_popover (popover);
}

static void
closed_cb (GtkPopover *popover, EntenteEventForm *form)
{
  EntenteSession *session = g_object_get_data (G_OBJECT (popover), SESSION_DATA);
  gboolean was_waiting = entente_event_form_stop_waiting (form);

  if ((was_waiting || entente_event_form_is_touched (form)) &&
      !entente_event_form_is_writing (form) &&
      !g_object_get_data (G_OBJECT (popover), DECIDED_DATA))
    entente_session_notify_user (session,
                                 _ ("The event was not added. Mark the same words again to go on."),
                                 0);
}

/* What was typed stays as a draft, as after a click beside it. */
static gboolean
escape_cb (GtkWidget *popover, GVariant *parameter, gpointer data)
{
  EntenteEventForm *form = get_form (popover);

  if (entente_event_form_is_touched (form) || entente_event_form_is_writing (form))
    gtk_popover_popdown (GTK_POPOVER (popover));
  else
    close_popover (popover);
  return TRUE;
}

static void
add_escape (GtkWidget *popover)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (popover, controller);
}

static GtkWidget *
create_popover (GtkWidget *parent,
                EntenteSession *session,
                EntenteId article,
                EntentePassage *passage)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *form = entente_event_form_new (session, article, passage);
  GtkWidget *keeper = entente_form_keeper_new (session, "new-event", article, form);

  gtk_box_prepend (GTK_BOX (form), keeper);
  entente_event_form_set_keeper (ENTENTE_EVENT_FORM (form), ENTENTE_FORM_KEEPER (keeper));
  gtk_popover_set_child (GTK_POPOVER (popover), form);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_default_widget (GTK_POPOVER (popover),
                                  entente_event_form_get_button (ENTENTE_EVENT_FORM (form)));
  gtk_widget_add_css_class (popover, "event-popover");
  gtk_widget_set_parent (popover, parent);
  g_object_set_data (G_OBJECT (popover), FORM_DATA, form);
  g_object_set_data_full (G_OBJECT (popover),
                          PASSAGE_DATA,
                          entente_passage_ref (passage),
                          entente_record_unref);
  g_object_set_data_full (G_OBJECT (popover), SESSION_DATA, g_object_ref (session), g_object_unref);
  g_signal_connect_object (form, "done", G_CALLBACK (done_cb), popover, 0);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), form, 0);
  add_escape (popover);
  return popover;
}

static gboolean
is_same_passage (const EntentePassage *a, const EntentePassage *b)
{
  return a->revision == b->revision && a->start == b->start && a->end == b->end;
}

static GtkWidget *
find_draft (GtkWidget *parent, const EntentePassage *passage)
{
  GtkWidget *draft = find_draft_from (gtk_widget_get_first_child (parent));

  while (draft && !is_same_passage (g_object_get_data (G_OBJECT (draft), PASSAGE_DATA), passage))
    draft = find_draft_from (gtk_widget_get_next_sibling (draft));
  return draft;
}

/* The draft of these words, else a new popover, which becomes the draft. */
static GtkWidget *
ensure_popover (GtkWidget *parent,
                EntenteSession *session,
                EntenteId article,
                EntentePassage *passage)
{
  GtkWidget *popover = find_draft (parent, passage);

  if (popover)
    return popover;
  drop_drafts (parent, FALSE);
  popover = create_popover (parent, session, article, passage);
  g_signal_handlers_disconnect_by_func (parent, parent_destroyed_cb, NULL);
  g_signal_handlers_disconnect_by_func (parent, parent_unmapped_cb, NULL);
  g_signal_connect (parent, "destroy", G_CALLBACK (parent_destroyed_cb), NULL);
  g_signal_connect (parent, "unmap", G_CALLBACK (parent_unmapped_cb), NULL);
  return popover;
}

/* The popover stands above or below @at, where there is more room in the window. */
static int
find_room (GtkWidget *parent, const GdkRectangle *at)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  double x, y;

  gtk_widget_translate_coordinates (parent, root, at->x, at->y, &x, &y);
  return (int) MAX (y, gtk_widget_get_height (root) - y - at->height) - POPOVER_MARGIN_PX;
}

static void
popup (GtkWidget *popover, const GdkRectangle *at)
{
  if (entente_event_form_is_narrow (gtk_widget_get_parent (popover))) {
    entente_event_form_popup_sheet (GTK_POPOVER (popover), get_form (popover));
    gtk_widget_grab_focus (GTK_WIDGET (get_form (popover)));
    return;
  }
  if (at) {
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
    entente_event_form_set_room (get_form (popover),
                                 find_room (gtk_widget_get_parent (popover), at));
  }
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (get_form (popover)));
}

void
entente_event_form_present_at (GtkWidget *parent,
                               const GdkRectangle *at,
                               EntenteSession *session,
                               EntenteId article,
                               EntentePassage *passage)
{
  popup (ensure_popover (parent, session, article, passage), at);
}

void
entente_event_form_present_proposed (GtkWidget *parent,
                                     const GdkRectangle *at,
                                     EntenteSession *session,
                                     EntenteId article,
                                     const EntenteProposed *proposed)
{
  GtkWidget *popover = ensure_popover (parent, session, article, proposed->passage);
  EntenteEventForm *form = get_form (popover);

  if (!entente_event_form_is_touched (form))
    entente_event_form_propose (form, proposed);
  popup (popover, at);
}

/* ---- window ---- */

static void
window_accept_cb (EntenteFormWindow *window, EntenteEventForm *form)
{
  entente_event_form_accept (form);
}

static void
window_changed_cb (EntenteEventForm *form, EntenteFormWindow *window)
{
  entente_form_window_set_can_accept (window, entente_event_form_can_accept (form));
}

static void
window_done_cb (EntenteEventForm *form, gboolean applied, EntenteFormWindow *window)
{
  entente_form_window_finish (window);
}

/* Words that turn out to be of an event that there is are added as a claim. */
static void
follow_label_cb (EntenteEventForm *form, EntenteFormWindow *window)
{
  GtkWidget *button = entente_event_form_get_button (form);

  entente_form_window_set_accept_label (window, gtk_button_get_label (GTK_BUTTON (button)));
}

static gboolean
is_touched (GtkWidget *form)
{
  return entente_event_form_is_touched (ENTENTE_EVENT_FORM (form));
}

/* The words that were told, and the bounds that were derived, are not those of a proposal. */
static EntenteDate *
complete_proposal (const EntenteDate *date, const EntenteDate *old)
{
  g_autoptr (EntenteDate) worded = NULL;

  if (!old)
    return entente_date_ref (date);
  worded = entente_date_with_wording (date, old->wording);
  if (old->not_before == ENTENTE_TIME_MIN && old->not_after == ENTENTE_TIME_MAX)
    return g_steal_pointer (&worded);
  return entente_date_with_bounds (worded, old->not_before, old->not_after, old->bound_reason);
}

static void
detail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  EntenteEventForm *form = g_object_get_data (G_OBJECT (window), FORM_DATA);
  EntenteSession *session = g_object_get_data (G_OBJECT (window), SESSION_DATA);
  const EntenteDate *date = g_object_get_data (G_OBJECT (window), DATE_DATA);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, &error);

  if (!entente_toplevel_is_open (GTK_WIDGET (window)))
    return; /* gone together with its parent */
  if (!detail) {
    entente_session_notify_user (session, error->message, 0);
    gtk_window_destroy (GTK_WINDOW (window));
    return;
  }
  entente_event_form_show (form, detail);
  if (date) {
    g_autoptr (EntenteDate) whole = complete_proposal (date, detail->event->when);

    entente_event_form_propose_date (form, whole);
  }
  gtk_window_present (GTK_WINDOW (window));
  if (g_object_get_data (G_OBJECT (window), FOCUS_DATA))
    entente_event_form_focus_date (form);
  else
    gtk_widget_grab_focus (GTK_WIDGET (form));
}

static EntenteFormWindow *
create_window (GtkWidget *parent, EntenteSession *session, EntenteId event)
{
  gboolean is_new = event == ENTENTE_ID_NONE;
  GtkWidget *form = entente_event_form_new (session, ENTENTE_ID_NONE, NULL);
  EntenteFormWindow *window = entente_form_window_new (parent,
                                                       is_new ? _ ("New Event") : _ ("Edit Event"),
                                                       is_new ? _ ("Add Event") : _ ("Save"),
                                                       form);

  entente_event_form_hide_footer (ENTENTE_EVENT_FORM (form));
  entente_form_window_set_touched_func (window, is_touched);
  entente_event_form_set_keeper (
    ENTENTE_EVENT_FORM (form),
    entente_form_window_keep (window, session, is_new ? "new-event" : "event", event));
  g_object_set_data_full (G_OBJECT (window), FORM_DATA, g_object_ref (form), g_object_unref);
  g_object_set_data_full (G_OBJECT (window), SESSION_DATA, g_object_ref (session), g_object_unref);
  g_signal_connect_object (window, "accept", G_CALLBACK (window_accept_cb), form, 0);
  g_signal_connect_object (form, "changed", G_CALLBACK (window_changed_cb), window, 0);
  g_signal_connect_object (form, "done", G_CALLBACK (window_done_cb), window, 0);
  if (is_new)
    g_signal_connect_object (form, "changed", G_CALLBACK (follow_label_cb), window, 0);
  window_changed_cb (ENTENTE_EVENT_FORM (form), window);
  return window;
}

static void
present_when_read (EntenteFormWindow *window, EntenteSession *session, EntenteId event)
{
  entente_study_read_event_async (entente_session_get_study (session),
                                  event,
                                  NULL,
                                  detail_cb,
                                  g_object_ref (window));
}

void
entente_event_form_present_at_date (GtkWidget *parent, EntenteSession *session, EntenteId event)
{
  EntenteFormWindow *window = create_window (parent, session, event);

  g_object_set_data (G_OBJECT (window), FOCUS_DATA, GINT_TO_POINTER (TRUE));
  present_when_read (window, session, event);
}

void
entente_event_form_present_dated (GtkWidget *parent,
                                  EntenteSession *session,
                                  EntenteId event,
                                  const EntenteDate *date)
{
  EntenteFormWindow *window = create_window (parent, session, event);

  g_object_set_data_full (G_OBJECT (window),
                          DATE_DATA,
                          entente_date_ref (date),
                          (GDestroyNotify) entente_date_unref);
  present_when_read (window, session, event);
}

void
entente_event_form_present (GtkWidget *parent,
                            EntenteSession *session,
                            EntenteId event,
                            EntenteId article,
                            EntentePassage *passage)
{
  EntenteFormWindow *window;

  if (event == ENTENTE_ID_NONE && passage) {
    entente_event_form_present_at (parent, NULL, session, article, passage);
    return;
  }
  window = create_window (parent, session, event);
  if (event == ENTENTE_ID_NONE)
    gtk_window_present (GTK_WINDOW (window));
  else
    present_when_read (window, session, event);
}

/* Above the window from which the form came, which itself goes now. */
void
entente_event_form_edit_added (EntenteEventForm *self, EntenteId event)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root && ENTENTE_IS_FORM_WINDOW (root))
    root = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root)));
  if (root)
    entente_event_form_present (root, self->session, event, ENTENTE_ID_NONE, NULL);
}
