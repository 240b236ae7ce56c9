/* What can still be read of a damaged study, as a new study.
 *
 * The pages of the file give rows (entente-page-file.h); a row is one of a table when a table made
 * by our own scripts takes it, with all its checks. Rows under a root that the schema of the file
 * names belong to that table; leaves that hang on no tree any more belong to the one table that
 * takes all their rows. Then what refers to something lost is mended (entente-mend.h).
 */
#include "config.h"

#include "entente-recover-private.h"

#include "entente-harden.h"
#include "entente-mend.h"
#include "entente-new-file.h"
#include "entente-schema.h"
#include "entente-search.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  EntenteRecovery *recovery;
  EntenteRecoverTable *target;
} TargetWalk;

static void
take_row (const EntentePageRow *row, gpointer data)
{
  TargetWalk *walk = data;

  if (entente_recovery_insert (walk->recovery, walk->target, row))
    walk->target->n_read++;
  else
    entente_recovery_leave_out (walk->recovery, walk->target, row);
}

/* ---- pages ---- */

static gboolean
is_text (const EntenteCell *cell, const char *text)
{
  return cell->type == SQLITE_TEXT && cell->length == strlen (text) &&
         memcmp (cell->text, text, cell->length) == 0;
}

/* A row of sqlite_schema: type, name, table, root, text. */
static void
take_root (const EntentePageRow *row, gpointer data)
{
  EntenteRecovery *self = data;

  if (row->n_values != 5 || !is_text (&row->values[0], "table") ||
      row->values[3].type != SQLITE_INTEGER || row->values[3].integer < 2 ||
      row->values[3].integer > G_MAXINT32)
    return;
  for (guint i = 0; i < self->targets->len; i++) {
    EntenteRecoverTable *target = self->targets->pdata[i];

    if (target->root == 0 && is_text (&row->values[1], target->name))
      target->root = (guint32) row->values[3].integer;
  }
}

static gboolean
insert_page (EntenteRecovery *self,
             const EntenteRecoverTable *target,
             const EntentePageRow *rows,
             guint n)
{
  for (guint i = 0; i < n; i++)
    if (!entente_recovery_insert (self, target, &rows[i]))
      return FALSE;
  return TRUE;
}

/* Would that table take all of the page? Nothing is changed. */
static gboolean
would_take (EntenteRecovery *self,
            const EntenteRecoverTable *target,
            const EntentePageRow *rows,
            guint n)
{
  guint n_told = self->told->len;
  gboolean takes;

  if (target->id_column < 0 || (self->knows_tables && target->n_bad == 0) ||
      !entente_db_exec (self->db, "SAVEPOINT page", &self->error))
    return FALSE;
  takes = insert_page (self, target, rows, n);
  if (!entente_db_exec (self->db,
                        "ROLLBACK TO page; RELEASE page",
                        self->error == NULL ? &self->error : NULL))
    return FALSE;
  g_ptr_array_set_size (self->told, (int) n_told);
  return takes;
}

static void
take_stray (guint32 page, const EntentePageRow *rows, guint n, gpointer data)
{
  EntenteRecovery *self = data;
  EntenteRecoverTable *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < self->targets->len && self->error == NULL; i++) {
    if (would_take (self, self->targets->pdata[i], rows, n)) {
      found = self->targets->pdata[i];
      n_found++;
    }
  }
  if (n_found == 1 && insert_page (self, found, rows, n))
    found->n_read += n;
  else if (n_found > 1)
    self->n_strays += n;
}

/* Without the list of free pages what was deleted looks like what was lost; it is taken only when
 * nothing else of the file says what it holds. */
