/* The settings of every connection, given and read back.
 *
 * TRUNCATE and EXTRA were chosen by rebuilding what a power cut may leave of a disk; the tests of
 * faults do that again. What SQLite does not take it passes over in silence, so nothing is believed
 * that was not read back.
 */
#include "config.h"

#include "entente-durable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *name;
  const char *set; /* or NULL: it must have that value without being told */
  const char *value; /* as it reads */
} Setting;

static const Setting settings[] = {
  { "foreign_keys", "ON", "1" },
  { "temp_store", "MEMORY", "2" },
  { "synchronous", "EXTRA", "3" },
  { "cell_size_check", NULL, "1" },
  { "ignore_check_constraints", NULL, "0" },
  { "locking_mode", NULL, "normal" },
  { "writable_schema", NULL, "0" },
};

/* What is only in memory has nothing to lose. */
static gboolean
is_file (EntenteDb *db)
{
  const char *file = sqlite3_db_filename (db->handle, "main");

  return file != NULL && *file != '\0';
}

static gboolean
refuse (EntenteDb *db, const char *name, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_FAILED,
               _ ("“%s” was not opened: the SQLite of this system does not take the setting “%s”, "
                  "without which work may be lost. Install the SQLite of your distribution."),
               db->path,
               name);
  return FALSE;
}

static gboolean
check (EntenteDb *db, const Setting *setting, GError **error)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", setting->name, NULL);
  g_autoptr (GError) local = NULL;
  g_autofree char *value = entente_db_query_text (db, sql, &local);

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return g_strcmp0 (value, setting->value) == 0 || refuse (db, setting->name, error);
}

static gboolean
give (EntenteDb *db, const Setting *setting, GError **error)
{
  g_autofree char *sql = NULL;

  if (setting->set == NULL)
    return TRUE;
  sql = g_strdup_printf ("PRAGMA %s=%s", setting->name, setting->set);
  return entente_db_exec (db, sql, error);
}

gboolean
entente_durable_set (EntenteDb *db, GError **error)
{
  static const Setting journal = { "journal_mode", "TRUNCATE", "truncate" };
  gboolean lasts = is_file (db);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!give (db, &settings[i], error) || (lasts && !check (db, &settings[i], error)))
      return FALSE;
  entente_db_set_bulk (db, FALSE);
  /* What is only read writes no journal. */
  return !lasts || db->read_only || (give (db, &journal, error) && check (db, &journal, error));
}
