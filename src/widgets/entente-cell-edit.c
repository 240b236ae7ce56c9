/* The popover hangs on the scroller of the view, which gives its children places of rows and
 * columns alone; it goes when it closes, and the keyboard goes back to the row. What did not change
 * makes no step. Main thread. */
#include "config.h"

#include "entente-cell-edit.h"
#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-enum-choice.h"
#include "entente-event-reader.h"
#include "entente-kind-popover.h"
#include "entente-popover-drop.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  GtkColumnView *view; /* outlives the popover */
  GtkWidget *row; /* weak */
  EntenteId id;
  EntenteEvent *event; /* as it was read */
  const EntenteEventColumn *column;
  GtkWidget *popover, *field;
} Edit;

typedef struct {
  const char *name; /* of the column */
  GtkWidget *(*create) (Edit *edit);
  EntenteStep *(*create_step) (Edit *edit, GError **error); /* NULL: nothing changed */
} Field;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->session);
  g_clear_weak_pointer (&edit->row);
  entente_record_unref (edit->event);
  g_free (edit);
}

/* ---- fields ---- */

static GtkWidget *
create_title (Edit *edit)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), edit->event->title ? edit->event->title : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("What the move is called"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title"),
                                  -1);
  return entry;
}

static EntenteStep *
change_title (Edit *edit, GError **error)
{
  g_autofree char *title =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (edit->field))));

  if (g_str_equal (title, edit->event->title ? edit->event->title : ""))
    return NULL;
  return entente_commands_set_field (ENTENTE_ENTITY_EVENT, edit->id, "title", title, error);
}

/* From which words without a year are completed. */
static const EntenteDate *
find_published (Edit *edit)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (edit->session));
  guint row = entente_chronicle_find_row (chronicle, edit->id), n = 0;
  const EntenteVoice *voices =
    row != ENTENTE_NO_INDEX ? entente_chronicle_get_voices (chronicle, row, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (voices[i].article != ENTENTE_NO_INDEX)
      return entente_chronicle_get_article (chronicle, voices[i].article)->published;
  return NULL;
}

static GtkWidget *
create_date (Edit *edit)
{
  GtkWidget *field = entente_date_field_new_plain ();

  entente_date_field_set_label (ENTENTE_DATE_FIELD (field), _ ("When"));
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (field), _ ("undated"));
  entente_date_field_set_published (ENTENTE_DATE_FIELD (field), find_published (edit));
  entente_date_field_set_date (ENTENTE_DATE_FIELD (field), edit->event->when);
  return field;
}

static EntenteStep *
change_date (Edit *edit, GError **error)
{
  const char *problem = entente_date_field_get_error (ENTENTE_DATE_FIELD (edit->field));
  g_autoptr (EntenteEvent) wanted = NULL;

  if (problem) {
    g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, problem);
    return NULL;
  }
  wanted = entente_event_copy (edit->event);
  g_clear_pointer (&wanted->when, entente_date_unref);
  wanted->when = entente_date_field_dup_date (ENTENTE_DATE_FIELD (edit->field));
  if (entente_record_compare_fields (edit->event, wanted) == 0)
    return NULL;
  return entente_commands_change_event (edit->event, NULL, wanted, NULL);
}

static GtkWidget *
create_judgement (Edit *edit)
{
  GtkWidget *choice = entente_enum_choice_new (ENTENTE_ENUM_JUDGEMENT, _ ("Judgement"));

  entente_enum_choice_set (choice, edit->event->judgement);
  return choice;
}

static EntenteStep *
change_judgement (Edit *edit, GError **error)
{
  int value = entente_enum_choice_get (edit->field);

  if (value == edit->event->judgement)
    return NULL;
  return entente_commands_set_field (ENTENTE_ENTITY_EVENT,
                                     edit->id,
                                     "judgement",
                                     entente_enum_nick (ENTENTE_ENUM_JUDGEMENT, value),
                                     error);
}

/* "kind" has a popover of its own. */
static const Field fields[] = {
  { "title", create_title, change_title },
  { "when", create_date, change_date },
  { "judgement", create_judgement, change_judgement },
  { "kind", NULL, NULL },
};

static const Field *
find_field (const EntenteEventColumn *column)
{
  for (guint i = 0; column && i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, column->name))
      return &fields[i];
  return NULL;
}

gboolean
entente_cell_edit_can (const EntenteEventColumn *column)
{
  return find_field (column) != NULL;
}

/* ---- popover ---- */

static void
say (Edit *edit, const GError *error)
{
  if (error)
    entente_session_notify_user (edit->session, error->message, 0);
}

static void
closed_cb (GtkWidget *popover, Edit *edit)
{
  if (edit->row && gtk_widget_get_mapped (edit->row))
    gtk_widget_grab_focus (edit->row);
  entente_popover_drop_later (popover);
}

/* FALSE when it could not be read; then the popover stays. */
static gboolean
keep (Edit *edit)
{
  const Field *field = find_field (edit->column);
  g_autoptr (GError) error = NULL;
  EntenteStep *step = field->create_step ? field->create_step (edit, &error) : NULL;

  if (error) {
    gtk_widget_error_bell (edit->field);
    say (edit, error);
    return FALSE;
  }
  if (step)
    entente_session_apply (edit->session, step, _ ("Event changed"));
  return TRUE;
}

static GtkColumnViewColumn *
get_column (Edit *edit, guint i)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (edit->view), i);

  return column; /* that the view holds */
}

