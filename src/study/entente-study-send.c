/* A copy of the study for somebody else: a long job in the queue of edits, told in "busy-label". */

#include "config.h"

#include "entente-study-send.h"

#include "entente-study-private.h"

#include <glib/gi18n-lib.h>

/* ---- what leaves ---- */

static gpointer
list_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_store_list_to_send (store, error);
}

void
entente_study_list_to_send_async (EntenteStudy *study,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  entente_study_run_read_async (study,
                                list_job,
                                NULL,
                                NULL,
                                (GDestroyNotify) entente_send_list_free,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteSendList *
entente_study_list_to_send_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* @line with the number in the place of %d, grouped; nothing for none. */
static void
add (GPtrArray *lines, const char *format, gint64 n)
{
  g_autofree char *number = NULL;
  g_autoptr (GString) line = NULL;

  if (n == 0)
    return;
  number = g_strdup_printf ("%'d", (int) MIN (n, G_MAXINT));
  line = g_string_new (format);
  g_string_replace (line, "%d", number, 1);
  g_ptr_array_add (lines, g_string_free (g_steal_pointer (&line), FALSE));
}

static void
add_private (GPtrArray *lines, const EntenteSendList *list)
{
  add (lines,
       ngettext ("%d private event", "%d private events", (gulong) list->n_private),
       list->n_private);
}

static void
add_notes (GPtrArray *lines, const EntenteSendList *list)
{
  add (lines,
       ngettext ("%d note on articles, actors, issues and claims",
                 "%d notes on articles, actors, issues and claims",
                 list->n_notes),
       list->n_notes);
}

static void
add_questions (GPtrArray *lines, const EntenteSendList *list)
{
  add (lines,
       ngettext ("%d question", "%d questions", (gulong) list->n_questions),
       list->n_questions);
}

static void
add_coders (GPtrArray *lines, const EntenteSendList *list)
{
  if (list->coders)
    g_ptr_array_add (lines, g_strdup_printf (_ ("Names of coders: %s"), list->coders));
}

static void
add_names (GPtrArray *lines, const EntenteSendList *list)
{
  add (lines,
       ngettext ("The name of %d actor who has a pseudonym",
                 "The names of %d actors who have a pseudonym",
                 list->n_pseudonyms),
       list->n_pseudonyms);
}

static const struct {
  EntenteSendFlags flag;
  void (*add) (GPtrArray *lines, const EntenteSendList *list);
} optional[] = {
  { ENTENTE_SEND_NO_PRIVATE, add_private }, { ENTENTE_SEND_NO_NAMES, add_names },
  { ENTENTE_SEND_NO_NOTES, add_notes },     { ENTENTE_SEND_NO_QUESTIONS, add_questions },
  { ENTENTE_SEND_NO_CODERS, add_coders },
};

GPtrArray *
entente_send_list_leaving (const EntenteSendList *list, EntenteSendFlags flags)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gint64 n_open = list->n_events - list->n_private;

  add (lines,
       ngettext ("%d article with its whole text",
                 "%d articles with their whole texts",
                 (gulong) list->n_articles),
       list->n_articles);
  add (lines,
       ngettext ("%d event that is not private", "%d events that are not private", (gulong) n_open),
       n_open);
  add (
    lines,
    ngettext ("%d claim, with its words", "%d claims, with their words", (gulong) list->n_claims),
    list->n_claims);
  add (lines,
       ngettext ("%d position", "%d positions", (gulong) list->n_positions),
       list->n_positions);
  add (lines, ngettext ("%d actor", "%d actors", (gulong) list->n_actors), list->n_actors);
  add (lines, ngettext ("%d saved view", "%d saved views", (gulong) list->n_views), list->n_views);
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    if (!(flags & optional[i].flag))
      optional[i].add (lines, list);
  return lines;
}

GPtrArray *
entente_send_list_staying (const EntenteSendList *list, EntenteSendFlags flags)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    if (flags & optional[i].flag)
      optional[i].add (lines, list);
  add (lines,
       ngettext ("%d step of the history, and all that was ever deleted",
                 "%d steps of the history, and all that was ever deleted",
                 list->n_steps),
       list->n_steps);
  add (lines,
       ngettext ("%d unfinished text", "%d unfinished texts", (gulong) list->n_drafts),
       list->n_drafts);
  add (lines,
       ngettext ("%d line about what went wrong",
                 "%d lines about what went wrong",
                 (gulong) list->n_log),
       list->n_log);
  return lines;
}

/* ---- the copy ---- */

typedef struct {
  char *path;
  EntenteSendFlags flags;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_free (sending->path);
  g_free (sending);
}

static gpointer
send_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Sending *sending = data;

  return entente_store_send (store, sending->path, sending->flags, cancellable, error) ? store
                                                                                       : NULL;
}

void
entente_study_send_async (EntenteStudy *study,
                          const char *path,
                          EntenteSendFlags flags,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (study, cancellable, callback, user_data);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_ ("Saving “%s”"), name);
  Sending *sending = g_new (Sending, 1);

  *sending = (Sending){ g_strdup (path), flags };
  /* A copy that is there is there, however late someone cancels. */
  g_task_set_check_cancellable (task, FALSE);
  entente_study_set_busy (study, label, -1);
  entente_store_run_edit_async (entente_study_get_store (study),
                                send_job,
                                sending,
                                sending_free,
                                NULL,
                                cancellable,
                                entente_study_copied_cb,
                                task);
}

gboolean
entente_study_send_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
