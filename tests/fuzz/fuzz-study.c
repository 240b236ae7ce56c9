/* Any bytes written over a study, anywhere: it is refused with a sentence or read whole, and stays
 * as it is; what can be recovered of it is a study that is read whole.
 *
 * The input is a list of changes, each three bytes of a place, one of a length, and so many bytes.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-study-json.h"
#include "entente-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define RECOVERED 8 /* one input of so many */

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static const char *const lines[] = {
  "{\"do\":\"add-actor\",\"key\":\"n\",\"name\":\"North\",\"kind\":\"state\"}",
  "{\"do\":\"add-article\",\"key\":\"a\",\"title\":\"A report\","
  "\"text\":\"A report\\n\\nNorth invited South to talks.\"}",
  "{\"do\":\"add-event\",\"key\":\"e\",\"kind\":\"talks\",\"title\":\"Talks\",\"when\":\"2018-03\","
  "\"participants\":[{\"actor\":\"n\",\"role\":\"initiator\"}]}",
  "{\"do\":\"add-claim\",\"event\":\"e\",\"article\":\"a\",\"quote\":\"North invited South\"}",
};

static char *
make_study (const char *path, gsize *length)
{
  g_autoptr (EntenteStudy) study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, NULL);
  char *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;

    entente_study_apply_json (study, lines[i], NULL, &error);
    g_assert_no_error (error);
  }
  entente_study_close (study);
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  g_unlink (path);
  return bytes;
}

static void
change (char *study, gsize size, const guint8 *bytes, gsize length)
{
  for (gsize at = 0; at + 4 < length;) {
    gsize place = (gsize) bytes[at] << 16 | (gsize) bytes[at + 1] << 8 | bytes[at + 2];
    gsize n = MIN (bytes[at + 3], length - at - 4);

    place %= size;
    n = MIN (n, size - place);
    memcpy (study + place, bytes + at + 4, n);
    at += 4 + MAX (n, 1);
  }
}

static gboolean
count_bytes (gpointer sum, const void *bytes, gsize length)
{
  *(gsize *) sum += length;
  return TRUE;
}

static void
check_error (const GError *error)
{
  g_assert_true (error && error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
}

static void
read_study (const char *path, gboolean is_whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study = entente_study_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  gsize sum = 0;

  if (!study) {
    check_error (error);
    g_assert_false (is_whole);
    return;
  }
  if (!entente_study_write_json (study, NULL, count_bytes, &sum, &error))
    check_error (error);
  entente_study_close (study);
}

static void
recover (const char *path)
{
  g_autofree char *target = g_strconcat (path, ".new", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) report = entente_recover_study (path, target, NULL, NULL, NULL, &error);

  if (report)
    read_study (target, TRUE);
  else
    check_error (error);
  g_unlink (target);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static char *whole;
  static gsize size;
  g_autofree char *path = g_strdup_printf ("/dev/shm/entente-fuzz-study-%d", getpid ());
  g_autofree char *damaged = NULL, *after = NULL;

  if (!whole)
    whole = make_study (path, &size);
  damaged = g_memdup2 (whole, size);
  change (damaged, size, bytes, length);
  g_assert_true (g_file_set_contents (path, damaged, (gssize) size, NULL));
  read_study (path, FALSE);
  if (length > 0 && bytes[length - 1] % RECOVERED == 0)
    recover (path);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_true (memcmp (damaged, after, size) == 0);
  g_unlink (path);
  return 0;
}
