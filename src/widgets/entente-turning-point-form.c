/* The form of a turning point: its title, the departure, and out of the moves around it what
 * precipitated it and what came of it; and why the scholar holds it to be one. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-long-text.h"
#include "entente-turning-point-form.h"
#include <glib/gi18n.h>

#define MAX_MOVES 200 /* that are offered, nearest in time first */

/* A list of moves; the first line is none. */
typedef struct {
  GtkWidget *choice;
  GArray *moves; /* EntenteId */
} Choice;

typedef struct {
  EntenteSession *session;
  EntenteChronicle *chronicle;
  EntenteTurningPoint *point; /* as it is, or a new one */
  EntenteFormWindow *window;
  GtkWidget *title;
  GtkWidget *departure; /* GtkLabel */
  Choice cause, consequence;
  GtkWidget *reason;
} Form;

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

static void
free_form (gpointer data)
{
  Form *form = data;

  g_signal_handlers_disconnect_by_data (get_study (form), form);
  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  entente_turning_point_unref (form->point);
  g_array_unref (form->cause.moves);
  g_array_unref (form->consequence.moves);
  g_free (form);
}

/* ---- accepting ---- */

static EntenteId
get_chosen (const Choice *choice)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice->choice));

  return at > 0 && at <= choice->moves->len ? g_array_index (choice->moves, EntenteId, at - 1)
                                            : ENTENTE_ID_NONE;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteTurningPoint) point = entente_turning_point_copy (form->point);

  entente_form_text_store (form->title, &point->title);
  entente_long_text_store (form->reason, &point->reason);
  point->cause = get_chosen (&form->cause);
  point->consequence = get_chosen (&form->consequence);
  if (point->record.id == ENTENTE_ID_NONE)
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_put (point),
                               _ ("Turning point added"));
  else
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_change (form->point, point),
                               NULL);
}

static void
delete_cb (Form *form)
{
  entente_form_window_apply (
    form->window,
    form->session,
    entente_commands_delete (ENTENTE_ENTITY_TURNING_POINT, form->point->record.id),
    _ ("Turning point deleted"));
}

/* ---- moves ---- */

/* Free. */
static char *
dup_line (Form *form, EntenteId event)
{
  char *line = entente_study_dup_event_line (get_study (form), event);

  return line != NULL ? line : g_strdup (_ ("something deleted"));
}

static gboolean
has_move (const GArray *moves, EntenteId id)
{
  for (guint i = 0; i < moves->len; i++)
    if (g_array_index (moves, EntenteId, i) == id)
      return TRUE;
  return FALSE;
}

/* From the departure on, away from it; and the one that is chosen, wherever it lies. */
static void
collect_moves (Form *form, Choice *choice, int step, EntenteId chosen)
{
  guint row = entente_chronicle_find_row (form->chronicle, form->point->departure);
  gint64 n = entente_chronicle_get_n_rows (form->chronicle);

  choice->moves = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  for (gint64 at = (gint64) row + step;
       row != ENTENTE_NO_INDEX && at >= 0 && at < n && choice->moves->len < MAX_MOVES;
       at += step) {
    EntenteId id = entente_chronicle_get_id (form->chronicle, (guint) at);

    g_array_append_val (choice->moves, id);
  }
  if (chosen != ENTENTE_ID_NONE && !has_move (choice->moves, chosen))
    g_array_append_val (choice->moves, chosen);
}

static void
fill_choice (Form *form, Choice *choice)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autoptr (GtkStringList) model = NULL;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice->choice));

  /* TRANSLATORS: no move */
  g_strv_builder_add (builder, C_ ("move", "None"));
  for (guint i = 0; i < choice->moves->len; i++) {
    g_autofree char *line = dup_line (form, g_array_index (choice->moves, EntenteId, i));

    g_strv_builder_add (builder, line);
  }
  lines = g_strv_builder_end (builder);
  model = gtk_string_list_new ((const char *const *) lines);
  gtk_drop_down_set_model (GTK_DROP_DOWN (choice->choice), G_LIST_MODEL (model));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice->choice),
                              selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

static void
add_choice (Form *form,
            GtkWidget *grid,
            Choice *choice,
            const char *name,
            int step,
            EntenteId chosen)
{
  collect_moves (form, choice, step, chosen);
  choice->choice =
    gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice->choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
  fill_choice (form, choice);
  for (guint i = 0; i < choice->moves->len; i++)
    if (chosen != ENTENTE_ID_NONE && g_array_index (choice->moves, EntenteId, i) == chosen)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice->choice), i + 1);
  entente_form_grid_add (grid, name, choice->choice);
}

