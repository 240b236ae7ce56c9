/* The form of a track, a place or an issue: one grid, of which each has its own rows. What is typed
 * as a parent, a host or a mediator that nobody has yet is made by the same step. Main thread.
 */
#include "config.h"

#include "entente-commands-context.h"
#include "entente-coordinates.h"
#include "entente-date-field.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-long-text.h"
#include "entente-name-field.h"
#include "entente-record-form.h"
#include "entente-record-tree.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteChronicle *chronicle;
  EntenteRecord *record; /* as it is, or a new one */
  EntenteFormWindow *window;
  GtkWidget *name;
  GtkWidget *kind, *secret, *host, *mediator, *extent; /* of a track */
  GtkWidget *parent; /* of a place or an issue */
  GtkWidget *coordinates; /* of a place */
  GtkWidget *note; /* of an issue */
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  entente_record_unref (form->record);
  g_free (form);
}

/* ---- accepting ---- */

static const char *
store_track (Form *form, EntenteTrack *track, GPtrArray *fresh)
{
  const char *error = entente_date_field_get_error (ENTENTE_DATE_FIELD (form->extent));

  entente_form_text_store (form->name, &track->name);
  track->kind = entente_enum_choice_get (form->kind);
  track->secret = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->secret));
  track->host = entente_name_field_get_id (form->host, fresh);
  track->mediator = entente_name_field_get_id (form->mediator, fresh);
  g_clear_pointer (&track->extent, entente_date_unref);
  track->extent = entente_date_field_dup_date (ENTENTE_DATE_FIELD (form->extent));
  return error;
}

static const char *
check_parent (Form *form, EntenteId parent)
{
  return form->record->id == ENTENTE_ID_NONE ||
             entente_commands_may_stand_under (form->chronicle,
                                               form->record->entity,
                                               form->record->id,
                                               parent)
           ? NULL
           : _ ("Nothing can stand under itself, or under what stands under it.");
}

static const char *
store_place (Form *form, EntentePlace *place, GPtrArray *fresh)
{
  g_autofree char *text = entente_form_text_dup (form->coordinates);

  entente_form_text_store (form->name, &place->name);
  place->parent = entente_name_field_get_id (form->parent, fresh);
  if (!entente_coordinates_parse (text, &place->latitude, &place->longitude))
    return _ ("Write coordinates as degrees north and east, such as 25.2854, 51.5310.");
  return check_parent (form, place->parent);
}

static const char *
store_issue (Form *form, EntenteIssue *issue, GPtrArray *fresh)
{
  entente_form_text_store (form->name, &issue->name);
  issue->parent = entente_name_field_get_id (form->parent, fresh);
  entente_long_text_store (form->note, &issue->note);
  return check_parent (form, issue->parent);
}

/* What is wrong, or NULL. */
static const char *
store (Form *form, EntenteRecord *record, GPtrArray *fresh)
{
  if (record->entity == ENTENTE_ENTITY_TRACK)
    return store_track (form, (EntenteTrack *) record, fresh);
  return record->entity == ENTENTE_ENTITY_PLACE
           ? store_place (form, (EntentePlace *) record, fresh)
           : store_issue (form, (EntenteIssue *) record, fresh);
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
  g_autoptr (EntenteRecord) record = entente_record_copy (form->record);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  const char *error = store (form, record, fresh);
  EntenteStep *step;

  if (!has_name (form))
    return;
  if (error != NULL) {
    entente_form_window_set_error (window, error);
    return;
  }
  step = record->id == ENTENTE_ID_NONE ? entente_commands_put (record)
                                       : entente_commands_change (form->record, record);
  entente_commands_insert_first (step, fresh);
  entente_form_window_apply (window, form->session, step, NULL);
}

static void
name_changed_cb (Form *form)
{
  entente_form_window_set_can_accept (form->window, has_name (form));
}

/* ---- rows ---- */

static GtkWidget *
add_name_field (Form *form, GtkWidget *grid, EntenteEntity entity, const char *name, EntenteId id)
{
  GtkWidget *field = entente_name_field_new (entity, name);

  entente_name_field_set_single (field);
  entente_name_field_set_chronicle (field, form->chronicle);
  entente_name_field_set_id (field, id);
  entente_form_grid_add (grid, name, entente_name_field_with_note (field));
  return field;
}

