/* List, name, and the two buttons; the rows between are those of the kind of record. */
#include "config.h"

#include "entente-list-form.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteListFormType *type;
  EntenteSession *session;
  EntenteChronicle *chronicle; /* whose records are in the list */
  EntenteRecord *record; /* as it is, or a new one */
  EntenteFormWindow *window;
  GtkWidget *choice;
  GtkWidget *name;
  GtkWidget *delete;
  gpointer fields;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  entente_record_unref (form->record);
  g_free (form->type);
  g_free (form->fields);
  g_free (form);
}

static char **
get_name (Form *form, gconstpointer record)
{
  return entente_record_get_field (record, entente_entity_find_field (form->type->entity, "name"));
}

/* ---- accepting ---- */

static gboolean
has_name (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->name);

  return name != NULL;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteRecord) record = entente_record_copy (form->record);
  const char *error;

  entente_form_text_store (form->name, get_name (form, record));
  form->type->fill (form->fields, record);
  if (!has_name (form))
    return;
  error = form->type->get_error (form->fields, record, form->chronicle);
  if (error)
    entente_form_window_set_error (window, error);
  else if (record->id == ENTENTE_ID_NONE)
    entente_form_window_apply (window, form->session, entente_commands_put (record), NULL);
  else
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_change (form->record, record),
                               NULL);
}

static void
delete_cb (Form *form)
{
  entente_form_window_apply (form->window,
                             form->session,
                             entente_commands_delete (form->type->entity, form->record->id),
                             form->type->deleted);
}

static void
name_changed_cb (Form *form)
{
  entente_form_window_set_can_accept (form->window, has_name (form));
}

/* ---- choosing ---- */

static void
show_record (Form *form)
{
  entente_form_text_set (form->name, *get_name (form, form->record));
  form->type->show (form->fields, form->record, form->chronicle);
  gtk_widget_set_visible (form->delete, form->record->id != ENTENTE_ID_NONE);
}

/* The first of the list is a new one. */
static void
chosen_cb (Form *form)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));

  entente_record_unref (form->record);
  form->record = chosen == 0 || chosen > form->type->get_n (form->chronicle)
                   ? entente_record_new (form->type->entity)
                   : entente_record_ref (form->type->get (form->chronicle, chosen - 1));
  entente_form_window_set_error (form->window, NULL);
  show_record (form);
}

static gpointer
find_record (Form *form, EntenteId id)
{
  for (guint i = 0; id != ENTENTE_ID_NONE && i < form->type->get_n (form->chronicle); i++) {
    const EntenteRecord *record = form->type->get (form->chronicle, i);

    if (record->id == id)
      return entente_record_ref (record);
  }
  return entente_record_new (form->type->entity);
}

static GtkWidget *
create_choice (Form *form)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint chosen = 0;

  g_ptr_array_add (names, (gpointer) form->type->fresh);
  for (guint i = 0; i < form->type->get_n (form->chronicle); i++) {
    const EntenteRecord *record = form->type->get (form->chronicle, i);

    g_ptr_array_add (names, *get_name (form, record));
    if (record->id == form->record->id)
      chosen = i + 1;
  }
  g_ptr_array_add (names, NULL);
  form->choice = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->choice), chosen);
  entente_enum_choice_set_name (GTK_DROP_DOWN (form->choice), form->type->list);
  return form->choice;
}

/* ---- rows ---- */

static GtkWidget *
create_delete (Form *form)
{
  form->delete = gtk_button_new_with_mnemonic (form->type->delete_label);
  gtk_widget_add_css_class (form->delete, "destructive-action");
  gtk_widget_set_halign (form->delete, GTK_ALIGN_START);
  g_signal_connect_swapped (form->delete, "clicked", G_CALLBACK (delete_cb), form);
  return form->delete;
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  entente_form_grid_add (grid, form->type->list, create_choice (form));
  form->name = entente_form_grid_add_entry (grid, _ ("Name"));
  form->type->add_rows (form->fields, grid);
  entente_form_grid_add_wide (grid, create_delete (form));
  return grid;
}

void
entente_list_form_present (GtkWidget *parent,
                           EntenteSession *session,
                           EntenteListFormType *type,
                           EntenteId id,
                           gpointer fields)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->type = type;
  form->fields = fields;
  form->session = g_object_ref (session);
  form->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (session)));
  form->record = find_record (form, id);
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, type->title, _ ("Save"), rows);
  show_record (form);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (name_changed_cb), form);
  g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (chosen_cb), form);
  name_changed_cb (form);
  gtk_window_present (GTK_WINDOW (form->window));
}