static void
titles_cb (Form *form)
{
  g_autofree char *line = dup_line (form, form->point->departure);

  gtk_label_set_text (GTK_LABEL (form->departure), line);
  fill_choice (form, &form->cause);
  fill_choice (form, &form->consequence);
}

/* ---- rows ---- */

static void
add_departure (Form *form, GtkWidget *grid)
{
  g_autofree char *line = dup_line (form, form->point->departure);

  form->departure = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (form->departure), 0);
  gtk_label_set_wrap (GTK_LABEL (form->departure), TRUE);
  entente_form_grid_add (grid, _ ("Departure"), form->departure);
}

static void
add_delete (Form *form, GtkWidget *grid)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete This Turning Point"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_cb), form);
  entente_form_grid_add_wide (grid, button);
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->title = entente_form_grid_add_entry (grid, _ ("Title"));
  entente_form_text_set (form->title, form->point->title);
  add_choice (form, grid, &form->cause, _ ("Cause"), -1, form->point->cause);
  add_departure (form, grid);
  add_choice (form, grid, &form->consequence, _ ("Consequence"), 1, form->point->consequence);
  form->reason = entente_long_text_new (_ ("Why it is one"));
  entente_long_text_set (form->reason, form->point->reason);
  entente_form_grid_add (grid, _ ("Why it is one"), form->reason);
  if (form->point->record.id != ENTENTE_ID_NONE)
    add_delete (form, grid);
  return grid;
}

/* ---- showing ---- */

static const EntenteTurningPoint *
find_point (const EntenteChronicle *chronicle, EntenteId id, EntenteId departure)
{
  for (guint i = 0; i < entente_chronicle_get_n_turning_points (chronicle); i++) {
    const EntenteTurningPoint *point = entente_chronicle_get_turning_point (chronicle, i);

    if (id != ENTENTE_ID_NONE ? point->record.id == id : point->departure == departure)
      return point;
  }
  return NULL;
}

static void
present (GtkWidget *parent, EntenteSession *session, const EntenteTurningPoint *point)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->chronicle = entente_chronicle_ref (entente_study_get_chronicle (get_study (form)));
  form->point = entente_turning_point_ref (point);
  rows = create_rows (form);
  form->window = entente_form_window_new (
    parent,
    point->record.id != ENTENTE_ID_NONE ? _ ("Turning Point") : _ ("New Turning Point"),
    _ ("Save"),
    rows);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (get_study (form), "titles-read", G_CALLBACK (titles_cb), form);
  gtk_widget_grab_focus (form->title);
  entente_form_window_keep (form->window, session, "turning-point", point->record.id);
  gtk_window_present (GTK_WINDOW (form->window));
}

/* The first that was made before the departure, and the first that came after it. */
static void
propose_selected (EntenteSession *session, EntenteTurningPoint *point)
{
  const EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (session));
  const GArray *selection = entente_session_get_selection (session);
  guint departure = entente_chronicle_find_row (chronicle, point->departure);

  for (guint i = 0; i < selection->len; i++) {
    EntenteId id = g_array_index (selection, EntenteId, i);
    guint row = entente_chronicle_find_row (chronicle, id);

    if (row == ENTENTE_NO_INDEX || row == departure)
      continue;
    if (row < departure && point->cause == ENTENTE_ID_NONE)
      point->cause = id;
    else if (row > departure && point->consequence == ENTENTE_ID_NONE)
      point->consequence = id;
  }
}

void
entente_turning_point_form_present_for (GtkWidget *parent, EntenteSession *session, EntenteId event)
{
  const EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (session));
  const EntenteTurningPoint *found = find_point (chronicle, ENTENTE_ID_NONE, event);
  g_autoptr (EntenteTurningPoint) fresh = NULL;

  if (entente_chronicle_find_row (chronicle, event) == ENTENTE_NO_INDEX)
    return;
  if (found == NULL) {
    fresh = entente_turning_point_new ();
    fresh->departure = event;
    propose_selected (session, fresh);
  }
  present (parent, session, found != NULL ? found : fresh);
}

void
entente_turning_point_form_present (GtkWidget *parent, EntenteSession *session, EntenteId point)
{
  const EntenteTurningPoint *found =
    find_point (entente_study_get_chronicle (entente_session_get_study (session)),
                point,
                ENTENTE_ID_NONE);

  if (found != NULL)
    present (parent, session, found);
}