static void
read_pages (EntenteRecovery *self)
{
  gboolean knows_free = entente_page_file_skip_free (self->file);
  guint n_roots = 0, n_bad = 0;

  entente_page_file_walk (self->file, 1, TRUE, take_root, self);
  for (guint i = 0; i < self->targets->len; i++) {
    EntenteRecoverTable *target = self->targets->pdata[i];
    TargetWalk walk = { self, target };

    if (target->root != 0)
      target->n_bad =
        entente_page_file_walk (self->file, target->root, target->id_column >= 0, take_row, &walk);
    else
      target->n_bad = 1;
    n_roots += target->root != 0;
    n_bad += target->n_bad;
  }
  self->knows_tables = n_roots > 0;
  if (n_bad > 0 && (knows_free || n_roots == 0))
    entente_page_file_walk_strays (self->file, take_stray, self);
  if (n_bad > 0 && !knows_free)
    entente_recovery_tell (
      self,
      g_strdup (n_roots == 0
                  ? _ ("The first page is gone: what was deleted may be here again.")
                  : _ ("The list of free pages is damaged: pages outside of all tables were "
                       "left.")));
}

/* ---- the new study ---- */

static gboolean
set_nothing (const char *path, GError **error)
{
  return entente_db_set_sentence (
    ENTENTE_ERROR_CORRUPT,
    _ ("Nothing of a study can be read in “%s”, so nothing was written; open a backup of it."),
    path,
    error);
}

static gboolean
mend (EntenteRecovery *self, GError **error)
{
  return entente_mend_records (self->db, TRUE, self->told, error) &&
         entente_mend_references (self->db, TRUE, self->told, error) &&
         entente_mend_dates (self->db, TRUE, self->told, error);
}

static gint64
count_rows (EntenteDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);
  gint64 n;

  return entente_db_query_int (db, sql, &n, NULL) ? n : 0;
}

/* Such rows are not counted by themselves. */
static gboolean
is_part (const EntenteRecoverTable *table)
{
  return entente_table_find (table->name) == NULL && strcmp (table->name, "draft") != 0;
}

/* What was read, then what was not. */
static GPtrArray *
write_report (EntenteRecovery *self)
{
  GPtrArray *report = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->targets->len; i++) {
    const EntenteRecoverTable *target = self->targets->pdata[i];
    gint64 n = count_rows (self->db, target->name);

    if ((n > 0 || target->n_left_out > 0 || target->n_read > 0) && !is_part (target))
      g_ptr_array_add (report,
                       g_strdup_printf (_ ("“%s”: %ld recovered."),
                                        entente_recover_table_get_label (target),
                                        (glong) n));
    if (target->n_bad > 0 && target->root != 0)
      g_ptr_array_add (report,
                       g_strdup_printf (ngettext ("“%s”: %u place in the file cannot be read.",
                                                  "“%s”: %u places in the file cannot be read.",
                                                  target->n_bad),
                                        entente_recover_table_get_label (target),
                                        target->n_bad));
  }
  for (guint i = 0; i < self->told->len; i++)
    g_ptr_array_add (report, g_strdup (self->told->pdata[i]));
  if (self->n_untold > 0)
    g_ptr_array_add (report, g_strdup (_ ("More was left out than is told here.")));
  if (self->n_strays > 0)
    g_ptr_array_add (report,
                     g_strdup_printf (ngettext ("%u record was left: it is not known what it is.",
                                                "%u records were left: it is not known what they "
                                                "are.",
                                                self->n_strays),
                                      self->n_strays));
  g_ptr_array_add (report, g_strdup (_ ("The history of steps was not taken over.")));
  return report;
}

static gboolean
write_log (EntenteDb *db, const char *path, GPtrArray *report, GError **error)
{
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db, "INSERT INTO log (time, text) VALUES (?1, ?2)", error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GString) text = g_string_new (NULL);

  if (statement == NULL)
    return FALSE;
  g_string_append_printf (text, _ ("Recovered from “%s”."), name);
  for (guint i = 0; i < report->len; i++)
    g_string_append_printf (text, "\n%s", (char *) report->pdata[i]);
  entente_statement_bind_int (statement, 1, g_get_real_time () / G_USEC_PER_SEC);
  entente_statement_bind_text (statement, 2, text->str);
  return entente_statement_run (statement, error);
}

