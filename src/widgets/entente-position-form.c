/* The form of a position. From words it is filled in once the article is read, with the reason of
 * each value below it; what was filled in by then stays. An issue may be typed that is not there
 * yet: it is made with the step. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-source.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-label.h"
#include "entente-name-field.h"
#include "entente-passage-words.h"
#include "entente-position-form.h"
#include "entente-position-list.h"
#include "entente-position-proposal.h"
#include "entente-study-positions.h"
#include "entente-suggestion-list.h"
#include "entente-toplevel.h"
#include "entente-words-field.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntentePosition *position; /* as it was, or a new one */
  EntentePassage *passage; /* its words, or NULL */
  EntenteId article; /* behind the words, or none */
  EntentePositionProposal proposal; /* what the rows began with; or empty */
  GCancellable *reading; /* of the article, or NULL */
  gboolean accepts_when_read; /* Enter was pressed meanwhile */

  EntenteFormWindow *window;
  GtkWidget *actor, *issue, *kind, *when, *text;
  GtkWidget *actor_note, *issue_note, *kind_note;
  EntenteWordsField *words; /* of one without words, or NULL */
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  entente_position_proposal_clear (&form->proposal);
  g_object_unref (form->session);
  entente_position_unref (form->position);
  g_clear_pointer (&form->passage, entente_passage_unref);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

static gboolean
is_filled (GtkWidget *entry)
{
  g_autofree char *text = entente_form_text_dup (entry);

  return text != NULL;
}

/* ---- accepting ---- */

/* The actor of the reading whom the study does not have yet, as long as it is that name. */
static gboolean
takes_new_actor (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->actor);

  return form->proposal.actor_name && g_strcmp0 (name, form->proposal.actor_name) == 0;
}

static void
store_actor (Form *form, EntentePosition *position, GPtrArray *fresh)
{
  g_autoptr (GArray) ids = NULL;

  if (takes_new_actor (form)) {
    position->actor = form->proposal.position->actor;
    for (guint i = 0; i < form->proposal.records->len; i++)
      g_ptr_array_add (fresh, entente_record_ref (form->proposal.records->pdata[i]));
    return;
  }
  ids = entente_name_field_dup_ids (form->actor, fresh);
  position->actor = ids && ids->len == 1 ? g_array_index (ids, EntenteId, 0) : ENTENTE_ID_NONE;
}

static void
store_issue (Form *form, EntentePosition *position, GPtrArray *fresh)
{
  g_autoptr (GArray) ids = entente_name_field_dup_ids (form->issue, fresh);

  position->issue = ids && ids->len == 1 ? g_array_index (ids, EntenteId, 0) : ENTENTE_ID_NONE;
}

static EntentePosition *
create_position (Form *form, GPtrArray *fresh)
{
  EntentePosition *position = entente_position_copy (form->position);

  store_actor (form, position, fresh);
  store_issue (form, position, fresh);
  position->kind = entente_enum_choice_get (form->kind);
  g_clear_pointer (&position->when, entente_date_unref);
  position->when = entente_date_field_dup_date (ENTENTE_DATE_FIELD (form->when));
  entente_form_text_store (form->text, &position->text);
  return position;
}

static const char *
get_error (Form *form, const EntentePosition *position)
{
  const char *unread = entente_date_field_get_error (ENTENTE_DATE_FIELD (form->when));

  if (position->actor == ENTENTE_ID_NONE)
    return _ ("Name one actor: a position is one actor’s.");
  if (position->issue == ENTENTE_ID_NONE)
    return _ ("Name one issue: what is wanted on two issues is two positions.");
  if (!unread && form->words)
    return entente_words_field_get_error (form->words);
  return unread;
}

