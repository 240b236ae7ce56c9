/* A line for each candidate: its title, which shows it in timeline and inspector, and a toggle. At
 * most one toggle is down, and one that was chosen stays as long as it is found.
 */
#include "config.h"

#include "entente-label.h"
#include "entente-same-event-row.h"
#include "entente-same-event.h"
#include <glib/gi18n.h>

#define MAX_CANDIDATES 2
#define DELAY_MS 150
#define EVENT_DATA "entente-event"

struct _EntenteSameEventRow {
  GtkBox parent_instance;

  EntenteSession *session;
  EntenteId chosen;
  guint waiting; /* source that begins the search, or 0 */
  GCancellable *searching; /* or NULL */
  const EntenteKind *kind;
  EntenteSpan window;
  GPtrArray *parts; /* or NULL */

  GtkWidget *heading;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (EntenteSameEventRow, entente_same_event_row, GTK_TYPE_BOX)

static guint changed_signal;

static EntenteChronicle *
get_chronicle (EntenteSameEventRow *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

/* ---- choosing ---- */

static void
choose (EntenteSameEventRow *self, EntenteId event)
{
  if (self->chosen == event)
    return;
  self->chosen = event;
  g_signal_emit (self, changed_signal, 0);
}

static EntenteId
get_event (gpointer button)
{
  return *(EntenteId *) g_object_get_data (G_OBJECT (button), EVENT_DATA);
}

static void
toggled_cb (GtkToggleButton *button, EntenteSameEventRow *self)
{
  if (gtk_toggle_button_get_active (button))
    choose (self, get_event (button));
  else if (self->chosen == get_event (button))
    choose (self, ENTENTE_ID_NONE);
}

static void
shown_cb (GtkButton *button, EntenteSameEventRow *self)
{
  entente_session_select_event (self->session, get_event (button));
}

static GtkWidget *
create_title (EntenteSameEventRow *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = entente_label_new (NULL, NULL);

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Show on the timeline"));
  g_signal_connect (button, "clicked", G_CALLBACK (shown_cb), self);
  return button;
}

static GtkWidget *
create_toggle (EntenteSameEventRow *self)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (_ ("It Is This One"));

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  return toggle;
}

/* A line whose event is gone keeps what it says until its toggle goes with the next search. */
static void
name_line (EntenteSameEventRow *self, GtkWidget *line)
{
  GtkWidget *title = gtk_widget_get_first_child (line), *toggle = gtk_widget_get_last_child (line);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (title));
  g_autofree char *text =
    entente_study_dup_event_line (entente_session_get_study (self->session), get_event (title));
  g_autofree char *name = NULL;

  if (!text || g_str_equal (text, gtk_label_get_text (GTK_LABEL (label))))
    return;
  name = g_strdup_printf (_ ("Add a claim to “%s” instead"), text);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Titles that were still on their way have come. */
static void
name_lines (EntenteSameEventRow *self)
{
  if (!self->session)
    return;
  for (GtkWidget *line = gtk_widget_get_first_child (self->list); line;
       line = gtk_widget_get_next_sibling (line))
    name_line (self, line);
}

static void
add_line (EntenteSameEventRow *self,
          EntenteChronicle *chronicle,
          const EntenteSameEvent *same,
          GtkToggleButton **first)
{
  EntenteId event = entente_chronicle_get_id (chronicle, same->row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *reason = entente_same_event_explain (same->reasons);
  GtkWidget *title = create_title (self), *toggle = create_toggle (self);

  g_object_set_data_full (G_OBJECT (title), EVENT_DATA, g_memdup2 (&event, sizeof event), g_free);
  g_object_set_data_full (G_OBJECT (toggle), EVENT_DATA, g_memdup2 (&event, sizeof event), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason,
                                  -1);
  gtk_widget_set_tooltip_text (toggle, reason);
  if (*first)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), *first);
  *first = GTK_TOGGLE_BUTTON (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), event == self->chosen);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), toggle);
  name_line (self, box);
  gtk_box_append (GTK_BOX (self->list), box);
}

/* ---- looking ---- */

typedef struct {
  EntenteChronicle *chronicle;
  EntenteSameEventQuery query;
  GPtrArray *parts;
} Wanted;

static void
free_wanted (gpointer data)
{
  Wanted *wanted = data;

  entente_chronicle_unref (wanted->chronicle);
  g_ptr_array_unref (wanted->parts);
  g_free (wanted);
}