/* The next column in that direction that shows and can be changed, or NULL. */
static const EntenteEventColumn *
find_next (Edit *edit, int step)
{
  int n = (int) g_list_model_get_n_items (gtk_column_view_get_columns (edit->view)), at = 0;

  if (!edit->column)
    at = -1;
  while (at >= 0 && at < n &&
         entente_event_columns_get (get_column (edit, (guint) at)) != edit->column)
    at++;
  for (at += step; at >= 0 && at < n; at += step) {
    GtkColumnViewColumn *column = get_column (edit, (guint) at);

    if (gtk_column_view_column_get_visible (column) &&
        entente_cell_edit_can (entente_event_columns_get (column)))
      return entente_event_columns_get (column);
  }
  return NULL;
}

static void
go_on (Edit *edit, int step)
{
  const EntenteEventColumn *next = find_next (edit, step);
  g_autoptr (EntenteSession) session = g_object_ref (edit->session);
  GtkColumnView *view = edit->view;
  GtkWidget *row = edit->row;

  if (!keep (edit))
    return;
  gtk_popover_popdown (GTK_POPOVER (edit->popover));
  if (next && row)
    entente_cell_edit_start (session, view, row, next);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        Edit *edit)
{
  gboolean plain = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;

  if (plain && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)) {
    go_on (edit, keyval == GDK_KEY_Tab ? 1 : -1);
    return GDK_EVENT_STOP;
  }
  if (!plain || !edit->field || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE; /* of kinds, one is chosen by Enter */
  if (keep (edit))
    gtk_popover_popdown (GTK_POPOVER (edit->popover));
  return GDK_EVENT_STOP;
}

static void
kind_chosen_cb (GtkWidget *popover, const char *kind, Edit *edit)
{
  g_autoptr (GError) error = NULL;
  EntenteStep *step;

  if (g_str_equal (kind, edit->event->kind))
    return;
  step = entente_commands_set_field (ENTENTE_ENTITY_EVENT, edit->id, "kind", kind, &error);
  say (edit, error);
  if (step)
    entente_session_apply (edit->session, step, _ ("Event changed"));
}

/* Over the cell, as wide as that at least. */
static void
place (Edit *edit, GtkWidget *cell)
{
  GtkWidget *parent = gtk_widget_get_parent (edit->popover);
  int width = gtk_widget_get_width (cell), height = gtk_widget_get_height (cell);
  GdkRectangle at = { 0, 0, width, height };
  double x, y;

  gtk_widget_translate_coordinates (cell, parent, 0, 0, &x, &y);
  at.x = (int) x;
  at.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (edit->popover), &at);
  gtk_popover_set_position (GTK_POPOVER (edit->popover), GTK_POS_BOTTOM);
  if (edit->field)
    gtk_widget_set_size_request (edit->field, CLAMP (width, 180, 480), -1);
}

static void
fill (Edit *edit)
{
  const Field *field = find_field (edit->column);
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (field->create) {
    edit->popover = gtk_popover_new ();
    edit->field = field->create (edit);
    gtk_popover_set_child (GTK_POPOVER (edit->popover), edit->field);
  } else {
    edit->popover = entente_kind_popover_new ();
    g_signal_connect (edit->popover, "kind-chosen", G_CALLBACK (kind_chosen_cb), edit);
  }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), edit);
  gtk_widget_add_controller (edit->popover, keys);
}

static void
show (Edit *edit, GtkWidget *cell)
{
  fill (edit);
  g_object_set_data_full (G_OBJECT (edit->popover), "entente-edit", edit, edit_free);
  gtk_widget_add_css_class (edit->popover, "cell-edit");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit->popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gettext (edit->column->title),
                                  -1);
  gtk_widget_set_parent (edit->popover, gtk_widget_get_parent (GTK_WIDGET (edit->view)));
  place (edit, cell);
  g_signal_connect (edit->popover, "closed", G_CALLBACK (closed_cb), edit);
  g_signal_connect_object (edit->view,
                           "destroy",
                           G_CALLBACK (gtk_widget_unparent),
                           edit->popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (edit->popover));
  if (edit->field)
    gtk_widget_child_focus (edit->popover, GTK_DIR_TAB_FORWARD);
}

/* ---- start ---- */

static Edit *
create_edit (EntenteSession *session, GtkColumnView *view, GtkWidget *row)
{
  EntenteEventItem *item = entente_event_columns_get_event (row);
  g_autoptr (EntenteEventReader) reader =
    entente_event_reader_get (entente_session_get_study (session));
  const EntenteEvent *event =
    item ? entente_event_reader_look_up (reader, entente_event_item_get_id (item)) : NULL;
  Edit *edit;

  if (!event)
    return NULL;
  edit = g_new0 (Edit, 1);
  edit->session = g_object_ref (session);
  edit->view = view;
  g_set_weak_pointer (&edit->row, row);
  edit->id = entente_event_item_get_id (item);
  edit->event = entente_event_copy (event);
  return edit;
}

gboolean
entente_cell_edit_start (EntenteSession *session,
                         GtkColumnView *view,
                         GtkWidget *row,
                         const EntenteEventColumn *column)
{
  Edit *edit = create_edit (session, view, row);
  GtkWidget *cell;

  if (!edit)
    return FALSE;
  edit->column = column;
  if (!entente_cell_edit_can (column)) {
    edit->column = NULL;
    edit->column = find_next (edit, 1);
  }
  cell = edit->column ? entente_event_columns_find_cell (row, edit->column) : NULL;
  if (!cell) {
    edit_free (edit);
    return FALSE;
  }
  show (edit, cell);
  return TRUE;
}