/* The rows of the damaged file, in its form. */
static gboolean
fill (EntenteRecovery *self, const char *path, GCancellable *cancellable, GError **error)
{
  guint n = 0;

  if (!entente_recovery_list_tables (self, error) ||
      !entente_db_exec (self->db, "PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  read_pages (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&self->error));
    return FALSE;
  }
  for (guint i = 0; i < self->targets->len; i++)
    n += ((EntenteRecoverTable *) self->targets->pdata[i])->n_read;
  return (n > 0 || set_nothing (path, error)) && entente_db_exec (self->db, "COMMIT", error);
}

/* Brought to the form of today, mended and indexed. */
static GPtrArray *
finish (EntenteRecovery *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) report = NULL;

  if (!entente_schema_migrate (self->db, error) ||
      !entente_db_exec (self->db, "PRAGMA foreign_keys=ON; BEGIN IMMEDIATE", error) ||
      !mend (self, error))
    return NULL;
  report = write_report (self);
  if (!write_log (self->db, path, report, error) || !entente_search_rebuild (self->db, error) ||
      !entente_search_mark_kept (self->db, error) || !entente_db_exec (self->db, "COMMIT", error))
    return NULL;
  return g_steal_pointer (&report);
}

/* In which form the rows are; 0 with an error when the file says that it is no study of ours. */
static int
find_form (EntentePageFile *file, const char *path, GError **error)
{
  int latest = entente_schema_get_latest ();
  int form = entente_page_file_get_form (file);

  if (entente_page_file_is_foreign (file)) {
    entente_db_set_sentence (
      ENTENTE_ERROR_CORRUPT,
      _ ("“%s” is a database of another program; choose a file that Entente made."),
      path,
      error);
    return 0;
  }
  if (form > latest)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_TOO_NEW,
                 _ ("“%s” was written by a newer Entente (form %d; this program knows up to %d). "
                    "Install the newer version to open it."),
                 path,
                 form,
                 latest);
  return form > latest ? 0 : form >= 1 ? form : latest;
}

static GPtrArray *
recover (EntenteRecovery *self,
         const char *path,
         int form,
         GCancellable *cancellable,
         GError **error)
{
  self->db->cancellable = cancellable;
  self->told = g_ptr_array_new_with_free_func (g_free);
  if (!entente_schema_create_form (self->db, form, error) || !fill (self, path, cancellable, error))
    return NULL;
  return finish (self, path, error);
}

GPtrArray *
entente_recover_study (const char *path,
                       const char *target,
                       EntenteRecoverProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (target, NULL);
  g_autofree char *temporary = entente_new_file_get_temporary (absolute);
  g_auto (EntenteRecovery) self = { 0 };
  g_autoptr (GPtrArray) report = NULL;
  struct stat identity;
  int form;

  if (!entente_harden_check_file (path, &identity, error) ||
      !(self.file = entente_page_file_open (path, error)) ||
      (form = find_form (self.file, path, error)) == 0)
    return NULL;
  entente_page_file_set_watch (self.file, cancellable, progress, data);
  self.db = entente_db_open_plain (temporary, error);
  if (self.db != NULL)
    report = recover (&self, path, form, cancellable, error);
  g_clear_pointer (&self.db, entente_db_close);
  if (report != NULL && entente_new_file_publish (temporary, absolute, error))
    return g_steal_pointer (&report);
  g_unlink (temporary);
  return NULL;
}

char *
entente_recover_get_beside (const char *path)
{
  static const char suffix[] = ".entente";
  const char *end = g_str_has_suffix (path, suffix) ? suffix : "";
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (end));

  for (guint n = 1;; n++) {
    g_autofree char *number = n > 1 ? g_strdup_printf (" %u", n) : g_strdup ("");
    /* Translators: part of the name of a file: "Talks (recovered 2).entente". */
    char *beside = g_strdup_printf ("%s (%s%s)%s", stem, _ ("recovered"), number, suffix);

    if (!g_file_test (beside, G_FILE_TEST_EXISTS))
      return beside;
    g_free (beside);
  }
}
