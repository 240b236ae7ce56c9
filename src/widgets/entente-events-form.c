/* Rows of choices, each beginning with "No change". The numbers of a choice are those of the list
 * behind it. Main thread. */
#include "config.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-events-form.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteChronicle *chronicle; /* that the choices list */
  GArray *events; /* EntenteId */
  EntenteFormWindow *window;
  GtkWidget *kind, *track, *issue, *judgement, *private_, *pinned;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  g_array_unref (form->events);
  g_free (form);
}

/* ---- choices ---- */

static GtkStringList *
create_list (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("No change"));
  return list;
}

static GtkWidget *
create_choice (GtkStringList *list, const char *name)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (list), text);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice),
                                   g_list_model_get_n_items (G_LIST_MODEL (list)) > 12);
  entente_enum_choice_set_name (GTK_DROP_DOWN (choice), name);
  return choice;
}

/* What was chosen, from 0; -1 for no change. */
static int
get_choice (GtkWidget *choice)
{
  return (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)) - 1;
}

static GtkWidget *
create_kinds (void)
{
  GtkStringList *list = create_list ();

  for (guint i = 0; i < entente_kind_count (); i++)
    gtk_string_list_append (list, entente_kind_get_label (entente_kind_get (i)));
  return create_choice (list, _ ("Kind"));
}

static GtkWidget *
create_tracks (const EntenteChronicle *chronicle)
{
  GtkStringList *list = create_list ();

  gtk_string_list_append (list, _ ("None"));
  for (guint i = 0; i < entente_chronicle_get_n_tracks (chronicle); i++)
    gtk_string_list_append (list, entente_chronicle_get_track (chronicle, i)->name);
  return create_choice (list, _ ("Track"));
}

/* All of them to be added, then all to be taken out. */
static GtkWidget *
create_issues (const EntenteChronicle *chronicle)
{
  guint n = entente_chronicle_get_n_issues (chronicle);
  GtkStringList *list = create_list ();

  gtk_string_list_append (list, _ ("None"));
  for (guint i = 0; i < 2 * n; i++) {
    const char *name = entente_chronicle_get_issue (chronicle, i % n)->name;

    gtk_string_list_take (list,
                          g_strdup_printf (i < n ? _ ("Add “%s”") : _ ("Take out “%s”"), name));
  }
  return create_choice (list, _ ("Issues"));
}

static GtkWidget *
create_judgements (void)
{
  GtkStringList *list = create_list ();

  for (int i = 0; i < entente_enum_count (ENTENTE_ENUM_JUDGEMENT); i++)
    gtk_string_list_take (
      list,
      entente_enum_choice_capitalize (entente_enum_label (ENTENTE_ENUM_JUDGEMENT, i)));
  return create_choice (list, _ ("Judgement"));
}

static GtkWidget *
create_switch (const char *name)
{
  GtkStringList *list = create_list ();

  gtk_string_list_append (list, _ ("No"));
  gtk_string_list_append (list, _ ("Yes"));
  return create_choice (list, name);
}

/* ---- step ---- */

static void
read_issue (Form *form, EntenteEventsChange *change)
{
  int n = (int) entente_chronicle_get_n_issues (form->chronicle);
  int chosen = get_choice (form->issue) - 1;
  EntenteId id;

  change->clears_issues = chosen == -1;
  if (chosen < 0)
    return;
  id = entente_chronicle_get_issue (form->chronicle, (guint32) (chosen % n))->record.id;
  if (chosen < n)
    change->add_issue = id;
  else
    change->remove_issue = id;
}

static EntenteEventsChange
read_change (Form *form)
{
  EntenteEventsChange change = ENTENTE_EVENTS_CHANGE_NONE;
  int kind = get_choice (form->kind), track = get_choice (form->track);

  change.kind = kind >= 0 ? entente_kind_get ((guint) kind)->id : NULL;
  change.sets_track = track >= 0;
  if (track > 0)
    change.track = entente_chronicle_get_track (form->chronicle, (guint32) track - 1)->record.id;
  if (get_choice (form->issue) >= 0)
    read_issue (form, &change);
  change.judgement = get_choice (form->judgement);
  change.private_ = get_choice (form->private_);
  change.pinned = get_choice (form->pinned);
  return change;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  EntenteEventsChange change = read_change (form);
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (form->session));
  g_autoptr (GError) error = NULL;
  EntenteStep *step =
    entente_commands_change_events (chronicle,
                                    (const EntenteId *) (gpointer) form->events->data,
                                    form->events->len,
                                    &change,
                                    &error);
  g_autofree char *done =
    g_strdup_printf (ngettext ("%'u event changed", "%'u events changed", form->events->len),
                     form->events->len);

  if (step)
    entente_form_window_apply (window, form->session, step, done);
  else
    entente_form_window_set_error (window, error->message);
}

static void
chosen_cb (Form *form)
{
  GtkWidget *choices[] = { form->kind,      form->track,    form->issue,
                           form->judgement, form->private_, form->pinned };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    any |= get_choice (choices[i]) >= 0;
  entente_form_window_set_error (form->window, NULL);
  entente_form_window_set_can_accept (form->window, any);
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->kind = create_kinds ();
  form->track = create_tracks (form->chronicle);
  form->issue = create_issues (form->chronicle);
  form->judgement = create_judgements ();
  form->private_ = create_switch (_ ("Private"));
  form->pinned = create_switch (_ ("Pinned"));
  entente_form_grid_add (grid, _ ("Kind"), form->kind);
  entente_form_grid_add (grid, _ ("Track"), form->track);
  entente_form_grid_add (grid, _ ("Issues"), form->issue);
  entente_form_grid_add (grid, _ ("Judgement"), form->judgement);
  entente_form_grid_add (grid, _ ("Private"), form->private_);
  entente_form_grid_add (grid, _ ("Pinned"), form->pinned);
  return grid;
}

static void
follow_choices (Form *form)
{
  GtkWidget *choices[] = { form->kind,      form->track,    form->issue,
                           form->judgement, form->private_, form->pinned };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_swapped (choices[i], "notify::selected", G_CALLBACK (chosen_cb), form);
  chosen_cb (form);
}

void
entente_events_form_present (GtkWidget *parent, EntenteSession *session)
{
  const GArray *events = entente_session_get_selection (session);
  g_autofree char *title =
    g_strdup_printf (ngettext ("Change %'u Event", "Change %'u Events", events->len), events->len);
  Form *form;
  GtkWidget *rows;

  if (events->len == 0)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (session)));
  form->events = g_array_copy ((GArray *) events);
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, title, _ ("Change"), rows);
  follow_choices (form);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
