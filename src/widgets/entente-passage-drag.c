/* Drag and drop of passages. A text view drags its selection as mere text, and takes the press for
 * that at once: so a press on selected words is taken before it, and what remains a click is given
 * back to the owner. A press elsewhere, with Shift, or of a finger goes on to the text view. Main
 * thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-error.h"
#include "entente-passage-drag.h"
#include "entente-suggestion-list.h"
#include "entente-toplevel.h"

#define FIND_DATA "entente-passage-find"
#define PRESSED_DATA "entente-passage-pressed"

/* A function as data. */
typedef struct {
  EntentePassageFind find;
  EntentePassageClicked clicked;
  EntentePassageTarget target;
} Finder;

static const Finder *
get_finder (gpointer controller)
{
  return g_object_get_data (controller, FIND_DATA);
}

static void
set_finder (gpointer controller, Finder finder)
{
  g_object_set_data_full (controller, FIND_DATA, g_memdup2 (&finder, sizeof finder), g_free);
}

/* ---- dragging ---- */

static gboolean
may_drag (GtkEventController *click)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (click);

  return !(gtk_event_controller_get_current_event_state (click) & GDK_SHIFT_MASK) &&
         (!device || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN);
}

/* The words that are selected when the button goes down: by the time that a drag begins, the text
 * view has selected others if there were none. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, GtkDragSource *source)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  EntentePassage *passage =
    may_drag (GTK_EVENT_CONTROLLER (click)) ? get_finder (source)->find (widget, x, y) : NULL;

  g_object_set_data_full (G_OBJECT (source), PRESSED_DATA, passage, entente_record_unref);
  if (passage)
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, GtkDragSource *source)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (g_object_get_data (G_OBJECT (source), PRESSED_DATA))
    get_finder (source)->clicked (widget, x, y);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y)
{
  const EntentePassage *passage = g_object_get_data (G_OBJECT (source), PRESSED_DATA);
  GdkContentProvider *providers[2];

  if (!passage)
    return NULL;
  providers[0] = gdk_content_provider_new_typed (entente_passage_get_type (), passage);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, passage->quote);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

void
entente_passage_drag_attach (GtkWidget *widget,
                             EntentePassageFind find,
                             EntentePassageClicked clicked)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  set_finder (source, (Finder){ find, clicked, NULL });
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), source, G_CONNECT_DEFAULT);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), source, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  gtk_gesture_group (GTK_GESTURE (click), GTK_GESTURE (source));
}

/* ---- dropping ---- */

static EntenteSession *
dup_session (GtkDropTarget *target)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  EntenteSession *session = NULL;

  g_object_get (widget, "session", &session, NULL);
  return session;
}

static EntenteId
find_event (GtkDropTarget *target, double x, double y)
{
  g_autoptr (EntenteSession) session = dup_session (target);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  return session ? get_finder (target)->target (widget, x, y) : ENTENTE_ID_NONE;
}

/* Only over an event the pointer says that there is something to drop on. */
static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y)
{
  return find_event (target, x, y) != ENTENTE_ID_NONE ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y)
{
  g_autoptr (EntenteSession) session = dup_session (target);
  EntenteId event = find_event (target, x, y);

  return session &&
         entente_passage_drop (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)),
                               session,
                               event,
                               g_value_get_boxed (value));
}

void
entente_passage_drop_attach (GtkWidget *widget, EntentePassageTarget find)
{
  GtkDropTarget *target = gtk_drop_target_new (entente_passage_get_type (), GDK_ACTION_COPY);

  set_finder (target, (Finder){ NULL, NULL, find });
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* ---- the claim ---- */

typedef struct {
  GtkWidget *widget; /* that they were dropped on */
  EntenteSession *session;
  EntenteId event;
  EntentePassage *passage; /* ours */
  EntenteId claim;
} Drop;

static void
free_drop (Drop *drop)
{
  g_object_unref (drop->widget);
  g_object_unref (drop->session);
  entente_passage_unref (drop->passage);
  g_free (drop);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, free_drop)

/* Whoever shows the widget offers to change what was read. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Drop) drop = data;
  g_autoptr (GError) error = NULL;

  if (!entente_session_apply_finish (drop->session, result, &error)) {
    entente_session_notify_user (drop->session, error->message, 0);
    return;
  }
  /* Not before: the article in view stays the one of these words. */
  entente_session_select_event (drop->session, drop->event);
  if (entente_toplevel_is_open (drop->widget))
    gtk_widget_activate_action (drop->widget, "win.claim-added", "(xx)", drop->event, drop->claim);
}

/* Words that are not in the newest text are not read any more (@proposals NULL): a person says how
 * they tell it. */
static EntenteClaim *
make_claim (Drop *drop, const EntenteProposals *proposals, GPtrArray *actors)
{
  EntenteStudy *study = entente_session_get_study (drop->session);
  g_auto (EntenteProposed) proposed = { NULL };
  EntenteClaim *claim;

  if (!proposals) {
    claim = entente_claim_new ();
    claim->event = drop->event;
    return claim;
  }
  entente_proposals_propose_words (proposals, drop->passage->start, drop->passage->end, &proposed);
  entente_proposed_add_speaker (&proposed, actors);
  return entente_proposed_make_claim (&proposed, entente_study_get_chronicle (study), drop->event);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Drop *drop = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_wait_finish (ENTENTE_SUGGESTION_LIST (source), result, &error);
  g_autoptr (GPtrArray) actors = NULL;
  g_autoptr (EntenteClaim) claim = NULL;
  EntenteStep *step;

  if (!proposals && !g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND)) {
    entente_session_notify_user (drop->session, error->message, 0);
    free_drop (drop);
    return;
  }
  actors = g_ptr_array_new_with_free_func (entente_record_unref);
  claim = make_claim (drop, proposals, actors);
  step = entente_commands_add_claim (claim, drop->passage);
  drop->claim = claim->record.id;
  entente_commands_insert_first (step, actors);
  entente_session_apply_async (drop->session, step, NULL, written_cb, drop);
}

gboolean
entente_passage_drop (GtkWidget *widget,
                      EntenteSession *session,
                      EntenteId event,
                      EntentePassage *passage)
{
  Drop *drop;

  if (event == ENTENTE_ID_NONE || !passage ||
      entente_study_is_read_only (entente_session_get_study (session)))
    return FALSE;
  drop = g_new (Drop, 1);
  *drop = (Drop){ g_object_ref (widget),
                  g_object_ref (session),
                  event,
                  entente_passage_copy (passage),
                  ENTENTE_ID_NONE };
  entente_suggestion_list_wait_async (entente_session_get_suggestions (session),
                                      entente_session_get_article (session),
                                      passage->revision,
                                      NULL,
                                      read_cb,
                                      drop);
  return TRUE;
}
