/* The form of a round: its title, track and date, and the moves that are part of it, each with a
 * box that is unchecked to take it out. When moves are to become part of a round, a list above
 * chooses among those that there are. Main thread.
 */
#include "config.h"

#include "entente-commands-context.h"
#include "entente-date-field.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-name-field.h"
#include "entente-round-form.h"
#include "entente-rounds.h"
#include <glib/gi18n.h>

#define DAY (24 * 60 * 60)

typedef struct {
  EntenteSession *session;
  EntenteChronicle *chronicle;
  EntenteEvent *round; /* as it is, or a new one */
  GArray *moves; /* EntenteId, that are or become part of it */
  GPtrArray *boxes; /* GtkCheckButton of each */
  GArray *rounds; /* EntenteId of those that may be chosen, or NULL */
  EntenteFormWindow *window;
  GtkWidget *choice; /* or NULL */
  GtkWidget *title;
  GtkWidget *track;
  GtkWidget *when;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  entente_event_unref (form->round);
  g_array_unref (form->moves);
  g_ptr_array_unref (form->boxes);
  g_clear_pointer (&form->rounds, g_array_unref);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

/* ---- accepting ---- */

/* Moves whose box is, or is not, checked. */
static GArray *
list_moves (Form *form, gboolean checked)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; i < form->moves->len; i++)
    if (gtk_check_button_get_active (form->boxes->pdata[i]) == checked)
      g_array_append_val (moves, g_array_index (form->moves, EntenteId, i));
  return moves;
}

static EntenteId
get_chosen (Form *form)
{
  guint at = form->choice != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice)) : 0;

  return at > 0 && at <= form->rounds->len ? g_array_index (form->rounds, EntenteId, at - 1)
                                           : ENTENTE_ID_NONE;
}

static EntenteEvent *
create_round (Form *form, GPtrArray *fresh)
{
  EntenteEvent *round = entente_event_copy (form->round);

  entente_form_text_store (form->title, &round->title);
  round->track = entente_name_field_get_id (form->track, fresh);
  g_clear_pointer (&round->when, entente_date_unref);
  round->when = entente_date_field_dup_date (ENTENTE_DATE_FIELD (form->when));
  return round;
}

/* What nothing is part of is a round only as long as it lasts. */
static const char *
get_error (Form *form, const EntenteEvent *round, guint n_moves)
{
  const char *unread = entente_date_field_get_error (ENTENTE_DATE_FIELD (form->when));

  if (unread != NULL)
    return unread;
  if (n_moves == 0 && (round->when == NULL || round->when->form != ENTENTE_DATE_SPAN))
    return _ ("Say from when to when, such as 2018-07-23/2018-07-25, or select the moves of the "
              "round first.");
  return NULL;
}

static EntenteStep *
make_new (EntenteEvent *round, const GArray *moves, GPtrArray *fresh)
{
  EntenteStep *step =
    entente_commands_add_round (round, (const EntenteId *) (gpointer) moves->data, moves->len);

  entente_commands_insert_first (step, fresh);
  return step;
}

static void
remove_moves (Form *form, EntenteStep *step, const GArray *moves)
{
  guint of = entente_chronicle_find_row (form->chronicle, form->round->record.id);

  for (guint i = 0; of != ENTENTE_NO_INDEX && i < moves->len; i++) {
    guint row = entente_chronicle_find_row (form->chronicle, g_array_index (moves, EntenteId, i));
    EntenteId link = row != ENTENTE_NO_INDEX ? entente_rounds_find_link (form->chronicle, of, row)
                                             : ENTENTE_ID_NONE;

    if (link != ENTENTE_ID_NONE)
      entente_step_delete (step, ENTENTE_ENTITY_LINK, link);
  }
}

static EntenteStep *
make_change (Form *form, EntenteEvent *round, GPtrArray *fresh)
{
  EntenteStep *step = entente_step_new (_ ("Change round"));
  g_autoptr (GArray) out = list_moves (form, FALSE);
  EntenteFieldMask fields = entente_record_compare_fields (form->round, round);

  if (fields != 0)
    entente_step_update_fields (step, round, fields);
  remove_moves (form, step, out);
  entente_commands_insert_first (step, fresh);
  return step;
}

static void
accept_one (Form *form)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteEvent) round = create_round (form, fresh);
  g_autoptr (GArray) moves = list_moves (form, TRUE);
  const char *error = get_error (form, round, moves->len);

  if (error != NULL)
    entente_form_window_set_error (form->window, error);
  else if (round->record.id == ENTENTE_ID_NONE)
    entente_form_window_apply (form->window,
                               form->session,
                               make_new (round, moves, fresh),
                               _ ("Round added"));
  else
    entente_form_window_apply (form->window, form->session, make_change (form, round, fresh), NULL);
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  EntenteId chosen = get_chosen (form);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) moves = NULL;
  EntenteStep *step;

  if (chosen == ENTENTE_ID_NONE) {
    accept_one (form);
    return;
  }
  moves = list_moves (form, TRUE);
  step = entente_commands_join_round (form->chronicle,
                                      chosen,
                                      (const EntenteId *) (gpointer) moves->data,
                                      moves->len,
                                      &error);
  if (step == NULL)
    entente_form_window_set_error (window, error->message);
  else
    entente_form_window_apply (window, form->session, step, _ ("Added to the round"));
}

