/* entente-cli send, log: a copy for somebody else, and what went wrong with a study. They need no
 * chronicle, so they open the store alone. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli.h"
#include "entente-study-send.h"

/* ---- send ---- */

static const struct {
  const char *name;
  EntenteSendFlags flag;
} parts[] = {
  { "private", ENTENTE_SEND_NO_PRIVATE },     { "notes", ENTENTE_SEND_NO_NOTES },
  { "questions", ENTENTE_SEND_NO_QUESTIONS }, { "coders", ENTENTE_SEND_NO_CODERS },
  { "names", ENTENTE_SEND_NO_NAMES },
};

static gboolean
add_part (const char *name, EntenteSendFlags *flags, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!g_str_equal (parts[i].name, name))
      continue;
    *flags |= parts[i].flag;
    return TRUE;
  }
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("--without knows no “%s”; it takes private, notes, questions, coders and names, "
                  "separated by commas."),
               name);
  return FALSE;
}

static gboolean
read_parts (EntenteCli *cli, EntenteSendFlags *flags, GError **error)
{
  const char *option = entente_cli_get_option (cli, "without");
  g_auto (GStrv) names = g_strsplit (option ? option : "", ",", -1);

  for (char **name = names; *name; name++)
    if (!add_part (*name, flags, error))
      return FALSE;
  return TRUE;
}

static void
print_lines (const char *title, GPtrArray *lines)
{
  entente_cli_print ("%s\n", title);
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *line = entente_cli_clean (lines->pdata[i]);

    entente_cli_print ("  %s\n", line);
  }
  g_ptr_array_unref (lines);
}

static gboolean
print_list (EntenteStore *store, EntenteSendFlags flags, GError **error)
{
  g_autoptr (EntenteSendList) list = entente_store_list_to_send (store, error);

  if (!list)
    return FALSE;
  print_lines (_ ("This leaves:"), entente_send_list_leaving (list, flags));
  print_lines (_ ("This stays here:"), entente_send_list_staying (list, flags));
  return TRUE;
}

static gboolean
run_send (EntenteCli *cli, GError **error)
{
  EntenteSendFlags flags = ENTENTE_SEND_ALL;
  g_autoptr (EntenteStore) store = NULL;

  if (!read_parts (cli, &flags, error))
    return FALSE;
  store =
    entente_store_open (entente_cli_get_argument (cli, 0), ENTENTE_OPEN_READ_ONLY, NULL, error);
  if (!store || !print_list (store, flags, error))
    return FALSE;
  return entente_cli_get_option (cli, "dry-run") ||
         entente_store_send (store, entente_cli_get_argument (cli, 1), flags, NULL, error);
}

static const char *const send_options[] = { "without=", "dry-run", NULL };

const EntenteCliCommand entente_cli_send = {
  .name = "send",
  .usage = "STUDY COPY [--without private,notes,questions,coders,names] [--dry-run]",
  .summary = N_ ("Writes a copy for somebody else, without history, and lists what leaves."),
  .options = send_options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run_send,
};

/* ---- log ---- */

static gboolean
run_log (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStore) store =
    entente_store_open (entente_cli_get_argument (cli, 0), ENTENTE_OPEN_READ_ONLY, NULL, error);
  g_autoptr (GPtrArray) log = store ? entente_store_get_log (store, error) : NULL;

  for (guint i = 0; log && i < log->len; i++) {
    const EntenteLogEntry *entry = log->pdata[i];
    g_autoptr (GDateTime) moment =
      entry->time < 0 ? NULL : g_date_time_new_from_unix_utc (entry->time);
    g_autofree char *time =
      moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
    g_autofree char *text = entente_cli_clean (entry->text);

    entente_cli_print ("%s\t%s\n", time, text);
  }
  return log != NULL;
}

const EntenteCliCommand entente_cli_log = {
  .name = "log",
  .usage = "STUDY",
  .summary = N_ ("Lists what went wrong with a study, oldest first: time and sentence."),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_log,
};