static void
add_track_rows (Form *form, GtkWidget *grid)
{
  const EntenteTrack *track = (const EntenteTrack *) form->record;

  entente_form_text_set (form->name, track->name);
  form->kind = entente_enum_choice_new (ENTENTE_ENUM_TRACK_KIND, _ ("Kind of track"));
  entente_enum_choice_set (form->kind, track->kind);
  entente_form_grid_add (grid, _ ("Kind"), form->kind);
  form->secret = gtk_check_button_new_with_label (_ ("Kept secret at the time"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->secret), track->secret);
  entente_form_grid_add (grid, _ ("Secrecy"), form->secret);
  form->host = add_name_field (form, grid, ENTENTE_ENTITY_ACTOR, _ ("Host"), track->host);
  form->mediator =
    add_name_field (form, grid, ENTENTE_ENTITY_ACTOR, _ ("Mediator"), track->mediator);
  form->extent = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (form->extent), _ ("From and to"));
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (form->extent), "2018-07/2018-11");
  entente_date_field_set_date (ENTENTE_DATE_FIELD (form->extent), track->extent);
  entente_form_grid_add (grid, _ ("From and to"), form->extent);
}

static void
add_place_rows (Form *form, GtkWidget *grid)
{
  const EntentePlace *place = (const EntentePlace *) form->record;
  g_autofree char *coordinates = entente_coordinates_format (place->latitude, place->longitude);

  entente_form_text_set (form->name, place->name);
  form->parent = add_name_field (form, grid, ENTENTE_ENTITY_PLACE, _ ("Lies in"), place->parent);
  form->coordinates = entente_form_grid_add_entry (grid, _ ("Coordinates"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->coordinates), "25.2854, 51.5310");
  entente_form_text_set (form->coordinates, coordinates);
}

static void
add_issue_rows (Form *form, GtkWidget *grid)
{
  const EntenteIssue *issue = (const EntenteIssue *) form->record;

  entente_form_text_set (form->name, issue->name);
  form->parent = add_name_field (form, grid, ENTENTE_ENTITY_ISSUE, _ ("Part of"), issue->parent);
  form->note = entente_long_text_new (_ ("Note"));
  entente_long_text_set (form->note, issue->note);
  entente_form_grid_add (grid, _ ("Note"), form->note);
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->name = entente_form_grid_add_entry (grid, _ ("Name"));
  if (form->record->entity == ENTENTE_ENTITY_TRACK)
    add_track_rows (form, grid);
  else if (form->record->entity == ENTENTE_ENTITY_PLACE)
    add_place_rows (form, grid);
  else
    add_issue_rows (form, grid);
  return grid;
}

/* ---- showing ---- */

static const char *
get_title (const EntenteRecord *record)
{
  gboolean fresh = record->id == ENTENTE_ID_NONE;

  if (record->entity == ENTENTE_ENTITY_TRACK)
    return fresh ? _ ("New Track") : _ ("Track");
  if (record->entity == ENTENTE_ENTITY_PLACE)
    return fresh ? _ ("New Place") : _ ("Place");
  return fresh ? _ ("New Issue") : _ ("Issue");
}

static EntenteRecord *
find_record (EntenteChronicle *chronicle, EntenteEntity entity, EntenteId id, EntenteId parent)
{
  guint32 index =
    id != ENTENTE_ID_NONE ? entente_record_tree_find (chronicle, entity, id) : ENTENTE_NO_INDEX;
  EntenteRecord *record;
  const char *name;

  if (index != ENTENTE_NO_INDEX)
    return entente_record_ref (entente_record_tree_get (chronicle, entity, index, &name));
  record = entente_record_new (entity);
  if (entity == ENTENTE_ENTITY_PLACE)
    ((EntentePlace *) record)->parent = parent;
  else if (entity == ENTENTE_ENTITY_ISSUE)
    ((EntenteIssue *) record)->parent = parent;
  return record;
}

void
entente_record_form_present (GtkWidget *parent_widget,
                             EntenteSession *session,
                             EntenteEntity entity,
                             EntenteId id,
                             EntenteId parent)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (session)));
  form->record = find_record (form->chronicle, entity, id, parent);
  rows = create_rows (form);
  form->window =
    entente_form_window_new (parent_widget, get_title (form->record), _ ("Save"), rows);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (name_changed_cb), form);
  name_changed_cb (form);
  gtk_widget_grab_focus (form->name);
  entente_form_window_keep (form->window, session, entente_entity_nick (entity), form->record->id);
  gtk_window_present (GTK_WINDOW (form->window));
}