/* ---- rows ---- */

/* Free. */
static char *
dup_line (Form *form, EntenteId event)
{
  char *line = entente_study_dup_event_line (get_study (form), event);

  return line != NULL ? line : g_strdup ("?");
}

static void
chosen_cb (Form *form)
{
  gboolean fresh = get_chosen (form) == ENTENTE_ID_NONE;

  gtk_widget_set_sensitive (form->title, fresh);
  gtk_widget_set_sensitive (form->track, fresh);
  gtk_widget_set_sensitive (form->when, fresh);
  entente_form_window_set_error (form->window, NULL);
}

/* The round whose time is nearest comes first in the list only by time: it is chosen when the moves
 * lie in its span. */
static guint
guess_round (Form *form)
{
  guint row =
    form->moves->len > 0
      ? entente_chronicle_find_row (form->chronicle, g_array_index (form->moves, EntenteId, 0))
      : ENTENTE_NO_INDEX;
  gint64 place = row != ENTENTE_NO_INDEX ? entente_chronicle_get_place (form->chronicle, row) : 0;

  for (guint i = 0; row != ENTENTE_NO_INDEX && i < form->rounds->len; i++) {
    guint round =
      entente_chronicle_find_row (form->chronicle, g_array_index (form->rounds, EntenteId, i));
    EntenteSpan span;

    if (round != ENTENTE_NO_INDEX && entente_rounds_get_span (form->chronicle, round, &span) &&
        place >= span.start && place < span.end)
      return i + 1;
  }
  return 0;
}

static void
list_rounds (Form *form)
{
  g_autoptr (GArray) rows = entente_rounds_list (form->chronicle, TRUE);

  form->rounds = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  for (guint i = 0; i < rows->len; i++) {
    EntenteId id = entente_chronicle_get_id (form->chronicle, g_array_index (rows, guint32, i));

    g_array_append_val (form->rounds, id);
  }
}

static void
add_choice (Form *form, GtkWidget *grid)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  list_rounds (form);
  g_strv_builder_add (builder, _ ("New round"));
  for (guint i = 0; i < form->rounds->len; i++) {
    g_autofree char *line = dup_line (form, g_array_index (form->rounds, EntenteId, i));

    g_strv_builder_add (builder, line);
  }
  names = g_strv_builder_end (builder);
  form->choice = gtk_drop_down_new_from_strings ((const char *const *) names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Round"),
                                  -1);
  entente_form_grid_add (grid, _ ("Round"), form->choice);
}

static void
add_fields (Form *form, GtkWidget *grid)
{
  form->title = entente_form_grid_add_entry (grid, _ ("Title"));
  entente_form_text_set (form->title, form->round->title);
  form->track = entente_name_field_new (ENTENTE_ENTITY_TRACK, _ ("Track"));
  entente_name_field_set_chronicle (form->track, form->chronicle);
  entente_name_field_set_id (form->track, form->round->track);
  entente_form_grid_add (grid, _ ("Track"), entente_name_field_with_note (form->track));
  form->when = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (form->when), _ ("From and to"));
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (form->when), "2018-07-23/2018-07-25");
  entente_date_field_set_date (ENTENTE_DATE_FIELD (form->when), form->round->when);
  entente_form_grid_add (grid, _ ("From and to"), form->when);
}

static void
add_moves (Form *form, GtkWidget *grid)
{
  if (form->moves->len > 0)
    entente_form_grid_add_head (grid, _ ("Moves that are part of it"), NULL);
  for (guint i = 0; i < form->moves->len; i++) {
    g_autofree char *line = dup_line (form, g_array_index (form->moves, EntenteId, i));
    GtkWidget *box = gtk_check_button_new_with_label (line);
    GtkWidget *label = gtk_widget_get_last_child (box);

    if (GTK_IS_LABEL (label))
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
    g_ptr_array_add (form->boxes, box);
    entente_form_grid_add_wide (grid, box);
  }
}

/* ---- showing ---- */

/* Takes @moves. */
static void
present (GtkWidget *parent,
         EntenteSession *session,
         EntenteEvent *round,
         GArray *moves,
         gboolean chooses)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *grid = entente_form_grid_new ();
  gboolean fresh = round->record.id == ENTENTE_ID_NONE;

  form->session = g_object_ref (session);
  form->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (session)));
  form->round = entente_event_ref (round);
  form->moves = moves;
  form->boxes = g_ptr_array_new ();
  if (chooses)
    add_choice (form, grid);
  add_fields (form, grid);
  add_moves (form, grid);
  form->window = entente_form_window_new (parent,
                                          chooses ? _ ("Part of a Round")
                                          : fresh ? _ ("New Round")
                                                  : _ ("Round"),
                                          _ ("Save"),
                                          grid);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  if (chooses) {
    g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (chosen_cb), form);
    gtk_drop_down_set_selected (GTK_DROP_DOWN (form->choice), guess_round (form));
  }
  gtk_widget_grab_focus (chooses ? form->choice : form->title);
  if (!chooses)
    entente_form_window_keep (form->window, session, "round", round->record.id);
  gtk_window_present (GTK_WINDOW (form->window));
}