static gboolean
is_found (EntenteChronicle *chronicle, const GArray *found, EntenteId event)
{
  for (guint i = 0; i < found->len; i++)
    if (entente_chronicle_get_id (chronicle, g_array_index (found, EntenteSameEvent, i).row) ==
        event)
      return TRUE;
  return FALSE;
}

static void
clear_list (EntenteSameEventRow *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->list)))
    gtk_box_remove (GTK_BOX (self->list), line);
}

static void
show_found (EntenteSameEventRow *self, EntenteChronicle *chronicle, const GArray *found)
{
  GtkToggleButton *first = NULL;

  if (!is_found (chronicle, found, self->chosen))
    choose (self, ENTENTE_ID_NONE);
  clear_list (self);
  for (guint i = 0; i < found->len; i++)
    add_line (self, chronicle, &g_array_index (found, EntenteSameEvent, i), &first);
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSameEventRow) self = data;
  Wanted *wanted = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), &error);

  if (!found || !self->session)
    return;
  g_clear_object (&self->searching);
  /* Rows are those of the chronicle that was looked through; the next change looks again. */
  if (wanted->chronicle == get_chronicle (self))
    show_found (self, wanted->chronicle, found);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;

  g_task_return_pointer (
    task,
    entente_same_event_find (wanted->chronicle, &wanted->query, MAX_CANDIDATES),
    (GDestroyNotify) g_array_unref);
}

static void
stop_looking (EntenteSameEventRow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static gboolean
look_cb (gpointer data)
{
  EntenteSameEventRow *self = data;
  g_autoptr (GTask) task = NULL;
  Wanted *wanted = g_new (Wanted, 1);

  self->waiting = 0;
  self->searching = g_cancellable_new ();
  *wanted = (Wanted){ entente_chronicle_ref (get_chronicle (self)),
                      { ENTENTE_ID_NONE, self->kind, self->window, self->parts },
                      g_ptr_array_ref (self->parts) };
  /* The thread may be the last to let go of the task; a widget ends in the main thread. */
  task = g_task_new (NULL, self->searching, found_cb, g_object_ref (self));
  g_task_set_task_data (task, wanted, free_wanted);
  g_task_run_in_thread (task, find_in_thread);
  return G_SOURCE_REMOVE;
}

/* ---- class ---- */

static void
entente_same_event_row_dispose (GObject *object)
{
  EntenteSameEventRow *self = ENTENTE_SAME_EVENT_ROW (object);

  stop_looking (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (entente_same_event_row_parent_class)->dispose (object);
}

static void
entente_same_event_row_class_init (EntenteSameEventRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_same_event_row_dispose;
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_SAME_EVENT_ROW,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
entente_same_event_row_init (EntenteSameEventRow *self)
{
  self->heading = gtk_label_new (_ ("Perhaps the same as"));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "form-label");
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
entente_same_event_row_set_session (EntenteSameEventRow *self, EntenteSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_func (entente_session_get_study (self->session),
                                          name_lines,
                                          self);
  g_set_object (&self->session, session);
  if (session)
    g_signal_connect_object (entente_session_get_study (session),
                             "titles-read",
                             G_CALLBACK (name_lines),
                             self,
                             G_CONNECT_SWAPPED);
}

void
entente_same_event_row_look_for (EntenteSameEventRow *self,
                                 const EntenteKind *kind,
                                 const EntenteDate *when,
                                 GPtrArray *parts)
{
  stop_looking (self);
  self->kind = kind;
  self->window =
    when ? entente_date_get_window (when) : (EntenteSpan){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->parts = parts;
  self->waiting = g_timeout_add (DELAY_MS, look_cb, self);
}

void
entente_same_event_row_set_chosen (EntenteSameEventRow *self, EntenteId event)
{
  choose (self, event);
}

EntenteId
entente_same_event_row_get_chosen (EntenteSameEventRow *self)
{
  return self->chosen;
}

void
entente_same_event_row_fill_claim (EntenteSameEventRow *self,
                                   EntenteClaim *claim,
                                   const EntenteKind *kind,
                                   const EntenteDate *when)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  guint row = entente_chronicle_find_row (chronicle, self->chosen);

  claim->event = self->chosen;
  if (row != ENTENTE_NO_INDEX)
    entente_same_event_fill_claim (chronicle, row, claim, kind, when, self->parts);
}
