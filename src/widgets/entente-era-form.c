/* The form of an era: its name, from when to when, and whether it comes back each year. A list
 * above the fields chooses among the eras of the study, so that the keyboard reaches what the
 * pointer finds in the timeline. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-era-form.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include <glib/gi18n.h>

#define YEAR_SECONDS (366 * ENTENTE_SECONDS_PER_DAY)

typedef struct {
  EntenteSession *session;
  EntenteChronicle *chronicle; /* whose eras are in the list */
  EntenteEra *era; /* as it is, or a new one */
  EntenteFormWindow *window;
  GtkWidget *choice;
  GtkWidget *name;
  GtkWidget *extent;
  GtkWidget *recurring;
  GtkWidget *delete;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  entente_era_unref (form->era);
  g_free (form);
}

/* ---- accepting ---- */

static EntenteEra *
create_era (Form *form)
{
  EntenteEra *era = entente_era_copy (form->era);

  entente_form_text_store (form->name, &era->name);
  g_clear_pointer (&era->extent, entente_date_unref);
  era->extent = entente_date_field_dup_date (ENTENTE_DATE_FIELD (form->extent));
  era->recurring = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->recurring));
  return era;
}

/* A year has one stripe only of what begins and ends, and is over before it begins again. */
static gboolean
can_recur (const EntenteDate *extent)
{
  EntenteSpan window = entente_date_get_window (extent);

  return window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX &&
         window.end - window.start <= YEAR_SECONDS;
}

static const char *
get_error (Form *form, const EntenteEra *era)
{
  const char *unread = entente_date_field_get_error (ENTENTE_DATE_FIELD (form->extent));

  if (unread)
    return unread;
  if (!era->extent || !entente_date_is_dated (era->extent))
    return _ ("Say from when to when, such as 2018-05-01/2018-10-31.");
  if (era->recurring && !can_recur (era->extent))
    return _ ("What comes back each year begins and ends within one year.");
  return NULL;
}

static gboolean
has_name (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->name);

  return name != NULL;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteEra) era = create_era (form);
  const char *error = get_error (form, era);

  if (!has_name (form))
    return;
  if (error)
    entente_form_window_set_error (window, error);
  else if (era->record.id == ENTENTE_ID_NONE)
    entente_form_window_apply (window, form->session, entente_commands_put (era), NULL);
  else
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_change (form->era, era),
                               NULL);
}

static void
delete_cb (Form *form)
{
  entente_form_window_apply (form->window,
                             form->session,
                             entente_commands_delete (ENTENTE_ENTITY_ERA, form->era->record.id),
                             _ ("Era deleted"));
}

static void
name_changed_cb (Form *form)
{
  entente_form_window_set_can_accept (form->window, has_name (form));
}

/* ---- rows ---- */

static void
show_era (Form *form)
{
  entente_form_text_set (form->name, form->era->name);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (form->extent), form->era->extent);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->recurring), form->era->recurring);
  gtk_widget_set_visible (form->delete, form->era->record.id != ENTENTE_ID_NONE);
}

/* The first of the list is a new one. */
static void
chosen_cb (Form *form)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));

  entente_era_unref (form->era);
  form->era = chosen == 0 || chosen > entente_chronicle_get_n_eras (form->chronicle)
                ? entente_era_new ()
                : entente_era_ref (entente_chronicle_get_era (form->chronicle, chosen - 1));
  entente_form_window_set_error (form->window, NULL);
  show_era (form);
}

static GtkWidget *
create_choice (Form *form)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint chosen = 0;

  g_ptr_array_add (names, (gpointer) _ ("New era"));
  for (guint i = 0; i < entente_chronicle_get_n_eras (form->chronicle); i++) {
    const EntenteEra *era = entente_chronicle_get_era (form->chronicle, i);

    g_ptr_array_add (names, era->name);
    if (era->record.id == form->era->record.id)
      chosen = i + 1;
  }
  g_ptr_array_add (names, NULL);
  form->choice = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->choice), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Era"),
                                  -1);
  return form->choice;
}

static GtkWidget *
create_delete (Form *form)
{
  form->delete = gtk_button_new_with_mnemonic (_ ("_Delete This Era"));
  gtk_widget_add_css_class (form->delete, "destructive-action");
  gtk_widget_set_halign (form->delete, GTK_ALIGN_START);
  g_signal_connect_swapped (form->delete, "clicked", G_CALLBACK (delete_cb), form);
  return form->delete;
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  entente_form_grid_add (grid, _ ("Era"), create_choice (form));
  form->name = entente_form_grid_add_entry (grid, _ ("Name"));
  form->extent = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (form->extent), _ ("From and to"));
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (form->extent), "2018-05-01/2018-10-31");
  entente_form_grid_add (grid, _ ("From and to"), form->extent);
  form->recurring = gtk_check_button_new_with_label (_ ("Comes back each year"));
  entente_form_grid_add_wide (grid, form->recurring);
  entente_form_grid_add_wide (grid, create_delete (form));
  return grid;
}

static EntenteEra *
find_era (EntenteChronicle *chronicle, EntenteId id)
{
  for (guint i = 0; id != ENTENTE_ID_NONE && i < entente_chronicle_get_n_eras (chronicle); i++) {
    const EntenteEra *era = entente_chronicle_get_era (chronicle, i);

    if (era->record.id == id)
      return entente_era_ref (era);
  }
  return entente_era_new ();
}

void
entente_era_form_present (GtkWidget *parent, EntenteSession *session, EntenteId era)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (session)));
  form->era = find_era (form->chronicle, era);
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, _ ("Eras"), _ ("Save"), rows);
  show_era (form);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (name_changed_cb), form);
  g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (chosen_cb), form);
  name_changed_cb (form);
  gtk_window_present (GTK_WINDOW (form->window));
}
