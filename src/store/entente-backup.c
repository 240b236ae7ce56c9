/* Where backups are, which there are, which of them stay. */
#include "config.h"

#include "entente-backup.h"

#include "entente-db.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define SUFFIX ".entente"
#define NUMBER_CHARS 8

#define N_DAYS 12
#define N_WEEKS 10
#define N_MONTHS 9

void
entente_backup_free (EntenteBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

static char *
dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_steal_pointer (&name);
}

/* Two studies of one name in two folders have a folder each. */
char *
entente_backup_get_folder (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *stem = dup_stem (absolute);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
  g_autofree char *name = g_strdup_printf ("%s-%.*s", stem, NUMBER_CHARS, sum);

  return g_build_filename (g_get_user_data_dir (), "entente", "backups", name, NULL);
}

/* ---- listing ---- */

/* "2026-11-30T16-05-00Z.entente"; FALSE for any other name. */
static gboolean
read_time (const char *name, gint64 *time)
{
  int year, month, day, hour, minute, second, n = 0;
  g_autoptr (GDateTime) moment = NULL;

  if (sscanf (name,
              "%4d-%2d-%2dT%2d-%2d-%2dZ" SUFFIX "%n",
              &year,
              &month,
              &day,
              &hour,
              &minute,
              &second,
              &n) != 6 ||
      n == 0 || name[n] != '\0')
    return FALSE;
  moment = g_date_time_new_utc (year, month, day, hour, minute, second);
  *time = moment != NULL ? g_date_time_to_unix (moment) : 0;
  return moment != NULL;
}

/* Nobody else's connection is told of it, and nothing in the file is believed but two numbers. */
static gboolean
count (const char *path, EntenteBackup *backup)
{
  g_autoptr (EntenteDb) db = entente_db_open_to_count (path, NULL);

  return db != NULL &&
         entente_db_query_int (db, "SELECT count(*) FROM event", &backup->n_events, NULL) &&
         entente_db_query_int (db, "SELECT count(*) FROM article", &backup->n_articles, NULL);
}

static EntenteBackup *
read_backup (const char *folder, const char *name)
{
  EntenteBackup *backup;
  GStatBuf file;
  gint64 time;

  if (!read_time (name, &time))
    return NULL;
  backup = g_new0 (EntenteBackup, 1);
  backup->path = g_build_filename (folder, name, NULL);
  backup->time = time;
  backup->size = g_stat (backup->path, &file) == 0 ? (guint64) file.st_size : 0;
  return backup;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EntenteBackup *one = *(EntenteBackup *const *) a, *other = *(EntenteBackup *const *) b;

  return (one->time < other->time) - (one->time > other->time);
}

GPtrArray *
entente_backup_list_names (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_backup_free);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL) {
    EntenteBackup *backup = read_backup (folder, name);

    if (backup != NULL)
      g_ptr_array_add (list, backup);
  }
  g_ptr_array_sort (list, compare);
  return list;
}

GPtrArray *
entente_backup_list (const char *path)
{
  g_autofree char *folder = entente_backup_get_folder (path);
  GPtrArray *list = entente_backup_list_names (folder);

  for (guint i = 0; i < list->len; i++) {
    EntenteBackup *backup = list->pdata[i];

    backup->whole = count (backup->path, backup);
  }
  return list;
}

char *
entente_backup_get_beside (const EntenteBackup *backup, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (backup->time);
  g_autofree char *day = g_date_time_format (moment, "%Y-%m-%d %H.%M");

  for (guint i = 1;; i++) {
    g_autofree char *more = i > 1 ? g_strdup_printf (" (%u)", i) : g_strdup ("");
    g_autofree char *name = g_strdup_printf ("%s %s%s" SUFFIX, stem, day, more);
    char *beside = g_build_filename (folder, name, NULL);

    if (!g_file_test (beside, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
      return beside;
    g_free (beside);
  }
}

/* ---- thinning ---- */

static gint64
get_month (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);

  return g_date_time_get_year (moment) * 12 + g_date_time_get_month (moment);
}

/* The newest of each of the first @wanted periods; @numbers say in which period each is. */
static void
choose_of (const gint64 *numbers, guint n, guint wanted, gboolean *kept)
{
  guint found = 0;

  for (guint i = 0; i < n && found < wanted; i++)
    if (i == 0 || numbers[i] != numbers[i - 1]) {
      kept[i] = TRUE;
      found++;
    }
}

void
entente_backup_choose (const gint64 *times, guint n, gboolean *kept)
{
  const gint64 day = 24 * 60 * 60;
  g_autofree gint64 *days = g_new (gint64, n + 1);
  g_autofree gint64 *weeks = g_new (gint64, n + 1);
  g_autofree gint64 *months = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++) {
    kept[i] = FALSE;
    days[i] = times[i] / day;
    weeks[i] = (days[i] + 3) / 7; /* from Monday on: the first of January 1970 was a Thursday */
    months[i] = get_month (times[i]);
  }
  choose_of (days, n, N_DAYS, kept);
  choose_of (weeks, n, N_WEEKS, kept);
  choose_of (months, n, N_MONTHS, kept);
}

void
entente_backup_choose_by_size (const guint64 *sizes, guint n, guint64 limit, gboolean *kept)
{
  guint64 sum = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++) {
    if (!kept[i])
      continue;
    sum += sizes[i];
    kept[i] = !any || sum <= limit;
    any = TRUE;
  }
}

/* ---- the limit ---- */

static gint limit_mb = ENTENTE_BACKUP_DEFAULT_LIMIT_MB;

void
entente_backup_set_limit (guint megabytes)
{
  g_atomic_int_set (&limit_mb, (gint) MIN (megabytes, G_MAXINT));
}

guint64
entente_backup_get_limit (void)
{
  return (guint64) g_atomic_int_get (&limit_mb) * 1000 * 1000;
}