static EntenteStep *
create_step (Form *form, EntentePosition *position, const GPtrArray *fresh)
{
  gboolean is_new = position->record.id == ENTENTE_ID_NONE;
  g_autoptr (EntentePassage) passage = form->words ? entente_words_field_dup_passage (form->words)
                                       : form->passage ? entente_passage_copy (form->passage)
                                                       : NULL;
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (entente_record_unref);
  EntenteStep *step;

  if (is_new)
    return entente_commands_add_position (position, passage, fresh);
  for (guint i = 0; i < fresh->len; i++)
    g_ptr_array_add (first, entente_record_ref (fresh->pdata[i]));
  if (form->words && passage) {
    position->passage = passage->record.id = entente_id_new ();
    g_ptr_array_add (first, g_steal_pointer (&passage));
  }
  step = entente_commands_change (form->position, position);
  entente_commands_insert_first (step, first);
  return step;
}

static void
accept (Form *form)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntentePosition) position = create_position (form, fresh);
  gboolean is_new = form->position->record.id == ENTENTE_ID_NONE;
  const char *error = get_error (form, position);
  EntenteStep *step;

  if (error) {
    entente_form_window_set_error (form->window, error);
    return;
  }
  step = create_step (form, position, fresh);
  if (is_new && position->passage != ENTENTE_ID_NONE)
    entente_position_list_select (entente_session_get_positions (form->session),
                                  position->record.id);
  entente_form_window_apply (form->window,
                             form->session,
                             step,
                             is_new ? _ ("Position added") : NULL);
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  form->accepts_when_read = form->reading != NULL;
  if (!form->reading)
    accept (form);
}

/* Without an actor and an issue it is no position; while the article is read, they may come. */
static void
changed_cb (Form *form)
{
  entente_form_window_set_can_accept (form->window,
                                      form->reading ||
                                        (is_filled (form->actor) && is_filled (form->issue)));
  entente_form_window_set_error (form->window, NULL);
}

/* ---- rows ---- */

static GtkWidget *
create_note (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "row-note");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
show_note (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static GtkWidget *
add_row (GtkWidget *grid, const char *name, GtkWidget *field, GtkWidget *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), field);
  if (note)
    gtk_box_append (GTK_BOX (box), note);
  gtk_widget_set_hexpand (box, TRUE);
  entente_form_grid_add (grid, name, box);
  return field;
}

static GtkWidget *
add_name_row (GtkWidget *grid, const char *name, GtkWidget *field, GtkWidget *note)
{
  add_row (grid, name, entente_name_field_with_note (field), note);
  return field;
}

static void
add_words (Form *form, GtkWidget *grid)
{
  if (form->passage) {
    g_autofree char *words = entente_passage_dup_words (form->passage, NULL);

    entente_form_grid_add_wide (grid, entente_label_new_quote (words, 4));
    return;
  }
  form->words = ENTENTE_WORDS_FIELD (entente_words_field_new (form->session));
  entente_form_grid_add_wide (grid, GTK_WIDGET (form->words));
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();
  const EntenteChronicle *chronicle = entente_study_get_chronicle (get_study (form));

  form->actor_note = create_note ();
  form->issue_note = create_note ();
  form->kind_note = create_note ();
  add_words (form, grid);
  form->actor = add_name_row (grid,
                              _ ("Who"),
                              entente_name_field_new (ENTENTE_ENTITY_ACTOR, _ ("Who")),
                              form->actor_note);
  form->issue = add_name_row (grid,
                              _ ("Issue"),
                              entente_name_field_new (ENTENTE_ENTITY_ISSUE, _ ("Issue")),
                              form->issue_note);
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->issue), _ ("Choose one, or type a new one"));
  form->kind = add_row (grid,
                        _ ("Kind"),
                        entente_enum_choice_new (ENTENTE_ENUM_POSITION_KIND, _ ("Kind")),
                        form->kind_note);
  form->when = add_row (grid, _ ("Since when"), entente_date_field_new (), NULL);
  entente_date_field_set_label (ENTENTE_DATE_FIELD (form->when), _ ("Since when"));
  form->text = entente_form_grid_add_entry (grid, _ ("In short"));
  entente_name_field_set_chronicle (form->actor, chronicle);
  entente_name_field_set_chronicle (form->issue, chronicle);
  return grid;
}

