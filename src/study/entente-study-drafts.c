/* Drafts of forms. Jobs on the worker; one that comes while an import is under way, or that the
 * study refuses, writes a file of the user's state. The newer of both is found. */

#include "config.h"

#include "entente-study-drafts.h"

#include "entente-study-private.h"

#include <string.h>

#define TEXT_KEY "text"
#define TIME_KEY "time"

typedef struct {
  char *form;
  EntenteId subject;
  char *text; /* NULL drops it */
  EntenteStudyState *state;
} Draft;

static Draft *
draft_new (EntenteStudy *study, const char *form, EntenteId subject, const char *text)
{
  Draft *draft = g_new (Draft, 1);

  *draft = (Draft){ g_strdup (form),
                    subject,
                    g_strdup (text),
                    entente_study_state_ref (entente_study_get_state (study)) };
  return draft;
}

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->form);
  g_free (draft->text);
  entente_study_state_unref (draft->state);
  g_free (draft);
}

/* ---- the file beside ---- */

static char *
get_path (EntenteStore *store)
{
  g_autofree char *sum =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, entente_store_get_path (store), -1);
  g_autofree char *name = g_strdup_printf ("%.16s.ini", sum);

  return g_build_filename (g_get_user_state_dir (), "entente", "drafts", name, NULL);
}

static char *
get_group (const Draft *draft)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, draft->form, draft->subject);
}

static GKeyFile *
load_file (const char *path)
{
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
save_file (GKeyFile *file, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  g_autofree char *bytes = g_key_file_to_data (file, &length, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (path,
                              bytes,
                              (gssize) length,
                              G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                              0600,
                              NULL);
}

static void
keep_beside (EntenteStore *store, const Draft *draft)
{
  g_autofree char *path = get_path (store);
  g_autofree char *group = get_group (draft);
  g_autoptr (GKeyFile) file = load_file (path);

  g_key_file_set_string (file, group, TEXT_KEY, draft->text);
  g_key_file_set_int64 (file, group, TIME_KEY, g_get_real_time () / G_USEC_PER_SEC);
  save_file (file, path);
}

static void
drop_beside (EntenteStore *store, const Draft *draft)
{
  g_autofree char *path = get_path (store);
  g_autofree char *group = get_group (draft);
  g_autoptr (GKeyFile) file = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  file = load_file (path);
  if (g_key_file_remove_group (file, group, NULL))
    save_file (file, path);
}

static EntenteDraft *
find_beside (EntenteStore *store, const Draft *draft)
{
  g_autofree char *path = get_path (store);
  g_autofree char *group = get_group (draft);
  g_autoptr (GKeyFile) file = load_file (path);
  g_autofree char *text = g_key_file_get_string (file, group, TEXT_KEY, NULL);

  return text ? entente_draft_new (text, g_key_file_get_int64 (file, group, TIME_KEY, NULL)) : NULL;
}

/* ---- keeping ---- */

/* An EntenteStoreFunc without a result. It must not wait for the end of an import: so it is no edit
 * to the queue, and is refused then. */
static gpointer
keep_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Draft *draft = data;
  gboolean kept = entente_store_keep_draft (store, draft->form, draft->subject, draft->text, NULL);

  if (kept)
    entente_study_state_forget_kept (draft->state);
  if (kept || !draft->text)
    drop_beside (store, draft);
  else
    keep_beside (store, draft);
  return NULL;
}

void
entente_study_keep_draft (EntenteStudy *study,
                          const char *form,
                          EntenteId subject,
                          const char *text)
{
  entente_store_run_async (entente_study_get_store (study),
                           keep_job,
                           draft_new (study, form, subject, text),
                           draft_free,
                           NULL,
                           NULL,
                           NULL,
                           NULL);
}

/* ---- finding ---- */

/* One without text when there is none. Of two that are there, one was kept while the other could
 * not be written. */
static gpointer
find_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Draft *draft = data;
  g_autoptr (EntenteDraft) inside =
    entente_store_find_draft (store, draft->form, draft->subject, NULL);
  g_autoptr (EntenteDraft) beside = find_beside (store, draft);

  if (inside && beside)
    return inside->time > beside->time ? g_steal_pointer (&inside) : g_steal_pointer (&beside);
  if (inside)
    return g_steal_pointer (&inside);
  return beside ? g_steal_pointer (&beside) : g_new0 (EntenteDraft, 1);
}

void
entente_study_find_draft_async (EntenteStudy *study,
                                const char *form,
                                EntenteId subject,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (study, cancellable, callback, user_data);

  entente_study_run_read_async (study,
                                find_job,
                                draft_new (study, form, subject, NULL),
                                draft_free,
                                (GDestroyNotify) entente_draft_free,
                                task);
}

EntenteDraft *
entente_study_find_draft_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  g_autoptr (EntenteDraft) draft = g_task_propagate_pointer (G_TASK (result), error);

  return draft && draft->text ? g_steal_pointer (&draft) : NULL;
}
