/* Any bytes as lines of commands for a study (entente-apply(5)): each is carried out whole or
 * refused with a sentence, and undoing all of them leaves the study as it was. Lines that name
 * files are left out. */
#include "config.h"

#include "entente-commands.h"
#include "entente-study-json.h"
#include "entente-test-folder.h"

#include <string.h>

#define MAX_LINES 20 /* each is a step of the store */
#define CARRIED_OUT 8 /* one input of so many: a step waits for the disk */

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static gboolean
append_text (gpointer text, const void *bytes, gsize length)
{
  g_string_append_len (text, bytes, (gssize) length);
  return TRUE;
}

static GString *
write_study (EntenteStudy *study)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  entente_study_write_json (study, NULL, append_text, text, &error);
  g_assert_no_error (error);
  return text;
}

/* Whether it is a step. */
static gboolean
apply (EntenteStudy *study, const char *line)
{
  g_autoptr (GError) error = NULL;
  gint64 version = entente_study_get_version (study);
  gboolean applied = entente_study_apply_json (study, line, NULL, &error);

  g_assert_true (applied ||
                 (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL)));
  g_assert_true (applied || entente_study_get_version (study) == version);
  return entente_study_get_version (study) != version;
}

static void
apply_all (EntenteStudy *study, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES);
  g_autoptr (GString) before = write_study (study);
  g_autoptr (GString) after = NULL;
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    if (!strstr (lines[i], "file"))
      n += apply (study, lines[i]);
  g_string_free (write_study (study), TRUE);
  for (; n > 0; n--) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteChangeSet) undone = entente_study_undo (study, &error);

    g_assert_no_error (error);
  }
  after = write_study (study);
  g_assert_cmpstr (before->str, ==, after->str);
}

static gboolean
is_carried_out (const guint8 *bytes, gsize length)
{
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    sum = sum * 31 + bytes[i];
  return sum % CARRIED_OUT == 0;
}

/* Lines alone, for a study that stays empty. */
static void
read_all (const char *text)
{
  static EntenteStudy *study;
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES);

  if (!study) {
    g_autofree char *folder = g_dir_make_tmp ("entente-fuzz-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "talks.entente", NULL);

    study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, NULL);
    g_assert_nonnull (study);
    entente_test_remove_folder (folder); /* it stays open until the end */
  }
  for (guint i = 0; lines[i]; i++) {
    g_autoptr (GError) error = NULL;
    EntenteStep *step =
      strstr (lines[i], "file") ? NULL : entente_commands_from_json (study, lines[i], NULL, &error);

    g_clear_pointer (&step, entente_step_free);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *raw = g_strndup ((const char *) bytes, length);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autofree char *folder = NULL, *path = NULL;
  g_autoptr (EntenteStudy) study = NULL;

  read_all (text);
  if (!is_carried_out (bytes, length))
    return 0;
  folder = g_dir_make_tmp ("entente-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "talks.entente", NULL);
  study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, NULL);
  g_assert_nonnull (study);
  apply_all (study, text);
  entente_study_close (study);
  entente_test_remove_folder (folder);
  return 0;
}
