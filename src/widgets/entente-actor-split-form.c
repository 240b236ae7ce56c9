/* What names the actor is read on the store's worker, then told as one list to choose from. Main
 * thread.
 */
#include "config.h"

#include "entente-actor-split-form.h"
#include "entente-actor-split.h"
#include "entente-choice-list.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include <glib/gi18n.h>

#define FORM_DATA "entente-form"

typedef struct {
  EntenteSession *session;
  EntenteFormWindow *window;
  GCancellable *reading; /* NULL once it is read */
  EntenteId actor;
  EntenteActorDetail *detail; /* NULL until it is read */
  GtkWidget *name;
  GtkWidget *kind;
  GtkWidget *list;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  g_clear_pointer (&form->detail, entente_actor_detail_free);
  g_object_unref (form->session);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (get_study (form));
}

/* ---- what there is to choose ---- */

static char *
describe_alias (const EntenteAlias *alias)
{
  return g_strdup_printf (_ ("Name: %s"), alias->text);
}

static const char *
find_name (Form *form, EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (get_chronicle (form), actor);

  return index == ENTENTE_NO_INDEX
           ? _ ("unknown actor")
           : entente_chronicle_get_actor (get_chronicle (form), index)->name;
}

/* "Belongs to: North, envoy, 2001 – 2014" */
static char *
describe_affiliation (Form *form, const EntenteAffiliation *tie)
{
  g_autofree char *from = tie->from ? entente_date_format_short (tie->from) : g_strdup ("…");
  g_autofree char *to = tie->to ? entente_date_format_short (tie->to) : g_strdup ("…");
  gboolean is_member = tie->actor == form->actor;
  g_autofree char *words =
    g_strdup_printf (is_member ? _ ("Belongs to: %s") : _ ("Has as member: %s"),
                     find_name (form, is_member ? tie->parent : tie->actor));

  return g_strdup_printf ("%s%s%s, %s – %s",
                          words,
                          tie->role ? ", " : "",
                          tie->role ? tie->role : "",
                          from,
                          to);
}

/* "3 May 2018 · Offer · North to South"; the title takes the place of the words where it is known.
 */
static char *
describe_event (Form *form, EntenteId event)
{
  EntenteChronicle *chronicle = get_chronicle (form);
  guint row = entente_chronicle_find_row (chronicle, event);
  EntenteSpan window;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (row == ENTENTE_NO_INDEX)
    return g_strdup (_ ("an event"));
  window = entente_chronicle_get_window (chronicle, row);
  when = window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX
           ? g_strdup (_ ("undated"))
           : entente_span_format (window);
  words = entente_chronicle_describe (chronicle, row);
  return g_strdup_printf ("%s · %s", when, words);
}

static char *
describe_part (Form *form, const EntenteParticipation *part)
{
  g_autofree char *event = describe_event (form, part->event);

  return g_strdup_printf (_ ("Event: %s · %s"),
                          event,
                          entente_enum_label (ENTENTE_ENUM_ROLE, part->role));
}

static char *
describe_claim (Form *form, const EntenteClaim *claim)
{
  g_autofree char *event = describe_event (form, claim->event);

  return g_strdup_printf (_ ("Claim: %s"), event);
}

/* NULL for what is not chosen here: tracks, articles, saved views stay. */
static char *
describe_record (Form *form, gconstpointer data)
{
  const EntenteRecord *record = data;

  switch ((guint) record->entity) {
  case ENTENTE_ENTITY_ALIAS:
    return describe_alias (data);
  case ENTENTE_ENTITY_AFFILIATION:
    return describe_affiliation (form, data);
  case ENTENTE_ENTITY_PARTICIPATION:
    return describe_part (form, data);
  case ENTENTE_ENTITY_CLAIM:
    return describe_claim (form, data);
  case ENTENTE_ENTITY_POSITION:
    return g_strdup_printf (_ ("Position: %s"), ((const EntentePosition *) data)->text);
  default:
    return NULL;
  }
}

static void
fill_list (Form *form)
{
  for (guint entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    for (guint i = 0; i < form->detail->records[entity]->len; i++) {
      const EntenteRecord *record = form->detail->records[entity]->pdata[i];
      g_autofree char *text = describe_record (form, record);

      if (text)
        entente_choice_list_add (ENTENTE_CHOICE_LIST (form->list), record->id, text);
    }
}

/* ---- reading ---- */

static void
update_accept (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->name);

  entente_form_window_set_can_accept (form->window, name && form->detail);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  g_autoptr (GError) error = NULL;
  EntenteActorDetail *detail = entente_actor_detail_read_finish (result, &error);
  Form *form;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  form = g_object_get_data (G_OBJECT (window), FORM_DATA);
  g_clear_object (&form->reading);
  form->detail = detail;
  if (detail)
    fill_list (form);
  else
    entente_form_window_set_error (window, error->message);
  update_accept (form);
}

/* ---- window ---- */

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteActor) fresh = entente_actor_new ();
  g_autoptr (GArray) chosen = entente_choice_list_dup_chosen (ENTENTE_CHOICE_LIST (form->list));
  g_autoptr (GError) error = NULL;
  EntenteStep *step;

  entente_form_text_store (form->name, &fresh->name);
  fresh->kind = entente_enum_choice_get (form->kind);
  if (!form->detail || !fresh->name)
    return;
  step = entente_commands_split_actor (form->detail, fresh, chosen, &error);
  if (step)
    entente_form_window_apply (window, form->session, step, _ ("Actor split"));
  else
    entente_form_window_set_error (window, error->message);
}

static GtkWidget *
create_rows (Form *form, const EntenteActor *actor)
{
  GtkWidget *grid = entente_form_grid_new ();
  g_autofree char *head = g_strdup_printf (_ ("What of “%s” Is the New Actor’s"), actor->name);

  form->name = entente_form_grid_add_entry (grid, _ ("Name of the new actor"));
  form->kind = entente_enum_choice_new (ENTENTE_ENUM_ACTOR_KIND, _ ("Kind of actor"));
  entente_enum_choice_set (form->kind, actor->kind);
  entente_form_grid_add (grid, _ ("Kind"), form->kind);
  entente_form_grid_add_head (grid, head, NULL);
  form->list = entente_choice_list_new (head);
  entente_form_grid_add_wide (grid, form->list);
  return grid;
}

void
entente_actor_split_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  guint32 index = entente_chronicle_find_actor (chronicle, actor);
  Form *form;
  GtkWidget *rows;

  if (index == ENTENTE_NO_INDEX)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->actor = actor;
  form->reading = g_cancellable_new ();
  rows = create_rows (form, entente_chronicle_get_actor (chronicle, index));
  form->window = entente_form_window_new (parent, _ ("Split Actor"), _ ("Split"), rows);
  g_object_set_data_full (G_OBJECT (form->window), FORM_DATA, form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (update_accept), form);
  update_accept (form);
  entente_actor_detail_read_async (get_study (form),
                                   actor,
                                   form->reading,
                                   read_cb,
                                   g_object_ref (form->window));
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_widget_grab_focus (form->name);
}
