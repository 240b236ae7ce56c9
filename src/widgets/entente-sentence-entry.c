/* An entry, and a popover below it that does not take the keyboard. How much would pass is counted
 * in a thread, and only for the line that stands there last. Main thread but for run_counting(). */
#include "config.h"

#include "entente-query-line.h"
#include "entente-sentence-entry.h"
#include <glib/gi18n.h>
#include <string.h>

#define MAX_COMPLETIONS 8
#define WIDTH_PX 420

struct _EntenteSentenceEntry {
  GtkWidget parent_instance;

  EntenteSession *session; /* or NULL: not editing */
  EntenteQuery *query; /* what the line says, or NULL: it cannot be read */
  EntenteLinePlace place; /* of what is completed */
  GCancellable *counting; /* or NULL */
  gboolean updating;

  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *said; /* label */
  GtkWidget *list; /* of completions */
};

G_DEFINE_FINAL_TYPE (EntenteSentenceEntry, entente_sentence_entry, GTK_TYPE_WIDGET)

static guint done_signal;

static const EntenteChronicle *
get_chronicle (EntenteSentenceEntry *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

static const char *
get_text (EntenteSentenceEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* ---- what would pass ---- */

typedef struct {
  EntenteChronicle *chronicle;
  EntenteQuery *query;
  gboolean cancelled; /* atomic */
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  entente_chronicle_unref (count->chronicle);
  entente_query_unref (count->query);
  g_free (count);
}

static void
cancelled_cb (GCancellable *cancellable, gboolean *cancelled)
{
  g_atomic_int_set (cancelled, TRUE);
}

static void
run_counting (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Count *count = data;
  gulong handler =
    g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), &count->cancelled, NULL);
  EntenteBitset *rows =
    entente_query_match (count->query, count->chronicle, NULL, &count->cancelled);

  g_cancellable_disconnect (cancellable, handler);
  g_task_return_int (task, rows ? entente_bitset_count (rows) : 0);
  if (rows)
    entente_bitset_unref (rows);
}

static void
say (EntenteSentenceEntry *self, const char *text, gboolean is_fault)
{
  gtk_label_set_text (GTK_LABEL (self->said), text);
  if (is_fault) {
    gtk_widget_add_css_class (self->said, "error");
    gtk_widget_add_css_class (self->entry, "error");
  } else {
    gtk_widget_remove_css_class (self->said, "error");
    gtk_widget_remove_css_class (self->entry, "error");
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text,
                                  -1);
}

/* As high as what it says now. */
static void
fit_popover (EntenteSentenceEntry *self)
{
  if (gtk_widget_get_mapped (self->popover))
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSentenceEntry) self = data;
  g_autoptr (GError) error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);
  guint total;
  g_autofree char *sentence = NULL, *count = NULL, *text = NULL;

  if (error || !self->session || !self->query)
    return;
  g_clear_object (&self->counting);
  total = entente_chronicle_get_n_rows (get_chronicle (self));
  sentence = entente_study_format_query (entente_session_get_study (self->session), self->query);
  count =
    g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", total), (guint) n, total);
  text = g_strdup_printf ("%s · %s", sentence, count);
  say (self, text, FALSE);
  fit_popover (self);
}

static void
stop_counting (EntenteSentenceEntry *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* Words are looked for in the file only when the filter is set. */
static void
count_rows (EntenteSentenceEntry *self)
{
  g_autoptr (GTask) task = NULL;
  Count *count;

  if (self->query->words) {
    g_autofree char *sentence =
      entente_study_format_query (entente_session_get_study (self->session), self->query);

    say (self, sentence, FALSE);
    return;
  }
  self->counting = g_cancellable_new ();
  task = g_task_new (NULL, self->counting, counted_cb, g_object_ref (self));
  count = g_new0 (Count, 1);
  count->chronicle = entente_chronicle_ref (get_chronicle (self));
  count->query = entente_query_ref (self->query);
  g_task_set_task_data (task, count, count_free);
  g_task_run_in_thread (task, run_counting);
}

/* ---- reading ---- */

/* The place of a fault is underlined in the entry, and named in what is said. */
static void
mark_fault (EntenteSentenceEntry *self, const EntenteLinePlace *place)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

  line->start_index = place->start;
  line->end_index = place->end;
  if (place->end > place->start)
    pango_attr_list_insert (attributes, line);
  else
    pango_attribute_destroy (line);
  gtk_entry_set_attributes (GTK_ENTRY (self->entry), attributes);
  pango_attr_list_unref (attributes);
}

static void
read_line (EntenteSentenceEntry *self)
{
  EntenteLinePlace place = { 0, 0 };
  g_autoptr (GError) error = NULL;

  stop_counting (self);
  g_clear_pointer (&self->query, entente_query_unref);
  self->query = entente_query_line_read (get_text (self), get_chronicle (self), &place, &error);
  if (!self->query) {
    mark_fault (self, &place);
    say (self, error->message, TRUE);
    return;
  }
  mark_fault (self, &(EntenteLinePlace){ 0, 0 });
  count_rows (self);
}