static void
show_position (Form *form)
{
  entente_name_field_set_id (form->actor, form->position->actor);
  entente_name_field_set_id (form->issue, form->position->issue);
  entente_enum_choice_set (form->kind, form->position->kind);
  entente_date_field_set_published (
    ENTENTE_DATE_FIELD (form->when),
    entente_form_source_get_published (form->session, form->article));
  entente_form_source_offer_bounds (ENTENTE_DATE_FIELD (form->when),
                                    form->session,
                                    form->article,
                                    form->passage);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (form->when), form->position->when);
  entente_form_text_set (form->text, form->position->text);
}

/* ---- what the words tell ---- */

static void
fill_actor (Form *form)
{
  const EntentePositionProposal *proposal = &form->proposal;

  if (is_filled (form->actor))
    return;
  if (proposal->actor_name)
    entente_form_text_set (form->actor, proposal->actor_name);
  else
    entente_name_field_set_id (form->actor, proposal->position->actor);
  show_note (form->actor_note,
             proposal->actor_reason ? proposal->actor_reason
                                    : _ ("Nobody acts or speaks in these words: say who."));
}

static void
fill_issue (Form *form)
{
  if (is_filled (form->issue))
    return;
  entente_name_field_set_id (form->issue, form->proposal.position->issue);
  show_note (form->issue_note,
             form->proposal.issue_reason ? form->proposal.issue_reason
                                         : _ ("No issue of the study is named here."));
}

/* Marks of notes that only the reading knows go, unless somebody worded it otherwise. */
static void
fill_text (Form *form)
{
  g_autofree char *words = entente_passage_dup_words (form->passage, NULL);
  g_autofree char *text = entente_form_text_dup (form->text);

  if (g_strcmp0 (text, words) == 0)
    entente_form_text_set (form->text, form->proposal.position->text);
}

static void
fill_rows (Form *form)
{
  const EntentePositionProposal *proposal = &form->proposal;
  g_autoptr (EntenteDate) when = entente_date_field_dup_date (ENTENTE_DATE_FIELD (form->when));

  fill_actor (form);
  fill_issue (form);
  fill_text (form);
  entente_enum_choice_set (form->kind, proposal->position->kind);
  show_note (form->kind_note,
             proposal->has_kind ? proposal->kind_reason : _ ("No word here tells the kind."));
  if (!when && proposal->position->when)
    entente_date_field_propose_date (ENTENTE_DATE_FIELD (form->when),
                                     proposal->position->when,
                                     proposal->when_reason);
}

/* The keyboard is where something is missing still; Enter adds from anywhere. */
static void
place_keyboard (Form *form)
{
  gtk_widget_grab_focus (is_filled (form->actor) ? form->issue : form->actor);
}

static void
take_reading (Form *form, const EntenteProposals *proposals)
{
  entente_position_proposal_clear (&form->proposal);
  entente_position_proposal_make (&form->proposal,
                                  proposals,
                                  entente_study_get_chronicle (get_study (form)),
                                  form->passage);
  fill_rows (form);
  place_keyboard (form);
}

typedef struct {
  Form *form;
  const EntenteProposals *proposals;
} Reading;

static void
take_late (gpointer data)
{
  const Reading *reading = data;

  take_reading (reading->form, reading->proposals);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  Form *form = g_object_get_data (G_OBJECT (window), "entente-form");
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_wait_finish (ENTENTE_SUGGESTION_LIST (source), result, NULL);

  if (!form || !form->reading || !entente_toplevel_is_open (GTK_WIDGET (window)))
    return;
  g_clear_object (&form->reading);
  if (proposals) {
    Reading reading = { form, proposals };

    entente_form_window_fill (window, take_late, &reading);
  }
  changed_cb (form);
  if (form->accepts_when_read)
    accept (form);
}

