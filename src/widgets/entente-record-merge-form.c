/* The form of merging two records. Two rounds are two events, and how these are merged is asked by
 * the form for events. Main thread.
 */
#include "config.h"

#include "entente-event-merge-form.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include "entente-record-merge-form.h"
#include "entente-record-merge.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteEntity entity;
  EntenteId gone;
  GArray *others; /* EntenteId, in the order of the list */
  GtkWidget *parent; /* weak */
  EntenteFormWindow *window;
  GtkWidget *choice;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  g_array_unref (form->others);
  g_clear_weak_pointer (&form->parent);
  g_free (form);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  Form *form = g_object_get_data (G_OBJECT (window), "entente-form");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteRecordMerge) merge = entente_record_merge_read_finish (result, &error);

  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return;
  if (merge == NULL)
    entente_form_window_set_error (window, error->message);
  else
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_merge_records (merge),
                               _ ("Merged"));
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));
  EntenteId kept =
    at < form->others->len ? g_array_index (form->others, EntenteId, at) : ENTENTE_ID_NONE;

  if (kept == ENTENTE_ID_NONE)
    return;
  if (form->entity == ENTENTE_ENTITY_EVENT) {
    if (form->parent != NULL)
      entente_event_merge_form_present (form->parent, form->session, kept, form->gone);
    entente_form_window_finish (window);
    return;
  }
  entente_record_merge_read_async (entente_session_get_study (form->session),
                                   form->entity,
                                   kept,
                                   form->gone,
                                   NULL,
                                   read_cb,
                                   g_object_ref (window));
}

/* All others of the list, by name; typing finds one. */
static GtkWidget *
create_choice (Form *form, EntenteRecordList *list)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (EntenteRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
    EntenteId id = entente_record_item_get_id (item);

    if (id == form->gone)
      continue;
    g_array_append_val (form->others, id);
    gtk_string_list_append (names, entente_record_item_get_name (item));
  }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)),
                              gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Is the same as"),
                                  -1);
  return choice;
}

static GtkWidget *
create_rows (Form *form, EntenteRecordList *list, EntenteRecordItem *gone)
{
  GtkWidget *grid = entente_form_grid_new ();
  GtkWidget *name = gtk_label_new (entente_record_item_get_name (gone));
  GtkWidget *note = gtk_label_new (
    _ ("What names the first names the second afterwards; what the second lacks it is given."));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "row-note");
  form->choice = create_choice (form, list);
  entente_form_grid_add (grid, _ ("This one goes"), name);
  entente_form_grid_add (grid, _ ("Is the same as"), form->choice);
  entente_form_grid_add_wide (grid, note);
  return grid;
}

void
entente_record_merge_form_present (GtkWidget *parent,
                                   EntenteSession *session,
                                   EntenteEntity entity,
                                   EntenteRecordList *list,
                                   EntenteRecordItem *gone)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->entity = entity;
  form->gone = entente_record_item_get_id (gone);
  form->others = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_set_weak_pointer (&form->parent, parent);
  rows = create_rows (form, list, gone);
  form->window = entente_form_window_new (parent, _ ("Merge"), _ ("Merge"), rows);
  entente_form_window_set_can_accept (form->window, form->others->len > 0);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