/* ---- completion ---- */

static guint
get_cursor (EntenteSentenceEntry *self)
{
  const char *text = get_text (self);

  return (
    guint) (g_utf8_offset_to_pointer (text,
                                      gtk_editable_get_position (GTK_EDITABLE (self->entry))) -
            text);
}

static void
empty_list (EntenteSentenceEntry *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
complete (EntenteSentenceEntry *self)
{
  g_auto (GStrv) found = entente_query_line_complete (get_text (self),
                                                      get_cursor (self),
                                                      get_chronicle (self),
                                                      MAX_COMPLETIONS,
                                                      &self->place);

  empty_list (self);
  for (guint i = 0; found[i]; i++) {
    GtkWidget *label = gtk_label_new (found[i]);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_list_box_append (GTK_LIST_BOX (self->list), label);
  }
  gtk_widget_set_visible (self->list, found[0] != NULL);
  fit_popover (self);
}

static void
take_row (EntenteSentenceEntry *self, GtkListBoxRow *row)
{
  const char *text = get_text (self);
  const char *value = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
  g_autofree char *line =
    g_strdup_printf ("%.*s%s%s", (int) self->place.start, text, value, text + self->place.end);
  glong position =
    g_utf8_pointer_to_offset (text, text + self->place.start) + g_utf8_strlen (value, -1);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), line);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), (int) position);
  self->updating = FALSE;
  read_line (self);
  complete (self);
}

static void
row_activated_cb (EntenteSentenceEntry *self, GtkListBoxRow *row)
{
  take_row (self, row);
}

static void
choose (EntenteSentenceEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : -1;

  row = at >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at) : NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row)
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))),
      -1);
}

/* The one chosen, else the first; FALSE when there is none. */
static gboolean
take_completion (EntenteSentenceEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!row)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (!row)
    return FALSE;
  take_row (self, row);
  return TRUE;
}

/* ---- editing ---- */

static void
changed_cb (EntenteSentenceEntry *self)
{
  if (!self->session || self->updating)
    return;
  read_line (self);
  complete (self);
}

static void
finish (EntenteSentenceEntry *self)
{
  if (!self->session)
    return;
  stop_counting (self);
  g_clear_object (&self->session);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, done_signal, 0);
}

/* What cannot be read stays, so that it can be mended. */
static void
accept (EntenteSentenceEntry *self)
{
  if (!self->query) {
    gtk_widget_error_bell (self->entry);
    return;
  }
  entente_session_set_query (self->session, self->query);
  finish (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EntenteSentenceEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!self->session ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_Escape:
    finish (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    choose (self, keyval == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Tab:
    return take_completion (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (row)
      take_row (self, row);
    else
      accept (self);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* Whoever goes elsewhere has left it. */
static void
left_cb (EntenteSentenceEntry *self)
{
  finish (self);
}

static void
entente_sentence_entry_dispose (GObject *object)
{
  EntenteSentenceEntry *self = ENTENTE_SENTENCE_ENTRY (object);

  stop_counting (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, entente_query_unref);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_sentence_entry_parent_class)->dispose (object);
}

static void
entente_sentence_entry_class_init (EntenteSentenceEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_sentence_entry_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  done_signal = g_signal_new ("done",
                              ENTENTE_TYPE_SENTENCE_ENTRY,
                              G_SIGNAL_RUN_LAST,
                              0,
                              NULL,
                              NULL,
                              NULL,
                              G_TYPE_NONE,
                              0);
}

static void
add_popover (EntenteSentenceEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  self->said = gtk_label_new (NULL);
  self->list = gtk_list_box_new ();
  gtk_label_set_wrap (GTK_LABEL (self->said), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->said), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->said), 60);
  gtk_widget_set_size_request (self->said, WIDTH_PX, -1);
  gtk_widget_add_css_class (self->list, "completions");
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What may stand here"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (box), self->said);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "sentence-popover");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
entente_sentence_entry_init (EntenteSentenceEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("Names of actors, or a word and its values"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter in words"),
                                  -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  add_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
entente_sentence_entry_new (void)
{
  return g_object_new (ENTENTE_TYPE_SENTENCE_ENTRY, NULL);
}

void
entente_sentence_entry_start (EntenteSentenceEntry *self, EntenteSession *session)
{
  g_autofree char *written =
    entente_query_line_write (entente_session_get_query (session),
                              entente_study_get_chronicle (entente_session_get_study (session)));
  gboolean ends = !*written || entente_session_get_query (session)->words;
  g_autofree char *line = g_strconcat (written, ends ? "" : "; ", NULL); /* to be gone on with */

  g_set_object (&self->session, session);
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), line);
  self->updating = FALSE;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  read_line (self);
  empty_list (self);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