static void
read_words (Form *form)
{
  EntenteSuggestionList *list = entente_session_get_suggestions (form->session);
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_dup_proposals (list, form->passage->revision);
  g_autofree char *words = entente_passage_dup_words (form->passage, NULL);

  entente_form_text_set (form->text, words);
  if (proposals) {
    take_reading (form, proposals);
    return;
  }
  show_note (form->actor_note, _ ("The article is being read…"));
  form->reading = g_cancellable_new ();
  entente_suggestion_list_wait_async (list,
                                      form->article,
                                      form->passage->revision,
                                      form->reading,
                                      read_cb,
                                      g_object_ref (form->window));
}

/* ---- presenting ---- */

/* Takes @position and @passage. */
static void
present (GtkWidget *parent,
         EntenteSession *session,
         EntentePosition *position,
         EntenteId article,
         EntentePassage *passage)
{
  Form *form = g_new0 (Form, 1);
  gboolean is_new = position->record.id == ENTENTE_ID_NONE;
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->position = position;
  form->article = article;
  form->passage = passage;
  rows = create_rows (form);
  form->window = entente_form_window_new (parent,
                                          is_new ? _ ("New Position") : _ ("Edit Position"),
                                          is_new ? _ ("Add Position") : _ ("Save"),
                                          rows);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  show_position (form);
  if (is_new && passage)
    read_words (form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->actor, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect_swapped (form->issue, "changed", G_CALLBACK (changed_cb), form);
  changed_cb (form);
  entente_form_window_keep (form->window,
                            session,
                            is_new ? "new-position" : "position",
                            is_new ? article : position->record.id);
  gtk_window_present (GTK_WINDOW (form->window));
  place_keyboard (form);
}

void
entente_position_form_present_words (GtkWidget *parent,
                                     EntenteSession *session,
                                     EntenteId article,
                                     EntentePassage *passage)
{
  present (parent, session, entente_position_new (), article, entente_passage_ref (passage));
}

void
entente_position_form_present_new (GtkWidget *parent,
                                   EntenteSession *session,
                                   const EntentePosition *like)
{
  EntentePosition *position = like ? entente_position_copy (like) : entente_position_new ();

  position->record.id = ENTENTE_ID_NONE;
  position->passage = ENTENTE_ID_NONE;
  present (parent, session, position, ENTENTE_ID_NONE, NULL);
}

/* ---- one that is there ---- */

typedef struct {
  EntenteSession *session;
  GtkWidget *parent;
  EntentePosition *position;
} Wanted;

static void
free_wanted (Wanted *wanted)
{
  g_object_unref (wanted->session);
  g_object_unref (wanted->parent);
  entente_position_unref (wanted->position);
  g_free (wanted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, free_wanted)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  g_autoptr (EntentePassagePlace) place =
    entente_study_find_passage_finish (ENTENTE_STUDY (source), result, NULL);

  if (entente_toplevel_is_open (wanted->parent))
    present (wanted->parent,
             wanted->session,
             entente_position_ref (wanted->position),
             place ? place->article : ENTENTE_ID_NONE,
             place ? entente_passage_ref (place->passage) : NULL);
}

void
entente_position_form_present (GtkWidget *parent,
                               EntenteSession *session,
                               const EntentePosition *position)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  Wanted *wanted;

  if (position->passage == ENTENTE_ID_NONE) {
    present (parent, session, entente_position_ref (position), ENTENTE_ID_NONE, NULL);
    return;
  }
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ g_object_ref (session),
                      g_object_ref (window ? window : parent),
                      entente_position_ref (position) };
  entente_study_find_passage_async (entente_session_get_study (session),
                                    position->passage,
                                    NULL,
                                    found_cb,
                                    wanted);
}