/* Does the row tell its first and its last day: a day, or a span from one to another? */
static gboolean
has_days (const EntenteChronicle *chronicle, guint row, EntenteSpan *window)
{
  EntenteEventRow values;

  entente_chronicle_get_row (chronicle, row, &values);
  *window = entente_chronicle_get_window (chronicle, row);
  if (window->start == ENTENTE_TIME_MIN || window->end == ENTENTE_TIME_MAX)
    return FALSE;
  return window->end - window->start <= DAY ||
         (values.form == ENTENTE_DATE_SPAN && values.precision >= ENTENTE_PRECISION_DAY);
}

/* From the first to the last day of the moves, to begin with. Where the date of one is vague,
 * nothing: nobody told when the round began or ended. */
static EntenteDate *
guess_date (const EntenteChronicle *chronicle, const GArray *moves)
{
  EntenteSpan whole = { ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };
  g_autoptr (GDateTime) first = NULL, last = NULL;
  g_autofree char *from = NULL, *to = NULL, *edtf = NULL;
  g_autoptr (EntenteDate) date = NULL;

  for (guint i = 0; i < moves->len; i++) {
    guint row = entente_chronicle_find_row (chronicle, g_array_index (moves, EntenteId, i));
    EntenteSpan window;

    if (!has_days (chronicle, row, &window))
      return NULL;
    whole.start = MIN (whole.start, window.start);
    whole.end = MAX (whole.end, window.end);
  }
  if (moves->len == 0)
    return NULL;
  first = g_date_time_new_from_unix_utc (whole.start);
  last = g_date_time_new_from_unix_utc (whole.end - 1);
  if (first == NULL || last == NULL)
    return NULL;
  from = g_date_time_format (first, "%Y-%m-%d");
  to = g_date_time_format (last, "%Y-%m-%d");
  edtf = g_str_equal (from, to) ? g_strdup (from) : g_strconcat (from, "/", to, NULL);
  date = entente_date_parse (edtf, NULL);
  return date != NULL ? entente_date_with_basis (date, ENTENTE_BASIS_INFERRED) : NULL;
}

void
entente_round_form_present_new (GtkWidget *parent, EntenteSession *session, const GArray *moves)
{
  g_autoptr (EntenteEvent) round = entente_event_new ();
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  round->kind = g_strdup ("talks");
  for (guint i = 0; moves != NULL && i < moves->len; i++) {
    EntenteId id = g_array_index (moves, EntenteId, i);
    guint row = entente_chronicle_find_row (chronicle, id);
    EntenteEventRow values;

    if (row == ENTENTE_NO_INDEX)
      continue;
    entente_chronicle_get_row (chronicle, row, &values);
    if (round->track == ENTENTE_ID_NONE)
      round->track = values.track;
    g_array_append_val (copy, id);
  }
  g_clear_pointer (&round->when, entente_date_unref);
  round->when = guess_date (chronicle, copy);
  present (parent, session, round, copy, copy->len > 0);
}

typedef struct {
  GtkWidget *parent; /* weak */
  EntenteSession *session;
} Opening;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, &error);
  EntenteChronicle *chronicle = entente_study_get_chronicle (ENTENTE_STUDY (source));
  guint row = detail != NULL ? entente_chronicle_find_row (chronicle, detail->event->record.id)
                             : ENTENTE_NO_INDEX;

  if (detail == NULL)
    entente_session_notify_user (opening->session, error->message, 0);
  else if (opening->parent != NULL && row != ENTENTE_NO_INDEX) {
    g_autoptr (GArray) rows = entente_rounds_get_moves (chronicle, row);
    GArray *moves = g_array_new (FALSE, FALSE, sizeof (EntenteId));

    for (guint i = 0; i < rows->len; i++) {
      EntenteId id = entente_chronicle_get_id (chronicle, g_array_index (rows, guint32, i));

      g_array_append_val (moves, id);
    }
    present (opening->parent, opening->session, detail->event, moves, FALSE);
  }
  g_clear_weak_pointer (&opening->parent);
  g_object_unref (opening->session);
  g_free (opening);
}

void
entente_round_form_present (GtkWidget *parent, EntenteSession *session, EntenteId round)
{
  Opening *opening = g_new0 (Opening, 1);

  g_set_weak_pointer (&opening->parent, parent);
  opening->session = g_object_ref (session);
  entente_study_read_event_async (entente_session_get_study (session),
                                  round,
                                  NULL,
                                  read_cb,
                                  opening);
}
